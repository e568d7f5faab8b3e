/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done with a row of an EntLinkTable by the secondary button, the menu key and Delete. Each cell's data "item" is its
 * GtkListItem, an EntRelation the item's. */
void ent_link_table_class_init_menu (GtkWidgetClass *widget_class);
void ent_link_table_init_menu       (GtkWidget *table);
/* The popover goes with the table. */
void ent_link_table_dispose_menu    (GtkWidget *table);

G_END_DECLS
