/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-legend.h"

#include "ent-children.h"
#include "ent-stance-swatch.h"

struct _EntLegend {
  GtkWidget  parent_instance;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (EntLegend, ent_legend, GTK_TYPE_WIDGET)

static void
ent_legend_dispose (GObject *object)
{
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_LEGEND);
  G_OBJECT_CLASS (ent_legend_parent_class)->dispose (object);
}

static void
ent_legend_class_init (EntLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_legend_dispose;
  g_type_ensure (ENT_TYPE_STANCE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLegend, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maplegend");
}

static void
ent_legend_init (EntLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
