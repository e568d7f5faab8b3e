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

/* The language of the map's first article, "en" where that says nothing usable. (transfer full) */
char    *ent_export_dup_language (EntMap *map);
/* Whether it need not be said which article a quote stands in. */
gboolean ent_export_has_one_article (EntMap *map);
/* What is exported: what the scene does not hide. */
gboolean ent_export_shows_node (const EntScene *scene, guint node);
gboolean ent_export_shows_link (const EntScene *scene, guint link);
/* How many links that are shown each node has; n_shown: (out) (optional): how many there are in all. (transfer full) */
guint   *ent_export_count_links (const EntScene *scene, guint *n_shown);

/* ent-export.c. The drawing with its legend where the picture's upper left corner is the origin; clip: as in ent_scene_paint(). */
void     ent_export_paint (const EntScene *scene, cairo_t *cr, const EntExportOptions *options, const EntExportFrame *frame, const cairo_rectangle_t *clip);
void     ent_export_set_cairo_error (cairo_status_t status, GError **error);

/* ent-png-writer.c */
GBytes  *ent_export_png        (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error);

/* ent-pdf-writer.c */
GBytes  *ent_export_pdf        (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error);

/* ent-pdf-quotes.c: pages with the quotes of every link that is shown, behind those that the surface has already. Each link has an
 * entry in the outline, and its place is the destination "relation-ID" (as ent_markup_append_id() writes it). */
void     ent_export_pdf_add_quotes (const EntScene *scene, cairo_surface_t *surface, cairo_t *cr);
/* The same on paper of any size, in points, each page recorded; none where no link is shown. (transfer full) (element-type cairo_surface_t) */
GPtrArray *ent_export_record_quotes (const EntScene *scene, double width, double height);

/* ent-svg-style.c. "#2a8a69" */
const char *ent_export_colour_string (EntColour colour, char buffer[8]);
/* What stands between <style> and </style>. (transfer full) */
char    *ent_export_svg_dup_style (const EntScene *scene, gboolean dark);

/* ent-svg-writer.c. ent_export_svg_append(): the element alone, as a page of HTML holds it. */
void     ent_export_svg_append (GString *out, const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame);
GBytes  *ent_export_svg        (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame);

/* One file each. */
GBytes  *ent_export_html       (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame);
GBytes  *ent_export_graphml    (const EntScene *scene);
GBytes  *ent_export_gexf       (const EntScene *scene, gboolean dark);
GBytes  *ent_export_dot        (const EntScene *scene, gboolean dark);

/* ent-csv-writer.c. Whether a spreadsheet would compute what is only a text. */
gboolean ent_export_looks_like_a_formula (const char *text);
GBytes  *ent_export_csv_actors    (const EntScene *scene, const EntExportOptions *options);
GBytes  *ent_export_csv_relations (const EntScene *scene, const EntExportOptions *options);
GBytes  *ent_export_csv_evidence  (const EntScene *scene, const EntExportOptions *options);

G_END_DECLS
