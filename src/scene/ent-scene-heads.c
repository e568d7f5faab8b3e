/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a link meets its node beside or through a name, its head may come to lie on the letters, or its end to stand at the name's side,
 * where it seems to hang in the air (below a name is as good as at the shape). Each such link is routed again with
 * its end turned a little farther about the node, and bent a little more or less, in small steps either way; what the result costs is
 * measured on the figure that will be drawn, and the cheapest one stays. The others are left as they are. */
#include "ent-scene-private.h"

#include "ent-curve.h"
#include "ent-scene-figure.h"

#include <math.h>

#define TURN_STEP     0.12    /* radians */
#define MAX_TURNS     13      /* to either side */
#define BEND_STEP     20.0    /* units */
#define MAX_BENDS     3       /* to either side */
#define CLEAR         1.5     /* between a head and a name */
#define N_SEGMENTS    12      /* a line is tested as a chain of so many */
#define INSIDE        1.0     /* a line that reaches so far into a shape runs through it */
#define NAME_COST     10.0    /* a head on a name */
#define SHAPE_COST    6.0     /* a line or a head over a third node's shape, or a line through one of its own */
#define LETTERS_COST  1.5     /* a line over a name */
#define SIDE_COST     3.0     /* a head at the side of a name */
#define TAIL_SHARE    0.5     /* of that, for an end without a head */
#define FAN_LEAST     36.0    /* between the bends of two links of the same actors, units … */
#define FAN_COST      8.0     /* … where there is nothing between them, or they cross */
#define CROSSING_COST 1.0     /* of one that crosses another of the same actor near it */
#define GOOD          1.2     /* what costs no more is not looked for any further */
#define CROWD_COST    2.5     /* two heads in the same place */
#define TURN_COST     0.5     /* of a radian */
#define BEND_COST     1.3     /* of a bend as wide as the link is long */
#define MOST_BENT     600     /* links; in larger drawings ends are turned only, and only those with heads */
#define MOST_LINKS    1500    /* of larger drawings names are not read all at once, and nobody wants to wait */

typedef struct { EntBox bounds; guint node; } Room;

typedef struct {
  EntScene *scene;
  Room     *rooms;           /* n_nodes, by their left edges: shape and name */
  double    widest;
  guint    *starts;          /* node i's links: links[starts[i]] … links[starts[i + 1] − 1] */
  guint    *links;
  struct {
    guint        link;
    double       bend;
    gboolean     turns_from, turns_to;
    EntLinkExits exits;
  } known;                   /* the last that were looked for: all turns of a bend have the same */
} Clearing;

static const EntBox NOWHERE = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

/* How a link is routed. */
typedef struct { double bend, turn_from, turn_to; } Route;

static int
compare_rooms (const void *a, const void *b)
{
  const Room *x = a, *y = b;

  if (x->bounds.left != y->bounds.left)
    return x->bounds.left < y->bounds.left ? -1 : 1;
  return (x->node > y->node) - (x->node < y->node);
}

static void
clearing_init (Clearing *self, EntScene *scene)
{
  g_autofree guint *fill = NULL;

  *self = (Clearing) { .scene = scene, .known.link = G_MAXUINT };
  self->rooms = g_new (Room, MAX (scene->n_nodes, 1));
  self->starts = g_new0 (guint, scene->n_nodes + 1);
  self->links = g_new (guint, 2 * (gsize) scene->n_links + 1);
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      EntRect box = ent_scene_node_bounds (&scene->nodes[i]);

      self->rooms[i] = (Room) { { box.x, box.y, box.x + box.width, box.y + box.height }, i };
      self->widest = MAX (self->widest, box.width);
    }
  qsort (self->rooms, scene->n_nodes, sizeof (Room), compare_rooms);
  for (guint l = 0; l < scene->n_links; l++)
    {
      self->starts[scene->links[l].from + 1]++;
      self->starts[scene->links[l].to + 1]++;
    }
  for (guint i = 0; i < scene->n_nodes; i++)
    self->starts[i + 1] += self->starts[i];
  fill = g_memdup2 (self->starts, sizeof (guint) * (scene->n_nodes + 1));
  for (guint l = 0; l < scene->n_links; l++)
    {
      self->links[fill[scene->links[l].from]++] = l;
      self->links[fill[scene->links[l].to]++] = l;
    }
}

static void
clearing_clear (Clearing *self)
{
  g_free (self->rooms);
  g_free (self->starts);
  g_free (self->links);
}

/* The first room that may reach to the right of x. */
static guint
find_first_room (const Clearing *self, double x)
{
  guint low = 0, high = self->scene->n_nodes;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->rooms[middle].bounds.left + self->widest < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
head_hits_box (const EntHeadFigure *head, const EntBox *box)
{
  for (guint i = 0; i < head->n_points; i++)
    if (ent_segment_hits_box (head->points[i], head->points[(i + 1) % head->n_points], box))
      return TRUE;
  return FALSE;
}

static EntBox
name_box (const EntSceneNode *node, double gap)
{
  EntRect rect = ent_rect_grown (ent_scene_node_label_box (node), gap);

  return (EntBox) { rect.x, rect.y, rect.x + rect.width, rect.y + rect.height };
}

/* The heads of a link on the name of a node. */
static guint
count_heads_on_name (const EntLinkFigure *figure, const EntSceneNode *node)
{
  EntBox box = name_box (node, CLEAR);
  guint  n = 0;

  for (guint h = 0; h < figure->n_heads && node->label_width > 0; h++)
    n += head_hits_box (&figure->heads[h], &box);
  return n;
}

/* reach: at most 1; the shape lies within the square around it. */
static gboolean
is_inside (const EntSceneNode *node, EntPoint p, double reach)
{
  double half = node->radius + ENT_OUTLINE_WIDTH / 2 + 1;

  return fabs (p.x - node->x) < half && fabs (p.y - node->y) < half
    && ent_shape_distance (node->form, node->radius, p.x - node->x, p.y - node->y) < reach;
}

static double
cost_at_node (const EntLinkFigure *figure, const EntPoint *chain, const EntSceneNode *node, gboolean is_own)
{
  EntBox   name = name_box (node, 0);
  gboolean on_shape = FALSE, on_name = FALSE;

  for (guint i = 0; i <= N_SEGMENTS; i++)
    {
      on_shape = on_shape || is_inside (node, chain[i], -INSIDE);
      on_name = on_name || (i > 0 && node->label_width > 0 && ent_segment_hits_box (chain[i - 1], chain[i], &name));
    }
  for (guint h = 0; h < figure->n_heads && !is_own; h++)
    for (guint p = 0; p < figure->heads[h].n_points; p++)
      on_shape = on_shape || is_inside (node, figure->heads[h].points[p], 0);
  return on_shape * SHAPE_COST + on_name * LETTERS_COST + count_heads_on_name (figure, node) * NAME_COST;
}

static void
grow_to (EntBox *box, const EntPoint *points, guint n_points)
{
  for (guint i = 0; i < n_points; i++)
    *box = (EntBox) { MIN (box->left, points[i].x - CLEAR), MIN (box->top, points[i].y - CLEAR),
                      MAX (box->right, points[i].x + CLEAR), MAX (box->bottom, points[i].y + CLEAR) };
}

/* The next room from r on that meets the box; n_nodes: none does. */
static guint
find_room (const Clearing *self, guint r, const EntBox *box)
{
  for (; r < self->scene->n_nodes && self->rooms[r].bounds.left <= box->right; r++)
    if (self->rooms[r].bounds.right >= box->left && self->rooms[r].bounds.top <= box->bottom && self->rooms[r].bounds.bottom >= box->top)
      return r;
  return self->scene->n_nodes;
}

/* Whether another link joins the same two actors, either way round. */
static gboolean
is_sibling (const Clearing *self, guint index, guint other)
{
  const EntSceneLink *a = &self->scene->links[index], *b = &self->scene->links[other];

  return index != other && ((a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from));
}

/* Whether a bend lays a link along its siblings. */
static double
cost_of_fan (const Clearing *self, guint index, double bend)
{
  const EntSceneLink *link = &self->scene->links[index];
  double              cost = 0;

  for (guint k = self->starts[link->from]; k < self->starts[link->from + 1]; k++)
    if (is_sibling (self, index, self->links[k]))
      {
        double other = self->scene->link_states[self->links[k]].bend;
        double apart = fabs (self->scene->links[self->links[k]].from == link->from ? bend - other : bend + other);

        cost += FAN_COST * MAX (1 - apart / FAN_LEAST, 0);
      }
  return cost;
}

static gboolean
has_head_on_name (const Clearing *self, const EntLinkFigure *figure)
{
  for (guint h = 0; h < figure->n_heads; h++)
    {
      const EntHeadFigure *head = &figure->heads[h];
      EntBox               box = NOWHERE;

      grow_to (&box, head->points, head->n_points);
      for (guint r = find_room (self, find_first_room (self, box.left), &box); r < self->scene->n_nodes; r = find_room (self, r + 1, &box))
        if (count_heads_on_name (figure, &self->scene->nodes[self->rooms[r].node]) > 0)
          return TRUE;
    }
  return FALSE;
}

/* What a link runs over; where that is least or more, no less than that. */
static double
cost_of_figure (const Clearing *self, guint index, const EntLinkFigure *figure, double least)
{
  const EntSceneLink *link = &self->scene->links[index];
  EntBox              box = NOWHERE;
  EntPoint            chain[N_SEGMENTS + 1];
  double              cost = 0;

  for (guint i = 0; i <= N_SEGMENTS; i++)
    chain[i] = ent_curve_at (&figure->line, (double) i / N_SEGMENTS);
  grow_to (&box, chain, N_SEGMENTS + 1);
  for (guint h = 0; h < figure->n_heads; h++)
    grow_to (&box, figure->heads[h].points, figure->heads[h].n_points);
  for (guint r = find_room (self, find_first_room (self, box.left), &box); r < self->scene->n_nodes && cost < least;
       r = find_room (self, r + 1, &box))
    {
      guint node = self->rooms[r].node;

      cost += cost_at_node (figure, chain, &self->scene->nodes[node], node == link->from || node == link->to);
    }
  return cost;
}

/* Half of what a head takes of the border, about. */
static double
half_head (const EntSceneLink *link)
{
  return 4 + 0.9 * link->width;
}

/* Whether other heads stand where the one at this end of the link stands. */
static double
cost_of_crowd (const Clearing *self, guint index, gboolean at_end)
{
  const EntSceneLink *link = &self->scene->links[index];
  guint               node = at_end ? link->to : link->from;
  EntPoint            tip = at_end ? (EntPoint) { link->x1, link->y1 } : (EntPoint) { link->x0, link->y0 };
  double              cost = 0;

  for (guint k = self->starts[node]; k < self->starts[node + 1]; k++)
    {
      const EntSceneLink *other = &self->scene->links[self->links[k]];
      gboolean            other_at_end = other->to == node;
      EntPoint            p = other_at_end ? (EntPoint) { other->x1, other->y1 } : (EntPoint) { other->x0, other->y0 };
      double              apart = ent_length (p.x - tip.x, p.y - tip.y), needed = half_head (link) + half_head (other);

      if (self->links[k] != index && (other_at_end ? other->arrow_at_end : other->arrow_at_start) && apart < needed)
        cost += CROWD_COST * (1 - apart / needed);
    }
  return cost;
}

/* The end of a link at a node, and the middle of its curve, both from the node's centre. */
static void
find_directions (const EntSceneLink *link, const EntSceneNode *node, gboolean at_end, EntPoint *tip, EntPoint *middle)
{
  EntCurve curve = ent_link_curve (link);
  EntPoint end = at_end ? curve.end : curve.start, half = ent_curve_at (&curve, 0.5);

  *tip = (EntPoint) { end.x - node->x, end.y - node->y };
  *middle = (EntPoint) { half.x - node->x, half.y - node->y };
}

/* Links that come from this side of the node and stand in another order at it: they cross this one. */
static double
cost_of_order (const Clearing *self, guint index, gboolean at_end)
{
  const EntSceneLink *link = &self->scene->links[index];
  guint               at = at_end ? link->to : link->from;
  const EntSceneNode *node = &self->scene->nodes[at];
  EntPoint            tip, middle;
  double              cost = 0;

  find_directions (link, node, at_end, &tip, &middle);
  for (guint k = self->starts[at]; k < self->starts[at + 1]; k++)
    {
      const EntSceneLink *other = &self->scene->links[self->links[k]];
      EntPoint            other_tip, other_middle;

      find_directions (other, node, other->to == at, &other_tip, &other_middle);
      if (self->links[k] != index && middle.x * other_middle.x + middle.y * other_middle.y > 0
          && (tip.x * other_tip.y - tip.y * other_tip.x) * (middle.x * other_middle.y - middle.y * other_middle.x) < 0)
        cost += is_sibling (self, index, self->links[k]) ? FAN_COST : CROSSING_COST;
    }
  return cost;
}

/* Whether this end stands neither at the shape nor below the name. */
static gboolean
is_at_side (const EntScene *scene, const EntSceneLink *link, gboolean at_end)
{
  const EntSceneNode *node = &scene->nodes[at_end ? link->to : link->from];
  EntPoint            tip = at_end ? (EntPoint) { link->x1, link->y1 } : (EntPoint) { link->x0, link->y0 };

  return !is_inside (node, tip, 0.01) && !ent_scene_is_below_name (node, tip);
}

static double
cost_of_end (const Clearing *self, guint index, gboolean at_end)
{
  const EntSceneLink *link = &self->scene->links[index];
  double              side = is_at_side (self->scene, link, at_end) * SIDE_COST, order = cost_of_order (self, index, at_end);

  if (!(at_end ? link->arrow_at_end : link->arrow_at_start))
    return TAIL_SHARE * side + order;
  return cost_of_crowd (self, index, at_end) + side + order;
}

static EntLinkExits
find_exits (Clearing *self, guint index)
{
  const EntLinkState *state = &self->scene->link_states[index];
  gboolean            turns_from = state->turn_from != 0, turns_to = state->turn_to != 0;

  if (self->known.link != index || self->known.bend != state->bend || self->known.turns_from != turns_from || self->known.turns_to != turns_to)
    {
      self->known.link = index;
      self->known.bend = state->bend;
      self->known.turns_from = turns_from;
      self->known.turns_to = turns_to;
      self->known.exits = ent_scene_find_exits (self->scene, index);
    }
  return self->known.exits;
}

/* least: what costs as much or more is of no interest, and need not be worked out to the end. */
static double
cost_of_route (Clearing *self, guint index, const Route *route, const Route *first, double least)
{
  EntSceneLink       *link = &self->scene->links[index];
  EntLinkState       *state = &self->scene->link_states[index];
  const EntSceneNode *from = &self->scene->nodes[link->from], *to = &self->scene->nodes[link->to];
  double              length = hypot (to->x - from->x, to->y - from->y);
  double              cost = TURN_COST * (fabs (route->turn_from - first->turn_from) + fabs (route->turn_to - first->turn_to))
                             + BEND_COST * fabs (route->bend - first->bend) / MAX (length, 1) + cost_of_fan (self, index, route->bend);
  EntLinkFigure       figure;

  if (cost >= least)
    return cost;
  state->bend = route->bend;
  state->turn_from = route->turn_from;
  state->turn_to = route->turn_to;
  ent_scene_route_between (self->scene, index, find_exits (self, index));
  cost += cost_of_end (self, index, FALSE) + cost_of_end (self, index, TRUE);
  if (cost >= least)
    return cost;
  if (!ent_link_figure (link, state->stance, 0, &figure))
    return G_MAXDOUBLE;
  return cost + cost_of_figure (self, index, &figure, least - cost);
}

/* 0, 1, −1, 2, −2, … */
static double
step_aside (guint k)
{
  return (k + 1) / 2 * (k & 1 ? 1.0 : -1.0);
}

/* Tries all turns of one end, each with all bends; best: in and out, least: its cost. */
static void
try_turns (Clearing *self, guint index, gboolean at_end, const Route *first, Route *best, double *least)
{
  const Route before = *best;
  guint       n_bends = self->scene->n_links > MOST_BENT ? 0 : 2 * MAX_BENDS;

  for (guint b = 0; b <= n_bends && *least > GOOD; b++)
    for (guint k = 0; k <= 2 * MAX_TURNS; k++)
      {
        Route  route = before;
        double cost;

        route.bend += step_aside (b) * BEND_STEP;
        *(at_end ? &route.turn_to : &route.turn_from) += step_aside (k) * TURN_STEP;
        cost = cost_of_route (self, index, &route, first, *least);
        if (cost < *least - 1e-9)
          {
            *least = cost;
            *best = route;
          }
      }
}

static gboolean
is_to_be_cleared (const Clearing *self, guint index)
{
  const EntSceneLink *link = &self->scene->links[index];
  gboolean            mind_tails = self->scene->n_links <= MOST_BENT;
  EntLinkFigure       figure;

  if (link->from == link->to || !ent_link_figure (link, self->scene->link_states[index].stance, 0, &figure))
    return FALSE;
  return ((link->arrow_at_start || mind_tails) && is_at_side (self->scene, link, FALSE))
         || ((link->arrow_at_end || mind_tails) && is_at_side (self->scene, link, TRUE)) || has_head_on_name (self, &figure);
}

static void
clear_link (Clearing *self, guint index)
{
  const EntLinkState *state = &self->scene->link_states[index];
  const Route         first = { state->bend, state->turn_from, state->turn_to };
  Route               best = first;
  double              least = cost_of_route (self, index, &first, &first, G_MAXDOUBLE);

  try_turns (self, index, TRUE, &first, &best, &least);
  try_turns (self, index, FALSE, &first, &best, &least);
  cost_of_route (self, index, &best, &first, G_MAXDOUBLE);
}

void
ent_scene_clear_heads (EntScene *self)
{
  Clearing clearing;

  if (self->n_links > MOST_LINKS)
    return;
  clearing_init (&clearing, self);
  for (guint i = 0; i < self->n_links; i++)
    if (is_to_be_cleared (&clearing, i))
      clear_link (&clearing, i);
  clearing_clear (&clearing);
}
