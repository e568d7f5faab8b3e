/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* data/article/web-pages.txt: for each kind its words, each with its rank from 1. */
typedef struct _EntHtmlWords EntHtmlWords;

EntHtmlWords *ent_html_words_new       (void);
void          ent_html_words_free      (EntHtmlWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHtmlWords, ent_html_words_free)

/* The rank of a word among those of its kind, the first being 1; 0 where it is none of them. Letters' case does not matter. */
guint         ent_html_words_rank      (const EntHtmlWords *self, const char *kind, const char *word);
/* Whether a class or id has a word of a part beside the article. */
gboolean      ent_html_words_is_beside (const EntHtmlWords *self, const char *names);

G_END_DECLS
