/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article-loader.h"

G_BEGIN_DECLS

/**
 * ent_html_decode:
 * A page's bytes to UTF-8. What is valid UTF-8 is that, whatever the page says; else it is in what the server or the page says;
 * where that cannot be, it is guessed as for plain text. A few broken characters of a page in UTF-8 are replaced.
 * Returns: (transfer full): UTF-8 without control characters, or NULL with ENT_ARTICLE_ERROR_NOT_TEXT or _ENCODING set
 */
char *ent_html_decode (const guint8 *bytes, gsize n_bytes, const EntArticleOrigin *origin, GError **error);

G_END_DECLS
