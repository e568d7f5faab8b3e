/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that offers a choice knows it by number, a setting by name: the tables here say which name has which number. */
#include "ent-preferences.h"

#include <math.h>

struct _EntPreferences {
  AdwPreferencesWindow  parent_instance;
  GtkSpinButton        *confidence_spin;
  AdwComboRow          *colour_row, *size_row, *labels_row, *fades_row;
  GtkSwitch            *give_way_switch, *fetch_switch, *legend_switch, *quotes_switch;
};

G_DEFINE_FINAL_TYPE (EntPreferences, ent_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const colours[] = { "kind", "community", NULL };
static const char *const sizes[] = { "weight", "betweenness", "degree", NULL };
static const char *const labels[] = { "fit", "emphasis", "never", NULL };

/* ── settings as rows know them ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
get_percent (GValue *value, GVariant *setting, gpointer data)
{
  g_value_set_double (value, round (g_variant_get_double (setting) * 100));
  return TRUE;
}

static GVariant *
set_percent (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_double (round (g_value_get_double (value)) / 100);
}

static gboolean
get_choice (GValue *value, GVariant *setting, gpointer names)
{
  const char *const *all = names;

  for (guint i = 0; all[i]; i++)
    if (g_str_equal (all[i], g_variant_get_string (setting, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer names)
{
  guint choice = g_value_get_uint (value);

  return choice < g_strv_length (names) ? g_variant_new_string (((const char *const *) names)[choice]) : NULL;
}

static gboolean
get_flag (GValue *value, GVariant *setting, gpointer data)
{
  g_value_set_uint (value, g_variant_get_boolean (setting));
  return TRUE;
}

static GVariant *
set_flag (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_boolean (g_value_get_uint (value) == 1);
}

static void
bind_choice (GSettings *settings, const char *key, AdwComboRow *row, const char *const *names)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_choice, set_choice, (gpointer) names, NULL);
}

/* ── the window ─────────────────────────────────────────────────────────────────────────────────────────────────── */

GtkWidget *
ent_preferences_new (GtkWindow *parent, GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  EntPreferences *self = g_object_new (ENT_TYPE_PREFERENCES, "transient-for", parent, NULL);

  g_settings_bind_with_mapping (settings, "least-confidence", self->confidence_spin, "value", G_SETTINGS_BIND_DEFAULT, get_percent, set_percent, NULL, NULL);
  bind_choice (settings, "colour-by", self->colour_row, colours);
  bind_choice (settings, "size-by", self->size_row, sizes);
  bind_choice (settings, "link-labels", self->labels_row, labels);
  g_settings_bind (settings, "neighbours-give-way", self->give_way_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "filter-fades", self->fades_row, "selected", G_SETTINGS_BIND_DEFAULT, get_flag, set_flag, NULL, NULL);
  g_settings_bind (settings, "fetch-web-pages", self->fetch_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-legend", self->legend_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "print-quotes", self->quotes_switch, "active", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}

static void
ent_preferences_class_init (EntPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, confidence_spin);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, colour_row);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, size_row);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, labels_row);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, give_way_switch);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, fades_row);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, fetch_switch);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, quotes_switch);
}

static void
ent_preferences_init (EntPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
