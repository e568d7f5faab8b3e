/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-limits.h"
#include "ent-map-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ENT_JSON_MAX_ID_BYTES    128

/**
 * EntJsonReader:
 * A tree of JSON being read with every member checked. It carries the place it is at, and the first thing found wrong ends the
 * reading with that place in the message.
 */
typedef struct {
  const char *name;     /* of the file */
  GString    *place;    /* of the object being read: "", "actors[2]", "relations[3].evidence[0]" */
  GError    **error;
  gpointer    data;     /* the caller's */
} EntJsonReader;

typedef enum { ENT_JSON_OPTIONAL, ENT_JSON_REQUIRED } EntJsonNeed;

/* Sets the error. member: of the object being read; NULL: the object itself. Always FALSE. */
gboolean ent_json_fail        (EntJsonReader *reader, EntMapError code, const char *member, const char *format, ...) G_GNUC_PRINTF (4, 5);
gboolean ent_json_holds       (JsonNode *node, GType type);

/* Members by type. FALSE: an error was set. Absent optional ones, which null counts as, leave *out as it is; strings are borrowed. */
/* *node is NULL where an optional member is absent or null. */
gboolean ent_json_find_member (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, JsonNode **node);
gboolean ent_json_get_string  (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, gsize max_bytes, const char **out);
gboolean ent_json_get_id      (EntJsonReader *reader, JsonObject *object, const char **out);
gboolean ent_json_get_boolean (EntJsonReader *reader, JsonObject *object, const char *member, gboolean *out);
/* A position in a text of max characters. */
gboolean ent_json_get_count   (EntJsonReader *reader, JsonObject *object, const char *member, gsize max, gsize *out);
/* given: nullable: whether it is there */
gboolean ent_json_get_double  (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, double min, double max, double *out, gboolean *given);
/* *out is NULL where an optional list is absent. */
gboolean ent_json_get_array   (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, guint max, JsonArray **out);
/* from_string: one of ent_terms' functions, whose enumerations are as large as an int. */
typedef gboolean (*EntJsonFromString) (const char *name, int *out);
gboolean ent_json_get_term    (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonFromString from_string, int *out);

/* Calls read_item for each object of a list, the reader's place being member[index] meanwhile. */
typedef gboolean (*EntJsonReadItem) (EntJsonReader *reader, JsonObject *object, gpointer data);
gboolean ent_json_read_list   (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, guint max, EntJsonReadItem read_item, gpointer data);

/* The members that are not among known (NULL-terminated): (transfer full), or NULL when there are none. */
JsonObject *ent_json_dup_extra (JsonObject *object, const char *const *known);

G_END_DECLS
