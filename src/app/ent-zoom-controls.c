/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-zoom-controls.h"

#include "ent-children.h"
#include "ent-words.h"

#include <glib/gi18n.h>
#include <math.h>

struct _EntZoomControls {
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkButton *scale_button;
  GtkWidget *picture_button;
  double     scale;
};

enum { PROP_0, PROP_SCALE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntZoomControls, ent_zoom_controls, GTK_TYPE_WIDGET)

static void
set_scale (EntZoomControls *self, double scale)
{
  /* Translators: how large the map is shown. */
  g_autofree char *text = ent_words_take_percent (g_strdup_printf (_("%d %%"), (int) lround (scale * 100)));

  self->scale = scale;
  gtk_button_set_label (self->scale_button, text);
}

GtkWidget *
ent_zoom_controls_get_picture_button (EntZoomControls *self)
{
  g_return_val_if_fail (ENT_IS_ZOOM_CONTROLS (self), NULL);
  return self->picture_button;
}

static void
ent_zoom_controls_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SCALE: g_value_set_double (value, ENT_ZOOM_CONTROLS (object)->scale); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_zoom_controls_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SCALE: set_scale (ENT_ZOOM_CONTROLS (object), g_value_get_double (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_zoom_controls_dispose (GObject *object)
{
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_ZOOM_CONTROLS);
  G_OBJECT_CLASS (ent_zoom_controls_parent_class)->dispose (object);
}

static void
ent_zoom_controls_class_init (EntZoomControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_zoom_controls_dispose;
  object_class->get_property = ent_zoom_controls_get_property;
  object_class->set_property = ent_zoom_controls_set_property;
  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, G_MAXDOUBLE, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-zoom-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, EntZoomControls, box);
  gtk_widget_class_bind_template_child (widget_class, EntZoomControls, scale_button);
  gtk_widget_class_bind_template_child (widget_class, EntZoomControls, picture_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zoomcontrols");
}

static void
ent_zoom_controls_init (EntZoomControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_scale (self, 1);
}
