/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scratch.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to src/nlp. */
gboolean ent_encoder_run (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch, float *pair_vectors, GCancellable *cancellable);

G_END_DECLS
