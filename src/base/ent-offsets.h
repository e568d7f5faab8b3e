/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-span.h"

G_BEGIN_DECLS

/**
 * EntOffsets:
 * Converts between bytes and characters (code points) of one UTF-8 text: an index of every 256th character, so that a
 * conversion costs a short scan whatever the length of the text. This is the one place where the two are converted.
 */
typedef struct _EntOffsets EntOffsets;

/* text: valid UTF-8, must outlive the index; n_bytes: its length. O(n_bytes). */
EntOffsets *ent_offsets_new      (const char *text, gsize n_bytes);
void        ent_offsets_free     (EntOffsets *self);
gsize       ent_offsets_n_chars  (const EntOffsets *self);
/* byte must be a character boundary in 0..n_bytes. */
gsize       ent_offsets_to_chars (const EntOffsets *self, gsize byte);
/* character in 0..n_chars. */
gsize       ent_offsets_to_bytes (const EntOffsets *self, gsize character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOffsets, ent_offsets_free)

G_END_DECLS
