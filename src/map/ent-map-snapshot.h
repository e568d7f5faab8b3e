/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/**
 * EntMapSnapshot:
 * A map as it is at one moment, in plain memory that is nobody else's: what a worker is given, while the map goes on changing.
 * The articles, which never change, are shared with the map; everything else is copied.
 */
typedef struct _EntMapSnapshot EntMapSnapshot;

/* In the thread that the map belongs to. Linear in the map without its texts: a thousandth of a second for some thousand quotes. */
EntMapSnapshot *ent_map_snapshot_new     (EntMap *map);
void            ent_map_snapshot_free    (EntMapSnapshot *self);
/* (transfer full): a new map that ent_map_to_json() writes like the first, to the byte, with the same ids. In any thread: the map
 * is that thread's. */
EntMap         *ent_map_snapshot_dup_map (const EntMapSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMapSnapshot, ent_map_snapshot_free)

G_END_DECLS
