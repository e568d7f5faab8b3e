/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-filter.h"

#include "ent-session.h"
#include "fixture.h"

typedef struct {
  EntMap       *map;
  EntMapFilter *filter;
  EntRelation  *supports;    /* Ukraine → NATO, two quotes, cooperation */
  EntRelation  *distrusts;   /* Élodie Müller → Ukraine, one quote, conflict */
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
  fixture->filter = ent_map_filter_new ();
  fixture->supports = ent_map_find_relation (fixture->map, "r1");
  fixture->distrusts = ent_map_find_relation (fixture->map, "r2");
  g_signal_connect_swapped (fixture->filter, "changed", G_CALLBACK (count_cb), &fixture->n_changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->filter);
  g_object_unref (fixture->map);
}

static void
assert_passing (Fixture *fixture, gboolean supports, gboolean distrusts)
{
  g_assert_cmpint (ent_map_filter_passes (fixture->filter, fixture->supports), ==, supports);
  g_assert_cmpint (ent_map_filter_passes (fixture->filter, fixture->distrusts), ==, distrusts);
}

/* Each criterion alone: it leaves out what it should, is counted, says that it changed once, and is gone after clearing. */
static void
test_criteria (Fixture *fixture, gconstpointer data)
{
  assert_passing (fixture, TRUE, TRUE);
  g_assert_cmpuint (ent_map_filter_count (fixture->filter), ==, 0);

  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_CONFLICT, FALSE);
  assert_passing (fixture, TRUE, FALSE);
  ent_map_filter_clear (fixture->filter);
  ent_map_filter_set_type_shown (fixture->filter, ENT_RELATION_SUPPORT, FALSE);
  assert_passing (fixture, FALSE, TRUE);
  ent_map_filter_clear (fixture->filter);
  ent_map_filter_set_kind (fixture->filter, ENT_KIND_PERSON, FALSE);
  assert_passing (fixture, TRUE, FALSE);
  g_assert_false (ent_map_filter_passes_actor (fixture->filter, ent_map_find_actor (fixture->map, "a1")));
  g_assert_true (ent_map_filter_passes_actor (fixture->filter, ent_map_find_actor (fixture->map, "a2")));
  ent_map_filter_clear (fixture->filter);
  ent_map_filter_set_least_quotes (fixture->filter, 2);
  assert_passing (fixture, TRUE, FALSE);
  g_assert_cmpuint (ent_map_filter_count (fixture->filter), ==, 1);
  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_COOPERATION, FALSE);
  assert_passing (fixture, FALSE, FALSE);
  g_assert_cmpuint (ent_map_filter_count (fixture->filter), ==, 2);
  ent_map_filter_clear (fixture->filter);
  assert_passing (fixture, TRUE, TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, 9);
  ent_map_filter_clear (fixture->filter);
  ent_map_filter_set_kind (fixture->filter, ENT_KIND_PERSON, TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, 9);
}

/* Confidence is not counted and not cleared: it is always on. */
static void
test_confidence (Fixture *fixture, gconstpointer data)
{
  ent_map_filter_set_least_confidence (fixture->filter, 0.8);
  assert_passing (fixture, TRUE, FALSE);
  g_assert_cmpuint (ent_map_filter_count (fixture->filter), ==, 0);
  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_NEUTRAL, FALSE);
  ent_map_filter_clear (fixture->filter);
  assert_passing (fixture, TRUE, FALSE);
}

/* A second article that says again what r1 says. */
static void
test_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntSource) source = ent_source_new ("s2", "Žurnál", NULL, NULL, "en", FIXTURE_TEXT);
  EntEvidence evidence = { .source = source, .span = fixture_find ("Ukraine backs NATO."), .confidence = 0.6 };

  ent_map_add_source (fixture->map, source);
  ent_relation_add_evidence (fixture->supports, &evidence);
  ent_actor_add_mention (ent_map_find_actor (fixture->map, "a2"), &(EntActorMention) { source, fixture_find ("Ukraine"), ENT_FORM_NAME });
  ent_map_filter_set_article (fixture->filter, "s2");
  assert_passing (fixture, TRUE, FALSE);
  g_assert_true (ent_map_filter_passes_actor (fixture->filter, ent_map_find_actor (fixture->map, "a2")));
  g_assert_false (ent_map_filter_passes_actor (fixture->filter, ent_map_find_actor (fixture->map, "a1")));
  ent_map_filter_set_least_quotes (fixture->filter, 2);
  assert_passing (fixture, FALSE, FALSE);
  ent_map_filter_set_article (fixture->filter, "s1");
  assert_passing (fixture, TRUE, FALSE);
  ent_map_filter_set_article (fixture->filter, "missing");
  assert_passing (fixture, FALSE, FALSE);
}

/* s1 says r1 and r2, s2 says r1 as well; a third article does not count. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntSource) source = ent_source_new ("s2", "Žurnál", NULL, NULL, "en", FIXTURE_TEXT);
  g_autoptr (EntSource) third = ent_source_new ("s3", "Третя", NULL, NULL, "en", FIXTURE_TEXT);
  EntActor *person = ent_map_find_actor (fixture->map, "a1"), *country = ent_map_find_actor (fixture->map, "a2");
  g_autoptr (EntMapFilter) copy = NULL;
  const char *first, *second;
  guint shares;

  ent_map_add_source (fixture->map, source);
  ent_map_add_source (fixture->map, third);
  ent_relation_add_evidence (fixture->supports, &(EntEvidence) { .source = source, .span = fixture_find ("Ukraine backs NATO."), .confidence = 0.6 });
  ent_actor_add_mention (country, &(EntActorMention) { source, fixture_find ("Ukraine"), ENT_FORM_NAME });
  g_assert_false (ent_map_filter_get_comparison (fixture->filter, &first, &second, &shares));

  ent_map_filter_set_article (fixture->filter, "s3");
  ent_map_filter_compare (fixture->filter, "s1", "s2", ENT_MAP_FILTER_ALL_SHARES);
  g_assert_null (ent_map_filter_get_article (fixture->filter));
  g_assert_cmpuint (ent_map_filter_count (fixture->filter), ==, 1);
  assert_passing (fixture, TRUE, TRUE);
  ent_map_filter_compare (fixture->filter, "s1", "s2", 1u << ENT_IN_FIRST);
  assert_passing (fixture, FALSE, TRUE);
  g_assert_true (ent_map_filter_passes_actor (fixture->filter, person));
  g_assert_false (ent_map_filter_passes_actor (fixture->filter, country));
  ent_map_filter_compare (fixture->filter, "s1", "s2", 1u << ENT_IN_BOTH);
  assert_passing (fixture, TRUE, FALSE);
  g_assert_true (ent_map_filter_passes_actor (fixture->filter, country));
  ent_map_filter_compare (fixture->filter, "s2", "s3", ENT_MAP_FILTER_ALL_SHARES);
  assert_passing (fixture, TRUE, FALSE);
  ent_map_filter_set_least_quotes (fixture->filter, 2);
  assert_passing (fixture, FALSE, FALSE);

  copy = ent_map_filter_dup (fixture->filter);
  g_assert_true (ent_map_filter_get_comparison (copy, &first, &second, &shares));
  g_assert_cmpstr (first, ==, "s2");
  g_assert_cmpstr (second, ==, "s3");
  g_assert_cmpuint (shares, ==, ENT_MAP_FILTER_ALL_SHARES);
  ent_map_filter_compare (copy, second, first, shares);   /* its own strings */
  g_assert_true (ent_map_filter_get_comparison (copy, &first, NULL, NULL));
  g_assert_cmpstr (first, ==, "s3");
  ent_map_filter_clear (copy);
  g_assert_false (ent_map_filter_get_comparison (copy, NULL, NULL, NULL));
  ent_map_filter_end_comparison (fixture->filter);
  g_assert_cmpuint (ent_map_filter_count (fixture->filter), ==, 1);
}

/* The drawing: what does not pass goes, or fades; who has no links left fades. */
static void
test_scene (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntScene) scene = ent_scene_new (fixture->map);
  guint person = ent_scene_find_actor (scene, ent_map_find_actor (fixture->map, "a1"));
  guint nato = ent_scene_find_actor (scene, ent_map_find_actor (fixture->map, "a3"));
  guint link = ent_scene_find_relation (scene, fixture->distrusts);

  ent_map_filter_set_stance (fixture->filter, ENT_STANCE_CONFLICT, FALSE);
  ent_map_filter_apply (fixture->filter, scene);
  g_assert_cmpint (ent_scene_get_link_visibility (scene, link), ==, ENT_SCENE_HIDDEN);
  g_assert_cmpint (ent_scene_get_node_visibility (scene, person), ==, ENT_SCENE_FADED);
  g_assert_cmpint (ent_scene_get_node_visibility (scene, nato), ==, ENT_SCENE_SHOWN);
  ent_map_filter_set_fades (fixture->filter, TRUE);
  ent_map_filter_set_kind (fixture->filter, ENT_KIND_ORGANISATION, FALSE);
  ent_map_filter_apply (fixture->filter, scene);
  g_assert_cmpint (ent_scene_get_link_visibility (scene, link), ==, ENT_SCENE_FADED);
  g_assert_cmpint (ent_scene_get_node_visibility (scene, nato), ==, ENT_SCENE_FADED);
  ent_map_filter_set_fades (fixture->filter, FALSE);
  ent_map_filter_apply (fixture->filter, scene);
  g_assert_cmpint (ent_scene_get_node_visibility (scene, nato), ==, ENT_SCENE_HIDDEN);
  ent_map_filter_clear (fixture->filter);
  ent_map_filter_apply (fixture->filter, scene);
  g_assert_cmpint (ent_scene_get_node_visibility (scene, nato), ==, ENT_SCENE_SHOWN);
  g_assert_cmpint (ent_scene_get_link_visibility (scene, link), ==, ENT_SCENE_SHOWN);
}

/* A copy filters a copy of the map alike, whatever becomes of the first. */
static void
test_dup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntMap) other = fixture_map_new ();
  g_autoptr (EntMapFilter) copy = NULL;
  GHashTable *focus = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (focus, g_strdup ("a2"));
  g_hash_table_add (focus, g_strdup ("a3"));
  ent_map_filter_take_focus (fixture->filter, focus);
  assert_passing (fixture, TRUE, FALSE);
  copy = ent_map_filter_dup (fixture->filter);
  ent_map_filter_take_focus (fixture->filter, NULL);
  assert_passing (fixture, TRUE, TRUE);
  g_assert_true (ent_map_filter_passes (copy, ent_map_find_relation (other, "r1")));
  g_assert_false (ent_map_filter_passes (copy, ent_map_find_relation (other, "r2")));
}

/* In a session: what is hidden is selected no more, what is faded may be; another map starts unfiltered. */
static void
test_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) other = fixture_map_new ();
  EntMapFilter *filter = ent_session_get_filter (session);
  guint n_filtered = 0;

  ent_session_open (session, fixture->map, NULL);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (count_cb), &n_filtered);
  ent_map_filter_set_fades (filter, TRUE);
  ent_session_select (session, NULL, fixture->distrusts);
  ent_map_filter_set_stance (filter, ENT_STANCE_CONFLICT, FALSE);
  g_assert_true (ent_session_get_relation (session) == fixture->distrusts);
  ent_map_filter_set_fades (filter, FALSE);
  g_assert_null (ent_session_get_relation (session));
  g_assert_cmpuint (n_filtered, ==, 3);
  g_assert_cmpuint (ent_session_count_hidden (session), ==, 1);
  g_assert_cmpuint (ent_session_count_weak (session), ==, 0);

  ent_session_select (session, ent_map_find_actor (fixture->map, "a1"), NULL);
  ent_map_filter_set_kind (filter, ENT_KIND_PERSON, FALSE);
  g_assert_null (ent_session_get_actor (session));
  ent_session_open (session, other, NULL);
  g_assert_cmpuint (ent_session_count_hidden (session), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/app/map-filter/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("criteria", test_criteria);
  ADD ("confidence", test_confidence);
  ADD ("article", test_article);
  ADD ("compare", test_compare);
  ADD ("scene", test_scene);
  ADD ("dup", test_dup);
  ADD ("session", test_session);
  return g_test_run ();
}
