/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the file that this version does not know, kept for saving: on a map, source, actor or relation as a whole, on
 * mentions and evidence by index. Getters: borrowed, NULL where there are none. Setters take ownership, NULL clears. */
JsonObject *ent_extra_get  (gpointer object);
void        ent_extra_take (gpointer object, JsonObject *extra);

JsonObject *ent_actor_get_mention_extra      (EntActor *self, guint index);
void        ent_actor_take_mention_extra     (EntActor *self, guint index, JsonObject *extra);
JsonObject *ent_relation_get_evidence_extra  (EntRelation *self, guint index);
void        ent_relation_take_evidence_extra (EntRelation *self, guint index, JsonObject *extra);
/* Forgets an actor as the speaker of quotes. */
void        ent_relation_clear_speaker       (EntRelation *self, EntActor *speaker);

G_END_DECLS
