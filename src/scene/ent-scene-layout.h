/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* Between the scene and the layout's numbers. */

/* The scene's nodes and links as the layout sees them, node i as node i; all nodes are placed. Links from an actor to itself are left out.
 * (transfer full): free with ent_scene_free_layout_graph(). */
EntLayoutGraph *ent_scene_dup_layout_graph  (const EntScene *self);
void            ent_scene_free_layout_graph (EntLayoutGraph *graph);
/* What may move when one node is dragged: in a small scene all of it; in a large one the nodes that are a few links away and those
 * that stand around, as many as can be relaxed in a frame. nodes: (out) (transfer full): for each node of the graph its index in the
 * scene; the first is the dragged one. (transfer full) */
EntLayoutGraph *ent_scene_dup_drag_graph    (const EntScene *self, guint node, guint **nodes);
/* Takes over the places of all nodes, and what hangs on them. The map's actors keep theirs: see ent_scene_store_places().
 * graph: of this scene; nodes: as from ent_scene_dup_drag_graph(), NULL: the graph has all nodes;
 * least_move: map units, who would move by no more stays; 0: all move. What moves gets loose: see ent_scene_loosen().
 * O(nodes of the graph + links of what moves). */
void            ent_scene_apply_layout      (EntScene *self, const EntLayoutGraph *graph, const guint *nodes, double least_move);
/* ent_scene_lay_out() in two halves, between which ent_layout_run() may run in another thread. before: of the same map, whose texts
 * are used again, nullable. needed: (out): whether there is anything to place. (transfer full) */
EntLayoutGraph *ent_scene_begin_layout      (const EntScene *before, EntMap *map, double least_confidence, gboolean keep_places,
                                             gboolean *needed);
/* Takes the places into the map, as one change of it. The map has the actors that it had at the beginning. */
void            ent_scene_finish_layout     (EntMap *map, const EntLayoutGraph *graph);
/* Writes the places of all nodes into the map's actors, as one change of the map. */
void            ent_scene_store_places      (const EntScene *self);

G_END_DECLS
