/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes of the strings that text operators show are counted, "(so) Tj" and "[(so) <41>] TJ"; what else is in a stream, such
 * as a picture, may be as large as it is. */
#include "ent-pdf-guard.h"

#include "ent-article-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHOWN    500000               /* characters of text in a stream */
#define MAX_UNPACKED ((gsize) 1 << 30)    /* bytes of all streams */

typedef struct {
  guint    depth;       /* of brackets in the string at hand; 0 outside */
  gboolean in_hex;
  gboolean is_escaped;
  char     last;
  gsize    pending;     /* bytes of strings since the last operator that shows some */
  gsize    shown;
} Counter;

static void
count_in_string (Counter *self, char c)
{
  if (self->is_escaped)
    self->is_escaped = FALSE;
  else if (c == '\\')
    self->is_escaped = TRUE;
  else if (c == '(' || c == ')')
    self->depth += c == '(' ? 1 : -1;
  self->pending++;
}

static void
count_bytes (Counter *self, const char *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      char c = bytes[i];

      if (self->depth > 0)
        count_in_string (self, c);
      else if (c == '(')
        self->depth = 1;
      else if (c == '<' || c == '>')
        self->in_hex = c == '<';
      else if (self->in_hex)
        self->pending += g_ascii_isxdigit (c);
      else if ((self->last == 'T' && (c == 'j' || c == 'J')) || c == '\'' || c == '"')
        {
          self->shown += self->pending;
          self->pending = 0;
        }
      self->last = c;
    }
}

/* Adds to *n_unpacked; FALSE where there is too much. */
static gboolean
check_stream (const guint8 *bytes, gsize n_bytes, gsize *n_unpacked, GCancellable *cancellable)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autofree char              *buffer = g_malloc (1 << 16);
  Counter                       counter = { 0 };

  for (;;)
    {
      gsize            n_read, n_written;
      GConverterResult result = g_converter_convert (G_CONVERTER (zlib), bytes, n_bytes, buffer, 1 << 16, G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL);

      if (result == G_CONVERTER_ERROR)   /* of another packing, or damaged: poppler makes of it what it can */
        return TRUE;
      count_bytes (&counter, buffer, n_written);
      *n_unpacked += n_written;
      if (counter.shown > MAX_SHOWN || *n_unpacked > MAX_UNPACKED)
        return FALSE;
      if (result == G_CONVERTER_FINISHED || g_cancellable_is_cancelled (cancellable))
        return TRUE;
      bytes += n_read;
      n_bytes -= n_read;
    }
}

/* Where the data of the next stream begin, NULL behind the last. */
static const char *
next_stream (const char *at, const char *end)
{
  static const char word[] = "stream";

  while ((at = memchr (at, 's', (gsize) (end - at))) != NULL)
    {
      if ((gsize) (end - at) <= sizeof word + 1)
        return NULL;
      if (memcmp (at, word, sizeof word - 1) == 0)
        {
          const char *data = at + sizeof word - 1;

          data += *data == '\r';
          data += *data == '\n';
          if (data > at + sizeof word - 1)
            return data;
        }
      at++;
    }
  return NULL;
}

gboolean
ent_pdf_guard_check (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  gsize       n_bytes, n_unpacked = 0;
  const char *start = g_bytes_get_data (bytes, &n_bytes), *end = start + n_bytes;

  for (const char *at = start; (at = next_stream (at, end)) != NULL;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!check_stream ((const guint8 *) at, (gsize) (end - at), &n_unpacked, cancellable))
        {
          g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE,
                       _("%s: what is packed at byte %zu unpacks to more text than a page can have; copy the article’s text and paste that"), name, (gsize) (at - start));
          return FALSE;
        }
    }
  return TRUE;
}
