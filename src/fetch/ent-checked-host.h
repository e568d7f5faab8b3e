/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether a connection to an address may be made. */
typedef gboolean (*EntAddressCheck) (GInetAddress *address);

/**
 * EntCheckedHost:
 * A host to connect to of which only those addresses are tried that pass a check: an address is looked up, checked and connected to as
 * one and the same, so that no second look-up can lead elsewhere. No proxy is asked. Its certificate is held to the name.
 * Where no address passes, connecting fails with ENT_FETCH_ERROR_PRIVATE.
 */
#define ENT_TYPE_CHECKED_HOST (ent_checked_host_get_type ())
G_DECLARE_FINAL_TYPE (EntCheckedHost, ent_checked_host, ENT, CHECKED_HOST, GNetworkAddress)

/* name: of a host, or an address in figures. (transfer full) */
EntCheckedHost *ent_checked_host_new (const char *name, guint16 port, EntAddressCheck check);

G_END_DECLS
