/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Graphviz's language. The places are kept (neato, pins), in points with the y axis upwards; without "pos" and "layout" any other
 * of its layouts can be asked for. In quoted strings a backslash and a quote are escaped; in what Graphviz shows, & as well,
 * because it reads entities there. */
#include "ent-export-private.h"

#include "ent-export-words.h"
#include "ent-markup.h"
#include "ent-scene-figure.h"

#define POINTS_PER_UNIT 0.75
#define INCHES_PER_UNIT (1 / 96.0)

typedef struct {
  GString          *out;
  const EntPalette *palette;
  gboolean          one_article;
} Writer;

static void
append_string (GString *out, const char *text, gboolean shown)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':  g_string_append (out, "\\\""); break;
      case '\\': g_string_append (out, "\\\\"); break;
      case '\n': g_string_append (out, "\\n"); break;
      case '&':  g_string_append (out, shown ? "&amp;" : "&"); break;
      default:
        if (!g_ascii_iscntrl (*p))
          g_string_append_c (out, *p);
      }
  g_string_append_c (out, '"');
}

static void
append_shown (GString *out, const char *attribute, const char *text)
{
  g_string_append_printf (out, ", %s=", attribute);
  append_string (out, text, TRUE);
}

static void
append_id (GString *out, const char *prefix, const char *id)
{
  g_string_append (out, ", id=\"");
  ent_markup_append_id (out, prefix, id);
  g_string_append_c (out, '"');
}

static void
append_node (const Writer *self, const EntSceneNode *node)
{
  static const char *const forms[] = {
    [ENT_SHAPE_CIRCLE] = "circle", [ENT_SHAPE_ROUNDED_SQUARE] = "square", [ENT_SHAPE_DIAMOND] = "diamond",
  };
  EntKind          kind = ent_actor_get_kind (node->actor);
  g_autofree char *mentions = ent_export_words_dup_mentions (node->actor);
  const char      *kind_name = ent_kind_to_string (kind);
  char             fill[8], line[8];

  g_string_append (self->out, "  ");
  append_string (self->out, ent_actor_get_id (node->actor), FALSE);
  g_string_append (self->out, " [label=");
  append_string (self->out, ent_actor_get_name (node->actor), TRUE);
  append_id (self->out, "actor-", ent_actor_get_id (node->actor));
  ent_markup_append (self->out, ", class=\"actor %r\", kind=%r, salience=%g", kind_name, kind_name, node->salience);
  ent_markup_append (self->out, ", pos=\"%g,%g!\", width=%g", node->x * POINTS_PER_UNIT, -node->y * POINTS_PER_UNIT + 0.0, 2 * node->radius * INCHES_PER_UNIT);
  ent_markup_append (self->out, ", shape=%r, style=\"filled%r%r\", fillcolor=\"%r\", color=\"%r\"", forms[node->form],
                     node->form == ENT_SHAPE_ROUNDED_SQUARE ? ",rounded" : "", node->dashed ? ",dashed" : "",
                     ent_export_colour_string (self->palette->kind_fill[kind], fill), ent_export_colour_string (self->palette->kind_line[kind], line));
  append_shown (self->out, "tooltip", mentions != NULL ? mentions : ent_actor_get_name (node->actor));
  g_string_append (self->out, "];\n");
}

static void
append_edge (const Writer *self, const EntSceneLink *link)
{
  EntRelation     *relation = link->relation;
  EntStance        stance = ent_relation_get_stance (relation);
  const char      *type = ent_relation_type_to_string (ent_relation_get_relation_type (relation)), *stance_name = ent_stance_to_string (stance);
  g_autofree char *quotes = ent_export_words_dup_quotes (relation, !self->one_article);
  guint            n_quotes;
  char             line[8], text[8];

  ent_relation_get_evidence (relation, &n_quotes);
  g_string_append (self->out, "  ");
  append_string (self->out, ent_actor_get_id (ent_relation_get_from (relation)), FALSE);
  g_string_append (self->out, " -> ");
  append_string (self->out, ent_actor_get_id (ent_relation_get_to (relation)), FALSE);
  g_string_append (self->out, " [label=");
  append_string (self->out, ent_relation_get_label (relation), TRUE);
  append_id (self->out, "relation-", ent_relation_get_id (relation));
  ent_markup_append (self->out, ", class=\"relation %r %r\", stance=%r, type=%r, quotes=%u, confidence=%g", stance_name, type, stance_name, type,
                     n_quotes, ent_relation_get_confidence (relation));
  ent_markup_append (self->out, ", color=\"%r\", fontcolor=\"%r\", penwidth=%n, style=%r%r",
                     ent_export_colour_string (self->palette->stance[stance], line), ent_export_colour_string (self->palette->stance_text[stance], text),
                     link->width * POINTS_PER_UNIT, link->dashed ? "dashed" : stance == ENT_STANCE_NEUTRAL ? "dotted" : "solid",
                     ent_relation_get_mutual (relation) ? ", dir=both" : "");
  append_shown (self->out, "tooltip", quotes);
  append_shown (self->out, "labeltooltip", quotes);
  g_string_append (self->out, "];\n");
}

static void
append_defaults (const Writer *self, const EntScene *scene)
{
  g_autofree char *family = ent_scene_dup_font_family (scene);
  char             colour[8];

  ent_markup_append (self->out, "  graph [layout=neato, inputscale=72, overlap=true, splines=true, outputorder=edgesfirst, bgcolor=\"%r\"];\n",
                     ent_export_colour_string (self->palette->ground, colour));
  ent_markup_append (self->out, "  node [fixedsize=shape, penwidth=%n, fontsize=%n, fontcolor=\"%r\", fontname=", ENT_OUTLINE_WIDTH * POINTS_PER_UNIT,
                     ENT_NAME_SIZE * POINTS_PER_UNIT, ent_export_colour_string (self->palette->text, colour));
  append_string (self->out, family, FALSE);
  ent_markup_append (self->out, "];\n  edge [fontsize=%n, fontname=", ENT_LABEL_SIZE * POINTS_PER_UNIT);
  append_string (self->out, family, FALSE);
  g_string_append (self->out, "];\n");
}

GBytes *
ent_export_dot (const EntScene *scene, gboolean dark)
{
  EntMap             *map = ent_scene_get_map (scene);
  Writer              self = { g_string_new ("digraph "), ent_palette_get (dark, FALSE), ent_export_has_one_article (map) };
  guint               n_nodes, n_links;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  append_string (self.out, ent_map_get_title (map), FALSE);
  g_string_append (self.out, " {\n");
  append_defaults (&self, scene);
  for (guint i = 0; i < n_nodes; i++)
    if (ent_export_shows_node (scene, i))
      append_node (&self, &nodes[i]);
  for (guint i = 0; i < n_links; i++)
    if (ent_export_shows_link (scene, i))
      append_edge (&self, &links[i]);
  g_string_append (self.out, "}\n");
  return g_string_free_to_bytes (self.out);
}
