/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The HTML parser of libxml2 calls back for each tag and each piece of text; it knows which end tags are left out. A stack of open
 * elements says where the text stands. What is hidden or never text is counted, so that everything inside goes unheard. Nothing is
 * ever loaded: neither pictures nor entities are looked up. */
#include "ent-html-page.h"

#include "ent-html-guard.h"
#include "ent-json-ld.h"
#include "ent-text-clean.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define MAX_DEPTH    512         /* as in the browsers */
#define MAX_ELEMENTS (1 << 20)
#define MAX_JSON     (1 << 20)   /* bytes of JSON-LD */

typedef struct {
  guint    name;       /* hash */
  gboolean is_block;   /* has an element of the page */
  gboolean is_skipped;
  gboolean is_link;
} Open;

typedef struct {
  EntHtmlPage        *page;
  const EntHtmlWords *words;
  const char         *name;
  GCancellable       *cancellable;
  htmlParserCtxtPtr   parser;
  GError             *error;
  GArray             *stack;           /* Open */
  guint               block;           /* innermost element of the page that is open */
  guint               n_skipped;       /* open elements that are never text */
  guint               n_links;
  GString            *run;
  guint               n_link_chars;
  gboolean            behind_break;    /* nothing but white space since the last <br> */
  gboolean            in_title;
  GString            *json;            /* of the open script, NULL outside of one */
} Parse;

static void
stop (Parse *self)
{
  xmlStopParser (self->parser);
}

/* ── What the page says of itself ───────────────────────────────────────────────────────────────────────────────── */

/* The best offer wins: the one whose name stands first in the table, and of the same name the first. */
static void
offer (char **slot, guint *slot_rank, guint rank, const char *value)
{
  g_autofree char *line = value != NULL ? ent_text_one_line (value) : NULL;

  if (line == NULL || *line == '\0' || (*slot != NULL && *slot_rank <= rank))
    return;
  g_free (*slot);
  *slot = g_steal_pointer (&line);
  *slot_rank = rank;
}

static void
take_fact (Parse *self, const char *name, const char *value)
{
  EntHtmlPage *page = self->page;
  const struct { const char *kind; char **slot; guint *rank; } facts[] = {
    { "title", &page->title, &page->title_rank }, { "date", &page->date, &page->date_rank }, { "byline", &page->byline, &page->byline_rank },
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (facts); i++)
    {
      guint rank = ent_html_words_rank (self->words, facts[i].kind, name);

      if (rank > 0)
        offer (facts[i].slot, facts[i].rank, rank, value);
    }
}

static void
take_json (Parse *self)
{
  g_auto (EntJsonLd) found = { NULL };

  if (self->json == NULL)
    return;
  ent_json_ld_scan (self->json->str, self->json->len, &found);
  offer (&self->page->title, &self->page->title_rank, 0, found.headline);
  offer (&self->page->date, &self->page->date_rank, 0, found.date);
  offer (&self->page->byline, &self->page->byline_rank, 0, found.author);
  g_string_free (self->json, TRUE);
  self->json = NULL;
}

/* ── Runs of text ───────────────────────────────────────────────────────────────────────────────────────────────── */

static void
end_run (Parse *self)
{
  EntHtmlRun run = { ent_text_one_line (self->run->str), self->block };

  run.n_chars = (guint) g_utf8_strlen (run.text, -1);
  run.n_link_chars = MIN (self->n_link_chars, run.n_chars);
  if (run.n_chars > 0 && self->in_title && self->page->page_title == NULL)
    self->page->page_title = run.text;
  else if (run.n_chars > 0 && !self->in_title)
    g_array_append_val (self->page->runs, run);
  else
    g_free (run.text);
  g_string_truncate (self->run, 0);
  self->n_link_chars = 0;
  self->behind_break = FALSE;
}

static void
on_text (void *data, const xmlChar *text, int n_bytes)
{
  Parse *self = data;

  if (self->json != NULL && self->json->len < MAX_JSON)
    g_string_append_len (self->json, (const char *) text, n_bytes);
  if (self->n_skipped > 0 || self->error != NULL)
    return;
  g_string_append_len (self->run, (const char *) text, n_bytes);
  if (self->n_links > 0)
    self->n_link_chars += (guint) g_utf8_strlen ((const char *) text, n_bytes);
  for (const char *at = (const char *) text; at < (const char *) text + n_bytes && self->behind_break; at = g_utf8_next_char (at))
    self->behind_break = g_unichar_isspace (g_utf8_get_char (at));
}

/* Two in a row part paragraphs. */
static void
on_break (Parse *self)
{
  if (self->behind_break)
    end_run (self);
  else
    g_string_append_c (self->run, '\n');
  self->behind_break = TRUE;
}

/* ── Elements ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static const char *
get_attribute (const xmlChar **attributes, const char *name)
{
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[0], name) == 0)
      return attributes[1] != NULL ? (const char *) attributes[1] : "";
  return NULL;
}

static gboolean
is_hidden (const xmlChar **attributes)
{
  const char *style = get_attribute (attributes, "style");
  const char *aria = get_attribute (attributes, "aria-hidden");
  const char *display = style != NULL ? strstr (style, "display") : NULL;

  if (get_attribute (attributes, "hidden") != NULL || (aria != NULL && g_ascii_strcasecmp (aria, "true") == 0))
    return TRUE;
  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  return g_str_has_prefix (display + strspn (display, ": "), "none");
}

/* "article-body" and "articleBody" are "articlebody". */
static gboolean
is_content_name (const EntHtmlWords *words, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", 8);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *to = parts[i];

      for (const char *at = parts[i]; *at != '\0'; at++)
        if (g_ascii_isalnum (*at))
          *to++ = *at;
      *to = '\0';
      if (ent_html_words_rank (words, "content", parts[i]) > 0)
        return TRUE;
    }
  return FALSE;
}

static guint8
find_flags (Parse *self, const char *tag, const xmlChar **attributes)
{
  static const char *const naming[] = { "class", "id", "itemprop" };
  const char *role = get_attribute (attributes, "role");
  guint8      flags = 0;

  if (ent_html_words_rank (self->words, "tag:beside", tag) > 0 || (role != NULL && ent_html_words_rank (self->words, "beside", role) > 0))
    flags |= ENT_HTML_BESIDE_TAG;
  if (g_str_equal (tag, "article"))
    flags |= ENT_HTML_ARTICLE;
  if (g_str_equal (tag, "main") || (role != NULL && g_str_equal (role, "main")))
    flags |= ENT_HTML_MAIN;
  for (guint i = 0; i < G_N_ELEMENTS (naming) && !g_str_equal (tag, "html") && !g_str_equal (tag, "body"); i++)
    {
      const char *names = get_attribute (attributes, naming[i]);

      if (names != NULL && is_content_name (self->words, names))
        flags |= ENT_HTML_CONTENT;
      else if (names != NULL && ent_html_words_is_beside (self->words, names))
        flags |= ENT_HTML_BESIDE_CLASS;
    }
  return flags;
}

static EntHtmlKind
find_kind (const char *tag)
{
  static const struct { const char *tag; EntHtmlKind kind; } kinds[] = {
    { "p", ENT_HTML_P }, { "h1", ENT_HTML_HEADING_1 }, { "h2", ENT_HTML_HEADING }, { "h3", ENT_HTML_HEADING }, { "h4", ENT_HTML_HEADING },
    { "h5", ENT_HTML_HEADING }, { "h6", ENT_HTML_HEADING }, { "li", ENT_HTML_LIST_ITEM }, { "td", ENT_HTML_CELL }, { "th", ENT_HTML_CELL },
    { "figcaption", ENT_HTML_CAPTION }, { "caption", ENT_HTML_CAPTION }, { "figure", ENT_HTML_CAPTION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].tag, tag))
      return kinds[i].kind;
  return ENT_HTML_OTHER;
}

static void
open_element (Parse *self, const char *tag, const xmlChar **attributes)
{
  const char    *class = get_attribute (attributes, "class");
  EntHtmlElement element = { .parent = self->block, .look = g_str_hash (tag), .kind = find_kind (tag) };

  element.flags = find_flags (self, tag, attributes);
  if (class != NULL)
    element.look = element.look * 31 + g_str_hash (class);
  self->block = self->page->elements->len;
  g_array_append_val (self->page->elements, element);
}

static gboolean
may_go_on (Parse *self)
{
  if (self->error != NULL)
    return FALSE;
  if (self->stack->len >= MAX_DEPTH)
    g_set_error (&self->error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED,
                 _("%s: in line %d of the page, more than %d elements are nested; copy the article’s text and paste that"), self->name,
                 xmlSAX2GetLineNumber (self->parser), MAX_DEPTH);
  else if (self->page->elements->len >= MAX_ELEMENTS)
    g_set_error (&self->error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE,
                 _("%s: up to line %d the page has more than %d parts; copy the article’s text and paste that"), self->name,
                 xmlSAX2GetLineNumber (self->parser), MAX_ELEMENTS);
  else
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error != NULL)
    stop (self);
  return self->error == NULL;
}

static void
on_start (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Parse      *self = data;
  const char *tag = (const char *) name;
  Open        open = { g_str_hash (tag) };

  if (!may_go_on (self))
    return;
  open.is_block = ent_html_words_rank (self->words, "tag:block", tag) > 0 || strchr (tag, '-') != NULL;
  open.is_skipped = ent_html_words_rank (self->words, "tag:skip", tag) > 0 || is_hidden (attributes);
  open.is_link = g_str_equal (tag, "a");
  if (open.is_block)
    {
      end_run (self);
      open_element (self, tag, attributes);
    }
  self->n_skipped += open.is_skipped;
  self->n_links += open.is_link;
  g_array_append_val (self->stack, open);

  if (g_str_equal (tag, "br"))
    on_break (self);
  else if (g_str_equal (tag, "title"))
    self->in_title = TRUE;
  else if (g_str_equal (tag, "time") && self->page->time == NULL && self->n_skipped == 0)
    self->page->time = g_strdup (get_attribute (attributes, "datetime"));
  else if (g_str_equal (tag, "script") && self->json == NULL && g_strcmp0 (get_attribute (attributes, "type"), "application/ld+json") == 0)
    self->json = g_string_new (NULL);
  take_fact (self, get_attribute (attributes, "itemprop"), get_attribute (attributes, "datetime"));
  for (guint i = 0; i < 3; i++)
    take_fact (self, get_attribute (attributes, (const char *const[]) { "property", "name", "itemprop" }[i]), get_attribute (attributes, "content"));
}

static void
close_top (Parse *self)
{
  Open open = g_array_index (self->stack, Open, self->stack->len - 1);

  g_array_set_size (self->stack, self->stack->len - 1);
  self->n_skipped -= open.is_skipped;
  self->n_links -= open.is_link;
  if (open.is_block)
    {
      EntHtmlElement *element = &g_array_index (self->page->elements, EntHtmlElement, self->block);

      end_run (self);
      element->end = self->page->elements->len;
      self->block = element->parent;
      self->in_title = FALSE;
    }
}

static void
on_end (void *data, const xmlChar *name)
{
  Parse *self = data;
  guint  hash = g_str_hash ((const char *) name);
  guint  depth = self->stack->len;

  take_json (self);
  while (depth > 0 && g_array_index (self->stack, Open, depth - 1).name != hash)
    depth--;
  while (depth > 0 && self->stack->len >= depth)
    close_top (self);
}

/* A page is read as far as it can be: what is wrong in it does not matter. A page of errors alone can be cancelled here. */
static void
on_error (void *data, const char *format, ...)
{
  Parse *self = data;

  if (self->error == NULL && g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    stop (self);
}

/* ── The page ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
run_clear (gpointer data)
{
  g_free (((EntHtmlRun *) data)->text);
}

static EntHtmlPage *
page_new (void)
{
  EntHtmlPage         *self = g_new0 (EntHtmlPage, 1);
  const EntHtmlElement root = { 0 };

  self->elements = g_array_new (FALSE, FALSE, sizeof (EntHtmlElement));
  self->runs = g_array_new (FALSE, FALSE, sizeof (EntHtmlRun));
  g_array_set_clear_func (self->runs, run_clear);
  g_array_append_val (self->elements, root);
  return self;
}

void
ent_html_page_free (EntHtmlPage *self)
{
  g_array_unref (self->elements);
  g_array_unref (self->runs);
  g_free (self->title);
  g_free (self->page_title);
  g_free (self->byline);
  g_free (self->date);
  g_free (self->time);
  g_free (self);
}

static void
parse_all (Parse *self, const char *text, gsize n_bytes)
{
  htmlSAXHandler handler = { 0 };

  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
  handler.error = handler.warning = handler.fatalError = on_error;
  xmlInitParser ();
  self->parser = htmlCreateMemoryParserCtxt (text, (int) n_bytes);
  if (self->parser == NULL)
    return;
  *self->parser->sax = handler;
  self->parser->userData = self;
  htmlCtxtUseOptions (self->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (self->parser);
  while (self->stack->len > 0)
    close_top (self);
  end_run (self);
  g_array_index (self->page->elements, EntHtmlElement, 0).end = self->page->elements->len;
  htmlFreeParserCtxt (self->parser);
}

EntHtmlPage *
ent_html_page_parse (const char *text, gsize n_bytes, const EntHtmlWords *words, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntHtmlPage) page = page_new ();
  Parse                   self = { .page = page, .words = words, .name = name, .cancellable = cancellable };

  if (!ent_html_guard_check (text, n_bytes, name, error))
    return NULL;
  self.stack = g_array_new (FALSE, FALSE, sizeof (Open));
  self.run = g_string_new (NULL);
  parse_all (&self, text, n_bytes);
  take_json (&self);
  g_array_unref (self.stack);
  g_string_free (self.run, TRUE);
  if (self.error == NULL)
    return g_steal_pointer (&page);
  g_propagate_error (error, self.error);
  return NULL;
}
