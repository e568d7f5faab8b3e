/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-span.h"
#include "ent-terms.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* ── EntSource: an article on a map ─────────────────────────────────────────────────────────────────────────────── */

#define ENT_TYPE_SOURCE (ent_source_get_type ())
G_DECLARE_FINAL_TYPE (EntSource, ent_source, ENT, SOURCE, GObject)

/* text: valid UTF-8. uri, date: nullable. language: ISO 639-1. */
EntSource  *ent_source_new          (const char *id, const char *title, const char *uri, const char *date, const char *language, const char *text);
const char *ent_source_get_id       (EntSource *self);
const char *ent_source_get_title    (EntSource *self);
const char *ent_source_get_uri      (EntSource *self);
const char *ent_source_get_date     (EntSource *self);
const char *ent_source_get_language (EntSource *self);
const char *ent_source_get_text     (EntSource *self);
/* Newly allocated text of a span; NULL where the span does not lie in the text. */
char       *ent_source_dup_text_at  (EntSource *self, EntSpan span);

/* ── EntActor ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Where the article speaks of an actor (called so to stay apart from the language model's EntMention). */
typedef struct {
  EntSource      *source;  /* borrowed from the map */
  EntSpan         span;
  EntMentionForm  form;
} EntActorMention;

#define ENT_TYPE_ACTOR (ent_actor_get_type ())
G_DECLARE_FINAL_TYPE (EntActor, ent_actor, ENT, ACTOR, GObject)

EntActor              *ent_actor_new          (const char *id, const char *name, EntKind kind);
const char            *ent_actor_get_id       (EntActor *self);
const char            *ent_actor_get_name     (EntActor *self);
void                   ent_actor_set_name     (EntActor *self, const char *name);
EntKind                ent_actor_get_kind     (EntActor *self);
void                   ent_actor_set_kind     (EntActor *self, EntKind kind);
const char *const     *ent_actor_get_aliases  (EntActor *self);                            /* NULL-terminated, never NULL */
void                   ent_actor_set_aliases  (EntActor *self, const char *const *aliases);
const char            *ent_actor_get_note     (EntActor *self);                            /* never NULL */
void                   ent_actor_set_note     (EntActor *self, const char *note);
const EntActorMention *ent_actor_get_mentions (EntActor *self, guint *n_mentions);
void                   ent_actor_add_mention  (EntActor *self, const EntActorMention *mention);
/* Place on the map, in map units, y downwards; FALSE when it has not been laid out. */
gboolean               ent_actor_get_position (EntActor *self, double *x, double *y);
void                   ent_actor_set_position (EntActor *self, double x, double y);
gboolean               ent_actor_get_pinned   (EntActor *self);
void                   ent_actor_set_pinned   (EntActor *self, gboolean pinned);

/* ── EntRelation and its evidence ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntSource   *source;      /* borrowed from the map */
  EntSpan      span;        /* the quote */
  EntSpan      from;        /* empty spans where the place is not known */
  EntSpan      predicate;
  EntSpan      to;
  EntModality  modality;
  EntActor    *speaker;     /* borrowed from the map, nullable */
  double       confidence;  /* 0–1 */
} EntEvidence;

#define ENT_TYPE_RELATION (ent_relation_get_type ())
G_DECLARE_FINAL_TYPE (EntRelation, ent_relation, ENT, RELATION, GObject)

/* from, to: actors of the map that the relation is going to be added to; the relation keeps a reference. */
EntRelation       *ent_relation_new            (const char *id, EntActor *from, EntActor *to, EntRelationType type, const char *label);
const char        *ent_relation_get_id         (EntRelation *self);
EntActor          *ent_relation_get_from       (EntRelation *self);
EntActor          *ent_relation_get_to         (EntRelation *self);
void               ent_relation_reverse        (EntRelation *self);
gboolean           ent_relation_get_mutual     (EntRelation *self);
void               ent_relation_set_mutual     (EntRelation *self, gboolean mutual);
EntRelationType    ent_relation_get_relation_type (EntRelation *self);
void               ent_relation_set_relation_type (EntRelation *self, EntRelationType type); /* sets the stance as well */
EntStance          ent_relation_get_stance     (EntRelation *self);
const char        *ent_relation_get_label      (EntRelation *self);
void               ent_relation_set_label      (EntRelation *self, const char *label);
const char        *ent_relation_get_note       (EntRelation *self);
void               ent_relation_set_note       (EntRelation *self, const char *note);
const EntEvidence *ent_relation_get_evidence   (EntRelation *self, guint *n_evidence);
void               ent_relation_add_evidence   (EntRelation *self, const EntEvidence *evidence);
/* 1 − Π(1 − confidence) over the evidence. */
double             ent_relation_get_confidence (EntRelation *self);
/* Whether no quote asserts it (all are possible, reported or denied). */
gboolean           ent_relation_is_hedged      (EntRelation *self);

/* ── EntMap ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/**
 * EntMap:
 * Actors, the relations between them, and the articles they were read in. Not thread-safe: a worker builds a map of its
 * own and hands it over.
 *
 * Signals: "changed" (anything), also emitted by changes to its actors and relations, at most once per main loop turn
 * is NOT promised: it is emitted at once, and wrapped sequences use ent_map_freeze()/thaw() to get a single one.
 */
#define ENT_TYPE_MAP (ent_map_get_type ())
G_DECLARE_FINAL_TYPE (EntMap, ent_map, ENT, MAP, GObject)

EntMap      *ent_map_new             (void);
const char  *ent_map_get_title       (EntMap *self);          /* never NULL */
void         ent_map_set_title       (EntMap *self, const char *title);
GListModel  *ent_map_get_sources     (EntMap *self);          /* of EntSource, borrowed */
GListModel  *ent_map_get_actors      (EntMap *self);          /* of EntActor */
GListModel  *ent_map_get_relations   (EntMap *self);          /* of EntRelation */
EntSource   *ent_map_find_source     (EntMap *self, const char *id);   /* borrowed, NULL if none; O(1) */
EntActor    *ent_map_find_actor      (EntMap *self, const char *id);
EntRelation *ent_map_find_relation   (EntMap *self, const char *id);
/* Adding takes a reference; an id already taken is a caller's bug. Removing an actor removes its relations. */
void         ent_map_add_source      (EntMap *self, EntSource *source);
void         ent_map_add_actor       (EntMap *self, EntActor *actor);
void         ent_map_add_relation    (EntMap *self, EntRelation *relation);
void         ent_map_remove_actor    (EntMap *self, EntActor *actor);
void         ent_map_remove_relation (EntMap *self, EntRelation *relation);
/* A fresh id: prefix "a", "r" or "s" and the smallest number not in use. */
char        *ent_map_dup_fresh_id    (EntMap *self, char prefix);
/* The actor's weight on the map: its mentions and the quotes of its relations, for sizes and orders. */
double       ent_map_get_weight      (EntMap *self, EntActor *actor);
void         ent_map_freeze          (EntMap *self);
void         ent_map_thaw            (EntMap *self);

G_END_DECLS
