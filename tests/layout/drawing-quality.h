/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* What can be told of a drawing by the places of its nodes alone, whoever laid it out. Edges are straight lines between centres
 * and those between the same two nodes count as one. */
typedef struct {
  guint  n_overlaps;     /* pairs of nodes whose rooms (shape and name) overlap */
  guint  n_crossings;    /* pairs of edges without a common end that cross */
  double least_angle;    /* of any crossing, degrees; 90 without crossings */
  double stress;         /* the mean over all pairs that are connected of (length × best scale ÷ links between them − 1)² */
  double aspect;         /* width by height */
  double diameter;       /* the diagonal of the box about all rooms */
} DrawingQuality;

/* Distances are in links; from more than 1,000 nodes, only those from 500 of them are looked at.
 * O(edges²) at worst, O(nodes × edges) for the stress. */
DrawingQuality drawing_quality_measure (const EntLayoutGraph *graph);

G_END_DECLS
