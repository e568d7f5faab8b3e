/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"
#include "ent-package.h"

G_BEGIN_DECLS

/**
 * ent_odt_blocks:
 * The text of an OpenDocument text (.odt): headings, paragraphs, list items and cells; not its notes, comments, deleted text, tables
 * of contents, headers and footers.
 * @facts: (out): title and day of the last change, for the caller to free
 * Returns: (transfer full): blocks, or NULL with @error set as ent_package_read_xml() does
 */
GPtrArray *ent_odt_blocks (const EntPackage *package, EntArticleFacts *facts, GError **error);

G_END_DECLS
