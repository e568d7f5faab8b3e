/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-fetch-address.h"
#include "ent-fetch-error.h"

G_BEGIN_DECLS

#define ENT_FETCH_MAX_BYTES     ((gsize) 20 << 20)   /* of a page, unpacked */
#define ENT_FETCH_MAX_REDIRECTS 5
#define ENT_FETCH_TIME_MS       30000                /* in all */

/* What was fetched. */
typedef struct {
  GBytes *bytes;          /* unpacked */
  char   *content_type;   /* nullable: as the server says it, parameters included */
  char   *uri;            /* where it was found in the end, after redirects */
} EntFetched;

void ent_fetched_free (EntFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFetched, ent_fetched_free)

/* Limits and checks other than the usual ones, for tests: ent-fetch-rules.h. */
typedef struct _EntFetchRules EntFetchRules;

/* fraction: how much is there, 0–1; a guess where the server does not say how much there is. Called in the thread of ent_fetch(). */
typedef void (*EntFetchProgress) (double fraction, gpointer data);

/**
 * ent_fetch:
 * Fetches one document, and nothing that it names, over https. Sent is a plain request: no cookies, no password, no referrer, nothing
 * that was kept from before; nothing is kept. Only public addresses are connected to, never through a proxy, and each of at most
 * ENT_FETCH_MAX_REDIRECTS redirects is held to the same. A page may have ENT_FETCH_MAX_BYTES and take ENT_FETCH_TIME_MS.
 * Blocking: call it in a worker. Memory is bounded by the page's limit, also where the server sends what unpacks to more.
 * @address: of ent_fetch_address_parse()
 * @rules: NULL for the usual ones
 * @progress: nullable
 * Returns: (transfer full): NULL with ENT_FETCH_ERROR or G_IO_ERROR_CANCELLED set; the message names the address, what happened and
 * what can be done
 */
EntFetched *ent_fetch (GUri *address, const EntFetchRules *rules, EntFetchProgress progress, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
