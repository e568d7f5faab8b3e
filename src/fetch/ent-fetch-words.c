/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-fetch-words.h"

#include <glib/gi18n-lib.h>

void
ent_fetch_words_fail (GUri *address, EntFetchError code, const char *what, GError **error)
{
  g_autofree char *name = ent_fetch_address_dup_name (address);

  /* Translators: the address of a web page, and what happened */
  g_set_error (error, ENT_FETCH_ERROR, code, _("%s: %s\n\nYou can save the page from a web browser and open the file here."), name, what);
}

static const char *
certificate_words (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _("the certificate of the server is that of another one, so it may not be the one that it should be.");
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _("the certificate of the server has expired, so it may not be the one that it should be.");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _("nobody whom this computer trusts vouches for the certificate of the server, so it may not be the one that it should be.");
  return _("the certificate of the server is not valid, so it may not be the one that it should be.");
}

void
ent_fetch_words_fail_from (GUri *address, const GError *cause, GTlsCertificateFlags certificate, GError **error)
{
  g_autofree char *what = NULL;

  if (g_error_matches (cause, ENT_FETCH_ERROR, ENT_FETCH_ERROR_PRIVATE))
    ent_fetch_words_fail (address, ENT_FETCH_ERROR_PRIVATE, _("the address leads to this computer or into a private network, where Entente fetches nothing."), error);
  else if (certificate != 0)
    ent_fetch_words_fail (address, ENT_FETCH_ERROR_CERTIFICATE, certificate_words (certificate), error);
  else if (cause->domain == G_RESOLVER_ERROR)
    ent_fetch_words_fail (address, ENT_FETCH_ERROR_CONNECTION, _("there is no server of that name, or no connection to the internet."), error);
  else
    {
      /* Translators: what the system says went wrong with a connection */
      what = g_strdup_printf (_("the server could not be reached (%s). Entente goes to it directly, not through a proxy."), cause->message);
      ent_fetch_words_fail (address, ENT_FETCH_ERROR_CONNECTION, what, error);
    }
}

void
ent_fetch_words_fail_status (GUri *address, guint status, GError **error)
{
  g_autofree char *what = NULL;

  switch (status)
    {
    case 401:
    case 402:
    case 403:
      what = g_strdup (_("the server does not give the page to everyone."));
      break;
    case 404:
    case 410:
      what = g_strdup (_("the server has no such page."));
      break;
    case 429:
      what = g_strdup (_("the server asks to come back later."));
      break;
    default:
      /* Translators: a number such as 500, by which servers say why they do not answer */
      what = g_strdup_printf (_("the server does not give the page (status %u)."), status);
    }
  ent_fetch_words_fail (address, ENT_FETCH_ERROR_REFUSED, what, error);
}
