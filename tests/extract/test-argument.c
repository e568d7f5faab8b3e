/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom the last subject of a text stands for, where it is none that it names: "both sides". */

#include "tree-text.h"

#include "ent-argument.h"

typedef struct {
  const char *name;
  const char *tree;      /* ends in a verb whose subject is resolved */
  const char *parties;   /* "Chad; Mali" */
} Case;

#define LEFT "left leave VERB 0 root\n\n"
#define CHAD_LEFT "Chad Chad PROPN 2 nsubj\n" LEFT
#define RAIN "Rain rain NOUN 2 nsubj\nfell fall VERB 0 root\n\n"
#define CHAD_AND_MALI "Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj\n" LEFT
#define FROM_CHAD_AND_MALI "Peru Peru PROPN 2 nsubj\ninvited invite VERB 0 root\nmen man NOUN 2 obj\nfrom from ADP 5 case\nChad Chad PROPN 3 nmod\nand and CCONJ 7 cc\nMali Mali PROPN 5 conj\n\n"
#define BOTH_SIDES "Both both DET 2 det\nsides side NOUN 3 nsubj M=7 K=group\n" LEFT
#define TWO_STATES "The the DET 3 det\ntwo two NUM 3 nummod\ncountries country NOUN 4 nsubj M=7 K=group\n" LEFT

static const Case pairs[] = {
  { "of-two-joined", CHAD_AND_MALI BOTH_SIDES, "Chad; Mali" },
  { "of-two-apart", "Chad Chad PROPN 2 nsubj\nmet meet VERB 0 root\nMali Mali PROPN 2 obj\n\n" BOTH_SIDES, "Chad; Mali" },
  { "of-two-joined-beside-another", FROM_CHAD_AND_MALI BOTH_SIDES, "Chad; Mali" },
  { "of-two-states-beside-another", FROM_CHAD_AND_MALI TWO_STATES, "Chad; Mali" },
  { "that-is-not-counted",
    "Chad Chad PROPN 8 obl\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj\n, , PUNCT 8 punct\nPeru Peru PROPN 8 obl\n, , PUNCT 8 punct\nsides side NOUN 8 nsubj\n" LEFT, "" },
  { "after-a-sentence-of-neither", FROM_CHAD_AND_MALI RAIN BOTH_SIDES, "Chad; Mali" },
  { "too-far-back", CHAD_AND_MALI RAIN RAIN BOTH_SIDES, "" },
  { "of-three-joined", "Chad Chad PROPN 6 nsubj\n, , PUNCT 3 punct\nMali Mali PROPN 1 conj\nand and CCONJ 5 cc\nPeru Peru PROPN 1 conj\n" LEFT BOTH_SIDES, "" },
  { "of-three-apart", "Chad Chad PROPN 2 nsubj\nmet meet VERB 0 root\nMali Mali PROPN 2 obj\nin in ADP 5 case\nPeru Peru PROPN 2 obl\n\n" BOTH_SIDES, "" },
  { "of-one", CHAD_LEFT BOTH_SIDES, "" },
  { "of-a-body-and-a-state", "Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nNATO NATO PROPN 1 conj\n" LEFT TWO_STATES, "" },
  { "that-the-model-takes-for-one", "Weavers weaver NOUN 2 nsubj M=7 K=group\n" LEFT FROM_CHAD_AND_MALI BOTH_SIDES, "Chad; Mali" },
  { "that-says-which", CHAD_AND_MALI "The the DET 3 det\ntwo two NUM 3 nummod\nsides side NOUN 6 nsubj\nof of ADP 5 case\nhills hill NOUN 3 nmod\n" LEFT, "" },
  { "of-more-than-two", CHAD_AND_MALI "Three three NUM 2 nummod\nsides side NOUN 3 nsubj\n" LEFT, "" },
};

static void
test_pair (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Extraction) e = extraction_new (c->tree);
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (EntParty));
  g_autoptr (GString) names = g_string_new (NULL);

  ent_argument_resolve (e->tree->reading, e->cast, e->lists, (gint) e->tree->reading->n_words - 2, parties);
  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", ent_cast_get_actor (e->cast, g_array_index (parties, EntParty, i).actor)->name);
  g_assert_cmpstr (names->str, ==, c->parties);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/argument/pair-%s", pairs[i].name);
      g_test_add_data_func (path, &pairs[i], test_pair);
    }
  return g_test_run ();
}
