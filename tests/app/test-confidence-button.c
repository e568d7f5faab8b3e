/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-confidence-button.h"

#include "ent-map-file.h"
#include "ent-map-writing.h"
#include "ent-scene.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  EntSession *session;
  EntMap     *map;
  GtkWidget  *button;
  GtkWidget  *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ent_session_new ();
  fixture->map = fixture_map_new ();
  fixture->button = ent_confidence_button_new (fixture->session);
  fixture->window = fixture_show (fixture->button, 400, 300);
  ent_session_open (fixture->session, fixture->map, NULL);
  fixture_run_for (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* A tooltip that was set asks for the pointer a little later, whether or not its window is still there. */
  fixture_run_for (600);
  fixture_destroy_window (fixture->window, fixture->button);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->map);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *text)
{
  return fixture_find_widget (fixture->button, type, text);
}

static GtkWidget *
open_popover (Fixture *fixture)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (find (fixture, GTK_TYPE_MENU_BUTTON, NULL)));
  fixture_run_for (100);
  return find (fixture, GTK_TYPE_SCALE, NULL);
}

static const char *
get_tooltip (Fixture *fixture)
{
  return gtk_widget_get_tooltip_text (find (fixture, GTK_TYPE_MENU_BUTTON, NULL));
}

/* Nothing is said of links while none are hidden; then how many there are. */
static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "0"));
  g_assert_cmpstr (get_tooltip (fixture), ==, "Confidence: No links hidden");
  ent_session_set_least_confidence (fixture->session, 0.8);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1"));
  g_assert_cmpstr (get_tooltip (fixture), ==, "Confidence: 1 weak link hidden");
  ent_map_remove_relation (fixture->map, ent_map_find_relation (fixture->map, "r2"));
  g_assert_cmpstr (get_tooltip (fixture), ==, "Confidence: No links hidden");
}

/* The scale moves the threshold, by whole percents, and follows it; "Default" brings it back. */
static void
test_scale (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = open_popover (fixture), *back;

  g_assert_nonnull (scale);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 35);
  back = find (fixture, GTK_TYPE_BUTTON, "_Default");
  g_assert_false (gtk_widget_get_sensitive (back));

  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_PAGE_RIGHT);
  g_assert_cmpfloat (ent_session_get_least_confidence (fixture->session), ==, 0.45);
  gtk_range_set_value (GTK_RANGE (scale), 95.4);
  g_assert_cmpfloat (ent_session_get_least_confidence (fixture->session), ==, 0.95);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 weak link hidden"));
  gtk_range_set_value (GTK_RANGE (scale), 100);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "2 weak links hidden"));

  g_assert_true (gtk_widget_get_sensitive (back));
  g_signal_emit_by_name (back, "clicked");
  g_assert_cmpfloat (ent_session_get_least_confidence (fixture->session), ==, ENT_SCENE_LEAST_CONFIDENCE);
  ent_session_set_least_confidence (fixture->session, 0.2);
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (scale)), 20, 1e-9);
  g_assert_cmpfloat (ent_session_get_least_confidence (fixture->session), ==, 0.2);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ent_map_writing_finish (result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* A picture has the links that are shown and no others. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-é-above.svg", NULL);
  g_autofree char *drawing = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  EntExportOptions options = { 0 };
  gboolean written = FALSE;

  ent_session_set_least_confidence (fixture->session, 0.8);
  ent_map_writing_export_async (fixture->session, file, ENT_EXPORT_SVG, &options, NULL, written_cb, &written);
  fixture_wait_for (is_true, &written);
  g_assert_true (g_file_get_contents (path, &drawing, NULL, NULL));
  g_assert_nonnull (strstr (drawing, "id=\"relation-r1\""));
  g_assert_null (strstr (drawing, "id=\"relation-r2\""));
  g_assert_nonnull (strstr (drawing, "id=\"actor-a1\""));
  g_remove (path);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/confidence-button/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("count", test_count);
  ADD ("scale", test_scale);
  ADD ("export", test_export);
  return g_test_run ();
}
