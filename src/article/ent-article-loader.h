/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article.h"

G_BEGIN_DECLS

#define ENT_ARTICLE_ERROR (ent_article_error_quark ())
typedef enum {
  ENT_ARTICLE_ERROR_EMPTY,
  ENT_ARTICLE_ERROR_TOO_LARGE,
  ENT_ARTICLE_ERROR_NOT_TEXT,   /* binary, or a format that is not read */
  ENT_ARTICLE_ERROR_ENCODING,   /* neither UTF-8 nor Windows-1252; the message names the byte */
  ENT_ARTICLE_ERROR_LANGUAGE,   /* not in English */
} EntArticleError;
GQuark ent_article_error_quark (void);

#define ENT_ARTICLE_MAX_BYTES ((gsize) 8 << 20)

/**
 * ent_article_load:
 * Reads plain text (.txt) or Markdown (.md, .markdown) from @file. Blocking: call it in a worker.
 * Returns: (transfer full): the article, or NULL with @error set (ENT_ARTICLE_ERROR or G_IO_ERROR; the message names the file)
 */
EntArticle *ent_article_load       (GFile *file, GCancellable *cancellable, GError **error);
/* The same for bytes already in memory; name is used in messages and to tell Markdown by its suffix; uri nullable. */
EntArticle *ent_article_load_bytes (GBytes *bytes, const char *name, const char *uri, GError **error);

G_END_DECLS
