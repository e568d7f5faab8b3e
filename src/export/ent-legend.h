/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene-figure.h"

G_BEGIN_DECLS

/* What the lines and shapes that occur in a drawing mean, set in rows in a box whose upper left corner is the origin. */

typedef struct {
  gboolean      is_link;
  EntLinkFigure figure;       /* of a link */
  EntStance     stance;
  EntSceneNode  node;         /* of an actor; without name and actor */
  EntKind       kind;
  const char   *text;         /* borrowed, translated */
  double        text_x;       /* its left edge */
  double        baseline;
} EntLegendItem;

#define ENT_LEGEND_MAX_ITEMS (ENT_N_STANCES + 1 + ENT_N_KINDS)
#define ENT_LEGEND_SIZE      12.0

typedef struct {
  EntLegendItem items[ENT_LEGEND_MAX_ITEMS];
  guint         n_items;      /* 0 for an empty map */
  double        width, height;
} EntLegend;

/* max_width: where rows break; a row has at least one item. */
void ent_legend_init  (EntLegend *self, const EntScene *scene, double max_width);
/* At the origin of cr, in the colours of dark or light. */
void ent_legend_paint (const EntLegend *self, cairo_t *cr, gboolean dark);

G_END_DECLS
