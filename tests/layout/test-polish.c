/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-polish-private.h"
#include "graph-fixture.h"

#include <string.h>

#define N_NODES 16

static EntPolish *
new_polish (const EntLayoutGraph *graph, EntRandom *random)
{
  g_autoptr (EntStressLayout) stress = ent_stress_layout_new (graph, random);

  return ent_polish_new (graph, stress);
}

static void
scatter (EntPoint *places, guint n, EntRandom *random)
{
  for (guint i = 0; i < n; i++)
    places[i] = (EntPoint) { 600 * ent_random_double (random), 400 * ent_random_double (random) };
}

/* What was skipped leaves the generator where a run does, and a run after a skip is the run that it would have been. */
static void
test_skip (gconstpointer data)
{
  g_autoptr (EntLayoutGraph) graph = fixture_new (GPOINTER_TO_UINT (data), N_NODES, 1);
  EntRandom random = { 5 }, run, skipped;
  g_autoptr (EntPolish) polish = new_polish (graph, &random);
  EntPoint places[N_NODES], first[N_NODES], second[N_NODES];

  scatter (places, N_NODES, &random);
  run = skipped = random;
  memcpy (first, places, sizeof places);
  ent_polish_run (polish, first, &run);
  g_assert_cmpuint (run.state, !=, random.state);
  ent_polish_skip (polish, &skipped);
  g_assert_cmpuint (skipped.state, ==, run.state);

  memcpy (first, places, sizeof places);
  memcpy (second, places, sizeof places);
  ent_polish_run (polish, first, &run);
  ent_polish_run (polish, second, &skipped);
  g_assert_cmpmem (first, sizeof first, second, sizeof second);
}

static void
test_pinned (void)
{
  g_autoptr (EntLayoutGraph) graph = fixture_new (FIXTURE_TREE, N_NODES, 1);
  EntRandom random = { 5 };
  guint64 state;
  EntPoint places[N_NODES], before[N_NODES];

  for (guint i = 0; i < N_NODES; i++)
    graph->nodes[i].pinned = TRUE;
  g_autoptr (EntPolish) polish = new_polish (graph, &random);
  scatter (places, N_NODES, &random);
  memcpy (before, places, sizeof places);
  state = random.state;
  ent_polish_run (polish, places, &random);
  ent_polish_skip (polish, &random);
  g_assert_cmpmem (places, sizeof places, before, sizeof before);
  g_assert_cmpuint (random.state, ==, state);
}

/* A node's cost is worked out to its end only where that matters, and it is what the drawing's cost changes by. */
static void
test_cost (gconstpointer data)
{
  g_autoptr (EntLayoutGraph) graph = fixture_new (GPOINTER_TO_UINT (data), N_NODES, 1);
  EntRandom random = { 7 };
  g_autoptr (EntPolish) polish = new_polish (graph, &random);
  EntPoint places[N_NODES];

  scatter (places, N_NODES, &random);
  for (guint node = 0; node < N_NODES; node++) {
    double all = ent_polish_cost (polish, places), cost = ent_polish_cost_of_node (polish, node, G_MAXDOUBLE), all_moved, moved;
    for (guint share = 0; share <= 8; share++) {
      double enough = cost * share / 4, found = ent_polish_cost_of_node (polish, node, enough);
      g_assert_true ((found > enough) == (cost > enough));
      if (cost <= enough)
        g_assert_cmpfloat (found, ==, cost);
    }
    places[node] = (EntPoint) { 600 * ent_random_double (&random), 400 * ent_random_double (&random) };
    ent_polish_put (polish, node, places[node]);
    moved = ent_polish_cost_of_node (polish, node, G_MAXDOUBLE);
    all_moved = ent_polish_cost (polish, places);
    g_assert_cmpfloat_with_epsilon (all_moved - all, moved - cost, 1e-6);
  }
}

int
main (int argc, char **argv)
{
  static const FixtureKind kinds[] = { FIXTURE_TREE, FIXTURE_STAR, FIXTURE_CLIQUE, FIXTURE_SPARSE, FIXTURE_MULTIPLE };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *skip = g_strdup_printf ("/layout/polish/skip/%s", fixture_names[kinds[i]]);
    g_autofree char *cost = g_strdup_printf ("/layout/polish/cost/%s", fixture_names[kinds[i]]);
    g_test_add_data_func (skip, GUINT_TO_POINTER (kinds[i]), test_skip);
    g_test_add_data_func (cost, GUINT_TO_POINTER (kinds[i]), test_cost);
  }
  g_test_add_func ("/layout/polish/pinned", test_pinned);
  return g_test_run ();
}
