/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-reading.h"
#include "ent-word-lists.h"

G_BEGIN_DECLS

/* Roles that are no preposition. A preposition's role is its lemma: "against", "with". */
#define ENT_ROLE_SUBJECT    "subj"    /* who does it, in the active and the passive alike */
#define ENT_ROLE_SUBJECT_ABOVE "subj?" /* where the subject names nobody: that of the clause above ("signs letters backing …") */
#define ENT_ROLE_OBJECT     "obj"
#define ENT_ROLE_RECIPIENT  "iobj"
#define ENT_ROLE_COMPLEMENT "comp"    /* the verb of a clause that completes the predicate: "wants to [join]" */
#define ENT_ROLE_DOER       "doer"    /* who does what the complement says: "demands that [Peru] leave" */
#define ENT_ROLE_POSSESSOR  "poss"    /* of a noun: possessor, adjective, compound, "by", the subject of its light verb */
#define ENT_ROLE_TARGET     "target"  /* of a noun: the subject of "face", "draw"; a compound where there is a possessor as well */

typedef struct {
  const char *role;
  gint        word;
} EntArgument;

/**
 * EntPredication:
 * A word that says something of others, with its arguments and how it is meant.
 */
typedef struct {
  gint         word;
  gint         anchor;       /* the verb that carries it: itself, or a noun's light verb */
  GArray      *arguments;    /* EntArgument */
  gboolean     is_denied;
  gboolean     is_refused;   /* denied by its own negation, or by a verb of refusing right above it */
  EntModality  modality;     /* asserted, possible or reported */
  gint         speaker;      /* the word of who says so, -1 for none */
} EntPredication;

/* Reads the predication of a verb, noun or adjective off its tree. */
EntPredication *ent_predication_new         (const EntReading *reading, const EntWordLists *lists, gint word);
void            ent_predication_free        (EntPredication *self);
/* Whether the word stands for someone wanting, trying or coming to do it: an infinitive, or below a verb or noun of wanting. */
gboolean        ent_predication_is_wish     (const EntPredication *self, const EntReading *reading, const EntWordLists *lists);
/* Whether it is announced rather than done: with "will", or below a verb or adjective of promising or planning. */
gboolean        ent_predication_is_intent   (const EntPredication *self, const EntReading *reading, const EntWordLists *lists);
/* The subject of a verb, its own or the one that control, coordination or a participle gives it; -1 for none. */
gint            ent_predication_get_subject (const EntReading *reading, const EntWordLists *lists, gint verb);
/* Whether a verb's surface subject is what undergoes it. */
gboolean        ent_predication_is_passive  (const EntReading *reading, gint verb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPredication, ent_predication_free)

G_END_DECLS
