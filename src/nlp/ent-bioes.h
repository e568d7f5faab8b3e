/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/nlp: spans as tags. Tag 0 is outside; of kind k, B = 1 + 4k begins, I continues, E ends, S is a span of one word. */
enum { ENT_BIOES_BEGIN, ENT_BIOES_INSIDE, ENT_BIOES_END, ENT_BIOES_SINGLE };

static inline guint ent_bioes_kind (guint tag) { return (tag - 1) / 4; }
static inline guint ent_bioes_part (guint tag) { return (tag - 1) % 4; }
static inline gboolean ent_bioes_begins (guint tag) { return tag != 0 && (ent_bioes_part (tag) == ENT_BIOES_BEGIN || ent_bioes_part (tag) == ENT_BIOES_SINGLE); }

/* What ent_bioes_weigh() computes in, for n words and k kinds: so many numbers. */
#define ENT_BIOES_ROOM(n, k) (3 * ((gsize) (n) + 1) + 2 * (gsize) (k))

void ent_bioes_decode (float *scores, guint n_words, guint n_kinds, guint8 *back, guint8 *tags);
void ent_bioes_weigh  (const float *chances, guint n_words, guint n_kinds, const guint8 *tags, double *room, float *probabilities);

G_END_DECLS
