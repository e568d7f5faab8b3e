/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-relation.h"

G_BEGIN_DECLS

/* A relation of the part that was joined to one of the whole, or lay between the two. */
typedef struct {
  EntRelation *relation;   /* as it was, off the map */
  EntRelation *into;       /* which took its quotes; NULL where it lay between the two */
  guint        position;   /* where it stood in the map's list */
  gboolean     bare;       /* into had no quotes of its own */
} EntJoin;

/* A quote whose speaker was the part. */
typedef struct {
  EntRelation *relation;
  EntEvidence  evidence;   /* with references; its speaker is not set */
} EntSpoken;

/**
 * EntMerge:
 * What one actor brought into another, so that they can be taken apart again. Made by EntMapEdits and by the reader of files;
 * the fields are not changed once it is on the map.
 */
typedef struct {
  EntActor  *into;
  EntActor  *part;         /* as it was, off the map */
  guint      position;     /* where the part stood in the map's list */
  GStrv      names;        /* other names that the whole got from it */
  char      *note;         /* the whole's note before, NULL where the merge left it */
  GPtrArray *moved;        /* EntRelation: the part's that are the whole's now */
  GArray    *joins;        /* EntJoin, in the order in which they were taken off */
  GArray    *spoken;       /* EntSpoken */
} EntMerge;

EntMerge *ent_merge_new        (EntActor *into, EntActor *part, guint position);
EntMerge *ent_merge_ref        (EntMerge *self);
void      ent_merge_unref      (EntMerge *self);
/* Each takes references. into: nullable. */
void      ent_merge_add_moved  (EntMerge *self, EntRelation *relation);
void      ent_merge_add_join   (EntMerge *self, EntRelation *relation, EntRelation *into, guint position, gboolean bare);
void      ent_merge_add_spoken (EntMerge *self, EntRelation *relation, const EntEvidence *evidence);
/* Whether a join is to be left out. */
typedef gboolean (*EntMergeFilter) (const EntJoin *join, gpointer data);
/* (transfer full): the same without some of its joins. */
EntMerge *ent_merge_new_without (const EntMerge *self, EntMergeFilter is_out, gpointer data);
/* The note of a whole that had @note and gets a part's. */
char     *ent_merge_dup_note   (const char *note, const char *of_part);

/* Whether two are the same passage read the same way: source, quote, predicate and the places of both actors, in either order. */
gboolean  ent_evidence_equal   (const EntEvidence *a, const EntEvidence *b);
/* Where a relation has it, from the end: -1 where it has not. */
int       ent_relation_find_evidence (EntRelation *relation, const EntEvidence *evidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMerge, ent_merge_unref)

G_END_DECLS
