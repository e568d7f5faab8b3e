/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/**
 * ent_edge_bends:
 * @graph: nodes with their places, and all edges; nothing of it is changed
 * @bends: (out caller-allocates) (array length=n_edges): one signed bend per edge, map units; 0: straight
 *
 * How far each edge is to bend so that edges between the same two nodes lie apart, evenly fanned (both directions, different
 * stances), and so that no edge runs through the shape or the label of a third node where a bend can help it: the smallest
 * that clears it. Where none does, edges between the same two nodes may part about what stands among them. An edge is the
 * quadratic curve from centre to centre with ent_edge_control_point() in its middle, trimmed at the shapes' borders. Edges with
 * equal or unknown ends get 0. Cost: n_edges × n_nodes, times up to a dozen where something is in the way, and up to some dozens
 * more for each edge of a bundle that may part.
 */
void ent_edge_bends (const EntLayoutGraph *graph, double *bends);

/* The control point of the curve from one centre to another: @bend away from the middle, at right angles to the line, on the
 * right-hand side of one who goes from → to (y points down). The curve itself leaves the line by half as much. */
EntPoint ent_edge_control_point (EntPoint from, EntPoint to, double bend);

G_END_DECLS
