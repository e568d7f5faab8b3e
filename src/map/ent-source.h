/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-offsets.h"
#include "ent-span.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntSource:
 * An article on a map: its whole text and what is known of where it comes from. Immutable.
 *
 * Properties: "id", "title", "uri", "date", "language", "text" (all read-only).
 */
#define ENT_TYPE_SOURCE (ent_source_get_type ())
G_DECLARE_FINAL_TYPE (EntSource, ent_source, ENT, SOURCE, GObject)

/* text: valid UTF-8. uri, date: nullable. language: ISO 639-1. */
EntSource  *ent_source_new          (const char *id, const char *title, const char *uri, const char *date, const char *language, const char *text);
const char *ent_source_get_id       (EntSource *self);
const char *ent_source_get_title    (EntSource *self);
const char *ent_source_get_uri      (EntSource *self);
const char *ent_source_get_date     (EntSource *self);
const char *ent_source_get_language (EntSource *self);
const char *ent_source_get_text     (EntSource *self);
/* Newly allocated text of a span; NULL where the span does not lie in the text. */
char       *ent_source_dup_text_at  (EntSource *self, EntSpan span);
/* Whether a span lies in the text, is not empty, and starts and ends between characters. */
gboolean    ent_source_has_span     (EntSource *self, EntSpan span);
/* The number of the paragraph, from 0, that a byte of the text lies in; O(log paragraphs). Blank lines part paragraphs, and each
 * belongs to the one before it. */
guint       ent_source_find_paragraph (EntSource *self, gsize byte);
/* Whether the text's first paragraph is its own headline, that is, the title. */
gboolean    ent_source_has_headline (EntSource *self);
/* Bytes to characters and back for this text. Borrowed. */
const EntOffsets *ent_source_get_offsets (EntSource *self);

G_END_DECLS
