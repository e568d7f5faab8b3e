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

/* A layer norm of rows of n numbers. */
typedef struct {
  const float *weight, *offset;   /* [n] */
  guint        n;
} EntNorm;

/* A matrix, or a part of one: rows stand stride numbers apart. */
typedef struct {
  const float *values;
  guint        n_rows, n_columns;
  guint        stride;
} EntMatrix;

void  ent_kernel_single_threaded     (void);
void  ent_kernel_multiply            (EntMatrix a, EntMatrix b, float *out, guint out_stride);
void  ent_kernel_multiply_transposed (EntMatrix a, EntMatrix b, float *out, guint out_stride);
void  ent_kernel_linear              (const EntLinear *layer, const float *x, guint n_rows, float *y);
void  ent_kernel_linear_gelu         (const EntLinear *layer, const float *x, guint n_rows, float *y);
void  ent_kernel_gelu                (float *x, gsize n);
void  ent_kernel_softmax             (float *x, guint n_rows, guint n_columns, float scale);
void  ent_kernel_layer_norm          (const EntNorm *norm, float *x, const float *added, const float *bias, guint n_rows);
void  ent_kernel_add_scaled          (float *y, const float *x, float factor, guint n);
float ent_kernel_dot                 (const float *a, const float *b, guint n);

G_END_DECLS
