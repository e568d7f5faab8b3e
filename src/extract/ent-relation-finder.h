/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-cast.h"
#include "ent-relation-lexicon.h"

G_BEGIN_DECLS

/* What became of a statement. */
typedef enum {
  ENT_CLAIM_KEPT,
  ENT_CLAIM_DENIED,        /* the sentence says that it is not so */
  ENT_CLAIM_WEAK,          /* too unlikely, all its sentences together */
  ENT_CLAIM_ATTACHED,      /* one is a mere modifier of the other: "African leaders" */
  ENT_CLAIM_FOLDED,        /* a surer one of the sentence says the same */
} EntClaimFate;

/* One sentence's statement of a tie between two actors. */
typedef struct {
  guint                  from;              /* actors */
  guint                  to;
  guint                  from_reference;
  guint                  to_reference;
  EntRelationType        type;
  gboolean               mutual;
  EntModality            modality;
  gint                   speaker;           /* actor, -1 for none */
  guint                  sentence;
  guint                  predicate_first;   /* words */
  guint                  predicate_last;
  guint                  predicate_word;    /* the one that states it */
  const EntLexiconEntry *entry;             /* borrowed from the lexicon; NULL where the language model alone says so */
  guint                  depth;             /* nouns between the predicate and the two parties */
  double                 confidence;        /* 0–1 */
  EntClaimFate           fate;
  guint                  relation;          /* its number on the map, from 1; 0 where it is on none */
} EntClaim;

/* A word that the lexicon knows, where only one of the two parties is somebody, or neither. */
typedef struct {
  guint                  word;
  const EntLexiconEntry *entry;             /* borrowed from the lexicon */
  gint                   from;              /* actors, -1 for nobody */
  gint                   to;
} EntMiss;

/**
 * ent_relation_finder_find:
 * Finds what the sentences state between actors, by their trees and the lexicon.
 * Returns: (transfer full): of EntClaim, in the order of the text; denied statements are among them, by their fate
 */
GArray *ent_relation_finder_find (const EntReading *reading, const EntCast *cast, const EntWordLists *lists, const EntRelationLexicon *lexicon);

/**
 * ent_relation_finder_find_misses:
 * Finds what in a sentence comes to no statement for want of a party: the words with an entry of the lexicon none of whose
 * frames finds both.
 * @claims: what ent_relation_finder_find() found
 * Returns: (transfer full): of EntMiss, in the order of the text; of several entries of a word the first that finds one party
 */
GArray *ent_relation_finder_find_misses (const EntReading *reading, const EntCast *cast, const EntWordLists *lists, const EntRelationLexicon *lexicon,
                                         const GArray *claims, guint sentence);

G_END_DECLS
