/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words after the conventions of the English treebanks of Universal Dependencies (EWT, GUM). Text is cut at blanks into
 * chunks; a chunk loses punctuation from its front and its back, one mark at a time; what is left, the core, is cut at
 * punctuation inside it. Tokens cover every character but blanks, in order, and none overlaps another. */
#include "ent-tokens.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

typedef struct {
  const EntTokenRules *rules;
  const char          *text;
  GArray              *tokens;
} Splitter;

/* ---- characters */

/* The character at p, and its length; a byte that is none counts as one unknown character. */
static gunichar
peek (const char *p, const char *end, gsize *n_bytes)
{
  gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char_validated (p, end - p);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *n_bytes = 1;
      return REPLACEMENT;
    }
  *n_bytes = (gsize) g_unichar_to_utf8 (c, NULL);
  return c;
}

/* The character that ends at p. */
static gunichar
peek_back (const char *start, const char *p, gsize *n_bytes)
{
  const char *at = p - 1;

  while (at > start && ((guchar) *at & 0xC0) == 0x80 && p - at < 4)
    at--;
  gunichar c = peek (at, p, n_bytes);
  if (*n_bytes != (gsize) (p - at))
    {
      *n_bytes = 1;
      return REPLACEMENT;
    }
  return c;
}

static gboolean is_blank (gunichar c)      { return g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF || (c < 0x20 && c != 0) || c == 0x7F; }
static gboolean is_digit (gunichar c)      { return c >= '0' && c <= '9'; }
static gboolean is_apostrophe (gunichar c) { return c == '\'' || c == 0x2019; }
static gboolean is_hyphen (gunichar c)     { return c == '-' || c == 0x2010 || c == 0x2011; }
static gboolean is_word (gunichar c)       { return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_'; }

/* Marks that are tokens of their own wherever a chunk begins or ends with them. */
static gboolean
is_outer_mark (gunichar c)
{
  if (c < 0x80)
    return c != 0 && strchr ("()[]{}<>\"'`,;:!?.*|~=^-/\\$%+&#_", (int) c) != NULL;
  return g_unichar_ispunct (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

/* Marks of which a run is one token. */
static gboolean
runs (gunichar c, gunichar next)
{
  if (c == '.' || c == '-' || c == '*' || c == '=' || c == '~' || c == '_' || c == '`' || c == '\'' || c == '#' || c == '+' || c == 0x2026)
    return next == c;
  return (c == '!' || c == '?') && (next == '!' || next == '?');
}

/* ---- output */

static void
emit (Splitter *self, const char *start, const char *end)
{
  EntToken token = { { (gsize) (start - self->text), (gsize) (end - self->text) }, FALSE };

  if (end > start)
    g_array_append_val (self->tokens, token);
}

/* ---- the core of a chunk */

static gboolean
is_digits (const char *start, const char *end)
{
  for (const char *p = start; p < end; p++)
    if (!g_ascii_isdigit (*p))
      return FALSE;
  return end > start;
}

/* "555-1234", "800-555-1234", "2024-05-01": numbers joined by hyphens that are one number. "1990-95" and "4-3" are not. */
static gboolean
is_hyphenated_number (const char *start, const char *end)
{
  guint n_hyphens = 0, last_run = 0, first_run = 0;

  for (const char *p = start; p < end; p++)
    {
      if (*p == '-')
        {
          first_run = n_hyphens++ == 0 ? last_run : first_run;
          last_run = 0;
        }
      else if (g_ascii_isdigit (*p))
        last_run++;
      else
        return FALSE;
    }
  return n_hyphens >= 2 || (n_hyphens == 1 && first_run == 3 && last_run == 4);
}

/* Whether a word keeps the hyphen at p. */
static gboolean
keeps_hyphen (const Splitter *self, const char *start, const char *p, const char *end)
{
  const char *stop = p + 1;

  if (ent_token_rules_has (self->rules, ENT_TOKEN_LIST_PREFIX, start, (gsize) (p - start)))
    return TRUE;
  while (stop < end && (*stop == '-' || g_ascii_isalnum (*stop)))
    stop++;
  return ent_token_rules_has (self->rules, ENT_TOKEN_LIST_COMPOUND, start, (gsize) (stop - start)) || is_hyphenated_number (start, stop);
}

/* "'s", "'re", … without their apostrophe. */
static gboolean
is_clitic (const char *letters, gsize n)
{
  static const char *const clitics[] = { "s", "re", "ve", "ll", "d", "m" };

  for (gsize i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (strlen (clitics[i]) == n && g_ascii_strncasecmp (letters, clitics[i], n) == 0)
      return TRUE;
  return FALSE;
}

/* Where a clitic begins at the end of a word ("n't", "'s", …), or end. */
static const char *
find_clitic (const char *start, const char *end)
{
  const char *p = end, *letters;
  gsize       n;

  while (p > start && g_ascii_isalpha (p[-1]))
    p--;
  letters = p;
  if (p <= start || !is_apostrophe (peek_back (start, p, &n)) || p - n == start)
    return end;
  p -= n;
  if (is_clitic (letters, (gsize) (end - letters)))
    return p;
  if (end - letters == 1 && (*letters == 't' || *letters == 'T') && p - start >= 2 && (p[-1] == 'n' || p[-1] == 'N'))
    return p - 1;
  return end;
}

/* Emits a word that holds no more marks to cut at: takes off clitics, parts contractions, numbers from units. */
static void
emit_word (Splitter *self, const char *start, const char *end)
{
  const char *clitic = find_clitic (start, end), *p = start;
  gsize       first;

  if (clitic < end && clitic > start)
    {
      emit_word (self, start, clitic);
      emit (self, clitic, end);
      return;
    }
  first = ent_token_rules_divide (self->rules, start, (gsize) (end - start));
  if (first > 0 && first < (gsize) (end - start))
    {
      emit (self, start, start + first);
      emit (self, start + first, end);
      return;
    }
  while (p < end && (g_ascii_isdigit (*p) || *p == '.' || *p == ',' || *p == ':'))
    p++;
  if (p > start && p < end && ent_token_rules_has (self->rules, ENT_TOKEN_LIST_UNIT, p, (gsize) (end - p)))
    {
      emit (self, start, p);
      emit (self, p, end);
      return;
    }
  emit (self, start, end);
}

/* A word, a mark and a capitalised word without a blank: a sentence end that lost its blank ("war.The"). */
static gboolean
is_lost_blank (const char *p, const char *start, const char *end)
{
  return p - start >= 3 && g_ascii_islower (p[-1]) && g_ascii_islower (p[-2]) && end - p >= 3 && g_ascii_isupper (p[1]) &&
         (g_ascii_islower (p[2]) || p[2] == ' ') && memchr (start, '.', (gsize) (p - start)) == NULL;
}

/* Whether the word goes on across the mark c at p. */
static gboolean
joins (const Splitter *self, gunichar c, const char *start, const char *p, const char *end)
{
  gsize    n_before, n, n_after;
  gunichar before = p > start ? peek_back (start, p, &n_before) : 0;
  gunichar after;

  peek (p, end, &n);
  after = p + n < end ? peek (p + n, end, &n_after) : 0;
  if (before == 0 || after == 0)
    return TRUE;
  if (c == '.')
    return !is_lost_blank (p, start, end);
  if (c == ',' || c == ':')
    return is_digit (before) && is_digit (after);
  if (c == '/')
    return (is_digit (before) && is_digit (after)) || (p - start == 1 && (p + n + 1 == end));
  if (is_hyphen (c))
    return keeps_hyphen (self, start, p, end);
  if (is_apostrophe (c) || c == '&' || c == '_' || c == '@' || c == '#' || c == '+' || c == '*')
    return TRUE;
  return is_word (c) || c == 0xAD || c == 0xB7 || c == 0x200C || c == 0x200D;
}

static void
split_core (Splitter *self, const char *start, const char *end)
{
  const char *word = start, *p = start;

  while (p < end)
    {
      gsize    n, n_next;
      gunichar c = peek (p, end, &n);
      const char *after = p + n;

      if (is_word (c) || !is_outer_mark (c) || joins (self, c, word, p, end))
        {
          p = after;
          continue;
        }
      emit_word (self, word, p);
      while (after < end && runs (c, peek (after, end, &n_next)))
        after += n_next;
      emit (self, p, after);
      word = p = after;
    }
  emit_word (self, word, end);
}

/* ---- chunks */

static gboolean
starts_with (const char *start, const char *end, const char *prefix)
{
  return (gsize) (end - start) > strlen (prefix) && g_ascii_strncasecmp (start, prefix, strlen (prefix)) == 0;
}

/* Addresses, which hold marks that would part words. */
static gboolean
is_address (const char *start, const char *end)
{
  const char *at;

  if (end <= start)
    return FALSE;
  at = memchr (start, '@', (gsize) (end - start));
  if (g_strstr_len (start, end - start, "://") != NULL || starts_with (start, end, "www.") || starts_with (start, end, "mailto:"))
    return TRUE;
  if (at != NULL && at > start && at + 1 < end)
    return memchr (at, '.', (gsize) (end - at)) != NULL;
  for (const char *p = start; p + 4 < end; p++)
    if (*p == '.' && p > start && (starts_with (p, end, ".com/") || starts_with (p, end, ".org/") || starts_with (p, end, ".net/") ||
                                   starts_with (p, end, ".gov/") || starts_with (p, end, ".edu/")))
      return TRUE;
  return FALSE;
}

static gboolean
has_letter (const char *start, const char *end)
{
  for (const char *p = start; p < end; p++)
    if (g_ascii_isalpha (*p) || (guchar) *p >= 0x80)
      return TRUE;
  return FALSE;
}

/* "U.S", "a.m": single letters parted by periods. */
static gboolean
is_dotted (const char *start, const char *end)
{
  const char *p = start;
  gsize       n;

  while (p < end)
    {
      if (!g_unichar_isalpha (peek (p, end, &n)))
        return FALSE;
      p += n;
      if (p == end)
        return TRUE;
      if (*p != '.')
        return FALSE;
      p++;
    }
  return FALSE;
}

/* Whether the word before a period at the end of a chunk keeps it. period: where it stands. */
static gboolean
keeps_period (const Splitter *self, const char *start, const char *period)
{
  const char *word = period;
  gsize       n;

  while (word > start)
    {
      gunichar c = peek_back (start, word, &n);
      if (!is_word (c) && c != '.' && !is_apostrophe (c))
        break;
      word -= n;
    }
  if (word == period)
    return FALSE;
  if (is_dotted (word, period))
    {
      /* a letter alone is an initial where it is a capital; "I." is not one */
      gunichar c = peek (word, period, &n);
      return word + n < period || (g_unichar_isupper (c) && c != 'I');
    }
  for (guint list = ENT_TOKEN_LIST_TITLE; list <= ENT_TOKEN_LIST_ENDING; list++)
    if (ent_token_rules_has (self->rules, list, word, (gsize) (period + 1 - word)))
      return list == ENT_TOKEN_LIST_ENDING || !is_digits (word, period);
  return FALSE;
}

/* Abbreviations that are words as well ("no.", "in.", "sat.", "art."): they need a capital, a number or both around. */
static gboolean
is_ambiguous (const char *start, const char *period)
{
  static const char *const words[] = { "no", "in", "art", "sat", "sun", "mon", "wed", "mar", "fig", "op", "al", "ill", "ind", "la", "me", "mass", "miss",
                                       "pa", "ore", "wash", "det", "re", "st", "ed", "id", "co", "gen", "rep", "col", "may", "mo", "ma", "am", "pm", "dec", "jan", "pub",
                                       "rec", "fed", "tech", "para", "sec", "ch", "p", "c", "x", "v", "min", "hr", "lb", "ft", "pt", "tel", "ext", "md", "va", "cap", "adm" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == (gsize) (period - start) && memcmp (start, words[i], (gsize) (period - start)) == 0)
      return TRUE;
  return FALSE;
}

/* The start of the last mark of start … end that is a token of its own, or end where the chunk's core ends in a word. */
static const char *
last_mark (const Splitter *self, const char *start, const char *end, gboolean ends_stretch)
{
  gsize       n, n_before;
  gunichar    c = peek_back (start, end, &n);
  const char *mark = end - n;

  if (is_word (c) || !is_outer_mark (c))
    return end;
  if (c == '.' && (mark == start || mark[-1] != '.'))
    {
      const char *next = end;

      while (*next == ' ')
        next++;
      if (keeps_period (self, start, mark) && !ends_stretch && !(is_ambiguous (start, mark) && !g_ascii_isdigit (*next)))
        return end;
    }
  if (c == '+' && mark > start && g_ascii_isalnum (mark[-1]))
    return end;
  while (mark > start && runs (c, peek_back (start, mark, &n_before)))
    mark -= n_before;
  return mark;
}

/* The end of the first mark of start … end that is a token of its own, or start where the core begins. */
static const char *
first_mark (const Splitter *self, const char *start, const char *end)
{
  gsize       n, n_next;
  gunichar    c = peek (start, end, &n), next;
  const char *mark = start + n;

  if (is_word (c) || !is_outer_mark (c) || mark >= end)
    return start;
  next = peek (mark, end, &n_next);
  if (is_apostrophe (c))
    {
      const char *stop = mark;
      while (stop < end && g_ascii_isalnum (*stop))
        stop++;
      if ((is_digits (mark, mark + 2 <= end ? mark + 2 : end) && stop - mark <= 3) ||
          ent_token_rules_has (self->rules, ENT_TOKEN_LIST_APOSTROPHE, start, (gsize) (stop - start)) || (stop == end && is_clitic (mark, (gsize) (stop - mark))))
        return start;
    }
  if ((c == '.' || c == '+') && is_digit (next))
    return start;
  if ((c == '#' || c == '_') && is_word (next) && !is_digit (next))
    return start;
  while (mark < end && runs (c, next))
    {
      mark += n_next;
      if (mark < end)
        next = peek (mark, end, &n_next);
    }
  return mark;
}

static void
split_chunk (Splitter *self, const char *start, const char *end, gboolean ends_stretch)
{
  g_autoptr (GArray) behind = NULL;   /* of EntSpan, the last mark first */
  const char *p;

  while (start < end && (p = first_mark (self, start, end)) > start)
    {
      emit (self, start, p);
      start = p;
    }
  while (start < end && (p = last_mark (self, start, end, ends_stretch && behind == NULL)) < end)
    {
      EntSpan mark = { (gsize) (p - self->text), (gsize) (end - self->text) };

      if (behind == NULL)
        behind = g_array_new (FALSE, FALSE, sizeof (EntSpan));
      g_array_append_val (behind, mark);
      end = p;
    }
  if (is_address (start, end) && has_letter (start, end))
    emit (self, start, end);
  else
    split_core (self, start, end);
  for (guint i = behind != NULL ? behind->len : 0; i > 0; i--)
    {
      EntSpan mark = g_array_index (behind, EntSpan, i - 1);
      emit (self, self->text + mark.start_byte, self->text + mark.end_byte);
    }
}

/**
 * ent_tokens_split:
 * Appends the words and marks of a stretch of text.
 * @text: UTF-8, ended by a NUL; what is not valid becomes words of unknown characters
 * @stretch: bytes within the text
 * @tokens: (element-type EntToken): where to append
 * Cost: linear in the stretch.
 */
void
ent_tokens_split (const EntTokenRules *rules, const char *text, EntSpan stretch, GArray *tokens)
{
  Splitter    self = { rules, text, tokens };
  const char *p = text + stretch.start_byte, *end = text + stretch.end_byte, *chunk = NULL, *last_end = end;
  gsize       n = 1;

  while (last_end > p && is_blank (peek_back (p, last_end, &n)))
    last_end -= n;
  while (p <= last_end)
    {
      gunichar c = p < last_end ? peek (p, last_end, &n) : ' ';

      if (p == last_end)
        n = 1;
      if (!is_blank (c) && chunk == NULL)
        chunk = p;
      else if (is_blank (c) && chunk != NULL)
        {
          split_chunk (&self, chunk, p, p == last_end);
          if (tokens->len > 0)
            g_array_index (tokens, EntToken, tokens->len - 1).space_after = TRUE;
          chunk = NULL;
        }
      p += n;
    }
}
