/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One table says what each format is called, what it is for, and which rows it has. */
#include "ent-export-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

struct _EntExportDialog {
  AdwWindow    parent_instance;
  GtkWidget   *export_button;
  AdwComboRow *format_row;
  GtkWidget   *options_group;
  AdwComboRow *scale_row;
  AdwComboRow *colours_row;
  GtkWidget   *transparent_row, *legend_row, *outlines_row, *quotes_row;
  GtkSwitch   *transparent_switch, *legend_switch, *outlines_switch, *quotes_switch;
  GSettings   *settings;     /* nullable */
  double       width[2], height[2];   /* of the picture at scale 1, without and with a legend; 0: not known */
};

enum { ACCEPTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ADW_TYPE_WINDOW)

enum { ROW_SCALE = 1, ROW_COLOURS = 2, ROW_TRANSPARENT = 4, ROW_LEGEND = 8, ROW_OUTLINES = 16, ROW_QUOTES = 32 };

static const struct { const char *name, *purpose; guint rows; } formats[ENT_EXPORT_N_FORMATS] = {
  [ENT_EXPORT_PNG]  = { N_("Picture (PNG)"), N_("For slides, pages and messages"), ROW_SCALE | ROW_COLOURS | ROW_TRANSPARENT | ROW_LEGEND },
  [ENT_EXPORT_SVG]  = { N_("Drawing (SVG)"), N_("Sharp at any size, with the quotes as tooltips"), ROW_COLOURS | ROW_TRANSPARENT | ROW_LEGEND | ROW_OUTLINES },
  [ENT_EXPORT_PDF]  = { N_("Document (PDF)"), N_("For print"), ROW_COLOURS | ROW_TRANSPARENT | ROW_LEGEND | ROW_QUOTES },
  [ENT_EXPORT_HTML] = { N_("Web Page (HTML)"), N_("The map to click on, tables and all quotes in one file"), ROW_COLOURS | ROW_LEGEND },
  [ENT_EXPORT_GRAPHML] = { N_("Graph (GraphML)"), N_("For yEd, Cytoscape, Gephi, igraph, NetworkX"), 0 },
  [ENT_EXPORT_GEXF] = { N_("Graph (GEXF)"), N_("For Gephi, with places and colours"), ROW_COLOURS },
  [ENT_EXPORT_DOT]  = { N_("Graph (DOT)"), N_("For Graphviz, with places and colours"), ROW_COLOURS },
  [ENT_EXPORT_CSV_RELATIONS] = { N_("Table of Links (CSV)"), N_("For spreadsheets: a row for each link"), 0 },
  [ENT_EXPORT_CSV_ACTORS]    = { N_("Table of Actors (CSV)"), N_("For spreadsheets: a row for each actor"), 0 },
  [ENT_EXPORT_CSV_EVIDENCE]  = { N_("Table of Quotes (CSV)"), N_("For spreadsheets: a row for each quote"), 0 },
};

EntExportFormat
ent_export_dialog_get_format (EntExportDialog *self)
{
  return (EntExportFormat) adw_combo_row_get_selected (self->format_row);
}

const char *
ent_export_dialog_get_format_name (EntExportDialog *self)
{
  return _(formats[ent_export_dialog_get_format (self)].name);
}

/* How many pixels it comes to; a large map has no finer picture than opens well. */
static void
update_size (EntExportDialog *self)
{
  gboolean legend = gtk_switch_get_active (self->legend_switch);
  double   width = self->width[legend], height = self->height[legend], wanted = adw_combo_row_get_selected (self->scale_row) + 1, scale;
  g_autofree char *size = NULL;

  if (width <= 0)
    return;
  scale = ent_export_limit_scale (width, height, wanted);
  if (scale < wanted)
    /* Translators: the size of a picture that would be too large to be opened at the scale that was chosen */
    size = g_strdup_printf (_("%.0f × %.0f pixels, as many as open well"), ceil (width * scale), ceil (height * scale));
  else
    size = g_strdup_printf (_("%.0f × %.0f pixels"), ceil (width * scale), ceil (height * scale));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scale_row), size);
}

void
ent_export_dialog_set_scene (EntExportDialog *self, const EntScene *scene)
{
  g_return_if_fail (ENT_IS_EXPORT_DIALOG (self));
  g_return_if_fail (scene != NULL);

  for (guint legend = 0; legend < 2; legend++)
    ent_export_measure (scene, legend != 0, &self->width[legend], &self->height[legend]);
  update_size (self);
}

EntExportOptions
ent_export_dialog_get_options (EntExportDialog *self)
{
  guint rows = formats[ent_export_dialog_get_format (self)].rows;

  return (EntExportOptions) {
    .scale = adw_combo_row_get_selected (self->scale_row) + 1,
    .limited = TRUE,
    .dark = adw_combo_row_get_selected (self->colours_row) == 1,
    .transparent = rows & ROW_TRANSPARENT && gtk_switch_get_active (self->transparent_switch),
    .legend = gtk_switch_get_active (self->legend_switch),
    .outlines = gtk_switch_get_active (self->outlines_switch),
    .quotes = gtk_switch_get_active (self->quotes_switch),
    .byte_order_mark = TRUE,
  };
}

static void
format_selected_cb (EntExportDialog *self)
{
  EntExportFormat format = ent_export_dialog_get_format (self);
  guint           rows;

  if (format >= ENT_EXPORT_N_FORMATS)
    return;
  rows = formats[format].rows;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), _(formats[format].purpose));
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), rows & ROW_SCALE);
  gtk_widget_set_visible (GTK_WIDGET (self->colours_row), rows & ROW_COLOURS);
  gtk_widget_set_visible (self->transparent_row, rows & ROW_TRANSPARENT);
  gtk_widget_set_visible (self->legend_row, rows & ROW_LEGEND);
  gtk_widget_set_visible (self->outlines_row, rows & ROW_OUTLINES);
  gtk_widget_set_visible (self->quotes_row, rows & ROW_QUOTES);
  gtk_widget_set_visible (self->options_group, rows != 0);
}

static void
export_clicked_cb (EntExportDialog *self)
{
  if (self->settings)
    g_settings_set_string (self->settings, "export-format", ent_export_format_get_suffix (ent_export_dialog_get_format (self)));
  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
bind_settings (EntExportDialog *self)
{
  g_autofree char *suffix = g_settings_get_string (self->settings, "export-format");
  g_autofree char *name = g_strconcat (".", suffix, NULL);
  EntExportFormat  format;

  if (ent_export_format_from_name (name, &format, NULL))
    adw_combo_row_set_selected (self->format_row, format);
  g_settings_bind (self->settings, "export-scale", self->scale_row, "selected", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-transparent", self->transparent_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-legend", self->legend_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-outlines", self->outlines_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-quotes", self->quotes_switch, "active", G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
ent_export_dialog_new (GtkWindow *parent, GSettings *settings)
{
  EntExportDialog *self = g_object_new (ENT_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  adw_combo_row_set_selected (self->colours_row, adw_style_manager_get_dark (style) ? 1 : 0);
  adw_combo_row_set_selected (self->scale_row, 1);
  if (g_set_object (&self->settings, settings))
    bind_settings (self);
  return GTK_WIDGET (self);
}

static void
ent_export_dialog_dispose (GObject *object)
{
  g_clear_object (&ENT_EXPORT_DIALOG (object)->settings);
  G_OBJECT_CLASS (ent_export_dialog_parent_class)->dispose (object);
}

static void
ent_export_dialog_class_init (EntExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_export_dialog_dispose;
  signals[ACCEPTED] = g_signal_new ("accepted", ENT_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, options_group);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, colours_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, legend_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, outlines_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, quotes_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, transparent_switch);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, outlines_switch);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, quotes_switch);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_size);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
}

static void
ent_export_dialog_init (EntExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ENT_EXPORT_N_FORMATS; i++)
    gtk_string_list_append (names, _(formats[i].name));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
  format_selected_cb (self);
}
