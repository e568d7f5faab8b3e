/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model.h"

G_BEGIN_DECLS

/* CoNLL-U from standard input to standard output, analysed. Streams. Returns the exit status: 1 where a line is not CoNLL-U, which
 * is named, after what stands before it. */
int ent_cli_conllu_filter (EntModel *model, guint n_threads);

G_END_DECLS
