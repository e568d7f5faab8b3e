/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-terms.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What kind of word states the relation; the table's second column, in this order. */
typedef enum {
  ENT_LEXICON_VERB, ENT_LEXICON_NOT_VERB, ENT_LEXICON_NOUN, ENT_LEXICON_ADJECTIVE, ENT_LEXICON_AGENT, ENT_LEXICON_PREPOSITION,
  ENT_LEXICON_PREFIX, ENT_LEXICON_SUFFIX, ENT_N_LEXICON_KINDS
} EntLexiconKind;

/* Among an entry's words: any word of that list, said of the object. */
#define ENT_LEXICON_PRAISE "[praise]"
#define ENT_LEXICON_BLAME  "[blame]"

typedef struct {
  EntRelationType   type;
  EntLexiconKind    kind;
  char            **from;       /* roles (kinds of actor for prepositions) that the doer may stand in, the best first */
  char            **to;
  gboolean          mutual;
  guint             strength;   /* 1–3 */
  char            **words;      /* lemmas; words[head] is looked up, the others must hang on it */
  guint             head;
  guint             line;       /* of the table, from 1 */
} EntLexiconEntry;

/**
 * EntRelationLexicon:
 * data/relations/lexicon.tsv: which words state which relation, between which of their arguments. Immutable.
 */
typedef struct _EntRelationLexicon EntRelationLexicon;

EntRelationLexicon *ent_relation_lexicon_new       (GError **error);
/* The same from a table's text, for tests. */
EntRelationLexicon *ent_relation_lexicon_new_parse (const char *text, const char *name, GError **error);
void                ent_relation_lexicon_free      (EntRelationLexicon *self);
guint               ent_relation_lexicon_n_entries (const EntRelationLexicon *self);
/* The entries whose head is that lemma, those with most words first, then the stronger; NULL for none. O(1). */
const GPtrArray    *ent_relation_lexicon_lookup    (const EntRelationLexicon *self, EntLexiconKind kind, const char *lemma);
/* What a word says by itself: one bit a type (1u << type) of its entries of one word and at least that strength; 0 for none. */
guint               ent_relation_lexicon_get_types (const EntRelationLexicon *self, EntLexiconKind kind, const char *lemma, guint min_strength);
/* The lexicon's own copy of a lemma that it knows of a noun, or else of a verb or adjective; NULL for none. */
const char         *ent_relation_lexicon_peek_lemma (const EntRelationLexicon *self, gboolean noun, const char *lemma);

/* As the table writes it: "not-verb"; static. */
const char         *ent_lexicon_kind_to_string     (EntLexiconKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRelationLexicon, ent_relation_lexicon_free)

G_END_DECLS
