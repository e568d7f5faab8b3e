/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool.h"

#include "tiny-model.h"

#include <glib/gstdio.h>
#include <string.h>

void
tool_init (Tool *tool, int argc, char *argv[])
{
  g_autoptr (TinyModel) model = tiny_model_new (1);

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  tool->program = g_canonicalize_filename (argv[1], NULL);
  tool->folder = g_dir_make_tmp ("entente-cli-XXXXXX", NULL);
  g_assert_nonnull (tool->folder);
  tool->model = tool_write (tool, "tiny.model", model->file->str, (gssize) model->file->len);
}

int
tool_finish (Tool *tool, int status)
{
  g_autoptr (GDir) dir = g_dir_open (tool->folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (tool->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (tool->folder);
  g_free (tool->program);
  g_free (tool->folder);
  g_free (tool->model);
  return status;
}

char *
tool_write (Tool *tool, const char *name, gconstpointer data, gssize n_bytes)
{
  g_autoptr (GError) error = NULL;
  char              *path = g_build_filename (tool->folder, name, NULL);

  g_file_set_contents (path, data, n_bytes, &error);
  g_assert_no_error (error);
  return path;
}

static char *
dup_text (GBytes *bytes)
{
  return bytes != NULL && g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
}

Run
tool_run (Tool *tool, const char *arguments, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess)         process = NULL;
  g_autoptr (GError)              error = NULL;
  g_autoptr (GBytes)              in = g_bytes_new (input != NULL ? input : "", input != NULL ? strlen (input) : 0), out = NULL, err = NULL;
  g_auto (GStrv)                  words = g_strsplit (arguments, " ", -1);
  g_autoptr (GPtrArray)           argv = g_ptr_array_new_with_free_func (g_free);
  Run                             run;

  g_ptr_array_add (argv, g_strdup (tool->program));
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (argv, *words[i] == '@' ? g_strconcat (tool->folder, words[i] + 1, NULL) : g_strdup (words[i]));
  g_ptr_array_add (argv, NULL);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "ENTENTE_MODEL", tool->model, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))   /* it need not have read all that it was given */
    g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);
  run.out = dup_text (out);
  run.err = dup_text (err);
  return run;
}

void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}
