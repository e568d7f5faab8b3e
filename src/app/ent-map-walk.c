/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-walk.h"

#include <math.h>

typedef struct {
  guint  node;
  double salience;
} Rank;

static gint
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *rank_a = a, *rank_b = b;

  if (rank_a->salience != rank_b->salience)
    return rank_a->salience > rank_b->salience ? -1 : 1;
  return rank_a->node < rank_b->node ? -1 : rank_a->node > rank_b->node;
}

/* The nodes that are not hidden, by salience. (transfer full) (element-type Rank) */
static GArray *
rank (const EntScene *scene)
{
  guint n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (Rank), n_nodes);

  for (guint i = 0; i < n_nodes; i++) {
    Rank at = { i, nodes[i].salience };
    if (ent_scene_get_node_visibility (scene, i) != ENT_SCENE_HIDDEN)
      g_array_append_val (ranks, at);
  }
  g_array_sort (ranks, compare_ranks);
  return ranks;
}

/* The node @step places after @node in the order of salience. */
static gint
walk (const EntScene *scene, gint node, int step)
{
  g_autoptr (GArray) ranks = rank (scene);
  gint at = step > 0 ? -1 : (gint) ranks->len;

  for (guint i = 0; i < ranks->len; i++)
    if (node >= 0 && g_array_index (ranks, Rank, i).node == (guint) node)
      at = i;

  at += step;
  return at < 0 || at >= (gint) ranks->len ? -1 : (gint) g_array_index (ranks, Rank, at).node;
}

GArray *
ent_map_walk_list (const EntScene *scene, guint n_most)
{
  g_autoptr (GArray) ranks = rank (scene);
  guint n_listed = MIN (ranks->len, n_most);
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_listed);

  for (guint i = 0; i < n_listed; i++)
    g_array_append_val (list, g_array_index (ranks, Rank, i).node);
  return list;
}

gint
ent_map_walk_next (const EntScene *scene, gint node)
{
  return walk (scene, node, 1);
}

gint
ent_map_walk_previous (const EntScene *scene, gint node)
{
  return walk (scene, node, -1);
}

gint
ent_map_walk_towards (const EntScene *scene, gint node, int dx, int dy)
{
  guint n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  double best_cost = G_MAXDOUBLE;
  gint best = node;

  if (node < 0)
    return walk (scene, -1, 1);
  for (guint i = 0; i < n_nodes; i++) {
    double x = nodes[i].x - nodes[node].x, y = nodes[i].y - nodes[node].y;
    double ahead = x * dx + y * dy, aside = fabs (x * dy) + fabs (y * dx);
    /* What lies aside counts double, and what lies more aside than twice ahead is in another direction. */
    if ((gint) i == node || ent_scene_get_node_visibility (scene, i) == ENT_SCENE_HIDDEN || ahead <= 0 || aside > 2 * ahead || ahead + 2 * aside >= best_cost)
      continue;
    best_cost = ahead + 2 * aside;
    best = i;
  }
  return best;
}
