/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-source.h"
#include "ent-terms.h"

G_BEGIN_DECLS

/* Where the article speaks of an actor (called so to stay apart from the language model's EntMention). */
typedef struct {
  EntSource      *source;  /* borrowed from the map */
  EntSpan         span;
  EntMentionForm  form;
} EntActorMention;

/**
 * EntActor:
 * Who acts or is acted upon.
 *
 * Properties, with notify: "id" (construct only), "name", "kind" (an EntKind as int), "aliases", "note", "x", "y", "placed",
 * "pinned", "n-mentions". Signal "changed": once after each change, whatever number of properties it touched.
 */
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
void                   ent_actor_remove_mention (EntActor *self, guint index);
/* Whether somebody set something of it by hand (see EntMapEdits). */
gboolean               ent_actor_get_edited   (EntActor *self);
/* Place on the map, in map units, y downwards; FALSE when it has not been laid out. */
gboolean               ent_actor_get_position (EntActor *self, double *x, double *y);
void                   ent_actor_set_position (EntActor *self, double x, double y);        /* finite */
void                   ent_actor_clear_position (EntActor *self);                          /* as before any layout; no longer pinned */
gboolean               ent_actor_get_pinned   (EntActor *self);
void                   ent_actor_set_pinned   (EntActor *self, gboolean pinned);

G_END_DECLS
