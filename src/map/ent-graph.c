/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into the graph, and what it tells by itself; the figures that come out are in ent-graph-figures.c, the ways in
 * ent-graph-ways.c. Only those two and ent-graph-call.c need igraph, which a window loads late (src/late). */
#include "ent-graph-private.h"

static guint64 *
new_pair_key (guint a, guint b)
{
  guint64 key = (guint64) MIN (a, b) << 32 | MAX (a, b);

  return g_memdup2 (&key, sizeof key);
}

EntGraphEdge *
ent_graph_find_edge (const EntGraph *self, guint a, guint b)
{
  g_autofree guint64 *key = new_pair_key (a, b);
  guint               found = GPOINTER_TO_UINT (g_hash_table_lookup (self->edge_by_pair, key));

  return found > 0 ? &g_array_index (self->edges, EntGraphEdge, found - 1) : NULL;
}

static EntGraphEdge *
ensure_edge (EntGraph *self, guint a, guint b)
{
  EntGraphEdge *edge = ent_graph_find_edge (self, a, b);

  if (edge != NULL)
    return edge;
  EntGraphEdge added = { MIN (a, b), MAX (a, b), { 0 }, g_ptr_array_new_with_free_func (g_object_unref) };
  g_array_append_val (self->edges, added);
  g_hash_table_insert (self->edge_by_pair, new_pair_key (a, b), GUINT_TO_POINTER (self->edges->len));
  return &g_array_index (self->edges, EntGraphEdge, self->edges->len - 1);
}

static double
measure_strength (EntRelation *relation)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
  double             strength = n_evidence > 0 ? 0 : 1;

  for (guint i = 0; i < n_evidence; i++)
    strength += evidence[i].confidence;
  return strength;
}

gint
ent_graph_find_vertex (const EntGraph *self, EntActor *actor)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->vertices, actor)) - 1;
}

double
ent_graph_sum_strength (const EntGraphEdge *edge)
{
  double sum = 0;

  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    sum += edge->strength[stance];
  return sum;
}

static void
add_relation (EntGraph *self, EntRelation *relation)
{
  gint from = ent_graph_find_vertex (self, ent_relation_get_from (relation));
  gint to = ent_graph_find_vertex (self, ent_relation_get_to (relation));

  /* As the scene does: what a merge leaves for a moment has no place in the drawing either. */
  if (from < 0 || to < 0 || from == to)
    return;
  EntGraphEdge *edge = ensure_edge (self, from, to);
  edge->strength[ent_relation_get_stance (relation)] += measure_strength (relation);
  g_ptr_array_add (edge->relations, g_object_ref (relation));
}

static void
clear_edge (gpointer edge)
{
  g_ptr_array_unref (((EntGraphEdge *) edge)->relations);
}

EntGraph *
ent_graph_new (EntMap *map, EntGraphFunc func, gpointer user_data)
{
  g_return_val_if_fail (ENT_IS_MAP (map), NULL);

  GListModel *actors = ent_map_get_actors (map), *relations = ent_map_get_relations (map);
  EntGraph   *self = g_new0 (EntGraph, 1);

  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->vertices = g_hash_table_new (NULL, NULL);
  self->edges = g_array_new (FALSE, FALSE, sizeof (EntGraphEdge));
  g_array_set_clear_func (self->edges, clear_edge);
  self->edge_by_pair = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      EntActor *actor = g_list_model_get_item (actors, i);
      g_ptr_array_add (self->actors, actor);
      g_hash_table_insert (self->vertices, actor, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      if (func == NULL || func (relation, user_data))
        add_relation (self, relation);
    }
  return self;
}

void
ent_graph_free (EntGraph *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->edge_by_pair);
  g_array_unref (self->edges);
  g_hash_table_unref (self->vertices);
  g_ptr_array_unref (self->actors);
  g_free (self);
}

guint
ent_graph_get_n_actors (const EntGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->actors->len;
}

double *
ent_graph_measure_degrees (const EntGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  double *degrees = g_new0 (double, self->actors->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const EntGraphEdge *edge = &g_array_index (self->edges, EntGraphEdge, i);
      degrees[edge->a] += ent_graph_sum_strength (edge);
      degrees[edge->b] += ent_graph_sum_strength (edge);
    }
  return degrees;
}

GPtrArray *
ent_graph_list_links (const EntGraph *self, EntActor *a, EntActor *b)
{
  g_return_val_if_fail (self != NULL, NULL);

  gint        x = ent_graph_find_vertex (self, a), y = ent_graph_find_vertex (self, b);
  const EntGraphEdge *edge = x >= 0 && y >= 0 ? ent_graph_find_edge (self, x, y) : NULL;
  GPtrArray  *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; edge != NULL && i < edge->relations->len; i++)
    g_ptr_array_add (links, g_object_ref (edge->relations->pdata[i]));
  return links;
}
