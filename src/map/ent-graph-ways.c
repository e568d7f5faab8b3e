/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-graph-private.h"

/* vertices: initialised, empty; stays so where there is no way. */
static igraph_error_t
run_dijkstra (const EntGraph *self, const igraph_t *graph, guint from, guint to, igraph_vector_int_t *vertices)
{
  igraph_vector_t lengths;
  igraph_error_t  status = igraph_vector_init (&lengths, self->edges->len);

  if (status != IGRAPH_SUCCESS)
    return status;
  for (guint i = 0; i < self->edges->len; i++)
    VECTOR (lengths)[i] = 1 + 1 / (self->actors->len * (1 + ent_graph_sum_strength (&g_array_index (self->edges, EntGraphEdge, i))));
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

  EntGraphCall                call;
  igraph_vector_int_t vertices;
  gint                start = ent_graph_find_vertex (self, from), goal = ent_graph_find_vertex (self, to);
  GPtrArray          *path = NULL;

  if (start < 0 || goal < 0)
    return NULL;
  igraph_warning_handler_t *other_warnings;
  igraph_error_t            status = ent_graph_begin_call (&call, self, cancellable);
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
  ent_graph_end_call (&call, created, status, error);
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

  EntGraphCall                     call;
  igraph_vector_int_list_t found;
  gint                     middle = ent_graph_find_vertex (self, actor);
  GHashTable              *actors = NULL;

  if (middle < 0)
    return new_actor_set ();
  igraph_error_t status = ent_graph_begin_call (&call, self, cancellable);
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
  ent_graph_end_call (&call, created, status, error);
  return actors;
}
