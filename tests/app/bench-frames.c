/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ./dev bench frames [ACTORS [open|pan|zoom|hover|drag]]: what a frame costs the main thread while a person pans, zooms, drags an actor
 * and moves the pointer over the map, in a window of 1280 × 800. A frame is all that happens from one "after-paint" of the frame clock
 * to the next; time is the main thread's own, so that neither the workers nor other programs count. Two figures: "whole" is all of it,
 * of which GTK's renderer takes its part, that of a widget of one colour alone at the top; "own" is what happens before the renderer gets
 * the picture: events, animation, layout and recording the widget. "Sharp" is the time on the clock from the last change of scale until
 * the tiles of that scale are shown. "Open" is the longest time that a timer of 1 ms had to wait while a map with places was opened.
 * Pointer and wheel are the real ones of the X server (XTest). Run it through tests/in-session where there is no display. */
#include "ent-frame-memory.h"
#include "ent-map-view-private.h"
#include "large-map.h"

#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>
#include <time.h>

#define WIDTH    1280
#define HEIGHT   800
#define N_FRAMES 90

typedef struct {
  GtkWidget  *window;
  EntMapView *view;
  Display    *display;
  int         origin_x, origin_y;    /* of the view, in the root window */
  GArray     *frames;                /* double: ms, the whole */
  GArray     *own;                   /* double: ms, of the same frames */
  double      began;
  double      outside;               /* ms of this frame before its painting began */
  double      last_zoom;             /* on the clock */
} Bench;

static double
thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* The time that the widget took for its snapshots of this frame. */
static double snapshot_ms;
static void (*real_snapshot) (GtkWidget *widget, GtkSnapshot *snapshot);

static void
timed_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double start = thread_ms ();

  real_snapshot (widget, snapshot);
  snapshot_ms += thread_ms () - start;
}

/* From now on the widget's snapshots are timed; all of its class must have been made by then. */
static void
time_snapshots (GtkWidget *widget)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (widget);

  if (widget_class->snapshot == timed_snapshot)
    return;
  real_snapshot = widget_class->snapshot;
  widget_class->snapshot = timed_snapshot;
}

/* After the last of a frame's phases before painting comes the renderer's turn; of our own only the widget's snapshot is still to come. */
static void
phase_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->outside = thread_ms () - bench->began;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double now = thread_ms (), spent = now - bench->began, own = bench->outside + snapshot_ms;

  g_array_append_val (bench->frames, spent);
  g_array_append_val (bench->own, own);
  bench->began = now;
  bench->outside = snapshot_ms = 0;
}

static void
watch (Bench *bench, GtkWidget *widget)
{
  static const char *const phases[] = { "before-paint", "update", "layout" };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  time_snapshots (widget);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    g_signal_connect_after (clock, phases[i], G_CALLBACK (phase_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
}

static gboolean
set_true (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint time_ms)
{
  gboolean over = FALSE;

  g_timeout_add (time_ms, set_true, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Whether the view stands still and all of it is there. */
static gboolean
is_settled (Bench *bench)
{
  EntMapView *view = bench->view;

  return !(view->move && adw_animation_get_state (view->move) == ADW_ANIMATION_PLAYING)
    && ent_map_tiles_is_settled (view->tiles) && ent_map_tiles_get_blur (view->tiles, &view->viewport) == 1;
}

static void
wait_settled (Bench *bench)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  run_for (120);
  while (!is_settled (bench) && g_get_monotonic_time () < end)
    run_for (5);
}

static void
move_pointer (Bench *bench, double x, double y)
{
  XTestFakeMotionEvent (bench->display, -1, bench->origin_x + (int) x, bench->origin_y + (int) y, CurrentTime);
  XFlush (bench->display);
}

static void
press (Bench *bench, guint button, gboolean down)
{
  XTestFakeButtonEvent (bench->display, button, down, CurrentTime);
  XFlush (bench->display);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
at_share (const GArray *sorted, guint percent)
{
  return g_array_index (sorted, double, MIN (sorted->len * percent / 100, sorted->len - 1));
}

static void
report (Bench *bench, const char *what)
{
  if (bench->frames->len == 0)
    g_print ("  %-9s no frames\n", what);
  else {
    g_array_sort (bench->frames, compare_doubles);
    g_array_sort (bench->own, compare_doubles);
    g_print ("  %-9s own %5.1f ms median, %5.1f 95th, %5.1f most; whole %5.1f, %5.1f, %5.1f; %u frames\n", what,
             at_share (bench->own, 50), at_share (bench->own, 95), at_share (bench->own, 100),
             at_share (bench->frames, 50), at_share (bench->frames, 95), at_share (bench->frames, 100), bench->frames->len);
  }
  g_array_set_size (bench->frames, 0);
  g_array_set_size (bench->own, 0);
}

static void
begin (Bench *bench)
{
  g_array_set_size (bench->frames, 0);
  g_array_set_size (bench->own, 0);
  bench->outside = snapshot_ms = 0;
  bench->began = thread_ms ();
}

/* The next frame, or 40 ms where none comes. */
static void
run_frame (Bench *bench)
{
  guint n_frames = bench->frames->len;
  gboolean late = FALSE;
  guint timeout = g_timeout_add (40, set_true, &late);

  while (bench->frames->len == n_frames && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (timeout);
}

static void
bench_pan (Bench *bench)
{
  ent_map_view_fit (bench->view);
  run_for (400);
  ent_map_view_zoom_by (bench->view, 2);
  wait_settled (bench);
  begin (bench);
  for (int i = 0; i < N_FRAMES; i++) {
    EntViewport viewport = bench->view->viewport;
    viewport.left += 9 * (i < N_FRAMES / 2 ? 1 : -1);
    viewport.top += 5;
    ent_map_view_set_viewport (bench->view, viewport, FALSE);
    run_frame (bench);
  }
  report (bench, "panning");
}

static void
bench_zoom (Bench *bench)
{
  ent_map_view_fit (bench->view);
  run_for (400);
  wait_settled (bench);
  begin (bench);
  for (int i = 0; i < N_FRAMES; i++) {
    EntViewport viewport = bench->view->viewport;
    ent_viewport_zoom (&viewport, viewport.scale * (i < N_FRAMES / 2 ? 1.04 : 1 / 1.04), WIDTH / 2, HEIGHT / 2);
    ent_map_view_set_viewport (bench->view, viewport, FALSE);
    bench->last_zoom = g_get_monotonic_time () / 1000.0;
    run_frame (bench);
  }
  report (bench, "zooming");
  while (!is_settled (bench))
    g_main_context_iteration (NULL, TRUE);
  g_print ("  sharp     %5.0f ms after the last step, on the clock\n", g_get_monotonic_time () / 1000.0 - bench->last_zoom);
}

static void
bench_hover (Bench *bench)
{
  ent_map_view_fit (bench->view);
  run_for (400);
  ent_map_view_zoom_by (bench->view, 1.5);
  wait_settled (bench);
  begin (bench);
  for (int i = 0; i < N_FRAMES; i++) {
    move_pointer (bench, WIDTH / 2 + 4 * (i - N_FRAMES / 2), HEIGHT / 2 + 2 * (i % 45));
    run_frame (bench);
  }
  report (bench, "hovering");
}

/* The actor nearest to the middle of the view. */
static const EntSceneNode *
find_middle (Bench *bench)
{
  guint n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (bench->view->scene, &n_nodes), *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n_nodes; i++) {
    EntPoint at = ent_viewport_to_view (&bench->view->viewport, nodes[i].x, nodes[i].y);
    double distance = hypot (at.x - WIDTH / 2, at.y - HEIGHT / 2);
    if (distance < least) {
      least = distance;
      best = &nodes[i];
    }
  }
  return best;
}

static void
bench_drag (Bench *bench)
{
  ent_map_view_fit (bench->view);
  run_for (400);
  ent_map_view_zoom_by (bench->view, 1.5);
  wait_settled (bench);
  const EntSceneNode *node = find_middle (bench);
  EntPoint at = ent_viewport_to_view (&bench->view->viewport, node->x, node->y);

  move_pointer (bench, at.x, at.y);
  run_for (100);
  press (bench, 1, TRUE);
  run_for (50);
  move_pointer (bench, at.x + 12, at.y);
  run_for (50);
  begin (bench);
  for (int i = 0; i < N_FRAMES; i++) {
    move_pointer (bench, at.x + 12 + 2 * (i < N_FRAMES / 2 ? i : N_FRAMES - i), at.y + i % 30);
    run_frame (bench);
  }
  report (bench, bench->view->hold ? "dragging" : "NOT DRAGGING");
  press (bench, 1, FALSE);
  begin (bench);
  run_for (600);
  report (bench, "let go");
}

static void
find_origin (Bench *bench)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (bench->window));
  double x = 0, y = 0, surface_x, surface_y;
  Window child;

  gtk_widget_translate_coordinates (GTK_WIDGET (bench->view), bench->window, 0, 0, &x, &y);
  gtk_native_get_surface_transform (GTK_NATIVE (bench->window), &surface_x, &surface_y);
  XTranslateCoordinates (bench->display, gdk_x11_surface_get_xid (surface), DefaultRootWindow (bench->display), (int) (x + surface_x),
                         (int) (y + surface_y), &bench->origin_x, &bench->origin_y, &child);
}

static void
draw_colour (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static int n_drawn;

  cairo_set_source_rgb (cr, n_drawn++ % 2, 0.5, 0.5);
  cairo_paint (cr);
}

/* A widget of that size that draws one colour, another each time: what GTK itself takes for a frame. */
static void
measure_floor (void)
{
  Bench bench = { .frames = g_array_new (FALSE, FALSE, sizeof (double)), .own = g_array_new (FALSE, FALSE, sizeof (double)) };
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_colour, NULL, NULL);
  bench.window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_widget_set_size_request (area, WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (bench.window), area);
  gtk_window_present (GTK_WINDOW (bench.window));
  run_for (300);
  watch (&bench, area);
  begin (&bench);
  for (int i = 0; i < N_FRAMES; i++) {
    gtk_widget_queue_draw (area);
    run_frame (&bench);
  }
  g_print ("a widget of one colour, %d × %d\n", WIDTH, HEIGHT);
  report (&bench, "drawing");
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (area), &bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.frames);
  g_array_unref (bench.own);
}

/* ── opening ────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct { gint64 last_us; double last_ms, most_clock, most_own; } Stall;

static gboolean
tick_cb (gpointer data)
{
  Stall *stall = data;
  gint64 now_us = g_get_monotonic_time ();
  double now = thread_ms ();

  stall->most_clock = MAX (stall->most_clock, (now_us - stall->last_us) / 1000.0);
  stall->most_own = MAX (stall->most_own, now - stall->last_ms);
  stall->last_us = now_us;
  stall->last_ms = now;
  return G_SOURCE_CONTINUE;
}

/* Opens a map that has places, as one from a file, into a view that shows none. */
static void
bench_open (Bench *bench, EntSession *session, EntMap *map)
{
  gint64 start = g_get_monotonic_time ();
  Stall stall = { start, thread_ms (), 0, 0 };
  guint timer = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, &stall, NULL);

  ent_session_open (session, map, NULL);
  while (bench->view->scene == NULL || !is_settled (bench))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_print ("  opening   longest stall %.0f ms of the main thread, %.0f ms on the clock; all shown after %.0f ms\n", stall.most_own,
           stall.most_clock, (g_get_monotonic_time () - start) / 1000.0);
}

static const struct {
  const char *name;
  void (*run) (Bench *bench);
} movements[] = { { "pan", bench_pan }, { "zoom", bench_zoom }, { "hover", bench_hover }, { "drag", bench_drag } };

/* only: one of them; NULL: all. */
static void
measure (guint n_actors, guint n_relations, const char *only)
{
  g_autoptr (EntMap) map = large_map_new (n_actors, n_relations);
  g_autoptr (EntSession) session = ent_session_new ();
  Bench bench = { .frames = g_array_new (FALSE, FALSE, sizeof (double)), .own = g_array_new (FALSE, FALSE, sizeof (double)) };

  bench.view = ENT_MAP_VIEW (ent_map_view_new (session));
  bench.window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (bench.view), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.view));
  gtk_window_present (GTK_WINDOW (bench.window));
  run_for (500);
  g_print ("%u actors, %u links, %d × %d\n", n_actors, n_relations, gtk_widget_get_width (GTK_WIDGET (bench.view)),
           gtk_widget_get_height (GTK_WIDGET (bench.view)));
  bench_open (&bench, session, map);
  bench.display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  find_origin (&bench);
  watch (&bench, GTK_WIDGET (bench.view));
  move_pointer (&bench, 2, 2);
  wait_settled (&bench);
  for (guint i = 0; i < G_N_ELEMENTS (movements); i++)
    if (only == NULL || g_str_equal (only, movements[i].name))
      movements[i].run (&bench);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (bench.view)), &bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  run_for (100);
  g_array_unref (bench.frames);
  g_array_unref (bench.own);
}

int
main (int argc, char **argv)
{
  static const struct { guint n_actors, n_relations; } sizes[] = { { 60, 120 }, { 1000, 3000 }, { 10000, 20000 } };

  if (!gtk_init_check () || !GDK_IS_X11_DISPLAY (gdk_display_get_default ())) {
    g_printerr ("There is no X display; tests/in-session makes one.\n");
    return 1;
  }
  adw_init ();
  ent_frame_memory_keep ();
  measure_floor ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || g_ascii_strtoull (argv[1], NULL, 10) == sizes[i].n_actors)
      measure (sizes[i].n_actors, sizes[i].n_relations, argc > 2 ? argv[2] : NULL);
  return 0;
}
