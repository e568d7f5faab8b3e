/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all formats share: which there are, how the drawing is fitted onto the picture, and how a file gets written. */
#include "ent-export.h"

#include "ent-export-private.h"
#include "ent-scene-figure.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <math.h>
#include <string.h>

#define MARGIN        32.0        /* around the drawing, map units */
#define LEGEND_GAP    20.0        /* between the drawing and its legend */
#define LEGEND_MARGIN 24.0        /* between the legend and the picture's corner; less than the drawing's */
#define LEAST_WIDTH   480.0       /* fitting into a given size never blows up less than this, so that a lone actor does not fill a poster */
#define LEAST_HEIGHT  320.0
#define EMPTY_WIDTH   640.0       /* the picture of an empty map, where no size is given */
#define EMPTY_HEIGHT  400.0
#define MAX_SIDE_PX   32767.0     /* what cairo can hold */
#define MAX_AREA_PX   268435456.0 /* a gigabyte of pixels */
#define HANDY_AREA_PX 50e6        /* what viewers, browsers and office programs open without trouble */
#define LEAST_LETTERS_PX 7.0      /* smaller ones cannot be read: then rather more pixels */

G_DEFINE_QUARK (ent-export-error-quark, ent_export_error)

/* In the order that names are tried in: "actors.csv" ends in ".csv" as well. */
static const struct { const char *suffix; EntExportFormat format; } suffixes[] = {
  { "png", ENT_EXPORT_PNG }, { "svg", ENT_EXPORT_SVG }, { "pdf", ENT_EXPORT_PDF }, { "html", ENT_EXPORT_HTML }, { "htm", ENT_EXPORT_HTML },
  { "graphml", ENT_EXPORT_GRAPHML }, { "gexf", ENT_EXPORT_GEXF }, { "dot", ENT_EXPORT_DOT }, { "gv", ENT_EXPORT_DOT },
  { "actors.csv", ENT_EXPORT_CSV_ACTORS }, { "relations.csv", ENT_EXPORT_CSV_RELATIONS }, { "evidence.csv", ENT_EXPORT_CSV_EVIDENCE },
  { "csv", ENT_EXPORT_CSV_RELATIONS },
};

/* Whether a name ends in a suffix that a letter or digit does not make part of a longer word: "factors.csv" is no table of actors. */
static gboolean
ends_in (const char *name, const char *suffix)
{
  gsize n_name = strlen (name), n_suffix = strlen (suffix);

  if (n_name < n_suffix || !g_str_has_suffix (name, suffix))
    return FALSE;
  if (strchr (suffix, '.') == NULL)
    return n_name > n_suffix && name[n_name - n_suffix - 1] == '.';
  return n_name == n_suffix || !g_ascii_isalnum (name[n_name - n_suffix - 1]);
}

gboolean
ent_export_format_from_name (const char *file_name, EntExportFormat *out, GError **error)
{
  g_return_val_if_fail (file_name != NULL && out != NULL, FALSE);

  g_autofree char *base = g_path_get_basename (file_name), *lower = g_ascii_strdown (base, -1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes) && !g_str_has_suffix (file_name, G_DIR_SEPARATOR_S); i++)
    if (ends_in (lower, suffixes[i].suffix))
      {
        *out = suffixes[i].format;
        return TRUE;
      }
  g_autofree char *shown = g_filename_display_name (file_name);
  g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_FORMAT,
               _("%s: the name must end in .png, .svg, .pdf, .html, .graphml, .gexf, .dot or .csv, which says what is written"), shown);
  return FALSE;
}

const char *
ent_export_format_get_suffix (EntExportFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (suffixes[i].format == format)
      return suffixes[i].suffix;
  g_return_val_if_reached (NULL);
}

gboolean
ent_export_format_is_picture (EntExportFormat format)
{
  return format == ENT_EXPORT_PNG || format == ENT_EXPORT_SVG || format == ENT_EXPORT_PDF;
}

char *
ent_export_dup_language (EntMap *map)
{
  g_autoptr (EntSource) first = g_list_model_get_item (ent_map_get_sources (map), 0);
  const char           *language = first != NULL ? ent_source_get_language (first) : NULL;

  if (language == NULL || *language == '\0' || strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") != strlen (language))
    return g_strdup ("en");
  return g_strdup (language);
}

gboolean
ent_export_has_one_article (EntMap *map)
{
  return g_list_model_get_n_items (ent_map_get_sources (map)) <= 1;
}

gboolean
ent_export_shows_node (const EntScene *scene, guint node)
{
  return ent_scene_get_node_visibility (scene, node) != ENT_SCENE_HIDDEN;
}

gboolean
ent_export_shows_link (const EntScene *scene, guint link)
{
  return ent_scene_get_link_visibility (scene, link) != ENT_SCENE_HIDDEN;
}

guint *
ent_export_count_links (const EntScene *scene, guint *n_shown)
{
  guint               n_nodes, n_links, n = 0;
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  ent_scene_get_nodes (scene, &n_nodes);
  guint *counts = g_new0 (guint, n_nodes + 1);
  for (guint i = 0; i < n_links; i++)
    if (ent_export_shows_link (scene, i))
      {
        counts[links[i].from]++;
        counts[links[i].to]++;
        n++;
      }
  if (n_shown != NULL)
    *n_shown = n;
  return counts;
}

/* Where the drawing lies and what it takes with its margin and the legend below it, where that has items; map units. */
typedef struct { double middle_x, middle_y, width, height; } Extent;

static Extent
measure (const EntScene *scene, gboolean with_legend, EntExportLegend *legend)
{
  double x, y, width, height;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  if (width <= 0 || height <= 0)
    {
      width = EMPTY_WIDTH - 2 * MARGIN;
      height = EMPTY_HEIGHT - 2 * MARGIN;
    }
  if (with_legend)
    ent_export_legend_init (legend, scene, MAX (width, LEAST_WIDTH - 2 * MARGIN));
  else
    *legend = (EntExportLegend) { .n_items = 0 };
  double middle_x = x + width / 2;
  if (legend->n_items > 0)
    {
      width = MAX (width, legend->width);
      height += LEGEND_GAP + legend->height;
    }
  return (Extent) { middle_x, y + height / 2, width + 2 * MARGIN, height + 2 * MARGIN };
}

void
ent_export_measure (const EntScene *scene, gboolean legend, double *width, double *height)
{
  EntExportLegend unused;
  Extent          extent;

  g_return_if_fail (scene != NULL);

  extent = measure (scene, legend, &unused);
  *width = extent.width;
  *height = extent.height;
}

double
ent_export_limit_scale (double width, double height, double scale)
{
  double handy = MAX (sqrt (HANDY_AREA_PX / (width * height)), LEAST_LETTERS_PX / ENT_LABEL_SIZE);
  /* The sides are rounded up to whole pixels: a row and a column more at most. */
  double possible = MIN (sqrt ((MAX_AREA_PX - 2 * MAX_SIDE_PX - 1) / (width * height)), (MAX_SIDE_PX - 1) / MAX (width, height));

  g_return_val_if_fail (width > 0 && height > 0, scale);
  return MIN (MIN (scale, handy), possible);
}

/* Without a size the picture is as large as the drawing; with one or both sides given the drawing is fitted and centred. */
gboolean
ent_export_frame_init (EntExportFrame *self, const EntScene *scene, const EntExportOptions *options, gboolean scalable, GError **error)
{
  Extent extent = measure (scene, options->legend, &self->legend);
  double width = extent.width, height = extent.height;

  if (options->width_px == 0 && options->height_px == 0)
    {
      self->scale = options->scale > 0 ? options->scale : 1;
      if (options->limited && !scalable)
        self->scale = ent_export_limit_scale (width, height, self->scale);
      self->width_px = ceil (width * self->scale);
      self->height_px = ceil (height * self->scale);
    }
  else
    {
      width = MAX (width, LEAST_WIDTH);
      height = MAX (height, LEAST_HEIGHT);
      double scale_x = options->width_px > 0 ? options->width_px / width : INFINITY;
      double scale_y = options->height_px > 0 ? options->height_px / height : INFINITY;
      self->scale = MIN (scale_x, scale_y);
      self->width_px = options->width_px > 0 ? options->width_px : ceil (width * self->scale);
      self->height_px = options->height_px > 0 ? options->height_px : ceil (height * self->scale);
    }
  self->x = extent.middle_x - self->width_px / self->scale / 2;
  self->y = extent.middle_y - self->height_px / self->scale / 2;
  /* In the picture's lower left corner: below the drawing, since that stands in the middle of what is left above. */
  self->legend_x = self->x + LEGEND_MARGIN;
  self->legend_y = self->y + self->height_px / self->scale - LEGEND_MARGIN - self->legend.height;
  if (scalable || (self->width_px <= MAX_SIDE_PX && self->height_px <= MAX_SIDE_PX && self->width_px * self->height_px <= MAX_AREA_PX))
    return TRUE;
  g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_TOO_LARGE,
               _("The picture would be %.0f × %.0f pixels; a PNG may have up to %.0f a side and %.0f million in all. "
                 "Choose a smaller size or scale, or SVG or PDF, which have no pixels."),
               self->width_px, self->height_px, MAX_SIDE_PX, floor (MAX_AREA_PX / 1e6));
  return FALSE;
}

void
ent_export_paint (const EntScene *scene, cairo_t *cr, const EntExportOptions *options, const EntExportFrame *frame, const cairo_rectangle_t *clip)
{
  EntSceneStyle style = { .dark = options->dark, .transparent = options->transparent, .font_scale = 1, .plain = TRUE };

  cairo_save (cr);
  cairo_scale (cr, frame->scale, frame->scale);
  cairo_translate (cr, -frame->x, -frame->y);
  ent_scene_paint (scene, cr, &style, clip);
  if (clip == NULL || clip->y + clip->height > frame->legend_y)
    {
      cairo_translate (cr, frame->legend_x, frame->legend_y);
      ent_export_legend_paint (&frame->legend, cr, options->dark);
    }
  cairo_restore (cr);
}

void
ent_export_set_cairo_error (cairo_status_t status, GError **error)
{
  gboolean too_large = status == CAIRO_STATUS_NO_MEMORY || status == CAIRO_STATUS_INVALID_SIZE;

  g_set_error (error, ENT_EXPORT_ERROR, too_large ? ENT_EXPORT_ERROR_TOO_LARGE : ENT_EXPORT_ERROR_FAILED,
               _("The picture could not be drawn (%s). Choose a smaller size or scale."), cairo_status_to_string (status));
}

GBytes *
ent_export_to_bytes (const EntScene *scene, EntExportFormat format, const EntExportOptions *options, GError **error)
{
  static const EntExportOptions defaults = { 0 };
  EntExportFrame frame = { 0 };

  g_return_val_if_fail (scene != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  if ((ent_export_format_is_picture (format) || format == ENT_EXPORT_HTML) &&
      !ent_export_frame_init (&frame, scene, options, format != ENT_EXPORT_PNG, error))
    return NULL;
  switch (format)
    {
    case ENT_EXPORT_PNG:           return ent_export_png (scene, options, &frame, error);
    case ENT_EXPORT_PDF:           return ent_export_pdf (scene, options, &frame, error);
    case ENT_EXPORT_SVG:           return ent_export_svg (scene, options, &frame);
    case ENT_EXPORT_HTML:          return ent_export_html (scene, options, &frame);
    case ENT_EXPORT_GRAPHML:       return ent_export_graphml (scene);
    case ENT_EXPORT_GEXF:          return ent_export_gexf (scene, options->dark);
    case ENT_EXPORT_DOT:           return ent_export_dot (scene, options->dark);
    case ENT_EXPORT_CSV_ACTORS:    return ent_export_csv_actors (scene, options);
    case ENT_EXPORT_CSV_RELATIONS: return ent_export_csv_relations (scene, options);
    case ENT_EXPORT_CSV_EVIDENCE:  return ent_export_csv_evidence (scene, options);
    case ENT_EXPORT_N_FORMATS:
    default:                       g_return_val_if_reached (NULL);
    }
}

/* What the person can do about it; NULL where nothing general can be said. */
static const char *
get_remedy (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _("Choose a folder that you may write to.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return _("There is no such folder: make it, or choose another.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _("The disk is full: make room, or choose another.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _("This is a folder: choose a file name in it.");
  return NULL;
}

gboolean
ent_export_to_file (const EntScene *scene, GFile *file, EntExportFormat format, const EntExportOptions *options,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char   *path = g_file_get_path (file);
  g_autofree char   *name = g_file_get_parse_name (file);
  gboolean           written;
  gsize              n_bytes;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  bytes = ent_export_to_bytes (scene, format, options, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (&local_error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, g_strerror (EISDIR));
      written = FALSE;
    }
  else if (path != NULL)
    written = g_file_set_contents_full (path, data, (gssize) n_bytes, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &local_error);
  else
    written = g_file_replace_contents (file, data, n_bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &local_error);
  if (written)
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  const char *remedy = get_remedy (local_error);
  g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_FAILED, _("%s could not be written. %s"), name,
               remedy != NULL ? remedy : local_error->message);
  return FALSE;
}
