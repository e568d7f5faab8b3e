/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article-loader.h"
#include "ent-block.h"

G_BEGIN_DECLS

/**
 * ent_mail_blocks:
 * The text of a message (.eml, RFC 5322 and MIME; also a page saved whole, .mhtml): its text or its page, whichever says more. What
 * is quoted from another message, and the signature, are furniture, unless the message is little else. Attachments are not read.
 * @facts: (out): the subject as the title and the day that it was sent, for the caller to free
 * Returns: (transfer full): blocks, or NULL with ENT_ARTICLE_ERROR_DAMAGED (nested too deep), _TOO_LARGE, _EMPTY, another ENT_ARTICLE_ERROR of the
 *   text in it, or G_IO_ERROR_CANCELLED set
 */
GPtrArray *ent_mail_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error);

G_END_DECLS
