/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "graph-fixture.h"
#include "ent-curve.h"
#include "ent-layout.h"
#include "ent-random.h"

#include <math.h>

const char *const fixture_names[FIXTURE_N_KINDS] = {
  "isolated", "tree", "star", "path", "clique", "sparse", "two-clusters", "disconnected", "multiple"
};

static void
add_edge (GArray *edges, guint from, guint to, EntRandom *random)
{
  EntLayoutEdge edge = { .from = from, .to = to };

  if (from == to)
    return;
  edge.weight = 1 + ent_random_below (random, 5);
  edge.affinity = (int) ent_random_below (random, 3) - 1.0;
  edge.label_width = ent_random_below (random, 4) == 0 ? 0 : 30 + ent_random_below (random, 80);
  edge.label_height = 14;
  g_array_append_val (edges, edge);
}

static void
add_pairs (GArray *edges, guint first, guint n, gboolean all, EntRandom *random)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (all || ent_random_below (random, n) < 2)
        add_edge (edges, first + i, first + j, random);
}

static void
add_edges (GArray *edges, FixtureKind kind, guint n, EntRandom *random)
{
  if (kind == FIXTURE_CLIQUE || kind == FIXTURE_SPARSE)
    add_pairs (edges, 0, n, kind == FIXTURE_CLIQUE, random);
  if (kind == FIXTURE_TWO_CLUSTERS)
    {
      add_pairs (edges, 0, n / 2, TRUE, random);
      add_pairs (edges, n / 2, n - n / 2, TRUE, random);
      if (n > 1)
        add_edge (edges, 0, n - 1, random);
    }
  for (guint i = 1; i < n; i++)
    switch (kind)
      {
      case FIXTURE_TREE:
        add_edge (edges, ent_random_below (random, i), i, random);
        break;
      case FIXTURE_STAR:
        add_edge (edges, i, 0, random);
        break;
      case FIXTURE_PATH:
        add_edge (edges, i - 1, i, random);
        break;
      case FIXTURE_DISCONNECTED:
        if (i % 5 != 0)
          add_edge (edges, i - 1, i, random);
        break;
      case FIXTURE_MULTIPLE:
        for (guint k = 0; k < 4; k++)
          add_edge (edges, k & 1 ? i : i / 2, k & 1 ? i / 2 : i, random);
        break;
      default:
        break;
      }
}

EntLayoutGraph *
fixture_new (FixtureKind kind, guint n_nodes, guint32 seed)
{
  EntRandom random = { seed };
  EntLayoutGraph *graph = g_new0 (EntLayoutGraph, 1);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (EntLayoutEdge));

  graph->nodes = g_new0 (EntLayoutNode, MAX (n_nodes, 1));
  graph->n_nodes = n_nodes;
  for (guint i = 0; i < n_nodes; i++)
    {
      graph->nodes[i].radius = 14 + ent_random_below (&random, 28);
      graph->nodes[i].label_width = ent_random_below (&random, 8) == 0 ? 0 : 30 + ent_random_below (&random, 130);
      graph->nodes[i].label_height = 18 + 16 * ent_random_below (&random, 2);
    }
  add_edges (edges, kind, n_nodes, &random);
  graph->n_edges = edges->len;
  graph->edges = (EntLayoutEdge *) (gpointer) g_array_free (edges, FALSE);
  return graph;
}

EntLayoutGraph *
fixture_copy (const EntLayoutGraph *graph)
{
  EntLayoutGraph *copy = g_memdup2 (graph, sizeof *graph);

  copy->nodes = g_memdup2 (graph->nodes, sizeof (EntLayoutNode) * MAX (graph->n_nodes, 1));
  copy->edges = g_memdup2 (graph->edges, sizeof (EntLayoutEdge) * graph->n_edges);
  return copy;
}

void
fixture_free (EntLayoutGraph *graph)
{
  g_free (graph->nodes);
  g_free (graph->edges);
  g_free (graph);
}

guint
fixture_count_overlaps (const EntLayoutGraph *graph)
{
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    for (guint j = i + 1; j < graph->n_nodes; j++)
      n += ent_layout_nodes_overlap (&graph->nodes[i], &graph->nodes[j], 0);
  return n;
}

gboolean
fixture_is_finite (const EntLayoutGraph *graph)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!isfinite (graph->nodes[i].x) || !isfinite (graph->nodes[i].y))
      return FALSE;
  return TRUE;
}

guint
fixture_count_crossings (const EntLayoutGraph *graph)
{
  guint n = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    for (guint f = e + 1; f < graph->n_edges; f++)
      {
        const EntLayoutEdge *a = &graph->edges[e], *b = &graph->edges[f];
        const EntLayoutNode *nodes = graph->nodes;

        if (a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to)
          continue;
        n += ent_segments_cross ((EntPoint) { nodes[a->from].x, nodes[a->from].y }, (EntPoint) { nodes[a->to].x, nodes[a->to].y },
                                 (EntPoint) { nodes[b->from].x, nodes[b->from].y }, (EntPoint) { nodes[b->to].x, nodes[b->to].y });
      }
  return n;
}
