/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The lists of data/relations/words.tsv and stand-ins.txt, in this order. */
typedef enum {
  ENT_LIST_STAND_IN,          /* nouns that stand for their possessor: "Ukraine's bid" is Ukraine */
  ENT_LIST_STATE_ORGAN,       /* a country's own organs: "the Russian government" is Russia */
  ENT_LIST_COUNTRY_NOUN,      /* nouns that a country may be called by: "the kingdom" */
  ENT_LIST_QUANTITY,          /* "some of", "a number of" */
  ENT_LIST_NUMBER,            /* of these, those that are nobody alone: "thousands" */
  ENT_LIST_LIGHT_VERB,        /* verbs that lend their subject to a noun: "launch an attack" */
  ENT_LIST_RECEIVING_VERB,    /* verbs whose subject undergoes the noun: "face opposition" */
  ENT_LIST_ANSWERING_VERB,    /* "respond with opposition" */
  ENT_LIST_WISH,              /* verbs and nouns of wanting: what hangs on them is possible */
  ENT_LIST_SAYING_VERB,       /* what hangs on them is reported */
  ENT_LIST_DENYING_VERB,      /* what hangs on them is denied */
  ENT_LIST_OBJECT_CONTROL,    /* "asks A to do": A does */
  ENT_LIST_MODAL,             /* auxiliaries that make possible */
  ENT_LIST_HEDGE,             /* words beside a predicate that make it possible */
  ENT_LIST_HEARSAY,           /* words beside a predicate that make it reported */
  ENT_LIST_CONDITION,         /* conjunctions that make possible */
  ENT_LIST_NEGATION,
  ENT_LIST_PLACE_PREPOSITION, /* with these a capital is the city */
  ENT_LIST_TITLE,             /* before or after a person's name, no part of it */
  ENT_LIST_STATE_OFFICE,      /* offices of a state: their holder leads a country */
  ENT_LIST_DEED,              /* nouns whose "of" is who suffers: "the occupation of the island" */
  ENT_LIST_VAGUE,             /* nouns that denote nobody by themselves: "the region", "members" */
  ENT_LIST_CLASS,             /* nouns that say what sort of thing a name beside them is: "the Labour party", "the group Hamas" */
  ENT_LIST_COMING_VERB,       /* "criticism came from" */
  ENT_LIST_DESPITE,           /* prepositions of what goes against the clause's subject */
  ENT_LIST_INCLUDING,         /* prepositions that introduce examples */
  ENT_LIST_GIVEN_NOUN,        /* what one has of another: "has the backing of" */
  ENT_LIST_COMMISSIVE,        /* what one promises or plans to do: "agreed to" */
  ENT_LIST_BAND,              /* plurals of people who act together: "rebels" */
  ENT_LIST_COLLECTIVE,        /* singulars of the same: "militia" */
  ENT_LIST_CEASING,           /* verbs and nouns of ceasing: "asked to stop doing it": it is being done */
  ENT_LIST_SETTLING_VERB,     /* "settled their dispute" */
  ENT_LIST_BRINGING_VERB,     /* "declared an end to": verbs that bring about the noun that is their object */
  ENT_LIST_BREAKING_VERB,     /* "cut ties with": the friendly noun that is their object is at an end */
  ENT_LIST_SOUR,              /* "ties soured", "strained ties" */
  ENT_LIST_FELT,              /* verbs by which a deed moves whom it is done to: "the dam angers Chad" */
  ENT_LIST_RESUMING,          /* nouns that take up what was just told: "the move" */
  ENT_LIST_PRAISE,            /* adjectives that speak well of what they are said of */
  ENT_LIST_BLAME,             /* adjectives that speak ill of it */
  ENT_LIST_TELLING,           /* verbs that only tell: by them alone nobody does anything to whom they speak of */
  ENT_LIST_NO_PARTY,          /* names of what nobody is: "Internet", "Earth", "GDP" */
  ENT_LIST_THING,             /* last words of names of things: "Act", "Prize", "Telescope" */
  ENT_LIST_CALENDAR,          /* days of the week and months */
  ENT_LIST_HELD_EVENT,        /* events that stand for who holds them: "festival" */
  ENT_LIST_ANYBODY,           /* people in general: "a tall woman" is no party */
  ENT_LIST_WORK,              /* what researchers do: "the study" stands for them */
  ENT_LIST_RESEARCHER,
  ENT_LIST_LIFTING_VERB,      /* verbs that do away with the hostile noun that is their object: "lift the ban on" */
  ENT_LIST_FELT_NOUN,         /* what a deed makes another feel: "to the annoyance of Chad" */
  ENT_N_LISTS
} EntList;

/* Sets of lemmas. Immutable. */
typedef struct _EntWordLists EntWordLists;

EntWordLists *ent_word_lists_new  (GError **error);
void          ent_word_lists_free (EntWordLists *self);
/* lemma: nullable; letter case does not count. */
gboolean      ent_word_lists_has  (const EntWordLists *self, EntList list, const char *lemma);
/* The lists' own copy of a lemma that any of them holds; NULL for none. */
const char   *ent_word_lists_peek (const EntWordLists *self, const char *lemma);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntWordLists, ent_word_lists_free)

G_END_DECLS
