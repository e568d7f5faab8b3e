/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-application.h"

G_BEGIN_DECLS

/**
 * EntSearchProvider:
 * What the desktop's search asks on the bus (org.gnome.Shell.SearchProvider2): actors of the maps that were opened or saved last.
 * Activating one opens its map with the actor selected.
 */
#define ENT_TYPE_SEARCH_PROVIDER (ent_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (EntSearchProvider, ent_search_provider, ENT, SEARCH_PROVIDER, GObject)

/* application: borrowed, must outlive it. */
EntSearchProvider *ent_search_provider_new    (EntApplication *application);
gboolean           ent_search_provider_export (EntSearchProvider *self, GDBusConnection *bus, const char *path, GError **error);

G_END_DECLS
