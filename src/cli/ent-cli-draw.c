/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map draw": a map, or an article by way of its map, as a picture. */
#include "ent-cli.h"

#include "ent-cli-files.h"
#include "ent-export.h"
#include "ent-extract.h"
#include "ent-map-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#define MAX_SIZE_PX 32767
#define MAX_SCALE   100.0

static const EntCliCommand command = {
  "draw", N_("MAP|ARTICLE -o FILE.(png|svg|pdf)"),
  N_("Draws a map, or an article that is read first, as PNG, SVG or PDF: what the name after -o ends in.")
};

static EntMap *
load_map (const char *name, const EntCliOptions *options)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = NULL;
  EntMap                *map = NULL;

  if (ent_cli_is_map (name))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

      map = ent_map_load (file, NULL, &error);
    }
  else if ((article = ent_cli_load_article (name, &error)) != NULL)
    {
      g_autoptr (EntModel) model = ent_cli_load_model (options);
      EntExtractOptions    extract_options = { .n_threads = ent_cli_count_threads (options) };

      if (model == NULL)
        return NULL;
      map = ent_extract_map (model, article, &extract_options, &error);
    }
  if (map == NULL)
    ent_cli_complain ("%s", error->message);
  return map;
}

static gboolean
parse_size (const char *size, EntExportOptions *options)
{
  guint width, height;
  char  rest;

  if (sscanf (size, "%5u%*1[xX]%5u%c", &width, &height, &rest) != 2 || width < 1 || height < 1 || width > MAX_SIZE_PX || height > MAX_SIZE_PX)
    return FALSE;
  options->width_px = width;
  options->height_px = height;
  return TRUE;
}

static int
draw (const char *name, const char *output, EntExportFormat format, double least_confidence, const EntExportOptions *export_options,
      const EntCliOptions *options)
{
  g_autoptr (EntMap)   map = load_map (name, options);
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GFile)    file = NULL;
  g_autoptr (GError)   error = NULL;

  if (map == NULL)
    return ENT_CLI_INPUT;
  scene = ent_scene_new_above (map, least_confidence);
  file = g_file_new_for_commandline_arg (output);
  if (ent_export_to_file (scene, file, format, export_options, NULL, &error))
    return ENT_CLI_OK;
  ent_cli_complain ("%s", error->message);
  return ENT_CLI_INPUT;
}

int
ent_cli_draw (GStrv *arguments)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autofree char       *output = NULL, *size = NULL;
  g_autoptr (GError)     error = NULL;
  EntExportOptions       export_options = { 0 };
  EntExportFormat        format;
  double                 least_confidence = ENT_SCENE_LEAST_CONFIDENCE;
  int                    status;
  const GOptionEntry     entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The picture's file"), N_("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_("Its width and height in pixels (else as large as the drawing)"), N_("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &export_options.scale, N_("Pixels of a PNG for each unit of the drawing (else 1)"), N_("N") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &export_options.dark, N_("On dark ground"), NULL },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &export_options.transparent, N_("On no ground at all"), NULL },
    { "confidence", 0, 0, G_OPTION_ARG_DOUBLE, &least_confidence, N_("Only the links that are at least so sure, from 0 to 1 (else 0.35)"), N_("N") },
    { "legend", 0, 0, G_OPTION_ARG_NONE, &export_options.legend, N_("With a legend below"), NULL },
    { NULL }
  };

  if (!ent_cli_parse_options (&command, entries, arguments, &options, &status))
    return status;
  if ((*arguments)[1] == NULL || (*arguments)[2] != NULL)
    return ent_cli_misused (&command, _("one map or article is drawn at a time"));
  if (output == NULL)
    return ent_cli_misused (&command, _("-o FILE is missing: the picture's name, which ends in .png, .svg or .pdf"));
  if (!ent_export_format_from_name (output, &format, &error))
    return ent_cli_misused (&command, "-o: %s", error->message);
  if (size != NULL && !parse_size (size, &export_options))
    return ent_cli_misused (&command, _("--size takes a width and a height in pixels, such as 1600x900, each from 1 to %d"), MAX_SIZE_PX);
  if (!isfinite (export_options.scale) || export_options.scale < 0 || export_options.scale > MAX_SCALE)
    return ent_cli_misused (&command, _("--scale takes a number above 0, up to %g"), MAX_SCALE);
  if (!(least_confidence >= 0 && least_confidence <= 1))
    return ent_cli_misused (&command, _("--confidence takes a number from 0 to 1"));
  return draw ((*arguments)[1], output, format, least_confidence, &export_options, &options);
}
