/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/* Width by height of the window that drawings are made for. */
#define ENT_LAYOUT_ASPECT 1.5

/**
 * ent_packing_run:
 * @components: (array length=graph.n_nodes): each node's component, 0 … n_components − 1
 * Moves whole components side by side so that together they fill a landscape window, and single nodes, as a block
 * of rows, into a corner that is left free, below the rest or beside it.
 * Components with a placed node stay where they are.
 * Polyomino packing (Freivalds, Dogrusoz & Kikusts 2002) on a raster coarse enough to stay small.
 */
void ent_packing_run (EntLayoutGraph *graph, const guint *components, guint n_components);

G_END_DECLS
