/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/nlp. */

/**
 * EntTree:
 * Finds the dependency tree of highest score; holds the room that this takes, to be used again.
 */
typedef struct _EntTree EntTree;

EntTree *ent_tree_new    (guint max_words);
void     ent_tree_free   (EntTree *self);
void     ent_tree_decode (EntTree *self, const float *scores, guint n_words, gint *heads);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTree, ent_tree_free)

G_END_DECLS
