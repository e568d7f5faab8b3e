/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-span.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  ENT_PARAGRAPH_TITLE,     /* the article's own title, where the text carries it as its first paragraph */
  ENT_PARAGRAPH_HEADING,
  ENT_PARAGRAPH_BODY,
  ENT_PARAGRAPH_LIST_ITEM,
  ENT_PARAGRAPH_FURNITURE, /* bylines, "Read more", teasers, captions: kept in the text, never read for actors */
} EntParagraphKind;

typedef struct {
  EntSpan          span;   /* without the blank line that parts it from the next; a caption's credit is parted by a space only */
  EntParagraphKind kind;
} EntParagraph;

/**
 * EntArticle:
 * An article as it is read: its text (UTF-8, LF, paragraphs parted by exactly one blank line, no BOM, no control
 * characters but LF and TAB), its paragraphs, and what is known about it. Immutable, so it may be shared with workers.
 */
#define ENT_TYPE_ARTICLE (ent_article_get_type ())
G_DECLARE_FINAL_TYPE (EntArticle, ent_article, ENT, ARTICLE, GObject)

/* text: valid UTF-8, cleaned as above by this function; title, uri, date: nullable. */
EntArticle         *ent_article_new             (const char *text, const char *title, const char *uri, const char *date);
const char         *ent_article_get_text        (EntArticle *self);
gsize               ent_article_get_n_bytes     (EntArticle *self);
const char         *ent_article_get_title       (EntArticle *self);  /* never NULL: the title, else the first words */
const char         *ent_article_get_uri         (EntArticle *self);  /* nullable */
const char         *ent_article_get_date        (EntArticle *self);  /* ISO 8601 day, nullable */
const EntParagraph *ent_article_get_paragraphs  (EntArticle *self, guint *n_paragraphs);

G_END_DECLS
