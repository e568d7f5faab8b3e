/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GEXF 1.3 (gexf.net), with the places, sizes, shapes and colours of the drawing. Its y axis goes upwards. Each edge is of the kind
 * of its type, so that two links between the same actors are not taken for one. */
#include "ent-export-private.h"

#include "ent-export-words.h"
#include "ent-markup.h"

static const char *const shapes[] = {
  [ENT_SHAPE_CIRCLE] = "disc", [ENT_SHAPE_ROUNDED_SQUARE] = "square", [ENT_SHAPE_DIAMOND] = "diamond",
};

typedef struct {
  GString          *out;
  const EntPalette *palette;
  gboolean          one_article;
} Writer;

static void
append_attributes (GString *out)
{
  static const struct { const char *owner, *id, *type; } attributes[] = {
    { "node", "kind", "string" }, { "node", "aliases", "string" }, { "node", "note", "string" }, { "node", "mentions", "integer" },
    { "node", "salience", "double" }, { "node", "pinned", "boolean" },
    { "edge", "type", "string" }, { "edge", "stance", "string" }, { "edge", "hedged", "boolean" }, { "edge", "confidence", "double" },
    { "edge", "note", "string" }, { "edge", "evidence", "string" },
  };
  const char *owner = "";

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      if (!g_str_equal (owner, attributes[i].owner))
        ent_markup_append (out, "%r<attributes class=\"%r\">\n", i > 0 ? "</attributes>\n" : "", attributes[i].owner);
      owner = attributes[i].owner;
      ent_markup_append (out, "<attribute id=\"%r-%r\" title=\"%r\" type=\"%r\"/>\n", owner, attributes[i].id, attributes[i].id, attributes[i].type);
    }
  g_string_append (out, "</attributes>\n");
}

static void
append_colour (GString *out, EntColour colour)
{
  ent_markup_append (out, "<viz:color r=\"%n\" g=\"%n\" b=\"%n\"/>", (int) (colour.red * 255 + 0.5) * 1.0, (int) (colour.green * 255 + 0.5) * 1.0,
                     (int) (colour.blue * 255 + 0.5) * 1.0);
}

static void
append_value (GString *out, const char *id, const char *value)
{
  ent_markup_append (out, "<attvalue for=\"%r\" value=\"%s\"/>", id, value);
}

static void
append_node (const Writer *self, const EntSceneNode *node)
{
  GString         *out = self->out;
  EntKind          kind = ent_actor_get_kind (node->actor);
  g_autofree char *aliases = g_strjoinv ("; ", (char **) ent_actor_get_aliases (node->actor));
  guint            n_mentions;

  ent_actor_get_mentions (node->actor, &n_mentions);
  g_string_append (out, "<node id=\"");
  ent_markup_append_id (out, "", ent_actor_get_id (node->actor));
  ent_markup_append (out, "\" label=\"%s\"><attvalues>", ent_actor_get_name (node->actor));
  append_value (out, "node-kind", ent_kind_to_string (kind));
  append_value (out, "node-aliases", aliases);
  append_value (out, "node-note", ent_actor_get_note (node->actor));
  ent_markup_append (out, "<attvalue for=\"node-mentions\" value=\"%u\"/><attvalue for=\"node-salience\" value=\"%g\"/>", n_mentions, node->salience);
  append_value (out, "node-pinned", ent_actor_get_pinned (node->actor) ? "true" : "false");
  g_string_append (out, "</attvalues>");
  append_colour (out, self->palette->kind_line[kind]);
  ent_markup_append (out, "<viz:position x=\"%g\" y=\"%g\" z=\"0\"/><viz:size value=\"%g\"/><viz:shape value=\"%r\"/></node>\n",
                     node->x, -node->y + 0.0, node->radius, shapes[node->form]);
}

static void
append_edge (const Writer *self, const EntSceneLink *link)
{
  GString         *out = self->out;
  EntRelation     *relation = link->relation;
  const char      *type = ent_relation_type_to_string (ent_relation_get_relation_type (relation));
  EntStance        stance = ent_relation_get_stance (relation);
  g_autofree char *quotes = ent_export_words_dup_quotes (relation, !self->one_article);
  guint            n_quotes;

  ent_relation_get_evidence (relation, &n_quotes);
  g_string_append (out, "<edge id=\"");
  ent_markup_append_id (out, "", ent_relation_get_id (relation));
  ent_markup_append_id (out, "\" source=\"", ent_actor_get_id (ent_relation_get_from (relation)));
  ent_markup_append_id (out, "\" target=\"", ent_actor_get_id (ent_relation_get_to (relation)));
  ent_markup_append (out, "\" type=\"%r\" kind=\"%r\" label=\"%s\" weight=\"%u\"><attvalues>",
                     ent_relation_get_mutual (relation) ? "mutual" : "directed", type, ent_relation_get_label (relation), MAX (n_quotes, 1));
  append_value (out, "edge-type", type);
  append_value (out, "edge-stance", ent_stance_to_string (stance));
  append_value (out, "edge-hedged", link->dashed ? "true" : "false");
  ent_markup_append (out, "<attvalue for=\"edge-confidence\" value=\"%g\"/>", ent_relation_get_confidence (relation));
  append_value (out, "edge-note", ent_relation_get_note (relation));
  append_value (out, "edge-evidence", quotes);
  g_string_append (out, "</attvalues>");
  append_colour (out, self->palette->stance[stance]);
  ent_markup_append (out, "<viz:thickness value=\"%g\"/><viz:shape value=\"%r\"/></edge>\n", link->width,
                     link->dashed ? "dashed" : stance == ENT_STANCE_NEUTRAL ? "dotted" : "solid");
}

GBytes *
ent_export_gexf (const EntScene *scene, gboolean dark)
{
  EntMap             *map = ent_scene_get_map (scene);
  Writer              self = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), ent_palette_get (dark, FALSE), ent_export_has_one_article (map) };
  guint               n_nodes, n_links;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  g_string_append (self.out, "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n");
  ent_markup_append (self.out, "<meta><creator>Entente</creator><description>%s</description></meta>\n", ent_map_get_title (map));
  g_string_append (self.out, "<graph defaultedgetype=\"directed\" mode=\"static\">\n");
  append_attributes (self.out);
  g_string_append (self.out, "<nodes>\n");
  for (guint i = 0; i < n_nodes; i++)
    if (ent_export_shows_node (scene, i))
      append_node (&self, &nodes[i]);
  g_string_append (self.out, "</nodes>\n<edges>\n");
  for (guint i = 0; i < n_links; i++)
    if (ent_export_shows_link (scene, i))
      append_edge (&self, &links[i]);
  g_string_append (self.out, "</edges>\n</graph>\n</gexf>\n");
  return g_string_free_to_bytes (self.out);
}
