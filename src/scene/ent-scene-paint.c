/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting goes through the levels from the faded to the raised, and in each through links, their labels, nodes, and their names, so
 * that a name is never crossed by a line. Faded colours are mixed with the ground rather than made transparent: a
 * line does not show through its own arrowhead. The SVG writer keeps to the same order. (Over 500 lines: all kinds of items share the
 * small helpers.) */
#include "ent-scene-private.h"

#include "ent-scene-detail.h"
#include "ent-scene-figure.h"
#include "ent-scene-paint.h"
#include "ent-scene-painter.h"
#include "ent-scene-pixels.h"

#include <string.h>

#define RING_GAP       3.5     /* between a selected node's outline and its ring */
#define RING_WIDTH     2.5
#define GLOW_WIDTH     7.0     /* of the accent on both sides of a selected link */
#define PILL_PADDING   5.0

#define CUT_MARGIN     4.0     /* around a clip, for ends of cut lines not to show */

#define MOST_DISC_PX   16.0    /* radius */
#define LEAST_DOT_PX   1.2     /* radius */
#define SHOUT_PX       10.0    /* the least size of letters in a pill */

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
  cairo_set_dash (cr, figure->dashes, (int) figure->n_dashes, figure->dash_offset);
  cairo_stroke (cr);
  if (figure->n_heads > 0)
    ent_paint_heads (cr, figure, colour);
}

static void
add_head (cairo_t *cr, const EntHeadFigure *head)
{
  for (guint p = 0; p < head->n_points; p++)
    {
      if (p == 0)
        cairo_move_to (cr, head->points[p].x, head->points[p].y);
      else
        cairo_line_to (cr, head->points[p].x, head->points[p].y);
    }
  cairo_close_path (cr);
}

void
ent_paint_heads (cairo_t *cr, const EntLinkFigure *figure, EntColour colour)
{
  set_colour (cr, colour);
  cairo_new_path (cr);
  for (guint h = 0; h < figure->n_heads; h++)
    add_head (cr, &figure->heads[h]);
  cairo_fill (cr);
}

/* box: where the text stands at scale 1. */
static void
paint_text (const EntPainter *self, cairo_t *cr, EntText *text, EntRect box, double scale, EntColour colour, gboolean halo)
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
is_visible (const EntPainter *self, EntRect box, double grow)
{
  return ent_rect_overlaps (ent_rect_grown (box, grow), self->clip);
}

static EntLevel
link_level (const EntPainter *self, guint i)
{
  return self->style->plain ? self->scene->link_states[i].visibility : self->scene->link_states[i].level;
}

static EntLevel
node_level (const EntPainter *self, guint i)
{
  return self->style->plain ? self->scene->node_states[i].visibility : self->scene->node_states[i].level;
}

/* ── links ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_accented (const EntPainter *self, guint link)
{
  const EntLinkState *state = &self->scene->link_states[link];

  return !self->style->plain && (state->selected || state->hovered);
}

static EntColour
link_colour (const EntPainter *self, guint link)
{
  EntColour colour = faded (self->palette, self->palette->stance[self->scene->link_states[link].stance], link_level (self, link) == ENT_LEVEL_FADED);
  double    width_px = self->scene->links[link].width * self->zoom;

  if (self->detail != NULL && width_px < ENT_DETAIL_LINE_PX && !is_accented (self, link))
    colour.alpha = MAX (width_px / ENT_DETAIL_LINE_PX, 0.3);
  return colour;
}

/* Never thinner than can be seen. */
static double
least_width (const EntPainter *self)
{
  return self->detail != NULL ? ENT_DETAIL_LINE_PX / self->zoom : 0;
}

/* What is drawn of a link; from afar neither heads nor dashes. FALSE: nothing. */
static gboolean
make_figure (const EntPainter *self, guint i, EntLinkFigure *figure)
{
  const EntSceneLink *link = &self->scene->links[i];
  double              extra = is_accented (self, i) ? MAX (1, 1 / self->zoom) : 0;

  if (self->detail == NULL || self->detail->heads)
    return ent_link_figure (link, self->scene->link_states[i].stance, extra, figure);
  *figure = (EntLinkFigure) { .line = ent_link_curve (link), .width = MAX (link->width, least_width (self)) + extra };
  return TRUE;
}

static void
paint_glow (const EntPainter *self, cairo_t *cr, const EntCurve *curve, double width)
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
is_link_visible (const EntPainter *self, guint i)
{
  EntCurve curve = ent_link_curve (&self->scene->links[i]);

  return is_visible (self, ent_curve_bounds (&curve), ENT_PAINT_MARGIN);
}

/* Whether its line is set by ent_pixels_curve(). */
static gboolean
is_thin (const EntPainter *self, guint i, const EntLinkFigure *figure)
{
  return self->detail != NULL && figure->n_dashes == 0 && figure->width * self->pixels <= ENT_PIXELS_MAX_LINE && !is_accented (self, i);
}

/* Heads of one colour, filled at once: setting out to fill costs more than such small shapes do. */
typedef struct {
  EntColour colour;
  GArray   *heads;      /* EntHeadFigure */
} HeadGroup;

static void
head_group_clear (gpointer data)
{
  g_array_unref (((HeadGroup *) data)->heads);
}

/* There are only as many colours as stances times widths that are thin. */
static void
gather_heads (GArray *groups, const EntLinkFigure *figure, EntColour colour)
{
  guint at = 0;

  while (at < groups->len && memcmp (&g_array_index (groups, HeadGroup, at).colour, &colour, sizeof colour) != 0)
    at++;
  if (at == groups->len)
    {
      HeadGroup group = { colour, g_array_new (FALSE, FALSE, sizeof (EntHeadFigure)) };
      g_array_append_val (groups, group);
    }
  g_array_append_vals (g_array_index (groups, HeadGroup, at).heads, figure->heads, figure->n_heads);
}

static void
paint_gathered_heads (cairo_t *cr, const GArray *groups)
{
  for (guint at = 0; at < groups->len; at++)
    {
      const HeadGroup *group = &g_array_index (groups, HeadGroup, at);
      set_colour (cr, group->colour);
      cairo_new_path (cr);
      for (guint h = 0; h < group->heads->len; h++)
        add_head (cr, &g_array_index (group->heads, EntHeadFigure, h));
      cairo_fill (cr);
    }
}

/* The links whose lines are set by pixels, with their heads; done: (out) which of self->links they are. */
static void
paint_thin_links (const EntPainter *self, cairo_t *cr, EntPixels *pixels, EntLevel level, guint8 *done)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (HeadGroup));
  EntLinkFigure      figure;

  g_array_set_clear_func (groups, head_group_clear);
  for (guint at = 0; at < self->links->len; at++)
    {
      guint i = g_array_index (self->links, guint, at);
      if (link_level (self, i) != level || !is_link_visible (self, i) || !make_figure (self, i, &figure) || !is_thin (self, i, &figure))
        continue;
      ent_pixels_curve (pixels, &figure.line, figure.width, link_colour (self, i));
      done[at] = TRUE;
      if (figure.n_heads > 0 && ent_link_figure_cut (&figure, ent_rect_grown (self->clip, CUT_MARGIN)) && figure.n_heads > 0)
        gather_heads (groups, &figure, link_colour (self, i));
    }
  ent_pixels_end (pixels);
  paint_gathered_heads (cr, groups);
}

static void
paint_link (const EntPainter *self, cairo_t *cr, guint i)
{
  EntLinkFigure figure;

  if (!is_link_visible (self, i) || !make_figure (self, i, &figure))
    return;
  if (self->scene->link_states[i].selected && !self->style->plain)
    {
      EntCurve curve = ent_link_curve (&self->scene->links[i]);
      paint_glow (self, cr, &curve, figure.width);
    }
  if (ent_link_figure_cut (&figure, ent_rect_grown (self->clip, CUT_MARGIN)))
    ent_paint_link (cr, &figure, link_colour (self, i));
}

static void
paint_links (const EntPainter *self, cairo_t *cr, EntLevel level)
{
  g_autofree guint8 *done = g_new0 (guint8, self->links->len + 1);
  EntPixels          pixels;

  if (self->detail != NULL && ent_pixels_begin (&pixels, cr))
    paint_thin_links (self, cr, &pixels, level, done);
  for (guint at = 0; at < self->links->len; at++)
    if (!done[at] && link_level (self, g_array_index (self->links, guint, at)) == level)
      paint_link (self, cr, g_array_index (self->links, guint, at));
}

/* ── their labels ───────────────────────────────────────────────────────────────────────────────────────────────── */

static void
paint_label (const EntPainter *self, cairo_t *cr, guint i)
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
paint_labels (const EntPainter *self, cairo_t *cr, EntLevel level)
{
  if (self->detail != NULL && !self->detail->labels)
    return;
  for (guint at = 0; at < self->links->len; at++)
    if (link_level (self, g_array_index (self->links, guint, at)) == level)
      paint_label (self, cr, g_array_index (self->links, guint, at));
}

/* From afar a pill grows about its middle to what can be read, and only what is itself hovered or selected has one. */
static void
paint_shouted_label (const EntPainter *self, cairo_t *cr, guint i)
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
is_dot (const EntPainter *self, guint i)
{
  return self->detail != NULL && self->scene->nodes[i].radius * self->zoom < ENT_DETAIL_DOT_PX;
}

static gboolean
is_node_visible (const EntPainter *self, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];

  return is_visible (self, ent_rect_union (ent_scene_node_bounds (node), ent_scene_grown_name_box (node, self->name_scale)),
                     ENT_TEXT_HALO_MARGIN * self->name_scale);
}

static EntColour
node_fill (const EntPainter *self, guint i)
{
  const EntNodeState *state = &self->scene->node_states[i];
  EntColour           fill = state->tint >= 0 ? self->palette->tint_fill[state->tint] : self->palette->kind_fill[state->kind];

  return faded (self->palette, fill, node_level (self, i) == ENT_LEVEL_FADED);
}

static EntColour
node_line (const EntPainter *self, guint i)
{
  const EntNodeState *state = &self->scene->node_states[i];
  EntColour           line = state->tint >= 0 ? self->palette->tint_line[state->tint] : self->palette->kind_line[state->kind];

  return faded (self->palette, line, node_level (self, i) == ENT_LEVEL_FADED);
}

/* From afar dashes are not seen as such, and cost ten times as much as a line. */
static gboolean
shows_dashes (const EntPainter *self, guint i)
{
  return self->scene->nodes[i].dashed && (self->detail == NULL || self->zoom >= ENT_DETAIL_DASHES);
}

static gboolean
shows_glyph (const EntPainter *self, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];

  return node->glyph && (self->detail == NULL || node->radius * self->zoom >= ENT_DETAIL_GLYPH_PX);
}

/* Whether two discs of pixels, one on the other, look as the node does. */
static gboolean
is_disc (const EntPainter *self, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];

  return self->detail != NULL && node->form == ENT_SHAPE_CIRCLE && node->radius * self->pixels <= MOST_DISC_PX
    && !shows_dashes (self, i) && !shows_glyph (self, i);
}

static void
paint_dots (const EntPainter *self, EntPixels *pixels, EntLevel level)
{
  for (guint at = 0; at < self->nodes->len; at++)
    {
      guint               i = g_array_index (self->nodes, guint, at);
      const EntSceneNode *node = &self->scene->nodes[i];
      if (node_level (self, i) != level)
        continue;
      if (is_dot (self, i))
        ent_pixels_dot (pixels, node->x, node->y, MAX (node->radius, LEAST_DOT_PX / self->zoom), node_line (self, i));
      else if (is_disc (self, i))
        {
          ent_pixels_dot (pixels, node->x, node->y, node->radius + ENT_OUTLINE_WIDTH / 2, node_line (self, i));
          ent_pixels_dot (pixels, node->x, node->y, node->radius - ENT_OUTLINE_WIDTH / 2, node_fill (self, i));
        }
    }
  ent_pixels_end (pixels);
}

static void
paint_ring (const EntPainter *self, cairo_t *cr, const EntSceneNode *node)
{
  double scale = MAX (1, 0.7 / self->zoom);

  add_shape (cr, node, (RING_GAP + RING_WIDTH / 2) * scale);
  set_colour (cr, self->palette->accent);
  cairo_set_line_width (cr, RING_WIDTH * scale);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static void
paint_dot (const EntPainter *self, cairo_t *cr, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];

  cairo_new_path (cr);
  cairo_arc (cr, node->x, node->y, MAX (node->radius, LEAST_DOT_PX / self->zoom), 0, 2 * G_PI);
  set_colour (cr, node_line (self, i));
  cairo_fill (cr);
}

static void
paint_name (const EntPainter *self, cairo_t *cr, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];
  gboolean            fade = node_level (self, i) == ENT_LEVEL_FADED;

  if (node->label_width > 0 && (self->names == NULL || self->names[i]) && is_node_visible (self, i))
    paint_text (self, cr, self->scene->node_states[i].text, ent_scene_node_label_box (node), self->name_scale,
                faded (self->palette, self->palette->text, fade), TRUE);
}

static void
paint_node (const EntPainter *self, cairo_t *cr, guint i, gboolean dots_done)
{
  EntSceneNode node = self->scene->nodes[i];

  if (!is_node_visible (self, i))
    return;
  if (self->scene->node_states[i].selected && !self->style->plain)
    paint_ring (self, cr, &node);
  if (is_dot (self, i))
    {
      if (!dots_done)
        paint_dot (self, cr, i);
    }
  else if (!dots_done || !is_disc (self, i))
    {
      node.glyph = shows_glyph (self, i);
      node.dashed = shows_dashes (self, i);
      ent_paint_node (cr, &node, node_fill (self, i), node_line (self, i));
    }
}

static void
paint_nodes (const EntPainter *self, cairo_t *cr, EntLevel level)
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

void
ent_painter_paint (const EntPainter *self, cairo_t *cr)
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
