/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pops up one of the menus of ui/ent-map-menus.ui. menu: the popover, kept between calls; NULL before the first, which makes it a child
 * of parent, who unparents it in the end. id: "actor_menu", "several_menu", "link_menu" or "ground_menu". x, y: the place in parent, pixels. */
void ent_context_menu_pop_up (GtkWidget **menu, GtkWidget *parent, const char *id, double x, double y);

G_END_DECLS
