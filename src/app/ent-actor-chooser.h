/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntActorChooser:
 * The actors of a map by name, with a search over all their names, to choose one of.
 *
 * Property: "actor" (EntActor, nullable, read-only), with notify: what is chosen. Signal "activated": it was chosen by Enter or
 * double click.
 */
#define ENT_TYPE_ACTOR_CHOOSER (ent_actor_chooser_get_type ())
G_DECLARE_FINAL_TYPE (EntActorChooser, ent_actor_chooser, ENT, ACTOR_CHOOSER, GtkWidget)

/* leave_out: nullable */
GtkWidget *ent_actor_chooser_new       (EntMap *map, EntActor *leave_out);
EntActor  *ent_actor_chooser_get_actor (EntActorChooser *self);

G_END_DECLS
