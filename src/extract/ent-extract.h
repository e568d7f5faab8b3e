/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-explanation.h"
#include "ent-reader.h"

G_BEGIN_DECLS

typedef enum { ENT_EXTRACT_STEP_READING, ENT_EXTRACT_STEP_RELATING } EntExtractStep;
/* fraction: 0–1 over the whole work. Called from the reading thread. */
typedef void (*EntExtractProgress) (EntExtractStep step, double fraction, gpointer data);

typedef struct {
  guint               n_threads;      /* 0: one a core */
  GCancellable       *cancellable;    /* nullable */
  EntExtractProgress  progress;       /* nullable */
  gpointer            progress_data;
} EntExtractOptions;

/**
 * ent_extract_map:
 * Reads an article into a map with one source, not yet laid out. Blocking: call it in a worker.
 * Returns: (transfer full): the map, empty where nothing was found, or NULL with G_IO_ERROR_CANCELLED or, where the article
 * is not in English, ENT_ARTICLE_ERROR_LANGUAGE set
 */
EntMap *ent_extract_map (EntModel *model, EntArticle *article, const EntExtractOptions *options, GError **error);

/**
 * ent_extract_explain:
 * The same, with all that led to the map.
 * Returns: (transfer full): what ent_extract_map() went by, with the map that it returns, or NULL with the same errors set
 */
EntExplanation *ent_extract_explain (EntModel *model, EntArticle *article, const EntExtractOptions *options, GError **error);

G_END_DECLS
