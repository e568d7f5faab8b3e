/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-graph.h"

#include <igraph.h>

G_BEGIN_DECLS

/* Vertex i is the map's actor i; edge i joins a pair of actors and collects all links between them. */
typedef struct {
  guint      a, b;                        /* vertices, a < b */
  double     strength[ENT_N_STANCES];
  GPtrArray *relations;                   /* EntRelation (referenced) */
} EntGraphEdge;

struct _EntGraph {
  GPtrArray  *actors;                     /* EntActor (referenced) */
  GHashTable *vertices;                   /* EntActor (borrowed) → vertex + 1 */
  GArray     *edges;                      /* EntGraphEdge */
  GHashTable *edge_by_pair;               /* see new_pair_key() → edge + 1 */
};

/* The edge between two vertices; NULL where there is none. */
EntGraphEdge *ent_graph_find_edge   (const EntGraph *self, guint a, guint b);
/* -1: the actor is not in the graph. */
gint          ent_graph_find_vertex (const EntGraph *self, EntActor *actor);
/* Over all stances. */
double        ent_graph_sum_strength (const EntGraphEdge *edge);

/**
 * EntGraphCall:
 * The time in which igraph works for one thread. igraph keeps an error handler, an interruption handler, a source of random numbers and
 * a stack of what is to be freed for the whole process, and Debian builds it without thread-local ones: every call goes through
 * begin and end, which hold a lock, put our own in place and put back what was there.
 */
typedef struct {
  igraph_t                       graph;
  igraph_rng_t                   random, *other_random;
  igraph_error_handler_t        *other_errors;
  igraph_interruption_handler_t *other_interruptions;
} EntGraphCall;

/* Whatever it returns, ent_graph_end_call() has to follow; call->graph is there only where it is IGRAPH_SUCCESS. */
igraph_error_t ent_graph_begin_call (EntGraphCall *call, const EntGraph *self, GCancellable *cancellable);
/* created: whether beginning went well. FALSE with *error set where status is not IGRAPH_SUCCESS. */
gboolean       ent_graph_end_call   (EntGraphCall *call, gboolean created, igraph_error_t status, GError **error);

G_END_DECLS
