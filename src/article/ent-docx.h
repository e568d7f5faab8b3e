/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"
#include "ent-package.h"

G_BEGIN_DECLS

/**
 * ent_docx_blocks:
 * The text of a Word document (.docx, ECMA-376): headings, paragraphs, list items and cells; not its notes, comments, deleted or
 * hidden text, headers and footers; a table of contents is furniture.
 * @member: the part of the package with the text, "word/document.xml"
 * @facts: (out): title and day of the last change, for the caller to free
 * Returns: (transfer full): blocks, or NULL with @error set as ent_package_read_xml() does
 */
GPtrArray *ent_docx_blocks (const EntPackage *package, const char *member, EntArticleFacts *facts, GError **error);

G_END_DECLS
