/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies under the pointer, from the topmost down: shapes, labels of links, names, and of the links themselves the nearest. */
#include "ent-scene-private.h"

#include "ent-scene-detail.h"
#include "ent-scene-figure.h"

#include <math.h>

#define WIDEST_LINE 8.0     /* map units, hovered and selected */

typedef struct {
  const EntScene *scene;
  double          x, y, tolerance;
  gboolean        labels;       /* are drawn */
  double          name_scale;   /* > 1: there are names only where they have room, which is not known here */
  gint            shape, dot, name, label, curve;      /* found; −1: none */
  double          nearest_dot, nearest_curve;          /* to their edges */
} Search;

static void
try_node (guint i, gpointer data)
{
  Search             *self = data;
  const EntSceneNode *node = &self->scene->nodes[i];

  if (self->scene->node_states[i].visibility == ENT_LEVEL_HIDDEN)
    return;
  double distance = ent_shape_distance (node->form, node->radius, self->x - node->x, self->y - node->y);
  if (distance <= 0)
    self->shape = MAX (self->shape, (gint) i);
  else if (self->name_scale > 1 && distance <= self->tolerance && distance < self->nearest_dot)
    {
      self->nearest_dot = distance;
      self->dot = (gint) i;
    }
  if (self->name_scale <= 1 && node->label_width > 0 && ent_rect_contains (ent_scene_node_label_box (node), self->x, self->y))
    self->name = MAX (self->name, (gint) i);
}

static void
try_label (Search *self, guint i)
{
  const EntSceneLink *link = &self->scene->links[i];
  const EntLinkState *state = &self->scene->link_states[i];

  if (!(link->label_shown || state->shouted) || link->label_width <= 0)
    return;
  EntPoint centre = ent_scene_label_centre (self->scene, i, state->shouted ? state->shout_t : state->label_t);
  if (ent_rect_contains (ent_scene_link_label_box (link, centre), self->x, self->y))
    self->label = MAX (self->label, (gint) i);
}

/* From a point to the line through the ends of a curve, less how far the curve leaves it: never more than to the curve. */
static double
least_distance (const EntCurve *curve, double x, double y)
{
  double dx = curve->end.x - curve->start.x, dy = curve->end.y - curve->start.y, length = hypot (dx, dy);
  double off = hypot (curve->start.x - 2 * curve->control.x + curve->end.x, curve->start.y - 2 * curve->control.y + curve->end.y) / 4;

  return length > 0 ? fabs ((x - curve->start.x) * dy - (y - curve->start.y) * dx) / length - off : 0;
}

static void
try_link (guint i, gpointer data)
{
  Search             *self = data;
  const EntSceneLink *link = &self->scene->links[i];
  EntCurve            curve = ent_link_curve (link);
  double              reach = link->width / 2 + MIN (self->tolerance, self->nearest_curve);

  if (self->scene->link_states[i].visibility == ENT_LEVEL_HIDDEN)
    return;
  if (self->labels)
    try_label (self, i);
  if (least_distance (&curve, self->x, self->y) > reach || !ent_rect_contains (ent_rect_grown (ent_curve_bounds (&curve), reach), self->x, self->y))
    return;
  double distance = ent_curve_distance (&curve, self->x, self->y, NULL) - link->width / 2;
  /* Which of equally near ones it is must not depend on the order in which they are told. */
  if (distance > self->tolerance || distance > self->nearest_curve || (distance == self->nearest_curve && (gint) i > self->curve))
    return;
  self->nearest_curve = distance;
  self->curve = (gint) i;
}

void
ent_scene_hit_test (const EntScene *self, double x, double y, double tolerance, double zoom, EntActor **actor, EntRelation **relation)
{
  EntSceneDetail detail = ent_scene_detail_make (self, zoom);
  Search         search = {
    .scene = self, .x = x, .y = y, .tolerance = tolerance, .labels = detail.labels, .name_scale = detail.name_scale,
    .shape = -1, .dot = -1, .name = -1, .label = -1, .curve = -1, .nearest_dot = INFINITY, .nearest_curve = INFINITY,
  };
  EntRect        area = ent_rect_grown ((EntRect) { x, y, 0, 0 }, tolerance + WIDEST_LINE / 2);

  ent_scene_each_node_near (self, area, try_node, &search);
  if (search.shape < 0)
    ent_scene_each_link_near (self, area, try_link, &search);
  gint node = search.shape, link = node < 0 ? search.label : -1;
  if (node < 0 && link < 0)
    node = search.dot >= 0 ? search.dot : search.name;
  if (node < 0 && link < 0)
    link = search.curve;
  if (actor != NULL)
    *actor = node >= 0 ? self->nodes[node].actor : NULL;
  if (relation != NULL)
    *relation = link >= 0 ? self->links[link].relation : NULL;
}
