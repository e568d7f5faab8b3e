/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article.h"

G_BEGIN_DECLS

/* A paragraph on its way into an article: its text on one line, without white space at its ends, never empty. */
typedef struct {
  char             *text;
  EntParagraphKind  kind;
  gboolean          same_line;   /* it goes on in the line of the block before it: only a space parts the two */
} EntBlock;

/* A list of blocks that frees them; takes text, trims it, and adds nothing where nothing is left. */
GPtrArray *ent_blocks_new  (void);
void       ent_blocks_take (GPtrArray *blocks, char *text, EntParagraphKind kind);

/* What a file says of itself besides its text. */
typedef struct {
  char *title;   /* nullable */
  char *date;    /* ISO 8601 day, nullable */
} EntArticleFacts;

/* Joins the blocks by blank lines, marks title, headings and furniture, and builds the article. uri: nullable. facts: nullable. */
EntArticle *ent_article_new_from_blocks (GPtrArray *blocks, const EntArticleFacts *facts, const char *uri);

G_END_DECLS
