/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Map to file. In this order, each step only after the one before: is the file still the one that was read; where it is of an
 * older version of the format, a copy of it is written beside it; the new content is written whole to a temporary name beside
 * it and flushed; that is renamed over the file; the folder is flushed. A step that fails leaves the file as it was. */
#include "ent-map-file.h"

#include "ent-limits.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_LINKS    40
#define MAX_BACKUPS  1000
#define HEAD_BYTES   4096   /* of a file, in which its version stands where this program wrote it */

/* ── The file that is there ─────────────────────────────────────────────────────────────────────────────────────── */

/* (transfer full), nullable: the stamp of what stands in the file; NULL without an error where there is no file. */
static char *
stamp_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError)           own_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &own_error);
  g_autoptr (GChecksum)        checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8           *buffer = g_malloc (1 << 16);
  gssize                       n_read = 0;

  while (stream != NULL && (n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 1 << 16, cancellable, &own_error)) > 0)
    g_checksum_update (checksum, buffer, n_read);
  if (own_error == NULL)
    return g_strdup (g_checksum_get_string (checksum));
  if (!g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&own_error));
  return NULL;
}

static gboolean
check_unchanged (GFile *file, const char *expected, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autofree char   *found = stamp_file (file, cancellable, &own_error);

  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (found == NULL || g_str_equal (found, expected))
    return TRUE;
  g_set_error_literal (error, ENT_MAP_ERROR, ENT_MAP_ERROR_CHANGED, _("another program changed the file since it was opened"));
  return FALSE;
}

/* The version of the format that an existing map file is of: -1 where there is no file or it is none of this program's. Its
 * members stand in the order in which ent_map_to_json() writes them, so the head of the file tells. FALSE where it cannot be read. */
static gboolean
peek_version (GFile *file, int *version, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError)           own_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &own_error);
  g_autoptr (GRegex)           regex = g_regex_new ("^\\s*\\{\\s*\"format\"\\s*:\\s*\"entente-map\"\\s*,\\s*\"version\"\\s*:\\s*(\\d{1,8})\\b",
                                                    G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo)       match = NULL;
  g_autofree char             *head = g_malloc (HEAD_BYTES);
  g_autofree char             *digits = NULL;
  gsize                        n_bytes = 0;

  *version = -1;
  if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_BYTES, &n_bytes, cancellable, &own_error))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (g_regex_match_full (regex, head, (gssize) n_bytes, 0, 0, &match, NULL))
    {
      digits = g_match_info_fetch (match, 1);
      *version = (int) g_ascii_strtoll (digits, NULL, 10);
    }
  return TRUE;
}

/* ── Writing bytes ──────────────────────────────────────────────────────────────────────────────────────────────── */

/* The file that a chain of symbolic links ends at, which need not exist; NULL when the chain does not end. */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;
      char            *next;

      if (target == NULL)
        return g_steal_pointer (&at);
      folder = g_path_get_dirname (at);
      next = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (at);
      at = next;
    }
  return NULL;
}

/* GLib names its temporary file and the function that failed; a person wants to know what is wrong with the place. */
static void
reword (GError *error)
{
  const char *reason;

  if (error->domain != G_FILE_ERROR)
    return;
  switch (error->code)
    {
    case G_FILE_ERROR_NOSPC:  reason = _("there is no space left there"); break;
    case G_FILE_ERROR_ROFS:
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:   reason = _("nothing may be written in its folder"); break;
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR: reason = _("its folder is not there"); break;
    default:                  return;
    }
  g_free (error->message);
  error->message = g_strdup (reason);
}

/* g_file_replace() would write through a symbolic link in place, so local files take GLib's other way: a temporary file
 * beside the target, fsync, rename, fsync of the folder. */
static gboolean
write_local (const char *path, const char *content, gsize n_bytes, GError **error)
{
  g_autofree char   *target = follow_links (path);
  g_autoptr (GError) own_error = NULL;
  GStatBuf           info;
  gboolean           existed;

  if (target == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS, _("the symbolic links lead nowhere"));
      return FALSE;
    }
  existed = g_stat (target, &info) == 0;
  if (!existed && errno != ENOENT)
    {
      int reason = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (reason), g_strerror (reason));
      return FALSE;
    }
  if (existed && !S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("this is not a regular file"));
      return FALSE;
    }
  if (!g_file_set_contents_full (target, content, (gssize) n_bytes, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 existed ? (int) (info.st_mode & 0777) : 0666, &own_error))
    {
      reword (own_error);
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (existed)
    g_chmod (target, info.st_mode & 07777);   /* what the umask took away */
  return TRUE;
}

static gboolean
write_file (GFile *file, const char *content, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    return write_local (path, content, n_bytes, error);
  return g_file_replace_contents (file, content, n_bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

/* ── The copy of an older version ───────────────────────────────────────────────────────────────────────────────── */

/* (transfer full): "map.v1.entente" beside "map.entente", or the first of "map.v1-2.entente", "map.v1-3.entente" … that is not
 * there yet; NULL where there are too many. */
static GFile *
dup_backup_name (GFile *file, int version, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char  *stem = g_file_get_basename (file);

  if (g_str_has_suffix (stem, ".entente"))
    stem[strlen (stem) - strlen (".entente")] = '\0';
  for (guint i = 1; i <= MAX_BACKUPS; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.v%d.entente", stem, version) : g_strdup_printf ("%s.v%d-%u.entente", stem, version, i);
      g_autoptr (GFile) backup = g_file_get_child (folder, name);

      if (!g_file_query_exists (backup, cancellable))
        return g_steal_pointer (&backup);
    }
  return NULL;
}

/* A map of an older version of the format is kept: an older program that is still used elsewhere can read that copy only. */
static gboolean
back_up_older (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) backup = NULL;
  g_autofree char  *content = NULL;
  gsize             n_bytes;
  int               version;

  if (!peek_version (file, &version, cancellable, error))
    return FALSE;
  if (version < 0 || version >= ENT_MAP_FILE_VERSION)
    return TRUE;
  backup = dup_backup_name (file, version, cancellable);
  if (backup == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("there are too many copies of older versions beside it"));
      return FALSE;
    }
  return g_file_load_contents (file, cancellable, &content, &n_bytes, NULL, error)
         && write_file (backup, content, n_bytes, cancellable, error);
}

/* What could not be opened again is not written over what can. */
static gboolean
check_size (gsize n_bytes, GError **error)
{
  if (n_bytes <= ENT_LIMIT_FILE_BYTES)
    return TRUE;
  g_set_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_TOO_LARGE, _("the map is too large: a file may have up to %d MB"),
               (int) (ENT_LIMIT_FILE_BYTES >> 20));
  return FALSE;
}

/* ── The map ────────────────────────────────────────────────────────────────────────────────────────────────────── */

/**
 * ent_map_save_over:
 * Writes the map to @file, so that the old file stays as it was where this fails. Symbolic links are followed, an existing file
 * keeps its mode, and where it is of an older version of the format a copy stays beside it ("NAME.v1.entente"). Blocking; reads
 * the existing file once where @expected is given.
 * @expected: (nullable): the stamp of what @file was when it was read or last saved; where something else stands there now,
 *   nothing is written. NULL: whatever is there is replaced. A file that is gone is written anew in either case.
 * @stamp: (out) (optional) (transfer full): of what was written; NULL where this fails
 * Returns: TRUE, or FALSE with ENT_MAP_ERROR_CHANGED, ENT_MAP_ERROR_TOO_LARGE, a G_IO_ERROR or a G_FILE_ERROR set; the message names the file
 */
gboolean
ent_map_save_over (EntMap *self, GFile *file, const char *expected, char **stamp, GCancellable *cancellable, GError **error)
{
  g_autofree char *json = NULL;
  g_autofree char *name = NULL;
  gsize            n_bytes;
  gboolean         saved;

  g_return_val_if_fail (ENT_IS_MAP (self) && G_IS_FILE (file), FALSE);
  if (stamp != NULL)
    *stamp = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  json = ent_map_to_json (self, TRUE);
  n_bytes = strlen (json);
  saved = check_size (n_bytes, error)
          && (expected == NULL || check_unchanged (file, expected, cancellable, error))
          && back_up_older (file, cancellable, error)
          && write_file (file, json, n_bytes, cancellable, error);
  if (saved && stamp != NULL)
    *stamp = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) json, n_bytes);
  if (!saved)
    {
      name = g_file_get_parse_name (file);
      g_prefix_error (error, "%s: ", name);
    }
  return saved;
}

/**
 * ent_map_save:
 * ent_map_save_over() whatever is there.
 * Returns: TRUE, or FALSE with a G_IO_ERROR or a G_FILE_ERROR set; the message names the file
 */
gboolean
ent_map_save (EntMap *self, GFile *file, GCancellable *cancellable, GError **error)
{
  return ent_map_save_over (self, file, NULL, NULL, cancellable, error);
}
