/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article-loader.h"
#include "ent-block.h"

G_BEGIN_DECLS

/**
 * ent_pdf_blocks:
 * The text of a PDF: columns in reading order, words parted at line ends joined, running heads and page numbers dropped. At most
 * 500 pages and 60 seconds; the limit of time is looked at between pages.
 * @facts: (out): the day of the file's making, for the caller to free
 * Returns: (transfer full): blocks, or NULL with ENT_ARTICLE_ERROR_DAMAGED (also: under a password), _TOO_LARGE, _EMPTY (pictures of
 *   pages) or G_IO_ERROR_CANCELLED set
 */
GPtrArray *ent_pdf_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error);

G_END_DECLS
