/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-overlaps.h"
#include "ent-polish.h"

G_BEGIN_DECLS

/* All edges between two nodes. */
typedef struct { guint from, to, n_edges; double label_width, label_height; } EntPolishBundle;

struct _EntPolish {
  const EntLayoutGraph *graph;
  guint     n_nodes;
  EntPolishBundle *bundles;
  guint     n_bundles;
  guint    *starts;             /* node i's bundles: incident[starts[i]] … incident[starts[i + 1] − 1] */
  guint    *incident;
  double   *wishes;             /* n_nodes × n_nodes: ideal distances */
  EntPoint *places;             /* the drawing that is worked on */
  EntRoom  *rooms;              /* n_nodes: at their places */
  EntBox   *bounds;             /* n_nodes: of the rooms */
  EntBox   *labels;             /* n_bundles: in their middles */
  EntBox   *spans;              /* n_bundles: what they and their labels take */
  double    window;             /* what counts as one */
};

/* Puts a node somewhere and what depends on it up to date. */
void   ent_polish_put          (EntPolish *self, guint node, EntPoint place);
/* Everything that depends on where the node is; anything above enough where it is more than that. */
double ent_polish_cost_of_node (const EntPolish *self, guint node, double enough);

G_END_DECLS
