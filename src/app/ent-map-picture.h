/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-export.h"
#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntMapPicture:
 * The map as a picture for whoever it is dragged to: as image/png, or as text/uri-list with a file of that picture. It is drawn,
 * in a worker, when it is first asked for, and as the map is then; dragging costs nothing before. Asked for once more it gives the same.
 */
#define ENT_TYPE_MAP_PICTURE (ent_map_picture_get_type ())
G_DECLARE_FINAL_TYPE (EntMapPicture, ent_map_picture, ENT, MAP_PICTURE, GdkContentProvider)

/* folder: where the file goes; made when it is needed, and rid of pictures that are a day old. name: of the file. options: copied.
 * (transfer full) */
GdkContentProvider *ent_map_picture_new (EntSession *session, const char *folder, const char *name, const EntExportOptions *options);

G_END_DECLS
