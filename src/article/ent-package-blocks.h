/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article-loader.h"
#include "ent-block.h"

G_BEGIN_DECLS

/* The text of a packed document, told by what is in it: OpenDocument or Word. @facts: (out): for the caller to free. NULL with
 * ENT_ARTICLE_ERROR_NOT_TEXT (another kind of package), _DAMAGED, _TOO_LARGE or G_IO_ERROR_CANCELLED set. (transfer full) */
GPtrArray *ent_package_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error);

G_END_DECLS
