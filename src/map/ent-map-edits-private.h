/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-edit-step.h"
#include "ent-map-edits.h"

G_BEGIN_DECLS

/* For one edit: begins a step with a name or joins the one that is being made. Ends with ent_map_edits_end(). */
EntEditStep *ent_map_edits_begin_step   (EntMapEdits *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A name short enough for a menu. (transfer full) */
char        *ent_map_edits_dup_short    (const char *name);
/* "Russia – Ukraine", short. (transfer full) */
char        *ent_map_edits_dup_ends     (EntRelation *relation);

/* Takes an actor off the map with its relations and what was merged into it. remember: its mentions as taken off. */
void ent_map_edits_take_off_actor    (EntMap *map, EntEditStep *step, EntActor *actor, gboolean remember);
/* Takes a relation off the map. reject: its quotes are remembered as taken off. */
void ent_map_edits_take_off_relation (EntEditStep *step, EntRelation *relation, gboolean reject);
/* The map's relation between the same actors in the same direction and of the same type, other than not; NULL where there is none. */
EntRelation *ent_map_edits_find_like (EntMap *map, EntActor *from, EntActor *to, EntRelationType type, gboolean mutual, EntRelation *not);

G_END_DECLS
