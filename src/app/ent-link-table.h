/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntLinkTable:
 * The links that are shown, as a table: from, relation, to, stance, quotes, confidence; sorted by a click on a column's head or by
 * the action "table.sort" (of the column's name). What is selected in it is selected in the session, and the other way round.
 *
 * Properties: "session" (EntSession), "search" (string: only links that match it or whose ends do, "" for all).
 * Signal "opened": the reader pressed Enter on a link or double-clicked it; it is selected.
 */
#define ENT_TYPE_LINK_TABLE (ent_link_table_get_type ())
G_DECLARE_FINAL_TYPE (EntLinkTable, ent_link_table, ENT, LINK_TABLE, GtkWidget)

GtkWidget  *ent_link_table_new       (EntSession *session);
/* The links in the order of the rows. (transfer none) */
GListModel *ent_link_table_get_links (EntLinkTable *self);

G_END_DECLS
