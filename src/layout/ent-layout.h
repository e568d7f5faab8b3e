/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/**
 * ent_layout_run:
 * Places all nodes: stress minimisation by stochastic gradient descent (Zheng, Pawar & Goodman 2019), components packed,
 * overlaps of shapes and labels removed. Equal graph and seed give equal places, bit for bit. Nodes that are placed move little;
 * pinned ones not at all.
 */
void ent_layout_run (EntLayoutGraph *graph, guint32 seed);

/**
 * EntDrag:
 * A node in the reader's hand: its neighbours give way while it moves.
 */
typedef struct _EntDrag EntDrag;
/* graph: must outlive the drag; its nodes' x, y are changed by every step. */
EntDrag *ent_drag_new  (EntLayoutGraph *graph, guint node);
/* One frame: the held node goes to (x, y), the others relax a little. Returns TRUE while anything still moves. */
gboolean ent_drag_step (EntDrag *self, double x, double y);
void     ent_drag_free (EntDrag *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDrag, ent_drag_free)

/* Whether the room of two nodes (shapes and labels, margin apart) overlaps; for tests and checks. */
gboolean ent_layout_nodes_overlap (const EntLayoutNode *a, const EntLayoutNode *b, double margin);

G_END_DECLS
