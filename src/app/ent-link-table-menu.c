/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows are GTK's own: from a widget in one the way goes up to the row, and down from there to its first cell, which knows the
 * link. The menu and the keys work on what is selected, so the row's link is selected first. */
#include "ent-link-table-menu.h"

#include "ent-context-menu.h"
#include "ent-link-table.h"

static EntRelation *
get_relation (GtkWidget *row)
{
  GtkWidget *cell = row ? gtk_widget_get_first_child (row) : NULL, *child = cell ? gtk_widget_get_first_child (cell) : NULL;
  GtkListItem *item = child ? g_object_get_data (G_OBJECT (child), "item") : NULL;

  return item ? gtk_list_item_get_item (item) : NULL;
}

/* The row that a widget of the table is in. */
static GtkWidget *
find_row (GtkWidget *table, GtkWidget *within)
{
  for (GtkWidget *widget = within; widget && widget != table; widget = gtk_widget_get_parent (widget))
    if (get_relation (widget))
      return widget;
  return NULL;
}

static gboolean
select_row (GtkWidget *table, GtkWidget *row)
{
  g_autoptr (EntSession) session = NULL;
  EntRelation *relation = get_relation (row);

  g_object_get (table, "session", &session, NULL);
  if (session && relation)
    ent_session_select (session, NULL, relation);
  return session && relation;
}

static void
pop_up (GtkWidget *table, double x, double y)
{
  GtkWidget *menu = g_object_get_data (G_OBJECT (table), "menu");

  ent_context_menu_pop_up (&menu, table, "link_menu", x, y);
  g_object_set_data (G_OBJECT (table), "menu", menu);
}

static void
pressed_cb (GtkWidget *table, int n_press, double x, double y, GtkGesture *gesture)
{
  if (!select_row (table, find_row (table, gtk_widget_pick (table, x, y, GTK_PICK_DEFAULT))))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (table, x, y);
  /* The button comes up over the menu: waiting for that, the gesture would keep the next click from the table. */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (gesture));
}

static GtkWidget *
get_focused_row (GtkWidget *table)
{
  GtkRoot *root = gtk_widget_get_root (table);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, table) ? find_row (table, focus) : NULL;
}

void
ent_link_table_move_focus (GtkWidget *table, GtkWidget *list, EntRelation *relation)
{
  GtkWidget *row = get_focused_row (table) ? gtk_widget_get_first_child (list) : NULL;

  while (row && get_relation (row) != relation)
    row = gtk_widget_get_next_sibling (row);
  if (row && relation)
    gtk_widget_grab_focus (row);
}

static gboolean
menu_key_cb (GtkWidget *table, GVariant *args, gpointer data)
{
  GtkWidget *row = get_focused_row (table);
  graphene_rect_t bounds;

  if (!select_row (table, row) || !gtk_widget_compute_bounds (row, table, &bounds))
    return FALSE;
  pop_up (table, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
  return TRUE;
}

/* The next link comes in the place of the one that is gone, for the keyboard to go on from. */
static gboolean
remove_key_cb (GtkWidget *table, GVariant *args, gpointer data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (ent_link_table_get_links (ENT_LINK_TABLE (table)));
  guint position, n_rows = g_list_model_get_n_items (G_LIST_MODEL (selection));

  if (!select_row (table, get_focused_row (table)))
    return FALSE;
  position = gtk_single_selection_get_selected (selection);
  if (!gtk_widget_activate_action (table, "win.remove", NULL))
    return FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (selection)) < n_rows && n_rows > 1) {
    gtk_single_selection_set_selected (selection, MIN (position, n_rows - 2));
    gtk_widget_grab_focus (table);
  }
  return TRUE;
}

void
ent_link_table_class_init_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, remove_key_cb, NULL);
}

void
ent_link_table_init_menu (GtkWidget *table)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), table);
  gtk_widget_add_controller (table, GTK_EVENT_CONTROLLER (click));
}

void
ent_link_table_dispose_menu (GtkWidget *table)
{
  GtkWidget *menu = g_object_steal_data (G_OBJECT (table), "menu");

  if (menu)
    gtk_widget_unparent (menu);
}
