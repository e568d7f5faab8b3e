/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces stay where they are, in the mapped file; a table of open addressing, at most half full, finds them by their
 * bytes and by whether they continue a part ("##ing"). A slot holds the piece's number plus one. */
#include "ent-vocabulary.h"

#include <string.h>

#define MAX_PART_CHARS 100
#define REPLACEMENT    0xFFFD

typedef struct {
  const char *start;
  guint32     length;
  gboolean    continues;
} Piece;

struct _EntVocabulary {
  Piece   *pieces;
  guint    n_pieces;
  guint32 *slots;
  guint32  mask;
  gint     unknown;
};

static guint32
hash_piece (const char *bytes, gsize n, gboolean continues)
{
  guint32 hash = continues ? 0x9E3779B9u : 2166136261u;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash ^ hash >> 15;
}

/* The slot of a piece, or the empty one where it would go. */
static guint32 *
find_slot (const EntVocabulary *self, const char *bytes, gsize n, gboolean continues)
{
  guint32 at = hash_piece (bytes, n, continues) & self->mask;

  while (self->slots[at] != 0)
    {
      const Piece *piece = &self->pieces[self->slots[at] - 1];
      if (piece->length == n && piece->continues == continues && memcmp (piece->start, bytes, n) == 0)
        break;
      at = (at + 1) & self->mask;
    }
  return &self->slots[at];
}

/**
 * ent_vocabulary_new:
 * Indexes a list of pieces; a piece's number is its place in the list.
 * @pieces: pieces, each ended by a newline; borrowed, must outlive the vocabulary
 * Returns: (transfer full): the vocabulary, or NULL where the list lacks "[UNK]", "[CLS]" or "[SEP]"
 */
EntVocabulary *
ent_vocabulary_new (const char *pieces, gsize n_bytes)
{
  g_autoptr (EntVocabulary) self = g_new0 (EntVocabulary, 1);
  const char *end = pieces + n_bytes;
  guint       n_slots = 16;

  for (const char *p = pieces; p < end; p++)
    self->n_pieces += *p == '\n';
  while (n_slots < 2 * self->n_pieces)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new0 (guint32, n_slots);
  self->pieces = g_new0 (Piece, self->n_pieces);
  for (guint i = 0; i < self->n_pieces; i++)
    {
      const char *newline = memchr (pieces, '\n', (gsize) (end - pieces));
      Piece      *piece = &self->pieces[i];
      guint32    *slot;

      piece->continues = newline - pieces > 2 && pieces[0] == '#' && pieces[1] == '#';
      piece->start = pieces + (piece->continues ? 2 : 0);
      piece->length = (guint32) (newline - piece->start);
      slot = find_slot (self, piece->start, piece->length, piece->continues);
      if (*slot == 0)
        *slot = i + 1;
      pieces = newline + 1;
    }
  self->unknown = ent_vocabulary_lookup (self, "[UNK]", 5, FALSE);
  if (self->unknown < 0 || ent_vocabulary_lookup (self, "[CLS]", 5, FALSE) < 0 || ent_vocabulary_lookup (self, "[SEP]", 5, FALSE) < 0)
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_vocabulary_free (EntVocabulary *self)
{
  if (self == NULL)
    return;
  g_free (self->pieces);
  g_free (self->slots);
  g_free (self);
}

/* The number of pieces. */
guint
ent_vocabulary_size (const EntVocabulary *self)
{
  return self->n_pieces;
}

/* The number of a piece (without its "##" where continues), or -1. */
gint
ent_vocabulary_lookup (const EntVocabulary *self, const char *piece, gsize n_bytes, gboolean continues)
{
  return (gint) *find_slot (self, piece, n_bytes, continues) - 1;
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
         (c >= 0x2A700 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

static gboolean
is_dropped (gunichar c, GUnicodeType type)
{
  switch (type)
    {
    case G_UNICODE_CONTROL:
      return c != '\t' && c != '\n' && c != '\r';
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_NON_SPACING_MARK:
      return TRUE;
    default:
      return c == REPLACEMENT;
    }
}

/* Whether a character is a part of its own. */
static gboolean
stands_alone (gunichar c, GUnicodeType type)
{
  if (c < 0x80)
    return g_ascii_ispunct ((char) c);
  switch (type)
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return TRUE;
    default:
      return is_ideograph (c);
    }
}

/* Greedy longest match of one part; a part that cannot be spelled leaves one "[UNK]". */
static void
split_part (const EntVocabulary *self, const char *part, gsize n_bytes, GArray *pieces)
{
  const guint first = pieces->len;
  gsize       start = 0;
  gboolean    spelled = g_utf8_strlen (part, (gssize) n_bytes) <= MAX_PART_CHARS;

  while (spelled && start < n_bytes)
    {
      gsize end = n_bytes;
      gint  id = -1;

      while (end > start && (id = ent_vocabulary_lookup (self, part + start, end - start, start > 0)) < 0)
        do
          end--;
        while (end > start && ((guchar) part[end] & 0xC0) == 0x80);
      spelled = id >= 0;
      if (spelled)
        g_array_append_val (pieces, id);
      start = end;
    }
  if (spelled)
    return;
  g_array_set_size (pieces, first);
  g_array_append_val (pieces, self->unknown);
}

/**
 * ent_vocabulary_split_word:
 * Appends the numbers of a word's pieces, at least one.
 * @word: valid UTF-8
 * @max_pieces: pieces beyond these are dropped
 * @pieces: (element-type gint): where to append
 * Cost: linear in the word, times the length of a part (bounded by 100 characters).
 */
void
ent_vocabulary_split_word (const EntVocabulary *self, const char *word, guint max_pieces, GArray *pieces)
{
  g_autofree char *decomposed = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) part = g_string_sized_new (32);
  const guint first = pieces->len;

  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0' && pieces->len - first < max_pieces; p = g_utf8_next_char (p))
    {
      gunichar     c = g_unichar_tolower (g_utf8_get_char (p));   /* letter by letter: no final sigma */
      GUnicodeType type = g_unichar_type (c);
      gboolean     alone = stands_alone (c, type);

      if (is_dropped (c, type))
        continue;
      if ((alone || g_unichar_isspace (c)) && part->len > 0)
        {
          split_part (self, part->str, part->len, pieces);
          g_string_truncate (part, 0);
        }
      if (g_unichar_isspace (c))
        continue;
      g_string_append_unichar (part, c);
      if (alone)
        {
          split_part (self, part->str, part->len, pieces);
          g_string_truncate (part, 0);
        }
    }
  if (part->len > 0)
    split_part (self, part->str, part->len, pieces);
  if (pieces->len == first)
    g_array_append_val (pieces, self->unknown);
  if (pieces->len - first > max_pieces)
    g_array_set_size (pieces, first + max_pieces);
}

/* How a word is capitalised. word: valid UTF-8. */
EntCasing
ent_casing_of_word (const char *word)
{
  guint    n_letters = 0, n_upper = 0;
  gboolean first_is_upper = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean upper = g_unichar_type (c) == G_UNICODE_UPPERCASE_LETTER;

      if (!g_unichar_isalpha (c))
        continue;
      first_is_upper = n_letters == 0 ? upper : first_is_upper;
      n_letters++;
      n_upper += upper;
    }
  if (n_letters == 0)
    return ENT_CASING_NO_LETTERS;
  if (n_upper == 0)
    return ENT_CASING_LOWER;
  if (n_upper == 1 && first_is_upper)
    return ENT_CASING_TITLE;
  return n_upper == n_letters ? ENT_CASING_UPPER : ENT_CASING_MIXED;
}
