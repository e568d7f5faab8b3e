/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounds of pushes keep the shape of a drawing but need not end; the last step does: each node that still overlaps goes to the
 * nearest place free of all others, which takes away its overlaps and adds none, so n moves are enough. */

#include "ent-overlaps.h"
#include "ent-evening.h"

#include <math.h>

#define MAX_SCALINGS   40
#define SCALING        1.08
#define WIDE_SCALING   1.25     /* while most nodes overlap several others */
#define MAX_ROUNDS     260
#define ROUNDS_A_SCALING 12     /* pushes in a crowd that gets no thinner need more ground */
#define MANY_NODES     2000     /* from here on more ground is given sooner, as rounds are dear */
#define MAX_ROUNDS_OF_MANY 60
#define ROUNDS_A_SCALING_OF_MANY 4
#define SLACK          0.01    /* pushed this much farther than asked, so that rounding does not undo it */
#define PLACED_SHARE   0.15    /* how readily a placed node moves, beside 1 of a new one */

EntRoom
ent_room_get (const EntLayoutNode *node)
{
  EntRect shape = ent_layout_node_shape_box (node), label = ent_layout_node_label_box (node);
  EntRoom room = { .n_parts = 1 };

  room.parts[0] = (EntBox) { shape.x, shape.y, shape.x + shape.width, shape.y + shape.height };
  if (label.width > 0)
    {
      /* The gap between shape and label belongs to the room as well. */
      room.parts[1] = (EntBox) { label.x, node->y + node->radius, label.x + label.width, label.y + label.height };
      room.n_parts = 2;
    }
  return room;
}

EntBox
ent_room_bounds (const EntRoom *room)
{
  EntBox box = room->parts[0];

  for (guint i = 1; i < room->n_parts; i++)
    {
      box.left = MIN (box.left, room->parts[i].left);
      box.top = MIN (box.top, room->parts[i].top);
      box.right = MAX (box.right, room->parts[i].right);
      box.bottom = MAX (box.bottom, room->parts[i].bottom);
    }
  return box;
}

static gboolean
boxes_overlap (const EntBox *a, const EntBox *b, double margin)
{
  return a->left < b->right + margin && b->left < a->right + margin
         && a->top < b->bottom + margin && b->top < a->bottom + margin;
}

gboolean
ent_rooms_overlap (const EntRoom *a, const EntRoom *b, double margin)
{
  for (guint i = 0; i < a->n_parts; i++)
    for (guint j = 0; j < b->n_parts; j++)
      if (boxes_overlap (&a->parts[i], &b->parts[j], margin))
        return TRUE;
  return FALSE;
}

gboolean
ent_rooms_part (const EntRoom *a, const EntRoom *b, double margin, double *dx, double *dy)
{
  double right = 0, left = 0, down = 0, up = 0, x, y;

  for (guint i = 0; i < a->n_parts; i++)
    for (guint j = 0; j < b->n_parts; j++)
      if (boxes_overlap (&a->parts[i], &b->parts[j], margin))
        {
          right = MAX (right, b->parts[j].right - a->parts[i].left + margin);
          left = MAX (left, a->parts[i].right - b->parts[j].left + margin);
          down = MAX (down, b->parts[j].bottom - a->parts[i].top + margin);
          up = MAX (up, a->parts[i].bottom - b->parts[j].top + margin);
        }
  *dx = *dy = 0;
  if (right == 0 && left == 0)
    return FALSE;
  x = right <= left ? right + SLACK : -(left + SLACK);
  y = down <= up ? down + SLACK : -(up + SLACK);
  if (fabs (x) <= fabs (y))
    *dx = x;
  else
    *dy = y;
  return TRUE;
}

/* The order of the nodes by their rooms' left edges, equal ones by index. */
typedef struct { double left, right, top, bottom; guint node; } SweepItem;

static int
compare_sweep_items (const void *a, const void *b)
{
  const SweepItem *x = a, *y = b;

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  return (x->node > y->node) - (x->node < y->node);
}

static void
sweep_sort (const EntLayoutGraph *graph, SweepItem *items)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntRoom room = ent_room_get (&graph->nodes[i]);
      EntBox box = ent_room_bounds (&room);

      items[i] = (SweepItem) { box.left, box.right, box.top, box.bottom, i };
    }
  qsort (items, graph->n_nodes, sizeof *items, compare_sweep_items);
}

/* Pushes a pair apart; returns whether they overlapped and could be moved. */
static gboolean
push_pair (EntLayoutNode *a, EntLayoutNode *b, double share_a, double share_b, double margin)
{
  EntRoom room_a = ent_room_get (a), room_b = ent_room_get (b);
  double sum = share_a + share_b;
  double dx, dy;

  if (sum == 0 || !ent_rooms_part (&room_a, &room_b, margin, &dx, &dy))
    return FALSE;
  a->x += dx * share_a / sum;
  a->y += dy * share_a / sum;
  b->x -= dx * share_b / sum;
  b->y -= dy * share_b / sum;
  return TRUE;
}

/* Whether two meet up and down, as things were when they were sorted; if a push has changed that since, the next round sees it. */
static gboolean
meet (const SweepItem *a, const SweepItem *b, double margin)
{
  return a->top < b->bottom + margin && b->top < a->bottom + margin;
}

static guint
push_all (EntLayoutGraph *graph, const double *shares, double margin, SweepItem *items)
{
  guint n_overlaps = 0;

  sweep_sort (graph, items);
  for (guint i = 0; i < graph->n_nodes; i++)
    for (guint j = i + 1; j < graph->n_nodes && items[j].left < items[i].right + margin; j++)
      if (meet (&items[i], &items[j], margin))
        n_overlaps += push_pair (&graph->nodes[items[i].node], &graph->nodes[items[j].node],
                                 shares[items[i].node], shares[items[j].node], margin);
  return n_overlaps;
}

static guint
count_all (const EntLayoutGraph *graph, double margin, SweepItem *items)
{
  guint n_overlaps = 0;

  sweep_sort (graph, items);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntRoom room = ent_room_get (&graph->nodes[items[i].node]);

      for (guint j = i + 1; j < graph->n_nodes && items[j].left < items[i].right + margin; j++)
        {
          EntRoom other;

          if (!meet (&items[i], &items[j], margin))
            continue;
          other = ent_room_get (&graph->nodes[items[j].node]);
          n_overlaps += ent_rooms_overlap (&room, &other, margin);
        }
    }
  return n_overlaps;
}

guint
ent_overlaps_push (EntLayoutGraph *graph, const double *shares, double margin)
{
  g_autofree SweepItem *items = g_new (SweepItem, MAX (graph->n_nodes, 1));

  return push_all (graph, shares, margin, items);
}

static gboolean
all_are_new (const EntLayoutGraph *graph)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].placed || graph->nodes[i].pinned)
      return FALSE;
  return TRUE;
}

static void
scale (EntLayoutGraph *graph, double factor)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      graph->nodes[i].x *= factor;
      graph->nodes[i].y *= factor;
    }
}

/* A quick look that spares most nodes the closer one. */
static gboolean
may_touch (const EntBox *box, const EntLayoutNode *node, double margin)
{
  double half = MAX (node->radius, node->label_width / 2) + margin;

  return node->x + half > box->left && node->x - half < box->right && node->y - node->radius - margin < box->bottom
         && node->y + node->radius + ENT_LAYOUT_LABEL_GAP + node->label_height + margin > box->top;
}

static gboolean
is_free (const EntLayoutGraph *graph, guint node, double margin)
{
  EntRoom room = ent_room_get (&graph->nodes[node]);
  EntBox box = ent_room_bounds (&room);

  for (guint i = 0; i < graph->n_nodes; i++)
    if (i != node && may_touch (&box, &graph->nodes[i], margin))
      {
        EntRoom other = ent_room_get (&graph->nodes[i]);

        if (ent_rooms_overlap (&room, &other, margin))
          return FALSE;
      }
  return TRUE;
}

/* The nearest place free of all others, searched in growing squares about where the node is. */
static void
move_to_free_place (EntLayoutGraph *graph, guint index, double margin)
{
  EntLayoutNode *node = &graph->nodes[index];
  const double x = node->x, y = node->y;
  EntRoom room = ent_room_get (node);
  EntBox box = ent_room_bounds (&room);
  double step = MAX (4.0, (box.bottom - box.top + box.right - box.left) / 16);

  for (gint ring = 1; ; ring++)
    for (gint along = 0; along <= ring; along++)
      for (guint side = 0; side < 8; side++)
        {
          gint a = side & 1 ? -along : along, b = side & 2 ? -ring : ring;

          node->x = x + step * (side & 4 ? a : b);
          node->y = y + step * (side & 4 ? b : a);
          if (is_free (graph, index, margin))
            return;
        }
}

/* Crowded all over, everything grows from the middle. */
static void
spread (EntLayoutGraph *graph, double margin, SweepItem *items)
{
  for (guint step = 0; step < MAX_SCALINGS; step++)
    {
      guint n_overlaps = count_all (graph, margin, items);

      if (n_overlaps <= graph->n_nodes / 4)
        return;
      scale (graph, n_overlaps > 2 * graph->n_nodes ? WIDE_SCALING : SCALING);
    }
}

/* TRUE: no overlap is left. */
static gboolean
push_in_rounds (EntLayoutGraph *graph, const double *shares, double margin, gboolean may_scale, SweepItem *items, GCancellable *cancellable)
{
  gboolean many = graph->n_nodes > MANY_NODES;
  guint n_rounds = many ? MAX_ROUNDS_OF_MANY : MAX_ROUNDS, period = many ? ROUNDS_A_SCALING_OF_MANY : ROUNDS_A_SCALING;
  guint few = graph->n_nodes / (many ? 64 : 16);

  for (guint round = 0; round < n_rounds; round++)
    {
      guint n_overlaps = push_all (graph, shares, margin, items);

      if (n_overlaps == 0 || g_cancellable_is_cancelled (cancellable))
        return TRUE;
      if (may_scale && round % period == period - 1 && n_overlaps > few)
        scale (graph, SCALING);
    }
  return FALSE;
}

void
ent_overlaps_remove (EntLayoutGraph *graph, double margin, GCancellable *cancellable)
{
  g_autofree SweepItem *items = g_new (SweepItem, MAX (graph->n_nodes, 1));
  g_autofree double *shares = g_new (double, MAX (graph->n_nodes, 1));
  gboolean is_new = all_are_new (graph);   /* only where nothing has its place yet the whole may grow */

  for (guint i = 0; i < graph->n_nodes; i++)
    shares[i] = graph->nodes[i].pinned ? 0 : graph->nodes[i].placed ? PLACED_SHARE : 1;
  /* Scaled alike everywhere, a large drawing would be all emptiness about its crowded middle. */
  if (is_new && graph->n_nodes > MANY_NODES && count_all (graph, margin, items) > graph->n_nodes)
    ent_evening_run (graph, margin);
  if (is_new)
    spread (graph, margin, items);
  if (push_in_rounds (graph, shares, margin, is_new, items, cancellable))
    return;
  /* What has no place of its own yet moves first; a placed node only when that was not enough. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < graph->n_nodes && !g_cancellable_is_cancelled (cancellable); i++)
      if (!graph->nodes[i].pinned && graph->nodes[i].placed == (pass == 1) && !is_free (graph, i, margin))
        move_to_free_place (graph, i, margin);
}
