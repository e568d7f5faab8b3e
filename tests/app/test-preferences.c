/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-preferences.h"

#include "fixture.h"

static GSettings *settings;
static GtkWidget *window;

static void
set_up (gpointer *fixture, gconstpointer data)
{
  settings = g_settings_new ("io.github.entente.Entente");
  window = ent_preferences_new (NULL, settings);
  gtk_window_present (GTK_WINDOW (window));
  fixture_run_for (100);
}

static void
tear_down (gpointer *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_run_for (100);
  g_assert_null (window);
  for (const char *const *key = (const char *const[]) { "least-confidence", "colour-by", "size-by", "link-labels", "neighbours-give-way", "filter-fades", "fetch-web-pages", "export-legend", "print-quotes", NULL }; *key; key++)
    g_settings_reset (settings, *key);
  g_clear_object (&settings);
}

static GtkWidget *
find (GType type, const char *row_title)
{
  GtkWidget *row = fixture_find_widget (window, ADW_TYPE_ACTION_ROW, row_title);

  g_assert_nonnull (row);
  return type == ADW_TYPE_COMBO_ROW ? row : fixture_find_widget (row, type, NULL);
}

static void
test_confidence (gpointer *fixture, gconstpointer data)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find (GTK_TYPE_SPIN_BUTTON, "Least Confidence"));

  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 35);
  gtk_spin_button_set_value (spin, 57);
  g_assert_cmpfloat (g_settings_get_double (settings, "least-confidence"), ==, 0.57);
  g_settings_set_double (settings, "least-confidence", 0.29);
  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 29);
  g_assert_cmpfloat (g_settings_get_double (settings, "least-confidence"), ==, 0.29);
}

/* A row's choices in their order, as the setting has them. */
static void
test_choices (gpointer *fixture, gconstpointer data)
{
  static const struct { const char *title, *key, *names[4]; } rows[] = {
    { "Colour", "colour-by", { "kind", "community" } },
    { "Size", "size-by", { "weight", "betweenness", "degree" } },
    { "bels of Links", "link-labels", { "fit", "emphasis", "never" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AdwComboRow *row = ADW_COMBO_ROW (find (ADW_TYPE_COMBO_ROW, rows[i].title));
    g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, g_strv_length ((char **) rows[i].names));
    for (int n = g_strv_length ((char **) rows[i].names) - 1; n >= 0; n--) {
      adw_combo_row_set_selected (row, n);
      g_autofree char *name = g_settings_get_string (settings, rows[i].key);
      g_assert_cmpstr (name, ==, rows[i].names[n]);
    }
    g_settings_set_string (settings, rows[i].key, rows[i].names[1]);
    g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  }
}

static void
test_flags (gpointer *fixture, gconstpointer data)
{
  AdwComboRow *fades = ADW_COMBO_ROW (find (ADW_TYPE_COMBO_ROW, "Leaves Out"));
  GtkSwitch *legend = GTK_SWITCH (find (GTK_TYPE_SWITCH, "gend")), *quotes = GTK_SWITCH (find (GTK_TYPE_SWITCH, "Quotes"));
  GtkSwitch *fetches = GTK_SWITCH (find (GTK_TYPE_SWITCH, "Fetch _Web Pages"));

  g_assert_cmpuint (adw_combo_row_get_selected (fades), ==, 0);
  adw_combo_row_set_selected (fades, 1);
  g_assert_true (g_settings_get_boolean (settings, "filter-fades"));
  g_settings_set_boolean (settings, "filter-fades", FALSE);
  g_assert_cmpuint (adw_combo_row_get_selected (fades), ==, 0);
  GtkSwitch *give_way = GTK_SWITCH (find (GTK_TYPE_SWITCH, "Give Way"));
  g_assert_true (gtk_switch_get_active (give_way));
  gtk_switch_set_active (give_way, FALSE);
  g_assert_false (g_settings_get_boolean (settings, "neighbours-give-way"));
  g_assert_true (gtk_switch_get_active (legend));
  gtk_switch_set_active (legend, FALSE);
  g_assert_false (g_settings_get_boolean (settings, "export-legend"));
  g_assert_false (gtk_switch_get_active (fetches));
  gtk_switch_set_active (fetches, TRUE);
  g_assert_true (g_settings_get_boolean (settings, "fetch-web-pages"));
  gtk_switch_set_active (quotes, TRUE);
  g_assert_true (g_settings_get_boolean (settings, "print-quotes"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/preferences/" name, gpointer, NULL, set_up, test, tear_down)
  ADD ("confidence", test_confidence);
  ADD ("choices", test_choices);
  ADD ("flags", test_flags);
  return g_test_run ();
}
