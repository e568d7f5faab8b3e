/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file is mapped, its header parsed, and each tensor's place checked against the file's length before anything else
 * looks at it: afterwards n_elements of the tensor's type may be read at data without a further test. The header is
 * hostile until then: its length is bounded by the file, its nesting is measured before the JSON parser (which recurses)
 * sees it, and products of dimensions are computed with overflow checks. */
#include "ent-tensor-file.h"

#include "ent-json-check.h"

#include <nettle/sha2.h>
#include <string.h>

#define MAGIC_LENGTH   8
#define PREFIX_LENGTH  16
#define FILE_VERSION   1
#define ALIGNMENT      64
#define MAX_NESTING    16
#define CHECKSUM_PART  ((gsize) 1 << 20)
#define MAX_DIMENSION  (1u << 30)

struct _EntTensorFile {
  char          *path;
  GMappedFile   *file;
  const guint8  *bytes;
  gsize          n_bytes;
  gsize          first_tensor;   /* byte at which the checksummed part begins */
  JsonParser    *parser;
  JsonObject    *header;         /* owned by the parser */
  GHashTable    *tensors;        /* name → EntTensor */
};

static const struct { const char *name; EntTensorType type; gsize size; } tensor_types[] = {
  { "i8", ENT_TENSOR_I8, 1 }, { "u8", ENT_TENSOR_U8, 1 }, { "f16", ENT_TENSOR_F16, 2 }, { "f32", ENT_TENSOR_F32, 4 }, { "i32", ENT_TENSOR_I32, 4 },
};

G_DEFINE_QUARK (ent-model-error-quark, ent_model_error)

static guint32
read_u32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_LE (value);
}

/* Reads a non-negative integer member; FALSE where it is absent, of another type or out of range. */
static gboolean
get_size (JsonObject *object, const char *member, gsize limit, gsize *out)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64    value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  value = json_node_get_int (node);
  if (value < 0 || (guint64) value > limit)
    return FALSE;
  *out = (gsize) value;
  return TRUE;
}

static gboolean
read_shape (JsonObject *entry, EntTensor *tensor)
{
  JsonNode  *node = json_object_get_member (entry, "shape");
  JsonArray *shape;
  gsize      n_elements = 1;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  shape = json_node_get_array (node);
  tensor->n_dims = json_array_get_length (shape);
  if (tensor->n_dims < 1 || tensor->n_dims > ENT_TENSOR_MAX_DIMS)
    return FALSE;
  for (guint i = 0; i < tensor->n_dims; i++)
    {
      JsonNode *dim = json_array_get_element (shape, i);
      gint64    value = 0;

      if (JSON_NODE_HOLDS_VALUE (dim) && json_node_get_value_type (dim) == G_TYPE_INT64)
        value = json_node_get_int (dim);
      else
        return FALSE;
      if (value < 0 || value > MAX_DIMENSION || !g_size_checked_mul (&n_elements, n_elements, (gsize) value))
        return FALSE;
      tensor->dims[i] = (guint) value;
    }
  tensor->n_elements = n_elements;
  tensor->row_length = tensor->dims[tensor->n_dims - 1];
  return TRUE;
}

static gboolean
damaged (const EntTensorFile *self, GError **error, const char *what, const char *tensor)
{
  g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: tensor “%s” %s", self->path, tensor, what);
  return FALSE;
}

static gboolean
add_tensor (EntTensorFile *self, const char *name, JsonNode *node, GError **error)
{
  g_autofree EntTensor *tensor = g_new0 (EntTensor, 1);
  JsonObject *entry;
  const char *type_name;
  gsize       offset, scale, n_bytes, n_rows, element_size = 0;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return damaged (self, error, "is not described by an object", name);
  entry = json_node_get_object (node);
  node = json_object_get_member (entry, "type");
  type_name = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
  for (gsize i = 0; i < G_N_ELEMENTS (tensor_types); i++)
    if (g_str_equal (type_name, tensor_types[i].name))
      {
        tensor->type = tensor_types[i].type;
        element_size = tensor_types[i].size;
      }
  if (element_size == 0)
    return damaged (self, error, "has an unknown type", name);
  if (!read_shape (entry, tensor))
    return damaged (self, error, "has no sensible shape", name);
  if (!get_size (entry, "offset", self->n_bytes, &offset) || offset < self->first_tensor || offset % ALIGNMENT != 0)
    return damaged (self, error, "has no sensible offset", name);
  if (!g_size_checked_mul (&n_bytes, tensor->n_elements, element_size) || n_bytes > self->n_bytes - offset)
    return damaged (self, error, "reaches beyond the end of the file", name);
  if (tensor->type == ENT_TENSOR_I8)
    {
      n_rows = tensor->row_length > 0 ? tensor->n_elements / tensor->row_length : 0;
      if (!get_size (entry, "scale", self->n_bytes, &scale) || scale < self->first_tensor || scale % 4 != 0 ||
          n_rows > (self->n_bytes - scale) / 4)
        return damaged (self, error, "has scales outside the file", name);
      tensor->scales = self->bytes + scale;
    }
  tensor->data = self->bytes + offset;
  tensor->name = name;   /* the parser keeps it */
  g_hash_table_insert (self->tensors, (gpointer) name, g_steal_pointer (&tensor));
  return TRUE;
}

static gboolean
read_tensors (EntTensorFile *self, GError **error)
{
  JsonNode       *node = json_object_get_member (self->header, "tensors");
  JsonObjectIter  iter;
  const char     *name;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: its header lists no tensors", self->path);
      return FALSE;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &node))
    if (!add_tensor (self, name, node, error))
      return FALSE;
  return TRUE;
}

/* Every start waits for this sum: Nettle has the processor's own instructions for it, five times as fast as GChecksum. In parts, as
 * the whole takes longer than somebody who cancels should wait. hex: of 2 * SHA256_DIGEST_SIZE + 1 bytes. FALSE: cancelled */
static gboolean
compute_checksum (const guint8 *bytes, gsize n_bytes, char *hex, GCancellable *cancellable, GError **error)
{
  struct sha256_ctx sum;
  guint8            digest[SHA256_DIGEST_SIZE];

  sha256_init (&sum);
  for (gsize at = 0; at < n_bytes; at += MIN (CHECKSUM_PART, n_bytes - at))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sha256_update (&sum, MIN (CHECKSUM_PART, n_bytes - at), bytes + at);
    }
  sha256_digest (&sum, sizeof digest, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    g_snprintf (hex + 2 * i, 3, "%02x", digest[i]);
  return TRUE;
}

static gboolean
verify_checksum (EntTensorFile *self, GCancellable *cancellable, GError **error)
{
  JsonNode *node = json_object_get_member (self->header, "sha256");
  char      sum[2 * SHA256_DIGEST_SIZE + 1];

  if (node == NULL)
    return TRUE;
  if (!compute_checksum (self->bytes + self->first_tensor, self->n_bytes - self->first_tensor, sum, cancellable, error))
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), sum) == 0)
    return TRUE;
  g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED,
               "“%s” is damaged: the checksum of its tensors (from byte %" G_GSIZE_FORMAT " on) is not the one in its header", self->path, self->first_tensor);
  return FALSE;
}

static gboolean
read_header (EntTensorFile *self, const char *magic, GError **error)
{
  g_autoptr (GError) json_error = NULL;
  const char *json = (const char *) self->bytes + PREFIX_LENGTH;
  g_autofree char *wrong = NULL;
  gsize       n_header;
  JsonNode   *root;

  if (self->n_bytes < PREFIX_LENGTH || memcmp (self->bytes, magic, MAGIC_LENGTH) != 0)
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_NOT_A_MODEL, "“%s” is not a language model of Entente: it does not begin with “%s”", self->path, magic);
      return FALSE;
    }
  if (read_u32 (self->bytes + MAGIC_LENGTH) != FILE_VERSION)
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VERSION, "“%s” is of version %u of the model format; this program reads version %u",
                   self->path, read_u32 (self->bytes + MAGIC_LENGTH), FILE_VERSION);
      return FALSE;
    }
  n_header = read_u32 (self->bytes + MAGIC_LENGTH + 4);
  if (n_header > self->n_bytes - PREFIX_LENGTH)
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: it ends inside its header (%" G_GSIZE_FORMAT " bytes)", self->path, self->n_bytes);
      return FALSE;
    }
  self->first_tensor = (PREFIX_LENGTH + n_header + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  self->first_tensor = MIN (self->first_tensor, self->n_bytes);
  self->parser = json_parser_new_immutable ();
  if (!ent_json_check (json, n_header, MAX_NESTING, &wrong) ||
      !json_parser_load_from_data (self->parser, json, (gssize) n_header, &json_error) ||
      (root = json_parser_get_root (self->parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: its header is not a JSON object: %s", self->path,
                   wrong != NULL ? wrong : json_error != NULL ? json_error->message : "it is another value");
      return FALSE;
    }
  self->header = json_node_get_object (root);
  return TRUE;
}

/**
 * ent_tensor_file_open:
 * Maps and checks a file of tensors, its checksum included where the header has one.
 * @magic: the eight bytes that it must begin with
 * @cancellable: (nullable)
 * Returns: (transfer full): the file, or NULL with an ENT_MODEL_ERROR or G_IO_ERROR_CANCELLED set
 */
EntTensorFile *
ent_tensor_file_open (const char *path, const char *magic, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntTensorFile) self = NULL;
  g_autoptr (GError) file_error = NULL;

  g_return_val_if_fail (path != NULL && magic != NULL && strlen (magic) == MAGIC_LENGTH, NULL);
  self = g_new0 (EntTensorFile, 1);
  self->path = g_strdup (path);
  self->file = g_mapped_file_new (path, FALSE, &file_error);
  if (self->file == NULL)
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_NOT_FOUND, "The language model “%s” cannot be opened: %s", path, file_error->message);
      return NULL;
    }
  self->bytes = (const guint8 *) g_mapped_file_get_contents (self->file);
  self->n_bytes = g_mapped_file_get_length (self->file);
  self->tensors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!read_header (self, magic, error) || !read_tensors (self, error) || !verify_checksum (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_tensor_file_free (EntTensorFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->tensors, g_hash_table_unref);
  g_clear_object (&self->parser);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self->path);
  g_free (self);
}

const char *
ent_tensor_file_get_path (const EntTensorFile *self)
{
  return self->path;
}

/* Borrowed; immutable. */
JsonObject *
ent_tensor_file_get_header (const EntTensorFile *self)
{
  return self->header;
}

/* Borrowed; NULL where the file has no such tensor. */
const EntTensor *
ent_tensor_file_lookup (const EntTensorFile *self, const char *name)
{
  return g_hash_table_lookup (self->tensors, name);
}

static float
read_f32 (const guint8 *bytes)
{
  guint32 bits = read_u32 (bytes);
  float   value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/* IEEE half precision: the mantissa and exponent move into place and a multiplication by 2^112 mends the exponent's bias,
 * subnormals included. */
static float
read_f16 (const guint8 *bytes)
{
  guint32 half = (guint32) bytes[0] | (guint32) bytes[1] << 8;
  guint32 bits = (half & 0x7FFF) << 13;
  float   value;

  memcpy (&value, &bits, sizeof value);
  value *= 0x1p112f;
  return (half & 0x8000) != 0 ? -value : value;
}

/**
 * ent_tensor_read_row:
 * Decodes one row (a run of the last dimension) to floats.
 * @row: below n_elements / row_length
 * @out: row_length floats
 */
void
ent_tensor_read_row (const EntTensor *self, gsize row, float *out)
{
  const guint8 *bytes = self->data;
  const gsize   n = self->row_length, first = row * n;
  float         scale;

  g_return_if_fail (n > 0 && row < self->n_elements / n);
  switch (self->type)
    {
    case ENT_TENSOR_I8:
      scale = read_f32 (self->scales + 4 * row);
      for (gsize i = 0; i < n; i++)
        out[i] = (float) ((const gint8 *) bytes)[first + i] * scale;
      break;
    case ENT_TENSOR_U8:
      for (gsize i = 0; i < n; i++)
        out[i] = (float) bytes[first + i];
      break;
    case ENT_TENSOR_F16:
      for (gsize i = 0; i < n; i++)
        out[i] = read_f16 (bytes + 2 * (first + i));
      break;
    case ENT_TENSOR_F32:
      for (gsize i = 0; i < n; i++)
        out[i] = read_f32 (bytes + 4 * (first + i));
      break;
    case ENT_TENSOR_I32:
      for (gsize i = 0; i < n; i++)
        out[i] = (float) (gint32) read_u32 (bytes + 4 * (first + i));
      break;
    default:
      g_assert_not_reached ();
    }
}
