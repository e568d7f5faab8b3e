/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-claims.h"
#include "ent-predication.h"

G_BEGIN_DECLS

/* How a word's predication and an entry of the lexicon come together; for the parts of the relation finder. */

/* Whether a word may state a tie: a content word outside any name ("United" of "United States" states nothing). */
gboolean              ent_frame_may_state     (const EntClaimContext *context, guint word);
/* The two kinds of entry that a word of that sort may have, the likelier first; they may be the same. Static. */
const EntLexiconKind *ent_frame_get_kinds     (EntUpos upos);
/* Whether an entry's other words stand where they must around the word that is looked up. */
gboolean              ent_frame_fits          (const EntClaimContext *context, gint word, const EntLexiconEntry *entry);
/* Whether an argument stands in a role, whoever it is. */
gboolean              ent_frame_has_role      (const EntPredication *predication, const char *role);
/* Adds the parties that stand in a role to an array of EntParty. */
void                  ent_frame_collect       (const EntClaimContext *context, const EntPredication *predication, const char *role, GArray *parties);
/* The parties of the first of an entry's roles (ended by NULL) that has any, leaving out those of `except` (nullable).
 * Returns: (transfer full): of EntParty, empty where no role has any */
GArray               *ent_frame_collect_first (const EntClaimContext *context, const EntPredication *predication, const EntLexiconEntry *entry, char **roles,
                                               const GArray *except);
/* Who is named as the two, or more, of a tie that has no doer: "between Chad and Mali", "Chad and Mali restored their ties".
 * Returns: (transfer full): of EntParty, empty where nobody is */
GArray               *ent_frame_collect_among (const EntClaimContext *context, const EntPredication *predication, const EntLexiconEntry *entry);

G_END_DECLS
