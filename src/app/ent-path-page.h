/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntPathPage:
 * How two actors are connected: the way from one to the other, and the links along it.
 */
#define ENT_TYPE_PATH_PAGE (ent_path_page_get_type ())
G_DECLARE_FINAL_TYPE (EntPathPage, ent_path_page, ENT, PATH_PAGE, GtkWidget)

/* Shows the session's path; there is one. */
void ent_path_page_show (EntPathPage *self, EntSession *session);

G_END_DECLS
