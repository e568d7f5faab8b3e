/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-words.h"

#include "fixture.h"

/* Every term has words, and no two of a kind have the same. */
static void
test_terms (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (EntRelationType type = 0; type < ENT_N_RELATION_TYPES; type++) {
    g_assert_true (g_hash_table_add (seen, (gpointer) ent_words_type (type)));
    g_assert_true (g_hash_table_add (seen, (gpointer) ent_words_type_verb (type)));
  }
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    g_assert_true (g_hash_table_add (seen, (gpointer) ent_words_stance (stance)));
  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    g_assert_true (g_hash_table_add (seen, (gpointer) ent_words_kind (kind)));
  g_assert_null (ent_words_modality (ENT_MODALITY_ASSERTED));
  for (EntModality modality = ENT_MODALITY_POSSIBLE; modality < ENT_N_MODALITIES; modality++)
    g_assert_true (g_hash_table_add (seen, (gpointer) ent_words_modality (modality)));
}

static void
test_relation (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  EntRelation *relation = ent_map_find_relation (map, "r1");
  g_autofree char *direction = ent_words_dup_direction (relation);
  g_autofree char *grounds = ent_words_dup_grounds (relation);
  g_autofree char *summary = ent_words_dup_summary (relation);
  g_autofree char *both_ways = NULL;

  g_assert_cmpstr (direction, ==, "Ukraine → NATO");
  g_assert_cmpstr (grounds, ==, "2 quotes · confidence 95 %");
  g_assert_cmpstr (summary, ==, "backs · 2 quotes · 95 %");
  ent_relation_set_mutual (relation, TRUE);
  both_ways = ent_words_dup_direction (relation);
  g_assert_cmpstr (both_ways, ==, "Ukraine ↔ NATO");
}

/* Where one reads from right to left, the sign stays behind its number. */
static void
test_percent (void)
{
  GtkTextDirection direction = gtk_widget_get_default_direction ();
  g_autofree char *plain = NULL, *apart = NULL, *none = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  plain = ent_words_take_percent (g_strdup ("¶ 4 · 93 %"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  apart = ent_words_take_percent (g_strdup ("¶ 4 · 93 %, 100%"));
  none = ent_words_take_percent (g_strdup ("¶ 4, %"));
  gtk_widget_set_default_direction (direction);
  g_assert_cmpstr (plain, ==, "¶ 4 · 93 %");
  g_assert_cmpstr (apart, ==, "¶ 4 · \u206693 %\u2069, \u2066100%\u2069");
  g_assert_cmpstr (none, ==, "¶ 4, %");
}

static void
test_map_size (void)
{
  g_autoptr (EntMap) empty = ent_map_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autofree char *nothing = ent_words_dup_map_size (empty, 0);
  g_autofree char *size = ent_words_dup_map_size (map, 0);
  g_autofree char *fewer = ent_words_dup_map_size (map, 1);
  g_autofree char *hidden = ent_words_dup_hidden (1);

  g_assert_cmpstr (nothing, ==, "0 actors · 0 links · 0 articles");
  g_assert_cmpstr (size, ==, "3 actors · 2 links · 1 article");
  g_assert_cmpstr (fewer, ==, "3 actors · 1 of 2 links · 1 article");
  g_assert_cmpstr (hidden, ==, "1 weak link hidden");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/words/terms", test_terms);
  g_test_add_func ("/app/words/relation", test_relation);
  g_test_add_func ("/app/words/percent", test_percent);
  g_test_add_func ("/app/words/map-size", test_map_size);
  return g_test_run ();
}
