/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-stance-swatch.h"

#include "ent-palette.h"
#include "ent-scene-paint.h"

#include <adwaita.h>

#define SIZE_PX        12
#define LINK_LENGTH_PX 30
#define LINK_WIDTH_PX  2

struct _EntStanceSwatch {
  GtkWidget parent_instance;
  EntStance stance;
  gboolean  link;
};

enum { PROP_0, PROP_STANCE, PROP_LINK, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntStanceSwatch, ent_stance_swatch, GTK_TYPE_WIDGET)

GtkWidget *
ent_stance_swatch_new (EntStance stance)
{
  return g_object_new (ENT_TYPE_STANCE_SWATCH, "stance", (int) stance, NULL);
}

void
ent_stance_swatch_set_stance (EntStanceSwatch *self, EntStance stance)
{
  g_return_if_fail (ENT_IS_STANCE_SWATCH (self));
  g_return_if_fail (stance < ENT_N_STANCES);

  if (self->stance == stance)
    return;
  self->stance = stance;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STANCE]);
}

static void
draw_dot (GtkSnapshot *snapshot, const EntColour *colour, int width, int height)
{
  GskRoundedRect dot;

  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT ((width - SIZE_PX) / 2.f, (height - SIZE_PX) / 2.f, SIZE_PX, SIZE_PX),
                                   SIZE_PX / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha }, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_link (GtkSnapshot *snapshot, EntStance stance, const EntColour *colour, int width, int height)
{
  double left = (width - LINK_LENGTH_PX) / 2., middle = height / 2.;
  EntSceneLink link = {
    .x0 = left, .y0 = middle, .cx = width / 2., .cy = middle, .x1 = left + LINK_LENGTH_PX, .y1 = middle,
    .width = LINK_WIDTH_PX, .arrow_at_end = TRUE,
  };
  EntLinkFigure figure;
  cairo_t *cr;

  if (!ent_link_figure (&link, stance, 0, &figure))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ent_paint_link (cr, &figure, *colour);
  cairo_destroy (cr);
}

static void
ent_stance_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntStanceSwatch *self = ENT_STANCE_SWATCH (widget);
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const EntPalette *palette = ent_palette_get (adw_style_manager_get_dark (style_manager),
                                               adw_style_manager_get_high_contrast (style_manager));
  const EntColour *colour = &palette->stance[self->stance];
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->link)
    draw_link (snapshot, self->stance, colour, width, height);
  else
    draw_dot (snapshot, colour, width, height);
}

static void
ent_stance_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  gboolean long_side = ENT_STANCE_SWATCH (widget)->link && orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = long_side ? LINK_LENGTH_PX : SIZE_PX;
}

static void
ent_stance_swatch_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_STANCE: g_value_set_int (value, ENT_STANCE_SWATCH (object)->stance); break;
  case PROP_LINK:   g_value_set_boolean (value, ENT_STANCE_SWATCH (object)->link); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_stance_swatch_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_STANCE: ent_stance_swatch_set_stance (ENT_STANCE_SWATCH (object), g_value_get_int (value)); break;
  case PROP_LINK:   ENT_STANCE_SWATCH (object)->link = g_value_get_boolean (value); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_stance_swatch_class_init (EntStanceSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_stance_swatch_get_property;
  object_class->set_property = ent_stance_swatch_set_property;
  widget_class->snapshot = ent_stance_swatch_snapshot;
  widget_class->measure = ent_stance_swatch_measure;
  properties[PROP_STANCE] = g_param_spec_int ("stance", NULL, NULL, 0, ENT_N_STANCES - 1, 0,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINK] = g_param_spec_boolean ("link", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_stance_swatch_init (EntStanceSwatch *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
