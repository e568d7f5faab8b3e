/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-cli-files.h"

#include "ent-article-loader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Standard input up to one byte more than a document may have, which is enough to refuse it. */
static EntArticle *
load_standard_input (GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes)     bytes = NULL;
  guint8                 buffer[1 << 14];
  size_t                 n_read;

  errno = 0;
  while (data->len <= ENT_DOCUMENT_MAX_BYTES && (n_read = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (data, buffer, (guint) n_read);
  if (ferror (stdin))
    {
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), _("standard input cannot be read: %s"), g_strerror (errno));
      return NULL;
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  return ent_article_load_bytes (bytes, _("standard input"), NULL, error);
}

EntArticle *
ent_cli_load_article (const char *name, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    return load_standard_input (error);
  file = g_file_new_for_commandline_arg (name);
  return ent_article_load (file, NULL, error);
}

gboolean
ent_cli_is_map (const char *name)
{
  g_autoptr (GFile)            file = g_file_new_for_commandline_arg (name);
  g_autoptr (GFileInputStream) stream = NULL;
  char                         start[256];
  gsize                        n_read = 0, skip = 0;

  if (g_str_equal (name, "-"))
    return FALSE;
  if (g_str_has_suffix (name, ".entente"))
    return TRUE;
  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start - 1, &n_read, NULL, NULL))
    return FALSE;
  start[n_read] = '\0';
  if (memcmp (start, "\xEF\xBB\xBF", MIN (n_read, 3)) == 0)
    skip = MIN (n_read, 3);
  while (g_ascii_isspace (start[skip]))
    skip++;
  return start[skip] == '{' && strstr (start + skip, "\"format\"") != NULL;
}
