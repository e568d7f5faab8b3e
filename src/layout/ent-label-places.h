/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* A link drawn as a quadratic curve (already trimmed at the shapes' borders) and the upright box of its label. */
typedef struct {
  double   x0, y0, cx, cy, x1, y1;   /* in: start, control point, end */
  double   width, height;            /* in: the label's box; 0 × 0: no label, the curve is still kept clear where possible */
  double   priority;                 /* in: the higher is placed first (quotes, say); equal ones: the one with least room first */
  double   x, y;                     /* out: the centre of the label's box, a point on the curve */
  gboolean shown;                    /* out: FALSE where there is no room; x, y then hold the middle of the curve */
} EntCurveLabel;

/**
 * ent_place_curve_labels:
 * @labels: (array length=n_labels) (inout): the links with their labels
 * @obstacles: (array length=n_obstacles) (nullable): shapes, names, arrowheads that must stay free
 *
 * Places every label on its own curve, the middle preferred. No shown label overlaps an obstacle or another shown label; the
 * curves of other links are avoided where there is a choice. Curves with numbers that are not finite are not shown.
 * The same input gives the same places. Cost: n_labels × (n_labels + n_obstacles) box tests, and some 20 places for each label.
 */
void ent_place_curve_labels (EntCurveLabel *labels, guint n_labels, const EntRect *obstacles, guint n_obstacles);

G_END_DECLS
