/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-relation-finder.h"

#include "ent-reader.h"

G_BEGIN_DECLS

/**
 * ent_pair_judge_weigh:
 * Asks the language model's relation head about every ordered pair of actors of a sentence, and combines its answers with the
 * claims: a claim's confidence rises or falls with what the head says of its type and stance; what only the head says is added
 * where it is sure.
 * @claims: (inout): of EntClaim
 */
void ent_pair_judge_weigh (EntModel *model, const EntDocument *document, const EntReading *reading, const EntCast *cast,
                           const EntWordLists *lists, const EntRelationLexicon *lexicon, GArray *claims);

/* One claim's confidence (0–1) from the lexicon's and from what the head says of the pair; scores: nullable. */
double ent_pair_judge_combine (double lexicon_confidence, EntRelationType type, gboolean mutual, const EntPairScores *there, const EntPairScores *back);

G_END_DECLS
