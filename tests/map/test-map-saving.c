/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, and what can go wrong with it: every call that a save makes to the system is made to fail, and the process is ended at
 * every one of them. The file must then be the old one or the new one, byte for byte. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* unshare */
#endif
#include "ent-map-file.h"

#include "faults.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define OLD_VERSION "{\"format\": \"entente-map\", \"version\": 0, \"title\": \"Zoë of old\"}\n"

typedef struct {
  char   *folder, *path;
  GFile  *file;
  EntMap *map;
  char   *json;       /* what is to stand in the file after saving */
} Saving;

static void
set_up (Saving *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("entente-saving-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "Zoë.entente", NULL);
  f->file = g_file_new_for_path (f->path);
  f->map = ent_map_new ();
  ent_map_set_title (f->map, "Łódź 🙂");
  f->json = ent_map_to_json (f->map, TRUE);
}

/* Empties the folder; returns how many files there were, those in the way of a save apart. */
static guint
empty_folder (Saving *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char      *name;
  guint            n_others = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      n_others += !g_str_has_suffix (name, ".entente");
      g_remove (path);
    }
  return n_others;
}

static void
tear_down (Saving *f, gconstpointer data)
{
  g_assert_cmpuint (empty_folder (f), ==, 0);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->file);
  g_object_unref (f->map);
  g_free (f->json);
}

/* (transfer full): what stands in a file of the folder; NULL where it is not there. */
static char *
content (Saving *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
assert_content (Saving *f, const char *name, const char *expected)
{
  g_autofree char *text = content (f, name);

  g_assert_cmpstr (text, ==, expected);
}

static void
put (Saving *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, text, -1, &error);
  g_assert_no_error (error);
}

/* The stamp of loading is that of saving the same, and lets it be saved over; any other does not. */
static void
test_stamp (Saving *f, gconstpointer data)
{
  g_autofree char   *saved = NULL, *loaded = NULL, *none = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = NULL;

  g_assert_true (ent_map_save_over (f->map, f->file, NULL, &saved, NULL, &error));
  map = ent_map_load_stamped (f->file, &loaded, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saved, ==, loaded);

  ent_map_set_title (map, "mine");
  put (f, "theirs");
  g_assert_false (ent_map_save_over (map, f->file, loaded, &none, NULL, &error));
  g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, f->path));
  g_assert_null (none);
  assert_content (f, "Zoë.entente", "theirs");
  g_clear_error (&error);

  /* Touched, or written again as it was, is not changed; gone is no content that could be lost. */
  put (f, f->json);
  g_assert_true (ent_map_save_over (map, f->file, loaded, &again, NULL, &error));
  g_assert_cmpstr (again, !=, loaded);
  g_remove (f->path);
  g_assert_true (ent_map_save_over (f->map, f->file, again, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (f, "Zoë.entente", f->json);
}

static void
test_stamp_of_failure (Saving *f, gconstpointer data)
{
  g_autofree char   *stamp = g_strdup ("x");
  char              *none = stamp;
  g_autoptr (GError) error = NULL;

  put (f, "no map");
  g_assert_null (ent_map_load_stamped (f->file, &none, NULL, &error));
  g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_NOT_JSON);
  g_assert_null (none);
}

/* A file of an older version is kept beside the new one, each such file once; others are not. */
static void
test_backup (Saving *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct { const char *old; gboolean kept; } cases[] = {
    { OLD_VERSION, TRUE }, { "\n{ \"format\":\"entente-map\",\"version\":0}", TRUE }, { f->json, FALSE }, { "", FALSE }, { "plain words", FALSE },
    { "{\"format\": \"entente-map\", \"version\": 99}", FALSE }, { "{\"version\": 0}", FALSE }, { "\xff\xfe{", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = NULL;

      put (f, cases[i].old);
      g_assert_true (ent_map_save (f->map, f->file, NULL, &error));
      g_assert_no_error (error);
      kept = content (f, "Zoë.v0.entente");
      g_assert_cmpstr (kept, ==, cases[i].kept ? cases[i].old : NULL);
      assert_content (f, "Zoë.entente", f->json);
      g_assert_cmpuint (empty_folder (f), ==, 0);
    }
  for (guint i = 0; i < 3; i++)
    {
      put (f, OLD_VERSION);
      g_assert_true (ent_map_save (f->map, f->file, NULL, &error));
      g_assert_true (ent_map_save (f->map, f->file, NULL, &error));
    }
  assert_content (f, "Zoë.v0.entente", OLD_VERSION);
  assert_content (f, "Zoë.v0-2.entente", OLD_VERSION);
  assert_content (f, "Zoë.v0-3.entente", OLD_VERSION);
  assert_content (f, "Zoë.v0-4.entente", NULL);
}

/* What a power cut must find: the new content is on the disk before its name is, and the name before the save is reported. */
static void
test_order (Saving *f, gconstpointer data)
{
  const char *write, *file, *rename, *folder;

  put (f, f->json);
  faults_arm (FAULT_NONE, 0, 0);
  g_assert_true (ent_map_save (f->map, f->file, NULL, NULL));
  faults_disarm ();
  write = strstr (faults_get_log (), "write");
  file = strstr (faults_get_log (), "fsync-file");
  rename = strstr (faults_get_log (), "rename");
  folder = strstr (faults_get_log (), "fsync-folder");
  g_test_message ("%s", faults_get_log ());
  g_assert_true (write != NULL && file != NULL && rename != NULL && folder != NULL);
  g_assert_true (write < file && file < rename && rename < folder);
  g_assert_null (strstr (rename, "write"));
}

static gboolean
save (Saving *f, const char *expected)
{
  return ent_map_save_over (f->map, f->file, expected, NULL, NULL, NULL);
}

/* A save that is reported as done is; one that is not has left the old file, but where the flush of the folder or the mode was
 * what failed. A backup is whole where there is one, and there where the file is not the old one any more. */
static void
check_after (Saving *f, const char *old, gboolean saved)
{
  g_autofree char *text = content (f, "Zoë.entente");
  g_autofree char *kept = content (f, "Zoë.v0.entente");
  gboolean         is_old = g_strcmp0 (text, old) == 0, is_new = g_strcmp0 (text, f->json) == 0;

  if (!is_old && !is_new)
    g_error ("lost or damaged, log: %s: %s", faults_get_log (), text);
  g_assert_true (is_new || !saved);
  if (kept != NULL)
    g_assert_cmpstr (kept, ==, old);
  g_assert_true (kept != NULL || is_old || g_strcmp0 (old, OLD_VERSION) != 0);
}

static const char *const olds[] = { NULL, "another map", OLD_VERSION };

static void
prepare (Saving *f, guint which)
{
  empty_folder (f);
  if (olds[which] != NULL)
    put (f, olds[which]);
}

static char *
stamp_of (const char *text)
{
  return text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) : NULL;
}

/* Every call of a save fails, in three ways, with the errors that disks have. */
static void
test_errors (Saving *f, gconstpointer data)
{
  static const FaultKind kinds[] = { FAULT_ERROR, FAULT_HALF, FAULT_FROM_HERE };
  static const int numbers[] = { ENOSPC, EIO, EROFS };
  guint n_runs = 0, n_failed = 0;

  for (guint which = 0; which < G_N_ELEMENTS (olds); which++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (numbers); k++)
      {
        g_autofree char *stamp = stamp_of (olds[which]);
        guint            nth = 0, n_calls = 0;

        while (n_calls >= nth++)
          {
            gboolean saved;

            prepare (f, which);
            faults_arm (kinds[k / G_N_ELEMENTS (numbers)], nth, numbers[k % G_N_ELEMENTS (numbers)]);
            saved = save (f, stamp);
            n_calls = faults_disarm ();
            check_after (f, olds[which], saved);
            n_runs++;
            n_failed += !saved;
          }
        g_assert_true (nth > 7 && g_str_has_suffix (faults_get_log (), which > 0 ? "chmod" : "close"));   /* the last run was whole */
      }
  g_test_message ("%u saves with a fault, %u of them failed, 0 files lost or damaged", n_runs, n_failed);
  g_assert_cmpuint (n_failed, >, n_runs / 4);
  empty_folder (f);   /* where unlinking failed, a temporary file is left */
}

/* A process that ends at any call of its save, also in the middle of a write. */
static void
test_kills (Saving *f, gconstpointer data)
{
  guint n_killed = 0;

  for (guint which = 0; which < G_N_ELEMENTS (olds); which++)
    for (FaultKind kind = FAULT_KILL; kind <= FAULT_KILL_HALF; kind++)
      {
        g_autofree char *stamp = stamp_of (olds[which]);
        gboolean         ended = FALSE;

        for (guint nth = 1; !ended; nth++)
          {
            int   status;
            pid_t child;

            prepare (f, which);
            child = fork ();
            if (child == 0)
              {
                faults_arm (kind, nth, EIO);
                save (f, stamp);
                _exit (faults_disarm () < nth ? 0 : 1);
              }
            g_assert_cmpint (waitpid (child, &status, 0), ==, child);
            g_assert_true (WIFEXITED (status));
            ended = WEXITSTATUS (status) == 0;
            n_killed += WEXITSTATUS (status) == FAULTS_KILLED;
            check_after (f, olds[which], ended);
          }
      }
  g_test_message ("%u processes ended in the middle of a save, 0 files lost or damaged", n_killed);
  g_assert_cmpuint (n_killed, >=, 30);
  empty_folder (f);
}

/* ── A disk of its own ──────────────────────────────────────────────────────────────────────────────────────────── */

#define DISK_BYTES "128k"

/* Ends as a process that could not have a disk. */
#define NO_DISK 76

/* Writes to a file until nothing more goes. */
static void
fill_disk (Saving *f)
{
  g_autofree char *path = g_build_filename (f->folder, "filler", NULL);
  char             block[512] = { 0 };
  FILE            *file = fopen (path, "w");

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (block, 1, sizeof block, file) == sizeof block)
    ;
  fclose (file);
}

static void
assert_refused (Saving *f, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = NULL;
  const char        *name;
  guint              n_files = 0;

  g_assert_false (ent_map_save (f->map, f->file, NULL, &error));
  if (strstr (error->message, says) == NULL || strstr (error->message, f->path) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
  assert_content (f, "Zoë.entente", "what was there");
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 2);   /* with the filler; no temporary file is left */
}

/* In a process with a small file system of its own over the folder, that nobody else sees. */
static void
work_on_small_disk (Saving *f)
{
  g_autofree char *long_title = g_strnfill (10000, 'x');
  g_autofree char *ids = g_strdup_printf ("%u %u 1", getuid (), getuid ());
  int              id_map = -1;

  /* As root a name space for what is mounted will do; as anybody else one for users must come with it. */
  if (unshare (CLONE_NEWNS) != 0 &&
      (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 || (id_map = g_open ("/proc/self/uid_map", O_WRONLY, 0)) < 0 ||
       write (id_map, ids, strlen (ids)) != (gssize) strlen (ids)))
    _exit (NO_DISK);
  if (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount ("tmpfs", f->folder, "tmpfs", 0, "size=" DISK_BYTES) != 0)
    _exit (NO_DISK);
  put (f, "what was there");
  fill_disk (f);
  ent_map_set_title (f->map, long_title);
  assert_refused (f, "no space left");
  g_assert_cmpint (mount (NULL, f->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_refused (f, "nothing may be written");
  _exit (0);
}

static void
test_small_disk (Saving *f, gconstpointer data)
{
  int   status;
  pid_t child = fork ();

  if (child == 0)
    work_on_small_disk (f);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == NO_DISK)
    g_test_skip ("no file system may be mounted here, not even in a name space of its own");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/map/saving/" path, Saving, NULL, set_up, function, tear_down)
  ADD ("stamp", test_stamp);
  ADD ("stamp-of-failure", test_stamp_of_failure);
  ADD ("backup", test_backup);
  ADD ("order", test_order);
  ADD ("errors", test_errors);
  ADD ("kills", test_kills);
  ADD ("small-disk", test_small_disk);
  return g_test_run ();
}
