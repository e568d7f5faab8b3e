/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is told to end while a change is younger than the next writing of what is unsaved: it is kept all the same. And while an
 * article is read: the reading ends with it.
 * ENDING_EDITOR in the environment: the program. */
#include "ent-map-file.h"
#include "ent-recovery.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define N_READINGS 4   /* how often one is ended: the worker stands elsewhere each time */

typedef struct {
  char        *state, *folder;
  GSubprocess *editor;
} Fixture;

static void
ignore_cb (gpointer data)
{
  signal (SIGHUP, SIG_IGN);
}

static void
start (Fixture *f, const char *said, gboolean ignored)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  const char *editor = g_getenv ("ENDING_EDITOR");

  g_assert_nonnull (editor);
  f->state = g_dir_make_tmp ("entente-ending-XXXXXX", &error);
  f->folder = g_build_filename (f->state, "entente", "recovery", NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", f->state, TRUE);
  g_subprocess_launcher_setenv (launcher, "ENDING_EDITOR_AT", said, TRUE);
  if (ignored)
    g_subprocess_launcher_set_child_setup (launcher, ignore_cb, NULL, NULL);
  f->editor = g_subprocess_launcher_spawn (launcher, &error, editor, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (f->editor));
  while (g_strcmp0 (line, said) != 0) {   /* what comes before is the test framework's */
    g_free (line);
    line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_nonnull (line);
  }
}

static void
set_up (Fixture *f, gconstpointer ignored)
{
  start (f, "edited", ignored != NULL);
}

static void
set_up_reading (Fixture *f, gconstpointer ignored)
{
  start (f, "reading", FALSE);
}

static void
tear_down (Fixture *f, gconstpointer ignored)
{
  fixture_empty_folder (f->state);
  g_rmdir (f->state);
  g_free (f->state);
  g_free (f->folder);
  g_object_unref (f->editor);
}

static void
assert_kept (Fixture *f)
{
  g_autoptr (GPtrArray) entries = ent_recovery_claim_all (f->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = NULL;

  g_assert_cmpuint (entries->len, ==, 1);
  map = ent_map_load (ent_recovery_get_file (entries->pdata[0]), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_map_get_title (map), ==, "Changed a moment ago");
}

static void
end (Fixture *f, int number)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (f->editor, number);
  g_assert_true (g_subprocess_wait (f->editor, NULL, &error));
  g_assert_no_error (error);
}

static void
end_well (Fixture *f, int number)
{
  end (f, number);
  g_assert_true (g_subprocess_get_if_exited (f->editor));
  g_assert_cmpint (g_subprocess_get_exit_status (f->editor), ==, 0);
}

static void
test_kept (Fixture *f, gconstpointer ignored, int number)
{
  end_well (f, number);
  assert_kept (f);
}

static void test_term (Fixture *f, gconstpointer ignored) { test_kept (f, ignored, SIGTERM); }
static void test_int  (Fixture *f, gconstpointer ignored) { test_kept (f, ignored, SIGINT); }
static void test_hup  (Fixture *f, gconstpointer ignored) { test_kept (f, ignored, SIGHUP); }

/* As with nohup: the editor goes on, and the next signal finds it at work. */
static void
test_ignored (Fixture *f, gconstpointer ignored)
{
  g_subprocess_send_signal (f->editor, SIGHUP);
  g_usleep (300 * 1000);
  g_assert_nonnull (g_subprocess_get_identifier (f->editor));
  test_kept (f, ignored, SIGTERM);
}

static void
test_reading (Fixture *f, gconstpointer ignored)
{
  end_well (f, SIGTERM);
}

/* What nobody can prepare for: the change is lost, being younger than the delay, and nothing else is harmed. */
static void
test_kill (Fixture *f, gconstpointer ignored)
{
  g_autoptr (GPtrArray) entries = NULL;

  end (f, SIGKILL);
  g_assert_true (g_subprocess_get_if_signaled (f->editor));
  entries = ent_recovery_claim_all (f->folder);
  g_assert_cmpuint (entries->len, <=, 1);   /* one where the machine was so slow that the delay was over */
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/app/ending/term", Fixture, NULL, set_up, test_term, tear_down);
  g_test_add ("/app/ending/int", Fixture, NULL, set_up, test_int, tear_down);
  g_test_add ("/app/ending/hup", Fixture, NULL, set_up, test_hup, tear_down);
  g_test_add ("/app/ending/ignored", Fixture, "ignored", set_up, test_ignored, tear_down);
  g_test_add ("/app/ending/kill", Fixture, NULL, set_up, test_kill, tear_down);
  for (guint i = 0; i < N_READINGS; i++) {
    g_autofree char *path = g_strdup_printf ("/app/ending/reading/%u", i);
    g_test_add (path, Fixture, NULL, set_up_reading, test_reading, tear_down);
  }
  return g_test_run ();
}
