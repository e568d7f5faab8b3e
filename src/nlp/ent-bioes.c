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

/* One step of the sums over all legal beginnings: *closed, of those that end before the word w outside any span, and
 * open[k], of those that end in one of kind k, become those after the word. Returns what they were divided by. */
static double
go_forward (const float *chances, guint n_kinds, double *closed, double *open)
{
  double shut = *closed * chances[0], sum;

  for (guint k = 0; k < n_kinds; k++)
    {
      const float *c = chances + 1 + 4 * k;

      shut += *closed * c[ENT_BIOES_SINGLE] + open[k] * c[ENT_BIOES_END];
      open[k] = *closed * c[ENT_BIOES_BEGIN] + open[k] * c[ENT_BIOES_INSIDE];
    }
  sum = shut;
  for (guint k = 0; k < n_kinds; k++)
    sum += open[k];
  sum = sum > 0 ? sum : 1;
  *closed = shut / sum;
  for (guint k = 0; k < n_kinds; k++)
    open[k] /= sum;
  return sum;
}

/* The same over all legal endings, from what follows the word to what follows the word before it. */
static void
go_backward (const float *chances, guint n_kinds, double divisor, double *closed, double *open)
{
  double shut = *closed * chances[0];

  for (guint k = 0; k < n_kinds; k++)
    {
      const float *c = chances + 1 + 4 * k;

      shut += *closed * c[ENT_BIOES_SINGLE] + open[k] * c[ENT_BIOES_BEGIN];
      open[k] = (open[k] * c[ENT_BIOES_INSIDE] + *closed * c[ENT_BIOES_END]) / divisor;
    }
  *closed = shut / divisor;
}

/**
 * ent_bioes_weigh:
 * How probable each span of a sequence of tags is: the share of all legal sequences, each as probable as its tags'
 * chances multiplied, that have just this span (Baum & Welch's forward and backward sums, scaled at each word).
 * @chances: [n_words, 1 + 4·n_kinds]: each word's probabilities of the tags, summing to 1
 * @tags: a legal sequence
 * @room: ENT_BIOES_ROOM (n_words, n_kinds) numbers to compute in
 * @probabilities: (out): [n_words]: at the first word of each span its probability, 0–1; else 0
 * Cost: O(n_words · n_kinds).
 */
void
ent_bioes_weigh (const float *chances, guint n_words, guint n_kinds, const guint8 *tags, double *room, float *probabilities)
{
  const guint n_tags = 1 + 4 * n_kinds;
  double     *before = room, *after = before + n_words + 1, *divisors = after + n_words + 1, *open = divisors + n_words + 1;
  double     *open_after = open + n_kinds, span = 0;
  guint       first = 0;

  for (guint k = 0; k < n_kinds; k++)
    open[k] = open_after[k] = 0;
  before[0] = after[n_words] = 1;
  for (guint w = 0; w < n_words; w++)
    {
      before[w + 1] = before[w];
      divisors[w] = go_forward (chances + (gsize) w * n_tags, n_kinds, &before[w + 1], open);
    }
  for (guint w = n_words; w > 0; w--)
    {
      after[w - 1] = after[w];
      go_backward (chances + (gsize) (w - 1) * n_tags, n_kinds, divisors[w - 1], &after[w - 1], open_after);
    }
  for (guint w = 0; w < n_words; w++)
    {
      probabilities[w] = 0;
      if (tags[w] == 0)
        continue;
      if (ent_bioes_begins (tags[w]))
        {
          first = w;
          span = before[w];
        }
      span *= chances[(gsize) w * n_tags + tags[w]] / divisors[w];
      if (closes (tags[w]))
        {
          span *= after[w + 1] / before[n_words];
          probabilities[first] = isfinite (span) ? (float) CLAMP (span, 0, 1) : 0;
        }
    }
}
