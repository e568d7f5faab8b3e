/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heads that read one word's vector, or two of one sentence: tags, lemma, arcs and labels, names, mentions. All words
 * of a batch share the linear layers; trees and tag sequences are decoded stretch by stretch. */
#include "ent-heads.h"

#include "ent-bioes.h"

#include <string.h>

typedef struct {
  const EntModel   *model;
  const EntStretch *stretches;
  guint             n_stretches;
  guint             first_word, n_words;
  EntScratch       *scratch;
  EntWordClasses   *words;      /* [n_words], the batch's */
} Work;

static guint
find_highest (const float *x, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (x[i] > x[best])
      best = i;
  return best;
}

static void
run_tags (const Work *work)
{
  const EntModelClasses *classes = &work->model->classes;
  float                 *logits = work->scratch->logits;

  ent_kernel_linear (&work->model->tags, work->scratch->mixed[ENT_MIX_SYNTAX], work->n_words, logits);
  for (guint w = 0; w < work->n_words; w++, logits += classes->n_tags)
    for (guint g = 0; g < classes->n_groups; g++)
      {
        const EntTagGroup *group = &classes->groups[g];
        guint              best = find_highest (logits + group->first, group->n_values);

        if (group->feature == -1)
          work->words[w].upos = (guint16) best;
        else if (group->feature >= 0)
          work->words[w].features[group->feature] = (guint8) best;
      }
}

static void
run_lemma (const Work *work)
{
  const guint n = work->model->lemma.n_out;
  float      *logits = work->scratch->logits;

  ent_kernel_linear (&work->model->lemma, work->scratch->mixed[ENT_MIX_SYNTAX], work->n_words, logits);
  for (guint w = 0; w < work->n_words; w++)
    work->words[w].lemma = (guint16) find_highest (logits + (gsize) w * n, n);
}

/* score[i][j] = d_i·U·h_j + h_j·u, the root in column 0. */
static void
score_arcs (const EntModel *model, const float *dep_u, const float *head, guint n_words, float *arcs)
{
  const guint n = model->arc.dep.n_out;
  float       root_bias = ent_kernel_dot (model->arc.root, model->arc_bias, n);

  ent_kernel_multiply_transposed ((EntMatrix) { dep_u, n_words, n, n }, (EntMatrix) { head, n_words, n, n }, arcs + 1, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    arcs[(gsize) i * (n_words + 1)] = ent_kernel_dot (dep_u + (gsize) i * n, model->arc.root, n) + root_bias;
  for (guint j = 0; j < n_words; j++)
    {
      float bias = ent_kernel_dot (head + (gsize) j * n, model->arc_bias, n);
      for (guint i = 0; i < n_words; i++)
        arcs[(gsize) i * (n_words + 1) + 1 + j] += bias;
    }
}

static void
run_arcs (const Work *work)
{
  const EntModel *model = work->model;
  EntScratch     *scratch = work->scratch;
  const guint     n = model->arc.dep.n_out;

  ent_kernel_linear_gelu (&model->arc.dep, scratch->mixed[ENT_MIX_SYNTAX], work->n_words, scratch->dep);
  ent_kernel_linear_gelu (&model->arc.head, scratch->mixed[ENT_MIX_SYNTAX], work->n_words, scratch->head);
  ent_kernel_multiply ((EntMatrix) { scratch->dep, work->n_words, n, n }, (EntMatrix) { model->arc_u, n, n, n }, scratch->dep_u, n);
  for (guint s = 0; s < work->n_stretches; s++)
    {
      const EntStretch *stretch = &work->stretches[s];
      const guint       at = stretch->first_word - work->first_word;

      score_arcs (model, scratch->dep_u + (gsize) at * n, scratch->head + (gsize) at * n, stretch->n_words, scratch->arcs);
      ent_tree_decode (scratch->tree, scratch->arcs, stretch->n_words, scratch->heads);
      for (guint i = 0; i < stretch->n_words; i++)
        work->words[at + i].head = scratch->heads[i] == 0 ? -1 : (gint32) stretch->first_word + scratch->heads[i] - 1;
    }
}

/* Labels the arcs of up to ENT_LABEL_ROWS words. With the heads b below each other, b·Vᵀ holds V_l·b for every l. */
static void
label_words (const Work *work, guint first, guint n_words)
{
  const EntModel *model = work->model;
  EntScratch     *scratch = work->scratch;
  const guint     n = model->label.dep.n_out, n_labels = model->classes.n_deprels, root = model->classes.root_deprel;

  for (guint i = 0; i < n_words; i++)
    {
      const gint32 head = work->words[first + i].head;
      const float *b = head < 0 ? model->label.root : scratch->head + (gsize) ((guint) head - work->first_word) * n;

      memcpy (scratch->label_pairs + (gsize) i * 2 * n, scratch->dep + (gsize) (first + i) * n, n * sizeof (float));
      memcpy (scratch->label_pairs + (gsize) i * 2 * n + n, b, n * sizeof (float));
    }
  ent_kernel_linear (&model->label_linear, scratch->label_pairs, n_words, scratch->label_scores);
  ent_kernel_multiply_transposed ((EntMatrix) { scratch->label_pairs + n, n_words, n, 2 * n },
                                  (EntMatrix) { model->label_bilinear, n_labels * n, n, n }, scratch->bilinear, n_labels * n);
  for (guint i = 0; i < n_words; i++)
    {
      const float *a = scratch->label_pairs + (gsize) i * 2 * n, *vb = scratch->bilinear + (gsize) i * n_labels * n;
      float       *scores = scratch->label_scores + (gsize) i * n_labels;

      for (guint l = 0; l < n_labels; l++)
        scores[l] += ent_kernel_dot (a, vb + (gsize) l * n, n);
      scores[root] = -G_MAXFLOAT;
      work->words[first + i].deprel = (guint16) (work->words[first + i].head < 0 ? root : find_highest (scores, n_labels));
    }
}

static void
run_labels (const Work *work)
{
  const EntModel *model = work->model;
  EntScratch     *scratch = work->scratch;

  ent_kernel_linear_gelu (&model->label.dep, scratch->mixed[ENT_MIX_SYNTAX], work->n_words, scratch->dep);
  ent_kernel_linear_gelu (&model->label.head, scratch->mixed[ENT_MIX_SYNTAX], work->n_words, scratch->head);
  for (guint first = 0; first < work->n_words; first += ENT_LABEL_ROWS)
    label_words (work, first, MIN (ENT_LABEL_ROWS, work->n_words - first));
}

/* Decodes logits of all words into tags, a stretch at a time; logits are spent. */
static void
decode_spans (const Work *work, guint n_kinds)
{
  const guint n_tags = 1 + 4 * n_kinds;

  for (guint s = 0; s < work->n_stretches; s++)
    {
      const guint at = work->stretches[s].first_word - work->first_word;
      ent_bioes_decode (work->scratch->logits + (gsize) at * n_tags, work->stretches[s].n_words, n_kinds, work->scratch->back, work->scratch->tags + at);
    }
}

static void
run_names (const Work *work)
{
  ent_kernel_linear (&work->model->names, work->scratch->mixed[ENT_MIX_NAMES], work->n_words, work->scratch->logits);
  decode_spans (work, work->model->classes.n_names);
  for (guint w = 0; w < work->n_words; w++)
    work->words[w].name = work->scratch->tags[w];
}

static void
run_mentions (const Work *work)
{
  const EntModel *model = work->model;
  EntScratch     *scratch = work->scratch;
  const guint     n_tags = model->mentions2.n_out;

  ent_kernel_linear_gelu (&model->mentions1, scratch->mixed[ENT_MIX_NAMES], work->n_words, scratch->dep);
  ent_kernel_linear (&model->mentions2, scratch->dep, work->n_words, scratch->logits);
  decode_spans (work, model->classes.n_mentions);
  /* decoding spent the logits, weighing needs them as they were */
  ent_kernel_linear (&model->mentions2, scratch->dep, work->n_words, scratch->logits);
  ent_kernel_softmax (scratch->logits, work->n_words, n_tags, 1.0f);
  for (guint s = 0; s < work->n_stretches; s++)
    {
      const guint at = work->stretches[s].first_word - work->first_word;
      ent_bioes_weigh (scratch->logits + (gsize) at * n_tags, work->stretches[s].n_words, model->classes.n_mentions, scratch->tags + at,
                       scratch->room, scratch->probabilities + at);
    }
  for (guint w = 0; w < work->n_words; w++)
    {
      work->words[w].mention = scratch->tags[w];
      work->words[w].mention_probability = scratch->probabilities[w];
    }
}

/**
 * ent_heads_run:
 * Reads a batch's word vectors off the scratch and decodes every head that needs no other batch.
 * @words: [n_words of the document]: the batch's are filled in
 */
void
ent_heads_run (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch, EntWordClasses *words)
{
  const Work work = { model, &g_array_index (input->stretches, EntStretch, batch->first_stretch), batch->n_stretches,
                      batch->first_word, batch->n_words, scratch, words + batch->first_word };

  run_tags (&work);
  run_lemma (&work);
  run_arcs (&work);
  run_labels (&work);
  run_names (&work);
  run_mentions (&work);
}
