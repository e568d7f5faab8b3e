/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-cast.h"

G_BEGIN_DECLS

/* Whom an argument is about. */
typedef struct {
  guint actor;
  guint reference;     /* where the text says so */
  guint word;          /* the argument's own word */
  guint depth;         /* how many nouns lie between: 0 for "Russia", 1 for "Russia's bid" */
} EntParty;

/**
 * ent_argument_resolve:
 * Finds the actors that an argument stands for: those it names, those that are coordinated with it, the possessor of what
 * stands for its possessor ("Ukraine's bid"), what "some of" counts, the antecedent of a relative pronoun, the object of a clause.
 * @parties: EntParty; what is found is appended
 */
void ent_argument_resolve (const EntReading *reading, const EntCast *cast, const EntWordLists *lists, gint word, GArray *parties);

/* The noun that a relative pronoun stands for by the tree; -1 where the word is no relative pronoun. */
gint ent_argument_find_antecedent (const EntReading *reading, gint word);

/* Whether a word begins "each other" or "one another": each of those who do it does it to the rest of them. */
gboolean ent_argument_is_reciprocal (const EntReading *reading, gint word);

/* Whether a noun is of "both sides", "the two countries", "both leaders": two actors, whom ent_argument_resolve() finds. */
gboolean ent_argument_is_pair (const EntReading *reading, const EntWordLists *lists, gint word);

G_END_DECLS
