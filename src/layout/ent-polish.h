/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"
#include "ent-random.h"
#include "ent-stress-layout.h"

G_BEGIN_DECLS

/* More nodes than this are not worth the time: a move costs their number and more. */
#define ENT_POLISH_MAX_NODES 60

/**
 * EntPolish:
 * What a designer would still mend in a small connected drawing: moves single nodes while that makes it cheaper. It costs when
 * edges cross, run over shapes and names, leave no room for their labels, leave a node side by side, or when places are far
 * from the stress's wishes or need a large window.
 */
typedef struct _EntPolish EntPolish;

/* graph: connected, at most ENT_POLISH_MAX_NODES; must outlive the polish. stress: of the same graph, with all pairs; not kept. */
EntPolish *ent_polish_new  (const EntLayoutGraph *graph, const EntStressLayout *stress);
void       ent_polish_free (EntPolish *self);
/* The cost of a drawing. places: one a node. O(edges × (edges + nodes)). */
double     ent_polish_cost (EntPolish *self, const EntPoint *places);
/* Improves places in a number of moves that depends on the graph's size alone. Placed and pinned nodes are not moved. */
void       ent_polish_run  (EntPolish *self, EntPoint *places, EntRandom *random);
/* Draws from random what a run would, and does nothing else: who does several runs at once lets each begin where it would have. */
void       ent_polish_skip (const EntPolish *self, EntRandom *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPolish, ent_polish_free)

G_END_DECLS
