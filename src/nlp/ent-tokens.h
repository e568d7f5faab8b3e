/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-span.h"
#include "ent-token-rules.h"

G_BEGIN_DECLS

/* Private to src/nlp. */

typedef struct {
  EntSpan  span;
  gboolean space_after;
} EntToken;

void ent_tokens_split        (const EntTokenRules *rules, const char *text, EntSpan stretch, GArray *tokens);
void ent_tokens_find_sentences (const EntTokenRules *rules, const char *text, const EntToken *tokens, guint n_tokens, GArray *lengths);

G_END_DECLS
