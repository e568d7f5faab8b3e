/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Position-based dynamics, no velocities. In each step the edges near the held node are drawn towards the lengths they had when it
 * was taken, the nearer the stronger; every node is drawn back a little to where it was then; at last rooms that overlap are
 * pushed apart. When the hand has rested for a while the pulls fade, so that only the pushes are left and everything comes to rest. */

#include "ent-layout.h"
#include "ent-overlaps.h"

#include <math.h>

#define MARGIN         5.0
#define MAX_DEPTH      3
#define MAX_PLACE      1e7     /* as in a layout: farther out is no place */
#define SPRING         0.5     /* of an edge's error that is mended in a step, when both ends follow fully */
#define HOMING         0.10    /* of the way home that a node goes back in a step, when it does not follow at all */
#define N_PUSHES       4       /* rounds in a step */
#define RESTLESS       0.05    /* movement that counts, map units */
#define STEPS_TO_FADE  24      /* at rest, before the pulls fade */
#define FADE           0.88
#define MAX_STILL      300     /* steps at rest */

static const double FOLLOW[MAX_DEPTH + 1] = { 0, 0.6, 0.25, 0.08 };   /* by the number of links to the held node */

typedef struct { guint a, b; double length; } Spring;

struct _EntDrag {
  EntLayoutGraph *graph;       /* borrowed */
  guint           node;
  double          x, y;        /* where the hand was last */
  EntPoint       *homes;       /* n_nodes: where everything was when the node was taken */
  double         *follow;      /* n_nodes: 0 … 1 */
  double         *shares;      /* n_nodes: how readily it is pushed */
  EntPoint       *before;      /* n_nodes: scratch */
  GArray         *springs;
  guint           n_still;     /* steps since the hand came to rest */
  double          pull;        /* 1 … 0 */
};

/* depths: one a node, in links from the held one; MAX_DEPTH + 1: farther. */
static void
measure_depths (const EntDrag *self, guint *depths)
{
  const EntLayoutGraph *graph = self->graph;

  for (guint i = 0; i < graph->n_nodes; i++)
    depths[i] = i == self->node ? 0 : MAX_DEPTH + 1;
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    for (guint e = 0; e < graph->n_edges; e++)
      {
        guint from = graph->edges[e].from, to = graph->edges[e].to;

        if (from >= graph->n_nodes || to >= graph->n_nodes)
          continue;
        if (depths[from] == depth)
          depths[to] = MIN (depths[to], depth + 1);
        if (depths[to] == depth)
          depths[from] = MIN (depths[from], depth + 1);
      }
}

static void
add_springs (EntDrag *self, const guint *depths)
{
  const EntLayoutGraph *graph = self->graph;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      guint a = graph->edges[e].from, b = graph->edges[e].to;
      double dx, dy;
      Spring spring;

      if (a >= graph->n_nodes || b >= graph->n_nodes || a == b || MIN (depths[a], depths[b]) >= MAX_DEPTH)
        continue;
      dx = graph->nodes[a].x - graph->nodes[b].x;
      dy = graph->nodes[a].y - graph->nodes[b].y;
      spring = (Spring) { a, b, sqrt (dx * dx + dy * dy) };
      g_array_append_val (self->springs, spring);
    }
}

EntDrag *
ent_drag_new (EntLayoutGraph *graph, guint node)
{
  EntDrag *self;
  g_autofree guint *depths = NULL;

  g_return_val_if_fail (graph != NULL && node < graph->n_nodes, NULL);

  self = g_new0 (EntDrag, 1);
  self->graph = graph;
  self->node = node;
  self->homes = g_new (EntPoint, graph->n_nodes);
  self->before = g_new (EntPoint, graph->n_nodes);
  self->follow = g_new0 (double, graph->n_nodes);
  self->shares = g_new0 (double, graph->n_nodes);
  self->springs = g_array_new (FALSE, FALSE, sizeof (Spring));
  self->pull = 1;
  depths = g_new (guint, graph->n_nodes);
  measure_depths (self, depths);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntLayoutNode *at = &graph->nodes[i];

      if (!(fabs (at->x) <= MAX_PLACE) || !(fabs (at->y) <= MAX_PLACE))
        at->x = at->y = 0;
      self->homes[i] = (EntPoint) { at->x, at->y };
      if (i == node || at->pinned)
        continue;
      self->shares[i] = 1;
      self->follow[i] = depths[i] <= MAX_DEPTH ? FOLLOW[depths[i]] : 0;
    }
  add_springs (self, depths);
  self->x = graph->nodes[node].x;
  self->y = graph->nodes[node].y;
  return self;
}

void
ent_drag_free (EntDrag *self)
{
  if (!self)
    return;
  g_array_unref (self->springs);
  g_free (self->homes);
  g_free (self->before);
  g_free (self->follow);
  g_free (self->shares);
  g_free (self);
}

static void
pull_springs (EntDrag *self)
{
  for (guint s = 0; s < self->springs->len; s++)
    {
      const Spring *spring = &g_array_index (self->springs, Spring, s);
      EntLayoutNode *a = &self->graph->nodes[spring->a], *b = &self->graph->nodes[spring->b];
      double dx = a->x - b->x, dy = a->y - b->y, length = sqrt (dx * dx + dy * dy);
      double error = length > 1e-6 ? SPRING * self->pull * (length - spring->length) / length : 0;

      a->x -= dx * error * self->follow[spring->a];
      a->y -= dy * error * self->follow[spring->a];
      b->x += dx * error * self->follow[spring->b];
      b->y += dy * error * self->follow[spring->b];
    }
}

static void
pull_home (EntDrag *self)
{
  for (guint i = 0; i < self->graph->n_nodes; i++)
    {
      EntLayoutNode *node = &self->graph->nodes[i];
      double share = HOMING * self->pull * self->shares[i] * (1 - self->follow[i]);

      node->x += (self->homes[i].x - node->x) * share;
      node->y += (self->homes[i].y - node->y) * share;
    }
}

/* What pushes alone did not part goes to the nearest free place. The held node counts as pinned meanwhile. */
static void
settle (EntDrag *self)
{
  EntLayoutNode *held = &self->graph->nodes[self->node];
  gboolean was_pinned = held->pinned;

  held->pinned = TRUE;
  ent_overlaps_remove (self->graph, MARGIN, NULL);
  held->pinned = was_pinned;
}

static void
take_to (EntDrag *self, double x, double y)
{
  if (fabs (x) <= MAX_PLACE && fabs (y) <= MAX_PLACE && (x != self->x || y != self->y))   /* not for what is no number */
    {
      self->x = x;
      self->y = y;
      self->n_still = 0;
      self->pull = 1;
    }
  else if (self->n_still < MAX_STILL)
    self->n_still++;
  self->graph->nodes[self->node].x = self->x;
  self->graph->nodes[self->node].y = self->y;
}

gboolean
ent_drag_step (EntDrag *self, double x, double y)
{
  EntLayoutGraph *graph;
  double most = 0;
  guint n_pushed = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  graph = self->graph;
  for (guint i = 0; i < graph->n_nodes; i++)
    self->before[i] = (EntPoint) { graph->nodes[i].x, graph->nodes[i].y };
  take_to (self, x, y);
  if (self->n_still > STEPS_TO_FADE)
    self->pull *= FADE;
  pull_springs (self);
  pull_home (self);
  for (guint round = 0; round < N_PUSHES; round++)
    if ((n_pushed = ent_overlaps_push (graph, self->shares, MARGIN)) == 0)
      break;
  for (guint i = 0; i < graph->n_nodes; i++)
    most = MAX (most, MAX (fabs (graph->nodes[i].x - self->before[i].x), fabs (graph->nodes[i].y - self->before[i].y)));
  if (self->n_still == 0 || (most > RESTLESS && self->n_still < MAX_STILL))
    return TRUE;
  if (n_pushed > 0)
    settle (self);
  return FALSE;
}
