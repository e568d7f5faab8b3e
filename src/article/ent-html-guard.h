/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether no tag of a page has so many attributes that the parser, which compares each of a tag with all before it, would take
 * minutes for it. Reads tags, comments and scripts as the parser does. O(bytes). FALSE with ENT_ARTICLE_ERROR_DAMAGED set, the
 * message naming the file and the line. */
gboolean ent_html_guard_check (const char *text, gsize n_bytes, const char *name, GError **error);

G_END_DECLS
