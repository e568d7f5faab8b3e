/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model-private.h"
#include "ent-reader.h"

G_BEGIN_DECLS

/* Private to src/nlp: what the relation head says of one pair before it is put into probabilities; borrowed. */
typedef struct {
  const float *types;        /* [n_types] */
  const float *modality;     /* [ENT_N_MODALITIES] */
  const float *sentiment;    /* [ENT_N_SENTIMENTS] */
  guint        start, end;   /* the pointers' words, of the document; end may stand before start */
  guint        ordered_end;  /* the best end that does not */
} EntPairLogits;

typedef void (*EntPairFunc) (guint pair, const EntPairLogits *logits, gpointer data);

typedef struct {
  const EntModel     *model;
  const float        *pair_vectors;   /* [n_words of the document, hidden] */
  const EntWord      *words;          /* with their trees */
  const EntSentence  *sentences;
  const EntWordRange *from, *to;      /* [n_pairs] */
  guint               n_pairs;
} EntPairTask;

void ent_pairs_run (const EntPairTask *task, EntPairFunc func, gpointer data);

G_END_DECLS
