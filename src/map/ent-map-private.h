/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-items.h"
#include "ent-map.h"
#include "ent-merge.h"

#include <math.h>

G_BEGIN_DECLS

/* Positions and probabilities are kept to four decimals: finer than anything that is drawn or shown, and a fixed point. */
static inline double
ent_map_round (double number)
{
  return round (number * 1e4) / 1e4;
}

/* Members of the file that this version does not know, kept for saving: on a map, source, actor or relation as a whole, on
 * mentions and evidence by index. Getters: borrowed, NULL where there are none. Setters take ownership, NULL clears. */
JsonObject *ent_extra_get  (gpointer object);
void        ent_extra_take (gpointer object, JsonObject *extra);
/* (transfer full): a copy that shares nothing with it. JSON-GLib counts references without a lock, so that what two threads look at is
 * read and not referenced. extra: nullable, as is what is returned. */
JsonObject *ent_extra_copy (JsonObject *extra);
/* Adds copies of extra's members (nullable) to an object, in their order. */
void        ent_extra_add_copy (JsonObject *object, JsonObject *extra);

JsonObject *ent_actor_get_mention_extra      (EntActor *self, guint index);
void        ent_actor_take_mention_extra     (EntActor *self, guint index, JsonObject *extra);
JsonObject *ent_relation_get_evidence_extra  (EntRelation *self, guint index);
void        ent_relation_take_evidence_extra (EntRelation *self, guint index, JsonObject *extra);

/* What edits by hand set and the reader of files reads. */
void ent_actor_set_edited        (EntActor *self, gboolean edited);
void ent_relation_set_edited     (EntRelation *self, gboolean edited);
void ent_relation_set_verdict    (EntRelation *self, guint index, gboolean by_hand, double confidence, double read_confidence);
void ent_relation_set_speaker    (EntRelation *self, guint index, EntActor *speaker);     /* speaker: nullable */
/* Forgets an actor as the speaker of quotes. */
void ent_relation_clear_speaker  (EntRelation *self, EntActor *speaker);
/* Where an actor is an end, another takes its place. The ends must stay two different actors. */
void ent_relation_replace_end    (EntRelation *self, EntActor *actor, EntActor *by);

/* ── For undo: what an object is made of, to be copied and to be exchanged for such a copy. Equal calls undo each other. ── */

typedef struct {
  char     *name;
  EntKind   kind;
  GStrv     aliases;
  char     *note;
  gboolean  edited;
} EntActorWords;

typedef struct {
  EntActor        *from, *to;
  gboolean         mutual;
  EntRelationType  type;
  char            *label, *note;
  gboolean         edited;
} EntRelationWords;

EntActorWords    *ent_actor_dup_words        (EntActor *self);
void              ent_actor_words_free       (EntActorWords *words);
void              ent_actor_swap_words       (EntActor *self, EntActorWords *words);
EntItems         *ent_actor_dup_mentions     (EntActor *self);
void              ent_actor_swap_mentions    (EntActor *self, EntItems **mentions);
EntRelationWords *ent_relation_dup_words     (EntRelation *self);
void              ent_relation_words_free    (EntRelationWords *words);
void              ent_relation_swap_words    (EntRelation *self, EntRelationWords *words);
EntItems         *ent_relation_dup_evidence  (EntRelation *self);
void              ent_relation_swap_evidence (EntRelation *self, EntItems **evidence);

/* ── The map's lists ────────────────────────────────────────────────────────────────────────────────────────────── */

/* object: an EntSource, EntActor or EntRelation. Other than the public functions these take nothing else along: a relation goes
 * before its actors, an actor comes before its relations. position: clamped to the list's end. */
void  ent_map_insert   (EntMap *self, gpointer object, guint position);
/* Returns where it was. */
guint ent_map_take_off (EntMap *self, gpointer object);
/* Whether it is on the map. */
gboolean ent_map_has   (EntMap *self, gpointer object);

/* Actors merged into others, in the order in which that was done (EntMerge, borrowed). What a merge holds keeps its id. */
GPtrArray *ent_map_get_merges   (EntMap *self);
void       ent_map_insert_merge (EntMap *self, EntMerge *merge, guint position);   /* takes a reference */
void       ent_map_remove_merge (EntMap *self, guint position);
/* Whether a merge holds an actor or relation. */
gboolean   ent_map_holds        (EntMap *self, gpointer object);

/* What the reader took off the map, so that another reading of the article does not bring it back: mentions of actors, and
 * quotes (without speakers). Both are appended to and truncated. */
const EntActorMention *ent_map_get_removed       (EntMap *self, guint *n_removed);
const EntEvidence     *ent_map_get_rejected      (EntMap *self, guint *n_rejected);
void                   ent_map_add_removed       (EntMap *self, const EntActorMention *mention);
void                   ent_map_add_rejected      (EntMap *self, const EntEvidence *evidence);
void                   ent_map_truncate_removed  (EntMap *self, guint n_removed);
void                   ent_map_truncate_rejected (EntMap *self, guint n_rejected);

G_END_DECLS
