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
  ENT_MAP_ERROR_CHANGED,     /* another program changed the file since it was read; it was left alone */
} EntMapError;
GQuark ent_map_error_quark (void);

/* The version of the format that is written, and the newest that is read. */
#define ENT_MAP_FILE_VERSION 1

/* The .entente file (map-format). Positions in the file are characters, in the program bytes: converted here and nowhere else.
 * Unknown members are kept when a map is loaded and saved again. Equal maps give equal bytes. */
EntMap  *ent_map_load_bytes (GBytes *bytes, const char *name, GError **error);   /* name: for messages */
EntMap  *ent_map_load       (GFile *file, GCancellable *cancellable, GError **error);
/* A stamp tells the content of a file from any other: its SHA-256 in hexadecimal digits. */
EntMap  *ent_map_load_stamped (GFile *file, char **stamp, GCancellable *cancellable, GError **error);
/* pretty: indented, as files are; FALSE gives one line. (transfer full) */
char    *ent_map_to_json    (EntMap *self, gboolean pretty);
/* Whatever happens while it is saved, the file is the old one or the new one, whole. */
gboolean ent_map_save       (EntMap *self, GFile *file, GCancellable *cancellable, GError **error);
/* The same, but only over what is expected to stand there. */
gboolean ent_map_save_over  (EntMap *self, GFile *file, const char *expected, char **stamp, GCancellable *cancellable, GError **error);

G_END_DECLS
