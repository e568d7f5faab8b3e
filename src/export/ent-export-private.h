/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-export.h"

#include "ent-export-legend.h"
#include "ent-palette.h"

G_BEGIN_DECLS

/* Where the drawing lies on the picture: a map unit is scale pixels, and the map's point (x, y) is the picture's upper left corner. */
typedef struct {
  double x, y;
  double scale;
  double width_px, height_px;
  EntExportLegend legend;                /* without items unless wanted */
  double legend_x, legend_y;       /* its upper left corner, map units */
} EntExportFrame;

/* ent-export.c. FALSE with ENT_EXPORT_ERROR_TOO_LARGE set where the picture would hold too many pixels; scalable: it has none. */
gboolean ent_export_frame_init (EntExportFrame *self, const EntScene *scene, const EntExportOptions *options, gboolean scalable, GError **error);

/* ent-cairo-export.c */
GBytes  *ent_export_png        (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error);
GBytes  *ent_export_pdf        (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error);

/* ent-svg-writer.c */
GBytes  *ent_export_svg        (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame);

G_END_DECLS
