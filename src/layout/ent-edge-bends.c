/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The edges between the same two nodes form a bundle: they are fanned about the bundle's own bend, which is chosen from a short
 * list, straight first: what it costs is how much it runs over other shapes and labels and how far it leaves the straight line.
 * Where none is free a bundle may part about what is in its way. */

#include "ent-edge-bends.h"
#include "ent-curve.h"

#include <math.h>

#define FAN          46.0   /* between the control points of two edges of a bundle */
#define N_SEGMENTS   14     /* a curve is tested as a chain of so many */
#define SHAPE_GAP    6.0    /* kept from a third node's shape */
#define LABEL_GAP    2.0
#define SHAPE_COST   4.0
#define LABEL_COST   2.0
#define OWN_COST     0.22   /* over the label of one of its own ends: cannot always be helped */
#define BEND_COST    1.3    /* of a bend as wide as the edge is long */
#define STEP         22.0
#define MAX_STEPS    9      /* to either side */
#define PART_COST    0.6    /* of a bundle that may part */
#define LEAST_PART   44.0   /* between its two parts, more than between other edges */
#define MOST_PART    220.0
#define PART_STEPS   3

typedef struct { guint low, high, edge; } BundleItem;

EntPoint
ent_edge_control_point (EntPoint from, EntPoint to, double bend)
{
  double dx = to.x - from.x, dy = to.y - from.y, length = sqrt (dx * dx + dy * dy);
  EntPoint middle = { (from.x + to.x) / 2, (from.y + to.y) / 2 };

  if (!(length > 1e-9) || !isfinite (bend))
    return middle;
  return (EntPoint) { middle.x - dy / length * bend, middle.y + dx / length * bend };
}

static int
compare_bundle_items (const void *a, const void *b)
{
  const BundleItem *x = a, *y = b;

  if (x->low != y->low)
    return x->low < y->low ? -1 : 1;
  if (x->high != y->high)
    return x->high < y->high ? -1 : 1;
  return (x->edge > y->edge) - (x->edge < y->edge);
}

static gboolean
chain_hits_box (const EntPoint *chain, guint first, guint last, const EntBox *box)
{
  for (guint i = first; i < last; i++)
    if (ent_segment_hits_box (chain[i], chain[i + 1], box))
      return TRUE;
  return FALSE;
}

static gboolean
chain_hits_disc (const EntPoint *chain, EntPoint centre, double radius)
{
  for (guint i = 0; i < N_SEGMENTS; i++)
    if (ent_segment_distance2 (chain[i], chain[i + 1], centre) < radius * radius)
      return TRUE;
  return FALSE;
}

static gboolean
label_is_hit (const EntPoint *chain, const EntLayoutNode *node, double gap)
{
  EntRect label = ent_layout_node_label_box (node);
  EntBox box = { label.x - gap, label.y - gap, label.x + label.width + gap, label.y + label.height + gap };

  return label.width > 0 && chain_hits_box (chain, 0, N_SEGMENTS, &box);
}

/* All edges between two nodes. */
typedef struct {
  const EntLayoutGraph *graph;
  guint  low, high, n;
  double length;             /* of the straight line */
} Bundle;

/* The curve from low to high as a chain of N_SEGMENTS + 1 points; returns its bounds. */
static EntBox
draw_chain (const Bundle *bundle, double bend, EntPoint *chain)
{
  const EntLayoutNode *from = &bundle->graph->nodes[bundle->low], *to = &bundle->graph->nodes[bundle->high];
  EntPoint start = { from->x, from->y }, end = { to->x, to->y }, control = ent_edge_control_point (start, end, bend);
  EntBox bounds = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i <= N_SEGMENTS; i++)
    {
      chain[i] = ent_curve_point (start, control, end, (double) i / N_SEGMENTS);
      bounds = (EntBox) { MIN (bounds.left, chain[i].x), MIN (bounds.top, chain[i].y),
                          MAX (bounds.right, chain[i].x), MAX (bounds.bottom, chain[i].y) };
    }
  return bounds;
}

/* Of the shapes and names that a curve runs over. Its bounds spare most nodes the closer look. */
static double
cost_of_nodes (const Bundle *bundle, const EntPoint *chain, const EntBox *bounds)
{
  double cost = 0;

  for (guint i = 0; i < bundle->graph->n_nodes; i++)
    {
      const EntLayoutNode *node = &bundle->graph->nodes[i];
      double across = MAX (node->radius * 1.12 + SHAPE_GAP, node->label_width / 2 + LABEL_GAP);

      if (node->x + across < bounds->left || node->x - across > bounds->right
          || node->y + node->radius + ENT_LAYOUT_LABEL_GAP + node->label_height + LABEL_GAP < bounds->top
          || node->y - node->radius * 1.12 - SHAPE_GAP > bounds->bottom)
        continue;
      if (i == bundle->low || i == bundle->high)
        cost += OWN_COST * label_is_hit (chain, node, 0);
      else if (chain_hits_disc (chain, (EntPoint) { node->x, node->y }, node->radius * 1.12 + SHAPE_GAP))
        cost += SHAPE_COST;
      else if (label_is_hit (chain, node, LABEL_GAP))
        cost += LABEL_COST;
    }
  return cost;
}

static Bundle
measure_bundle (const EntLayoutGraph *graph, guint low, guint high, guint n)
{
  double dx = graph->nodes[high].x - graph->nodes[low].x, dy = graph->nodes[high].y - graph->nodes[low].y;

  return (Bundle) { graph, low, high, n, sqrt (dx * dx + dy * dy) };
}

/* How a bundle lies: fanned about its bend, the edges from parted on (if that is not 0) farther from those before by gap. */
typedef struct { double bend, gap; guint parted; } Fan;

static double
fan_bend (const Fan *fan, guint k, guint n)
{
  double part = fan->parted == 0 ? 0 : k < fan->parted ? -fan->gap / 2 : fan->gap / 2;

  return fan->bend + part + (k - (n - 1) / 2.0) * FAN;
}

/* Takes the fan as the best where it costs less than that. */
static void
try_fan (const Bundle *bundle, const Fan *fan, Fan *best_fan, double *best)
{
  double cost = BEND_COST * (fabs (fan->bend) + fan->gap / 2) / MAX (bundle->length, 1.0) + (fan->bend != 0) * 0.05 + (fan->gap > 0) * 0.2;

  for (guint k = 0; k < bundle->n && cost < *best; k++)
    {
      EntPoint chain[N_SEGMENTS + 1];
      EntBox bounds = draw_chain (bundle, fan_bend (fan, k, bundle->n), chain);

      cost += cost_of_nodes (bundle, chain, &bounds);
    }
  if (cost < *best)
    {
      *best = cost;
      *best_fan = *fan;
    }
}

/* straight first, then to either side in turn */
static double
nth_bend (guint step)
{
  return (step + 1) / 2 * STEP * (step & 1 ? 1 : -1);
}

static void
try_parted_fans (const Bundle *bundle, Fan *best_fan, double *best)
{
  for (guint parted = 1; parted < bundle->n; parted++)
    for (double gap = LEAST_PART; gap <= MIN (MOST_PART, 1.2 * bundle->length); gap += STEP)
      for (guint step = 0; step <= 2 * PART_STEPS; step++)
        {
          Fan fan = { nth_bend (step), gap, parted };

          try_fan (bundle, &fan, best_fan, best);
        }
}

/* The bends of the edges of a bundle, as from low to high. */
static Fan
choose_fan (const Bundle *bundle)
{
  Fan best_fan = { 0 };
  double best = G_MAXDOUBLE;

  for (guint step = 0; step <= 2 * MAX_STEPS; step++)
    {
      Fan fan = { .bend = nth_bend (step) };

      /* Wider ones may cost more than the best already does. */
      if (step > 0 && (fabs (fan.bend) > 1.2 * bundle->length || best <= BEND_COST * fabs (fan.bend) / MAX (bundle->length, 1.0)))
        break;
      try_fan (bundle, &fan, &best_fan, &best);
    }
  if (bundle->n > 1 && best > PART_COST)
    try_parted_fans (bundle, &best_fan, &best);
  return best_fan;
}

static gboolean
edge_is_usable (const EntLayoutGraph *graph, const EntLayoutEdge *edge)
{
  if (edge->from >= graph->n_nodes || edge->to >= graph->n_nodes || edge->from == edge->to)
    return FALSE;
  return isfinite (graph->nodes[edge->from].x) && isfinite (graph->nodes[edge->from].y)
         && isfinite (graph->nodes[edge->to].x) && isfinite (graph->nodes[edge->to].y);
}

void
ent_edge_bends (const EntLayoutGraph *graph, double *bends)
{
  g_autofree BundleItem *items = NULL;
  guint n_items = 0;

  g_return_if_fail (graph != NULL);
  g_return_if_fail (bends != NULL || graph->n_edges == 0);

  items = g_new (BundleItem, MAX (graph->n_edges, 1));
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const EntLayoutEdge *edge = &graph->edges[e];

      bends[e] = 0;
      if (edge_is_usable (graph, edge))
        items[n_items++] = (BundleItem) { MIN (edge->from, edge->to), MAX (edge->from, edge->to), e };
    }
  qsort (items, n_items, sizeof *items, compare_bundle_items);
  for (guint first = 0, last; first < n_items; first = last)
    {
      Bundle bundle;
      Fan fan;

      for (last = first + 1; last < n_items && items[last].low == items[first].low && items[last].high == items[first].high; last++)
        ;
      bundle = measure_bundle (graph, items[first].low, items[first].high, last - first);
      fan = choose_fan (&bundle);
      for (guint i = first; i < last; i++)
        {
          double own = fan_bend (&fan, i - first, bundle.n);

          bends[items[i].edge] = graph->edges[items[i].edge].from == items[i].low ? own : -own;
        }
    }
}
