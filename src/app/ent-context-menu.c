/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The menus of the map and the table: they are the same and work on what is selected. */
#include "ent-context-menu.h"

#define MENUS_RESOURCE "/io/github/entente/Entente/ent-map-menus.ui"

void
ent_context_menu_pop_up (GtkWidget **menu, GtkWidget *parent, const char *id, double x, double y)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS_RESOURCE);

  if (*menu == NULL) {
    *menu = gtk_popover_menu_new_from_model (NULL);
    gtk_widget_set_parent (*menu, parent);
    gtk_popover_set_has_arrow (GTK_POPOVER (*menu), FALSE);
    gtk_widget_set_halign (*menu, gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL ? GTK_ALIGN_END : GTK_ALIGN_START);
  }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (*menu), G_MENU_MODEL (gtk_builder_get_object (builder, id)));
  gtk_popover_set_pointing_to (GTK_POPOVER (*menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (*menu));
}
