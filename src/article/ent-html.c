/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text density decides. A run of text is good where it reads like a sentence and is not mostly links. Parts beside the article
 * are taken away by their names, unless next to nothing good is left then. From the root the way goes down into the part that
 * has most of what is good, as long as the parts beside it are not made alike and have no paragraphs of the article's own; what
 * the page itself calls its article is believed where it holds enough. From the part so found, and from what stands between the
 * headline and it, the runs become blocks. After Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text
 * Features" (WSDM 2010), with the page's structure added. */
#include "ent-html.h"

#include "ent-dates.h"
#include "ent-html-charset.h"
#include "ent-html-page.h"

#include <string.h>

#define GOOD_CHARS       40     /* a run that ends like a sentence */
#define LONG_CHARS       100    /* a run that need not */
#define MAX_LINK_SHARE   0.4
#define ENOUGH_CHARS     250    /* of good text: three sentences */
#define CONTENT_CHARS    800    /* what a page calls its article is believed from here on, or with half of what is good */
#define MOST             0.5
#define LABEL_CHARS      60     /* a short text outside of paragraphs that is no sentence: a name, a date, a button */
#define BYLINE_CHARS     60

typedef struct {
  const EntHtmlPage  *page;
  const EntHtmlWords *words;
  gsize              *good;      /* per element: characters of good text in it and below */
  gsize              *own;       /* per element: of those, in paragraphs right below it */
  gboolean           *is_beside; /* per element */
} Weights;

static const EntHtmlElement *
get_element (const Weights *self, guint index)
{
  return &g_array_index (self->page->elements, EntHtmlElement, index);
}

static const EntHtmlRun *
get_run (const Weights *self, guint index)
{
  return &g_array_index (self->page->runs, EntHtmlRun, index);
}

/* ── What is good ───────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
ends_like_sentence (const char *text)
{
  static const char *const ends[] = { ".", "!", "?", ":", "\"", "”", "’", "…", ")" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_linked (const EntHtmlRun *run)
{
  return run->n_link_chars > MAX_LINK_SHARE * run->n_chars;
}

static gboolean
is_good (const EntHtmlRun *run)
{
  return !is_linked (run) && run->n_chars >= (ends_like_sentence (run->text) ? GOOD_CHARS : LONG_CHARS);
}

/* A part that holds the page's first headline is not beside the article, whatever it is called. */
static void
mark_beside (Weights *self, guint8 flags)
{
  guint n = self->page->elements->len, headline = 0;

  for (guint i = 1; i < n && headline == 0; i++)
    if (get_element (self, i)->kind == ENT_HTML_HEADING_1)
      headline = i;
  for (guint i = 0; i < n; i++)
    {
      const EntHtmlElement *element = get_element (self, i);
      gboolean              holds_headline = headline > 0 && i <= headline && headline < element->end;

      self->is_beside[i] = (i > 0 && self->is_beside[element->parent]) || ((element->flags & flags) != 0 && !holds_headline);
    }
}

static void
weigh (Weights *self)
{
  guint n = self->page->elements->len;

  memset (self->good, 0, n * sizeof *self->good);
  memset (self->own, 0, n * sizeof *self->own);
  for (guint i = 0; i < self->page->runs->len; i++)
    {
      const EntHtmlRun     *run = get_run (self, i);
      const EntHtmlElement *element = get_element (self, run->element);

      if (self->is_beside[run->element] || !is_good (run))
        continue;
      self->good[run->element] += run->n_chars;
      self->own[element->kind == ENT_HTML_P || element->kind == ENT_HTML_LIST_ITEM ? element->parent : run->element] += run->n_chars;
    }
  for (guint i = n; i-- > 1;)
    self->good[get_element (self, i)->parent] += self->good[i];
}

static void
weigh_page (Weights *self)
{
  static const guint8 strictness[] = { 0, ENT_HTML_BESIDE_TAG | ENT_HTML_BESIDE_CLASS, ENT_HTML_BESIDE_TAG, 0 };
  gsize               all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (strictness); i++)
    {
      mark_beside (self, strictness[i]);
      weigh (self);
      if (i == 0)
        all = self->good[0];
      else if (self->good[0] >= ENOUGH_CHARS || self->good[0] * 2 >= all)
        return;
    }
}

/* ── Where the article is ───────────────────────────────────────────────────────────────────────────────────────── */

/* The element that the page names as its article and that holds most; 0 where none holds enough. */
static guint
find_named (const Weights *self)
{
  static const guint8 names[] = { ENT_HTML_CONTENT, ENT_HTML_ARTICLE, ENT_HTML_MAIN };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      guint best = 0;

      for (guint i = 1; i < self->page->elements->len; i++)
        if ((get_element (self, i)->flags & names[k]) != 0 && (best == 0 || self->good[i] > self->good[best]))
          best = i;
      if (best > 0 && self->good[best] >= ENOUGH_CHARS &&
          (self->good[best] >= CONTENT_CHARS || (double) self->good[best] >= MOST * (double) self->good[0]))
        return best;
    }
  return 0;
}

/* Per element the child with most good text, and whether another one made like it has good text as well. */
static guint
find_best_child (const Weights *self, guint parent, gboolean *has_twin)
{
  guint best = 0;

  for (guint i = parent + 1; i < get_element (self, parent)->end; i = get_element (self, i)->end)
    if (best == 0 || self->good[i] > self->good[best])
      best = i;
  *has_twin = FALSE;
  for (guint i = parent + 1; best > 0 && i < get_element (self, parent)->end; i = get_element (self, i)->end)
    if (i != best && get_element (self, i)->look == get_element (self, best)->look && self->good[i] > 0)
      *has_twin = TRUE;
  return best;
}

/* Each step goes through the children of one element: O(elements) for the whole way. */
static guint
find_dense (const Weights *self)
{
  for (guint at = 0;;)
    {
      gboolean has_twin;
      guint    child = find_best_child (self, at, &has_twin);

      if (child == 0 || has_twin || self->own[at] > 0 || (double) self->good[child] < MOST * (double) self->good[at])
        return at;
      at = child;
    }
}

/* ── From runs to blocks ────────────────────────────────────────────────────────────────────────────────────────── */

/* The run behind which the page holds comments only. */
static gboolean
begins_comments (const Weights *self, const EntHtmlRun *run)
{
  g_autofree char *bare = g_strdup (run->text);
  gsize            n = strlen (bare);

  while (n > 0 && strchr ("0123456789() :", bare[n - 1]) != NULL)
    bare[--n] = '\0';
  return run->n_chars < 40 && ent_html_words_rank (self->words, "comments", bare + strspn (bare, "0123456789 ")) > 0;
}

static gboolean
is_paragraph (const Weights *self, const EntHtmlRun *run)
{
  return get_element (self, run->element)->kind == ENT_HTML_P || is_good (run);
}

static void
add_run (const Weights *self, const EntHtmlRun *run, GPtrArray *blocks)
{
  EntHtmlKind      kind = get_element (self, run->element)->kind;
  EntParagraphKind paragraph = ENT_PARAGRAPH_BODY;

  if (kind == ENT_HTML_HEADING || kind == ENT_HTML_HEADING_1)
    paragraph = ENT_PARAGRAPH_HEADING;
  else if (is_linked (run) && run->n_chars < 2 * LONG_CHARS)
    return;
  else if (kind == ENT_HTML_CAPTION)
    paragraph = ENT_PARAGRAPH_FURNITURE;
  else if (kind == ENT_HTML_LIST_ITEM)
    paragraph = ENT_PARAGRAPH_LIST_ITEM;
  else if (kind == ENT_HTML_CELL && self->good[run->element] == 0)   /* figures of a table */
    return;
  else if (!is_paragraph (self, run) && run->n_chars <= LABEL_CHARS && !ends_like_sentence (run->text))
    paragraph = ENT_PARAGRAPH_FURNITURE;
  ent_blocks_add (blocks, run->text, paragraph);
}

static void
drop_last_headings (GPtrArray *blocks)
{
  while (blocks->len > 0 && ((EntBlock *) g_ptr_array_index (blocks, blocks->len - 1))->kind == ENT_PARAGRAPH_HEADING)
    g_ptr_array_remove_index (blocks, blocks->len - 1);
}

/* The runs of the element, and the good ones between the headline and it. */
static GPtrArray *
collect (const Weights *self, guint content, const char *title)
{
  GPtrArray *blocks = ent_blocks_new ();
  guint      end = get_element (self, content)->end;
  gsize      n_good = 0;
  gboolean   behind_headline = FALSE;

  for (guint i = 0; i < self->page->runs->len; i++)
    {
      const EntHtmlRun *run = get_run (self, i);
      gboolean          inside = run->element >= content && run->element < end;

      if (run->element >= end)
        break;
      if (title != NULL && g_str_equal (run->text, title))
        {
          behind_headline = TRUE;
          continue;
        }
      if (self->is_beside[run->element] || !(inside || (behind_headline && is_good (run))))
        continue;
      if (n_good >= ENOUGH_CHARS && begins_comments (self, run))
        break;
      n_good += is_good (run) ? run->n_chars : 0;
      add_run (self, run, blocks);
    }
  drop_last_headings (blocks);
  return blocks;
}

/* ── Title, byline ──────────────────────────────────────────────────────────────────────────────────────────────── */

/* Without the site's name at its end, "Ferries stay | The Harbour Times", where enough is left. */
static char *
dup_without_site (const char *title)
{
  static const char *const marks[] = { " | ", " – ", " — ", " - ", " :: ", " » " };
  gsize n = strlen (title);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = g_strrstr (title, marks[i]);

      if (mark != NULL && mark - title >= 15 && strlen (mark) < n / 2 + 1)
        return g_strndup (title, (gsize) (mark - title));
    }
  return g_strdup (title);
}

/* A headline on the page that the head's title holds or is the beginning of; else the head's title. */
static char *
dup_title (const Weights *self)
{
  const EntHtmlPage *page = self->page;
  const char        *told = page->title != NULL ? page->title : page->page_title;
  const char        *first = NULL;

  for (guint i = 0; i < page->runs->len; i++)
    {
      const EntHtmlRun *run = get_run (self, i);
      EntHtmlKind       kind = get_element (self, run->element)->kind;

      if ((kind != ENT_HTML_HEADING_1 && kind != ENT_HTML_HEADING) || self->is_beside[run->element])
        continue;
      if (told != NULL && run->n_chars >= 10 && (strstr (told, run->text) != NULL || g_str_has_prefix (run->text, told)))
        return g_strdup (run->text);
      if (kind == ENT_HTML_HEADING_1 && first == NULL)
        first = run->text;
    }
  if (told == NULL)
    return g_strdup (first);
  return page->title != NULL && page->title_rank == 0 ? g_strdup (told) : dup_without_site (told);
}

/* Who wrote it, unless the text says so anyway; an address is no name. */
static const char *
find_byline (const EntHtmlPage *page, GPtrArray *blocks)
{
  if (page->byline == NULL || strlen (page->byline) > BYLINE_CHARS || strstr (page->byline, "://") != NULL)
    return NULL;
  for (guint i = 0; i < MIN (blocks->len, 6); i++)
    {
      const char *text = ((EntBlock *) g_ptr_array_index (blocks, i))->text;

      if (strlen (text) <= strlen (page->byline) + BYLINE_CHARS && strstr (text, page->byline) != NULL)
        return NULL;
    }
  return page->byline;
}

GPtrArray *
ent_html_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  gsize                    n_bytes;
  const guint8            *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char         *text = ent_html_decode (data, n_bytes, origin, error);
  g_autoptr (EntHtmlWords) words = ent_html_words_new ();
  g_autoptr (EntHtmlPage)  page = text != NULL ? ent_html_page_parse (text, strlen (text), words, origin->name, cancellable, error) : NULL;
  g_autofree gsize        *good = NULL, *own = NULL;
  g_autofree gboolean     *is_beside = NULL;
  GPtrArray               *blocks;
  Weights                  self = { page, words };
  guint                    content;

  if (page == NULL)
    return NULL;
  self.good = good = g_new0 (gsize, page->elements->len);
  self.own = own = g_new0 (gsize, page->elements->len);
  self.is_beside = is_beside = g_new0 (gboolean, page->elements->len);
  weigh_page (&self);
  content = find_named (&self);
  facts->title = dup_title (&self);
  facts->date = ent_date_from_line (page->date != NULL ? page->date : page->time);
  blocks = collect (&self, content > 0 ? content : find_dense (&self), facts->title);
  if (blocks->len > 0)
    ent_blocks_insert_head (blocks, facts->title, find_byline (page, blocks));
  return blocks;
}
