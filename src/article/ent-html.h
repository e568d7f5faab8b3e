/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article-loader.h"
#include "ent-block.h"

G_BEGIN_DECLS

/**
 * ent_html_blocks:
 * The article of a web page, found among menus, teasers, comments and small print. Nothing that the page names is fetched. Linear
 * in the size of the page, up to a depth of 512 elements.
 * @facts: (out): title and date as the page gives them, for the caller to free
 * Returns: (transfer full): blocks, the title first, empty where the page has no text; or NULL with ENT_ARTICLE_ERROR or
 *   G_IO_ERROR_CANCELLED set
 */
GPtrArray *ent_html_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error);

G_END_DECLS
