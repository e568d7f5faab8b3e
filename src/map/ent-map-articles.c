/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-articles.h"

/* The sources that a relation has quotes of (borrowed). */
static GHashTable *
collect_sources (EntRelation *relation)
{
  GHashTable        *sources = g_hash_table_new (NULL, NULL);
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; i < n_evidence; i++)
    g_hash_table_add (sources, evidence[i].source);
  return sources;
}

guint
ent_relation_count_sources (EntRelation *relation)
{
  g_autoptr (GHashTable) sources = NULL;

  g_return_val_if_fail (ENT_IS_RELATION (relation), 0);
  sources = collect_sources (relation);
  return g_hash_table_size (sources);
}

static EntArticleShare
get_share_of (EntSource *source, EntSource *first, EntSource *second)
{
  return (source == first ? ENT_IN_FIRST : 0) | (source == second ? ENT_IN_SECOND : 0);
}

EntArticleShare
ent_relation_get_share (EntRelation *relation, EntSource *first, EntSource *second)
{
  EntArticleShare    share = ENT_IN_NEITHER;
  guint              n_evidence;
  const EntEvidence *evidence;

  g_return_val_if_fail (ENT_IS_RELATION (relation), ENT_IN_NEITHER);
  evidence = ent_relation_get_evidence (relation, &n_evidence);
  for (guint i = 0; i < n_evidence; i++)
    share |= get_share_of (evidence[i].source, first, second);
  return share;
}

EntArticleShare
ent_actor_get_share (EntActor *actor, EntSource *first, EntSource *second)
{
  EntArticleShare        share = ENT_IN_NEITHER;
  guint                  n_mentions;
  const EntActorMention *mentions;

  g_return_val_if_fail (ENT_IS_ACTOR (actor), ENT_IN_NEITHER);
  mentions = ent_actor_get_mentions (actor, &n_mentions);
  for (guint i = 0; i < n_mentions; i++)
    share |= get_share_of (mentions[i].source, first, second);
  return share;
}

static gboolean
are_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer       source;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &source, NULL))
    if (!g_hash_table_contains (b, source))
      return FALSE;
  return g_hash_table_size (a) == g_hash_table_size (b);
}

static gboolean
are_opposed (EntRelation *a, EntRelation *b)
{
  EntStance one = ent_relation_get_stance (a), other = ent_relation_get_stance (b);
  EntActor *from = ent_relation_get_from (a), *to = ent_relation_get_to (a);
  gboolean  same = (ent_relation_get_from (b) == from && ent_relation_get_to (b) == to) ||
                   (ent_relation_get_from (b) == to && ent_relation_get_to (b) == from);

  return same && one != other && one != ENT_STANCE_NEUTRAL && other != ENT_STANCE_NEUTRAL;
}

EntRelation *
ent_map_find_disagreement (EntMap *map, EntRelation *relation)
{
  g_autoptr (GHashTable) sources = NULL;
  GListModel            *relations;

  g_return_val_if_fail (ENT_IS_MAP (map) && ENT_IS_RELATION (relation), NULL);
  sources = collect_sources (relation);
  relations = ent_map_get_relations (map);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) other = g_list_model_get_item (relations, i);
      g_autoptr (GHashTable)  theirs = are_opposed (relation, other) ? collect_sources (other) : NULL;

      if (theirs != NULL && !are_equal (sources, theirs))
        return other;
    }
  return NULL;
}
