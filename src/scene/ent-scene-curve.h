/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

#include <math.h>

G_BEGIN_DECLS

/* A quadratic Bézier curve. */
typedef struct { EntPoint start, control, end; } EntCurve;

EntPoint ent_curve_at       (const EntCurve *self, double t);              /* t: 0 at the start … 1 at the end */
EntCurve ent_curve_part     (const EntCurve *self, double t0, double t1);  /* the same curve between two parameters */
double   ent_curve_length   (const EntCurve *self);                        /* to within half a percent */
EntRect  ent_curve_bounds   (const EntCurve *self);                        /* tight */
/* From (x, y) to the nearest point of the curve; t: (out) (optional): where that is. */
double   ent_curve_distance (const EntCurve *self, double x, double y, double *t);
/* The shortest part that holds all of the curve that lies in an area; FALSE where none does. */
gboolean ent_curve_cut      (const EntCurve *self, EntRect area, double *t0, double *t1);
/* Going back from the end: the parameter of the point that lies @distance from it as the crow flies; 0 where the curve is shorter. */
double   ent_curve_back     (const EntCurve *self, double distance);

static inline EntCurve
ent_curve_reversed (const EntCurve *self)
{
  return (EntCurve) { self->end, self->control, self->start };
}

/* The smallest rectangle about both; an empty one (width and height 0) adds nothing. */
EntRect  ent_rect_union     (EntRect a, EntRect b);

static inline gboolean
ent_rect_contains (EntRect rect, double x, double y)
{
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

/* As hypot(), of which nobody needs the last bit or the largest numbers here, at a tenth of its cost. */
static inline double
ent_length (double dx, double dy)
{
  return sqrt (dx * dx + dy * dy);
}

static inline gboolean
ent_rect_overlaps (EntRect a, EntRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static inline EntRect
ent_rect_grown (EntRect rect, double by)
{
  return (EntRect) { rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

G_END_DECLS
