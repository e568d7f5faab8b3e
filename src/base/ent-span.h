/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntSpan:
 * A stretch of an article's UTF-8 text in bytes, half open. The one type for text positions that crosses modules;
 * files and GtkTextBuffer count characters and convert at their edge (see ent-offsets.h).
 */
typedef struct {
  gsize start_byte;
  gsize end_byte;
} EntSpan;

static inline gsize    ent_span_length   (EntSpan span)              { return span.end_byte - span.start_byte; }
static inline gboolean ent_span_is_empty (EntSpan span)              { return span.end_byte <= span.start_byte; }
static inline gboolean ent_span_contains (EntSpan outer, EntSpan in) { return outer.start_byte <= in.start_byte && in.end_byte <= outer.end_byte; }
static inline gboolean ent_span_overlaps (EntSpan a, EntSpan b)      { return a.start_byte < b.end_byte && b.start_byte < a.end_byte; }
static inline gboolean ent_span_equal    (EntSpan a, EntSpan b)      { return a.start_byte == b.start_byte && a.end_byte == b.end_byte; }

G_END_DECLS
