/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-document.h"

G_BEGIN_DECLS

/* Private to src/nlp. */
struct _EntDocument {
  char         *text;
  GStringChunk *strings;       /* forms, lemmas, relations, values: freed with the document */
  EntWord      *words;         /* [n_words] */
  guint         n_words;
  EntSentence  *sentences;     /* [n_sentences] */
  guint         n_sentences;
  GArray       *mentions;      /* EntMention */
  const char  **values[ENT_N_FEATURES];   /* names of a feature's values; 0 is absent */
  guint         n_values[ENT_N_FEATURES];
  float        *pair_vectors;  /* [n_words, hidden]: what the relation head reads */
  guint         hidden;
};

EntDocument *ent_document_new (char *text, guint n_words, guint n_sentences);

G_END_DECLS
