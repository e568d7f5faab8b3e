/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many maps are looked into, how large their files may be and how many actors of each count, and how many are found at most. */
#define ENT_ACTOR_INDEX_MAPS   20
#define ENT_ACTOR_INDEX_BYTES  (16 * 1024 * 1024)
#define ENT_ACTOR_INDEX_ACTORS 5000
#define ENT_ACTOR_INDEX_FOUND  20

/* An actor of a map in a file. */
typedef struct {
  char   *id;       /* of file and actor: ent_actor_index_split_id() */
  char   *name;
  EntKind kind;
  char   *title;    /* of the map */
} EntFoundActor;

/**
 * EntActorIndex:
 * Actors of maps in files by the beginnings of words of their names. The files are read in a worker, when somebody asks, and again
 * only where they have changed; those that cannot be read, are not on this computer or are too large have no actors.
 */
#define ENT_TYPE_ACTOR_INDEX (ent_actor_index_get_type ())
G_DECLARE_FINAL_TYPE (EntActorIndex, ent_actor_index, ENT, ACTOR_INDEX, GObject)

EntActorIndex *ent_actor_index_new            (void);
/* uris: of the maps, the most important first; the first ENT_ACTOR_INDEX_MAPS count, and of others nothing is remembered. terms: each is to begin
 * a word of one of the actor's names, whatever its case and, for Latin letters, its marks. Both are copied. */
void           ent_actor_index_search_async   (EntActorIndex *self, const char *const *uris, const char *const *terms, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
/* The actors with those ids, without those that there are none of. Copied as well. */
void           ent_actor_index_describe_async (EntActorIndex *self, const char *const *uris, const char *const *ids, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
/* Of both: the best first. NULL only where it was cancelled. (transfer full) (element-type EntFoundActor) */
GPtrArray     *ent_actor_index_finish         (EntActorIndex *self, GAsyncResult *result, GError **error);
/* file, actor: (out) (transfer full). FALSE: it is no id. */
gboolean       ent_actor_index_split_id       (const char *id, GFile **file, char **actor);

G_END_DECLS
