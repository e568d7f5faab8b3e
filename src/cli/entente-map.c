/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command "entente-map": finds the command meant and hands the rest of the line to it. */
#include "ent-cli.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

static const struct { const char *name; int (*run) (GStrv *arguments); const char *what; } commands[] = {
  { "read", ent_cli_read, N_("read articles into maps") },
  { "draw", ent_cli_draw, N_("draw a map or an article as PNG, SVG or PDF") },
  { "export", ent_cli_export, N_("write a map or an article as a picture, page, graph or table") },
  { "explain", ent_cli_explain, N_("say how each sentence came to links on the map, or why it did not") },
  { "parse", ent_cli_parse, N_("show what the language model sees: words, trees, names, what corefers") },
  { "stance", ent_cli_stance, N_("who is for or against whom in a sentence, for marked pairs") },
  { "relate", ent_cli_relate, N_("what kind of relation a sentence states, for marked pairs") },
  { "tuples", ent_cli_tuples, N_("what each sentence says, as tuples: who does what to whom") },
};

static void
put_help (void)
{
  ent_cli_put (_("Usage: entente-map COMMAND [OPTION…] [FILE…]\n\n"
                 "Reads news articles and finds who stands how to whom. Everything is done on this machine.\n\n"
                 "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("  %-8s %s\n", commands[i].name, _(commands[i].what));

      ent_cli_put (line);
    }
  ent_cli_put (_("\nOptions of all commands:\n"
                 "  --model PATH   the language model (else $ENTENTE_MODEL, else the one installed)\n"
                 "  --threads N    how many processor cores to use; 0: all\n"
                 "  --help         say how a command is called: entente-map COMMAND --help\n"
                 "  --version      say the version\n\n"
                 "Exit status: 0 where all went well, 1 where the input is at fault (which is named on\n"
                 "standard error), 2 where the command was called wrongly.\n"));
}

/* A file opened later must not become standard input or output where that is closed: each is held by something that fails
 * as a closed one would. */
static void
guard_standard_streams (void)
{
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0)
      _exit (ENT_CLI_INPUT);
}

static int
run_command (const char *name, char **rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      {
        g_auto (GStrv) arguments = g_strdupv (rest);

        return commands[i].run (&arguments);
      }
  ent_cli_complain (_("there is no command “%s”; “entente-map --help” lists them"), name);
  return ENT_CLI_USAGE;
}

int
main (int argc, char *argv[])
{
  guard_standard_streams ();
  signal (SIGPIPE, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ENT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("entente-map");
  if (argc < 2)
    {
      ent_cli_complain (_("a command is missing; “entente-map --help” lists them"));
      return ENT_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      put_help ();
      return ent_cli_finish (ENT_CLI_OK);
    }
  if (g_str_equal (argv[1], "--version"))
    {
      ent_cli_put ("entente-map " ENT_VERSION "\n");
      return ent_cli_finish (ENT_CLI_OK);
    }
  return run_command (argv[1], argv + 1);
}
