/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-random.h"
#include "ent-stress-graph.h"

G_BEGIN_DECLS

#define ENT_N_PIVOTS 104    /* a multiple of 8 */

/* How far any two nodes of a large graph are apart, nearly: by way of the pivot for which that is shortest (Potamias et al. 2009).
 * Half of the pivots are the nodes with most neighbours, which many ways lead through; the others lie as far from all before as can be. */
typedef struct {
  guint  n_nodes;
  float *rows;         /* n_nodes × ENT_N_PIVOTS: ways from the node to each pivot */
} EntStressPivots;

/* graph: connected, more nodes than pivots. O(pivots × edges × log nodes) time, 416 bytes a node. */
void  ent_stress_pivots_init     (EntStressPivots *self, const EntStressGraph *graph, EntRandom *random);
void  ent_stress_pivots_clear    (EntStressPivots *self);
/* Never less than the true distance. O(pivots). */
float ent_stress_pivots_estimate (const EntStressPivots *self, guint a, guint b);

G_END_DECLS
