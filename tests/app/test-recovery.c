/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of maps with unsaved changes, and who keeps them: by rules first, then by ending an editor in the middle of its work.
 * "--moments N" does that N times. RECOVERY_EDITOR in the environment: the editor. */
#include "ent-autosave.h"
#include "ent-map-file.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <utime.h>

static int n_moments = 20;

typedef struct {
  char *folder;      /* of the entries; made by the first */
  char *top, *path;  /* a folder, and a map in it */
  GFile *file;
} Store;

static void
set_up (Store *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->top = g_dir_make_tmp ("entente-recovery-XXXXXX", &error);
  g_assert_no_error (error);
  f->folder = g_build_filename (f->top, "state", "recovery", NULL);
  f->path = g_build_filename (f->top, "Élodie.entente", NULL);
  f->file = g_file_new_for_path (f->path);
}

static guint
count_files (Store *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static void
tear_down (Store *f, gconstpointer data)
{
  fixture_empty_folder (f->top);
  g_assert_cmpint (g_rmdir (f->top), ==, 0);
  g_free (f->folder);
  g_free (f->top);
  g_free (f->path);
  g_object_unref (f->file);
}

/* ── entries ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntRecovery *
new_entry (Store *f, const char *title, GFile *origin)
{
  g_autoptr (GError) error = NULL;
  EntRecovery *entry = ent_recovery_new (f->folder, origin, origin ? "abc" : NULL, title, &error);

  g_assert_no_error (error);
  return entry;
}

static void
write_map (EntRecovery *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = fixture_map_new ();

  ent_recovery_write (entry, map, &error);
  g_assert_no_error (error);
}

static guint
count_left (Store *f)
{
  g_autoptr (GPtrArray) left = ent_recovery_claim_all (f->folder);

  return left->len;
}

/* An entry is nobody else's while it is held, and the next one's afterwards, with all that it knew. */
static void
test_claim (Store *f, gconstpointer data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (EntMap) map = fixture_map_new (), again = NULL;
  g_autofree char *one = ent_map_to_json (map, TRUE), *two = NULL;

  g_assert_cmpuint (count_left (f), ==, 0);   /* there is no folder yet */
  EntRecovery *entry = new_entry (f, "Élodie’s “view”\n= 🙂", f->file);
  g_assert_cmpuint (count_left (f), ==, 0);
  write_map (entry);
  write_map (entry);
  g_assert_cmpuint (count_left (f), ==, 0);
  ent_recovery_unref (entry);

  left = ent_recovery_claim_all (f->folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpuint (count_left (f), ==, 0);
  entry = left->pdata[0];
  g_assert_cmpstr (ent_recovery_get_title (entry), ==, "Élodie’s “view”\n= 🙂");
  g_assert_cmpstr (ent_recovery_get_stamp (entry), ==, "abc");
  g_assert_true (g_file_equal (ent_recovery_get_origin (entry), f->file));
  again = ent_map_load (ent_recovery_get_file (entry), NULL, NULL);
  two = ent_map_to_json (again, TRUE);
  g_assert_cmpstr (one, ==, two);
  ent_recovery_remove (entry);
  g_assert_cmpuint (count_files (f), ==, 0);
}

/* The newest comes first; one that was never saved has no origin; what a killed process left beside goes with its entry. */
static void
test_several (Store *f, gconstpointer data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *rest = NULL;
  struct utimbuf past = { 1000000000, 1000000000 };

  for (guint i = 0; i < 3; i++) {
    g_autoptr (EntRecovery) entry = new_entry (f, i == 1 ? "old" : "new", NULL);
    write_map (entry);
    if (i == 1)
      g_utime (g_file_peek_path (ent_recovery_get_file (entry)), &past);
  }
  left = ent_recovery_claim_all (f->folder);
  g_assert_cmpuint (left->len, ==, 3);
  g_assert_cmpstr (ent_recovery_get_title (left->pdata[2]), ==, "old");
  g_assert_null (ent_recovery_get_origin (left->pdata[2]));
  g_assert_null (ent_recovery_get_stamp (left->pdata[2]));
  rest = g_strconcat (g_file_peek_path (ent_recovery_get_file (left->pdata[2])), ".AB12CD", NULL);
  g_file_set_contents (rest, "{", 1, NULL);
  ent_recovery_remove (left->pdata[2]);
  g_assert_cmpuint (count_files (f), ==, 4);
}

/* A map is worth having whatever became of its origin; an entry without a map is cleared away once it is old. */
static void
test_broken (Store *f, gconstpointer data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *origin = g_build_filename (f->folder, "x.origin", NULL), *path = g_build_filename (f->folder, "x.entente", NULL);
  g_autofree char *young = g_build_filename (f->folder, "y.origin", NULL), *old = g_build_filename (f->folder, "z.origin", NULL);
  struct utimbuf past = { 1000000000, 1000000000 };

  g_mkdir_with_parents (f->folder, 0700);
  g_file_set_contents (origin, "\xff no key file", -1, NULL);
  g_file_set_contents (path, "no map", -1, NULL);
  g_file_set_contents (young, "", 0, NULL);
  g_file_set_contents (old, "", 0, NULL);
  g_utime (old, &past);
  left = ent_recovery_claim_all (f->folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (ent_recovery_get_title (left->pdata[0]), ==, "");
  g_assert_null (ent_recovery_get_origin (left->pdata[0]));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
}

static void
test_no_folder (Store *f, gconstpointer data)
{
  g_autofree char *below_file = g_build_filename (f->path, "recovery", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, "", 0, NULL);
  g_assert_null (ent_recovery_new (below_file, NULL, NULL, "T", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, below_file));
}

/* ── keeping them ───────────────────────────────────────────────────────────────────────────────────────────────── */

static EntSession *
new_session (Store *f)
{
  EntSession *session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();

  ent_session_open (session, map, f->file);
  return session;
}

static void
edit (EntSession *session, const char *title)
{
  ent_map_set_title (ent_session_get_map (session), title);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static gboolean
is_set (gpointer data)
{
  return *(guint *) data > 0;
}

static gboolean
is_removed (gpointer data)
{
  return count_files (data) == 0;
}

static char *
dup_kept_title (Store *f)
{
  g_autoptr (GPtrArray) left = ent_recovery_claim_all (f->folder);
  g_autoptr (EntMap) map = NULL;

  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (g_file_equal (ent_recovery_get_origin (left->pdata[0]), f->file));
  map = ent_map_load (ent_recovery_get_file (left->pdata[0]), NULL, NULL);
  return g_strdup (ent_map_get_title (map));
}

/* A change is on disk within 5 s, with the delay that the program has. */
static void
test_five_seconds (Store *f, gconstpointer data)
{
  g_autoptr (EntSession) session = new_session (f);
  g_autoptr (EntAutosave) autosave = ent_autosave_new (session, f->folder, ENT_AUTOSAVE_DELAY_MS);
  g_autofree char *title = NULL;
  gint64 start_us = g_get_monotonic_time ();
  guint n_recorded = 0;

  g_signal_connect_swapped (autosave, "recorded", G_CALLBACK (count_cb), &n_recorded);
  edit (session, "Ž");
  fixture_wait_for (is_set, &n_recorded);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 5 * G_USEC_PER_SEC);
  g_clear_object (&autosave);   /* as if it had ended here */
  title = dup_kept_title (f);
  g_assert_cmpstr (title, ==, "Ž");
}

/* All at once, for when the program has to end: also what changed while something older was being written. */
static void
test_flush (Store *f, gconstpointer data)
{
  g_autoptr (EntSession) session = new_session (f);
  g_autoptr (EntAutosave) autosave = ent_autosave_new (session, f->folder, 1);

  ent_autosave_flush (autosave);   /* there is nothing to be kept */
  g_assert_cmpuint (count_files (f), ==, 0);
  for (guint i = 0; i < 8; i++) {
    g_autofree char *title = g_strdup_printf ("%u", i), *kept = NULL;

    edit (session, "earlier");
    fixture_run_for (i);
    edit (session, title);
    ent_autosave_flush (autosave);
    g_clear_object (&autosave);
    kept = dup_kept_title (f);
    g_assert_cmpstr (kept, ==, title);
    fixture_empty_folder (f->folder);
    autosave = ent_autosave_new (session, f->folder, 60000);
  }
  ent_session_saved (session, f->file, ent_session_get_serial (session));
  ent_autosave_flush (autosave);
  g_assert_cmpuint (count_files (f), ==, 0);
}

/* Nothing is kept of a session without unsaved changes: not before the first, not after saving, whatever was under way. */
static void
test_saved (Store *f, gconstpointer data)
{
  g_autoptr (EntSession) session = new_session (f);
  g_autoptr (EntAutosave) autosave = ent_autosave_new (session, f->folder, 1);
  g_autoptr (EntMap) other = fixture_map_new ();
  guint n_recorded = 0;

  g_signal_connect_swapped (autosave, "recorded", G_CALLBACK (count_cb), &n_recorded);
  fixture_run_for (20);
  g_assert_cmpuint (count_files (f), ==, 0);
  edit (session, "1");
  fixture_wait_for (is_set, &n_recorded);
  g_assert_cmpuint (count_files (f), ==, 2);
  ent_session_saved (session, f->file, ent_session_get_serial (session));
  g_assert_cmpuint (count_files (f), ==, 0);

  for (guint i = 0; i < 20; i++) {
    edit (session, "2");
    fixture_run_for (i);
    if (i % 2)
      ent_session_saved (session, f->file, ent_session_get_serial (session));
    else
      ent_session_open (session, other, NULL);
  }
  fixture_wait_for (is_removed, f);
  fixture_run_for (50);
  g_assert_cmpuint (count_files (f), ==, 0);
}

/* What is taken up again stays on disk until it is saved. */
static void
test_adopt (Store *f, gconstpointer data)
{
  g_autoptr (EntSession) session = new_session (f);
  g_autoptr (EntAutosave) autosave = ent_autosave_new (session, f->folder, 1);
  g_autofree char *title = NULL;
  guint n_recorded = 0;

  g_signal_connect_swapped (autosave, "recorded", G_CALLBACK (count_cb), &n_recorded);
  {
    g_autoptr (EntRecovery) entry = new_entry (f, "T", f->file);
    write_map (entry);
    ent_session_saved (session, f->file, ent_session_get_serial (session) - 1);
    ent_autosave_adopt (autosave, entry);
  }
  fixture_run_for (20);
  g_assert_cmpuint (n_recorded, ==, 0);
  g_assert_cmpuint (count_left (f), ==, 0);
  g_assert_cmpuint (count_files (f), ==, 2);
  edit (session, "Ł");
  fixture_wait_for (is_set, &n_recorded);
  g_assert_cmpuint (count_files (f), ==, 2);
  ent_session_saved (session, f->file, ent_session_get_serial (session));
  g_assert_cmpuint (count_files (f), ==, 0);
}

/* Saved while it was changed further: what is kept from then on is a changed state of the file as it was saved. */
static void
test_saved_meanwhile (Store *f, gconstpointer data)
{
  g_autoptr (EntSession) session = new_session (f);
  g_autoptr (EntAutosave) autosave = ent_autosave_new (session, f->folder, 1);
  g_autoptr (GPtrArray) left = NULL;
  guint n_recorded = 0;

  g_signal_connect_swapped (autosave, "recorded", G_CALLBACK (count_cb), &n_recorded);
  edit (session, "1");
  fixture_wait_for (is_set, &n_recorded);
  edit (session, "2");
  ent_session_saved (session, f->file, ent_session_get_serial (session) - 1);
  ent_session_set_stamp (session, "later");
  n_recorded = 0;
  fixture_wait_for (is_set, &n_recorded);
  g_assert_cmpuint (count_files (f), ==, 2);
  g_clear_object (&autosave);
  left = ent_recovery_claim_all (f->folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (ent_recovery_get_stamp (left->pdata[0]), ==, "later");
}

/* What cannot be written is said, and tried again. */
static void
test_failed (Store *f, gconstpointer data)
{
  g_autofree char *state = g_path_get_dirname (f->folder);
  g_autoptr (EntSession) session = new_session (f);
  g_autoptr (EntAutosave) autosave = ent_autosave_new (session, f->folder, 1);
  guint n_failed = 0, n_recorded = 0;

  g_signal_connect_swapped (autosave, "failed", G_CALLBACK (count_cb), &n_failed);
  g_signal_connect_swapped (autosave, "recorded", G_CALLBACK (count_cb), &n_recorded);
  g_file_set_contents (state, "in the way", -1, NULL);
  edit (session, "1");
  fixture_wait_for (is_set, &n_failed);
  g_assert_cmpuint (n_recorded, ==, 0);
  g_remove (state);
  fixture_wait_for (is_set, &n_recorded);
  g_assert_true (ent_session_get_edited (session));
}

/* ── the process that ends ──────────────────────────────────────────────────────────────────────────────────────── */

/* The highest number behind a word in the editor's lines; what was cut off is no line. */
static guint
find_last (const char *lines, const char *word)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  guint last = 0;

  for (guint i = 0; all[i] && all[i + 1]; i++)
    if (g_str_has_prefix (all[i], word) && all[i][strlen (word)] == ' ')
      last = MAX (last, strtoul (all[i] + strlen (word) + 1, NULL, 10));
  return last;
}

/* Lets the editor work for so long and ends it. (transfer full): what it said. */
static char *
run_and_kill (Store *f, guint seed, guint time_us)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autoptr (GSubprocess) editor = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("RECOVERY_EDITOR"), f->folder, f->path, seed_text, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  char buffer[4096];
  gssize n_read;

  g_assert_no_error (error);
  GInputStream *pipe = g_subprocess_get_stdout_pipe (editor);
  n_read = g_input_stream_read (pipe, buffer, sizeof buffer, NULL, &error);
  g_assert_no_error (error);
  g_string_append_len (lines, buffer, n_read);
  g_usleep (time_us);
  g_subprocess_force_exit (editor);
  while ((n_read = g_input_stream_read (pipe, buffer, sizeof buffer, NULL, &error)) > 0)
    g_string_append_len (lines, buffer, n_read);
  g_subprocess_wait (editor, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (editor));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static guint
load_number (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = ent_map_load (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_relations (map)), ==, 2);
  return strtoul (ent_map_get_title (map), NULL, 10);
}

/* kill -9 at any moment: the file and the entry can be read, and what was said to be saved or recorded is. */
static void
test_kill (Store *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261129);
  g_autoptr (EntMap) map = fixture_map_new ();
  guint n_recovered = 0, n_saved = 0, n_edits = 0;

  ent_map_set_title (map, "0");
  g_assert_true (ent_map_save (map, f->file, NULL, NULL));
  for (int i = 0; i < n_moments; i++) {
    g_autofree char *lines = run_and_kill (f, g_rand_int (rand), (guint) g_rand_int_range (rand, 1000, 150000));
    g_autoptr (GPtrArray) left = ent_recovery_claim_all (f->folder);
    guint edited = find_last (lines, "edit"), recorded = find_last (lines, "recorded"), saved = find_last (lines, "saved");
    guint in_file = load_number (f->file), in_entry = 0;

    g_assert_cmpuint (left->len, <=, 2);   /* the second where it was just going to be removed */
    for (guint k = 0; k < left->len; k++)
      in_entry = MAX (in_entry, load_number (ent_recovery_get_file (left->pdata[k])));
    g_assert_cmpuint (in_file, >=, saved);
    g_assert_cmpuint (MAX (in_file, in_entry), >=, MAX (recorded, find_last (lines, "ready")));
    g_assert_cmpuint (MAX (in_file, in_entry), <=, MAX (edited, find_last (lines, "ready")) + 1);
    n_recovered += in_entry > in_file;
    n_saved += saved > 0;
    n_edits = MAX (n_edits, edited);
  }
  g_test_message ("%d kills over %u edits: changes recovered after %u, saved before %u, 0 files lost or damaged", n_moments, n_edits, n_recovered, n_saved);
  g_assert_cmpuint (n_recovered, >, 0);
  g_assert_cmpuint (n_saved, >, 0);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "moments", 0, 0, G_OPTION_ARG_INT, &n_moments, "How often the editor is killed", "N" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_test_init (&argc, &argv, NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  g_assert_true (g_option_context_parse (context, &argc, &argv, NULL));
#define ADD(path, function) g_test_add ("/app/recovery/" path, Store, NULL, set_up, function, tear_down)
  ADD ("claim", test_claim);
  ADD ("several", test_several);
  ADD ("broken", test_broken);
  ADD ("no-folder", test_no_folder);
  ADD ("five-seconds", test_five_seconds);
  ADD ("flush", test_flush);
  ADD ("saved", test_saved);
  ADD ("adopt", test_adopt);
  ADD ("saved-meanwhile", test_saved_meanwhile);
  ADD ("failed", test_failed);
  ADD ("kill", test_kill);
  return g_test_run ();
}
