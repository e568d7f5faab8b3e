/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is near a place: from the grids, but for what was moved since they were made, which is kept in lists of its own ("stray") and
 * looked at one by one; many of them, and the grids are worth making anew. A scene whose grids were dropped tells of everything. */
#include "ent-scene-private.h"

#include "ent-scene-figure.h"

#define MANY_STRAY 2000   /* nodes and links */

static void
index_clear (gpointer data)
{
  EntSceneIndex *index = data;

  ent_scene_grid_free (index->nodes);
  ent_scene_grid_free (index->links);
}

void
ent_scene_drop_index (EntScene *self)
{
  if (self->index != NULL)
    g_atomic_rc_box_release_full (g_steal_pointer (&self->index), index_clear);
}

gboolean
ent_scene_is_index_worn (const EntScene *self)
{
  guint n_stray = self->stray_nodes->len + self->stray_links->len;

  return n_stray > MANY_STRAY || 2 * n_stray > self->n_nodes + self->n_links;
}

static void
forget_strays (EntScene *self)
{
  for (guint i = 0; i < self->stray_nodes->len; i++)
    self->node_states[g_array_index (self->stray_nodes, guint, i)].stray = FALSE;
  for (guint i = 0; i < self->stray_links->len; i++)
    self->link_states[g_array_index (self->stray_links, guint, i)].stray = FALSE;
  g_array_set_size (self->stray_nodes, 0);
  g_array_set_size (self->stray_links, 0);
}

static EntRect
measure_extent (const EntScene *self)
{
  EntRect extent = { 0 };

  for (guint i = 0; i < self->n_nodes; i++)
    extent = ent_rect_union (extent, ent_scene_node_bounds (&self->nodes[i]));
  return extent;
}

void
ent_scene_make_index (EntScene *self)
{
  EntRect extent = measure_extent (self);

  ent_scene_drop_index (self);
  forget_strays (self);
  self->index = g_atomic_rc_box_new0 (EntSceneIndex);
  self->index->nodes = ent_scene_grid_new (extent, self->n_nodes);
  self->index->links = ent_scene_grid_new (extent, 2 * self->n_links);
  for (guint i = 0; i < self->n_nodes; i++)
    ent_scene_grid_add_box (self->index->nodes, i, ent_scene_node_bounds (&self->nodes[i]));
  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      EntCurve            curve = ent_link_curve (link);
      ent_scene_grid_add_curve (self->index->links, i, &curve);
      if (link->label_width > 0)
        ent_scene_grid_add_box (self->index->links, i, ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y }));
    }
  ent_scene_grid_seal (self->index->nodes);
  ent_scene_grid_seal (self->index->links);
}

/* As the grid of links has it. */
static EntRect
link_extent (const EntSceneLink *link)
{
  EntCurve curve = ent_link_curve (link);

  return ent_rect_union (ent_curve_bounds (&curve), ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y }));
}

void
ent_scene_each_node_near (const EntScene *self, EntRect area, EntSceneGridFunc func, gpointer data)
{
  if (self->index == NULL)
    {
      for (guint i = 0; i < self->n_nodes; i++)
        func (i, data);
      return;
    }
  ent_scene_grid_query (self->index->nodes, area, func, data);
  for (guint i = 0; i < self->stray_nodes->len; i++)
    {
      guint node = g_array_index (self->stray_nodes, guint, i);
      if (ent_rect_overlaps (ent_rect_grown (ent_scene_node_bounds (&self->nodes[node]), 1), area))
        func (node, data);
    }
}

void
ent_scene_each_link_near (const EntScene *self, EntRect area, EntSceneGridFunc func, gpointer data)
{
  if (self->index == NULL)
    {
      for (guint i = 0; i < self->n_links; i++)
        func (i, data);
      return;
    }
  ent_scene_grid_query (self->index->links, area, func, data);
  for (guint i = 0; i < self->stray_links->len; i++)
    {
      guint link = g_array_index (self->stray_links, guint, i);
      if (ent_rect_overlaps (ent_rect_grown (link_extent (&self->links[link]), 1), area))
        func (link, data);
    }
  /* Labels that emphasis shows stand elsewhere than those in the grid. */
  for (guint i = 0; self->lit_links != NULL && i < self->lit_links->len; i++)
    func (g_array_index (self->lit_links, guint, i), data);
}

static void
add_strays (EntScene *self, guint node)
{
  if (self->node_states[node].stray)
    return;
  self->node_states[node].stray = TRUE;
  g_array_append_val (self->stray_nodes, node);
  for (guint at = self->links_of[node]; at < self->links_of[node + 1]; at++)
    {
      guint link = self->node_links[at];
      if (!self->link_states[link].stray)
        g_array_append_val (self->stray_links, link);
      self->link_states[link].stray = TRUE;
    }
}

void
ent_scene_loosen (EntScene *self, guint node)
{
  g_return_if_fail (node < self->n_nodes);

  if (self->node_states[node].loose)
    return;
  add_strays (self, node);
  self->node_states[node].loose = TRUE;
  g_array_append_val (self->loose_nodes, node);
  for (guint at = self->links_of[node]; at < self->links_of[node + 1]; at++)
    {
      guint link = self->node_links[at];
      if (!self->link_states[link].loose)
        g_array_append_val (self->loose_links, link);
      self->link_states[link].loose = TRUE;
    }
  self->serial++;
}

void
ent_scene_fasten (EntScene *self)
{
  if (self->loose_nodes->len == 0)
    return;
  for (guint i = 0; i < self->loose_nodes->len; i++)
    self->node_states[g_array_index (self->loose_nodes, guint, i)].loose = FALSE;
  for (guint i = 0; i < self->loose_links->len; i++)
    self->link_states[g_array_index (self->loose_links, guint, i)].loose = FALSE;
  g_array_set_size (self->loose_nodes, 0);
  g_array_set_size (self->loose_links, 0);
  if (ent_scene_is_index_worn (self))
    ent_scene_drop_index (self);
  self->serial++;
}

const guint *
ent_scene_get_loose (const EntScene *self, guint *n_nodes)
{
  *n_nodes = self->loose_nodes->len;
  return (const guint *) (const void *) self->loose_nodes->data;
}
