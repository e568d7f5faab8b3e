/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* How far apart linked nodes should be, and by that all others: the neighbours of node i, each once, are
 * neighbours[starts[i]] … neighbours[starts[i + 1] − 1]. */
typedef struct {
  guint   n_nodes;
  guint  *starts;
  guint  *neighbours;
  double *lengths;      /* what a way over the edge counts */
  double *wishes;       /* how far apart its two ends should be: more where they are in conflict, less where they cooperate */
} EntStressGraph;

/* graph: numbers already checked; not kept. O(edges × log edges). */
void  ent_stress_graph_init    (EntStressGraph *self, const EntLayoutGraph *graph);
void  ent_stress_graph_clear   (EntStressGraph *self);
/* Entries in neighbours: two an edge. */
guint ent_stress_graph_n_entries (const EntStressGraph *self);

typedef struct { double distance; guint node; } EntHeapItem;

/* Ways from one node to all (Dijkstra, binary heap). distances: (out) one a node, G_MAXDOUBLE: not reached.
 * heap: scratch, one more than there are entries. */
void  ent_stress_graph_measure (const EntStressGraph *self, guint source, double *distances, EntHeapItem *heap);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntStressGraph, ent_stress_graph_clear)

G_END_DECLS
