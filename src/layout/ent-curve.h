/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-overlaps.h"

G_BEGIN_DECLS

/* Small geometry that several of the layout's parts share. */

/* The point at t (0 … 1) of a quadratic curve. */
static inline EntPoint
ent_curve_point (EntPoint start, EntPoint control, EntPoint end, double t)
{
  double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;

  return (EntPoint) { a * start.x + b * control.x + c * end.x, a * start.y + b * control.y + c * end.y };
}

/* Whether a segment passes through a box (Liang & Barsky 1984). */
static inline gboolean
ent_segment_hits_box (EntPoint from, EntPoint to, const EntBox *box)
{
  const double steps[4] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  const double rooms[4] = { from.x - box->left, box->right - from.x, from.y - box->top, box->bottom - from.y };
  double enter = 0, leave = 1;

  if ((from.x < box->left && to.x < box->left) || (from.x > box->right && to.x > box->right)
      || (from.y < box->top && to.y < box->top) || (from.y > box->bottom && to.y > box->bottom))
    return FALSE;
  for (guint side = 0; side < 4; side++)
    if (steps[side] == 0)
      {
        if (rooms[side] < 0)
          return FALSE;
      }
    else if (steps[side] < 0)
      enter = MAX (enter, rooms[side] / steps[side]);
    else
      leave = MIN (leave, rooms[side] / steps[side]);
  return enter < leave;
}

/* The square of the distance from a point to a segment. */
static inline double
ent_segment_distance2 (EntPoint from, EntPoint to, EntPoint point)
{
  double dx = to.x - from.x, dy = to.y - from.y, length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length2 : 0;
  double off_x, off_y;

  t = CLAMP (t, 0.0, 1.0);
  off_x = from.x + t * dx - point.x;
  off_y = from.y + t * dy - point.y;
  return off_x * off_x + off_y * off_y;
}

/* Twice the area of the triangle; its sign tells on which side of o → a the point b lies. */
static inline double
ent_turn (EntPoint o, EntPoint a, EntPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

static inline gboolean
ent_segments_cross (EntPoint a, EntPoint b, EntPoint c, EntPoint d)
{
  return ent_turn (a, b, c) * ent_turn (a, b, d) < 0 && ent_turn (c, d, a) * ent_turn (c, d, b) < 0;
}

G_END_DECLS
