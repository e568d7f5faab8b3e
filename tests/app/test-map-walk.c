/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-walk.h"

#include "fixture.h"

static void
test_empty (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  g_autoptr (EntScene) scene = ent_scene_new (map);

  g_assert_cmpint (ent_map_walk_next (scene, -1), ==, -1);
  g_assert_cmpint (ent_map_walk_previous (scene, -1), ==, -1);
  g_assert_cmpint (ent_map_walk_towards (scene, -1, 1, 0), ==, -1);
}

/* By salience every actor is met exactly once, the most salient first, and backwards the other way round. */
static void
test_salience (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint n_nodes, n_met = 0;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  double salience = G_MAXDOUBLE;
  gint last = -1;

  for (gint node = ent_map_walk_next (scene, -1); node >= 0; node = ent_map_walk_next (scene, node)) {
    g_assert_cmpfloat (nodes[node].salience, <=, salience);
    g_assert_true (last < 0 || ent_map_walk_previous (scene, node) == last);
    salience = nodes[node].salience;
    last = node;
    n_met++;
  }
  g_assert_cmpuint (n_met, ==, n_nodes);
  g_assert_cmpint (ent_map_walk_previous (scene, -1), ==, last);
}

/* The list has the same order, and is cut off where it is told. */
static void
test_list (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntScene) scene = ent_scene_new (map);
  g_autoptr (GArray) all = ent_map_walk_list (scene, 100), first = ent_map_walk_list (scene, 1), none = ent_map_walk_list (scene, 0);
  gint node = -1;

  g_assert_cmpuint (all->len, ==, 3);
  for (guint i = 0; i < all->len; i++) {
    node = ent_map_walk_next (scene, node);
    g_assert_cmpint (g_array_index (all, guint, i), ==, node);
  }
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_directions (void)
{
  static const struct { const char *from; int dx, dy; const char *to; } cases[] = {
    { "a1", 1, 0, "a2" },
    { "a2", -1, 0, "a1" },
    { "a2", 0, 1, "a3" },
    { "a3", 0, -1, "a2" },
    { "a1", -1, 0, "a1" },     /* nothing there: it stays */
    { "a3", 1, 0, "a3" },
  };
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint node = ent_map_walk_towards (scene, ent_scene_find_actor (scene, ent_map_find_actor (map, cases[i].from)), cases[i].dx, cases[i].dy);
    g_assert_cmpstr (ent_actor_get_id (nodes[node].actor), ==, cases[i].to);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/map-walk/empty", test_empty);
  g_test_add_func ("/app/map-walk/salience", test_salience);
  g_test_add_func ("/app/map-walk/list", test_list);
  g_test_add_func ("/app/map-walk/directions", test_directions);
  return g_test_run ();
}
