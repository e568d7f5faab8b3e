/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-tree.h"

#include <math.h>
#include <string.h>

#define MOST 6

static gboolean
is_tree (const gint *heads, guint n)
{
  guint n_roots = 0;

  for (guint i = 0; i < n; i++)
    {
      gint  at = (gint) i + 1;
      guint steps = 0;

      n_roots += heads[i] == 0;
      while (at != 0 && steps++ <= n)
        at = heads[at - 1];
      if (at != 0)
        return FALSE;
    }
  return n_roots == 1;
}

static double
total (const float *scores, const gint *heads, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += scores[i * (n + 1) + (guint) heads[i]];
  return sum;
}

/* Every assignment of heads, the best of those that are trees. */
static double
best_by_trying (const float *scores, guint n)
{
  gint   heads[MOST] = { 0 };
  double best = -INFINITY;

  for (;;)
    {
      guint i = 0;

      if (is_tree (heads, n))
        best = MAX (best, total (scores, heads, n));
      while (i < n && ++heads[i] > (gint) n)
        heads[i++] = 0;
      if (i == n)
        return best;
    }
}

static void
check_random (guint n, gboolean coarse)
{
  g_autoptr (EntTree) tree = ent_tree_new (MOST);
  float scores[MOST * (MOST + 1)];
  gint  heads[MOST];

  for (guint i = 0; i < n * (n + 1); i++)
    scores[i] = coarse ? (float) g_test_rand_int_range (-2, 3) : (float) g_test_rand_double_range (-10, 10);
  ent_tree_decode (tree, scores, n, heads);
  g_assert_true (is_tree (heads, n));
  g_assert_cmpfloat_with_epsilon (total (scores, heads, n), best_by_trying (scores, n), 1e-4);
}

static void
test_brute_force (void)
{
  for (guint round = 0; round < 1200; round++)
    check_random (1 + round % 5, round % 2 == 0);
  for (guint round = 0; round < 40; round++)
    check_random (MOST, round % 2 == 0);
}

static void
test_empty (void)
{
  g_autoptr (EntTree) tree = ent_tree_new (0);

  ent_tree_decode (tree, NULL, 0, NULL);
}

/* The best heads without the constraint would all be the root. */
static void
test_one_root (void)
{
  enum { N = 40 };
  g_autoptr (EntTree) tree = ent_tree_new (N);
  float scores[N * (N + 1)];
  gint  heads[N];

  for (guint i = 0; i < N * (N + 1); i++)
    scores[i] = i % (N + 1) == 0 ? 30.0f : (float) g_test_rand_double ();
  ent_tree_decode (tree, scores, N, heads);
  g_assert_true (is_tree (heads, N));
}

/* Large sentences, the same object again, ties everywhere, scores that are no numbers. */
static void
test_hostile (void)
{
  enum { N = 200 };
  g_autoptr (EntTree) tree = ent_tree_new (N);
  g_autofree float *scores = g_new0 (float, N * (N + 1));
  gint heads[N];
  static const float odd[] = { NAN, INFINITY, -INFINITY, G_MAXFLOAT, -G_MAXFLOAT, 0, 1 };

  ent_tree_decode (tree, scores, N, heads);
  g_assert_true (is_tree (heads, N));
  for (guint round = 0; round < 20; round++)
    {
      const guint n = (guint) g_test_rand_int_range (1, N + 1);

      for (guint i = 0; i < n * (n + 1); i++)
        scores[i] = round % 2 != 0 ? odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))] : (float) g_test_rand_double_range (-1e3, 1e3);
      ent_tree_decode (tree, scores, n, heads);
      g_assert_true (is_tree (heads, n));
    }
}

/* Nested cycles: words go in pairs that like each other best, pairs of pairs next, and so on. */
static void
test_nested_cycles (void)
{
  enum { N = 128 };
  g_autoptr (EntTree) tree = ent_tree_new (N);
  g_autofree float *scores = g_new0 (float, N * (N + 1));
  gint heads[N];

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      scores[i * (N + 1) + 1 + j] = i == j ? 0 : 10.0f * (float) __builtin_clz (i ^ j) + (float) g_test_rand_double ();
  ent_tree_decode (tree, scores, N, heads);
  g_assert_true (is_tree (heads, N));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/tree/empty", test_empty);
  g_test_add_func ("/nlp/tree/brute-force", test_brute_force);
  g_test_add_func ("/nlp/tree/one-root", test_one_root);
  g_test_add_func ("/nlp/tree/hostile", test_hostile);
  g_test_add_func ("/nlp/tree/nested-cycles", test_nested_cycles);
  return g_test_run ();
}
