/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window whose map cannot be saved, or was left unsaved by an earlier run: the map stays, and the person is asked. */
#include "ent-window.h"

#include "ent-map-file.h"
#include "ent-recovery-offer.h"
#include "faults.h"
#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static EntApplication *application;

typedef struct {
  char       *folder, *path;
  GFile      *file;
  EntWindow  *window;
  EntSession *session;
} Fixture;

static gboolean
has_map (gpointer data)
{
  return ent_session_get_map (data) != NULL;
}

/* A window with a map of a file, one change of which is not saved. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = fixture_map_new ();

  f->folder = g_dir_make_tmp ("entente-unsaved-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "Élodie.entente", NULL);
  f->file = g_file_new_for_path (f->path);
  ent_map_save (map, f->file, NULL, &error);
  g_assert_no_error (error);
  f->window = ent_window_new (application);
  f->session = ent_window_get_session (f->window);
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_present (GTK_WINDOW (f->window));
  ent_window_open_file (f->window, f->file);
  fixture_wait_for (has_map, f->session);
  fixture_run_for (400);   /* until the list of recent files is written: GTK complains where it cannot be */
  ent_map_set_title (ent_session_get_map (f->session), "Changed");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  if (f->window) {
    ent_session_saved (f->session, f->file, ent_session_get_serial (f->session));
    gtk_window_destroy (GTK_WINDOW (f->window));
  }
  fixture_run_for (50);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);
    g_remove (path);
  }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->file);
}

static gboolean
has_dialog (gpointer data)
{
  return fixture_find_dialog () != NULL;
}

static gboolean
is_saved (gpointer data)
{
  return !ent_session_get_edited (data);
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = fixture_find_dialog ();

  g_assert_true (adw_message_dialog_has_response (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
save (Fixture *f)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "save", NULL);
}

/* The dialog names the file and says why; the map is still there, with its changes. */
static void
assert_asked (Fixture *f, const char *why)
{
  fixture_wait_for (has_dialog, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (fixture_find_dialog ()), "Élodie.entente"));
  if (strstr (adw_message_dialog_get_body (fixture_find_dialog ()), why) == NULL)
    g_error ("“%s” is not in: %s", why, adw_message_dialog_get_body (fixture_find_dialog ()));
  g_assert_true (adw_message_dialog_has_response (fixture_find_dialog (), "save-as"));
  g_assert_true (ent_session_get_edited (f->session));
  g_assert_cmpstr (ent_map_get_title (ent_session_get_map (f->session)), ==, "Changed");
}

static char *
dup_saved_title (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = ent_map_load (f->file, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (ent_map_get_title (map));
}

static void
assert_saved (Fixture *f, const char *title)
{
  g_autofree char *saved = dup_saved_title (f);

  g_assert_cmpstr (saved, ==, title);
}

/* ── saving that fails ──────────────────────────────────────────────────────────────────────────────────────────── */

/* A disk that is full, or cannot be written to, or is broken: the old file stays. Once there is room, trying again saves. */
static void
test_disk (Fixture *f, gconstpointer data)
{
  static const struct { int number; const char *why; } cases[] = {
    { ENOSPC, "no space left" }, { EROFS, "nothing may be written in its folder" }, { EACCES, "nothing may be written in its folder" }, { EIO, "Input/output error" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    if (i > 0)
      answer ("cancel");
    faults_arm (FAULT_FROM_HERE, 1, cases[i].number);
    save (f);
    assert_asked (f, cases[i].why);
    faults_disarm ();
    assert_saved (f, "Élodie’s view");
  }
  answer ("again");
  fixture_wait_for (is_saved, f->session);
  assert_saved (f, "Changed");
}

/* A folder that is gone, as that of a network that is: it is asked about, and saved to when it is there again. */
static void
test_folder_gone (Fixture *f, gconstpointer data)
{
  g_autofree char *away = g_strconcat (f->folder, "-away", NULL);

  g_assert_cmpint (g_rename (f->folder, away), ==, 0);
  save (f);
  assert_asked (f, "its folder is not there");
  g_assert_cmpint (g_rename (away, f->folder), ==, 0);
  answer ("again");
  fixture_wait_for (is_saved, f->session);
  assert_saved (f, "Changed");
}

/* What another program wrote is not replaced without asking, and is when that is the answer. */
static void
test_changed_elsewhere (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) theirs = fixture_map_new ();

  ent_map_set_title (theirs, "Theirs");
  g_assert_true (ent_map_save (theirs, f->file, NULL, NULL));
  save (f);
  assert_asked (f, "");
  assert_saved (f, "Theirs");
  answer ("cancel");
  g_assert_true (ent_session_get_edited (f->session));
  save (f);
  assert_asked (f, "");
  answer ("replace");
  fixture_wait_for (is_saved, f->session);
  assert_saved (f, "Changed");
}

/* The window's own saves are not another program's, however fast they come. */
static void
test_saves_in_a_row (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 5; i++) {
    g_autofree char *title = g_strdup_printf ("Changed %u", i);
    ent_map_set_title (ent_session_get_map (f->session), title);
    save (f);
    save (f);
    fixture_run_for (i);
  }
  fixture_wait_for (is_saved, f->session);
  fixture_run_for (100);
  g_assert_null (fixture_find_dialog ());
  assert_saved (f, "Changed 4");
}

/* A window that closes saves first; where that fails it stays open until it is saved. */
static void
test_close (Fixture *f, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (f->window));
  fixture_wait_for (has_dialog, NULL);
  faults_arm (FAULT_FROM_HERE, 1, ENOSPC);
  answer ("save");
  assert_asked (f, "no space left");
  faults_disarm ();
  fixture_run_for (50);
  g_assert_nonnull (f->window);
  answer ("again");
  for (guint i = 0; f->window && i < 50; i++)
    fixture_run_for (20);
  g_assert_null (f->window);
  assert_saved (f, "Changed");
}

/* ── what an earlier run left ───────────────────────────────────────────────────────────────────────────────────── */

/* A map with unsaved changes to the fixture's file, as of a process that has ended. */
static void
leave (Fixture *f, const char *folder, const char *title)
{
  g_autoptr (EntMap) map = fixture_map_new (), old = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (EntRecovery) entry = NULL;

  old = ent_map_load_stamped (f->file, &stamp, NULL, NULL);
  ent_map_set_title (map, title);
  entry = ent_recovery_new (folder, f->file, stamp, title, NULL);
  g_assert_true (ent_recovery_write (entry, map, NULL));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static gboolean
is_left (gpointer data)
{
  return g_strcmp0 (ent_map_get_title (ent_session_get_map (data)), "Left") == 0;
}

/* Taken up it is a change of its file that is not saved; saving it there ends the entry. */
static void
test_recover (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "recovery", NULL);
  g_autoptr (GPtrArray) left = NULL;

  ent_session_saved (f->session, f->file, ent_session_get_serial (f->session));
  leave (f, folder, "Left");
  left = ent_recovery_claim_all (folder);
  g_assert_cmpuint (left->len, ==, 1);
  ent_window_recover (f->window, left->pdata[0]);
  fixture_wait_for (is_left, f->session);
  g_assert_true (ent_session_get_edited (f->session));
  g_assert_true (g_file_equal (ent_session_get_file (f->session), f->file));
  g_assert_cmpuint (count_files (folder), ==, 2);
  save (f);
  fixture_wait_for (is_saved, f->session);
  g_assert_null (fixture_find_dialog ());
  assert_saved (f, "Left");
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_rmdir (folder);
}

/* A damaged entry stays for another try: the window does not hold it. */
static void
test_recover_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "recovery", NULL);
  g_autoptr (GPtrArray) left = NULL;

  ent_session_saved (f->session, f->file, ent_session_get_serial (f->session));
  leave (f, folder, "Left");
  left = ent_recovery_claim_all (folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (g_file_replace_contents (ent_recovery_get_file (left->pdata[0]), "{", 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  ent_window_recover (f->window, left->pdata[0]);
  fixture_wait_for (has_dialog, NULL);
  answer ("close");
  g_clear_pointer (&left, g_ptr_array_unref);
  left = ent_recovery_claim_all (folder);
  g_assert_cmpuint (left->len, ==, 1);
  ent_recovery_remove (left->pdata[0]);
  g_rmdir (folder);
}

static EntWindow *
find_other_window (Fixture *f)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (application)); at; at = at->next)
    if (ENT_IS_WINDOW (at->data) && at->data != f->window)
      return at->data;
  return NULL;
}

/* Nothing is asked where nothing was left; otherwise all of it is named, and the answer is done. */
static void
test_offer (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "recovery", NULL);

  ent_recovery_offer (GTK_WINDOW (f->window), folder);
  g_assert_null (fixture_find_dialog ());

  leave (f, folder, "Left");
  leave (f, folder, "Left");
  ent_recovery_offer (GTK_WINDOW (f->window), folder);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (fixture_find_dialog ()), "Élodie.entente"));
  answer ("later");
  fixture_run_for (50);
  g_assert_cmpuint (count_files (folder), ==, 4);

  ent_recovery_offer (GTK_WINDOW (f->window), folder);
  answer ("discard");
  fixture_run_for (50);
  g_assert_cmpuint (count_files (folder), ==, 0);

  leave (f, folder, "Left");
  ent_recovery_offer (GTK_WINDOW (f->window), folder);
  answer ("recover");
  EntWindow *other = find_other_window (f);
  EntSession *session = ent_window_get_session (other);
  fixture_wait_for (has_map, session);
  g_assert_true (is_left (session) && ent_session_get_edited (session));
  ent_session_saved (session, f->file, ent_session_get_serial (session));
  gtk_window_destroy (GTK_WINDOW (other));
  g_assert_cmpuint (count_files (folder), ==, 0);

  /* A window that shows the file as it was is the place for it. */
  ent_session_saved (f->session, f->file, ent_session_get_serial (f->session));
  leave (f, folder, "Left");
  ent_recovery_offer (GTK_WINDOW (f->window), folder);
  answer ("recover");
  fixture_wait_for (is_left, f->session);
  g_assert_null (find_other_window (f));
  ent_session_saved (f->session, f->file, ent_session_get_serial (f->session));
  g_rmdir (folder);
}

static gboolean
is_other_map (gpointer data)
{
  return !g_str_equal (ent_map_get_title (ent_session_get_map (data)), "Edited meanwhile");
}

/* The map that is shown can be edited until the new one is there: it does not go without a question. */
static void
test_edited_while_reading (Fixture *f, gconstpointer data)
{
  ent_session_saved (f->session, f->file, ent_session_get_serial (f->session));
  ent_window_open_file (f->window, f->file);
  ent_map_set_title (ent_session_get_map (f->session), "Edited meanwhile");
  fixture_wait_for (has_dialog, NULL);
  g_assert_false (is_other_map (f->session));
  g_assert_true (ent_session_get_edited (f->session));
  answer ("cancel");
  fixture_run_for (200);
  g_assert_false (is_other_map (f->session));
  g_assert_true (ent_session_get_edited (f->session));

  ent_session_saved (f->session, f->file, ent_session_get_serial (f->session));
  ent_window_open_file (f->window, f->file);
  ent_map_set_title (ent_session_get_map (f->session), "Once more");
  ent_map_set_title (ent_session_get_map (f->session), "Edited meanwhile");
  fixture_wait_for (has_dialog, NULL);
  answer ("discard");
  fixture_wait_for (is_other_map, f->session);
  g_assert_false (ent_session_get_edited (f->session));
}

static guint
count_dialogs (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_dialogs = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    n_dialogs += ADW_IS_MESSAGE_DIALOG (window);
  }
  return n_dialogs;
}

/* However often the map is to go, it is asked once at a time; then what was wanted last is done. */
static void
test_ask_once (Fixture *f, gconstpointer data)
{
  ent_window_open_file (f->window, f->file);
  gtk_window_close (GTK_WINDOW (f->window));
  gtk_window_close (GTK_WINDOW (f->window));
  fixture_run_for (50);
  g_assert_cmpuint (count_dialogs (), ==, 1);
  answer ("cancel");
  fixture_run_for (50);
  g_assert_nonnull (f->window);
  g_assert_true (ent_session_get_edited (f->session));

  gtk_window_close (GTK_WINDOW (f->window));
  fixture_run_for (50);
  g_assert_cmpuint (count_dialogs (), ==, 1);
  ent_window_open_file (f->window, f->file);
  g_assert_cmpuint (count_dialogs (), ==, 1);
  answer ("discard");
  fixture_wait_for (is_saved, f->session);
  fixture_run_for (300);
  g_assert_nonnull (f->window);
  g_assert_cmpstr (ent_map_get_title (ent_session_get_map (f->session)), ==, "Élodie’s view");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  application = fixture_application_new ();
#define ADD(path, function) g_test_add ("/app/unsaved/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("disk", test_disk);
  ADD ("folder-gone", test_folder_gone);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("saves-in-a-row", test_saves_in_a_row);
  ADD ("close", test_close);
  ADD ("ask-once", test_ask_once);
  ADD ("edited-while-reading", test_edited_while_reading);
  ADD ("recover", test_recover);
  ADD ("recover-damaged", test_recover_damaged);
  ADD ("offer", test_offer);
  int status = g_test_run ();
  g_clear_object (&application);
  return status;
}
