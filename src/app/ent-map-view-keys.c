/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard on the map: Tab in order of salience and the arrows to the nearest actor move a cursor, Page Down and Page Up from an actor
 * over its links and back; Enter and Space open what it stands on, Escape clears. + − 0 zoom; Home shows everything. The focus is on the
 * item of what the cursor stands on, so that a screen reader says it, and on the view itself where there is no cursor. */

#include "ent-map-view-private.h"

#include "ent-map-walk.h"

#include <math.h>

static gint
get_cursor_node (EntMapView *self)
{
  return self->cursor ? ent_scene_find_actor (self->scene, self->cursor) : -1;
}

static gboolean
move_cursor_to (EntMapView *self, gint node)
{
  if (node < 0)
    return FALSE;
  ent_map_view_hover_link (self, NULL);
  ent_map_view_set_cursor (self, ent_map_view_get_node (self, node)->actor, NULL);
  ent_map_view_show (self, self->cursor, NULL);
  return TRUE;
}

GtkWidget *
ent_map_view_get_focus (EntMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && (focus == GTK_WIDGET (self) || (ENT_IS_MAP_ITEM (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))) ? focus : NULL;
}

gboolean
ent_map_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *item = ent_map_view_get_cursor_item (ENT_MAP_VIEW (widget));

  return item ? gtk_widget_grab_focus (item) : GTK_WIDGET_CLASS (g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget)))->grab_focus (widget);
}

void
ent_map_view_enter_item (EntMapView *self, EntMapItem *item)
{
  EntRelation *relation = ent_map_item_get_relation (item);
  /* A link's item is in the list of an actor's. */
  GtkWidget *owner = relation ? gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (item))) : GTK_WIDGET (item);
  EntActor *actor = ent_map_item_get_actor (ENT_MAP_ITEM (owner));

  if (actor != self->cursor || relation != self->cursor_link)
    ent_map_view_set_cursor (self, actor, relation);
}

/* Tab comes in at the heaviest actor, goes through all of them, and leaves after the last. */
gboolean
ent_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  gboolean was_focused = ent_map_view_get_focus (self) != NULL;

  /* The context menu is in the view, and the keyboard goes round in it. */
  if (self->menu && gtk_widget_get_visible (self->menu))
    return gtk_widget_child_focus (self->menu, direction);
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return was_focused ? FALSE : gtk_widget_grab_focus (widget);
  if (self->scene == NULL)
    return FALSE;

  if (!was_focused) {
    if (!gtk_widget_grab_focus (widget))
      return FALSE;
    if (self->cursor == NULL)
      move_cursor_to (self, direction == GTK_DIR_TAB_FORWARD ? ent_map_walk_next (self->scene, -1) : ent_map_walk_previous (self->scene, -1));
    return TRUE;
  }
  gint node = get_cursor_node (self);
  if (direction == GTK_DIR_TAB_FORWARD ? move_cursor_to (self, ent_map_walk_next (self->scene, node))
                                       : node >= 0 && move_cursor_to (self, ent_map_walk_previous (self->scene, node)))
    return TRUE;
  /* The focus goes on from where it is. */
  ent_map_view_hover_link (self, NULL);
  self->cursor = NULL;
  self->cursor_link = NULL;
  ent_map_view_update_items (self);
  return FALSE;
}

static gboolean
walk_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  int dx, dy;

  if (self->scene == NULL)
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  move_cursor_to (self, ent_map_walk_towards (self->scene, get_cursor_node (self), dx, dy));
  return TRUE;
}

static gboolean
walk_links_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  EntRelation *relation;

  if (self->scene == NULL || self->cursor == NULL)
    return FALSE;
  relation = ent_map_view_get_link_beside (self, g_variant_get_int32 (args));
  ent_map_view_hover_link (self, relation);
  ent_map_view_set_cursor (self, self->cursor, relation);
  ent_map_view_show (self, relation ? NULL : self->cursor, relation);
  return TRUE;
}

static gboolean
open_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);

  if (self->cursor == NULL)
    return FALSE;
  ent_map_view_hover_link (self, NULL);
  ent_session_select (self->session, self->cursor_link ? NULL : self->cursor, self->cursor_link);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

/* One thing after the other: the selection, the path, the focus; but who is focused on is selected by that, and goes with it. */
static gboolean
clear_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  EntActor *focus = NULL;

  if (ent_session_get_focus (self->session, &focus) > 0 && focus == ent_session_get_actor (self->session))
    ent_session_focus (self->session, NULL, 0, NULL);
  else if (ent_session_get_actor (self->session) || ent_session_get_relation (self->session) || ent_session_get_several (self->session))
    ent_session_select (self->session, NULL, NULL);
  else if (ent_session_get_path (self->session))
    ent_session_clear_path (self->session);
  else if (ent_session_get_focus (self->session, NULL) > 0)
    ent_session_focus (self->session, NULL, 0, NULL);
  else
    return FALSE;
  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  double factor = g_variant_get_double (args);

  if (factor > 0)
    ent_map_view_zoom_by (self, factor);
  else
    ent_map_view_zoom_to (self, 1);
  return TRUE;
}

static gboolean
fit_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ent_map_view_fit (ENT_MAP_VIEW (widget));
  return TRUE;
}

void
ent_map_view_class_init_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad; int dx, dy; } arrows[] = {
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
  };
  static const struct { guint key; double factor; } zooms[] = {
    { GDK_KEY_plus, M_SQRT2 }, { GDK_KEY_KP_Add, M_SQRT2 }, { GDK_KEY_equal, M_SQRT2 },
    { GDK_KEY_minus, M_SQRT1_2 }, { GDK_KEY_KP_Subtract, M_SQRT1_2 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  static const struct { guint key; int step; } links[] = {
    { GDK_KEY_Page_Down, 1 }, { GDK_KEY_KP_Page_Down, 1 }, { GDK_KEY_Page_Up, -1 }, { GDK_KEY_KP_Page_Up, -1 },
  };
  static const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++) {
    gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, walk_cb, "(ii)", arrows[i].dx, arrows[i].dy);
    gtk_widget_class_add_binding (widget_class, arrows[i].keypad, 0, walk_cb, "(ii)", arrows[i].dx, arrows[i].dy);
  }
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_cb, "d", zooms[i].factor);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    gtk_widget_class_add_binding (widget_class, links[i].key, 0, walk_links_cb, "i", links[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding (widget_class, open_keys[i], 0, open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, fit_cb, NULL);
}
