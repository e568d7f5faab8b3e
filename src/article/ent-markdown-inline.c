/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One walk over a line. At each place the constructs are tried in turn; what is none of them is copied. Marks of emphasis
 * are dropped where they stand at the edge of a word, so that snake_case and 3 * 4 stay. Link texts are walked in turn, two
 * levels deep. */
#include "ent-markdown.h"

#include <string.h>

#define MAX_DEPTH 3

static void walk (GString *out, const char *at, const char *end, guint depth);

/* The bracket that closes the one at open, NULL where there is none before end. */
static const char *
find_closing (const char *open, const char *end, char left, char right)
{
  guint depth = 0;

  for (const char *at = open; at < end; at++)
    {
      if (*at == '\\' && at + 1 < end)
        at++;
      else if (*at == left)
        depth++;
      else if (*at == right && --depth == 0)
        return at;
    }
  return NULL;
}

/* "[text](url)", "[text][ref]", "![alt](url)", "[^note]"; other brackets stay. Returns where it ends, NULL where it is none. */
static const char *
bracket (GString *out, const char *at, const char *end, guint depth)
{
  gboolean    picture = *at == '!';
  const char *open = picture ? at + 1 : at;
  const char *close, *after;

  if (open >= end || *open != '[' || (close = find_closing (open, end, '[', ']')) == NULL)
    return NULL;
  if (!picture && open + 1 < close && open[1] == '^')
    return close + 1;
  after = close + 1;
  if (after < end && *after == '(')
    after = find_closing (after, end, '(', ')');
  else if (after < end && *after == '[')
    after = find_closing (after, end, '[', ']');
  else
    return NULL;
  if (after == NULL)
    return NULL;
  if (!picture)
    walk (out, open + 1, close, depth + 1);
  return after + 1;
}

/* "<https://…>" is its address; tags and comments are nothing; "<br>" is a space. */
static const char *
angle (GString *out, const char *at, const char *end)
{
  const char *close = memchr (at, '>', (gsize) (end - at));

  if (close == NULL || !(g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!'))
    return NULL;
  if (memchr (at, ':', (gsize) (close - at)) != NULL && memchr (at, ' ', (gsize) (close - at)) == NULL && memchr (at, '=', (gsize) (close - at)) == NULL)
    g_string_append_len (out, at + 1, close - at - 1);
  else if (g_ascii_strncasecmp (at, "<br", 3) == 0)
    g_string_append_c (out, ' ');
  return close + 1;
}

static const char *
entity (GString *out, const char *at, const char *end)
{
  static const struct { const char *name; const char *text; } names[] = {
    { "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "quot", "\"" }, { "apos", "'" }, { "nbsp", " " }, { "mdash", "—" }, { "ndash", "–" },
    { "hellip", "…" }, { "lsquo", "‘" }, { "rsquo", "’" }, { "ldquo", "“" }, { "rdquo", "”" }, { "copy", "©" },
  };
  const char *close = memchr (at, ';', MIN ((gsize) (end - at), 10));
  guint64     number = 0;

  if (close == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == (gsize) (close - at - 1) && strncmp (names[i].name, at + 1, (gsize) (close - at - 1)) == 0)
      {
        g_string_append (out, names[i].text);
        return close + 1;
      }
  if (at[1] == '#')
    number = g_ascii_tolower (at[2]) == 'x' ? g_ascii_strtoull (at + 3, NULL, 16) : g_ascii_strtoull (at + 2, NULL, 10);
  if (number < 0x20 || number > 0x10FFFF || !g_unichar_validate ((gunichar) number))
    return NULL;
  g_string_append_unichar (out, (gunichar) number);
  return close + 1;
}

/* `code`: its text as it is. */
static const char *
code_span (GString *out, const char *at, const char *end)
{
  gsize n = strspn (at, "`");
  gsize run = 0;

  for (const char *close = at + n; close < end; close++)
    {
      run = *close == '`' ? run + 1 : 0;
      if (run == n && (close + 1 == end || close[1] != '`'))
        {
          g_string_append_len (out, at + n, close - (gssize) n + 1 - (at + n));
          return close + 1;
        }
    }
  return NULL;
}

/* A run of * or _ or ~~ that touches a word on one side only, or one of * inside a word between two words' letters. */
static const char *
emphasis (const char *start, const char *at, const char *end)
{
  const char *after = at;
  gunichar    left, right;
  gboolean    word_left, word_right;

  while (after < end && *after == *at)
    after++;
  if ((*at == '~' && after - at != 2) || after - at > 3)
    return NULL;
  left = at > start ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
  right = after < end ? g_utf8_get_char (after) : ' ';
  word_left = !g_unichar_isspace (left);
  word_right = !g_unichar_isspace (right);
  if (*at == '_' && g_unichar_isalnum (left) && g_unichar_isalnum (right))
    return NULL;
  return word_left || word_right ? after : NULL;
}

static void
walk (GString *out, const char *at, const char *end, guint depth)
{
  const char *start = at;

  while (at < end)
    {
      const char *next = NULL;

      if (*at == '\\' && at + 1 < end && g_ascii_ispunct (at[1]))
        {
          g_string_append_c (out, at[1]);
          next = at + 2;
        }
      else if ((*at == '[' || *at == '!') && depth < MAX_DEPTH)
        next = bracket (out, at, end, depth);
      else if (*at == '<')
        next = angle (out, at, end);
      else if (*at == '&')
        next = entity (out, at, end);
      else if (*at == '`')
        next = code_span (out, at, end);
      else if (*at == '*' || *at == '_' || *at == '~')
        next = emphasis (start, at, end);
      if (next == NULL)
        {
          next = g_utf8_next_char (at);
          g_string_append_len (out, at, next - at);
        }
      at = next;
    }
}

char *
ent_markdown_inline (const char *line)
{
  GString *out = g_string_sized_new (strlen (line));

  walk (out, line, line + strlen (line), 0);
  return g_string_free (out, FALSE);
}
