/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-actor-finder.h"
#include "ent-relation-finder.h"

/* A small tree written by hand, so that the tests of extraction do not depend on the language model.
 *
 * One word a line: FORM LEMMA UPOS HEAD DEPREL [MISC…], parted by spaces; HEAD counts from 1 within the sentence, 0 for the
 * root; an empty line ends a sentence, a line "¶" a paragraph. MISC: "B-person" or "I-person" (person, organisation, place, group, event) for a name;
 * "M=3" for a mention of entity 3 that is this word alone, "M=3:2" of which this is the last of two words: a nominal, or a
 * pronoun where the word is one; "K=group" for its kind; "GLUED" where no space follows. */
typedef struct {
  GString    *text;
  GArray     *words;
  GArray     *sentences;
  GArray     *mentions;
  GPtrArray  *strings;
  guint       paragraph;   /* that the next sentence belongs to */
  EntReading *reading;
} TreeText;

TreeText *tree_text_new  (const char *tree);
void      tree_text_free (TreeText *self);

/* The tables, the cast and the claims of a tree; every member is owned. */
typedef struct {
  TreeText           *tree;
  EntGazetteer       *gazetteer;
  EntWordLists       *lists;
  EntRelationLexicon *lexicon;
  EntCast            *cast;
  GArray             *claims;
} Extraction;

Extraction *extraction_new       (const char *tree);
void        extraction_free      (Extraction *self);
/* "Russia reject Ukraine; …" in the order of the text, with " (mutual)", " (possible)", " (reported)". (transfer full) */
char       *extraction_dup_claims (const Extraction *self);
/* "Russia country: Russia, Moscow; …" in the order in which they are found. (transfer full) */
char       *extraction_dup_cast   (const Extraction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TreeText, tree_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Extraction, extraction_free)
