/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stress can only be small where distances agree with the number of links between two nodes, so lengths differ little from edge to
 * edge: what an edge needs for its ends and its label counts for a part, what edges need in the mean for the rest. Stance and weight
 * change how far apart the two ends should be and nothing else, so that a conflict does not tear its surroundings along. */

#include "ent-stress-graph.h"

#define OWN_SHARE      0.7    /* of an edge's own need in its length */
#define LEAST_GAP      100.0   /* between two shapes that are linked */
#define LABEL_ROOM     60.0    /* beside an edge's label */
#define PARALLEL_ROOM  14.0    /* more for each further link of the same two */
#define AFFINITY_SHARE 0.12    /* nearer at affinity 1, farther at −1 */
#define WEIGHT_SHARE   0.10    /* nearer, of edges of the greatest weight beside those of weight 1 */

/* All edges between the same two nodes. */
typedef struct { guint low, high; double need, weight, affinity; } Pair;

static int
compare_pairs (const void *a, const void *b)
{
  const Pair *x = a, *y = b;

  if (x->low != y->low)
    return x->low < y->low ? -1 : 1;
  return (x->high > y->high) - (x->high < y->high);
}

static double
needed_length (const EntLayoutGraph *graph, const EntLayoutEdge *edge)
{
  return graph->nodes[edge->from].radius + graph->nodes[edge->to].radius + MAX (LEAST_GAP, edge->label_width + LABEL_ROOM);
}

/* Weights are added up, the affinity is the mean by weight, the need the greatest and more for each further edge. */
static Pair *
pairs_new (const EntLayoutGraph *graph, guint *n_pairs)
{
  Pair *pairs = g_new (Pair, MAX (graph->n_edges, 1));
  guint n = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const EntLayoutEdge *edge = &graph->edges[e];

      pairs[e] = (Pair) { MIN (edge->from, edge->to), MAX (edge->from, edge->to), needed_length (graph, edge),
                          edge->weight, edge->affinity * edge->weight };
    }
  qsort (pairs, graph->n_edges, sizeof *pairs, compare_pairs);
  for (guint e = 0; e < graph->n_edges; e++)
    if (n > 0 && compare_pairs (&pairs[n - 1], &pairs[e]) == 0)
      {
        pairs[n - 1].need = MAX (pairs[n - 1].need, pairs[e].need) + PARALLEL_ROOM;
        pairs[n - 1].weight += pairs[e].weight;
        pairs[n - 1].affinity += pairs[e].affinity;
      }
    else
      pairs[n++] = pairs[e];
  for (guint p = 0; p < n; p++)
    pairs[p].affinity /= pairs[p].weight;
  *n_pairs = n;
  return pairs;
}

static void
add_entry (EntStressGraph *self, guint *fill, guint from, guint to, double length, double wish)
{
  guint at = fill[from]++;

  self->neighbours[at] = to;
  self->lengths[at] = length;
  self->wishes[at] = wish;
}

void
ent_stress_graph_init (EntStressGraph *self, const EntLayoutGraph *graph)
{
  guint n_pairs;
  g_autofree Pair *pairs = pairs_new (graph, &n_pairs);
  g_autofree guint *fill = NULL;
  double mean = 0;

  self->n_nodes = graph->n_nodes;
  self->starts = g_new0 (guint, graph->n_nodes + 1);
  self->neighbours = g_new (guint, 2 * (gsize) n_pairs + 1);
  self->lengths = g_new (double, 2 * (gsize) n_pairs + 1);
  self->wishes = g_new (double, 2 * (gsize) n_pairs + 1);
  for (guint p = 0; p < n_pairs; p++)
    {
      self->starts[pairs[p].low + 1]++;
      self->starts[pairs[p].high + 1]++;
      mean += pairs[p].need / n_pairs;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    self->starts[i + 1] += self->starts[i];
  fill = g_memdup2 (self->starts, sizeof (guint) * (graph->n_nodes + 1));
  for (guint p = 0; p < n_pairs; p++)
    {
      double length = mean + OWN_SHARE * (pairs[p].need - mean);
      double wish = length * (1 - AFFINITY_SHARE * pairs[p].affinity) * (1 - WEIGHT_SHARE * (1 - 2 / (1 + MAX (pairs[p].weight, 1))));

      add_entry (self, fill, pairs[p].low, pairs[p].high, length, wish);
      add_entry (self, fill, pairs[p].high, pairs[p].low, length, wish);
    }
}

void
ent_stress_graph_clear (EntStressGraph *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->neighbours, g_free);
  g_clear_pointer (&self->lengths, g_free);
  g_clear_pointer (&self->wishes, g_free);
}

guint
ent_stress_graph_n_entries (const EntStressGraph *self)
{
  return self->starts[self->n_nodes];
}

static void
heap_push (EntHeapItem *heap, gsize *n, EntHeapItem item)
{
  gsize at = (*n)++;

  while (at > 0 && heap[(at - 1) / 2].distance > item.distance)
    {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  heap[at] = item;
}

static EntHeapItem
heap_pop (EntHeapItem *heap, gsize *n)
{
  EntHeapItem top = heap[0], last = heap[--(*n)];
  gsize at = 0;

  while (2 * at + 1 < *n)
    {
      gsize child = 2 * at + 1;

      if (child + 1 < *n && heap[child + 1].distance < heap[child].distance)
        child++;
      if (heap[child].distance >= last.distance)
        break;
      heap[at] = heap[child];
      at = child;
    }
  heap[at] = last;
  return top;
}

void
ent_stress_graph_measure (const EntStressGraph *self, guint source, double *distances, EntHeapItem *heap)
{
  gsize n = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    distances[i] = G_MAXDOUBLE;
  distances[source] = 0;
  heap_push (heap, &n, (EntHeapItem) { 0, source });
  while (n > 0)
    {
      EntHeapItem item = heap_pop (heap, &n);

      if (item.distance > distances[item.node])
        continue;
      for (guint k = self->starts[item.node]; k < self->starts[item.node + 1]; k++)
        {
          double distance = item.distance + self->lengths[k];

          if (distance < distances[self->neighbours[k]])
            {
              distances[self->neighbours[k]] = distance;
              heap_push (heap, &n, (EntHeapItem) { distance, self->neighbours[k] });
            }
        }
    }
}
