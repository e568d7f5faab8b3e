/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of unsaved changes where the disk fails: every call to the system that making an entry and writing it twice takes is made
 * to fail, and the process is ended at every one of them. What was reported as written must be there afterwards, or what came after it,
 * whole; and what an earlier process left must be there for the next one. */
#include "ent-map-file.h"
#include "ent-recovery.h"
#include "faults.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char   *folder;
  EntMap *maps[2];
  char   *files[2];   /* what is to stand in the entry after the first and after the second writing */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("entente-recovery-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++) {
    f->maps[i] = ent_map_new ();
    ent_map_set_title (f->maps[i], i == 0 ? "Łódź" : "Łódź, and one more 🙂");
    f->files[i] = ent_map_to_json (f->maps[i], TRUE);
  }
}

static void
empty_folder (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);
    g_remove (path);
  }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  empty_folder (f);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  for (guint i = 0; i < 2; i++) {
    g_object_unref (f->maps[i]);
    g_free (f->files[i]);
  }
}

/* Makes an entry and writes it twice, whatever fails. Returns how many writings were reported as done. */
static guint
keep (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) origin = g_file_new_for_path ("/tmp/Łódź.entente");
  g_autoptr (EntRecovery) entry = ent_recovery_new (f->folder, origin, "abc", "Łódź", &error);
  guint n_written = 0;

  g_assert_true ((entry == NULL) == (error != NULL));
  for (guint i = 0; entry && i < 2; i++) {
    g_autoptr (GError) write_error = NULL;
    if (ent_recovery_write (entry, f->maps[i], &write_error))
      n_written = i + 1;
    else
      g_assert_nonnull (strstr (write_error->message, f->folder));   /* it says where */
  }
  if (error)
    g_assert_nonnull (strstr (error->message, f->folder));
  return n_written;
}

/* What the next process finds: 0, or the number of the writing that it is of. */
static guint
find_kept (Fixture *f)
{
  g_autoptr (GPtrArray) entries = ent_recovery_claim_all (f->folder);
  g_autofree char *text = NULL;

  g_assert_cmpuint (entries->len, <=, 1);
  if (entries->len == 0)
    return 0;
  g_file_get_contents (g_file_peek_path (ent_recovery_get_file (entries->pdata[0])), &text, NULL, NULL);
  for (guint i = 0; i < 2; i++)
    if (g_strcmp0 (text, f->files[i]) == 0) {
      g_assert_cmpstr (ent_recovery_get_stamp (entries->pdata[0]), ==, "abc");
      return i + 1;
    }
  g_error ("damaged, log: %s: %s", faults_get_log (), text);
}

static void
test_errors (Fixture *f, gconstpointer data)
{
  static const FaultKind kinds[] = { FAULT_ERROR, FAULT_HALF, FAULT_FROM_HERE };
  static const int numbers[] = { ENOSPC, EIO, EROFS };
  guint n_runs = 0, n_failed = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (numbers); k++)
    for (guint nth = 1, n_calls = 1; n_calls >= nth - 1; nth++) {   /* the last run is whole */
      guint n_written;

      empty_folder (f);
      faults_arm (kinds[k / G_N_ELEMENTS (numbers)], nth, numbers[k % G_N_ELEMENTS (numbers)]);
      n_written = keep (f);
      n_calls = faults_disarm ();
      g_assert_cmpuint (find_kept (f), >=, n_written);
      n_runs++;
      n_failed += n_written < 2;
    }
  g_test_message ("%u runs with a fault, in %u of them a writing failed, 0 entries lost or damaged", n_runs, n_failed);
  g_assert_cmpuint (n_failed, >, n_runs / 4);
}

static void
test_kills (Fixture *f, gconstpointer data)
{
  guint n_killed = 0;

  for (FaultKind kind = FAULT_KILL; kind <= FAULT_KILL_HALF; kind++) {
    gboolean ended = FALSE;

    for (guint nth = 1; !ended; nth++) {
      int status;
      pid_t child;

      empty_folder (f);
      child = fork ();
      if (child == 0) {
        faults_arm (kind, nth, EIO);
        keep (f);
        _exit (faults_disarm () < nth ? 0 : 1);
      }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status));
      ended = WEXITSTATUS (status) == 0;
      n_killed += WEXITSTATUS (status) == FAULTS_KILLED;
      g_assert_cmpuint (find_kept (f), >=, ended ? 2 : 0);
    }
  }
  g_test_message ("%u processes ended while they kept changes, 0 entries damaged", n_killed);
  g_assert_cmpuint (n_killed, >=, 20);
}

/* Taking up what an earlier process left, while the disk fails: it is there for the one after. */
static void
test_claiming (Fixture *f, gconstpointer data)
{
  static const int numbers[] = { ENOSPC, EIO, EROFS };

  g_assert_cmpuint (keep (f), ==, 2);
  for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
    for (guint nth = 1, n_calls = 1; n_calls >= nth - 1; nth++) {
      g_autoptr (GPtrArray) entries = NULL;

      faults_arm (FAULT_ERROR, nth, numbers[k]);
      entries = ent_recovery_claim_all (f->folder);
      n_calls = faults_disarm ();
      g_clear_pointer (&entries, g_ptr_array_unref);
      g_assert_cmpuint (find_kept (f), ==, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/recovery-faults/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/app/recovery-faults/kills", Fixture, NULL, set_up, test_kills, tear_down);
  g_test_add ("/app/recovery-faults/claiming", Fixture, NULL, set_up, test_claiming, tear_down);
  return g_test_run ();
}
