/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A BERT of post-norm layers (Devlin et al. 2019) over a batch of windows. The positions of all windows stand below each
 * other in one matrix, without padding, so that every linear layer is one product; only attention goes window by window
 * and head by head. After each layer the words' first positions are added to the three mixes; so no layer's output is
 * kept. */
#include "ent-encoder.h"

#include <math.h>
#include <string.h>

/* One row of x: word[piece] + position[n] + casing[c]. */
static void
embed_piece (const EntModel *model, EntScratch *scratch, guint at, gint piece, guint position, guint casing)
{
  const guint h = model->hidden;
  float      *x = scratch->x + (gsize) at * h;

  ent_tensor_read_row (model->word, (gsize) piece, x);
  ent_kernel_add_scaled (x, model->position + (gsize) position * h, 1.0f, h);
  ent_kernel_add_scaled (x, model->casing + (gsize) casing * h, 1.0f, h);
}

static void
embed (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch)
{
  const EntWindow   *windows = &g_array_index (input->windows, EntWindow, batch->first_window);
  const EntFragment *fragment = &g_array_index (input->fragments, EntFragment, batch->first_fragment);
  const gint        *pieces = (const gint *) (gpointer) input->pieces->data;
  guint              at = 0;

  for (guint w = 0; w < batch->n_windows; w++)
    {
      guint position = 0;

      embed_piece (model, scratch, at++, model->cls, position++, ENT_CASING_NO_LETTERS);
      for (guint f = 0; f < windows[w].n_fragments; f++, fragment++)
        {
          for (guint word = fragment->first_word; word < fragment->first_word + fragment->n_words; word++)
            {
              scratch->first[word - batch->first_word] = at;
              for (guint p = input->first_piece[word]; p < input->first_piece[word + 1]; p++)
                embed_piece (model, scratch, at++, pieces[p], position++, input->casing[word]);
            }
          embed_piece (model, scratch, at++, model->sep, position++, ENT_CASING_NO_LETTERS);
        }
    }
  g_assert (at == batch->n_positions);
  ent_kernel_layer_norm (&model->emb_ln, scratch->x, NULL, NULL, batch->n_positions);
}

/* Adds output number layer (0: the embedding) to the words' mixes. */
static void
mix (const EntModel *model, const EntBatch *batch, EntScratch *scratch, guint layer, float *pair_vectors)
{
  const guint h = model->hidden;
  float      *mixes[ENT_N_MIXES] = { scratch->mixed[ENT_MIX_SYNTAX], scratch->mixed[ENT_MIX_NAMES], pair_vectors + (gsize) batch->first_word * h };

  for (guint m = 0; m < ENT_N_MIXES; m++)
    {
      if (layer == 0)
        memset (mixes[m], 0, (gsize) batch->n_words * h * sizeof (float));
      for (guint w = 0; w < batch->n_words; w++)
        ent_kernel_add_scaled (mixes[m] + (gsize) w * h, scratch->x + (gsize) scratch->first[w] * h, model->mixes[m][layer], h);
    }
}

static void
attend (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch)
{
  const EntWindow *windows = &g_array_index (input->windows, EntWindow, batch->first_window);
  const guint      h = model->hidden, size = h / model->n_heads;
  const float      scale = 1.0f / sqrtf ((float) size);
  gsize            at = 0;

  for (guint w = 0; w < batch->n_windows; w++)
    {
      const guint n = windows[w].n_positions;

      for (guint head = 0; head < model->n_heads; head++)
        {
          const EntMatrix q = { scratch->qkv + at * 3 * h + head * size, n, size, 3 * h };
          const EntMatrix k = { q.values + h, n, size, 3 * h }, v = { k.values + h, n, size, 3 * h };

          ent_kernel_multiply_transposed (q, k, scratch->attention, n);
          ent_kernel_softmax (scratch->attention, n, n, scale);
          ent_kernel_multiply ((EntMatrix) { scratch->attention, n, n, n }, v, scratch->context + at * h + head * size, h);
        }
      at += n;
    }
}

/* y = x·Wᵀ; the bias is left to the layer norm that follows. */
static void
project (const EntLinear *layer, const float *x, guint n_rows, float *y)
{
  EntLinear bare = *layer;

  bare.b = NULL;
  ent_kernel_linear (&bare, x, n_rows, y);
}

static gboolean
run_layer (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch, const EntEncoderLayer *layer, GCancellable *cancellable)
{
  const guint n = batch->n_positions;

  ent_kernel_linear (&layer->qkv, scratch->x, n, scratch->qkv);
  attend (model, input, batch, scratch);
  project (&layer->o, scratch->context, n, scratch->projected);
  ent_kernel_layer_norm (&layer->ln1, scratch->x, scratch->projected, layer->o.b, n);
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  ent_kernel_linear_gelu (&layer->ffn1, scratch->x, n, scratch->inner);
  project (&layer->ffn2, scratch->inner, n, scratch->projected);
  ent_kernel_layer_norm (&layer->ln2, scratch->x, scratch->projected, layer->ffn2.b, n);
  return !g_cancellable_is_cancelled (cancellable);
}

/**
 * ent_encoder_run:
 * Computes the word vectors of a batch: syntax and names into @scratch->mixed, from the batch's first word on; pair into
 * @pair_vectors, [n_words of the document, hidden].
 * @cancellable: (nullable): looked at twice a layer
 * Returns: FALSE where it was cancelled
 */
gboolean
ent_encoder_run (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch, float *pair_vectors, GCancellable *cancellable)
{
  embed (model, input, batch, scratch);
  mix (model, batch, scratch, 0, pair_vectors);
  for (guint l = 0; l < model->n_layers; l++)
    {
      if (!run_layer (model, input, batch, scratch, &model->layers[l], cancellable))
        return FALSE;
      mix (model, batch, scratch, l + 1, pair_vectors);
    }
  return TRUE;
}
