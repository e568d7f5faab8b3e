/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-export.h"
#include "ent-session.h"

G_BEGIN_DECLS

/* Writing a map to disk in a worker, which is given a snapshot of the map: the window may go on changing its own.
 * Each callback gets no source object. */

/* As an .entente file, over what is expected there (nullable; ent_map_save_over()). */
void     ent_map_writing_save_async   (EntMap *map, GFile *file, const char *expected, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* stamp: (out) (transfer full): of what was written; NULL where it was not. */
gboolean ent_map_writing_save_finish  (GAsyncResult *result, char **stamp, GError **error);
/* As a picture: the session's map with its filter and look as they are now; options are copied. */
void     ent_map_writing_export_async (EntSession *session, GFile *file, EntExportFormat format, const EntExportOptions *options,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ent_map_writing_finish       (GAsyncResult *result, GError **error);
/* The same without a file, as PNG and as SVG. */
void     ent_map_writing_draw_async   (EntSession *session, const EntExportOptions *options, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
/* png, svg: (out) (transfer full): NULL where it failed. */
gboolean ent_map_writing_draw_finish  (GAsyncResult *result, GBytes **png, GBytes **svg, GError **error);

G_END_DECLS
