/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map draw" and "entente-map export": a map, or an article by way of its map, as pictures or in any format there is. They
 * take the same options; "draw" keeps to pictures. */
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

static const EntCliCommand draw_command = {
  "draw", N_("MAP|ARTICLE -o FILE.(png|svg|pdf)"),
  N_("Draws a map, or an article that is read first, as PNG, SVG or PDF: what the name after -o ends in. "
     "-o can be given several times.")
};

static const EntCliCommand export_command = {
  "export", N_("MAP|ARTICLE -o FILE…"),
  N_("Writes a map, or an article that is read first, in the format that the name after -o ends in. -o can be given several times.\n\n"
     "  .png .svg .pdf           the drawing\n"
     "  .html                    a page with the drawing, tables and all quotes, which needs no network\n"
     "  .graphml .gexf .dot      the graph with kinds, stances, types, quotes and places\n"
     "  relations.csv actors.csv evidence.csv\n"
     "                           tables of links, actors and quotes; any other .csv is one of links\n\n"
     "What is filtered away is in none of them.")
};

/* What is to be written. Cleared afterwards. */
typedef struct {
  char           **names;              /* of the files; NULL: standard output, in the format below */
  EntExportFormat *formats;            /* as many */
  EntExportOptions options;
  double           least_confidence;
  guint            stances, kinds;     /* a bit for each that is shown */
} Export;

static void
export_clear (Export *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->formats, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

/* ── Writing ────────────────────────────────────────────────────────────────────────────────────────────────────── */

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

static EntSceneVisibility
filter (EntActor *actor, EntRelation *relation, gpointer data)
{
  const Export *self = data;
  gboolean      shown = actor != NULL ? self->kinds >> ent_actor_get_kind (actor) & 1 : self->stances >> ent_relation_get_stance (relation) & 1;

  return shown ? ENT_SCENE_SHOWN : ENT_SCENE_HIDDEN;
}

static gboolean
put_export (const EntScene *scene, EntExportFormat format, const EntExportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = ent_export_to_bytes (scene, format, options, error);

  if (bytes != NULL)
    ent_cli_put_bytes (bytes);
  return bytes != NULL;
}

/* A large map is not drawn at full size unless that is asked for: how large, then. */
static void
say_size (const EntScene *scene, const Export *self, guint file)
{
  double width, height, scale;

  if (self->formats[file] != ENT_EXPORT_PNG || !self->options.limited || self->options.width_px > 0)
    return;
  ent_export_measure (scene, self->options.legend, &width, &height);
  scale = ent_export_limit_scale (width, height, 1);
  if (scale >= 1)
    return;
  ent_cli_complain (_("%s: %.0f × %.0f pixels at scale %.2f, since the map is large; --scale=1 draws it at full size, and SVG and PDF are sharp at any"),
                    self->names != NULL ? self->names[file] : "PNG", ceil (width * scale), ceil (height * scale), scale);
}

static int
write_all (Export *self, const char *name, const EntCliOptions *options)
{
  g_autoptr (EntMap)   map = load_map (name, options);
  g_autoptr (EntScene) scene = NULL;
  int                  status = ENT_CLI_OK;
  guint                n_files = self->names != NULL ? g_strv_length (self->names) : 1;

  if (map == NULL)
    return ENT_CLI_INPUT;
  scene = ent_scene_new_above (map, self->least_confidence);
  ent_scene_set_visibility (scene, filter, self);
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile)  file = self->names != NULL ? g_file_new_for_commandline_arg (self->names[i]) : NULL;
      g_autoptr (GError) error = NULL;
      gboolean           written = file != NULL ? ent_export_to_file (scene, file, self->formats[i], &self->options, NULL, &error)
                                                : put_export (scene, self->formats[i], &self->options, &error);
      if (written)
        {
          say_size (scene, self, i);
          continue;
        }
      ent_cli_complain ("%s", error->message);   /* and on to the next */
      status = ENT_CLI_INPUT;
    }
  return ent_cli_finish (status);
}

/* ── Options ────────────────────────────────────────────────────────────────────────────────────────────────────── */

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

/* "conflict,neutral": a bit for each. from_string: one of ent_terms' functions, whose enumerations are as large as an int. */
static gboolean
parse_terms (const char *list, gboolean (*from_string) (const char *name, int *out), guint *bits)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  *bits = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      int term;

      if (!from_string (names[i], &term))
        return FALSE;
      *bits |= 1u << term;
    }
  return *bits != 0;
}

static gboolean
stance_from_string (const char *name, int *out)
{
  EntStance stance;

  if (!ent_stance_from_string (name, &stance))
    return FALSE;
  *out = (int) stance;
  return TRUE;
}

static gboolean
kind_from_string (const char *name, int *out)
{
  EntKind kind;

  if (!ent_kind_from_string (name, &kind))
    return FALSE;
  *out = (int) kind;
  return TRUE;
}

/* One format for all where one is asked for, else that of each name. FALSE: it was said why not, *status is set. */
static gboolean
choose_formats (Export *self, const EntCliCommand *command, const char *format_name, int *status)
{
  guint            n_files = self->names != NULL ? g_strv_length (self->names) : 1;
  g_autofree char *ending = format_name != NULL ? g_strconcat (".", format_name, NULL) : NULL;

  if (self->names == NULL && format_name == NULL)
    {
      *status = ent_cli_misused (command, _("-o FILE is missing, or --format to write to standard output"));
      return FALSE;
    }
  self->formats = g_new0 (EntExportFormat, n_files);
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!ent_export_format_from_name (ending != NULL ? ending : self->names[i], &self->formats[i], &error))
        *status = ent_cli_misused (command, "%s: %s", ending != NULL ? "--format" : "-o", error->message);
      else if (command == &draw_command && !ent_export_format_is_picture (self->formats[i]))
        *status = ent_cli_misused (command, _("%s: this is no picture; “entente-map export” writes it"), ending != NULL ? format_name : self->names[i]);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

/* What was given apart from the files. FALSE: it was said why not, *status is set. */
static gboolean
check_options (Export *self, const EntCliCommand *command, const char *size, const char *stances, const char *kinds, int *status)
{
  double scale = self->options.scale;

  if (size != NULL && !parse_size (size, &self->options))
    *status = ent_cli_misused (command, _("--size takes a width and a height in pixels, such as 1600x900, each from 1 to %d"), MAX_SIZE_PX);
  else if (!isfinite (scale) || scale < 0 || scale > MAX_SCALE)
    *status = ent_cli_misused (command, _("--scale takes a number above 0, up to %g"), MAX_SCALE);
  else if (!(self->least_confidence >= 0 && self->least_confidence <= 1))
    *status = ent_cli_misused (command, _("--confidence takes a number from 0 to 1"));
  else if (stances != NULL && !parse_terms (stances, stance_from_string, &self->stances))
    *status = ent_cli_misused (command, _("--stance takes some of %s, with commas between them"), "cooperation, conflict, neutral");
  else if (kinds != NULL && !parse_terms (kinds, kind_from_string, &self->kinds))
    *status = ent_cli_misused (command, _("--kind takes some of %s, with commas between them"), "country, person, organisation, place, group");
  else
    {
      self->options.limited = scale == 0;
      return TRUE;
    }
  return FALSE;
}

static int
run (const EntCliCommand *command, GStrv *arguments)
{
  g_auto (EntCliOptions) options = { NULL };
  g_auto (Export)        self = { .least_confidence = ENT_SCENE_LEAST_CONFIDENCE, .stances = G_MAXUINT, .kinds = G_MAXUINT };
  g_autofree char       *format = NULL, *size = NULL, *stances = NULL, *kinds = NULL;
  int                    status;
  const GOptionEntry     entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &self.names, N_("A file to write"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("Write as a name with this ending would say (svg, actors.csv); without -o to standard output"), N_("ENDING") },
    { "confidence", 0, 0, G_OPTION_ARG_DOUBLE, &self.least_confidence, N_("Only the links that are at least so sure, from 0 to 1 (else 0.35)"), N_("N") },
    { "stance", 0, 0, G_OPTION_ARG_STRING, &stances, N_("Only the links of these stances: cooperation, conflict, neutral"), N_("STANCES") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kinds, N_("Only the actors of these kinds: country, person, organisation, place, group"), N_("KINDS") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_("The picture's width and height in pixels (else as large as the drawing)"), N_("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self.options.scale, N_("Pixels of a PNG for each unit of the drawing (else 1, less for a large map)"), N_("N") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &self.options.dark, N_("On dark ground"), NULL },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &self.options.transparent, N_("On no ground at all"), NULL },
    { "legend", 0, 0, G_OPTION_ARG_NONE, &self.options.legend, N_("With a legend below"), NULL },
    { "outlines", 0, 0, G_OPTION_ARG_NONE, &self.options.outlines, N_("SVG: letters as shapes, for where the fonts are missing"), NULL },
    { "quotes", 0, 0, G_OPTION_ARG_NONE, &self.options.quotes, N_("PDF: with pages of all quotes behind the map"), NULL },
    { "verbatim", 0, 0, G_OPTION_ARG_NONE, &self.options.verbatim, N_("CSV: no apostrophe before what a spreadsheet would take for a formula"), NULL },
    { NULL }
  };

  if (!ent_cli_parse_options (command, entries, arguments, &options, &status))
    return status;
  if ((*arguments)[1] == NULL || (*arguments)[2] != NULL)
    return ent_cli_misused (command, _("one map or article is taken at a time"));
  if (!choose_formats (&self, command, format, &status) || !check_options (&self, command, size, stances, kinds, &status))
    return status;
  return write_all (&self, (*arguments)[1], &options);
}

int
ent_cli_draw (GStrv *arguments)
{
  return run (&draw_command, arguments);
}

int
ent_cli_export (GStrv *arguments)
{
  return run (&export_command, arguments);
}
