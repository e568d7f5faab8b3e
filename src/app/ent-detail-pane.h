/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntDetailPane:
 * Beside the map: what is selected there, with its quotes, and the article itself on a second page.
 *
 * Property: "session" (EntSession).
 * Actions for the widgets in it: "pane.show-span" (source id, first byte, byte after the last), "pane.show-actor" (the selected one),
 * "pane.show-source" (source id), "pane.back" (nothing is selected any more).
 */
#define ENT_TYPE_DETAIL_PANE (ent_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntDetailPane, ent_detail_pane, ENT, DETAIL_PANE, GtkWidget)

GtkWidget *ent_detail_pane_new          (EntSession *session);
/* Turns to the article's page. */
void       ent_detail_pane_show_article (EntDetailPane *self);
/* Turns to the other page. */
void       ent_detail_pane_show_details (EntDetailPane *self);
/* Opens the fields of the selected actor, its name to be typed over; nothing where none is selected. */
void       ent_detail_pane_edit_name    (EntDetailPane *self);

G_END_DECLS
