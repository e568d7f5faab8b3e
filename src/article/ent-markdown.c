/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Line by line: each line either opens a block of its own (heading, list item, rule), goes on with the open one, or closes
 * it. The open block collects its lines' raw markup; inline markup, which may run over line ends, is taken off when the block
 * is closed. Comments are cut out beforehand. */
#include "ent-markdown.h"

#include "ent-dates.h"

#include <string.h>

typedef struct {
  GPtrArray        *blocks;
  EntArticleFacts  *facts;
  GString          *open;        /* raw lines of the open block, joined by spaces; empty: none is open */
  EntParagraphKind  kind;
  const char       *fence;       /* "```" or "~~~" while inside a code block */
} Markdown;

static void
close_block (Markdown *md)
{
  if (md->open->len > 0)
    ent_blocks_take (md->blocks, ent_markdown_inline (md->open->str), md->kind);
  g_string_truncate (md->open, 0);
  md->kind = ENT_PARAGRAPH_BODY;
}

static void
open_block (Markdown *md, const char *line, EntParagraphKind kind)
{
  close_block (md);
  g_string_assign (md->open, line);
  md->kind = kind;
}

/* ── What a line is ─────────────────────────────────────────────────────────────────────────────────────────────── */

/* Three or more of one mark with nothing but spaces between. */
static gboolean
is_rule (const char *line, const char *marks)
{
  guint n = 0;

  if (*line == '\0' || strchr (marks, *line) == NULL)
    return FALSE;
  for (const char *at = line; *at != '\0'; at++)
    {
      if (*at == *line)
        n++;
      else if (*at != ' ')
        return FALSE;
    }
  return n >= 3;
}

/* "|---|:--:|" */
static gboolean
is_table_rule (const char *line)
{
  return strchr (line, '|') != NULL && strchr (line, '-') != NULL && strspn (line, "|-: ") == strlen (line);
}

/* "[name]: https://…" */
static gboolean
is_link_definition (const char *line)
{
  const char *close = *line == '[' ? strstr (line, "]:") : NULL;

  return close != NULL && close - line < 80 && line[1] != '^';
}

/* The text behind the mark of a list item, NULL where it is none. */
static const char *
behind_bullet (const char *line)
{
  const char *at = line;

  if (strchr ("-*+", *at) != NULL && *at != '\0' && at[1] == ' ')
    at += 2;
  else
    {
      while (g_ascii_isdigit (*at) && at - line < 3)
        at++;
      if (at == line || (*at != '.' && *at != ')') || at[1] != ' ')
        return NULL;
      at += 2;
    }
  while (*at == ' ')
    at++;
  if (g_str_has_prefix (at, "[ ] ") || g_str_has_prefix (at, "[x] ") || g_str_has_prefix (at, "[X] "))
    at += 4;
  return at;
}

/* "## Text ##" */
static char *
dup_heading (const char *line)
{
  gsize n = strspn (line, "#");
  char *text;

  if (n == 0 || n > 6 || (line[n] != ' ' && line[n] != '\0'))
    return NULL;
  text = g_strstrip (g_strdup (line + n));
  while (g_str_has_suffix (text, "#"))
    text[strlen (text) - 1] = '\0';
  return g_strchomp (text);
}

/* Cells of a table's row, parted by semicolons. */
static char *
dup_row (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);
  GString       *row = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_strstrip (cells[i]);
      if (*cells[i] != '\0')
        g_string_append_printf (row, "%s%s", row->len > 0 ? "; " : "", cells[i]);
    }
  return g_string_free (row, FALSE);
}

/* ── One line ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Lines that are blocks by themselves or belong to none. */
static gboolean
take_special (Markdown *md, const char *line)
{
  g_autofree char *heading = dup_heading (line);
  const char      *item = behind_bullet (line);

  if (heading != NULL)
    open_block (md, heading, ENT_PARAGRAPH_HEADING);
  else if (md->open->len > 0 && md->kind == ENT_PARAGRAPH_BODY && (is_rule (line, "=") || is_rule (line, "-")))
    md->kind = ENT_PARAGRAPH_HEADING;   /* underlined */
  else if (is_rule (line, "-*_=") || is_table_rule (line) || is_link_definition (line))
    {
      close_block (md);
      return TRUE;
    }
  else if (item != NULL)
    {
      open_block (md, item, ENT_PARAGRAPH_LIST_ITEM);
      return TRUE;
    }
  else if (*line == '|')
    {
      g_autofree char *row = dup_row (line);

      open_block (md, row, ENT_PARAGRAPH_LIST_ITEM);
    }
  else
    return FALSE;
  close_block (md);
  return TRUE;
}

static void
take_line (Markdown *md, char *line)
{
  g_strstrip (line);
  if (md->fence != NULL)
    {
      if (g_str_has_prefix (line, md->fence))
        md->fence = NULL;
      return;
    }
  while (*line == '>')   /* quotes, one in another */
    line = g_strchug (line + 1);
  if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
    {
      close_block (md);
      md->fence = *line == '`' ? "```" : "~~~";
    }
  else if (*line == '\0')
    close_block (md);
  else if (!take_special (md, line))
    {
      if (md->open->len > 0)
        g_string_append_c (md->open, ' ');
      g_string_append (md->open, line);
    }
}

/* ── Front matter and comments ──────────────────────────────────────────────────────────────────────────────────── */

/* The value of "key: value" or "key = value" without quotation marks, NULL for another key. */
static char *
dup_value (const char *line, const char *key)
{
  gsize n = strlen (key);
  char *value;
  gsize length;

  if (g_ascii_strncasecmp (line, key, n) != 0)
    return NULL;
  line += n + strspn (line + n, " ");
  if (*line != ':' && *line != '=')
    return NULL;
  value = g_strstrip (g_strdup (line + 1));
  length = strlen (value);
  if (length >= 2 && (*value == '"' || *value == '\'') && value[length - 1] == *value)
    {
      value[length - 1] = '\0';
      memmove (value, value + 1, length - 1);
    }
  return value;
}

/* Front matter stands between two lines of "---" or "+++" at the very start. Returns the number of lines it takes. */
static guint
take_front_matter (Markdown *md, char **lines)
{
  const char *mark = lines[0];
  guint       end = 1;

  if (mark == NULL || (!g_str_equal (mark, "---") && !g_str_equal (mark, "+++")))
    return 0;
  while (lines[end] != NULL && !g_str_equal (g_strchomp (lines[end]), mark))
    end++;
  if (lines[end] == NULL)
    return 0;
  for (guint i = 1; i < end; i++)
    {
      g_autofree char *date = dup_value (lines[i], "date");

      if (md->facts->title == NULL)
        md->facts->title = dup_value (lines[i], "title");
      if (md->facts->date == NULL)
        md->facts->date = ent_date_from_line (date);
    }
  return end + 1;
}

static char *
dup_without_comments (const char *text)
{
  GString    *out = g_string_sized_new (strlen (text));
  const char *open;

  while ((open = strstr (text, "<!--")) != NULL)
    {
      const char *close = strstr (open + 4, "-->");

      if (close == NULL)
        break;
      g_string_append_len (out, text, open - text);
      text = close + 3;
    }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

GPtrArray *
ent_markdown_blocks (const char *text, EntArticleFacts *facts)
{
  g_autofree char *bare = dup_without_comments (text);
  g_auto (GStrv)   lines = g_strsplit (bare, "\n", -1);
  Markdown         md = { ent_blocks_new (), facts, g_string_new (NULL), ENT_PARAGRAPH_BODY, NULL };

  for (guint i = take_front_matter (&md, lines); lines[i] != NULL; i++)
    take_line (&md, lines[i]);
  close_block (&md);
  g_string_free (md.open, TRUE);
  return md.blocks;
}
