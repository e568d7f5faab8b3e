/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Halos. Stroking the outlines of letters costs more than all the rest of a drawing, so on pixels the halo is a mask instead:
 * the text drawn once in alpha and dilated by a disc. It is made at the very scale it is shown at and set on whole pixels, which
 * is the case that the compositor is fast in, and kept until the scale changes. Where shapes are kept, as in a PDF, outlines of
 * letters would take fifty times the space and time of the letters themselves: there the halo is made of their boxes. */
#include "ent-scene-text.h"

#include "ent-scene-figure.h"

#include <math.h>
#include <string.h>

#define MAX_SCALE 8.0     /* beyond, masks would be huge, and few texts are on the screen: stroked */

/* A line behind the small letters. */
static void
draw_bar (const EntText *self, cairo_t *cr, double width)
{
  double y = self->baselines[0] - self->bar_height / 2 - 0.5;

  if (self->bar_height <= 0)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, self->bar_height, y);
  cairo_line_to (cr, self->width - self->bar_height, y);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
stroke (const EntText *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < self->n_runs; i++)
    {
      cairo_set_scaled_font (cr, self->runs[i].font);
      cairo_glyph_path (cr, self->runs[i].glyphs, self->runs[i].n_glyphs);
    }
  cairo_set_line_width (cr, ENT_HALO_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
  draw_bar (self, cr, self->bar_height + ENT_HALO_WIDTH);
}

/* The letters' boxes, as far out as a halo goes. What differs from a halo is no wider than a letter's own corners. */
static void
fill_boxes (const EntText *self, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = ent_text_dup_layout (self);
  PangoLayoutIter        *iter = pango_layout_get_iter (layout);

  cairo_save (cr);
  cairo_new_path (cr);
  do
    {
      PangoRectangle ink;
      pango_layout_iter_get_cluster_extents (iter, &ink, NULL);
      if (ink.width > 0 && ink.height > 0)
        cairo_rectangle (cr, (double) ink.x / PANGO_SCALE, (double) ink.y / PANGO_SCALE, (double) ink.width / PANGO_SCALE, (double) ink.height / PANGO_SCALE);
    }
  while (pango_layout_iter_next_cluster (iter));
  pango_layout_iter_free (iter);
  cairo_set_line_width (cr, ENT_HALO_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_restore (cr);
  draw_bar (self, cr, self->bar_height + ENT_HALO_WIDTH);
}

/* out[i] = max over the neighbours and itself, one row. */
static void
spread_row (const guint8 *in, guint8 *out, int width)
{
  out[0] = MAX (in[0], in[1]);
  for (int x = 1; x < width - 1; x++)
    {
      guint8 sides = MAX (in[x - 1], in[x + 1]);
      out[x] = MAX (sides, in[x]);
    }
  out[width - 1] = MAX (in[width - 1], in[width - 2]);
}

/* Dilates an alpha image by a disc: rows spread sideways by k pixels are laid over all rows that a disc is 2k + 1 wide at. */
static void
dilate (guint8 *pixels, int width, int height, int stride, double radius)
{
  int                reach = (int) floor (radius);
  gsize              n_bytes = (gsize) stride * height;
  g_autofree guint8 *spread = g_memdup2 (pixels, n_bytes), *next = g_malloc0 (n_bytes);

  for (int k = 0; k <= reach; k++)
    {
      for (int dy = -reach; dy <= reach; dy++)
        {
          if ((int) floor (sqrt (MAX (radius * radius - dy * dy, 0))) != k)
            continue;
          for (int y = MAX (0, -dy); y < MIN (height, height - dy); y++)
            {
              const guint8 *from = spread + (gsize) (y + dy) * stride;
              guint8       *to = pixels + (gsize) y * stride;
              for (int x = 0; x < width; x++)
                to[x] = MAX (to[x], from[x]);
            }
        }
      if (k == reach)
        break;
      for (int y = 0; y < height; y++)
        spread_row (spread + (gsize) y * stride, next + (gsize) y * stride, width);
      guint8 *swap = spread;
      spread = next;
      next = swap;
    }
}

/* Alpha only, ENT_TEXT_HALO_MARGIN units around the text's box. In an atomic box: it is shown by several threads at once, and each
 * wraps its pixels in a surface of its own. */
struct _EntHalo {
  double  scale;     /* pixels a unit */
  int     width, height, stride;
  guint8 *pixels;
};

static void
halo_clear (gpointer data)
{
  g_free (((EntHalo *) data)->pixels);
}

void
ent_halo_unref (EntHalo *self)
{
  g_atomic_rc_box_release_full (self, halo_clear);
}

/* (transfer full) */
static cairo_surface_t *
create_surface (const EntHalo *self)
{
  return cairo_image_surface_create_for_data (self->pixels, CAIRO_FORMAT_A8, self->width, self->height, self->stride);
}

static EntHalo *
halo_new (const EntText *text, double scale)
{
  EntHalo         *self = g_atomic_rc_box_new0 (EntHalo);
  cairo_surface_t *surface;
  cairo_t         *cr;

  self->scale = scale;
  self->width = (int) ceil ((text->width + 2 * ENT_TEXT_HALO_MARGIN) * scale) + 2;
  self->height = (int) ceil ((text->height + 2 * ENT_TEXT_HALO_MARGIN) * scale) + 2;
  self->stride = cairo_format_stride_for_width (CAIRO_FORMAT_A8, self->width);
  self->pixels = g_malloc0 ((gsize) self->stride * self->height);
  surface = create_surface (self);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, ENT_TEXT_HALO_MARGIN, ENT_TEXT_HALO_MARGIN);
  ent_text_show (text, cr);
  draw_bar (text, cr, text->bar_height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  dilate (self->pixels, self->width, self->height, self->stride, ENT_HALO_WIDTH / 2 * scale + 0.3);
  return self;
}

/* (transfer full) */
static EntHalo *
dup_halo (EntText *text, double scale)
{
  EntHalo *halo = NULL, *old;

  g_bit_lock (&text->halo_lock, 0);
  if (text->halo != NULL && fabs (text->halo->scale - scale) <= 1e-6 * scale)
    halo = g_atomic_rc_box_acquire (text->halo);
  g_bit_unlock (&text->halo_lock, 0);
  if (halo != NULL)
    return halo;
  halo = halo_new (text, scale);
  g_bit_lock (&text->halo_lock, 0);
  old = text->halo;
  text->halo = g_atomic_rc_box_acquire (halo);
  g_bit_unlock (&text->halo_lock, 0);
  if (old != NULL)
    ent_halo_unref (old);
  return halo;
}

void
ent_text_show_halo (EntText *self, cairo_t *cr, gboolean vector, double device_scale)
{
  cairo_surface_t *surface;
  cairo_matrix_t   matrix;
  EntHalo         *halo;
  double           device_x, device_y, x = -ENT_TEXT_HALO_MARGIN, y = -ENT_TEXT_HALO_MARGIN;

  if (self->shown == NULL)
    return;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_target (cr), &device_x, &device_y);
  if (device_scale > 0)
    device_x = device_y = device_scale;
  double scale = matrix.xx * device_x;
  if (vector)
    {
      fill_boxes (self, cr);
      return;
    }
  if (!(scale > 0 && scale <= MAX_SCALE) || matrix.xy != 0 || matrix.yx != 0 || matrix.xx != matrix.yy || device_x != device_y)
    {
      stroke (self, cr);
      return;
    }
  halo = dup_halo (self, scale);
  surface = create_surface (halo);
  cairo_save (cr);
  cairo_user_to_device (cr, &x, &y);
  cairo_identity_matrix (cr);
  cairo_surface_set_device_scale (surface, device_x, device_y);
  cairo_mask_surface (cr, surface, round (x * device_x) / device_x, round (y * device_y) / device_y);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
  ent_halo_unref (halo);
}
