/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PNG and PDF: the scene's own painter on cairo's surfaces. A PDF counts in points, 96 pixels to the inch. */
#include "ent-export-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define POINTS_PER_PX 0.75

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint (const EntScene *scene, cairo_t *cr, const EntExportOptions *options, const EntExportFrame *frame)
{
  EntSceneStyle style = { .dark = options->dark, .transparent = options->transparent, .font_scale = 1, .plain = TRUE };

  cairo_scale (cr, frame->scale, frame->scale);
  cairo_translate (cr, -frame->x, -frame->y);
  ent_scene_paint (scene, cr, &style, NULL);
  cairo_translate (cr, frame->legend_x, frame->legend_y);
  ent_export_legend_paint (&frame->legend, cr, options->dark);
}

/* Ends a surface whose bytes went into data; takes both. */
static GBytes *
finish (cairo_t *cr, cairo_surface_t *surface, cairo_status_t status, GByteArray *data, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_SURFACE_FINISHED)
    return g_byte_array_free_to_bytes (data);
  g_byte_array_unref (data);
  gboolean too_large = status == CAIRO_STATUS_NO_MEMORY || status == CAIRO_STATUS_INVALID_SIZE;
  g_set_error (error, ENT_EXPORT_ERROR, too_large ? ENT_EXPORT_ERROR_TOO_LARGE : ENT_EXPORT_ERROR_FAILED,
               _("The picture could not be drawn (%s). Choose a smaller size or scale."), cairo_status_to_string (status));
  return NULL;
}

GBytes *
ent_export_png (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) frame->width_px, (int) frame->height_px);
  cairo_t         *cr = cairo_create (surface);
  GByteArray      *data = g_byte_array_new ();

  paint (scene, cr, options, frame);
  cairo_status_t status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, data);
  return finish (cr, surface, status, data, error);
}

GBytes *
ent_export_pdf (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error)
{
  GByteArray      *data = g_byte_array_new ();
  double           width = frame->width_px * POINTS_PER_PX, height = frame->height_px * POINTS_PER_PX;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, data, width, height);
  cairo_t         *cr;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ent_map_get_title (ent_scene_get_map (scene)));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  paint (scene, cr, options, frame);
  cairo_show_page (cr);
  return finish (cr, surface, CAIRO_STATUS_SUCCESS, data, error);
}
