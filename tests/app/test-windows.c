/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-window.h"

#include "ent-map-file.h"
#include "ent-recent.h"
#include "fixture.h"

#include <glib/gstdio.h>

/* Several windows in one program: what opens where, and what each remembers. */

static EntApplication *application;

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static void
close_all (void)
{
  for (GList *at; (at = gtk_application_get_windows (GTK_APPLICATION (application))); )
    gtk_window_destroy (at->data);
}

static gboolean
has_map (gpointer data)
{
  return ent_session_get_map (ent_window_get_session (data)) != NULL;
}

static GFile *
save_map (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_for_path (path);

  ent_map_save (map, file, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static void
open_file (GFile *file)
{
  g_application_open (G_APPLICATION (application), &file, 1, "");
}

static EntWindow *
get_active (void)
{
  return ENT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

/* Whether the desktop's own symbols are pictures: where they are SVG the first frame cannot do without the library that draws that. */
static gboolean
has_pictures (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, "open-menu-symbolic", NULL, 16, 1, GTK_TEXT_DIR_LTR, 0);
  g_autoptr (GFile) file = gtk_icon_paintable_get_file (icon);
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;

  return name && g_str_has_suffix (name, ".png");
}

typedef struct {
  gboolean painted, drew_svg;
} FirstFrame;

static void
paint_cb (FirstFrame *frame)
{
  g_autofree char *maps = NULL;

  if (frame->painted)
    return;
  frame->painted = TRUE;
  g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL);
  g_assert_nonnull (maps);
  frame->drew_svg = strstr (maps, "librsvg") != NULL;
}

static gboolean
is_painted (gpointer frame)
{
  return ((FirstFrame *) frame)->painted;
}

static gboolean
has_icon (gpointer window)
{
  const char *icon = gtk_window_get_icon_name (window);

  return icon && g_strcmp0 (icon, gtk_window_get_default_icon_name ()) == 0;
}

/* What is not seen in it is not drawn for it: the library of SVG takes a tenth of a start. The window's icon comes after it. */
static void
test_first_frame (void)
{
  g_autoptr (GFile) file = save_map ("entente-test-windows-0.entente");
  FirstFrame frame = { FALSE };
  EntWindow *window;

  if (!has_pictures ()) {
    g_test_skip ("the symbols of this desktop are SVG");
    return;
  }
  open_file (file);
  window = get_active ();
  g_assert_null (gtk_window_get_default_icon_name ());
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "paint", G_CALLBACK (paint_cb), &frame);
  fixture_wait_for (is_painted, &frame);
  g_assert_false (frame.drew_svg);
  fixture_wait_for (has_icon, window);
  close_all ();
  g_file_delete (file, NULL, NULL);
}

/* A file that is open, with changes or while it is being opened, is not opened again; an empty window is made use of. */
static void
test_raise (void)
{
  g_autoptr (GFile) one = save_map ("entente-test-windows-1-é.entente"), two = save_map ("entente-test-windows-2.entente");
  EntWindow *first;

  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  first = get_active ();
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (first), ADW_TYPE_STATUS_PAGE, NULL));
  g_assert_true (ent_window_is_spare (first));
  open_file (one);
  open_file (one);
  g_assert_cmpuint (count_windows (), ==, 1);
  fixture_wait_for (has_map, first);
  g_assert_true (ent_window_shows_file (first, one));
  g_assert_false (ent_window_shows_file (first, two));

  open_file (two);
  g_assert_cmpuint (count_windows (), ==, 2);
  fixture_run_for (300);
  ent_relation_reverse (ent_map_find_relation (ent_session_get_map (ent_window_get_session (first)), "r1"));
  open_file (one);
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_true (ent_application_find_window (application, one) == GTK_WINDOW (first));
  close_all ();
  g_assert_null (ent_application_find_window (application, one));
  g_file_delete (one, NULL, NULL);
  g_file_delete (two, NULL, NULL);
}

static gboolean
is_spare (gpointer window)
{
  return ent_window_is_spare (window);
}

/* A window in which nothing could be opened is made use of for the next file; what is wrong is said as a sentence. */
static void
test_failure (void)
{
  g_autoptr (GFile) map = save_map ("entente-test-windows-3.entente"), missing = g_file_new_for_path ("/nonexistent/ж.txt");
  EntWindow *window;
  GtkWidget *dialog;

  open_file (missing);
  window = get_active ();
  g_assert_false (ent_window_is_spare (window));
  fixture_wait_for (is_spare, window);
  dialog = GTK_WIDGET (fixture_wait_for_dialog ());
  g_assert_nonnull (fixture_find_widget (dialog, GTK_TYPE_LABEL, "There is no such file"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  open_file (map);
  g_assert_cmpuint (count_windows (), ==, 1);
  fixture_wait_for (has_map, window);
  close_all ();
  g_file_delete (map, NULL, NULL);
}

/* The window of an article that was read and not saved as a map yet. */
static void
test_article (void)
{
  EntWindow *window = ent_window_new (application);
  g_autoptr (EntMap) map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", "A", "file:///x/an%20article.txt", NULL, "en", "Text.");
  g_autoptr (GFile) article = g_file_new_for_path ("/x/an article.txt"), other = g_file_new_for_path ("/x/another.txt");

  ent_map_add_source (map, source);
  ent_session_open (ent_window_get_session (window), map, NULL);
  g_assert_true (ent_window_shows_file (window, article));
  g_assert_false (ent_window_shows_file (window, other));
  /* A map that is kept in a file is another thing than the article that it began with. */
  ent_session_saved (ent_window_get_session (window), other, ent_session_get_serial (ent_window_get_session (window)));
  g_assert_false (ent_window_shows_file (window, article));
  close_all ();
}

static gboolean
is_remembered (gpointer uri)
{
  return gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri);
}

static gboolean
is_forgotten (gpointer uri)
{
  return !is_remembered (uri);
}

/* What is opened is remembered; what is gone is said to be, and forgotten, and the map stays. */
static void
test_recent (void)
{
  g_autoptr (GFile) file = save_map ("entente-test-windows-3.entente");
  g_autofree char *uri = g_file_get_uri (file);
  EntWindow *window = ent_window_new (application);
  EntSession *session = ent_window_get_session (window);

  gtk_window_present (GTK_WINDOW (window));
  ent_recent_clear (gtk_recent_manager_get_default ());
  ent_window_open_file (window, file);
  fixture_wait_for (has_map, window);
  fixture_wait_for (is_remembered, uri);
  g_file_delete (file, NULL, NULL);
  EntMap *shown = ent_session_get_map (session);
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-recent", g_variant_new_string (uri));
  fixture_wait_for (is_forgotten, uri);
  fixture_run_for (300);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "no longer there"));
  g_assert_true (ent_session_get_map (session) == shown);
  close_all ();
}

static gboolean
has_row (gpointer window)
{
  return fixture_find_widget (window, ADW_TYPE_ACTION_ROW, "entente-test-windows-4 & ü.entente") != NULL;
}

/* An empty window offers what was opened last. */
static void
test_start_page (void)
{
  g_autoptr (GFile) file = save_map ("entente-test-windows-4 & ü.entente");

  ent_recent_clear (gtk_recent_manager_get_default ());
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  EntWindow *window = get_active ();
  fixture_run_for (100);
  g_assert_null (fixture_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "entente-test-windows-4"));
  ent_recent_add (gtk_recent_manager_get_default (), file);
  fixture_wait_for (has_row, window);
  gtk_widget_activate (fixture_find_widget (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "entente-test-windows-4 & ü.entente"));
  fixture_wait_for (has_map, window);
  g_assert_true (ent_window_shows_file (window, file));
  close_all ();
  g_file_delete (file, NULL, NULL);
}

/* A new window begins as the last one was left; those that are open keep their own size. */
static void
test_geometry (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.entente.Entente");
  EntWindow *one = ent_window_new (application), *other = ent_window_new (application), *third;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (other), 700, 500);
  gtk_window_set_default_size (GTK_WINDOW (one), 900, 600);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 900);
  gtk_window_get_default_size (GTK_WINDOW (other), &width, &height);
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 500);
  third = ent_window_new (application);
  gtk_window_get_default_size (GTK_WINDOW (third), &width, &height);
  g_assert_cmpint (width, ==, 900);
  close_all ();
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  application = fixture_application_new ();
  g_test_add_func ("/app/windows/first-frame", test_first_frame);   /* first: a library stays loaded */
  g_test_add_func ("/app/windows/raise", test_raise);
  g_test_add_func ("/app/windows/failure", test_failure);
  g_test_add_func ("/app/windows/article", test_article);
  g_test_add_func ("/app/windows/recent", test_recent);
  g_test_add_func ("/app/windows/start-page", test_start_page);
  g_test_add_func ("/app/windows/geometry", test_geometry);
  int status = g_test_run ();
  g_clear_object (&application);
  return status;
}
