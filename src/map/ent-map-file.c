/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes to map; ent-map-saving.c is the way back. Loading goes through three gates: size, ent_json_check() before json-glib's parser, and
 * ent_map_reader_read() behind it. */
#include "ent-map-file.h"

#include "ent-json-check.h"
#include "ent-limits.h"
#include "ent-map-reader.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DEPTH 64

G_DEFINE_QUARK (ent-map-error-quark, ent_map_error)

/* ── Members that stand twice in one object: json-glib keeps the last one and says nothing. ─────────────────────── */

typedef struct {
  GArray *counts;      /* members seen so far of each open object */
  char   *twice;       /* the first name that stood twice */
} MemberCheck;

static void
on_object_start (JsonParser *parser, MemberCheck *check)
{
  guint zero = 0;

  g_array_append_val (check->counts, zero);
}

static void
on_object_member (JsonParser *parser, JsonObject *object, const char *name, MemberCheck *check)
{
  guint *count;

  if (check->counts->len == 0)
    return;
  count = &g_array_index (check->counts, guint, check->counts->len - 1);
  (*count)++;
  if (check->twice == NULL && *count > json_object_get_size (object))
    check->twice = g_strdup (name);
}

static void
on_object_end (JsonParser *parser, JsonObject *object, MemberCheck *check)
{
  if (check->counts->len > 0)
    g_array_set_size (check->counts, check->counts->len - 1);
}

static gboolean
parse (JsonParser *parser, const char *text, gsize n_bytes, const char *name, GError **error)
{
  g_autoptr (GError) parse_error = NULL;
  MemberCheck        check = { g_array_new (FALSE, FALSE, sizeof (guint)), NULL };
  g_autofree char   *twice = NULL;

  g_signal_connect (parser, "object-start", G_CALLBACK (on_object_start), &check);
  g_signal_connect (parser, "object-member", G_CALLBACK (on_object_member), &check);
  g_signal_connect (parser, "object-end", G_CALLBACK (on_object_end), &check);
  json_parser_load_from_data (parser, text, (gssize) n_bytes, &parse_error);
  g_signal_handlers_disconnect_by_data (parser, &check);
  g_array_unref (check.counts);
  twice = check.twice;
  if (parse_error != NULL || json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_NOT_JSON, _("%s: this is not JSON: %s"), name,
                   parse_error != NULL ? parse_error->message : _("there is nothing in it"));
      return FALSE;
    }
  if (twice != NULL)
    {
      g_set_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_INVALID, _("%s: “%.80s” stands twice in one object"), name, twice);
      return FALSE;
    }
  return TRUE;
}

/**
 * ent_map_load_bytes:
 * @bytes: a map file
 * @name: of the file, for messages
 * Returns: (transfer full): the map, or NULL with ENT_MAP_ERROR set; the message names @name and the place in the file
 */
EntMap *
ent_map_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char       *wrong = NULL;
  const char            *text;
  gsize                  n_bytes;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  text = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > ENT_LIMIT_FILE_BYTES)
    {
      g_set_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_TOO_LARGE, _("%s: the file is larger than %d MB"), name, (int) (ENT_LIMIT_FILE_BYTES >> 20));
      return NULL;
    }
  if (n_bytes >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      n_bytes -= 3;
    }
  if (n_bytes == 0)
    wrong = g_strdup (_("there is nothing in it"));
  if (wrong != NULL || !ent_json_check (text, n_bytes, MAX_DEPTH, &wrong))
    {
      g_set_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_NOT_JSON, _("%s: this is not JSON: %s"), name, wrong);
      return NULL;
    }
  parser = json_parser_new_immutable ();
  if (!parse (parser, text, n_bytes, name, error))
    return NULL;
  return ent_map_reader_read (json_parser_get_root (parser), name, error);
}

/* Reads a file of at most ENT_LIMIT_FILE_BYTES: the size is asked first, and a stream that has no end is cut off. */
static GBytes *
read_file (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray)       data = NULL;
  g_autofree guint8           *buffer = g_malloc (1 << 16);
  gssize                       n_read;

  if (stream == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  data = g_byte_array_new ();
  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 1 << 16, cancellable, error)) > 0)
    {
      g_byte_array_append (data, buffer, (guint) n_read);
      if (data->len > ENT_LIMIT_FILE_BYTES)
        break;   /* the check of the size comes next */
    }
  if (n_read < 0)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * ent_map_load:
 * Blocking: call it in a worker for files that may be large.
 * Returns: (transfer full): the map, or NULL with ENT_MAP_ERROR or G_IO_ERROR set
 */
EntMap *
ent_map_load (GFile *file, GCancellable *cancellable, GError **error)
{
  return ent_map_load_stamped (file, NULL, cancellable, error);
}

/**
 * ent_map_load_stamped:
 * Like ent_map_load().
 * @stamp: (out) (optional) (transfer full): of the bytes that were read, for ent_map_save_over(); NULL where this fails
 * Returns: (transfer full): the map, or NULL with ENT_MAP_ERROR or G_IO_ERROR set
 */
EntMap *
ent_map_load_stamped (GFile *file, char **stamp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *name = NULL;
  EntMap            *map;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  name = g_file_get_parse_name (file);
  bytes = read_file (file, name, cancellable, error);
  map = bytes != NULL ? ent_map_load_bytes (bytes, name, error) : NULL;
  if (stamp != NULL)
    *stamp = map != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  return map;
}
