/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a page that may be hidden until then. A stack measures all pages that are not: those that are rarely needed would cost each start
 * their layout and, with large icons, the library that draws them. */
static inline void
ent_stack_show (GtkStack *stack, const char *name)
{
  gtk_widget_set_visible (gtk_stack_get_child_by_name (stack, name), TRUE);
  gtk_stack_set_visible_child_name (stack, name);
}

G_END_DECLS
