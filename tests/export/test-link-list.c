/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-link-list.h"

#include "map-fixture.h"

static GPtrArray *
list (EntMap *map)
{
  GListModel *relations = ent_map_get_relations (map);
  GPtrArray  *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    g_ptr_array_add (links, g_list_model_get_item (relations, i));
  return links;
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char      *text = ent_link_list_dup_text (none, FALSE), *table = ent_link_list_dup_table (none), *html = ent_link_list_dup_html (none);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (table, ==, "From\tRelation\tTo\tStance\tQuotes\tConfidence\n");
  g_assert_nonnull (strstr (html, "<tr><th>From</th><th>Relation</th>"));
  g_assert_null (strstr (html, "<td>"));
}

static void
test_typical (void)
{
  g_autoptr (EntMap)    map = ent_map_new ();
  EntActor             *rada = fixture_add_actor (map, "Верховна Рада", ENT_KIND_ORGANISATION), *nato = fixture_add_actor (map, "NATO", ENT_KIND_ORGANISATION);
  EntRelation          *supports = fixture_add_relation (map, rada, nato, ENT_RELATION_SUPPORT, "підтримує", 2, ENT_MODALITY_ASSERTED);
  EntRelation          *unlabelled = fixture_add_relation (map, nato, rada, ENT_RELATION_AID, "", 1, ENT_MODALITY_POSSIBLE);
  g_autoptr (GPtrArray) links = list (map);

  ent_relation_set_mutual (unlabelled, TRUE);
  g_assert_cmpuint (ent_relation_get_stance (supports), ==, ENT_STANCE_COOPERATION);
  g_autofree char *text = ent_link_list_dup_text (links, FALSE), *named = ent_link_list_dup_text (links, TRUE);
  g_assert_true (g_str_has_prefix (text, "Верховна Рада → NATO: підтримує (cooperation, 9"));
  g_assert_nonnull (strstr (text, "%)\n“Україна & <NATO>” (¶\u00a01)\n“Україна & <NATO>” (¶\u00a01)\n\nNATO ↔ Верховна Рада: "));
  g_assert_true (g_str_has_suffix (text, "“Україна & <NATO>” (¶\u00a01 · possible)\n"));
  g_assert_null (strstr (text, "An article"));
  g_assert_nonnull (strstr (named, "(An article, ¶"));

  g_autofree char *table = ent_link_list_dup_table (links);
  g_auto (GStrv)   rows = g_strsplit (table, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 4);
  g_assert_true (g_str_has_prefix (rows[1], "Верховна Рада\tпідтримує\tNATO\tcooperation\t2\t9"));
  g_assert_nonnull (strstr (rows[2], " ↔\tВерховна Рада\t"));
}

/* Words of the articles make no further columns or rows, no formulas and no elements. */
static void
test_hostile (void)
{
  static const char *const names[] = { "=HYPERLINK(\"x\")", "a\tb\nc\r", "</td><script>", "@x", "" };
  g_autoptr (EntMap)       map = ent_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      EntActor *from = fixture_add_actor (map, names[i], ENT_KIND_PLACE), *to = fixture_add_actor (map, "B", ENT_KIND_PLACE);
      fixture_add_relation (map, from, to, ENT_RELATION_OTHER, names[i], 0, ENT_MODALITY_ASSERTED);
    }
  g_autoptr (GPtrArray) links = list (map);
  g_autofree char      *table = ent_link_list_dup_table (links), *html = ent_link_list_dup_html (links);
  g_auto (GStrv)        rows = g_strsplit (table, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, G_N_ELEMENTS (names) + 2);
  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, 6);
      g_assert_null (strpbrk (cells[0], "\r"));
      g_assert_true (cells[0][0] != '=' && cells[0][0] != '@');
    }
  g_assert_null (strstr (html, "<script>"));
  g_assert_null (strstr (html, "<td>="));
  g_assert_nonnull (strstr (html, "<td>'=HYPERLINK"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/link-list/empty", test_empty);
  g_test_add_func ("/export/link-list/typical", test_typical);
  g_test_add_func ("/export/link-list/hostile", test_hostile);
  return g_test_run ();
}
