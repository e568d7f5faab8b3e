/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing is the one of the exports, on no ground: paper has its own. */
#include "ent-print-pages.h"

#include "ent-export-private.h"

#define MARGIN 36.0   /* points; what most printers can do, and what a punch leaves */

struct _EntPrintPages {
  EntScene  *scene;
  gboolean   legend;
  GPtrArray *quotes;   /* (element-type cairo_surface_t) */
};

EntPrintPages *
ent_print_pages_new (EntScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  EntPrintPages *self = g_new0 (EntPrintPages, 1);

  self->scene = scene;
  return self;
}

void
ent_print_pages_free (EntPrintPages *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  ent_scene_free (self->scene);
  g_free (self);
}

gboolean
ent_print_pages_is_wide (EntPrintPages *self)
{
  double x, y, width, height;

  g_return_val_if_fail (self != NULL, FALSE);
  ent_scene_get_bounds (self->scene, &x, &y, &width, &height);
  return width > height;
}

void
ent_print_pages_set_legend (EntPrintPages *self, gboolean legend)
{
  g_return_if_fail (self != NULL);
  self->legend = legend;
}

void
ent_print_pages_add_quotes (EntPrintPages *self, double width, double height)
{
  g_return_if_fail (self != NULL && width > 0 && height > 0);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  self->quotes = ent_export_record_quotes (self->scene, width, height);
}

guint
ent_print_pages_count (EntPrintPages *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return 1 + (self->quotes != NULL ? self->quotes->len : 0);
}

static void
draw_map (EntPrintPages *self, cairo_t *cr, double width, double height)
{
  const EntExportOptions options = {
    .width_px = (guint) MAX (1, width - 2 * MARGIN), .height_px = (guint) MAX (1, height - 2 * MARGIN), .transparent = TRUE, .legend = self->legend,
  };
  EntExportFrame frame;

  if (!ent_export_frame_init (&frame, self->scene, &options, TRUE, NULL))
    g_return_if_reached ();
  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  ent_export_paint (self->scene, cr, &options, &frame, NULL);
  cairo_restore (cr);
}

void
ent_print_pages_draw (EntPrintPages *self, guint page, cairo_t *cr, double width, double height)
{
  g_return_if_fail (self != NULL && page < ent_print_pages_count (self));

  if (page == 0)
    {
      draw_map (self, cr, width, height);
      return;
    }
  cairo_set_source_surface (cr, self->quotes->pdata[page - 1], 0, 0);
  cairo_paint (cr);
}
