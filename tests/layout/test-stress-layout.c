/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-stress-layout.h"
#include "graph-fixture.h"

#include <math.h>

static void
start (EntPoint *places, guint n, EntRandom *random)
{
  for (guint i = 0; i < n; i++)
    {
      places[i].x = 500 * ent_random_double (random);
      places[i].y = 500 * ent_random_double (random);
    }
}

/* Per pair, each error as a share of its distance. */
static double
mean_error (const EntStressLayout *stress, const EntPoint *places)
{
  gsize n_terms;
  const EntStressTerm *terms = ent_stress_layout_get_terms (stress, &n_terms);
  double sum = 0;

  for (gsize t = 0; t < n_terms; t++)
    {
      double length = hypot (places[terms[t].i].x - places[terms[t].j].x, places[terms[t].i].y - places[terms[t].j].y);

      sum += fabs (length / terms[t].distance - 1);
    }
  return n_terms > 0 ? sum / n_terms : 0;
}

static void
test_singleton (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_ISOLATED, 1, 1);
  EntRandom random = { 1 };
  g_autoptr(EntStressLayout) stress = ent_stress_layout_new (graph, &random);
  EntPoint place = { 3, 4 };

  ent_stress_layout_run (stress, &place, NULL, &random, NULL);
  g_assert_cmpfloat (place.x, ==, 3);
}

/* A path can be drawn with every distance right, and is nearly so. */
static void
test_path_becomes_straight (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_PATH, 10, 1);
  EntRandom random = { 1 };
  g_autoptr(EntStressLayout) stress = ent_stress_layout_new (graph, &random);
  EntPoint places[10];

  start (places, 10, &random);
  ent_stress_layout_run (stress, places, NULL, &random, NULL);
  g_assert_cmpfloat (mean_error (stress, places), <, 0.06);
}

/* Distances: every pair once, never shorter than an edge, and no detour longer than a way round. */
static void
test_terms (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_TWO_CLUSTERS, 20, 1);
  EntRandom random = { 1 };
  g_autoptr(EntStressLayout) stress = ent_stress_layout_new (graph, &random);
  gsize n_terms;
  const EntStressTerm *terms = ent_stress_layout_get_terms (stress, &n_terms);

  g_assert_cmpuint (n_terms, ==, 20 * 19 / 2);
  for (gsize t = 0; t < n_terms; t++)
    {
      g_assert_cmpfloat (terms[t].distance, >, 80);
      g_assert_cmpuint (terms[t].i, !=, terms[t].j);
    }
}

static void
test_fixed_stay (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_SPARSE, 20, 1);
  EntRandom random = { 1 };
  g_autoptr(EntStressLayout) stress = ent_stress_layout_new (graph, &random);
  EntPoint places[20], before[20];
  gboolean fixed[20];

  start (places, 20, &random);
  for (guint i = 0; i < 20; i++)
    {
      before[i] = places[i];
      fixed[i] = i % 2;
    }
  ent_stress_layout_run (stress, places, fixed, &random, NULL);
  for (guint i = 0; i < 20; i++)
    if (fixed[i])
      g_assert_true (places[i].x == before[i].x && places[i].y == before[i].y);
}

/* All in one point is no trap. */
static void
test_parts_what_coincides (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_STAR, 9, 1);
  EntRandom random = { 1 };
  g_autoptr(EntStressLayout) stress = ent_stress_layout_new (graph, &random);
  EntPoint places[9] = { { 0, 0 } };

  ent_stress_layout_run (stress, places, NULL, &random, NULL);
  g_assert_cmpfloat (mean_error (stress, places), <, 0.6);
}

/* Beyond 1,200 nodes only the edges are terms, and still the drawing unfolds: what lies apart along a path does so in the drawing.
 * Every tenth node with every tenth; neighbours are held less well than those. */
static void
test_pivots (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_PATH, 1300, 1);
  EntRandom random = { 1 };
  g_autoptr(EntStressLayout) stress = ent_stress_layout_new (graph, &random);
  g_autofree EntPoint *places = g_new (EntPoint, 1300);
  double along[1300] = { 0 }, sum = 0;
  guint n_pairs = 0;
  gsize n_terms;
  const EntStressTerm *terms = ent_stress_layout_get_terms (stress, &n_terms);

  g_assert_cmpuint (n_terms, ==, 1299);
  for (guint i = 0; i < n_terms; i++)
    {
      g_assert_cmpuint (terms[i].j, ==, i + 1);
      along[i + 1] = along[i] + terms[i].distance;
    }
  start (places, 1300, &random);
  ent_stress_layout_run (stress, places, NULL, &random, NULL);
  for (guint i = 0; i < 1300; i += 10)
    for (guint j = i + 10; j < 1300; j += 10, n_pairs++)
      sum += fabs (hypot (places[i].x - places[j].x, places[i].y - places[j].y) / (along[j] - along[i]) - 1);
  g_assert_cmpfloat (sum / n_pairs, <, 0.35);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/stress/singleton", test_singleton);
  g_test_add_func ("/layout/stress/path-becomes-straight", test_path_becomes_straight);
  g_test_add_func ("/layout/stress/terms", test_terms);
  g_test_add_func ("/layout/stress/fixed-stay", test_fixed_stay);
  g_test_add_func ("/layout/stress/parts-what-coincides", test_parts_what_coincides);
  g_test_add_func ("/layout/stress/pivots", test_pivots);
  return g_test_run ();
}
