/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-view.h"

#include "fixture.h"

static void
test_empty (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = ent_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window = fixture_show (view, 500, 400);

  g_assert_null (ent_map_view_get_scene (ENT_MAP_VIEW (view)));
  ent_session_open (session, map, NULL);
  ent_map_view_fit (ENT_MAP_VIEW (view));
  fixture_run_for (50);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_run_for (50);
  g_assert_null (view);
}

/* All actors are in sight, and stay so in a window of another size. */
static void
test_fit (void)
{
  static const char *const ids[] = { "a1", "a2", "a3" };
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window;
  double x, y;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), ent_map_find_actor (map, ids[i]), &x, &y));
    g_assert_cmpfloat (x, >, 0);
    g_assert_cmpfloat (x, <, gtk_widget_get_width (view));
    g_assert_cmpfloat (y, >, 0);
    g_assert_cmpfloat (y, <, gtk_widget_get_height (view));
  }
  g_assert_true (ent_map_view_get_link_point (ENT_MAP_VIEW (view), ent_map_find_relation (map, "r1"), &x, &y));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Zooming keeps the middle, and what is off the edge comes in when it is asked for. */
static void
test_zoom (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window;
  double x, y;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  ent_map_view_zoom_to (ENT_MAP_VIEW (view), 4);
  fixture_run_for (500);
  g_assert_cmpfloat_with_epsilon (ent_map_view_get_scale (ENT_MAP_VIEW (view)), 4, 1e-6);
  ent_map_view_show (ENT_MAP_VIEW (view), ent_map_find_actor (map, "a1"), NULL);
  fixture_run_for (500);
  g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), ent_map_find_actor (map, "a1"), &x, &y));
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (y, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The drawing follows the map: what is removed is gone from it, the selection and the view survive. */
static void
test_changes (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window;
  g_autoptr (EntActor) removed = NULL;
  double x, y;
  guint n_nodes;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  removed = g_object_ref (ent_map_find_actor (map, "a1"));
  ent_session_select (session, removed, NULL);
  ent_map_remove_actor (map, removed);
  ent_scene_get_nodes (ent_map_view_get_scene (ENT_MAP_VIEW (view)), &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 2);
  g_assert_false (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), removed, &x, &y));
  g_assert_null (ent_session_get_actor (session));
  fixture_run_for (50);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A threshold takes links away and brings them back; no actor moves for it, and the view stays where the reader left it. */
static void
test_threshold (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  EntActor *actor = ent_map_find_actor (map, "a2");
  EntRelation *weak = ent_map_find_relation (map, "r2");
  GtkWidget *window;
  double x, y, x_after, y_after;
  guint n_links;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  ent_map_view_zoom_to (ENT_MAP_VIEW (view), 1.25);
  fixture_run_for (500);
  g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), actor, &x, &y));
  ent_session_set_least_confidence (session, 0.9);
  ent_scene_get_links (ent_map_view_get_scene (ENT_MAP_VIEW (view)), &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_false (ent_map_view_get_link_point (ENT_MAP_VIEW (view), weak, &x_after, &y_after));
  g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), actor, &x_after, &y_after));
  g_assert_cmpfloat (x, ==, x_after);
  g_assert_cmpfloat (y, ==, y_after);
  g_assert_false (ent_session_get_edited (session));
  ent_session_set_least_confidence (session, 0.1);
  g_assert_true (ent_map_view_get_link_point (ENT_MAP_VIEW (view), weak, &x_after, &y_after));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/map-view/empty", test_empty);
  g_test_add_func ("/app/map-view/fit", test_fit);
  g_test_add_func ("/app/map-view/zoom", test_zoom);
  g_test_add_func ("/app/map-view/changes", test_changes);
  g_test_add_func ("/app/map-view/threshold", test_threshold);
  return g_test_run ();
}
