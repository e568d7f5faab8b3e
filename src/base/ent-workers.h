/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Work in numbered jobs, dealt out to a few threads, of which the caller's is one. */

/* Does job number job with what belongs to worker; FALSE stops all workers after their jobs at hand. */
typedef gboolean (*EntWorkerFunc) (guint job, guint worker, gpointer data);

/* Called in the caller's thread now and then, and once at the end of a complete run. */
typedef void (*EntWorkersDone) (guint n_done, gpointer data);

/**
 * ent_workers_run:
 * Does all jobs and waits for them.
 * @n_workers: of ent_workers_count()
 * @done: (nullable)
 * Returns: whether all were done
 */
gboolean ent_workers_run   (guint n_workers, guint n_jobs, EntWorkerFunc func, EntWorkersDone done, gpointer data);
/* How many workers: n_threads, or one a core where that is 0, but no more than jobs; at least one. */
guint    ent_workers_count (guint n_threads, guint n_jobs);

G_END_DECLS
