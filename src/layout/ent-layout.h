/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ent_layout_run:
 * Places all nodes: stress minimisation by stochastic gradient descent (Zheng, Pawar & Goodman 2019), components packed,
 * overlaps of shapes and labels removed. Equal graph and seed give equal places, bit for bit. Nodes that are placed move only out
 * of the way of an overlap; pinned ones not at all; new ones go near their neighbours. Afterwards no two nodes' rooms overlap,
 * but those of pinned nodes that did before.
 * Connected parts of up to 60 nodes and 240 edges are polished (crossings, edges over nodes, room for labels) in a number of steps that
 * depends on their size alone.
 * Numbers are made safe first: sizes go to 1 … 10,000, weights to 0.01 … 100 (not a number: 1), affinities to −1 … 1; a place that is
 * not finite or farther out than 10⁷ is none, and then nothing is pinned there; edges with equal or unknown ends are passed over.
 * Cost: O(n²) time and memory up to 1,200 connected nodes, about O(n log n) beyond.
 */
void     ent_layout_run             (EntLayoutGraph *graph, guint32 seed);
/* The same where it may take long: to be run in a thread of its own, on a graph that no other thread touches meanwhile. cancellable:
 * nullable, from any thread. FALSE: cancelled, and the graph is as it was. With 10,000 nodes it ends within a tenth of a second or two. */
gboolean ent_layout_run_cancellable (EntLayoutGraph *graph, guint32 seed, GCancellable *cancellable);

/**
 * EntDrag:
 * A node in the reader's hand: its neighbours follow softly and nodes in its way give way while it moves. What is farther off than
 * three links stays, unless it is pushed; pinned nodes always do (the held one goes where the hand goes).
 */
typedef struct _EntDrag EntDrag;
/* graph: must outlive the drag; its nodes' x, y are changed by every step. */
EntDrag *ent_drag_new  (EntLayoutGraph *graph, guint node);
/* One frame: the held node goes to (x, y), the others relax a little. Returns TRUE while anything still moves by more than 0.05;
 * with the hand at rest that ends after 300 steps at the latest, and then no rooms overlap, but those of the held and of pinned
 * nodes among themselves. A place that is not finite or farther out than 10⁷ counts as the last one. */
gboolean ent_drag_step (EntDrag *self, double x, double y);
void     ent_drag_free (EntDrag *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDrag, ent_drag_free)

/* Whether the room of two nodes (shapes and labels, margin apart) overlaps; for tests and checks. */
gboolean ent_layout_nodes_overlap (const EntLayoutNode *a, const EntLayoutNode *b, double margin);

G_END_DECLS
