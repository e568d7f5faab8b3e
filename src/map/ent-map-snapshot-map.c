/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A map made of a snapshot: in the snapshot's order, so that its arrays are gone through once. */
#include "ent-map-snapshot-private.h"

/* How far the making is. */
typedef struct {
  const EntMapSnapshot *self;
  EntMap               *map;
  GHashTable           *copies;     /* key → EntActor or EntRelation, with a reference */
  guint                 alias, mention, evidence;   /* the next ones */
} Making;

static gpointer
find_copy (const Making *making, gconstpointer key)
{
  return key != NULL ? g_hash_table_lookup (making->copies, key) : NULL;
}

static EntActor *
make_actor (Making *making, const ActorState *state)
{
  EntActor             *actor = ent_actor_new (state->id, state->name, state->kind);
  g_autofree const char **aliases = g_new0 (const char *, state->n_aliases + 1);

  for (guint i = 0; i < state->n_aliases; i++)
    aliases[i] = making->self->aliases->pdata[making->alias++];
  ent_actor_set_aliases (actor, aliases);
  ent_actor_set_note (actor, state->note);
  for (guint i = 0; i < state->n_mentions; i++)
    {
      const MentionState *mention = &g_array_index (making->self->mentions, MentionState, making->mention++);

      ent_actor_add_mention (actor, &mention->mention);
      ent_actor_take_mention_extra (actor, i, ent_extra_copy (mention->extra));
    }
  if (state->placed)
    ent_actor_set_position (actor, state->x, state->y);
  ent_actor_set_pinned (actor, state->pinned);
  ent_actor_set_edited (actor, state->edited);
  ent_extra_take (actor, ent_extra_copy (state->extra));
  return actor;
}

static EntRelation *
make_relation (Making *making, const RelationState *state)
{
  EntRelation *relation = ent_relation_new (state->id, find_copy (making, state->from), find_copy (making, state->to), state->type, state->label);

  ent_relation_set_note (relation, state->note);
  ent_relation_set_mutual (relation, state->mutual);
  for (guint i = 0; i < state->n_evidence; i++)
    {
      const EvidenceState *copied = &g_array_index (making->self->evidence, EvidenceState, making->evidence++);
      EntEvidence          evidence = copied->evidence;

      evidence.speaker = find_copy (making, copied->evidence.speaker);
      ent_relation_add_evidence (relation, &evidence);
      ent_relation_take_evidence_extra (relation, i, ent_extra_copy (copied->extra));
    }
  ent_relation_set_edited (relation, state->edited);
  ent_extra_take (relation, ent_extra_copy (state->extra));
  return relation;
}

static void
make_objects (Making *making)
{
  const EntMapSnapshot *self = making->self;

  for (guint i = 0; i < self->actors->len; i++)
    {
      const ActorState *state = &g_array_index (self->actors, ActorState, i);
      EntActor         *actor = make_actor (making, state);

      g_hash_table_insert (making->copies, (gpointer) state->key, actor);
      if (i < self->n_actors)
        ent_map_add_actor (making->map, actor);
    }
  for (guint i = 0; i < self->relations->len; i++)
    {
      const RelationState *state = &g_array_index (self->relations, RelationState, i);
      EntRelation         *relation = make_relation (making, state);

      g_hash_table_insert (making->copies, (gpointer) state->key, relation);
      if (i < self->n_relations)
        ent_map_add_relation (making->map, relation);
    }
}

static void
make_merge (const Making *making, const MergeState *state)
{
  g_autoptr (EntMerge) merge = ent_merge_new (find_copy (making, state->into), find_copy (making, state->part), state->position);

  g_strfreev (merge->names);
  merge->names = g_strdupv (state->names);
  merge->note = g_strdup (state->note);
  for (guint i = 0; i < state->moved->len; i++)
    ent_merge_add_moved (merge, find_copy (making, g_array_index (state->moved, gconstpointer, i)));
  for (guint i = 0; i < state->joins->len; i++)
    {
      const JoinState *join = &g_array_index (state->joins, JoinState, i);

      ent_merge_add_join (merge, find_copy (making, join->relation), find_copy (making, join->into), join->position, join->bare);
    }
  for (guint i = 0; i < state->spoken->len; i++)
    {
      const SpokenState *spoken = &g_array_index (state->spoken, SpokenState, i);

      ent_merge_add_spoken (merge, find_copy (making, spoken->relation), &spoken->evidence);
    }
  ent_map_insert_merge (making->map, merge, G_MAXUINT);
}

EntMap *
ent_map_snapshot_dup_map (const EntMapSnapshot *self)
{
  g_autoptr (EntMap)     map = ent_map_new ();
  g_autoptr (GHashTable) copies = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  Making                 making = { self, map, copies, 0, 0, 0 };

  ent_map_freeze (map);
  ent_map_set_title (map, self->title);
  for (guint i = 0; i < self->sources->len; i++)
    ent_map_add_source (map, self->sources->pdata[i]);
  make_objects (&making);
  for (guint i = 0; i < self->merges->len; i++)
    make_merge (&making, &g_array_index (self->merges, MergeState, i));
  for (guint i = 0; i < self->removed->len; i++)
    ent_map_add_removed (map, &g_array_index (self->removed, MentionState, i).mention);
  for (guint i = 0; i < self->rejected->len; i++)
    ent_map_add_rejected (map, &g_array_index (self->rejected, EvidenceState, i).evidence);
  ent_extra_take (map, ent_extra_copy (self->extra));
  ent_map_thaw (map);
  return g_steal_pointer (&map);
}
