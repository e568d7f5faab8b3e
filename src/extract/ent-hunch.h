/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-claims.h"

G_BEGIN_DECLS

/**
 * ent_hunch_is_wrong:
 * Whether a claim that the language model's relation head alone makes goes against what is plain: who the tree says does it, what
 * the lexicon says of the very word on which the claim rests, or what kinds of parties such a tie can hold between.
 * @context: reading, cast, lists and lexicon are looked at
 * @claim: one of a sentence's claims, its entry %NULL
 */
gboolean ent_hunch_is_wrong  (const EntClaimContext *context, const EntClaim *claim);

/**
 * ent_hunch_is_denied:
 * Whether the tree denies what such a claim's predicate says. A refusal ("will not recognise") is conflict, though, unless what is
 * refused is conflict itself ("does not blame").
 * @claim: (inout): its modality becomes the tree's where the head says that it is asserted
 */
gboolean ent_hunch_is_denied (const EntClaimContext *context, EntClaim *claim);

G_END_DECLS
