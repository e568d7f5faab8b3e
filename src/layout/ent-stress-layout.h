/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"
#include "ent-random.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One wish: i and j lie distance apart. The weight says how strongly they follow it. */
typedef struct {
  guint32 i, j;
  float   distance;
  float   weight;
} EntStressTerm;

/**
 * EntStressLayout:
 * The stress of a connected graph and its minimisation by stochastic gradient descent (Zheng, Pawar & Goodman 2019,
 * "Graph Drawing by Stochastic Gradient Descent").
 */
typedef struct _EntStressLayout EntStressLayout;

/* graph: connected, numbers already checked; not kept. Up to 1,200 nodes every pair is a term: O(n² log n) time, 16 n²/2 bytes;
 * beyond, the edges are, and other pairs are drawn at random while it runs. */
EntStressLayout     *ent_stress_layout_new       (const EntLayoutGraph *graph, EntRandom *random);
void                 ent_stress_layout_free      (EntStressLayout *self);
const EntStressTerm *ent_stress_layout_get_terms (const EntStressLayout *self, gsize *n_terms);
/* places: one a node, where to start; fixed: one a node, nullable, those that do not move. cancellable: nullable.
 * FALSE: cancelled, places are anything. */
gboolean             ent_stress_layout_run       (EntStressLayout *self, EntPoint *places, const gboolean *fixed, EntRandom *random,
                                                  GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStressLayout, ent_stress_layout_free)

G_END_DECLS
