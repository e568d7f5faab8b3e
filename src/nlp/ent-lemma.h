/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model-private.h"

G_BEGIN_DECLS

/* Private to src/nlp. */
char *ent_lemma_dup (const EntModelClasses *classes, const char *word, EntUpos upos, guint script);

G_END_DECLS
