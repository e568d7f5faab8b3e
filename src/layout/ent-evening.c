/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The nodes are halved again and again, across the longer side of the ground they have, so that both halves need the same; each half
 * gets its share of the ground, and a single node the middle of what is left for it. That alone would fill a rectangle to its corners
 * without a trace of the groups there are: nodes go most of the way there from where they were. */

#include "ent-evening.h"
#include "ent-overlaps.h"

#include <math.h>

#define GROUND      2.6     /* of all nodes, in what their rooms take */
#define WAY         0.85    /* that each goes */

typedef struct {
  EntPoint place, target;
  double   need;            /* of ground, square units */
  guint    node;
} EvenItem;

static int
compare_x (const void *a, const void *b)
{
  const EvenItem *p = a, *q = b;

  if (p->place.x != q->place.x)
    return p->place.x < q->place.x ? -1 : 1;
  return (p->node > q->node) - (p->node < q->node);
}

static int
compare_y (const void *a, const void *b)
{
  const EvenItem *p = a, *q = b;

  if (p->place.y != q->place.y)
    return p->place.y < q->place.y ? -1 : 1;
  return (p->node > q->node) - (p->node < q->node);
}

/* The first of the second half, and the first half's share; both halves have at least one of the n > 1. */
static guint
halve (const EvenItem *items, guint n, double *share)
{
  double all = 0, first = 0;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    all += items[i].need;
  do
    first += items[at++].need;
  while (at + 1 < n && first + items[at].need / 2 < all / 2);
  *share = first / all;
  return at;
}

static void
give_ground (EvenItem *items, guint n, EntBox ground)
{
  gboolean wide = ground.right - ground.left > ground.bottom - ground.top;
  EntBox first = ground, second = ground;
  double share;
  guint middle;

  if (n == 1)
    {
      items->target = (EntPoint) { (ground.left + ground.right) / 2, (ground.top + ground.bottom) / 2 };
      return;
    }
  qsort (items, n, sizeof *items, wide ? compare_x : compare_y);
  middle = halve (items, n, &share);
  if (wide)
    first.right = second.left = ground.left + share * (ground.right - ground.left);
  else
    first.bottom = second.top = ground.top + share * (ground.bottom - ground.top);
  give_ground (items, middle, first);
  give_ground (items + middle, n - middle, second);
}

void
ent_evening_run (EntLayoutGraph *graph, double margin)
{
  g_autofree EvenItem *items = g_new (EvenItem, MAX (graph->n_nodes, 1));
  EntBox all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE }, ground;
  double need = 0, grow, x, y;

  if (graph->n_nodes < 2)
    return;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntRoom room = ent_room_get (&graph->nodes[i]);
      EntBox box = ent_room_bounds (&room);

      items[i] = (EvenItem) { .place = { graph->nodes[i].x, graph->nodes[i].y }, .node = i,
                              .need = (box.right - box.left + margin) * (box.bottom - box.top + margin) };
      need += items[i].need;
      all = (EntBox) { MIN (all.left, items[i].place.x), MIN (all.top, items[i].place.y),
                       MAX (all.right, items[i].place.x), MAX (all.bottom, items[i].place.y) };
    }
  /* The old drawing is blown up, or shrunk, to the new one's size. */
  grow = sqrt (GROUND * need / MAX ((all.right - all.left) * (all.bottom - all.top), 1.0));
  x = (all.left + all.right) / 2;
  y = (all.top + all.bottom) / 2;
  ground = (EntBox) { x + (all.left - x) * grow, y + (all.top - y) * grow, x + (all.right - x) * grow, y + (all.bottom - y) * grow };
  give_ground (items, graph->n_nodes, ground);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      graph->nodes[items[i].node].x = WAY * items[i].target.x + (1 - WAY) * (x + (items[i].place.x - x) * grow);
      graph->nodes[items[i].node].y = WAY * items[i].target.y + (1 - WAY) * (y + (items[i].place.y - y) * grow);
    }
}
