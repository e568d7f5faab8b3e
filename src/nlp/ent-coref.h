/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to src/nlp. */

/* A mention as the coreference head sees it. */
typedef struct {
  guint first_word, n_words;
  guint sentence;
  guint form, kind;         /* numbers of ent_model_forms and ent_model_kinds */
  guint first_candidate;    /* number of the earliest mention of its document */
} EntCorefMention;

/* Scores a mention's candidates, the nearest last: scores[0] is the earliest of at most ENT_COREF_CANDIDATES. */
typedef void (*EntCorefScores) (guint mention, const float *scores, guint n_scores, gpointer data);

typedef struct {
  const EntModel        *model;
  const float           *pair_vectors;   /* [n_words, hidden] */
  const EntWord         *words;
  guint                  n_words;
  const EntCorefMention *mentions;       /* [n_mentions], in order of the text */
  guint                  n_mentions;
  guint                  n_threads;
  GCancellable          *cancellable;
} EntCorefTask;

gboolean ent_coref_score    (const EntCorefTask *task, EntCorefScores func, gpointer data);
gboolean ent_coref_entities (const EntCorefTask *task, gint *entities);

G_END_DECLS
