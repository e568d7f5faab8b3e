/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntOverviewPage:
 * What the detail pane shows while nothing is selected: the article in figures, its weightiest actors, its sharpest conflicts.
 * A row selects what it names.
 */
#define ENT_TYPE_OVERVIEW_PAGE (ent_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (EntOverviewPage, ent_overview_page, ENT, OVERVIEW_PAGE, GtkWidget)

/* Shows the session's map as it is now; to be called again when it changed. */
void ent_overview_page_show (EntOverviewPage *self, EntSession *session);

G_END_DECLS
