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
/* Takes text of a document, valid UTF-8 with whatever white space and control characters, as ent_text_one_line() makes it. */
void       ent_blocks_add  (GPtrArray *blocks, const char *text, EntParagraphKind kind);
/* The article's title and who wrote it, each nullable, as the first blocks; the second is furniture. */
void       ent_blocks_insert_head (GPtrArray *blocks, const char *title, const char *byline);

/* What a file says of itself besides its text. */
typedef struct {
  char *title;       /* nullable */
  char *date;        /* the article's, ISO 8601 day, nullable */
  char *file_date;   /* of the file's making, for where neither the facts nor the text have the article's; ISO 8601 day, nullable */
} EntArticleFacts;

void ent_article_facts_clear (EntArticleFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntArticleFacts, ent_article_facts_clear)

/* Joins the blocks by blank lines, marks title, headings and furniture, and builds the article. uri: nullable. facts: nullable. */
EntArticle *ent_article_new_from_blocks (GPtrArray *blocks, const EntArticleFacts *facts, const char *uri);

G_END_DECLS
