/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-fetch.h"

G_BEGIN_DECLS

/* Private to src/fetch: what is said of failures. All set an error that names the address and ends in what can be done. */

/* what: a sentence. */
void ent_fetch_words_fail        (GUri *address, EntFetchError code, const char *what, GError **error);
/* What came of a connection. certificate: what is wrong with the server's. Errors of ENT_FETCH_ERROR_PRIVATE keep their code. */
void ent_fetch_words_fail_from   (GUri *address, const GError *cause, GTlsCertificateFlags certificate, GError **error);
/* status: of HTTP. */
void ent_fetch_words_fail_status (GUri *address, guint status, GError **error);

G_END_DECLS
