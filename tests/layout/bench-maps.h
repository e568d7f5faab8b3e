/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/* Maps to lay out: annotated ones, and ones made up. None of their actors has a place. */

typedef enum { BENCH_SCALE_FREE, BENCH_COMMUNITIES, BENCH_HUBS, BENCH_N_KINDS } BenchKind;

extern const char *const bench_kind_names[BENCH_N_KINDS];

/* Connected, about two links an actor; the same arguments give the same map. n_actors: at least 4. (transfer full) */
EntMap *bench_map_generate (BenchKind kind, guint n_actors, guint32 seed);
/* The actors and relations of an annotated article (*.gold.json). NULL with an error where it cannot be read. (transfer full) */
EntMap *bench_map_load     (const char *path, GError **error);

G_END_DECLS
