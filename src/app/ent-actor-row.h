/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntActorRow:
 * An actor in a list: name, kind, number of links.
 */
#define ENT_TYPE_ACTOR_ROW (ent_actor_row_get_type ())
G_DECLARE_FINAL_TYPE (EntActorRow, ent_actor_row, ENT, ACTOR_ROW, AdwActionRow)

GtkWidget *ent_actor_row_new       (EntActor *actor, guint n_links);
EntActor  *ent_actor_row_get_actor (EntActorRow *self);

G_END_DECLS
