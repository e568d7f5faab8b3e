/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ent_text_decode:
 * Bytes of unknown encoding to UTF-8: UTF-8, UTF-16 and UTF-32 with a byte order mark, and what can only be Windows-1252.
 * @name: of the file, for messages
 * @n_out: (out): the length of what is returned, which may hold NULs
 * Returns: (transfer full): UTF-8, or NULL with ENT_ARTICLE_ERROR_NOT_TEXT or _ENCODING set, the message naming the byte
 */
char *ent_text_decode (const guint8 *bytes, gsize n_bytes, const char *name, gsize *n_out, GError **error);

G_END_DECLS
