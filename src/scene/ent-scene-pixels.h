/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-palette.h"
#include "ent-scene-curve.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * EntPixels:
 * Thin lines and dots set pixel by pixel. A map seen from afar has thousands of them, and for each of them a renderer of general
 * shapes takes many times longer.
 */
typedef struct {
  cairo_surface_t *surface;      /* borrowed */
  guint32         *data;         /* premultiplied */
  int              width, height, stride;    /* stride: pixels */
  cairo_matrix_t   matrix;       /* from the caller's units */
  double           scale;        /* pixels a unit */
} EntPixels;

#define ENT_PIXELS_MAX_LINE 2.2    /* pixels: wider lines show their edges */

/* Takes over a context's target, its matrix with it. FALSE where that is no image, or is turned or stretched or clipped: then it
 * can be used with cairo alone. Call ent_pixels_end() before cairo draws again. */
gboolean ent_pixels_begin (EntPixels *self, cairo_t *cr);
void     ent_pixels_end   (EntPixels *self);
/* width: units; at most ENT_PIXELS_MAX_LINE pixels, and at least one half. Flat ends. */
void     ent_pixels_curve (EntPixels *self, const EntCurve *curve, double width, EntColour colour);
/* radius: units. */
void     ent_pixels_dot   (EntPixels *self, double x, double y, double radius, EntColour colour);

G_END_DECLS
