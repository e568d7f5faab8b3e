/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntRelationPage:
 * What the detail pane shows of a link: who to whom, stance, type and direction (both may be corrected here), and every quote
 * that it rests on.
 */
#define ENT_TYPE_RELATION_PAGE (ent_relation_page_get_type ())
G_DECLARE_FINAL_TYPE (EntRelationPage, ent_relation_page, ENT, RELATION_PAGE, GtkWidget)

/* Shows the session's selected relation as it is now; to be called again when the map changed. */
void ent_relation_page_show (EntRelationPage *self, EntSession *session);

G_END_DECLS
