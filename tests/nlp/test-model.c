/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-model-private.h"

#include "tiny-model.h"

#include <glib/gstdio.h>
#include <string.h>

static EntModel *
load (const GString *bytes, GError **error)
{
  g_autofree char *name = tiny_model_write (bytes);
  EntModel *model = ent_model_load (name, error);

  /* whatever the file, a model or an error, never both or neither */
  g_assert_true ((model != NULL) == (error == NULL || *error == NULL));
  g_remove (name);
  return model;
}

static void
assert_refused (const GString *bytes, EntModelError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  EntModel *model = load (bytes, &error);

  g_assert_null (model);
  g_assert_error (error, ENT_MODEL_ERROR, (int) code);
  if (says != NULL && strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_good (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntModel) model = load (tiny->file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (model->hidden, ==, 16);
  g_assert_cmpuint (model->classes.n_deprels, ==, 4);
  g_assert_cmpint (model->classes.types[0], ==, ENT_RELATION_NONE);
  g_assert_cmpint (model->classes.types[2], ==, ENT_RELATION_ACCUSE);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_model_load ("/nowhere/at/all/entente.model", &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all/entente.model"));
}

/* Once that has been heeded the model can be loaded all the same. */
static void
test_cancelled (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);
  g_autofree char *name = tiny_model_write (tiny->file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntModel) model = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_model_load_cancellable (name, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  model = ent_model_load_cancellable (name, cancellable, &error);
  g_assert_no_error (error);
  g_assert_nonnull (model);
  g_remove (name);
}

static void
test_not_a_model (void)
{
  static const struct { const char *bytes; gsize n; } cases[] = {
    { "", 0 }, { "E", 1 }, { "ENTMODEL", 8 }, { "ENTMODEL\1\0\0\0\0\0\0", 15 }, { "ENTTESTV\1\0\0\0\0\0\0\0", 16 }, { "\x7f" "ELF............................", 32 }, { "Ukraine’s bid", 15 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) bytes = g_string_new_len (cases[i].bytes, (gssize) cases[i].n);
      assert_refused (bytes, ENT_MODEL_ERROR_NOT_A_MODEL, NULL);
    }
}

static void
test_version (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);

  tiny_model_assemble (tiny, "ENTMODEL", 2, -1);
  assert_refused (tiny->file, ENT_MODEL_ERROR_VERSION, "version 2");
}

static void
test_header_length (void)
{
  static const gint64 lengths[] = { 0, 1, 100, 16000, 1 << 24, G_MAXINT32, G_MAXUINT32 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (TinyModel) tiny = tiny_model_new (1);
      tiny_model_assemble (tiny, "ENTMODEL", 1, lengths[i]);
      /* 16,000 leaves out blanks only, but moves the place of the first tensor, so that the checksum is another */
      assert_refused (tiny->file, ENT_MODEL_ERROR_DAMAGED, NULL);
    }
}

/* Each case replaces the first occurrence of a text in the header. */
static void
test_header_fields (void)
{
  static const struct { const char *from, *to, *says; } cases[] = {
    { "{\"config\"", "[\"config\"", "JSON" },
    { "\"config\"", "\"confit\"", "config.hidden" },
    { "\"hidden\": 16", "\"hidden\": 17", NULL },
    { "\"hidden\": 16", "\"hidden\": -1", "config.hidden" },
    { "\"hidden\": 16", "\"hidden\": \"16\"", "config.hidden" },
    { "\"hidden\": 16", "\"hidden\": 1e9", "config.hidden" },
    { "\"hidden\": 16", "\"hidden\": 99999999999999", "config.hidden" },
    { "\"layers\": 2", "\"layers\": 0", "config.layers" },
    { "\"layers\": 2", "\"layers\": 3", "layer.2" },
    { "\"heads\": 2", "\"heads\": 3", "heads" },
    { "\"heads\": 2", "\"heads\": 0", "config.heads" },
    { "\"intermediate\": 24", "\"intermediate\": 16000", "layer.0.ffn1" },
    { "\"positions\": 64", "\"positions\": 63", "position" },
    { "\"window\": 40", "\"window\": 65", "window" },
    { "\"classes\"", "\"glasses\"", "classes" },
    { "\"UPOS\"", "\"XPOS\"", "classes.tags" },
    { "\"NOUN\"", "\"NAUN\"", "classes.tags" },
    { "\"NOUN\", ", "", "tags.w" },
    { "[\"absent\", \"Pass\"]", "[]", "classes.tags" },
    { "[\"absent\", \"Pass\"]", "[null, {}]", "classes.tags" },
    { "\"root\"", "\"boot\"", "classes.deprel" },
    { "\"nsubj\"", "17", "classes.deprel" },
    { "1|0|1||y", "1|0|1|y", "classes.lemma" },
    { "1|0|1||y", "7|0|1||y", "classes.lemma" },
    { "1|0|1||y", "1|0|-1||y", "classes.lemma" },
    { "1|0|1||y", "1|0|99999999999999999999||y", "classes.lemma" },
    { "{\"went", "[{\"went", NULL },
    { "\"place\"]", "\"palace\"]", "classes.names" },
    { "name-person", "name-horse", "classes.mentions" },
    { "name-person", "person", "classes.mentions" },
    { "\"accuse\"", "\"excuse\"", "classes.types" },
    { "\"none\", \"agree\"", "\"agree\", \"agree\"", "classes.types" },
    { "\"denied\"]", "\"denied\", \"denied\"]", "classes.modality" },
    { "\"possible\"", "\"passable\"", "classes.modality" },
    { "\"sha256\": \"", "\"sha256\": 7, \"x\": \"", "checksum" },
    { "\"tensors\"", "\"censors\"", "no tensors" },
    { "\"word\"", "\"ward\"", "word" },
    { "\"type\": \"i8\"", "\"type\": \"i9\"", "type" },
    { "\"type\": \"i8\"", "\"type\": 8", "type" },
    { "\"type\": \"i8\"", "\"type\": \"u8\"", "word" },
    { "\"type\": \"u8\"", "\"type\": \"i8\"", "scales" },
    { "\"shape\": [", "\"shape\": [-1, ", "shape" },
    { "\"shape\": [", "\"shape\": [4294967296, ", "shape" },
    { "\"shape\": [", "\"shape\": [1073741823, 1073741823, ", "word" },
    { "\"shape\": [", "\"shape\": [1000000, ", "beyond the end" },
    { "\"shape\": [", "\"shape\": [0, ", "word" },
    { "\"shape\": [", "\"shape\": [1, 1, 1, ", "shape" },
    { "\"shape\": [", "\"shape\": [[], ", "shape" },
    { "\"shape\": [", "\"shape\": [], \"y\": [", "shape" },
    { "\"shape\": [", "\"shape\": [\"16\", ", "shape" },
    { "\"offset\": ", "\"offset\": -", "offset" },
    { "\"offset\": ", "\"offset\": 9", "offset" },
    { "\"offset\": ", "\"offset\": 64, \"z\": ", "offset" },
    { "\"offset\": ", "\"offset\": 9223372036854775807, \"z\": ", "offset" },
    { "\"offset\": ", "\"offset\": null, \"z\": ", "offset" },
    { "\"scale\": ", "\"scale\": 0, \"z\": ", "scales" },
    { "\"scale\": ", "\"scale\": 9223372036854775804, \"z\": ", "scales" },
    { "\"scale\": ", "\"z\": ", "scales" },
    { "\"mentions.1.w\"", "\"mentions.9.w\"", "mentions.1" },
    { "\"pair.key.w\": {\"type\": \"f32\", \"shape\": [16, 16]", "\"pair.key.w\": {\"type\": \"f32\", \"shape\": [256]", "pair.key.w" },
    { "\"pair.key.w\": {\"type\": \"f32\", \"shape\": [16, 16]", "\"pair.key.w\": {\"type\": \"f32\", \"shape\": [15, 16]", "eight heads" },
    { "\"arc.u\": {\"type\": \"f32\", \"shape\": [6, 6]", "\"arc.u\": {\"type\": \"f32\", \"shape\": [4, 9]", "arc.u" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TinyModel) tiny = tiny_model_new (1);
      char *place = strstr (tiny->header->str, cases[i].from);
      gsize at;

      if (place == NULL)
        g_error ("the header has no %s", cases[i].from);
      at = (gsize) (place - tiny->header->str);
      g_string_erase (tiny->header, (gssize) at, (gssize) strlen (cases[i].from));
      g_string_insert (tiny->header, (gssize) at, cases[i].to);
      tiny_model_assemble (tiny, "ENTMODEL", 1, -1);
      g_test_message ("%s → %s", cases[i].from, cases[i].to);
      assert_refused (tiny->file, ENT_MODEL_ERROR_DAMAGED, cases[i].says);
    }
}

/* Brackets without end would exhaust the stack of a parser that calls itself. */
static void
test_nesting (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);
  g_autoptr (GString) deep = g_string_new ("{\"a\": ");

  for (guint i = 0; i < 2000000; i++)
    g_string_append_c (deep, '[');
  g_string_assign (tiny->header, deep->str);
  tiny_model_assemble (tiny, "ENTMODEL", 1, -1);
  assert_refused (tiny->file, ENT_MODEL_ERROR_DAMAGED, "nested too deeply");

  /* The parser takes comments; what is in one must not hide what stands behind. */
  g_string_prepend (tiny->header, "/*\"*/");
  tiny_model_assemble (tiny, "ENTMODEL", 1, -1);
  assert_refused (tiny->file, ENT_MODEL_ERROR_DAMAGED, "does not know");
}

static void
test_vocabulary (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);

  /* with a checksum that fits, so that it is the list itself that is looked at */
  for (gsize i = 0; i + 5 < tiny->tensors->len; i++)
    if (memcmp (tiny->tensors->str + i, "[UNK]", 5) == 0)
      memcpy (tiny->tensors->str + i, "[UNO]", 5);
  tiny_model_sign (tiny);
  tiny_model_assemble (tiny, "ENTMODEL", 1, -1);
  assert_refused (tiny->file, ENT_MODEL_ERROR_DAMAGED, "vocab");
}

static void
test_truncated (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);

  for (gsize n = 0; n < tiny->file->len; n += 97)
    {
      g_autoptr (GString) part = g_string_new_len (tiny->file->str, (gssize) n);
      assert_refused (part, n < 16 ? ENT_MODEL_ERROR_NOT_A_MODEL : ENT_MODEL_ERROR_DAMAGED, NULL);
    }
}

/* A byte changed among the tensors is found by the checksum; one in the header may be harmless, but never does harm. */
static void
test_corrupted (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);

  for (guint round = 0; round < 600; round++)
    {
      g_autoptr (GString) bytes = g_string_new_len (tiny->file->str, (gssize) tiny->file->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (EntModel) model = NULL;
      const guint n_changes = (guint) g_test_rand_int_range (1, 4);
      const gboolean in_header = round % 3 != 0;

      for (guint i = 0; i < n_changes; i++)
        {
          gsize at = (gsize) (in_header ? g_test_rand_int_range (0, (gint32) tiny->header->len + 16)
                                        : g_test_rand_int_range (16384 + 64, (gint32) bytes->len));
          bytes->str[at] = (char) (bytes->str[at] ^ g_test_rand_int_range (1, 256));
        }
      model = load (bytes, &error);
      if (!in_header && n_changes == 1)
        g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/model/good", test_good);
  g_test_add_func ("/nlp/model/missing", test_missing);
  g_test_add_func ("/nlp/model/cancelled", test_cancelled);
  g_test_add_func ("/nlp/model/not-a-model", test_not_a_model);
  g_test_add_func ("/nlp/model/version", test_version);
  g_test_add_func ("/nlp/model/header-length", test_header_length);
  g_test_add_func ("/nlp/model/header-fields", test_header_fields);
  g_test_add_func ("/nlp/model/nesting", test_nesting);
  g_test_add_func ("/nlp/model/vocabulary", test_vocabulary);
  g_test_add_func ("/nlp/model/truncated", test_truncated);
  g_test_add_func ("/nlp/model/corrupted", test_corrupted);
  return g_test_run ();
}
