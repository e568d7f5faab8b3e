/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several actors at once: a band that is drawn about them, rings around those that are selected, and what is seen of an actor that is
 * carried onto another. All of it is drawn above the map, in pixels of the view. */

#include "ent-map-view-private.h"

#define RING_GAP_PX   3
#define RING_PX       2.5f
#define BAND_SHARE    0.12f    /* of the accent in the band */
#define CARRIED_SHARE 0.45f    /* of the accent in an actor that is carried */

/* ── the band ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static graphene_rect_t
get_band (EntMapView *self)
{
  return GRAPHENE_RECT_INIT (MIN (self->band_from.x, self->band_to.x), MIN (self->band_from.y, self->band_to.y),
                             ABS (self->band_to.x - self->band_from.x), ABS (self->band_to.y - self->band_from.y));
}

static gboolean
is_in_band (EntMapView *self, const EntSceneNode *node)
{
  EntPoint at = ent_viewport_to_view (&self->viewport, node->x, node->y);
  graphene_rect_t band = get_band (self);

  return graphene_rect_contains_point (&band, &GRAPHENE_POINT_INIT (at.x, at.y));
}

void
ent_map_view_select_in_band (EntMapView *self)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  guint n_nodes = 0;
  const EntSceneNode *nodes = self->scene ? ent_scene_get_nodes (self->scene, &n_nodes) : NULL;

  for (guint i = 0; i < n_nodes; i++)
    if (ent_scene_get_node_visibility (self->scene, i) != ENT_SCENE_HIDDEN && is_in_band (self, &nodes[i]))
      g_ptr_array_add (actors, nodes[i].actor);
  self->banding = FALSE;
  ent_session_select_several (self->session, (EntActor *const *) actors->pdata, actors->len);
}

/* ── the keyboard ───────────────────────────────────────────────────────────────────────────────────────────────── */

/* Takes what the cursor stands on among those that are selected, or out of them. */
static gboolean
toggle_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  GPtrArray *several = ent_session_get_several (self->session);

  if (self->cursor == NULL)
    return FALSE;
  for (guint i = 0; several && i < several->len; i++)
    g_ptr_array_add (actors, several->pdata[i]);
  if (ent_session_get_actor (self->session))
    g_ptr_array_add (actors, ent_session_get_actor (self->session));
  if (!g_ptr_array_remove (actors, self->cursor))
    g_ptr_array_add (actors, self->cursor);
  ent_session_select_several (self->session, (EntActor *const *) actors->pdata, actors->len);
  return TRUE;
}

void
ent_map_view_class_init_several (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL);
}

/* ── what is drawn ──────────────────────────────────────────────────────────────────────────────────────────────── */

static GskRoundedRect
get_circle (EntMapView *self, EntPoint centre, double radius)
{
  GskRoundedRect circle;
  double r = radius * self->viewport.scale + RING_GAP_PX;

  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (centre.x - r, centre.y - r, 2 * r, 2 * r), r);
  return circle;
}

static void
draw_ring (EntMapView *self, GtkSnapshot *snapshot, const GdkRGBA *colour, const EntSceneNode *node)
{
  GskRoundedRect ring = get_circle (self, ent_viewport_to_view (&self->viewport, node->x, node->y), node->radius);

  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { RING_PX, RING_PX, RING_PX, RING_PX }, (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

static void
draw_ring_of (EntMapView *self, GtkSnapshot *snapshot, const GdkRGBA *colour, EntActor *actor)
{
  gint node = ent_scene_find_actor (self->scene, actor);

  if (node >= 0)
    draw_ring (self, snapshot, colour, ent_map_view_get_node (self, node));
}

static void
draw_band (EntMapView *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  graphene_rect_t band = get_band (self);
  GdkRGBA pale = *colour;
  GskRoundedRect outline;
  guint n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (self->scene, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    if (ent_scene_get_node_visibility (self->scene, i) != ENT_SCENE_HIDDEN && is_in_band (self, &nodes[i]))
      draw_ring (self, snapshot, colour, &nodes[i]);
  pale.alpha *= BAND_SHARE;
  gtk_snapshot_append_color (snapshot, &pale, &band);
  gsk_rounded_rect_init_from_rect (&outline, &band, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

/* Its shadow at the pointer, and a ring around what it would be merged into. */
static void
draw_carried (EntMapView *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  gint node = ent_scene_find_actor (self->scene, self->merging);
  GdkRGBA pale = *colour;
  GskRoundedRect shadow;

  if (self->hover_actor)
    draw_ring_of (self, snapshot, colour, self->hover_actor);
  if (node < 0)
    return;
  pale.alpha *= CARRIED_SHARE;
  shadow = get_circle (self, self->carried_to, ent_map_view_get_node (self, node)->radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shadow);
  gtk_snapshot_append_color (snapshot, &pale, &shadow.bounds);
  gtk_snapshot_pop (snapshot);
}

void
ent_map_view_draw_several (EntMapView *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  GPtrArray *several = self->banding ? NULL : ent_session_get_several (self->session);

  for (guint i = 0; several && i < several->len; i++)
    draw_ring_of (self, snapshot, colour, several->pdata[i]);
  if (self->banding)
    draw_band (self, snapshot, colour);
  if (self->merging)
    draw_carried (self, snapshot, colour);
}
