/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: recovery-editor FOLDER FILE SEED
 * Somebody at work, for test-recovery to kill: opens the map FILE, takes up what FOLDER has of it, and changes it every millisecond;
 * saves it now and then. Every change counts the map's title up. Says on standard output, each as soon as it is so: "ready",
 * "edit N", "recorded N", "saved N". */
#include "ent-autosave.h"
#include "ent-map-file.h"
#include "ent-map-writing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct {
  EntSession *session;
  GRand      *rand;
  GHashTable *numbers;      /* of the change at a serial */
  guint       number;
  guint       saved_serial;
  gboolean    saving;
} Editor;

static void
say (const char *what, guint number)
{
  char line[40];
  int n_bytes = snprintf (line, sizeof line, "%s %u\n", what, number);

  if (write (STDOUT_FILENO, line, n_bytes) != n_bytes)
    exit (1);
}

static guint
find_number (Editor *self, guint serial)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (serial)));
}

static void
recorded_cb (Editor *self, guint serial)
{
  say ("recorded", find_number (self, serial));
}

static void save (Editor *self, const char *expected);

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Editor *self = data;
  g_autofree char *stamp = NULL;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!ent_map_writing_save_finish (result, &stamp, &error)) {
    /* The earlier process saved after the entry was made: what was taken up is newer all the same. */
    g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_CHANGED);
    save (self, NULL);
    return;
  }
  ent_session_saved (self->session, ent_session_get_file (self->session), self->saved_serial);
  ent_session_set_stamp (self->session, stamp);
  say ("saved", find_number (self, self->saved_serial));
}

static void
save (Editor *self, const char *expected)
{
  EntMap *map = ent_session_get_map (self->session);

  self->saving = TRUE;
  self->saved_serial = ent_session_get_serial (self->session);
  ent_map_writing_save_async (map, ent_session_get_file (self->session), expected, NULL, saved_cb, self);
}

static gboolean
work_cb (gpointer data)
{
  Editor *self = data;
  EntMap *map = ent_session_get_map (self->session);
  g_autofree char *title = g_strdup_printf ("%u", ++self->number);

  ent_map_set_title (map, title);
  g_hash_table_insert (self->numbers, GUINT_TO_POINTER (ent_session_get_serial (self->session)), GUINT_TO_POINTER (self->number));
  say ("edit", self->number);
  if (!self->saving && g_rand_int_range (self->rand, 0, 40) == 0)
    save (self, ent_session_get_stamp (self->session));
  return G_SOURCE_CONTINUE;
}

static guint
get_number (EntMap *map)
{
  return strtoul (ent_map_get_title (map), NULL, 10);
}

/* Entries may be older than the file or than each other, where the process ended after it had written the one and before it had
 * removed the other: as somebody who is asked would, it takes up what is newest. */
static void
take_up (Editor *self, EntAutosave *autosave, GPtrArray *entries)
{
  EntRecovery *newest = NULL;

  for (guint i = 0; i < entries->len; i++) {
    EntRecovery *entry = entries->pdata[i];
    g_autoptr (GError) error = NULL;
    g_autoptr (EntMap) map = ent_map_load (ent_recovery_get_file (entry), NULL, &error);

    g_assert_no_error (error);
    if (get_number (map) <= get_number (ent_session_get_map (self->session))) {
      ent_recovery_remove (entry);
      continue;
    }
    ent_session_open (self->session, map, ent_recovery_get_origin (entry));
    if (newest)
      ent_recovery_remove (newest);
    newest = entry;
  }
  if (newest == NULL)
    return;
  ent_session_saved (self->session, ent_recovery_get_origin (newest), ent_session_get_serial (self->session) - 1);
  ent_session_set_stamp (self->session, ent_recovery_get_stamp (newest));
  ent_autosave_adopt (autosave, newest);
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (argv[2]);
  g_autofree char *stamp = NULL;
  g_autoptr (EntMap) map = ent_map_load_stamped (file, &stamp, NULL, &error);
  Editor editor = { .session = ent_session_new (), .rand = g_rand_new_with_seed (strtoul (argv[3], NULL, 10)), .numbers = g_hash_table_new (NULL, NULL) };
  EntAutosave *autosave = ent_autosave_new (editor.session, argv[1], 20);
  g_autoptr (GPtrArray) left = ent_recovery_claim_all (argv[1]);

  g_assert_no_error (error);
  ent_session_open (editor.session, map, file);
  ent_session_set_stamp (editor.session, stamp);
  take_up (&editor, autosave, left);
  editor.number = get_number (ent_session_get_map (editor.session));
  g_signal_connect_swapped (autosave, "recorded", G_CALLBACK (recorded_cb), &editor);
  say ("ready", editor.number);
  g_timeout_add (1, work_cb, &editor);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
}
