/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ent_json_check:
 * Whether text is JSON of the kind that may be handed to json-glib's lenient, recursive parser: UTF-8 without NULs, only
 * JSON's own characters outside of strings, escapes that stand for characters, and no deeper than @max_depth.
 * @message: (out): what is wrong and in which line, translated, where FALSE is returned
 */
gboolean ent_json_check (const char *text, gsize n_bytes, guint max_depth, char **message);

G_END_DECLS
