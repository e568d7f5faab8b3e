/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-palette.h"
#include "ent-scene-detail.h"

G_BEGIN_DECLS

/* What painting some items of a scene depends on. */
typedef struct {
  const EntScene       *scene;
  const EntSceneStyle  *style;
  const EntPalette     *palette;
  const EntSceneDetail *detail;       /* NULL: all is drawn */
  EntRect               clip;
  gboolean              vector;       /* the target keeps shapes: PDF, SVG */
  double                font_scale;
  double                name_scale;   /* font_scale and what the zoom asks for */
  double                zoom;         /* 1 where all is drawn */
  double                pixels;       /* of the target, a map unit */
  const guint8         *names;        /* n_nodes: whose are drawn; NULL: all */
  GArray               *nodes;        /* guint: what is to be looked at, ascending */
  GArray               *links;
} EntPainter;

/* How far anything reaches out of its bounds: rings, halos, heads; map units. */
#define ENT_PAINT_MARGIN 16.0

/* Paints self->nodes and self->links, in order. */
void ent_painter_paint (const EntPainter *self, cairo_t *cr);

G_END_DECLS
