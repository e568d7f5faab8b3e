/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/nlp. */

/* How a word is capitalised; the numbers are the model's. */
typedef enum { ENT_CASING_NO_LETTERS, ENT_CASING_LOWER, ENT_CASING_TITLE, ENT_CASING_UPPER, ENT_CASING_MIXED, ENT_N_CASINGS } EntCasing;

/**
 * EntVocabulary:
 * The word pieces of the model and their numbers (data/model/FORMAT.md, "Input").
 */
typedef struct _EntVocabulary EntVocabulary;

EntVocabulary *ent_vocabulary_new         (const char *pieces, gsize n_bytes);
void           ent_vocabulary_free        (EntVocabulary *self);
guint          ent_vocabulary_size        (const EntVocabulary *self);
gint           ent_vocabulary_lookup      (const EntVocabulary *self, const char *piece, gsize n_bytes, gboolean continues);
void           ent_vocabulary_split_word  (const EntVocabulary *self, const char *word, guint max_pieces, GArray *pieces);
EntCasing      ent_casing_of_word         (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntVocabulary, ent_vocabulary_free)

G_END_DECLS
