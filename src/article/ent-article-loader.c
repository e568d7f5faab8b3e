/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* File to bytes, bytes to blocks by the format, blocks to an article. Text formats are decoded here. */
#include "ent-article-loader.h"

#include "ent-block.h"
#include "ent-format.h"
#include "ent-html.h"
#include "ent-mail.h"
#include "ent-markdown.h"
#include "ent-package-blocks.h"
#include "ent-pdf.h"
#include "ent-text-blocks.h"
#include "ent-text-clean.h"
#include "ent-text-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ent-article-error-quark, ent_article_error)

static void
set_too_large (const char *name, goffset n_bytes, gsize max_bytes, GError **error)
{
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE, _("%s: the file has %.1f MB; a file of its kind may have %d MB"),
               name, (double) n_bytes / (1 << 20), (int) (max_bytes >> 20));
}

static gboolean
check_size (EntFormat format, goffset n_bytes, const char *name, GError **error)
{
  gsize max_bytes = ent_format_max_bytes (format);

  if (n_bytes <= (goffset) max_bytes)
    return TRUE;
  set_too_large (name, n_bytes, max_bytes, error);
  return FALSE;
}

static GPtrArray *
read_text (const guint8 *bytes, gsize n_bytes, const EntArticleOrigin *origin, EntFormat format, EntArticleFacts *facts, GError **error)
{
  gsize            n_decoded;
  g_autofree char *decoded = ent_text_decode (bytes, n_bytes, origin->name, &n_decoded, error);
  g_autofree char *text = decoded != NULL ? ent_text_clean (decoded, n_decoded) : NULL;

  if (text == NULL)
    return NULL;
  return format == ENT_FORMAT_MARKDOWN ? ent_markdown_blocks (text, facts) : ent_text_blocks (text);
}

static GPtrArray *
read_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntFormat format, EntArticleFacts *facts, GCancellable *cancellable,
             GError **error)
{
  gsize         n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  switch (format)
    {
    case ENT_FORMAT_HTML:
      return ent_html_blocks (bytes, origin, facts, cancellable, error);
    case ENT_FORMAT_PACKAGE:
      return ent_package_blocks (bytes, origin, facts, cancellable, error);
    case ENT_FORMAT_PDF:
      return ent_pdf_blocks (bytes, origin, facts, cancellable, error);
    case ENT_FORMAT_MAIL:
      return ent_mail_blocks (bytes, origin, facts, cancellable, error);
    case ENT_FORMAT_TEXT:
    case ENT_FORMAT_MARKDOWN:
    default:
      return read_text (data, n_bytes, origin, format, facts, error);
    }
}

static gsize
count_bytes (GPtrArray *blocks)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < blocks->len; i++)
    n_bytes += strlen (((EntBlock *) g_ptr_array_index (blocks, i))->text) + 2;
  return n_bytes;
}

static void
set_empty (const char *name, GError **error)
{
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_EMPTY, _("%s: there is no text in the file"), name);
}

/* The article of a file whose format is known. */
static EntArticle *
build (GBytes *bytes, const EntArticleOrigin *origin, EntFormat format, GCancellable *cancellable, GError **error)
{
  g_auto (EntArticleFacts) facts = { NULL };
  g_autoptr (GPtrArray)    blocks = read_blocks (bytes, origin, format, &facts, cancellable, error);

  if (blocks == NULL)
    return NULL;
  if (blocks->len == 0)
    {
      set_empty (origin->name, error);
      return NULL;
    }
  if (count_bytes (blocks) > 2 * ENT_ARTICLE_MAX_BYTES)   /* 2: blank lines are not the article's */
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE, _("%s: there are %.1f MB of text in the file; an article has at most %d MB"),
                   origin->name, (double) count_bytes (blocks) / (1 << 20), (int) (ENT_ARTICLE_MAX_BYTES >> 20));
      return NULL;
    }
  return ent_article_new_from_blocks (blocks, &facts, origin->uri);
}

/**
 * ent_article_load_from:
 * @bytes: the file's contents
 * Returns: (transfer full): the article, or NULL with ENT_ARTICLE_ERROR or G_IO_ERROR_CANCELLED set
 */
EntArticle *
ent_article_load_from (GBytes *bytes, const EntArticleOrigin *origin, GCancellable *cancellable, GError **error)
{
  gsize         n_bytes;
  const guint8 *data;
  EntFormat     format;

  g_return_val_if_fail (bytes != NULL && origin != NULL && origin->name != NULL, NULL);
  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes == 0)
    {
      set_empty (origin->name, error);
      return NULL;
    }
  if (!ent_format_find (data, n_bytes, origin->name, origin->content_type, &format, error) ||
      !check_size (format, (goffset) n_bytes, origin->name, error))
    return NULL;
  return build (bytes, origin, format, cancellable, error);
}

EntArticle *
ent_article_load_bytes (GBytes *bytes, const char *name, const char *uri, GError **error)
{
  return ent_article_load_from (bytes, &(EntArticleOrigin) { name, uri, NULL }, NULL, error);
}

/* Reads until there are @n_bytes in @data, or all of the stream. */
static gboolean
read_up_to (GInputStream *stream, GByteArray *data, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (1 << 16);

  while (data->len < n_bytes)
    {
      gssize n_read = g_input_stream_read (stream, buffer, MIN (n_bytes - data->len, 1 << 16), cancellable, error);

      if (n_read <= 0)
        return n_read == 0;
      g_byte_array_append (data, buffer, (guint) n_read);
    }
  return TRUE;
}

/* The format by the file's beginning, then all of the file, or, where it goes on beyond what that format may have (a device, a
 * pipe), an error. @n_bytes: as the file system says. */
static EntArticle *
read_file (GFile *file, goffset n_bytes, const EntArticleOrigin *origin, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray)       data = g_byte_array_new ();
  g_autoptr (GBytes)           bytes = NULL;
  EntFormat                    format;

  if (stream == NULL || !read_up_to (G_INPUT_STREAM (stream), data, ENT_FORMAT_SNIFF_BYTES, cancellable, error))
    return NULL;
  if (data->len == 0)
    {
      set_empty (origin->name, error);
      return NULL;
    }
  if (!ent_format_find (data->data, data->len, origin->name, origin->content_type, &format, error) ||
      !check_size (format, n_bytes, origin->name, error) ||
      !read_up_to (G_INPUT_STREAM (stream), data, ent_format_max_bytes (format) + 1, cancellable, error) ||
      !check_size (format, (goffset) data->len, origin->name, error))
    return NULL;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  return build (bytes, origin, format, cancellable, error);
}

EntArticle *
ent_article_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char       *name = NULL;
  g_autofree char       *uri = NULL;
  g_autoptr (GFileInfo)  info = NULL;
  g_autoptr (GError)     local = NULL;
  g_autoptr (EntArticle) article = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  name = g_file_get_parse_name (file);
  uri = g_file_get_uri (file);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("this is a folder, not a file"));
  else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      /* GIO's own words name the file once more. */
      g_clear_error (&local);
      g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("there is no such file"));
    }
  else if (info != NULL && g_file_info_get_size (info) > (goffset) ENT_DOCUMENT_MAX_BYTES)
    set_too_large (name, g_file_info_get_size (info), ENT_DOCUMENT_MAX_BYTES, &local);
  else if (info != NULL)
    {
      const EntArticleOrigin origin = { name, uri, g_file_info_get_content_type (info) };

      article = read_file (file, g_file_info_get_size (info), &origin, cancellable, &local);
    }
  if (article == NULL && local->domain == G_IO_ERROR)
    g_prefix_error (&local, "%s: ", name);
  if (article == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return g_steal_pointer (&article);
}
