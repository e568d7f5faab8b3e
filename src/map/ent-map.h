/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-relation.h"

G_BEGIN_DECLS

/**
 * EntMap:
 * Actors, the relations between them, and the articles they were read in. Not thread-safe: a worker builds a map of its
 * own and hands it over.
 *
 * Property: "title", with notify.
 * Signal "changed": anything changed, the actors and relations of the map included. It is emitted once per change, as it
 * happens; a sequence of changes between ent_map_freeze() and the last ent_map_thaw() gets one emission, at that thaw.
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
/* Adding takes a reference; an id already taken is a caller's bug. Removing an actor removes its relations
 * and clears it as the speaker of quotes. */
void         ent_map_add_source      (EntMap *self, EntSource *source);
void         ent_map_add_actor       (EntMap *self, EntActor *actor);
void         ent_map_add_relation    (EntMap *self, EntRelation *relation);
void         ent_map_remove_actor    (EntMap *self, EntActor *actor);
void         ent_map_remove_relation (EntMap *self, EntRelation *relation);
/* A fresh id: prefix "a", "r" or "s" and the smallest number not in use. */
char        *ent_map_dup_fresh_id    (EntMap *self, char prefix);
void         ent_map_freeze          (EntMap *self);
void         ent_map_thaw            (EntMap *self);

G_END_DECLS
