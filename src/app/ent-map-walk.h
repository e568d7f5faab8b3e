/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

G_BEGIN_DECLS

/* How the keyboard walks the map: by salience with Tab, to the nearest actor in a direction with the arrows.
 * Actors are given as node indices of the scene; -1 is none. All functions are linear in the nodes, but for the sorting by salience. */

/* The next actor after @node in order of salience, highest first; from -1 the first. -1 after the last. */
gint ent_map_walk_next     (const EntScene *scene, gint node);
/* The one before it; from -1 the last. -1 before the first. */
gint ent_map_walk_previous (const EntScene *scene, gint node);
/* The first so many actors in that order. (transfer full) (element-type guint) */
GArray *ent_map_walk_list (const EntScene *scene, guint n_most);
/* The nearest actor to the right (dx 1), left (dx -1), below (dy 1) or above (dy -1); @node where there is none. */
gint ent_map_walk_towards  (const EntScene *scene, gint node, int dx, int dy);

G_END_DECLS
