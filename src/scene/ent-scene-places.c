/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout looks at all nodes for each link, and at all labels for each label. On a large map that would take minutes, so there it is
 * asked about one piece after the other: for a bundle of links about the nodes along the straight line between its ends, for
 * labels about one square of the map, in which the labels placed before count as obstacles. */
#include "ent-scene-private.h"

#include "ent-edge-bends.h"
#include "ent-label-places.h"
#include "ent-scene-figure.h"
#include "ent-scene-layout.h"

#include <math.h>

#define LABEL_PADDING  2.0      /* room kept above and below a link's label, together */
#define LABEL_SPACE    5.0      /* … and on each side: beside a name it must not read on as one */
#define LARGE_SCENE    500000   /* nodes × links: from there on piece by piece */
#define CORRIDOR       150.0    /* map units on both sides of a line: how far a bent link may come to lie */
#define SQUARE         1200.0   /* side of a piece, map units */
#define SURROUNDINGS   300.0    /* around it; and how far from its middle a link's label may stand */

static gboolean
is_large (const EntScene *self)
{
  return (guint64) self->n_nodes * self->n_links > LARGE_SCENE;
}

/* ── bends ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct { guint low, high, link; } BundleItem;

static int
compare_bundle_items (const void *a, const void *b)
{
  const BundleItem *x = a, *y = b;

  if (x->low != y->low)
    return x->low < y->low ? -1 : 1;
  if (x->high != y->high)
    return x->high < y->high ? -1 : 1;
  return (x->link > y->link) - (x->link < y->link);
}

/* The nodes that a bundle may have to run around. */
typedef struct {
  const EntScene *scene;
  EntSceneGrid   *grid;
  guint          *stamps;     /* n_nodes: the last bundle that a node was gathered for */
  guint           stamp;
  GArray         *nodes;      /* EntLayoutNode */
} Bystanders;

static void
add_bystander (guint node, gpointer data)
{
  Bystanders         *self = data;
  const EntSceneNode *at = &self->scene->nodes[node];
  EntLayoutNode       place = { .x = at->x, .y = at->y, .radius = at->radius, .placed = TRUE,
                                .label_width = at->label_width, .label_height = at->label_height };

  if (self->stamps[node] == self->stamp)
    return;
  self->stamps[node] = self->stamp;
  g_array_append_val (self->nodes, place);
}

static void
bend_bundle (Bystanders *around, const BundleItem *items, guint n_items, double *bends)
{
  const EntScene           *scene = around->scene;
  const EntSceneNode       *from = &scene->nodes[items->low], *to = &scene->nodes[items->high];
  double                    length = hypot (to->x - from->x, to->y - from->y);
  guint                     n_steps = (guint) CLAMP (ceil (length / CORRIDOR), 1, 4096);
  g_autofree EntLayoutEdge *edges = g_new0 (EntLayoutEdge, n_items);
  g_autofree double        *own = g_new0 (double, n_items);

  around->stamp++;
  g_array_set_size (around->nodes, 0);
  add_bystander (items->low, around);
  add_bystander (items->high, around);
  for (guint i = 0; i <= n_steps; i++)
    {
      double  share = (double) i / n_steps;
      EntRect at = { from->x + (to->x - from->x) * share - CORRIDOR, from->y + (to->y - from->y) * share - CORRIDOR, 2 * CORRIDOR, 2 * CORRIDOR };
      ent_scene_grid_query (around->grid, at, add_bystander, around);
    }
  for (guint i = 0; i < n_items; i++)
    edges[i] = (EntLayoutEdge) { .from = scene->links[items[i].link].from == items->low ? 0 : 1,
                                 .to = scene->links[items[i].link].from == items->low ? 1 : 0, .weight = 1 };
  EntLayoutGraph graph = { (EntLayoutNode *) (void *) around->nodes->data, around->nodes->len, edges, n_items };
  ent_edge_bends (&graph, own);
  for (guint i = 0; i < n_items; i++)
    bends[items[i].link] = own[i];
}

/* (transfer full) */
static EntSceneGrid *
create_node_grid (const EntScene *self)
{
  EntSceneGrid *grid;
  EntRect       extent = { 0 };

  for (guint i = 0; i < self->n_nodes; i++)
    extent = ent_rect_union (extent, ent_scene_node_bounds (&self->nodes[i]));
  grid = ent_scene_grid_new (extent, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    ent_scene_grid_add_box (grid, i, ent_scene_node_bounds (&self->nodes[i]));
  ent_scene_grid_seal (grid);
  return grid;
}

static void
choose_bends_by_bundle (const EntScene *self, double *bends)
{
  g_autoptr (EntSceneGrid) grid = create_node_grid (self);
  g_autoptr (GArray)       nodes = g_array_new (FALSE, FALSE, sizeof (EntLayoutNode));
  g_autofree guint        *stamps = g_new0 (guint, self->n_nodes);
  g_autofree BundleItem   *items = g_new (BundleItem, MAX (self->n_links, 1));
  Bystanders               around = { self, grid, stamps, 0, nodes };

  for (guint i = 0; i < self->n_links; i++)
    items[i] = (BundleItem) { MIN (self->links[i].from, self->links[i].to), MAX (self->links[i].from, self->links[i].to), i };
  qsort (items, self->n_links, sizeof *items, compare_bundle_items);
  for (guint first = 0, last; first < self->n_links; first = last)
    {
      for (last = first + 1; last < self->n_links && items[last].low == items[first].low && items[last].high == items[first].high; last++)
        ;
      if (items[first].low != items[first].high)
        bend_bundle (&around, items + first, last - first, bends);
    }
}

void
ent_scene_choose_bends (const EntScene *self, double *bends)
{
  if (is_large (self))
    {
      choose_bends_by_bundle (self, bends);
      return;
    }
  EntLayoutGraph *graph = ent_scene_dup_layout_graph (self);
  ent_edge_bends (graph, bends);
  ent_scene_free_layout_graph (graph);
}

/* ── labels ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* What labels must keep clear of. */
typedef struct {
  const EntScene *scene;
  GArray         *boxes;        /* EntRect */
  guint8         *seen;         /* n_nodes and n_links */
} Obstacles;

static void
add_node_obstacle (guint i, gpointer data)
{
  Obstacles          *self = data;
  const EntSceneNode *node = &self->scene->nodes[i];
  double              half = node->radius + ENT_OUTLINE_WIDTH;
  EntRect             shape = { node->x - half, node->y - half, 2 * half, 2 * half };
  EntRect             name = ent_scene_node_label_box (node);

  if (self->seen[i])
    return;
  self->seen[i] = TRUE;
  g_array_append_val (self->boxes, shape);
  if (name.width > 0)
    g_array_append_val (self->boxes, name);
}

/* Its arrowheads, and its label where that has a place already. */
static void
add_link_obstacle (guint i, gpointer data)
{
  Obstacles          *self = data;
  const EntSceneLink *link = &self->scene->links[i];
  EntLinkFigure       figure = { .n_heads = 0 };

  if (self->seen[self->scene->n_nodes + i])
    return;
  self->seen[self->scene->n_nodes + i] = TRUE;
  ent_link_figure (link, self->scene->link_states[i].stance, 0, &figure);
  for (guint h = 0; h < figure.n_heads; h++)
    {
      EntRect box = { 0 };
      for (guint p = 0; p < figure.heads[h].n_points; p++)
        {
          EntPoint point = figure.heads[h].points[p];
          box = ent_rect_union (box, (EntRect) { point.x - 0.5, point.y - 0.5, 1, 1 });
        }
      g_array_append_val (self->boxes, box);
    }
  if (link->label_shown)
    {
      EntRect box = ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y });
      g_array_append_val (self->boxes, box);
    }
}

/* Which label gets its place first where there is not room for all: that of the link with the more quotes (each doubling as good
 * as an end of all the salience there is), between the more salient actors. */
static double
find_label_priority (const EntScene *self, guint index)
{
  const EntSceneLink *link = &self->links[index];

  return log2 (1 + self->link_states[index].n_quotes) + self->nodes[link->from].salience + self->nodes[link->to].salience;
}

/* reach: how far from the curve's middle the label may stand, along the curve; map units. */
static EntCurveLabel
make_label (const EntScene *self, guint index, double reach)
{
  const EntSceneLink *link = &self->links[index];
  EntCurve            curve = ent_link_curve (link);
  double              length = ent_curve_length (&curve);

  if (length > 2 * reach)
    curve = ent_curve_part (&curve, 0.5 - reach / length, 0.5 + reach / length);
  return (EntCurveLabel) {
    .x0 = curve.start.x, .y0 = curve.start.y, .cx = curve.control.x, .cy = curve.control.y, .x1 = curve.end.x, .y1 = curve.end.y,
    .priority = find_label_priority (self, index),
    .width = link->label_width > 0 ? link->label_width + 2 * LABEL_SPACE : 0,
    .height = link->label_width > 0 ? link->label_height + LABEL_PADDING : 0,
  };
}

static void
take_label (EntScene *self, guint index, const EntCurveLabel *label)
{
  EntSceneLink *link = &self->links[index];
  EntLinkState *state = &self->link_states[index];
  EntCurve      curve = ent_link_curve (link);

  link->label_shown = label->shown && link->label_width > 0;
  state->label_t = 0.5;
  if (link->label_shown)
    ent_curve_distance (&curve, label->x, label->y, &state->label_t);
  EntPoint centre = ent_curve_at (&curve, state->label_t);
  link->label_x = centre.x;
  link->label_y = centre.y;
}

static void
place_some (EntScene *self, const guint *links, guint n_links, const GArray *boxes, double reach)
{
  g_autofree EntCurveLabel *labels = g_new0 (EntCurveLabel, MAX (n_links, 1));

  for (guint i = 0; i < n_links; i++)
    labels[i] = make_label (self, links[i], reach);
  ent_place_curve_labels (labels, n_links, (const EntRect *) (void *) boxes->data, boxes->len);
  for (guint i = 0; i < n_links; i++)
    take_label (self, links[i], &labels[i]);
}

typedef struct { gint64 row, column; guint link; } SquareItem;

static int
compare_square_items (const void *a, const void *b)
{
  const SquareItem *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return (x->link > y->link) - (x->link < y->link);
}

static void
place_square (EntScene *self, const SquareItem *items, guint n_items, guint8 *seen)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (EntRect)), links = g_array_new (FALSE, FALSE, sizeof (guint));
  Obstacles          obstacles = { self, boxes, seen };
  EntRect            square = { items->column * SQUARE, items->row * SQUARE, SQUARE, SQUARE };

  memset (seen, 0, self->n_nodes + self->n_links);
  ent_scene_each_node_near (self, ent_rect_grown (square, SURROUNDINGS), add_node_obstacle, &obstacles);
  ent_scene_each_link_near (self, ent_rect_grown (square, SURROUNDINGS), add_link_obstacle, &obstacles);
  for (guint i = 0; i < n_items; i++)
    g_array_append_val (links, items[i].link);
  place_some (self, (const guint *) (void *) links->data, links->len, boxes, SURROUNDINGS - 100);
}

static void
place_labels_by_square (EntScene *self)
{
  g_autofree SquareItem *items = g_new (SquareItem, MAX (self->n_links, 1));
  g_autofree guint8     *seen = g_new0 (guint8, self->n_nodes + self->n_links);

  for (guint i = 0; i < self->n_links; i++)
    {
      EntPoint middle = ent_scene_label_centre (self, i, 0.5);
      self->links[i].label_shown = FALSE;
      items[i] = (SquareItem) { (gint64) floor (middle.y / SQUARE), (gint64) floor (middle.x / SQUARE), i };
    }
  qsort (items, self->n_links, sizeof *items, compare_square_items);
  ent_scene_make_index (self);
  for (guint first = 0, last; first < self->n_links; first = last)
    {
      for (last = first + 1; last < self->n_links && items[last].row == items[first].row && items[last].column == items[first].column; last++)
        ;
      place_square (self, items + first, last - first, seen);
    }
}

void
ent_scene_place_labels (EntScene *self)
{
  if (is_large (self))
    {
      place_labels_by_square (self);
      return;
    }
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (EntRect));
  g_autofree guint8 *seen = g_new0 (guint8, self->n_nodes + self->n_links + 1);
  g_autofree guint  *links = g_new (guint, MAX (self->n_links, 1));
  Obstacles          obstacles = { self, boxes, seen };

  for (guint i = 0; i < self->n_nodes; i++)
    add_node_obstacle (i, &obstacles);
  for (guint i = 0; i < self->n_links; i++)
    {
      self->links[i].label_shown = FALSE;
      links[i] = i;
      add_link_obstacle (i, &obstacles);
    }
  place_some (self, links, self->n_links, boxes, INFINITY);
}
