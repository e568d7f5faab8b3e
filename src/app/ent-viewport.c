/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-viewport.h"

#include <math.h>

void
ent_viewport_zoom (EntViewport *self, double scale, double x, double y)
{
  EntPoint held = ent_viewport_to_map (self, x, y);

  self->scale = CLAMP (scale, ENT_VIEWPORT_MIN_SCALE, ENT_VIEWPORT_MAX_SCALE);
  self->left = x - held.x * self->scale;
  self->top = y - held.y * self->scale;
}

EntViewport
ent_viewport_fit (EntRect map, EntRect view, double max_scale)
{
  double scale = max_scale;

  if (map.width > 0)
    scale = MIN (scale, view.width / map.width);
  if (map.height > 0)
    scale = MIN (scale, view.height / map.height);
  scale = CLAMP (scale, ENT_VIEWPORT_MIN_SCALE, ENT_VIEWPORT_MAX_SCALE);

  return (EntViewport) {
    .scale = scale,
    .left = view.x + view.width / 2 - (map.x + map.width / 2) * scale,
    .top = view.y + view.height / 2 - (map.y + map.height / 2) * scale,
  };
}

/* How far a stretch must go to lie within another one. */
static double
move_into (double start, double length, double room_start, double room_length)
{
  if (start < room_start || length > room_length)
    return room_start - start;
  if (start + length > room_start + room_length)
    return room_start + room_length - (start + length);
  return 0;
}

void
ent_viewport_show (EntViewport *self, EntRect map, EntRect view)
{
  EntPoint corner = ent_viewport_to_view (self, map.x, map.y);

  self->left += move_into (corner.x, map.width * self->scale, view.x, view.width);
  self->top += move_into (corner.y, map.height * self->scale, view.y, view.height);
}

EntViewport
ent_viewport_between (const EntViewport *a, const EntViewport *b, double share)
{
  return (EntViewport) {
    .scale = a->scale + (b->scale - a->scale) * share,
    .left = a->left + (b->left - a->left) * share,
    .top = a->top + (b->top - a->top) * share,
  };
}
