/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that go. */
#include "ent-map-edits-private.h"

#include <glib/gi18n-lib.h>

/* TRUE: that left the actor without any mention. */
static gboolean
drop_mentions (EntEditStep *step, EntActor *actor, EntSource *source)
{
  guint    n_mentions;
  gboolean any = FALSE;

  ent_actor_get_mentions (actor, &n_mentions);
  for (guint i = n_mentions; i-- > 0;)
    {
      if (ent_actor_get_mentions (actor, NULL)[i].source != source)
        continue;
      ent_edit_step_touch_mentions (step, actor);
      ent_actor_remove_mention (actor, i);
      any = TRUE;
    }
  ent_actor_get_mentions (actor, &n_mentions);
  return any && n_mentions == 0;
}

/* TRUE: that left the relation without any quote. */
static gboolean
drop_quotes (EntEditStep *step, EntRelation *relation, EntSource *source)
{
  guint    n_evidence;
  gboolean any = FALSE;

  ent_relation_get_evidence (relation, &n_evidence);
  for (guint i = n_evidence; i-- > 0;)
    {
      if (ent_relation_get_evidence (relation, NULL)[i].source != source)
        continue;
      ent_edit_step_touch_evidence (step, relation);
      ent_relation_remove_evidence (relation, i);
      any = TRUE;
    }
  ent_relation_get_evidence (relation, &n_evidence);
  return any && n_evidence == 0;
}

static gboolean
is_among (const EntJoin *join, gpointer relations)
{
  return g_hash_table_contains (relations, join->relation);
}

/* A relation that a merge holds and that rests on nothing else is not to come back when the merge is taken back. */
static void
drop_from_merges (EntMap *map, EntEditStep *step, EntSource *source)
{
  GPtrArray *merges = ent_map_get_merges (map);

  for (guint i = 0; i < merges->len; i++)
    {
      g_autoptr (EntMerge)   merge = ent_merge_ref (merges->pdata[i]), rest = NULL;
      g_autoptr (GHashTable) emptied = g_hash_table_new (NULL, NULL);

      drop_mentions (step, merge->part, source);
      for (guint j = 0; j < merge->joins->len; j++)
        {
          EntRelation *relation = g_array_index (merge->joins, EntJoin, j).relation;

          if (drop_quotes (step, relation, source))
            g_hash_table_add (emptied, relation);
        }
      if (g_hash_table_size (emptied) == 0)
        continue;
      rest = ent_merge_new_without (merge, is_among, emptied);
      ent_edit_step_remove_merge (step, i);
      ent_edit_step_insert_merge (step, rest, i);
    }
}

/* All go, and those of other articles come back. */
static void
drop_traces (EntMap *map, EntEditStep *step, EntSource *source)
{
  guint                  n_removed, n_rejected;
  const EntActorMention *removed = ent_map_get_removed (map, &n_removed);
  const EntEvidence     *rejected = ent_map_get_rejected (map, &n_rejected);
  g_autofree EntActorMention *mentions = g_memdup2 (removed, n_removed * sizeof *removed);
  g_autofree EntEvidence     *quotes = g_memdup2 (rejected, n_rejected * sizeof *rejected);

  for (guint i = 0; i < n_removed; i++)
    ent_edit_step_pop_removed (step);
  for (guint i = 0; i < n_removed; i++)
    if (mentions[i].source != source)
      ent_edit_step_add_removed (step, &mentions[i]);
  for (guint i = 0; i < n_rejected; i++)
    ent_edit_step_pop_rejected (step);
  for (guint i = 0; i < n_rejected; i++)
    if (quotes[i].source != source)
      ent_edit_step_add_rejected (step, &quotes[i]);
}

static gboolean
has_links (EntMap *map, EntActor *actor)
{
  GListModel *relations = ent_map_get_relations (map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      if (ent_relation_get_from (relation) == actor || ent_relation_get_to (relation) == actor)
        return TRUE;
    }
  return FALSE;
}

void
ent_map_edits_remove_source (EntMapEdits *self, EntSource *source)
{
  g_autofree char *title = NULL;
  GListModel      *actors, *relations;
  EntEditStep     *step;
  EntMap          *map;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_SOURCE (source));
  map = ent_map_edits_get_map (self);
  actors = ent_map_get_actors (map);
  relations = ent_map_get_relations (map);
  title = ent_map_edits_dup_short (ent_source_get_title (source));
  /* Translators: put behind "Undo": an article, by its title */
  step = ent_map_edits_begin_step (self, C_("edit", "removal of the article “%s”"), title);
  drop_traces (map, step, source);
  drop_from_merges (map, step, source);
  for (guint i = g_list_model_get_n_items (relations); i-- > 0;)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      if (drop_quotes (step, relation, source))
        ent_edit_step_take_off (step, relation);
    }
  for (guint i = g_list_model_get_n_items (actors); i-- > 0;)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);

      if (drop_mentions (step, actor, source) && !ent_actor_get_edited (actor) && !has_links (map, actor))
        ent_map_edits_take_off_actor (map, step, actor, FALSE);
    }
  ent_edit_step_take_off (step, source);
  ent_map_edits_end (self);
}
