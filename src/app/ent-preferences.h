/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntPreferences:
 * What holds for every map, in a window. Each row is bound to a setting: what is changed is so at once, in all windows.
 */
#define ENT_TYPE_PREFERENCES (ent_preferences_get_type ())
G_DECLARE_FINAL_TYPE (EntPreferences, ent_preferences, ENT, PREFERENCES, AdwPreferencesWindow)

/* parent: nullable. */
GtkWidget *ent_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
