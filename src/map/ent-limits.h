/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much there may be on a map. No real map comes near; a file with more is refused, so that a hostile one costs no more than its
 * own size. What comes onto a map by other ways keeps to the same: an edit with too long a text is refused, and what was read of an
 * article is cut. */
#define ENT_LIMIT_FILE_BYTES     ((gsize) 256 << 20)
#define ENT_LIMIT_LINE_BYTES     (16 << 10)   /* names, titles, labels, addresses */
#define ENT_LIMIT_NOTE_BYTES     (1 << 20)
#define ENT_LIMIT_TEXT_BYTES     (32 << 20)
#define ENT_LIMIT_SOURCES        10000
#define ENT_LIMIT_ACTORS         100000
#define ENT_LIMIT_RELATIONS      200000
#define ENT_LIMIT_MERGES         10000
#define ENT_LIMIT_ITEMS          1000000      /* mentions, evidence, aliases of one */
#define ENT_LIMIT_COORDINATE     1e7

/* (transfer full): text, of a longer one the whole characters that fit. text: valid UTF-8 */
char     *ent_limit_dup_cut    (const char *text, gsize max_bytes);
/* FALSE with ENT_MAP_ERROR_TOO_LARGE set, worded for who typed it: a name, title or label; a note. */
gboolean  ent_limit_check_line (const char *text, GError **error);
gboolean  ent_limit_check_note (const char *text, GError **error);

G_END_DECLS
