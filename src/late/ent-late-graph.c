/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* src/map's figures and ways of a graph, in a module: igraph and the libraries of linear algebra under it. */
#include "ent-late.h"

guint *
ent_graph_find_communities (const EntGraph *self, guint *n_communities, GCancellable *cancellable, GError **error)
{
  const EntLateGraph *graph = ent_late_find (ENT_LATE_GRAPH, error);

  return graph != NULL ? graph->find_communities (self, n_communities, cancellable, error) : NULL;
}

double *
ent_graph_measure_betweenness (const EntGraph *self, GCancellable *cancellable, GError **error)
{
  const EntLateGraph *graph = ent_late_find (ENT_LATE_GRAPH, error);

  return graph != NULL ? graph->measure_betweenness (self, cancellable, error) : NULL;
}

GPtrArray *
ent_graph_find_path (const EntGraph *self, EntActor *from, EntActor *to, GCancellable *cancellable, GError **error)
{
  const EntLateGraph *graph = ent_late_find (ENT_LATE_GRAPH, error);

  return graph != NULL ? graph->find_path (self, from, to, cancellable, error) : NULL;
}

GHashTable *
ent_graph_find_neighbourhood (const EntGraph *self, EntActor *actor, guint depth, GCancellable *cancellable, GError **error)
{
  const EntLateGraph *graph = ent_late_find (ENT_LATE_GRAPH, error);

  return graph != NULL ? graph->find_neighbourhood (self, actor, depth, cancellable, error) : NULL;
}
