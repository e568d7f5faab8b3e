/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-detail-pane.h"
#include "ent-session.h"

#include "fixture.h"

#include <adwaita.h>

typedef struct {
  EntMap       *map;
  EntSession   *session;
  EntMapFilter *filter;
  EntActor     *person, *country, *organisation;   /* person –conflict– country –cooperation– organisation */
  EntRelation  *supports, *distrusts;
  guint         n_changes;
} Fixture;

static void
count_cb (guint *n)
{
  ++*n;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->map = fixture_map_new ();
  fixture->session = ent_session_new ();
  fixture->filter = ent_session_get_filter (fixture->session);
  fixture->person = ent_map_find_actor (fixture->map, "a1");
  fixture->country = ent_map_find_actor (fixture->map, "a2");
  fixture->organisation = ent_map_find_actor (fixture->map, "a3");
  fixture->supports = ent_map_find_relation (fixture->map, "r1");
  fixture->distrusts = ent_map_find_relation (fixture->map, "r2");
  ent_session_open (fixture->session, fixture->map, NULL);
  g_signal_connect_swapped (fixture->session, "ways-changed", G_CALLBACK (count_cb), &fixture->n_changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->map);
}

static EntSceneVisibility
see_actor (Fixture *fixture, EntActor *actor)
{
  g_autoptr (EntScene) scene = ent_map_look_new_scene (ent_session_get_look (fixture->session), fixture->map, fixture->filter, NULL);

  return ent_scene_get_node_visibility (scene, ent_scene_find_actor (scene, actor));
}

/* From one end to the other, against an arrow, over links of any stance; the rest is pale. */
static void
test_path (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) links = NULL;
  GPtrArray *path;

  g_assert_null (ent_session_get_path (fixture->session));
  ent_session_select (fixture->session, fixture->organisation, NULL);
  g_assert_true (ent_session_connect (fixture->session, fixture->organisation, fixture->person, NULL));
  g_assert_null (ent_session_get_actor (fixture->session));
  path = ent_session_get_path (fixture->session);
  g_assert_cmpuint (path->len, ==, 3);
  g_assert_true (path->pdata[0] == fixture->organisation && path->pdata[1] == fixture->country && path->pdata[2] == fixture->person);
  links = ent_session_list_path_links (fixture->session);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_true (links->pdata[0] == fixture->supports && links->pdata[1] == fixture->distrusts);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  g_assert_true (ent_session_connect (fixture->session, fixture->country, fixture->person, NULL));
  g_assert_cmpint (see_actor (fixture, fixture->organisation), ==, ENT_SCENE_FADED);
  g_assert_cmpint (see_actor (fixture, fixture->person), ==, ENT_SCENE_SHOWN);
  /* A path hides nothing. */
  g_assert_cmpuint (ent_session_count_hidden (fixture->session), ==, 0);
  ent_session_clear_path (fixture->session);
  g_assert_cmpint (see_actor (fixture, fixture->organisation), ==, ENT_SCENE_SHOWN);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
}

/* It is found over what is shown, and goes with it; another map has none. */
static void
test_path_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntMap) other = fixture_map_new ();
  g_autoptr (EntRelation) shortcut = ent_relation_new ("r9", fixture->organisation, fixture->person, ENT_RELATION_AGREE, "Ž");

  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_CONFLICT, FALSE);
  g_assert_false (ent_session_connect (fixture->session, fixture->organisation, fixture->person, NULL));
  ent_map_filter_clear (fixture->filter);
  g_assert_true (ent_session_connect (fixture->session, fixture->organisation, fixture->person, NULL));
  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_CONFLICT, FALSE);
  g_assert_null (ent_session_get_path (fixture->session));
  ent_map_filter_clear (fixture->filter);

  g_assert_true (ent_session_connect (fixture->session, fixture->organisation, fixture->person, NULL));
  ent_session_set_least_confidence (fixture->session, 0);
  ent_map_add_relation (fixture->map, shortcut);
  g_assert_cmpuint (ent_session_get_path (fixture->session)->len, ==, 2);
  ent_map_remove_actor (fixture->map, fixture->person);
  g_assert_null (ent_session_get_path (fixture->session));
  g_assert_false (ent_session_connect (fixture->session, fixture->organisation, ent_map_find_actor (other, "a1"), NULL));

  g_assert_true (ent_session_connect (fixture->session, fixture->organisation, fixture->country, NULL));
  ent_session_open (fixture->session, other, NULL);
  g_assert_null (ent_session_get_path (fixture->session));
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  EntActor *focus;

  g_assert_cmpuint (ent_session_get_focus (fixture->session, NULL), ==, 0);
  ent_session_focus (fixture->session, fixture->organisation, 1, NULL);
  g_assert_cmpuint (ent_session_get_focus (fixture->session, &focus), ==, 1);
  g_assert_true (focus == fixture->organisation);
  g_assert_cmpint (see_actor (fixture, fixture->person), ==, ENT_SCENE_HIDDEN);
  g_assert_true (ent_session_shows (fixture->session, fixture->supports));
  g_assert_false (ent_session_shows (fixture->session, fixture->distrusts));
  ent_session_focus (fixture->session, fixture->organisation, 2, NULL);
  g_assert_true (ent_session_shows (fixture->session, fixture->distrusts));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  ent_session_focus (fixture->session, fixture->organisation, 2, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 2);

  /* The neighbourhood is that over what is shown. */
  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_COOPERATION, FALSE);
  g_assert_cmpint (see_actor (fixture, fixture->country), ==, ENT_SCENE_HIDDEN);
  ent_map_filter_clear (fixture->filter);
  ent_session_focus (fixture->session, NULL, 0, NULL);
  g_assert_cmpint (see_actor (fixture, fixture->person), ==, ENT_SCENE_SHOWN);

  ent_session_focus (fixture->session, fixture->person, 3, NULL);
  ent_map_remove_actor (fixture->map, fixture->person);
  g_assert_cmpuint (ent_session_get_focus (fixture->session, NULL), ==, 0);
  g_assert_true (ent_session_shows (fixture->session, fixture->supports));
}

/* The pane lists the links of the way; from one of them back leads to the way, and on from there to everything. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = ent_detail_pane_new (fixture->session);
  GtkWidget *window = fixture_show (pane, 360, 600);

  ent_session_connect (fixture->session, fixture->person, fixture->organisation, NULL);
  fixture_run_for (50);
  g_assert_nonnull (fixture_find_widget (pane, GTK_TYPE_LABEL, "Élodie Müller – Ukraine – NATO"));
  g_assert_nonnull (fixture_find_widget (pane, GTK_TYPE_LABEL, "2 steps"));
  g_assert_nonnull (fixture_find_widget (pane, ADW_TYPE_ACTION_ROW, "Ukraine → NATO"));
  ent_session_select (fixture->session, NULL, fixture->supports);
  g_assert_null (fixture_find_widget (pane, GTK_TYPE_LABEL, "2 steps"));
  gtk_widget_activate_action (pane, "pane.back", NULL);
  g_assert_nonnull (fixture_find_widget (pane, GTK_TYPE_LABEL, "2 steps"));
  gtk_widget_activate_action (pane, "pane.back", NULL);
  g_assert_null (ent_session_get_path (fixture->session));
  g_assert_null (fixture_find_widget (pane, GTK_TYPE_LABEL, "2 steps"));
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_run_for (50);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/ways/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("path", test_path);
  ADD ("path-changes", test_path_changes);
  ADD ("focus", test_focus);
  ADD ("page", test_page);
  return g_test_run ();
}
