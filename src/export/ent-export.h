/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_EXPORT_ERROR (ent_export_error_quark ())
typedef enum {
  ENT_EXPORT_ERROR_FORMAT,     /* the suffix is none of those that can be written; the message lists them */
  ENT_EXPORT_ERROR_TOO_LARGE,  /* a picture of more pixels than cairo can hold */
  ENT_EXPORT_ERROR_FAILED,
} EntExportError;
GQuark ent_export_error_quark (void);

typedef struct {
  guint    width_px, height_px;   /* 0: as large as the drawing with its margin */
  double   scale;                 /* pixels a map unit (PNG); 1 when 0 */
  gboolean limited;               /* PNG without a size: the scale gives way as ent_export_limit_scale() says */
  gboolean dark;
  gboolean transparent;           /* PNG, SVG and PDF without the paper ground */
  gboolean legend;                /* pictures: what colours, lines and shapes mean, in a band of its own below the drawing */
  gboolean outlines;              /* SVG: letters as shapes, alike wherever the fonts are missing, but no longer text */
  gboolean quotes;                /* PDF: pages with the quotes of every link follow the map */
  gboolean byte_order_mark;       /* CSV: for spreadsheets that take no text for UTF-8 without one */
  gboolean verbatim;              /* CSV for programs: a text that a spreadsheet would take for a formula stands as it is; otherwise
                                   * it gets an apostrophe before it */
} EntExportOptions;

/* What can be written. Every format holds what the scene shows: what is hidden is absent; the places are the scene's.
 *
 * PNG, SVG, PDF: the drawing. HTML: one page that needs no network: the drawing, tables, quotes.
 * GraphML, GEXF, DOT: actors and links with kind, stance, type, figures, quotes and places, for programs that work on graphs.
 * CSV: a table a file, RFC 4180, UTF-8. */
typedef enum {
  ENT_EXPORT_PNG, ENT_EXPORT_SVG, ENT_EXPORT_PDF, ENT_EXPORT_HTML,
  ENT_EXPORT_GRAPHML, ENT_EXPORT_GEXF, ENT_EXPORT_DOT,
  ENT_EXPORT_CSV_ACTORS, ENT_EXPORT_CSV_RELATIONS, ENT_EXPORT_CSV_EVIDENCE,
  ENT_EXPORT_N_FORMATS
} EntExportFormat;

/* By how a file's name ends, in letters of either case: ".svg"; "actors.csv" and "evidence.csv" as in "map-actors.csv", any other
 * ".csv" for the table of relations. FALSE with @error set where it ends in nothing known. */
gboolean    ent_export_format_from_name  (const char *file_name, EntExportFormat *out, GError **error);
/* What such a name ends in: "svg", "actors.csv". Static. */
const char *ent_export_format_get_suffix (EntExportFormat format);
/* PNG, SVG and PDF. */
gboolean    ent_export_format_is_picture (EntExportFormat format);
/* What a picture without a size takes at scale 1: the drawing with its margin, and the legend where it is wanted; map units. */
void        ent_export_measure           (const EntScene *scene, gboolean legend, double *width, double *height);
/* The scale (pixels a map unit), or a lower one, at which a PNG of such a picture opens well wherever it is sent to: 50 megapixels at
 * most, or more where the smallest letters would be less than 7 pixels high, but never more than a PNG can have. width, height: as
 * measured, above 0. */
double      ent_export_limit_scale       (double width, double height, double scale);
/* What the scene shows as a file's bytes. (transfer full), or NULL with @error set. options: nullable for none. */
GBytes  *ent_export_to_bytes (const EntScene *scene, EntExportFormat format, const EntExportOptions *options, GError **error);
/* The same into a file, written beside it and renamed. */
gboolean ent_export_to_file  (const EntScene *scene, GFile *file, EntExportFormat format, const EntExportOptions *options,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
