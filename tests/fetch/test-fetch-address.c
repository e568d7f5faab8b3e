/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-fetch-address.h"

#include "ent-fetch-error.h"

#include <string.h>

static void
test_one (void)
{
  static const struct { const char *text; gboolean one; } cases[] = {
    { "", FALSE }, { "https://example.org", TRUE }, { " https://example.org/a?b=c#d\n", TRUE }, { "HTTP://example.org", TRUE },
    { "example.org", FALSE }, { "https:", FALSE }, { "https://a b", FALSE }, { "see https://example.org", FALSE },
    { "https://example.org\nhttps://example.org", FALSE }, { "ftp://example.org", FALSE }, { "https://пример.рф/стаття", TRUE },
  };
  g_autofree char *path = g_strnfill (5000, 'a'), *huge = g_strconcat ("https://example.org/", path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ent_fetch_address_is_one (cases[i].text), ==, cases[i].one);
  g_assert_false (ent_fetch_address_is_one (huge));
}

/* What is fetched, and what it is called; NULL: an error that says "said". */
static void
test_parse (void)
{
  static const struct { const char *text, *address, *name, *said; } cases[] = {
    { "https://example.org", "https://example.org/", "example.org", NULL },
    { " https://Example.org:443/a/b?c=d&e#part ", "https://example.org/a/b?c=d&e", "example.org/a/b", NULL },
    { "http://example.org/a", "https://example.org/a", "example.org/a", NULL },
    { "http://example.org:80/a", "https://example.org/a", "example.org/a", NULL },
    { "https://example.org:8443/a", "https://example.org:8443/a", "example.org/a", NULL },
    { "https://example.org/Müller “x”", "https://example.org/M%C3%BCller%20%E2%80%9Cx%E2%80%9D", "example.org/Müller “x”", NULL },
    { "https://example.org/M%C3%BCller%0A%FF", "https://example.org/M%C3%BCller%0A%FF", "example.org/M%C3%BCller%0A%FF", NULL },
    { "https://example.org/a%0Ab", "https://example.org/a%0Ab", "example.org/a b", NULL },
    { "https://bücher.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example", NULL },
    { "https://[2001:db8::1]/a", "https://[2001:db8::1]/a", "2001:db8::1/a", NULL },
    { "", NULL, NULL, "this is not the address" },
    { "https://", NULL, NULL, "this is not the address" },
    { "https:///a", NULL, NULL, "this is not the address" },
    { "example.org/a", NULL, NULL, "this is not the address" },
    { "https://example.org:99999/", NULL, NULL, "this is not the address" },
    { "mailto:me@example.org", NULL, NULL, "this is not the address" },
    { "\xFF\xFE", NULL, NULL, "this is not the address" },
    { "http://example.org:8080/a", NULL, NULL, "http://example.org:8080/a: only addresses" },
    { "ftp://example.org/a", NULL, NULL, "only addresses that begin with “https://”" },
    { "https://bank.example@example.org/", NULL, NULL, "a name or a password" },
    { "https://me:secret@example.org/", NULL, NULL, "a name or a password" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri)   address = ent_fetch_address_parse (cases[i].text, &error);
      g_autofree char   *text = address != NULL ? g_uri_to_string (address) : NULL;
      g_autofree char   *name = address != NULL ? ent_fetch_address_dup_name (address) : NULL;

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].address);
      g_assert_cmpstr (name, ==, cases[i].name);
      if (address == NULL)
        {
          g_assert_error (error, ENT_FETCH_ERROR, ENT_FETCH_ERROR_ADDRESS);
          g_assert_nonnull (strstr (error->message, cases[i].said));
        }
    }
}

/* A huge one is refused, and the message is not huge; a long one is called by its beginning. */
static void
test_long (void)
{
  g_autofree char   *path = g_strnfill (5000, 'a'), *huge = g_strconcat ("https://example.org/", path, NULL);
  g_autofree char   *long_one = g_strndup (huge, 4000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri)   none = ent_fetch_address_parse (huge, &error);
  g_autoptr (GUri)   address = NULL;
  g_autofree char   *name = NULL;

  g_assert_null (none);
  g_assert_error (error, ENT_FETCH_ERROR, ENT_FETCH_ERROR_ADDRESS);
  g_assert_cmpuint (strlen (error->message), <, 250);
  address = ent_fetch_address_parse (long_one, NULL);
  name = ent_fetch_address_dup_name (address);
  g_assert_cmpint (g_utf8_strlen (name, -1), ==, 70);
  g_assert_true (g_str_has_suffix (name, "a…"));
}

static void
test_parse_at (void)
{
  static const struct { const char *text, *address; } cases[] = {
    { "b", "https://example.org/a/b" }, { "/b?c#d", "https://example.org/b?c" }, { "//news.example/ü", "https://news.example/%C3%BC" },
    { "../../b", "https://example.org/b" }, { "https://news.example", "https://news.example/" },
    { "http://example.org/", NULL }, { "file:///a", NULL }, { "https://me@example.org/", NULL }, { "javascript:x", NULL }, { "https://[/", NULL },
  };
  g_autoptr (GUri) from = ent_fetch_address_parse ("https://example.org/a/", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri)   address = ent_fetch_address_parse_at (from, cases[i].text, &error);
      g_autofree char   *text = address != NULL ? g_uri_to_string (address) : NULL;

      g_assert_cmpstr (text, ==, cases[i].address);
      if (address == NULL)
        g_assert_error (error, ENT_FETCH_ERROR, ENT_FETCH_ERROR_ADDRESS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/fetch-address/one", test_one);
  g_test_add_func ("/fetch/fetch-address/parse", test_parse);
  g_test_add_func ("/fetch/fetch-address/long", test_long);
  g_test_add_func ("/fetch/fetch-address/parse-at", test_parse_at);
  return g_test_run ();
}
