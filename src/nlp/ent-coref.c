/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Mention ranking (Lee et al. 2017, with the mentions found beforehand): every mention is compared with the nearest
 * earlier ones and joins the best of them if that one scores above nothing, which scores 0. What depends on one mention is
 * computed once for all; the rest, for the candidates of a few mentions at a time, in one product each. Texts are compared
 * by numbers: words of equal folded form share one. */
#include "ent-coref.h"

#include "ent-coref-join.h"
#include "ent-workers.h"

#include <string.h>

#define CHUNK 8   /* mentions whose candidates are scored in one product */

typedef struct {
  const EntCorefTask *task;
  guint    span, size;       /* widths of a span's vector and of the comparison */
  float   *m;                /* [n_mentions, span] */
  float   *a, *b;            /* [n_mentions, size] */
  guint   *folded;           /* [n_words]: the number of a word's folded form */
  guint8  *is_content;       /* [n_words] */
  float   *scores;           /* [n_mentions, ENT_COREF_CANDIDATES] */
  float  **scratch;          /* a worker's: [CHUNK · candidates, span + size] */
} Coref;

/* What the model was trained to overlook when it asks whether two mentions share a word. */
static const char *const stop_words[] = {
  "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "he", "she", "it", "they", "we",
  "you", "i", "him", "them", "us", "me", "who", "whom", "whose", "which", "what", "some", "any", "all", "both", "each", "every", "no",
  "another", "other", "one", "ones", "himself", "herself", "itself", "themselves",
};

static guint
first_candidate (const EntCorefMention *mentions, guint i)
{
  guint n = MIN (i - mentions[i].first_candidate, ENT_COREF_CANDIDATES);

  return i - n;
}

/* Numbers the forms of the words inside mentions. */
static void
fold_words (Coref *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) stops = g_hash_table_new (g_str_hash, g_str_equal);
  const EntCorefTask *task = self->task;

  for (gsize i = 0; i < G_N_ELEMENTS (stop_words); i++)
    g_hash_table_add (stops, (gpointer) stop_words[i]);
  for (guint i = 0; i < task->n_mentions; i++)
    for (guint w = task->mentions[i].first_word; w < task->mentions[i].first_word + task->mentions[i].n_words; w++)
      {
        char    *form = g_utf8_casefold (task->words[w].form, -1);
        gpointer number;

        self->is_content[w] = g_utf8_strlen (form, -1) > 2 && !g_hash_table_contains (stops, form);
        if (g_hash_table_lookup_extended (numbers, form, NULL, &number))
          g_free (form);
        else
          {
            number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
            g_hash_table_insert (numbers, form, number);
          }
        self->folded[w] = GPOINTER_TO_UINT (number);
      }
}

static guint
match_class (const Coref *self, const EntCorefMention *i, const EntCorefMention *j)
{
  const guint *a = self->folded + i->first_word, *b = self->folded + j->first_word;

  if (i->n_words == j->n_words && memcmp (a, b, i->n_words * sizeof *a) == 0)
    return 3;
  if (a[i->n_words - 1] == b[j->n_words - 1])
    return 2;
  for (guint x = 0; x < i->n_words; x++)
    for (guint y = 0; y < j->n_words && self->is_content[i->first_word + x]; y++)
      if (a[x] == b[y])
        return 1;
  return 0;
}

static guint
distance_class (guint sentences)
{
  if (sentences < 5)
    return sentences;
  return sentences <= 7 ? 5 : 6;
}

/* How many mentions back the candidate stands. */
static guint
rank_class (guint n)
{
  static const guint ends[] = { 2, 3, 4, 5, 8, 16, 32 };
  guint class = 0;

  while (class < G_N_ELEMENTS (ends) && n >= ends[class])
    class++;
  return class;
}

/* Adds the embeddings of what is known of a pair. */
static void
add_features (const Coref *self, guint i, guint j, float *u)
{
  const EntCorefWeights *weights = &self->task->model->coref;
  const EntCorefMention *a = &self->task->mentions[i], *b = &self->task->mentions[j];
  const guint n = self->size;
  const float *terms[] = {
    self->a + (gsize) i * n, self->b + (gsize) j * n, weights->bias,
    weights->distance + (gsize) distance_class (a->sentence - b->sentence) * n,
    weights->form + (gsize) (a->form * ENT_N_MODEL_FORMS + b->form) * n,
    weights->match + (gsize) match_class (self, a, b) * n,
    weights->kind + (gsize) (a->kind * ENT_N_KINDS + b->kind) * n,
    weights->rank + (gsize) rank_class (i - j) * n,
  };

  for (gsize t = 0; t < G_N_ELEMENTS (terms); t++)
    ent_kernel_add_scaled (u, terms[t], 1.0f, n);
}

static gboolean
score_chunk (guint job, guint worker, gpointer data)
{
  const Coref           *self = data;
  const EntCorefMention *mentions = self->task->mentions;
  const guint            first = job * CHUNK, end = MIN (first + CHUNK, self->task->n_mentions);
  float                 *products = self->scratch[worker], *u = products + (gsize) CHUNK * ENT_COREF_CANDIDATES * self->span;
  guint                  n_rows = 0;

  for (guint i = first; i < end; i++)
    for (guint j = first_candidate (mentions, i); j < i; j++, n_rows++)
      for (guint k = 0; k < self->span; k++)
        products[(gsize) n_rows * self->span + k] = self->m[(gsize) i * self->span + k] * self->m[(gsize) j * self->span + k];
  ent_kernel_linear (&self->task->model->coref.c, products, n_rows, u);
  n_rows = 0;
  for (guint i = first; i < end; i++)
    for (guint j = first_candidate (mentions, i); j < i; j++, n_rows++)
      add_features (self, i, j, u + (gsize) n_rows * self->size);
  ent_kernel_gelu (u, (gsize) n_rows * self->size);
  n_rows = 0;
  for (guint i = first; i < end; i++)
    for (guint j = first_candidate (mentions, i); j < i; j++, n_rows++)
      self->scores[(gsize) i * ENT_COREF_CANDIDATES + j - first_candidate (mentions, i)] =
        ent_kernel_dot (u + (gsize) n_rows * self->size, self->task->model->coref.v, self->size) + self->task->model->coref.v_bias;
  return !g_cancellable_is_cancelled (self->task->cancellable);
}

/* The vectors of all mentions and what the head makes of each alone. */
static void
embed_mentions (Coref *self)
{
  const EntCorefTask    *task = self->task;
  const EntCorefWeights *weights = &task->model->coref;
  const guint            h = task->model->hidden;
  float                 *ends = g_aligned_alloc ((gsize) CHUNK * 2 * h, sizeof (float), 64);

  for (guint first = 0; first < task->n_mentions; first += CHUNK)
    {
      const guint n = MIN (CHUNK, task->n_mentions - first);

      for (guint i = 0; i < n; i++)
        {
          const EntCorefMention *mention = &task->mentions[first + i];
          memcpy (ends + (gsize) i * 2 * h, task->pair_vectors + (gsize) mention->first_word * h, h * sizeof (float));
          memcpy (ends + (gsize) i * 2 * h + h, task->pair_vectors + (gsize) (mention->first_word + mention->n_words - 1) * h, h * sizeof (float));
        }
      ent_kernel_linear_gelu (&weights->span, ends, n, self->m + (gsize) first * self->span);
    }
  ent_kernel_linear (&weights->a, self->m, task->n_mentions, self->a);
  ent_kernel_linear (&weights->b, self->m, task->n_mentions, self->b);
  g_aligned_free (ends);
}

static void
coref_init (Coref *self, const EntCorefTask *task, guint n_workers)
{
  const gsize n = MAX (task->n_mentions, 1);

  self->task = task;
  self->span = task->model->coref.span.n_out;
  self->size = task->model->coref.a.n_out;
  self->m = g_aligned_alloc (n * self->span, sizeof (float), 64);
  self->a = g_aligned_alloc (n * self->size, sizeof (float), 64);
  self->b = g_aligned_alloc (n * self->size, sizeof (float), 64);
  self->scores = g_new0 (float, n * ENT_COREF_CANDIDATES);
  self->folded = g_new0 (guint, task->n_words);
  self->is_content = g_new0 (guint8, task->n_words);
  self->scratch = g_new0 (float *, n_workers);
  for (guint w = 0; w < n_workers; w++)
    self->scratch[w] = g_aligned_alloc ((gsize) CHUNK * ENT_COREF_CANDIDATES * (self->span + self->size), sizeof (float), 64);
}

static void
coref_clear (Coref *self, guint n_workers)
{
  for (guint w = 0; w < n_workers; w++)
    g_aligned_free (self->scratch[w]);
  g_aligned_free (self->m);
  g_aligned_free (self->a);
  g_aligned_free (self->b);
  g_free (self->scores);
  g_free (self->folded);
  g_free (self->is_content);
  g_free (self->scratch);
}

/**
 * ent_coref_score:
 * Scores every mention with its candidates and tells func, mention by mention in order.
 * Returns: FALSE where it was cancelled; func has then not been called
 * Cost: 33,000 multiplications for each of at most 60 candidates of a mention.
 */
gboolean
ent_coref_score (const EntCorefTask *task, EntCorefScores func, gpointer data)
{
  const guint n_jobs = (task->n_mentions + CHUNK - 1) / CHUNK, n_workers = ent_workers_count (task->n_threads, n_jobs);
  Coref       self = { 0 };
  gboolean    complete;

  coref_init (&self, task, n_workers);
  fold_words (&self);
  embed_mentions (&self);
  complete = ent_workers_run (n_workers, n_jobs, score_chunk, NULL, &self);
  for (guint i = 0; complete && i < task->n_mentions; i++)
    func (i, self.scores + (gsize) i * ENT_COREF_CANDIDATES, i - first_candidate (task->mentions, i), data);
  coref_clear (&self, n_workers);
  return complete;
}

static void
join (guint mention, const float *scores, guint n_scores, gpointer joiner)
{
  ent_coref_joiner_add (joiner, mention, scores, n_scores);
}

/**
 * ent_coref_entities:
 * Numbers the mentions by what they refer to.
 * @entities: (out): [n_mentions], numbers from 0 on in order of first mention
 * Returns: FALSE where it was cancelled
 */
gboolean
ent_coref_entities (const EntCorefTask *task, gint *entities)
{
  g_autofree EntGender *genders = ent_gender_find (task->words, task->mentions, task->n_mentions);
  g_autofree EntGender *of_entity = g_new0 (EntGender, MAX (task->n_mentions, 1));
  EntCorefJoiner joiner = { task->mentions, genders, entities, of_entity, 0 };

  return ent_coref_score (task, join, &joiner);
}
