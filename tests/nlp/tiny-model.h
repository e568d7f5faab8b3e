/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/* A model of a few thousand random numbers, whole and valid, for tests that need a model and no sense. */

typedef struct {
  GString *header;       /* JSON, not ended by padding; with offsets that fit this header's length */
  GString *tensors;      /* all bytes from the first tensor on */
  GString *file;         /* the whole file */
} TinyModel;

TinyModel *tiny_model_new       (guint32 seed);
void       tiny_model_free      (TinyModel *self);
/* Puts the parts together again after header or tensors were changed; version and magic may be NULL/1 as usual. */
void       tiny_model_assemble  (TinyModel *self, const char *magic, guint32 version, gint64 header_length);
/* Replaces the checksum in the header by that of the tensors. */
void       tiny_model_sign      (TinyModel *self);
/* Writes bytes to a new temporary file; free the name after removing the file. */
char      *tiny_model_write     (const GString *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TinyModel, tiny_model_free)
