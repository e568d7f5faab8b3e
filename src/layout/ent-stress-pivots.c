/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-stress-pivots.h"

#define N_LANES 8     /* minima kept side by side, so that the compiler can work on all at once */

/* Of those that are no pivot yet (nearest > 0) the one with most neighbours. */
static guint
find_busiest (const EntStressGraph *graph, const double *nearest)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (nearest[i] > 0 && graph->starts[i + 1] - graph->starts[i] > most)
      {
        most = graph->starts[i + 1] - graph->starts[i];
        best = i;
      }
  return best;
}

static guint
find_farthest (const EntStressGraph *graph, const double *nearest)
{
  guint best = 0;

  for (guint i = 1; i < graph->n_nodes; i++)
    if (nearest[i] > nearest[best])
      best = i;
  return best;
}

void
ent_stress_pivots_init (EntStressPivots *self, const EntStressGraph *graph, EntRandom *random)
{
  guint n = graph->n_nodes, pivot = ent_random_below (random, n);
  g_autofree double *distances = g_new (double, n), *nearest = g_new (double, n);
  g_autofree EntHeapItem *heap = g_new (EntHeapItem, (gsize) ent_stress_graph_n_entries (graph) + 1);

  self->n_nodes = n;
  self->rows = g_new (float, (gsize) n * ENT_N_PIVOTS);
  for (guint i = 0; i < n; i++)
    nearest[i] = G_MAXDOUBLE;
  for (guint p = 0; p < ENT_N_PIVOTS; p++)
    {
      ent_stress_graph_measure (graph, pivot, distances, heap);
      for (guint i = 0; i < n; i++)
        {
          self->rows[(gsize) i * ENT_N_PIVOTS + p] = (float) distances[i];
          nearest[i] = MIN (nearest[i], distances[i]);
        }
      pivot = p + 1 < ENT_N_PIVOTS / 2 ? find_busiest (graph, nearest) : find_farthest (graph, nearest);
    }
}

void
ent_stress_pivots_clear (EntStressPivots *self)
{
  g_clear_pointer (&self->rows, g_free);
}

float
ent_stress_pivots_estimate (const EntStressPivots *self, guint a, guint b)
{
  const float *x = self->rows + (gsize) a * ENT_N_PIVOTS, *y = self->rows + (gsize) b * ENT_N_PIVOTS;
  float least[N_LANES], result;

  for (guint lane = 0; lane < N_LANES; lane++)
    least[lane] = x[lane] + y[lane];
  for (guint p = N_LANES; p < ENT_N_PIVOTS; p += N_LANES)
    for (guint lane = 0; lane < N_LANES; lane++)
      {
        float way = x[p + lane] + y[p + lane];

        least[lane] = way < least[lane] ? way : least[lane];
      }
  result = least[0];
  for (guint lane = 1; lane < N_LANES; lane++)
    result = MIN (result, least[lane]);
  return result;
}
