/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The relation head asks its sentence twice: a query from both spans, and one from what the first answer made of them.
 * The linear layers take a chunk of pairs in one product, from as many sentences as it needs; attention goes pair by pair,
 * over the keys and values that the pairs of a sentence share. A word's role (inside a span, between, beside, and whether on the tree's path between them) is added to keys and values by adding its
 * part to the sums, not by building keys for each pair: q·(K_t + R_r) = q·K_t + (q·R_r). */
#include "ent-pairs.h"

#include "ent-document-private.h"

#include <math.h>
#include <string.h>

#define CHUNK          128   /* pairs in one product */
#define CHUNK_WORDS    1024  /* words of their sentences, unless one has more */
#define MAX_ROWS(self) ((gsize) MAX ((self)->longest, CHUNK_WORDS))

/* A sentence of the chunk: its keys and values begin at row. */
typedef struct {
  guint first_word, n_words;
  guint row;
} Place;

typedef struct {
  const EntPairTask *task;
  const EntPairWeights *w;
  guint   size, out;             /* widths */
  guint   longest;               /* words of a sentence */
  Place   places[CHUNK];         /* of each pair */
  guint   n_rows;                /* of keys and values in use */
  float  *keys, *values;         /* [MAX_ROWS, size] */
  EntWordRange ranges[2 * CHUNK];
  guint   n_ranges;
  float  *ends;                  /* [2 · CHUNK, 2 · hidden]: of the ranges */
  float  *embedded;              /* [2 · CHUNK, size]: of the ranges */
  float  *spans;                 /* [CHUNK, 2 · size]: from, to */
  float  *query;                 /* [CHUNK, size] */
  float  *joined;                /* [CHUNK, 4 · size or out + size] */
  float  *z0, *z;                /* [CHUNK, out] */
  float  *weights;               /* [longest] */
  guint8 *roles;                 /* [CHUNK, longest] */
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

/* The first word of a range whose head lies outside of it. */
static guint
find_head (const EntWord *words, EntWordRange range)
{
  for (guint w = range.first_word; w < last_word (range); w++)
    if (words[w].head < (gint) range.first_word || words[w].head > (gint) last_word (range))
      return w;
  return last_word (range);
}

static guint
count_ancestors (const EntWord *words, guint word, guint limit)
{
  guint n = 0;

  for (gint w = words[word].head; w >= 0 && n < limit; w = words[w].head)
    n++;
  return n;
}

/* Adds ENT_PAIR_PATH to the roles of the words on the way through the tree between the heads of the two ranges. */
static void
mark_path (const Pairs *self, const Place *place, EntWordRange p, EntWordRange q, guint8 *roles)
{
  const EntWord *words = self->task->words;
  gint  a = (gint) find_head (words, p), b = (gint) find_head (words, q);
  guint up_a = count_ancestors (words, (guint) a, place->n_words), up_b = count_ancestors (words, (guint) b, place->n_words);

  while (a >= 0 && b >= 0)
    {
      for (guint side = 0; side < 2; side++)
        {
          guint8 *role = &roles[(guint) (side == 0 ? a : b) - place->first_word];

          if (*role >= 2 && *role < 2 + ENT_PAIR_PATH)
            *role += ENT_PAIR_PATH;
        }
      if (a == b)
        return;
      if (up_a >= up_b)
        {
          a = words[a].head;
          up_a--;
        }
      else
        {
          b = words[b].head;
          up_b--;
        }
    }
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

/* The place of a range among those seen in the chunk; a new one is added. */
static guint
find_range (Pairs *self, EntWordRange range)
{
  for (guint i = 0; i < self->n_ranges; i++)
    if (self->ranges[i].first_word == range.first_word && self->ranges[i].n_words == range.n_words)
      return i;
  self->ranges[self->n_ranges] = range;
  return self->n_ranges++;
}

/* GELU(span·[first; last] + b) of both sides of the chunk's pairs. A sentence has fewer spans than pairs of them, so each
 * is computed once. */
static void
embed_spans (Pairs *self, const EntWordRange *from, const EntWordRange *to, guint n)
{
  const guint h = self->task->model->hidden, size = self->size;
  guint       indices[2 * CHUNK];

  self->n_ranges = 0;
  for (guint i = 0; i < 2 * n; i++)
    indices[i] = find_range (self, i % 2 == 0 ? from[i / 2] : to[i / 2]);
  for (guint i = 0; i < self->n_ranges; i++)
    {
      memcpy (self->ends + (gsize) i * 2 * h, self->task->pair_vectors + (gsize) self->ranges[i].first_word * h, h * sizeof (float));
      memcpy (self->ends + (gsize) i * 2 * h + h, self->task->pair_vectors + (gsize) last_word (self->ranges[i]) * h, h * sizeof (float));
    }
  ent_kernel_linear_gelu (&self->w->span, self->ends, self->n_ranges, self->embedded);
  for (guint i = 0; i < 2 * n; i++)
    memcpy (self->spans + (gsize) i * size, self->embedded + (gsize) indices[i] * size, size * sizeof (float));
}

/* Attention of a pair's query over its sentence's words, written to out: [size]. */
static void
attend (Pairs *self, guint pair, float *out)
{
  const guint   size = self->size / ENT_PAIR_HEADS, n = self->places[pair].n_words;
  const float   scale = 1.0f / sqrtf ((float) size);
  const float  *query = self->query + (gsize) pair * self->size;
  const float  *keys = self->keys + (gsize) self->places[pair].row * self->size, *values = self->values + (gsize) self->places[pair].row * self->size;
  const guint8 *roles = self->roles + (gsize) pair * self->longest;

  memset (out, 0, self->size * sizeof (float));
  for (guint at = 0; at < self->size; at += size)
    {
      float of_role[ENT_PAIR_ROLES], sums[ENT_PAIR_ROLES] = { 0 };

      for (guint r = 0; r < ENT_PAIR_ROLES; r++)
        of_role[r] = ent_kernel_dot (query + at, self->w->role_key + (gsize) r * self->size + at, size);
      for (guint t = 0; t < n; t++)
        self->weights[t] = ent_kernel_dot (query + at, keys + (gsize) t * self->size + at, size) + of_role[roles[t]];
      ent_kernel_softmax (self->weights, 1, n, scale);
      for (guint t = 0; t < n; t++)
        {
          ent_kernel_add_scaled (out + at, values + (gsize) t * self->size + at, self->weights[t], size);
          sums[roles[t]] += self->weights[t];
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
      attend (self, i, row + 3 * size);
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
      attend (self, i, row + out);
    }
  ent_kernel_linear_gelu (&self->w->mlp2, self->joined, n, self->z);
  ent_kernel_add_scaled (self->z, self->z0, 1.0f, n * out);
}

/* The word of the pair's sentence that a pointer's vector likes best, from its word number from on; a word of the document. */
static guint
point (const Pairs *self, guint pair, const float *pointer, guint from)
{
  const Place  *place = &self->places[pair];
  const guint8 *roles = self->roles + (gsize) pair * self->longest;
  float         of_role[ENT_PAIR_ROLES], best = -G_MAXFLOAT;
  guint         word = from;

  for (guint r = 0; r < ENT_PAIR_ROLES; r++)
    of_role[r] = ent_kernel_dot (pointer, self->w->role_key + (gsize) r * self->size, self->size);
  for (guint t = from; t < place->n_words; t++)
    {
      float score = ent_kernel_dot (pointer, self->keys + (gsize) (place->row + t) * self->size, self->size) + of_role[roles[t]];

      if (score > best)
        {
          best = score;
          word = t;
        }
    }
  return place->first_word + word;
}

/* Gives a pair its sentence's keys and values, which those of the pair before may be. */
static void
enter_sentence (Pairs *self, guint pair, const EntSentence *sentence)
{
  const EntModel *model = self->task->model;
  const float    *vectors = self->task->pair_vectors + (gsize) sentence->first_word * model->hidden;

  if (pair > 0 && self->places[pair - 1].first_word == sentence->first_word)
    {
      self->places[pair] = self->places[pair - 1];
      return;
    }
  self->places[pair] = (Place) { sentence->first_word, sentence->n_words, self->n_rows };
  ent_kernel_linear (&self->w->key, vectors, sentence->n_words, self->keys + (gsize) self->n_rows * self->size);
  ent_kernel_linear (&self->w->value, vectors, sentence->n_words, self->values + (gsize) self->n_rows * self->size);
  self->n_rows += sentence->n_words;
}

static void
run_chunk (Pairs *self, guint first, guint n, EntPairFunc func, gpointer data)
{
  const EntPairTask  *task = self->task;
  const EntWordRange *from = task->from + first, *to = task->to + first;

  self->n_rows = 0;
  for (guint i = 0; i < n; i++)
    {
      enter_sentence (self, i, &task->sentences[task->words[from[i].first_word].sentence]);
      for (guint t = 0; t < self->places[i].n_words; t++)
        self->roles[(gsize) i * self->longest + t] = role_of (self->places[i].first_word + t, from[i], to[i]);
      mark_path (self, &self->places[i], from[i], to[i], self->roles + (gsize) i * self->longest);
    }
  embed_spans (self, from, to, n);
  compare (self, from, to, n);
  ent_kernel_linear (&self->w->types, self->z, n, self->types);
  ent_kernel_linear (&self->w->modality, self->z, n, self->modality);
  ent_kernel_linear (&self->w->sentiment, self->z, n, self->sentiment);
  ent_kernel_linear (&self->w->start, self->z, n, self->start);
  ent_kernel_linear (&self->w->end, self->z, n, self->end);
  for (guint i = 0; i < n; i++)
    {
      const float  *end = self->end + (gsize) i * self->size;
      const guint   start_word = point (self, i, self->start + (gsize) i * self->size, 0);
      EntPairLogits logits = { self->types + (gsize) i * self->w->types.n_out, self->modality + (gsize) i * ENT_N_MODALITIES,
                               self->sentiment + (gsize) i * ENT_N_SENTIMENTS, start_word, point (self, i, end, 0),
                               point (self, i, end, start_word - self->places[i].first_word) };
      func (first + i, &logits, data);
    }
}

static void
allocate (Pairs *self, guint n_pairs)
{
  const EntModel *model = self->task->model;
  const gsize     n = MIN (CHUNK, n_pairs);

  self->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
  self->keys = new_floats (self, MAX_ROWS (self) * self->size);
  self->values = new_floats (self, MAX_ROWS (self) * self->size);
  self->ends = new_floats (self, 2 * n * 2 * model->hidden);
  self->embedded = new_floats (self, 2 * n * self->size);
  self->spans = new_floats (self, n * 2 * self->size);
  self->query = new_floats (self, n * self->size);
  self->joined = new_floats (self, n * MAX (4 * self->size, self->out + self->size));
  self->z0 = new_floats (self, n * self->out);
  self->z = new_floats (self, n * self->out);
  self->weights = new_floats (self, self->longest);
  self->roles = (guint8 *) new_floats (self, (self->longest * n + 3) / 4);
  self->types = new_floats (self, n * self->w->types.n_out);
  self->modality = new_floats (self, n * ENT_N_MODALITIES);
  self->sentiment = new_floats (self, n * ENT_N_SENTIMENTS);
  self->start = new_floats (self, n * self->size);
  self->end = new_floats (self, n * self->size);
}

/* How many pairs from first on make a chunk: as many as fit, and as long as there is room for their sentences. */
static guint
count_chunk (const Pairs *self, guint first)
{
  const EntPairTask *task = self->task;
  guint              n_words = 0, n = 0, before = G_MAXUINT;

  for (; n < CHUNK && first + n < task->n_pairs; n++)
    {
      const guint sentence = task->words[task->from[first + n].first_word].sentence;

      if (sentence != before)
        n_words += task->sentences[sentence].n_words;
      if (n > 0 && n_words > MAX_ROWS (self))
        break;
      before = sentence;
    }
  return n;
}

/**
 * ent_pairs_run:
 * Runs the relation head over pairs, which are best sorted by sentence, and tells func of each in order.
 */
void
ent_pairs_run (const EntPairTask *task, EntPairFunc func, gpointer data)
{
  Pairs self = { .task = task, .w = &task->model->pair, .size = task->model->pair.key.n_out, .out = task->model->pair.mlp1.n_out };

  for (guint i = 0; i < task->n_pairs; i++)
    self.longest = MAX (self.longest, task->sentences[task->words[task->from[i].first_word].sentence].n_words);
  allocate (&self, task->n_pairs);
  for (guint first = 0, n; first < task->n_pairs; first += n)
    {
      n = count_chunk (&self, first);
      run_chunk (&self, first, n, func, data);
    }
  g_ptr_array_unref (self.blocks);
}
