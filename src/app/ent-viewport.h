/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

#define ENT_VIEWPORT_MIN_SCALE 0.05
#define ENT_VIEWPORT_MAX_SCALE 5.0

/**
 * EntViewport:
 * Which part of the map a view shows: a point (x, y) of the map stands at (x · scale + left, y · scale + top) of the view.
 */
typedef struct {
  double scale;        /* pixels of the view a map unit, ENT_VIEWPORT_MIN_SCALE … ENT_VIEWPORT_MAX_SCALE */
  double left, top;    /* pixels of the view */
} EntViewport;

static inline EntPoint
ent_viewport_to_view (const EntViewport *self, double x, double y)
{
  return (EntPoint) { x * self->scale + self->left, y * self->scale + self->top };
}

static inline EntPoint
ent_viewport_to_map (const EntViewport *self, double x, double y)
{
  return (EntPoint) { (x - self->left) / self->scale, (y - self->top) / self->scale };
}

/* Changes the scale, held to its bounds; what stands at (x, y) of the view stays there. */
void        ent_viewport_zoom     (EntViewport *self, double scale, double x, double y);
/* The viewport that shows all of a rectangle of the map in the middle of a rectangle of the view, no larger than max_scale. */
EntViewport ent_viewport_fit      (EntRect map, EntRect view, double max_scale);
/* The smallest move that brings a rectangle of the map into one of the view; its upper left corner where it does not fit. */
void        ent_viewport_show     (EntViewport *self, EntRect map, EntRect view);
/* On the way from a to b: at share 0 a, at 1 b. */
EntViewport ent_viewport_between  (const EntViewport *a, const EntViewport *b, double share);

G_END_DECLS
