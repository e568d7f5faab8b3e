/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-json-members.h"
#include "ent-limits.h"
#include "ent-map-private.h"
#include "ent-map-reader.h"

G_BEGIN_DECLS

/* What is being read: the reader's data. */
typedef struct {
  EntMap     *map;
  GHashTable *parts;    /* id → EntActor of merges; empty until they are read */
  GHashTable *held;     /* id → EntRelation of merges, the same */
  GPtrArray  *merges;   /* EntMerge in the order of the file, its part only */
  GHashTable *order;    /* EntActor of parts → the number of its merge */
} EntReading;

static inline EntReading *
ent_map_reader_reading_of (EntJsonReader *reader)
{
  return reader->data;
}

static inline EntMap *
ent_map_reader_map_of (EntJsonReader *reader)
{
  return ent_map_reader_reading_of (reader)->map;
}

/* FALSE or NULL: the error is set. What "source" names, "start" and "end" in it, and a member that holds the two. */
gboolean     ent_map_reader_get_source     (EntJsonReader *reader, JsonObject *object, EntSource **source);
gboolean     ent_map_reader_get_span       (EntJsonReader *reader, JsonObject *object, EntSource *source, EntSpan *span);
/* "from", "predicate", "to" of evidence: absent or null leaves the empty span. */
gboolean     ent_map_reader_get_place      (EntJsonReader *reader, JsonObject *object, const char *member, EntSource *source, EntSpan *span);
/* A list of strings. Absent it is empty. out: (transfer full) */
gboolean     ent_map_reader_get_strings    (EntJsonReader *reader, JsonObject *object, const char *name, GStrv *out);
gboolean     ent_map_reader_get_actor      (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, EntActor **actor);
/* On the map or in a merge; borrowed, NULL where there is none (no error is set). id: nullable. */
EntRelation *ent_map_reader_find_relation  (EntJsonReader *reader, const char *id);
/* (transfer full) */
EntActor    *ent_map_reader_parse_actor    (EntJsonReader *reader, JsonObject *object);
EntRelation *ent_map_reader_parse_relation (EntJsonReader *reader, JsonObject *object);

/* "merges", "removed" and "rejected" of a map whose other members are read: ent-map-reader-traces.c */
gboolean     ent_map_reader_read_traces    (EntJsonReader *reader, JsonObject *object);

G_END_DECLS
