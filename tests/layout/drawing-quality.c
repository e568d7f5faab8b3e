/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Crossings by a sweep along x: edges sorted by their left ends, each held against those that begin before it ends. */

#include "drawing-quality.h"
#include "ent-curve.h"
#include "ent-overlaps.h"

#include <math.h>

#define MAX_ALL_SOURCES 1000
#define N_SOURCES       500

typedef struct { guint low, high; EntPoint a, b; EntBox box; } Line;

static int
compare_ends (const void *a, const void *b)
{
  const Line *x = a, *y = b;

  return x->low != y->low ? (x->low > y->low) - (x->low < y->low) : (x->high > y->high) - (x->high < y->high);
}

static int
compare_lefts (const void *a, const void *b)
{
  const Line *x = a, *y = b;

  return (x->box.left > y->box.left) - (x->box.left < y->box.left);
}

/* Each pair of linked nodes once. */
static Line *
lines_new (const EntLayoutGraph *graph, guint *n_lines)
{
  Line *lines = g_new (Line, MAX (graph->n_edges, 1));
  guint n = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const EntLayoutEdge *edge = &graph->edges[e];
      const EntLayoutNode *from = &graph->nodes[edge->from], *to = &graph->nodes[edge->to];

      lines[e] = (Line) { MIN (edge->from, edge->to), MAX (edge->from, edge->to), { from->x, from->y }, { to->x, to->y },
                          { MIN (from->x, to->x), MIN (from->y, to->y), MAX (from->x, to->x), MAX (from->y, to->y) } };
    }
  qsort (lines, graph->n_edges, sizeof *lines, compare_ends);
  for (guint e = 0; e < graph->n_edges; e++)
    if (n == 0 || compare_ends (&lines[n - 1], &lines[e]) != 0)
      lines[n++] = lines[e];
  *n_lines = n;
  return lines;
}

static double
angle_between (const Line *a, const Line *b)
{
  double ax = a->b.x - a->a.x, ay = a->b.y - a->a.y, bx = b->b.x - b->a.x, by = b->b.y - b->a.y;

  return atan2 (fabs (ax * by - ay * bx), fabs (ax * bx + ay * by)) * 180 / G_PI;
}

static void
measure_crossings (const EntLayoutGraph *graph, DrawingQuality *out)
{
  guint n_lines;
  g_autofree Line *lines = lines_new (graph, &n_lines);

  out->least_angle = 90;
  qsort (lines, n_lines, sizeof *lines, compare_lefts);
  for (guint i = 0; i < n_lines; i++)
    for (guint j = i + 1; j < n_lines && lines[j].box.left < lines[i].box.right; j++)
      {
        const Line *a = &lines[i], *b = &lines[j];

        if (a->box.top > b->box.bottom || b->box.top > a->box.bottom
            || a->low == b->low || a->low == b->high || a->high == b->low || a->high == b->high
            || !ent_segments_cross (a->a, a->b, b->a, b->b))
          continue;
        out->n_crossings++;
        out->least_angle = MIN (out->least_angle, angle_between (a, b));
      }
}

/* Neighbours of node i: neighbours[starts[i]] … neighbours[starts[i + 1] − 1]. */
static guint *
neighbours_new (const EntLayoutGraph *graph, guint *starts)
{
  guint *neighbours = g_new (guint, 2 * (gsize) graph->n_edges + 1);
  g_autofree guint *fill = NULL;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      starts[graph->edges[e].from + 1]++;
      starts[graph->edges[e].to + 1]++;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    starts[i + 1] += starts[i];
  fill = g_memdup2 (starts, sizeof (guint) * (graph->n_nodes + 1));
  for (guint e = 0; e < graph->n_edges; e++)
    {
      neighbours[fill[graph->edges[e].from]++] = graph->edges[e].to;
      neighbours[fill[graph->edges[e].to]++] = graph->edges[e].from;
    }
  return neighbours;
}

/* hops: one a node, 0: not reached (or the source). queue: scratch, one a node. */
static void
count_hops (guint source, guint n_nodes, const guint *starts, const guint *neighbours, guint *hops, guint *queue)
{
  guint n_queued = 1;

  for (guint i = 0; i < n_nodes; i++)
    hops[i] = 0;
  queue[0] = source;
  for (guint at = 0; at < n_queued; at++)
    for (guint k = starts[queue[at]]; k < starts[queue[at] + 1]; k++)
      if (neighbours[k] != source && hops[neighbours[k]] == 0)
        {
          hops[neighbours[k]] = hops[queue[at]] + 1;
          queue[n_queued++] = neighbours[k];
        }
}

/* With r = length ÷ distance the sum of (scale × r − 1)² is least at scale = Σr ÷ Σr². */
static void
measure_stress (const EntLayoutGraph *graph, DrawingQuality *out)
{
  guint n = graph->n_nodes, n_sources = n > MAX_ALL_SOURCES ? N_SOURCES : n;
  g_autofree guint *starts = g_new0 (guint, n + 1), *hops = g_new (guint, MAX (n, 1)), *queue = g_new (guint, MAX (n, 1));
  g_autofree guint *neighbours = neighbours_new (graph, starts);
  double sum = 0, sum_of_squares = 0, n_pairs = 0;

  for (guint s = 0; s < n_sources; s++)
    {
      guint source = (guint) ((guint64) s * n / n_sources);

      count_hops (source, n, starts, neighbours, hops, queue);
      for (guint i = 0; i < n; i++)
        if (hops[i] > 0)
          {
            double ratio = hypot (graph->nodes[i].x - graph->nodes[source].x, graph->nodes[i].y - graph->nodes[source].y) / hops[i];

            sum += ratio;
            sum_of_squares += ratio * ratio;
            n_pairs++;
          }
    }
  out->stress = sum_of_squares > 0 ? 1 - sum * sum / sum_of_squares / n_pairs : 0;
}

static void
measure_rooms (const EntLayoutGraph *graph, DrawingQuality *out)
{
  g_autofree EntRoom *rooms = g_new (EntRoom, MAX (graph->n_nodes, 1));
  EntBox all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntBox box;

      rooms[i] = ent_room_get (&graph->nodes[i]);
      box = ent_room_bounds (&rooms[i]);
      all = (EntBox) { MIN (all.left, box.left), MIN (all.top, box.top), MAX (all.right, box.right), MAX (all.bottom, box.bottom) };
      for (guint j = 0; j < i; j++)
        out->n_overlaps += ent_rooms_overlap (&rooms[i], &rooms[j], 0);
    }
  out->aspect = (all.right - all.left) / (all.bottom - all.top);
  out->diameter = hypot (all.right - all.left, all.bottom - all.top);
}

DrawingQuality
drawing_quality_measure (const EntLayoutGraph *graph)
{
  DrawingQuality quality = { 0 };

  measure_crossings (graph, &quality);
  measure_stress (graph, &quality);
  measure_rooms (graph, &quality);
  return quality;
}
