/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading turns the tensors of the file into the arrays that the network reads. A Loader carries the first error: each
 * request after it does nothing, so that the list of tensors below reads as a list. The sizes of the heads are those of
 * their first tensor; every other tensor must agree with them. */
#include "ent-model-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SIZE 16384   /* rows of a layer; no product of two of them overflows a guint */

typedef struct {
  EntModel     *model;
  GCancellable *cancellable;   /* nullable; looked at for each tensor */
  GError       *error;
} Loader;

static void
refuse (Loader *self, const char *tensor, const char *what)
{
  if (self->error == NULL)
    g_set_error (&self->error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: tensor “%s” %s",
                 ent_tensor_file_get_path (self->model->file), tensor, what);
}

static float *
new_block (Loader *self, gsize n_floats)
{
  float *block = g_aligned_alloc0 (MAX (n_floats, 1), sizeof (float), 64);

  g_ptr_array_add (self->model->blocks, block);
  return block;
}

static const EntTensor *
find (Loader *self, const char *name)
{
  const EntTensor *tensor;

  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  tensor = self->error == NULL ? ent_tensor_file_lookup (self->model->file, name) : NULL;
  if (tensor == NULL)
    refuse (self, name, "is missing");
  return tensor;
}

/* Decodes a tensor of rows × columns into out. */
static gboolean
decode (Loader *self, const char *name, guint rows, guint columns, float *out)
{
  const EntTensor *tensor = find (self, name);

  if (tensor == NULL)
    return FALSE;
  if (tensor->row_length != columns || tensor->n_elements != (gsize) rows * columns || columns == 0 ||
      tensor->type == ENT_TENSOR_U8 || tensor->type == ENT_TENSOR_I32)
    {
      g_autofree char *what = g_strdup_printf ("is not of %u × %u numbers", rows, columns);
      refuse (self, name, what);
      return FALSE;
    }
  for (guint r = 0; r < rows; r++)
    ent_tensor_read_row (tensor, r, out + (gsize) r * columns);
  return TRUE;
}

static const float *
matrix (Loader *self, const char *name, guint rows, guint columns)
{
  float *block = NULL;

  if (self->error == NULL)
    {
      const EntTensor *tensor = find (self, name);
      /* the shape is compared before memory is asked for */
      if (tensor != NULL && tensor->n_elements == (gsize) rows * columns)
        block = new_block (self, (gsize) rows * columns);
      if (tensor != NULL && !decode (self, name, rows, columns, block))
        return NULL;
    }
  return block;
}

static const float *
vector (Loader *self, const char *name, guint n)
{
  return matrix (self, name, 1, n);
}

/* The number of rows of a matrix whose size the file decides. */
static guint
find_rows (Loader *self, const char *name)
{
  const EntTensor *tensor = find (self, name);

  if (tensor == NULL)
    return 1;
  if (tensor->n_dims != 2 || tensor->dims[0] < 1 || tensor->dims[0] > MAX_SIZE)
    {
      refuse (self, name, "is not a matrix of a sensible size");
      return 1;
    }
  return tensor->dims[0];
}

static EntLinear
linear (Loader *self, const char *name, guint n_out, guint n_in, gboolean has_bias)
{
  g_autofree char *w = g_strconcat (name, ".w", NULL);
  g_autofree char *b = g_strconcat (name, ".b", NULL);
  EntLinear layer = { NULL, NULL, n_out, n_in };

  layer.w = matrix (self, w, n_out, n_in);
  if (has_bias)
    layer.b = vector (self, b, n_out);
  return layer;
}

/* Stacks three layers, so that one product computes queries, keys and values. */
static EntLinear
stacked (Loader *self, guint layer_number, guint hidden)
{
  static const char *const parts[] = { "q", "k", "v" };
  EntLinear layer = { NULL, NULL, 3 * hidden, hidden };
  g_autofree char *first = g_strdup_printf ("layer.%u.q.w", layer_number);
  const EntTensor *tensor = find (self, first);
  float    *w, *b;

  if (tensor == NULL || tensor->n_elements != (gsize) hidden * hidden)
    {
      refuse (self, first, "has not the hidden size");
      return layer;
    }
  w = new_block (self, 3 * (gsize) hidden * hidden);
  b = new_block (self, 3 * (gsize) hidden);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *w_name = g_strdup_printf ("layer.%u.%s.w", layer_number, parts[i]);
      g_autofree char *b_name = g_strdup_printf ("layer.%u.%s.b", layer_number, parts[i]);
      decode (self, w_name, hidden, hidden, w + (gsize) i * hidden * hidden);
      decode (self, b_name, 1, hidden, b + (gsize) i * hidden);
    }
  layer.w = w;
  layer.b = b;
  return layer;
}

static EntNorm
norm (Loader *self, const char *name)
{
  g_autofree char *w = g_strconcat (name, ".w", NULL);
  g_autofree char *b = g_strconcat (name, ".b", NULL);

  return (EntNorm) { vector (self, w, self->model->hidden), vector (self, b, self->model->hidden), self->model->hidden };
}

static void
load_layer (Loader *self, guint number)
{
  EntModel        *model = self->model;
  EntEncoderLayer *layer = &model->layers[number];
  const guint      h = model->hidden;
  g_autofree char *o = g_strdup_printf ("layer.%u.o", number);
  g_autofree char *ffn1 = g_strdup_printf ("layer.%u.ffn1", number);
  g_autofree char *ffn2 = g_strdup_printf ("layer.%u.ffn2", number);
  g_autofree char *ln1 = g_strdup_printf ("layer.%u.ln1", number);
  g_autofree char *ln2 = g_strdup_printf ("layer.%u.ln2", number);

  layer->qkv = stacked (self, number, h);
  layer->o = linear (self, o, h, h, TRUE);
  layer->ffn1 = linear (self, ffn1, model->intermediate, h, TRUE);
  layer->ffn2 = linear (self, ffn2, h, model->intermediate, TRUE);
  layer->ln1 = norm (self, ln1);
  layer->ln2 = norm (self, ln2);
}

/* gamma · softmax(w), from n weights and gamma. */
static const float *
load_mix (Loader *self, const char *name)
{
  const guint  n = self->model->n_layers + 1;
  const float *stored = vector (self, name, n + 1);
  float       *mix = new_block (self, n), sum = 0, highest;

  if (stored == NULL)
    return NULL;
  highest = stored[0];
  for (guint i = 1; i < n; i++)
    highest = MAX (highest, stored[i]);
  for (guint i = 0; i < n; i++)
    sum += mix[i] = expf (stored[i] - highest);
  for (guint i = 0; i < n; i++)
    mix[i] *= stored[n] / sum;
  return mix;
}

static EntBiaffine
load_biaffine (Loader *self, const char *name, const float *root)
{
  g_autofree char *dep_w = g_strconcat (name, ".dep.w", NULL), *dep = g_strconcat (name, ".dep", NULL), *head = g_strconcat (name, ".head", NULL);
  const guint      n = find_rows (self, dep_w), h = self->model->hidden;
  EntBiaffine      biaffine = { linear (self, dep, n, h, TRUE), linear (self, head, n, h, TRUE), NULL };

  if (self->error == NULL)
    {
      float *of_root = new_block (self, n);
      ent_kernel_linear_gelu (&biaffine.head, root, 1, of_root);
      biaffine.root = of_root;
    }
  return biaffine;
}

static void
load_encoder (Loader *self)
{
  EntModel   *m = self->model;
  const guint h = m->hidden;

  m->word = find (self, "word");
  if (m->word != NULL && (m->word->n_dims != 2 || m->word->dims[0] != ent_vocabulary_size (m->vocabulary) || m->word->dims[1] != h ||
                          m->word->type == ENT_TENSOR_U8 || m->word->type == ENT_TENSOR_I32))
    refuse (self, "word", "has not one row for every piece of the vocabulary");
  m->position = matrix (self, "position", m->n_positions, h);
  m->casing = matrix (self, "casing", ENT_N_CASINGS, h);
  m->emb_ln = norm (self, "emb_ln");
  m->layers = g_new0 (EntEncoderLayer, m->n_layers);
  for (guint i = 0; i < m->n_layers && self->error == NULL; i++)
    load_layer (self, i);
  m->mixes[ENT_MIX_SYNTAX] = load_mix (self, "mix.syntax");
  m->mixes[ENT_MIX_NAMES] = load_mix (self, "mix.names");
  m->mixes[ENT_MIX_PAIR] = load_mix (self, "mix.pair");
}

static void
load_word_heads (Loader *self)
{
  EntModel              *m = self->model;
  const EntModelClasses *c = &m->classes;
  const guint            h = m->hidden;
  const float           *root = vector (self, "arc.root", h);
  guint                  n;

  m->tags = linear (self, "tags", c->n_tags, h, TRUE);
  m->lemma = linear (self, "lemma", c->n_scripts, h, TRUE);
  m->arc = load_biaffine (self, "arc", root);
  m->arc_u = matrix (self, "arc.u", m->arc.dep.n_out, m->arc.dep.n_out);
  m->arc_bias = vector (self, "arc.bias", m->arc.dep.n_out);
  m->label = load_biaffine (self, "label", root);
  n = m->label.dep.n_out;
  if (n > MAX_SIZE / c->n_deprels)
    refuse (self, "label.bilinear", "would be too large");
  else
    m->label_bilinear = matrix (self, "label.bilinear", n * c->n_deprels, n);
  m->label_linear = linear (self, "label", c->n_deprels, 2 * n, TRUE);
  m->names = linear (self, "names", 1 + 4 * c->n_names, h, TRUE);
  m->mentions1 = linear (self, "mentions.1", find_rows (self, "mentions.1.w"), h, TRUE);
  m->mentions2 = linear (self, "mentions.2", 1 + 4 * c->n_mentions, m->mentions1.n_out, TRUE);
}

static void
load_coref (Loader *self)
{
  EntCorefWeights *c = &self->model->coref;
  const guint      span = find_rows (self, "coref.span.w"), n = find_rows (self, "coref.a.w");
  const float     *v_bias;

  c->span = linear (self, "coref.span", span, 2 * self->model->hidden, TRUE);
  c->a = linear (self, "coref.a", n, span, FALSE);
  c->b = linear (self, "coref.b", n, span, FALSE);
  c->c = linear (self, "coref.c", n, span, FALSE);
  c->bias = vector (self, "coref.bias", n);
  c->distance = matrix (self, "coref.dist", ENT_COREF_DISTANCES, n);
  c->form = matrix (self, "coref.form", ENT_N_MODEL_FORMS * ENT_N_MODEL_FORMS, n);
  c->match = matrix (self, "coref.match", ENT_COREF_MATCHES, n);
  c->kind = matrix (self, "coref.kind", ENT_N_KINDS * ENT_N_KINDS, n);
  c->rank = matrix (self, "coref.rank", ENT_COREF_RANKS, n);
  c->v = vector (self, "coref.v", n);
  v_bias = vector (self, "coref.v_bias", 1);
  c->v_bias = v_bias != NULL ? v_bias[0] : 0;
}

static void
load_pair (Loader *self)
{
  EntPairWeights *p = &self->model->pair;
  const guint     h = self->model->hidden, n = find_rows (self, "pair.key.w"), out = find_rows (self, "pair.mlp1.w");

  if (n % ENT_PAIR_HEADS != 0)
    refuse (self, "pair.key.w", "does not divide into eight heads");
  p->key = linear (self, "pair.key", n, h, FALSE);
  p->value = linear (self, "pair.value", n, h, FALSE);
  p->role_key = matrix (self, "pair.role_key", ENT_PAIR_ROLES, n);
  p->role_value = matrix (self, "pair.role_value", ENT_PAIR_ROLES, n);
  p->span = linear (self, "pair.span", n, 2 * h, TRUE);
  p->query1 = linear (self, "pair.query1", n, 2 * n, TRUE);
  p->query2 = linear (self, "pair.query2", n, out, TRUE);
  p->mlp1 = linear (self, "pair.mlp1", out, 4 * n, TRUE);
  p->mlp2 = linear (self, "pair.mlp2", out, out + n, TRUE);
  p->distance = matrix (self, "pair.dist", ENT_PAIR_DISTANCES, out);
  p->types = linear (self, "pair.types", self->model->classes.n_types, out, TRUE);
  p->modality = linear (self, "pair.modality", ENT_N_MODALITIES, out, TRUE);
  p->sentiment = linear (self, "pair.dse", ENT_N_SENTIMENTS, out, TRUE);
  p->start = linear (self, "pair.start", n, out, FALSE);
  p->end = linear (self, "pair.end", n, out, FALSE);
}

static void
read_vocabulary (Loader *self)
{
  EntModel        *m = self->model;
  const EntTensor *pieces = find (self, "vocab");

  if (pieces == NULL)
    return;
  if (pieces->type == ENT_TENSOR_U8)
    m->vocabulary = ent_vocabulary_new (pieces->data, pieces->n_elements);
  if (m->vocabulary == NULL)
    {
      refuse (self, "vocab", "is not a list of pieces with “[UNK]”, “[CLS]” and “[SEP]”");
      return;
    }
  m->cls = ent_vocabulary_lookup (m->vocabulary, "[CLS]", 5, FALSE);
  m->sep = ent_vocabulary_lookup (m->vocabulary, "[SEP]", 5, FALSE);
}

static void
read_config (Loader *self)
{
  EntModel   *m = self->model;
  JsonNode   *node = json_object_get_member (ent_tensor_file_get_header (m->file), "config");
  JsonObject *config = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const struct { const char *name; guint *value; guint least, most; } members[] = {
    { "hidden", &m->hidden, 1, 4096 }, { "layers", &m->n_layers, 1, 64 }, { "heads", &m->n_heads, 1, 256 },
    { "intermediate", &m->intermediate, 1, MAX_SIZE }, { "positions", &m->n_positions, 8, 4096 }, { "window", &m->window, 8, 4096 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members) && self->error == NULL; i++)
    {
      gint64 value = -1;
      node = config != NULL ? json_object_get_member (config, members[i].name) : NULL;
      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
        value = json_node_get_int (node);
      if (value < members[i].least || value > members[i].most)
        g_set_error (&self->error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: “config.%s” of its header is not a number from %u to %u",
                     ent_tensor_file_get_path (m->file), members[i].name, members[i].least, members[i].most);
      *members[i].value = (guint) CLAMP (value, members[i].least, members[i].most);
    }
  if (self->error == NULL && (m->hidden % m->n_heads != 0 || m->window > m->n_positions))
    g_set_error (&self->error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: its hidden size is no multiple of its heads, or its window exceeds its positions",
                 ent_tensor_file_get_path (m->file));
}

/**
 * ent_model_load:
 * Loads a language model.
 * @path: a file as data/model/FORMAT.md describes it; it stays mapped while the model lives
 * Returns: (transfer full): the model, or NULL with an ENT_MODEL_ERROR set
 * Cost: reads the whole file for its checksum, and takes four bytes for each parameter outside the word embeddings.
 */
EntModel *
ent_model_load (const char *path, GError **error)
{
  return ent_model_load_cancellable (path, NULL, error);
}

/**
 * ent_model_load_cancellable:
 * ent_model_load(), which stops within some milliseconds when it is cancelled.
 * @cancellable: (nullable)
 * Returns: (transfer full): the model, or NULL with an ENT_MODEL_ERROR or G_IO_ERROR_CANCELLED set
 */
EntModel *
ent_model_load_cancellable (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntModel) self = NULL;
  Loader loader = { .cancellable = cancellable };

  g_return_val_if_fail (path != NULL && (error == NULL || *error == NULL), NULL);
  self = g_new0 (EntModel, 1);
  g_atomic_ref_count_init (&self->references);
  self->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
  self->file = ent_tensor_file_open (path, ENT_MODEL_MAGIC, cancellable, error);
  if (self->file == NULL)
    return NULL;
  loader.model = self;
  read_config (&loader);
  read_vocabulary (&loader);
  if (loader.error == NULL)
    ent_model_classes_read (&self->classes, ent_tensor_file_get_header (self->file), path, &loader.error);
  if (loader.error == NULL)
    {
      ent_kernel_single_threaded ();
      load_encoder (&loader);
      load_word_heads (&loader);
      load_coref (&loader);
      load_pair (&loader);
    }
  if (loader.error != NULL)
    {
      g_propagate_error (error, loader.error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Any thread may hold a reference. */
EntModel *
ent_model_ref (EntModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/* NULL is fine. */
void
ent_model_unref (EntModel *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  ent_model_classes_clear (&self->classes);
  g_clear_pointer (&self->vocabulary, ent_vocabulary_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->file, ent_tensor_file_free);
  g_free (self->layers);
  g_free (self);
}
