/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* OpenBLAS looks a processor up by its model, and takes a model that is younger than itself for one of 2004: a stable distribution's
 * OpenBLAS is three times slower on a new machine than on an old one. Here is a product that asks the processor what it can do instead.
 *
 * It is the classic one (K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication", 2008), as small as it can
 * be: a panel of b, DEPTH rows of a few vectors, is copied together so that it is read straight through from the nearest cache; against
 * it run ROWS rows of a at a time, whose sums stay in registers throughout. a is read where it lies: of each of its rows that is
 * straight through as well. The wide version has twice as many columns to a panel as the narrow one, for twice as wide registers. */
#include "ent-product.h"

#include <string.h>

#define ROWS       6
#define DEPTH      384
#define BLOCK      16    /* rows of a panel that are filled at a time: few enough for the nearest cache */
#define VECTOR     16
#define MOST_WIDE  2     /* vectors across a panel */

#if defined(__x86_64__) && defined(__GNUC__)

typedef float Vector __attribute__ ((vector_size (VECTOR * sizeof (float)), aligned (sizeof (float)), may_alias));

/* A part of the work: rows of b from first_row on, columns of the product from first_column on. */
typedef struct {
  const EntMatrix *a, *b;
  gboolean         transposed;
  guint            first_row, n_rows;         /* the sums' length */
  guint            first_column, n_columns;   /* within one panel */
} Part;

/* The panel of b: n_rows rows of width numbers, zeros beyond the last column. */
static inline __attribute__ ((always_inline)) void
pack (const Part *part, guint width, float *panel)
{
  const EntMatrix *b = part->b;

  if (part->n_columns < width)
    memset (panel, 0, sizeof (float) * part->n_rows * width);
  if (part->transposed)
    for (guint first = 0; first < part->n_rows; first += BLOCK)
      for (guint c = 0; c < part->n_columns; c++) {
        const float *from = b->values + (gsize) (part->first_column + c) * b->stride + part->first_row;
        for (guint r = first; r < MIN (first + BLOCK, part->n_rows); r++)
          panel[(gsize) r * width + c] = from[r];
      }
  else
    for (guint r = 0; r < part->n_rows; r++)
      memcpy (panel + (gsize) r * width, b->values + (gsize) (part->first_row + r) * b->stride + part->first_column, sizeof (float) * part->n_columns);
}

/* Sums of n_lines (up to ROWS) rows of a over the panel; they come on top of what stands in out where it is not the first part of
 * the sums. The caller knows n_lines and n_vectors when it is compiled. */
static inline __attribute__ ((always_inline)) void
run_lines (const Part *part, const float *panel, const guint n_lines, const guint n_vectors, guint first_line, float *out, guint out_stride)
{
  const guint  width = n_vectors * VECTOR;
  const float *a = part->a->values + (gsize) first_line * part->a->stride + part->first_row;
  Vector       sums[ROWS][MOST_WIDE];

  for (guint l = 0; l < n_lines; l++)
    for (guint v = 0; v < n_vectors; v++)
      sums[l][v] = (Vector) { 0 };
  for (guint r = 0; r < part->n_rows; r++)
    for (guint v = 0; v < n_vectors; v++) {
      const Vector row = *(const Vector *) (panel + (gsize) r * width + v * VECTOR);
      for (guint l = 0; l < n_lines; l++)
        sums[l][v] += row * a[(gsize) l * part->a->stride + r];
    }
  for (guint l = 0; l < n_lines; l++) {
    float *to = out + (gsize) (first_line + l) * out_stride + part->first_column;
    float line[MOST_WIDE * VECTOR];
    for (guint v = 0; v < n_vectors; v++)
      *(Vector *) (line + v * VECTOR) = sums[l][v];
    for (guint c = 0; c < part->n_columns; c++)
      to[c] = part->first_row == 0 ? line[c] : to[c] + line[c];
  }
}

static inline __attribute__ ((always_inline)) void
multiply (const EntMatrix *a, const EntMatrix *b, gboolean transposed, float *out, guint out_stride, const guint n_vectors)
{
  const guint n_columns = transposed ? b->n_rows : b->n_columns, width = n_vectors * VECTOR;
  float panel[DEPTH * MOST_WIDE * VECTOR] __attribute__ ((aligned (64)));

  for (guint row = 0; row < a->n_columns; row += DEPTH)
    for (guint column = 0; column < n_columns; column += width) {
      const Part part = { a, b, transposed, row, MIN (DEPTH, a->n_columns - row), column, MIN (width, n_columns - column) };
      guint line = 0;

      pack (&part, width, panel);
      for (; line + ROWS <= a->n_rows; line += ROWS)
        run_lines (&part, panel, ROWS, n_vectors, line, out, out_stride);
      for (; line < a->n_rows; line++)
        run_lines (&part, panel, 1, n_vectors, line, out, out_stride);
    }
}

__attribute__ ((target ("avx512f"))) static void
multiply_wide (const EntMatrix *a, const EntMatrix *b, gboolean transposed, float *out, guint out_stride)
{
  multiply (a, b, transposed, out, out_stride, 2);
}

__attribute__ ((target ("avx2,fma"))) static void
multiply_narrow (const EntMatrix *a, const EntMatrix *b, gboolean transposed, float *out, guint out_stride)
{
  multiply (a, b, transposed, out, out_stride, 1);
}

gboolean
ent_product_is_possible (void)
{
  return __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma");
}

void
ent_product_multiply (const EntMatrix *a, const EntMatrix *b, gboolean transposed, float *out, guint out_stride)
{
  if (__builtin_cpu_supports ("avx512f"))
    multiply_wide (a, b, transposed, out, out_stride);
  else
    multiply_narrow (a, b, transposed, out, out_stride);
}

#else

gboolean
ent_product_is_possible (void)
{
  return FALSE;
}

void
ent_product_multiply (const EntMatrix *a, const EntMatrix *b, gboolean transposed, float *out, guint out_stride)
{
  g_assert_not_reached ();
}

#endif

/* The cores that OpenBLAS has no AVX2 for, and falls back to. */
gboolean
ent_product_is_needed (const char *core)
{
  static const char *const old[] = { "Prescott", "Core2", "Penryn", "Dunnington", "Nehalem", "Sandybridge", "Atom", "Nano", "Athlon", "Opteron",
                                     "Opteron_SSE3", "Barcelona", "Bobcat", "Bulldozer", "Piledriver", "Steamroller", "Katmai", "Coppermine",
                                     "Northwood", "Banias" };

  if (!ent_product_is_possible ())
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    if (g_ascii_strcasecmp (core, old[i]) == 0)
      return TRUE;
  return FALSE;
}
