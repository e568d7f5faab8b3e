/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-picture.h"

#include "ent-window-private.h"
#include "ent-zoom-controls.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <utime.h>

/* What another program gets of a map that is dragged to it. */

typedef struct {
  EntSession *session;
  char       *folder;
} Fixture;

typedef struct {
  GOutputStream *stream;
  GError        *error;
  gboolean       done;
} Request;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) map = fixture_map_new ();

  f->session = ent_session_new ();
  f->folder = g_dir_make_tmp ("entente-drag-XXXXXX", NULL);
  ent_session_open (f->session, map, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_assert_finalize_object (f->session);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;

  request->done = gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &request->error) || request->error;
}

static gboolean
is_done (gpointer data)
{
  return ((Request *) data)->done;
}

static void
ask (GdkContentProvider *picture, const char *mime_type, Request *request)
{
  *request = (Request) { .stream = g_memory_output_stream_new_resizable () };
  gdk_content_provider_write_mime_type_async (picture, mime_type, request->stream, G_PRIORITY_DEFAULT, NULL, written_cb, request);
}

/* (transfer full) */
static GBytes *
wait_for (Request *request)
{
  fixture_wait_for (is_done, request);
  g_assert_no_error (request->error);
  g_output_stream_close (request->stream, NULL, NULL);
  GBytes *bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (request->stream));
  g_clear_object (&request->stream);
  return bytes;
}

static GdkContentProvider *
new_picture (Fixture *f, const char *name)
{
  EntExportOptions options = { .scale = 1, .legend = TRUE };

  return ent_map_picture_new (f->session, f->folder, name, &options);
}

/* The image, and a file that is the same; both asked for at once and once more. */
static void
test_given (Fixture *f, gconstpointer data)
{
  g_autoptr (GdkContentProvider) picture = new_picture (f, "Élodie’s 100 %.png");
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (picture);
  Request as_image, as_name, again;

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/uri-list"));
  ask (picture, "image/png", &as_image);
  ask (picture, "text/uri-list", &as_name);
  g_autoptr (GBytes) image = wait_for (&as_image), name = wait_for (&as_name);
  ask (picture, "image/png", &again);
  g_autoptr (GBytes) same = wait_for (&again);
  g_assert_cmpuint (g_bytes_get_size (image), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (image, NULL), 4, "\x89PNG", 4);
  g_assert_true (g_bytes_equal (image, same));

  g_autofree char *list = g_strndup (g_bytes_get_data (name, NULL), g_bytes_get_size (name));
  g_auto (GStrv) uris = g_uri_list_extract_uris (list);
  g_assert_true (g_str_has_suffix (list, "\r\n"));
  g_assert_cmpuint (g_strv_length (uris), ==, 1);
  g_autofree char *path = g_filename_from_uri (uris[0], NULL, NULL), *contents = NULL;
  gsize n_bytes;
  g_assert_true (g_str_has_suffix (path, "Élodie’s 100 %.png"));
  g_assert_true (g_file_get_contents (path, &contents, &n_bytes, NULL));
  g_assert_cmpmem (contents, n_bytes, g_bytes_get_data (image, NULL), g_bytes_get_size (image));
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GdkContentProvider) picture = new_picture (f, "map.png"), nowhere = NULL;
  g_autofree char *file = g_build_filename (f->folder, "file", NULL);
  EntExportOptions options = { .scale = 1 };
  Request request;

  ask (picture, "text/html", &request);
  fixture_wait_for (is_done, &request);
  g_assert_error (request.error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&request.error);
  g_clear_object (&request.stream);

  /* A file stands where the folder should be: an error, and no picture by halves. */
  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  nowhere = ent_map_picture_new (f->session, file, "map.png", &options);
  ask (nowhere, "image/png", &request);
  fixture_wait_for (is_done, &request);
  g_assert_nonnull (request.error);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (request.stream)), ==, 0);
  g_clear_error (&request.error);
  g_clear_object (&request.stream);
}

/* Pictures of earlier days go, those of today stay. */
static void
test_room (Fixture *f, gconstpointer data)
{
  g_autoptr (GdkContentProvider) picture = new_picture (f, "map.png");
  g_autofree char *old = g_build_filename (f->folder, "old.png", NULL), *recent = g_build_filename (f->folder, "recent.png", NULL);
  struct utimbuf past = { 1000000000, 1000000000 };
  Request request;

  g_assert_true (g_file_set_contents (old, "", 0, NULL) && g_file_set_contents (recent, "", 0, NULL));
  g_assert_cmpint (utime (old, &past), ==, 0);
  ask (picture, "image/png", &request);
  g_autoptr (GBytes) image = wait_for (&request);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (recent, G_FILE_TEST_EXISTS));
}

/* 300 actors in a grid, each linked with three. */
static EntMap *
new_large_map (void)
{
  EntMap *map = fixture_map_new ();
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  EntEvidence evidence = { .source = ent_map_find_source (map, "s1"), .span = { 0, 2 }, .confidence = 0.9 };

  ent_map_freeze (map);
  for (guint i = 0; i < 300; i++) {
    g_autofree char *id = g_strdup_printf ("b%u", i);
    g_autoptr (EntActor) actor = ent_actor_new (id, id, i % ENT_N_KINDS);
    ent_actor_set_position (actor, 150 * (i % 32), 120 * (i / 32));
    ent_map_add_actor (map, actor);
    g_ptr_array_add (actors, actor);
  }
  for (guint i = 0; i < 900; i++) {
    g_autofree char *id = g_strdup_printf ("q%u", i);
    g_autoptr (EntRelation) relation = ent_relation_new (id, actors->pdata[i % 300], actors->pdata[(i % 300 + (i / 300) * 31 + 1) % 300], ENT_RELATION_SUPPORT, "backs");
    ent_relation_add_evidence (relation, &evidence);
    ent_map_add_relation (map, relation);
  }
  ent_map_thaw (map);
  return map;
}

/* Processor time, ms */
static double
get_cpu_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

/* A large map is drawn elsewhere than where the window lives: there it costs no more than the copy that is drawn. */
static void
test_large (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) map = new_large_map ();
  g_autoptr (GdkContentProvider) picture = NULL;
  Request request;

  ent_session_open (f->session, map, NULL);
  picture = new_picture (f, "map.png");
  double here = get_cpu_ms (CLOCK_THREAD_CPUTIME_ID), everywhere = get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  ask (picture, "image/png", &request);
  double call = get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - here;
  g_autoptr (GBytes) image = wait_for (&request);
  here = get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - here;
  everywhere = get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - everywhere;
  g_test_message ("%.0f ms of processor time in the call, %.0f ms in the main thread, %.0f ms in all", call, here, everywhere);
  g_assert_cmpfloat (here, <, everywhere / 4);
}

/* The button on the map gives it, and only where there is a map. */
static void
test_button (Fixture *f, gconstpointer data)
{
  g_autoptr (EntApplication) application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  EntWindow *window = ent_window_new (application);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (ent_zoom_controls_get_picture_button (ENT_ZOOM_CONTROLS (window->zoom_controls)));
  GtkEventController *source = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    if (GTK_IS_DRAG_SOURCE (controller))
      source = controller;   /* the button keeps it */
  }
  g_assert_nonnull (source);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GdkContentProvider) content = NULL;
    g_signal_emit_by_name (source, "prepare", 1.0, 1.0, &content);
    g_assert_true (i == 0 ? content == NULL : ENT_IS_MAP_PICTURE (content));
    ent_session_open (ent_window_get_session (window), ent_session_get_map (f->session), NULL);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/map-picture/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("given", test_given);
  ADD ("refused", test_refused);
  ADD ("room", test_room);
  ADD ("large", test_large);
  ADD ("button", test_button);
#undef ADD
  return g_test_run ();
}
