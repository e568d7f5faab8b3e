/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-document.h"
#include "ent-model.h"

G_BEGIN_DECLS

/* done and total in sentences. Called from the reading thread. */
typedef void (*EntReaderProgress) (guint done, guint total, gpointer data);

typedef struct {
  guint              n_threads;     /* 0: one a core */
  GCancellable      *cancellable;   /* nullable */
  EntReaderProgress  progress;      /* nullable */
  gpointer           progress_data;
  gboolean           lone_sentences; /* each paragraph is one sentence, and read without the context of the others */
} EntReaderOptions;

/**
 * ent_reader_read:
 * Splits text into sentences and words, and annotates them.
 * @paragraphs: the stretches to read (an article's paragraphs less its furniture), in order, none overlapping
 * Returns: (transfer full): the document, which borrows nothing, or NULL with G_IO_ERROR_CANCELLED set, or
 *   G_IO_ERROR_MESSAGE_TOO_LARGE for a text of over 250,000 words
 * Cost: linear in the text. Equal input gives equal output whatever n_threads.
 */
EntDocument *ent_reader_read        (EntModel *model, const char *text, const EntSpan *paragraphs, guint n_paragraphs,
                                     const EntReaderOptions *options, GError **error);

/**
 * ent_reader_read_words:
 * The same for text whose words and sentences are given (CoNLL-U). words: n_words strings; space_after: nullable;
 * sentence_lengths: words per sentence, summing to n_words. The document's text is the words joined by spaces as space_after says.
 * document_starts: nullable, per sentence TRUE where a new document begins (no context or coreference crosses it).
 * Empty sentences are left out; a sentence's paragraph is the number of its document.
 */
EntDocument *ent_reader_read_words  (EntModel *model, const char *const *words, const gboolean *space_after, guint n_words,
                                     const guint *sentence_lengths, const gboolean *document_starts, guint n_sentences,
                                     const EntReaderOptions *options, GError **error);

/* A stretch of words of one sentence. */
typedef struct {
  guint first_word;
  guint n_words;
} EntWordRange;

/* What the relation head says of an ordered pair (from, to) of one sentence. */
typedef struct {
  float p_none;
  float p_types[ENT_N_RELATION_TYPES];              /* p_none and these sum to 1 */
  float p_modality[ENT_N_MODALITIES];
  float p_sentiment[5];                    /* Park, Pan & Joo 2021: none, p favours q, q favours p, p disfavours q, q disfavours p */
  guint predicate_first;                   /* words of the document */
  guint predicate_last;
} EntPairScores;

/**
 * ent_reader_score_pairs:
 * Asks the relation head about pairs; from[k] and to[k] stand in one sentence.
 * @scores: (out caller-allocates): n_pairs answers
 * Cost: about a million multiplications a pair; least when the pairs of a sentence stand together.
 */
void         ent_reader_score_pairs (EntModel *model, const EntDocument *document, const EntWordRange *from, const EntWordRange *to,
                                     guint n_pairs, EntPairScores *scores);

G_END_DECLS
