/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-layout.h"
#include "graph-fixture.h"

#include <math.h>

static EntLayoutGraph *
laid_out (FixtureKind kind, guint n_nodes)
{
  EntLayoutGraph *graph = fixture_new (kind, n_nodes, 8);

  ent_layout_run (graph, 2);
  return graph;
}

/* Goes there in frames and waits until nothing moves; returns how many steps that took, hand at rest. */
static guint
drag_to (EntDrag *drag, EntPoint from, EntPoint to)
{
  guint n_steps = 0;

  for (guint frame = 1; frame <= 30; frame++)
    ent_drag_step (drag, from.x + (to.x - from.x) * frame / 30, from.y + (to.y - from.y) * frame / 30);
  while (ent_drag_step (drag, to.x, to.y))
    g_assert_cmpuint (++n_steps, <=, 300);
  return n_steps;
}

static void
test_singleton (void)
{
  g_autoptr(EntLayoutGraph) graph = laid_out (FIXTURE_ISOLATED, 1);
  g_autoptr(EntDrag) drag = ent_drag_new (graph, 0);

  drag_to (drag, (EntPoint) { 0, 0 }, (EntPoint) { 500, -300 });
  g_assert_cmpfloat (graph->nodes[0].x, ==, 500);
  g_assert_cmpfloat (graph->nodes[0].y, ==, -300);
}

/* Onto every other node in turn: it lies where it was put, nothing overlaps, pinned ones have not moved. */
static void
test_settles (gconstpointer data)
{
  FixtureKind kind = GPOINTER_TO_UINT (data);
  g_autoptr(EntLayoutGraph) original = laid_out (kind, 30);

  for (guint target = 1; target < original->n_nodes; target += 4)
    {
      g_autoptr(EntLayoutGraph) graph = fixture_copy (original);
      guint pinned = target > 15 ? 2 : 20;
      g_autoptr(EntDrag) drag = NULL;
      EntPoint to = { graph->nodes[target].x + 3, graph->nodes[target].y - 2 };

      graph->nodes[pinned].pinned = pinned != target;
      drag = ent_drag_new (graph, 0);
      drag_to (drag, (EntPoint) { graph->nodes[0].x, graph->nodes[0].y }, to);
      g_assert_cmpfloat (graph->nodes[0].x, ==, to.x);
      g_assert_cmpfloat (graph->nodes[0].y, ==, to.y);
      /* The hand may put a node on a pinned one: neither gives way. */
      g_assert_cmpuint (fixture_count_overlaps (graph), ==,
                        graph->nodes[pinned].pinned && ent_layout_nodes_overlap (&graph->nodes[0], &graph->nodes[pinned], 0));
      if (graph->nodes[pinned].pinned)
        g_assert_true (graph->nodes[pinned].x == original->nodes[pinned].x && graph->nodes[pinned].y == original->nodes[pinned].y);
    }
}

/* On a path: the neighbour comes along, the far end stays. */
static void
test_near_follow_far_stay (void)
{
  g_autoptr(EntLayoutGraph) graph = laid_out (FIXTURE_PATH, 12);
  g_autoptr(EntLayoutGraph) before = fixture_copy (graph);
  g_autoptr(EntDrag) drag = ent_drag_new (graph, 0);
  EntPoint from = { graph->nodes[0].x, graph->nodes[0].y };
  double away_x = from.x - graph->nodes[1].x, away_y = from.y - graph->nodes[1].y;

  drag_to (drag, from, (EntPoint) { from.x + 2 * away_x, from.y + 2 * away_y });
  g_assert_cmpfloat (hypot (graph->nodes[1].x - before->nodes[1].x, graph->nodes[1].y - before->nodes[1].y), >, 20);
  g_assert_cmpfloat (hypot (graph->nodes[11].x - before->nodes[11].x, graph->nodes[11].y - before->nodes[11].y), <, 1);
}

static void
test_at_rest_nothing_moves (void)
{
  g_autoptr(EntLayoutGraph) graph = laid_out (FIXTURE_SPARSE, 30);
  g_autoptr(EntLayoutGraph) before = fixture_copy (graph);
  g_autoptr(EntDrag) drag = ent_drag_new (graph, 4);

  g_assert_false (ent_drag_step (drag, graph->nodes[4].x, graph->nodes[4].y));
  for (guint i = 0; i < graph->n_nodes; i++)
    g_assert_cmpfloat (hypot (graph->nodes[i].x - before->nodes[i].x, graph->nodes[i].y - before->nodes[i].y), <, 1e-6);
}

static void
test_hostile_numbers (void)
{
  g_autoptr(EntLayoutGraph) graph = laid_out (FIXTURE_CLIQUE, 8);
  g_autoptr(EntDrag) drag = NULL;

  graph->nodes[3].x = NAN;
  graph->edges[0].to = 77;
  drag = ent_drag_new (graph, 1);
  ent_drag_step (drag, NAN, 0);
  ent_drag_step (drag, 0, INFINITY);
  ent_drag_step (drag, 1e300, -1e300);
  ent_drag_step (drag, 0, 0);
  for (guint i = 0; i < 400; i++)
    ent_drag_step (drag, 10, 10);
  g_assert_true (fixture_is_finite (graph));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/drag/singleton", test_singleton);
  for (guint kind = 0; kind < FIXTURE_N_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/layout/drag/settles/", fixture_names[kind], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_settles);
    }
  g_test_add_func ("/layout/drag/near-follow-far-stay", test_near_follow_far_stay);
  g_test_add_func ("/layout/drag/at-rest-nothing-moves", test_at_rest_nothing_moves);
  g_test_add_func ("/layout/drag/hostile-numbers", test_hostile_numbers);
  return g_test_run ();
}
