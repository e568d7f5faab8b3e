/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

G_BEGIN_DECLS

typedef enum {
  FIXTURE_ISOLATED, FIXTURE_TREE, FIXTURE_STAR, FIXTURE_PATH, FIXTURE_CLIQUE, FIXTURE_SPARSE, FIXTURE_TWO_CLUSTERS,
  FIXTURE_DISCONNECTED, FIXTURE_MULTIPLE, FIXTURE_N_KINDS
} FixtureKind;

extern const char *const fixture_names[FIXTURE_N_KINDS];

/* A graph of n nodes of mixed sizes; the same arguments give the same graph. Free with fixture_free(). */
EntLayoutGraph *fixture_new            (FixtureKind kind, guint n_nodes, guint32 seed);
EntLayoutGraph *fixture_copy           (const EntLayoutGraph *graph);
void            fixture_free           (EntLayoutGraph *graph);
guint           fixture_count_overlaps (const EntLayoutGraph *graph);
gboolean        fixture_is_finite      (const EntLayoutGraph *graph);
/* Edges that cross as straight lines between centres, those with a common end left out. */
guint           fixture_count_crossings (const EntLayoutGraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLayoutGraph, fixture_free)

G_END_DECLS
