/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Threshold accepting (Dueck & Scheuer 1990): a random move is taken unless it makes the drawing worse by more than a threshold,
 * which falls to nothing; like annealing, without an exponential whose last bit may differ. Only what depends on the moved node
 * is worked out before and after. Edges between the same two nodes count as one, its label the widest of theirs. */

#include "ent-polish.h"
#include "ent-curve.h"
#include "ent-packing.h"

#include <math.h>
#include <string.h>

#define STRESS_COST    8.0      /* of a pair twice as far apart as it should be: less leaves fewer crossings still, but actors
                                   that have nothing to do with each other side by side */
#define SHORT_COST     3.0      /* more, of an edge with no length left */
#define CROSSING_COST  2.0       /* half as much more when the two lie nearly along each other */
#define SHAPE_COST     2.6      /* an edge over a third node's shape */
#define NAME_COST      1.5      /* … over its name */
#define OWN_NAME_COST  0.3      /* … over the name of one of its own ends */
#define OVERLAP_COST   4.0      /* two nodes' rooms */
#define LABEL_COST     0.8      /* an edge's label over a node, or over another's label */
#define COVERED_COST   0.3      /* an edge's label over another edge */
#define ANGLE_COST     0.8      /* two edges side by side at a node */
#define NARROW         0.92     /* the cosine from which that begins */
#define WINDOW_COST    1.0      /* of the drawing's window, in those of a square with an even share for each node */
#define MARGIN         12.0
#define SHAPE_GAP      8.0
#define BUDGET         3.2e6      /* box and segment tests in a run */
#define MAX_MOVES      320      /* a node */
#define FIRST_THRESHOLD 0.8

typedef struct { guint from, to, n_edges; double label_width, label_height; } Bundle;

struct _EntPolish {
  const EntLayoutGraph *graph;
  guint     n_nodes;
  Bundle   *bundles;
  guint     n_bundles;
  guint    *starts;             /* node i's bundles: incident[starts[i]] … incident[starts[i + 1] − 1] */
  guint    *incident;
  double   *wishes;             /* n_nodes × n_nodes: ideal distances */
  EntPoint *places;             /* the drawing that is worked on */
  EntRoom  *rooms;              /* n_nodes: at their places */
  EntBox   *labels;             /* n_bundles: in their middles */
  double    window;             /* what counts as one */
};

static int
compare_bundles (const void *a, const void *b)
{
  const Bundle *x = a, *y = b;

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

  self->bundles = g_new (Bundle, MAX (graph->n_edges, 1));
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const EntLayoutEdge *edge = &graph->edges[e];

      self->bundles[e] = (Bundle) { MIN (edge->from, edge->to), MAX (edge->from, edge->to), 1, edge->label_width, edge->label_height };
    }
  qsort (self->bundles, graph->n_edges, sizeof (Bundle), compare_bundles);
  for (guint e = 0; e < graph->n_edges; e++)
    if (n > 0 && compare_bundles (&self->bundles[n - 1], &self->bundles[e]) == 0)
      {
        Bundle *bundle = &self->bundles[n - 1];

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
  self->wishes = g_new0 (double, n * n);
  init_bundles (self);
  self->labels = g_new0 (EntBox, MAX (self->n_bundles, 1));
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
  g_free (self->labels);
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

static EntBox
bundle_label (const EntPolish *self, guint bundle)
{
  const Bundle *b = &self->bundles[bundle];
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

static void
put (EntPolish *self, guint node, EntPoint place)
{
  EntLayoutNode copy = self->graph->nodes[node];

  copy.x = place.x;
  copy.y = place.y;
  self->places[node] = place;
  self->rooms[node] = ent_room_get (&copy);
  for (guint k = self->starts[node]; k < self->starts[node + 1]; k++)
    self->labels[self->incident[k]] = bundle_label (self, self->incident[k]);
}

/* A bundle over a node that is not one of its ends. */
static double
cost_over_node (const EntPolish *self, guint bundle, guint node)
{
  const Bundle *b = &self->bundles[bundle];
  EntPoint from = self->places[b->from], to = self->places[b->to];
  const EntRoom *room = &self->rooms[node];
  double radius = self->graph->nodes[node].radius + SHAPE_GAP + 8.0 * (b->n_edges - 1);
  double cost = 0;
  EntBox own;

  if (ent_segment_distance2 (from, to, self->places[node]) < radius * radius)
    cost += SHAPE_COST;
  else if (room->n_parts > 1 && ent_segment_hits_box (from, to, &room->parts[1]))
    cost += NAME_COST;
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
  const Bundle *a = &self->bundles[first], *b = &self->bundles[second];
  EntPoint a0 = self->places[a->from], a1 = self->places[a->to], b0 = self->places[b->from], b1 = self->places[b->to];
  double ax = a1.x - a0.x, ay = a1.y - a0.y, bx = b1.x - b0.x, by = b1.y - b0.y;
  gboolean joined = a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to;
  const EntBox *label_a = &self->labels[first], *label_b = &self->labels[second];
  double cost = 0;

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
  const Bundle *a = &self->bundles[first], *b = &self->bundles[second];
  EntPoint o = self->places[node], p = self->places[a->from == node ? a->to : a->from], q = self->places[b->from == node ? b->to : b->from];
  double px = p.x - o.x, py = p.y - o.y, qx = q.x - o.x, qy = q.y - o.y;
  double cosine = (px * qx + py * qy) / (sqrt ((px * px + py * py) * (qx * qx + qy * qy)) + 1e-9);

  return cosine > NARROW ? ANGLE_COST * (cosine - NARROW) / (1 - NARROW) : 0;
}

static double
cost_of_own_names (const EntPolish *self, guint bundle)
{
  const Bundle *b = &self->bundles[bundle];
  const EntRoom *rooms[2] = { &self->rooms[b->from], &self->rooms[b->to] };
  double cost = 0;

  for (guint end = 0; end < 2; end++)
    if (rooms[end]->n_parts > 1 && ent_segment_hits_box (self->places[b->from], self->places[b->to], &rooms[end]->parts[1]))
      cost += OWN_NAME_COST;
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
  const Bundle *b = &self->bundles[bundle];
  double dx = self->places[b->from].x - self->places[b->to].x, dy = self->places[b->from].y - self->places[b->to].y;
  double wish = self->wishes[(gsize) b->from * self->n_nodes + b->to];
  double ratio = wish > 0 ? sqrt (dx * dx + dy * dy) / wish : 1;

  /* The longest ones as well, less. */
  return ratio < 1 ? SHORT_COST * (1 - ratio) * (1 - ratio) : 0.25 * SHORT_COST * (ratio - 1) * (ratio - 1);
}

/* Everything that depends on where the node is. */
static double
cost_of_node (const EntPolish *self, guint node)
{
  double cost = cost_of_window (self);
  guint first = self->starts[node], end = self->starts[node + 1];

  for (guint i = 0; i < self->n_nodes; i++)
    if (i != node)
      cost += cost_of_pair (self, node, i);
  for (guint k = first; k < end; k++)
    {
      guint own = self->incident[k];
      guint other = self->bundles[own].from == node ? self->bundles[own].to : self->bundles[own].from;

      cost += cost_of_length (self, own) + cost_of_own_names (self, own);
      for (guint i = 0; i < self->n_nodes; i++)
        if (i != node && i != other)
          cost += cost_over_node (self, own, i);
      for (guint l = k + 1; l < end; l++)
        cost += cost_of_two_bundles (self, own, self->incident[l]) + cost_of_angle (self, node, own, self->incident[l]);
      for (guint l = self->starts[other]; l < self->starts[other + 1]; l++)
        if (self->incident[l] != own)
          cost += cost_of_angle (self, other, own, self->incident[l]);
    }
  for (guint b = 0; b < self->n_bundles; b++)
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
    put (self, i, places[i]);
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
      cost += cost_of_length (self, b) + cost_of_own_names (self, b);
      for (guint i = 0; i < self->n_nodes; i++)
        if (i != self->bundles[b].from && i != self->bundles[b].to)
          cost += cost_over_node (self, b, i);
      for (guint c = b + 1; c < self->n_bundles; c++)
        cost += cost_of_two_bundles (self, b, c);
    }
  return cost;
}

/* A point in the square about a place. */
static EntPoint
near_place (EntPoint place, double reach, EntRandom *random)
{
  double x = ent_random_double (random), y = ent_random_double (random);

  return (EntPoint) { place.x + (2 * x - 1) * reach, place.y + (2 * y - 1) * reach };
}

/* A place at the wished distance from one of the node's neighbours. */
static EntPoint
about_neighbour (const EntPolish *self, guint node, EntRandom *random)
{
  guint n = self->starts[node + 1] - self->starts[node];
  const Bundle *bundle = &self->bundles[self->incident[self->starts[node] + ent_random_below (random, n)]];
  guint other = bundle->from == node ? bundle->to : bundle->from;
  EntPoint way = near_place ((EntPoint) { 0, 0 }, 1, random);
  double length = sqrt (way.x * way.x + way.y * way.y) + 1e-9;
  double wish = self->wishes[(gsize) node * self->n_nodes + other];

  return (EntPoint) { self->places[other].x + way.x / length * wish, self->places[other].y + way.y / length * wish };
}

static void
try_move (EntPolish *self, guint node, EntPoint place, double threshold)
{
  EntPoint before = self->places[node];
  double cost = cost_of_node (self, node);

  put (self, node, place);
  if (cost_of_node (self, node) > cost + threshold)
    put (self, node, before);
}

/* What lies between the two is counted twice, before and after alike. */
static void
try_swap (EntPolish *self, guint a, guint b, double threshold)
{
  EntPoint place_a = self->places[a], place_b = self->places[b];
  double cost = cost_of_node (self, a) + cost_of_node (self, b);

  put (self, a, place_b);
  put (self, b, place_a);
  if (cost_of_node (self, a) + cost_of_node (self, b) > cost + threshold)
    {
      put (self, a, place_a);
      put (self, b, place_b);
    }
}

static guint
count_moves (const EntPolish *self, guint n_free)
{
  double degree = 2.0 * self->n_bundles / MAX (self->n_nodes, 1);
  double tests = self->n_nodes + self->n_bundles + (degree + 1) * (self->n_nodes + 2.0 * self->n_bundles);
  double n_moves = MIN (BUDGET / (2 * tests), (double) MAX_MOVES * n_free);

  return (guint) n_moves;
}

void
ent_polish_run (EntPolish *self, EntPoint *places, EntRandom *random)
{
  g_autofree guint *movable = g_new (guint, self->n_nodes);
  guint n_free = 0, n_moves;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      put (self, i, places[i]);
      if (!self->graph->nodes[i].placed && !self->graph->nodes[i].pinned)
        movable[n_free++] = i;
    }
  if (n_free == 0)
    return;
  n_moves = count_moves (self, n_free);
  for (guint move = 0; move < n_moves; move++)
    {
      double left = 1 - (double) move / n_moves;
      double threshold = FIRST_THRESHOLD * MAX (left - 0.3, 0);
      guint node = movable[ent_random_below (random, n_free)];
      guint kind = ent_random_below (random, 16);

      if (kind < 4)
        try_move (self, node, about_neighbour (self, node, random), threshold);
      else if (kind == 4)
        {
          guint other = movable[ent_random_below (random, n_free)];

          if (other != node)
            try_swap (self, node, other, threshold);
        }
      else
        try_move (self, node, near_place (self->places[node], 4 + 220 * left * left, random), threshold);
    }
  memcpy (places, self->places, sizeof (EntPoint) * self->n_nodes);
}
