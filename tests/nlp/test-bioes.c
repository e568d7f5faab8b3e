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

static void
test_probability (void)
{
  const float scores[] = { 0, 0, 0, 0 }, sure[] = { -50, 50, -50, -50 }, odd[] = { NAN, NAN, NAN, NAN };

  g_assert_cmpfloat_with_epsilon (ent_bioes_probability (scores, 4, 2), 0.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (ent_bioes_probability (sure, 4, 1), 1, 1e-6);
  g_assert_cmpfloat (ent_bioes_probability (odd, 4, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/bioes/brute-force", test_brute_force);
  g_test_add_func ("/nlp/bioes/hostile", test_hostile);
  g_test_add_func ("/nlp/bioes/span", test_span);
  g_test_add_func ("/nlp/bioes/probability", test_probability);
  return g_test_run ();
}
