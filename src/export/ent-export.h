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
  gboolean dark;
  gboolean transparent;           /* PNG and SVG without the paper ground */
  gboolean legend;                /* what colours, lines and shapes mean, in a band of its own below the drawing */
} EntExportOptions;

typedef enum { ENT_EXPORT_PNG, ENT_EXPORT_SVG, ENT_EXPORT_PDF } EntExportFormat;

/* By a file name's suffix; FALSE with @error set where there is none or an unknown one. */
gboolean ent_export_format_from_name (const char *file_name, EntExportFormat *out, GError **error);
/* The whole drawing as a file's bytes. (transfer full), or NULL with @error set. */
GBytes  *ent_export_to_bytes (const EntScene *scene, EntExportFormat format, const EntExportOptions *options, GError **error);
/* The same into a file, written beside it and renamed. */
gboolean ent_export_to_file  (const EntScene *scene, GFile *file, EntExportFormat format, const EntExportOptions *options,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
