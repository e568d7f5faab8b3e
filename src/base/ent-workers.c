/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Jobs are numbered and handed out by a counter; the calling thread is worker 0. A job's result must depend on its number
 * alone and go to a place of its own, which makes the whole independent of who did what. */
#include "ent-workers.h"

typedef struct {
  EntWorkerFunc  func;
  EntWorkersDone done;
  gpointer       data;
  guint          n_jobs;
  gint           next;      /* atomic */
  gint           n_done;    /* atomic */
  gint           stopped;   /* atomic */
} Run;

typedef struct {
  Run  *run;
  guint worker;
} Worker;

static gpointer
work (gpointer data)
{
  const Worker *self = data;
  Run          *run = self->run;

  while (!g_atomic_int_get (&run->stopped))
    {
      guint job = (guint) g_atomic_int_add (&run->next, 1);

      if (job >= run->n_jobs)
        break;
      if (!run->func (job, self->worker, run->data))
        g_atomic_int_set (&run->stopped, TRUE);
      else
        g_atomic_int_inc (&run->n_done);
      if (self->worker == 0 && run->done != NULL)
        run->done ((guint) g_atomic_int_get (&run->n_done), run->data);
    }
  return NULL;
}

gboolean
ent_workers_run (guint n_workers, guint n_jobs, EntWorkerFunc func, EntWorkersDone done, gpointer data)
{
  Run                 run = { func, done, data, n_jobs, 0, 0, FALSE };
  g_autofree Worker  *workers = g_new0 (Worker, MAX (n_workers, 1));
  g_autofree GThread **threads = g_new0 (GThread *, MAX (n_workers, 1));

  for (guint i = 0; i < MAX (n_workers, 1); i++)
    {
      workers[i] = (Worker) { &run, i };
      /* where the system gives no thread, the others do its work */
      if (i > 0)
        threads[i] = g_thread_try_new ("entente-worker", work, &workers[i], NULL);
    }
  work (&workers[0]);
  for (guint i = 1; i < n_workers; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
  if (run.stopped)
    return FALSE;
  if (done != NULL)
    done (n_jobs, data);
  return TRUE;
}

guint
ent_workers_count (guint n_threads, guint n_jobs)
{
  guint n = n_threads > 0 ? n_threads : g_get_num_processors ();

  return MAX (MIN (MIN (n, n_jobs), 64), 1);
}
