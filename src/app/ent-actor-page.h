/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntActorPage:
 * What the detail pane shows of an actor: kind, other names, its links grouped by stance. A row selects its link.
 * "Show Mentions in Article" activates the action "pane.show-actor" of a widget above.
 */
#define ENT_TYPE_ACTOR_PAGE (ent_actor_page_get_type ())
G_DECLARE_FINAL_TYPE (EntActorPage, ent_actor_page, ENT, ACTOR_PAGE, GtkWidget)

/* Shows the session's selected actor as it is now; to be called again when the map changed. */
void ent_actor_page_show (EntActorPage *self, EntSession *session);

G_END_DECLS
