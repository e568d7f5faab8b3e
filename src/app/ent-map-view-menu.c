/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu of an actor, by the secondary button or by the keyboard. It consists of the window's actions, which work on what is
 * selected: the actor is selected first. */

#include "ent-map-view-private.h"

#include <glib/gi18n.h>

static GMenuModel *
new_actor_menu (void)
{
  GMenu *menu = g_menu_new (), *focus = g_menu_new ();

  g_menu_append (menu, _("How Is It _Connected To…"), "win.connect");
  g_menu_append (focus, _("Show Only _Neighbours"), "win.focus(1)");
  g_menu_append (focus, _("Show Only What Is within _Two Links"), "win.focus(2)");
  g_menu_append (focus, _("Show Only What Is within Th_ree Links"), "win.focus(3)");
  g_menu_append (focus, _("Show _Everything"), "win.focus(0)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (focus));
  g_object_unref (focus);
  return G_MENU_MODEL (menu);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The item's action comes after the menu has closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
pop_up (EntMapView *self, EntActor *actor, double x, double y)
{
  g_autoptr (GMenuModel) menu = new_actor_menu ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  ent_map_view_set_cursor_actor (self, actor);
  ent_session_select (self->session, actor, NULL);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (EntMapView *self, int n_press, double x, double y)
{
  EntActor *actor;
  EntRelation *relation;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  ent_map_view_hit_test (self, x, y, &actor, &relation);
  if (actor)
    pop_up (self, actor, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  EntActor *actor = self->cursor ? self->cursor : ent_session_get_actor (self->session);
  double x, y;

  if (actor == NULL || !ent_map_view_get_actor_point (self, actor, &x, &y))
    return FALSE;
  pop_up (self, actor, x, y);
  return TRUE;
}

/* What hangs on the view has to be placed with it. */
void
ent_map_view_present_menu (EntMapView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

void
ent_map_view_dispose_menu (EntMapView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);
    if (GTK_IS_POPOVER (child))
      gtk_widget_unparent (child);
    child = next;
  }
}

void
ent_map_view_class_init_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

void
ent_map_view_init_menu (EntMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
