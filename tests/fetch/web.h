/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-fetch-rules.h"

G_BEGIN_DECLS

/* A web of this process's own: a server on 127.0.0.1 (and 127.0.0.2) whose certificate is good for news.test and rebound.test, and a resolver
 * that knows these names and no others:
 *   news.test, other.test   127.0.0.1
 *   private.test            127.0.0.2, 10.0.0.1
 *   rebound.test            127.0.0.1 when it is asked first, 127.0.0.2 ever after
 * Its rules allow 127.0.0.1 alone. It serves on the main context.
 *
 *   /page                   a page about Ukraine and NATO, with a picture, a script and a style that it names
 *   /latin                  the same in Windows-1252, said in the header        /nonsense  in UTF-8, said to be of an unknown encoding
 *   /text, /picture, /bytes as text/plain, image/png, application/octet-stream  /untyped   without a type
 *   /chain/N                sends on to /chain/N-1 … /page, with cookies        /to?ADDRESS  sends on to an address
 *   /missing, /password, /away   404, 401, 503
 *   /large                  without end, as fast as can be                      /said-large  says that it is large
 *   /slow                   a byte at a time without end                        /silent    nothing at all
 *   /bomb                   a gzip of 256 MB of spaces                          /broken    less than it says
 */
typedef struct _Web Web;

Web                 *web_new          (void);
void                 web_free         (Web *self);
/* "https://HOST:PORT/PATH". */
char                *web_dup_address  (Web *self, const char *host, const char *path);
const EntFetchRules *web_get_rules    (Web *self);
/* Another certificate from now on. file: in this folder. */
void                 web_set_certificate (Web *self, const char *file);
/* Since the beginning: requests that came, those that came to 127.0.0.2, names that were looked up, and whatever this process began to
 * connect to on any internet address. */
guint                web_count_requests (Web *self);
guint                web_count_elsewhere (Web *self);
guint                web_count_lookups  (Web *self);
guint                web_count_connections (void);
/* The headers of the last request, a line each, sorted. Borrowed. */
const char          *web_get_headers    (Web *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Web, web_free)

G_END_DECLS
