/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map read": articles to maps. A file is read with all threads; lines of --jsonl with one each. */
#include "ent-cli.h"

#include "ent-article-loader.h"
#include "ent-cli-files.h"
#include "ent-cli-jsonl.h"
#include "ent-extract.h"
#include "ent-map-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const EntCliCommand command = {
  "read", N_("FILE… [-o MAP]"),
  N_("Reads articles (text, Markdown, HTML, PDF, ODT, DOCX, e-mail; “-” is standard input) into maps.\n\n"
     "One article's map goes to standard output, or with -o into a file. Of several articles each gets a map of its own, "
     "NAME.entente in the folder that -o names.\n\n"
     "With --jsonl, standard input has a line {\"id\": …, \"text\": …} for each article, and standard output gets a line "
     "{\"id\": …, \"map\": {…}} or {\"id\": …, \"error\": \"…\"} for each, in the same order.")
};

static EntMap *
read_map (EntModel *model, EntArticle *article, guint n_threads, GError **error)
{
  EntExtractOptions options = { .n_threads = n_threads };

  return ent_extract_map (model, article, &options, error);
}

static char *
answer_line (EntArticle *article, const char *text, gpointer model, GError **error)
{
  g_autoptr (EntMap) map = read_map (model, article, 1, error);
  g_autofree char   *json = map != NULL ? ent_map_to_json (map, FALSE) : NULL;

  return json != NULL ? g_strconcat ("\"map\":", json, NULL) : NULL;
}

/* to: nullable for standard output. */
static gboolean
read_file (EntModel *model, const char *name, GFile *to, guint n_threads, GError **error)
{
  g_autoptr (EntArticle) article = ent_cli_load_article (name, error);
  g_autoptr (EntMap)     map = article != NULL ? read_map (model, article, n_threads, error) : NULL;
  g_autofree char       *json = NULL;

  if (map == NULL)
    return FALSE;
  if (to != NULL)
    return ent_map_save (map, to, NULL, error);
  json = ent_map_to_json (map, TRUE);
  ent_cli_put (json);
  return TRUE;
}

/* "folder/NAME.entente" for "…/NAME.txt". */
static GFile *
map_file_in (const char *folder, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *map_name = NULL;
  char            *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  map_name = g_strconcat (base, ".entente", NULL);
  return g_file_new_build_filename (folder, map_name, NULL);
}

static int
read_files (const EntCliOptions *options, char **names, const char *output)
{
  gboolean            to_folder = output != NULL && g_file_test (output, G_FILE_TEST_IS_DIR);
  g_autoptr (EntModel) model = NULL;
  int                 status = ENT_CLI_OK;

  if (g_strv_length (names) > 1 && !to_folder)
    return ent_cli_misused (&command, output == NULL ? _("several articles need -o FOLDER") : _("-o: %s is no folder, which several articles need"), output);
  model = ent_cli_load_model (options);
  if (model == NULL)
    return ENT_CLI_INPUT;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile)  to = to_folder ? map_file_in (output, names[i]) : output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
      g_autoptr (GError) error = NULL;

      if (read_file (model, names[i], to, ent_cli_count_threads (options), &error))
        continue;
      ent_cli_complain ("%s", error->message);   /* and on to the next */
      status = ENT_CLI_INPUT;
    }
  return ent_cli_finish (status);
}

int
ent_cli_read (GStrv *arguments)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autofree char       *output = NULL;
  gboolean               jsonl = FALSE;
  int                    status;
  const GOptionEntry     entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the map into a file, or maps into a folder"), N_("MAP") },
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &jsonl, N_("Read many articles, one JSON object a line, from standard input"), NULL },
    { NULL }
  };

  if (!ent_cli_parse_options (&command, entries, arguments, &options, &status))
    return status;
  if (jsonl)
    {
      g_autoptr (EntModel) model = NULL;

      if ((*arguments)[1] != NULL || output != NULL)
        return ent_cli_misused (&command, _("--jsonl takes no files and no -o: it reads standard input and writes standard output"));
      model = ent_cli_load_model (&options);
      return model != NULL ? ent_cli_jsonl_run (ent_cli_count_threads (&options), answer_line, model) : ENT_CLI_INPUT;
    }
  if ((*arguments)[1] == NULL)
    return ent_cli_misused (&command, _("an article is missing"));
  return read_files (&options, *arguments + 1, output);
}
