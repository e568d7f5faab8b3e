/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several articles on one map, as the reader adds, compares and removes them in the window. What is read is read with the trained
 * model; what is asserted of that holds for any reading of these sentences that finds their actors. */
#include "window-fixture.h"

#include "ent-article-row.h"
#include "ent-compare-page.h"
#include "ent-map-file.h"
#include "ent-quote-card.h"
#include "ent-relation-row.h"

#include <glib/gstdio.h>
#include <string.h>

#define OTHER_TEXT "Élodie’s doubts\n\nGermany supports Ukraine. Ukraine attacked NATO."

typedef WindowFixture Fixture;

typedef struct {
  Fixture    *f;
  const char *text;
} Saying;

static gboolean
is_said (gpointer data)
{
  Saying *saying = data;

  return fixture_find_widget (GTK_WIDGET (saying->f->window), GTK_TYPE_LABEL, saying->text) != NULL;
}

/* Toasts come one after the other. */
static void
assert_says (Fixture *f, const char *text)
{
  fixture_wait_for (is_said, &(Saying) { f, text });
}

static guint
count_articles (Fixture *f)
{
  return g_list_model_get_n_items (ent_map_get_sources (f->map));
}

static void
add_file (Fixture *f, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  ent_window_add_files (f->window, G_LIST_MODEL (files));
}

static EntActor *
find_actor (EntMap *map, const char *name)
{
  GListModel *actors = ent_map_get_actors (map);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    if (g_str_equal (ent_actor_get_name (actor), name))
      return actor;
  }
  return NULL;
}

static void
assert_at (EntMap *map, const char *id, double x, double y)
{
  double actor_x, actor_y;

  g_assert_true (ent_actor_get_position (ent_map_find_actor (map, id), &actor_x, &actor_y));
  g_assert_cmpfloat (actor_x, ==, x);
  g_assert_cmpfloat (actor_y, ==, y);
}

static void
assert_all_placed (EntMap *map)
{
  GListModel *actors = ent_map_get_actors (map);
  double x, y;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    g_assert_true (ent_actor_get_position (actor, &x, &y));
  }
}

/* A second article that says of Ukraine and NATO the contrary of the first, entered without any model: s2, r3. */
static EntSource *
add_second (Fixture *f)
{
  g_autoptr (EntMap) reading = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", "Élodie’s doubts", NULL, "2024-03-12", "en", OTHER_TEXT);
  g_autoptr (EntActor) ukraine = ent_actor_new ("a1", "Ukraine", ENT_KIND_COUNTRY);
  g_autoptr (EntActor) nato = ent_actor_new ("a2", "NATO", ENT_KIND_ORGANISATION);
  g_autoptr (EntRelation) attacks = ent_relation_new ("r1", ukraine, nato, ENT_RELATION_ASSAULT, "attacked");
  const char *quote = strstr (OTHER_TEXT, "Ukraine attacked");
  gsize start = quote - OTHER_TEXT;

  ent_map_add_source (reading, source);
  ent_actor_add_mention (ukraine, &(EntActorMention) { source, { start, start + 7 }, ENT_FORM_NAME });
  ent_actor_add_mention (nato, &(EntActorMention) { source, { start + 17, start + 21 }, ENT_FORM_NAME });
  ent_map_add_actor (reading, ukraine);
  ent_map_add_actor (reading, nato);
  ent_relation_add_evidence (attacks, &(EntEvidence) { .source = source, .span = { start, start + 22 }, .confidence = 0.8 });
  ent_map_add_relation (reading, attacks);
  ent_map_edits_add_reading (ent_session_get_edits (f->session), reading);
  fixture_run_for (50);
  g_autoptr (EntSource) added = g_list_model_get_item (ent_map_get_sources (f->map), 1);
  return added;
}

/* ── adding ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Who is there keeps the place, who comes gets one; it is said, and is one step back. */
static void
test_add (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_write_file ("entente-test-articles-é.txt", OTHER_TEXT);
  g_autofree char *added = NULL, *again = NULL;

  g_assert_true (window_fixture_is_enabled (f, "add-article"));
  add_file (f, path);
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 2);
  g_assert_nonnull (find_actor (f->map, "Germany"));
  assert_all_placed (f->map);
  assert_at (f->map, "a1", 0, 0);
  assert_at (f->map, "a2", 300, 20);
  assert_at (f->map, "a3", 320, 260);
  assert_says (f, " added");
  assert_says (f, "· 2 articles");
  added = ent_map_to_json (f->map, TRUE);
  window_fixture_activate (f, "undo", NULL);
  window_fixture_assert_as_before (f);
  g_assert_false (ent_session_get_edited (f->session));
  window_fixture_activate (f, "redo", NULL);
  again = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (again, ==, added);

  /* The same article is not another one. */
  add_file (f, path);
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 2);
  assert_says (f, "Nothing new was added");
  g_remove (path);
}

/* What cannot be read is named, and keeps nothing else off the map; all the rest is one step. */
static void
test_several (Fixture *f, gconstpointer data)
{
  g_autofree char *one = fixture_write_file ("entente-test-articles-1.txt", "Germany supports Ukraine.");
  g_autofree char *two = fixture_write_file ("entente-test-articles-2.txt", "Poland supports Ukraine.");
  g_autofree char *empty = fixture_write_file ("entente-test-articles-empty.txt", "");
  g_autofree char *map = fixture_write_file ("entente-test-articles.entente", f->before);

  add_file (f, one);
  add_file (f, empty);
  add_file (f, map);
  add_file (f, two);
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 3);
  g_assert_nonnull (find_actor (f->map, "Poland"));
  assert_all_placed (f->map);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (fixture_find_dialog ()), GTK_TYPE_LABEL, "2 Articles Could Not Be Added"));
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (fixture_find_dialog ()), GTK_TYPE_LABEL, "entente-test-articles-empty.txt"));
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (fixture_find_dialog ()), GTK_TYPE_LABEL, "“entente-test-articles.entente” is a map"));
  fixture_respond ("close");
  window_fixture_activate (f, "undo", NULL);
  window_fixture_assert_as_before (f);
  g_remove (one);
  g_remove (two);
  g_remove (empty);
  g_remove (map);
}

/* Cancelled, or something else opened: nothing is added. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_write_file ("entente-test-articles-cancel.txt", OTHER_TEXT);

  add_file (f, path);
  add_file (f, path);
  ent_window_cancel_opening (f->window);
  window_fixture_wait_for_reading (f->window);
  window_fixture_assert_as_before (f);

  add_file (f, path);
  ent_window_open_text (f->window, "Germany supports Poland.");
  window_fixture_wait_for_reading (f->window);
  window_fixture_assert_as_before (f);
  g_assert_true (ent_session_get_map (f->session) != f->map);
  g_remove (path);
}

/* What comes right after a cancel, before the worker has stopped, is no part of what was cancelled. */
static void
test_after_cancel (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_write_file ("entente-test-articles-after.txt", OTHER_TEXT);

  add_file (f, path);
  ent_window_cancel_opening (f->window);
  add_file (f, path);
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 2);
  g_remove (path);
}

/* The reader works on while an article is read. */
static void
test_meanwhile (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_write_file ("entente-test-articles-while.txt", OTHER_TEXT);

  add_file (f, path);
  ent_map_edits_remove (ent_session_get_edits (f->session), (EntActor *[]) { ent_map_find_actor (f->map, "a1") }, 1, NULL, 0);
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 2);
  assert_all_placed (f->map);
  assert_at (f->map, "a3", 320, 260);
  window_fixture_activate (f, "undo", NULL);
  g_assert_cmpuint (count_articles (f), ==, 1);
  window_fixture_activate (f, "undo", NULL);
  window_fixture_assert_as_before (f);
  g_remove (path);
}

static void
test_read_again (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_write_file ("entente-test-articles-again.txt", OTHER_TEXT);
  g_autofree char *added = NULL, *again = NULL;

  add_file (f, path);
  window_fixture_wait_for_reading (f->window);
  added = ent_map_to_json (f->map, TRUE);
  g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (f->map), 1);
  window_fixture_activate (f, "read-again", ent_source_get_id (source));
  window_fixture_wait_for_reading (f->window);
  assert_says (f, "Read again: nothing is new");
  again = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (again, ==, added);
  g_remove (path);
}

/* What is dropped on a map that is somebody's is asked about; what is dropped on the sample takes its place. */
static void
test_offer (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_write_file ("entente-test-articles-offer.txt", "Germany supports Ukraine.");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { .data = file };

  ent_window_offer_files (f->window, &files);
  fixture_respond ("cancel");
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 1);
  ent_window_offer_files (f->window, &files);
  fixture_respond ("add");
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 2);
  ent_window_offer_text (f->window, "Poland supports Ukraine.");
  fixture_respond ("add");
  window_fixture_wait_for_reading (f->window);
  g_assert_cmpuint (count_articles (f), ==, 3);

  ent_session_saved (f->session, NULL, ent_session_get_serial (f->session));
  ent_window_offer_text (f->window, "Poland supports Germany.");
  fixture_respond ("open");
  window_fixture_wait_for_reading (f->window);
  g_assert_true (ent_session_get_map (f->session) != f->map);
  f->window->spare = TRUE;
  EntMap *sample = ent_session_get_map (f->session);
  ent_window_offer_text (f->window, "Poland supports Ukraine.");
  g_assert_null (fixture_find_dialog ());
  window_fixture_wait_for_reading (f->window);
  g_assert_true (ent_session_get_map (f->session) != sample);
  g_remove (path);
}

/* ── what is on the map ─────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autofree char *both = NULL, *undone = NULL;

  g_assert_false (window_fixture_is_enabled (f, "remove-article"));
  EntSource *source = add_second (f);
  both = ent_map_to_json (f->map, TRUE);
  g_assert_true (window_fixture_is_enabled (f, "remove-article"));
  window_fixture_activate (f, "remove-article", ent_source_get_id (source));
  g_assert_cmpuint (count_articles (f), ==, 1);
  assert_says (f, "“Élodie’s doubts” removed");
  window_fixture_activate (f, "undo", NULL);
  undone = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (undone, ==, both);
}

/* The list on the overview: what an article is, and its links alone on the map. */
static void
test_list (Fixture *f, gconstpointer data)
{
  EntMapFilter *filter = ent_session_get_filter (f->session);
  EntSource *source = add_second (f);
  GtkWidget *row, *button;

  row = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_ARTICLE_ROW, "Élodie’s doubts");
  g_assert_nonnull (row);
  g_assert_nonnull (fixture_find_widget (row, GTK_TYPE_LABEL, "24 · 1 link"));
  button = fixture_find_widget (row, GTK_TYPE_TOGGLE_BUTTON, NULL);
  g_signal_emit_by_name (button, "clicked");
  fixture_run_for (50);
  g_assert_cmpstr (ent_map_filter_get_article (filter), ==, ent_source_get_id (source));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_false (ent_session_shows (f->session, ent_map_find_relation (f->map, "r1")));
  window_fixture_activate (f, "filter-article", ent_source_get_id (source));
  g_assert_null (ent_map_filter_get_article (filter));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  gtk_widget_activate_action (row, "article-row.show", NULL);
  fixture_run_for (100);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (fixture_find_widget (GTK_WIDGET (f->window->detail_pane), GTK_TYPE_DROP_DOWN, NULL))), ==, 1);

  window_fixture_activate (f, "filter-article", ent_source_get_id (source));
  window_fixture_activate (f, "remove-article", ent_source_get_id (source));
  g_assert_null (ent_map_filter_get_article (filter));
}

/* A link says where it is claimed and who says otherwise; each quote says which article it is from, where there are several. */
static void
test_link (Fixture *f, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (f->window->detail_pane), *row;

  ent_session_select (f->session, NULL, ent_map_find_relation (f->map, "r1"));
  fixture_run_for (50);
  g_assert_null (fixture_find_widget (pane, GTK_TYPE_LABEL, "In 1 of 1 article"));
  g_assert_null (fixture_find_widget (fixture_find_widget (pane, ENT_TYPE_QUOTE_CARD, NULL), GTK_TYPE_LABEL, "Élodie’s view"));
  add_second (f);
  g_assert_nonnull (fixture_find_widget (pane, GTK_TYPE_LABEL, "In 1 of 2 articles"));
  g_assert_nonnull (fixture_find_widget (fixture_find_widget (pane, ENT_TYPE_QUOTE_CARD, NULL), GTK_TYPE_LABEL, "Élodie’s view"));
  g_assert_nonnull (fixture_find_widget (pane, GTK_TYPE_LABEL, "Articles Disagree"));
  row = fixture_find_widget (pane, ENT_TYPE_RELATION_ROW, "Ukraine → NATO");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  fixture_run_for (50);
  g_assert_cmpint (ent_relation_get_relation_type (ent_session_get_relation (f->session)), ==, ENT_RELATION_ASSAULT);
  g_assert_nonnull (fixture_find_widget (fixture_find_widget (pane, ENT_TYPE_QUOTE_CARD, NULL), GTK_TYPE_LABEL, "Élodie’s doubts, "));
  ent_session_select (f->session, NULL, NULL);
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (pane, GTK_TYPE_LABEL, "Where Articles Disagree"));
}

static void
test_compare (Fixture *f, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (f->window->detail_pane), *page;
  EntMapFilter *filter = ent_session_get_filter (f->session);
  EntRelation *supports = ent_map_find_relation (f->map, "r1");
  const char *first, *second;

  g_assert_false (window_fixture_is_enabled (f, "compare-articles"));
  EntSource *source = add_second (f);
  window_fixture_activate (f, "compare-articles", NULL);
  page = fixture_find_widget (pane, ENT_TYPE_COMPARE_PAGE, NULL);
  g_assert_nonnull (page);
  g_assert_nonnull (fixture_find_widget (page, GTK_TYPE_LABEL, "Only in “Élodie’s view”"));
  g_assert_nonnull (fixture_find_widget (page, GTK_TYPE_LABEL, "1 actor · 2 links"));
  g_assert_nonnull (fixture_find_widget (page, GTK_TYPE_LABEL, "0 actors · 1 link"));
  g_assert_nonnull (fixture_find_widget (page, GTK_TYPE_LABEL, "2 actors · 0 links"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find_widget (page, ADW_TYPE_COMBO_ROW, "On the _Map")), 2);
  g_assert_false (ent_session_shows (f->session, supports));
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find_widget (page, ADW_TYPE_COMBO_ROW, "_First")), 1);
  g_assert_true (ent_map_filter_get_comparison (filter, &first, &second, NULL));
  g_assert_cmpstr (first, ==, ent_source_get_id (source));
  g_assert_cmpstr (second, ==, "s1");
  g_assert_true (ent_session_shows (f->session, supports));

  gtk_widget_activate_action (page, "pane.back", NULL);
  fixture_run_for (50);
  g_assert_false (ent_map_filter_get_comparison (filter, NULL, NULL, NULL));
  g_assert_nonnull (fixture_find_widget (pane, ENT_TYPE_ARTICLE_ROW, NULL));

  window_fixture_activate (f, "compare-articles", NULL);
  window_fixture_activate (f, "remove-article", ent_source_get_id (source));
  g_assert_false (ent_map_filter_get_comparison (filter, NULL, NULL, NULL));
  g_assert_null (fixture_find_widget (pane, ENT_TYPE_COMPARE_PAGE, NULL));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_autoptr (EntApplication) application = fixture_application_new ();
#define ADD(name, test) g_test_add ("/app/articles/" name, Fixture, application, window_fixture_set_up, test, window_fixture_tear_down)
  ADD ("add", test_add);
  ADD ("several", test_several);
  ADD ("cancel", test_cancel);
  ADD ("after-cancel", test_after_cancel);
  ADD ("meanwhile", test_meanwhile);
  ADD ("read-again", test_read_again);
  ADD ("offer", test_offer);
  ADD ("remove", test_remove);
  ADD ("list", test_list);
  ADD ("link", test_link);
  ADD ("compare", test_compare);
#undef ADD
  return g_test_run ();
}
