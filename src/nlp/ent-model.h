/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_MODEL_ERROR (ent_model_error_quark ())
typedef enum {
  ENT_MODEL_ERROR_NOT_FOUND,
  ENT_MODEL_ERROR_NOT_A_MODEL,
  ENT_MODEL_ERROR_VERSION,
  ENT_MODEL_ERROR_DAMAGED,      /* sizes, offsets, checksum; the message names the tensor or the byte */
} EntModelError;
GQuark ent_model_error_quark (void);

/**
 * EntModel:
 * The language model's file (data/model/FORMAT.md), mapped and checked. Immutable, reference counted, shared by threads.
 */
typedef struct _EntModel EntModel;

EntModel *ent_model_load  (const char *path, GError **error);
EntModel *ent_model_load_cancellable (const char *path, GCancellable *cancellable, GError **error);
EntModel *ent_model_ref   (EntModel *self);
void      ent_model_unref (EntModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntModel, ent_model_unref)

G_END_DECLS
