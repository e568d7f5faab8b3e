/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The articles and maps that were opened or saved last, in the desktop's own list, which other programs share. */

#define ENT_RECENT_MOST 10

/* Puts a file first. Written to disk a while later by GTK. */
void       ent_recent_add     (GtkRecentManager *manager, GFile *file);
/* This program's, the latest first, at most ENT_RECENT_MOST. (transfer full) (element-type GtkRecentInfo) */
GPtrArray *ent_recent_list    (GtkRecentManager *manager);
/* The URIs of this program's maps, the latest first. (transfer full) */
GStrv      ent_recent_dup_map_uris (GtkRecentManager *manager, guint most);
/* Takes one off the list; nothing happens to the file. */
void       ent_recent_forget  (GtkRecentManager *manager, GFile *file);
/* Takes all of this program's off. */
void       ent_recent_clear   (GtkRecentManager *manager);
/* A menu of them with the action @action (of a string, the URI), and where there are any an item with @clear_action. */
void       ent_recent_fill    (GtkRecentManager *manager, GMenu *menu, const char *action, const char *clear_action);

G_END_DECLS
