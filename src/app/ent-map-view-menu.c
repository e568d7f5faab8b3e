/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menus of the map: on an actor, a link, the ground. They work on what is selected, which the secondary button and the
 * menu key see to first. */

#include "ent-map-view-private.h"

#include "ent-context-menu.h"

static void
pop_up (EntMapView *self, double x, double y)
{
  const char *id = ent_session_get_several (self->session) ? "several_menu" : ent_session_get_actor (self->session) ? "actor_menu"
    : ent_session_get_relation (self->session) ? "link_menu" : "ground_menu";

  ent_context_menu_pop_up (&self->menu, GTK_WIDGET (self), id, x, y);
}

static void
pressed_cb (EntMapView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  EntActor *actor;
  EntRelation *relation;

  if (self->scene == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ent_map_view_hit_test (self, x, y, &actor, &relation);
  if (ent_session_get_several (self->session) == NULL || !ent_session_is_selected (self->session, actor))
    ent_map_view_select_at (self, x, y, FALSE);
  pop_up (self, x, y);
  /* The button comes up over the menu: waiting for that, the gesture would keep the next click from the map. */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (gesture));
}

/* The selection, or else what the cursor stands on. */
void
ent_map_view_take_cursor (EntMapView *self)
{
  if (ent_session_get_several (self->session))
    return;
  if (ent_session_get_actor (self->session) == NULL && ent_session_get_relation (self->session) == NULL && self->cursor)
    ent_session_select (self->session, self->cursor_link ? NULL : self->cursor, self->cursor_link);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  EntActor *actor;
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;

  if (self->scene == NULL)
    return FALSE;
  ent_map_view_take_cursor (self);
  actor = ent_session_get_actor (self->session);
  if (actor)
    ent_map_view_get_actor_point (self, actor, &x, &y);
  else if (ent_session_get_relation (self->session))
    ent_map_view_get_link_point (self, ent_session_get_relation (self->session), &x, &y);
  pop_up (self, x, y);
  return TRUE;
}

static gboolean
edit_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ent_map_view_take_cursor (ENT_MAP_VIEW (widget));
  return gtk_widget_activate_action (widget, g_variant_get_string (args, NULL), NULL);
}

void
ent_map_view_class_init_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, edit_key_cb, "s", "win.remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, edit_key_cb, "s", "win.remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_key_cb, "s", "win.rename");
}

void
ent_map_view_init_menu (EntMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
