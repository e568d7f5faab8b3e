/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

#define ENT_MAP_ERROR (ent_map_error_quark ())
typedef enum {
  ENT_MAP_ERROR_NOT_JSON,
  ENT_MAP_ERROR_NOT_A_MAP,   /* JSON, but not an entente-map */
  ENT_MAP_ERROR_VERSION,     /* written by a newer program */
  ENT_MAP_ERROR_INVALID,     /* a member is missing, of the wrong kind or out of range; the message names its place, "relations[3].evidence[0].start" */
  ENT_MAP_ERROR_TOO_LARGE,
} EntMapError;
GQuark ent_map_error_quark (void);

/* The .entente file (map-format). Positions in the file are characters, in the program bytes: converted here and nowhere else.
 * Unknown members are kept when a map is loaded and saved again. Equal maps give equal bytes. */
EntMap  *ent_map_load_bytes (GBytes *bytes, const char *name, GError **error);   /* name: for messages */
EntMap  *ent_map_load       (GFile *file, GCancellable *cancellable, GError **error);
/* pretty: indented, as files are; FALSE gives one line. (transfer full) */
char    *ent_map_to_json    (EntMap *self, gboolean pretty);
/* Written whole to a temporary name beside it, flushed, and renamed. */
gboolean ent_map_save       (EntMap *self, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
