/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An arrowhead sits with its tip on the end of the curve and its axis on the chord of the piece it covers, so that it follows
 * the bend. The line is cut where the head's back (or notch) begins, a little inside, so that neither a gap nor an edge shows. */
#include "ent-scene-figure.h"

#include <math.h>

#define HEAD_BASE     6.8     /* length of a head: this and a share of the line's width */
#define HEAD_SHARE    1.6
#define BACK_OVERLAP  0.8     /* how far the line reaches into its head */

/* The proportions of a head, of its length. */
typedef struct {
  double back;     /* from the tip to where the line ends: the back of a triangle, the notch of a barbed head */
  double wing;     /* half of the width */
  double size;     /* against a triangle */
} HeadForm;

static const HeadForm head_forms[ENT_N_STANCES] = {
  [ENT_STANCE_COOPERATION] = { 1.00, 0.46, 1.00 },
  [ENT_STANCE_CONFLICT]    = { 0.60, 0.52, 1.20 },
  [ENT_STANCE_NEUTRAL]     = { 1.00, 0.46, 1.00 },
};

double
ent_shape_distance (EntShapeForm form, double radius, double dx, double dy)
{
  double x = fabs (dx), y = fabs (dy), edge = ENT_OUTLINE_WIDTH / 2;

  switch (form)
    {
    case ENT_SHAPE_ROUNDED_SQUARE:
      {
        double corner = radius * ENT_CORNER_SHARE;
        double qx = x - radius + corner, qy = y - radius + corner;
        return ent_length (MAX (qx, 0), MAX (qy, 0)) + MIN (MAX (qx, qy), 0) - corner - edge;
      }
    case ENT_SHAPE_DIAMOND:
      {
        /* Beyond the ends of a side the corner, which is drawn round, is nearest. */
        double along = (x - y) / (2 * radius);
        if (along > 0.5)
          return ent_length (x - radius, y) - edge;
        if (along < -0.5)
          return ent_length (x, y - radius) - edge;
        return (x + y - radius) * G_SQRT2 / 2 - edge;
      }
    case ENT_SHAPE_CIRCLE:
    default:
      return ent_length (x, y) - radius - edge;
    }
}

void
ent_group_dashes (double radius, double dashes[2])
{
  double around = 2 * G_PI * radius;
  double pair = around / MAX (floor (around / 9), 6);

  dashes[0] = pair * 5 / 9;
  dashes[1] = pair * 4 / 9;
}

void
ent_person_figure (const EntSceneNode *node, EntPersonFigure *out)
{
  out->head = (EntPoint) { node->x, node->y - 0.25 * node->radius };
  out->head_radius = 0.27 * node->radius;
  out->shoulders = (EntPoint) { node->x, node->y + 0.55 * node->radius };
  out->shoulder_radius = 0.5 * node->radius;
}

EntCurve
ent_link_curve (const EntSceneLink *link)
{
  return (EntCurve) { { link->x0, link->y0 }, { link->cx, link->cy }, { link->x1, link->y1 } };
}

/* The head at the curve's end; returns the parameter where the line has to stop. */
static double
make_head (const EntCurve *curve, const HeadForm *form, double length, EntHeadFigure *out)
{
  EntPoint tip = curve->end;
  EntPoint from = ent_curve_at (curve, ent_curve_back (curve, length));
  double   dx = tip.x - from.x, dy = tip.y - from.y, d = hypot (dx, dy);

  if (d < 1e-9)
    {
      out->n_points = 0;
      return 1;
    }
  dx /= d;
  dy /= d;
  EntPoint back = { tip.x - dx * length, tip.y - dy * length };
  double   wing = length * form->wing;
  out->n_points = 0;
  out->points[out->n_points++] = tip;
  out->points[out->n_points++] = (EntPoint) { back.x - dy * wing, back.y + dx * wing };
  if (form->back < 1)
    out->points[out->n_points++] = (EntPoint) { tip.x - dx * length * form->back, tip.y - dy * length * form->back };
  out->points[out->n_points++] = (EntPoint) { back.x + dy * wing, back.y - dx * wing };
  return ent_curve_back (curve, MAX (length * form->back - BACK_OVERLAP, 0));
}

static void
choose_dashes (const EntSceneLink *link, EntStance stance, EntLinkFigure *out)
{
  double w = out->width;

  out->n_dashes = 0;
  if (stance == ENT_STANCE_NEUTRAL && link->dashed)
    {
      /* Dash and dot: neutral and hedged. */
      double dashes[] = { 2.6 * w, 2.3 * w, 0.01, 2.3 * w };
      for (; out->n_dashes < 4; out->n_dashes++)
        out->dashes[out->n_dashes] = dashes[out->n_dashes];
    }
  else if (stance == ENT_STANCE_NEUTRAL)
    {
      out->dashes[out->n_dashes++] = 0.01;
      out->dashes[out->n_dashes++] = 2.3 * w;
    }
  else if (link->dashed)
    {
      out->dashes[out->n_dashes++] = 4 + 1.4 * w;
      out->dashes[out->n_dashes++] = 3 + 1.6 * w;
    }
  out->round_caps = out->n_dashes > 0;
}

gboolean
ent_link_figure (const EntSceneLink *link, EntStance stance, double extra_width, EntLinkFigure *out)
{
  const HeadForm *form = &head_forms[stance];
  EntCurve        curve = ent_link_curve (link);
  double          length = ent_curve_length (&curve);
  guint           n_heads = (link->arrow_at_start ? 1 : 0) + (link->arrow_at_end ? 1 : 0);
  double          t0 = 0, t1 = 1;

  if (!(length > 0.5))
    return FALSE;
  out->width = link->width + extra_width;
  out->n_heads = 0;
  out->dash_offset = 0;
  choose_dashes (link, stance, out);
  double head = (HEAD_BASE + HEAD_SHARE * out->width) * form->size;
  if (n_heads > 0)
    head = MIN (head, 0.8 * length / n_heads);
  if (link->arrow_at_end)
    t1 = make_head (&curve, form, head, &out->heads[out->n_heads++]);
  if (link->arrow_at_start)
    {
      EntCurve reversed = ent_curve_reversed (&curve);
      t0 = 1 - make_head (&reversed, form, head, &out->heads[out->n_heads++]);
    }
  out->line = ent_curve_part (&curve, MIN (t0, t1), t1);
  return TRUE;
}

/* FALSE where it does not enter the area: then it is left as a point outside. */
static gboolean
cut_line (EntLinkFigure *self, EntRect area)
{
  EntRect bounds = ent_rect_grown (ent_curve_bounds (&self->line), self->width);
  double  t0, t1;

  if (ent_rect_contains (area, bounds.x, bounds.y) && ent_rect_contains (area, bounds.x + bounds.width, bounds.y + bounds.height))
    return TRUE;
  if (!ent_curve_cut (&self->line, ent_rect_grown (area, self->width), &t0, &t1))
    {
      self->line = (EntCurve) { self->line.start, self->line.start, self->line.start };
      return FALSE;
    }
  if (self->n_dashes > 0 && t0 > 0)
    {
      EntCurve before = ent_curve_part (&self->line, 0, t0);
      self->dash_offset += ent_curve_length (&before);
    }
  self->line = ent_curve_part (&self->line, t0, t1);
  return TRUE;
}

static EntRect
head_bounds (const EntHeadFigure *head)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint p = 0; p < head->n_points; p++)
    {
      left = MIN (left, head->points[p].x);
      top = MIN (top, head->points[p].y);
      right = MAX (right, head->points[p].x);
      bottom = MAX (bottom, head->points[p].y);
    }
  return (EntRect) { left, top, right - left, bottom - top };
}

gboolean
ent_link_figure_cut (EntLinkFigure *self, EntRect area)
{
  gboolean has_line = cut_line (self, area);
  guint    n_heads = 0;

  for (guint h = 0; h < self->n_heads; h++)
    if (ent_rect_overlaps (ent_rect_grown (head_bounds (&self->heads[h]), 1), area))
      self->heads[n_heads++] = self->heads[h];
  self->n_heads = n_heads;
  return has_line || n_heads > 0;
}
