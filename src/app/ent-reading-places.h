/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"
#include "ent-layout-graph.h"

G_BEGIN_DECLS

/**
 * ent_reading_places_async:
 * Works out where the actors go that readings bring to a map, in a worker, on a copy of the map as it is now. Who is on the map already
 * stays in place to the last digit.
 * @readings: (element-type EntMap): for ent_map_edits_add_reading(), in that order; not to be touched until it is done
 */
void    ent_reading_places_async  (EntMap *map, GPtrArray *readings, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* (transfer full) (element-type EntPoint): in map units, one for each new actor in the order in which they come to the map, as long as
 * the map is what it was; or NULL with @error set. */
GArray *ent_reading_places_finish (GAsyncResult *result, GError **error);

G_END_DECLS
