/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The application as it runs, with a watch on its main thread: what ./dev bench app starts, once for each figure.
 *
 * usage: app-probe empty SINCE_US | sample SINCE_US | read ARTICLE | cancel ARTICLE | open FOLDER | export FOLDER
 *
 * A stall is what the main loop is at from where it wakes up until it asks for events again: so long a key or a click would wait. The
 * loop's own poll function is where both are seen, so nothing is missed and nothing is added. */
#include "ent-map-file.h"
#include "ent-map-view-private.h"
#include "ent-map-writing.h"
#include "ent-window-private.h"
#include "large-map.h"

#include <time.h>

#define N_STALLS 3

typedef struct {
  double wall_ms, cpu_ms, at_ms;
} Stall;

static struct {
  GPollFunc poll;
  gboolean  on;
  gint64    since_us, woke_us;
  double    woke_cpu_ms;
  Stall     longest[N_STALLS];   /* longest first */
  double    most_work_ms;        /* of the thread in one of them: on a machine that others use as well, what a stall would be without them */
} watch;

static double
thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
note_stall (void)
{
  gint64 now_us = g_get_monotonic_time ();
  Stall stall = { (now_us - watch.woke_us) / 1e3, thread_ms () - watch.woke_cpu_ms, (watch.woke_us - watch.since_us) / 1e3 };

  watch.most_work_ms = MAX (watch.most_work_ms, stall.cpu_ms);
  for (guint i = 0; i < N_STALLS; i++)
    if (stall.wall_ms > watch.longest[i].wall_ms) {
      Stall shorter = watch.longest[i];
      watch.longest[i] = stall;
      stall = shorter;
    }
}

static int
watched_poll (GPollFD *fds, guint n_fds, int timeout_ms)
{
  if (watch.on)
    note_stall ();
  int n_ready = watch.poll (fds, n_fds, timeout_ms);
  watch.woke_us = g_get_monotonic_time ();
  watch.woke_cpu_ms = thread_ms ();
  return n_ready;
}

static void
begin_watch (void)
{
  GMainContext *context = g_main_context_default ();

  if (watch.poll == NULL) {
    watch.poll = g_main_context_get_poll_func (context);
    g_main_context_set_poll_func (context, watched_poll);
  }
  for (guint i = 0; i < N_STALLS; i++)
    watch.longest[i] = (Stall) { 0 };
  watch.most_work_ms = 0;
  watch.since_us = watch.woke_us = g_get_monotonic_time ();
  watch.woke_cpu_ms = thread_ms ();
  watch.on = TRUE;
}

static void
end_watch (const char *what)
{
  watch.on = FALSE;
  g_print ("  %-22s longest stall %6.1f ms on the clock (%5.1f ms of work, %5.0f ms after the beginning); next %.1f, %.1f ms; most work %.1f ms\n", what,
           watch.longest[0].wall_ms, watch.longest[0].cpu_ms, watch.longest[0].at_ms, watch.longest[1].wall_ms, watch.longest[2].wall_ms, watch.most_work_ms);
}

/* ── the main loop ──────────────────────────────────────────────────────────────────────────────────────────────── */

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

typedef gboolean (*Condition) (gpointer data);

/* Ends the program where it does not come within two minutes. */
static void
run_until (Condition condition, gpointer data)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (120, set_true, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("waited in vain");
  g_source_remove (timeout);
}

/* Whether a map stands in the window, sharp. */
static gboolean
map_is_drawn (gpointer data)
{
  EntWindow *window = data;
  EntMapView *view = window->map_view;

  return window->opening == NULL && ent_session_get_map (window->session) && view->scene && gtk_widget_get_mapped (GTK_WIDGET (view))
    && ent_map_tiles_is_settled (view->tiles) && ent_map_tiles_get_blur (view->tiles, &view->viewport) == 1;
}

/* ── how long a start takes ─────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64     since_us;
  gboolean   empty;              /* there is no map to wait for */
  gboolean   painted;            /* in the frame that is ending */
  double     first_ms, map_ms;   /* 0: not yet */
  double     first_cpu_ms;       /* of the main thread */
  GtkWidget *window;
} Start;

static double
process_ms (void)
{
  return clock () * 1e3 / CLOCKS_PER_SEC;
}

static void
paint_cb (GdkFrameClock *clock, Start *start)
{
  start->painted = TRUE;
}

/* The X server has what was painted when it has answered. */
static void
painted_cb (GdkFrameClock *clock, Start *start)
{
  if (!start->painted)
    return;
  start->painted = FALSE;
  gdk_display_sync (gdk_display_get_default ());
  double now_ms = (g_get_monotonic_time () - start->since_us) / 1e3;
  if (start->first_ms == 0) {
    start->first_ms = now_ms;
    start->first_cpu_ms = thread_ms ();
  }
  if (!start->empty && map_is_drawn (start->window))
    start->map_ms = now_ms;
  if (!start->empty && start->map_ms == 0)
    return;
  g_signal_handlers_disconnect_by_data (clock, start);
  g_print ("%.1f %.1f %.1f %.1f\n", start->first_ms, start->first_cpu_ms, start->map_ms, process_ms ());
  g_application_quit (g_application_get_default ());
}

static void
mapped_cb (GtkWidget *window, Start *start)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), start);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), start);
}

static void
window_added_cb (GtkApplication *application, GtkWidget *window, Start *start)
{
  if (start->window)
    return;
  start->window = window;
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), start);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_present (GTK_WINDOW (window));
}

/* Prints "FIRST_FRAME_MS MAIN_THREAD_CPU_MS MAP_MS ALL_THREADS_CPU_MS". empty: what the toolkit itself needs. */
static void
probe_start (gint64 since_us, gboolean empty)
{
  Start start = { .since_us = since_us, .empty = empty };
  char *argv[] = { (char *) "entente", NULL };
  g_autoptr (GApplication) application = empty
    ? G_APPLICATION (adw_application_new ("io.github.entente.Empty", (GApplicationFlags) 0))
    : G_APPLICATION (ent_application_new ());

  if (empty)
    g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &start);
  g_application_run (application, 1, argv);
}

/* ── stalls ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* A window that shows nothing, at rest. */
static EntWindow *
start_empty (void)
{
  EntApplication *application = ent_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_default (G_APPLICATION (application));
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  EntWindow *window = ent_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  ent_window_open_nothing (window);
  run_for (600);
  return window;
}

static void
probe_read (const char *path)
{
  EntWindow *window = start_empty ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  begin_watch ();
  ent_window_open_file (window, file);
  run_until (map_is_drawn, window);
  double time_ms = (g_get_monotonic_time () - watch.since_us) / 1e3;
  run_for (600);
  EntMap *map = ent_session_get_map (window->session);
  g_print ("  read in %.1f s: %u actors, %u links\n", time_ms / 1e3, g_list_model_get_n_items (ent_map_get_actors (map)),
           g_list_model_get_n_items (ent_map_get_relations (map)));
  end_watch ("reading");
  begin_watch ();
  ent_detail_pane_show_article (window->detail_pane);
  run_for (600);
  end_watch ("turning to its article");
}

/* The same map is opened twice: the first time in a window fresh from its start. */
static void
probe_open (const char *folder)
{
  EntWindow *window = start_empty ();
  g_autofree char *path = g_build_filename (folder, "large.entente", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntMap) map = large_map_new (1000, 3000);
  g_autoptr (GError) error = NULL;

  if (!ent_map_save (map, file, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < 2; i++) {
    run_for (600);
    begin_watch ();
    ent_window_open_file (window, file);
    run_until (map_is_drawn, window);
    run_for (600);
    end_watch (i == 0 ? "opening" : "opening again");
  }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!ent_map_writing_finish (result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
probe_export (const char *folder)
{
  static const EntExportFormat formats[] = { ENT_EXPORT_PNG, ENT_EXPORT_SVG, ENT_EXPORT_PDF, ENT_EXPORT_HTML, ENT_EXPORT_GRAPHML };
  EntWindow *window = start_empty ();
  g_autoptr (EntMap) map = large_map_new (1000, 3000);

  ent_session_open (window->session, map, NULL);
  run_until (map_is_drawn, window);
  run_for (600);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    const char *suffix = ent_export_format_get_suffix (formats[i]);
    g_autofree char *path = g_strdup_printf ("%s/large.%s", folder, suffix);
    g_autofree char *what = g_strdup_printf ("export as %s", suffix);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    EntExportOptions options = { .scale = 1, .legend = TRUE, .quotes = TRUE };
    gboolean written = FALSE;

    begin_watch ();
    ent_map_writing_export_async (window->session, file, formats[i], &options, NULL, written_cb, &written);
    run_until (is_true, &written);
    run_for (100);
    end_watch (what);
  }
}

/* ── how soon a cancel is heeded ────────────────────────────────────────────────────────────────────────────────── */

static gint64 gone_us;   /* atomic: when the job that was cancelled was let go of by its worker; 0: not yet */

static void
gone_cb (gpointer data, GObject *opening)
{
  __atomic_store_n (&gone_us, g_get_monotonic_time (), __ATOMIC_SEQ_CST);
}

typedef struct {
  EntOpening *opening;
  double      fraction;
} Moment;

static gboolean
is_come (gpointer data)
{
  Moment *moment = data;
  double fraction;

  g_object_get (moment->opening, "fraction", &fraction, NULL);
  return fraction >= moment->fraction;
}

static gboolean
is_gone (gpointer data)
{
  g_main_context_wakeup (NULL);
  g_usleep (200);
  return __atomic_load_n (&gone_us, __ATOMIC_SEQ_CST) != 0;
}

static gboolean
is_free (gpointer data)
{
  return ENT_WINDOW (data)->opening == NULL;
}

static void
probe_cancel (const char *path)
{
  /* Of the way: while the model is loaded, in the network, among the actors, among the links, while places are found. */
  static const double fractions[] = { 0, 0.06, 0.2, 0.4, 0.6, 0.8, 0.9, 0.94, 0.96 };
  EntWindow *window = start_empty ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++) {
    ent_window_open_file (window, file);
    Moment moment = { g_object_ref (window->opening), fractions[i] };
    gone_us = 0;
    g_object_weak_ref (G_OBJECT (moment.opening), gone_cb, NULL);
    run_for (20);
    run_until (is_come, &moment);
    g_object_unref (moment.opening);
    begin_watch ();
    double work_ms = process_ms ();
    ent_window_cancel_opening (window);
    run_until (is_free, window);
    double free_ms = (g_get_monotonic_time () - watch.since_us) / 1e3;
    run_until (is_gone, NULL);
    g_print ("  cancel at %3.0f %%: the window is free after %5.1f ms, its workers rest after %6.1f ms (%5.1f ms of all threads' work)\n",
             100 * fractions[i], free_ms, (gone_us - watch.since_us) / 1e3, process_ms () - work_ms);
    watch.on = FALSE;
  }
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*run) (const char *argument); } probes[] = {
    { "read", probe_read }, { "cancel", probe_cancel }, { "open", probe_open }, { "export", probe_export },
  };

  if (argc != 3)
    return 2;
  if (g_str_equal (argv[1], "empty") || g_str_equal (argv[1], "sample")) {
    probe_start (g_ascii_strtoll (argv[2], NULL, 10), g_str_equal (argv[1], "empty"));
    return 0;
  }
  if (!gtk_init_check ()) {
    g_printerr ("There is no display; tests/in-session makes one.\n");
    return 1;
  }
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    if (g_str_equal (argv[1], probes[i].name)) {
      probes[i].run (argv[2]);
      return 0;
    }
  return 2;
}
