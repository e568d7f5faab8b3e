/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the map gets on the screen. What stands still comes from tiles that workers paint from a picture of the scene; over them, veiled
 * by the ground while something is hovered, is painted what is lit (hovered, selected) or loose (moved since that picture). A picture
 * made while things move leaves them out, so that none is seen twice; once they are at rest one with all of them is made, and when
 * its tiles are shown the scene is fastened. While the scale changes the tiles are shown rescaled; they are made anew when it has
 * not changed for a moment, or as soon as they have become too coarse. */

#include "ent-map-view-private.h"

#include "ent-palette.h"
#include "ent-scene-curve.h"

#define REST_MS        60
#define LEAST_BLUR     0.74   /* of the scale the tiles were painted at: beyond, they are made anew while the hand still moves */
#define MOST_BLUR      1.5
#define MANY_LIT       60     /* links */
#define LARGER_TEXT_PX 90     /* half of the width of a name that is drawn larger than designed */
#define SMALL_SCENE    400    /* nodes and links: its first tiles are waited for */

/* ── tiles and pictures ─────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_moving (EntMapView *self)
{
  return self->hold || ent_map_view_is_settling (self);
}

static EntSceneStyle
make_style (EntMapView *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  EntSceneStyle style;

  /* It is compared byte by byte. */
  memset (&style, 0, sizeof style);
  style.dark = adw_style_manager_get_dark (style_manager);
  style.high_contrast = adw_style_manager_get_high_contrast (style_manager);
  style.font_scale = 1;
  return style;
}

static void
take_picture (EntMapView *self, const EntSceneStyle *style, gboolean with_loose)
{
  EntSceneStyle plain = *style;

  plain.plain = TRUE;
  ent_map_tiles_set_picture (self->tiles, ent_scene_dup_picture (self->scene, with_loose), &plain, self->keep_tiles);
  self->keep_tiles = TRUE;
  self->picture_serial = ent_scene_get_serial (self->scene);
  self->picture_style = *style;
  self->picture_whole = with_loose;
}

static void
update_picture (EntMapView *self, const EntSceneStyle *style)
{
  gboolean settled = ent_map_tiles_is_settled (self->tiles), same_style = memcmp (style, &self->picture_style, sizeof *style) == 0;
  guint n_loose;

  ent_scene_get_loose (self->scene, &n_loose);
  if (!self->keep_tiles || !same_style || (n_loose == 0 && ent_scene_get_serial (self->scene) != self->picture_serial)) {
    take_picture (self, style, n_loose == 0 || !is_moving (self));
  } else if (n_loose > 0 && is_moving (self)) {
    if (settled && ent_scene_get_serial (self->scene) != self->picture_serial)
      take_picture (self, style, FALSE);
  } else if (n_loose > 0 && (!self->picture_whole || ent_scene_get_serial (self->scene) != self->picture_serial)) {
    take_picture (self, style, TRUE);
  } else if (n_loose > 0 && settled) {
    ent_scene_fasten (self->scene);
    self->picture_serial = ent_scene_get_serial (self->scene);
  }
}

static gboolean
rest_cb (gpointer data)
{
  EntMapView *self = data;

  self->rest = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
ent_map_view_put_off_rest (EntMapView *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

static void
request_tiles (EntMapView *self)
{
  double blur = ent_map_tiles_get_blur (self->tiles, &self->viewport);
  gboolean is_first = blur == 0, is_coarse = blur < LEAST_BLUR || blur > MOST_BLUR;
  guint n_nodes, n_links;

  if (blur != 1 && self->rest != 0 && !is_first && (!is_coarse || ent_map_tiles_is_busy (self->tiles)))
    return;
  ent_scene_get_nodes (self->scene, &n_nodes);
  ent_scene_get_links (self->scene, &n_links);
  ent_map_tiles_request (self->tiles, &self->viewport, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                         gtk_widget_get_scale_factor (GTK_WIDGET (self)), is_first && n_nodes + n_links <= SMALL_SCENE);
}

void
ent_map_view_forget_tiles (EntMapView *self)
{
  ent_map_tiles_set_picture (self->tiles, NULL, NULL, FALSE);
  self->keep_tiles = FALSE;
}

/* ── what is above them ─────────────────────────────────────────────────────────────────────────────────────────── */

static void
draw_ground (GtkSnapshot *snapshot, const EntColour *ground, const graphene_rect_t *area)
{
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { ground->red, ground->green, ground->blue, 1 }, area);
}

static gboolean
is_drawn_by_cairo (EntMapView *self)
{
  return GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self))));
}

static void
draw_tiles (EntMapView *self, GtkSnapshot *snapshot, const EntViewport *viewport, const graphene_rect_t *view)
{
  GskRenderNode *tiles = ent_map_tiles_get_node (self->tiles, viewport, (int) view->size.width, (int) view->size.height,
                                                 is_drawn_by_cairo (self));

  if (tiles)
    gtk_snapshot_append_node (snapshot, tiles);
}

static void
draw_veil (EntMapView *self, GtkSnapshot *snapshot, const EntColour *ground, const graphene_rect_t *area)
{
  if (ent_scene_is_fading (self->scene))
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { ground->red, ground->green, ground->blue, ENT_SCENE_FADED_SHARE }, area);
}

static void
paint_lit (EntMapView *self, cairo_t *cr, const EntSceneStyle *style, const EntViewport *viewport, const graphene_rect_t *area)
{
  EntPoint corner = ent_viewport_to_map (viewport, area->origin.x, area->origin.y);
  cairo_rectangle_t clip = { corner.x, corner.y, area->size.width / viewport->scale, area->size.height / viewport->scale };

  cairo_translate (cr, viewport->left, viewport->top);
  cairo_scale (cr, viewport->scale, viewport->scale);
  ent_scene_paint_lit (self->scene, cr, style, &clip);
}

/* What is lit and how much of it; FALSE where nothing of that is in view. */
static gboolean
find_lit_area (EntMapView *self, const EntViewport *viewport, graphene_rect_t *area)
{
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  EntRect bounds;

  if (!ent_scene_get_lit_bounds (self->scene, &bounds.x, &bounds.y, &bounds.width, &bounds.height))
    return FALSE;
  /* Names and pills that keep a size that can be read reach further than they know. */
  bounds = ent_rect_grown (bounds, viewport->scale < 1 ? LARGER_TEXT_PX / viewport->scale : 0);
  EntPoint corner = ent_viewport_to_view (viewport, bounds.x, bounds.y);
  *area = GRAPHENE_RECT_INIT (corner.x, corner.y, bounds.width * viewport->scale, bounds.height * viewport->scale);
  if (!graphene_rect_intersection (area, &view, area))
    return FALSE;
  graphene_rect_round_extents (area, area);
  return TRUE;
}

static void
draw_lit (EntMapView *self, GtkSnapshot *snapshot, const EntSceneStyle *style, const EntViewport *viewport, const graphene_rect_t *area)
{
  EntSceneStyle lit = *style;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  lit.transparent = TRUE;
  lit.zoom = viewport->scale;
  lit.device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  paint_lit (self, cr, &lit, viewport, area);
  cairo_destroy (cr);
}

/* Everything as one image, where thin lines are set by pixels rather than recorded for GTK to draw. */
static void
draw_composed (EntMapView *self, GtkSnapshot *snapshot, const EntSceneStyle *style, const EntViewport *viewport, const graphene_rect_t *area)
{
  EntSceneStyle lit = *style;
  EntMapBackdrop backdrop = {
    .tiles = self->tiles, .serial = ent_map_tiles_get_serial (self->tiles), .viewport = *viewport,
    .ground = ent_palette_get (style->dark, style->high_contrast)->ground,
    .veil = ent_scene_is_fading (self->scene) ? ENT_SCENE_FADED_SHARE : 0,
    .width = gtk_widget_get_width (GTK_WIDGET (self)), .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };
  cairo_t *cr = ent_map_composer_begin (&self->composer, &backdrop), *whole;

  lit.transparent = TRUE;
  lit.zoom = viewport->scale;
  paint_lit (self, cr, &lit, viewport, area);
  whole = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, backdrop.width, backdrop.height));
  ent_map_composer_paint (cr, whole, backdrop.factor);
  cairo_destroy (whole);
  cairo_destroy (cr);
}

/* What the cursor stands on, map units; FALSE where that is nothing. */
static gboolean
get_cursor_rect (EntMapView *self, EntRect *rect)
{
  gint link = self->cursor_link ? ent_scene_find_relation (self->scene, self->cursor_link) : -1;
  gint node = self->cursor ? ent_scene_find_actor (self->scene, self->cursor) : -1;

  if (link >= 0)
    *rect = ent_map_view_get_link_rect (self, ent_map_view_get_link (self, link));
  else if (node >= 0)
    *rect = ent_map_view_get_node_rect (ent_map_view_get_node (self, node));
  return link >= 0 || node >= 0;
}

static void
draw_cursor (EntMapView *self, GtkSnapshot *snapshot, const EntColour *accent)
{
  const float gap = 5.5, radius = 8, width = 2;
  GskRoundedRect outline;
  GdkRGBA colour = { accent->red, accent->green, accent->blue, accent->alpha };
  GtkWidget *focus = ent_map_view_get_focus (self);
  EntRect rect;

  if (focus == NULL || !gtk_widget_has_visible_focus (focus) || !get_cursor_rect (self, &rect))
    return;
  EntPoint corner = ent_viewport_to_view (&self->viewport, rect.x, rect.y);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (corner.x - gap - 1, corner.y - gap - 1,
                                                                  rect.width * self->viewport.scale + 2 * gap + 2,
                                                                  rect.height * self->viewport.scale + 2 * gap + 2), radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width }, (GdkRGBA[4]) { colour, colour, colour, colour });
}

void
ent_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntMapView *self = ENT_MAP_VIEW (widget);
  EntSceneStyle style = make_style (self);
  const EntPalette *palette = ent_palette_get (style.dark, style.high_contrast);
  const graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  const EntColour *ground = &palette->ground;
  EntViewport viewport = self->viewport;
  gboolean has_lit;
  graphene_rect_t area;

  if (self->scene == NULL) {
    draw_ground (snapshot, ground, &view);
    return;
  }
  update_picture (self, &style);
  request_tiles (self);
  /* Pixels on pixels: tiles are sharp only there, and what is above them has to fit. */
  viewport.left = round (viewport.left);
  viewport.top = round (viewport.top);
  has_lit = find_lit_area (self, &viewport, &area);
  if (has_lit && is_drawn_by_cairo (self) && ent_scene_count_lit_links (self->scene) > MANY_LIT) {
    draw_composed (self, snapshot, &style, &viewport, &area);
  } else {
    ent_map_composer_clear (&self->composer);
    draw_ground (snapshot, ground, &view);
    draw_tiles (self, snapshot, &viewport, &view);
    draw_veil (self, snapshot, ground, &view);
    if (has_lit)
      draw_lit (self, snapshot, &style, &viewport, &area);
  }
  ent_map_view_draw_several (self, snapshot, &(GdkRGBA) { palette->accent.red, palette->accent.green, palette->accent.blue, palette->accent.alpha });
  draw_cursor (self, snapshot, &palette->accent);
}

void
ent_map_view_init_drawing (EntMapView *self)
{
  self->tiles = ent_map_tiles_new ();
  g_signal_connect_object (self->tiles, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
ent_map_view_dispose_drawing (EntMapView *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->tiles)
    ent_map_view_forget_tiles (self);
  ent_map_composer_clear (&self->composer);
  g_clear_object (&self->tiles);
}
