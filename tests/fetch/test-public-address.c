/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-public-address.h"

/* The edges of each range, from both sides. */
static const struct { const char *address; gboolean open; } cases[] = {
  { "1.1.1.1", TRUE },            { "0.0.0.0", FALSE },           { "0.255.255.255", FALSE },     { "1.0.0.0", TRUE },
  { "9.255.255.255", TRUE },      { "10.0.0.0", FALSE },          { "10.255.255.255", FALSE },    { "11.0.0.0", TRUE },
  { "100.63.255.255", TRUE },     { "100.64.0.0", FALSE },        { "100.127.255.255", FALSE },   { "100.128.0.0", TRUE },
  { "126.255.255.255", TRUE },    { "127.0.0.1", FALSE },         { "127.255.255.255", FALSE },   { "128.0.0.0", TRUE },
  { "169.253.255.255", TRUE },    { "169.254.169.254", FALSE },   { "169.255.0.0", TRUE },
  { "172.15.255.255", TRUE },     { "172.16.0.0", FALSE },        { "172.31.255.255", FALSE },    { "172.32.0.0", TRUE },
  { "192.0.0.1", FALSE },         { "192.0.1.0", TRUE },          { "192.0.2.1", FALSE },         { "192.0.3.0", TRUE },
  { "192.88.99.1", FALSE },       { "192.167.255.255", TRUE },    { "192.168.0.0", FALSE },       { "192.168.255.255", FALSE },
  { "192.169.0.0", TRUE },        { "198.17.255.255", TRUE },     { "198.18.0.0", FALSE },        { "198.19.255.255", FALSE },
  { "198.20.0.0", TRUE },         { "198.51.100.7", FALSE },      { "203.0.113.7", FALSE },       { "203.0.114.0", TRUE },
  { "223.255.255.255", TRUE },    { "224.0.0.1", FALSE },         { "239.255.255.255", FALSE },   { "240.0.0.0", FALSE },
  { "255.255.255.255", FALSE },

  { "::", FALSE },                { "::1", FALSE },               { "::2", FALSE },               { "::7f00:1", FALSE },
  { "100::1", FALSE },            { "1fff:ffff::1", FALSE },      { "2000::1", TRUE },            { "2606:4700::1111", TRUE },
  { "2001::1", FALSE },           { "2001:1ff:ffff::", FALSE },   { "2001:200::", TRUE },         { "2001:db7:ffff::1", TRUE },
  { "2001:db8::1", FALSE },       { "2001:db9::1", TRUE },        { "3ffe:ffff::1", TRUE },       { "3fff::1", FALSE },
  { "3fff:fff:ffff::", FALSE },   { "3fff:1000::", TRUE },        { "4000::1", FALSE },           { "5f00::1", FALSE },
  { "fc00::1", FALSE },           { "fd12:3456:789a::1", FALSE }, { "fe80::1", FALSE },           { "febf::1", FALSE },
  { "fec0::1", FALSE },           { "ff02::1", FALSE },

  /* IPv4 in IPv6: mapped, NAT64 (and the range for NAT64 at home), 6to4. */
  { "::ffff:1.1.1.1", TRUE },     { "::ffff:127.0.0.1", FALSE },  { "::ffff:10.1.2.3", FALSE },   { "::ffff:169.254.169.254", FALSE },
  { "64:ff9b::1.1.1.1", TRUE },   { "64:ff9b::192.168.1.1", FALSE }, { "64:ff9b:1::1.1.1.1", FALSE }, { "64:ff9b::127.0.0.1", FALSE },
  { "2002:101:101::1", TRUE },    { "2002:7f00:1::1", FALSE },    { "2002:c0a8:101::", FALSE },   { "2002:a00:1::1", FALSE },
  { "::ffff:0:1.1.1.1", FALSE },  { "::1.1.1.1", FALSE },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (cases[i].address);

      g_assert_nonnull (address);
      if (ent_public_address_check (address) != cases[i].open)
        g_error ("%s is taken for %s", cases[i].address, cases[i].open ? "closed" : "open");
    }
}

/* Whatever GLib knows of an address that speaks against it, this knows as well. */
static void
test_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint8                   bytes[16];
      g_autoptr (GInetAddress) address = NULL;

      for (guint k = 0; k < sizeof bytes; k++)
        bytes[k] = (guint8) g_test_rand_int_range (0, 256);
      if (i % 4 == 0)
        bytes[0] = 0xFE;
      address = g_inet_address_new_from_bytes (bytes, i % 2 ? G_SOCKET_FAMILY_IPV4 : G_SOCKET_FAMILY_IPV6);
      if (g_inet_address_get_is_any (address) || g_inet_address_get_is_loopback (address) || g_inet_address_get_is_link_local (address) ||
          g_inet_address_get_is_site_local (address) || g_inet_address_get_is_multicast (address))
        g_assert_false (ent_public_address_check (address));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/public-address/table", test_table);
  g_test_add_func ("/fetch/public-address/random", test_random);
  return g_test_run ();
}
