/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-reading.h"

G_BEGIN_DECLS

/* Puts right what the parser's trees get wrong again and again in news prose, where commas and words leave no doubt:
 *
 *   "The minister, Jane Roe, said"             one subject with an apposition, not two subjects
 *   "The minister who defied Chad, Jane Roe,"  the name is the minister's, not joined to Chad's
 *   "Chad, against which Mali fought, lost"    "which" belongs to the clause that it opens
 *
 * Linear in the number of words. */
void ent_tree_repair (EntReading *reading);

G_END_DECLS
