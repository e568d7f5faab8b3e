/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-cast.h"

G_BEGIN_DECLS

/* What the passes of the actor finder share. */
typedef struct {
  const EntReading   *reading;
  const EntGazetteer *gazetteer;
  const EntWordLists *lists;
  EntCast            *cast;
  gboolean           *blocked;       /* per word: part of a name that is no actor (an event, a law, a work) */
  gint               *of_entry;      /* per gazetteer entry: its actor, -1 for none */
  GHashTable         *of_name;       /* casefolded name → actor + 1 */
  gint                voice;         /* whose "we" a speech's is, -1 for none known and in what is no speech */
} EntActorFinder;

/* The actor that a text calls so, a new one where it has not spoken of it; persons and others of one name are two. */
guint ent_actor_finder_get_named (EntActorFinder *self, const char *name, EntKind kind, gboolean is_named);
/* The gazetteer's entry for just these words; whether a word begins with a capital or a figure (ent-name-extent.c). */
gboolean ent_actor_finder_find_exactly (EntActorFinder *self, guint first, guint n, EntGazetteerMatch *match);
gboolean ent_actor_finder_is_capitalised (const char *form);
/* Takes titles, determiners and possessive endings off a name; then finds its true ends as well, FALSE where it names nobody
 * (ent-name-extent.c). */
void     ent_actor_finder_trim_name (EntActorFinder *self, gboolean is_person, guint *first, guint *n);
gboolean ent_actor_finder_settle_name (EntActorFinder *self, EntKind kind, guint *first, guint *n);
/* Nouns and pronouns (ent-nominal-finder.c). */
void  ent_actor_finder_take_nominals (EntActorFinder *self);
/* Whether "the", "this" or "these" stands before a noun; the first word of what a noun is called by, modifiers and all (ent-party-nouns.c). */
gboolean ent_actor_finder_has_definite_determiner (EntActorFinder *self, guint head);
guint ent_actor_finder_find_description (EntActorFinder *self, guint head);
/* "the Danish team", where it is a party of its own; then whom "the team" means, -1 for none of these (ent-party-nouns.c). */
void  ent_actor_finder_take_party_nouns (EntActorFinder *self);
gint  ent_actor_finder_find_party_of_noun (EntActorFinder *self, guint head);
/* "his party", for the body that a person leads (ent-party-nouns.c). */
void  ent_actor_finder_take_possessed_bodies (EntActorFinder *self);
/* "team member Jane Roe", for the team that the text has spoken of (ent-party-nouns.c). */
void  ent_actor_finder_take_bodies_of_titles (EntActorFinder *self);
/* The researchers last spoken of before a word, -1 for none (ent-works.c). */
gint  ent_actor_finder_find_researchers (EntActorFinder *self, guint word);
/* "the study", for the researchers whose it is (ent-works.c). */
void  ent_actor_finder_take_works (EntActorFinder *self);
/* The state or body that a person holds an office of, -1 for none that the text names (ent-first-person.c). */
gint  ent_actor_finder_find_body (const EntActorFinder *self, guint actor);
/* "You" and "I" of an interview or a talk, once its names are found (ent-interview.c). */
void  ent_actor_finder_take_interview (EntActorFinder *self);
/* The voice of a speech, once its names are found (ent-first-person.c). */
gint  ent_actor_finder_find_voice (const EntActorFinder *self);
/* The last pass: the first persons of what someone says (ent-first-person.c). */
void  ent_actor_finder_take_first_person (EntActorFinder *self);

/* What a text has said of an entity of the model's so far. */
typedef struct {
  gint named;      /* the actor that most of its names denote, -1 for none */
  gint current;    /* the actor of its last mention, -1 before the first */
  guint n_nouns;
  guint n_mentions;
  char *name;      /* the first noun that describes it, else its first noun; NULL where it has none, or has a name */
  gboolean is_described;
} EntTextEntity;

/* The actor that a noun or a pronoun takes over from its entity, -1 for none (ent-antecedent.c). */
gint  ent_actor_finder_find_antecedent (EntActorFinder *self, const EntMention *mention, const EntTextEntity *entity);
gint  ent_actor_finder_find_pronoun_actor (EntActorFinder *self, const EntMention *mention, const EntTextEntity *entity);

/* The actor of a noun that no name is known for: one of the same noun, where it is spoken of as known ("the", "these"), or a
 * new one, called by the noun with its modifiers; -1 where the noun denotes nobody by itself. entity_name: what its entity is
 * called, where that is one that the text comes back to; NULL else (ent-group-finder.c). */
gint  ent_actor_finder_find_group (EntActorFinder *self, const EntMention *mention, const char *entity_name);

typedef enum { ENT_PERSON_OTHER, ENT_PERSON_I, ENT_PERSON_WE } EntPerson;

/* Whether a word is a pronoun of the first person, in any of its cases. */
EntPerson ent_actor_finder_get_first_person (const EntReading *reading, guint word);

G_END_DECLS
