/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* stdio is used for standard input and output: GLib's printing functions convert to the locale's encoding, and what these
 * commands write is UTF-8 wherever they run. */
#include "ent-cli.h"

#include "ent-install.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define MAX_THREADS 256

/* ── Options ────────────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_cli_options_clear (EntCliOptions *options)
{
  g_clear_pointer (&options->model_path, g_free);
}

gboolean
ent_cli_parse_options (const EntCliCommand *command, const GOptionEntry *entries, GStrv *arguments, EntCliOptions *options, int *status)
{
  const GOptionEntry common[] = {
    { "model", 'm', 0, G_OPTION_ARG_FILENAME, &options->model_path, N_("The language model (else $ENTENTE_MODEL, else the one installed)"), N_("PATH") },
    { "threads", 't', 0, G_OPTION_ARG_INT, &options->n_threads, N_("How many processor cores to use; 0: all"), N_("N") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Say the version and end"), NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (command->usage);
  g_autoptr (GError)         error = NULL;
  g_autofree char           *program = g_strconcat ("entente-map ", command->command, NULL);

  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  for (guint i = 0; (*arguments)[i] != NULL && !g_str_equal ((*arguments)[i], "--"); i++)
    if (g_str_equal ((*arguments)[i], "--help") || g_str_equal ((*arguments)[i], "-h"))
      {
        g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

        ent_cli_put (help);
        *status = ent_cli_finish (ENT_CLI_OK);
        return FALSE;
      }
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *status = ent_cli_misused (command, "%s", error->message);
      return FALSE;
    }
  if (options->version)
    {
      ent_cli_put ("entente-map " ENT_VERSION "\n");
      *status = ent_cli_finish (ENT_CLI_OK);
      return FALSE;
    }
  if (options->n_threads < 0 || options->n_threads > MAX_THREADS)
    {
      *status = ent_cli_misused (command, _("--threads takes a number from 0 to %d"), MAX_THREADS);
      return FALSE;
    }
  if ((*arguments)[0] != NULL && (*arguments)[1] != NULL && g_str_equal ((*arguments)[1], "--"))
    {
      /* GOption leaves the "--" where nothing but it stood before the files. */
      g_free ((*arguments)[1]);
      for (guint i = 1; (*arguments)[i] != NULL; i++)
        (*arguments)[i] = (*arguments)[i + 1];
    }
  return TRUE;
}

guint
ent_cli_count_threads (const EntCliOptions *options)
{
  return options->n_threads > 0 ? (guint) options->n_threads : g_get_num_processors ();
}

EntModel *
ent_cli_load_model (const EntCliOptions *options)
{
  const char        *chosen = options->model_path != NULL ? options->model_path : g_getenv (ENT_INSTALL_MODEL_VARIABLE);
  g_autofree char   *path = ent_install_dup_model_path (chosen);
  g_autoptr (GError) error = NULL;
  EntModel          *model = ent_model_load (path, &error);

  if (model == NULL)
    ent_cli_complain ("%s", error->message);
  return model;
}

/* ── Saying and writing ─────────────────────────────────────────────────────────────────────────────────────────── */

/* One write a line, so that lines of several processes do not mix. */
static void
say (const char *text)
{
  g_autofree char *line = g_strdup_printf ("entente-map: %s\n", text);

  fputs (line, stderr);
}

void
ent_cli_complain (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  say (text);
}

int
ent_cli_misused (const EntCliCommand *command, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  say (text);
  ent_cli_complain (_("“entente-map %s --help” says how it is called"), command->command);
  return ENT_CLI_USAGE;
}

gboolean
ent_cli_put (const char *text)
{
  return fputs (text, stdout) != EOF;
}

gboolean
ent_cli_put_bytes (GBytes *bytes)
{
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);

  return fwrite (data, 1, n_bytes, stdout) == n_bytes;
}

int
ent_cli_finish (int status)
{
  gboolean failed = ferror (stdout) != 0;
  int      reason = errno;

  if (fflush (stdout) != 0 && !failed)
    {
      failed = TRUE;
      reason = errno;
    }
  if (!failed)
    return status;
  if (reason != EPIPE)   /* whoever read it went away: no news to anyone */
    ent_cli_complain (_("standard output cannot be written: %s"), g_strerror (reason));
  return MAX (status, ENT_CLI_INPUT);
}

/* ── Reading lines ──────────────────────────────────────────────────────────────────────────────────────────────── */

static char *
fail (EntCliLines *lines, const char *why)
{
  ent_cli_complain (_("standard input, line %zu: %s"), (gsize) lines->number, why);
  lines->failed = TRUE;
  return NULL;
}

char *
ent_cli_lines_next (EntCliLines *lines)
{
  g_autofree char *line = NULL;
  size_t           capacity = 0;
  ssize_t          n_bytes;
  char            *text;

  lines->number++;
  errno = 0;
  n_bytes = getline (&line, &capacity, stdin);
  text = g_steal_pointer (&line);
  if (n_bytes < 0)
    {
      int reason = errno;

      g_free (text);
      return ferror (stdin) ? fail (lines, g_strerror (reason)) : NULL;
    }
  if ((gsize) n_bytes > ENT_CLI_MAX_LINE_BYTES || strlen (text) != (gsize) n_bytes)
    {
      gboolean too_long = (gsize) n_bytes > ENT_CLI_MAX_LINE_BYTES;

      g_free (text);
      return fail (lines, too_long ? _("it is too long") : _("there is a NUL in it, which no text has"));
    }
  if (n_bytes > 0 && text[n_bytes - 1] == '\n')
    text[--n_bytes] = '\0';
  if (n_bytes > 0 && text[n_bytes - 1] == '\r')
    text[--n_bytes] = '\0';
  return text;
}
