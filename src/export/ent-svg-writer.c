/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene as SVG: the figures that the painter draws, in its order, with real text. Groups carry ids made of the map's ids and
 * classes of what they are (actor country, relation conflict reject hedged), for those who style or script the picture; the
 * colours stand in one style block, on plain class selectors that every program understands. Quotes are tooltips. */
#include "ent-export-private.h"

#include "ent-scene-figure.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define MAX_QUOTES_SHOWN 12

typedef struct {
  GString              *out;
  const EntScene       *scene;
  const EntPalette     *palette;
} Writer;

/* ── Letters and numbers ────────────────────────────────────────────────────────────────────────────────────────── */

/* Escaped for text and attributes; what XML 1.0 has no place for is left out. */
static void
append_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      switch (c)
        {
        case '&':  g_string_append (out, "&amp;"); break;
        case '<':  g_string_append (out, "&lt;"); break;
        case '>':  g_string_append (out, "&gt;"); break;
        case '"':  g_string_append (out, "&quot;"); break;
        case '\'': g_string_append (out, "&#39;"); break;
        default:
          if (c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff))
            g_string_append_unichar (out, c);
        }
    }
}

/* At most two decimals, no more than needed, with a point in every language. */
static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  char *end = buffer + strlen (buffer);
  while (end > buffer && end[-1] == '0')
    *--end = '\0';
  if (end > buffer && end[-1] == '.')
    *--end = '\0';
  g_string_append (out, g_strcmp0 (buffer, "-0") == 0 ? "0" : buffer);
}

/* Printf for markup: %n a number, %s text to be escaped, %r markup as it is. */
static void
append_markup (GString *out, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  for (const char *p = format; *p != '\0'; p++)
    {
      if (*p != '%')
        {
          g_string_append_c (out, *p);
          continue;
        }
      switch (*++p)
        {
        case 'n': append_number (out, va_arg (args, double)); break;
        case 's': append_text (out, va_arg (args, const char *)); break;
        case 'r': g_string_append (out, va_arg (args, const char *)); break;
        default:  g_assert_not_reached ();
        }
    }
  va_end (args);
}

/* An id as XML wants it: letters, digits, - and . stay, other bytes become _ and their number. */
static void
append_id (GString *out, const char *prefix, const char *id)
{
  g_string_append (out, prefix);
  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-' || *p == '.')
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "_%02x", (guchar) *p);
}

static const char *
colour_string (EntColour colour, char buffer[8])
{
  g_snprintf (buffer, 8, "#%02x%02x%02x", (int) (colour.red * 255 + 0.5), (int) (colour.green * 255 + 0.5), (int) (colour.blue * 255 + 0.5));
  return buffer;
}

/* ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Only where nodes are tinted: what is drawn by kind stays as it was. */
static void
append_tint_rules (const Writer *self)
{
  guint n_nodes;
  char  a[8], b[8];

  ent_scene_get_nodes (self->scene, &n_nodes);
  if (n_nodes == 0 || ent_scene_get_node_tint (self->scene, 0) < 0)
    return;
  for (guint t = 0; t < ENT_N_TINTS; t++)
    {
      g_autofree char *number = g_strdup_printf ("%u", t);
      append_markup (self->out, ".tint-%r{fill:%r;stroke:%r}.glyph-%r{fill:%r}\n", number, colour_string (self->palette->tint_fill[t], a),
                     colour_string (self->palette->tint_line[t], b), number, b);
    }
}

static void
append_style (const Writer *self)
{
  const EntPalette *palette = self->palette;
  g_autofree char  *family = ent_scene_dup_font_family (self->scene);
  char              a[8], b[8];

  append_markup (self->out, "<style>\n.ground{fill:%r}\n", colour_string (palette->ground, a));
  append_markup (self->out, ".line{fill:none}\n.shape{stroke-width:%n;stroke-linejoin:round}\n", ENT_OUTLINE_WIDTH);
  append_markup (self->out, "text{font-family:\"%s\",sans-serif;text-anchor:middle;"
                 "stroke:%r;stroke-width:%n;stroke-linejoin:round;paint-order:stroke;white-space:pre}\n",
                 family, colour_string (palette->halo, a), ENT_HALO_WIDTH);
  append_markup (self->out, ".bar{stroke:%r;stroke-width:%n;stroke-linecap:round;fill:none}\n", colour_string (palette->halo, a),
                 ENT_BAR_SHARE * ENT_LABEL_SIZE + ENT_HALO_WIDTH);
  append_markup (self->out, ".name{font-size:%npx;font-weight:600;fill:%r}\n", ENT_NAME_SIZE, colour_string (palette->text, a));
  append_markup (self->out, ".label{font-size:%npx;font-style:italic;pointer-events:none}\n", ENT_LABEL_SIZE);
  append_markup (self->out, ".key{font-size:%npx;fill:%r;text-anchor:start;stroke:none}\n.faded{opacity:0.2}\n",
                 ENT_EXPORT_LEGEND_SIZE, colour_string (palette->text, a));
  for (EntStance s = 0; s < ENT_N_STANCES; s++)
    {
      const char *name = ent_stance_to_string (s);
      colour_string (palette->stance[s], a);
      append_markup (self->out, ".line-%r{stroke:%r}\n.head-%r{fill:%r}\n.label-%r{fill:%r}\n", name, a, name, a,
                     name, colour_string (palette->stance_text[s], b));
    }
  for (EntKind k = 0; k < ENT_N_KINDS; k++)
    append_markup (self->out, ".shape-%r{fill:%r;stroke:%r}\n", ent_kind_to_string (k),
                   colour_string (palette->kind_fill[k], a), colour_string (palette->kind_line[k], b));
  append_markup (self->out, ".glyph{fill:%r}\n", colour_string (palette->kind_line[ENT_KIND_PERSON], a));
  append_tint_rules (self);
  g_string_append (self->out, "</style>\n");
}

static void
append_curve (GString *out, const EntCurve *curve)
{
  append_markup (out, "M%n %nQ%n %n %n %n", curve->start.x, curve->start.y, curve->control.x, curve->control.y, curve->end.x, curve->end.y);
}

/* "Russia → Ukraine: opposes", and its quotes. */
static void
append_link_title (const Writer *self, const EntSceneLink *link)
{
  EntRelation       *relation = link->relation;
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
  const char        *label = ent_relation_get_label (relation);

  append_markup (self->out, "<title>%s %r %s: %s (%s)", ent_actor_get_name (ent_relation_get_from (relation)),
                 ent_relation_get_mutual (relation) ? "↔" : "→", ent_actor_get_name (ent_relation_get_to (relation)),
                 *label != '\0' ? label : ent_relation_type_to_string (ent_relation_get_relation_type (relation)),
                 ent_stance_to_string (ent_relation_get_stance (relation)));
  for (guint i = 0; i < MIN (n_evidence, MAX_QUOTES_SHOWN); i++)
    {
      g_autofree char *quote = ent_source_dup_text_at (evidence[i].source, evidence[i].span);
      if (quote != NULL)
        append_markup (self->out, "\n“%s”", g_strstrip (quote));
    }
  if (n_evidence > MAX_QUOTES_SHOWN)
    {
      guint            n_more = n_evidence - MAX_QUOTES_SHOWN;
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %u more quote", "… and %u more quotes", n_more), n_more);
      append_markup (self->out, "\n%s", more);
    }
  g_string_append (self->out, "</title>");
}

static void
append_link_figure (GString *out, const EntLinkFigure *figure, EntStance stance)
{
  const char *name = ent_stance_to_string (stance);

  append_markup (out, "<path class=\"line line-%r\" stroke-width=\"%n\"", name, figure->width);
  for (guint i = 0; i < figure->n_dashes; i++)
    append_markup (out, i == 0 ? " stroke-dasharray=\"%n" : " %n", figure->dashes[i]);
  g_string_append (out, figure->n_dashes > 0 ? "\" stroke-linecap=\"round\" d=\"" : " d=\"");
  append_curve (out, &figure->line);
  g_string_append (out, "\"/>");
  for (guint h = 0; h < figure->n_heads; h++)
    {
      append_markup (out, "<path class=\"head head-%r\" d=\"", name);
      for (guint p = 0; p < figure->heads[h].n_points; p++)
        append_markup (out, p == 0 ? "M%n %n" : "L%n %n", figure->heads[h].points[p].x, figure->heads[h].points[p].y);
      g_string_append (out, "Z\"/>");
    }
}

static void
append_link (const Writer *self, const EntSceneLink *link, EntSceneVisibility visibility)
{
  EntStance     stance = ent_relation_get_stance (link->relation);
  EntLinkFigure figure;

  g_string_append (self->out, "<g id=\"");
  append_id (self->out, "relation-", ent_relation_get_id (link->relation));
  append_markup (self->out, "\" class=\"relation %r %r%r%r%r\">", ent_stance_to_string (stance),
                 ent_relation_type_to_string (ent_relation_get_relation_type (link->relation)),
                 link->dashed ? " hedged" : "", ent_relation_get_mutual (link->relation) ? " mutual" : "",
                 visibility == ENT_SCENE_FADED ? " faded" : "");
  append_link_title (self, link);
  if (ent_link_figure (link, stance, 0, &figure))
    append_link_figure (self->out, &figure, stance);
  g_string_append (self->out, "</g>\n");
}

static void
append_label (const Writer *self, const EntSceneLink *link, guint index)
{
  double      baseline;
  const char *text = ent_scene_get_label_text (self->scene, index, &baseline);

  if (!link->label_shown || *text == '\0')
    return;
  /* Closes the gaps between words, where pieces of the line would show. */
  if (strchr (text, ' ') != NULL)
    {
      double bar = ENT_BAR_SHARE * ENT_LABEL_SIZE, y = link->label_y - link->label_height / 2 + baseline - bar / 2 - 0.5;
      double half = link->label_width / 2 - bar;
      append_markup (self->out, "<path class=\"bar\" d=\"M%n %nH%n\"/>", link->label_x - half, y, link->label_x + half);
    }
  append_markup (self->out, "<text class=\"label label-%r%r\" x=\"%n\" y=\"%n\">%s</text>\n",
                 ent_stance_to_string (ent_relation_get_stance (link->relation)),
                 ent_scene_get_link_visibility (self->scene, index) == ENT_SCENE_FADED ? " faded" : "",
                 link->label_x, link->label_y - link->label_height / 2 + baseline, text);
}

static void
append_shape (GString *out, const EntSceneNode *node, EntKind kind, gint tint)
{
  double r = node->radius;

  switch (node->form)
    {
    case ENT_SHAPE_ROUNDED_SQUARE:
      append_markup (out, "<rect x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\" rx=\"%n\"",
                     node->x - r, node->y - r, 2 * r, 2 * r, r * ENT_CORNER_SHARE);
      break;
    case ENT_SHAPE_DIAMOND:
      append_markup (out, "<path d=\"M%n %nL%n %nL%n %nL%n %nZ\"",
                     node->x, node->y - r, node->x + r, node->y, node->x, node->y + r, node->x - r, node->y);
      break;
    case ENT_SHAPE_CIRCLE:
    default:
      append_markup (out, "<circle cx=\"%n\" cy=\"%n\" r=\"%n\"", node->x, node->y, r);
    }
  g_autofree char *tint_class = tint >= 0 ? g_strdup_printf (" tint-%d", tint) : g_strdup ("");
  append_markup (out, " class=\"shape shape-%r%r\"", ent_kind_to_string (kind), tint_class);
  if (node->dashed)
    {
      double dashes[2];
      ent_group_dashes (r, dashes);
      append_markup (out, " stroke-dasharray=\"%n %n\"", dashes[0], dashes[1]);
    }
  g_string_append (out, "/>");
  if (node->glyph)
    {
      g_autofree char *glyph_class = tint >= 0 ? g_strdup_printf (" glyph-%d", tint) : g_strdup ("");
      EntPersonFigure  person;
      ent_person_figure (node, &person);
      append_markup (out, "<circle class=\"glyph%r\" cx=\"%n\" cy=\"%n\" r=\"%n\"/>", glyph_class, person.head.x, person.head.y, person.head_radius);
      append_markup (out, "<path class=\"glyph%r\" d=\"M%n %nA%n %n 0 0 1 %n %nZ\"/>", glyph_class,
                     person.shoulders.x - person.shoulder_radius, person.shoulders.y, person.shoulder_radius, person.shoulder_radius, person.shoulders.x + person.shoulder_radius, person.shoulders.y);
    }
}

static void
append_node (const Writer *self, const EntSceneNode *node, guint index)
{
  EntKind       kind = ent_actor_get_kind (node->actor);
  const double *baselines = ent_scene_get_name_baselines (self->scene, index);

  g_string_append (self->out, "<g id=\"");
  append_id (self->out, "actor-", ent_actor_get_id (node->actor));
  append_markup (self->out, "\" class=\"actor %r%r\"><title>%s (%s)</title>", ent_kind_to_string (kind),
                 ent_scene_get_node_visibility (self->scene, index) == ENT_SCENE_FADED ? " faded" : "",
                 ent_actor_get_name (node->actor), ent_kind_to_string (kind));
  append_shape (self->out, node, kind, ent_scene_get_node_tint (self->scene, index));
  if (node->label_lines[0] != NULL)
    {
      g_string_append (self->out, "<text class=\"name\">");
      for (guint line = 0; node->label_lines[line] != NULL; line++)
        append_markup (self->out, "<tspan x=\"%n\" y=\"%n\">%s</tspan>", node->x, node->label_y + baselines[line], node->label_lines[line]);
      g_string_append (self->out, "</text>");
    }
  g_string_append (self->out, "</g>\n");
}

static void
append_legend (const Writer *self, const EntExportFrame *frame)
{
  append_markup (self->out, "<g class=\"legend\" transform=\"translate(%n %n)\">\n", frame->legend_x, frame->legend_y);
  for (guint i = 0; i < frame->legend.n_items; i++)
    {
      const EntExportLegendItem *item = &frame->legend.items[i];
      if (item->is_link)
        append_link_figure (self->out, &item->figure, item->stance);
      else
        append_shape (self->out, &item->node, item->kind, -1);
      append_markup (self->out, "<text class=\"key\" x=\"%n\" y=\"%n\">%s</text>\n", item->text_x, item->baseline, item->text);
    }
  g_string_append (self->out, "</g>\n");
}

/* ── The whole ──────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The language of the map's first article, "en" where that says nothing. (transfer full) */
static char *
dup_language (EntMap *map)
{
  GListModel           *sources = ent_map_get_sources (map);
  g_autoptr (EntSource) first = g_list_model_get_item (sources, 0);
  const char           *language = first != NULL ? ent_source_get_language (first) : NULL;

  if (language == NULL || *language == '\0' || strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") != strlen (language))
    return g_strdup ("en");
  return g_strdup (language);
}

GBytes *
ent_export_svg (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame)
{
  EntMap             *map = ent_scene_get_map (scene);
  GString            *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  Writer              writer = { out, scene, ent_palette_get (options->dark, FALSE) };
  g_autofree char    *language = dup_language (map);
  double              width = frame->width_px / frame->scale, height = frame->height_px / frame->scale;
  guint               n_nodes, n_links;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  append_markup (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"%s\" class=\"entente-map\" role=\"img\" "
                 "width=\"%n\" height=\"%n\" viewBox=\"%n %n %n %n\">\n",
                 language, frame->width_px, frame->height_px, frame->x, frame->y, width, height);
  if (*ent_map_get_title (map) != '\0')
    append_markup (out, "<title>%s</title>\n", ent_map_get_title (map));
  append_style (&writer);
  if (!options->transparent)
    append_markup (out, "<rect class=\"ground\" x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\"/>\n", frame->x, frame->y, width, height);
  g_string_append (out, "<g class=\"relations\">\n");
  for (guint i = 0; i < n_links; i++)
    if (ent_scene_get_link_visibility (scene, i) != ENT_SCENE_HIDDEN)
      append_link (&writer, &links[i], ent_scene_get_link_visibility (scene, i));
  g_string_append (out, "</g>\n<g class=\"labels\">\n");
  for (guint i = 0; i < n_links; i++)
    if (ent_scene_get_link_visibility (scene, i) != ENT_SCENE_HIDDEN)
      append_label (&writer, &links[i], i);
  g_string_append (out, "</g>\n<g class=\"actors\">\n");
  for (guint i = 0; i < n_nodes; i++)
    if (ent_scene_get_node_visibility (scene, i) != ENT_SCENE_HIDDEN)
      append_node (&writer, &nodes[i], i);
  g_string_append (out, "</g>\n");
  if (frame->legend.n_items > 0)
    append_legend (&writer, frame);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
