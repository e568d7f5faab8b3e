/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* The nodes that nothing is linked to, as a block of even rows, the names of a row on one line. Map units. */
typedef struct {
  guint  n, n_columns, n_rows;
  double column_width;
  double above, below;          /* the shapes' lower edges, what a row takes */
} EntSingles;

/* is_single: (array length=graph.n_nodes). The block has as many columns as make it about as wide as ENT_LAYOUT_ASPECT asks. O(n). */
EntSingles ent_singles_measure     (const EntLayoutGraph *graph, const gboolean *is_single);
/* n_columns: at most; fewer are taken where that makes rows of even length. There is a single node. */
void       ent_singles_set_columns (EntSingles *self, guint n_columns);
/* Of the block, without a gap after the last column or row. */
double     ent_singles_get_width   (const EntSingles *self);
double     ent_singles_get_height  (const EntSingles *self);
/* left, top: the block's upper left corner. The nodes go in the order of their indices, a last row that is shorter into the middle. */
void       ent_singles_place       (const EntSingles *self, EntLayoutGraph *graph, const gboolean *is_single, double left, double top);

G_END_DECLS
