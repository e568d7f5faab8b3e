/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* A layout graph as a DOT file that Graphviz reads as well: a node's width and height are those of the box about its shape and its
 * name; what only our layout uses stands in attributes that Graphviz passes over. */
char    *graph_dot_print        (const EntLayoutGraph *graph);                                             /* (transfer full) */
/* Reads what graph_dot_print() wrote. FALSE: text is something else. graph: (out): its arrays are to be freed. */
gboolean graph_dot_parse        (const char *dot, EntLayoutGraph *graph);
/* Where the nodes are, in Graphviz's "plain" output. (transfer full) */
char    *graph_dot_print_places (const EntLayoutGraph *graph);
/* Takes the places of Graphviz's "plain" output over. FALSE: not every node has one. */
gboolean graph_dot_take_places  (EntLayoutGraph *graph, const char *plain);

G_END_DECLS
