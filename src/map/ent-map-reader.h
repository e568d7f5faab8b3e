/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* From parsed JSON to a map, every member checked. name: of the file, for messages. (transfer full), or NULL with ENT_MAP_ERROR. */
EntMap *ent_map_reader_read (JsonNode *root, const char *name, GError **error);

G_END_DECLS
