/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-map-composer.h"

#include <string.h>

static gboolean
is_same (const EntMapBackdrop *a, const EntMapBackdrop *b)
{
  return a->tiles == b->tiles && a->serial == b->serial && memcmp (&a->viewport, &b->viewport, sizeof a->viewport) == 0
    && memcmp (&a->ground, &b->ground, sizeof a->ground) == 0 && a->veil == b->veil && a->width == b->width && a->height == b->height
    && a->factor == b->factor;
}

static void
draw_backdrop (cairo_surface_t *image, const EntMapBackdrop *backdrop)
{
  const EntColour *ground = &backdrop->ground;
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  ent_map_tiles_draw (backdrop->tiles, cr, &backdrop->viewport, backdrop->width, backdrop->height);
  cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, backdrop->veil);
  if (backdrop->veil > 0)
    cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
}

/* A surface that is not cleared first and whose memory goes with it. (transfer full) */
static cairo_surface_t *
copy_image (cairo_surface_t *image)
{
  static const cairo_user_data_key_t memory;
  int stride = cairo_image_surface_get_stride (image), height = cairo_image_surface_get_height (image);
  guint8 *pixels = g_memdup2 (cairo_image_surface_get_data (image), (gsize) stride * height);
  cairo_surface_t *copy = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (image), height, stride);

  cairo_surface_set_user_data (copy, &memory, pixels, g_free);
  return copy;
}

cairo_t *
ent_map_composer_begin (EntMapComposer *self, const EntMapBackdrop *backdrop)
{
  cairo_surface_t *frame;
  cairo_t *cr;

  if (self->image == NULL || !is_same (&self->backdrop, backdrop)) {
    ent_map_composer_clear (self);
    self->backdrop = *backdrop;
    self->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, backdrop->width * backdrop->factor, backdrop->height * backdrop->factor);
    cairo_surface_set_device_scale (self->image, backdrop->factor, backdrop->factor);
    draw_backdrop (self->image, backdrop);
  }
  frame = copy_image (self->image);
  cairo_surface_set_device_scale (frame, backdrop->factor, backdrop->factor);
  cr = cairo_create (frame);
  cairo_surface_destroy (frame);
  return cr;
}

void
ent_map_composer_clear (EntMapComposer *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
}
