/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the map. */
#include "ent-map-snapshot-private.h"

#define STRING_BLOCK_BYTES (1 << 16)

/* ── Taking it ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
add_mention (GArray *mentions, const EntActorMention *mention, JsonObject *extra)
{
  MentionState state = { *mention, ent_extra_copy (extra) };

  g_object_ref (mention->source);
  g_array_append_val (mentions, state);
}

static void
add_evidence (GArray *array, const EntEvidence *evidence, JsonObject *extra)
{
  EvidenceState state = { *evidence, ent_extra_copy (extra) };

  g_object_ref (evidence->source);
  g_array_append_val (array, state);
}

static void
add_actor (EntMapSnapshot *self, EntActor *actor)
{
  const char *const     *aliases = ent_actor_get_aliases (actor);
  guint                  n_mentions, n_aliases = 0;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);
  ActorState             state = {
    .key = actor,
    .id = g_string_chunk_insert (self->strings, ent_actor_get_id (actor)),
    .name = g_string_chunk_insert (self->strings, ent_actor_get_name (actor)),
    .note = g_string_chunk_insert (self->strings, ent_actor_get_note (actor)),
    .kind = ent_actor_get_kind (actor),
    .pinned = ent_actor_get_pinned (actor),
    .edited = ent_actor_get_edited (actor),
    .n_mentions = n_mentions,
    .extra = ent_extra_copy (ent_extra_get (actor)),
  };

  state.placed = ent_actor_get_position (actor, &state.x, &state.y);
  for (; aliases[n_aliases] != NULL; n_aliases++)
    g_ptr_array_add (self->aliases, g_string_chunk_insert (self->strings, aliases[n_aliases]));
  state.n_aliases = n_aliases;
  for (guint i = 0; i < n_mentions; i++)
    add_mention (self->mentions, &mentions[i], ent_actor_get_mention_extra (actor, i));
  g_array_append_val (self->actors, state);
}

static void
add_relation (EntMapSnapshot *self, EntRelation *relation)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
  RelationState      state = {
    .key = relation,
    .from = ent_relation_get_from (relation),
    .to = ent_relation_get_to (relation),
    .id = g_string_chunk_insert (self->strings, ent_relation_get_id (relation)),
    .label = g_string_chunk_insert (self->strings, ent_relation_get_label (relation)),
    .note = g_string_chunk_insert (self->strings, ent_relation_get_note (relation)),
    .mutual = ent_relation_get_mutual (relation),
    .edited = ent_relation_get_edited (relation),
    .type = ent_relation_get_relation_type (relation),
    .n_evidence = n_evidence,
    .extra = ent_extra_copy (ent_extra_get (relation)),
  };

  for (guint i = 0; i < n_evidence; i++)
    add_evidence (self->evidence, &evidence[i], ent_relation_get_evidence_extra (relation, i));
  g_array_append_val (self->relations, state);
}

/* What merges know and the map does not is added once. */
typedef struct {
  EntMapSnapshot *self;
  EntMap         *map;
  GHashTable     *known;   /* set of objects that are not on the map */
} Elsewhere;

static gboolean
is_new (const Elsewhere *elsewhere, gpointer object)
{
  return !ent_map_has (elsewhere->map, object) && g_hash_table_add (elsewhere->known, object);
}

static void
know_actor (const Elsewhere *elsewhere, EntActor *actor)
{
  if (is_new (elsewhere, actor))
    add_actor (elsewhere->self, actor);
}

static void
know_relation (const Elsewhere *elsewhere, EntRelation *relation)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  if (!is_new (elsewhere, relation))
    return;
  add_relation (elsewhere->self, relation);
  know_actor (elsewhere, ent_relation_get_from (relation));
  know_actor (elsewhere, ent_relation_get_to (relation));
  for (guint i = 0; i < n_evidence; i++)
    if (evidence[i].speaker != NULL)
      know_actor (elsewhere, evidence[i].speaker);
}

static void
add_merge (const Elsewhere *elsewhere, const EntMerge *merge)
{
  MergeState state = {
    .into = merge->into,
    .part = merge->part,
    .position = merge->position,
    .names = g_strdupv (merge->names),
    .note = g_strdup (merge->note),
    .moved = g_array_new (FALSE, FALSE, sizeof (gconstpointer)),
    .joins = g_array_new (FALSE, FALSE, sizeof (JoinState)),
    .spoken = g_array_new (FALSE, FALSE, sizeof (SpokenState)),
  };

  know_actor (elsewhere, merge->into);
  know_actor (elsewhere, merge->part);
  for (guint i = 0; i < merge->moved->len; i++)
    {
      know_relation (elsewhere, merge->moved->pdata[i]);
      g_array_append_val (state.moved, merge->moved->pdata[i]);
    }
  for (guint i = 0; i < merge->joins->len; i++)
    {
      const EntJoin *join = &g_array_index (merge->joins, EntJoin, i);
      JoinState      copy = { join->relation, join->into, join->position, join->bare };

      know_relation (elsewhere, join->relation);
      if (join->into != NULL)
        know_relation (elsewhere, join->into);
      g_array_append_val (state.joins, copy);
    }
  for (guint i = 0; i < merge->spoken->len; i++)
    {
      const EntSpoken *spoken = &g_array_index (merge->spoken, EntSpoken, i);
      SpokenState      copy = { spoken->relation, spoken->evidence };

      know_relation (elsewhere, spoken->relation);
      g_object_ref (copy.evidence.source);
      g_array_append_val (state.spoken, copy);
    }
  g_array_append_val (elsewhere->self->merges, state);
}

static void
add_traces (EntMapSnapshot *self, EntMap *map)
{
  const GPtrArray       *merges = ent_map_get_merges (map);
  guint                  n_removed, n_rejected;
  const EntActorMention *removed = ent_map_get_removed (map, &n_removed);
  const EntEvidence     *rejected = ent_map_get_rejected (map, &n_rejected);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Elsewhere              elsewhere = { self, map, known };

  for (guint i = 0; i < merges->len; i++)
    add_merge (&elsewhere, merges->pdata[i]);
  for (guint i = 0; i < n_removed; i++)
    add_mention (self->removed, &removed[i], NULL);
  for (guint i = 0; i < n_rejected; i++)
    add_evidence (self->rejected, &rejected[i], NULL);
}

/* ── The arrays ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
clear_extra (JsonObject **extra)
{
  g_clear_pointer (extra, json_object_unref);
}

static void
actor_clear (gpointer data)
{
  clear_extra (&((ActorState *) data)->extra);
}

static void
relation_clear (gpointer data)
{
  clear_extra (&((RelationState *) data)->extra);
}

static void
mention_clear (gpointer data)
{
  MentionState *state = data;

  g_object_unref (state->mention.source);
  clear_extra (&state->extra);
}

static void
evidence_clear (gpointer data)
{
  EvidenceState *state = data;

  g_object_unref (state->evidence.source);
  clear_extra (&state->extra);
}

static void
merge_clear (gpointer data)
{
  MergeState *state = data;

  for (guint i = 0; i < state->spoken->len; i++)
    g_object_unref (g_array_index (state->spoken, SpokenState, i).evidence.source);
  g_strfreev (state->names);
  g_free (state->note);
  g_array_unref (state->moved);
  g_array_unref (state->joins);
  g_array_unref (state->spoken);
}

static GArray *
new_array (guint item_size, GDestroyNotify clear, guint n_expected)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, item_size, n_expected);

  g_array_set_clear_func (array, clear);
  return array;
}

EntMapSnapshot *
ent_map_snapshot_new (EntMap *map)
{
  EntMapSnapshot *self;
  GListModel     *sources, *actors, *relations;

  g_return_val_if_fail (ENT_IS_MAP (map), NULL);
  sources = ent_map_get_sources (map);
  actors = ent_map_get_actors (map);
  relations = ent_map_get_relations (map);
  self = g_new0 (EntMapSnapshot, 1);
  self->n_actors = g_list_model_get_n_items (actors);
  self->n_relations = g_list_model_get_n_items (relations);
  self->title = g_strdup (ent_map_get_title (map));
  self->extra = ent_extra_copy (ent_extra_get (map));
  self->strings = g_string_chunk_new (STRING_BLOCK_BYTES);
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->actors = new_array (sizeof (ActorState), actor_clear, self->n_actors);
  self->relations = new_array (sizeof (RelationState), relation_clear, self->n_relations);
  self->aliases = g_ptr_array_new ();
  self->mentions = new_array (sizeof (MentionState), mention_clear, 2 * self->n_actors);
  self->evidence = new_array (sizeof (EvidenceState), evidence_clear, 2 * self->n_relations);
  self->merges = new_array (sizeof (MergeState), merge_clear, 0);
  self->removed = new_array (sizeof (MentionState), mention_clear, 0);
  self->rejected = new_array (sizeof (EvidenceState), evidence_clear, 0);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_ptr_array_add (self->sources, g_list_model_get_item (sources, i));
  for (guint i = 0; i < self->n_actors; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);

      add_actor (self, actor);
    }
  for (guint i = 0; i < self->n_relations; i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      add_relation (self, relation);
    }
  add_traces (self, map);
  return self;
}

void
ent_map_snapshot_free (EntMapSnapshot *self)
{
  g_free (self->title);
  clear_extra (&self->extra);
  g_array_unref (self->actors);
  g_array_unref (self->relations);
  g_ptr_array_unref (self->aliases);
  g_array_unref (self->mentions);
  g_array_unref (self->evidence);
  g_array_unref (self->merges);
  g_array_unref (self->removed);
  g_array_unref (self->rejected);
  g_ptr_array_unref (self->sources);
  g_string_chunk_free (self->strings);
  g_free (self);
}
