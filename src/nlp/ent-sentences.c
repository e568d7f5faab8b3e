/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence ends after a full stop, a question or exclamation mark or an ellipsis, with the quotes and brackets that
 * close behind it, unless what follows goes on in lower case or with a comma; and after an abbreviation where the next
 * word speaks for a new beginning. What is too long for anything to be said of it as a whole is cut. */
#include "ent-tokens.h"

#include <string.h>

#define MAX_WORDS  200
#define SOFT_WORDS 120   /* from here on a cut is made at a comma or semicolon, if there is one */

typedef struct {
  const EntTokenRules *rules;
  const char          *text;
  const EntToken      *tokens;
  guint                n_tokens;
} Splitter;

static gsize
length_of (const Splitter *self, guint i)
{
  return ent_span_length (self->tokens[i].span);
}

static const char *
start_of (const Splitter *self, guint i)
{
  return self->text + self->tokens[i].span.start_byte;
}

static gunichar
first_char (const Splitter *self, guint i)
{
  gunichar c = g_utf8_get_char_validated (start_of (self, i), (gssize) length_of (self, i));

  return c == (gunichar) -1 || c == (gunichar) -2 ? 0xFFFD : c;
}

static gboolean
is (const Splitter *self, guint i, const char *form)
{
  return i < self->n_tokens && length_of (self, i) == strlen (form) && memcmp (start_of (self, i), form, strlen (form)) == 0;
}

static gboolean
has (const Splitter *self, EntTokenList list, guint i)
{
  return ent_token_rules_has (self->rules, list, start_of (self, i), length_of (self, i));
}

/* A run of periods, question or exclamation marks. */
static gboolean
is_terminator (const Splitter *self, guint i)
{
  const char *p = start_of (self, i);

  if (is (self, i, "…") || is (self, i, "。"))
    return TRUE;
  for (gsize k = 0; k < length_of (self, i); k++)
    if (p[k] != '.' && p[k] != '!' && p[k] != '?')
      return FALSE;
  return TRUE;
}

static gboolean
is_straight_quote (const Splitter *self, guint i)
{
  return is (self, i, "\"") || is (self, i, "'") || is (self, i, "''");
}

/* A straight quote closes where it clings to what is before it and not to what follows. */
static gboolean
closes (const Splitter *self, guint i)
{
  GUnicodeType type;

  if (i >= self->n_tokens)
    return FALSE;
  if (is_straight_quote (self, i) && i > 0)
    {
      const gboolean clings = !self->tokens[i - 1].space_after, leaves = i + 1 == self->n_tokens || self->tokens[i].space_after;
      return leaves ? clings : is_terminator (self, i + 1) || (clings && closes (self, i + 1));
    }
  type = g_unichar_type (first_char (self, i));
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

static gboolean
opens (const Splitter *self, guint i)
{
  GUnicodeType type = g_unichar_type (first_char (self, i));

  return is_straight_quote (self, i) || is (self, i, "``") || type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* The token after a reference like "[12]" at i, or i. */
static guint
skip_reference (const Splitter *self, guint i)
{
  if (i + 2 < self->n_tokens && is (self, i, "[") && is (self, i + 2, "]") && g_unichar_isdigit (first_char (self, i + 1)))
    return i + 3;
  return i;
}

/* Whether token i could begin a sentence after a terminator. */
static gboolean
can_begin (const Splitter *self, guint i)
{
  gunichar c;

  while (i < self->n_tokens && opens (self, i))
    i++;
  if (i >= self->n_tokens)
    return FALSE;
  c = first_char (self, i);
  return !g_unichar_islower (c) && (g_unichar_isalnum (c) || !strchr (",;:)]}%", (int) MIN (c, 127)));
}

/* Whether the sentence may end after the abbreviation i. */
static gboolean
ends_after_abbreviation (const Splitter *self, guint i)
{
  guint next = i + 1;

  /* "c." and "p." are titles of numbers, "C." and "P." initials */
  if (has (self, ENT_TOKEN_LIST_TITLE, i) && !(length_of (self, i) == 2 && g_unichar_isupper (first_char (self, i))))
    return FALSE;
  while (next < self->n_tokens && opens (self, next))
    next++;
  if (next >= self->n_tokens || !g_unichar_isupper (first_char (self, next)))
    return FALSE;
  if (has (self, ENT_TOKEN_LIST_ENDING, i))
    return TRUE;
  return has (self, ENT_TOKEN_LIST_STARTER, next);
}

static gboolean
is_abbreviation (const Splitter *self, guint i)
{
  const char *p = start_of (self, i);
  gsize       n = length_of (self, i);

  return n > 1 && p[n - 1] == '.' && !is_terminator (self, i);
}

/* The token after the sentence that ends with the terminator or abbreviation i, or 0 where none ends there. */
static guint
find_end (const Splitter *self, guint i)
{
  guint next = i + 1;

  if (is_abbreviation (self, i))
    {
      while (closes (self, next))
        next++;
      return next >= self->n_tokens || ends_after_abbreviation (self, next - 1 > i ? next - 1 : i) ? next : 0;
    }
  if (!is_terminator (self, i))
    return 0;
  while (next < self->n_tokens && (is_terminator (self, next) || closes (self, next)))
    next++;
  while (skip_reference (self, next) != next)
    next = skip_reference (self, next);
  return next >= self->n_tokens || can_begin (self, next) ? next : 0;
}

/* Where to cut words first … end of a sentence that is too long. */
static guint
find_cut (const Splitter *self, guint first)
{
  for (guint i = first + MAX_WORDS - 1; i > first + SOFT_WORDS; i--)
    if (is (self, i, ";") || is (self, i, ",") || is (self, i, ":"))
      return i + 1;
  return first + MAX_WORDS;
}

static void
add_sentence (const Splitter *self, guint first, guint end, GArray *lengths)
{
  while (end > first)
    {
      guint n = (end - first > MAX_WORDS ? find_cut (self, first) : end) - first;

      g_array_append_val (lengths, n);
      first += n;
    }
}

/* Two line ends between tokens: a paragraph that was not told apart. */
static gboolean
is_blank_line (const Splitter *self, guint i)
{
  const char *p = self->text + self->tokens[i].span.end_byte, *end = self->text + self->tokens[i + 1].span.start_byte;
  guint       n_lines = 0;

  for (; p < end; p++)
    n_lines += *p == '\n';
  return n_lines > 1;
}

/**
 * ent_tokens_find_sentences:
 * Parts the tokens of a paragraph into sentences.
 * @lengths: (element-type guint): to which the number of tokens of each sentence is appended; none is 0 or above 200
 * Cost: linear.
 */
void
ent_tokens_find_sentences (const EntTokenRules *rules, const char *text, const EntToken *tokens, guint n_tokens, GArray *lengths)
{
  const Splitter self = { rules, text, tokens, n_tokens };
  guint          first = 0, i = 0;

  while (i < n_tokens)
    {
      guint next = find_end (&self, i);

      if (next == 0 && i + 1 < n_tokens && is_blank_line (&self, i))
        next = i + 1;
      if (next != 0)
        {
          add_sentence (&self, first, next, lengths);
          first = next;
        }
      i = next != 0 ? next : i + 1;
    }
  add_sentence (&self, first, n_tokens, lengths);
}
