/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ent_text_clean:
 * Line ends become LF (CR, CRLF, form feed, the Unicode line and paragraph separators), a leading byte order mark and control
 * characters but TAB are dropped; C1 control characters, which are misread Windows-1252, become what they were meant to be.
 * @text: valid UTF-8, may hold NULs
 * Returns: (transfer full): the cleaned text
 */
char *ent_text_clean (const char *text, gsize n_bytes);

/* Text of a document as one line: any run of white space becomes a space, none at the ends; control characters, soft hyphens and
 * characters without width go. text: valid UTF-8. (transfer full) */
char *ent_text_one_line (const char *text);

/* What a byte from 0x80 to 0x9F stands for in Windows-1252; 0 for the five that stand for nothing. */
gunichar ent_text_windows_1252 (guchar byte);

G_END_DECLS
