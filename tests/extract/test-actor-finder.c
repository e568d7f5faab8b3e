/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who a text speaks of: one party once however it is called, two parties apart however alike. */

#include "tree-text.h"

typedef struct {
  const char *name;
  const char *tree;
  const char *cast;
} Case;

static const Case cases[] = {
  { "surname",
    "Ivan Ivan PROPN 3 nsubj B-person\nPetrov Petrov PROPN 1 flat I-person\nspoke speak VERB 0 root\n\nPetrov Petrov PROPN 2 nsubj B-person\nleft leave VERB 0 root",
    "Ivan Petrov person: Ivan Petrov, Petrov" },
  { "shared-surname",
    "Ivan Ivan PROPN 3 nsubj B-person\nPetrov Petrov PROPN 1 flat I-person\nmet meet VERB 0 root\nOlga Olga PROPN 3 obj B-person\nPetrov Petrov PROPN 4 flat I-person\n\n"
    "Petrov Petrov PROPN 2 nsubj B-person\nleft leave VERB 0 root",
    "Ivan Petrov person: Ivan Petrov; Olga Petrov person: Olga Petrov; Petrov person: Petrov" },
  { "title",
    "President President PROPN 2 nmod:desc B-person\nIvan Ivan PROPN 4 nsubj I-person\nPetrov Petrov PROPN 2 flat I-person\nspoke speak VERB 0 root",
    "Ivan Petrov person: Ivan Petrov" },
  { "capital-for-government",
    "Moscow Moscow PROPN 2 nsubj\nprotested protest VERB 0 root\n\nRussia Russia PROPN 2 nsubj\nwaited wait VERB 0 root", "Russia country: Moscow, Russia" },
  { "capital-as-scenery",
    "They they PRON 2 nsubj\nmet meet VERB 0 root\nin in ADP 4 case\nMoscow Moscow PROPN 2 obl", "Moscow place: Moscow" },
  { "capital-of-officials",
    "Officials official NOUN 4 nsubj\nin in ADP 3 case\nMoscow Moscow PROPN 1 nmod\nspoke speak VERB 0 root", "Russia country: Moscow" },
  { "capital-of-bakers",
    "Bakers baker NOUN 4 nsubj\nin in ADP 3 case\nMoscow Moscow PROPN 1 nmod\nspoke speak VERB 0 root", "Moscow place: Moscow" },
  { "adjective", "Russian Russian ADJ 2 amod\ntroops troop NOUN 3 nsubj\nleft leave VERB 0 root", "Russia country: Russian" },
  { "acronym-in-brackets",
    "Union Union PROPN 6 nsubj B-organisation\nof of ADP 3 case I-organisation\nBakers Baker PROPN 1 nmod I-organisation\n( ( PUNCT 5 punct\nUB UB PROPN 1 appos B-organisation\n) ) PUNCT 5 punct\nspoke speak VERB 0 root",
    "Union of Bakers organisation: Union of Bakers, UB" },
  { "nominal-of-organisation",
    "NATO NATO PROPN 2 nsubj\ngrew grow VERB 0 root\n\nThe the DET 2 det\nalliance alliance NOUN 3 nsubj\nwaits wait VERB 0 root", "NATO organisation: NATO" },
  { "name-within-longer-name",
    "Bank Bank PROPN 4 nsubj B-organisation\nof of ADP 3 case I-organisation\nChina China PROPN 1 nmod I-organisation\nspoke speak VERB 0 root",
    "Bank of China organisation: Bank of China" },
  { "event-is-no-actor",
    "Korean Korean ADJ 2 amod B-event\nWar War PROPN 3 nsubj I-event\nended end VERB 0 root", "" },
  { "pronoun-of-entity",
    "Olga Olga PROPN 2 nsubj B-person M=4 K=person\nspoke speak VERB 0 root\n\nShe she PRON 2 nsubj M=4 K=person\nleft leave VERB 0 root", "Olga person: Olga" },
  { "noun-that-a-people-is-not",
    "The the DET 2 det\nteam team NOUN 3 nsubj M=7 K=group\nleft leave VERB 0 root\n\nMany many ADJ 3 nsubj\nwere be AUX 3 cop\nMuslims Muslims PROPN 0 root M=7 K=group",
    "Muslims group: Muslims" },
  { "noun-that-a-country-is-not",
    "Peru Peru PROPN 2 nsubj M=7 K=country\nwon win VERB 0 root\n\nThe the DET 2 det\norchestra orchestra NOUN 3 nsubj M=7 K=group\nleft leave VERB 0 root",
    "Peru country: Peru; orchestra group:" },
  { "noun-far-before-the-name",
    "The the DET 2 det\nsinger singer NOUN 3 nsubj M=7 K=person\nleft leave VERB 0 root\n\nIt it PRON 2 nsubj\nrained rain VERB 0 root\n\n"
    "It it PRON 2 nsubj\nsnowed snow VERB 0 root\n\nOlga Olga PROPN 2 nsubj B-person M=7 K=person\nspoke speak VERB 0 root",
    "Olga person: Olga; singer person:" },
  { "noun-right-before-the-name",
    "The the DET 2 det\nsinger singer NOUN 3 nsubj M=7 K=person\nleft leave VERB 0 root\n\nOlga Olga PROPN 2 nsubj B-person M=7 K=person\nspoke speak VERB 0 root",
    "Olga person: Olga" },
  { "surname-taken-for-a-body",
    "Ivan Ivan PROPN 3 nsubj B-person\nPetrov Petrov PROPN 1 flat I-person\nspoke speak VERB 0 root\n\nPetrov Petrov PROPN 2 nsubj B-organisation\nleft leave VERB 0 root",
    "Ivan Petrov person: Ivan Petrov, Petrov" },
  { "vague-noun-that-comes-back",
    "Danish Danish ADJ 2 amod\nplayers player NOUN 3 nsubj M=7:2 K=group\nlost lose VERB 0 root\n\nThe the DET 2 det\nteam team NOUN 3 nsubj M=7 K=group\nleft leave VERB 0 root\n\n"
    "They they PRON 2 nsubj M=7 K=group\nwaited wait VERB 0 root",
    "Denmark country: Danish; Danish players group:" },
  { "vague-noun-once",
    "The the DET 2 det\nperson person NOUN 3 nsubj M=7 K=person\nleft leave VERB 0 root", "" },
  { "counted-noun",
    "six six NUM 3 nummod\n- - PUNCT 3 punct\nmember member NOUN 5 compound\nDanish Danish ADJ 5 amod\norchestras orchestra NOUN 6 nsubj M=7 K=group\nleft leave VERB 0 root",
    "Denmark country: Danish; Danish orchestras group:" },
  { "multibyte", "Élysée Élysée PROPN 2 nsubj\nwaits wait VERB 0 root\n\nFrance France PROPN 0 root", "France country: Élysée, France" },
  { "empty", "", "" },
  { "no-actor", "It it PRON 2 nsubj\nrains rain VERB 0 root", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Extraction) extraction = extraction_new (c->tree);
  g_autofree char *cast = extraction_dup_cast (extraction);

  g_assert_cmpstr (cast, ==, c->cast);
}

/* No two references overlap, and each lies where its head is. */
static void
test_references (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Extraction) e = extraction_new (cases[i].tree);
      guint end = 0;

      for (guint k = 0; k < e->cast->references->len; k++)
        {
          const EntReference *reference = ent_cast_get_reference (e->cast, k);

          g_assert_cmpuint (reference->first_word, >=, end);
          g_assert_cmpuint (reference->head_word, >=, reference->first_word);
          end = reference->first_word + reference->n_words;
          g_assert_cmpuint (reference->head_word, <, end);
          g_assert_cmpint (e->cast->at_head[reference->head_word], ==, (gint) k);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/actor-finder/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/extract/actor-finder/references", test_references);
  return g_test_run ();
}
