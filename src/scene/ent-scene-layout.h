/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* Between the scene and the layout's numbers, for dragging: the node with index i in the scene is node i of the graph. */

/* The scene's nodes and links as the layout sees them; all nodes are placed. Links from an actor to itself are left out.
 * (transfer full): free with ent_scene_free_layout_graph(). */
EntLayoutGraph *ent_scene_dup_layout_graph  (const EntScene *self);
void            ent_scene_free_layout_graph (EntLayoutGraph *graph);
/* Takes over the places of all nodes, and what hangs on them. The map's actors keep theirs: see ent_scene_store_places().
 * graph: of this scene. O(nodes + links). */
void            ent_scene_apply_layout      (EntScene *self, const EntLayoutGraph *graph);
/* Writes the places of all nodes into the map's actors, as one change of the map. */
void            ent_scene_store_places      (const EntScene *self);

G_END_DECLS
