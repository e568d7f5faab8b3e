/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article.h"

G_BEGIN_DECLS

#define ENT_ARTICLE_ERROR (ent_article_error_quark ())
typedef enum {
  ENT_ARTICLE_ERROR_EMPTY,
  ENT_ARTICLE_ERROR_TOO_LARGE,  /* the file, what is packed in it, or the time that it takes */
  ENT_ARTICLE_ERROR_NOT_TEXT,   /* binary */
  ENT_ARTICLE_ERROR_FORMAT,     /* a format that is known and not read; the message says what is read */
  ENT_ARTICLE_ERROR_ENCODING,   /* not in the encoding that it says, or neither UTF-8 nor Windows-1252; the message names the byte */
  ENT_ARTICLE_ERROR_LANGUAGE,   /* not in English */
  ENT_ARTICLE_ERROR_DAMAGED,    /* of a format that is read, but broken, locked or built to do harm; the message names the place */
} EntArticleError;
GQuark ent_article_error_quark (void);

#define ENT_ARTICLE_MAX_BYTES ((gsize) 8 << 20)    /* of an article's text */
#define ENT_DOCUMENT_MAX_BYTES ((gsize) 64 << 20)  /* of a file of any format */

/* Where bytes in memory come from. */
typedef struct {
  const char *name;           /* of the file: in messages, and for its suffix */
  const char *uri;            /* nullable */
  const char *content_type;   /* nullable: the media type that a server or a file system gives, parameters allowed */
} EntArticleOrigin;

/**
 * ent_article_load:
 * Reads an article from @file: plain text, Markdown, a web page, a PDF, an OpenDocument text, a Word
 * document or a message. The format is told by the file's beginning, its content type
 * and its suffix. Nothing but the file is read: no entity, style or picture that it names. Blocking: call it in a worker.
 * Returns: (transfer full): the article, or NULL with @error set (ENT_ARTICLE_ERROR or G_IO_ERROR; the message names the file)
 */
EntArticle *ent_article_load            (GFile *file, GCancellable *cancellable, GError **error);
/* The same for bytes already in memory. */
EntArticle *ent_article_load_from       (GBytes *bytes, const EntArticleOrigin *origin, GCancellable *cancellable, GError **error);
/* The same where no more than name and uri (nullable) are known. */
EntArticle *ent_article_load_bytes      (GBytes *bytes, const char *name, const char *uri, GError **error);

G_END_DECLS
