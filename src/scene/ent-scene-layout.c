/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* To the layout and back. Links that share both ends make as many edges: the layout adds their weights up. While a node is
 * dragged links keep their bends and labels their places along them, so that nothing flips; the next scene decides anew. */
#include "ent-scene-layout.h"

#include "ent-layout.h"
#include "ent-scene-private.h"

#include <math.h>

#define DRAG_NODES      120      /* in a graph for dragging, at most: what is relaxed and painted anew within a frame */
#define DRAG_NEIGHBOURS 30       /* of these, such as move with the dragged one */
#define DRAG_DEPTH      2        /* in links */
#define DRAG_REACH      420.0    /* map units: so far around it others give way */

EntLayoutGraph *
ent_scene_begin_layout (const EntScene *before, EntMap *map, double least_confidence, gboolean keep_places, gboolean *needed)
{
  g_autoptr (EntScene) self = ent_scene_build (before, map, least_confidence, NULL);
  EntLayoutGraph      *graph = ent_scene_dup_layout_graph (self);

  *needed = FALSE;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntActor *actor = self->nodes[i].actor;
      double    x, y;
      gboolean  known = ent_actor_get_position (actor, &x, &y);
      graph->nodes[i].pinned = known && ent_actor_get_pinned (actor);
      graph->nodes[i].placed = known && (keep_places || graph->nodes[i].pinned);
      *needed = *needed || !graph->nodes[i].placed;
    }
  return graph;
}

void
ent_scene_finish_layout (EntMap *map, const EntLayoutGraph *graph)
{
  GListModel *actors = ent_map_get_actors (map);

  g_return_if_fail (g_list_model_get_n_items (actors) == graph->n_nodes);

  ent_map_freeze (map);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
      ent_actor_set_position (actor, graph->nodes[i].x, graph->nodes[i].y);
    }
  ent_map_thaw (map);
}

void
ent_scene_lay_out (EntMap *map, double least_confidence, guint32 seed, gboolean keep_places)
{
  ent_scene_lay_out_cancellable (map, least_confidence, seed, keep_places, NULL);
}

gboolean
ent_scene_lay_out_cancellable (EntMap *map, double least_confidence, guint32 seed, gboolean keep_places, GCancellable *cancellable)
{
  g_return_val_if_fail (ENT_IS_MAP (map), FALSE);

  gboolean        needed;
  EntLayoutGraph *graph = ent_scene_begin_layout (NULL, map, least_confidence, keep_places, &needed);
  /* A map that was laid out before, as one from a file, is shown as it was left. */
  gboolean        done = !needed || ent_layout_run_cancellable (graph, seed, cancellable);

  if (done)
    ent_scene_finish_layout (map, graph);
  ent_scene_free_layout_graph (graph);
  return done;
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

static EntLayoutNode
make_node (const EntSceneNode *node, gboolean pinned)
{
  return (EntLayoutNode) {
    .x = node->x, .y = node->y, .radius = node->radius, .placed = TRUE, .pinned = pinned,
    .label_width = node->label_width, .label_height = node->label_height,
  };
}

static EntLayoutEdge
make_edge (const EntScene *self, guint index)
{
  static const double affinities[ENT_N_STANCES] = { [ENT_STANCE_COOPERATION] = 1, [ENT_STANCE_CONFLICT] = -1, [ENT_STANCE_NEUTRAL] = 0 };
  const EntSceneLink *link = &self->links[index];

  return (EntLayoutEdge) {
    .from = link->from, .to = link->to, .weight = MAX (self->link_states[index].n_quotes, 1), .affinity = affinities[self->link_states[index].stance],
    .label_width = link->label_width, .label_height = link->label_height,
  };
}

EntLayoutGraph *
ent_scene_dup_layout_graph (const EntScene *self)
{
  EntLayoutGraph *graph = g_new0 (EntLayoutGraph, 1);

  graph->n_nodes = self->n_nodes;
  graph->nodes = g_new0 (EntLayoutNode, self->n_nodes);
  graph->n_edges = self->n_links;
  graph->edges = g_new0 (EntLayoutEdge, self->n_links);
  for (guint i = 0; i < self->n_nodes; i++)
    graph->nodes[i] = make_node (&self->nodes[i], self->node_states[i].pinned);
  for (guint i = 0; i < self->n_links; i++)
    graph->edges[i] = make_edge (self, i);
  return graph;
}

/* The nodes that move with a node, gathered one by one. */
typedef struct {
  const EntScene *scene;
  GArray         *nodes;      /* guint: indices in the scene */
  guint          *place;      /* of each node of the scene in nodes, plus 1; 0: it is not there */
  guint           most;
} Gathering;

static void
gather (guint node, gpointer data)
{
  Gathering *self = data;

  if (self->place[node] != 0 || self->nodes->len >= self->most)
    return;
  g_array_append_val (self->nodes, node);
  self->place[node] = self->nodes->len;
}

static void
gather_neighbours (Gathering *self)
{
  guint first = 0, last = self->nodes->len;

  for (guint depth = 0; depth < DRAG_DEPTH; depth++, first = last, last = self->nodes->len)
    for (guint i = first; i < last; i++)
      {
        guint node = g_array_index (self->nodes, guint, i);
        for (guint at = self->scene->links_of[node]; at < self->scene->links_of[node + 1]; at++)
          {
            const EntSceneLink *link = &self->scene->links[self->scene->node_links[at]];
            gather (link->from == node ? link->to : link->from, self);
          }
      }
}

EntLayoutGraph *
ent_scene_dup_drag_graph (const EntScene *self, guint node, guint **nodes)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (EntLayoutEdge));
  g_autofree guint  *place = g_new0 (guint, self->n_nodes + 1);
  Gathering          all = { self, g_array_new (FALSE, FALSE, sizeof (guint)), place, DRAG_NEIGHBOURS };
  EntLayoutGraph    *graph = g_new0 (EntLayoutGraph, 1);
  EntRect            around = ent_rect_grown (ent_scene_node_bounds (&self->nodes[node]), DRAG_REACH);

  gather (node, &all);
  gather_neighbours (&all);
  all.most = DRAG_NODES;
  if (self->n_nodes <= DRAG_NODES)
    for (guint i = 0; i < self->n_nodes; i++)
      gather (i, &all);
  else
    ent_scene_each_node_near (self, around, gather, &all);
  graph->n_nodes = all.nodes->len;
  graph->nodes = g_new0 (EntLayoutNode, graph->n_nodes);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      guint at = g_array_index (all.nodes, guint, i);
      graph->nodes[i] = make_node (&self->nodes[at], ent_actor_get_pinned (self->nodes[at].actor));
      for (guint k = self->links_of[at]; k < self->links_of[at + 1]; k++)
        {
          EntLayoutEdge edge = make_edge (self, self->node_links[k]);
          if (edge.from != at || edge.to == at || place[edge.to] == 0)
            continue;     /* told by its other end, or that is not here */
          edge.from = i;
          edge.to = place[edge.to] - 1;
          g_array_append_val (edges, edge);
        }
    }
  graph->n_edges = edges->len;
  graph->edges = (EntLayoutEdge *) (void *) g_array_free (g_steal_pointer (&edges), FALSE);
  *nodes = (guint *) (void *) g_array_free (all.nodes, FALSE);
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
ent_scene_apply_layout (EntScene *self, const EntLayoutGraph *graph, const guint *nodes, double least_move)
{
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (nodes != NULL || graph->n_nodes == self->n_nodes);

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const EntLayoutNode *to = &graph->nodes[i];
      guint                at = nodes != NULL ? nodes[i] : i;
      EntSceneNode        *node = &self->nodes[at];
      if (fabs (to->x - node->x) + fabs (to->y - node->y) <= least_move)
        continue;
      ent_scene_loosen (self, at);
      node->x = to->x;
      node->y = to->y;
      ent_scene_place_node_label (node);
      g_array_append_val (moved, at);
    }
  for (guint i = 0; i < moved->len; i++)
    {
      guint at = g_array_index (moved, guint, i);
      for (guint k = self->links_of[at]; k < self->links_of[at + 1]; k++)
        ent_scene_route_link (self, self->node_links[k]);
    }
}

void
ent_scene_store_places (const EntScene *self)
{
  ent_map_freeze (self->map);
  for (guint i = 0; i < self->n_nodes; i++)
    ent_actor_set_position (self->nodes[i].actor, self->nodes[i].x, self->nodes[i].y);
  ent_map_thaw (self->map);
}
