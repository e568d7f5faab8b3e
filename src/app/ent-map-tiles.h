/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"
#include "ent-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntMapTiles:
 * What stands still of a map, painted piece by piece by worker threads and kept. A picture of another place or scale is
 * shown at once, moved and rescaled from what there is; ask for sharp pieces when the hand rests.
 *
 * Signal "changed": there is more to show than before. Property-free: a helper of one widget, used in the main thread.
 */
#define ENT_TYPE_MAP_TILES (ent_map_tiles_get_type ())
G_DECLARE_FINAL_TYPE (EntMapTiles, ent_map_tiles, ENT, MAP_TILES, GObject)

EntMapTiles *ent_map_tiles_new          (void);
/* Another picture, or the same in another style; what was painted before stays until the new pieces in view are there. picture:
 * (transfer full) (nullable): NULL forgets everything. style: plain. keep: what is shown may stay meanwhile (else nothing is shown). */
void         ent_map_tiles_set_picture  (EntMapTiles *self, EntScene *picture, const EntSceneStyle *style, gboolean keep);
/* Sees to it that there will be sharp pieces for a view. size in its pixels; device_scale: pixels of the screen each. wait: they are
 * painted before this returns, for a small map that is shown for the first time. */
void         ent_map_tiles_request      (EntMapTiles *self, const EntViewport *viewport, int width, int height, int device_scale, gboolean wait);
/* What there is, the same node as long as nothing of it changes. by_cairo: for a renderer that draws with cairo itself, to which a texture
 * is a detour. (transfer none) (nullable): NULL where there is nothing. */
GskRenderNode *ent_map_tiles_get_node   (EntMapTiles *self, const EntViewport *viewport, int width, int height, gboolean by_cairo);
/* The same on an image of that size, whatever it shows there. serial: another one whenever it would show something else in the same view. */
void         ent_map_tiles_draw         (EntMapTiles *self, cairo_t *cr, const EntViewport *viewport, int width, int height);
guint        ent_map_tiles_get_serial   (EntMapTiles *self);
/* How much of the scale in view the shown pieces were painted at: 1 when they are sharp; 0 when there are none. */
double       ent_map_tiles_get_blur     (EntMapTiles *self, const EntViewport *viewport);
/* Whether pieces for another scale or of another picture than are shown are being painted. */
gboolean     ent_map_tiles_is_busy      (EntMapTiles *self);
/* Whether all that was asked for is there, from the latest picture and at the scale asked for. */
gboolean     ent_map_tiles_is_settled   (EntMapTiles *self);

G_END_DECLS
