/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_FETCH_ERROR (ent_fetch_error_quark ())
typedef enum {
  ENT_FETCH_ERROR_ADDRESS,      /* not one that is fetched: no address of a web page, not https, with a password */
  ENT_FETCH_ERROR_PRIVATE,      /* leads to this computer or into a private network */
  ENT_FETCH_ERROR_CONNECTION,   /* no such server, none that answers, or it broke off */
  ENT_FETCH_ERROR_CERTIFICATE,  /* the server cannot show that it is the one it should be */
  ENT_FETCH_ERROR_REDIRECT,     /* sent on too often, or to an address that is not fetched */
  ENT_FETCH_ERROR_REFUSED,      /* the server does not give the page */
  ENT_FETCH_ERROR_KIND,         /* something else than documents that are read */
  ENT_FETCH_ERROR_TOO_LARGE,
  ENT_FETCH_ERROR_TIMEOUT,
} EntFetchError;
GQuark ent_fetch_error_quark (void);

G_END_DECLS
