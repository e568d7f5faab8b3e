/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Threshold accepting (Dueck & Scheuer 1990): a random move is taken unless it makes the drawing worse by more than a threshold,
 * which falls to nothing; like annealing, without an exponential whose last bit may differ. Only what depends on the moved node
 * is worked out before and after. */
#include "ent-polish-private.h"

#include <math.h>
#include <string.h>

#define BUDGET         3.2e6      /* box and segment tests in a run */
#define MAX_MOVES      320      /* a node */
#define FIRST_THRESHOLD 0.8

/* What is tried, drawn before anyone asks where things are, so that a run's draws can be repeated without it. */
typedef struct {
  enum { TO_NEIGHBOUR, SWAP, NEARBY } kind;
  guint    node;
  guint    other;      /* SWAP: the other; TO_NEIGHBOUR: which of the node's bundles */
  EntPoint way;        /* in the square −1 … 1 */
} Move;

static EntPoint
draw_way (EntRandom *random)
{
  double x = ent_random_double (random), y = ent_random_double (random);

  return (EntPoint) { 2 * x - 1, 2 * y - 1 };
}

/* movable: n_free nodes */
static Move
draw_move (const EntPolish *self, const guint *movable, guint n_free, EntRandom *random)
{
  Move move = { .node = movable[ent_random_below (random, n_free)] };
  guint kind = ent_random_below (random, 16);

  move.kind = kind < 4 ? TO_NEIGHBOUR : kind == 4 ? SWAP : NEARBY;
  if (move.kind == SWAP)
    move.other = movable[ent_random_below (random, n_free)];
  else if (move.kind == TO_NEIGHBOUR)
    move.other = ent_random_below (random, self->starts[move.node + 1] - self->starts[move.node]);
  if (move.kind != SWAP)
    move.way = draw_way (random);
  return move;
}

/* A place at the wished distance from one of the node's neighbours. */
static EntPoint
about_neighbour (const EntPolish *self, const Move *move)
{
  const EntPolishBundle *bundle = &self->bundles[self->incident[self->starts[move->node] + move->other]];
  guint other = bundle->from == move->node ? bundle->to : bundle->from;
  double length = sqrt (move->way.x * move->way.x + move->way.y * move->way.y) + 1e-9;
  double wish = self->wishes[(gsize) move->node * self->n_nodes + other];

  return (EntPoint) { self->places[other].x + move->way.x / length * wish, self->places[other].y + move->way.y / length * wish };
}

static void
try_place (EntPolish *self, guint node, EntPoint place, double threshold)
{
  EntPoint before = self->places[node];
  double enough = ent_polish_cost_of_node (self, node, G_MAXDOUBLE) + threshold;

  ent_polish_put (self, node, place);
  if (ent_polish_cost_of_node (self, node, enough) > enough)
    ent_polish_put (self, node, before);
}

/* What lies between the two is counted twice, before and after alike. */
static void
try_swap (EntPolish *self, guint a, guint b, double threshold)
{
  EntPoint place_a = self->places[a], place_b = self->places[b];
  double enough = ent_polish_cost_of_node (self, a, G_MAXDOUBLE) + ent_polish_cost_of_node (self, b, G_MAXDOUBLE) + threshold;

  ent_polish_put (self, a, place_b);
  ent_polish_put (self, b, place_a);
  if (ent_polish_cost_of_node (self, a, enough) + ent_polish_cost_of_node (self, b, enough) > enough)
    {
      ent_polish_put (self, a, place_a);
      ent_polish_put (self, b, place_b);
    }
}

/* left: 1 at the beginning, 0 at the end */
static void
try_move (EntPolish *self, const Move *move, double left)
{
  double threshold = FIRST_THRESHOLD * MAX (left - 0.3, 0), reach = 4 + 220 * left * left;
  EntPoint place = self->places[move->node];

  if (move->kind == TO_NEIGHBOUR)
    try_place (self, move->node, about_neighbour (self, move), threshold);
  else if (move->kind == NEARBY)
    try_place (self, move->node, (EntPoint) { place.x + move->way.x * reach, place.y + move->way.y * reach }, threshold);
  else if (move->other != move->node)
    try_swap (self, move->node, move->other, threshold);
}

static guint
count_moves (const EntPolish *self, guint n_free)
{
  double degree = 2.0 * self->n_bundles / MAX (self->n_nodes, 1);
  double tests = self->n_nodes + self->n_bundles + (degree + 1) * (self->n_nodes + 2.0 * self->n_bundles);
  double n_moves = MIN (BUDGET / (2 * tests), (double) MAX_MOVES * n_free);

  return (guint) n_moves;
}

/* (transfer full): the nodes that may move; NULL where there are none. */
static guint *
list_movable (const EntPolish *self, guint *n_free)
{
  guint *movable = g_new (guint, self->n_nodes);

  *n_free = 0;
  for (guint i = 0; i < self->n_nodes; i++)
    if (!self->graph->nodes[i].placed && !self->graph->nodes[i].pinned)
      movable[(*n_free)++] = i;
  if (*n_free == 0)
    g_clear_pointer (&movable, g_free);
  return movable;
}

void
ent_polish_run (EntPolish *self, EntPoint *places, EntRandom *random)
{
  guint n_free, n_moves;
  g_autofree guint *movable = list_movable (self, &n_free);

  if (movable == NULL)
    return;
  for (guint i = 0; i < self->n_nodes; i++)
    ent_polish_put (self, i, places[i]);
  n_moves = count_moves (self, n_free);
  for (guint i = 0; i < n_moves; i++)
    {
      Move move = draw_move (self, movable, n_free, random);

      try_move (self, &move, 1 - (double) i / n_moves);
    }
  memcpy (places, self->places, sizeof (EntPoint) * self->n_nodes);
}

void
ent_polish_skip (const EntPolish *self, EntRandom *random)
{
  guint n_free;
  g_autofree guint *movable = list_movable (self, &n_free);
  guint n_moves = movable != NULL ? count_moves (self, n_free) : 0;

  for (guint i = 0; i < n_moves; i++)
    draw_move (self, movable, n_free, random);
}
