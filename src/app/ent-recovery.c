/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry is two files in one folder: ID.origin, a key file that is written once and held locked as long as its process lives (the
 * kernel lets go of the lock however that ends), and ID.entente, the map, which comes later and is replaced whole. An entry without
 * a map holds nothing that could be lost. The map goes first when an entry is removed, so that there never is one that tells nothing
 * of its origin. */

#include "ent-recovery.h"

#include "ent-map-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MAP_SUFFIX      ".entente"
#define ORIGIN_SUFFIX   ".origin"
#define GROUP           "Origin"
/* An entry without a map may be one that a living process is just making; after that time it is none. */
#define MAKING_SECONDS  3600

struct _EntRecovery {
  char  *folder;
  char  *id;
  int    lock_fd;
  GFile *file;
  GFile *origin;
  char  *stamp;
  char  *title;
};

char *
ent_recovery_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "entente", "recovery", NULL);
}

static char *
dup_path (const char *folder, const char *id, const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

static void
set_file_error (GError **error, const char *path)
{
  int reason = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), "%s: %s", path, g_strerror (reason));
}

/* Opens and locks an entry's origin. */
static EntRecovery *
claim (const char *folder, const char *id, int flags, GError **error)
{
  g_autofree char *path = dup_path (folder, id, ORIGIN_SUFFIX);
  g_autofree char *map_path = dup_path (folder, id, MAP_SUFFIX);
  int fd = g_open (path, flags | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0) {
    set_file_error (error, path);
    if (fd >= 0)
      close (fd);
    return NULL;
  }
  EntRecovery *self = g_atomic_rc_box_new0 (EntRecovery);
  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  self->lock_fd = fd;
  self->file = g_file_new_for_path (map_path);
  return self;
}

static void
clear (gpointer data)
{
  EntRecovery *self = data;

  close (self->lock_fd);
  g_free (self->folder);
  g_free (self->id);
  g_clear_object (&self->file);
  g_clear_object (&self->origin);
  g_free (self->stamp);
  g_free (self->title);
}

EntRecovery *
ent_recovery_ref (EntRecovery *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ent_recovery_unref (EntRecovery *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ── the origin ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_origin (EntRecovery *self, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = dup_path (self->folder, self->id, ORIGIN_SUFFIX);
  g_autofree char *uri = self->origin ? g_file_get_uri (self->origin) : NULL;
  g_autofree char *text = NULL;
  gsize n_bytes;

  g_key_file_set_string (keys, GROUP, "Title", self->title);
  if (uri)
    g_key_file_set_string (keys, GROUP, "Uri", uri);
  if (self->stamp)
    g_key_file_set_string (keys, GROUP, "Stamp", self->stamp);
  text = g_key_file_to_data (keys, &n_bytes, NULL);
  /* In place: a new file would not be the one that is locked. */
  if (write (self->lock_fd, text, n_bytes) == (gssize) n_bytes && fsync (self->lock_fd) == 0)
    return TRUE;
  set_file_error (error, path);
  return FALSE;
}

/* What cannot be read is missing: the map is worth having without it. */
static void
read_origin (EntRecovery *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = dup_path (self->folder, self->id, ORIGIN_SUFFIX);
  g_autofree char *uri = NULL;

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  uri = g_key_file_get_string (keys, GROUP, "Uri", NULL);
  self->origin = uri ? g_file_new_for_uri (uri) : NULL;
  self->stamp = g_key_file_get_string (keys, GROUP, "Stamp", NULL);
  self->title = g_key_file_get_string (keys, GROUP, "Title", NULL);
  if (self->title == NULL)
    self->title = g_strdup ("");
}

EntRecovery *
ent_recovery_new (const char *folder, GFile *origin, const char *stamp, const char *title, GError **error)
{
  g_return_val_if_fail (folder != NULL && title != NULL, NULL);

  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (EntRecovery) self = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    set_file_error (error, folder);
    return NULL;
  }
  self = claim (folder, id, O_CREAT | O_EXCL, error);
  if (self == NULL)
    return NULL;
  g_set_object (&self->origin, origin);
  self->stamp = g_strdup (stamp);
  self->title = g_strdup (title);
  if (!write_origin (self, error)) {
    ent_recovery_remove (self);
    return NULL;
  }
  return g_steal_pointer (&self);
}

/* ── claiming ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Whether a process ended while it made the entry. */
static gboolean
is_abandoned (EntRecovery *self)
{
  GStatBuf info;

  return fstat (self->lock_fd, &info) == 0 && info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - MAKING_SECONDS;
}

static EntRecovery *
claim_left (const char *folder, const char *id)
{
  g_autoptr (EntRecovery) self = claim (folder, id, 0, NULL);

  if (self == NULL)
    return NULL;
  if (g_file_query_exists (self->file, NULL)) {
    read_origin (self);
    return g_steal_pointer (&self);
  }
  if (is_abandoned (self))
    ent_recovery_remove (self);
  return NULL;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  g_autoptr (GDateTime) time_a = ent_recovery_dup_time (*(EntRecovery **) a);
  g_autoptr (GDateTime) time_b = ent_recovery_dup_time (*(EntRecovery **) b);

  return time_a && time_b ? g_date_time_compare (time_b, time_a) : 0;
}

GPtrArray *
ent_recovery_claim_all (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_recovery_unref);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    if (!g_str_has_suffix (name, ORIGIN_SUFFIX))
      continue;
    g_autofree char *id = g_strndup (name, strlen (name) - strlen (ORIGIN_SUFFIX));
    EntRecovery *entry = claim_left (folder, id);
    if (entry)
      g_ptr_array_add (entries, entry);
  }
  g_ptr_array_sort (entries, compare_newest_first);
  return entries;
}

/* ── one entry ──────────────────────────────────────────────────────────────────────────────────────────────────── */

GFile *
ent_recovery_get_file (EntRecovery *self)
{
  return self->file;
}

GFile *
ent_recovery_get_origin (EntRecovery *self)
{
  return self->origin;
}

const char *
ent_recovery_get_stamp (EntRecovery *self)
{
  return self->stamp;
}

const char *
ent_recovery_get_title (EntRecovery *self)
{
  return self->title;
}

GDateTime *
ent_recovery_dup_time (EntRecovery *self)
{
  g_autoptr (GFileInfo) info = g_file_query_info (self->file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info ? g_file_info_get_modification_date_time (info) : NULL;
}

gboolean
ent_recovery_write (EntRecovery *self, EntMap *map, GError **error)
{
  return ent_map_save (map, self->file, NULL, error);
}

void
ent_recovery_remove (EntRecovery *self)
{
  g_autofree char *path = dup_path (self->folder, self->id, ORIGIN_SUFFIX);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_file_delete (self->file, NULL, NULL);
  /* What a process that was ended while it wrote has left. */
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *other = g_build_filename (self->folder, name, NULL);
    if (g_str_has_prefix (name, self->id) && !g_str_has_suffix (name, ORIGIN_SUFFIX))
      g_unlink (other);
  }
  g_unlink (path);
}
