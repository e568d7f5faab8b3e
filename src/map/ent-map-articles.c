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

/* Of two that are opposed: whether they do not rest on the same articles. */
static gboolean
rest_on_others (EntRelation *a, EntRelation *b)
{
  g_autoptr (GHashTable) ours = collect_sources (a), theirs = collect_sources (b);

  return !are_equal (ours, theirs);
}

EntRelation *
ent_map_find_disagreement (EntMap *map, EntRelation *relation)
{
  GListModel *relations;

  g_return_val_if_fail (ENT_IS_MAP (map) && ENT_IS_RELATION (relation), NULL);
  relations = ent_map_get_relations (map);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) other = g_list_model_get_item (relations, i);

      if (are_opposed (relation, other) && rest_on_others (relation, other))
        return other;
    }
  return NULL;
}

/* Two actors, in either order. */
typedef struct { EntActor *one, *other; } Pair;

static guint
hash_pair (gconstpointer key)
{
  const Pair *pair = key;

  return g_direct_hash (pair->one) ^ g_direct_hash (pair->other);
}

static gboolean
pairs_equal (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  return (x->one == y->one && x->other == y->other) || (x->one == y->other && x->other == y->one);
}

GPtrArray *
ent_map_list_disagreements (EntMap *map)
{
  g_return_val_if_fail (ENT_IS_MAP (map), NULL);

  g_autoptr (GHashTable) between = g_hash_table_new_full (hash_pair, pairs_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray             *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel            *relations = ent_map_get_relations (map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      Pair       pair = { ent_relation_get_from (relation), ent_relation_get_to (relation) };
      GPtrArray *earlier = g_hash_table_lookup (between, &pair);

      for (guint j = 0; earlier != NULL && j < earlier->len; j++)
        if (are_opposed (earlier->pdata[j], relation) && rest_on_others (earlier->pdata[j], relation))
          {
            g_ptr_array_add (found, g_object_ref (earlier->pdata[j]));
            g_ptr_array_add (found, g_object_ref (relation));
          }
      if (earlier == NULL)
        {
          earlier = g_ptr_array_new ();
          g_hash_table_insert (between, g_memdup2 (&pair, sizeof pair), earlier);
        }
      g_ptr_array_add (earlier, relation);
    }
  return found;
}
