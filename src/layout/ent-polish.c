/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a drawing costs; ent-polish-moves.c makes it cheaper. Most pairs of what may be in each other's way are far apart: boxes around
 * them, kept up to date as nodes move, tell that at once. Edges between the same two nodes count as one, its label the widest of theirs. */

#include "ent-polish-private.h"

#include "ent-curve.h"
#include "ent-packing.h"

#include <math.h>

#define STRESS_COST    8.0      /* of a pair twice as far apart as it should be: less leaves fewer crossings still, but actors
                                   that have nothing to do with each other side by side */
#define SHORT_COST     3.0      /* more, of an edge with no length left */
#define CROSSING_COST  2.0       /* half as much more when the two lie nearly along each other */
#define SHAPE_COST     2.6      /* an edge over a third node's shape */
#define NAME_COST      1.5      /* … over its name */
#define OWN_NAME_COST  0.3      /* … over the name of one of its own ends */
#define OVERLAP_COST   4.0      /* two nodes' rooms */
#define LABEL_COST     0.8      /* an edge's label over a node, one of its own ends among them, or over another's label */
#define COVERED_COST   0.3      /* an edge's label over another edge */
#define ANGLE_COST     0.8      /* two edges side by side at a node */
#define NARROW         0.92     /* the cosine from which that begins … */
#define FAN_NARROW     0.012    /* … earlier for each further edge of a bundle … */
#define LEAST_NARROW   0.84     /* … down to this */
#define WINDOW_COST    1.0      /* of the drawing's window, in those of a square with an even share for each node */
#define MARGIN         12.0
#define SHAPE_GAP      8.0
#define FAN_ROOM       11.0      /* on either side of a bundle, for each edge after the first */
#define OWN_LABEL_GAP  5.0       /* between an edge's label and its ends */

static int
compare_bundles (const void *a, const void *b)
{
  const EntPolishBundle *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return (x->to > y->to) - (x->to < y->to);
}

static void
init_bundles (EntPolish *self)
{
  const EntLayoutGraph *graph = self->graph;
  guint n = 0;
  g_autofree guint *fill = NULL;

  self->bundles = g_new (EntPolishBundle, MAX (graph->n_edges, 1));
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const EntLayoutEdge *edge = &graph->edges[e];

      self->bundles[e] = (EntPolishBundle) { MIN (edge->from, edge->to), MAX (edge->from, edge->to), 1, edge->label_width, edge->label_height };
    }
  qsort (self->bundles, graph->n_edges, sizeof (EntPolishBundle), compare_bundles);
  for (guint e = 0; e < graph->n_edges; e++)
    if (n > 0 && compare_bundles (&self->bundles[n - 1], &self->bundles[e]) == 0)
      {
        EntPolishBundle *bundle = &self->bundles[n - 1];

        bundle->n_edges++;
        bundle->label_width = MAX (bundle->label_width, self->bundles[e].label_width);
        bundle->label_height = MAX (bundle->label_height, self->bundles[e].label_height);
      }
    else
      self->bundles[n++] = self->bundles[e];
  self->n_bundles = n;

  self->starts = g_new0 (guint, graph->n_nodes + 1);
  self->incident = g_new (guint, 2 * (gsize) n + 1);
  for (guint b = 0; b < n; b++)
    {
      self->starts[self->bundles[b].from + 1]++;
      self->starts[self->bundles[b].to + 1]++;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    self->starts[i + 1] += self->starts[i];
  fill = g_memdup2 (self->starts, sizeof (guint) * (graph->n_nodes + 1));
  for (guint b = 0; b < n; b++)
    {
      self->incident[fill[self->bundles[b].from]++] = b;
      self->incident[fill[self->bundles[b].to]++] = b;
    }
}

EntPolish *
ent_polish_new (const EntLayoutGraph *graph, const EntStressLayout *stress)
{
  EntPolish *self = g_new0 (EntPolish, 1);
  gsize n_terms, n = graph->n_nodes;
  const EntStressTerm *terms = ent_stress_layout_get_terms (stress, &n_terms);
  double area = 0;

  self->graph = graph;
  self->n_nodes = graph->n_nodes;
  self->places = g_new0 (EntPoint, n);
  self->rooms = g_new0 (EntRoom, n);
  self->bounds = g_new0 (EntBox, n);
  self->wishes = g_new0 (double, n * n);
  init_bundles (self);
  self->labels = g_new0 (EntBox, MAX (self->n_bundles, 1));
  self->spans = g_new0 (EntBox, MAX (self->n_bundles, 1));
  for (gsize t = 0; t < n_terms; t++)
    self->wishes[terms[t].i * n + terms[t].j] = self->wishes[terms[t].j * n + terms[t].i] = terms[t].distance;
  for (guint b = 0; b < self->n_bundles; b++)
    {
      double wish = self->wishes[self->bundles[b].from * n + self->bundles[b].to];

      area += wish * wish / self->n_bundles;
    }
  self->window = MAX (sqrt (area * (double) n), 1.0);
  return self;
}

void
ent_polish_free (EntPolish *self)
{
  if (!self)
    return;
  g_free (self->bundles);
  g_free (self->starts);
  g_free (self->incident);
  g_free (self->wishes);
  g_free (self->places);
  g_free (self->rooms);
  g_free (self->bounds);
  g_free (self->labels);
  g_free (self->spans);
  g_free (self);
}

static EntBox
box_grown (EntBox box, double by)
{
  return (EntBox) { box.left - by, box.top - by, box.right + by, box.bottom + by };
}

static gboolean
boxes_touch (const EntBox *a, const EntBox *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* Without a point in common. */
static gboolean
boxes_are_apart (const EntBox *a, const EntBox *b)
{
  return a->left > b->right || b->left > a->right || a->top > b->bottom || b->top > a->bottom;
}

static EntBox
bundle_span (const EntPolish *self, guint bundle)
{
  EntPoint from = self->places[self->bundles[bundle].from], to = self->places[self->bundles[bundle].to];
  const EntBox *label = &self->labels[bundle];

  return (EntBox) { MIN (MIN (from.x, to.x), label->left), MIN (MIN (from.y, to.y), label->top),
                    MAX (MAX (from.x, to.x), label->right), MAX (MAX (from.y, to.y), label->bottom) };
}

static EntBox
bundle_label (const EntPolish *self, guint bundle)
{
  const EntPolishBundle *b = &self->bundles[bundle];
  double x = (self->places[b->from].x + self->places[b->to].x) / 2, y = (self->places[b->from].y + self->places[b->to].y) / 2;

  /* Between the shapes, not the centres. */
  double dx = self->places[b->to].x - self->places[b->from].x, dy = self->places[b->to].y - self->places[b->from].y;
  double length = sqrt (dx * dx + dy * dy) + 1e-9;
  double shift = (self->graph->nodes[b->from].radius - self->graph->nodes[b->to].radius) / 2 / length;
  double height = b->label_height * b->n_edges;

  x += dx * shift;
  y += dy * shift;
  return (EntBox) { x - b->label_width / 2, y - height / 2, x + b->label_width / 2, y + height / 2 };
}

void
ent_polish_put (EntPolish *self, guint node, EntPoint place)
{
  EntLayoutNode copy = self->graph->nodes[node];

  copy.x = place.x;
  copy.y = place.y;
  self->places[node] = place;
  self->rooms[node] = ent_room_get (&copy);
  self->bounds[node] = ent_room_bounds (&self->rooms[node]);
  for (guint k = self->starts[node]; k < self->starts[node + 1]; k++)
    {
      guint bundle = self->incident[k];

      self->labels[bundle] = bundle_label (self, bundle);
      self->spans[bundle] = bundle_span (self, bundle);
    }
}

/* A bundle over a node that is not one of its ends. */
static double
cost_over_node (const EntPolish *self, guint bundle, guint node)
{
  const EntPolishBundle *b = &self->bundles[bundle];
  EntPoint from = self->places[b->from], to = self->places[b->to];
  const EntRoom *room = &self->rooms[node];
  double fan = FAN_ROOM * (b->n_edges - 1), radius = self->graph->nodes[node].radius + SHAPE_GAP + fan;
  double cost = 0;
  EntBox own = box_grown (self->bounds[node], SHAPE_GAP + fan);

  if (boxes_are_apart (&self->spans[bundle], &own))
    return 0;
  if (ent_segment_distance2 (from, to, self->places[node]) < radius * radius)
    cost += SHAPE_COST * (0.5 + 0.5 * b->n_edges);
  else if (room->n_parts > 1)
    {
      own = box_grown (room->parts[1], fan);
      cost += NAME_COST * (0.5 + 0.5 * b->n_edges) * ent_segment_hits_box (from, to, &own);
    }
  if (b->label_width > 0)
    {
      own = box_grown (room->parts[0], 3);
      if (boxes_touch (&self->labels[bundle], &own))
        cost += LABEL_COST;
      else if (room->n_parts > 1 && boxes_touch (&self->labels[bundle], &room->parts[1]))
        cost += LABEL_COST;
    }
  return cost;
}

static double
cost_of_two_bundles (const EntPolish *self, guint first, guint second)
{
  const EntPolishBundle *a = &self->bundles[first], *b = &self->bundles[second];
  EntPoint a0 = self->places[a->from], a1 = self->places[a->to], b0 = self->places[b->from], b1 = self->places[b->to];
  double ax = a1.x - a0.x, ay = a1.y - a0.y, bx = b1.x - b0.x, by = b1.y - b0.y;
  gboolean joined = a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to;
  const EntBox *label_a = &self->labels[first], *label_b = &self->labels[second];
  double cost = 0;

  if (boxes_are_apart (&self->spans[first], &self->spans[second]))
    return 0;
  if (!joined && ent_segments_cross (a0, a1, b0, b1))
    {
      double dot = ax * bx + ay * by, along = dot * dot / ((ax * ax + ay * ay) * (bx * bx + by * by));

      cost += CROSSING_COST * (1 + 0.5 * along) * (0.5 + 0.5 * MIN (a->n_edges * b->n_edges, 4));
    }
  if (a->label_width > 0 && b->label_width > 0 && boxes_touch (label_a, label_b))
    cost += LABEL_COST;
  if (a->label_width > 0 && ent_segment_hits_box (b0, b1, label_a))
    cost += COVERED_COST;
  if (b->label_width > 0 && ent_segment_hits_box (a0, a1, label_b))
    cost += COVERED_COST;
  return cost;
}

static double
cost_of_angle (const EntPolish *self, guint node, guint first, guint second)
{
  const EntPolishBundle *a = &self->bundles[first], *b = &self->bundles[second];
  EntPoint o = self->places[node], p = self->places[a->from == node ? a->to : a->from], q = self->places[b->from == node ? b->to : b->from];
  double px = p.x - o.x, py = p.y - o.y, qx = q.x - o.x, qy = q.y - o.y;
  double cosine = (px * qx + py * qy) / (sqrt ((px * px + py * py) * (qx * qx + qy * qy)) + 1e-9);

  double narrow = MAX (NARROW - FAN_NARROW * (a->n_edges + b->n_edges - 2), LEAST_NARROW);

  return cosine > narrow ? ANGLE_COST * (cosine - narrow) / (1 - NARROW) : 0;
}

static double
cost_at_ends (const EntPolish *self, guint bundle)
{
  const EntPolishBundle *b = &self->bundles[bundle];
  const EntRoom *rooms[2] = { &self->rooms[b->from], &self->rooms[b->to] };
  EntBox label = box_grown (self->labels[bundle], OWN_LABEL_GAP);
  double cost = 0;

  for (guint end = 0; end < 2; end++)
    {
      if (rooms[end]->n_parts > 1 && ent_segment_hits_box (self->places[b->from], self->places[b->to], &rooms[end]->parts[1]))
        cost += OWN_NAME_COST;
      if (b->label_width > 0 && (boxes_touch (&label, &rooms[end]->parts[0])
                                 || (rooms[end]->n_parts > 1 && boxes_touch (&label, &rooms[end]->parts[1]))))
        cost += LABEL_COST;
    }
  return cost;
}

static double
cost_of_window (const EntPolish *self)
{
  EntBox all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < self->n_nodes; i++)
    all = (EntBox) { MIN (all.left, self->places[i].x), MIN (all.top, self->places[i].y),
                     MAX (all.right, self->places[i].x), MAX (all.bottom, self->places[i].y) };
  return WINDOW_COST * MAX ((all.right - all.left) / ENT_LAYOUT_ASPECT, all.bottom - all.top) / self->window;
}

static double
cost_of_pair (const EntPolish *self, guint i, guint j)
{
  double dx = self->places[i].x - self->places[j].x, dy = self->places[i].y - self->places[j].y;
  double wish = self->wishes[(gsize) i * self->n_nodes + j];
  double off = wish > 0 ? sqrt (dx * dx + dy * dy) / wish - 1 : 0;
  double cost = STRESS_COST * off * off;

  if (ent_rooms_overlap (&self->rooms[i], &self->rooms[j], MARGIN))
    cost += OVERLAP_COST;
  return cost;
}

static double
cost_of_length (const EntPolish *self, guint bundle)
{
  const EntPolishBundle *b = &self->bundles[bundle];
  double dx = self->places[b->from].x - self->places[b->to].x, dy = self->places[b->from].y - self->places[b->to].y;
  double wish = self->wishes[(gsize) b->from * self->n_nodes + b->to];
  double ratio = wish > 0 ? sqrt (dx * dx + dy * dy) / wish : 1;

  /* The longest ones as well, less. */
  return ratio < 1 ? SHORT_COST * (1 - ratio) * (1 - ratio) : 0.25 * SHORT_COST * (ratio - 1) * (ratio - 1);
}

/* No part is below zero. */
double
ent_polish_cost_of_node (const EntPolish *self, guint node, double enough)
{
  double cost = cost_of_window (self);
  guint first = self->starts[node], end = self->starts[node + 1];

  for (guint i = 0; i < self->n_nodes; i++)
    if (i != node)
      cost += cost_of_pair (self, node, i);
  for (guint k = first; k < end && cost <= enough; k++)
    {
      guint own = self->incident[k];
      guint other = self->bundles[own].from == node ? self->bundles[own].to : self->bundles[own].from;

      cost += cost_of_length (self, own) + cost_at_ends (self, own);
      for (guint i = 0; i < self->n_nodes; i++)
        if (i != node && i != other)
          cost += cost_over_node (self, own, i);
      for (guint l = k + 1; l < end; l++)
        cost += cost_of_two_bundles (self, own, self->incident[l]) + cost_of_angle (self, node, own, self->incident[l]);
      for (guint l = self->starts[other]; l < self->starts[other + 1]; l++)
        if (self->incident[l] != own)
          cost += cost_of_angle (self, other, own, self->incident[l]);
    }
  for (guint b = 0; b < self->n_bundles && cost <= enough; b++)
    if (self->bundles[b].from != node && self->bundles[b].to != node)
      {
        cost += cost_over_node (self, b, node);
        for (guint k = first; k < end; k++)
          cost += cost_of_two_bundles (self, self->incident[k], b);
      }
  return cost;
}

double
ent_polish_cost (EntPolish *self, const EntPoint *places)
{
  double cost;

  for (guint i = 0; i < self->n_nodes; i++)
    ent_polish_put (self, i, places[i]);
  cost = cost_of_window (self);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      for (guint j = i + 1; j < self->n_nodes; j++)
        cost += cost_of_pair (self, i, j);
      for (guint k = self->starts[i]; k < self->starts[i + 1]; k++)
        for (guint l = k + 1; l < self->starts[i + 1]; l++)
          cost += cost_of_angle (self, i, self->incident[k], self->incident[l]);
    }
  for (guint b = 0; b < self->n_bundles; b++)
    {
      cost += cost_of_length (self, b) + cost_at_ends (self, b);
      for (guint i = 0; i < self->n_nodes; i++)
        if (i != self->bundles[b].from && i != self->bundles[b].to)
          cost += cost_over_node (self, b, i);
      for (guint c = b + 1; c < self->n_bundles; c++)
        cost += cost_of_two_bundles (self, b, c);
    }
  return cost;
}
