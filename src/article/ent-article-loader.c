/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* File to bytes, bytes to UTF-8, UTF-8 to blocks by the kind of the file, blocks to an article. */
#include "ent-article-loader.h"

#include "ent-block.h"
#include "ent-markdown.h"
#include "ent-text-blocks.h"
#include "ent-text-clean.h"
#include "ent-text-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ent-article-error-quark, ent_article_error)

static gboolean
is_markdown (const char *name)
{
  static const char *const suffixes[] = { ".md", ".markdown", ".mkd", ".mdown" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static void
set_too_large (const char *name, goffset n_bytes, GError **error)
{
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE, _("%s: the file has %.1f MB; an article has at most %d MB"),
               name, (double) n_bytes / (1 << 20), (int) (ENT_ARTICLE_MAX_BYTES >> 20));
}

/**
 * ent_article_load_bytes:
 * @bytes: the file's contents
 * @name: of the file, in messages and for its suffix
 * @uri: nullable
 * Returns: (transfer full): the article, or NULL with ENT_ARTICLE_ERROR set
 */
EntArticle *
ent_article_load_bytes (GBytes *bytes, const char *name, const char *uri, GError **error)
{
  g_autofree char       *decoded = NULL;
  g_autofree char       *text = NULL;
  g_autoptr (GPtrArray)  blocks = NULL;
  EntArticleFacts        facts = { NULL };
  EntArticle            *article;
  gconstpointer          data;
  gsize                  n_bytes, n_decoded;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > ENT_ARTICLE_MAX_BYTES)
    {
      set_too_large (name, (goffset) n_bytes, error);
      return NULL;
    }
  if (n_bytes > 0)
    {
      decoded = ent_text_decode (data, n_bytes, name, &n_decoded, error);
      if (decoded == NULL)
        return NULL;
      text = ent_text_clean (decoded, n_decoded);
      blocks = is_markdown (name) ? ent_markdown_blocks (text, &facts) : ent_text_blocks (text);
    }
  if (blocks == NULL || blocks->len == 0)
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_EMPTY, _("%s: there is no text in the file"), name);
      article = NULL;
    }
  else
    article = ent_article_new_from_blocks (blocks, &facts, uri);
  g_free (facts.title);
  g_free (facts.date);
  return article;
}

/* All of the file, or, where it goes on beyond what is allowed (a device, a pipe), an error. */
static GBytes *
read_all (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray)       data = NULL;
  g_autofree guint8           *buffer = NULL;
  gssize                       n_read;

  if (stream == NULL)
    return NULL;
  data = g_byte_array_new ();
  buffer = g_malloc (1 << 16);
  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 1 << 16, cancellable, error)) > 0)
    {
      g_byte_array_append (data, buffer, (guint) n_read);
      if (data->len > ENT_ARTICLE_MAX_BYTES)
        {
          set_too_large (name, (goffset) data->len, error);
          return NULL;
        }
    }
  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

EntArticle *
ent_article_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char      *name = NULL;
  g_autofree char      *uri = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes)    bytes = NULL;
  g_autoptr (GError)    local = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  name = g_file_get_parse_name (file);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &local);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("this is a folder, not a file"));
  else if (info != NULL && g_file_info_get_size (info) > (goffset) ENT_ARTICLE_MAX_BYTES)
    {
      set_too_large (name, g_file_info_get_size (info), error);
      return NULL;
    }
  else if (info != NULL)
    bytes = read_all (file, name, cancellable, &local);
  if (bytes == NULL)
    {
      if (local->domain == G_IO_ERROR)
        g_prefix_error (&local, "%s: ", name);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  uri = g_file_get_uri (file);
  return ent_article_load_bytes (bytes, name, uri, error);
}
