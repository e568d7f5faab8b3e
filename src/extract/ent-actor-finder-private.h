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
} EntActorFinder;

/* The actor that a text calls so, a new one where it has not spoken of it; persons and others of one name are two. */
guint ent_actor_finder_get_named (EntActorFinder *self, const char *name, EntKind kind, gboolean is_named);
/* Nouns and pronouns (ent-nominal-finder.c). */
void  ent_actor_finder_take_nominals (EntActorFinder *self);
/* Whether "the", "this" or "these" stands before a noun; the first word of what a noun is called by, modifiers and all (ent-party-nouns.c). */
gboolean ent_actor_finder_has_definite_determiner (EntActorFinder *self, guint head);
guint ent_actor_finder_find_description (EntActorFinder *self, guint head);
/* "the Danish team", where it is a party of its own; then whom "the team" means, -1 for none of these (ent-party-nouns.c). */
void  ent_actor_finder_take_party_nouns (EntActorFinder *self);
gint  ent_actor_finder_find_party_of_noun (EntActorFinder *self, guint head);
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

typedef enum { ENT_PERSON_OTHER, ENT_PERSON_I, ENT_PERSON_WE } EntPerson;

/* Whether a word is a pronoun of the first person, in any of its cases. */
EntPerson ent_actor_finder_get_first_person (const EntReading *reading, guint word);

G_END_DECLS
