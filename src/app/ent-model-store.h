/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model.h"

G_BEGIN_DECLS

/**
 * EntModelStore:
 * The language model, loaded when it is first asked for and kept as long as the application runs. May be asked by any thread.
 */
#define ENT_TYPE_MODEL_STORE (ent_model_store_get_type ())
G_DECLARE_FINAL_TYPE (EntModelStore, ent_model_store, ENT, MODEL_STORE, GObject)

EntModelStore *ent_model_store_new       (const char *path);
/* Blocks while the model is loaded, whoever loads it, unless it is cancelled: call it in a worker. cancellable: nullable.
 * (transfer full), or NULL with @error (ENT_MODEL_ERROR, G_IO_ERROR_CANCELLED) set; what failed is tried again at the next call. */
EntModel      *ent_model_store_dup_model (EntModelStore *self, GCancellable *cancellable, GError **error);

G_END_DECLS
