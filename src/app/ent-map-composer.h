/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-tiles.h"
#include "ent-palette.h"

G_BEGIN_DECLS

/* What frames of a drag have in common where GTK draws with cairo: ground, tiles and veil as one image. A frame is a copy of it with what
 * moves painted on, opaque, so that the renderer has one image to put on the screen instead of blending four layers of the window's
 * size. A plain struct, empty when zero. */
typedef struct {
  EntMapTiles   *tiles;            /* borrowed */
  guint          serial;           /* theirs */
  EntViewport    viewport;
  EntColour      ground;
  double         veil;             /* how much of the ground lies over the tiles, 0–1 */
  int            width, height;    /* of the view, in its pixels */
  int            factor;           /* pixels of the screen each */
} EntMapBackdrop;

typedef struct {
  cairo_surface_t *image;          /* NULL until needed */
  EntMapBackdrop   backdrop;       /* what it shows */
  cairo_surface_t *frames[3];      /* used again once they are off the screen; NULL until needed */
} EntMapComposer;

/* A context on an image of its own that shows the backdrop already; its unit is a pixel of the view. Cost: a copy of the image; the first
 * time, and when something of it has changed, drawing it. (transfer full): cairo_destroy() */
cairo_t *ent_map_composer_begin (EntMapComposer *self, const EntMapBackdrop *backdrop);
/* Paints such a frame, which is finished, on all of cr, the unit of which is a pixel of the view; cr may record it. */
void     ent_map_composer_paint (cairo_t *frame, cairo_t *cr, int factor);
void     ent_map_composer_clear (EntMapComposer *self);

G_END_DECLS
