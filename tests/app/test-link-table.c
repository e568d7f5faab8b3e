/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-link-table.h"

#include "ent-filter-bar.h"
#include "fixture.h"

typedef struct {
  EntMap       *map;
  EntSession   *session;
  EntMapFilter *filter;
  GtkWidget    *table;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->map = fixture_map_new ();
  fixture->session = ent_session_new ();
  fixture->filter = ent_session_get_filter (fixture->session);
  fixture->table = ent_link_table_new (fixture->session);
  ent_session_open (fixture->session, fixture->map, NULL);
  fixture->window = fixture_show (fixture->table, 700, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_destroy_window (fixture->window, fixture->table);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->map);
}

static char *
dup_rows (Fixture *fixture)
{
  GListModel *links = ent_link_table_get_links (ENT_LINK_TABLE (fixture->table));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (links, i);
    g_string_append (ids, ent_relation_get_id (relation));
  }
  return g_string_free (ids, FALSE);
}

#define assert_rows(fixture, expected) G_STMT_START { \
  g_autofree char *rows_ = dup_rows (fixture); \
  g_assert_cmpstr (rows_, ==, expected); \
} G_STMT_END

/* What the cells say, and that they follow the map. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "Ukraine", "backs", "NATO", "Cooperation", "2", "95 %", "Élodie Müller", "doubts", "Conflict", "70 %" };

  assert_rows (fixture, "r1r2");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (fixture_find_widget (fixture->table, GTK_TYPE_LABEL, texts[i]));
  ent_actor_set_name (ent_map_find_actor (fixture->map, "a3"), "Пакт");
  ent_relation_set_relation_type (ent_map_find_relation (fixture->map, "r2"), ENT_RELATION_OTHER);
  g_assert_nonnull (fixture_find_widget (fixture->table, GTK_TYPE_LABEL, "Пакт"));
  g_assert_nonnull (fixture_find_widget (fixture->table, GTK_TYPE_LABEL, "Neutral"));
  ent_map_remove_relation (fixture->map, ent_map_find_relation (fixture->map, "r1"));
  assert_rows (fixture, "r2");
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *column, *first, *second; } cases[] = {
    { "quotes", "r1r2", "r2r1" }, { "confidence", "r1r2", "r2r1" }, { "stance", "r1r2", "r2r1" },
    { "relation", "r1r2", "r2r1" }, { "to", "r1r2", "r2r1" }, { "from", "r2r1", "r1r2" },
  };

  /* Where letters with accents stand depends on the language of whoever runs this. */
  ent_actor_set_name (ent_map_find_actor (fixture->map, "a1"), "Anna");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gtk_widget_activate_action (fixture->table, "table.sort", "s", cases[i].column);
    assert_rows (fixture, cases[i].first);
    gtk_widget_activate_action (fixture->table, "table.sort", "s", cases[i].column);
    assert_rows (fixture, cases[i].second);
  }
  /* A change finds its place in the order. */
  gtk_widget_activate_action (fixture->table, "table.sort", "s", "to");
  assert_rows (fixture, "r1r2");
  ent_actor_set_name (ent_map_find_actor (fixture->map, "a3"), "ZZ");
  assert_rows (fixture, "r2r1");
}

/* While a path is shown its links are the rows. */
static void
test_path (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, "r1r2");
  g_assert_true (ent_session_connect (fixture->session, ent_map_find_actor (fixture->map, "a3"), ent_map_find_actor (fixture->map, "a2"), NULL));
  assert_rows (fixture, "r1");
  ent_session_clear_path (fixture->session);
  assert_rows (fixture, "r1r2");
}

/* One selection for all: rows follow the session, the session follows rows that the reader chooses, and nothing else. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (ent_link_table_get_links (ENT_LINK_TABLE (fixture->table)));
  EntRelation *first = ent_map_find_relation (fixture->map, "r1"), *second = ent_map_find_relation (fixture->map, "r2");

  g_assert_null (gtk_single_selection_get_selected_item (selection));
  ent_session_select (fixture->session, NULL, second);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == second);
  gtk_single_selection_set_selected (selection, 0);
  g_assert_true (ent_session_get_relation (fixture->session) == first);
  ent_session_select (fixture->session, ent_map_find_actor (fixture->map, "a1"), NULL);
  g_assert_null (gtk_single_selection_get_selected_item (selection));

  /* A row that goes for the search is selected still, and so it is when it comes back. */
  ent_session_select (fixture->session, NULL, first);
  g_object_set (fixture->table, "search", "doubts", NULL);
  assert_rows (fixture, "r2");
  g_assert_true (ent_session_get_relation (fixture->session) == first);
  g_object_set (fixture->table, "search", "", NULL);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == first);
}

static gboolean
is_scrolled (gpointer view)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (view)) > 400;
}

/* A table that comes up, as after the map, shows the link that was selected meanwhile. */
static void
test_coming_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *stack = gtk_stack_new (), *button = gtk_button_new (), *table = ent_link_table_new (fixture->session), *window;
  GtkWidget *view = fixture_find_widget (table, GTK_TYPE_COLUMN_VIEW, NULL);
  EntActor *from = ent_map_find_actor (fixture->map, "a1"), *to = ent_map_find_actor (fixture->map, "a3");

  ent_map_filter_set_least_confidence (fixture->filter, 0);
  for (guint i = 10; i < 80; i++) {
    g_autofree char *id = g_strdup_printf ("r%u", i);
    g_autoptr (EntRelation) relation = ent_relation_new (id, from, to, ENT_RELATION_AGREE, "Ž");
    ent_map_add_relation (fixture->map, relation);
  }
  gtk_stack_add_child (GTK_STACK (stack), button);
  gtk_stack_add_child (GTK_STACK (stack), table);
  window = fixture_show (stack, 700, 400);
  gtk_widget_grab_focus (button);
  ent_session_select (fixture->session, NULL, ent_map_find_relation (fixture->map, "r79"));
  fixture_run_for (100);
  gtk_stack_set_visible_child (GTK_STACK (stack), table);
  fixture_wait_for (is_scrolled, view);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The filter and the search take rows away, and say so where none is left. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_CONFLICT, FALSE);
  assert_rows (fixture, "r1");
  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_COOPERATION, FALSE);
  assert_rows (fixture, "");
  g_assert_nonnull (fixture_find_widget (fixture->table, GTK_TYPE_LABEL, "No Link Passes the Filter"));
  ent_map_filter_clear (fixture->filter);
  assert_rows (fixture, "r1r2");
  g_object_set (fixture->table, "search", "muller", NULL);
  assert_rows (fixture, "r2");
  g_object_set (fixture->table, "search", "xyzzy", NULL);
  g_assert_nonnull (fixture_find_widget (fixture->table, GTK_TYPE_LABEL, "No Link Matches the Search"));
  g_object_set (fixture->table, "search", "", NULL);
  ent_map_remove_actor (fixture->map, ent_map_find_actor (fixture->map, "a2"));
  g_assert_nonnull (fixture_find_widget (fixture->table, GTK_TYPE_LABEL, "No Links on This Map"));
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  ent_map_remove_relation (fixture->map, ent_session_get_relation (fixture->session));
}

/* Delete removes the link of the row that has the focus, whatever else is selected, and the next one takes its place. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { .name = "remove", .activate = remove_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  ent_session_select (fixture->session, ent_map_find_actor (fixture->map, "a1"), NULL);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  fixture_press (fixture->table, "Delete");
  assert_rows (fixture, "r1r2");

  g_assert_true (gtk_widget_grab_focus (fixture->table));
  fixture_press (fixture->table, "Delete");
  assert_rows (fixture, "r2");
  g_assert_cmpstr (ent_relation_get_id (ent_session_get_relation (fixture->session)), ==, "r2");
  fixture_run_for (50);
  fixture_press (fixture->table, "Delete");
  assert_rows (fixture, "");
}

/* The menu key shows the menu of the row's link. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  g_assert_true (gtk_widget_grab_focus (fixture->table));
  fixture_press (fixture->table, "Menu");
  g_assert_cmpstr (ent_relation_get_id (ent_session_get_relation (fixture->session)), ==, "r1");
  menu = fixture_find_widget (fixture->table, GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
}

/* Keys go on from the link that is selected, wherever that was done. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_grab_focus (fixture->table));
  ent_session_select (fixture->session, NULL, ent_map_find_relation (fixture->map, "r2"));
  fixture_run_for (50);
  fixture_press (fixture->table, "Menu");
  g_assert_cmpstr (ent_relation_get_id (ent_session_get_relation (fixture->session)), ==, "r2");
  gtk_popover_popdown (GTK_POPOVER (fixture_find_widget (fixture->table, GTK_TYPE_POPOVER_MENU, NULL)));
}

/* After sorting what comes first is in sight, and not the rows that were before. */
static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  EntActor *from = ent_map_find_actor (fixture->map, "a1"), *to = ent_map_find_actor (fixture->map, "a2");
  GtkWidget *scrolled = fixture_find_widget (fixture->table, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  ent_session_set_least_confidence (fixture->session, 0);
  for (guint i = 0; i < 60; i++) {
    g_autofree char *id = g_strdup_printf ("x%u", i);
    g_autoptr (EntRelation) relation = ent_relation_new (id, from, to, ENT_RELATION_OTHER, NULL);
    ent_map_add_relation (fixture->map, relation);
  }
  g_assert_cmpuint (g_list_model_get_n_items (ent_link_table_get_links (ENT_LINK_TABLE (fixture->table))), ==, 62);
  fixture_run_for (100);
  ent_session_select (fixture->session, NULL, ent_map_find_relation (fixture->map, "x59"));
  fixture_run_for (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 500);
  gtk_widget_activate_action (fixture->table, "table.sort", "s", "quotes");
  fixture_run_for (200);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

/* The bar's toggles and the filter are one; its badge counts what is on, and goes with it. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = ent_filter_bar_new (fixture->session);
  GtkWidget *window = fixture_show (bar, 500, 60);
  GtkWidget *toggle = gtk_widget_get_ancestor (fixture_find_widget (bar, GTK_TYPE_LABEL, "Conflict"), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_null (fixture_find_widget (bar, GTK_TYPE_LABEL, "1"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  g_assert_false (ent_map_filter_get_stance (fixture->filter, ENT_STANCE_CONFLICT));
  g_assert_nonnull (fixture_find_widget (bar, GTK_TYPE_LABEL, "1"));
  ent_map_filter_set_least_quotes (fixture->filter, 2);
  g_assert_nonnull (fixture_find_widget (bar, GTK_TYPE_LABEL, "2"));
  ent_map_filter_clear (fixture->filter);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  g_assert_null (fixture_find_widget (bar, GTK_TYPE_LABEL, "2"));
  fixture_run_for (50);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_check (GtkWidget *root, const char *label)
{
  GtkWidget *text = fixture_find_widget (root, GTK_TYPE_LABEL, label);

  g_assert_nonnull (text);
  return gtk_widget_get_ancestor (text, GTK_TYPE_CHECK_BUTTON);
}

/* The popover sets kinds, types, quotes and article, and follows when something else sets them. */
static void
test_popover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntSource) source = ent_source_new ("s2", "Žurnál", NULL, NULL, "en", FIXTURE_TEXT);
  GtkWidget *bar = ent_filter_bar_new (fixture->session);
  GtkWidget *window = fixture_show (bar, 500, 60);
  GtkWidget *person, *support, *quotes;

  ent_filter_bar_popup (ENT_FILTER_BAR (bar));
  fixture_run_for (200);
  g_assert_null (fixture_find_widget (bar, GTK_TYPE_DROP_DOWN, NULL));
  person = find_check (bar, "Person");
  support = find_check (bar, "Support");
  quotes = fixture_find_widget (bar, GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (person), FALSE);
  g_assert_false (ent_map_filter_get_kind (fixture->filter, ENT_KIND_PERSON));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (support), FALSE);
  g_assert_false (ent_map_filter_get_type_shown (fixture->filter, ENT_RELATION_SUPPORT));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (quotes), 3);
  g_assert_cmpint (ent_map_filter_get_least_quotes (fixture->filter), ==, 3);
  ent_map_filter_clear (fixture->filter);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (person)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (support)));
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (quotes)), ==, 1);

  ent_map_add_source (fixture->map, source);
  GtkWidget *article = fixture_find_widget (bar, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (article);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (article), 2);
  g_assert_cmpstr (ent_map_filter_get_article (fixture->filter), ==, "s2");
  ent_map_filter_clear (fixture->filter);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (article)), ==, 0);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (article, GTK_TYPE_POPOVER)));
  fixture_run_for (100);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/link-table/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("cells", test_cells);
  ADD ("sort", test_sort);
  ADD ("path", test_path);
  ADD ("selection", test_selection);
  ADD ("filter", test_filter);
  ADD ("remove", test_remove);
  ADD ("menu", test_menu);
  ADD ("focus", test_focus);
  ADD ("scroll", test_scroll);
  ADD ("coming-up", test_coming_up);
  ADD ("bar", test_bar);
  ADD ("popover", test_popover);
  return g_test_run ();
}
