/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-reading.h"
#include "ent-relation-lexicon.h"
#include "ent-word-lists.h"

G_BEGIN_DECLS

/* Where the tables know neither a word's lemma nor what stands for it, but know what its form is a regular inflection of
 * ("rescued" → "rescue"), that becomes its lemma: a safety net under the language model's lemmas. The lists and the lexicon
 * must outlive the reading. */
void ent_lemma_repair (EntReading *reading, const EntWordLists *lists, const EntRelationLexicon *lexicon);

G_END_DECLS
