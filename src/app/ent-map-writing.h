/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-export.h"
#include "ent-map-filter.h"

G_BEGIN_DECLS

/* Writing a map to disk in a worker, which is given a copy of the map as it is now: the window may go on changing its own.
 * Each callback gets no source object; finish with ent_map_writing_finish(). */

/* As an .entente file. */
void     ent_map_writing_save_async   (EntMap *map, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* As a picture of what passes the filter; filter and options are copied. */
void     ent_map_writing_export_async (EntMap *map, GFile *file, EntExportFormat format, const EntExportOptions *options, EntMapFilter *filter,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ent_map_writing_finish       (GAsyncResult *result, GError **error);

G_END_DECLS
