/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The relation head asks its sentence twice: a query from both spans, and one from what the first answer made of them.
 * Pairs come in chunks of one sentence, which shares its keys and values; the linear layers take a chunk in one product,
 * attention goes pair by pair. A word's role (inside a span, between, beside) is added to keys and values by adding its
 * part to the sums, not by building keys for each pair: q·(K_t + R_r) = q·K_t + (q·R_r). */
#include "ent-pairs.h"

#include "ent-document-private.h"

#include <math.h>
#include <string.h>

#define CHUNK 64

typedef struct {
  const EntPairTask *task;
  const EntPairWeights *w;
  guint   first_word, n_words;   /* of the sentence at hand */
  guint   size, out;             /* widths */
  float  *keys, *values;         /* [n_words, size] */
  float  *ends;                  /* [CHUNK, 2 · hidden] */
  float  *spans;                 /* [CHUNK, 2 · size]: from, to */
  float  *one_span;              /* [CHUNK, size] */
  float  *query;                 /* [CHUNK, size] */
  float  *joined;                /* [CHUNK, 4 · size or out + size] */
  float  *z0, *z;                /* [CHUNK, out] */
  float  *weights;               /* [ENT_PAIR_HEADS, n_words] */
  guint8 *roles;                 /* [CHUNK, n_words] */
  float  *types, *modality, *sentiment, *start, *end;   /* [CHUNK, …] */
  GPtrArray *blocks;
} Pairs;

static float *
new_floats (Pairs *self, gsize n)
{
  float *block = g_aligned_alloc (MAX (n, 1), sizeof (float), 64);

  g_ptr_array_add (self->blocks, block);
  return block;
}

static guint
last_word (EntWordRange range)
{
  return range.first_word + range.n_words - 1;
}

static guint8
role_of (guint word, EntWordRange p, EntWordRange q)
{
  const gboolean     p_first = p.first_word <= q.first_word;
  const EntWordRange left = p_first ? p : q, right = p_first ? q : p;

  if (word >= p.first_word && word <= last_word (p))
    return 0;
  if (word >= q.first_word && word <= last_word (q))
    return 1;
  if (word > last_word (left) && word < right.first_word)
    return p_first ? 2 : 3;
  return word < left.first_word ? 4 : 5;
}

static guint
distance_class (EntWordRange p, EntWordRange q)
{
  const gboolean p_first = p.first_word <= q.first_word;
  const gint64   signed_distance = p_first ? (gint64) q.first_word - last_word (p) : (gint64) p.first_word - last_word (q);
  const guint    d = (guint) ABS (signed_distance);
  guint          bucket = 7;

  if (d < 5)
    bucket = d;
  else if (d <= 7)
    bucket = 5;
  else if (d <= 12)
    bucket = 6;
  return (p_first ? 0 : 8) + bucket;
}

/* GELU(span·[first; last] + b) of one side of the chunk's pairs, into columns of spans. */
static void
embed_spans (Pairs *self, const EntWordRange *ranges, guint n, guint side)
{
  const guint h = self->task->model->hidden;

  for (guint i = 0; i < n; i++)
    {
      memcpy (self->ends + (gsize) i * 2 * h, self->task->pair_vectors + (gsize) ranges[i].first_word * h, h * sizeof (float));
      memcpy (self->ends + (gsize) i * 2 * h + h, self->task->pair_vectors + (gsize) last_word (ranges[i]) * h, h * sizeof (float));
    }
  ent_kernel_linear_gelu (&self->w->span, self->ends, n, self->one_span);
  for (guint i = 0; i < n; i++)
    memcpy (self->spans + ((gsize) i * 2 + side) * self->size, self->one_span + (gsize) i * self->size, self->size * sizeof (float));
}

/* Attention of one query over the sentence's words, written to out: [size]. */
static void
attend (Pairs *self, const float *query, const guint8 *roles, float *out)
{
  const guint size = self->size / ENT_PAIR_HEADS, n = self->n_words;
  const float scale = 1.0f / sqrtf ((float) size);

  memset (out, 0, self->size * sizeof (float));
  for (guint head = 0; head < ENT_PAIR_HEADS; head++)
    {
      const guint  at = head * size;
      float       *weights = self->weights + (gsize) head * n, of_role[ENT_PAIR_ROLES], sums[ENT_PAIR_ROLES] = { 0 };

      for (guint r = 0; r < ENT_PAIR_ROLES; r++)
        of_role[r] = ent_kernel_dot (query + at, self->w->role_key + (gsize) r * self->size + at, size);
      for (guint t = 0; t < n; t++)
        weights[t] = ent_kernel_dot (query + at, self->keys + (gsize) t * self->size + at, size) + of_role[roles[t]];
      ent_kernel_softmax (weights, 1, n, scale);
      for (guint t = 0; t < n; t++)
        {
          ent_kernel_add_scaled (out + at, self->values + (gsize) t * self->size + at, weights[t], size);
          sums[roles[t]] += weights[t];
        }
      for (guint r = 0; r < ENT_PAIR_ROLES; r++)
        ent_kernel_add_scaled (out + at, self->w->role_value + (gsize) r * self->size + at, sums[r], size);
    }
}

/* z = z0 + GELU([z0; o2]·mlp2 + b), z0 = GELU([p; q; p∘q; o1]·mlp1 + b + distance) */
static void
compare (Pairs *self, const EntWordRange *from, const EntWordRange *to, guint n)
{
  const guint size = self->size, out = self->out;

  ent_kernel_linear (&self->w->query1, self->spans, n, self->query);
  for (guint i = 0; i < n; i++)
    {
      float *row = self->joined + (gsize) i * 4 * size;
      const float *p = self->spans + (gsize) i * 2 * size, *q = p + size;

      memcpy (row, p, 2 * size * sizeof (float));
      for (guint k = 0; k < size; k++)
        row[2 * size + k] = p[k] * q[k];
      attend (self, self->query + (gsize) i * size, self->roles + (gsize) i * self->n_words, row + 3 * size);
    }
  ent_kernel_linear (&self->w->mlp1, self->joined, n, self->z0);
  for (guint i = 0; i < n; i++)
    ent_kernel_add_scaled (self->z0 + (gsize) i * out, self->w->distance + (gsize) distance_class (from[i], to[i]) * out, 1.0f, out);
  ent_kernel_gelu (self->z0, (gsize) n * out);
  ent_kernel_linear (&self->w->query2, self->z0, n, self->query);
  for (guint i = 0; i < n; i++)
    {
      float *row = self->joined + (gsize) i * (out + size);

      memcpy (row, self->z0 + (gsize) i * out, out * sizeof (float));
      attend (self, self->query + (gsize) i * size, self->roles + (gsize) i * self->n_words, row + out);
    }
  ent_kernel_linear_gelu (&self->w->mlp2, self->joined, n, self->z);
  ent_kernel_add_scaled (self->z, self->z0, 1.0f, n * out);
}

/* The word that a pointer's vector likes best, from a word of the sentence on. */
static guint
point (const Pairs *self, const float *pointer, const guint8 *roles, guint from)
{
  float of_role[ENT_PAIR_ROLES], best = -G_MAXFLOAT;
  guint word = from;

  for (guint r = 0; r < ENT_PAIR_ROLES; r++)
    of_role[r] = ent_kernel_dot (pointer, self->w->role_key + (gsize) r * self->size, self->size);
  for (guint t = from; t < self->n_words; t++)
    {
      float score = ent_kernel_dot (pointer, self->keys + (gsize) t * self->size, self->size) + of_role[roles[t]];
      if (score > best)
        {
          best = score;
          word = t;
        }
    }
  return word;
}

static void
run_chunk (Pairs *self, guint first, guint n, EntPairFunc func, gpointer data)
{
  const EntWordRange *from = self->task->from + first, *to = self->task->to + first;

  for (guint i = 0; i < n; i++)
    for (guint t = 0; t < self->n_words; t++)
      self->roles[(gsize) i * self->n_words + t] = role_of (self->first_word + t, from[i], to[i]);
  embed_spans (self, from, n, 0);
  embed_spans (self, to, n, 1);
  compare (self, from, to, n);
  ent_kernel_linear (&self->w->types, self->z, n, self->types);
  ent_kernel_linear (&self->w->modality, self->z, n, self->modality);
  ent_kernel_linear (&self->w->sentiment, self->z, n, self->sentiment);
  ent_kernel_linear (&self->w->start, self->z, n, self->start);
  ent_kernel_linear (&self->w->end, self->z, n, self->end);
  for (guint i = 0; i < n; i++)
    {
      const guint8 *roles = self->roles + (gsize) i * self->n_words;
      const float  *end = self->end + (gsize) i * self->size;
      const guint   start_word = point (self, self->start + (gsize) i * self->size, roles, 0);
      EntPairLogits logits = { self->types + (gsize) i * self->w->types.n_out, self->modality + (gsize) i * ENT_N_MODALITIES,
                               self->sentiment + (gsize) i * ENT_N_SENTIMENTS, self->first_word + start_word,
                               self->first_word + point (self, end, roles, 0), self->first_word + point (self, end, roles, start_word) };
      func (first + i, &logits, data);
    }
}

static void
enter_sentence (Pairs *self, const EntSentence *sentence)
{
  const EntModel *model = self->task->model;
  const float    *vectors = self->task->pair_vectors + (gsize) sentence->first_word * model->hidden;

  if (self->n_words > 0 && self->first_word == sentence->first_word)
    return;
  self->first_word = sentence->first_word;
  self->n_words = sentence->n_words;
  ent_kernel_linear (&self->w->key, vectors, self->n_words, self->keys);
  ent_kernel_linear (&self->w->value, vectors, self->n_words, self->values);
}

static void
allocate (Pairs *self, guint longest)
{
  const EntModel *model = self->task->model;

  self->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
  self->keys = new_floats (self, (gsize) longest * self->size);
  self->values = new_floats (self, (gsize) longest * self->size);
  self->ends = new_floats (self, CHUNK * 2 * (gsize) model->hidden);
  self->spans = new_floats (self, CHUNK * 2 * (gsize) self->size);
  self->one_span = new_floats (self, CHUNK * (gsize) self->size);
  self->query = new_floats (self, CHUNK * (gsize) self->size);
  self->joined = new_floats (self, CHUNK * (gsize) MAX (4 * self->size, self->out + self->size));
  self->z0 = new_floats (self, CHUNK * (gsize) self->out);
  self->z = new_floats (self, CHUNK * (gsize) self->out);
  self->weights = new_floats (self, (gsize) longest * ENT_PAIR_HEADS);
  self->roles = (guint8 *) new_floats (self, ((gsize) longest * CHUNK + 3) / 4);
  self->types = new_floats (self, CHUNK * (gsize) self->w->types.n_out);
  self->modality = new_floats (self, CHUNK * (gsize) ENT_N_MODALITIES);
  self->sentiment = new_floats (self, CHUNK * (gsize) ENT_N_SENTIMENTS);
  self->start = new_floats (self, CHUNK * (gsize) self->size);
  self->end = new_floats (self, CHUNK * (gsize) self->size);
}

/**
 * ent_pairs_run:
 * Runs the relation head over pairs, which are best sorted by sentence, and tells func of each in order.
 */
void
ent_pairs_run (const EntPairTask *task, EntPairFunc func, gpointer data)
{
  Pairs self = { .task = task, .w = &task->model->pair, .size = task->model->pair.key.n_out, .out = task->model->pair.mlp1.n_out };
  guint longest = 0;

  for (guint i = 0; i < task->n_pairs; i++)
    longest = MAX (longest, task->sentences[task->words[task->from[i].first_word].sentence].n_words);
  allocate (&self, longest);
  for (guint first = 0, n; first < task->n_pairs; first += n)
    {
      const guint sentence = task->words[task->from[first].first_word].sentence;

      for (n = 1; n < CHUNK && first + n < task->n_pairs && task->words[task->from[first + n].first_word].sentence == sentence; n++)
        ;
      enter_sentence (&self, &task->sentences[sentence]);
      run_chunk (&self, first, n, func, data);
    }
  g_ptr_array_unref (self.blocks);
}
