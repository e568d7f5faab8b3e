/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words become pieces, sentences become stretches and fragments, fragments are packed greedily into windows as in training, and windows
 * into batches that are large enough for a matrix product to run at full speed and small enough that a short article
 * still makes work for two threads. */
#include "ent-input.h"

#define BATCH_POSITIONS 320

static guint
count_pieces (const EntInput *self, guint first_word, guint n_words)
{
  return self->first_piece[first_word + n_words] - self->first_piece[first_word];
}

static void
split_words (EntInput *self, const EntModel *model, const EntInputText *text, guint max_pieces)
{
  for (guint i = 0; i < text->n_words; i++)
    {
      self->first_piece[i] = self->pieces->len;
      self->casing[i] = (guint8) ent_casing_of_word (text->words[i]);
      ent_vocabulary_split_word (model->vocabulary, text->words[i], max_pieces, self->pieces);
    }
  self->first_piece[text->n_words] = self->pieces->len;
}

/* Opens a window with a fragment, or adds the fragment to the last window where there is room. */
static void
add_fragment (EntInput *self, EntFragment fragment, gboolean may_join, guint window_size)
{
  guint      n_pieces = count_pieces (self, fragment.first_word, fragment.n_words);
  EntWindow *last = self->windows->len > 0 ? &g_array_index (self->windows, EntWindow, self->windows->len - 1) : NULL;
  EntWindow  window = { self->fragments->len, 1, n_pieces + 2, FALSE };

  g_array_append_val (self->fragments, fragment);
  if (may_join && last != NULL && last->n_positions + n_pieces + 1 <= window_size)
    {
      last->n_fragments++;
      last->n_positions += n_pieces + 1;
    }
  else
    g_array_append_val (self->windows, window);
}

/* How many of the words from first to end may stand together without exceeding max_words or max_pieces; at least one. */
static guint
count_fitting (const EntInput *self, guint first, guint end, guint max_words, guint max_pieces)
{
  guint n = 1;

  while (first + n < end && n < max_words && count_pieces (self, first, n + 1) <= max_pieces)
    n++;
  return n;
}

/* Packs a stretch; FALSE where it had to be cut, so that nothing may join its last window. */
static gboolean
add_stretch (EntInput *self, const EntStretch *stretch, gboolean may_join, const EntModel *model, guint max_pieces)
{
  const guint end = stretch->first_word + stretch->n_words;
  guint       word = stretch->first_word;

  g_array_append_val (self->stretches, *stretch);
  self->max_stretch = MAX (self->max_stretch, stretch->n_words);
  if (count_pieces (self, word, stretch->n_words) <= max_pieces)
    {
      add_fragment (self, (EntFragment) { word, stretch->n_words }, may_join, model->window);
      return TRUE;
    }
  while (word < end)
    {
      const guint n = count_fitting (self, word, end, G_MAXUINT, max_pieces);

      add_fragment (self, (EntFragment) { word, n }, FALSE, model->window);
      word += n;
      g_array_index (self->windows, EntWindow, self->windows->len - 1).splits = word < end;
    }
  return FALSE;
}

static void
pack_sentences (EntInput *self, const EntModel *model, const EntInputText *text, guint max_pieces)
{
  gboolean may_join = FALSE;
  guint    word = 0;

  for (guint s = 0; s < text->n_sentences; s++)
    {
      const guint first = word, end = word + text->sentence_lengths[s];

      if (text->document_starts != NULL && text->document_starts[s])
        may_join = FALSE;
      while (word < end)
        {
          const guint      n = count_fitting (self, word, end, ENT_MAX_STRETCH_WORDS, ENT_MAX_STRETCH_PIECES);
          const EntStretch stretch = { word, n, word > first };

          may_join = add_stretch (self, &stretch, may_join, model, max_pieces);
          word += n;
        }
    }
}

static void
finish_batch (EntInput *self, EntBatch *batch, guint end_word)
{
  const EntStretch *stretches = (const EntStretch *) (gpointer) self->stretches->data;

  batch->first_word = stretches[batch->first_stretch].first_word;
  batch->n_words = end_word - batch->first_word;
  while (batch->first_stretch + batch->n_stretches < self->stretches->len &&
         stretches[batch->first_stretch + batch->n_stretches].first_word < end_word)
    batch->n_stretches++;
  self->max_positions = MAX (self->max_positions, batch->n_positions);
  self->max_words = MAX (self->max_words, batch->n_words);
  g_array_append_val (self->batches, *batch);
}

static void
gather_windows (EntInput *self)
{
  EntBatch batch = { 0 };
  guint    end_word = 0;

  for (guint i = 0; i < self->windows->len; i++)
    {
      const EntWindow   *window = &g_array_index (self->windows, EntWindow, i);
      const EntFragment *last = &g_array_index (self->fragments, EntFragment, window->first_fragment + window->n_fragments - 1);

      if (batch.n_windows > 0 && !window[-1].splits && batch.n_positions + window->n_positions > BATCH_POSITIONS)
        {
          finish_batch (self, &batch, end_word);
          batch = (EntBatch) { .first_window = i, .first_fragment = window->first_fragment, .first_stretch = batch.first_stretch + batch.n_stretches };
        }
      batch.n_windows++;
      batch.n_positions += window->n_positions;
      end_word = last->first_word + last->n_words;
      self->max_window = MAX (self->max_window, window->n_positions);
    }
  if (batch.n_windows > 0)
    finish_batch (self, &batch, end_word);
}

/**
 * ent_input_new:
 * Prepares words for the encoder.
 * Returns: (transfer full): the input; borrows nothing
 * Cost: linear in the text.
 */
EntInput *
ent_input_new (const EntModel *model, const EntInputText *text)
{
  EntInput   *self = g_new0 (EntInput, 1);
  const guint max_pieces = MIN (ENT_MAX_FRAGMENT_PIECES, model->n_positions - 2);

  self->pieces = g_array_sized_new (FALSE, FALSE, sizeof (gint), text->n_words * 3 / 2);
  self->first_piece = g_new0 (guint32, text->n_words + 1);
  self->casing = g_new0 (guint8, text->n_words);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (EntStretch));
  self->fragments = g_array_new (FALSE, FALSE, sizeof (EntFragment));
  self->windows = g_array_new (FALSE, FALSE, sizeof (EntWindow));
  self->batches = g_array_new (FALSE, FALSE, sizeof (EntBatch));
  split_words (self, model, text, max_pieces);
  pack_sentences (self, model, text, max_pieces);
  gather_windows (self);
  return self;
}

void
ent_input_free (EntInput *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_array_unref (self->stretches);
  g_array_unref (self->fragments);
  g_array_unref (self->windows);
  g_array_unref (self->batches);
  g_free (self->first_piece);
  g_free (self->casing);
  g_free (self);
}
