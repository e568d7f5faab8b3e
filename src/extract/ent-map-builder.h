/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-relation-finder.h"

#include "ent-map.h"

G_BEGIN_DECLS

/**
 * ent_map_builder_build:
 * Gathers claims into relations (one per pair, direction and stance, with a quote per sentence) and adds them to a map with
 * the actors that have any or speak in its quotes, and those that carry weight of their own (ent_lone_actor_stays()).
 * @source: already on the map; its text is the reading's
 * @claims: (inout): of EntClaim; of those kept, each is told its relation, or that it is weak
 */
void ent_map_builder_build (EntMap *map, EntSource *source, const EntReading *reading, const EntCast *cast, GArray *claims);

G_END_DECLS
