/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pointer does on the map. A button that goes down over an actor may drag it, over the ground pan; which of them it is,
 * or a click, is known only when the pointer has moved further than the desktop's drag threshold or the button is up again.
 * While an actor is dragged its neighbours give way frame by frame; the places go into the map when it is released. */

#include "ent-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define TOLERANCE_PX     6
#define MAX_SETTLE_STEPS 400
#define SETTLE_MS        180
#define LEAST_MOVE_PX    0.4    /* of an actor while another is dragged: less is not seen */

/* ── what is under it ───────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_map_view_hit_test (EntMapView *self, double x, double y, EntActor **actor, EntRelation **relation)
{
  EntPoint at = ent_viewport_to_map (&self->viewport, x, y);

  *actor = NULL;
  *relation = NULL;
  if (self->scene)
    ent_scene_hit_test (self->scene, at.x, at.y, TOLERANCE_PX / self->viewport.scale, self->viewport.scale, actor, relation);
  /* A scene that waits for the next may show what is off the map. */
  EntMap *map = self->session ? ent_session_get_map (self->session) : NULL;
  if (*actor && (map == NULL || ent_map_find_actor (map, ent_actor_get_id (*actor)) != *actor))
    *actor = NULL;
  if (*relation && (map == NULL || ent_map_find_relation (map, ent_relation_get_id (*relation)) != *relation))
    *relation = NULL;
}

static void
set_cursor (EntMapView *self)
{
  const char *name = NULL;

  if (self->banding)
    name = "crosshair";
  else if (self->merging)
    name = self->hover_actor ? "copy" : "grabbing";
  else if (self->dragging)
    name = "grabbing";
  else if (self->hover_actor || self->hover_relation)
    name = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
set_hover (EntMapView *self, EntActor *actor, EntRelation *relation)
{
  if (self->hover_actor == actor && self->hover_relation == relation)
    return;
  self->hover_actor = actor;
  self->hover_relation = relation;
  if (self->scene)
    ent_scene_set_hover (self->scene, actor, relation);
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_hover (EntMapView *self)
{
  EntActor *actor = NULL;
  EntRelation *relation = NULL;

  if (self->dragging)
    return;
  if (self->pointer_x >= 0)
    ent_map_view_hit_test (self, self->pointer_x, self->pointer_y, &actor, &relation);
  set_hover (self, actor, relation);
}

static void
motion_cb (EntMapView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  update_hover (self);
}

static void
leave_cb (EntMapView *self)
{
  self->pointer_x = -1;
  update_hover (self);
}

void
ent_map_view_hover_link (EntMapView *self, EntRelation *relation)
{
  if (!self->dragging)
    set_hover (self, NULL, relation);
}

/* ── dragging an actor ──────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
hold_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);

  ent_drag_step (self->hold->drag, self->hold->x, self->hold->y);
  ent_scene_apply_layout (self->scene, self->hold->graph, self->hold->nodes, LEAST_MOVE_PX / self->viewport.scale);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
hold_free (EntMapView *self)
{
  if (self->hold == NULL)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->hold->tick);
  ent_drag_free (self->hold->drag);
  ent_scene_free_layout_graph (self->hold->graph);
  g_free (self->hold->nodes);
  g_clear_pointer (&self->hold, g_free);
}

void
ent_map_view_take_hold (EntMapView *self)
{
  gint node = ent_scene_find_actor (self->scene, self->grabbed);

  if (node < 0)
    return;
  self->hold = g_new0 (EntMapHold, 1);
  self->hold->graph = ent_scene_dup_drag_graph (self->scene, node, &self->hold->nodes);
  if (!self->neighbours_give_way) {
    self->hold->graph->n_nodes = 1;     /* the held one */
    self->hold->graph->n_edges = 0;
  }
  self->hold->drag = ent_drag_new (self->hold->graph, 0);
  self->hold->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), hold_tick_cb, NULL, NULL);
}

/* Lets whatever still gives way come to rest. */
static void
come_to_rest (EntMapHold *hold)
{
  for (guint i = 0; i < MAX_SETTLE_STEPS && ent_drag_step (hold->drag, hold->x, hold->y); i++)
    ;
}

/* The actor stays where it is let go, and its neighbours make room: on a large map those where it has come to, who did not take part in
 * the drag, as well. */
void
ent_map_view_let_go (EntMapView *self)
{
  EntMapEdits *edits = ent_session_get_edits (self->session);
  EntActor *actor = self->grabbed;
  /* Translators: put behind "Undo": the name of an actor */
  g_autofree char *name = g_strdup_printf (C_("edit", "move of %s"), ent_actor_get_name (actor));
  EntPoint *places = ent_map_view_copy_places (self), to = { self->hold->x, self->hold->y };
  guint n_nodes, n_taking_part = self->hold->graph->n_nodes;

  come_to_rest (self->hold);
  ent_scene_apply_layout (self->scene, self->hold->graph, self->hold->nodes, 0);
  hold_free (self);
  ent_scene_get_nodes (self->scene, &n_nodes);
  if (n_taking_part < n_nodes && self->neighbours_give_way) {
    ent_map_view_take_hold (self);
    self->hold->x = to.x;
    self->hold->y = to.y;
    come_to_rest (self->hold);
    ent_scene_apply_layout (self->scene, self->hold->graph, self->hold->nodes, 0);
    hold_free (self);
  }
  self->fitted = FALSE;

  /* A small scene is built anew when the edit ends: nothing of the old one may be touched afterwards. */
  self->placing = TRUE;
  ent_map_edits_begin (edits, name);
  ent_map_edits_touch_places (edits);
  ent_scene_store_places (self->scene);
  ent_actor_set_pinned (actor, TRUE);
  ent_map_edits_end (edits);
  self->placing = FALSE;
  ent_map_view_settle (self, places, SETTLE_MS);
}

void
ent_map_view_forget_pointer (EntMapView *self)
{
  hold_free (self);
  ent_map_view_end_settling (self);
  self->grabbed = NULL;
  self->merging = NULL;
  self->banding = FALSE;
  self->dragging = FALSE;
  set_hover (self, NULL, NULL);
}

/* ── carrying an actor onto another ─────────────────────────────────────────────────────────────────────────────── */

/* What the actor would be merged into is lit up. */
static void
carry_to (EntMapView *self, double x, double y)
{
  EntActor *actor;
  EntRelation *relation;

  ent_map_view_hit_test (self, x, y, &actor, &relation);
  set_hover (self, actor != self->merging ? actor : NULL, NULL);
  self->carried_to = (EntPoint) { x, y };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_carried (EntMapView *self)
{
  EntActor *part = g_steal_pointer (&self->merging), *into = self->hover_actor;

  if (into)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.merge", "(ss)", ent_actor_get_id (into), ent_actor_get_id (part));
}

/* ── the primary button ─────────────────────────────────────────────────────────────────────────────────────────── */

static void
drag_begin_cb (EntMapView *self, double x, double y)
{
  EntRelation *relation;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  ent_map_view_end_settling (self);
  self->dragging = FALSE;
  self->pan_from = self->viewport;
  ent_map_view_hit_test (self, x, y, &self->grabbed, &relation);
  if (self->grabbed) {
    const EntSceneNode *node = ent_map_view_get_node (self, ent_scene_find_actor (self->scene, self->grabbed));
    EntPoint at = ent_viewport_to_map (&self->viewport, x, y);
    self->grab_offset = (EntPoint) { node->x - at.x, node->y - at.y };
  }
}

static void
begin_dragging (EntMapView *self, GdkModifierType state)
{
  self->dragging = TRUE;
  if (state & GDK_SHIFT_MASK) {
    set_hover (self, NULL, NULL);
    self->banding = TRUE;
  } else if (self->grabbed && (state & GDK_CONTROL_MASK)) {
    self->merging = self->grabbed;
  } else if (self->grabbed) {
    set_hover (self, self->grabbed, NULL);
    ent_map_view_take_hold (self);
    self->fitted = FALSE;   /* where a hand put something it stays */
  } else {
    set_hover (self, NULL, NULL);
    self->fitted = FALSE;
  }
  set_cursor (self);
}

static void
drag_update_cb (EntMapView *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double start_x, start_y;

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  if (!self->dragging) {
    if (!gtk_drag_check_threshold (GTK_WIDGET (self), start_x, start_y, start_x + offset_x, start_y + offset_y))
      return;
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    begin_dragging (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
  }
  if (self->banding) {
    self->band_from = (EntPoint) { start_x, start_y };
    self->band_to = (EntPoint) { start_x + offset_x, start_y + offset_y };
    gtk_widget_queue_draw (GTK_WIDGET (self));
  } else if (self->merging) {
    carry_to (self, start_x + offset_x, start_y + offset_y);
  } else if (self->hold) {
    EntPoint at = ent_viewport_to_map (&self->viewport, start_x + offset_x, start_y + offset_y);
    self->hold->x = at.x + self->grab_offset.x;
    self->hold->y = at.y + self->grab_offset.y;
  } else if (self->grabbed == NULL) {
    EntViewport viewport = self->pan_from;
    viewport.left += offset_x;
    viewport.top += offset_y;
    ent_map_view_set_viewport (self, viewport, FALSE);
  }
}

void
ent_map_view_select_at (EntMapView *self, double x, double y, gboolean extend)
{
  EntActor *actor, *selected = ent_session_get_actor (self->session);
  EntRelation *relation;

  ent_map_view_hit_test (self, x, y, &actor, &relation);
  if (extend && actor && selected && actor != selected) {
    g_signal_emit_by_name (self, "connect", actor);
    return;
  }
  ent_map_view_set_cursor (self, actor, NULL);
  ent_session_select (self->session, actor, relation);
}

static void
drag_end_cb (EntMapView *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  gboolean was_dragging = self->dragging;
  double start_x, start_y;

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  self->dragging = FALSE;
  if (self->hold)
    ent_map_view_let_go (self);
  else if (!was_dragging)
    ent_map_view_select_at (self, start_x, start_y, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK);
  else if (self->banding)
    ent_map_view_select_in_band (self);
  else if (self->merging)
    drop_carried (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->grabbed = NULL;
  set_cursor (self);
  update_hover (self);
}

static void
drag_cancel_cb (EntMapView *self)
{
  if (self->hold)
    ent_map_view_let_go (self);
  ent_map_view_forget_pointer (self);
  set_cursor (self);
}

static void
pressed_cb (EntMapView *self, int n_press)
{
  g_autoptr (GError) error = NULL;

  if (n_press == 2 && ent_session_get_actor (self->session)) {
    if (!ent_session_focus (self->session, ent_session_get_actor (self->session), 1, &error))
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
  } else if (n_press == 2 && ent_session_get_relation (self->session))
    g_signal_emit_by_name (self, "opened");
}

/* ── wheel, touchpad, pinch ─────────────────────────────────────────────────────────────────────────────────────── */

static void
zoom_about (EntMapView *self, double scale, double x, double y)
{
  EntViewport viewport = self->viewport;

  ent_viewport_zoom (&viewport, scale, x, y);
  self->fitted = FALSE;
  ent_map_view_set_viewport (self, viewport, FALSE);
  update_hover (self);
}

static gboolean
scroll_cb (EntMapView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double x = self->pointer_x, y = self->pointer_y;

  /* A wheel zooms; two fingers on a touchpad pan, and zoom with Ctrl. */
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE && !(state & GDK_CONTROL_MASK)) {
    EntViewport viewport = self->viewport;
    viewport.left -= dx;
    viewport.top -= dy;
    self->fitted = FALSE;
    ent_map_view_set_viewport (self, viewport, FALSE);
    update_hover (self);
    return GDK_EVENT_STOP;
  }
  if (x < 0) {
    x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
    y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  }
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= 40;
  zoom_about (self, self->viewport.scale * pow (1.15, -dy), x, y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (EntMapView *self)
{
  self->pinch_from = self->viewport.scale;
}

static void
pinch_cb (EntMapView *self, double factor, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    zoom_about (self, self->pinch_from * factor, x, y);
}

void
ent_map_view_init_pointer (EntMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->pointer_x = -1;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_group (drag, click);
}
