/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A raster source is asked for its image when it is drawn. Each copy of the pattern, and a recording has one, holds a reference to the image
 * and hands out another while it is drawn. */
#include "ent-shared-image.h"

static cairo_surface_t *
acquire (cairo_pattern_t *pattern, void *image, cairo_surface_t *target, const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (image);
}

static void
release (cairo_pattern_t *pattern, void *image, cairo_surface_t *acquired)
{
  cairo_surface_destroy (acquired);
}

static cairo_status_t
copy (cairo_pattern_t *pattern, void *image, const cairo_pattern_t *other)
{
  cairo_surface_reference (image);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish (cairo_pattern_t *pattern, void *image)
{
  cairo_surface_destroy (image);
}

cairo_pattern_t *
ent_shared_image_create_pattern (cairo_surface_t *image)
{
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (cairo_surface_reference (image), cairo_surface_get_content (image),
                                                                 cairo_image_surface_get_width (image), cairo_image_surface_get_height (image));

  cairo_raster_source_pattern_set_acquire (pattern, acquire, release);
  cairo_raster_source_pattern_set_copy (pattern, copy);
  cairo_raster_source_pattern_set_finish (pattern, finish);
  return pattern;
}

gboolean
ent_shared_image_is_in_use (cairo_surface_t *image)
{
  return cairo_surface_get_reference_count (image) > 1;
}
