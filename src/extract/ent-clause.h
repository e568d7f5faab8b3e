/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-phrase.h"
#include "ent-word-lists.h"

G_BEGIN_DECLS

/* How a clause comes by its subject and its place in the sentence: what its tuple's confidence goes by. */
typedef enum {
  ENT_CLAUSE_MAIN,
  ENT_CLAUSE_COORDINATED,   /* shares the subject of the clause before it */
  ENT_CLAUSE_REPORTED,      /* "said that [it rains]" */
  ENT_CLAUSE_RELATIVE,
  ENT_CLAUSE_PARTICIPLE,    /* "the plan [approved by the council]" */
  ENT_CLAUSE_INFINITIVE,    /* "a plan [to widen the road]" */
  ENT_CLAUSE_ADVERBIAL,     /* "while [it rained]" */
  ENT_CLAUSE_ADJOINED,      /* an adverbial clause or complement with the subject or object of the one above: "left, [closing the door]" */
  ENT_N_CLAUSE_KINDS
} EntClauseKind;

/* One of the things that a clause says of its subject. */
typedef struct {
  gint           head;
  EntPhraseFlags flags;
  gint           without;    /* see ent_phrase_collect() */
  gboolean       splits;     /* whether what is coordinated in it may be told apart */
} EntClauseSlot;

/**
 * EntClause:
 * A clause in the order in which a tuple tells it.
 */
typedef struct {
  EntClauseKind kind;
  gint          verb;
  gint          last;        /* the end of a chain of verbs ("seeks to [join]"), else the verb */
  gint          subject;     /* -1 for none; never a relative pronoun whose antecedent is known */
  gint          above;       /* the noun that the clause describes, -1 for none */
  gint          whole;       /* the top of the clause, left out of the noun that it describes; -1 for none */
  gboolean      tenseless;   /* a participle or infinitive without auxiliary that describes or joins another clause */
  GArray       *predicate;   /* gint: the predicate's words, in no order */
  GArray       *slots;       /* EntClauseSlot, the object first */
} EntClause;

/* Whether a word is the predicate of a clause of its own, and not part of a chain that begins above. */
gboolean       ent_clause_begins_at  (const EntReading *reading, gint word);
EntClause     *ent_clause_new        (const EntReading *reading, const EntWordLists *lists, gint word);
void           ent_clause_free       (EntClause *self);
/* How a noun's phrase is taken as an argument: alone, even where it is itself a clause's predicate. */
EntPhraseFlags ent_clause_noun_flags (const EntReading *reading, gint noun);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntClause, ent_clause_free)

G_END_DECLS
