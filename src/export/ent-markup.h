/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writing XML and HTML: text that is escaped, numbers that are short, ids that are valid. All strings are valid UTF-8. */

/* Escaped for text and for attributes in either kind of quotes; what XML 1.0 has no place for is left out. */
void ent_markup_append_text   (GString *out, const char *text);
/* At most two decimals, no more than needed, with a point in every language. value: finite */
void ent_markup_append_number (GString *out, double value);
/* Six significant digits, for figures that are data. */
void ent_markup_append_real   (GString *out, double value);
/* An id as XML wants it, different for different ids: letters, digits, - and . stay, other bytes become _ and their number. */
void ent_markup_append_id     (GString *out, const char *prefix, const char *id);
/* Printf for markup: %n a double as ent_markup_append_number() writes it, %g as ent_markup_append_real(), %u a guint, %s text to be escaped, %r markup as it is, %% a percent sign. */
void ent_markup_append        (GString *out, const char *format, ...);

G_END_DECLS
