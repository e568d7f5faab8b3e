/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting goes through the levels from the faded to the raised, and in each through links, their labels, nodes, and their names, so
 * that a name is never crossed by a line. Faded colours are mixed with the ground rather than made transparent: a
 * line does not show through its own arrowhead. The SVG writer keeps to the same order. */
#include "ent-scene-private.h"

#include "ent-palette.h"
#include "ent-scene-detail.h"
#include "ent-scene-figure.h"
#include "ent-scene-paint.h"
#include "ent-scene-pixels.h"

#include <math.h>

#define RING_GAP       3.5     /* between a selected node's outline and its ring */
#define RING_WIDTH     2.5
#define GLOW_WIDTH     7.0     /* of the accent on both sides of a selected link */
#define PILL_PADDING   5.0

#define LEAST_DOT_PX   1.2     /* radius */
#define SHOUT_PX       10.0    /* the least size of letters in a pill */
#define MAX_LIT_NAMES  60      /* where names are drawn larger than there is room for */
#define MARGIN         16.0    /* how far anything reaches out of its bounds: rings, halos, heads; map units */

typedef struct {
  const EntScene       *scene;
  const EntSceneStyle  *style;
  const EntPalette     *palette;
  const EntSceneDetail *detail;       /* NULL: all is drawn */
  EntRect               clip;
  gboolean              vector;       /* the target keeps shapes: PDF, SVG */
  double                font_scale;
  double                name_scale;   /* font_scale and what the zoom asks for */
  double                zoom;         /* 1 where all is drawn */
  double                pixels;       /* of the target, a map unit */
  const guint8         *names;        /* n_nodes: whose are drawn; NULL: all */
  GArray               *nodes;        /* guint: what is to be looked at, ascending */
  GArray               *links;
} Painter;

static void
set_colour (cairo_t *cr, EntColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static EntColour
faded (const EntPalette *palette, EntColour colour, gboolean fade)
{
  return fade ? ent_colour_mix (colour, palette->ground, ENT_SCENE_FADED_SHARE) : colour;
}

static void
add_curve (cairo_t *cr, const EntCurve *curve)
{
  /* A quadratic curve as the cubic that it is. */
  cairo_move_to (cr, curve->start.x, curve->start.y);
  cairo_curve_to (cr,
                  curve->start.x + (curve->control.x - curve->start.x) * 2 / 3, curve->start.y + (curve->control.y - curve->start.y) * 2 / 3,
                  curve->end.x + (curve->control.x - curve->end.x) * 2 / 3, curve->end.y + (curve->control.y - curve->end.y) * 2 / 3,
                  curve->end.x, curve->end.y);
}

static void
add_rounded_box (cairo_t *cr, EntRect box, double corner)
{
  double right = box.x + box.width, bottom = box.y + box.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - corner, box.y + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, right - corner, bottom - corner, corner, 0, G_PI_2);
  cairo_arc (cr, box.x + corner, bottom - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, box.x + corner, box.y + corner, corner, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_shape (cairo_t *cr, const EntSceneNode *node, double grow)
{
  double r = node->radius + grow;

  cairo_new_path (cr);
  switch (node->form)
    {
    case ENT_SHAPE_ROUNDED_SQUARE:
      add_rounded_box (cr, (EntRect) { node->x - r, node->y - r, 2 * r, 2 * r }, node->radius * ENT_CORNER_SHARE + grow);
      break;
    case ENT_SHAPE_DIAMOND:
      r = node->radius + grow * G_SQRT2;
      cairo_move_to (cr, node->x, node->y - r);
      cairo_line_to (cr, node->x + r, node->y);
      cairo_line_to (cr, node->x, node->y + r);
      cairo_line_to (cr, node->x - r, node->y);
      cairo_close_path (cr);
      break;
    case ENT_SHAPE_CIRCLE:
    default:
      cairo_arc (cr, node->x, node->y, r, 0, 2 * G_PI);
      cairo_close_path (cr);
    }
}

void
ent_paint_node (cairo_t *cr, const EntSceneNode *node, EntColour fill, EntColour line)
{
  add_shape (cr, node, 0);
  set_colour (cr, fill);
  cairo_fill_preserve (cr);
  set_colour (cr, line);
  cairo_set_line_width (cr, ENT_OUTLINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (node->dashed)
    {
      double dashes[2];
      ent_group_dashes (node->radius, dashes);
      cairo_set_dash (cr, dashes, 2, 0);
    }
  else
    cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  if (!node->glyph)
    return;
  EntPersonFigure person;
  ent_person_figure (node, &person);
  cairo_arc (cr, person.head.x, person.head.y, person.head_radius, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, person.shoulders.x, person.shoulders.y, person.shoulder_radius, G_PI, 2 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
ent_paint_link (cairo_t *cr, const EntLinkFigure *figure, EntColour colour)
{
  set_colour (cr, colour);
  cairo_new_path (cr);
  add_curve (cr, &figure->line);
  cairo_set_line_width (cr, figure->width);
  cairo_set_line_cap (cr, figure->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, figure->dashes, (int) figure->n_dashes, 0);
  cairo_stroke (cr);
  if (figure->n_heads > 0)
    ent_paint_heads (cr, figure, colour);
}

void
ent_paint_heads (cairo_t *cr, const EntLinkFigure *figure, EntColour colour)
{
  set_colour (cr, colour);
  cairo_new_path (cr);
  for (guint h = 0; h < figure->n_heads; h++)
    {
      const EntHeadFigure *head = &figure->heads[h];
      for (guint p = 0; p < head->n_points; p++)
        {
          if (p == 0)
            cairo_move_to (cr, head->points[p].x, head->points[p].y);
          else
            cairo_line_to (cr, head->points[p].x, head->points[p].y);
        }
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

/* box: where the text stands at scale 1. */
static void
paint_text (const Painter *self, cairo_t *cr, EntText *text, EntRect box, double scale, EntColour colour, gboolean halo)
{
  cairo_save (cr);
  /* A larger font grows about the middle of the upper edge. */
  cairo_translate (cr, box.x + box.width / 2, box.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box.width / 2, 0);
  if (halo)
    {
      set_colour (cr, self->palette->halo);
      ent_text_show_halo (text, cr, self->vector, self->style->device_scale);
    }
  set_colour (cr, colour);
  ent_text_show (text, cr);
  cairo_restore (cr);
}

static gboolean
is_visible (const Painter *self, EntRect box, double grow)
{
  return ent_rect_overlaps (ent_rect_grown (box, grow), self->clip);
}

static EntLevel
link_level (const Painter *self, guint i)
{
  return self->style->plain ? self->scene->link_states[i].visibility : self->scene->link_states[i].level;
}

static EntLevel
node_level (const Painter *self, guint i)
{
  return self->style->plain ? self->scene->node_states[i].visibility : self->scene->node_states[i].level;
}

/* ── links ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_accented (const Painter *self, guint link)
{
  const EntLinkState *state = &self->scene->link_states[link];

  return !self->style->plain && (state->selected || state->hovered);
}

static EntColour
link_colour (const Painter *self, guint link)
{
  EntColour colour = faded (self->palette, self->palette->stance[self->scene->link_states[link].stance], link_level (self, link) == ENT_LEVEL_FADED);
  double    width_px = self->scene->links[link].width * self->zoom;

  if (self->detail != NULL && width_px < ENT_DETAIL_LINE_PX && !is_accented (self, link))
    colour.alpha = MAX (width_px / ENT_DETAIL_LINE_PX, 0.3);
  return colour;
}

/* Never thinner than can be seen. */
static double
least_width (const Painter *self)
{
  return self->detail != NULL ? ENT_DETAIL_LINE_PX / self->zoom : 0;
}

/* What is drawn of a link; from afar neither heads nor dashes. FALSE: nothing. */
static gboolean
make_figure (const Painter *self, guint i, EntLinkFigure *figure)
{
  const EntSceneLink *link = &self->scene->links[i];
  double              extra = is_accented (self, i) ? MAX (1, 1 / self->zoom) : 0;

  if (self->detail == NULL || self->detail->heads)
    return ent_link_figure (link, self->scene->link_states[i].stance, extra, figure);
  *figure = (EntLinkFigure) { .line = ent_link_curve (link), .width = MAX (link->width, least_width (self)) + extra };
  return TRUE;
}

static void
paint_glow (const Painter *self, cairo_t *cr, const EntCurve *curve, double width)
{
  set_colour (cr, ent_colour_mix (self->palette->ground, self->palette->accent, 0.45));
  cairo_new_path (cr);
  add_curve (cr, curve);
  cairo_set_line_width (cr, width + GLOW_WIDTH * MAX (1, 0.6 / self->zoom));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static gboolean
is_link_visible (const Painter *self, guint i)
{
  EntCurve curve = ent_link_curve (&self->scene->links[i]);

  return is_visible (self, ent_curve_bounds (&curve), MARGIN);
}

/* Whether its line is set by ent_pixels_curve(). */
static gboolean
is_thin (const Painter *self, guint i, const EntLinkFigure *figure)
{
  return self->detail != NULL && figure->n_dashes == 0 && figure->width * self->pixels <= ENT_PIXELS_MAX_LINE && !is_accented (self, i);
}

static void
paint_thin_links (const Painter *self, EntPixels *pixels, EntLevel level)
{
  EntLinkFigure figure;

  for (guint at = 0; at < self->links->len; at++)
    {
      guint i = g_array_index (self->links, guint, at);
      if (link_level (self, i) == level && is_link_visible (self, i) && make_figure (self, i, &figure) && is_thin (self, i, &figure))
        ent_pixels_curve (pixels, &figure.line, figure.width, link_colour (self, i));
    }
  ent_pixels_end (pixels);
}

static void
paint_link (const Painter *self, cairo_t *cr, guint i, gboolean thin_done)
{
  EntLinkFigure figure;

  if (!is_link_visible (self, i) || !make_figure (self, i, &figure))
    return;
  if (self->scene->link_states[i].selected && !self->style->plain)
    {
      EntCurve curve = ent_link_curve (&self->scene->links[i]);
      paint_glow (self, cr, &curve, figure.width);
    }
  if (!thin_done || !is_thin (self, i, &figure))
    ent_paint_link (cr, &figure, link_colour (self, i));
  else if (figure.n_heads > 0)
    ent_paint_heads (cr, &figure, link_colour (self, i));
}

static void
paint_links (const Painter *self, cairo_t *cr, EntLevel level)
{
  EntPixels pixels;
  gboolean  by_pixels = self->detail != NULL && ent_pixels_begin (&pixels, cr);

  if (by_pixels)
    paint_thin_links (self, &pixels, level);
  for (guint at = 0; at < self->links->len; at++)
    if (link_level (self, g_array_index (self->links, guint, at)) == level)
      paint_link (self, cr, g_array_index (self->links, guint, at), by_pixels);
}

/* ── their labels ───────────────────────────────────────────────────────────────────────────────────────────────── */

static void
paint_label (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneLink *link = &self->scene->links[i];
  const EntLinkState *state = &self->scene->link_states[i];
  EntRect             box = ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y });

  if (!link->label_shown || (state->shouted && !self->style->plain) || !is_visible (self, box, ENT_TEXT_HALO_MARGIN * self->font_scale))
    return;
  EntColour colour = faded (self->palette, self->palette->stance_text[state->stance], link_level (self, i) == ENT_LEVEL_FADED);
  paint_text (self, cr, state->text, box, self->font_scale, colour, TRUE);
}

static void
paint_labels (const Painter *self, cairo_t *cr, EntLevel level)
{
  if (self->detail != NULL && !self->detail->labels)
    return;
  for (guint at = 0; at < self->links->len; at++)
    if (link_level (self, g_array_index (self->links, guint, at)) == level)
      paint_label (self, cr, g_array_index (self->links, guint, at));
}

/* From afar a pill grows about its middle to what can be read, and only what is itself hovered or selected has one. */
static void
paint_shouted_label (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneLink *link = &self->scene->links[i];
  const EntLinkState *state = &self->scene->link_states[i];
  gboolean            far = self->detail != NULL && !self->detail->labels;
  double              scale = far ? MAX (SHOUT_PX / (ENT_LABEL_SIZE * self->zoom), 1) : 1;
  EntPoint            centre = ent_scene_label_centre (self->scene, i, state->shout_t);
  double              width = link->label_width * scale, height = link->label_height * scale;
  EntRect             pill = { centre.x - width / 2 - PILL_PADDING * scale, centre.y - height / 2 - scale, width + 2 * PILL_PADDING * scale, height + 2 * scale };

  if (!state->shouted || (far && !state->hovered && !state->selected) || !is_visible (self, pill, 2))
    return;
  cairo_new_path (cr);
  add_rounded_box (cr, pill, pill.height / 2);
  set_colour (cr, self->palette->ground);
  cairo_fill_preserve (cr);
  set_colour (cr, ent_colour_mix (self->palette->ground, self->palette->stance[state->stance], 0.55));
  cairo_set_line_width (cr, scale);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  EntRect box = { centre.x - link->label_width / 2, centre.y - height / 2, link->label_width, link->label_height };
  paint_text (self, cr, state->text, box, self->font_scale * scale, self->palette->stance_text[state->stance], FALSE);
}

/* ── nodes ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_dot (const Painter *self, guint i)
{
  return self->detail != NULL && self->scene->nodes[i].radius * self->zoom < ENT_DETAIL_DOT_PX;
}

static gboolean
is_node_visible (const Painter *self, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];

  return is_visible (self, ent_rect_union (ent_scene_node_bounds (node), ent_scene_grown_name_box (node, self->name_scale)),
                     ENT_TEXT_HALO_MARGIN * self->name_scale);
}

static EntColour
node_colour (const Painter *self, guint i, const EntColour *of_kind)
{
  return faded (self->palette, of_kind[self->scene->node_states[i].kind], node_level (self, i) == ENT_LEVEL_FADED);
}

static void
paint_dots (const Painter *self, EntPixels *pixels, EntLevel level)
{
  for (guint at = 0; at < self->nodes->len; at++)
    {
      guint               i = g_array_index (self->nodes, guint, at);
      const EntSceneNode *node = &self->scene->nodes[i];
      if (node_level (self, i) == level && is_dot (self, i))
        ent_pixels_dot (pixels, node->x, node->y, MAX (node->radius, LEAST_DOT_PX / self->zoom), node_colour (self, i, self->palette->kind_line));
    }
  ent_pixels_end (pixels);
}

static void
paint_ring (const Painter *self, cairo_t *cr, const EntSceneNode *node)
{
  double scale = MAX (1, 0.7 / self->zoom);

  add_shape (cr, node, (RING_GAP + RING_WIDTH / 2) * scale);
  set_colour (cr, self->palette->accent);
  cairo_set_line_width (cr, RING_WIDTH * scale);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static void
paint_dot (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];

  cairo_new_path (cr);
  cairo_arc (cr, node->x, node->y, MAX (node->radius, LEAST_DOT_PX / self->zoom), 0, 2 * G_PI);
  set_colour (cr, node_colour (self, i, self->palette->kind_line));
  cairo_fill (cr);
}

static void
paint_name (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];
  gboolean            fade = node_level (self, i) == ENT_LEVEL_FADED;

  if (node->label_width > 0 && (self->names == NULL || self->names[i]) && is_node_visible (self, i))
    paint_text (self, cr, self->scene->node_states[i].text, ent_scene_node_label_box (node), self->name_scale,
                faded (self->palette, self->palette->text, fade), TRUE);
}

static void
paint_node (const Painter *self, cairo_t *cr, guint i, gboolean dots_done)
{
  EntSceneNode node = self->scene->nodes[i];

  if (!is_node_visible (self, i))
    return;
  if (self->scene->node_states[i].selected && !self->style->plain)
    paint_ring (self, cr, &node);
  if (!is_dot (self, i))
    {
      node.glyph &= node.radius * self->zoom >= ENT_DETAIL_GLYPH_PX || self->detail == NULL;
      ent_paint_node (cr, &node, node_colour (self, i, self->palette->kind_fill), node_colour (self, i, self->palette->kind_line));
    }
  else if (!dots_done)
    paint_dot (self, cr, i);
}

static void
paint_nodes (const Painter *self, cairo_t *cr, EntLevel level)
{
  EntPixels pixels;
  gboolean  by_pixels = self->detail != NULL && ent_pixels_begin (&pixels, cr);

  if (by_pixels)
    paint_dots (self, &pixels, level);
  for (guint at = 0; at < self->nodes->len; at++)
    if (node_level (self, g_array_index (self->nodes, guint, at)) == level)
      paint_node (self, cr, g_array_index (self->nodes, guint, at), by_pixels);
  for (guint at = 0; at < self->nodes->len; at++)
    if (node_level (self, g_array_index (self->nodes, guint, at)) == level)
      paint_name (self, cr, g_array_index (self->nodes, guint, at));
}

/* ── the whole and parts of it ──────────────────────────────────────────────────────────────────────────────────── */

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
painter_init (Painter *self, const EntScene *scene, cairo_t *cr, const EntSceneStyle *style, const EntSceneDetail *detail,
              const cairo_rectangle_t *clip)
{
  *self = (Painter) {
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
painter_clear (Painter *self)
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
collect_near (Painter *self)
{
  const EntScene    *scene = self->scene;
  g_autofree guint8 *nodes = g_new0 (guint8, scene->n_nodes + 1), *links = g_new0 (guint8, scene->n_links + 1);
  /* Names that are drawn larger reach out of what the grid knows of them. */
  double             names = (self->name_scale - 1) * 180;

  ent_scene_each_node_near (scene, ent_rect_grown (self->clip, MARGIN + names), mark, nodes);
  ent_scene_each_link_near (scene, ent_rect_grown (self->clip, MARGIN), mark, links);
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

static void
paint_levels (const Painter *self, cairo_t *cr)
{
  for (EntLevel level = ENT_LEVEL_FADED; level <= ENT_LEVEL_RAISED; level++)
    {
      paint_links (self, cr, level);
      paint_labels (self, cr, level);
      paint_nodes (self, cr, level);
    }
  for (guint at = 0; at < self->links->len && !self->style->plain; at++)
    paint_shouted_label (self, cr, g_array_index (self->links, guint, at));
}

void
ent_scene_paint_piece (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const EntSceneDetail *detail, const cairo_rectangle_t *clip)
{
  Painter painter;

  painter_init (&painter, self, cr, style, detail, clip);
  collect_near (&painter);
  cairo_save (cr);
  if (!style->transparent)
    {
      set_colour (cr, painter.palette->ground);
      cairo_paint (cr);
    }
  paint_levels (&painter, cr);
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
choose_lit_names (const Painter *self)
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
  EntSceneDetail     detail = ent_scene_detail_make (style->zoom);
  g_autofree guint8 *names = NULL;
  Painter            painter;

  painter_init (&painter, self, cr, style, style->zoom > 0 ? &detail : NULL, clip);
  merge_lists (painter.nodes, self->lit_nodes, self->loose_nodes);
  merge_lists (painter.links, self->lit_links, self->loose_links);
  if (detail.name_scale > 1)
    painter.names = names = choose_lit_names (&painter);
  cairo_save (cr);
  paint_levels (&painter, cr);
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
  bounds = ent_rect_grown (bounds, MARGIN);
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
