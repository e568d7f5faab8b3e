/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting goes through the levels from the faded to the raised, and in each through links, their labels, and nodes with their
 * names, so that a name is never crossed by a line. Faded colours are mixed with the ground rather than made transparent: a
 * line does not show through its own arrowhead. The SVG writer keeps to the same order. */
#include "ent-scene-private.h"

#include "ent-palette.h"
#include "ent-scene-figure.h"
#include "ent-scene-paint.h"

#define FADED_SHARE    0.80    /* how much of the ground is mixed into what is faded */
#define RING_GAP       3.5     /* between a selected node's outline and its ring */
#define RING_WIDTH     2.5
#define GLOW_WIDTH     7.0     /* of the accent on both sides of a selected link */
#define PILL_PADDING   5.0

typedef struct {
  const EntScene      *scene;
  const EntSceneStyle *style;
  const EntPalette    *palette;
  EntRect              clip;
  gboolean             vector;    /* the target keeps shapes: PDF, SVG */
  double               font_scale;
} Painter;

static void
set_colour (cairo_t *cr, EntColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static EntColour
faded (const EntPalette *palette, EntColour colour, gboolean fade)
{
  return fade ? ent_colour_mix (colour, palette->ground, FADED_SHARE) : colour;
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

static void
paint_text (const Painter *self, cairo_t *cr, EntText *text, EntRect box, EntColour colour, gboolean halo)
{
  cairo_save (cr);
  /* A larger font grows about the middle of the upper edge. */
  cairo_translate (cr, box.x + box.width / 2, box.y);
  cairo_scale (cr, self->font_scale, self->font_scale);
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

static void
paint_link (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneLink *link = &self->scene->links[i];
  const EntLinkState *state = &self->scene->link_states[i];
  gboolean            selected = state->selected && !self->style->plain, hovered = state->hovered && !self->style->plain;
  EntCurve            curve = ent_link_curve (link);
  EntLinkFigure       figure;

  if (!is_visible (self, ent_curve_bounds (&curve), 16) || !ent_link_figure (link, state->stance, selected || hovered ? 1 : 0, &figure))
    return;
  if (selected)
    {
      set_colour (cr, ent_colour_mix (self->palette->ground, self->palette->accent, 0.45));
      cairo_new_path (cr);
      add_curve (cr, &curve);
      cairo_set_line_width (cr, figure.width + GLOW_WIDTH);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke (cr);
    }
  ent_paint_link (cr, &figure, faded (self->palette, self->palette->stance[state->stance], link_level (self, i) == ENT_LEVEL_FADED));
}

static void
paint_label (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneLink *link = &self->scene->links[i];
  EntLinkState       *state = &self->scene->link_states[i];
  EntRect             box = ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y });

  if (!link->label_shown || !is_visible (self, box, ENT_TEXT_HALO_MARGIN * self->font_scale))
    return;
  EntColour colour = faded (self->palette, self->palette->stance_text[state->stance], link_level (self, i) == ENT_LEVEL_FADED);
  paint_text (self, cr, &state->text, box, colour, TRUE);
}

static void
paint_shouted_label (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneLink *link = &self->scene->links[i];
  EntLinkState       *state = &self->scene->link_states[i];
  EntRect             box = ent_scene_link_label_box (link, ent_scene_label_centre (self->scene, i, state->shout_t));
  EntRect             pill = { box.x - PILL_PADDING, box.y - 1, box.width + 2 * PILL_PADDING, box.height + 2 };

  if (!is_visible (self, pill, 2))
    return;
  cairo_new_path (cr);
  add_rounded_box (cr, pill, pill.height / 2);
  set_colour (cr, self->palette->ground);
  cairo_fill_preserve (cr);
  set_colour (cr, ent_colour_mix (self->palette->ground, self->palette->stance[state->stance], 0.55));
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  paint_text (self, cr, &state->text, box, self->palette->stance_text[state->stance], FALSE);
}

static void
paint_node (const Painter *self, cairo_t *cr, guint i)
{
  const EntSceneNode *node = &self->scene->nodes[i];
  EntNodeState       *state = &self->scene->node_states[i];
  EntColour           fill = state->tint >= 0 ? self->palette->tint_fill[state->tint] : self->palette->kind_fill[state->kind];
  EntColour           line = state->tint >= 0 ? self->palette->tint_line[state->tint] : self->palette->kind_line[state->kind];
  gboolean            fade = node_level (self, i) == ENT_LEVEL_FADED;

  if (!is_visible (self, ent_scene_node_bounds (node), ENT_TEXT_HALO_MARGIN * self->font_scale))
    return;
  if (state->selected && !self->style->plain)
    {
      add_shape (cr, node, RING_GAP + RING_WIDTH / 2);
      set_colour (cr, self->palette->accent);
      cairo_set_line_width (cr, RING_WIDTH);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke (cr);
    }
  ent_paint_node (cr, node, faded (self->palette, fill, fade), faded (self->palette, line, fade));
  if (node->label_width > 0)
    paint_text (self, cr, &state->text, ent_scene_node_label_box (node), faded (self->palette, self->palette->text, fade), TRUE);
}

void
ent_scene_paint (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const cairo_rectangle_t *clip)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));
  Painter              painter = {
    .scene = self, .style = style, .palette = ent_palette_get (style->dark, style->high_contrast),
    .clip = clip != NULL ? (EntRect) { clip->x, clip->y, clip->width, clip->height } : (EntRect) { -1e9, -1e9, 2e9, 2e9 },
    .vector = type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS,
    .font_scale = style->font_scale > 0 ? style->font_scale : 1,
  };

  cairo_save (cr);
  if (!style->transparent)
    {
      set_colour (cr, painter.palette->ground);
      cairo_paint (cr);
    }
  for (EntLevel level = ENT_LEVEL_FADED; level <= ENT_LEVEL_RAISED; level++)
    {
      for (guint i = 0; i < self->n_links; i++)
        if (link_level (&painter, i) == level)
          paint_link (&painter, cr, i);
      for (guint i = 0; i < self->n_links; i++)
        if (link_level (&painter, i) == level && (style->plain || !self->link_states[i].shouted))
          paint_label (&painter, cr, i);
      for (guint i = 0; i < self->n_nodes; i++)
        if (node_level (&painter, i) == level)
          paint_node (&painter, cr, i);
    }
  for (guint i = 0; i < self->n_links && !style->plain; i++)
    if (self->link_states[i].shouted)
      paint_shouted_label (&painter, cr, i);
  cairo_restore (cr);
}
