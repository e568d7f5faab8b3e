/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Private to src/nlp. */

#define ENT_TENSOR_MAX_DIMS 4

typedef enum { ENT_TENSOR_I8, ENT_TENSOR_U8, ENT_TENSOR_F16, ENT_TENSOR_F32, ENT_TENSOR_I32 } EntTensorType;

/* A tensor inside the mapped file; every byte that it names has been found to lie in the file. */
typedef struct {
  const char   *name;
  EntTensorType type;
  guint         n_dims;
  guint         dims[ENT_TENSOR_MAX_DIMS];
  gsize         n_elements;
  gsize         row_length;   /* elements in a row: the last dimension */
  const void   *data;
  const guint8 *scales;       /* of ENT_TENSOR_I8: one little-endian float a row; else NULL */
} EntTensor;

/**
 * EntTensorFile:
 * The container of the model and of its test vectors (data/model/FORMAT.md, "File"): magic, version, JSON header, tensors.
 */
typedef struct _EntTensorFile EntTensorFile;

EntTensorFile   *ent_tensor_file_open       (const char *path, const char *magic, GCancellable *cancellable, GError **error);
void             ent_tensor_file_free       (EntTensorFile *self);
const char      *ent_tensor_file_get_path   (const EntTensorFile *self);
JsonObject      *ent_tensor_file_get_header (const EntTensorFile *self);
const EntTensor *ent_tensor_file_lookup     (const EntTensorFile *self, const char *name);
void             ent_tensor_read_row        (const EntTensor *self, gsize row, float *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTensorFile, ent_tensor_file_free)

G_END_DECLS
