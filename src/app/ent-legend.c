/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-legend.h"

#include "ent-children.h"
#include "ent-stance-swatch.h"

struct _EntLegend {
  GtkWidget  parent_instance;
  GtkWidget *communities_label;
};

enum { PROP_0, PROP_COLOUR_BY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntLegend, ent_legend, GTK_TYPE_WIDGET)

static void
ent_legend_dispose (GObject *object)
{
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_LEGEND);
  G_OBJECT_CLASS (ent_legend_parent_class)->dispose (object);
}

static void
ent_legend_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_COLOUR_BY:
    gtk_widget_set_visible (ENT_LEGEND (object)->communities_label, g_strcmp0 (g_value_get_string (value), "community") == 0);
    break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_legend_class_init (EntLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_legend_dispose;
  G_OBJECT_CLASS (klass)->set_property = ent_legend_set_property;
  properties[PROP_COLOUR_BY] = g_param_spec_string ("colour-by", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  g_type_ensure (ENT_TYPE_STANCE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLegend, communities_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maplegend");
}

static void
ent_legend_init (EntLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
