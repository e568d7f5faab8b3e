/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-kernels.h"

G_BEGIN_DECLS

/* Private to src/nlp: products of matrices for a processor that the BLAS does not know. */

/* Whether the processor can do what the BLAS, in the version at hand, does not make use of. core: what OpenBLAS takes the processor for
 * (openblas_get_corename()). */
gboolean ent_product_is_needed (const char *core);
/* out = a·b, or a·bᵀ where b is transposed: rows of out stand out_stride apart; it overlaps neither. For a processor with AVX2 and
 * FMA only: ent_product_is_possible(). Equal input gives equal output, bit for bit, on processors of equal abilities. */
void     ent_product_multiply  (const EntMatrix *a, const EntMatrix *b, gboolean transposed, float *out, guint out_stride);
gboolean ent_product_is_possible (void);

G_END_DECLS
