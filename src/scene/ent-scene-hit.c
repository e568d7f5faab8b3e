/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies under the pointer, from the topmost down: shapes, labels of links, names, and of the links themselves the nearest. */
#include "ent-scene-private.h"

#include "ent-scene-figure.h"

#include <math.h>

static gint
find_shape (const EntScene *self, double x, double y)
{
  for (guint i = self->n_nodes; i-- > 0;)
    {
      const EntSceneNode *node = &self->nodes[i];
      if (self->node_states[i].visibility != ENT_LEVEL_HIDDEN &&
          ent_shape_distance (node->form, node->radius, x - node->x, y - node->y) <= 0)
        return (gint) i;
    }
  return -1;
}

static gint
find_name (const EntScene *self, double x, double y)
{
  for (guint i = self->n_nodes; i-- > 0;)
    if (self->node_states[i].visibility != ENT_LEVEL_HIDDEN && self->nodes[i].label_width > 0 &&
        ent_rect_contains (ent_scene_node_label_box (&self->nodes[i]), x, y))
      return (gint) i;
  return -1;
}

static gint
find_label (const EntScene *self, double x, double y)
{
  for (guint i = self->n_links; i-- > 0;)
    {
      const EntSceneLink *link = &self->links[i];
      const EntLinkState *state = &self->link_states[i];
      if (state->visibility == ENT_LEVEL_HIDDEN || !(link->label_shown || state->shouted) || link->label_width <= 0)
        continue;
      EntPoint centre = ent_scene_label_centre (self, i, state->shouted ? state->shout_t : state->label_t);
      if (ent_rect_contains (ent_scene_link_label_box (link, centre), x, y))
        return (gint) i;
    }
  return -1;
}

static gint
find_curve (const EntScene *self, double x, double y, double tolerance)
{
  double best = INFINITY;
  gint   found = -1;

  for (guint i = 0; i < self->n_links; i++)
    {
      EntCurve curve = ent_link_curve (&self->links[i]);
      double   reach = self->links[i].width / 2 + tolerance;
      if (self->link_states[i].visibility == ENT_LEVEL_HIDDEN || !ent_rect_contains (ent_rect_grown (ent_curve_bounds (&curve), reach), x, y))
        continue;
      double distance = ent_curve_distance (&curve, x, y, NULL) - self->links[i].width / 2;
      if (distance <= tolerance && distance < best)
        {
          best = distance;
          found = (gint) i;
        }
    }
  return found;
}

void
ent_scene_hit_test (const EntScene *self, double x, double y, double tolerance, EntActor **actor, EntRelation **relation)
{
  gint node = find_shape (self, x, y);
  gint link = node < 0 ? find_label (self, x, y) : -1;

  if (node < 0 && link < 0)
    node = find_name (self, x, y);
  if (node < 0 && link < 0)
    link = find_curve (self, x, y, tolerance);
  if (actor != NULL)
    *actor = node >= 0 ? self->nodes[node].actor : NULL;
  if (relation != NULL)
    *relation = link >= 0 ? self->links[link].relation : NULL;
}
