/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-predication.h"
#include "ent-relation-finder.h"

#include "ent-article.h"
#include "ent-map.h"

G_BEGIN_DECLS

/**
 * EntExplanation:
 * Everything between an article and its map: what the language model read, whom the text speaks of, what its sentences state,
 * and what became of each statement. Owns all of it. Not to be changed.
 */
typedef struct {
  EntArticle         *article;
  EntDocument        *document;
  EntWordLists       *lists;
  EntRelationLexicon *lexicon;
  EntReading         *reading;    /* of the document, with lemmas mended */
  EntCast            *cast;
  GArray             *claims;     /* EntClaim: the lexicon's in the order of the text, then those of the language model alone */
  EntMap             *map;
} EntExplanation;

typedef enum { ENT_TENSE_NONE, ENT_TENSE_PAST, ENT_TENSE_PRESENT, ENT_TENSE_FUTURE } EntTense;

void        ent_explanation_free              (EntExplanation *self);
/* The predications of a sentence in its order, of EntPredication: its verbs, what a copula says of its subject, and the nouns and
 * adjectives that the lexicon knows. (transfer full) */
GPtrArray  *ent_explanation_list_predications (const EntExplanation *self, guint sentence);
/* When a predication is said to be so, by the verb that carries it and its auxiliaries; "has come" is past, "would come" has none. */
EntTense    ent_explanation_get_tense         (const EntExplanation *self, const EntPredication *predication);
/* Whom a word stands for as an argument, of EntParty. (transfer full) */
GArray     *ent_explanation_list_parties      (const EntExplanation *self, guint word);
/* The words of an argument, without the preposition that its role names. (transfer full) */
char       *ent_explanation_dup_argument      (const EntExplanation *self, const EntArgument *argument);
/* What in a sentence comes to no statement for want of a party, of EntMiss. (transfer full) */
GArray     *ent_explanation_list_misses       (const EntExplanation *self, guint sentence);
/* "past", static; NULL for none. */
const char *ent_tense_to_string               (EntTense tense);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntExplanation, ent_explanation_free)

G_END_DECLS
