/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ideal distances are shortest paths over the edges' lengths. The terms are visited in a random order; each moves its two nodes
 * towards their distance by a share of the error, min(1, weight × rate); the rate falls geometrically from what moves the farthest
 * pair all the way to what hardly moves the nearest. In a large graph only the edges are terms; instead of all other pairs some drawn
 * anew in every round are visited, their distances estimated. Pivots as terms of their own (Ortmann, Klimenta & Brandes 2016) were
 * measured and do worse at the same time where all nodes lie close together: what no pivot tells apart falls on one heap.
 * Nothing but + − × ÷ and sqrt is used, so equal input gives equal places bit for bit. */

#include "ent-stress-layout.h"
#include "ent-stress-graph.h"
#include "ent-stress-pivots.h"

#include <math.h>

#define MAX_NODES_ALL_PAIRS 1200
#define N_DRAWN             20      /* pairs a node and round, in large graphs */
#define DRAWN_FACTOR        5.0     /* of their weight: each stands for many */
#define N_ROUNDS            33      /* a power of two and one: the rate's factor is then a chain of square roots */
#define LAST_RATE           0.1

struct _EntStressLayout {
  guint           n_nodes;
  GArray         *terms;            /* EntStressTerm */
  EntStressPivots pivots;           /* of large graphs */
};

static void
add_term (EntStressLayout *self, guint i, guint j, double distance)
{
  EntStressTerm term = { i, j, (float) distance, (float) (1 / (distance * distance)) };

  g_array_append_val (self->terms, term);
}

static void
add_all_pairs (EntStressLayout *self, const EntStressGraph *graph)
{
  g_autofree double *distances = g_new (double, self->n_nodes);
  g_autofree EntHeapItem *heap = g_new (EntHeapItem, (gsize) ent_stress_graph_n_entries (graph) + 1);

  for (guint i = 0; i + 1 < self->n_nodes; i++)
    {
      ent_stress_graph_measure (graph, i, distances, heap);
      for (guint k = graph->starts[i]; k < graph->starts[i + 1]; k++)
        distances[graph->neighbours[k]] = graph->wishes[k];
      for (guint j = i + 1; j < self->n_nodes; j++)
        if (distances[j] < G_MAXDOUBLE)
          add_term (self, i, j, distances[j]);
    }
}

static void
add_edges (EntStressLayout *self, const EntStressGraph *graph)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    for (guint k = graph->starts[i]; k < graph->starts[i + 1]; k++)
      if (i < graph->neighbours[k])
        add_term (self, i, graph->neighbours[k], graph->wishes[k]);
}

EntStressLayout *
ent_stress_layout_new (const EntLayoutGraph *graph, EntRandom *random)
{
  EntStressLayout *self = g_new0 (EntStressLayout, 1);
  g_auto(EntStressGraph) distances = { 0 };

  self->n_nodes = graph->n_nodes;
  self->terms = g_array_new (FALSE, FALSE, sizeof (EntStressTerm));
  ent_stress_graph_init (&distances, graph);
  if (graph->n_nodes <= MAX_NODES_ALL_PAIRS)
    add_all_pairs (self, &distances);
  else
    {
      add_edges (self, &distances);
      ent_stress_pivots_init (&self->pivots, &distances, random);
    }
  return self;
}

void
ent_stress_layout_free (EntStressLayout *self)
{
  if (!self)
    return;
  g_array_unref (self->terms);
  ent_stress_pivots_clear (&self->pivots);
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
  double mu_a = MIN (1.0, rate * term->weight), mu_b = mu_a;
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

static void
follow_drawn (const EntStressLayout *self, double rate, EntPoint *places, const gboolean *fixed, EntRandom *random)
{
  for (guint i = 0; i < self->n_nodes; i++)
    for (guint k = 0; k < N_DRAWN; k++)
      {
        guint j = ent_random_below (random, self->n_nodes);
        float distance = ent_stress_pivots_estimate (&self->pivots, i, j);
        EntStressTerm term = { i, j, distance, (float) (DRAWN_FACTOR / ((double) distance * distance)) };

        if (i != j)
          follow (&term, rate, places, fixed);
      }
}

/* The rates of the first and the last round. */
static void
find_rates (const EntStressLayout *self, double *first, double *last)
{
  const EntStressTerm *terms = (const EntStressTerm *) (gpointer) self->terms->data;
  double least = G_MAXDOUBLE, most = 0, farthest = 0;

  for (guint t = 0; t < self->terms->len; t++)
    {
      least = MIN (least, terms[t].weight);
      most = MAX (most, terms[t].weight);
    }
  if (self->pivots.rows)
    {
      for (gsize k = 0; k < (gsize) self->n_nodes * ENT_N_PIVOTS; k++)
        farthest = MAX (farthest, self->pivots.rows[k]);
      least = DRAWN_FACTOR / (farthest * farthest);
    }
  *first = 1 / least;
  *last = LAST_RATE / most;
}

gboolean
ent_stress_layout_run (EntStressLayout *self, EntPoint *places, const gboolean *fixed, EntRandom *random, GCancellable *cancellable)
{
  EntStressTerm *terms = (EntStressTerm *) (gpointer) self->terms->data;
  double rate, last, factor;

  if (self->terms->len == 0)
    return TRUE;
  find_rates (self, &rate, &last);
  factor = last / rate;
  for (guint power = N_ROUNDS - 1; power > 1; power /= 2)
    factor = sqrt (factor);
  for (guint round = 0; round < N_ROUNDS; round++, rate *= factor)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      shuffle (terms, self->terms->len, random);
      if (self->pivots.rows)
        follow_drawn (self, rate, places, fixed, random);
      for (guint t = 0; t < self->terms->len; t++)
        follow (&terms[t], rate, places, fixed);
    }
  return TRUE;
}
