/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntActorForm:
 * Name and kind of an actor that is going to be added.
 *
 * Property: "complete" (gboolean, read-only), with notify: whether it has a name. Signal "activated": Enter was pressed in the name.
 */
#define ENT_TYPE_ACTOR_FORM (ent_actor_form_get_type ())
G_DECLARE_FINAL_TYPE (EntActorForm, ent_actor_form, ENT, ACTOR_FORM, GtkWidget)

GtkWidget *ent_actor_form_new      (const char *name);
char      *ent_actor_form_dup_name (EntActorForm *self);
EntKind    ent_actor_form_get_kind (EntActorForm *self);

G_END_DECLS
