/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-private.h"
#include "ent-map-snapshot.h"

G_BEGIN_DECLS

/* Flat arrays, filled in one pass so that whoever waits for it waits briefly; objects are made of them later, where nobody waits. The
 * quotes of all relations lie in one array in the relations' order, and so do mentions and other names. Which actor or relation is
 * meant is said by its address in the map of origin: a key, never looked into. First come those on the map, then those that only a
 * merge knows. */

typedef struct {
  gconstpointer key;
  const char   *id, *name, *note;      /* in strings */
  EntKind       kind;
  double        x, y;
  gboolean      placed, pinned, edited;
  guint         n_aliases, n_mentions;
  JsonObject   *extra;                 /* nullable, a copy; the same below */
} ActorState;

typedef struct {
  gconstpointer   key, from, to;
  const char     *id, *label, *note;
  gboolean        mutual, edited;
  EntRelationType type;
  guint           n_evidence;
  JsonObject     *extra;
} RelationState;

typedef struct {
  EntActorMention mention;             /* with a reference on its source */
  JsonObject     *extra;
} MentionState;

typedef struct {
  EntEvidence     evidence;            /* with a reference on its source, without one on its speaker, which is a key */
  JsonObject     *extra;
} EvidenceState;

typedef struct {
  gconstpointer relation, into;        /* into: nullable */
  guint         position;
  gboolean      bare;
} JoinState;

typedef struct {
  gconstpointer relation;
  EntEvidence   evidence;              /* with a reference on its source */
} SpokenState;

typedef struct {
  gconstpointer into, part;
  guint         position;
  GStrv         names;
  char         *note;
  GArray       *moved;                 /* gconstpointer */
  GArray       *joins;                 /* JoinState */
  GArray       *spoken;                /* SpokenState */
} MergeState;

struct _EntMapSnapshot {
  char         *title;
  JsonObject   *extra;
  GStringChunk *strings;
  GPtrArray    *sources;               /* EntSource */
  GArray       *actors;                /* ActorState */
  GArray       *relations;             /* RelationState */
  guint         n_actors, n_relations; /* on the map */
  GPtrArray    *aliases;               /* in strings */
  GArray       *mentions;              /* MentionState */
  GArray       *evidence;              /* EvidenceState */
  GArray       *merges;                /* MergeState */
  GArray       *removed;               /* MentionState */
  GArray       *rejected;              /* EvidenceState */
};

G_END_DECLS
