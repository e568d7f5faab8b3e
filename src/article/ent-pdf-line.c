/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Page furniture stands at the upper or lower edge and comes back: the same words, digits aside, in the same zone of several pages.
 * A line goes on in the next one unless a gap, an indent, another size or a line that ends early says otherwise; across columns and
 * pages only where the sentence is not at its end. A hyphen at a line's end goes where the document knows the word without it, stays
 * where it knows the word with it, and goes else. */
#include "ent-pdf-line.h"

#include <math.h>
#include <string.h>

#define EDGE          0.12    /* share of the page's height where furniture stands */
#define MIN_PAGES     3       /* furniture comes back on so many pages, or on half of them */
#define GAP           0.75    /* between paragraphs, in heights of the line */
#define INDENT        0.7     /* of a first line, in heights */
#define MAX_INDENT    8.0
#define LARGER        1.15    /* a heading's size by the text's */
#define SMALLER       0.85    /* that of notes and captions */
#define HEADING_CHARS 200

static void
line_clear (gpointer data)
{
  g_free (((EntPdfLine *) data)->text);
}

GArray *
ent_pdf_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (EntPdfLine));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

static const EntPdfLine *
get_line (GArray *lines, guint index)
{
  return &g_array_index (lines, EntPdfLine, index);
}

/* ── Page furniture ─────────────────────────────────────────────────────────────────────────────────────────────── */

/* "t" or "b" for the upper and the lower edge, 0 between. */
static char
find_zone (const EntPdfLine *line)
{
  if (line->y2 <= EDGE * line->page_height)
    return 't';
  return line->y1 >= (1 - EDGE) * line->page_height ? 'b' : 0;
}

/* The zone and the words in small letters, every number as "#". */
static char *
dup_pattern (const EntPdfLine *line)
{
  GString *pattern = g_string_new (NULL);

  g_string_append_c (pattern, find_zone (line));
  for (const char *at = line->text; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at))
        g_string_append_c (pattern, g_ascii_tolower (*at));
      else if (pattern->str[pattern->len - 1] != '#')
        g_string_append_c (pattern, '#');
    }
  return g_string_free (pattern, FALSE);
}

/* "12", "– 12 –", "Page 3 of 10", "xii". */
static gboolean
is_page_number (const char *pattern)
{
  g_autofree char *bare = g_strdup (pattern + 1);
  gsize            n = 0;

  if (strspn (pattern + 1, "ivxlc") == strlen (pattern + 1))
    return TRUE;
  for (const char *at = bare; *at != '\0'; at++)
    if (g_ascii_isalpha (*at) || *at == '#' || *at == '/')
      bare[n++] = *at;
  bare[n] = '\0';
  return g_str_equal (bare, "#") || g_str_equal (bare, "page#") || g_str_equal (bare, "p#") || g_str_equal (bare, "page#of#") ||
         g_str_equal (bare, "#of#") || g_str_equal (bare, "#/#") || g_str_equal (bare, "page#/#");
}

/* pattern → on how many pages */
static GHashTable *
count_pages (GArray *lines)
{
  GHashTable            *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) last_page = g_hash_table_new (g_str_hash, g_str_equal);   /* pattern (of counts) → page + 1 */

  for (guint i = 0; i < lines->len; i++)
    {
      const EntPdfLine *line = get_line (lines, i);
      g_autofree char  *pattern = NULL;
      gpointer          key = NULL, count = NULL;

      if (find_zone (line) == 0)
        continue;
      pattern = dup_pattern (line);
      if (!g_hash_table_lookup_extended (counts, pattern, &key, &count))
        g_hash_table_insert (counts, key = g_steal_pointer (&pattern), NULL);
      if (GPOINTER_TO_UINT (g_hash_table_lookup (last_page, key)) == line->page + 1)
        continue;
      g_hash_table_insert (last_page, key, GUINT_TO_POINTER (line->page + 1));
      g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  return counts;
}

void
ent_pdf_lines_drop_furniture (GArray *lines, guint n_pages)
{
  g_autoptr (GHashTable) counts = count_pages (lines);
  guint                  enough = MAX (2, MIN (MIN_PAGES, (n_pages + 1) / 2));
  g_autoptr (GArray)     kept = g_array_new (FALSE, FALSE, sizeof (EntPdfLine));

  for (guint i = 0; i < lines->len; i++)
    {
      EntPdfLine      *line = &g_array_index (lines, EntPdfLine, i);
      g_autofree char *pattern = find_zone (line) != 0 ? dup_pattern (line) : NULL;

      if (pattern != NULL && (is_page_number (pattern) || GPOINTER_TO_UINT (g_hash_table_lookup (counts, pattern)) >= enough))
        continue;
      g_array_append_val (kept, *line);
      line->text = NULL;
    }
  g_array_set_size (lines, 0);
  g_array_append_vals (lines, kept->data, kept->len);
}

/* ── Words parted at line ends ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalpha (c) || c == '-';
}

/* The words in the middle of lines, small, with their hyphens. */
static GHashTable *
collect_words (GArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *lower = g_utf8_strdown (get_line (lines, i)->text, -1);

      for (const char *at = lower; *at != '\0';)
        {
          const char *start = at;

          while (*at != '\0' && is_in_word (g_utf8_get_char (at)))
            at = g_utf8_next_char (at);
          if (at > start && *at != '\0')
            g_hash_table_add (words, g_strndup (start, (gsize) (at - start)));
          else if (*at != '\0')
            at = g_utf8_next_char (at);
        }
    }
  return words;
}

/* The word part at the end of @text, or at its beginning. */
static char *
dup_last_part (const char *text)
{
  const char *start = text + strlen (text);

  while (start > text && is_in_word (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  return g_utf8_strdown (start, -1);
}

static char *
dup_first_part (const char *text)
{
  const char *end = text;

  while (*end != '\0' && is_in_word (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_utf8_strdown (text, end - text);
}

/* Adds the next line of a paragraph. */
static void
join (GString *text, const char *next, GHashTable *words)
{
  g_autofree char *head = NULL, *tail = NULL, *whole = NULL, *hyphened = NULL;

  if (g_str_has_suffix (text->str, "\xE2\x80\x90"))   /* U+2010, a hyphen as well */
    {
      g_string_truncate (text, text->len - 3);
      g_string_append_c (text, '-');
    }
  if (!g_str_has_suffix (text->str, "-") || text->len < 2 || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text->str + text->len - 1))))
    {
      g_string_append_c (text, ' ');
      g_string_append (text, next);
      return;
    }
  head = dup_last_part (text->str);
  head[strlen (head) - 1] = '\0';
  tail = dup_first_part (next);
  whole = g_strconcat (head, tail, NULL);
  hyphened = g_strconcat (head, "-", tail, NULL);
  if (g_unichar_islower (g_utf8_get_char (next)) && (g_hash_table_contains (words, whole) || !g_hash_table_contains (words, hyphened)))
    g_string_truncate (text, text->len - 1);
  g_string_append (text, next);
}

/* ── Paragraphs ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static double
get_height (const EntPdfLine *line)
{
  return MAX (line->y2 - line->y1, 1);
}

static gboolean
ends_sentence (const char *text)
{
  static const char *const ends[] = { ".", "!", "?", ":", "\"", "”", "’" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_bullet (const char *text)
{
  return g_str_has_prefix (text, "•") || g_str_has_prefix (text, "▪") || g_str_has_prefix (text, "– ") || g_str_has_prefix (text, "- ");
}

/* Whether the next line's first word would have fitted on the line. */
static gboolean
ends_early (const EntPdfLine *line, const EntPdfLine *next)
{
  double n_chars = (double) MAX (g_utf8_strlen (next->text, -1), 1);
  double char_width = (next->x2 - next->x1) / n_chars;
  double n_word = (double) g_utf8_strlen (next->text, (gssize) strcspn (next->text, " "));

  return line->x2 + (n_word + 1.5) * char_width < line->column_x2;
}

static gboolean
goes_on (const EntPdfLine *line, const EntPdfLine *next)
{
  double height = get_height (line), ratio = get_height (next) / height;

  if (ratio > LARGER || ratio < 1 / LARGER || has_bullet (next->text))
    return FALSE;
  if (next->page != line->page || next->y1 < line->y1 - height || next->column_x1 > line->column_x2 || next->column_x2 < line->column_x1)
    return !ends_sentence (line->text);
  if (fabs (next->y1 - line->y1) < height / 2)   /* the same line, parted by a wide space */
    return TRUE;
  if (next->y1 - line->y2 > GAP * height)
    return FALSE;
  if (next->x1 > line->x1 + INDENT * height && next->x1 < line->x1 + MAX_INDENT * height && next->x1 > next->column_x1 + INDENT * height)
    return has_bullet (line->text) && next->x1 < line->x1 + 3 * height;
  return !(ends_early (line, next) && (ends_sentence (line->text) || next->x1 > next->column_x1 + INDENT * height));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The height of most of the text: the middle one when each line counts by its length. */
static double
find_body_height (GArray *lines)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      double height = get_height (get_line (lines, i));

      for (gsize n = strlen (get_line (lines, i)->text) / 10 + 1; n > 0; n--)
        g_array_append_val (heights, height);
    }
  g_array_sort (heights, compare_doubles);
  return heights->len > 0 ? g_array_index (heights, double, heights->len / 2) : 1;
}

static EntParagraphKind
find_kind (const EntPdfLine *first, const char *text, double body_height, double title_height, gboolean has_title)
{
  double height = get_height (first);

  if (height >= LARGER * body_height && g_utf8_strlen (text, -1) <= HEADING_CHARS)
    {
      gboolean is_title = !has_title && first->page == 0 && first->y1 < first->page_height / 2 && height >= title_height;

      return is_title ? ENT_PARAGRAPH_TITLE : ENT_PARAGRAPH_HEADING;
    }
  if (has_bullet (text))
    return ENT_PARAGRAPH_LIST_ITEM;
  return height <= SMALLER * body_height ? ENT_PARAGRAPH_FURNITURE : ENT_PARAGRAPH_BODY;
}

/* The height of the largest line on the first page. */
static double
find_title_height (GArray *lines)
{
  double height = 0;

  for (guint i = 0; i < lines->len && get_line (lines, i)->page == 0; i++)
    if (strlen (get_line (lines, i)->text) > 3)
      height = MAX (height, get_height (get_line (lines, i)));
  return height * 0.98;
}

GPtrArray *
ent_pdf_lines_to_blocks (GArray *lines)
{
  GPtrArray             *blocks = ent_blocks_new ();
  g_autoptr (GHashTable) words = collect_words (lines);
  double                 body_height = find_body_height (lines), title_height = find_title_height (lines);
  gboolean               has_title = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const EntPdfLine   *first = get_line (lines, i);
      g_autoptr (GString) text = g_string_new (first->text);
      EntParagraphKind    kind;

      for (; i + 1 < lines->len && goes_on (get_line (lines, i), get_line (lines, i + 1)); i++)
        join (text, get_line (lines, i + 1)->text, words);
      kind = find_kind (first, text->str, body_height, title_height, has_title);
      has_title = has_title || kind == ENT_PARAGRAPH_TITLE;
      ent_blocks_add (blocks, text->str, kind);
    }
  return blocks;
}
