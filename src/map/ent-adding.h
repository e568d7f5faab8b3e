/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-edits-private.h"

G_BEGIN_DECLS

/* An article being taken over onto a map: what of the reading stands for what on the map. All objects are borrowed. */
typedef struct {
  EntMap      *map, *reading;
  EntEditStep *step;
  GHashTable  *sources;     /* of the reading → of the map */
  GHashTable  *again;       /* set of those of the map that are read again */
  GHashTable  *actors;      /* of the reading → of the map */
  GHashTable  *mentions;    /* EntActorMention (owned, without references) of the map → EntActor; NULL: it was taken off */
  GHashTable  *by_name;     /* of the map's actors: folded name → GPtrArray of EntActor */
  GHashTable  *by_alias;    /* the same of other names */
  GHashTable  *claims;      /* Claim → EntRelation of the map: the first that is so */
  GHashTable  *wholes;      /* set of actors of the map that others were merged into */
  GHashTable  *named;       /* set of actors of the map that an actor of the reading has the name of */
} EntAdding;

/* A table of mentions by their place, of either kind of use. Values are borrowed. */
GHashTable *ent_adding_new_mentions (void);
/* A table of names, folded, to those who have them. */
GHashTable *ent_adding_new_names    (void);
/* Recognises the reading's actors on the map, whose sources are known already, and adds those who are new with what is new of the others. */
void        ent_adding_take_actors  (EntAdding *self);

G_END_DECLS
