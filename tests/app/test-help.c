/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-application.h"

#include "ent-window.h"
#include "fixture.h"

#include <string.h>

/* What the program says of itself: the window of keyboard shortcuts against the keys that do something, guide, About. */

static EntApplication *application;

/* Every word of every accelerator that the window of shortcuts shows. */
static void
collect (GtkWidget *widget, GHashTable *keys)
{
  g_autofree char *accelerator = NULL;
  g_auto (GStrv) words = NULL;

  if (G_OBJECT_TYPE (widget) == GTK_TYPE_SHORTCUTS_SHORTCUT) {
    g_object_get (widget, "accelerator", &accelerator, NULL);
    words = g_strsplit (accelerator, " ", -1);
    for (char **word = words; *word; word++) {
      guint key;
      GdkModifierType modifiers;
      g_assert_true (strstr (*word, "...") || gtk_accelerator_parse (*word, &key, &modifiers));
      g_hash_table_add (keys, strstr (*word, "...") ? g_strdup (*word) : gtk_accelerator_name (key, modifiers));
    }
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, keys);
}

static void
show_shortcuts (EntWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-help-overlay", NULL);
  GtkWidget *overlay = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_assert_true (overlay && gtk_widget_get_visible (overlay));
  fixture_run_for (50);   /* it is measured, and nothing warned of */
  gtk_widget_set_visible (overlay, FALSE);
}

/* Every action with a key is there with it, and every key that stands there and has a modifier does something. */
static void
test_shortcuts (void)
{
  static const char *const of_widgets[] = { "<Shift>Tab", "<Shift>F10", "<Shift>Return", "<Control>space", "<Alt>1...3", NULL };
  EntWindow *window = ent_window_new (application);
  g_assert_null (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  show_shortcuts (window);
  GtkWidget *overlay = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), bound = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  GHashTableIter at;
  gpointer key;

  show_shortcuts (window);   /* it stays the same */
  g_assert_true (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)) == GTK_SHORTCUTS_WINDOW (overlay));
  collect (overlay, shown);
  g_assert_cmpuint (g_hash_table_size (shown), >, 30);
  for (char **action = actions; *action; action++) {
    g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), *action);
    gboolean found = g_str_has_prefix (*action, "win.focus(");   /* stand together */
    for (char **accel = accels; *accel; accel++) {
      found = found || g_hash_table_contains (shown, *accel);
      g_hash_table_add (bound, g_strdup (*accel));
    }
    if (!found)
      g_error ("no key of %s is in the window of shortcuts", *action);
  }
  g_hash_table_iter_init (&at, shown);
  while (g_hash_table_iter_next (&at, &key, NULL))
    if (strchr (key, '<') && !g_hash_table_contains (bound, key) && !g_strv_contains (of_widgets, key))
      g_error ("%s is in the window of shortcuts and does nothing", (char *) key);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (g_type_is_a (G_OBJECT_TYPE (window), type))
      return window;
  }
  return NULL;
}

/* One guide, however often it is asked for. */
static void
test_guide (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "guide", NULL);
  fixture_run_for (100);
  GtkWindow *guide = find_window (ADW_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (guide);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (guide), GTK_TYPE_LABEL, "Countries are circles"));
  g_action_group_activate_action (G_ACTION_GROUP (application), "guide", NULL);
  g_assert_true (find_window (ADW_TYPE_PREFERENCES_WINDOW) == guide);
  gtk_window_destroy (guide);
  g_assert_null (find_window (ADW_TYPE_PREFERENCES_WINDOW));
  g_action_group_activate_action (G_ACTION_GROUP (application), "guide", NULL);
  guide = find_window (ADW_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (guide);
  gtk_window_destroy (guide);
}

static void
test_about (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  fixture_run_for (100);
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (find_window (ADW_TYPE_ABOUT_WINDOW));
  g_assert_cmpstr (adw_about_window_get_application_icon (about), ==, "io.github.entente.Entente");
  g_assert_cmpint (adw_about_window_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  g_assert_nonnull (strstr (adw_about_window_get_debug_info (about), "Language model: "));
  gtk_window_destroy (GTK_WINDOW (about));
}

static void
test_preferences (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  GtkWindow *preferences = find_window (ADW_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (preferences);
  gtk_window_destroy (preferences);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  application = fixture_application_new ();
  g_test_add_func ("/app/help/shortcuts", test_shortcuts);
  g_test_add_func ("/app/help/guide", test_guide);
  g_test_add_func ("/app/help/about", test_about);
  g_test_add_func ("/app/help/preferences", test_preferences);
  int status = g_test_run ();
  g_clear_object (&application);
  return status;
}
