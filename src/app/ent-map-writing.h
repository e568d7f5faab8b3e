/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-export.h"
#include "ent-session.h"

G_BEGIN_DECLS

/* Writing a map to disk in a worker, which is given a copy of the map as it is now: the window may go on changing its own.
 * Each callback gets no source object; finish with ent_map_writing_finish(). */

/* As an .entente file. */
void     ent_map_writing_save_async   (EntMap *map, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* As a picture: the session's map with its filter and look as they are now; options are copied. */
void     ent_map_writing_export_async (EntSession *session, GFile *file, EntExportFormat format, const EntExportOptions *options,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ent_map_writing_finish       (GAsyncResult *result, GError **error);

G_END_DECLS
