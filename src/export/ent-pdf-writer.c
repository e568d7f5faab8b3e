/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF: the scene's own painter on cairo's surface. A PDF counts in points, 96 pixels to the inch. */
#include "ent-export-private.h"

#include "ent-markup.h"

#include <cairo-pdf.h>

#define POINTS_PER_PX 0.75

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A label on the map leads to its quotes. */
static void
link_labels (const EntScene *scene, cairo_t *cr, const EntExportFrame *frame)
{
  guint               n_links;
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr (GString) place = g_string_new ("rect=[");

      if (!links[i].label_shown || !ent_export_shows_link (scene, i))
        continue;
      ent_markup_append (place, "%n %n %n %n] dest='relation-", (links[i].label_x - links[i].label_width / 2 - frame->x) * frame->scale,
                         (links[i].label_y - links[i].label_height / 2 - frame->y) * frame->scale,
                         links[i].label_width * frame->scale, links[i].label_height * frame->scale);
      ent_markup_append_id (place, "", ent_relation_get_id (links[i].relation));
      g_string_append_c (place, '\'');
      cairo_tag_begin (cr, CAIRO_TAG_LINK, place->str);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
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
  cairo_save (cr);
  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  if (options->quotes)
    link_labels (scene, cr, frame);
  ent_export_paint (scene, cr, options, frame, NULL);
  cairo_restore (cr);
  cairo_show_page (cr);
  if (options->quotes)
    ent_export_pdf_add_quotes (scene, surface, cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (data);
  g_byte_array_unref (data);
  ent_export_set_cairo_error (status, error);
  return NULL;
}
