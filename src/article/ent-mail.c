/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GMime takes the message apart; of its parts the first text and the first page that are no attachments count. Their characters
 * are decoded here as those of a page are, since mailers are as wrong about them. */
#include "ent-mail.h"

#include "ent-html-charset.h"
#include "ent-html.h"
#include "ent-text-blocks.h"
#include "ent-text-clean.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

#define MAX_DEPTH      32      /* parts in parts */
#define MAX_BOUNDARIES 10000   /* lines that may part them */
#define MAX_FIELDS     50000   /* lines that may be fields: GMime keeps some hundred bytes of each */

typedef struct {
  GMimePart *plain;    /* borrowed, nullable */
  GMimePart *html;
} Parts;

/* ── Finding the parts ──────────────────────────────────────────────────────────────────────────────────────────── */

static void
consider_part (GMimeObject *object, Parts *parts)
{
  GMimeContentDisposition *disposition = g_mime_object_get_content_disposition (object);
  GMimeContentType        *type = g_mime_object_get_content_type (object);

  if (!GMIME_IS_PART (object) || (disposition != NULL && g_mime_content_disposition_is_attachment (disposition)))
    return;
  if (parts->plain == NULL && g_mime_content_type_is_type (type, "text", "plain"))
    parts->plain = GMIME_PART (object);
  else if (parts->html == NULL && g_mime_content_type_is_type (type, "text", "html"))
    parts->html = GMIME_PART (object);
}

/* FALSE where parts are nested too deep. */
static gboolean
find_parts (GMimeObject *object, guint depth, Parts *parts)
{
  if (depth > MAX_DEPTH)
    return FALSE;
  if (GMIME_IS_MULTIPART (object))
    {
      for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (object)); i++)
        if (!find_parts (g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1, parts))
          return FALSE;
    }
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      if (message != NULL && g_mime_message_get_mime_part (message) != NULL)
        return find_parts (g_mime_message_get_mime_part (message), depth + 1, parts);
    }
  else if (object != NULL)
    consider_part (object, parts);
  return TRUE;
}

static GBytes *
unpack (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GMimeStream      *stream = g_mime_stream_mem_new ();
  GByteArray       *array;
  GBytes           *bytes;

  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);
  array = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  bytes = g_bytes_new (array->data, array->len);
  g_object_unref (stream);
  return bytes;
}

/* "text/html; charset=…" as the part says it. */
static char *
dup_type (GMimePart *part)
{
  const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset");

  return charset != NULL ? g_strdup_printf ("text/html; charset=%s", charset) : g_strdup ("text/html");
}

/* ── Plain text ─────────────────────────────────────────────────────────────────────────────────────────────────── */

/* "format=flowed": a space at a line's end means that the line goes on (RFC 3676). */
static void
join_flowed (char *text)
{
  for (char *at = text; (at = strstr (at, " \n")) != NULL; at++)
    if (at[2] != '>' && at[2] != '\n' && !(at - text >= 3 && strncmp (at - 3, "\n--", 3) == 0))
      at[1] = ' ';
}

/* Adds the blocks of the lines collected, as furniture where they are another's words, and empties them. */
static void
flush (GString *lines, gboolean is_quoted, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) found = ent_text_blocks (lines->str);

  for (guint i = 0; i < found->len; i++)
    {
      EntBlock *block = g_ptr_array_index (found, i);

      ent_blocks_add (blocks, block->text, is_quoted || g_str_has_suffix (block->text, " wrote:") ? ENT_PARAGRAPH_FURNITURE : block->kind);
    }
  g_string_truncate (lines, 0);
}

static GPtrArray *
read_plain (const char *text)
{
  GPtrArray           *blocks = ent_blocks_new ();
  g_autoptr (GString)  lines = g_string_new (NULL);
  g_auto (GStrv)       all = g_strsplit (text, "\n", -1);
  gboolean             was_quoted = FALSE, in_signature = FALSE;

  for (guint i = 0; all[i] != NULL; i++)
    {
      gboolean is_quoted;

      in_signature = in_signature || g_str_equal (all[i], "-- ");
      is_quoted = in_signature || *all[i] == '>';
      if (is_quoted != was_quoted)
        flush (lines, was_quoted, blocks);
      was_quoted = is_quoted;
      g_string_append (lines, *all[i] == '>' ? all[i] + strspn (all[i], "> ") : all[i]);
      g_string_append_c (lines, '\n');
    }
  flush (lines, was_quoted, blocks);
  return blocks;
}

static gsize
count_chars (GPtrArray *blocks, gboolean furniture)
{
  gsize n = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (furniture == (block->kind == ENT_PARAGRAPH_FURNITURE))
        n += strlen (block->text);
    }
  return n;
}

/* A message that passes an article on quotes all of it: then what is quoted is the text. */
static void
take_quoted (GPtrArray *blocks)
{
  if (count_chars (blocks, FALSE) * 4 >= count_chars (blocks, TRUE))
    return;
  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ENT_PARAGRAPH_FURNITURE && !g_str_has_suffix (block->text, " wrote:"))
        block->kind = ENT_PARAGRAPH_BODY;
    }
}

static GPtrArray *
plain_blocks (GMimePart *part, const EntArticleOrigin *origin, GError **error)
{
  g_autoptr (GBytes)     bytes = unpack (part);
  g_autofree char       *type = dup_type (part);
  const EntArticleOrigin of_part = { origin->name, NULL, type };
  const char            *format = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "format");
  g_autofree char       *text = ent_html_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &of_part, error);
  GPtrArray             *blocks;

  if (text == NULL)
    return NULL;
  if (format != NULL && g_ascii_strcasecmp (format, "flowed") == 0)
    join_flowed (text);
  blocks = read_plain (text);
  take_quoted (blocks);
  return blocks;
}

/* ── The message ────────────────────────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
html_blocks (GMimePart *part, const EntArticleOrigin *origin, GCancellable *cancellable, GError **error)
{
  g_auto (EntArticleFacts) none = { NULL };
  g_autoptr (GBytes)       bytes = unpack (part);
  g_autofree char         *type = dup_type (part);
  const EntArticleOrigin   of_part = { origin->name, NULL, type };
  GPtrArray               *blocks = ent_html_blocks (bytes, &of_part, &none, cancellable, error);

  if (blocks != NULL && blocks->len > 0 && ((EntBlock *) g_ptr_array_index (blocks, 0))->kind == ENT_PARAGRAPH_TITLE)
    g_ptr_array_remove_index (blocks, 0);   /* the subject is the title */
  return blocks;
}

/* The plain text unless it is a mere hint at the page. */
static GPtrArray *
choose_blocks (const Parts *parts, const EntArticleOrigin *origin, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) plain = parts->plain != NULL ? plain_blocks (parts->plain, origin, error) : NULL;
  g_autoptr (GPtrArray) html = NULL;

  if (parts->plain != NULL && plain == NULL)
    return NULL;
  if (parts->html == NULL)
    return plain != NULL ? g_steal_pointer (&plain) : ent_blocks_new ();
  html = html_blocks (parts->html, origin, cancellable, error);
  if (html == NULL)
    return NULL;
  return count_chars (plain, FALSE) * 2 > count_chars (html, FALSE) ? g_steal_pointer (&plain) : g_steal_pointer (&html);
}

/* Before GMime sees it: it keeps every part and field, so that a few megabytes of them would take gigabytes. */
static gboolean
check_amount (GBytes *bytes, const char *name, GError **error)
{
  gsize       n_bytes, n_boundaries = 0, n_fields = 0;
  const char *at = g_bytes_get_data (bytes, &n_bytes), *end = at + n_bytes;

  while (at < end && n_boundaries <= MAX_BOUNDARIES && n_fields <= MAX_FIELDS)
    {
      const char *next = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = next != NULL ? next : end;
      gsize       n_name = 0;

      while (at + n_name < line_end && (g_ascii_isalnum (at[n_name]) || at[n_name] == '-'))
        n_name++;
      n_boundaries += line_end - at >= 2 && at[0] == '-' && at[1] == '-';
      n_fields += n_name > 0 && at + n_name < line_end && at[n_name] == ':';
      at = line_end + 1;
    }
  if (n_boundaries <= MAX_BOUNDARIES && n_fields <= MAX_FIELDS)
    return TRUE;
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE,
               _("%s: the message has more than %d parts or %d fields; copy the article’s text and paste that"), name, MAX_BOUNDARIES, MAX_FIELDS);
  return FALSE;
}

static GMimeMessage *
parse (GBytes *bytes)
{
  static gsize  is_ready;
  GMimeStream  *stream;
  GMimeParser  *parser;
  GMimeMessage *message;
  gsize         n_bytes;
  const char   *data = g_bytes_get_data (bytes, &n_bytes);

  if (g_once_init_enter (&is_ready))
    {
      g_mime_init ();
      g_once_init_leave (&is_ready, 1);
    }
  stream = g_mime_stream_mem_new_with_buffer (data, n_bytes);
  parser = g_mime_parser_new_with_stream (stream);
  message = g_mime_parser_construct_message (parser, NULL);
  g_object_unref (parser);
  g_object_unref (stream);
  return message;
}

static const char *
get_sender (GMimeMessage *message)
{
  InternetAddressList *from = g_mime_message_get_from (message);
  InternetAddress     *first = from != NULL && internet_address_list_length (from) > 0 ? internet_address_list_get_address (from, 0) : NULL;

  return first != NULL ? internet_address_get_name (first) : NULL;
}

static GPtrArray *
message_blocks (GMimeMessage *message, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  GDateTime            *date = g_mime_message_get_date (message);
  const char           *subject = g_mime_message_get_subject (message);
  Parts                 parts = { NULL };
  g_autoptr (GPtrArray) blocks = NULL;

  if (!find_parts (g_mime_message_get_mime_part (message), 0, &parts))
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED,
                   _("%s: more than %d parts of the message are nested; copy the article’s text and paste that"), origin->name, MAX_DEPTH);
      return NULL;
    }
  blocks = choose_blocks (&parts, origin, cancellable, error);
  if (blocks != NULL && blocks->len == 0)
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_EMPTY,
                   _("%s: there is no text in the message; if it is in an attachment, save that and open it"), origin->name);
      return NULL;
    }
  if (blocks == NULL)
    return NULL;
  facts->title = subject != NULL && g_utf8_validate (subject, -1, NULL) ? ent_text_one_line (subject) : NULL;
  facts->date = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;
  ent_blocks_insert_head (blocks, facts->title, get_sender (message));
  return g_steal_pointer (&blocks);
}

GPtrArray *
ent_mail_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  GMimeMessage *message;
  GPtrArray    *blocks;

  if (!check_amount (bytes, origin->name, error))
    return NULL;
  message = parse (bytes);
  if (message == NULL)
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED, _("%s: the message is damaged; copy the article’s text and paste that"), origin->name);
      return NULL;
    }
  blocks = message_blocks (message, origin, facts, cancellable, error);
  g_object_unref (message);
  return blocks;
}
