/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-evening.h"
#include "graph-fixture.h"

#include <math.h>

static void
test_few (void)
{
  EntLayoutNode nodes[2] = { { .x = 3, .y = 4, .radius = 10 }, { .x = 3, .y = 4, .radius = 10 } };
  EntLayoutGraph graph = { .nodes = nodes };

  ent_evening_run (&graph, 12);
  graph.n_nodes = 1;
  ent_evening_run (&graph, 12);
  g_assert_cmpfloat (nodes[0].x, ==, 3);
  g_assert_cmpfloat (nodes[0].y, ==, 4);
  graph.n_nodes = 2;
  ent_evening_run (&graph, 12);
  g_assert_true (isfinite (nodes[0].x) && isfinite (nodes[1].y));
}

static guint
count_in_quarter (const EntLayoutGraph *graph)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      left = MIN (left, graph->nodes[i].x);
      right = MAX (right, graph->nodes[i].x);
      top = MIN (top, graph->nodes[i].y);
      bottom = MAX (bottom, graph->nodes[i].y);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    n += graph->nodes[i].x < (left + right) / 2 && graph->nodes[i].y < (top + bottom) / 2;
  return n;
}

/* Crowded in one corner before, everywhere alike afterwards; who was far to the left still is. */
static void
test_evens_out (void)
{
  const guint side = 40;
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_ISOLATED, side * side, 1);
  guint n_out_of_order = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      double u = (double) (i % side) / side, v = (double) (i / side) / side;

      graph->nodes[i].x = 900 * u * u * u;
      graph->nodes[i].y = 600 * v * v * v;
    }
  g_assert_cmpuint (count_in_quarter (graph), >, graph->n_nodes / 2);
  ent_evening_run (graph, 12);
  g_assert_true (fixture_is_finite (graph));
  g_assert_cmpuint (count_in_quarter (graph), <, graph->n_nodes * 2 / 5);
  g_assert_cmpuint (count_in_quarter (graph), >, graph->n_nodes / 7);
  for (guint i = 0; i < graph->n_nodes; i++)
    n_out_of_order += i % side >= 8 && graph->nodes[i].x <= graph->nodes[i - 8].x;
  g_assert_cmpuint (n_out_of_order, <, graph->n_nodes / 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/evening/few", test_few);
  g_test_add_func ("/layout/evening/evens-out", test_evens_out);
  return g_test_run ();
}
