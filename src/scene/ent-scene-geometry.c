/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A link is the curve from centre to centre, bent by its bend, cut where it leaves the one shape and enters the other. The
 * bends come from the layout (fanned between the same two nodes, around third nodes), and so do the places of labels. */
#include "ent-scene-private.h"

#include "ent-edge-bends.h"
#include "ent-scene-figure.h"

#include <math.h>

#define N_EXIT_STEPS   48
#define N_BISECTIONS   24     /* down to a hundredth of a unit on the longest curve */
#define MAX_SECANTS    20
#define ON_BORDER      1e-4   /* so near to a border, outside it, is on it; units */
#define NAME_REACH     0.6    /* how much of a curve may lie under the name of its own end */
#define NAME_GAP       1.5    /* between a name and a line that ends at it */
#define SHORT_LINK     16.0   /* one that names would leave shorter than this goes under them after all */
#define HEAD_REACH     24.0          /* of a head and half a line beyond the curve, at most */
#define LOOP_FIRST     (-G_PI / 4)   /* where the first loop of an actor stands, radians */
#define LOOP_TURN      0.95          /* from one to the next */
#define LOOP_HALF      0.34          /* from its middle to either end */
#define LOOP_HEIGHT    34.0          /* how far it reaches out of the shape, about */

EntRect
ent_scene_node_label_box (const EntSceneNode *node)
{
  return (EntRect) { node->label_x, node->label_y, node->label_width, node->label_height };
}

EntRect
ent_scene_node_bounds (const EntSceneNode *node)
{
  double  half = node->radius + ENT_OUTLINE_WIDTH / 2;
  EntRect shape = { node->x - half, node->y - half, 2 * half, 2 * half };

  if (node->label_width <= 0)
    return shape;
  return ent_rect_union (shape, ent_rect_grown (ent_scene_node_label_box (node), 1));
}

void
ent_scene_place_node_label (EntSceneNode *node)
{
  EntLayoutNode place = {
    .x = node->x, .y = node->y, .radius = node->radius, .label_width = node->label_width, .label_height = node->label_height,
  };
  EntRect       box = ent_layout_node_label_box (&place);

  node->label_x = box.x;
  node->label_y = box.y;
}

EntRect
ent_scene_link_label_box (const EntSceneLink *link, EntPoint centre)
{
  return (EntRect) { centre.x - link->label_width / 2, centre.y - link->label_height / 2, link->label_width, link->label_height };
}

EntRect
ent_scene_link_bounds (const EntScene *self, guint link)
{
  EntCurve      curve = ent_link_curve (&self->links[link]);
  EntRect       bounds = ent_rect_grown (ent_curve_bounds (&curve), self->links[link].width / 2);
  EntLinkFigure figure;

  if (ent_link_figure (&self->links[link], self->link_states[link].stance, 0, &figure))
    for (guint h = 0; h < figure.n_heads; h++)
      for (guint p = 0; p < figure.heads[h].n_points; p++)
        {
          EntPoint point = figure.heads[h].points[p];
          bounds = ent_rect_union (bounds, (EntRect) { point.x - 0.5, point.y - 0.5, 1, 1 });
        }
  return bounds;
}

/* Whether a point belongs to the node: its shape or, below it, its name with a little room. */
static gboolean
is_in_shape (const EntSceneNode *node, EntPoint p)
{
  return ent_shape_distance (node->form, node->radius, p.x - node->x, p.y - node->y) <= 0;
}

static gboolean
is_in_name (const EntSceneNode *node, EntPoint p)
{
  return node->label_width > 0 && ent_rect_contains (ent_rect_grown (ent_scene_node_label_box (node), NAME_GAP), p.x, p.y);
}

/* Between a parameter in the node's name and one outside: where the curve leaves it. */
static double
find_edge_of_name (const EntCurve *curve, const EntSceneNode *node, double inside, double outside)
{
  for (int i = 0; i < N_BISECTIONS; i++)
    {
      double middle = (inside + outside) / 2;
      if (is_in_name (node, ent_curve_at (curve, middle)))
        inside = middle;
      else
        outside = middle;
    }
  return outside;
}

/* Illinois' way to where a distance becomes positive, which is nearly straight about a border: a few steps where halving takes dozens.
 * One end is inside, the other outside, each with its distance. */
typedef struct { double inside, outside, d_inside, d_outside; } Bracket;

static double
bracket_guess (const Bracket *self)
{
  double share = self->d_inside / (self->d_inside - self->d_outside);

  return self->inside + CLAMP (share, 0.01, 0.99) * (self->outside - self->inside);
}

/* at has the distance d. Returns whether the outer end is on the border now. */
static gboolean
bracket_narrow (Bracket *self, double at, double d)
{
  if (d > 0)
    {
      self->outside = at;
      self->d_outside = d;
      self->d_inside /= 2;
    }
  else
    {
      self->inside = at;
      self->d_inside = d;
      self->d_outside /= 2;
    }
  return d > 0 && d < ON_BORDER;
}

static double
distance_on_curve (const EntCurve *curve, const EntSceneNode *node, double t)
{
  EntPoint p = ent_curve_at (curve, t);

  return ent_shape_distance (node->form, node->radius, p.x - node->x, p.y - node->y);
}

/* Between a parameter in the node's shape and one outside: where the curve leaves it. */
static double
find_border (const EntCurve *curve, const EntSceneNode *node, double inside, double outside)
{
  Bracket bracket = { inside, outside, distance_on_curve (curve, node, inside), distance_on_curve (curve, node, outside) };

  for (int i = 0; i < MAX_SECANTS && bracket.d_outside >= ON_BORDER; i++)
    {
      double at = bracket_guess (&bracket);
      if (bracket_narrow (&bracket, at, distance_on_curve (curve, node, at)))
        break;
    }
  return bracket.outside;
}

/* Of its three points, between which it lies: cheaper than its own bounds. */
static EntRect
hull_of (const EntCurve *curve)
{
  double left = MIN (MIN (curve->start.x, curve->control.x), curve->end.x), right = MAX (MAX (curve->start.x, curve->control.x), curve->end.x);
  double top = MIN (MIN (curve->start.y, curve->control.y), curve->end.y), bottom = MAX (MAX (curve->start.y, curve->control.y), curve->end.y);

  return (EntRect) { left, top, right - left, bottom - top };
}

static gboolean
may_meet_name (const EntCurve *curve, const EntSceneNode *node)
{
  return ent_rect_overlaps (ent_rect_grown (hull_of (curve), 1), ent_rect_grown (ent_scene_node_label_box (node), NAME_GAP));
}

/* The parameter at which a curve that starts in the node's centre leaves its shape (1 where it never does), or, where it leaves
 * downwards through the name, the name: an arrowhead between the two would cover both and be seen of neither. */
static double
find_exit (const EntCurve *curve, const EntSceneNode *node, gboolean mind_name)
{
  double step = 1.0 / N_EXIT_STEPS, at;
  double shape = 1, name = 0;

  for (at = step; at <= 1 + step / 2; at += step)
    if (!is_in_shape (node, ent_curve_at (curve, at)))
      {
        shape = find_border (curve, node, at - step, at);
        break;
      }
  if (!mind_name || !may_meet_name (curve, node))
    return shape;
  for (at = shape; at <= NAME_REACH; at += step / 2)
    if (is_in_name (node, ent_curve_at (curve, at)))
      name = at;
  /* A name that reaches so far along the link cannot be minded: better a line below it than none. */
  if (name == 0 || is_in_name (node, ent_curve_at (curve, name + step / 2)))
    return shape;
  return find_edge_of_name (curve, node, name, name + step / 2);
}

/* The point on the border of a node's shape to which p, on it as well, comes when turned about the centre. */
static EntPoint
turn_on_border (const EntSceneNode *node, EntPoint p, double turn)
{
  double angle = atan2 (p.y - node->y, p.x - node->x) + turn;
  double right = cos (angle), down = sin (angle);
  double reach = 2 * node->radius + ENT_OUTLINE_WIDTH;
  Bracket bracket = { 0, reach, ent_shape_distance (node->form, node->radius, 0, 0),
                      ent_shape_distance (node->form, node->radius, right * reach, down * reach) };

  for (int i = 0; i < MAX_SECANTS; i++)
    {
      double at = bracket_guess (&bracket);
      if (bracket_narrow (&bracket, at, ent_shape_distance (node->form, node->radius, right * at, down * at)))
        break;
    }
  return (EntPoint) { node->x + right * bracket.outside, node->y + down * bracket.outside };
}

/* Turns one end of the curve, unless it stands at the name or would come to stand there. */
static void
turn_end (const EntSceneNode *node, EntPoint *end, EntPoint *control, double turn)
{
  if (turn == 0 || ent_shape_distance (node->form, node->radius, end->x - node->x, end->y - node->y) > 0.01)
    return;
  EntPoint to = turn_on_border (node, *end, turn);
  EntPoint before = { to.x + (to.x - node->x) * 0.3, to.y + (to.y - node->y) * 0.3 };
  if (is_in_name (node, before))
    return;
  /* The middle of the curve follows a quarter of the way, so that the end does not kink. */
  control->x += (to.x - end->x) / 4;
  control->y += (to.y - end->y) / 4;
  *end = to;
}

gboolean
ent_scene_is_below_name (const EntSceneNode *node, EntPoint p)
{
  return node->label_width > 0 && fabs (p.y - node->label_y - node->label_height - NAME_GAP) < 0.01;
}

/* Moves an end that stands below a name along it. */
static void
shift_end (const EntSceneNode *node, EntPoint *end, EntPoint *control, double shift)
{
  if (shift == 0 || !ent_scene_is_below_name (node, *end))
    return;
  double x = CLAMP (end->x + shift, node->label_x, node->label_x + node->label_width);
  control->x += (x - end->x) / 4;
  end->x = x;
}

static void
set_curve (EntSceneLink *link, EntCurve curve, double label_t)
{
  EntPoint centre = ent_curve_at (&curve, label_t);

  link->x0 = curve.start.x;
  link->y0 = curve.start.y;
  link->cx = curve.control.x;
  link->cy = curve.control.y;
  link->x1 = curve.end.x;
  link->y1 = curve.end.y;
  link->label_x = centre.x;
  link->label_y = centre.y;
}

/* A link from an actor to itself: a petal that leaves its shape and comes back. The first stands at the upper right, the others
 * beside it on both sides by turns, so that they stay clear of the name below as long as they can. */
static void
route_loop (EntScene *self, guint index)
{
  const EntSceneNode *node = &self->nodes[self->links[index].from];
  const EntLinkState *state = &self->link_states[index];
  guint               k = state->loop;
  double              angle = LOOP_FIRST + LOOP_TURN * ((k + 1) / 2) * (k % 2 ? -1 : 1);
  EntPoint            right = { node->x + 1, node->y };
  double              reach = 2 * LOOP_HEIGHT + node->radius;
  EntCurve            petal = {
    turn_on_border (node, right, angle - LOOP_HALF + CLAMP (state->turn_from, -LOOP_HALF / 2, LOOP_HALF / 2)),
    { node->x + cos (angle) * reach, node->y + sin (angle) * reach },
    turn_on_border (node, right, angle + LOOP_HALF + CLAMP (state->turn_to, -LOOP_HALF / 2, LOOP_HALF / 2)),
  };

  set_curve (&self->links[index], petal, state->label_t);
}

/* From centre to centre. */
static EntCurve
make_whole (const EntScene *self, guint index)
{
  const EntSceneNode *from = &self->nodes[self->links[index].from], *to = &self->nodes[self->links[index].to];
  EntPoint            start = { from->x, from->y }, end = { to->x, to->y };

  return (EntCurve) { start, ent_edge_control_point (start, end, self->link_states[index].bend), end };
}

EntLinkExits
ent_scene_find_exits (const EntScene *self, guint index)
{
  const EntLinkState *state = &self->link_states[index];
  const EntSceneNode *from = &self->nodes[self->links[index].from], *to = &self->nodes[self->links[index].to];
  EntCurve            whole = make_whole (self, index), reversed = ent_curve_reversed (&whole);
  EntLinkExits        exits = { find_exit (&whole, from, state->turn_from == 0), 1 - find_exit (&reversed, to, state->turn_to == 0) };

  if ((exits.t1 - exits.t0) * hypot (to->x - from->x, to->y - from->y) < SHORT_LINK)
    exits = (EntLinkExits) { find_exit (&whole, from, FALSE), 1 - find_exit (&reversed, to, FALSE) };
  if (exits.t0 >= exits.t1)
    exits.t0 = exits.t1 = 0.5;     /* the shapes overlap: nothing to draw */
  return exits;
}

void
ent_scene_route_between (EntScene *self, guint index, EntLinkExits exits)
{
  const EntLinkState *state = &self->link_states[index];
  const EntSceneNode *from = &self->nodes[self->links[index].from], *to = &self->nodes[self->links[index].to];
  EntCurve            whole = make_whole (self, index), part = ent_curve_part (&whole, exits.t0, exits.t1);

  if (exits.t1 > exits.t0)
    {
      turn_end (from, &part.start, &part.control, state->turn_from);
      turn_end (to, &part.end, &part.control, state->turn_to);
      shift_end (from, &part.start, &part.control, state->shift_from);
      shift_end (to, &part.end, &part.control, state->shift_to);
    }
  set_curve (&self->links[index], part, state->label_t);
}

void
ent_scene_route_link (EntScene *self, guint index)
{
  if (self->links[index].from == self->links[index].to)
    route_loop (self, index);
  else
    ent_scene_route_between (self, index, ent_scene_find_exits (self, index));
}

EntPoint
ent_scene_label_centre (const EntScene *self, guint link, double t)
{
  EntCurve curve = ent_link_curve (&self->links[link]);

  return ent_curve_at (&curve, t);
}

void
ent_scene_route_all (EntScene *self)
{
  g_autofree double *bends = g_new0 (double, MAX (self->n_links, 1));

  ent_scene_choose_bends (self, bends);
  for (guint i = 0; i < self->n_links; i++)
    {
      self->link_states[i].bend = bends[i];
      self->link_states[i].turn_from = self->link_states[i].turn_to = 0;
      self->link_states[i].shift_from = self->link_states[i].shift_to = 0;
      ent_scene_route_link (self, i);
    }
  ent_scene_spread_ends (self);
  for (guint i = 0; i < self->n_links; i++)
    ent_scene_route_link (self, i);
  ent_scene_clear_heads (self);
}

void
ent_scene_get_bounds (const EntScene *self, double *x, double *y, double *width, double *height)
{
  EntRect bounds = { 0 };

  for (guint i = 0; i < self->n_nodes; i++)
    if (self->node_states[i].visibility != ENT_LEVEL_HIDDEN)
      bounds = ent_rect_union (bounds, ent_scene_node_bounds (&self->nodes[i]));
  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      EntCurve            curve = ent_link_curve (link);
      EntRect             reach = ent_rect_grown (hull_of (&curve), HEAD_REACH);
      if (self->link_states[i].visibility == ENT_LEVEL_HIDDEN)
        continue;
      /* Its heads are looked at only where they could matter. */
      if (!ent_rect_contains (bounds, reach.x, reach.y) || !ent_rect_contains (bounds, reach.x + reach.width, reach.y + reach.height))
        bounds = ent_rect_union (bounds, ent_scene_link_bounds (self, i));
      if (link->label_shown)
        bounds = ent_rect_union (bounds, ent_rect_grown (ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y }), 1));
    }
  *x = bounds.x;
  *y = bounds.y;
  *width = bounds.width;
  *height = bounds.height;
}
