/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"
#include "ent-random.h"

G_BEGIN_DECLS

/* One wish: i and j lie distance apart. The weights say how strongly each of the two follows it. */
typedef struct {
  guint32 i, j;
  float   distance;
  float   weight_i, weight_j;
} EntStressTerm;

/**
 * EntStressLayout:
 * The stress of a connected graph and its minimisation by stochastic gradient descent (Zheng, Pawar & Goodman 2019,
 * "Graph Drawing by Stochastic Gradient Descent").
 */
typedef struct _EntStressLayout EntStressLayout;

/* graph: connected, numbers already checked; not kept. Up to 1,200 nodes every pair is a term: O(n² log n) time, 20 n²/2 bytes;
 * beyond, each node has its edges and 200 pivots as terms (Ortmann, Klimenta & Brandes 2016). */
EntStressLayout     *ent_stress_layout_new       (const EntLayoutGraph *graph, EntRandom *random);
void                 ent_stress_layout_free      (EntStressLayout *self);
const EntStressTerm *ent_stress_layout_get_terms (const EntStressLayout *self, gsize *n_terms);
/* How far apart the ends of an edge should be. degree: the greater of the two ends' numbers of neighbours. */
double               ent_stress_layout_length    (const EntLayoutGraph *graph, const EntLayoutEdge *edge, guint degree);
/* places: one a node, where to start; fixed: one a node, nullable, those that do not move. */
void                 ent_stress_layout_run       (EntStressLayout *self, EntPoint *places, const gboolean *fixed, EntRandom *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStressLayout, ent_stress_layout_free)

G_END_DECLS
