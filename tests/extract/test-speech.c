/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who says what stands in quotation marks, and whom its first persons mean. */

#include "ent-speech.h"
#include "tree-text.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *tree;
  guint       word;      /* from 0 */
  const char *speaker;   /* the form of who says it, NULL for nobody */
} Case;

#define RAINS "\" \" PUNCT 3 punct\nIt it PRON 3 nsubj\nrains rain VERB "

static const Case cases[] = {
  { "verb-above", RAINS "5 ccomp\n\" \" PUNCT 3 punct\nsaid say VERB 0 root\nÅsa Åsa PROPN 5 nsubj B-person", 2, "Åsa" },
  { "remark-below", RAINS "0 root\n\" \" PUNCT 3 punct\nKim Kim PROPN 6 nsubj B-person\nadded add VERB 3 parataxis", 1, "Kim" },
  { "outside", RAINS "5 ccomp\n\" \" PUNCT 3 punct\nsaid say VERB 0 root\nKim Kim PROPN 5 nsubj B-person", 4, NULL },
  { "sentence-before", "Kim Kim PROPN 2 nsubj B-person\nfrowned frown VERB 0 root\n\n" RAINS "0 root\n\" \" PUNCT 3 punct", 4, "Kim" },
  { "quotation-before",
    RAINS "5 ccomp\n\" \" PUNCT 3 punct\nsaid say VERB 0 root\nKim Kim PROPN 5 nsubj B-person\n\n" RAINS "0 root\n\" \" PUNCT 3 punct", 8, "Kim" },
  { "source", "According accord VERB 3 case\nto to ADP 1 fixed\nKim Kim PROPN 6 obl B-person\n\" \" PUNCT 6 punct\nit it PRON 6 nsubj\nrains rain VERB 0 root\n\" \" PUNCT 6 punct",
    5, "Kim" },
  { "words-alone", "The the DET 4 det\n\" \" PUNCT 3 punct\nspecial special ADJ 4 amod\nzone zone NOUN 6 nsubj\n\" \" PUNCT 3 punct\nsays say VERB 0 root", 2, NULL },
  { "nobody", RAINS "0 root\n\" \" PUNCT 3 punct", 2, NULL },
  { "never-closed", RAINS "0 root", 2, NULL },
};

static void
test_speaker (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Extraction) e = extraction_new (c->tree);
  const EntReading *r = e->tree->reading;
  gint speaker = r->speakers[c->word];

  g_assert_cmpstr (speaker >= 0 ? r->words[speaker].form : NULL, ==, c->speaker);
}

static void
test_first_person (void)
{
  g_autoptr (Extraction) e = extraction_new (
    "\" \" PUNCT 3 punct\nWe we PRON 3 nsubj\ncondemn condemn VERB 6 ccomp\nChad Chad PROPN 3 obj B-place\n\" \" PUNCT 3 punct\n"
    "said say VERB 0 root\nKim Kim PROPN 6 nsubj B-person\n, , PUNCT 9 punct\npresident president NOUN 7 appos\nof of ADP 11 case\nMali Mali PROPN 9 nmod B-place");
  g_autofree char *claims = extraction_dup_claims (e);

  g_assert_nonnull (strstr (claims, "Mali accuse Chad (reported)"));
  g_assert_nonnull (strstr (claims, "Kim lead Mali"));
}

static void
test_source (void)
{
  g_autoptr (Extraction) e = extraction_new (
    "According accord VERB 3 case\nto to ADP 1 fixed\nofficials official NOUN 7 obl\nin in ADP 5 case\nChad Chad PROPN 3 nmod B-place\n"
    "Mali Mali PROPN 7 nsubj B-place\nwaits wait VERB 0 root");
  const EntReading *r = e->tree->reading;

  g_assert_true (ent_speech_is_source (r, 2));
  g_assert_false (ent_speech_is_source (r, 5));
  g_assert_cmpint (ent_speech_find_source (r, 4), ==, 2);
  g_assert_cmpint (ent_speech_find_source (r, 5), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/speech/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_speaker);
    }
  g_test_add_func ("/extract/speech/first-person", test_first_person);
  g_test_add_func ("/extract/speech/find-source", test_source);
  return g_test_run ();
}
