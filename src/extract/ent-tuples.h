/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-reading.h"
#include "ent-word-lists.h"

G_BEGIN_DECLS

/* What a sentence says, in its own words: (the council; has approved; the plan; in June). */
typedef struct {
  char      *predicate;
  GPtrArray *arguments;    /* char *: two or more, the first says of whom */
  double     confidence;   /* from 0 to 1: how likely the tuple is a right one, going by its construction */
} EntTuple;

/**
 * ent_tuples_find:
 * Open information extraction: a tuple for each clause of a sentence, for appositions, participles and the like.
 * Returns: (transfer full) (element-type EntTuple): in the order of their predicates
 * Cost: quadratic in the sentence's words at worst, for a clause holds the text of the clauses below it.
 */
GPtrArray *ent_tuples_find (const EntReading *reading, const EntWordLists *lists, guint sentence);

G_END_DECLS
