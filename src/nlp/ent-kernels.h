/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/nlp: the arithmetic of the network on row-major matrices of floats. */

/* A linear layer as the model stores it: y = x·Wᵀ + b. */
typedef struct {
  const float *w;      /* [n_out, n_in] */
  const float *b;      /* [n_out], nullable */
  guint        n_out;
  guint        n_in;
} EntLinear;

void ent_kernel_single_threaded (void);
void ent_kernel_multiply        (const float *a, guint n_rows, guint n_inner, guint a_stride, const float *b, guint n_columns, guint b_stride,
                                 gboolean b_transposed, float *out, guint out_stride);
void ent_kernel_linear          (const EntLinear *layer, const float *x, guint n_rows, float *y);
void ent_kernel_linear_gelu     (const EntLinear *layer, const float *x, guint n_rows, float *y);
void ent_kernel_gelu            (float *x, gsize n);
void ent_kernel_softmax         (float *x, guint n_rows, guint n_columns, guint stride, float scale);
void ent_kernel_layer_norm      (float *x, const float *added, const float *bias, guint n_rows, guint n_columns, const float *weight, const float *offset);
void ent_kernel_add_scaled      (float *y, const float *x, float factor, guint n);
float ent_kernel_dot            (const float *a, const float *b, guint n);

G_END_DECLS
