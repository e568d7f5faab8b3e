/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Viterbi (1967) over tags that follow each other legally, with no scores for transitions: a tag that opens a span (O, B,
 * S) may follow the best tag that closes one (O, E, S), and I and E of a kind the better of that kind's B and I. So a word
 * costs one pass over its tags. */
#include "ent-bioes.h"

#include <math.h>

static gboolean
opens (guint tag)
{
  return tag == 0 || ent_bioes_part (tag) == ENT_BIOES_BEGIN || ent_bioes_part (tag) == ENT_BIOES_SINGLE;
}

static gboolean
closes (guint tag)
{
  return tag == 0 || ent_bioes_part (tag) == ENT_BIOES_END || ent_bioes_part (tag) == ENT_BIOES_SINGLE;
}

static guint
best_closing (const float *totals, guint n_tags)
{
  guint best = 0;

  for (guint t = 1; t < n_tags; t++)
    if (closes (t) && totals[t] > totals[best])
      best = t;
  return best;
}

/**
 * ent_bioes_decode:
 * The best legal sequence of tags.
 * @scores: [n_words, 1 + 4·n_kinds], overwritten by the scores of the best sequences up to each tag
 * @back: scratch of the same shape
 * @tags: (out): [n_words]
 * Cost: O(n_words · n_kinds).
 */
void
ent_bioes_decode (float *scores, guint n_words, guint n_kinds, guint8 *back, guint8 *tags)
{
  const guint n_tags = 1 + 4 * n_kinds;

  if (n_words == 0)
    return;
  for (guint w = 0; w < n_words; w++)
    {
      float       *now = scores + (gsize) w * n_tags;
      const float *before = now - n_tags;
      guint        closing = w > 0 ? best_closing (before, n_tags) : 0;

      for (guint t = 0; t < n_tags; t++)
        {
          guint from = closing;

          if (!isfinite (now[t]))
            now[t] = -1e9f;
          if (!opens (t))
            {
              guint b = 1 + 4 * ent_bioes_kind (t) + ENT_BIOES_BEGIN, i = b + ENT_BIOES_INSIDE;
              from = w > 0 && before[i] > before[b] ? i : b;
              now[t] = w == 0 ? -G_MAXFLOAT : now[t];
            }
          if (w > 0)
            now[t] = before[from] <= -G_MAXFLOAT ? -G_MAXFLOAT : now[t] + before[from];
          back[(gsize) w * n_tags + t] = (guint8) from;
        }
    }
  tags[n_words - 1] = (guint8) best_closing (scores + (gsize) (n_words - 1) * n_tags, n_tags);
  for (guint w = n_words - 1; w > 0; w--)
    tags[w - 1] = back[(gsize) w * n_tags + tags[w]];
}

/* The softmax of one word's scores at a tag, 0–1. */
float
ent_bioes_probability (const float *scores, guint n_tags, guint tag)
{
  float highest = scores[0], sum = 0;

  for (guint t = 1; t < n_tags; t++)
    highest = MAX (highest, scores[t]);
  for (guint t = 0; t < n_tags; t++)
    sum += expf (scores[t] - highest);
  sum = expf (scores[tag] - highest) / sum;
  return isfinite (sum) ? sum : 0;
}
