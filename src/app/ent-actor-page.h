/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntActorPage:
 * What the detail pane shows of an actor: kind, other names, its links grouped by stance. A row selects its link. Its name, kind and
 * note can be changed there.
 * "Show Mentions in Article" activates the action "pane.show-actor" of a widget above, other buttons "win.merge-with", "win.split"
 * and "win.remove".
 */
#define ENT_TYPE_ACTOR_PAGE (ent_actor_page_get_type ())
G_DECLARE_FINAL_TYPE (EntActorPage, ent_actor_page, ENT, ACTOR_PAGE, GtkWidget)

/* Shows the session's selected actor as it is now; to be called again when the map changed. */
void ent_actor_page_show (EntActorPage *self, EntSession *session);
/* Opens the fields and selects the name, to be typed over. */
void ent_actor_page_edit_name (EntActorPage *self);

G_END_DECLS
