/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* White space is left off first, so that a gap at either end brings no further word in. */
#include "ent-selected-words.h"

static gboolean
is_apostrophe (gunichar character)
{
  return character == 0x2019 || character == '\'';
}

/* "Chad's" is two words to pango: of an s, or of an apostrophe before it, the iterator goes to the word that it belongs to. */
static void
leave_ending (GtkTextIter *start)
{
  GtkTextIter before = *start;

  if (!is_apostrophe (gtk_text_iter_get_char (&before)) &&
      !(gtk_text_iter_backward_char (&before) && is_apostrophe (gtk_text_iter_get_char (&before))))
    return;
  if (gtk_text_iter_ends_word (&before) && gtk_text_iter_backward_word_start (&before))
    *start = before;
}

/* A hand seldom meets the gap between two words: those that are begun are taken whole, but "Chad" of "Chad's" is a word. */
static void
take_whole_words (GtkTextIter *start, GtkTextIter *end)
{
  if (gtk_text_iter_inside_word (start) && !gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  leave_ending (start);
  if (gtk_text_iter_inside_word (end) && !gtk_text_iter_starts_word (end) && !is_apostrophe (gtk_text_iter_get_char (end)))
    gtk_text_iter_forward_word_end (end);
}

gboolean
ent_selected_words_get (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  if (!gtk_text_buffer_get_selection_bounds (buffer, start, end))
    return FALSE;
  while (gtk_text_iter_compare (start, end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (start)))
    gtk_text_iter_forward_char (start);
  do
    if (gtk_text_iter_compare (start, end) >= 0 || !gtk_text_iter_backward_char (end))
      return FALSE;
  while (g_unichar_isspace (gtk_text_iter_get_char (end)));
  gtk_text_iter_forward_char (end);
  take_whole_words (start, end);
  return TRUE;
}
