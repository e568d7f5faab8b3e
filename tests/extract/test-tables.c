/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of data/ have the form that their heads describe, and the loaders refuse what has not. */

#include "ent-gazetteer.h"
#include "ent-relation-lexicon.h"
#include "ent-table.h"
#include "ent-word-lists.h"

#include <string.h>

static void
test_gazetteer_names (void)
{
  static const struct { const char *text, *name; EntGazetteerForm form; } cases[] = {
    { "Russia", "Russia", ENT_GAZETTEER_NAME }, { "Moscow", "Russia", ENT_GAZETTEER_CAPITAL }, { "Russians", "Russia", ENT_GAZETTEER_WORD },
    { "Kremlin", "Russia", ENT_GAZETTEER_SEAT }, { "US", "United States", ENT_GAZETTEER_NAME }, { "U.S.", "United States", ENT_GAZETTEER_NAME },
    { "Côte d’Ivoire", "Ivory Coast", ENT_GAZETTEER_NAME }, { "NATO", "NATO", ENT_GAZETTEER_NAME }, { "European  Union", "European Union", ENT_GAZETTEER_NAME },
    { "North Atlantic Treaty Organization", "NATO", ENT_GAZETTEER_NAME }, { "Eastern European", "Eastern Europe", ENT_GAZETTEER_WORD },
    { "Poles", "Poland", ENT_GAZETTEER_WORD }, { "Downing Street", "United Kingdom", ENT_GAZETTEER_SEAT }, { "UN", "United Nations", ENT_GAZETTEER_NAME },
  };
  static const char *const strangers[] = { "us", "who", "russia", "", " ", "Russi", "polish", "the", "\xc3", "turkey" };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_new (&error);
  EntGazetteerMatch match;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ent_gazetteer_find (gazetteer, cases[i].text, -1, &match));
      g_assert_cmpstr (ent_gazetteer_get_name (gazetteer, match.entry), ==, cases[i].name);
      g_assert_cmpint (match.form, ==, cases[i].form);
    }
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (g_utf8_validate (strangers[i], -1, NULL))
      g_assert_false (ent_gazetteer_find (gazetteer, strangers[i], -1, &match));
}

static void
test_gazetteer_size (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_new (&error);
  guint n_countries = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < ent_gazetteer_n_entries (gazetteer); i++)
    {
      EntGazetteerMatch match;
      const char *name = ent_gazetteer_get_name (gazetteer, i);

      n_countries += ent_gazetteer_get_kind (gazetteer, i) == ENT_KIND_COUNTRY;
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (ent_gazetteer_find (gazetteer, name, -1, &match));
      g_assert_cmpuint (match.entry, ==, i);      /* no name is claimed twice */
    }
  g_assert_cmpuint (n_countries, >=, 195);
  g_assert_cmpuint (ent_gazetteer_max_words (gazetteer), <, 12);
}

static void
test_lexicon_covers_types (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRelationLexicon) lexicon = ent_relation_lexicon_new (&error);
  static const struct { EntLexiconKind kind; const char *lemma; EntRelationType type; } cases[] = {
    { ENT_LEXICON_VERB, "criticise", ENT_RELATION_ACCUSE }, { ENT_LEXICON_NOUN, "annexation", ENT_RELATION_COERCE },
    { ENT_LEXICON_ADJECTIVE, "wary", ENT_RELATION_DISTRUST }, { ENT_LEXICON_AGENT, "president", ENT_RELATION_LEAD },
    { ENT_LEXICON_PREFIX, "pro", ENT_RELATION_SUPPORT }, { ENT_LEXICON_SUFFIX, "backed", ENT_RELATION_SUPPORT },
    { ENT_LEXICON_VERB, "Attack", ENT_RELATION_ASSAULT }, { ENT_LEXICON_NOUN, "embargo", ENT_RELATION_SANCTION },
  };

  g_assert_no_error (error);
  g_assert_cmpuint (ent_relation_lexicon_n_entries (lexicon), >=, 900);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GPtrArray *entries = ent_relation_lexicon_lookup (lexicon, cases[i].kind, cases[i].lemma);
      gboolean found = FALSE;

      g_assert_nonnull (entries);
      for (guint k = 0; k < entries->len; k++)
        found |= ((const EntLexiconEntry *) entries->pdata[k])->type == cases[i].type;
      g_assert_true (found);
    }
  g_assert_null (ent_relation_lexicon_lookup (lexicon, ENT_LEXICON_VERB, "zzz"));
  g_assert_null (ent_relation_lexicon_lookup (lexicon, ENT_LEXICON_VERB, NULL));
}

static void
test_lexicon_phrases (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRelationLexicon) lexicon =
    ent_relation_lexicon_new_parse ("# comment\n\nsanction\tverb\tsubj>on|against\t3\timpose sanction; impose\nconsult\tnoun\tposs<>with\t2\tpeace talk\n", "t", &error);
  const GPtrArray *entries;
  const EntLexiconEntry *entry;

  g_assert_no_error (error);
  entries = ent_relation_lexicon_lookup (lexicon, ENT_LEXICON_VERB, "impose");
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];                        /* the longer one goes first */
  g_assert_cmpstr (entry->words[1], ==, "sanction");
  g_assert_cmpstr (entry->to[1], ==, "against");
  g_assert_false (entry->mutual);
  entries = ent_relation_lexicon_lookup (lexicon, ENT_LEXICON_NOUN, "talk");
  entry = entries->pdata[0];
  g_assert_true (entry->mutual);
  g_assert_cmpstr (entry->from[0], ==, "poss");
}

static void
test_lexicon_refuses (void)
{
  static const struct { const char *text, *place; } cases[] = {
    { "reject\tverb\tsubj>obj\t3", "line 1" }, { "hate\tverb\tsubj>obj\t3\thate", "line 1" }, { "reject\tverbs\tsubj>obj\t3\thate", "line 1" },
    { "# x\nreject\tverb\tsubj\t3\thate", "line 2" }, { "reject\tverb\t>obj\t3\thate", "line 1" }, { "reject\tverb\tsubj>\t3\thate", "line 1" },
    { "reject\tverb\tsubj>obj\t9\thate", "line 1" }, { "reject\tverb\tsubj>obj\t\thate", "line 1" }, { "reject\tverb\tsubj>obj\t3\tcall [blam]", "line 1" }, { "\xff\xfe", "line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ent_relation_lexicon_new_parse (cases[i].text, "lexicon.tsv", &error));
      g_assert_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM);
      g_assert_nonnull (strstr (error->message, "lexicon.tsv"));
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
}

static gboolean
refuse_row (char **columns, guint line, gpointer data, GError **error)
{
  return TRUE;
}

static void
test_table_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_table_load ("gazetteer/planets.tsv", 1, refuse_row, NULL, &error));
  g_assert_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_MISSING);
}

static void
test_table_split (void)
{
  static const struct { const char *cell; guint n; const char *first; } cases[] = {
    { "-", 0, NULL }, { "", 0, NULL }, { "a", 1, "a" }, { " a ; b;; c ", 3, "a" }, { "Élysée; x", 2, "Élysée" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) values = ent_table_split (cases[i].cell);

      g_assert_cmpuint (g_strv_length (values), ==, cases[i].n);
      g_assert_cmpstr (values[0], ==, cases[i].first);
    }
}

static void
test_word_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntWordLists) lists = ent_word_lists_new (&error);

  g_assert_no_error (error);
  g_assert_true (ent_word_lists_has (lists, ENT_LIST_STAND_IN, "bid"));
  g_assert_true (ent_word_lists_has (lists, ENT_LIST_STATE_ORGAN, "Army"));
  g_assert_true (ent_word_lists_has (lists, ENT_LIST_NEGATION, "not"));
  g_assert_false (ent_word_lists_has (lists, ENT_LIST_NEGATION, "yes"));
  g_assert_false (ent_word_lists_has (lists, ENT_LIST_STAND_IN, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/gazetteer/names", test_gazetteer_names);
  g_test_add_func ("/extract/gazetteer/size", test_gazetteer_size);
  g_test_add_func ("/extract/lexicon/covers-types", test_lexicon_covers_types);
  g_test_add_func ("/extract/lexicon/phrases", test_lexicon_phrases);
  g_test_add_func ("/extract/lexicon/refuses", test_lexicon_refuses);
  g_test_add_func ("/extract/table/missing", test_table_missing);
  g_test_add_func ("/extract/table/split", test_table_split);
  g_test_add_func ("/extract/word-lists/has", test_word_lists);
  return g_test_run ();
}
