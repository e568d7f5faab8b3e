/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* src/fetch's one blocking call, in a module: libsoup. */
#include "ent-late.h"

EntFetched *
ent_fetch (GUri *address, const EntFetchRules *rules, EntFetchProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntLateWeb *web = ent_late_find (ENT_LATE_WEB, error);

  return web != NULL ? web->fetch (address, rules, progress, data, cancellable, error) : NULL;
}
