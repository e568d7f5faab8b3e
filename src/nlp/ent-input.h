/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model-private.h"

G_BEGIN_DECLS

/* Private to src/nlp. */

#define ENT_MAX_FRAGMENT_PIECES 500    /* pieces of a sentence before it is cut between windows; FORMAT.md, "Windows" */
#define ENT_MAX_STRETCH_WORDS   500    /* what one tree spans: only given sentences are longer, and only absurd ones */
#define ENT_MAX_STRETCH_PIECES  4000

/* What one tree spans: a sentence, or a part of one that is too long to be handled whole. */
typedef struct {
  guint    first_word, n_words;
  gboolean continues;   /* its sentence began in an earlier stretch */
} EntStretch;

/* What stands between separators: a stretch, or a part of one that is too long for a window. */
typedef struct {
  guint first_word, n_words;
} EntFragment;

/* [CLS] fragment [SEP] fragment [SEP] …: what attention reaches over. */
typedef struct {
  guint    first_fragment, n_fragments;
  guint    n_positions;
  gboolean splits;       /* its last fragment goes on in the next window */
} EntWindow;

/* Consecutive windows that are computed in one go; they hold whole stretches. */
typedef struct {
  guint first_window, n_windows;
  guint n_positions;
  guint first_fragment;
  guint first_stretch, n_stretches;
  guint first_word, n_words;
} EntBatch;

/* The words and sentences that were given. */
typedef struct {
  const char *const *words;             /* [n_words] */
  guint              n_words;
  const guint       *sentence_lengths;  /* [n_sentences], none 0, summing to n_words */
  const gboolean    *document_starts;   /* [n_sentences], nullable */
  guint              n_sentences;
} EntInputText;

/**
 * EntInput:
 * A document as the encoder reads it: every word's pieces and casing, and how sentences are packed into windows and
 * batches. Batches depend on the text alone, not on the number of threads, and so does every result.
 */
typedef struct {
  GArray  *pieces;           /* gint */
  guint32 *first_piece;      /* [n_words + 1]: where each word's begin */
  guint8  *casing;           /* [n_words]: EntCasing */
  GArray  *stretches;        /* EntStretch */
  GArray  *fragments;        /* EntFragment */
  GArray  *windows;          /* EntWindow */
  GArray  *batches;          /* EntBatch */
  guint    max_positions;    /* of a batch */
  guint    max_window;       /* positions of a window */
  guint    max_words;        /* of a batch */
  guint    max_stretch;      /* words of a stretch */
} EntInput;

EntInput *ent_input_new  (const EntModel *model, const EntInputText *text);
void      ent_input_free (EntInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntInput, ent_input_free)

G_END_DECLS
