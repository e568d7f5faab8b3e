/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Around a busy node all links aim at its centre, and where several come from about the same side their arrowheads would pile
 * up. Each end therefore claims a piece of the border as wide as its head; ends that want the same piece push each other along
 * it, in their order around the node and by no more than MAX_TURN, until they stand side by side or the rounds are over. */
#include "ent-scene-private.h"

#include "ent-scene-figure.h"

#include <math.h>

#define MAX_TURN   0.65    /* radians */
#define MAX_SHIFT  24.0    /* units, below names */
#define N_ROUNDS   40
#define ROOM       1.0     /* between two heads, units */
#define MAX_CLAIM  5.2     /* radians of all ends together: what a crowd claims beyond that is shared out */

typedef struct {
  guint    link;
  gboolean at_end;      /* of the link; else its start */
  double   angle;       /* about the node's centre, as routed; of those below a name x, in units, and so turn and claim */
  double   outer;       /* the same a little further out: the order of ends at the same point */
  double   turn;
  double   claim;       /* half of the angle it takes */
} End;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *x = a, *y = b;

  if (fabs (x->angle - y->angle) > 1e-3)
    return x->angle < y->angle ? -1 : 1;
  if (x->outer != y->outer)
    return x->outer < y->outer ? -1 : 1;
  return (x->link > y->link) - (x->link < y->link);
}

/* Half of the width of what is drawn at that end. */
static double
half_width_of (const EntScene *self, guint link, gboolean at_end)
{
  EntLinkFigure figure;
  gboolean      has_head = at_end ? self->links[link].arrow_at_end : self->links[link].arrow_at_start;

  if (!has_head || !ent_link_figure (&self->links[link], self->link_states[link].stance, 0, &figure))
    return self->links[link].width / 2;
  const EntHeadFigure *head = &figure.heads[at_end ? 0 : figure.n_heads - 1];
  EntPoint             a = head->points[1], b = head->points[head->n_points - 1];
  return hypot (a.x - b.x, a.y - b.y) / 2;
}

static void
add_end (const EntScene *self, GArray *ends, GArray *below, guint index, gboolean at_end)
{
  const EntSceneLink *link = &self->links[index];
  const EntSceneNode *node = &self->nodes[at_end ? link->to : link->from];
  EntCurve            curve = ent_link_curve (link);
  EntPoint            p = at_end ? curve.end : curve.start, further = ent_curve_at (&curve, at_end ? 0.75 : 0.25);
  double              dx = p.x - node->x, dy = p.y - node->y, reach = hypot (dx, dy);

  if (ent_scene_is_below_name (node, p))
    {
      End end = { .link = index, .at_end = at_end, .angle = p.x, .outer = further.x,
                  .claim = half_width_of (self, index, at_end) + ROOM / 2 };
      g_array_append_val (below, end);
      return;
    }
  /* Ends at the sides of names are left alone. */
  if (reach < 1 || ent_shape_distance (node->form, node->radius, dx, dy) > 0.01)
    return;
  End end = { .link = index, .at_end = at_end, .angle = atan2 (dy, dx), .claim = (half_width_of (self, index, at_end) + ROOM / 2) / reach };
  double outer = atan2 (further.y - node->y, further.x - node->x);
  end.outer = remainder (outer - end.angle, 2 * G_PI);
  g_array_append_val (ends, end);
}

static void
push_apart (End *ends, guint n_ends)
{
  double claims = 0;

  for (guint i = 0; i < n_ends; i++)
    claims += 2 * ends[i].claim;
  double share = claims > MAX_CLAIM ? MAX_CLAIM / claims : 1;
  for (int pass = 0; pass < N_ROUNDS; pass++)
    for (guint i = 0; i < n_ends; i++)
      {
        End   *a = &ends[i], *b = &ends[(i + 1) % n_ends];
        double gap = b->angle + b->turn - a->angle - a->turn + (i + 1 == n_ends ? 2 * G_PI : 0);
        double lack = (a->claim + b->claim) * share - gap;
        if (lack <= 1e-4)
          continue;
        a->turn = MAX (a->turn - lack / 2, -MAX_TURN);
        b->turn = MIN (b->turn + lack / 2, MAX_TURN);
      }
}

/* The same along the lower edge of a name, between its sides. */
static void
push_along (End *ends, guint n_ends, double left, double right)
{
  for (int pass = 0; pass < N_ROUNDS; pass++)
    for (guint i = 0; i + 1 < n_ends; i++)
      {
        End   *a = &ends[i], *b = &ends[i + 1];
        double lack = a->claim + b->claim - (b->angle + b->turn - a->angle - a->turn);
        if (lack <= 1e-3)
          continue;
        a->turn = MAX (a->turn - lack / 2, MAX (-MAX_SHIFT, MIN (left - a->angle, 0)));
        b->turn = MIN (b->turn + lack / 2, MIN (MAX_SHIFT, MAX (right - b->angle, 0)));
      }
}

void
ent_scene_spread_ends (EntScene *self)
{
  g_autofree GArray **ends_of = g_new0 (GArray *, MAX (self->n_nodes, 1)), **below = g_new0 (GArray *, MAX (self->n_nodes, 1));

  for (guint i = 0; i < self->n_nodes; i++)
    {
      ends_of[i] = g_array_new (FALSE, FALSE, sizeof (End));
      below[i] = g_array_new (FALSE, FALSE, sizeof (End));
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      guint from = self->links[i].from, to = self->links[i].to;
      add_end (self, ends_of[from], below[from], i, FALSE);
      add_end (self, ends_of[to], below[to], i, TRUE);
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_array_sort (ends_of[i], compare_ends);
      if (ends_of[i]->len > 1)
        push_apart ((End *) (void *) ends_of[i]->data, ends_of[i]->len);
      for (guint e = 0; e < ends_of[i]->len; e++)
        {
          const End    *end = &g_array_index (ends_of[i], End, e);
          EntLinkState *state = &self->link_states[end->link];
          if (end->at_end)
            state->turn_to = end->turn;
          else
            state->turn_from = end->turn;
        }
      g_array_sort (below[i], compare_ends);
      if (below[i]->len > 1)
        push_along ((End *) (void *) below[i]->data, below[i]->len,
                    self->nodes[i].label_x, self->nodes[i].label_x + self->nodes[i].label_width);
      for (guint e = 0; e < below[i]->len; e++)
        {
          const End    *end = &g_array_index (below[i], End, e);
          EntLinkState *state = &self->link_states[end->link];
          if (end->at_end)
            state->shift_to = end->turn;
          else
            state->shift_from = end->turn;
        }
      g_array_unref (ends_of[i]);
      g_array_unref (below[i]);
    }
}
