/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses of web pages: taken from what people paste and from what servers refer to. GUri parses them and turns names of hosts
 * with letters beyond ASCII into the form that the network knows, which is also the one that is shown: it cannot look like another. */
#include "ent-fetch-address.h"

#include "ent-fetch-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ent-fetch-error-quark, ent_fetch_error)

#define URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY | \
                   G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE)
#define MAX_BYTES 4096         /* of an address */
#define MAX_NAME_CHARS 70      /* of what is shown of it */
#define HTTP_PORT 80
#define HTTPS_PORT 443

static gboolean
has_scheme (const char *text, const char *scheme)
{
  return g_ascii_strncasecmp (text, scheme, strlen (scheme)) == 0;
}

gboolean
ent_fetch_address_is_one (const char *text)
{
  g_autofree char *address = g_strstrip (g_strdup (text));

  return (has_scheme (address, "https://") || has_scheme (address, "http://")) && strpbrk (address, " \t\r\n") == NULL && strlen (address) <= MAX_BYTES;
}

static gboolean
refuse (const char *text, const char *what, GError **error)
{
  g_autofree char *shown = g_utf8_strlen (text, -1) > MAX_NAME_CHARS ? g_utf8_substring (text, 0, MAX_NAME_CHARS) : g_strdup (text);

  /* Translators: the address of a web page, and what is wrong with it */
  g_set_error (error, ENT_FETCH_ERROR, ENT_FETCH_ERROR_ADDRESS, _("%s: %s"), shown, what);
  return FALSE;
}

/* What keeps an address from being fetched, whoever gave it. */
static gboolean
check (GUri *uri, const char *text, GError **error)
{
  const char *host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0')
    return refuse (text, _("this is not the address of a web page. It should look like https://example.org/article."), error);
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (text, _("the address carries a name or a password, which Entente does not send. Leave out what stands before the “@”."), error);
  if (!g_str_equal (g_uri_get_scheme (uri), "https"))
    return refuse (text, _("only addresses that begin with “https://” are fetched."), error);
  return TRUE;
}

/* The same with https, or as it is. Port and fragment go where they say nothing. */
static GUri *
normalize (GUri *uri, gboolean as_https)
{
  int              port = g_uri_get_port (uri);
  const char      *path = g_uri_get_path (uri);
  gboolean         is_plain = g_str_equal (g_uri_get_scheme (uri), "http") && (port == -1 || port == HTTP_PORT);
  gboolean         upgraded = as_https && is_plain;
  g_autofree char *host = g_uri_get_host (uri) != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : NULL;

  if (upgraded || port == HTTPS_PORT)
    port = -1;
  return g_uri_build (URI_FLAGS, upgraded ? "https" : g_uri_get_scheme (uri), g_uri_get_userinfo (uri), host, port, *path != '\0' ? path : "/",
                      g_uri_get_query (uri), NULL);
}

/* With what no address may hold escaped; bytes that are no UTF-8 as well. */
static char *
dup_escaped (const char *text)
{
  return g_uri_escape_string (text, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%", FALSE);
}

GUri *
ent_fetch_address_parse (const char *text, GError **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GUri) parsed = NULL;
  g_autoptr (GUri) address = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  trimmed = g_strstrip (g_utf8_make_valid (text, -1));
  escaped = dup_escaped (trimmed);
  if (strlen (trimmed) <= MAX_BYTES)
    parsed = g_uri_parse (escaped, URI_FLAGS, NULL);
  if (parsed == NULL)
    {
      refuse (trimmed, _("this is not the address of a web page. It should look like https://example.org/article."), error);
      return NULL;
    }
  address = normalize (parsed, TRUE);
  return check (address, trimmed, error) ? g_steal_pointer (&address) : NULL;
}

GUri *
ent_fetch_address_parse_at (GUri *from, const char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = dup_escaped (valid);
  g_autoptr (GUri) parsed = strlen (valid) <= MAX_BYTES ? g_uri_parse_relative (from, escaped, URI_FLAGS, NULL) : NULL;
  g_autoptr (GUri) address = NULL;

  if (parsed == NULL)
    {
      refuse (valid, _("this is not the address of a web page. It should look like https://example.org/article."), error);
      return NULL;
    }
  address = normalize (parsed, FALSE);
  return check (address, valid, error) ? g_steal_pointer (&address) : NULL;
}

char *
ent_fetch_address_dup_name (GUri *address)
{
  const char      *path = g_uri_get_path (address);
  g_autofree char *readable = g_uri_unescape_string (path, "/");
  g_autofree char *whole = NULL;
  g_autofree char *start = NULL;

  if (readable != NULL && !g_utf8_validate (readable, -1, NULL))
    g_clear_pointer (&readable, g_free);
  if (readable == NULL)
    readable = g_strdup (path);
  whole = g_strconcat (g_uri_get_host (address), g_str_equal (path, "/") ? "" : readable, NULL);
  for (char *at = whole; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  if (g_utf8_strlen (whole, -1) <= MAX_NAME_CHARS)
    return g_steal_pointer (&whole);
  start = g_utf8_substring (whole, 0, MAX_NAME_CHARS - 1);
  return g_strconcat (start, "…", NULL);
}
