/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ideal distances are shortest paths over the edges' ideal lengths (Dijkstra, binary heap). The terms are visited in a random
 * order; each moves its two nodes towards their distance by a share of the error, min(1, weight × rate); the rate falls
 * geometrically from what moves the farthest pair all the way to what hardly moves the nearest. Nothing but + − × ÷ and sqrt
 * is used, so equal input gives equal places bit for bit. */

#include "ent-stress-layout.h"

#include <math.h>

#define MAX_NODES_ALL_PAIRS 1200
#define N_PIVOTS            200
#define N_ROUNDS            33      /* a power of two and one: the rate's factor is then a chain of square roots */
#define LAST_RATE           0.1

struct _EntStressLayout {
  guint   n_nodes;
  GArray *terms;                    /* EntStressTerm */
};

/* Neighbours of node i: neighbours[start[i]] … neighbours[start[i + 1] − 1]; edges between the same two nodes appear several times. */
typedef struct {
  guint   n_nodes;
  guint  *start;
  guint  *neighbours;
  double *lengths;
} Adjacency;

typedef struct { double distance; guint node; } HeapItem;

static void
adjacency_clear (Adjacency *adjacency)
{
  g_free (adjacency->start);
  g_free (adjacency->neighbours);
  g_free (adjacency->lengths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Adjacency, adjacency_clear)

double
ent_stress_layout_length (const EntLayoutGraph *graph, const EntLayoutEdge *edge, guint degree)
{
  double radii = graph->nodes[edge->from].radius + graph->nodes[edge->to].radius;
  double gap = MAX (90.0, edge->label_width + 60.0);
  double crowd = degree > 5 ? MIN ((degree - 5) * 9.0, 240.0) : 0;   /* a hub's neighbours need a wider ring */

  gap *= (1 - 0.12 * edge->affinity) * (0.85 + 0.3 / (1 + edge->weight));
  return radii + gap + crowd;
}

static void
adjacency_init (Adjacency *adjacency, const EntLayoutGraph *graph)
{
  guint *fill, *degree;

  adjacency->n_nodes = graph->n_nodes;
  adjacency->start = g_new0 (guint, graph->n_nodes + 1);
  adjacency->neighbours = g_new (guint, 2 * (gsize) graph->n_edges + 1);
  adjacency->lengths = g_new (double, 2 * (gsize) graph->n_edges + 1);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      adjacency->start[graph->edges[e].from + 1]++;
      adjacency->start[graph->edges[e].to + 1]++;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    adjacency->start[i + 1] += adjacency->start[i];

  fill = g_memdup2 (adjacency->start, sizeof (guint) * graph->n_nodes);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      adjacency->neighbours[fill[graph->edges[e].from]++] = graph->edges[e].to;
      adjacency->neighbours[fill[graph->edges[e].to]++] = graph->edges[e].from;
    }

  /* Count each neighbour once, then give the edges their lengths in the same order. */
  degree = g_new0 (guint, graph->n_nodes);
  {
    g_autofree guint *seen = g_new0 (guint, graph->n_nodes);

    for (guint i = 0; i < graph->n_nodes; i++)
      for (guint k = adjacency->start[i]; k < adjacency->start[i + 1]; k++)
        if (seen[adjacency->neighbours[k]] != i + 1)
          {
            seen[adjacency->neighbours[k]] = i + 1;
            degree[i]++;
          }
  }
  for (guint i = 0; i < graph->n_nodes; i++)
    fill[i] = adjacency->start[i];
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const EntLayoutEdge *edge = &graph->edges[e];
      double length = ent_stress_layout_length (graph, edge, MAX (degree[edge->from], degree[edge->to]));

      adjacency->lengths[fill[edge->from]++] = length;
      adjacency->lengths[fill[edge->to]++] = length;
    }
  g_free (degree);
  g_free (fill);
}

static void
heap_push (HeapItem *heap, gsize *n, HeapItem item)
{
  gsize at = (*n)++;

  while (at > 0 && heap[(at - 1) / 2].distance > item.distance)
    {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  heap[at] = item;
}

static HeapItem
heap_pop (HeapItem *heap, gsize *n)
{
  HeapItem top = heap[0], last = heap[--(*n)];
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

/* distances: one a node. heap: room for every neighbour entry and one more. */
static void
measure_from (const Adjacency *adjacency, guint source, double *distances, HeapItem *heap)
{
  gsize n = 0;

  for (guint i = 0; i < adjacency->n_nodes; i++)
    distances[i] = G_MAXDOUBLE;
  distances[source] = 0;
  heap_push (heap, &n, (HeapItem) { 0, source });
  while (n > 0)
    {
      HeapItem item = heap_pop (heap, &n);

      if (item.distance > distances[item.node])
        continue;
      for (guint k = adjacency->start[item.node]; k < adjacency->start[item.node + 1]; k++)
        {
          double distance = item.distance + adjacency->lengths[k];

          if (distance < distances[adjacency->neighbours[k]])
            {
              distances[adjacency->neighbours[k]] = distance;
              heap_push (heap, &n, (HeapItem) { distance, adjacency->neighbours[k] });
            }
        }
    }
}

static void
add_term (EntStressLayout *self, guint i, guint j, double distance, double factor_i, double factor_j)
{
  double weight = 1 / (distance * distance);
  EntStressTerm term = { i, j, (float) distance, (float) (weight * factor_i), (float) (weight * factor_j) };

  g_array_append_val (self->terms, term);
}

static void
add_all_pairs (EntStressLayout *self, const Adjacency *adjacency)
{
  g_autofree double *distances = g_new (double, self->n_nodes);
  g_autofree HeapItem *heap = g_new (HeapItem, (gsize) adjacency->start[self->n_nodes] + 1);

  for (guint i = 0; i + 1 < self->n_nodes; i++)
    {
      measure_from (adjacency, i, distances, heap);
      for (guint j = i + 1; j < self->n_nodes; j++)
        if (distances[j] < G_MAXDOUBLE)
          add_term (self, i, j, distances[j], 1, 1);
    }
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Every node pulls at a pivot as strongly as the part of the pivot's region that is nearer to the pivot than half the way. */
static void
add_pivot (EntStressLayout *self, guint pivot, guint region, const guint *regions, const double *distances)
{
  g_autofree double *near = g_new (double, self->n_nodes);
  guint n_near = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    if (regions[i] == region && distances[i] < G_MAXDOUBLE)
      near[n_near++] = distances[i];
  qsort (near, n_near, sizeof *near, compare_doubles);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      guint low = 0, high = n_near;

      if (i == pivot || distances[i] >= G_MAXDOUBLE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (near[middle] <= distances[i] / 2)
            low = middle + 1;
          else
            high = middle;
        }
      add_term (self, i, pivot, distances[i], MAX (low, 1), 0);
    }
}

/* Pivots: each the node farthest from those before. */
static void
add_pivots (EntStressLayout *self, const Adjacency *adjacency, EntRandom *random)
{
  guint n = self->n_nodes;
  g_autofree double *distances = g_new (double, (gsize) n * N_PIVOTS);
  g_autofree double *nearest = g_new (double, n);
  g_autofree guint *regions = g_new0 (guint, n);
  g_autofree HeapItem *heap = g_new (HeapItem, (gsize) adjacency->start[n] + 1);
  guint pivots[N_PIVOTS];
  guint next = ent_random_below (random, n);

  for (guint i = 0; i < n; i++)
    nearest[i] = G_MAXDOUBLE;
  for (guint p = 0; p < N_PIVOTS; p++)
    {
      double *own = distances + (gsize) p * n;

      pivots[p] = next;
      measure_from (adjacency, next, own, heap);
      for (guint i = 0; i < n; i++)
        if (own[i] < nearest[i])
          {
            nearest[i] = own[i];
            regions[i] = p;
          }
      for (guint i = 0; i < n; i++)
        if (nearest[i] > nearest[next])
          next = i;
    }
  for (guint p = 0; p < N_PIVOTS; p++)
    add_pivot (self, pivots[p], p, regions, distances + (gsize) p * n);
  for (guint i = 0; i < n; i++)
    for (guint k = adjacency->start[i]; k < adjacency->start[i + 1]; k++)
      if (i < adjacency->neighbours[k])
        add_term (self, i, adjacency->neighbours[k], adjacency->lengths[k], 1, 1);
}

EntStressLayout *
ent_stress_layout_new (const EntLayoutGraph *graph, EntRandom *random)
{
  EntStressLayout *self = g_new0 (EntStressLayout, 1);
  g_auto(Adjacency) adjacency = { 0 };

  self->n_nodes = graph->n_nodes;
  self->terms = g_array_new (FALSE, FALSE, sizeof (EntStressTerm));
  adjacency_init (&adjacency, graph);
  if (graph->n_nodes <= MAX_NODES_ALL_PAIRS)
    add_all_pairs (self, &adjacency);
  else
    add_pivots (self, &adjacency, random);
  return self;
}

void
ent_stress_layout_free (EntStressLayout *self)
{
  if (!self)
    return;
  g_array_unref (self->terms);
  g_free (self);
}

const EntStressTerm *
ent_stress_layout_get_terms (const EntStressLayout *self, gsize *n_terms)
{
  *n_terms = self->terms->len;
  return (const EntStressTerm *) (gpointer) self->terms->data;
}

/* The order of the terms is part of the state: shuffled in place, it stays a function of the seed. */
static void
shuffle (EntStressTerm *terms, guint n_terms, EntRandom *random)
{
  for (guint i = n_terms; i > 1; i--)
    {
      guint j = ent_random_below (random, i);
      EntStressTerm swap = terms[i - 1];

      terms[i - 1] = terms[j];
      terms[j] = swap;
    }
}

static void
follow (const EntStressTerm *term, double rate, EntPoint *places, const gboolean *fixed)
{
  EntPoint *a = &places[term->i], *b = &places[term->j];
  double dx = a->x - b->x, dy = a->y - b->y;
  double length = sqrt (dx * dx + dy * dy);
  double mu_a = MIN (1.0, rate * term->weight_i), mu_b = MIN (1.0, rate * term->weight_j);
  double pull;

  if (length < 1e-6)   /* no direction to part in: any that differs from pair to pair */
    {
      dx = 1e-3 * (1 + term->i % 7);
      dy = 1e-3 * (1 + term->j % 5);
      length = sqrt (dx * dx + dy * dy);
    }
  pull = (length - term->distance) / (2 * length);
  if (fixed && fixed[term->i])
    mu_b *= 2, mu_a = 0;
  else if (fixed && fixed[term->j])
    mu_a *= 2, mu_b = 0;
  if (fixed && fixed[term->i] && fixed[term->j])
    return;
  a->x -= mu_a * pull * dx;
  a->y -= mu_a * pull * dy;
  b->x += mu_b * pull * dx;
  b->y += mu_b * pull * dy;
}

void
ent_stress_layout_run (EntStressLayout *self, EntPoint *places, const gboolean *fixed, EntRandom *random)
{
  EntStressTerm *terms = (EntStressTerm *) (gpointer) self->terms->data;
  double least = G_MAXDOUBLE, most = 0, rate, factor;

  if (self->terms->len == 0)
    return;
  for (guint t = 0; t < self->terms->len; t++)
    {
      double weight = 1 / ((double) terms[t].distance * terms[t].distance);

      least = MIN (least, weight);
      most = MAX (most, weight);
    }
  rate = 1 / least;
  factor = (LAST_RATE / most) / rate;
  for (guint power = N_ROUNDS - 1; power > 1; power /= 2)
    factor = sqrt (factor);
  for (guint round = 0; round < N_ROUNDS; round++, rate *= factor)
    {
      shuffle (terms, self->terms->len, random);
      for (guint t = 0; t < self->terms->len; t++)
        follow (&terms[t], rate, places, fixed);
    }
}
