/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether text was wrapped shows in its line breaks: a program that wraps breaks a line where the next word would not fit.
 * So of each two neighbouring lines it is asked whether the second one's first word would have fitted on the first. The
 * column is taken from the lines themselves: as wide as nine in ten of them. Where three quarters of the breaks were
 * forced in that sense the text is wrapped, and forced breaks become spaces; all other breaks part paragraphs. */
#include "ent-text-blocks.h"

#include "ent-text-clean.h"

#include <string.h>

#define MAX_WRAP_COLUMN 120   /* no one wraps wider: longer lines are paragraphs */
#define MIN_WRAP_COLUMN 40

typedef struct {
  const char *start;
  gsize       n_bytes;        /* without white space at both ends; 0 for a blank line */
  gsize       n_chars;
  gsize       n_first_word;   /* characters */
} Line;

static void
block_free (gpointer data)
{
  EntBlock *block = data;

  g_free (block->text);
  g_free (block);
}

GPtrArray *
ent_blocks_new (void)
{
  return g_ptr_array_new_with_free_func (block_free);
}

void
ent_blocks_take (GPtrArray *blocks, char *text, EntParagraphKind kind)
{
  EntBlock *block;

  g_strstrip (text);
  if (*text == '\0')
    {
      g_free (text);
      return;
    }
  block = g_new (EntBlock, 1);
  *block = (EntBlock) { text, kind, FALSE };
  g_ptr_array_add (blocks, block);
}

void
ent_blocks_add (GPtrArray *blocks, const char *text, EntParagraphKind kind)
{
  ent_blocks_take (blocks, ent_text_one_line (text), kind);
}

void
ent_blocks_insert_head (GPtrArray *blocks, const char *title, const char *byline)
{
  const struct { const char *text; EntParagraphKind kind; } head[] = { { byline, ENT_PARAGRAPH_FURNITURE }, { title, ENT_PARAGRAPH_TITLE } };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    {
      guint n_before = blocks->len;

      if (head[i].text != NULL)
        ent_blocks_add (blocks, head[i].text, head[i].kind);
      if (blocks->len > n_before)
        g_ptr_array_insert (blocks, 0, g_ptr_array_steal_index (blocks, n_before));
    }
}

static GArray *
split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (const char *at = text; at != NULL && *at != '\0';)
    {
      const char *end = strchr (at, '\n');
      const char *next = end != NULL ? end + 1 : NULL;
      Line        line = { at };
      gsize       n_word = 0;

      if (end == NULL)
        end = at + strlen (at);
      while (line.start < end && g_ascii_isspace (*line.start))
        line.start++;
      while (end > line.start && g_ascii_isspace (end[-1]))
        end--;
      line.n_bytes = (gsize) (end - line.start);
      line.n_chars = (gsize) g_utf8_strlen (line.start, (gssize) line.n_bytes);
      while (n_word < line.n_bytes && !g_ascii_isspace (line.start[n_word]))
        n_word++;
      line.n_first_word = (gsize) g_utf8_strlen (line.start, (gssize) n_word);
      g_array_append_val (lines, line);
      at = next;
    }
  return lines;
}

static gint
compare_sizes (gconstpointer a, gconstpointer b)
{
  gsize x = *(const gsize *) a, y = *(const gsize *) b;

  return x < y ? -1 : x > y;
}

static gboolean
is_forced (const Line *line, const Line *next, gsize column)
{
  return line->n_chars + 1 + next->n_first_word > column;
}

/* The column that the text is wrapped at, 0 where it is not. */
static gsize
wrap_column (GArray *lines)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  const Line        *line = (const Line *) (gpointer) lines->data;
  guint              n_forced = 0;
  gsize              column;

  for (guint i = 0; i + 1 < lines->len; i++)
    if (line[i].n_bytes > 0 && line[i + 1].n_bytes > 0)
      g_array_append_val (lengths, line[i].n_chars);
  if (lengths->len == 0)
    return 0;
  g_array_sort (lengths, compare_sizes);
  column = g_array_index (lengths, gsize, lengths->len - 1 - lengths->len / 10);
  if (column > MAX_WRAP_COLUMN || column < MIN_WRAP_COLUMN)
    return 0;
  for (guint i = 0; i + 1 < lines->len; i++)
    if (line[i].n_bytes > 0 && line[i + 1].n_bytes > 0 && is_forced (&line[i], &line[i + 1], column))
      n_forced++;
  return n_forced * 4 >= lengths->len * 3 ? column : 0;
}

/* "- ", "* ", "• ", "12. " or "3) ". */
static gboolean
is_list_item (const Line *line)
{
  const char *at = line->start;

  if (line->n_bytes < 3)
    return FALSE;
  /* (g_str_has_prefix() of newer GLibs takes the length of all that follows.) */
  if (strncmp (at, "•", strlen ("•")) == 0 || strncmp (at, "- ", 2) == 0 || strncmp (at, "* ", 2) == 0)
    return TRUE;
  while (at < line->start + 3 && g_ascii_isdigit (*at))
    at++;
  return at > line->start && (*at == '.' || *at == ')') && at[1] == ' ';
}

/* Two lines only say little about wrapping: there the break must run through a sentence as well. */
static gboolean
runs_on (const Line *line, const Line *next)
{
  return strchr (".!?:\"", line->start[line->n_bytes - 1]) == NULL && g_unichar_islower (g_utf8_get_char (next->start));
}

GPtrArray *
ent_text_blocks (const char *text)
{
  GPtrArray         *blocks = ent_blocks_new ();
  g_autoptr (GArray) lines = split_lines (text);
  const Line        *line = (const Line *) (gpointer) lines->data;
  gsize              column = wrap_column (lines);
  gboolean           sure = lines->len > 4;

  for (guint i = 0; i < lines->len; i++)
    {
      GString *joined;
      guint    first = i;

      if (line[i].n_bytes == 0)
        continue;
      joined = g_string_new_len (line[i].start, (gssize) line[i].n_bytes);
      while (column > 0 && i + 1 < lines->len && line[i + 1].n_bytes > 0 && !is_list_item (&line[i + 1]) &&
             is_forced (&line[i], &line[i + 1], column) && (sure || runs_on (&line[i], &line[i + 1])))
        {
          i++;
          g_string_append_c (joined, ' ');
          g_string_append_len (joined, line[i].start, (gssize) line[i].n_bytes);
        }
      ent_blocks_take (blocks, g_string_free (joined, FALSE), is_list_item (&line[first]) ? ENT_PARAGRAPH_LIST_ITEM : ENT_PARAGRAPH_BODY);
    }
  return blocks;
}
