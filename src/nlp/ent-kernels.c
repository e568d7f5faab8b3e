/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Matrix products go to CBLAS, or where that does not know the processor to ent-product.c; what stands between them is memory-bound loops that the compiler vectorises. Sums run over
 * LANES partial sums, which vectorises without licence to reorder floating point; so the order of every sum, and with it
 * every bit of the result on a given processor, is fixed by this text. VECTORISED compiles a function once per instruction set and lets the
 * loader choose, so that one binary runs on any processor of its architecture. */
#include "ent-kernels.h"

#include "ent-product.h"

#include <cblas.h>
#include <math.h>
#include <string.h>

#define LANES 16

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define ENT_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ENT_SANITIZED 1
#endif
/* The sanitizers' runtime is not up yet when the loader picks a version. */
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && !defined(ENT_SANITIZED)
#define VECTORISED __attribute__ ((target_clones ("avx512f", "avx2", "default")))
#else
#define VECTORISED
#endif

/**
 * ent_kernel_single_threaded:
 * Makes CBLAS compute in the calling thread. The setting is OpenBLAS's own and holds for the process: the reader divides
 * its work among threads by whole batches, where a product split among threads would only wait for its parts.
 */
void
ent_kernel_single_threaded (void)
{
  openblas_set_num_threads (1);
}

static void
multiply (const EntMatrix *a, const EntMatrix *b, gboolean transposed, float *out, guint out_stride)
{
  const guint n_columns = transposed ? b->n_rows : b->n_columns;

  if (a->n_rows == 0 || n_columns == 0)
    return;
  if (ent_product_is_needed (openblas_get_corename ()))
    {
      ent_product_multiply (a, b, transposed, out, out_stride);
      return;
    }
  cblas_sgemm (CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, (int) a->n_rows, (int) n_columns, (int) a->n_columns, 1.0f,
               a->values, (int) a->stride, b->values, (int) b->stride, 0.0f, out, (int) out_stride);
}

/**
 * ent_kernel_multiply:
 * out = a·b
 * @out: [rows of a, columns of b], rows @out_stride apart; overlaps neither
 */
void
ent_kernel_multiply (EntMatrix a, EntMatrix b, float *out, guint out_stride)
{
  multiply (&a, &b, FALSE, out, out_stride);
}

/* out = a·bᵀ; otherwise as ent_kernel_multiply(). */
void
ent_kernel_multiply_transposed (EntMatrix a, EntMatrix b, float *out, guint out_stride)
{
  multiply (&a, &b, TRUE, out, out_stride);
}

/* x·Wᵀ */
static void
apply (const EntLinear *layer, const float *x, guint n_rows, float *y)
{
  ent_kernel_multiply_transposed ((EntMatrix) { x, n_rows, layer->n_in, layer->n_in }, (EntMatrix) { layer->w, layer->n_out, layer->n_in, layer->n_in },
                                  y, layer->n_out);
}

/* eˣ for x ≤ 88 to about 2 units in the last place: x = n·ln 2 + r, a polynomial in r, n into the exponent. */
static inline __attribute__ ((always_inline)) float
exponential (float x)
{
  const float shift = 12582912.0f;   /* 1.5·2²³: adding it rounds to an integer */
  float   t, n, r, p, power;
  guint32 bits;

  x = x < -87.0f ? -87.0f : x;
  t = x * 1.44269504f + shift;
  n = t - shift;
  r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  bits = ((guint32) (gint32) n + 127u) << 23;
  memcpy (&power, &bits, sizeof power);
  return p * power;
}

/* x·Φ(x), the error function by Abramowitz & Stegun 7.1.26 (to 1.5e-7). */
static inline __attribute__ ((always_inline)) float
gelu (float x)
{
  float z = fabsf (x) * 0.70710678f;
  float t = 1.0f / (1.0f + 0.3275911f * z);
  float p = 1.061405429f;
  float tail;

  p = p * t - 1.453152027f;
  p = p * t + 1.421413741f;
  p = p * t - 0.284496736f;
  p = p * t + 0.254829592f;
  tail = 0.5f * p * t * exponential (-z * z);   /* 1 − Φ(|x|) */
  return x * (x < 0.0f ? tail : 1.0f - tail);
}

VECTORISED static void
add_bias_gelu (float *x, const float *bias, guint n_rows, guint n_columns)
{
  for (guint r = 0; r < n_rows; r++, x += n_columns)
    for (guint c = 0; c < n_columns; c++)
      x[c] = gelu (x[c] + bias[c]);
}

VECTORISED static void
add_bias (float *x, const float *bias, guint n_rows, guint n_columns)
{
  for (guint r = 0; r < n_rows; r++, x += n_columns)
    for (guint c = 0; c < n_columns; c++)
      x[c] += bias[c];
}

/* Exact GELU in place. */
VECTORISED void
ent_kernel_gelu (float *x, gsize n)
{
  for (gsize i = 0; i < n; i++)
    x[i] = gelu (x[i]);
}

/* y = x·Wᵀ + b; x: [n_rows, n_in], y: [n_rows, n_out]. */
void
ent_kernel_linear (const EntLinear *layer, const float *x, guint n_rows, float *y)
{
  apply (layer, x, n_rows, y);
  if (layer->b != NULL)
    add_bias (y, layer->b, n_rows, layer->n_out);
}

/* y = GELU(x·Wᵀ + b); the layer must have a bias. */
void
ent_kernel_linear_gelu (const EntLinear *layer, const float *x, guint n_rows, float *y)
{
  apply (layer, x, n_rows, y);
  add_bias_gelu (y, layer->b, n_rows, layer->n_out);
}

static inline __attribute__ ((always_inline)) float
sum_lanes (const float *lanes)
{
  float sum = 0;

  for (guint l = 0; l < LANES; l++)
    sum += lanes[l];
  return sum;
}

/* Each row of x becomes the softmax of itself times scale, which is positive. */
VECTORISED void
ent_kernel_softmax (float *x, guint n_rows, guint n_columns, float scale)
{
  for (guint r = 0; r < n_rows; r++, x += n_columns)
    {
      float tops[LANES], lanes[LANES] = { 0 }, highest = -G_MAXFLOAT, factor;
      guint c;

      for (guint l = 0; l < LANES; l++)
        tops[l] = -G_MAXFLOAT;
      for (c = 0; c + LANES <= n_columns; c += LANES)
        for (guint l = 0; l < LANES; l++)
          tops[l] = x[c + l] > tops[l] ? x[c + l] : tops[l];
      for (; c < n_columns; c++)
        tops[0] = x[c] > tops[0] ? x[c] : tops[0];
      for (guint l = 0; l < LANES; l++)
        highest = tops[l] > highest ? tops[l] : highest;
      for (c = 0; c < n_columns; c++)
        x[c] = exponential ((x[c] - highest) * scale);
      for (c = 0; c + LANES <= n_columns; c += LANES)
        for (guint l = 0; l < LANES; l++)
          lanes[l] += x[c + l];
      for (; c < n_columns; c++)
        lanes[0] += x[c];
      factor = 1.0f / sum_lanes (lanes);
      for (c = 0; c < n_columns; c++)
        x[c] *= factor;
    }
}

/**
 * ent_kernel_layer_norm:
 * x = LayerNorm(x + added + bias) · weight + offset, row by row, with an epsilon of 1e-12.
 * @x: [n_rows, n]
 * @added: (nullable): [n_rows, n]
 * @bias: (nullable): [n]
 */
VECTORISED void
ent_kernel_layer_norm (const EntNorm *norm, float *x, const float *added, const float *bias, guint n_rows)
{
  const guint  n_columns = norm->n;
  const float *weight = norm->weight, *offset = norm->offset;

  for (guint r = 0; r < n_rows; r++, x += n_columns)
    {
      float sums[LANES] = { 0 }, squares[LANES] = { 0 }, mean, factor;
      guint c;

      if (added != NULL)
        {
          for (c = 0; c < n_columns; c++)
            x[c] += added[c];
          added += n_columns;
        }
      if (bias != NULL)
        for (c = 0; c < n_columns; c++)
          x[c] += bias[c];
      for (c = 0; c + LANES <= n_columns; c += LANES)
        for (guint l = 0; l < LANES; l++)
          sums[l] += x[c + l];
      for (; c < n_columns; c++)
        sums[0] += x[c];
      mean = sum_lanes (sums) / (float) n_columns;
      for (c = 0; c + LANES <= n_columns; c += LANES)
        for (guint l = 0; l < LANES; l++)
          squares[l] += (x[c + l] - mean) * (x[c + l] - mean);
      for (; c < n_columns; c++)
        squares[0] += (x[c] - mean) * (x[c] - mean);
      factor = 1.0f / sqrtf (sum_lanes (squares) / (float) n_columns + 1e-12f);
      for (c = 0; c < n_columns; c++)
        x[c] = (x[c] - mean) * factor * weight[c] + offset[c];
    }
}

/* y += factor · x */
VECTORISED void
ent_kernel_add_scaled (float *y, const float *x, float factor, guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] += factor * x[i];
}

VECTORISED float
ent_kernel_dot (const float *a, const float *b, guint n)
{
  float lanes[LANES] = { 0 };
  guint i;

  for (i = 0; i + LANES <= n; i += LANES)
    for (guint l = 0; l < LANES; l++)
      lanes[l] += a[i + l] * b[i + l];
  for (; i < n; i++)
    lanes[0] += a[i] * b[i];
  return sum_lanes (lanes);
}
