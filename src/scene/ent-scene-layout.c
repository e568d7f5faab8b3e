/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* To the layout and back. Links that share both ends make as many edges: the layout adds their weights up. While a node is
 * dragged links keep their bends and labels their places along them, so that nothing flips; the next scene decides anew. */
#include "ent-scene-layout.h"

#include "ent-layout.h"
#include "ent-scene-private.h"

#include <math.h>

#define LEAST_MOVE 0.02    /* of a node, map units: less is not seen */

void
ent_scene_lay_out (EntMap *map, guint32 seed, gboolean keep_places)
{
  g_return_if_fail (ENT_IS_MAP (map));

  g_autoptr (EntScene) self = ent_scene_build (NULL, map, 0);
  EntLayoutGraph      *graph = ent_scene_dup_layout_graph (self);
  gboolean             all_placed = TRUE;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntActor *actor = self->nodes[i].actor;
      double    x, y;
      gboolean  known = ent_actor_get_position (actor, &x, &y);
      graph->nodes[i].pinned = known && ent_actor_get_pinned (actor);
      graph->nodes[i].placed = known && (keep_places || graph->nodes[i].pinned);
      all_placed = all_placed && graph->nodes[i].placed;
    }
  /* A map that was laid out before, as one from a file, is shown as it was left. */
  if (!all_placed)
    ent_layout_run (graph, seed);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      self->nodes[i].x = graph->nodes[i].x;
      self->nodes[i].y = graph->nodes[i].y;
    }
  ent_scene_free_layout_graph (graph);
  ent_scene_store_places (self);
}

void
ent_scene_move_node (EntScene *self, guint node, double x, double y)
{
  g_return_if_fail (node < self->n_nodes);
  g_return_if_fail (isfinite (x) && isfinite (y));

  ent_scene_loosen (self, node);
  self->nodes[node].x = x;
  self->nodes[node].y = y;
  ent_scene_place_node_label (&self->nodes[node]);
  for (guint at = self->links_of[node]; at < self->links_of[node + 1]; at++)
    ent_scene_route_link (self, self->node_links[at]);
}

EntLayoutGraph *
ent_scene_dup_layout_graph (const EntScene *self)
{
  static const double affinities[ENT_N_STANCES] = { [ENT_STANCE_COOPERATION] = 1, [ENT_STANCE_CONFLICT] = -1, [ENT_STANCE_NEUTRAL] = 0 };
  EntLayoutGraph *graph = g_new0 (EntLayoutGraph, 1);

  graph->n_nodes = self->n_nodes;
  graph->nodes = g_new0 (EntLayoutNode, self->n_nodes);
  graph->n_edges = self->n_links;
  graph->edges = g_new0 (EntLayoutEdge, self->n_links);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const EntSceneNode *node = &self->nodes[i];
      graph->nodes[i] = (EntLayoutNode) {
        .x = node->x, .y = node->y, .radius = node->radius, .placed = TRUE, .pinned = ent_actor_get_pinned (node->actor),
        .label_width = node->label_width, .label_height = node->label_height,
      };
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      guint               n_quotes = 0;
      ent_relation_get_evidence (link->relation, &n_quotes);
      graph->edges[i] = (EntLayoutEdge) {
        .from = link->from, .to = link->to, .weight = MAX (n_quotes, 1), .affinity = affinities[self->link_states[i].stance],
        .label_width = link->label_width, .label_height = link->label_height,
      };
    }
  return graph;
}

void
ent_scene_free_layout_graph (EntLayoutGraph *graph)
{
  if (graph == NULL)
    return;
  g_free (graph->nodes);
  g_free (graph->edges);
  g_free (graph);
}

void
ent_scene_apply_layout (EntScene *self, const EntLayoutGraph *graph)
{
  g_return_if_fail (graph->n_nodes == self->n_nodes);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const EntLayoutNode *to = &graph->nodes[i];
      EntSceneNode        *node = &self->nodes[i];
      if (fabs (to->x - node->x) + fabs (to->y - node->y) < LEAST_MOVE)
        continue;
      ent_scene_loosen (self, i);
      node->x = to->x;
      node->y = to->y;
      ent_scene_place_node_label (node);
    }
  for (guint i = 0; i < self->loose_links->len; i++)
    ent_scene_route_link (self, g_array_index (self->loose_links, guint, i));
}

void
ent_scene_store_places (const EntScene *self)
{
  ent_map_freeze (self->map);
  for (guint i = 0; i < self->n_nodes; i++)
    ent_actor_set_position (self->nodes[i].actor, self->nodes[i].x, self->nodes[i].y);
  ent_map_thaw (self->map);
}
