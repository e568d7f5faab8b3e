/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-relation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done with a row of an EntLinkTable by the secondary button, the menu key and Delete, and where the focus is. Each
 * cell's data "item" is its GtkListItem, an EntRelation the item's. */
void ent_link_table_class_init_menu (GtkWidgetClass *widget_class);
void ent_link_table_init_menu       (GtkWidget *table);
/* If a row has the focus, gives it to that of @relation (nullable) among the children of @list, if there is one. */
void ent_link_table_move_focus      (GtkWidget *table, GtkWidget *list, EntRelation *relation);
/* The popover goes with the table. */
void ent_link_table_dispose_menu    (GtkWidget *table);

G_END_DECLS
