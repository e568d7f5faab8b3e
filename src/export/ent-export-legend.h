/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene-figure.h"
#include "ent-scene-text.h"

G_BEGIN_DECLS

/* What the lines and shapes that occur in a drawing mean, set in rows in a box whose upper left corner is the origin. */

typedef struct {
  gboolean      is_link;
  EntLinkFigure figure;       /* of a link */
  EntStance     stance;
  EntSceneNode  node;         /* of an actor; without name and actor */
  EntKind       kind;
  gint          tint;         /* of an actor's colour; -1: by kind */
  const char   *text;         /* borrowed, translated; NULL: the sample belongs to the next one's */
  double        text_x;       /* its left edge */
  double        baseline;
} EntExportLegendItem;

#define ENT_EXPORT_LEGEND_MAX_ITEMS (ENT_N_STANCES + 1 + ENT_N_KINDS + ENT_N_TINTS)
#define ENT_EXPORT_LEGEND_SIZE      12.0

typedef struct {
  EntExportLegendItem items[ENT_EXPORT_LEGEND_MAX_ITEMS];
  guint         n_items;      /* 0 for an empty map */
  double        width, height;
} EntExportLegend;

/* max_width: where rows break; a row has at least one item. */
void ent_export_legend_init  (EntExportLegend *self, const EntScene *scene, double max_width);
/* An item's text as it is painted, its upper left corner at (text_x, baseline − its first baseline). Clear with ent_text_clear(). */
void ent_export_legend_init_text (EntText *text, PangoContext *context, const EntExportLegendItem *item);
/* At the origin of cr, in the colours of dark or light. */
void ent_export_legend_paint (const EntExportLegend *self, cairo_t *cr, gboolean dark);

G_END_DECLS
