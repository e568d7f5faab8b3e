/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures are igraph's; here are what goes in and what comes out. */
#include "ent-graph-private.h"

#define RANDOMNESS 0.01   /* of Leiden's refinement: the value of its paper */
#define EXACT_MOST 1500   /* actors whose betweenness is measured over all ways; beyond … */
#define N_PIVOTS   250    /* … over those from so many */
#define N_ROUNDS   10     /* of Leiden; left to itself until nothing changes, igraph does not come back from an empty graph */

/* ── communities ────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct { guint first, size, name; } Community;

static gint
compare_communities (gconstpointer a, gconstpointer b)
{
  const Community *x = a, *y = b;

  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* From igraph's numbers, which are below @n, to ours. */
static guint *
number_communities (const igraph_vector_int_t *membership, guint n, guint *n_communities)
{
  g_autofree Community *communities = g_new0 (Community, n + 1);
  g_autofree guint     *numbers = g_new (guint, n + 1);
  guint                *out = g_new0 (guint, n + 1);
  guint                 n_found = 0;

  for (guint i = 0; i < n; i++)
    communities[i].name = i;
  for (guint i = n; i-- > 0;)
    {
      communities[VECTOR (*membership)[i]].first = i;
      communities[VECTOR (*membership)[i]].size++;
    }
  qsort (communities, n, sizeof *communities, (int (*) (const void *, const void *)) compare_communities);
  for (guint i = 0; i < n; i++)
    numbers[communities[i].name] = communities[i].size > 1 ? n_found++ : ENT_GRAPH_ALONE;
  for (guint i = 0; i < n; i++)
    out[i] = numbers[VECTOR (*membership)[i]];
  if (n_communities != NULL)
    *n_communities = n_found;
  return out;
}

/* What draws the two ends of an edge together; weights: of the vertices, raised by it. Returns the edge's weight. */
static double
weigh_edge (const EntGraphEdge *edge, igraph_vector_t *weights)
{
  double together = edge->strength[ENT_STANCE_COOPERATION] + edge->strength[ENT_STANCE_NEUTRAL];

  VECTOR (*weights)[edge->a] += together;
  VECTOR (*weights)[edge->b] += together;
  return together - edge->strength[ENT_STANCE_CONFLICT];
}

/* membership: initialised, empty. */
static igraph_error_t
run_leiden (const EntGraph *self, const igraph_t *graph, igraph_vector_int_t *membership)
{
  igraph_vector_t edge_weights, vertex_weights;
  igraph_error_t  status = igraph_vector_init (&edge_weights, self->edges->len);
  double          sum;

  if (status != IGRAPH_SUCCESS)
    return status;
  status = igraph_vector_init (&vertex_weights, self->actors->len);
  if (status == IGRAPH_SUCCESS)
    {
      for (guint i = 0; i < self->edges->len; i++)
        VECTOR (edge_weights)[i] = weigh_edge (&g_array_index (self->edges, EntGraphEdge, i), &vertex_weights);
      sum = igraph_vector_sum (&vertex_weights);
      status = igraph_community_leiden (graph, &edge_weights, &vertex_weights, sum > 0 ? 1 / sum : 0, RANDOMNESS, FALSE, N_ROUNDS, membership, NULL, NULL);
      igraph_vector_destroy (&vertex_weights);
    }
  igraph_vector_destroy (&edge_weights);
  return status;
}

guint *
ent_graph_find_communities (const EntGraph *self, guint *n_communities, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  EntGraphCall                call;
  igraph_vector_int_t membership;
  igraph_error_t      status = ent_graph_begin_call (&call, self, cancellable);
  gboolean            created = status == IGRAPH_SUCCESS;
  guint              *communities = NULL;

  if (created)
    status = igraph_vector_int_init (&membership, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = run_leiden (self, &call.graph, &membership);
      if (status == IGRAPH_SUCCESS)
        communities = number_communities (&membership, self->actors->len, n_communities);
      igraph_vector_int_destroy (&membership);
    }
  ent_graph_end_call (&call, created, status, error);
  return communities;
}

/* ── who weighs how much ────────────────────────────────────────────────────────────────────────────────────────── */

/* Ways from some actors only, evenly spread over the map's order, stand for those from all. */
static igraph_error_t
run_sampled (const EntGraph *self, const igraph_t *graph, igraph_vector_t *values)
{
  igraph_vector_int_t pivots;
  guint               n = self->actors->len;
  igraph_error_t      status = igraph_vector_int_init (&pivots, N_PIVOTS);

  if (status != IGRAPH_SUCCESS)
    return status;
  for (guint i = 0; i < N_PIVOTS; i++)
    VECTOR (pivots)[i] = (igraph_integer_t) ((guint64) i * n / N_PIVOTS);
  status = igraph_betweenness_subset (graph, values, igraph_vss_all (), IGRAPH_UNDIRECTED, igraph_vss_vector (&pivots), igraph_vss_all (), NULL);
  if (status == IGRAPH_SUCCESS)
    igraph_vector_scale (values, (double) n / N_PIVOTS);
  igraph_vector_int_destroy (&pivots);
  return status;
}

double *
ent_graph_measure_betweenness (const EntGraph *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  EntGraphCall            call;
  igraph_vector_t values;
  igraph_error_t  status = ent_graph_begin_call (&call, self, cancellable);
  gboolean        created = status == IGRAPH_SUCCESS;
  guint           n = self->actors->len;
  double         *betweenness = NULL, n_pairs = n > 2 ? (n - 1.0) * (n - 2.0) / 2 : 1;

  if (created)
    status = igraph_vector_init (&values, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = n > EXACT_MOST ? run_sampled (self, &call.graph, &values)
                              : igraph_betweenness (&call.graph, &values, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL);
      if (status == IGRAPH_SUCCESS)
        betweenness = g_new0 (double, n + 1);
      for (guint i = 0; betweenness != NULL && i < n; i++)
        betweenness[i] = VECTOR (values)[i] / n_pairs;
      igraph_vector_destroy (&values);
    }
  ent_graph_end_call (&call, created, status, error);
  return betweenness;
}
