/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The block is carved twice: once from nowhere, to learn its size, and once for good. */
#include "ent-scratch.h"

#include "ent-bioes.h"

#define ALIGNMENT 64

static void *
take (char *block, gsize *used, gsize n_bytes)
{
  void *place = block != NULL ? block + *used : NULL;

  *used += (n_bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  return place;
}

/* Sets the pointers into block (nullable: only measures). Returns the bytes that are needed. */
static gsize
carve (EntScratch *self, char *block, const EntModel *model, const EntInput *input)
{
  const EntModelClasses *classes = &model->classes;
  const gsize f = sizeof (float), h = model->hidden, c = input->max_positions, w = input->max_words, s = input->max_stretch;
  const gsize arc = model->arc.dep.n_out, label = model->label.dep.n_out, d = MAX (arc, label);
  const gsize n_bioes = 1 + 4 * (gsize) MAX (classes->n_names, classes->n_mentions);
  const gsize widest = MAX (MAX (classes->n_tags, classes->n_scripts), n_bioes);
  gsize used = 0, heads_used, start;

  self->first = take (block, &used, w * sizeof (guint));
  self->mixed[ENT_MIX_SYNTAX] = take (block, &used, w * h * f);
  self->mixed[ENT_MIX_NAMES] = take (block, &used, w * h * f);
  start = used;
  self->x = take (block, &used, c * h * f);
  self->qkv = take (block, &used, c * 3 * h * f);
  self->context = take (block, &used, c * h * f);
  self->projected = take (block, &used, c * h * f);
  self->inner = take (block, &used, c * model->intermediate * f);
  self->attention = take (block, &used, (gsize) input->max_window * input->max_window * f);

  heads_used = start;
  self->logits = take (block, &heads_used, w * widest * f);
  self->dep = take (block, &heads_used, w * MAX (d, model->mentions1.n_out) * f);
  self->head = take (block, &heads_used, w * d * f);
  self->dep_u = take (block, &heads_used, w * arc * f);
  self->arcs = take (block, &heads_used, s * (s + 1) * f);
  self->bilinear = take (block, &heads_used, ENT_LABEL_ROWS * label * classes->n_deprels * f);
  self->label_pairs = take (block, &heads_used, ENT_LABEL_ROWS * 2 * label * f);
  self->label_scores = take (block, &heads_used, ENT_LABEL_ROWS * (gsize) classes->n_deprels * f);
  self->back = take (block, &heads_used, w * n_bioes);
  self->tags = take (block, &heads_used, w);
  self->probabilities = take (block, &heads_used, w * f);
  self->room = take (block, &heads_used, ENT_BIOES_ROOM (s, classes->n_mentions) * sizeof (double));
  self->heads = take (block, &heads_used, s * sizeof (gint));
  return MAX (used, heads_used);
}

/* (transfer full): room for any batch of the input. */
EntScratch *
ent_scratch_new (const EntModel *model, const EntInput *input)
{
  EntScratch *self = g_new0 (EntScratch, 1);

  self->block = g_aligned_alloc (carve (self, NULL, model, input) + ALIGNMENT, 1, ALIGNMENT);
  carve (self, (char *) self->block, model, input);
  self->tree = ent_tree_new (input->max_stretch);
  return self;
}

void
ent_scratch_free (EntScratch *self)
{
  if (self == NULL)
    return;
  ent_tree_free (self->tree);
  g_aligned_free (self->block);
  g_free (self);
}
