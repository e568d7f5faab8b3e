/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words after the conventions of the English treebanks of Universal Dependencies (EWT, GUM). Text is cut at blanks into
 * chunks; a chunk loses punctuation from its front and its back, one mark at a time; what is left, the core, is cut at
 * punctuation inside it. Tokens cover every character but blanks, in order, and none overlaps another. */
#include "ent-tokens.h"

#include "ent-chars.h"

#include <string.h>

#define LONGEST_COMPOUND 64   /* bytes that are looked at for a compound or a telephone number */

typedef struct {
  const EntTokenRules *rules;
  const char          *text;
  const char          *first;    /* the stretch's first character that is no blank */
  GArray              *tokens;
} Splitter;

/* ---- marks */

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
  while (stop < end && stop - start < LONGEST_COMPOUND && (*stop == '-' || g_ascii_isalnum (*stop)))
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
  if (p <= start || !ent_char_is_apostrophe (ent_char_peek_back (start, p, &n)) || p - n == start)
    return end;
  p -= n;
  if (is_clitic (letters, (gsize) (end - letters)))
    return p;
  if (end - letters == 1 && (*letters == 't' || *letters == 'T') && p - start >= 2 && (p[-1] == 'n' || p[-1] == 'N'))
    return p - 1;
  return end;
}

/* "U.S", "a.m": single letters parted by periods. */
static gboolean
is_dotted (const char *start, const char *end)
{
  const char *p = start;
  gsize       n;

  while (p < end)
    {
      if (!g_unichar_isalpha (ent_char_peek (p, end, &n)))
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
      gunichar c = ent_char_peek_back (start, word, &n);
      if (!ent_char_is_word (c) && c != '.' && !ent_char_is_apostrophe (c))
        break;
      word -= n;
    }
  if (word == period)
    return FALSE;
  /* a capital alone is an initial, but "I." is not one */
  if (is_dotted (word, period) && (word + 1 < period || (g_ascii_isupper (*word) && *word != 'I')))
    return TRUE;
  for (guint list = ENT_TOKEN_LIST_TITLE; list <= ENT_TOKEN_LIST_ENDING; list++)
    if (ent_token_rules_has (self->rules, list, word, (gsize) (period + 1 - word)))
      return TRUE;
  return FALSE;
}

/* Emits a word without clitics: parts contractions, numbers from units. */
static void
emit_bare_word (Splitter *self, const char *start, const char *end)
{
  const char *cut = start + ent_token_rules_divide (self->rules, start, (gsize) (end - start));

  if (cut == start)
    {
      while (cut < end && (g_ascii_isdigit (*cut) || *cut == '.' || *cut == ',' || *cut == ':'))
        cut++;
      if (!ent_token_rules_has (self->rules, ENT_TOKEN_LIST_UNIT, cut, (gsize) (end - cut)))
        cut = start;
    }
  emit (self, start, cut);
  emit (self, cut, end);
}

/* Emits a word that holds no more marks to cut at: takes off up to two clitics ("should|n't|'ve"). */
static void
emit_word (Splitter *self, const char *start, const char *end)
{
  const char *first_clitic = end, *second_clitic = end;

  /* "it fell.[12]": a period before a mark inside the chunk */
  if (end - start > 1 && end[-1] == '.' && !keeps_period (self, start, end - 1))
    {
      emit_word (self, start, end - 1);
      emit (self, end - 1, end);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      const char *clitic = find_clitic (start, first_clitic);

      if (clitic == start || clitic == first_clitic)
        break;
      second_clitic = first_clitic;
      first_clitic = clitic;
    }
  emit_bare_word (self, start, first_clitic);
  emit (self, first_clitic, second_clitic);
  emit (self, second_clitic, end);
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
  gunichar before = p > start ? ent_char_peek_back (start, p, &n_before) : 0;
  gunichar after;

  ent_char_peek (p, end, &n);
  after = p + n < end ? ent_char_peek (p + n, end, &n_after) : 0;
  if (before == 0 || after == 0)
    return TRUE;
  if (c == '.')
    return after != '.' && !is_lost_blank (p, start, end);
  if (c == ',' || c == ':')
    return ent_char_is_digit (before) && ent_char_is_digit (after);
  if (c == '/')
    return (ent_char_is_digit (before) && ent_char_is_digit (after)) || (p - start == 1 && (p + n + 1 == end));
  if (ent_char_is_hyphen (c))
    return keeps_hyphen (self, start, p, end);
  if (ent_char_is_apostrophe (c) || c == '&' || c == '_' || c == '@' || c == '#' || c == '+' || c == '*')
    return TRUE;
  return ent_char_is_word (c) || c == 0xAD || c == 0xB7 || c == 0x200C || c == 0x200D;
}

static void
split_core (Splitter *self, const char *start, const char *end)
{
  const char *word = start, *p = start;

  while (p < end)
    {
      gsize    n, n_next;
      gunichar c = ent_char_peek (p, end, &n);
      const char *after = p + n;

      if (ent_char_is_word (c) || !is_outer_mark (c) || joins (self, c, word, p, end))
        {
          p = after;
          continue;
        }
      /* "US$" is one token */
      if (c == '$' && p > word && g_ascii_isupper (p[-1]))
        {
          emit (self, word, after);
          word = p = after;
          continue;
        }
      emit_word (self, word, p);
      while (after < end && runs (c, ent_char_peek (after, end, &n_next)))
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

/* "No." and "sat." are common words at a sentence's end, unless a number follows. */
static gboolean
is_common_word (const Splitter *self, const char *start, const char *period)
{
  const char *next = period + 1;
  const gsize n = (gsize) (period - start);

  while (*next == ' ')
    next++;
  if (g_ascii_isdigit (*next))
    return FALSE;
  return ent_token_rules_has (self->rules, ENT_TOKEN_LIST_NUMBERED, start, n) ||
         (g_ascii_islower (*start) && ent_token_rules_has (self->rules, ENT_TOKEN_LIST_AMBIGUOUS, start, n));
}

/* The start of the last mark of start … end that is a token of its own, or end where the chunk's core ends in a word. */
static const char *
last_mark (const Splitter *self, const char *start, const char *end, gboolean ends_stretch)
{
  gsize       n, n_before;
  gunichar    c = ent_char_peek_back (start, end, &n);
  const char *mark = end - n;

  if (ent_char_is_word (c) || !is_outer_mark (c))
    return end;
  if (c == '.' && (mark == start || mark[-1] != '.'))
    {
      /* at the very end the treebanks give the period to the sentence, but "U.S" would be no name */
      if (ends_stretch ? mark - start >= 3 && is_dotted (start, mark) && g_ascii_isupper (*start)
                       : keeps_period (self, start, mark) && !is_common_word (self, start, mark))
        return end;
    }
  if (c == '+' && mark > start && g_ascii_isalnum (mark[-1]))
    return end;
  while (mark > start && runs (c, ent_char_peek_back (start, mark, &n_before)))
    mark -= n_before;
  return mark;
}

/* The end of the first mark of start … end that is a token of its own, or start where the core begins. */
static const char *
first_mark (const Splitter *self, const char *start, const char *end)
{
  gsize       n, n_next;
  gunichar    c = ent_char_peek (start, end, &n), next;
  const char *mark = start + n;

  if (ent_char_is_word (c) || !is_outer_mark (c) || mark >= end)
    return start;
  next = ent_char_peek (mark, end, &n_next);
  if (ent_char_is_apostrophe (c))
    {
      const char *stop = mark;
      while (stop < end && g_ascii_isalnum (*stop))
        stop++;
      if ((is_digits (mark, mark + 2 <= end ? mark + 2 : end) && stop - mark <= 3) ||
          ent_token_rules_has (self->rules, ENT_TOKEN_LIST_APOSTROPHE, start, (gsize) (stop - start)) || (stop == end && is_clitic (mark, (gsize) (stop - mark))))
        return start;
    }
  if ((c == '.' || c == '+') && ent_char_is_digit (next))
    return start;
  if ((c == '#' || c == '_') && ent_char_is_word (next) && !ent_char_is_digit (next))
    return start;
  while (mark < end && runs (c, next))
    {
      mark += n_next;
      if (mark < end)
        next = ent_char_peek (mark, end, &n_next);
    }
  return mark;
}

/* Chunks that stay as they are: an omission "[...]", the number of a list's item "1." at the very beginning. */
static gboolean
is_whole (const Splitter *self, const char *start, const char *end)
{
  const gsize n = (gsize) (end - start);

  if ((n == 5 && memcmp (start, "[...]", n) == 0) || (n == strlen ("[…]") && memcmp (start, "[…]", n) == 0))
    return TRUE;
  return start == self->first && n >= 2 && n <= 3 && end[-1] == '.' && is_digits (start, end - 1);
}

static void
split_chunk (Splitter *self, const char *start, const char *end, gboolean ends_stretch)
{
  g_autoptr (GArray) behind = NULL;   /* of EntSpan, the last mark first */
  const char *p;

  if (is_whole (self, start, end))
    {
      emit (self, start, end);
      return;
    }
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
  Splitter    self = { rules, text, NULL, tokens };
  const char *p = text + stretch.start_byte, *end = text + stretch.end_byte, *chunk = NULL, *last_end = end;
  gsize       n = 0;

  while (last_end > p && ent_char_is_blank (ent_char_peek_back (p, last_end, &n)))
    last_end -= n;
  while (p <= last_end)
    {
      gunichar c = p < last_end ? ent_char_peek (p, last_end, &n) : ' ';

      if (p == last_end)
        n = 1;
      if (!ent_char_is_blank (c) && chunk == NULL)
        {
          chunk = p;
          self.first = self.first != NULL ? self.first : p;
        }
      else if (ent_char_is_blank (c) && chunk != NULL)
        {
          split_chunk (&self, chunk, p, p == last_end);
          if (tokens->len > 0)
            g_array_index (tokens, EntToken, tokens->len - 1).space_after = TRUE;
          chunk = NULL;
        }
      p += n;
    }
}
