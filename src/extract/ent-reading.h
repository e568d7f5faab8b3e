/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-document.h"

G_BEGIN_DECLS

/**
 * EntReading:
 * What extraction sees of an annotated text: plain arrays, so that tests fill them from trees of their own, and the trees'
 * edges downwards. Borrows everything but the words' array, the edges and the speakers.
 */
typedef struct {
  const char        *text;
  EntWord           *words;          /* a copy, whose strings are borrowed */
  guint              n_words;
  const EntSentence *sentences;
  guint              n_sentences;
  const EntMention  *mentions;
  guint              n_mentions;
  gint              *first_child;    /* a word's leftmost dependent, -1 for none */
  gint              *next_sibling;   /* the next dependent of the same head */
  gint              *speakers;       /* per word of a quotation: the word of who says it, -1 for none; see ent_speech_find() */
} EntReading;

EntReading *ent_reading_new              (const char *text, const EntWord *words, guint n_words, const EntSentence *sentences,
                                          guint n_sentences, const EntMention *mentions, guint n_mentions);
EntReading *ent_reading_new_for_document (const EntDocument *document);
void        ent_reading_free             (EntReading *self);
/* Hangs a word on another head of its sentence, which must not stand below it; deprel must outlive the reading. */
void        ent_reading_attach           (EntReading *self, gint word, gint head, const char *deprel);

/* Dependents of word W in order. */
#define ENT_READING_EACH_CHILD(reading, w, child) \
  for (gint child = (reading)->first_child[(w)]; child >= 0; child = (reading)->next_sibling[child])

/* Whether a relation is `relation`, or one of its subtypes where that carries none: "nsubj" holds for "nsubj:pass". */
gboolean    ent_deprel_is                (const char *deprel, const char *relation);
/* The first dependent by that relation, -1 for none. */
gint        ent_reading_child            (const EntReading *self, gint word, const char *relation);
/* The same, with the dependent's lemma as well. */
gboolean    ent_reading_has_child        (const EntReading *self, gint word, const char *relation, const char *lemma);
/* The lemma of the preposition (or of the conjunction of a clause) that introduces a word; NULL for none. */
const char *ent_reading_get_case         (const EntReading *self, gint word);
/* A name's or phrase's topmost word among n words from first. */
guint       ent_reading_find_head        (const EntReading *self, guint first, guint n);
/* Whether `below` stands somewhere under `above`. */
gboolean    ent_reading_dominates        (const EntReading *self, gint above, gint below);
/* Whether the words leave a word's phrase out: "not by Chad, but by Mali", "Chad, but not Mali"; not so "not only by Chad". */
gboolean    ent_reading_is_ruled_out     (const EntReading *self, gint word);
/* Whether a word is a noun without an article between two prepositions: "in defiance of". */
gboolean    ent_reading_is_bare_between_prepositions (const EntReading *self, gint word);
/* Whether a noun is in the plural, from its form and lemma. */
gboolean    ent_reading_is_plural        (const EntReading *self, guint word);
/* The text of words first..first+n. (transfer full) */
char       *ent_reading_dup_text         (const EntReading *self, guint first, guint n);
EntSpan     ent_reading_get_span         (const EntReading *self, guint first, guint n);
/* Edges between two words of a sentence; G_MAXUINT for two sentences. */
guint       ent_reading_get_distance     (const EntReading *self, gint a, gint b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReading, ent_reading_free)

G_END_DECLS
