/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntArticleRow:
 * An article of the map in a list: title, date, number of links, and what can be done with it, by the actions "win.filter-article",
 * "win.read-again" and "win.remove-article" and "pane.show-source" of widgets above.
 */
#define ENT_TYPE_ARTICLE_ROW (ent_article_row_get_type ())
G_DECLARE_FINAL_TYPE (EntArticleRow, ent_article_row, ENT, ARTICLE_ROW, AdwActionRow)

GtkWidget  *ent_article_row_new    (void);
/* n_links: that rest on it. several: there are others, so that it can be filtered by and removed. */
void        ent_article_row_show   (EntArticleRow *self, EntSource *source, guint n_links, gboolean several);
/* Of the article that it shows. */
const char *ent_article_row_get_id (EntArticleRow *self);

G_END_DECLS
