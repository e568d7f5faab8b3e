/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-legend.h"

#include "ent-children.h"
#include "ent-stance-swatch.h"

#include <glib/gi18n.h>

#define TOOLTIP_CHARS 50   /* in a line */

struct _EntLegend {
  GtkWidget  parent_instance;
  GtkWidget *communities_label;
};

enum { PROP_0, PROP_COLOUR_BY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntLegend, ent_legend, GTK_TYPE_WIDGET)

/* The rest of what the drawing says, in the guide's words. The legend lets the pointer through to the map, so that what holds both is asked. */
static gboolean
query_tooltip_cb (EntLegend *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkWidget *parent)
{
  graphene_rect_t bounds;

  if (keyboard || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !gtk_widget_compute_bounds (GTK_WIDGET (self), parent, &bounds) ||
      !graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return FALSE;
  g_autofree char *text = g_strconcat (
    C_("guide", "Countries are circles, people circles with a head and shoulders, organisations rounded squares, places diamonds, groups dashed circles. The more the article makes of an actor, the larger it is."),
    "\n\n",
    C_("guide", "What an article says of how one actor stands to another. The colour and the kind of line tell cooperation, conflict and neutral links apart; the arrow says who acts; the more quotes, the wider the line. A dashed link rests only on what is reported, possible or denied."),
    NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TOOLTIP_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_tooltip_set_custom (tooltip, label);
  return TRUE;
}

static void
parent_changed_cb (EntLegend *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL)
    return;
  gtk_widget_set_has_tooltip (parent, TRUE);
  g_signal_connect_object (parent, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
}

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
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
}
