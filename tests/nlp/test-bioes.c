/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-bioes.h"

#include <math.h>

static gboolean
may_follow (guint before, guint after)
{
  const gboolean open = before != 0 && (ent_bioes_part (before) == ENT_BIOES_BEGIN || ent_bioes_part (before) == ENT_BIOES_INSIDE);
  const gboolean goes_on = after != 0 && (ent_bioes_part (after) == ENT_BIOES_INSIDE || ent_bioes_part (after) == ENT_BIOES_END);

  if (!open)
    return !goes_on;
  return goes_on && ent_bioes_kind (before) == ent_bioes_kind (after);
}

static gboolean
is_legal (const guint8 *tags, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!may_follow (i > 0 ? tags[i - 1] : 0, tags[i]))
      return FALSE;
  return n == 0 || may_follow (tags[n - 1], 0);
}

static double
total (const float *scores, const guint8 *tags, guint n, guint n_tags)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += scores[i * n_tags + tags[i]];
  return sum;
}

static void
test_brute_force (void)
{
  enum { KINDS = 2, TAGS = 1 + 4 * KINDS, MOST = 4 };

  for (guint round = 0; round < 60; round++)
    {
      const guint n = 1 + round % MOST;
      float  scores[MOST * TAGS], spent[MOST * TAGS];
      guint8 back[MOST * TAGS], tags[MOST], tried[MOST] = { 0 };
      double best = -INFINITY;

      for (guint i = 0; i < n * TAGS; i++)
        spent[i] = scores[i] = (float) g_test_rand_double_range (-5, 5);
      ent_bioes_decode (spent, n, KINDS, back, tags);
      g_assert_true (is_legal (tags, n));
      for (guint i = 0; i < n;)
        {
          if (is_legal (tried, n))
            best = MAX (best, total (scores, tried, n, TAGS));
          for (i = 0; i < n && ++tried[i] == TAGS; i++)
            tried[i] = 0;
        }
      g_assert_cmpfloat_with_epsilon (total (scores, tags, n, TAGS), best, 1e-4);
    }
}

static void
test_hostile (void)
{
  enum { KINDS = 15, TAGS = 1 + 4 * KINDS, MOST = 300 };
  g_autofree float  *scores = g_new (float, MOST * TAGS);
  g_autofree guint8 *back = g_new (guint8, MOST * TAGS);
  guint8 tags[MOST];
  static const float odd[] = { NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 0 };

  ent_bioes_decode (scores, 0, KINDS, back, tags);
  for (guint round = 0; round < 30; round++)
    {
      const guint n = (guint) g_test_rand_int_range (1, MOST + 1);

      for (guint i = 0; i < n * TAGS; i++)
        scores[i] = odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))];
      ent_bioes_decode (scores, n, KINDS, back, tags);
      g_assert_true (is_legal (tags, n));
    }
}

/* What only a span can say at the price of its ends is said. */
static void
test_span (void)
{
  enum { TAGS = 5 };
  float  scores[3 * TAGS] = { 0, -1, 0, 0, -9, 0, 0, 9, 0, 0, 0, 0, 0, -1, -9 };
  guint8 back[3 * TAGS], tags[3];

  ent_bioes_decode (scores, 3, 1, back, tags);
  g_assert_cmpuint (tags[0], ==, 1);
  g_assert_cmpuint (tags[1], ==, 2);
  g_assert_cmpuint (tags[2], ==, 3);
}

/* Whether two sequences have the same span from first on. */
static gboolean
same_span (const guint8 *a, const guint8 *b, guint first, guint n)
{
  for (guint i = first; i < n; i++)
    {
      if (a[i] != b[i])
        return FALSE;
      if (ent_bioes_part (a[i]) == ENT_BIOES_END || ent_bioes_part (a[i]) == ENT_BIOES_SINGLE)
        return TRUE;
    }
  return FALSE;
}

/* Against the sum over every legal sequence. */
static void
test_weigh (void)
{
  enum { KINDS = 2, TAGS = 1 + 4 * KINDS, MOST = 4 };

  for (guint round = 0; round < 60; round++)
    {
      const guint n = 1 + round % MOST;
      float  chances[MOST * TAGS], spent[MOST * TAGS], got[MOST];
      guint8 back[MOST * TAGS], tags[MOST], tried[MOST] = { 0 };
      double all = 0, with_span[MOST] = { 0 }, room[ENT_BIOES_ROOM (MOST, KINDS)];

      for (guint w = 0; w < n; w++)
        {
          float sum = 0;

          for (guint t = 0; t < TAGS; t++)
            sum += chances[w * TAGS + t] = (float) g_test_rand_double_range (0.01, 1);
          for (guint t = 0; t < TAGS; t++)
            spent[w * TAGS + t] = logf (chances[w * TAGS + t] /= sum);
        }
      ent_bioes_decode (spent, n, KINDS, back, tags);
      ent_bioes_weigh (chances, n, KINDS, tags, room, got);
      for (guint i = 0; i < n;)
        {
          double product = is_legal (tried, n) ? 1 : 0;

          for (guint w = 0; w < n; w++)
            product *= chances[w * TAGS + tried[w]];
          all += product;
          for (guint w = 0; w < n; w++)
            if (ent_bioes_begins (tags[w]) && same_span (tags, tried, w, n))
              with_span[w] += product;
          for (i = 0; i < n && ++tried[i] == TAGS; i++)
            tried[i] = 0;
        }
      for (guint w = 0; w < n; w++)
        g_assert_cmpfloat_with_epsilon (got[w], with_span[w] / all, 1e-5);
    }
}

static void
test_weigh_hostile (void)
{
  enum { KINDS = 15, TAGS = 1 + 4 * KINDS, N = 500 };
  g_autofree float  *chances = g_new0 (float, N * TAGS);
  g_autofree double *room = g_new (double, ENT_BIOES_ROOM (N, KINDS));
  static const float odd[] = { NAN, INFINITY, 0, 1e-38f, 1 };
  float  got[N];
  guint8 tags[N];

  for (guint w = 0; w < N; w++)
    tags[w] = w % 3 == 0 ? 1 : w % 3 == 1 ? 3 : 8;
  tags[N - 1] = 0;
  tags[N - 2] = 3;
  for (guint round = 0; round < 6; round++)
    {
      for (guint i = 0; i < N * TAGS && round > 0; i++)
        chances[i] = odd[round == 1 ? (guint) g_test_rand_int_range (0, G_N_ELEMENTS (odd)) : round - 1];
      ent_bioes_weigh (chances, N, KINDS, tags, room, got);
      for (guint w = 0; w < N; w++)
        g_assert_true (got[w] >= 0 && got[w] <= 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/bioes/brute-force", test_brute_force);
  g_test_add_func ("/nlp/bioes/hostile", test_hostile);
  g_test_add_func ("/nlp/bioes/span", test_span);
  g_test_add_func ("/nlp/bioes/weigh", test_weigh);
  g_test_add_func ("/nlp/bioes/weigh-hostile", test_weigh_hostile);
  return g_test_run ();
}
