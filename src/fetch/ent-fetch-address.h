/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ent_fetch_address_is_one:
 * Whether a text is the address of a web page (http or https) and nothing else; white space around it does not count.
 */
gboolean ent_fetch_address_is_one (const char *text);

/**
 * ent_fetch_address_parse:
 * The address as it is fetched: https, with a host and a path, without what stands behind "#". One that begins with http is
 * taken for https, which nearly all servers know; where it names a port of its own it is refused.
 * @text: UTF-8, as typed or pasted; characters that addresses cannot have are escaped
 * Returns: (transfer full): NULL with ENT_FETCH_ERROR_ADDRESS set, the message naming the address and what would be right
 */
GUri *ent_fetch_address_parse     (const char *text, GError **error);
/* The same for where a server refers to, relative to @from or not. Nothing is taken for https that is not. */
GUri *ent_fetch_address_parse_at  (GUri *from, const char *text, GError **error);

/* What an address is called on the screen: host and path, cut where they are long. (transfer full) */
char *ent_fetch_address_dup_name  (GUri *address);

G_END_DECLS
