/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article.h"

G_BEGIN_DECLS

/**
 * EntCliAnswer:
 * Answers one item. Called from several threads at once.
 * @text: the item's text as given
 * Returns: (transfer full): a member of the answer's object, "\"map\":{…}", or NULL with @error set, which becomes "error"
 */
typedef char *(*EntCliAnswer) (EntArticle *article, const char *text, gpointer data, GError **error);

/**
 * ent_cli_jsonl_run:
 * Lines {"id": …, "text": …} of standard input in (with "title", "uri" and "date" if there are any), one answer a line out, in
 * the same order; blank lines are passed over. Streams: a batch of lines is in memory at a time.
 * Returns: the exit status; 1 where a line is no JSON object, after the answers of those before it
 */
int ent_cli_jsonl_run (guint n_threads, EntCliAnswer answer, gpointer data);

G_END_DECLS
