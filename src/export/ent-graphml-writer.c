/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GraphML (graphml.graphdrawing.org): what is known of an actor or a link is an attribute declared at the top. Every link is one
 * directed edge, mutual ones too, which say so in an attribute: readers that know only all directed or all undirected graphs
 * refuse a mixture. */
#include "ent-export-private.h"

#include "ent-export-words.h"
#include "ent-markup.h"

static const struct { const char *owner, *id, *type; } keys[] = {
  { "node", "label", "string" }, { "node", "kind", "string" }, { "node", "aliases", "string" }, { "node", "note", "string" },
  { "node", "mentions", "int" }, { "node", "salience", "double" }, { "node", "x", "double" }, { "node", "y", "double" },
  { "node", "radius", "double" }, { "node", "pinned", "boolean" },
  { "edge", "label", "string" }, { "edge", "type", "string" }, { "edge", "stance", "string" }, { "edge", "mutual", "boolean" },
  { "edge", "hedged", "boolean" }, { "edge", "weight", "int" }, { "edge", "confidence", "double" }, { "edge", "note", "string" },
  { "edge", "evidence", "string" },
};

/* The same attribute of nodes and edges has two keys: "node-label", "edge-label". */
static void
append_keys (GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    ent_markup_append (out, "<key id=\"%r-%r\" for=\"%r\" attr.name=\"%r\" attr.type=\"%r\"/>\n",
                       keys[i].owner, keys[i].id, keys[i].owner, keys[i].id, keys[i].type);
}

static const char *
boolean_string (gboolean value)
{
  return value ? "true" : "false";
}

static void
append_node (GString *out, const EntSceneNode *node)
{
  g_autofree char *aliases = g_strjoinv ("; ", (char **) ent_actor_get_aliases (node->actor));
  guint            n_mentions;

  ent_actor_get_mentions (node->actor, &n_mentions);
  g_string_append (out, "<node id=\"");
  ent_markup_append_id (out, "", ent_actor_get_id (node->actor));
  ent_markup_append (out, "\"><data key=\"node-label\">%s</data><data key=\"node-kind\">%r</data>",
                     ent_actor_get_name (node->actor), ent_kind_to_string (ent_actor_get_kind (node->actor)));
  ent_markup_append (out, "<data key=\"node-aliases\">%s</data><data key=\"node-note\">%s</data>", aliases, ent_actor_get_note (node->actor));
  ent_markup_append (out, "<data key=\"node-mentions\">%u</data><data key=\"node-salience\">%g</data>", n_mentions, node->salience);
  ent_markup_append (out, "<data key=\"node-x\">%g</data><data key=\"node-y\">%g</data><data key=\"node-radius\">%g</data>", node->x, node->y, node->radius);
  ent_markup_append (out, "<data key=\"node-pinned\">%r</data></node>\n", boolean_string (ent_actor_get_pinned (node->actor)));
}

static void
append_edge (GString *out, const EntSceneLink *link, gboolean one_article)
{
  EntRelation     *relation = link->relation;
  g_autofree char *quotes = ent_export_words_dup_quotes (relation, !one_article);
  guint            n_quotes;

  ent_relation_get_evidence (relation, &n_quotes);
  g_string_append (out, "<edge id=\"");
  ent_markup_append_id (out, "", ent_relation_get_id (relation));
  ent_markup_append_id (out, "\" source=\"", ent_actor_get_id (ent_relation_get_from (relation)));
  ent_markup_append_id (out, "\" target=\"", ent_actor_get_id (ent_relation_get_to (relation)));
  ent_markup_append (out, "\"><data key=\"edge-label\">%s</data><data key=\"edge-type\">%r</data><data key=\"edge-stance\">%r</data>",
                     ent_relation_get_label (relation), ent_relation_type_to_string (ent_relation_get_relation_type (relation)),
                     ent_stance_to_string (ent_relation_get_stance (relation)));
  ent_markup_append (out, "<data key=\"edge-mutual\">%r</data><data key=\"edge-hedged\">%r</data>",
                     boolean_string (ent_relation_get_mutual (relation)), boolean_string (link->dashed));
  ent_markup_append (out, "<data key=\"edge-weight\">%u</data><data key=\"edge-confidence\">%g</data>", n_quotes, ent_relation_get_confidence (relation));
  ent_markup_append (out, "<data key=\"edge-note\">%s</data><data key=\"edge-evidence\">%s</data></edge>\n", ent_relation_get_note (relation), quotes);
}

GBytes *
ent_export_graphml (const EntScene *scene)
{
  EntMap             *map = ent_scene_get_map (scene);
  GString            *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  gboolean            one_article = ent_export_has_one_article (map);
  guint               n_nodes, n_links;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  g_string_append (out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                   "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  ent_markup_append (out, "<desc>%s</desc>\n", ent_map_get_title (map));
  append_keys (out);
  g_string_append (out, "<graph id=\"map\" edgedefault=\"directed\">\n");
  for (guint i = 0; i < n_nodes; i++)
    if (ent_export_shows_node (scene, i))
      append_node (out, &nodes[i]);
  for (guint i = 0; i < n_links; i++)
    if (ent_export_shows_link (scene, i))
      append_edge (out, &links[i], one_article);
  g_string_append (out, "</graph>\n</graphml>\n");
  return g_string_free_to_bytes (out);
}
