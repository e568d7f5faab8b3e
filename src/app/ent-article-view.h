/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntArticleView:
 * An article of the session's map, word for word, with its actors and its evidence marked. What is selected in it can become a link
 * or an actor: the actions "win.add-link" and "win.add-actor" of a widget above.
 * Text positions are bytes in the program and characters in a text buffer; they are converted here.
 */
#define ENT_TYPE_ARTICLE_VIEW (ent_article_view_get_type ())
G_DECLARE_FINAL_TYPE (EntArticleView, ent_article_view, ENT, ARTICLE_VIEW, GtkWidget)

/* Marks the session's map as it is now; to be called again when the map changed. */
void ent_article_view_show       (EntArticleView *self, EntSession *session);
/* Turns to a source, scrolls to a stretch of it and highlights that. */
void ent_article_view_show_span  (EntArticleView *self, EntSource *source, EntSpan span);
/* Turns to a source. */
void ent_article_view_show_source (EntArticleView *self, EntSource *source);
/* Highlights all mentions of an actor and scrolls to the first; called again for the same actor, to the next. */
void ent_article_view_show_actor (EntArticleView *self, EntActor *actor);

/* For tests: what is highlighted, in characters of the buffer; FALSE when nothing is. */
gboolean ent_article_view_get_highlight (EntArticleView *self, guint *start_char, guint *end_char);

G_END_DECLS
