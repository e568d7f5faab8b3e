/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures are igraph's; here are what goes in and what comes out. Vertex i is the map's actor i; edge i joins a pair of actors and
 * collects all links between them. igraph keeps an error handler, an interruption handler, a source of random numbers and a stack
 * of what is to be freed for the whole process, and Debian builds it without thread-local ones: every call goes through
 * begin() and end(), which hold a lock, put our own in place and put back what was there. */
#include "ent-graph.h"

#include <igraph.h>

#define SEED       1
#define RANDOMNESS 0.01   /* of Leiden's refinement: the value of its paper */
#define EXACT_MOST 1500   /* actors whose betweenness is measured over all ways; beyond … */
#define N_PIVOTS   250    /* … over those from so many */
#define N_ROUNDS   10     /* of Leiden; left to itself until nothing changes, igraph does not come back from an empty graph */

typedef struct {
  guint      a, b;                        /* vertices, a < b */
  double     strength[ENT_N_STANCES];
  GPtrArray *relations;                   /* EntRelation (referenced) */
} Edge;

struct _EntGraph {
  GPtrArray  *actors;                     /* EntActor (referenced) */
  GHashTable *vertices;                   /* EntActor (borrowed) → vertex + 1 */
  GArray     *edges;                      /* Edge */
  GHashTable *edge_by_pair;               /* see new_pair_key() → edge + 1 */
};

/* ── building ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static guint64 *
new_pair_key (guint a, guint b)
{
  guint64 key = (guint64) MIN (a, b) << 32 | MAX (a, b);

  return g_memdup2 (&key, sizeof key);
}

static Edge *
find_edge (const EntGraph *self, guint a, guint b)
{
  g_autofree guint64 *key = new_pair_key (a, b);
  guint               found = GPOINTER_TO_UINT (g_hash_table_lookup (self->edge_by_pair, key));

  return found > 0 ? &g_array_index (self->edges, Edge, found - 1) : NULL;
}

static Edge *
ensure_edge (EntGraph *self, guint a, guint b)
{
  Edge *edge = find_edge (self, a, b);

  if (edge != NULL)
    return edge;
  Edge added = { MIN (a, b), MAX (a, b), { 0 }, g_ptr_array_new_with_free_func (g_object_unref) };
  g_array_append_val (self->edges, added);
  g_hash_table_insert (self->edge_by_pair, new_pair_key (a, b), GUINT_TO_POINTER (self->edges->len));
  return &g_array_index (self->edges, Edge, self->edges->len - 1);
}

static double
measure_strength (EntRelation *relation)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
  double             strength = n_evidence > 0 ? 0 : 1;

  for (guint i = 0; i < n_evidence; i++)
    strength += evidence[i].confidence;
  return strength;
}

static gint
find_vertex (const EntGraph *self, EntActor *actor)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->vertices, actor)) - 1;
}

static void
add_relation (EntGraph *self, EntRelation *relation)
{
  gint from = find_vertex (self, ent_relation_get_from (relation));
  gint to = find_vertex (self, ent_relation_get_to (relation));

  /* As the scene does: what a merge leaves for a moment has no place in the drawing either. */
  if (from < 0 || to < 0 || from == to)
    return;
  Edge *edge = ensure_edge (self, from, to);
  edge->strength[ent_relation_get_stance (relation)] += measure_strength (relation);
  g_ptr_array_add (edge->relations, g_object_ref (relation));
}

static void
clear_edge (gpointer edge)
{
  g_ptr_array_unref (((Edge *) edge)->relations);
}

EntGraph *
ent_graph_new (EntMap *map, EntGraphFunc func, gpointer user_data)
{
  g_return_val_if_fail (ENT_IS_MAP (map), NULL);

  GListModel *actors = ent_map_get_actors (map), *relations = ent_map_get_relations (map);
  EntGraph   *self = g_new0 (EntGraph, 1);

  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->vertices = g_hash_table_new (NULL, NULL);
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_array_set_clear_func (self->edges, clear_edge);
  self->edge_by_pair = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      EntActor *actor = g_list_model_get_item (actors, i);
      g_ptr_array_add (self->actors, actor);
      g_hash_table_insert (self->vertices, actor, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      if (func == NULL || func (relation, user_data))
        add_relation (self, relation);
    }
  return self;
}

void
ent_graph_free (EntGraph *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->edge_by_pair);
  g_array_unref (self->edges);
  g_hash_table_unref (self->vertices);
  g_ptr_array_unref (self->actors);
  g_free (self);
}

guint
ent_graph_get_n_actors (const EntGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->actors->len;
}

/* ── igraph ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  igraph_t                       graph;
  igraph_rng_t                   random, *other_random;
  igraph_error_handler_t        *other_errors;
  igraph_interruption_handler_t *other_interruptions;
} Call;

static GMutex        call_lock;
static GCancellable *call_cancellable;    /* of the call that holds the lock; igraph has nowhere to put it */

static igraph_error_t
interrupt_cb (void *data)
{
  return g_cancellable_is_cancelled (call_cancellable) ? IGRAPH_INTERRUPTED : IGRAPH_SUCCESS;
}

static igraph_error_t
create_graph (const EntGraph *self, igraph_t *graph)
{
  igraph_vector_int_t ends;
  igraph_error_t      status = igraph_vector_int_init (&ends, 2 * (igraph_integer_t) self->edges->len);

  if (status != IGRAPH_SUCCESS)
    return status;
  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);
      VECTOR (ends)[2 * i] = edge->a;
      VECTOR (ends)[2 * i + 1] = edge->b;
    }
  status = igraph_create (graph, &ends, self->actors->len, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&ends);
  return status;
}

/* Whatever it returns, end() has to follow; call->graph is there only where it is IGRAPH_SUCCESS. */
static igraph_error_t
begin (Call *call, const EntGraph *self, GCancellable *cancellable)
{
  igraph_error_t status;

  g_mutex_lock (&call_lock);
  call_cancellable = cancellable;
  call->other_errors = igraph_set_error_handler (igraph_error_handler_ignore);
  call->other_interruptions = igraph_set_interruption_handler (interrupt_cb);
  call->other_random = NULL;
  if (g_cancellable_is_cancelled (cancellable))
    return IGRAPH_INTERRUPTED;
  status = igraph_rng_init (&call->random, &igraph_rngtype_mt19937);
  if (status != IGRAPH_SUCCESS)
    return status;
  igraph_rng_seed (&call->random, SEED);
  call->other_random = igraph_rng_default ();
  igraph_rng_set_default (&call->random);
  return create_graph (self, &call->graph);
}

/* created: whether begin() went well. FALSE with *error set where status is not IGRAPH_SUCCESS. */
static gboolean
end (Call *call, gboolean created, igraph_error_t status, GError **error)
{
  if (created)
    igraph_destroy (&call->graph);
  if (call->other_random != NULL)
    {
      igraph_rng_set_default (call->other_random);
      igraph_rng_destroy (&call->random);
    }
  igraph_set_interruption_handler (call->other_interruptions);
  igraph_set_error_handler (call->other_errors);
  call_cancellable = NULL;
  g_mutex_unlock (&call_lock);

  if (status == IGRAPH_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, status == IGRAPH_INTERRUPTED ? G_IO_ERROR_CANCELLED : G_IO_ERROR_FAILED, igraph_strerror (status));
  return FALSE;
}

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
weigh_edge (const Edge *edge, igraph_vector_t *weights)
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
        VECTOR (edge_weights)[i] = weigh_edge (&g_array_index (self->edges, Edge, i), &vertex_weights);
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

  Call                call;
  igraph_vector_int_t membership;
  igraph_error_t      status = begin (&call, self, cancellable);
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
  end (&call, created, status, error);
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

  Call            call;
  igraph_vector_t values;
  igraph_error_t  status = begin (&call, self, cancellable);
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
  end (&call, created, status, error);
  return betweenness;
}

static double
sum_strength (const Edge *edge)
{
  double sum = 0;

  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    sum += edge->strength[stance];
  return sum;
}

double *
ent_graph_measure_degrees (const EntGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  double *degrees = g_new0 (double, self->actors->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);
      degrees[edge->a] += sum_strength (edge);
      degrees[edge->b] += sum_strength (edge);
    }
  return degrees;
}

/* ── ways ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* vertices: initialised, empty; stays so where there is no way. */
static igraph_error_t
run_dijkstra (const EntGraph *self, const igraph_t *graph, guint from, guint to, igraph_vector_int_t *vertices)
{
  igraph_vector_t lengths;
  igraph_error_t  status = igraph_vector_init (&lengths, self->edges->len);

  if (status != IGRAPH_SUCCESS)
    return status;
  for (guint i = 0; i < self->edges->len; i++)
    VECTOR (lengths)[i] = 1 + 1 / (self->actors->len * (1 + sum_strength (&g_array_index (self->edges, Edge, i))));
  status = igraph_get_shortest_path_dijkstra (graph, vertices, NULL, from, to, &lengths, IGRAPH_ALL);
  igraph_vector_destroy (&lengths);
  return status;
}

static GPtrArray *
list_actors (const EntGraph *self, const igraph_vector_int_t *vertices)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func (g_object_unref);

  for (igraph_integer_t i = 0; i < igraph_vector_int_size (vertices); i++)
    g_ptr_array_add (actors, g_object_ref (self->actors->pdata[VECTOR (*vertices)[i]]));
  return actors;
}

GPtrArray *
ent_graph_find_path (const EntGraph *self, EntActor *from, EntActor *to, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  Call                call;
  igraph_vector_int_t vertices;
  gint                start = find_vertex (self, from), goal = find_vertex (self, to);
  GPtrArray          *path = NULL;

  if (start < 0 || goal < 0)
    return NULL;
  igraph_warning_handler_t *other_warnings;
  igraph_error_t            status = begin (&call, self, cancellable);
  gboolean                  created = status == IGRAPH_SUCCESS;

  /* igraph warns where there is no way. */
  other_warnings = igraph_set_warning_handler (igraph_warning_handler_ignore);
  if (created)
    status = igraph_vector_int_init (&vertices, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = run_dijkstra (self, &call.graph, start, goal, &vertices);
      if (status == IGRAPH_SUCCESS && igraph_vector_int_size (&vertices) > 0)
        path = list_actors (self, &vertices);
      igraph_vector_int_destroy (&vertices);
    }
  igraph_set_warning_handler (other_warnings);
  end (&call, created, status, error);
  return path;
}

static GHashTable *
new_actor_set (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

GHashTable *
ent_graph_find_neighbourhood (const EntGraph *self, EntActor *actor, guint depth, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  Call                     call;
  igraph_vector_int_list_t found;
  gint                     middle = find_vertex (self, actor);
  GHashTable              *actors = NULL;

  if (middle < 0)
    return new_actor_set ();
  igraph_error_t status = begin (&call, self, cancellable);
  gboolean       created = status == IGRAPH_SUCCESS;

  if (created)
    status = igraph_vector_int_list_init (&found, 0);
  if (status == IGRAPH_SUCCESS)
    {
      status = igraph_neighborhood (&call.graph, &found, igraph_vss_1 (middle), depth, IGRAPH_ALL, 0);
      if (status == IGRAPH_SUCCESS)
        {
          const igraph_vector_int_t *vertices = igraph_vector_int_list_get_ptr (&found, 0);

          actors = new_actor_set ();
          for (igraph_integer_t i = 0; i < igraph_vector_int_size (vertices); i++)
            g_hash_table_add (actors, g_object_ref (self->actors->pdata[VECTOR (*vertices)[i]]));
        }
      igraph_vector_int_list_destroy (&found);
    }
  end (&call, created, status, error);
  return actors;
}

GPtrArray *
ent_graph_list_links (const EntGraph *self, EntActor *a, EntActor *b)
{
  g_return_val_if_fail (self != NULL, NULL);

  gint        x = find_vertex (self, a), y = find_vertex (self, b);
  const Edge *edge = x >= 0 && y >= 0 ? find_edge (self, x, y) : NULL;
  GPtrArray  *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; edge != NULL && i < edge->relations->len; i++)
    g_ptr_array_add (links, g_object_ref (edge->relations->pdata[i]));
  return links;
}
