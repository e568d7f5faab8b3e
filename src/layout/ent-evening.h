/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

/**
 * ent_evening_run:
 * @margin: kept about each node's room, map units
 *
 * Gives a large drawing, crowded in some places and empty in others, about as much ground everywhere as the rooms of the nodes there
 * need, so that what is left to part is near at hand. Who is left of whom, and above whom, mostly stays. Nodes may overlap still; all of
 * them are moved. Cost: O(n log² n).
 */
void ent_evening_run (EntLayoutGraph *graph, double margin);

G_END_DECLS
