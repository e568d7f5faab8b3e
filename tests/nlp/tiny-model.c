/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-model.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The header is given this room, so that offsets do not depend on its length. */
#define HEADER_ROOM 16384
#define FIRST (16 + HEADER_ROOM + 48)   /* to the next multiple of 64 */

enum { HIDDEN = 16, LAYERS = 2, HEADS = 2, INTERMEDIATE = 24, POSITIONS = 64, WINDOW = 40, ARC = 6, LABEL = 5, PAIR = 16, OUT = 12, SPAN = 8, COREF = 6 };

static const char vocabulary[] =
  "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\nq\nr\ns\nt\nu\nv\nw\nx\ny\nz\n"
  "##a\n##b\n##c\n##d\n##e\n##f\n##g\n##h\n##i\n##j\n##k\n##l\n##m\n##n\n##o\n##p\n##q\n##r\n##s\n##t\n##u\n##v\n##w\n##x\n##y\n##z\n"
  ".\n,\n'\n\"\n-\n!\n?\n1\n2\n3\nthe\nrussia\n##ing\n";

static const char classes[] =
  "\"classes\": {\"tags\": [{\"name\": \"UPOS\", \"values\": [\"X\", \"NOUN\", \"VERB\", \"PROPN\"]}, {\"name\": \"Number\", \"values\": [\"absent\", \"Plur\", \"Sing\"]},"
  " {\"name\": \"Voice\", \"values\": [\"absent\", \"Pass\"]}], \"deprel\": [\"root\", \"nsubj\", \"obj\", \"dep\"], \"lemma\": [\"1|0|0||\", \"0|0|0||\", \"1|0|1||y\"],"
  " \"names\": [\"person\", \"place\"], \"mentions\": [\"name-person\", \"nominal-group\", \"pronoun-person\"],"
  " \"types\": [\"none\", \"agree\", \"accuse\", \"other\"], \"modality\": [\"asserted\", \"possible\", \"reported\", \"denied\"]},"
  " \"lemma_exceptions\": {\"went\\tVERB\": \"go\"}, \"calibration\": {}";

enum { N_TAGS = 4 + 3 + 2, N_DEPRELS = 4, N_LEMMAS = 3, N_NAMES = 2, N_MENTIONS = 3, N_TYPES = 4 };

static const struct { const char *name; guint rows, columns; gboolean quantised; } tensors[] = {
  { "position", POSITIONS, HIDDEN, 0 }, { "casing", 5, HIDDEN, 0 }, { "emb_ln.w", 1, HIDDEN, 0 }, { "emb_ln.b", 1, HIDDEN, 0 },
  { "mix.syntax", 1, LAYERS + 2, 0 }, { "mix.names", 1, LAYERS + 2, 0 }, { "mix.pair", 1, LAYERS + 2, 0 },
  { "tags.w", N_TAGS, HIDDEN, 1 }, { "tags.b", 1, N_TAGS, 0 }, { "lemma.w", N_LEMMAS, HIDDEN, 0 }, { "lemma.b", 1, N_LEMMAS, 0 },
  { "arc.root", 1, HIDDEN, 0 }, { "arc.dep.w", ARC, HIDDEN, 0 }, { "arc.dep.b", 1, ARC, 0 }, { "arc.head.w", ARC, HIDDEN, 0 }, { "arc.head.b", 1, ARC, 0 },
  { "arc.u", ARC, ARC, 0 }, { "arc.bias", 1, ARC, 0 },
  { "label.dep.w", LABEL, HIDDEN, 0 }, { "label.dep.b", 1, LABEL, 0 }, { "label.head.w", LABEL, HIDDEN, 0 }, { "label.head.b", 1, LABEL, 0 },
  { "label.bilinear", N_DEPRELS * LABEL, LABEL, 0 }, { "label.w", N_DEPRELS, 2 * LABEL, 0 }, { "label.b", 1, N_DEPRELS, 0 },
  { "names.w", 1 + 4 * N_NAMES, HIDDEN, 0 }, { "names.b", 1, 1 + 4 * N_NAMES, 0 },
  { "mentions.1.w", 7, HIDDEN, 0 }, { "mentions.1.b", 1, 7, 0 }, { "mentions.2.w", 1 + 4 * N_MENTIONS, 7, 0 }, { "mentions.2.b", 1, 1 + 4 * N_MENTIONS, 0 },
  { "coref.span.w", SPAN, 2 * HIDDEN, 0 }, { "coref.span.b", 1, SPAN, 0 }, { "coref.a.w", COREF, SPAN, 0 }, { "coref.b.w", COREF, SPAN, 0 }, { "coref.c.w", COREF, SPAN, 0 },
  { "coref.bias", 1, COREF, 0 }, { "coref.dist", 7, COREF, 0 }, { "coref.form", 9, COREF, 0 }, { "coref.match", 4, COREF, 0 }, { "coref.kind", 25, COREF, 0 }, { "coref.rank", 8, COREF, 0 },
  { "coref.v", 1, COREF, 0 }, { "coref.v_bias", 1, 1, 0 },
  { "pair.key.w", PAIR, HIDDEN, 0 }, { "pair.value.w", PAIR, HIDDEN, 0 }, { "pair.role_key", 10, PAIR, 0 }, { "pair.role_value", 10, PAIR, 0 },
  { "pair.span.w", PAIR, 2 * HIDDEN, 0 }, { "pair.span.b", 1, PAIR, 0 }, { "pair.query1.w", PAIR, 2 * PAIR, 0 }, { "pair.query1.b", 1, PAIR, 0 },
  { "pair.query2.w", PAIR, OUT, 0 }, { "pair.query2.b", 1, PAIR, 0 }, { "pair.mlp1.w", OUT, 4 * PAIR, 0 }, { "pair.mlp1.b", 1, OUT, 0 },
  { "pair.mlp2.w", OUT, OUT + PAIR, 0 }, { "pair.mlp2.b", 1, OUT, 0 }, { "pair.dist", 16, OUT, 0 },
  { "pair.types.w", N_TYPES, OUT, 0 }, { "pair.types.b", 1, N_TYPES, 0 }, { "pair.modality.w", 4, OUT, 0 }, { "pair.modality.b", 1, 4, 0 },
  { "pair.dse.w", 5, OUT, 0 }, { "pair.dse.b", 1, 5, 0 }, { "pair.start.w", PAIR, OUT, 0 }, { "pair.end.w", PAIR, OUT, 0 },
};

static void
pad (GString *bytes)
{
  while (bytes->len % 64 != 0)
    g_string_append_c (bytes, '\0');
}

static void
append_floats (GString *bytes, guint n, GRand *random, double size)
{
  for (guint i = 0; i < n; i++)
    {
      float value = (float) g_rand_double_range (random, -size, size);
      g_string_append_len (bytes, (const char *) &value, sizeof value);
    }
}

static void
add_tensor (TinyModel *self, const char *name, guint rows, guint columns, gboolean quantised, GRand *random)
{
  gsize offset, scale = 0;

  pad (self->tensors);
  offset = FIRST + self->tensors->len;
  if (quantised)
    {
      for (guint i = 0; i < rows * columns; i++)
        g_string_append_c (self->tensors, (char) g_rand_int_range (random, -127, 128));
      pad (self->tensors);
      scale = FIRST + self->tensors->len;
      append_floats (self->tensors, rows, random, 0.01);
    }
  else
    append_floats (self->tensors, rows * columns, random, 0.5);
  if (self->header->str[self->header->len - 1] != '{')
    g_string_append (self->header, ", ");
  g_string_append_printf (self->header, "\"%s\": {\"type\": \"%s\", \"shape\": [", name, quantised ? "i8" : "f32");
  if (rows > 1 || (g_str_has_suffix (name, ".w") && strstr (name, "ln") == NULL))
    g_string_append_printf (self->header, "%u, ", rows);
  g_string_append_printf (self->header, "%u], \"offset\": %" G_GSIZE_FORMAT, columns, offset);
  if (quantised)
    g_string_append_printf (self->header, ", \"scale\": %" G_GSIZE_FORMAT, scale);
  g_string_append (self->header, "}");
}

static void
add_layer (TinyModel *self, guint number, GRand *random)
{
  static const struct { const char *name; guint rows, columns; } parts[] = {
    { "q", HIDDEN, HIDDEN }, { "k", HIDDEN, HIDDEN }, { "v", HIDDEN, HIDDEN }, { "o", HIDDEN, HIDDEN }, { "ffn1", INTERMEDIATE, HIDDEN }, { "ffn2", HIDDEN, INTERMEDIATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *w = g_strdup_printf ("layer.%u.%s.w", number, parts[i].name);
      g_autofree char *b = g_strdup_printf ("layer.%u.%s.b", number, parts[i].name);
      add_tensor (self, w, parts[i].rows, parts[i].columns, TRUE, random);
      add_tensor (self, b, 1, parts[i].rows, FALSE, random);
    }
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *w = g_strdup_printf ("layer.%u.ln%u.w", number, i);
      g_autofree char *b = g_strdup_printf ("layer.%u.ln%u.b", number, i);
      add_tensor (self, w, 1, HIDDEN, FALSE, random);
      add_tensor (self, b, 1, HIDDEN, FALSE, random);
    }
}

void
tiny_model_sign (TinyModel *self)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) self->tensors->str, self->tensors->len);
  char *place = strstr (self->header->str, "\"sha256\": \"");

  if (place != NULL)
    memcpy (place + strlen ("\"sha256\": \""), sum, strlen (sum));
}

void
tiny_model_assemble (TinyModel *self, const char *magic, guint32 version, gint64 header_length)
{
  g_autoptr (GString) padded = g_string_new (self->header->str);
  guint32 length;

  while (padded->len < HEADER_ROOM)
    g_string_append_c (padded, ' ');
  length = header_length >= 0 ? (guint32) header_length : (guint32) padded->len;
  g_string_truncate (self->file, 0);
  g_string_append_len (self->file, magic, 8);
  g_string_append_len (self->file, (const char *) &version, 4);
  g_string_append_len (self->file, (const char *) &length, 4);
  g_string_append_len (self->file, padded->str, (gssize) padded->len);
  pad (self->file);
  g_assert_true (padded->len > HEADER_ROOM || self->file->len == FIRST);
  g_string_append_len (self->file, self->tensors->str, (gssize) self->tensors->len);
}

TinyModel *
tiny_model_new (guint32 seed)
{
  TinyModel        *self = g_new0 (TinyModel, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint             n_pieces = 0;

  self->header = g_string_new (NULL);
  self->tensors = g_string_new (NULL);
  self->file = g_string_new (NULL);
  for (const char *p = vocabulary; *p != '\0'; p++)
    n_pieces += *p == '\n';
  g_string_append_printf (self->header, "{\"config\": {\"hidden\": %d, \"layers\": %d, \"heads\": %d, \"intermediate\": %d, \"vocab\": %u, \"positions\": %d, \"window\": %d}, %s, "
                          "\"sha256\": \"%064d\", \"tensors\": {", HIDDEN, LAYERS, HEADS, INTERMEDIATE, n_pieces, POSITIONS, WINDOW, classes, 0);
  add_tensor (self, "word", n_pieces, HIDDEN, TRUE, random);
  for (guint i = 0; i < LAYERS; i++)
    add_layer (self, i, random);
  for (gsize i = 0; i < G_N_ELEMENTS (tensors); i++)
    add_tensor (self, tensors[i].name, tensors[i].rows, tensors[i].columns, tensors[i].quantised, random);
  pad (self->tensors);
  g_string_append_printf (self->header, ", \"vocab\": {\"type\": \"u8\", \"shape\": [%" G_GSIZE_FORMAT "], \"offset\": %" G_GSIZE_FORMAT "}}}",
                          strlen (vocabulary), (gsize) FIRST + self->tensors->len);
  g_string_append (self->tensors, vocabulary);
  g_assert_cmpuint (self->header->len, <, HEADER_ROOM);
  tiny_model_sign (self);
  tiny_model_assemble (self, "ENTMODEL", 1, -1);
  return self;
}

void
tiny_model_free (TinyModel *self)
{
  g_string_free (self->header, TRUE);
  g_string_free (self->tensors, TRUE);
  g_string_free (self->file, TRUE);
  g_free (self);
}

char *
tiny_model_write (const GString *bytes)
{
  g_autoptr (GError) error = NULL;
  char *name = NULL;
  int   fd = g_file_open_tmp ("entente-model-XXXXXX", &name, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (name, bytes->str, (gssize) bytes->len, &error);
  g_assert_no_error (error);
  return name;
}
