/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-filter.h"

G_BEGIN_DECLS

/**
 * EntMapLook:
 * What the colour and the size of an actor on the drawing say, and which links have their label. The figures of a large map are worked out in a worker: until they are
 * there it looks as usual.
 *
 * Properties, writable, with notify: "colour-by" ("kind" or "community"), "size-by" ("weight", "betweenness" or "degree"),
 * "link-labels" ("fit", "emphasis" or "never": EntSceneLabels); anything else counts as the first.
 * Signal "changed": the drawing looks otherwise now.
 */
#define ENT_TYPE_MAP_LOOK (ent_map_look_get_type ())
G_DECLARE_FINAL_TYPE (EntMapLook, ent_map_look, ENT, MAP_LOOK, GObject)

EntMapLook *ent_map_look_new       (void);
const char *ent_map_look_get_colour_by (EntMapLook *self);
const char *ent_map_look_get_size_by   (EntMapLook *self);
/* The map changed, or which links are sure enough: figures are worked out anew. Emits no signal where that is done at once. map: nullable. */
void        ent_map_look_update    (EntMapLook *self, EntMap *map, EntMapFilter *filter);
/* The drawing of the map with the look and the filter. After ent_map_look_update() with the same. before: as for ent_scene_new_after().
 * (transfer full) */
EntScene   *ent_map_look_new_scene (EntMapLook *self, EntMap *map, EntMapFilter *filter, const EntScene *before);
/* The same begun (see ent_scene_begin()), before the filter is applied. The map's actors have places. (transfer full) */
EntScene   *ent_map_look_begin_scene (EntMapLook *self, EntMap *map, EntMapFilter *filter, const EntScene *before);
/* A copy with the figures, for a copy of the map as it is now, in a worker. */
EntMapLook *ent_map_look_dup       (EntMapLook *self);

G_END_DECLS
