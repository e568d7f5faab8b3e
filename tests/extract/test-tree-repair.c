/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is put right in trees written by hand as the parser gets them wrong, and what stays as it is. */

#include "ent-tree-repair.h"
#include "tree-text.h"

#define TWO_SUBJECTS(before, after) "The the DET 2 det\nminister minister NOUN 7 nsubj\n" before " " before " PUNCT 4 punct\nJane Jane PROPN 7 nsubj B-person\n" \
                                    "Roe Roe PROPN 4 flat I-person\n" after " " after " PUNCT 4 punct\nresigned resign VERB 0 root"
#define CLAUSE(joint) "The the DET 2 det\nminister minister NOUN 10 nsubj\nwho who PRON 4 nsubj\ndefied defy VERB 2 acl:relcl\nChad Chad PROPN 4 obj\n" joint \
                      "Jane Jane PROPN 5 conj B-person\nRoe Roe PROPN 7 flat I-person\n, , PUNCT 2 punct\nresigned resign VERB 0 root"
#define RELATIVE(head) "Chad Chad PROPN 8 nsubj\n, , PUNCT 4 punct\nagainst against ADP 4 case\nwhich which PRON " head " obl\nMali Mali PROPN 6 nsubj\n" \
                       "fought fight VERB 1 acl:relcl\n, , PUNCT 1 punct\nlost lose VERB 0 root"

typedef struct {
  const char *name;
  const char *tree;
  guint       word, head;   /* from 1 */
  const char *deprel;
} Case;

static const Case cases[] = {
  { "subjects/set-off", TWO_SUBJECTS (",", ","), 4, 2, "appos" },
  { "subjects/not-set-off-before", TWO_SUBJECTS (":", ","), 4, 7, "nsubj" },
  { "subjects/not-set-off-behind", TWO_SUBJECTS (",", ";"), 4, 7, "nsubj" },
  { "subjects/list", "Ministers minister NOUN 9 nsubj\n, , PUNCT 3 punct\nJane Jane PROPN 9 nsubj B-person\nRoe Roe PROPN 3 flat I-person\n, , PUNCT 7 punct\nand and CCONJ 7 cc\n"
                     "Ann Ann PROPN 3 conj B-person\nPoe Poe PROPN 7 flat I-person\nresigned resign VERB 0 root", 3, 9, "nsubj" },
  { "clause/name-of-its-noun", CLAUSE (", , PUNCT 7 punct\n"), 7, 2, "appos" },
  { "clause/joined", CLAUSE ("and and CCONJ 7 cc\n"), 7, 5, "conj" },
  { "relative/of-its-clause", RELATIVE ("8"), 4, 6, "obl" },
  { "relative/right-already", RELATIVE ("6"), 4, 6, "obl" },
  { "one-word", "Chad Chad PROPN 0 root", 1, 0, "root" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  TreeText *tree = tree_text_new (c->tree);
  const EntReading *r = tree->reading;
  guint n_children = 0, n_hanging = 0;

  ent_tree_repair (tree->reading);
  g_assert_cmpint (r->words[c->word - 1].head, ==, (gint) c->head - 1);
  g_assert_cmpstr (r->words[c->word - 1].deprel, ==, c->deprel);
  /* every word still hangs on its head, once and in order */
  for (guint w = 0; w < r->n_words; w++)
    {
      gint last = -1;

      n_hanging += r->words[w].head >= 0;
      ENT_READING_EACH_CHILD (r, (gint) w, child)
        {
          g_assert_cmpint (r->words[child].head, ==, (gint) w);
          g_assert_cmpint (child, >, last);
          last = child;
          n_children++;
        }
    }
  g_assert_cmpuint (n_children, ==, n_hanging);
  tree_text_free (tree);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/tree-repair/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
