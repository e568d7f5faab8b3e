/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-late.h"

G_MODULE_EXPORT extern const EntLateGraph ent_late_table;

const EntLateGraph ent_late_table = { ent_graph_find_communities, ent_graph_measure_betweenness, ent_graph_find_path, ent_graph_find_neighbourhood };
