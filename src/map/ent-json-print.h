/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ent_json_print:
 * Writes a tree as JSON. Other than JsonGenerator it prints each number in the fewest digits that read back as the same
 * number, and what holds nothing nested on one line.
 * @pretty: indented by two spaces with a line feed at the end; FALSE gives one line without one
 */
char *ent_json_print (JsonNode *root, gboolean pretty);

G_END_DECLS
