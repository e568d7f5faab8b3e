/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article-loader.h"
#include "ent-block.h"
#include "ent-fetch.h"
#include "ent-graph.h"

G_BEGIN_DECLS

/**
 * Parts of the program that a window rarely needs at once, with some forty libraries behind them: each is a module that is loaded when
 * one of its functions is first called. Whoever calls does not see that: the files ent-late-*.c here define the functions under
 * their own names and pass calls on. They are linked into the window's program in place of the real ones; all else has the real ones.
 */
typedef enum { ENT_LATE_DOCUMENTS, ENT_LATE_GRAPH, ENT_LATE_WEB } EntLatePart;

typedef GPtrArray *(*EntLateReader) (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable,
                                     GError **error);

/* What each module has under the name ENT_LATE_TABLE; the functions are those of the same names. */
#define ENT_LATE_TABLE "ent_late_table"

typedef struct {
  EntLateReader html_blocks, mail_blocks, package_blocks, pdf_blocks;
} EntLateDocuments;

typedef struct {
  guint      *(*find_communities)    (const EntGraph *self, guint *n_communities, GCancellable *cancellable, GError **error);
  double     *(*measure_betweenness) (const EntGraph *self, GCancellable *cancellable, GError **error);
  GPtrArray  *(*find_path)           (const EntGraph *self, EntActor *from, EntActor *to, GCancellable *cancellable, GError **error);
  GHashTable *(*find_neighbourhood)  (const EntGraph *self, EntActor *actor, guint depth, GCancellable *cancellable, GError **error);
} EntLateGraph;

typedef struct {
  EntFetched *(*fetch) (GUri *address, const EntFetchRules *rules, EntFetchProgress progress, gpointer data, GCancellable *cancellable,
                        GError **error);
} EntLateWeb;

/**
 * ent_late_find:
 * Loads a part, if it is not there yet, from where the running program's own libraries lie; it stays loaded. In any thread.
 * Returns: (transfer none): the part's table, or NULL with G_IO_ERROR_NOT_FOUND set. The first call takes as long as the part's
 * libraries take to load.
 */
gconstpointer ent_late_find (EntLatePart part, GError **error);

G_END_DECLS
