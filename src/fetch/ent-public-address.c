/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* IPv4 is open but for the ranges below. IPv6 is closed but for the one range that is given out to the internet, without the ranges
 * below; addresses that stand for an IPv4 one are looked at as that. */
#include "ent-public-address.h"


static const char *const closed_ipv4[] = {
  "0.0.0.0/8",         /* this network */
  "10.0.0.0/8",        /* private */
  "100.64.0.0/10",     /* behind a provider's translation */
  "127.0.0.0/8",       /* this computer */
  "169.254.0.0/16",    /* this link */
  "172.16.0.0/12",     /* private */
  "192.0.0.0/24",      /* protocols */
  "192.0.2.0/24",      /* documentation */
  "192.88.99.0/24",    /* once 6to4 relays */
  "192.168.0.0/16",    /* private */
  "198.18.0.0/15",     /* measurements */
  "198.51.100.0/24",   /* documentation */
  "203.0.113.0/24",    /* documentation */
  "224.0.0.0/4",       /* many receivers */
  "240.0.0.0/4",       /* reserved, all receivers */
};

/* Outside of it lie this computer (::1), no address (::), private (fc00::/7), link (fe80::/10), site (fec0::/10) and many receivers
 * (ff00::/8). */
static const char *const open_ipv6[] = { "2000::/3" };

static const char *const closed_ipv6[] = {
  "2001::/23",         /* protocols, with Teredo, which tunnels to IPv4 addresses */
  "2001:db8::/32",     /* documentation */
  "3fff::/20",         /* documentation */
};

/* IPv4 in IPv6: the prefix, and where behind it the four bytes stand. */
static const struct { const char *range; guint at_byte; } embedding[] = {
  { "::ffff:0:0/96", 12 },   /* mapped */
  { "64:ff9b::/96", 12 },    /* NAT64 */
  { "2002::/16", 2 },        /* 6to4 */
};

static gboolean
lies_in (GInetAddress *address, const char *range)
{
  g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new_from_string (range, NULL);

  return g_inet_address_mask_matches (mask, address);
}

static gboolean
lies_in_any (GInetAddress *address, const char *const *ranges, guint n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    if (lies_in (address, ranges[i]))
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable) */
static GInetAddress *
dup_embedded (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  for (guint i = 0; i < G_N_ELEMENTS (embedding); i++)
    if (lies_in (address, embedding[i].range))
      return g_inet_address_new_from_bytes (bytes + embedding[i].at_byte, G_SOCKET_FAMILY_IPV4);
  return NULL;
}

gboolean
ent_public_address_check (GInetAddress *address)
{
  g_autoptr (GInetAddress) embedded = NULL;

  g_return_val_if_fail (G_IS_INET_ADDRESS (address), FALSE);
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return !lies_in_any (address, closed_ipv4, G_N_ELEMENTS (closed_ipv4));
  embedded = dup_embedded (address);
  if (embedded != NULL)
    return ent_public_address_check (embedded);
  return lies_in_any (address, open_ipv6, G_N_ELEMENTS (open_ipv6)) && !lies_in_any (address, closed_ipv6, G_N_ELEMENTS (closed_ipv6));
}
