/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-layout.h"
#include "ent-overlaps.h"
#include "graph-fixture.h"

#include <math.h>
#include <string.h>

static void
test_empty (void)
{
  EntLayoutGraph graph = { 0 };

  ent_layout_run (&graph, 1);
  g_assert_cmpuint (graph.n_nodes, ==, 0);
}

static void
test_singleton (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_ISOLATED, 1, 1);

  ent_layout_run (graph, 1);
  g_assert_true (fixture_is_finite (graph));
}

/* No room on another's, whatever the graph. */
static void
test_no_overlap (gconstpointer data)
{
  FixtureKind kind = GPOINTER_TO_UINT (data);
  const guint sizes[] = { 2, 3, 5, 10, 25, 60, 61, 100 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint seed = 0; seed < (sizes[s] <= 10 ? 3 : 1); seed++)
      {
        g_autoptr(EntLayoutGraph) graph = fixture_new (kind, sizes[s], seed * 77 + sizes[s]);

        ent_layout_run (graph, seed);
        g_assert_true (fixture_is_finite (graph));
        g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);
      }
}

static void
test_same_again (gconstpointer data)
{
  FixtureKind kind = GPOINTER_TO_UINT (data);
  g_autoptr(EntLayoutGraph) first = fixture_new (kind, 30, 5);
  g_autoptr(EntLayoutGraph) second = fixture_copy (first);

  ent_layout_run (first, 42);
  ent_layout_run (second, 42);
  for (guint i = 0; i < first->n_nodes; i++)
    {
      g_assert_cmpmem (&first->nodes[i].x, sizeof (double), &second->nodes[i].x, sizeof (double));
      g_assert_cmpmem (&first->nodes[i].y, sizeof (double), &second->nodes[i].y, sizeof (double));
    }
}

/* What can be drawn without crossings is. */
static void
test_plane_graphs_stay_plane (void)
{
  const FixtureKind kinds[] = { FIXTURE_TREE, FIXTURE_STAR, FIXTURE_PATH, FIXTURE_DISCONNECTED };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint seed = 0; seed < 3; seed++)
      {
        g_autoptr(EntLayoutGraph) graph = fixture_new (kinds[k], 14, seed);

        ent_layout_run (graph, seed);
        g_assert_cmpuint (fixture_count_crossings (graph), ==, 0);
      }
}

/* An edge's label has room between the shapes, and no edge is far longer than that. */
static void
test_length_has_room (void)
{
  EntLayoutNode nodes[2] = { { .radius = 30, .label_width = 80, .label_height = 18 }, { .radius = 20, .label_width = 60, .label_height = 18 } };
  EntLayoutEdge edge = { .from = 0, .to = 1, .weight = 1, .label_width = 110, .label_height = 14 };
  EntLayoutGraph graph = { nodes, 2, &edge, 1 };
  double length;

  ent_layout_run (&graph, 3);
  length = hypot (nodes[0].x - nodes[1].x, nodes[0].y - nodes[1].y);
  g_assert_cmpfloat (length, >, 30 + 20 + 110);
  g_assert_cmpfloat (length, <, 30 + 20 + 110 + 150);
}

static double
distance_at (double affinity)
{
  EntLayoutNode nodes[2] = { { .radius = 30 }, { .radius = 30 } };
  EntLayoutEdge edge = { .from = 0, .to = 1, .weight = 1, .affinity = affinity };
  EntLayoutGraph graph = { nodes, 2, &edge, 1 };

  ent_layout_run (&graph, 3);
  return hypot (nodes[0].x - nodes[1].x, nodes[0].y - nodes[1].y);
}

static void
test_stance_moves (void)
{
  g_assert_cmpfloat (distance_at (1), <, distance_at (0));
  g_assert_cmpfloat (distance_at (0), <, distance_at (-1));
  g_assert_cmpfloat (distance_at (-1), <, 1.5 * distance_at (1));
}

static void
test_pinned_stay (void)
{
  for (guint kind = 0; kind < FIXTURE_N_KINDS; kind++)
    {
      g_autoptr(EntLayoutGraph) graph = fixture_new (kind, 24, kind);
      const double x[3] = { 10, -700, 345.25 }, y[3] = { 20, 300, -77.5 };

      for (guint i = 0; i < 3; i++)
        {
          graph->nodes[7 * i].x = x[i];
          graph->nodes[7 * i].y = y[i];
          graph->nodes[7 * i].pinned = TRUE;
        }
      ent_layout_run (graph, 9);
      for (guint i = 0; i < 3; i++)
        {
          g_assert_true (graph->nodes[7 * i].x == x[i]);
          g_assert_true (graph->nodes[7 * i].y == y[i]);
        }
      g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);
    }
}

/* One more node in a drawing that stands: the others hardly move, and it is put near its neighbour. */
static void
test_placed_hardly_move (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_SPARSE, 40, 4);
  g_autoptr(EntLayoutGraph) before = NULL;
  guint last = graph->n_nodes - 1, n_moved = 0;

  for (guint e = 0; e < graph->n_edges; e++)   /* the last one waits */
    if (graph->edges[e].from == last || graph->edges[e].to == last)
      graph->edges[e] = (EntLayoutEdge) { 0, 1, 1, 0, 0, 0 };
  ent_layout_run (graph, 1);
  for (guint i = 0; i < last; i++)
    graph->nodes[i].placed = TRUE;
  graph->edges[0].from = 3;
  graph->edges[0].to = last;
  before = fixture_copy (graph);
  ent_layout_run (graph, 1);
  for (guint i = 0; i < last; i++)
    n_moved += hypot (graph->nodes[i].x - before->nodes[i].x, graph->nodes[i].y - before->nodes[i].y) > 60;
  g_assert_cmpuint (n_moved, <=, 1);
  g_assert_cmpfloat (hypot (graph->nodes[3].x - graph->nodes[last].x, graph->nodes[3].y - graph->nodes[last].y), <, 500);
  g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);

  /* A drawing that stands and is complete does not change at all. */
  for (guint i = 0; i < graph->n_nodes; i++)
    graph->nodes[i].placed = TRUE;
  fixture_free (before);
  before = fixture_copy (graph);
  ent_layout_run (graph, 99);
  g_assert_cmpmem (graph->nodes, sizeof (EntLayoutNode) * graph->n_nodes, before->nodes, sizeof (EntLayoutNode) * before->n_nodes);
}

static void
test_landscape (void)
{
  for (guint kind = 0; kind < FIXTURE_N_KINDS; kind++)
    {
      g_autoptr(EntLayoutGraph) graph = fixture_new (kind, 30, 11);
      double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, aspect;

      ent_layout_run (graph, 1);
      for (guint i = 0; i < graph->n_nodes; i++)
        {
          left = MIN (left, graph->nodes[i].x - 60);
          right = MAX (right, graph->nodes[i].x + 60);
          top = MIN (top, graph->nodes[i].y - 30);
          bottom = MAX (bottom, graph->nodes[i].y + 60);
        }
      aspect = (right - left) / (bottom - top);
      g_test_message ("%s: %.2f", fixture_names[kind], aspect);
      g_assert_cmpfloat (aspect, >, 0.8);
      g_assert_cmpfloat (aspect, <, 4.0);
    }
}

static void
test_hostile_numbers (void)
{
  const double numbers[] = { NAN, INFINITY, -INFINITY, 0, -1, 1e300, -1e300, 1e-300 };

  for (guint round = 0; round < 4 * G_N_ELEMENTS (numbers); round++)
    {
      g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_SPARSE, 12, round);
      double bad = numbers[round % G_N_ELEMENTS (numbers)];

      graph->nodes[0].x = graph->nodes[1].y = bad;
      graph->nodes[0].placed = graph->nodes[1].placed = TRUE;
      graph->nodes[1].pinned = isfinite (bad) && fabs (bad) < 1e7;
      if (round / G_N_ELEMENTS (numbers) == 1)
        graph->nodes[2].radius = graph->nodes[3].label_width = graph->nodes[4].label_height = bad;
      if (round / G_N_ELEMENTS (numbers) == 2)
        for (guint e = 0; e < graph->n_edges; e++)
          graph->edges[e].weight = graph->edges[e].affinity = graph->edges[e].label_width = bad;
      if (round / G_N_ELEMENTS (numbers) == 3)
        {
          graph->edges[0].from = 1000;
          graph->edges[1].to = graph->edges[1].from;
        }
      ent_layout_run (graph, round);
      g_assert_true (fixture_is_finite (graph));
    }
}

static void
test_pinned_far_apart (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_DISCONNECTED, 20, 3);

  graph->nodes[0].x = -9e6;
  graph->nodes[19].x = 9e6;
  graph->nodes[0].pinned = graph->nodes[19].pinned = TRUE;
  ent_layout_run (graph, 1);
  g_assert_true (fixture_is_finite (graph));
  g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (20000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Cancelled before or while it runs, a layout leaves the graph as it was; not cancelled, it is the same as ever. */
static void
test_cancelled (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_TREE, 1500, 3), before = fixture_copy (graph), other = fixture_copy (graph);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (ent_layout_run_cancellable (graph, 1, cancellable));
  g_thread_join (thread);
  g_assert_cmpmem (graph->nodes, sizeof (EntLayoutNode) * graph->n_nodes, before->nodes, sizeof (EntLayoutNode) * before->n_nodes);
  g_assert_false (ent_layout_run_cancellable (graph, 1, cancellable));
  g_assert_cmpmem (graph->nodes, sizeof (EntLayoutNode) * graph->n_nodes, before->nodes, sizeof (EntLayoutNode) * before->n_nodes);
  g_cancellable_reset (cancellable);
  g_assert_true (ent_layout_run_cancellable (graph, 1, cancellable));
  ent_layout_run (other, 1);
  g_assert_cmpmem (graph->nodes, sizeof (EntLayoutNode) * graph->n_nodes, other->nodes, sizeof (EntLayoutNode) * other->n_nodes);
}

/* Beyond all pairs: pivots. */
static void
test_large (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_TREE, 1500, 3);

  ent_layout_run (graph, 1);
  g_assert_true (fixture_is_finite (graph));
  g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);
}

static EntBox
bounds_of (const EntLayoutGraph *graph)
{
  EntBox all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntRoom room = ent_room_get (&graph->nodes[i]);
      EntBox box = ent_room_bounds (&room);

      all = (EntBox) { MIN (all.left, box.left), MIN (all.top, box.top), MAX (all.right, box.right), MAX (all.bottom, box.bottom) };
    }
  return all;
}

/* Width by height of a window is 1.5. */
static double
window_of (const EntLayoutGraph *graph)
{
  EntBox all = bounds_of (graph);

  return MAX ((all.right - all.left) / 1.5, all.bottom - all.top);
}

/* A round drawing has room at its sides: a node without links does not make the whole smaller on screen. */
static void
test_single_beside (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_STAR, 16, 2);
  double window;

  graph->nodes[15].label_width = 60;
  graph->n_nodes = 15;
  graph->n_edges = 14;
  ent_layout_run (graph, 1);
  window = window_of (graph);
  graph->n_nodes = 16;      /* its edge is the last and stays out */
  ent_layout_run (graph, 1);
  g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);
  g_assert_cmpfloat (window_of (graph), <, 1.03 * window);
}

/* Many nodes without links stand together, apart from the rest, and not as a tower. */
static void
test_singles_together (void)
{
  for (guint n_single = 2; n_single <= 20; n_single++)
    {
      g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_TREE, 12 + n_single, 5);
      EntLayoutGraph linked = *graph, single = *graph;
      EntBox block;

      graph->n_edges = 11;      /* of a tree, those of the first 12 */
      ent_layout_run (graph, 1);
      g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);
      linked.n_nodes = 12;
      single.nodes = graph->nodes + 12;
      single.n_nodes = n_single;
      block = bounds_of (&single);
      for (guint i = 0; i < linked.n_nodes; i++)
        {
          EntRoom room = ent_room_get (&linked.nodes[i]), around = { { block }, 1 };

          g_assert_false (ent_rooms_overlap (&room, &around, 0));
        }
      if (n_single > 6)
        g_assert_cmpfloat (block.bottom - block.top, <, 4 * (block.right - block.left));
    }
}

/* An edge's label has room between its ends. */
static void
test_labels_of_short_edges (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      EntLayoutNode nodes[3] = { 0 };
      EntLayoutEdge edges[2] = { { .from = 0, .to = 1, .weight = 2, .label_width = 105, .label_height = 16 },
                                 { .from = 2, .to = 1, .weight = 1, .label_width = 70, .label_height = 16 } };
      EntLayoutGraph graph = { nodes, 3, edges, 2 };

      for (guint i = 0; i < 3; i++)
        nodes[i] = (EntLayoutNode) { .radius = 20 + 5 * i, .label_width = 140, .label_height = 20 };
      ent_layout_run (&graph, seed);
      for (guint e = 0; e < 2; e++)
        {
          const EntLayoutNode *from = &nodes[edges[e].from], *to = &nodes[edges[e].to];
          double length = hypot (to->x - from->x, to->y - from->y), half = 0.5 + (from->radius - to->radius) / 2 / length;
          double x = from->x + half * (to->x - from->x), y = from->y + half * (to->y - from->y);
          EntRoom label = { { { x - edges[e].label_width / 2, y - 8, x + edges[e].label_width / 2, y + 8 } }, 1 };

          for (guint i = 0; i < 3; i++)
            {
              EntRoom room = ent_room_get (&nodes[i]);
              g_assert_false (ent_rooms_overlap (&room, &label, 0));
            }
        }
    }
}

/* A large drawing takes a few times the ground that its rooms take, not scores of times. */
static void
test_large_is_compact (void)
{
  g_autoptr(EntLayoutGraph) graph = fixture_new (FIXTURE_TREE, 2600, 4);
  EntBox all;
  double rooms = 0;

  ent_layout_run (graph, 1);
  g_assert_cmpuint (fixture_count_overlaps (graph), ==, 0);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntRoom room = ent_room_get (&graph->nodes[i]);
      EntBox box = ent_room_bounds (&room);

      rooms += (box.right - box.left) * (box.bottom - box.top);
    }
  all = bounds_of (graph);
  g_assert_cmpfloat ((all.right - all.left) * (all.bottom - all.top), <, 8 * rooms);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/run/empty", test_empty);
  g_test_add_func ("/layout/run/singleton", test_singleton);
  for (guint kind = 0; kind < FIXTURE_N_KINDS; kind++)
    {
      g_autofree char *overlap = g_strconcat ("/layout/run/no-overlap/", fixture_names[kind], NULL);
      g_autofree char *again = g_strconcat ("/layout/run/same-again/", fixture_names[kind], NULL);

      g_test_add_data_func (overlap, GUINT_TO_POINTER (kind), test_no_overlap);
      g_test_add_data_func (again, GUINT_TO_POINTER (kind), test_same_again);
    }
  g_test_add_func ("/layout/run/plane-graphs-stay-plane", test_plane_graphs_stay_plane);
  g_test_add_func ("/layout/run/length-has-room", test_length_has_room);
  g_test_add_func ("/layout/run/stance-moves", test_stance_moves);
  g_test_add_func ("/layout/run/pinned-stay", test_pinned_stay);
  g_test_add_func ("/layout/run/placed-hardly-move", test_placed_hardly_move);
  g_test_add_func ("/layout/run/landscape", test_landscape);
  g_test_add_func ("/layout/run/single-beside", test_single_beside);
  g_test_add_func ("/layout/run/singles-together", test_singles_together);
  g_test_add_func ("/layout/run/labels-of-short-edges", test_labels_of_short_edges);
  g_test_add_func ("/layout/run/hostile-numbers", test_hostile_numbers);
  g_test_add_func ("/layout/run/pinned-far-apart", test_pinned_far_apart);
  g_test_add_func ("/layout/run/cancelled", test_cancelled);
  g_test_add_func ("/layout/run/large", test_large);
  g_test_add_func ("/layout/run/large-is-compact", test_large_is_compact);
  return g_test_run ();
}
