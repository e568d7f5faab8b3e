/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK and libadwaita get wrong of names, set right on every widget as it comes onto the screen, theirs in dialogs as well.
 * In GTK 4.8 a button with a mnemonic is called "_Open… Open…": its label as it is written and the name of the label that belongs to it;
 * the second alone is right. So are the tabs of a stack, and its pages after them. A split button's arrow has a tooltip and no name;
 * the button beside it, where it holds widgets, has none either. In GTK 4.18 an item of a menu is named by a label that has no name to
 * give, being only to be looked at; it is named by its text, again whenever GTK may have set that back. */

#include "ent-spoken-names.h"

#include <adwaita.h>

static void
set_name (gpointer accessible, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Names tabs, and the pages in the same order, by the tabs' labels. */
static void
name_tabs (GtkStackSwitcher *switcher)
{
  GtkStack *stack = gtk_stack_switcher_get_stack (switcher);
  g_autoptr (GtkSelectionModel) pages = stack ? gtk_stack_get_pages (stack) : NULL;
  guint i = 0;

  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (switcher)); pages && tab; tab = gtk_widget_get_next_sibling (tab), i++) {
    GtkWidget *label = gtk_widget_get_first_child (tab);
    g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
    if (page == NULL || !GTK_IS_LABEL (label))
      continue;
    set_name (tab, gtk_label_get_text (GTK_LABEL (label)));
    set_name (page, gtk_label_get_text (GTK_LABEL (label)));
  }
}

static void
name_menu_item (GObject *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (item, text ? text : "");
}

/* An item that does something else, is checked or called something else, is labelled by its label again. */
static void
follow_menu_item (GObject *item)
{
  g_signal_handlers_disconnect_by_func (item, name_menu_item, item);
  g_signal_connect_swapped (item, "notify", G_CALLBACK (name_menu_item), item);
  name_menu_item (item);
}

static void
set_name_right (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)) && gtk_button_get_label (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  if (GTK_IS_MENU_BUTTON (widget) && ADW_IS_SPLIT_BUTTON (parent) && gtk_widget_get_tooltip_text (widget))
    set_name (widget, gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_BUTTON (widget) && ADW_IS_SPLIT_BUTTON (parent) && adw_split_button_get_child (ADW_SPLIT_BUTTON (parent)) &&
      gtk_widget_get_tooltip_text (parent))
    set_name (widget, gtk_widget_get_tooltip_text (parent));
  if (GTK_IS_STACK_SWITCHER (widget))
    name_tabs (GTK_STACK_SWITCHER (widget));
  /* The type is GTK's own. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    follow_menu_item (G_OBJECT (widget));
}

static gboolean
map_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  set_name_right (g_value_get_object (&values[0]));
  return TRUE;
}

void
ent_spoken_names_init (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);   /* the signal comes with it */

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
}
