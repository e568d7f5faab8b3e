/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is closed while a worker works for it comes to its end in the main thread, as widgets must. A worker may let go of its task
 * after the main thread was called back. Here another thread does so each time, some time later: what the task alone kept ends there. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "ent-map-view.h"

#include "fixture.h"

#include <dlfcn.h>

#define HELD_MS 100

static GThread *main_thread;
static int      n_held, n_tasks;   /* atomic */

static gpointer
hold (gpointer data)
{
  g_autoptr (GTask) task = data;

  while (!g_task_get_completed (task))
    g_usleep (G_TIME_SPAN_MILLISECOND);
  g_usleep (HELD_MS * G_TIME_SPAN_MILLISECOND);
  g_clear_object (&task);
  g_atomic_int_add (&n_held, -1);
  g_main_context_wakeup (NULL);
  return NULL;
}

/* The program's own function stands before that of the library. */
void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  typeof (&g_task_run_in_thread) next = (gpointer) dlsym (RTLD_NEXT, "g_task_run_in_thread");

  g_atomic_int_inc (&n_tasks);
  g_atomic_int_inc (&n_held);
  g_thread_unref (g_thread_new ("hold", hold, g_object_ref (task)));
  next (task, func);
}

/* ── ends ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  int n_left, n_elsewhere;   /* atomic */
} Ends;

static void
ended_cb (gpointer data)
{
  Ends *ends = data;

  if (g_thread_self () != main_thread)
    g_atomic_int_inc (&ends->n_elsewhere);
  g_atomic_int_add (&ends->n_left, -1);
}

/* Data of an object go when it is finalised; weak references when it is disposed of, which may be earlier. */
static void
watch (Ends *ends, gpointer object)
{
  ends->n_left++;
  g_object_set_data_full (object, "ends", ends, ended_cb);
}

static gboolean
are_over (gpointer data)
{
  return g_atomic_int_get (&n_held) == 0 && g_atomic_int_get (&((Ends *) data)->n_left) == 0;
}

static void
assert_ended_here (Ends *ends, int n_tasks_before)
{
  fixture_wait_for (are_over, ends);
  g_assert_cmpint (g_atomic_int_get (&n_tasks), >, n_tasks_before);
  g_assert_cmpint (g_atomic_int_get (&ends->n_elsewhere), ==, 0);
}

/* ── what is closed ─────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_scene (gpointer view)
{
  return ent_map_view_get_scene (view) != NULL;
}

/* A view goes with its window while its scene is drawn up, or while places are sought for a map: one that has none, or anew for one
 * that has. */
static void
test_view (gconstpointer data)
{
  const char *what = data;
  EntSession *session = ent_session_new ();
  EntMap *map = fixture_large_map_new (g_strcmp0 (what, "places") != 0);
  GtkWidget *view = ent_map_view_new (session), *window = fixture_show (view, 500, 400);
  Ends ends = { 0 };
  int n_tasks_before = n_tasks;

  watch (&ends, view);
  watch (&ends, map);
  ent_session_open (session, map, NULL);
  if (g_str_equal (what, "arrange")) {
    fixture_wait_for (has_scene, view);
    ent_map_view_arrange (ENT_MAP_VIEW (view));
  }
  g_object_unref (map);
  g_object_unref (session);
  gtk_window_destroy (GTK_WINDOW (window));
  assert_ended_here (&ends, n_tasks_before);
}

/* Figures of a map that nobody looks at any more. */
static void
test_look (void)
{
  EntMap *map = fixture_large_map_new (TRUE);
  EntMapFilter *filter = ent_map_filter_new ();
  EntMapLook *look = ent_map_look_new ();
  Ends ends = { 0 };
  int n_tasks_before = n_tasks;

  watch (&ends, map);
  watch (&ends, filter);
  watch (&ends, look);
  ent_map_look_update (look, map, filter);
  g_object_set (look, "size-by", "betweenness", NULL);
  g_object_unref (map);
  g_object_unref (filter);
  g_object_unref (look);
  assert_ended_here (&ends, n_tasks_before);
}

int
main (int argc, char **argv)
{
  main_thread = g_thread_self ();
  fixture_init (&argc, &argv);
  g_test_add_data_func ("/app/worker-ends/scene", "scene", test_view);
  g_test_add_data_func ("/app/worker-ends/places", "places", test_view);
  g_test_add_data_func ("/app/worker-ends/arrange", "arrange", test_view);
  g_test_add_func ("/app/worker-ends/look", test_look);
  return g_test_run ();
}
