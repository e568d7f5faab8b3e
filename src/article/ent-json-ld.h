/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a web page says of its article in JSON-LD (schema.org); each nullable. */
typedef struct {
  char *headline;
  char *date;      /* datePublished, as it is written */
  char *author;    /* the first author's name */
} EntJsonLd;

/* Finds the first of each anywhere in @json, which need not be well-formed. O(bytes), whatever the nesting. @found: cleared by the
 * caller; what is there already stays. */
void ent_json_ld_scan  (const char *json, gsize n_bytes, EntJsonLd *found);
void ent_json_ld_clear (EntJsonLd *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntJsonLd, ent_json_ld_clear)

G_END_DECLS
