/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The loops against the same computed plainly in double precision. */
#include "ent-kernels.h"
#include "ent-product.h"

#include <math.h>

static void
test_gelu (void)
{
  for (double x = -40; x < 40; x += 0.0037)
    {
      float y = (float) x;
      ent_kernel_gelu (&y, 1);
      g_assert_cmpfloat_with_epsilon (y, 0.5 * x * (1 + erf (x / sqrt (2))), 1e-6 * MAX (1, fabs (x)));
    }
}

static void
test_softmax (void)
{
  for (guint n = 1; n < 70; n++)
    {
      float  x[2 * 70];
      double expected[2 * 70];

      for (guint r = 0; r < 2; r++)
        {
          double sum = 0;

          for (guint c = 0; c < n; c++)
            {
              x[r * n + c] = (float) g_test_rand_double_range (-200, 200);
              expected[r * n + c] = exp (x[r * n + c] * 0.25 - 50);
              sum += expected[r * n + c];
            }
          for (guint c = 0; c < n; c++)
            expected[r * n + c] /= sum;
        }
      ent_kernel_softmax (x, 2, n, 0.25f);
      for (guint i = 0; i < 2 * n; i++)
        g_assert_cmpfloat_with_epsilon (x[i], expected[i], 1e-5);
    }
}

static void
test_layer_norm (void)
{
  for (guint n = 1; n < 70; n++)
    {
      float   x[70], added[70], bias[70], weight[70], offset[70];
      double  sums[70], mean = 0, variance = 0;
      EntNorm norm = { weight, offset, n };

      for (guint i = 0; i < n; i++)
        {
          x[i] = (float) g_test_rand_double_range (-3, 5);
          added[i] = (float) g_test_rand_double ();
          bias[i] = (float) g_test_rand_double ();
          weight[i] = (float) g_test_rand_double ();
          offset[i] = (float) g_test_rand_double ();
          sums[i] = (double) x[i] + added[i] + bias[i];
          mean += sums[i] / n;
        }
      for (guint i = 0; i < n; i++)
        variance += (sums[i] - mean) * (sums[i] - mean) / n;
      ent_kernel_layer_norm (&norm, x, added, bias, 1);
      for (guint i = 0; i < n && n > 1; i++)
        g_assert_cmpfloat_with_epsilon (x[i], (sums[i] - mean) / sqrt (variance + 1e-12) * weight[i] + offset[i], 1e-4);
    }
}

static void
test_linear (void)
{
  enum { ROWS = 7, IN = 33, OUT = 19 };
  float x[ROWS * IN], w[OUT * IN], b[OUT], y[ROWS * OUT];
  const EntLinear layer = { w, b, OUT, IN }, bare = { w, NULL, OUT, IN };

  ent_kernel_single_threaded ();
  for (guint i = 0; i < ROWS * IN; i++)
    x[i] = (float) g_test_rand_double_range (-1, 1);
  for (guint i = 0; i < OUT * IN; i++)
    w[i] = (float) g_test_rand_double_range (-1, 1);
  for (guint i = 0; i < OUT; i++)
    b[i] = (float) g_test_rand_double_range (-1, 1);
  for (guint variant = 0; variant < 3; variant++)
    {
      if (variant == 2)
        ent_kernel_linear_gelu (&layer, x, ROWS, y);
      else
        ent_kernel_linear (variant == 0 ? &layer : &bare, x, ROWS, y);
      for (guint r = 0; r < ROWS; r++)
        for (guint o = 0; o < OUT; o++)
          {
            double sum = variant == 1 ? 0 : b[o];
            for (guint i = 0; i < IN; i++)
              sum += (double) x[r * IN + i] * w[o * IN + i];
            if (variant == 2)
              sum = 0.5 * sum * (1 + erf (sum / sqrt (2)));
            g_assert_cmpfloat_with_epsilon (y[r * OUT + o], sum, 1e-4);
          }
    }
}

/* out = a·b, all of them parts of larger matrices: what stands around the result stays. */
static void
check_product (guint n_rows, guint n_inner, guint n_columns, gboolean transposed)
{
  const guint gap = 3, a_stride = n_inner + gap, b_rows = transposed ? n_columns : n_inner, b_columns = transposed ? n_inner : n_columns;
  const guint b_stride = b_columns + gap, out_stride = n_columns + gap;
  g_autofree float *a = g_new (float, n_rows * a_stride), *b = g_new (float, b_rows * b_stride), *out = g_new (float, n_rows * out_stride);
  const EntMatrix left = { a, n_rows, n_inner, a_stride }, right = { b, b_rows, b_columns, b_stride };

  for (guint i = 0; i < n_rows * a_stride; i++)
    a[i] = (float) g_test_rand_double_range (-1, 1);
  for (guint i = 0; i < b_rows * b_stride; i++)
    b[i] = (float) g_test_rand_double_range (-1, 1);
  for (guint i = 0; i < n_rows * out_stride; i++)
    out[i] = 77;
  ent_product_multiply (&left, &right, transposed, out, out_stride);
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < out_stride; c++)
      {
        double sum = c < n_columns ? 0 : 77;
        for (guint i = 0; c < n_columns && i < n_inner; i++)
          sum += (double) a[r * a_stride + i] * (transposed ? b[c * b_stride + i] : b[i * b_stride + c]);
        g_assert_cmpfloat_with_epsilon (out[r * out_stride + c], sum, 1e-4);
      }
}

static void
test_product (void)
{
  static const guint sizes[][3] = { { 1, 1, 1 }, { 5, 3, 15 }, { 6, 384, 32 }, { 7, 385, 33 }, { 13, 20, 64 }, { 12, 900, 47 }, { 40, 16, 1 } };

  if (!ent_product_is_possible ())
    {
      g_test_skip ("the processor has no AVX2");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint transposed = 0; transposed < 2; transposed++)
      check_product (sizes[i][0], sizes[i][1], sizes[i][2], transposed);
  g_assert_true (ent_product_is_needed ("Prescott"));
  g_assert_false (ent_product_is_needed ("Haswell"));
  g_assert_false (ent_product_is_needed ("a core that is yet to come"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/kernels/product", test_product);
  g_test_add_func ("/nlp/kernels/gelu", test_gelu);
  g_test_add_func ("/nlp/kernels/softmax", test_softmax);
  g_test_add_func ("/nlp/kernels/layer-norm", test_layer_norm);
  g_test_add_func ("/nlp/kernels/linear", test_linear);
  return g_test_run ();
}
