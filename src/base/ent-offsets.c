/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* marks[k] is the byte at which character k * STEP starts. To find the characters before a byte, the last mark at or
 * before it is looked up by bisection and the rest, fewer than STEP characters, is counted; the reverse indexes the mark
 * directly. Characters are counted by their lead bytes. */
#include "ent-offsets.h"

#define STEP 256

struct _EntOffsets {
  const char *text;
  gsize       n_bytes;
  gsize       n_chars;
  gsize      *marks;     /* [n_marks] */
  gsize       n_marks;
};

static inline gboolean
is_lead (char c)
{
  return ((guchar) c & 0xC0) != 0x80;
}

/**
 * ent_offsets_new:
 * Indexes a text.
 * @text: valid UTF-8, borrowed: it must outlive the index; need not end in a NUL
 * @n_bytes: its length in bytes
 * Returns: (transfer full): the index
 * Cost: O(@n_bytes) time, 8 bytes of memory for every 256 characters.
 */
EntOffsets *
ent_offsets_new (const char *text, gsize n_bytes)
{
  EntOffsets *self;
  gsize       character = 0;

  g_return_val_if_fail (text != NULL || n_bytes == 0, NULL);
  self = g_new0 (EntOffsets, 1);
  self->text = text;
  self->n_bytes = n_bytes;
  self->marks = g_new (gsize, n_bytes / STEP + 1);
  self->marks[self->n_marks++] = 0;
  for (gsize byte = 0; byte < n_bytes; byte++)
    {
      if (!is_lead (text[byte]))
        continue;
      if (character > 0 && character % STEP == 0)
        self->marks[self->n_marks++] = byte;
      character++;
    }
  self->n_chars = character;
  return self;
}

/* Frees the index, not the text. NULL is fine. */
void
ent_offsets_free (EntOffsets *self)
{
  if (self == NULL)
    return;
  g_free (self->marks);
  g_free (self);
}

/* The length of the text in characters. */
gsize
ent_offsets_n_chars (const EntOffsets *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_chars;
}

/**
 * ent_offsets_to_chars:
 * How many characters stand before a byte.
 * @byte: a character boundary in 0..n_bytes
 * Cost: O(log n) and a scan of at most 256 characters.
 */
gsize
ent_offsets_to_chars (const EntOffsets *self, gsize byte)
{
  gsize low = 0, high, character;

  g_return_val_if_fail (self != NULL && byte <= self->n_bytes, 0);
  g_return_val_if_fail (byte == self->n_bytes || is_lead (self->text[byte]), 0);
  if (byte == self->n_bytes)
    return self->n_chars;
  high = self->n_marks;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;
      if (self->marks[middle] <= byte)
        low = middle;
      else
        high = middle;
    }
  character = low * STEP;
  for (gsize i = self->marks[low]; i < byte; i++)
    character += is_lead (self->text[i]);
  return character;
}

/**
 * ent_offsets_to_bytes:
 * The byte at which a character starts.
 * @character: 0..n_chars; n_chars gives n_bytes
 * Cost: a scan of at most 256 characters.
 */
gsize
ent_offsets_to_bytes (const EntOffsets *self, gsize character)
{
  gsize byte, left;

  g_return_val_if_fail (self != NULL && character <= self->n_chars, 0);
  if (character == self->n_chars)
    return self->n_bytes;
  byte = self->marks[character / STEP];
  for (left = character % STEP; left > 0; left--)
    do
      byte++;
    while (byte < self->n_bytes && !is_lead (self->text[byte]));
  return byte;
}
