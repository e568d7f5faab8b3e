/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-view-private.h"

#include "ent-palette.h"
#include "fixture.h"

#include <math.h>

static void
test_empty (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = ent_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window = fixture_show (view, 500, 400);

  g_assert_null (ent_map_view_get_scene (ENT_MAP_VIEW (view)));
  ent_session_open (session, map, NULL);
  ent_map_view_fit (ENT_MAP_VIEW (view));
  fixture_run_for (50);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_run_for (50);
  g_assert_null (view);
}

static guint32
first_pixel (cairo_t *cr)
{
  cairo_surface_flush (cairo_get_target (cr));
  return *(guint32 *) (void *) cairo_image_surface_get_data (cairo_get_target (cr)) & 0xffffff;
}

/* Each frame begins as the backdrop, whatever was painted on the one before. */
static void
test_composer (void)
{
  EntMapTiles *tiles = ent_map_tiles_new ();
  EntMapComposer composer = { 0 };
  EntMapBackdrop backdrop = { .tiles = tiles, .viewport = { 1, 0, 0 }, .ground = { .red = 1, .alpha = 1 }, .width = 20, .height = 10, .factor = 2 };
  cairo_t *cr = ent_map_composer_begin (&composer, &backdrop), *next;

  g_assert_cmpint (cairo_image_surface_get_width (cairo_get_target (cr)), ==, 40);
  g_assert_cmpint (cairo_image_surface_get_height (cairo_get_target (cr)), ==, 20);
  g_assert_cmphex (first_pixel (cr), ==, 0xff0000);
  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_paint (cr);
  next = ent_map_composer_begin (&composer, &backdrop);
  g_assert_cmphex (first_pixel (next), ==, 0xff0000);
  g_assert_cmphex (first_pixel (cr), ==, 0x00ff00);
  cairo_destroy (next);
  backdrop.ground.blue = 1;
  next = ent_map_composer_begin (&composer, &backdrop);
  g_assert_cmphex (first_pixel (next), ==, 0xff00ff);
  cairo_destroy (next);
  cairo_destroy (cr);
  ent_map_composer_clear (&composer);
  g_assert_finalize_object (tiles);
}

static void
paint_green (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_rectangle (cr, 0, 0, 10, 10);
  cairo_fill (cr);
}

/* What is recorded of a frame stays as it was while others follow; as soon as the recording is gone the frame is used again. */
static void
test_composer_frames (void)
{
  EntMapTiles *tiles = ent_map_tiles_new ();
  EntMapComposer composer = { 0 };
  EntMapBackdrop backdrop = { .tiles = tiles, .viewport = { 1, 0, 0 }, .ground = { .red = 1, .alpha = 1 }, .width = 20, .height = 10, .factor = 2 };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t) { 0, 0, 20, 10 });
  cairo_surface_t *screen = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 20), *first;
  cairo_t *recorder = cairo_create (recording), *player, *frame = ent_map_composer_begin (&composer, &backdrop);
  const guint32 *pixels;

  first = cairo_get_target (frame);
  paint_green (frame);
  ent_map_composer_paint (frame, recorder, 2);
  cairo_destroy (recorder);
  cairo_destroy (frame);
  for (guint i = 0; i < 5; i++) {
    frame = ent_map_composer_begin (&composer, &backdrop);
    g_assert_true (cairo_get_target (frame) != first);
    g_assert_cmphex (first_pixel (frame), ==, 0xff0000);
    cairo_destroy (frame);
  }
  cairo_surface_set_device_scale (screen, 2, 2);
  player = cairo_create (screen);
  cairo_set_source_surface (player, recording, 0, 0);
  cairo_paint (player);
  g_assert_cmphex (first_pixel (player), ==, 0x00ff00);
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (screen);
  g_assert_cmphex (pixels[19] & 0xffffff, ==, 0x00ff00);
  g_assert_cmphex (pixels[20] & 0xffffff, ==, 0xff0000);
  cairo_destroy (player);
  cairo_surface_destroy (recording);
  frame = ent_map_composer_begin (&composer, &backdrop);
  g_assert_true (cairo_get_target (frame) == first);
  cairo_destroy (frame);
  ent_map_composer_clear (&composer);
  cairo_surface_destroy (screen);
  g_assert_finalize_object (tiles);
}

/* All actors are in sight, and stay so in a window of another size. */
static void
test_fit (void)
{
  static const char *const ids[] = { "a1", "a2", "a3" };
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window;
  double x, y;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), ent_map_find_actor (map, ids[i]), &x, &y));
    g_assert_cmpfloat (x, >, 0);
    g_assert_cmpfloat (x, <, gtk_widget_get_width (view));
    g_assert_cmpfloat (y, >, 0);
    g_assert_cmpfloat (y, <, gtk_widget_get_height (view));
  }
  g_assert_true (ent_map_view_get_link_point (ENT_MAP_VIEW (view), ent_map_find_relation (map, "r1"), &x, &y));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* While a view is being given its size nobody is told of its scale: who shows it would change size themselves. */
static void
test_scale_told (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session), *window;
  double scale;
  guint n_told = 0;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  scale = ent_map_view_get_scale (ENT_MAP_VIEW (view));
  g_signal_connect_swapped (view, "notify::scale", G_CALLBACK (count_cb), &n_told);
  gtk_widget_size_allocate (view, &(GtkAllocation) { 0, 0, 330, 250 }, -1);
  g_assert_cmpfloat (ent_map_view_get_scale (ENT_MAP_VIEW (view)), <, scale);
  g_assert_cmpuint (n_told, ==, 0);
  fixture_run_for (50);
  g_assert_cmpuint (n_told, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Zooming keeps the middle, and what is off the edge comes in when it is asked for. */
static void
test_zoom (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window;
  double x, y;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  ent_map_view_zoom_to (ENT_MAP_VIEW (view), 4);
  fixture_run_for (500);
  g_assert_cmpfloat_with_epsilon (ent_map_view_get_scale (ENT_MAP_VIEW (view)), 4, 1e-6);
  ent_map_view_show (ENT_MAP_VIEW (view), ent_map_find_actor (map, "a1"), NULL);
  fixture_run_for (500);
  g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), ent_map_find_actor (map, "a1"), &x, &y));
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (y, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The drawing follows the map: what is removed is gone from it, the selection and the view survive. */
static void
test_changes (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  GtkWidget *window;
  g_autoptr (EntActor) removed = NULL;
  double x, y;
  guint n_nodes;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  removed = g_object_ref (ent_map_find_actor (map, "a1"));
  ent_session_select (session, removed, NULL);
  ent_map_remove_actor (map, removed);
  ent_scene_get_nodes (ent_map_view_get_scene (ENT_MAP_VIEW (view)), &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 2);
  g_assert_false (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), removed, &x, &y));
  g_assert_null (ent_session_get_actor (session));
  fixture_run_for (50);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A threshold takes links away and brings them back; no actor moves for it, and the view stays where the reader left it. */
static void
test_threshold (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *view = ent_map_view_new (session);
  EntActor *actor = ent_map_find_actor (map, "a2");
  EntRelation *weak = ent_map_find_relation (map, "r2");
  GtkWidget *window;
  double x, y, x_after, y_after;
  guint n_links;

  ent_session_open (session, map, NULL);
  window = fixture_show (view, 500, 400);
  ent_map_view_zoom_to (ENT_MAP_VIEW (view), 1.25);
  fixture_run_for (500);
  g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), actor, &x, &y));
  ent_session_set_least_confidence (session, 0.9);
  ent_scene_get_links (ent_map_view_get_scene (ENT_MAP_VIEW (view)), &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_false (ent_map_view_get_link_point (ENT_MAP_VIEW (view), weak, &x_after, &y_after));
  g_assert_true (ent_map_view_get_actor_point (ENT_MAP_VIEW (view), actor, &x_after, &y_after));
  g_assert_cmpfloat (x, ==, x_after);
  g_assert_cmpfloat (y, ==, y_after);
  g_assert_false (ent_session_get_edited (session));
  ent_session_set_least_confidence (session, 0.1);
  g_assert_true (ent_map_view_get_link_point (ENT_MAP_VIEW (view), weak, &x_after, &y_after));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the view shows at a place, as red, green and blue. */
static guint32
pixel_at (GtkWidget *view, double x, double y)
{
  int width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  guint32 pixel;

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) (void *) (cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x);
  cairo_surface_destroy (surface);
  return pixel & 0xffffff;
}

static guint32
number_of (EntColour c)
{
  return ((guint32) (c.red * 255 + 0.5) << 16) | ((guint32) (c.green * 255 + 0.5) << 8) | (guint32) (c.blue * 255 + 0.5);
}

static gboolean
is_sharp (gpointer data)
{
  EntMapView *view = data;

  return ent_map_tiles_is_settled (view->tiles) && ent_map_tiles_get_blur (view->tiles, &view->viewport) == 1;
}

/* Tiles show the map, what is hovered stands out above them and the rest fades, and after zooming they get sharp again. */
static void
test_tiles (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *widget = ent_map_view_new (session), *window;
  EntMapView *view = ENT_MAP_VIEW (widget);
  EntActor *nato = ent_map_find_actor (map, "a3"), *ukraine = ent_map_find_actor (map, "a2"), *person = ent_map_find_actor (map, "a1");
  const EntPalette *palette = ent_palette_get (FALSE, FALSE);
  guint32 fill = number_of (palette->kind_fill[ENT_KIND_ORGANISATION]), line = number_of (palette->kind_line[ENT_KIND_PERSON]);
  double x, y, person_x, person_y;

  ent_session_open (session, map, NULL);
  window = fixture_show (widget, 500, 400);
  fixture_wait_for (is_sharp, view);
  ent_map_view_get_actor_point (view, nato, &x, &y);
  g_assert_cmphex (pixel_at (widget, x, y), ==, fill);
  ent_map_view_get_actor_point (view, person, &person_x, &person_y);
  person_y -= 6 * view->viewport.scale;     /* on the head */
  g_assert_cmphex (pixel_at (widget, person_x, person_y), ==, line);
  ent_scene_set_hover (view->scene, nato, NULL);
  g_assert_cmphex (pixel_at (widget, x, y), ==, fill);
  g_assert_cmphex (pixel_at (widget, person_x, person_y), !=, line);
  ent_scene_set_hover (view->scene, NULL, NULL);

  ent_map_view_zoom_to (view, 3);
  fixture_run_for (300);
  ent_map_view_show (view, ukraine, NULL);
  fixture_run_for (300);
  fixture_wait_for (is_sharp, view);
  ent_map_view_get_actor_point (view, ukraine, &x, &y);
  g_assert_cmphex (pixel_at (widget, x, y), ==, number_of (palette->kind_fill[ENT_KIND_COUNTRY]));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_at_rest (gpointer data)
{
  EntMapView *view = data;
  guint n_loose = 1;

  if (view->scene)
    ent_scene_get_loose (view->scene, &n_loose);
  return view->arranging == NULL && !ent_map_view_is_settling (view) && n_loose == 0 && is_sharp (view);
}

typedef struct { EntMapView *view; double x, y; guint32 rgb; } Spot;

static gboolean
is_painted (gpointer data)
{
  const Spot *spot = data;

  return is_at_rest (spot->view) && pixel_at (GTK_WIDGET (spot->view), spot->x, spot->y) == spot->rgb;
}

static void
wait_for_paint (EntMapView *view, double x, double y, guint32 rgb)
{
  fixture_wait_for (is_painted, &(Spot) { view, x, y, rgb });
}

static gboolean
is_tinted (gpointer data)
{
  EntMapView *view = data;

  return is_at_rest (view) && ent_scene_get_node_tint (view->scene, ent_scene_find_actor (view->scene, ent_scene_get_nodes (view->scene, NULL)[0].actor)) >= 0;
}

/* Tiles are painted anew, and once more, for another colour, for a filter and for a change of the map. */
static void
test_repaint (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *widget = ent_map_view_new (session), *window;
  EntMapView *view = ENT_MAP_VIEW (widget);
  EntActor *nato = ent_map_find_actor (map, "a3");
  EntMapLook *look = ent_session_get_look (session);
  EntMapFilter *filter = ent_session_get_filter (session);
  const EntPalette *palette = ent_palette_get (FALSE, FALSE);
  double x, y;

  ent_session_open (session, map, NULL);
  window = fixture_show (widget, 500, 400);
  ent_map_view_get_actor_point (view, nato, &x, &y);
  for (guint round = 0; round < 2; round++) {
    wait_for_paint (view, x, y, number_of (palette->kind_fill[ENT_KIND_ORGANISATION]));
    g_object_set (look, "colour-by", "community", NULL);
    fixture_wait_for (is_tinted, view);
    gint tint = ent_scene_get_node_tint (view->scene, ent_scene_find_actor (view->scene, nato));
    g_assert_cmpint (tint, >=, 0);
    wait_for_paint (view, x, y, number_of (palette->tint_fill[tint]));
    g_object_set (look, "colour-by", "kind", NULL);
    ent_map_filter_set_kind (filter, ENT_KIND_ORGANISATION, FALSE);
    wait_for_paint (view, x, y, number_of (palette->ground));
    ent_map_filter_set_kind (filter, ENT_KIND_ORGANISATION, TRUE);
    ent_actor_set_kind (nato, ENT_KIND_GROUP);
    wait_for_paint (view, x, y, number_of (palette->kind_fill[ENT_KIND_GROUP]));
    ent_actor_set_kind (nato, ENT_KIND_ORGANISATION);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One press comes back from a neighbourhood; what was selected in it since goes first. */
static void
test_escape (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *widget = ent_map_view_new (session), *window;
  EntActor *actor = ent_map_find_actor (map, "a2");

  ent_session_open (session, map, NULL);
  window = fixture_show (widget, 500, 400);
  ent_session_select (session, actor, NULL);
  ent_session_focus (session, actor, 1, NULL);
  g_assert_true (fixture_press (widget, "Escape"));
  g_assert_cmpuint (ent_session_get_focus (session, NULL), ==, 0);
  g_assert_true (ent_session_get_actor (session) == actor);
  g_assert_true (fixture_press (widget, "Escape"));
  g_assert_null (ent_session_get_actor (session));
  g_assert_false (fixture_press (widget, "Escape"));

  ent_session_focus (session, actor, 1, NULL);
  ent_session_select (session, NULL, ent_map_find_relation (map, "r1"));
  g_assert_true (fixture_press (widget, "Escape"));
  g_assert_null (ent_session_get_relation (session));
  g_assert_cmpuint (ent_session_get_focus (session, NULL), ==, 1);
  g_assert_true (fixture_press (widget, "Escape"));
  g_assert_cmpuint (ent_session_get_focus (session, NULL), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_selected (EntSession *session)
{
  GPtrArray *several = ent_session_get_several (session);

  return several ? several->len : ent_session_get_actor (session) != NULL;
}

/* A band selects whose middle is in it, whichever way it was drawn; the keyboard takes one in or out. */
static void
test_several (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *widget = ent_map_view_new (session), *window;
  EntMapView *view = ENT_MAP_VIEW (widget);
  EntActor *country = ent_map_find_actor (map, "a2");
  EntPoint at;

  ent_session_open (session, map, NULL);
  window = fixture_show (widget, 500, 400);
  fixture_wait_for (is_at_rest, view);
  view->banding = TRUE;
  view->band_from = (EntPoint) { 500, 400 };
  view->band_to = (EntPoint) { 0, 0 };
  gtk_widget_queue_draw (widget);
  fixture_run_for (50);
  ent_map_view_select_in_band (view);
  g_assert_false (view->banding);
  g_assert_cmpuint (count_selected (session), ==, 3);
  fixture_run_for (50);
  ent_map_view_set_cursor (view, country, NULL);
  g_assert_true (fixture_press (widget, "<Control>space"));
  g_assert_cmpuint (count_selected (session), ==, 2);
  g_assert_false (ent_session_is_selected (session, country));
  g_assert_true (fixture_press (widget, "<Control>space"));
  g_assert_cmpuint (count_selected (session), ==, 3);
  g_assert_true (fixture_press (widget, "Escape"));
  g_assert_cmpuint (count_selected (session), ==, 0);

  ent_map_view_get_actor_point (view, country, &at.x, &at.y);
  view->band_from = (EntPoint) { at.x - 5, at.y - 5 };
  view->band_to = (EntPoint) { at.x + 5, at.y + 5 };
  ent_map_view_select_in_band (view);
  g_assert_true (ent_session_get_actor (session) == country);
  view->band_from = view->band_to;
  ent_map_view_select_in_band (view);
  g_assert_cmpuint (count_selected (session), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Pinned actors stay, the others come near; what moved stands above the tiles until they have it, and is drawn once. */
static void
test_arrange (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  GtkWidget *widget = ent_map_view_new (session), *window;
  EntMapView *view = ENT_MAP_VIEW (widget);
  EntActor *pinned = ent_map_find_actor (map, "a1"), *far = ent_map_find_actor (map, "a3");
  double x, y;

  ent_actor_set_pinned (pinned, TRUE);
  ent_actor_set_position (far, 4000, 4000);
  ent_session_open (session, map, NULL);
  window = fixture_show (widget, 500, 400);
  fixture_wait_for (is_at_rest, view);
  g_assert_true (gtk_widget_activate_action (widget, "map.arrange", NULL));
  g_assert_true (ent_session_get_edited (session));
  fixture_wait_for (is_at_rest, view);
  ent_actor_get_position (pinned, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, ==, 0);
  ent_actor_get_position (far, &x, &y);
  g_assert_cmpfloat (hypot (x, y), <, 1500);
  g_assert_true (ent_map_edits_undo (ent_session_get_edits (session)));
  ent_actor_get_position (far, &x, &y);
  g_assert_cmpfloat (x, ==, 4000);
  g_assert_false (ent_session_get_edited (session));
  g_assert_true (ent_map_edits_redo (ent_session_get_edits (session)));
  fixture_wait_for (is_at_rest, view);
  ent_map_view_get_actor_point (view, far, &x, &y);
  g_assert_cmphex (pixel_at (widget, x, y), ==, number_of (ent_palette_get (FALSE, FALSE)->kind_fill[ENT_KIND_ORGANISATION]));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A ring with spokes, no actor of which has a place. */
static EntMap *
make_large_map (guint n_actors)
{
  EntMap *map = ent_map_new ();

  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf ("a%u", i + 1), *to_id = g_strdup_printf ("a%u", i % 5 ? i : 1), *relation_id = g_strdup_printf ("r%u", i);
    g_autoptr (EntActor) actor = ent_actor_new (id, "Ґалаґан", ENT_KIND_PERSON);
    g_autoptr (EntRelation) relation = NULL;
    ent_map_add_actor (map, actor);
    if (i == 0)
      continue;
    relation = ent_relation_new (relation_id, actor, ent_map_find_actor (map, to_id), ENT_RELATION_SUPPORT, "backs");
    ent_map_add_relation (map, relation);
  }
  return map;
}

/* Large maps are laid out in a thread: the window goes on, and the map is shown when it has its places. */
static void
test_large (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = make_large_map (210), other = fixture_map_new ();
  GtkWidget *widget = ent_map_view_new (session), *window;
  EntMapView *view = ENT_MAP_VIEW (widget);
  guint n_nodes;

  window = fixture_show (widget, 500, 400);
  ent_session_open (session, map, NULL);
  g_assert_null (view->scene);
  g_assert_nonnull (view->arranging);
  fixture_wait_for (is_at_rest, view);
  ent_scene_get_nodes (view->scene, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 210);
  g_assert_true (ent_scene_is_placed (map));
  /* Another map meanwhile: what is found of the first is dropped. */
  ent_map_view_arrange (view);
  g_assert_nonnull (view->arranging);
  ent_session_open (session, other, NULL);
  g_assert_null (view->arranging);
  fixture_wait_for (is_at_rest, view);
  ent_scene_get_nodes (view->scene, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An actor that is carried onto another: that one gives way, or where the reader wants no such thing nothing but the first moves. */
static void
test_give_way (void)
{
  for (guint give_way = 0; give_way < 2; give_way++) {
    g_autoptr (EntSession) session = ent_session_new ();
    g_autoptr (EntMap) map = fixture_map_new ();
    GtkWidget *widget = ent_map_view_new (session), *window;
    EntMapView *view = ENT_MAP_VIEW (widget);
    double x, y;

    ent_session_open (session, map, NULL);
    g_object_set (view, "neighbours-give-way", give_way == 1, NULL);
    window = fixture_show (widget, 500, 400);
    view->grabbed = ent_map_find_actor (map, "a2");
    ent_map_view_take_hold (view);
    view->hold->x = 12;
    view->hold->y = 8;
    fixture_run_for (200);
    ent_map_view_let_go (view);
    fixture_wait_for (is_at_rest, view);
    g_assert_true (ent_actor_get_position (ent_map_find_actor (map, "a2"), &x, &y));
    g_assert_cmpfloat (hypot (x - 12, y - 8), <, 0.01);
    ent_actor_get_position (ent_map_find_actor (map, "a1"), &x, &y);
    g_assert_cmpint (hypot (x, y) > 1, ==, give_way == 1);
    ent_actor_get_position (ent_map_find_actor (map, "a3"), &x, &y);
    g_assert_cmpint (hypot (x - 320, y - 260) > 1, ==, give_way == 1);
    ent_map_edits_undo (ent_session_get_edits (session));
    ent_actor_get_position (ent_map_find_actor (map, "a2"), &x, &y);
    g_assert_cmpfloat (hypot (x - 300, y - 20), <, 0.01);
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

static gboolean
is_drawn_up (gpointer data)
{
  EntMapView *view = data;

  return view->scene && !view->drafting;
}

/* The scene of a large map that has places is made in a thread: what changes meanwhile is on it in the end, and what is off the map cannot be
 * hit until then. */
static void
test_draft (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = make_large_map (400), other = fixture_map_new ();
  GtkWidget *widget = ent_map_view_new (session), *window;
  EntMapView *view = ENT_MAP_VIEW (widget);
  EntActor *actor, *added, *first;
  EntRelation *relation;
  double x, y;
  guint n_nodes;

  for (guint i = 0; i < 400; i++) {
    g_autoptr (EntActor) at = g_list_model_get_item (ent_map_get_actors (map), i);
    ent_actor_set_position (at, i % 20 * 200., i / 20 * 200.);
  }
  window = fixture_show (widget, 500, 400);
  ent_session_open (session, map, NULL);
  g_assert_null (view->scene);
  fixture_wait_for (is_drawn_up, view);
  ent_scene_get_nodes (view->scene, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 400);

  /* Two changes while a scene is made. */
  added = ent_map_edits_add_actor (ent_session_get_edits (session), "New", ENT_KIND_PLACE, NULL, 100, 100, NULL);
  g_assert_true (view->drafting);
  first = ent_map_find_actor (map, "a1");
  ent_map_edits_remove (ent_session_get_edits (session), &first, 1, NULL, 0);
  g_assert_true (ent_map_view_get_actor_point (view, ent_scene_get_nodes (view->scene, NULL)[0].actor, &x, &y));
  ent_map_view_hit_test (view, x, y, &actor, &relation);
  g_assert_null (actor);
  fixture_wait_for (is_drawn_up, view);
  ent_scene_get_nodes (view->scene, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 400);
  g_assert_cmpint (ent_scene_find_actor (view->scene, added), >=, 0);

  /* Another map meanwhile: the scene of the first is dropped. */
  ent_session_set_least_confidence (session, 0.5);
  g_assert_true (view->drafting);
  ent_session_open (session, other, NULL);
  ent_scene_get_nodes (view->scene, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 3);
  fixture_wait_for (is_drawn_up, view);
  ent_scene_get_nodes (view->scene, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/map-view/empty", test_empty);
  g_test_add_func ("/app/map-view/composer", test_composer);
  g_test_add_func ("/app/map-view/composer/frames", test_composer_frames);
  g_test_add_func ("/app/map-view/fit", test_fit);
  g_test_add_func ("/app/map-view/scale-told", test_scale_told);
  g_test_add_func ("/app/map-view/zoom", test_zoom);
  g_test_add_func ("/app/map-view/changes", test_changes);
  g_test_add_func ("/app/map-view/threshold", test_threshold);
  g_test_add_func ("/app/map-view/tiles", test_tiles);
  g_test_add_func ("/app/map-view/repaint", test_repaint);
  g_test_add_func ("/app/map-view/arrange", test_arrange);
  g_test_add_func ("/app/map-view/escape", test_escape);
  g_test_add_func ("/app/map-view/several", test_several);
  g_test_add_func ("/app/map-view/large", test_large);
  g_test_add_func ("/app/map-view/give-way", test_give_way);
  g_test_add_func ("/app/map-view/draft", test_draft);
  return g_test_run ();
}
