/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/nlp: characters of text that need not be valid UTF-8. A byte that begins none is one unknown character. */

#define ENT_CHAR_UNKNOWN 0xFFFD

/* The character at p, and its length; p < end. */
static inline gunichar
ent_char_peek (const char *p, const char *end, gsize *n_bytes)
{
  gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char_validated (p, end - p);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *n_bytes = 1;
      return ENT_CHAR_UNKNOWN;
    }
  *n_bytes = (gsize) g_unichar_to_utf8 (c, NULL);
  return c;
}

/* The character that ends at p, and its length; start < p. */
static inline gunichar
ent_char_peek_back (const char *start, const char *p, gsize *n_bytes)
{
  const char *at = p - 1;
  gunichar    c;

  while (at > start && ((guchar) *at & 0xC0) == 0x80 && p - at < 4)
    at--;
  c = ent_char_peek (at, p, n_bytes);
  if (*n_bytes == (gsize) (p - at))
    return c;
  *n_bytes = 1;
  return ENT_CHAR_UNKNOWN;
}

static inline gboolean ent_char_is_blank      (gunichar c) { return g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF || (c < 0x20 && c != 0) || c == 0x7F; }
static inline gboolean ent_char_is_digit      (gunichar c) { return c >= '0' && c <= '9'; }
static inline gboolean ent_char_is_apostrophe (gunichar c) { return c == '\'' || c == 0x2019; }
static inline gboolean ent_char_is_hyphen     (gunichar c) { return c == '-' || c == 0x2010 || c == 0x2011; }
static inline gboolean ent_char_is_word       (gunichar c) { return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_'; }

G_END_DECLS
