/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-vocabulary.h"

#include <string.h>

static const char pieces[] =
  "[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##aff\n##able\nrun\n##ning\nzoe\nisme\n##t\n.\n,\n-\n$\n’\n…\nu\ns\n習\n近\nσοφο\n##σ\n##ς\na\n##a\nfi\n##nance\nthe\n";

/* Pieces as "un ##aff ##able". */
static char *
split (const EntVocabulary *vocabulary, const char *word, guint max_pieces)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint));
  g_auto (GStrv) all = g_strsplit (pieces, "\n", -1);
  GString *text = g_string_new (NULL);

  ent_vocabulary_split_word (vocabulary, word, max_pieces, ids);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", all[g_array_index (ids, gint, i)]);
  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  static const struct { const char *word, *pieces; } cases[] = {
    { "unaffable", "un ##aff ##able" },
    { "UNAFFABLE", "un ##aff ##able" },
    { "running", "run ##ning" },
    { "Zoë", "zoe" },                       /* marks go */
    { "Zoe\xCC\x88", "zoe" },
    { "İsmet", "isme ##t" },                /* the dot of the capital goes with the marks */
    { "U.S.", "u . s ." },
    { "run-run", "run - run" },
    { "$", "$" },
    { "run’s", "run ’ s" },
    { "…", "…" },
    { "習近", "習 近" },
    { "runxyz", "[UNK]" },                  /* a part that cannot be spelled */
    { "runxyz.un", "[UNK] . un" },
    { "", "[UNK]" },
    { "\xC2\xAD", "[UNK]" },                /* a soft hyphen is nothing */
    { "run\xE2\x80\x8Bning", "run ##ning" },/* nor is a zero-width space */
    { "run\xEF\xBF\xBDning", "run ##ning" },
    { "the un", "the un" },                 /* blanks part */
    { "the\xC2\xA0un", "the un" },
    { "ΣΟΦΟΣ", "σοφο ##σ" },                /* letter by letter: no final sigma */
    { "ﬁnance", "[UNK]" },                  /* NFD keeps ligatures */
  };
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_new (pieces, strlen (pieces));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = split (vocabulary, cases[i].word, 500);
      g_assert_cmpstr (got, ==, cases[i].pieces);
    }
}

static void
test_long (void)
{
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_new (pieces, strlen (pieces));
  g_autofree char *hundred = g_strnfill (100, 'a'), *more = g_strnfill (101, 'a'), *endless = g_strnfill (100000, '.');
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autofree char *got = split (vocabulary, more, 500);

  g_assert_cmpstr (got, ==, "[UNK]");
  ent_vocabulary_split_word (vocabulary, hundred, 500, ids);
  g_assert_cmpuint (ids->len, ==, 100);
  g_array_set_size (ids, 0);
  ent_vocabulary_split_word (vocabulary, endless, 500, ids);
  g_assert_cmpuint (ids->len, ==, 500);
  g_array_set_size (ids, 0);
  ent_vocabulary_split_word (vocabulary, hundred, 7, ids);
  g_assert_cmpuint (ids->len, ==, 7);
}

static void
test_bad (void)
{
  g_assert_null (ent_vocabulary_new ("", 0));
  g_assert_null (ent_vocabulary_new ("[UNK]\n[CLS]\n[SEP]", 17));   /* the last is not ended */
  g_assert_null (ent_vocabulary_new ("\n\n\n##\n", 6));
}

static void
test_casing (void)
{
  static const struct { const char *word; EntCasing casing; } cases[] = {
    { "", ENT_CASING_NO_LETTERS }, { "1,000", ENT_CASING_NO_LETTERS }, { "—", ENT_CASING_NO_LETTERS }, { "習近平", ENT_CASING_LOWER },
    { "war", ENT_CASING_LOWER }, { "élan", ENT_CASING_LOWER }, { "1st", ENT_CASING_LOWER }, { "Élan", ENT_CASING_TITLE }, { "War", ENT_CASING_TITLE },
    { "A", ENT_CASING_TITLE }, { "(War", ENT_CASING_TITLE }, { "NATO", ENT_CASING_UPPER }, { "U.S.", ENT_CASING_UPPER }, { "МИД", ENT_CASING_UPPER },
    { "G7", ENT_CASING_TITLE }, { "mcDonald", ENT_CASING_MIXED }, { "McDonald", ENT_CASING_MIXED }, { "iPhone", ENT_CASING_MIXED }, { "NATO’s", ENT_CASING_MIXED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ent_casing_of_word (cases[i].word), ==, cases[i].casing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/vocabulary/words", test_words);
  g_test_add_func ("/nlp/vocabulary/long", test_long);
  g_test_add_func ("/nlp/vocabulary/bad", test_bad);
  g_test_add_func ("/nlp/vocabulary/casing", test_casing);
  return g_test_run ();
}
