/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-search.h"

#include "ent-search-bar.h"
#include "fixture.h"

typedef struct {
  EntMap     *map;
  EntSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const aliases[] = { "北大西洋公約組織", "Alliance atlantique", NULL };

  fixture->map = fixture_map_new ();
  fixture->session = ent_session_new ();
  ent_actor_set_aliases (ent_map_find_actor (fixture->map, "a3"), aliases);
  ent_session_open (fixture->session, fixture->map, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->map);
}

/* The ids of the hits, in their order. */
static char *
dup_hits (Fixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) hits = ent_search_find (fixture->session, text);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    gpointer hit = hits->pdata[i];
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ENT_IS_ACTOR (hit) ? ent_actor_get_id (hit) : ent_relation_get_id (hit));
  }
  return g_string_free (ids, FALSE);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *text, *hits; } cases[] = {
    { "", "" },
    { "   ", "" },
    { "nato", "a3 r1" },                     /* the name, and a quote */
    { "elodie mull", "a1 r2" },              /* without accents, across words */
    { "ÉLODIE", "a1 r2" },
    { "E\xcc\x81lodie", "a1 r2" },           /* taken apart */
    { "she  doubts\n", "r2" },               /* any white space, also around */
    { "support", "r1" },                     /* the type */
    { "kraine", "a2 r1 r2" },                /* inside a word */
    { "洋公約", "a3" },                      /* an alias, no words at all */
    { "xyzzy", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *hits = dup_hits (fixture, cases[i].text);
    g_assert_cmpstr (hits, ==, cases[i].hits);
  }
}

/* What is not shown is not found. */
static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hits = NULL;

  ent_map_filter_set_stance (ent_session_get_filter (fixture->session), ENT_STANCE_CONFLICT, FALSE);
  ent_map_filter_set_kind (ent_session_get_filter (fixture->session), ENT_KIND_PERSON, FALSE);
  hits = dup_hits (fixture, "Élodie");
  g_assert_cmpstr (hits, ==, "");
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* From hit to hit and around, beginning where the reader is; the count says where. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = ent_search_bar_new (fixture->session);
  EntSearchBar *bar = ENT_SEARCH_BAR (widget);
  GtkWidget *window = fixture_show (widget, 600, 100);
  guint n_found = 0;

  g_signal_connect_swapped (bar, "found", G_CALLBACK (count_cb), &n_found);
  g_assert_false (ent_search_bar_get_active (bar));
  ent_search_bar_set_active (bar, TRUE);
  fixture_run_for (400);
  ent_search_bar_go (bar, TRUE);
  g_assert_cmpuint (n_found, ==, 0);

  ent_search_bar_set_text (bar, "Ukraine");
  g_assert_nonnull (fixture_find_widget (window, GTK_TYPE_LABEL, "3 hits"));
  ent_search_bar_go (bar, TRUE);
  g_assert_true (ent_session_get_actor (fixture->session) == ent_map_find_actor (fixture->map, "a2"));
  g_assert_nonnull (fixture_find_widget (window, GTK_TYPE_LABEL, "1 of 3"));
  ent_search_bar_go (bar, FALSE);
  g_assert_true (ent_session_get_relation (fixture->session) == ent_map_find_relation (fixture->map, "r2"));
  ent_search_bar_go (bar, TRUE);
  g_assert_true (ent_session_get_actor (fixture->session) == ent_map_find_actor (fixture->map, "a2"));
  ent_session_select (fixture->session, NULL, ent_map_find_relation (fixture->map, "r1"));
  g_assert_nonnull (fixture_find_widget (window, GTK_TYPE_LABEL, "2 of 3"));
  ent_search_bar_go (bar, TRUE);
  g_assert_true (ent_session_get_relation (fixture->session) == ent_map_find_relation (fixture->map, "r2"));
  g_assert_cmpuint (n_found, ==, 4);

  ent_search_bar_set_text (bar, "xyzzy");
  g_assert_nonnull (fixture_find_widget (window, GTK_TYPE_LABEL, "Nothing found"));
  ent_map_remove_actor (fixture->map, ent_map_find_actor (fixture->map, "a1"));
  ent_search_bar_set_text (bar, "Ukraine");
  g_assert_nonnull (fixture_find_widget (window, GTK_TYPE_LABEL, "2 hits"));

  ent_search_bar_set_active (bar, FALSE);
  g_assert_cmpstr (ent_search_bar_get_text (bar), ==, "");
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_run_for (50);
  g_assert_null (widget);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/search/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("words", test_words);
  ADD ("filtered", test_filtered);
  ADD ("bar", test_bar);
  return g_test_run ();
}
