/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-export-dialog.h"

#include "fixture.h"

typedef struct {
  GSettings *settings;
  GtkWidget *dialog;
} Fixture;

static GSettings *
new_settings (void)
{
  return g_settings_new ("io.github.entente.Entente");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = new_settings ();
  fixture->dialog = ent_export_dialog_new (NULL, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  fixture_run_for (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog)
    {
      g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
      gtk_window_destroy (GTK_WINDOW (fixture->dialog));
      fixture_run_for (50);
      g_assert_null (fixture->dialog);
    }
  for (const char *const *key = (const char *const[]) { "export-format", "export-scale", "export-legend", "export-outlines", NULL }; *key; key++)
    g_settings_reset (fixture->settings, *key);
  g_object_unref (fixture->settings);
}

/* The row with that title. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static void
choose (Fixture *fixture, EntExportFormat format)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture->dialog, "_Format")), format);
  g_assert_cmpint (ent_export_dialog_get_format (ENT_EXPORT_DIALOG (fixture->dialog)), ==, format);
}

/* Each format has the rows that mean something for it. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "_Scale", "C_olours", "_Transparent Ground", "_Legend", "Letters as _Outlines", "_Quotes" };
  static const struct { EntExportFormat format; const char *shown; } cases[] = {
    { ENT_EXPORT_PNG, "1111.." }, { ENT_EXPORT_SVG, ".1111." }, { ENT_EXPORT_PDF, ".111.1" }, { ENT_EXPORT_HTML, ".1.1.." },
    { ENT_EXPORT_GRAPHML, "......" }, { ENT_EXPORT_GEXF, ".1...." }, { ENT_EXPORT_DOT, ".1...." },
    { ENT_EXPORT_CSV_ACTORS, "......" }, { ENT_EXPORT_CSV_RELATIONS, "......" }, { ENT_EXPORT_CSV_EVIDENCE, "......" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, ENT_EXPORT_N_FORMATS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (fixture, cases[i].format);
      fixture_run_for (50);   /* it is measured, and nothing warned of */
      for (guint t = 0; t < G_N_ELEMENTS (titles); t++)
        g_assert_cmpint (gtk_widget_get_visible (find_row (fixture->dialog, titles[t])), ==, cases[i].shown[t] == '1');
      g_assert_cmpint (*adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture->dialog, "_Format"))), !=, '\0');
    }
}

/* A ground that was made transparent for a picture is none of a web page, which has no such row. */
static void
test_options (Fixture *fixture, gconstpointer data)
{
  EntExportDialog *dialog = ENT_EXPORT_DIALOG (fixture->dialog);

  choose (fixture, ENT_EXPORT_PNG);
  g_assert_cmpfloat (ent_export_dialog_get_options (dialog).scale, ==, 2);
  g_assert_true (ent_export_dialog_get_options (dialog).legend);
  g_assert_false (ent_export_dialog_get_options (dialog).transparent);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture->dialog, "_Scale")), 3);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture->dialog, "C_olours")), 1);
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (find_row (fixture->dialog, "_Transparent Ground")))), TRUE);
  g_assert_cmpfloat (ent_export_dialog_get_options (dialog).scale, ==, 4);
  g_assert_true (ent_export_dialog_get_options (dialog).dark);
  g_assert_true (ent_export_dialog_get_options (dialog).transparent);
  choose (fixture, ENT_EXPORT_HTML);
  g_assert_false (ent_export_dialog_get_options (dialog).transparent);
  g_settings_reset (fixture->settings, "export-transparent");
}

/* How many pixels the picture will have is told before it is made. */
static void
test_size (Fixture *fixture, gconstpointer data)
{
  AdwActionRow *row = ADW_ACTION_ROW (find_row (fixture->dialog, "_Scale"));
  g_autoptr (EntMap) map = ent_map_new ();
  g_autoptr (EntActor) actor = ent_actor_new ("a1", "Україна", ENT_KIND_COUNTRY), other = ent_actor_new ("a2", "NATO", ENT_KIND_ORGANISATION);
  g_autoptr (EntScene) small = NULL, large = NULL;

  ent_actor_set_position (actor, 0, 0);
  ent_actor_set_position (other, 400, 300);
  ent_map_add_actor (map, actor);
  ent_map_add_actor (map, other);
  small = ent_scene_new (map);
  ent_actor_set_position (other, 20000, 15000);
  large = ent_scene_new (map);

  choose (fixture, ENT_EXPORT_PNG);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  ent_export_dialog_set_scene (ENT_EXPORT_DIALOG (fixture->dialog), small);
  g_autofree char *once = g_strdup (adw_action_row_get_subtitle (row));
  g_assert_cmpint (atoi (once), >, 400);
  g_assert_cmpint (atoi (once), <, 700);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_cmpint (abs (atoi (adw_action_row_get_subtitle (row)) - 2 * atoi (once)), <=, 1);
  g_autofree char *twice = g_strdup (adw_action_row_get_subtitle (row));
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (find_row (fixture->dialog, "_Legend")))), FALSE);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), !=, twice);
  ent_export_dialog_set_scene (ENT_EXPORT_DIALOG (fixture->dialog), large);
  g_assert_cmpint (atoi (adw_action_row_get_subtitle (row)), <, 20000);
}

static void
accepted_cb (gpointer dialog, EntExportFormat *format)
{
  *format = ent_export_dialog_get_format (dialog);
}

/* What was exported last is what the next dialog begins with. */
static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  EntExportFormat format = ENT_EXPORT_N_FORMATS;

  choose (fixture, ENT_EXPORT_CSV_EVIDENCE);
  g_signal_connect (fixture->dialog, "accepted", G_CALLBACK (accepted_cb), &format);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)));
  fixture_run_for (400);
  g_assert_cmpint (format, ==, ENT_EXPORT_CSV_EVIDENCE);
  g_assert_null (fixture->dialog);

  fixture->dialog = ent_export_dialog_new (NULL, fixture->settings);
  g_assert_cmpint (ent_export_dialog_get_format (ENT_EXPORT_DIALOG (fixture->dialog)), ==, ENT_EXPORT_CSV_EVIDENCE);
}

/* As the application does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/entente/Entente/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  load_style ();
#define ADD(name, test) g_test_add ("/app/export-dialog/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("rows", test_rows);
  ADD ("options", test_options);
  ADD ("size", test_size);
  ADD ("accepted", test_accepted);
  return g_test_run ();
}
