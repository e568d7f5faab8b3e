/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-session.h"
#include "ent-scene.h"

#include "fixture.h"

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_empty (void)
{
  EntSession *session = ent_session_new ();

  g_assert_null (ent_session_get_map (session));
  g_assert_null (ent_session_get_file (session));
  g_assert_false (ent_session_get_edited (session));
  g_assert_finalize_object (session);
}

/* Opening is no change; a change of the map is; saving ends it. */
static void
test_edited (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/é.entente");
  guint n_changes = 0;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (count_cb), &n_changes);
  ent_session_open (session, map, NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (ent_session_get_edited (session));

  ent_relation_reverse (ent_map_find_relation (map, "r1"));
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_true (ent_session_get_edited (session));

  guint serial = ent_session_get_serial (session);
  ent_map_set_title (map, "Ž");
  ent_session_saved (session, file, serial);
  g_assert_true (ent_session_get_edited (session));
  ent_session_saved (session, file, ent_session_get_serial (session));
  g_assert_false (ent_session_get_edited (session));
  g_assert_true (g_file_equal (ent_session_get_file (session), file));

  ent_session_set_stamp (session, "abc");
  ent_session_saved (session, file, ent_session_get_serial (session));
  g_assert_cmpstr (ent_session_get_stamp (session), ==, "abc");
  ent_session_saved (session, NULL, ent_session_get_serial (session));
  g_assert_null (ent_session_get_stamp (session));
}

/* At least two, or they are none: one is selected as any other, and whoever is gone or hidden is not among them. */
static void
test_several (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  EntActor *actors[] = { ent_map_find_actor (map, "a1"), ent_map_find_actor (map, "a2"), ent_map_find_actor (map, "a3") };
  guint n_changes = 0;

  ent_session_open (session, map, NULL);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (ent_session_get_several (session));
  ent_session_select (session, actors[0], NULL);
  ent_session_select_several (session, actors, 3);
  g_assert_cmpuint (ent_session_get_several (session)->len, ==, 3);
  g_assert_null (ent_session_get_actor (session));
  g_assert_true (ent_session_is_selected (session, actors[1]));
  g_assert_cmpuint (n_changes, ==, 2);
  ent_session_select_several (session, (EntActor *[]) { actors[2], actors[1], actors[0] }, 3);
  g_assert_cmpuint (n_changes, ==, 2);

  ent_map_filter_set_kind (ent_session_get_filter (session), ENT_KIND_PERSON, FALSE);
  g_assert_cmpuint (ent_session_get_several (session)->len, ==, 2);
  g_assert_false (ent_session_is_selected (session, actors[0]));
  ent_map_remove_actor (map, actors[1]);
  g_assert_null (ent_session_get_several (session));
  g_assert_true (ent_session_get_actor (session) == actors[2]);

  ent_session_select_several (session, (EntActor *[]) { actors[2], actors[2] }, 2);
  g_assert_null (ent_session_get_several (session));
  ent_map_filter_clear (ent_session_get_filter (session));
  ent_session_select_several (session, (EntActor *[]) { actors[0], actors[2] }, 2);
  ent_session_select (session, NULL, NULL);
  g_assert_null (ent_session_get_several (session));
  g_assert_false (ent_session_is_selected (session, actors[0]));
  ent_session_select_several (session, NULL, 0);
  g_assert_cmpuint (n_changes, ==, 6);
}

/* What is taken off the map is no longer selected, and another map starts with nothing selected. */
static void
test_selection (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntMap) other = fixture_map_new ();
  guint n_changes = 0;

  ent_session_open (session, map, NULL);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count_cb), &n_changes);
  ent_session_select (session, ent_map_find_actor (map, "a1"), NULL);
  ent_session_select (session, ent_map_find_actor (map, "a1"), NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  ent_session_select (session, NULL, ent_map_find_relation (map, "r2"));
  g_assert_null (ent_session_get_actor (session));

  ent_map_remove_actor (map, ent_map_find_actor (map, "a1"));
  g_assert_null (ent_session_get_relation (session));

  ent_session_select (session, ent_map_find_actor (map, "a2"), NULL);
  ent_session_open (session, other, NULL);
  g_assert_null (ent_session_get_actor (session));

  /* The old map no longer counts. */
  ent_map_set_title (map, "x");
  g_assert_false (ent_session_get_edited (session));
}

/* What is below the threshold is shown no more and no longer selected; the map is not touched. */
static void
test_threshold (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  EntRelation *strong = ent_map_find_relation (map, "r1"), *weak = ent_map_find_relation (map, "r2");
  guint n_notified = 0;

  g_assert_cmpfloat (ent_session_get_least_confidence (session), ==, ENT_SCENE_LEAST_CONFIDENCE);
  g_assert_cmpuint (ent_session_count_hidden (session), ==, 0);
  ent_session_open (session, map, NULL);
  g_signal_connect_swapped (session, "notify::least-confidence", G_CALLBACK (count_cb), &n_notified);
  ent_session_select (session, NULL, weak);
  ent_session_set_least_confidence (session, 0.7);
  g_assert_true (ent_session_get_relation (session) == weak);
  ent_session_set_least_confidence (session, 0.8);
  ent_session_set_least_confidence (session, 0.8);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_null (ent_session_get_relation (session));
  g_assert_true (ent_session_shows (session, strong));
  g_assert_false (ent_session_shows (session, weak));
  g_assert_cmpuint (ent_session_count_hidden (session), ==, 1);
  ent_session_set_least_confidence (session, 1);
  g_assert_cmpuint (ent_session_count_hidden (session), ==, 2);
  g_assert_false (ent_session_get_edited (session));
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_relations (map)), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/session/empty", test_empty);
  g_test_add_func ("/app/session/edited", test_edited);
  g_test_add_func ("/app/session/selection", test_selection);
  g_test_add_func ("/app/session/several", test_several);
  g_test_add_func ("/app/session/threshold", test_threshold);
  return g_test_run ();
}
