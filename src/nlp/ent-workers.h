/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to src/nlp. */

/* Does job number job with what belongs to worker; FALSE stops all workers after their jobs at hand. */
typedef gboolean (*EntWorkerFunc) (guint job, guint worker, gpointer data);

/* Called in the caller's thread now and then, and once at the end of a complete run. */
typedef void (*EntWorkersDone) (guint n_done, gpointer data);

gboolean ent_workers_run   (guint n_workers, guint n_jobs, EntWorkerFunc func, EntWorkersDone done, gpointer data);
guint    ent_workers_count (guint n_threads, guint n_jobs);

G_END_DECLS
