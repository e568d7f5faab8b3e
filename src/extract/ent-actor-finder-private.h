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
/* The last pass: the first persons of what someone says (ent-first-person.c). */
void  ent_actor_finder_take_first_person (EntActorFinder *self);

typedef enum { ENT_PERSON_OTHER, ENT_PERSON_I, ENT_PERSON_WE } EntPerson;

/* Whether a word is a pronoun of the first person, in any of its cases. */
EntPerson ent_actor_finder_get_first_person (const EntReading *reading, guint word);

G_END_DECLS
