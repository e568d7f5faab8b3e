/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ent_public_address_check:
 * Whether an address is one of the open internet: not of this computer, a private or a local network, many receivers, or documentation.
 * Where an IPv6 address stands for an IPv4 one (mapped, 6to4, NAT64), that one counts. The ranges are those of the registries of
 * special-purpose addresses (RFC 6890 and its updates).
 */
gboolean ent_public_address_check (GInetAddress *address);

G_END_DECLS
