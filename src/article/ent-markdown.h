/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"

G_BEGIN_DECLS

/**
 * ent_markdown_blocks:
 * The text of a Markdown file: headings, paragraphs, list items and quotes without their marks; code, comments, pictures and
 * rules left out. Reads the dialect that people write, not every corner of CommonMark.
 * @text: cleaned (ent_text_clean)
 * @facts: (out): title and date of the front matter, for the caller to free
 * Returns: (transfer full): blocks
 */
GPtrArray *ent_markdown_blocks (const char *text, EntArticleFacts *facts);

/* The text of one line's inline markup: emphasis, links, code spans, escapes, entities. (transfer full) */
char *ent_markdown_inline (const char *line);

G_END_DECLS
