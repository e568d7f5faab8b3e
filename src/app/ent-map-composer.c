/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-map-composer.h"

#include "ent-shared-image.h"

#include <string.h>

static gboolean
is_same (const EntMapBackdrop *a, const EntMapBackdrop *b)
{
  return a->tiles == b->tiles && a->serial == b->serial && memcmp (&a->viewport, &b->viewport, sizeof a->viewport) == 0
    && memcmp (&a->ground, &b->ground, sizeof a->ground) == 0 && a->veil == b->veil;
}

static gboolean
has_size (const EntMapBackdrop *a, const EntMapBackdrop *b)
{
  return a->width == b->width && a->height == b->height && a->factor == b->factor;
}

static void
draw_backdrop (cairo_surface_t *image, const EntMapBackdrop *backdrop)
{
  const EntColour *ground = &backdrop->ground;
  cairo_t *cr = cairo_create (image);

  cairo_scale (cr, backdrop->factor, backdrop->factor);
  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  ent_map_tiles_draw (backdrop->tiles, cr, &backdrop->viewport, backdrop->width, backdrop->height);
  cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, backdrop->veil);
  if (backdrop->veil > 0)
    cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
}

/* (transfer full) */
static cairo_surface_t *
create_image (const EntMapBackdrop *backdrop)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, backdrop->width * backdrop->factor, backdrop->height * backdrop->factor);
}

/* One that is not on its way to the screen. (transfer full) */
static cairo_surface_t *
take_frame (EntMapComposer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->frames); i++) {
    if (self->frames[i] == NULL)
      self->frames[i] = create_image (&self->backdrop);
    if (!ent_shared_image_is_in_use (self->frames[i]))
      return cairo_surface_reference (self->frames[i]);
  }
  return create_image (&self->backdrop);
}

static void
copy_pixels (cairo_surface_t *from, cairo_surface_t *to)
{
  cairo_surface_flush (to);
  memcpy (cairo_image_surface_get_data (to), cairo_image_surface_get_data (from),
          (gsize) cairo_image_surface_get_stride (from) * cairo_image_surface_get_height (from));
  cairo_surface_mark_dirty (to);
}

cairo_t *
ent_map_composer_begin (EntMapComposer *self, const EntMapBackdrop *backdrop)
{
  cairo_surface_t *frame;
  cairo_t *cr;

  if (self->image && !has_size (&self->backdrop, backdrop))
    ent_map_composer_clear (self);
  if (self->image == NULL || !is_same (&self->backdrop, backdrop)) {
    if (self->image == NULL)
      self->image = create_image (backdrop);
    draw_backdrop (self->image, backdrop);
    self->backdrop = *backdrop;
  }
  frame = take_frame (self);
  copy_pixels (self->image, frame);
  cr = cairo_create (frame);
  cairo_scale (cr, backdrop->factor, backdrop->factor);
  cairo_surface_destroy (frame);
  return cr;
}

void
ent_map_composer_paint (cairo_t *frame, cairo_t *cr, int factor)
{
  cairo_pattern_t *pattern = ent_shared_image_create_pattern (cairo_get_target (frame));
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, factor, factor);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
}

void
ent_map_composer_clear (EntMapComposer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->frames); i++)
    g_clear_pointer (&self->frames[i], cairo_surface_destroy);
  g_clear_pointer (&self->image, cairo_surface_destroy);
}
