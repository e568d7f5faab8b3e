/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ent_resource_lookup:
 * A table compiled into the program, safe to call from several threads at once.
 * @get_resource: the function that glib-compile-resources made for it; naming it has the table linked
 * @path: the table's path
 * Returns: (transfer full): its bytes; NULL only where the program was built without it
 *
 * Use it instead of g_resource_lookup_data (ent_…_get_resource (), …): GLib registers what is compiled in on first use, and
 * gives a second thread that asks meanwhile a resource of NULL.
 */
GBytes *ent_resource_lookup (GResource *(*get_resource) (void), const char *path);

G_END_DECLS
