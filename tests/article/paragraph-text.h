/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article.h"

/* An article's paragraphs as text for comparing, a line each: "T a title", "H …", "B …", "L …", "F …". */
char *dup_paragraph_text (EntArticle *article);
/* What must hold for every article: spans in order that are paragraphs of the text, parted by one blank line or, for a credit, by a space;
 * no white space at their ends, no control characters. */
void  assert_well_formed (EntArticle *article);
/* That, and its paragraphs and its title are these (title: NULL for any). */
void  assert_article     (EntArticle *article, const char *paragraphs, const char *title);
/* Adds a test for each of a table's cases, PREFIX/NAME, with the case's number as its data. */
#define add_cases(prefix, cases, test) G_STMT_START { \
  for (guint i_ = 0; i_ < G_N_ELEMENTS (cases); i_++) \
    { \
      g_autofree char *path_ = g_strconcat (prefix "/", (cases)[i_].name, NULL); \
      g_test_add_data_func (path_, GUINT_TO_POINTER (i_), test); \
    } \
} G_STMT_END
/* Without white space. */
char *dup_squeezed       (const char *text);
/* A thousand articles of up to max_parts parts put one behind another by chance, after start, read as a file of that name: each is
 * well-formed, or has no text. seed: of chance */
void  assert_random_articles (const char *name, const char *start, const char *const *parts, guint n_parts, guint max_parts, guint seed);
