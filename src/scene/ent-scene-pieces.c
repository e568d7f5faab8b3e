/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which items of a scene are painted: all near a clip, or those that are lit or loose. */
#include "ent-scene-private.h"

#include "ent-scene-detail.h"
#include "ent-scene-figure.h"
#include "ent-scene-painter.h"

#define MAX_LIT_NAMES 60    /* where names are drawn larger than there is room for */

static double
measure_pixels (cairo_t *cr)
{
  cairo_matrix_t matrix;
  double         device_x, device_y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_target (cr), &device_x, &device_y);
  return matrix.xx * device_x;
}

static void
painter_init (EntPainter *self, const EntScene *scene, cairo_t *cr, const EntSceneStyle *style, const EntSceneDetail *detail,
              const cairo_rectangle_t *clip)
{
  *self = (EntPainter) {
    .scene = scene, .style = style, .palette = ent_palette_get (style->dark, style->high_contrast), .detail = detail,
    .clip = clip != NULL ? (EntRect) { clip->x, clip->y, clip->width, clip->height } : (EntRect) { -1e9, -1e9, 2e9, 2e9 },
    .vector = ent_text_is_vector (cr),
    .font_scale = style->font_scale > 0 ? style->font_scale : 1,
    .zoom = detail != NULL ? detail->zoom : 1,
    .names = detail != NULL ? detail->names : NULL,
    .pixels = measure_pixels (cr),
    .nodes = g_array_new (FALSE, FALSE, sizeof (guint)),
    .links = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  self->name_scale = self->font_scale * (detail != NULL ? detail->name_scale : 1);
}

static void
painter_clear (EntPainter *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->links);
}

static void
mark (guint item, gpointer marks)
{
  ((guint8 *) marks)[item] = TRUE;
}

static void
collect (GArray *list, const guint8 *marks, guint n)
{
  for (guint i = 0; i < n; i++)
    if (marks[i])
      g_array_append_val (list, i);
}

/* What is near the clip. */
static void
collect_near (EntPainter *self)
{
  const EntScene    *scene = self->scene;
  g_autofree guint8 *nodes = g_new0 (guint8, scene->n_nodes + 1), *links = g_new0 (guint8, scene->n_links + 1);
  /* Names that are drawn larger reach out of what the grid knows of them. */
  double             names = (self->name_scale - 1) * 180;

  ent_scene_each_node_near (scene, ent_rect_grown (self->clip, ENT_PAINT_MARGIN + names), mark, nodes);
  ent_scene_each_link_near (scene, ent_rect_grown (self->clip, ENT_PAINT_MARGIN), mark, links);
  collect (self->nodes, nodes, scene->n_nodes);
  collect (self->links, links, scene->n_links);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
merge_lists (GArray *list, const GArray *a, const GArray *b)
{
  guint n = 0;

  g_array_append_vals (list, a->data, a->len);
  g_array_append_vals (list, b->data, b->len);
  g_array_sort (list, compare_numbers);
  for (guint i = 0; i < list->len; i++)
    if (n == 0 || g_array_index (list, guint, i) != g_array_index (list, guint, n - 1))
      g_array_index (list, guint, n++) = g_array_index (list, guint, i);
  g_array_set_size (list, n);
}

void
ent_scene_paint_piece (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const EntSceneDetail *detail, const cairo_rectangle_t *clip)
{
  EntPainter painter;

  painter_init (&painter, self, cr, style, detail, clip);
  collect_near (&painter);
  cairo_save (cr);
  if (!style->transparent)
    {
      const EntColour *ground = &painter.palette->ground;
      cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, ground->alpha);
      cairo_paint (cr);
    }
  ent_painter_paint (&painter, cr);
  cairo_restore (cr);
  painter_clear (&painter);
}

void
ent_scene_paint (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const cairo_rectangle_t *clip)
{
  g_autoptr (EntSceneDetail) detail = style->zoom > 0 ? ent_scene_detail_new (self, style->zoom) : NULL;

  ent_scene_paint_piece (self, cr, style, detail, clip);
}

/* The names that have room beside each other: of what is hovered or selected first, then by salience. */
static guint8 *
choose_lit_names (const EntPainter *self)
{
  const EntScene    *scene = self->scene;
  guint8            *names = g_new0 (guint8, scene->n_nodes + 1);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (EntRect));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (order, self->nodes->data, self->nodes->len);
  for (guint k = 0; k < order->len && boxes->len < MAX_LIT_NAMES; k++)
    {
      guint  best = k, *at = &g_array_index (order, guint, k);
      double most = -1;
      for (guint j = k; j < order->len; j++)
        {
          guint               i = g_array_index (order, guint, j);
          const EntNodeState *state = &scene->node_states[i];
          double              worth = scene->nodes[i].salience + (state->hovered ? 4 : 0) + (state->selected ? 2 : 0);
          if (worth > most)
            {
              most = worth;
              best = j;
            }
        }
      guint swap = *at;
      *at = g_array_index (order, guint, best);
      g_array_index (order, guint, best) = swap;
      EntRect  box = ent_scene_grown_name_box (&scene->nodes[*at], self->name_scale);
      gboolean is_free = scene->nodes[*at].label_width > 0;
      for (guint b = 0; b < boxes->len && is_free; b++)
        is_free = !ent_rect_overlaps (g_array_index (boxes, EntRect, b), box);
      if (is_free)
        g_array_append_val (boxes, box);
      names[*at] = is_free;
    }
  return names;
}

void
ent_scene_paint_lit (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const cairo_rectangle_t *clip)
{
  EntSceneDetail     detail = ent_scene_detail_make (self, style->zoom);
  g_autofree guint8 *names = NULL;
  EntPainter            painter;

  painter_init (&painter, self, cr, style, style->zoom > 0 ? &detail : NULL, clip);
  merge_lists (painter.nodes, self->lit_nodes, self->loose_nodes);
  merge_lists (painter.links, self->lit_links, self->loose_links);
  if (detail.name_scale > 1)
    painter.names = names = choose_lit_names (&painter);
  cairo_save (cr);
  ent_painter_paint (&painter, cr);
  cairo_restore (cr);
  painter_clear (&painter);
}

gboolean
ent_scene_get_lit_bounds (const EntScene *self, double *x, double *y, double *width, double *height)
{
  const GArray *nodes[] = { self->lit_nodes, self->loose_nodes }, *links[] = { self->lit_links, self->loose_links };
  EntRect       bounds = { 0 };

  for (guint list = 0; list < 2; list++)
    {
      for (guint i = 0; i < nodes[list]->len; i++)
        bounds = ent_rect_union (bounds, ent_scene_node_bounds (&self->nodes[g_array_index (nodes[list], guint, i)]));
      for (guint i = 0; i < links[list]->len; i++)
        {
          guint               at = g_array_index (links[list], guint, i);
          const EntSceneLink *link = &self->links[at];
          EntCurve            curve = ent_link_curve (link);
          bounds = ent_rect_union (bounds, ent_curve_bounds (&curve));
          bounds = ent_rect_union (bounds, ent_scene_link_label_box (link, ent_scene_label_centre (self, at, self->link_states[at].shout_t)));
          bounds = ent_rect_union (bounds, ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y }));
        }
    }
  bounds = ent_rect_grown (bounds, ENT_PAINT_MARGIN);
  *x = bounds.x;
  *y = bounds.y;
  *width = bounds.width;
  *height = bounds.height;
  return nodes[0]->len + nodes[1]->len + links[0]->len + links[1]->len > 0;
}

guint
ent_scene_count_lit_links (const EntScene *self)
{
  return self->lit_links->len + self->loose_links->len;
}

gboolean
ent_scene_is_fading (const EntScene *self)
{
  return self->anything_hovered;
}
