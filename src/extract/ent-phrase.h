/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-reading.h"

G_BEGIN_DECLS

/* What of a word's subtree is left out of its phrase. */
typedef enum {
  ENT_PHRASE_WHOLE      = 0,
  ENT_PHRASE_NO_CASE    = 1 << 0,   /* its preposition or conjunction: "[in] June" */
  ENT_PHRASE_NO_SIDES   = 1 << 1,   /* what says more of it than who or what it is: appositions, asides, clauses behind a comma */
  ENT_PHRASE_LONE       = 1 << 2,   /* what is coordinated with it */
  ENT_PHRASE_COMPLEMENT = 1 << 3,   /* what belongs to the clause whose predicate it is: subject, copula, adverbials */
} EntPhraseFlags;

/**
 * ent_phrase_collect:
 * Adds to @words (gint) those of the phrase that @head carries, in no order.
 * @without: a word whose subtree is left out, such as the clause that asks for its antecedent; -1 for none
 * Cost: linear in the subtree.
 */
void  ent_phrase_collect  (const EntReading *reading, gint head, EntPhraseFlags flags, gint without, GArray *words);
/* Appends a word and those coordinated with it. */
void  ent_phrase_split    (const EntReading *reading, gint head, GArray *heads);
/* The words in the text's order, without punctuation at the ends, conjunctions at the start, or what is left single in between. (transfer full) */
char *ent_phrase_dup_text (const EntReading *reading, const GArray *words);

G_END_DECLS
