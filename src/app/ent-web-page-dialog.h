/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntWebPageDialog:
 * Asks for the address of a web page, and whether it may be fetched; nothing is contacted here. It says which server will be, and,
 * where fetching is switched off, that it will be switched on. Responses: "open", "add" (to the map), "cancel".
 */
#define ENT_TYPE_WEB_PAGE_DIALOG (ent_web_page_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntWebPageDialog, ent_web_page_dialog, ENT, WEB_PAGE_DIALOG, AdwMessageDialog)

/* settings: nullable: then fetching counts as switched off, and being asked as switching it on. address: what the entry begins with. may_add:
 * whether there is a map to add to. */
GtkWidget *ent_web_page_dialog_new         (GtkWindow *parent, GSettings *settings, const char *address, gboolean may_add);
/* The address as it stands in the entry. (transfer full) (nullable): NULL where it is none that is fetched. */
GUri      *ent_web_page_dialog_dup_address (EntWebPageDialog *self);
/* As one who said yes wants it: from now on fetching is allowed. */
void       ent_web_page_dialog_switch_on   (EntWebPageDialog *self);

G_END_DECLS
