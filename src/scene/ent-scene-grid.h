/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene-curve.h"

G_BEGIN_DECLS

/**
 * EntSceneGrid:
 * A uniform grid over a rectangle: which items are near a place. Each cell keeps the numbers of the items whose box or curve enters
 * it. Fill it, seal it; from then on it does not change and may be asked by several threads.
 */
typedef struct _EntSceneGrid EntSceneGrid;

/* bounds: of all items; what is outside counts to the cells at the edge. About as many cells as items, at most 2^20. */
EntSceneGrid *ent_scene_grid_new       (EntRect bounds, guint n_items);
void          ent_scene_grid_add_box   (EntSceneGrid *self, guint item, EntRect box);
void          ent_scene_grid_add_curve (EntSceneGrid *self, guint item, const EntCurve *curve);
/* Sorts the items into their cells; before that nothing is found. O(entries). */
void          ent_scene_grid_seal      (EntSceneGrid *self);
void          ent_scene_grid_free      (EntSceneGrid *self);

typedef void (*EntSceneGridFunc) (guint item, gpointer data);
/* Calls func for all items that enter area, and some that are only near it; for one in several cells several times. */
void          ent_scene_grid_query     (const EntSceneGrid *self, EntRect area, EntSceneGridFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSceneGrid, ent_scene_grid_free)

G_END_DECLS
