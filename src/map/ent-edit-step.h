/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-private.h"

G_BEGIN_DECLS

/**
 * EntEditStep:
 * One edit of a map, to be undone and done again as often as one likes. While it is made, everything that is going to change is
 * touched first, and what comes and goes comes and goes through the step.
 */
typedef struct _EntEditStep EntEditStep;

EntEditStep *ent_edit_step_new      (EntMap *map, const char *name);
void         ent_edit_step_free     (EntEditStep *self);
const char  *ent_edit_step_get_name (EntEditStep *self);
gboolean     ent_edit_step_is_empty (EntEditStep *self);
/* A number that is no other step's: what the map is called after it. The maker's to set. */
guint        ent_edit_step_get_id   (EntEditStep *self);
void         ent_edit_step_set_id   (EntEditStep *self, guint id);

/* Before the object's words, mentions, quotes or place change. Calls after the first do nothing. */
void ent_edit_step_touch_actor    (EntEditStep *self, EntActor *actor);
void ent_edit_step_touch_mentions (EntEditStep *self, EntActor *actor);
void ent_edit_step_touch_relation (EntEditStep *self, EntRelation *relation);
void ent_edit_step_touch_evidence (EntEditStep *self, EntRelation *relation);
void ent_edit_step_touch_place    (EntEditStep *self, EntActor *actor);
void ent_edit_step_touch_title    (EntEditStep *self);
/* object: an EntSource, EntActor or EntRelation. */
void  ent_edit_step_insert         (EntEditStep *self, gpointer object, guint position);
guint ent_edit_step_take_off       (EntEditStep *self, gpointer object);
void  ent_edit_step_insert_merge   (EntEditStep *self, EntMerge *merge, guint position);
void  ent_edit_step_remove_merge   (EntEditStep *self, guint position);
void  ent_edit_step_add_removed    (EntEditStep *self, const EntActorMention *mention);
void  ent_edit_step_add_rejected   (EntEditStep *self, const EntEvidence *evidence);
/* Takes the last one off again. */
void  ent_edit_step_pop_removed    (EntEditStep *self);
void  ent_edit_step_pop_rejected   (EntEditStep *self);

/* To be called when it is made: forgets places that are what they were. */
void ent_edit_step_finish (EntEditStep *self);
void ent_edit_step_undo   (EntEditStep *self);
void ent_edit_step_redo   (EntEditStep *self);

G_END_DECLS
