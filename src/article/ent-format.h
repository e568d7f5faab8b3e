/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENT_FORMAT_TEXT,
  ENT_FORMAT_MARKDOWN,
  ENT_FORMAT_HTML,
  ENT_FORMAT_PDF,
  ENT_FORMAT_MAIL,
  ENT_FORMAT_PACKAGE,   /* a zip archive: OpenDocument, Word, or something else */
} EntFormat;

/* So many bytes of a file's beginning are enough to tell its format. */
#define ENT_FORMAT_SNIFF_BYTES 4096

/**
 * ent_format_find:
 * What kind of file this is: by how it begins, and where that leaves it open by what is said of it and by its suffix.
 * @bytes: the file's beginning, at least ENT_FORMAT_SNIFF_BYTES where it has so many
 * @name: of the file, in the message and for its suffix
 * @content_type: nullable: a media type, parameters allowed
 * @format: (out)
 * Returns: FALSE with ENT_ARTICLE_ERROR_NOT_TEXT set for a kind of file that is not read, the message saying what it is
 */
gboolean ent_format_find (const guint8 *bytes, gsize n_bytes, const char *name, const char *content_type, EntFormat *format, GError **error);

/* How large a file of that format may be: what carries pictures along may be larger than text. */
gsize ent_format_max_bytes (EntFormat format);

G_END_DECLS
