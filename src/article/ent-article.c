/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text is put together from blocks once and never changes, so an article may be read from any thread. */
#include "ent-block.h"
#include "ent-dates.h"
#include "ent-furniture.h"
#include "ent-text-blocks.h"
#include "ent-text-clean.h"

#include <string.h>

#define TITLE_CHARS    160
#define HEADING_CHARS  90
#define TITLE_WORDS    8     /* of the text, where there is no title */
#define HEAD_BLOCKS    6     /* where a line that is a date is the article's */

struct _EntArticle {
  GObject  parent_instance;
  char    *text;
  gsize    n_bytes;
  char    *title;
  char    *uri;
  char    *date;
  GArray  *paragraphs;   /* EntParagraph */
};

G_DEFINE_FINAL_TYPE (EntArticle, ent_article, G_TYPE_OBJECT)

static void
ent_article_finalize (GObject *object)
{
  EntArticle *self = ENT_ARTICLE (object);

  g_free (self->text);
  g_free (self->title);
  g_free (self->uri);
  g_free (self->date);
  g_array_unref (self->paragraphs);
  G_OBJECT_CLASS (ent_article_parent_class)->finalize (object);
}

static void
ent_article_class_init (EntArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_article_finalize;
}

static void
ent_article_init (EntArticle *self)
{
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (EntParagraph));
}

/* ── Titles and headings ────────────────────────────────────────────────────────────────────────────────────────── */

/* A line of a few words that is no sentence: it ends in a letter, a digit, a bracket or a question mark. */
static gboolean
is_headline (const char *text, glong max_chars)
{
  glong       n_chars = g_utf8_strlen (text, -1);
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));
  gunichar    first = g_utf8_get_char (text);
  gunichar    end = last != NULL ? g_utf8_get_char (last) : 0;

  if (n_chars < 3 || n_chars > max_chars || !(g_unichar_isupper (first) || g_unichar_isdigit (first) || g_unichar_ispunct (first)))
    return FALSE;
  return g_unichar_isalnum (end) || strchr ("?)!'\"", (int) MIN (end, 127)) != NULL || end == 0x2019 || end == 0x201D;
}

static gboolean
is_longer_body (GPtrArray *blocks, guint index, const char *than)
{
  EntBlock *block;

  if (index >= blocks->len)
    return FALSE;
  block = g_ptr_array_index (blocks, index);
  return block->kind == ENT_PARAGRAPH_BODY && strlen (block->text) > strlen (than);
}

/* The first block is the title where it looks like one or is known to be it. Sources of the title in this order: what the file
 * says, Markdown's heading, the first line. */
static void
mark_title (GPtrArray *blocks, const EntArticleFacts *facts)
{
  EntBlock *first = blocks->len > 0 ? g_ptr_array_index (blocks, 0) : NULL;

  if (first == NULL || blocks->len < 2)
    return;
  if (facts->title != NULL && g_str_equal (facts->title, first->text))
    first->kind = ENT_PARAGRAPH_TITLE;
  else if (first->kind == ENT_PARAGRAPH_HEADING && facts->title == NULL)
    first->kind = ENT_PARAGRAPH_TITLE;
  else if (first->kind == ENT_PARAGRAPH_BODY && is_headline (first->text, TITLE_CHARS) && strchr (first->text, ' ') != NULL)
    first->kind = ENT_PARAGRAPH_TITLE;
}

static void
mark_headings (GPtrArray *blocks)
{
  for (guint i = 1; i + 1 < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);
      gboolean  quoted = *block->text == '"' || g_str_has_prefix (block->text, "“");

      if (block->kind == ENT_PARAGRAPH_BODY && !quoted && is_headline (block->text, HEADING_CHARS) && is_longer_body (blocks, i + 1, block->text))
        block->kind = ENT_PARAGRAPH_HEADING;
    }
}

/* The first words of the text. */
static char *
dup_first_words (const char *text)
{
  const char *at = text;

  for (guint n_words = 0; *at != '\0' && *at != '\n'; at = g_utf8_next_char (at))
    if (*at == ' ' && ++n_words == TITLE_WORDS)
      return g_strdup_printf ("%.*s…", (int) (at - text), text);
  return g_strndup (text, (gsize) (at - text));
}

static char *
find_title (GPtrArray *blocks, const EntArticleFacts *facts)
{
  guint first = 0;

  if (facts->title != NULL && *facts->title != '\0')
    return g_strdup (facts->title);
  for (guint i = 0; i < blocks->len; i++)
    if (((EntBlock *) g_ptr_array_index (blocks, i))->kind == ENT_PARAGRAPH_TITLE)
      return g_strdup (((EntBlock *) g_ptr_array_index (blocks, i))->text);
  while (first + 1 < blocks->len && ((EntBlock *) g_ptr_array_index (blocks, first))->kind == ENT_PARAGRAPH_FURNITURE)
    first++;
  return blocks->len > 0 ? dup_first_words (((EntBlock *) g_ptr_array_index (blocks, first))->text) : g_strdup ("");
}

static char *
find_date (GPtrArray *blocks, const EntArticleFacts *facts)
{
  if (facts->date != NULL)
    return g_strdup (facts->date);
  for (guint i = 0; i < MIN (blocks->len, HEAD_BLOCKS); i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);
      char     *date = block->kind == ENT_PARAGRAPH_FURNITURE ? ent_date_from_line (block->text) : NULL;

      if (date != NULL)
        return date;
    }
  return g_strdup (facts->file_date);
}

void
ent_article_facts_clear (EntArticleFacts *facts)
{
  g_clear_pointer (&facts->title, g_free);
  g_clear_pointer (&facts->date, g_free);
  g_clear_pointer (&facts->file_date, g_free);
}

/* ── Construction ───────────────────────────────────────────────────────────────────────────────────────────────── */

static void
join_blocks (EntArticle *self, GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock    *block = g_ptr_array_index (blocks, i);
      EntParagraph paragraph = { .kind = block->kind };

      if (i > 0)
        g_string_append (text, block->same_line ? " " : "\n\n");
      paragraph.span.start_byte = text->len;
      g_string_append (text, block->text);
      paragraph.span.end_byte = text->len;
      g_array_append_val (self->paragraphs, paragraph);
    }
  self->n_bytes = text->len;
  self->text = g_string_free (text, FALSE);
}

EntArticle *
ent_article_new_from_blocks (GPtrArray *blocks, const EntArticleFacts *facts, const char *uri)
{
  static const EntArticleFacts none;
  EntArticle *self = g_object_new (ENT_TYPE_ARTICLE, NULL);

  if (facts == NULL)
    facts = &none;
  ent_furniture_mark (blocks);
  mark_title (blocks, facts);
  mark_headings (blocks);
  self->uri = g_strdup (uri);
  self->title = find_title (blocks, facts);
  self->date = find_date (blocks, facts);
  join_blocks (self, blocks);
  return self;
}

/**
 * ent_article_new:
 * Cleans a text, finds its paragraphs and tells the page furniture among them.
 * @text: valid UTF-8, plain: one paragraph a line, parted by blank lines or wrapped
 * @title: nullable: the first line then, where it looks like a headline
 * @uri: nullable
 * @date: ISO 8601 day, nullable: a line among the first that is a date then
 * Returns: (transfer full): the article, empty where there is nothing but white space
 */
EntArticle *
ent_article_new (const char *text, const char *title, const char *uri, const char *date)
{
  g_autofree char       *clean = NULL;
  g_autoptr (GPtrArray)  blocks = NULL;
  const EntArticleFacts  facts = { (char *) title, (char *) date, NULL };

  g_return_val_if_fail (text != NULL, NULL);
  clean = ent_text_clean (text, strlen (text));
  blocks = ent_text_blocks (clean);
  return ent_article_new_from_blocks (blocks, &facts, uri);
}

const char *ent_article_get_text    (EntArticle *self) { g_return_val_if_fail (ENT_IS_ARTICLE (self), NULL); return self->text; }
gsize       ent_article_get_n_bytes (EntArticle *self) { g_return_val_if_fail (ENT_IS_ARTICLE (self), 0); return self->n_bytes; }
const char *ent_article_get_title   (EntArticle *self) { g_return_val_if_fail (ENT_IS_ARTICLE (self), NULL); return self->title; }
const char *ent_article_get_uri     (EntArticle *self) { g_return_val_if_fail (ENT_IS_ARTICLE (self), NULL); return self->uri; }
const char *ent_article_get_date    (EntArticle *self) { g_return_val_if_fail (ENT_IS_ARTICLE (self), NULL); return self->date; }

/* The paragraphs in order. Borrowed. */
const EntParagraph *
ent_article_get_paragraphs (EntArticle *self, guint *n_paragraphs)
{
  g_return_val_if_fail (ENT_IS_ARTICLE (self), NULL);
  if (n_paragraphs != NULL)
    *n_paragraphs = self->paragraphs->len;
  return (const EntParagraph *) (gpointer) self->paragraphs->data;
}
