/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-document-private.h"
#include "ent-model-private.h"
#include "ent-reader.h"

G_BEGIN_DECLS

/* Private to src/nlp. */
EntDocument *ent_annotate (const EntModel *model, EntDocument *taken, const gboolean *document_starts, const EntReaderOptions *options, GError **error);

G_END_DECLS
