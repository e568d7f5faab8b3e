/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libxml2's push parser with callbacks of our own. Bytes first pass a guard that follows tags and quotation marks, which XML
 * makes easy: it refuses what would cost the parser memory or time out of proportion before the parser sees it. The encoding is
 * forced to UTF-8, so that the two see the same. */
#include "ent-xml-reader.h"

#include "ent-article-loader.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define MAX_DEPTH      200
#define MAX_ATTRIBUTES 200

typedef enum { IN_TEXT, BEHIND_BRACKET, IN_TAG, IN_QUOTES, IN_INSTRUCTION, IN_DECLARATION, IN_COMMENT, IN_CDATA } GuardState;

struct _EntXmlReader {
  char                *place;
  const EntXmlHandler *handler;
  gpointer             data;
  xmlParserCtxtPtr     parser;
  xmlSAXHandler        sax;
  GString             *name;           /* of the tag at hand, with its prefix */
  guint                depth;
  gboolean             has_doctype;
  gboolean             is_too_deep;

  GuardState           state;
  char                 quote;
  guint                n_attributes;
  char                 last[2];        /* the two bytes before */
  char                 opening[9];     /* what stands behind "<!" so far */
  guint                n_opening;
  int                  line;           /* that the guard is in, or where what is nested too deep begins */
  gboolean             is_begun;
};

/* ── The guard ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static GuardState
guard_declaration (EntXmlReader *self, char c)
{
  if (self->n_opening < sizeof self->opening - 1)
    self->opening[self->n_opening++] = c;
  if (self->n_opening == 2 && memcmp (self->opening, "--", 2) == 0)
    return IN_COMMENT;
  if (self->n_opening == 7 && memcmp (self->opening, "[CDATA[", 7) == 0)
    return IN_CDATA;
  self->has_doctype = self->has_doctype || (self->n_opening == 7 && memcmp (self->opening, "DOCTYPE", 7) == 0);
  return self->n_opening < 7 ? IN_DECLARATION : IN_TEXT;
}

static GuardState
guard_byte (EntXmlReader *self, char c)
{
  gboolean closes = c == '>';

  switch (self->state)
    {
    case IN_TEXT:
      return c == '<' ? BEHIND_BRACKET : IN_TEXT;
    case BEHIND_BRACKET:
      self->n_attributes = self->n_opening = 0;
      return c == '?' ? IN_INSTRUCTION : c == '!' ? IN_DECLARATION : closes ? IN_TEXT : IN_TAG;
    case IN_TAG:
      self->n_attributes += c == '=';
      self->quote = c;
      return c == '"' || c == '\'' ? IN_QUOTES : closes ? IN_TEXT : IN_TAG;
    case IN_QUOTES:
      return c == self->quote ? IN_TAG : IN_QUOTES;
    case IN_INSTRUCTION:
      return closes && self->last[1] == '?' ? IN_TEXT : IN_INSTRUCTION;
    case IN_DECLARATION:
      return guard_declaration (self, c);
    case IN_COMMENT:
      return closes && memcmp (self->last, "--", 2) == 0 ? IN_TEXT : IN_COMMENT;
    case IN_CDATA:
    default:
      return closes && memcmp (self->last, "]]", 2) == 0 ? IN_TEXT : IN_CDATA;
    }
}

static gboolean
guard (EntXmlReader *self, const char *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      self->state = guard_byte (self, bytes[i]);
      self->line += bytes[i] == '\n';
      self->last[0] = self->last[1];
      self->last[1] = bytes[i];
      if (self->has_doctype || self->n_attributes > MAX_ATTRIBUTES || bytes[i] == '\0')
        return FALSE;
    }
  return TRUE;
}

/* ── Callbacks ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static const char *
join_name (EntXmlReader *self, const xmlChar *prefix, const xmlChar *name)
{
  g_string_assign (self->name, prefix != NULL ? (const char *) prefix : "");
  if (prefix != NULL)
    g_string_append_c (self->name, ':');
  g_string_append (self->name, (const char *) name);
  return self->name->str;
}

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_spaces, const xmlChar **spaces, int n_attributes,
          int n_defaulted, const xmlChar **attributes)
{
  EntXmlReader   *self = data;
  const EntXmlTag tag = { join_name (self, prefix, name), (const unsigned char *const *) attributes, n_attributes };

  self->depth++;
  self->is_too_deep = self->is_too_deep || self->depth > MAX_DEPTH;
  if (self->is_too_deep)
    {
      self->line = xmlSAX2GetLineNumber (self->parser);
      xmlStopParser (self->parser);
    }
  else
    self->handler->start (&tag, self->data);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  EntXmlReader *self = data;

  self->depth--;
  if (self->handler->end != NULL)
    self->handler->end (join_name (self, prefix, name), self->data);
}

static void
on_text (void *data, const xmlChar *text, int n_bytes)
{
  EntXmlReader *self = data;

  if (self->handler->text != NULL)
    self->handler->text ((const char *) text, (gsize) n_bytes, self->data);
}

/* What is wrong is asked of the parser afterwards. */
static void
on_error (void *data, const char *format, ...)
{
}

char *
ent_xml_tag_dup_attribute (const EntXmlTag *tag, const char *local_name)
{
  for (int i = 0; i < tag->n_attributes; i++)
    {
      const unsigned char *const *attribute = tag->attributes + 5 * i;   /* name, prefix, URI, value, its end */

      if (g_str_equal ((const char *) attribute[0], local_name))
        return g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
    }
  return NULL;
}

/* ── The reader ─────────────────────────────────────────────────────────────────────────────────────────────────── */

EntXmlReader *
ent_xml_reader_new (const char *place, const EntXmlHandler *handler, gpointer data)
{
  EntXmlReader *self = g_new0 (EntXmlReader, 1);

  self->place = g_strdup (place);
  self->handler = handler;
  self->data = data;
  self->line = 1;
  self->name = g_string_new (NULL);
  self->sax.initialized = XML_SAX2_MAGIC;
  self->sax.startElementNs = on_start;
  self->sax.endElementNs = on_end;
  self->sax.characters = self->sax.cdataBlock = self->sax.ignorableWhitespace = on_text;
  self->sax.error = self->sax.warning = self->sax.fatalError = on_error;
  xmlInitParser ();
  self->parser = xmlCreatePushParserCtxt (&self->sax, self, NULL, 0, NULL);
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);
  return self;
}

void
ent_xml_reader_free (EntXmlReader *self)
{
  xmlFreeParserCtxt (self->parser);
  g_string_free (self->name, TRUE);
  g_free (self->place);
  g_free (self);
}

static gboolean
fail (EntXmlReader *self, GError **error)
{
  const xmlError  *reason = xmlCtxtGetLastError (self->parser);
  g_autofree char *words = g_strstrip (g_strdup (reason != NULL && reason->message != NULL ? reason->message : _("it is no XML")));
  gboolean         is_hostile = self->has_doctype || self->is_too_deep || self->n_attributes > MAX_ATTRIBUTES;
  int              line = is_hostile ? self->line : xmlSAX2GetLineNumber (self->parser);
  const char      *what = words;

  if (self->has_doctype)
    what = _("it declares a document type, which no such document has; it may be built to do harm");
  else if (self->is_too_deep)
    what = _("more than 200 elements are nested");
  else if (is_hostile)
    what = _("a tag has more than 200 attributes");
  /* Translators: a file and the part of it, the line there, and what is wrong */
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED, _("%s, line %d: %s; copy the article’s text and paste that"), self->place, MAX (line, 1), what);
  return FALSE;
}

gboolean
ent_xml_reader_feed (EntXmlReader *self, const char *bytes, gsize n_bytes, GError **error)
{
  if (!self->is_begun && n_bytes >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    {
      bytes += 3;
      n_bytes -= 3;
    }
  self->is_begun = TRUE;
  if (!guard (self, bytes, n_bytes))
    return fail (self, error);
  if (xmlParseChunk (self->parser, bytes, (int) n_bytes, FALSE) == XML_ERR_OK && !self->is_too_deep)
    return TRUE;
  return fail (self, error);
}

gboolean
ent_xml_reader_finish (EntXmlReader *self, GError **error)
{
  if (xmlParseChunk (self->parser, NULL, 0, TRUE) == XML_ERR_OK && self->parser->wellFormed)
    return TRUE;
  return fail (self, error);
}
