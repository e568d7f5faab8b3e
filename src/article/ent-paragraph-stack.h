/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"

G_BEGIN_DECLS

/* What the readers of word processors' documents share: paragraphs that may stand in one another (a text box in a paragraph), parts
 * that are never text, and tables. */
typedef struct {
  GPtrArray *blocks;      /* EntBlock */
  GArray    *open;        /* the paragraphs that are open */
  guint      n_skipped;   /* open elements that are never text */
  guint      n_tables;
  guint      n_lists;
} EntParagraphStack;

void              ent_paragraph_stack_init     (EntParagraphStack *self);
void              ent_paragraph_stack_clear    (EntParagraphStack *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntParagraphStack, ent_paragraph_stack_clear)

void              ent_paragraph_stack_begin    (EntParagraphStack *self, EntParagraphKind kind);
/* Of the innermost open paragraph; nothing where none is open. */
void              ent_paragraph_stack_set_kind (EntParagraphStack *self, EntParagraphKind kind);
void              ent_paragraph_stack_append   (EntParagraphStack *self, const char *text, gsize n_bytes);
/* Makes the innermost open paragraph a block. A cell of a table that holds no sentence is furniture: kept, and not read. */
void              ent_paragraph_stack_end      (EntParagraphStack *self);
/* The blocks, with the title first that @facts gives, for where the text begins without a headline. */
GPtrArray        *ent_paragraph_stack_finish   (EntParagraphStack *self, EntArticleFacts *facts);

/* The kind of a paragraph whose style has that name, in small letters: "heading 2", "title", "list bullet"; FALSE for a style that is
 * no part of the text (a table of contents). */
gboolean          ent_paragraph_style_kind     (const char *style, EntParagraphKind *kind);

G_END_DECLS
