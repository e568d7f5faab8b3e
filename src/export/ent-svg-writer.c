/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene as SVG: the figures that the painter draws, in its order, with real text or with the letters' outlines. Groups carry
 * ids made of the map's ids and classes of what they are (actor country, relation conflict reject hedged), for those who style or
 * script the picture, and data-from, data-to, data-relation say which belong together; the colours stand in one style block, on
 * plain class selectors that every program understands. Quotes and mentions are tooltips. */
#include "ent-export-private.h"

#include "ent-export-words.h"
#include "ent-markup.h"
#include "ent-scene-figure.h"

#include <pango/pangocairo.h>
#include <string.h>

typedef struct {
  GString        *out;
  const EntScene *scene;
  cairo_t        *outliner;    /* what letters are outlined on; NULL: they stay text */
  gboolean        one_article;
} Writer;

/* ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* A layout's letters as one path, its upper left corner at (x, y), so that the halo of none covers another. text: (transfer full) */
static void
append_outlines (const Writer *self, PangoLayout *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = text;
  GString                *out = self->out;

  cairo_new_path (self->outliner);
  cairo_move_to (self->outliner, x, y);
  pango_cairo_layout_path (self->outliner, layout);
  cairo_path_t *path = cairo_copy_path (self->outliner);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          /* A move that nothing follows is what each letter ends in. */
          if (i + data->header.length < path->num_data && data[data->header.length].header.type != CAIRO_PATH_MOVE_TO)
            ent_markup_append (out, "M%n %n", data[1].point.x, data[1].point.y);
          break;
        case CAIRO_PATH_LINE_TO: ent_markup_append (out, "L%n %n", data[1].point.x, data[1].point.y); break;
        case CAIRO_PATH_CURVE_TO:
          ent_markup_append (out, "C%n %n %n %n %n %n", data[1].point.x, data[1].point.y, data[2].point.x, data[2].point.y,
                             data[3].point.x, data[3].point.y);
          break;
        case CAIRO_PATH_CLOSE_PATH: g_string_append_c (out, 'Z'); break;
        default: break;
        }
    }
  cairo_path_destroy (path);
}

static void
append_curve (GString *out, const EntCurve *curve)
{
  ent_markup_append (out, "M%n %nQ%n %n %n %n", curve->start.x, curve->start.y, curve->control.x, curve->control.y, curve->end.x, curve->end.y);
}

/* "Russia → Ukraine: opposes (conflict)", and its quotes. */
static void
append_link_title (const Writer *self, EntRelation *relation)
{
  g_autofree char *direction = ent_export_words_dup_direction (relation);
  g_autofree char *quotes = ent_export_words_dup_quotes (relation, !self->one_article);

  ent_markup_append (self->out, "<title>%s: %s (%s)%r%s</title>", direction, ent_export_words_get_label (relation),
                     ent_export_words_stance (ent_relation_get_stance (relation)), *quotes != '\0' ? "\n" : "", quotes);
}

static void
append_link_figure (GString *out, const EntLinkFigure *figure, EntStance stance)
{
  const char *name = ent_stance_to_string (stance);

  ent_markup_append (out, "<path class=\"line line-%r\" stroke-width=\"%n\"", name, figure->width);
  for (guint i = 0; i < figure->n_dashes; i++)
    ent_markup_append (out, i == 0 ? " stroke-dasharray=\"%n" : " %n", figure->dashes[i]);
  g_string_append (out, figure->n_dashes > 0 ? "\" stroke-linecap=\"round\" d=\"" : " d=\"");
  append_curve (out, &figure->line);
  g_string_append (out, "\"/>");
  for (guint h = 0; h < figure->n_heads; h++)
    {
      ent_markup_append (out, "<path class=\"head head-%r\" d=\"", name);
      for (guint p = 0; p < figure->heads[h].n_points; p++)
        ent_markup_append (out, p == 0 ? "M%n %n" : "L%n %n", figure->heads[h].points[p].x, figure->heads[h].points[p].y);
      g_string_append (out, "Z\"/>");
    }
}

/* Ids and what they belong to: id="relation-r1", data-from="actor-a1". */
static void
append_reference (const Writer *self, const char *attribute, const char *prefix, const char *id)
{
  g_string_append_printf (self->out, " %s=\"", attribute);
  ent_markup_append_id (self->out, prefix, id);
  g_string_append_c (self->out, '"');
}

static void
append_link (const Writer *self, const EntSceneLink *link, EntSceneVisibility visibility)
{
  EntRelation  *relation = link->relation;
  EntStance     stance = ent_relation_get_stance (relation);
  EntLinkFigure figure;

  g_string_append (self->out, "<g");
  append_reference (self, "id", "relation-", ent_relation_get_id (relation));
  append_reference (self, "data-from", "actor-", ent_actor_get_id (ent_relation_get_from (relation)));
  append_reference (self, "data-to", "actor-", ent_actor_get_id (ent_relation_get_to (relation)));
  ent_markup_append (self->out, " class=\"relation %r %r%r%r%r\">", ent_stance_to_string (stance),
                     ent_relation_type_to_string (ent_relation_get_relation_type (relation)),
                     link->dashed ? " hedged" : "", ent_relation_get_mutual (relation) ? " mutual" : "",
                     visibility == ENT_SCENE_FADED ? " faded" : "");
  append_link_title (self, relation);
  if (ent_link_figure (link, stance, 0, &figure))
    append_link_figure (self->out, &figure, stance);
  g_string_append (self->out, "</g>\n");
}

static void
append_label (const Writer *self, const EntSceneLink *link, guint index, EntSceneVisibility visibility)
{
  double      baseline, left = link->label_x - link->label_width / 2, top = link->label_y - link->label_height / 2;
  const char *text = ent_scene_get_label_text (self->scene, index, &baseline);
  const char *stance = ent_stance_to_string (ent_relation_get_stance (link->relation));

  if (!link->label_shown || *text == '\0')
    return;
  g_string_append (self->out, "<g");
  append_reference (self, "data-relation", "relation-", ent_relation_get_id (link->relation));
  g_string_append (self->out, visibility == ENT_SCENE_FADED ? " class=\"faded\">" : ">");
  /* Closes the gaps between words, where pieces of the line would show. */
  if (strchr (text, ' ') != NULL)
    {
      double bar = ENT_BAR_SHARE * ENT_LABEL_SIZE, y = top + baseline - bar / 2 - 0.5;
      ent_markup_append (self->out, "<path class=\"bar\" d=\"M%n %nH%n\"/>", left + bar, y, left + link->label_width - bar);
    }
  if (self->outliner != NULL)
    {
      ent_markup_append (self->out, "<path class=\"label label-%r\" aria-label=\"%s\" d=\"", stance, text);
      append_outlines (self, ent_scene_dup_label_layout (self->scene, index), left, top);
      g_string_append (self->out, "\"/></g>\n");
    }
  else
    ent_markup_append (self->out, "<text class=\"label label-%r\" x=\"%n\" y=\"%n\">%s</text></g>\n", stance, link->label_x, top + baseline, text);
}

static void
append_shape (GString *out, const EntSceneNode *node, EntKind kind, gint tint)
{
  double r = node->radius;

  switch (node->form)
    {
    case ENT_SHAPE_ROUNDED_SQUARE:
      ent_markup_append (out, "<rect x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\" rx=\"%n\"",
                     node->x - r, node->y - r, 2 * r, 2 * r, r * ENT_CORNER_SHARE);
      break;
    case ENT_SHAPE_DIAMOND:
      ent_markup_append (out, "<path d=\"M%n %nL%n %nL%n %nL%n %nZ\"",
                     node->x, node->y - r, node->x + r, node->y, node->x, node->y + r, node->x - r, node->y);
      break;
    case ENT_SHAPE_CIRCLE:
    default:
      ent_markup_append (out, "<circle cx=\"%n\" cy=\"%n\" r=\"%n\"", node->x, node->y, r);
    }
  g_autofree char *tint_class = tint >= 0 ? g_strdup_printf (" tint-%d", tint) : g_strdup ("");
  ent_markup_append (out, " class=\"shape shape-%r%r\"", ent_kind_to_string (kind), tint_class);
  if (node->dashed)
    {
      double dashes[2];
      ent_group_dashes (r, dashes);
      ent_markup_append (out, " stroke-dasharray=\"%n %n\"", dashes[0], dashes[1]);
    }
  g_string_append (out, "/>");
  if (node->glyph)
    {
      g_autofree char *glyph_class = tint >= 0 ? g_strdup_printf (" glyph-%d", tint) : g_strdup ("");
      EntPersonFigure  person;
      ent_person_figure (node, &person);
      ent_markup_append (out, "<circle class=\"glyph%r\" cx=\"%n\" cy=\"%n\" r=\"%n\"/>", glyph_class, person.head.x, person.head.y, person.head_radius);
      ent_markup_append (out, "<path class=\"glyph%r\" d=\"M%n %nA%n %n 0 0 1 %n %nZ\"/>", glyph_class,
                     person.shoulders.x - person.shoulder_radius, person.shoulders.y, person.shoulder_radius, person.shoulder_radius, person.shoulders.x + person.shoulder_radius, person.shoulders.y);
    }
}

static void
append_name (const Writer *self, const EntSceneNode *node, guint index)
{
  const double *baselines = ent_scene_get_name_baselines (self->scene, index);

  if (node->label_lines[0] == NULL)
    return;
  if (self->outliner != NULL)
    {
      ent_markup_append (self->out, "<path class=\"name\" aria-label=\"%s\" d=\"", ent_actor_get_name (node->actor));
      append_outlines (self, ent_scene_dup_name_layout (self->scene, index), node->label_x, node->label_y);
      g_string_append (self->out, "\"/>");
      return;
    }
  g_string_append (self->out, "<text class=\"name\">");
  for (guint line = 0; node->label_lines[line] != NULL; line++)
    ent_markup_append (self->out, "<tspan x=\"%n\" y=\"%n\">%s</tspan>", node->x, node->label_y + baselines[line], node->label_lines[line]);
  g_string_append (self->out, "</text>");
}

static void
append_node (const Writer *self, const EntSceneNode *node, guint index, EntSceneVisibility visibility)
{
  EntKind          kind = ent_actor_get_kind (node->actor);
  g_autofree char *mentions = ent_export_words_dup_mentions (node->actor);

  g_string_append (self->out, "<g");
  append_reference (self, "id", "actor-", ent_actor_get_id (node->actor));
  ent_markup_append (self->out, " class=\"actor %r%r\"><title>%s (%s)", ent_kind_to_string (kind),
                     visibility == ENT_SCENE_FADED ? " faded" : "", ent_actor_get_name (node->actor), ent_export_words_kind (kind));
  if (mentions != NULL)
    ent_markup_append (self->out, "\n%s", mentions);
  g_string_append (self->out, "</title>");
  append_shape (self->out, node, kind, ent_scene_get_node_tint (self->scene, index));
  append_name (self, node, index);
  g_string_append (self->out, "</g>\n");
}

static void
append_legend (const Writer *self, const EntExportFrame *frame)
{
  PangoContext *context = self->outliner != NULL ? ent_text_create_context () : NULL;

  ent_markup_append (self->out, "<g class=\"legend\" transform=\"translate(%n %n)\">\n", frame->legend_x, frame->legend_y);
  for (guint i = 0; i < frame->legend.n_items; i++)
    {
      const EntExportLegendItem *item = &frame->legend.items[i];
      if (item->is_link)
        append_link_figure (self->out, &item->figure, item->stance);
      else
        append_shape (self->out, &item->node, item->kind, item->tint);
      if (item->text == NULL)
        continue;
      if (context != NULL)
        {
          EntText text;
          ent_export_legend_init_text (&text, context, item);
          ent_markup_append (self->out, "<path class=\"key\" aria-label=\"%s\" d=\"", item->text);
          append_outlines (self, ent_text_dup_layout (&text), item->text_x, item->baseline - text.baselines[0]);
          g_string_append (self->out, "\"/>\n");
          ent_text_clear (&text);
        }
      else
        ent_markup_append (self->out, "<text class=\"key\" x=\"%n\" y=\"%n\">%s</text>\n", item->text_x, item->baseline, item->text);
    }
  g_string_append (self->out, "</g>\n");
  g_clear_object (&context);
}

/* ── The whole ──────────────────────────────────────────────────────────────────────────────────────────────────── */

/* As the painter does: what is faded below what is not, and in each links, their labels, actors. */
static void
append_level (const Writer *self, EntSceneVisibility level)
{
  guint               n_nodes, n_links;
  const EntSceneNode *nodes = ent_scene_get_nodes (self->scene, &n_nodes);
  const EntSceneLink *links = ent_scene_get_links (self->scene, &n_links);

  g_string_append (self->out, "<g class=\"relations\">\n");
  for (guint i = 0; i < n_links; i++)
    if (ent_scene_get_link_visibility (self->scene, i) == level)
      append_link (self, &links[i], level);
  g_string_append (self->out, "</g>\n<g class=\"labels\">\n");
  for (guint i = 0; i < n_links; i++)
    if (ent_scene_get_link_visibility (self->scene, i) == level)
      append_label (self, &links[i], i, level);
  g_string_append (self->out, "</g>\n<g class=\"actors\">\n");
  for (guint i = 0; i < n_nodes; i++)
    if (ent_scene_get_node_visibility (self->scene, i) == level)
      append_node (self, &nodes[i], i, level);
  g_string_append (self->out, "</g>\n");
}

static gboolean
has_faded (const EntScene *scene)
{
  guint n_nodes, n_links;

  ent_scene_get_nodes (scene, &n_nodes);
  ent_scene_get_links (scene, &n_links);
  for (guint i = 0; i < n_nodes; i++)
    if (ent_scene_get_node_visibility (scene, i) == ENT_SCENE_FADED)
      return TRUE;
  for (guint i = 0; i < n_links; i++)
    if (ent_scene_get_link_visibility (scene, i) == ENT_SCENE_FADED)
      return TRUE;
  return FALSE;
}

/* Without bounds, since cairo leaves out letters that lie outside of them. */
static cairo_t *
create_outliner (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

void
ent_export_svg_append (GString *out, const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame)
{
  EntMap          *map = ent_scene_get_map (scene);
  g_autofree char *language = ent_export_dup_language (map), *style = ent_export_svg_dup_style (scene, options->dark);
  double           width = frame->width_px / frame->scale, height = frame->height_px / frame->scale;
  Writer           self = {
    .out = out, .scene = scene, .outliner = options->outlines ? create_outliner () : NULL,
    .one_article = ent_export_has_one_article (map),
  };

  ent_markup_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"%s\" class=\"entente-map\" role=\"group\" "
                     "width=\"%n\" height=\"%n\" viewBox=\"%n %n %n %n\">\n",
                     language, frame->width_px, frame->height_px, frame->x, frame->y, width, height);
  if (*ent_map_get_title (map) != '\0')
    ent_markup_append (out, "<title>%s</title>\n", ent_map_get_title (map));
  ent_markup_append (out, "<style>%r</style>\n", style);
  if (!options->transparent)
    ent_markup_append (out, "<rect class=\"ground\" x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\"/>\n", frame->x, frame->y, width, height);
  if (has_faded (scene))
    append_level (&self, ENT_SCENE_FADED);
  append_level (&self, ENT_SCENE_SHOWN);
  if (frame->legend.n_items > 0)
    append_legend (&self, frame);
  g_string_append (out, "</svg>\n");
  g_clear_pointer (&self.outliner, cairo_destroy);
}

GBytes *
ent_export_svg (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  ent_export_svg_append (out, scene, options, frame);
  return g_string_free_to_bytes (out);
}
