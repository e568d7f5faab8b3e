/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line goes step by step along its longer direction; the pixels across it are covered by how far they lie within the line's
 * width (a box filter, as Gupta & Sproull 1981 do with a cone). Curves are chains of so many lines that none is off by a quarter
 * of a pixel. */
#include "ent-scene-pixels.h"

#include <math.h>

#define MAX_PIECES 16

gboolean
ent_pixels_begin (EntPixels *self, cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  double           offset_x, offset_y, device_x, device_y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || cairo_get_group_target (cr) != target)
    return FALSE;
  if (cairo_image_surface_get_format (target) != CAIRO_FORMAT_ARGB32 && cairo_image_surface_get_format (target) != CAIRO_FORMAT_RGB24)
    return FALSE;
  cairo_get_matrix (cr, &self->matrix);
  cairo_surface_get_device_scale (target, &device_x, &device_y);
  cairo_surface_get_device_offset (target, &offset_x, &offset_y);
  if (self->matrix.xy != 0 || self->matrix.yx != 0 || self->matrix.xx != self->matrix.yy || device_x != device_y || !(self->matrix.xx > 0))
    return FALSE;
  self->scale = self->matrix.xx * device_x;
  self->matrix = (cairo_matrix_t) { self->scale, 0, 0, self->scale, self->matrix.x0 * device_x + offset_x, self->matrix.y0 * device_x + offset_y };
  cairo_surface_flush (target);
  self->surface = target;
  self->data = (guint32 *) (void *) cairo_image_surface_get_data (target);
  self->width = cairo_image_surface_get_width (target);
  self->height = cairo_image_surface_get_height (target);
  self->stride = cairo_image_surface_get_stride (target) / 4;
  return self->data != NULL;
}

void
ent_pixels_end (EntPixels *self)
{
  cairo_surface_mark_dirty (self->surface);
}

/* The colour with an opacity of 0 … 255 as two pairs of bytes apart, premultiplied, for blend(). */
typedef struct { guint32 red_blue, alpha_green; } Ink;

static Ink
make_ink (EntColour colour)
{
  guint32 a = (guint32) (colour.alpha * 255 + 0.5);
  guint32 r = (guint32) (colour.red * colour.alpha * 255 + 0.5), g = (guint32) (colour.green * colour.alpha * 255 + 0.5);
  guint32 b = (guint32) (colour.blue * colour.alpha * 255 + 0.5);

  return (Ink) { r << 16 | b, a << 16 | g };
}

/* cover: 0 … 256. */
static inline void
blend (guint32 *pixel, const Ink *ink, guint32 cover)
{
  guint32 red_blue = (ink->red_blue * cover >> 8) & 0xff00ff, alpha_green = (ink->alpha_green * cover >> 8) & 0xff00ff;
  guint32 rest = 256 - ((alpha_green >> 16) + (alpha_green >> 23));
  guint32 under_red_blue = ((*pixel & 0xff00ff) * rest >> 8) & 0xff00ff, under_alpha_green = ((*pixel >> 8 & 0xff00ff) * rest >> 8) & 0xff00ff;

  *pixel = red_blue + under_red_blue + ((alpha_green + under_alpha_green) << 8);
}

/* Cuts the line to t0 … t1 where it runs between low and high in one direction, a little beyond included (Liang & Barsky 1984). */
static gboolean
cut (double from, double to, double low, double high, double *t0, double *t1)
{
  double d = to - from;

  if (fabs (d) < 1e-12)
    return from >= low && from <= high;
  double a = (low - from) / d, b = (high - from) / d;
  *t0 = MAX (*t0, MIN (a, b));
  *t1 = MIN (*t1, MAX (a, b));
  return *t0 < *t1;
}

/* floor(), which is a call into the C library on processors that know no better. */
static inline int
floor_of (double x)
{
  int whole = (int) x;

  return whole - (x < whole);
}

/* Pixels in lines that go rather sideways than up or down; step and across: to the next pixel along and across. All in pixels; v is
 * where the line is across at the middle of pixel u, slope how much further at the next. */
static void
draw_run (guint32 *data, int step, int across, int first, int last, int n_across, double v, double slope, double half, const Ink *ink,
          double start_cover, double end_cover)
{
  for (int u = first; u <= last; u++, v += slope)
    {
      double   most = u == first ? start_cover * 256 : u == last ? end_cover * 256 : 256;
      double   from = v - half, to = v + half;
      int      low = MAX (floor_of (from), 0), high = MIN (floor_of (to), n_across - 1);
      guint32 *pixel = data + (gssize) u * step + (gssize) low * across;
      for (int w = low; w <= high; w++, pixel += across)
        blend (pixel, ink, (guint32) ((MIN (to, w + 1) - MAX (from, w)) * most));
    }
}

static void
draw_line (EntPixels *self, EntPoint a, EntPoint b, double width, const Ink *ink)
{
  gboolean flat = fabs (b.x - a.x) >= fabs (b.y - a.y);
  double   u0 = flat ? a.x : a.y, u1 = flat ? b.x : b.y, v0 = flat ? a.y : a.x, v1 = flat ? b.y : b.x;
  int      n_along = flat ? self->width : self->height, n_across = flat ? self->height : self->width;
  int      step = flat ? 1 : self->stride, across = flat ? self->stride : 1;
  double   t0 = 0, t1 = 1;

  if (u0 > u1)
    {
      double swap = u0;
      u0 = u1;
      u1 = swap;
      swap = v0;
      v0 = v1;
      v1 = swap;
    }
  if (u1 - u0 < 1e-6 || !cut (u0, u1, 0, n_along, &t0, &t1) || !cut (v0, v1, -2 * width, n_across + 2 * width, &t0, &t1))
    return;
  double slope = (v1 - v0) / (u1 - u0), start = u0 + (u1 - u0) * t0, end = u0 + (u1 - u0) * t1;
  /* Across, a slanting line is wider. */
  double half = width / 2 * sqrt (1 + slope * slope);
  int    first = CLAMP ((int) floor (start), 0, n_along - 1), last = CLAMP ((int) ceil (end) - 1, first, n_along - 1);
  double start_cover = first == last ? end - start : MIN (first + 1 - start, 1), end_cover = MIN (end - last, 1);

  draw_run (self->data, step, across, first, last, n_across, v0 + (first + 0.5 - u0) * slope, slope, half, ink,
            CLAMP (start_cover, 0, 1), CLAMP (end_cover, 0, 1));
}

static EntPoint
to_pixels (const EntPixels *self, EntPoint p)
{
  return (EntPoint) { p.x * self->scale + self->matrix.x0, p.y * self->scale + self->matrix.y0 };
}

void
ent_pixels_curve (EntPixels *self, const EntCurve *curve, double width, EntColour colour)
{
  EntCurve pixels = { to_pixels (self, curve->start), to_pixels (self, curve->control), to_pixels (self, curve->end) };
  double   off = hypot (pixels.start.x - 2 * pixels.control.x + pixels.end.x, pixels.start.y - 2 * pixels.control.y + pixels.end.y) / 4;
  int      n_pieces = (int) CLAMP (ceil (sqrt (off / 0.25)), 1, MAX_PIECES);
  double   width_px = CLAMP (width * self->scale, 0.5, ENT_PIXELS_MAX_LINE);
  Ink      ink = make_ink (colour);
  EntPoint last = pixels.start;

  for (int i = 1; i <= n_pieces; i++)
    {
      EntPoint next = ent_curve_at (&pixels, (double) i / n_pieces);
      draw_line (self, last, next, width_px, &ink);
      last = next;
    }
}

void
ent_pixels_dot (EntPixels *self, double x, double y, double radius, EntColour colour)
{
  EntPoint centre = to_pixels (self, (EntPoint) { x, y });
  double   r = radius * self->scale;
  int      left = MAX ((int) floor (centre.x - r - 0.5), 0), right = MIN ((int) floor (centre.x + r + 0.5), self->width - 1);
  int      top = MAX ((int) floor (centre.y - r - 0.5), 0), bottom = MIN ((int) floor (centre.y + r + 0.5), self->height - 1);
  Ink      ink = make_ink (colour);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        double dx = column + 0.5 - centre.x, dy = row + 0.5 - centre.y, cover = r + 0.5 - sqrt (dx * dx + dy * dy);
        if (cover > 0)
          blend (self->data + (gssize) row * self->stride + column, &ink, (guint32) (MIN (cover, 1) * 256));
      }
}
