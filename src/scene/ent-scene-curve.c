/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Quadratic curves by de Casteljau's construction. Distances and lengths come from a polyline of N_STEPS pieces, which for the
 * gentle curves of a map is off by far less than a pixel, and the nearest point is then refined by bisection. */
#include "ent-scene-curve.h"

#include <math.h>

#define N_STEPS 24

static EntPoint
between (EntPoint a, EntPoint b, double t)
{
  return (EntPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

EntPoint
ent_curve_at (const EntCurve *self, double t)
{
  return between (between (self->start, self->control, t), between (self->control, self->end, t), t);
}

EntCurve
ent_curve_part (const EntCurve *self, double t0, double t1)
{
  /* The blossom: the new control point is the curve's polar form at (t0, t1). */
  EntPoint control = between (between (self->start, self->control, t0), between (self->control, self->end, t0), t1);

  return (EntCurve) { ent_curve_at (self, t0), control, ent_curve_at (self, t1) };
}

double
ent_curve_length (const EntCurve *self)
{
  EntPoint last = self->start;
  double   length = 0;

  for (int i = 1; i <= N_STEPS; i++)
    {
      EntPoint p = ent_curve_at (self, (double) i / N_STEPS);
      length += ent_length (p.x - last.x, p.y - last.y);
      last = p;
    }
  return length;
}

/* Widens [*low, *high] by one coordinate's turning point, where it has one inside the curve. */
static void
widen (double p0, double c, double p1, double *low, double *high)
{
  double bend = p0 - 2 * c + p1;

  *low = MIN (p0, p1);
  *high = MAX (p0, p1);
  if (fabs (bend) < 1e-12)
    return;
  double t = (p0 - c) / bend;
  if (t <= 0 || t >= 1)
    return;
  double v = (1 - t) * (1 - t) * p0 + 2 * t * (1 - t) * c + t * t * p1;
  *low = MIN (*low, v);
  *high = MAX (*high, v);
}

EntRect
ent_curve_bounds (const EntCurve *self)
{
  double x0, x1, y0, y1;

  widen (self->start.x, self->control.x, self->end.x, &x0, &x1);
  widen (self->start.y, self->control.y, self->end.y, &y0, &y1);
  return (EntRect) { x0, y0, x1 - x0, y1 - y0 };
}

/* Adds where one coordinate of the curve takes a value. */
static guint
add_crossings (double p0, double c, double p1, double value, double *at, guint n)
{
  double a = p0 - 2 * c + p1, b = 2 * (c - p0), d = p0 - value;

  if (fabs (a) < 1e-9 * (fabs (b) + 1))
    {
      if (b != 0)
        at[n++] = -d / b;
      return n;
    }
  double root = b * b - 4 * a * d;
  if (root < 0)
    return n;
  /* Both without cancellation: their product is d / a. */
  double q = -(b + copysign (sqrt (root), b)) / 2;
  at[n++] = q / a;
  if (q != 0)
    at[n++] = d / q;
  return n;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

gboolean
ent_curve_cut (const EntCurve *self, EntRect area, double *t0, double *t1)
{
  double at[10];
  guint  n = 0;

  at[n++] = 0;
  at[n++] = 1;
  n = add_crossings (self->start.x, self->control.x, self->end.x, area.x, at, n);
  n = add_crossings (self->start.x, self->control.x, self->end.x, area.x + area.width, at, n);
  n = add_crossings (self->start.y, self->control.y, self->end.y, area.y, at, n);
  n = add_crossings (self->start.y, self->control.y, self->end.y, area.y + area.height, at, n);
  qsort (at, n, sizeof *at, compare_doubles);
  *t0 = INFINITY;
  *t1 = 0;
  /* Between two crossings the curve is either inside or outside. */
  for (guint i = 0; i + 1 < n; i++)
    {
      double   middle = (at[i] + at[i + 1]) / 2;
      EntPoint p = ent_curve_at (self, middle);
      if (at[i] < 0 || at[i + 1] > 1 || !ent_rect_contains (area, p.x, p.y))
        continue;
      *t0 = MIN (*t0, at[i]);
      *t1 = at[i + 1];
    }
  return *t0 < *t1;
}

/* The curve as seen from a point, as polynomials: (ax t + bx) t + cx and the same for y. */
typedef struct { double ax, bx, cx, ay, by, cy; } Seen;

static inline double
distance2 (const Seen *seen, double t)
{
  double dx = (seen->ax * t + seen->bx) * t + seen->cx, dy = (seen->ay * t + seen->by) * t + seen->cy;

  return dx * dx + dy * dy;
}

double
ent_curve_distance (const EntCurve *self, double x, double y, double *t)
{
  const Seen seen = {
    self->start.x - 2 * self->control.x + self->end.x, 2 * (self->control.x - self->start.x), self->start.x - x,
    self->start.y - 2 * self->control.y + self->end.y, 2 * (self->control.y - self->start.y), self->start.y - y,
  };
  double best = INFINITY, best_t = 0;

  for (int i = 0; i <= N_STEPS; i++)
    {
      double d = distance2 (&seen, (double) i / N_STEPS);
      if (d < best)
        {
          best = d;
          best_t = (double) i / N_STEPS;
        }
    }
  for (double step = 0.5 / N_STEPS; step > 1e-5; step /= 2)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        double at = CLAMP (best_t + sign * step, 0, 1);
        double d = distance2 (&seen, at);
        if (d < best)
          {
            best = d;
            best_t = at;
          }
      }
  if (t != NULL)
    *t = best_t;
  return sqrt (best);
}

double
ent_curve_back (const EntCurve *self, double distance)
{
  double inside = 1, outside = 1;

  for (int i = N_STEPS - 1; i >= 0; i--)
    {
      EntPoint p = ent_curve_at (self, (double) i / N_STEPS);
      outside = (double) i / N_STEPS;
      if (ent_length (p.x - self->end.x, p.y - self->end.y) > distance)
        break;
      inside = outside;
    }
  if (inside <= 0)
    return 0;
  for (int i = 0; i < 24; i++)
    {
      double   middle = (inside + outside) / 2;
      EntPoint p = ent_curve_at (self, middle);
      if (ent_length (p.x - self->end.x, p.y - self->end.y) > distance)
        outside = middle;
      else
        inside = middle;
    }
  return inside;
}

EntRect
ent_rect_union (EntRect a, EntRect b)
{
  if (a.width <= 0 && a.height <= 0)
    return b;
  if (b.width <= 0 && b.height <= 0)
    return a;
  double x0 = MIN (a.x, b.x), y0 = MIN (a.y, b.y);
  double x1 = MAX (a.x + a.width, b.x + b.width), y1 = MAX (a.y + a.height, b.y + b.height);
  return (EntRect) { x0, y0, x1 - x0, y1 - y0 };
}
