/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-workers.h"

#define N_JOBS 500

typedef struct {
  gint  times[N_JOBS];     /* atomic: how often each was done */
  guint n_workers, stop_at, n_told;
} Work;

static gboolean
do_job (guint job, guint worker, gpointer data)
{
  Work *self = data;

  g_assert_cmpuint (worker, <, self->n_workers);
  g_atomic_int_inc (&self->times[job]);
  return job != self->stop_at;
}

static void
tell (guint n_done, gpointer data)
{
  Work *self = data;

  g_assert_cmpuint (n_done, >=, self->n_told);
  self->n_told = n_done;
}

static void
test_each_once (gconstpointer data)
{
  Work work = { .n_workers = GPOINTER_TO_UINT (data), .stop_at = N_JOBS };

  g_assert_true (ent_workers_run (work.n_workers, N_JOBS, do_job, tell, &work));
  for (guint i = 0; i < N_JOBS; i++)
    g_assert_cmpint (work.times[i], ==, 1);
  g_assert_cmpuint (work.n_told, ==, N_JOBS);
}

static void
test_stopped (void)
{
  Work work = { .n_workers = 1, .stop_at = 7 };

  g_assert_false (ent_workers_run (1, N_JOBS, do_job, NULL, &work));
  g_assert_cmpint (work.times[7], ==, 1);
  g_assert_cmpint (work.times[8], ==, 0);
}

static void
test_count (void)
{
  g_assert_cmpuint (ent_workers_count (3, 10), ==, 3);
  g_assert_cmpuint (ent_workers_count (3, 2), ==, 2);
  g_assert_cmpuint (ent_workers_count (3, 0), ==, 1);
  g_assert_cmpuint (ent_workers_count (0, 1000), ==, MIN (g_get_num_processors (), 64));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/workers/one", GUINT_TO_POINTER (1), test_each_once);
  g_test_add_data_func ("/base/workers/several", GUINT_TO_POINTER (4), test_each_once);
  g_test_add_func ("/base/workers/stopped", test_stopped);
  g_test_add_func ("/base/workers/count", test_count);
  return g_test_run ();
}
