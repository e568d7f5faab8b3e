/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"

G_BEGIN_DECLS

/**
 * ent_text_blocks:
 * Finds the paragraphs of plain text, which comes with one a line, parted by blank lines, or wrapped at some column.
 * @text: cleaned (ent_text_clean)
 * Returns: (transfer full): blocks, list items marked as such; apart from white space they hold all of the text
 */
GPtrArray *ent_text_blocks (const char *text);

G_END_DECLS
