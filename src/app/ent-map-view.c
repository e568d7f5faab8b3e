/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The view owns an EntScene and a viewport. The scene is built anew whenever the session's map or threshold changes; between two changes
 * only hover, selection and (while an actor is dragged) places are altered. Pointers to actors and relations are borrowed from
 * the map that the scene keeps alive, and are dropped before the scene is. */

#include "ent-map-view-private.h"

#include <glib/gi18n.h>

#define MARGIN_PX        28
#define MARGIN_BOTTOM_PX 60     /* legend and zoom controls stand there; more where they are higher */
#define MARGIN_TOAST_PX  42     /* toasts above them */
#define MOVE_MS          220
#define LARGE_SCENE      1500   /* links */
#define MAX_FIT_SCALE    1.4

enum { PROP_0, PROP_SESSION, PROP_SCALE, PROP_NEIGHBOURS_GIVE_WAY, N_PROPS };
enum { OPENED, CONNECT, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapView, ent_map_view, GTK_TYPE_WIDGET)

GtkWidget *
ent_map_view_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_MAP_VIEW, "session", session, NULL);
}

double
ent_map_view_get_scale (EntMapView *self)
{
  g_return_val_if_fail (ENT_IS_MAP_VIEW (self), 1);
  return self->viewport.scale;
}

const EntScene *
ent_map_view_get_scene (EntMapView *self)
{
  g_return_val_if_fail (ENT_IS_MAP_VIEW (self), NULL);
  return self->scene;
}

/* ── the viewport ───────────────────────────────────────────────────────────────────────────────────────────────── */

static EntRect
get_room (EntMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  /* Toasts have a place of their own where the window is not low. */
  int least = MIN (MAX (self->covered_px, MARGIN_BOTTOM_PX), height / 2);
  int bottom = CLAMP (height / 6, least, least + MARGIN_TOAST_PX);

  return (EntRect) { MARGIN_PX, MARGIN_PX, MAX (1, width - 2 * MARGIN_PX), MAX (1, height - MARGIN_PX - bottom) };
}

static void
apply_viewport (EntMapView *self, EntViewport viewport)
{
  gboolean rescaled = viewport.scale != self->viewport.scale;

  self->viewport = viewport;
  if (rescaled) {
    ent_map_view_put_off_rest (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
  }
  ent_map_view_put_off_places (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_cb (double share, gpointer data)
{
  EntMapView *self = data;

  apply_viewport (self, ent_viewport_between (&self->move_from, &self->move_to, share));
}

static void
stop_move (EntMapView *self)
{
  if (self->move)
    adw_animation_pause (self->move);
  g_clear_object (&self->move);
}

void
ent_map_view_set_viewport (EntMapView *self, EntViewport viewport, gboolean animate)
{
  stop_move (self);
  if (!animate || !gtk_widget_get_mapped (GTK_WIDGET (self))) {
    apply_viewport (self, viewport);
    return;
  }
  /* Where the desktop asks for less motion libadwaita's animations jump to their end by themselves. */
  self->move_from = self->viewport;
  self->move_to = viewport;
  self->move = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, MOVE_MS, adw_callback_animation_target_new (move_cb, self, NULL));
  adw_animation_play (self->move);
}

static void
fit (EntMapView *self, gboolean animate)
{
  EntRect bounds = { 0 };

  self->fitted = TRUE;
  if (self->scene == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  ent_scene_get_bounds (self->scene, &bounds.x, &bounds.y, &bounds.width, &bounds.height);
  ent_map_view_set_viewport (self, ent_viewport_fit (bounds, get_room (self), MAX_FIT_SCALE), animate);
}

void
ent_map_view_set_covered (EntMapView *self, int height_px)
{
  g_return_if_fail (ENT_IS_MAP_VIEW (self));

  if (self->covered_px == height_px)
    return;
  self->covered_px = height_px;
  /* It is told while widgets are being placed: all is fitted anew when that is over. */
  ent_map_view_put_off_places (self);
}

void
ent_map_view_fit (EntMapView *self)
{
  g_return_if_fail (ENT_IS_MAP_VIEW (self));
  fit (self, TRUE);
}

void
ent_map_view_zoom_to (EntMapView *self, double scale)
{
  g_return_if_fail (ENT_IS_MAP_VIEW (self));

  EntViewport viewport = self->move ? self->move_to : self->viewport;
  EntRect room = get_room (self);

  ent_viewport_zoom (&viewport, scale, room.x + room.width / 2, room.y + room.height / 2);
  self->fitted = FALSE;
  ent_map_view_set_viewport (self, viewport, TRUE);
}

void
ent_map_view_zoom_by (EntMapView *self, double factor)
{
  g_return_if_fail (ENT_IS_MAP_VIEW (self));
  ent_map_view_zoom_to (self, (self->move ? self->move_to.scale : self->viewport.scale) * factor);
}

EntRect
ent_map_view_get_node_rect (const EntSceneNode *node)
{
  double left = MIN (node->x - node->radius, node->label_x);
  double right = MAX (node->x + node->radius, node->label_x + node->label_width);
  double top = node->y - node->radius;
  double bottom = MAX (node->y + node->radius, node->label_y + node->label_height);

  return (EntRect) { left, top, right - left, bottom - top };
}

/* A rectangle around what was asked for; FALSE where it is not on the map. */
static gboolean
get_rect (EntMapView *self, EntActor *actor, EntRelation *relation, EntRect *rect)
{
  if (self->scene == NULL)
    return FALSE;
  if (actor) {
    gint node = ent_scene_find_actor (self->scene, actor);
    if (node >= 0)
      *rect = ent_map_view_get_node_rect (ent_map_view_get_node (self, node));
    return node >= 0;
  }
  gint at = relation ? ent_scene_find_relation (self->scene, relation) : -1;
  if (at < 0)
    return FALSE;
  const EntSceneLink *link = ent_map_view_get_link (self, at);
  *rect = (EntRect) { MIN (link->x0, link->x1), MIN (link->y0, link->y1), ABS (link->x1 - link->x0), ABS (link->y1 - link->y0) };
  return TRUE;
}

void
ent_map_view_show (EntMapView *self, EntActor *actor, EntRelation *relation)
{
  g_return_if_fail (ENT_IS_MAP_VIEW (self));

  EntViewport viewport = self->move ? self->move_to : self->viewport, before = viewport;
  EntRect rect;

  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0 || !get_rect (self, actor, relation, &rect))
    return;
  ent_viewport_show (&viewport, rect, get_room (self));
  if (ABS (viewport.left - before.left) < 1 && ABS (viewport.top - before.top) < 1)
    return;
  self->fitted = FALSE;
  ent_map_view_set_viewport (self, viewport, TRUE);
}

EntPoint
ent_map_view_get_centre (EntMapView *self)
{
  g_return_val_if_fail (ENT_IS_MAP_VIEW (self), ((EntPoint) { 0, 0 }));

  EntRect room = get_room (self);
  return ent_viewport_to_map (&self->viewport, room.x + room.width / 2, room.y + room.height / 2);
}

/* ── the session ────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
selection_changed_cb (EntMapView *self)
{
  EntActor *actor = ent_session_get_actor (self->session);
  EntRelation *relation = ent_session_get_relation (self->session);

  if (self->scene == NULL)
    return;
  ent_scene_set_selected (self->scene, actor, relation);
  if (actor)
    ent_map_view_set_cursor (self, actor, NULL);
  ent_map_view_update_items (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_view_set_cursor (EntMapView *self, EntActor *actor, EntRelation *relation)
{
  self->cursor = actor;
  self->cursor_link = actor ? relation : NULL;
  if (ent_map_view_get_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  ent_map_view_update_items (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether building the scene anew takes so long that it is done only for what cannot be told otherwise. */
static gboolean
is_large (EntMapView *self)
{
  guint n_links;

  ent_scene_get_links (self->scene, &n_links);
  return n_links > LARGE_SCENE;
}

/* What was on its way on the old scene is drawn above the tiles of the new one, until these have caught up. */
static void
keep_loose (EntMapView *self, const EntScene *old_scene)
{
  const EntSceneNode *nodes = ent_scene_get_nodes (old_scene, NULL);
  guint n_loose;
  const guint *loose = ent_scene_get_loose (old_scene, &n_loose);

  for (guint i = 0; i < n_loose; i++) {
    gint node = ent_scene_find_actor (self->scene, nodes[loose[i]].actor);
    if (node >= 0)
      ent_scene_loosen (self->scene, node);
  }
}

static void
filter_changed_cb (EntMapView *self)
{
  gint node, link;

  if (self->scene == NULL)
    return;
  ent_map_filter_apply (ent_session_get_filter (self->session), self->scene);
  node = self->cursor ? ent_scene_find_actor (self->scene, self->cursor) : -1;
  if (node >= 0 && ent_scene_get_node_visibility (self->scene, node) == ENT_SCENE_HIDDEN)
    ent_map_view_set_cursor (self, NULL, NULL);
  link = self->cursor_link ? ent_scene_find_relation (self->scene, self->cursor_link) : -1;
  if (self->cursor_link && (link < 0 || ent_scene_get_link_visibility (self->scene, link) == ENT_SCENE_HIDDEN))
    ent_map_view_set_cursor (self, self->cursor, NULL);
  ent_map_view_list_items (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_view_take_scene (EntMapView *self, EntScene *scene)
{
  gboolean same_map = self->scene && scene && ent_scene_get_map (self->scene) == ent_scene_get_map (scene);
  g_autoptr (EntScene) old_scene = NULL;

  /* What the pointer holds is the old one's. */
  ent_map_view_forget_pointer (self);
  old_scene = self->scene;
  self->scene = scene;
  g_clear_pointer (&self->link_counts, g_free);   /* of the old one's nodes, which may have been fewer */
  ent_map_view_scale_text (self);
  if (same_map)
    keep_loose (self, old_scene);
  else
    ent_map_view_forget_tiles (self);
  selection_changed_cb (self);
  filter_changed_cb (self);
  if (!same_map)
    fit (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
changed_cb (EntMapView *self)
{
  EntMap *map = ent_session_get_map (self->session);
  gboolean same_map = self->scene && ent_scene_get_map (self->scene) == map;

  if (self->placing && is_large (self) && !self->drafting) {
    gtk_widget_queue_draw (GTK_WIDGET (self));
    return;
  }
  /* Where an actor stands that was taken off the map the cursor goes as well. */
  if (self->cursor && !(same_map && ent_map_find_actor (map, ent_actor_get_id (self->cursor)) == self->cursor))
    ent_map_view_set_cursor (self, NULL, NULL);
  ent_map_view_forget_pointer (self);
  if (!same_map) {
    ent_map_view_stop_arranging (self);
    ent_map_view_forget_items (self);
  }
  ent_map_view_stop_drafting (self);
  if (map && (ent_map_view_await_places (self, map) || ent_map_view_await_scene (self, map))) {
    /* What is shown of the same map until then is what was; of another one nothing. */
    if (!same_map)
      g_clear_pointer (&self->scene, ent_scene_free);
    return;
  }
  ent_map_view_take_scene (self, map ? ent_map_look_new_scene (ent_session_get_look (self->session), map, ent_session_get_filter (self->session),
                                                               self->scene) : NULL);
}

static void
set_session (EntMapView *self, EntSession *session)
{
  if (self->session) {
    g_signal_handlers_disconnect_by_data (self->session, self);
    ent_map_view_forget_pointer (self);
    ent_map_view_set_cursor (self, NULL, NULL);
    ent_map_view_forget_items (self);
    g_clear_pointer (&self->scene, ent_scene_free);
    ent_map_view_forget_tiles (self);
    ent_map_view_stop_arranging (self);
    ent_map_view_stop_drafting (self);
  }
  g_set_object (&self->session, session);
  if (session) {
    g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
    g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    g_signal_connect_swapped (session, "notify::least-confidence", G_CALLBACK (changed_cb), self);
    g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
    g_signal_connect_swapped (session, "look-changed", G_CALLBACK (changed_cb), self);
    changed_cb (self);
  }
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
thaw_cb (gpointer self)
{
  g_object_thaw_notify (self);
  return G_SOURCE_REMOVE;
}

/* The scale is told of afterwards: a label that shows it would want another size while sizes are being given, and its parents then
 * not be drawn. */
static void
fit_while_allocating (EntMapView *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  fit (self, FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT, thaw_cb, g_object_ref (self), g_object_unref);
}

static void
ent_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntMapView *self = ENT_MAP_VIEW (widget);

  if (self->fitted)
    fit_while_allocating (self);
  ent_map_view_place_items (self);
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ent_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 240;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 760 : 560;
}

static void
ent_map_view_dispose (GObject *object)
{
  EntMapView *self = ENT_MAP_VIEW (object);

  stop_move (self);
  set_session (self, NULL);
  ent_map_view_dispose_items (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  ent_map_view_dispose_drawing (self);
  G_OBJECT_CLASS (ent_map_view_parent_class)->dispose (object);
}

static void
ent_map_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntMapView *self = ENT_MAP_VIEW (object);

  switch (prop_id) {
  case PROP_SESSION: g_value_set_object (value, self->session); break;
  case PROP_SCALE:   g_value_set_double (value, self->viewport.scale); break;
  case PROP_NEIGHBOURS_GIVE_WAY: g_value_set_boolean (value, self->neighbours_give_way); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: set_session (ENT_MAP_VIEW (object), g_value_get_object (value)); break;
  case PROP_NEIGHBOURS_GIVE_WAY: ENT_MAP_VIEW (object)->neighbours_give_way = g_value_get_boolean (value); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
arrange_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_map_view_arrange (ENT_MAP_VIEW (widget));
}

static void
ent_map_view_class_init (EntMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_map_view_dispose;
  object_class->get_property = ent_map_view_get_property;
  object_class->set_property = ent_map_view_set_property;
  widget_class->snapshot = ent_map_view_snapshot;
  widget_class->measure = ent_map_view_measure;
  widget_class->size_allocate = ent_map_view_size_allocate;
  widget_class->focus = ent_map_view_focus;
  widget_class->grab_focus = ent_map_view_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, G_MAXDOUBLE, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NEIGHBOURS_GIVE_WAY] = g_param_spec_boolean ("neighbours-give-way", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", ENT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[CONNECT] = g_signal_new ("connect", ENT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_ACTOR);

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_install_action (widget_class, "map.arrange", NULL, arrange_cb);
  ent_map_view_class_init_keys (widget_class);
  ent_map_view_class_init_menu (widget_class);
  ent_map_view_class_init_several (widget_class);
}

static void
ent_map_view_init (EntMapView *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->viewport.scale = 1;
  self->fitted = TRUE;
  self->neighbours_give_way = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map of actors"), -1);
  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  ent_map_view_init_scene (self);
  ent_map_view_init_items (self);
  ent_map_view_init_drawing (self);
  ent_map_view_init_pointer (self);
  ent_map_view_init_menu (self);
}
