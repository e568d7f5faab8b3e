/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-argument.h"
#include "ent-predication.h"
#include "ent-relation-finder.h"

G_BEGIN_DECLS

/* What the parts of the relation finder share. */
typedef struct {
  const EntReading         *reading;
  const EntCast            *cast;
  const EntWordLists       *lists;
  const EntRelationLexicon *lexicon;
  GArray                   *claims;    /* EntClaim */
} EntClaimContext;

/* Completes a claim (its sentence, the words of its predicate, its confidence by the lexicon) and keeps it; of several of one
 * sentence, direction and type the surest, the others being ENT_CLAIM_FOLDED. Changes @claim. */
void ent_claims_add             (EntClaimContext *context, EntClaim *claim);
/* Gives the claims that were made by a changed copy of an entry, which does not outlive its maker, the entry itself. */
void ent_claims_set_entry       (EntClaimContext *context, const EntLexiconEntry *copy, const EntLexiconEntry *entry);
/* Adds what an entry says of two parties of a predication, its type, modality and speaker as its context has them. */
void ent_claims_add_pair        (EntClaimContext *context, const EntPredication *predication, const EntLexiconEntry *entry, const EntParty *from,
                                 const EntParty *to);
/* What a noun of conflict says of who wants the deed and whom it is done to; FALSE where it says nothing. */
gboolean ent_claims_add_wish    (EntClaimContext *context, const EntPredication *predication, const EntLexiconEntry *entry);
/* Nouns that denote a party by its tie to another: "president of", "supporters of", "a NATO member". */
void ent_claims_read_agent      (EntClaimContext *context, guint word);
/* What a reference's place in the tree says: "rebels in the north", "Danish team", "pro-Russian", "-backed". */
void ent_claims_read_attachment (EntClaimContext *context, guint reference);

G_END_DECLS
