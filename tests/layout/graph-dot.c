/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "graph-dot.h"

#include <stdio.h>
#include <string.h>

#define UNITS_PER_INCH 72.0

static double
box_height (const EntLayoutNode *node)
{
  return 2 * node->radius + (node->label_width > 0 ? ENT_LAYOUT_LABEL_GAP + node->label_height : 0);
}

char *
graph_dot_print (const EntLayoutGraph *graph)
{
  GString *dot = g_string_new ("graph map {\n  node [shape=box, fixedsize=true, label=\"\"]\n");

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const EntLayoutNode *node = &graph->nodes[i];

      g_string_append_printf (dot, "  %u [width=%.4f, height=%.4f, radius=%.3f, name=\"%.3fx%.3f\"]\n", i,
                              MAX (2 * node->radius, node->label_width) / UNITS_PER_INCH, box_height (node) / UNITS_PER_INCH,
                              node->radius, node->label_width, node->label_height);
    }
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const EntLayoutEdge *edge = &graph->edges[e];

      g_string_append_printf (dot, "  %u -- %u [quotes=%.3f, affinity=%.3f, text=\"%.3fx%.3f\"]\n", edge->from, edge->to,
                              edge->weight, edge->affinity, edge->label_width, edge->label_height);
    }
  g_string_append (dot, "}\n");
  return g_string_free (dot, FALSE);
}

gboolean
graph_dot_parse (const char *dot, EntLayoutGraph *graph)
{
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (EntLayoutNode)), *edges = g_array_new (FALSE, TRUE, sizeof (EntLayoutEdge));
  gboolean is_good = g_str_has_prefix (dot, "graph map {");

  for (const char *line = dot; line && is_good; line = strchr (line, '\n'))
    {
      EntLayoutNode node = { 0 };
      EntLayoutEdge edge = { 0 };
      guint index;

      line += *line == '\n';
      if (sscanf (line, " %u -- %u [quotes=%lf, affinity=%lf, text=\"%lfx%lf\"]", &edge.from, &edge.to, &edge.weight, &edge.affinity,
                  &edge.label_width, &edge.label_height) == 6)
        g_array_append_val (edges, edge);
      else if (sscanf (line, " %u [width=%*f, height=%*f, radius=%lf, name=\"%lfx%lf\"]", &index, &node.radius, &node.label_width,
                       &node.label_height) == 4)
        {
          is_good = index == nodes->len;
          g_array_append_val (nodes, node);
        }
    }
  graph->n_nodes = nodes->len;
  graph->n_edges = edges->len;
  graph->nodes = (EntLayoutNode *) (gpointer) g_array_free (nodes, FALSE);
  graph->edges = (EntLayoutEdge *) (gpointer) g_array_free (edges, FALSE);
  return is_good;
}

char *
graph_dot_print_places (const EntLayoutGraph *graph)
{
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const EntLayoutNode *node = &graph->nodes[i];

      g_string_append_printf (plain, "node %u %.6f %.6f\n", i, node->x / UNITS_PER_INCH,
                              -(node->y - node->radius + box_height (node) / 2) / UNITS_PER_INCH);
    }
  return g_string_free (plain, FALSE);
}

gboolean
graph_dot_take_places (EntLayoutGraph *graph, const char *plain)
{
  guint n = 0;

  for (const char *line = plain; line; line = strchr (line, '\n'))
    {
      guint index;
      double x, y;

      line += *line == '\n';
      if (sscanf (line, "node %u %lf %lf", &index, &x, &y) != 3 || index >= graph->n_nodes)
        continue;
      graph->nodes[index].x = x * UNITS_PER_INCH;
      graph->nodes[index].y = -y * UNITS_PER_INCH - box_height (&graph->nodes[index]) / 2 + graph->nodes[index].radius;
      n++;
    }
  return n == graph->n_nodes;
}
