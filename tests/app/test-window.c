/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-window.h"

#include "ent-legend.h"
#include "ent-map-file.h"
#include "ent-scene.h"
#include "ent-zoom-controls.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* The window in an application of its own, on .entente files: it needs no language model. */

static EntApplication *application;

static gboolean
has_map (gpointer data)
{
  return ent_session_get_map (ent_window_get_session (data)) != NULL;
}

static EntWindow *
open_window (EntMap *map, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EntWindow *window = ent_window_new (application);

  ent_map_save (map, file, NULL, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (window));
  ent_window_open_file (window, file);
  fixture_wait_for (has_map, window);
  fixture_run_for (100);
  return window;
}

static gboolean
is_saved (gpointer data)
{
  return !ent_session_get_edited (ent_window_get_session (data));
}

/* Opened, changed, saved: the file holds the change, the title says what state it is in. */
static void
test_save (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-window-é.entente", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntMap) again = NULL;
  EntWindow *window = open_window (map, path);
  EntMap *shown = ent_session_get_map (ent_window_get_session (window));
  double x, y;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Élodie’s view");
  g_assert_false (ent_window_is_spare (window));
  ent_actor_set_position (ent_map_find_actor (shown, "a1"), -33.5, 12.25);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• Élodie’s view");

  g_action_group_activate_action (G_ACTION_GROUP (window), "save", NULL);
  fixture_wait_for (is_saved, window);
  again = ent_map_load (file, NULL, NULL);
  g_assert_true (ent_actor_get_position (ent_map_find_actor (again, "a1"), &x, &y));
  g_assert_cmpfloat (x, ==, -33.5);
  g_assert_cmpfloat (y, ==, 12.25);
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

/* A window with unsaved changes does not close before it has asked. */
static void
test_close (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-close.entente", NULL);
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);

  ent_relation_reverse (ent_map_find_relation (ent_session_get_map (ent_window_get_session (window)), "r1"));
  gtk_window_close (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  fixture_respond ("discard");
  fixture_wait_for (is_gone, &window);
  g_remove (path);
}

static gboolean
is_narrow (gpointer window)
{
  gboolean narrow;

  g_object_get (window, "narrow", &narrow, NULL);
  return narrow;
}

static gboolean
is_wide (gpointer window)
{
  return !is_narrow (window);
}

static void
assert_least_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

/* The window goes down to the width of a telephone, with all that the pane may show, and what does not fit stands in the menu. */
static void
test_least_width (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-least-width.entente", NULL);
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  EntSession *session = ent_window_get_session (window);
  EntMap *shown = ent_session_get_map (session);
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  fixture_run_for (400);   /* until it has its first size */
  g_assert_true (is_wide (window));
  assert_least_width (content);   /* or it could not be asked at once to be as narrow */
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 640);
  fixture_wait_for (is_narrow, window);
  for (guint page = 0; page < 3; page++) {
    ent_session_select (session, page == 1 ? ent_map_find_actor (shown, "a1") : NULL, page == 2 ? ent_map_find_relation (shown, "r1") : NULL);
    fixture_run_for (50);
    assert_least_width (content);
    assert_least_width (fixture_find_widget (content, ADW_TYPE_HEADER_BAR, NULL));   /* it would be cut off */
  }
  g_assert_null (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Export…"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 640);
  fixture_wait_for (is_wide, window);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Export…"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

/* What cannot be opened leaves the map that is shown alone. */
static void
test_failure (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-failure.entente", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/x.entente");
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  EntMap *shown = ent_session_get_map (ent_window_get_session (window));
  GtkWindow *dialog;

  ent_window_open_file (window, missing);
  dialog = GTK_WINDOW (fixture_wait_for_dialog ());
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "x.entente"));
  g_assert_true (ent_session_get_map (ent_window_get_session (window)) == shown);
  gtk_window_destroy (dialog);
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

/* An article in another language is refused by name, and the map that is shown stays. */
static void
test_language (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-language.entente", NULL);
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  EntMap *shown = ent_session_get_map (ent_window_get_session (window));
  GtkWindow *dialog;

  ent_window_open_text (window, "Die Fähren blieben im Hafen, weil die Mannschaften sich geweigert hatten, mit ihnen auszulaufen.");
  dialog = GTK_WINDOW (fixture_wait_for_dialog ());
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Pasted text"));
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "German"));
  g_assert_true (ent_session_get_map (ent_window_get_session (window)) == shown);
  gtk_window_destroy (dialog);
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

static char *
dup_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

/* The threshold is the setting's, for every window; a map that is saved keeps what it hides. */
static void
test_threshold (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-threshold.entente", NULL);
  g_autofree char *saved = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.entente.Entente");
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  EntSession *session = ent_window_get_session (window);
  guint n_links;

  g_assert_cmpfloat (g_settings_get_double (settings, "least-confidence"), ==, ENT_SCENE_LEAST_CONFIDENCE);
  g_settings_set_double (settings, "least-confidence", 0.8);
  g_assert_cmpfloat (ent_session_get_least_confidence (session), ==, 0.8);
  ent_scene_get_links (ent_map_view_get_scene (ent_window_get_map_view (window)), &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "3 actors · 1 of 2 links · 1 article"));

  ent_map_set_title (ent_session_get_map (session), "Ž");
  g_action_group_activate_action (G_ACTION_GROUP (window), "save", NULL);
  fixture_wait_for (is_saved, window);
  saved = dup_file (path);
  g_assert_nonnull (strstr (saved, "\"r2\""));

  ent_session_set_least_confidence (session, 0.35);
  g_assert_cmpfloat (g_settings_get_double (settings, "least-confidence"), ==, 0.35);
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

static char *
dup_state (EntWindow *window, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), name);

  return g_variant_print (state, FALSE);
}

#define assert_state(window, name, expected) G_STMT_START { \
  g_autofree char *state_ = dup_state (window, name); \
  g_assert_cmpstr (state_, ==, expected); \
} G_STMT_END

/* Map and table; what makes sense in one only is off in the other. */
static void
test_view (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-view.entente", NULL);
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  GActionGroup *actions = G_ACTION_GROUP (window);
  EntMapFilter *filter = ent_session_get_filter (ent_window_get_session (window));

  assert_state (window, "view", "'map'");
  g_assert_true (g_action_group_get_action_enabled (actions, "zoom-in"));
  g_assert_false (g_action_group_get_action_enabled (actions, "sort-table"));
  g_action_group_activate_action (actions, "view", g_variant_new_string ("table"));
  g_action_group_activate_action (actions, "view", g_variant_new_string ("nonsense"));
  assert_state (window, "view", "'table'");
  fixture_run_for (100);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-in"));
  g_assert_true (g_action_group_get_action_enabled (actions, "sort-table"));

  g_action_group_activate_action (actions, "view", g_variant_new_string ("map"));
  g_assert_false (g_action_group_get_action_enabled (actions, "clear-filters"));
  ent_map_filter_set_least_quotes (filter, 99);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "No link passes the filter"));
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "0 of 2 links"));
  g_action_group_activate_action (actions, "clear-filters", NULL);
  g_assert_null (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "No link passes the filter"));
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

typedef struct {
  EntWindow *window;
  GtkWidget *legend, *controls;
} Corner;

/* Whether legend and zoom controls lie apart and within the map, and no actor under them while all are shown. */
static gboolean
is_apart (gpointer data)
{
  const Corner *corner = data;
  EntMapView *view = ent_window_get_map_view (corner->window);
  int width = gtk_widget_get_width (GTK_WIDGET (view)), height = gtk_widget_get_height (GTK_WIDGET (view));
  graphene_rect_t a, b;
  guint n_nodes;
  double x, y;
  const EntSceneNode *nodes = ent_scene_get_nodes (ent_map_view_get_scene (view), &n_nodes);

  g_assert_true (gtk_widget_compute_bounds (corner->legend, GTK_WIDGET (view), &a) && gtk_widget_compute_bounds (corner->controls, GTK_WIDGET (view), &b));
  if (graphene_rect_intersection (&a, &b, NULL) || a.origin.x < 0 || a.origin.x + a.size.width > width
      || MAX (a.origin.y + a.size.height, b.origin.y + b.size.height) > height)
    return FALSE;
  for (guint i = 0; i < n_nodes; i++) {
    g_assert_true (ent_map_view_get_actor_point (view, nodes[i].actor, &x, &y));
    if (y >= MIN (a.origin.y, b.origin.y))
      return FALSE;
  }
  return TRUE;
}

/* They stand beside each other, or above each other in a narrow window; wherever one reads from. */
static void
test_narrow (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-narrow.entente", NULL);
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  GtkWidget *legend = fixture_find_widget (GTK_WIDGET (window), ENT_TYPE_LEGEND, NULL);
  GtkWidget *controls = fixture_find_widget (GTK_WIDGET (window), ENT_TYPE_ZOOM_CONTROLS, NULL);

  for (int width = 1100; width >= 380; width -= 360)
    for (GtkTextDirection direction = GTK_TEXT_DIR_LTR; direction <= GTK_TEXT_DIR_RTL; direction++) {
      gtk_widget_set_default_direction (direction);
      gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
      fixture_run_for (400);
      fixture_wait_for (is_apart, &(Corner) { window, legend, controls });
    }
  /* The next window is as wide as the last. */
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 640);
  fixture_run_for (400);
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

/* Ask about the selected actor, choose another in whatever way; or look at its neighbourhood. */
static void
test_ways (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-ways.entente", NULL);
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  GActionGroup *actions = G_ACTION_GROUP (window);
  EntSession *session = ent_window_get_session (window);
  EntMap *shown = ent_session_get_map (session);

  g_assert_false (g_action_group_get_action_enabled (actions, "connect"));
  g_assert_false (g_action_group_get_action_enabled (actions, "focus"));
  ent_session_select (session, ent_map_find_actor (shown, "a1"), NULL);
  g_action_group_activate_action (actions, "connect", NULL);
  fixture_run_for (300);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "Choose the actor that Élodie Müller"));
  ent_session_select (session, ent_map_find_actor (shown, "a3"), NULL);
  g_assert_cmpuint (ent_session_get_path (session)->len, ==, 3);

  /* Choosing something else calls it off. */
  ent_session_select (session, ent_map_find_actor (shown, "a1"), NULL);
  g_action_group_activate_action (actions, "connect", NULL);
  ent_session_select (session, NULL, ent_map_find_relation (shown, "r1"));
  ent_session_clear_path (session);
  ent_session_select (session, ent_map_find_actor (shown, "a3"), NULL);
  g_assert_null (ent_session_get_path (session));

  g_action_group_activate_action (actions, "focus", g_variant_new_int32 (1));
  assert_state (window, "focus", "1");
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "Only NATO and who is 1 link away"));
  g_action_group_activate_action (actions, "focus", g_variant_new_int32 (7));
  assert_state (window, "focus", "1");
  ent_session_select (session, NULL, NULL);
  g_action_group_activate_action (actions, "focus", g_variant_new_int32 (0));
  assert_state (window, "focus", "0");
  g_assert_null (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "Only NATO"));
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

/* What colours and sizes say is remembered. */
static void
test_look (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-look.entente", NULL);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.entente.Entente");
  g_autoptr (EntMap) map = fixture_map_new ();
  EntWindow *window = open_window (map, path);
  const EntScene *scene;

  g_action_group_activate_action (G_ACTION_GROUP (window), "colour-by", g_variant_new_string ("community"));
  scene = ent_map_view_get_scene (ent_window_get_map_view (window));
  g_assert_cmpint (ent_scene_get_node_tint (scene, 1), ==, 1);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "one colour form a community"));
  g_autofree char *colour = g_settings_get_string (settings, "colour-by");
  g_assert_cmpstr (colour, ==, "community");
  g_settings_set_string (settings, "colour-by", "kind");
  scene = ent_map_view_get_scene (ent_window_get_map_view (window));
  g_assert_cmpint (ent_scene_get_node_tint (scene, 1), ==, -1);
  g_assert_null (fixture_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "one colour form a community"));
  gtk_window_close (GTK_WINDOW (window));
  g_remove (path);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  application = fixture_application_new ();
  g_test_add_func ("/app/window/save", test_save);
  g_test_add_func ("/app/window/close", test_close);
  g_test_add_func ("/app/window/least-width", test_least_width);
  g_test_add_func ("/app/window/failure", test_failure);
  g_test_add_func ("/app/window/language", test_language);
  g_test_add_func ("/app/window/threshold", test_threshold);
  g_test_add_func ("/app/window/view", test_view);
  g_test_add_func ("/app/window/narrow", test_narrow);
  g_test_add_func ("/app/window/ways", test_ways);
  g_test_add_func ("/app/window/look", test_look);
  int status = g_test_run ();
  g_clear_object (&application);
  return status;
}
