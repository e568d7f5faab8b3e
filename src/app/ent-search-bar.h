/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntSearchBar:
 * Words to look for on the map, how often they are found, and going from hit to hit: each is selected in the session.
 *
 * Properties: "session" (EntSession), "active" (gboolean, with notify: whether the bar is open), "text" (string, read only, with
 * notify: what is looked for, "" while the bar is closed).
 * Signal "found": the reader went to a hit; it is selected.
 */
#define ENT_TYPE_SEARCH_BAR (ent_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntSearchBar, ent_search_bar, ENT, SEARCH_BAR, GtkWidget)

GtkWidget  *ent_search_bar_new        (EntSession *session);
gboolean    ent_search_bar_get_active (EntSearchBar *self);
/* Opens it with the keyboard in the entry, or closes it. */
void        ent_search_bar_set_active (EntSearchBar *self, gboolean active);
const char *ent_search_bar_get_text   (EntSearchBar *self);
/* Looks for something else at once. */
void        ent_search_bar_set_text   (EntSearchBar *self, const char *text);
/* To the next hit, or the previous one, around the end; the first (last) where none was gone to yet. */
void        ent_search_bar_go         (EntSearchBar *self, gboolean forwards);

G_END_DECLS
