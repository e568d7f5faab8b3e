/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three questions in this order: does the file begin as only one kind does; does its first tag say so; what do the
 * content type and the suffix say, where the content does not speak against it. */
#include "ent-format.h"

#include "ent-article-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How files begin that are not read, and what they are. */
static const struct { const char *start; gsize n_bytes; const char *format; } refused[] = {
  { "\xD0\xCF\x11\xE0", 4, N_("a document of an old word processor, or one under a password") },
  { "{\\rtf", 5, N_("a rich text document") },
  { "\x1F\x8B", 2, N_("a compressed file") },
  { "\x89PNG", 4, N_("a picture") },
  { "\xFF\xD8\xFF", 3, N_("a picture") },
  { "GIF8", 4, N_("a picture") },
  { "\x7F" "ELF", 4, N_("a program") },
};

/* The same for text formats, found after white space and in any case. */
static const struct { const char *start; const char *format; } refused_texts[] = {
  { "<?xml", N_("an XML document") },
  { "{\"format\":\"entente-map\"", N_("a map of Entente, which is opened as it is") },
  { "{\n  \"format\": \"entente-map\"", N_("a map of Entente, which is opened as it is") },
};

static gboolean
refuse (const char *name, const char *format, GError **error)
{
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_FORMAT,
               /* Translators: the name of a file, and what kind of file it is */
               _("%s: this is %s; what can be read is plain text, Markdown, web pages, PDF, OpenDocument texts, Word documents (.docx) and e-mail (.eml)"), name, format);
  return FALSE;
}

static gboolean
begins (const char *text, const char *start)
{
  return g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

static gboolean
has_suffix (const char *name, const char *const *suffixes)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (; *suffixes != NULL; suffixes++)
    if (g_str_has_suffix (lower, *suffixes))
      return TRUE;
  return FALSE;
}

static gboolean
is_type (const char *content_type, const char *const *types)
{
  for (; content_type != NULL && *types != NULL; types++)
    if (begins (content_type, *types))
      return TRUE;
  return FALSE;
}

/* The beginning as text without NULs, so that UTF-16 reads like ASCII, and without byte order mark and white space. */
static char *
dup_beginning (const guint8 *bytes, gsize n_bytes)
{
  GString *text = g_string_new (NULL);
  gsize    i = 0;

  if (n_bytes >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  else if (n_bytes >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0))
    i = 2;
  for (; i < MIN (n_bytes, ENT_FORMAT_SNIFF_BYTES); i++)
    if (bytes[i] != 0 && (text->len > 0 || !g_ascii_isspace (bytes[i])))
      g_string_append_c (text, (char) bytes[i]);
  return g_string_free (text, FALSE);
}

/* Behind white space, comments, and what an XML file begins with. */
static const char *
behind_prologue (const char *text)
{
  for (;;)
    {
      const char *end = NULL;

      while (g_ascii_isspace (*text))
        text++;
      if (begins (text, "<!--"))
        end = strstr (text, "-->");
      else if (begins (text, "<?"))
        end = strstr (text, "?>");
      if (end == NULL)
        return text;
      text = end + (*end == '?' ? 2 : 3);
    }
}

static gboolean
has_tag (const char *text)
{
  for (const char *at = text; (at = strchr (at, '<')) != NULL; at++)
    if (g_ascii_isalpha (at[1]) || at[1] == '!' || at[1] == '/')
      return TRUE;
  return FALSE;
}

static gboolean
is_html (const char *text, const char *name, const char *content_type)
{
  static const char *const suffixes[] = { ".html", ".htm", ".xhtml", ".xht", NULL };
  static const char *const types[] = { "text/html", "application/xhtml+xml", NULL };
  static const char *const tags[] = { "<!doctype html", "<html", "<head>", "<body" };
  const char *start = behind_prologue (text);

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (begins (start, tags[i]))
      return TRUE;
  return has_tag (text) && !begins (text, "<?xml") && (has_suffix (name, suffixes) || is_type (content_type, types));
}

/* How many of the lines before the first blank one are fields that messages have; 0 where one of them is no field at all. The last
 * line may be cut. */
static guint
count_fields (const char *text)
{
  static const char *const fields[] = { "from:", "to:", "date:", "subject:", "message-id:", "mime-version:", "received:", "return-path:", "content-type:", "delivered-to:" };
  guint n_known = 0;

  for (const char *line = text; strchr (line, '\n') != NULL && *line != '\n' && *line != '\r'; line = strchr (line, '\n') + 1)
    {
      gsize n_name = strspn (line, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

      if (*line != ' ' && *line != '\t' && (n_name == 0 || line[n_name] != ':'))
        return 0;
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        n_known += begins (line, fields[i]);
    }
  return n_known;
}

static gboolean
is_mail (const char *text, const char *name, const char *content_type)
{
  static const char *const suffixes[] = { ".eml", ".mht", ".mhtml", NULL };
  static const char *const types[] = { "message/rfc822", "multipart/related", "application/x-mimearchive", NULL };
  guint                    n_fields = count_fields (text);

  return n_fields >= 4 || (n_fields > 0 && (has_suffix (name, suffixes) || is_type (content_type, types)));
}

/* Its mark may have other bytes before it, as of a printer or a mailer, but no text. */
static gboolean
is_pdf (const guint8 *bytes, gsize n_bytes)
{
  g_autofree char *start = g_strndup ((const char *) bytes, MIN (n_bytes, 1024));
  const char      *mark = strstr (start, "%PDF-");

  return mark != NULL && (mark == start || (gsize) (mark - start) == strcspn (start, " %"));
}

gboolean
ent_format_find (const guint8 *bytes, gsize n_bytes, const char *name, const char *content_type, EntFormat *format, GError **error)
{
  static const char *const markdown_suffixes[] = { ".md", ".markdown", ".mkd", ".mdown", NULL };
  static const char *const markdown_types[] = { "text/markdown", NULL };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (n_bytes >= refused[i].n_bytes && memcmp (bytes, refused[i].start, refused[i].n_bytes) == 0)
      return refuse (name, _(refused[i].format), error);
  if (is_pdf (bytes, n_bytes))
    {
      *format = ENT_FORMAT_PDF;
      return TRUE;
    }
  if (n_bytes >= 4 && (memcmp (bytes, "PK\003\004", 4) == 0 || memcmp (bytes, "PK\005\006", 4) == 0))
    {
      *format = ENT_FORMAT_PACKAGE;
      return TRUE;
    }
  text = dup_beginning (bytes, n_bytes);
  if (is_html (text, name, content_type))
    *format = ENT_FORMAT_HTML;
  else if (is_mail (text, name, content_type))
    *format = ENT_FORMAT_MAIL;
  else if (has_suffix (name, markdown_suffixes) || is_type (content_type, markdown_types))
    *format = ENT_FORMAT_MARKDOWN;
  else
    *format = ENT_FORMAT_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (refused_texts) && *format != ENT_FORMAT_HTML; i++)
    if (begins (text, refused_texts[i].start))
      return refuse (name, _(refused_texts[i].format), error);
  return TRUE;
}

gsize
ent_format_max_bytes (EntFormat format)
{
  switch (format)
    {
    case ENT_FORMAT_HTML:
      return (gsize) 32 << 20;
    case ENT_FORMAT_PDF:
    case ENT_FORMAT_MAIL:
    case ENT_FORMAT_PACKAGE:
      return ENT_DOCUMENT_MAX_BYTES;
    case ENT_FORMAT_TEXT:
    case ENT_FORMAT_MARKDOWN:
    default:
      return ENT_ARTICLE_MAX_BYTES;
    }
}
