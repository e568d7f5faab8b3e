/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-graph-private.h"

#define SEED 1

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
      const EntGraphEdge *edge = &g_array_index (self->edges, EntGraphEdge, i);
      VECTOR (ends)[2 * i] = edge->a;
      VECTOR (ends)[2 * i + 1] = edge->b;
    }
  status = igraph_create (graph, &ends, self->actors->len, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&ends);
  return status;
}

igraph_error_t
ent_graph_begin_call (EntGraphCall *call, const EntGraph *self, GCancellable *cancellable)
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

gboolean
ent_graph_end_call (EntGraphCall *call, gboolean created, igraph_error_t status, GError **error)
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
