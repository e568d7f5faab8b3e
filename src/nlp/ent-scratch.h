/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-input.h"
#include "ent-tree.h"

G_BEGIN_DECLS

/* Private to src/nlp. */

/**
 * EntScratch:
 * What a worker computes in: one allocation, made once, sized for the largest batch of a document. C is that batch's
 * positions, W its words, H the hidden size. Buffers that are never alive together share their place: the heads begin
 * when the encoder has ended.
 */
typedef struct {
  float   *block;
  /* encoder */
  float   *x;            /* [C, H] */
  float   *qkv;          /* [C, 3H] */
  float   *context;      /* [C, H] */
  float   *projected;    /* [C, H] */
  float   *inner;        /* [C, intermediate] */
  float   *attention;    /* [longest window, longest window] */
  guint   *first;        /* [W]: the position of each word's first piece */
  /* what the encoder hands to the heads */
  float   *mixed[ENT_N_MIXES - 1];   /* [W, H] each: syntax and names; the pair vectors go to the document */
  /* heads, over the encoder's buffers */
  float   *logits;       /* [W, widest of tags, lemma, names, mentions] */
  float   *dep, *head;   /* [W, arc or label] */
  float   *dep_u;        /* [W, arc] */
  float   *arcs;         /* [S, S + 1] for the longest stretch S */
  float   *bilinear;     /* [ENT_LABEL_ROWS, deprels · label] */
  float   *label_pairs;  /* [ENT_LABEL_ROWS, 2 · label] */
  float   *label_scores; /* [ENT_LABEL_ROWS, deprels] */
  guint8  *back;         /* [W, tags of the larger BIOES head] */
  guint8  *tags;         /* [W] */
  float   *probabilities; /* [W] */
  double  *room;         /* [ENT_BIOES_ROOM (S, mentions)] */
  gint    *heads;        /* [S] */
  EntTree *tree;
} EntScratch;

#define ENT_LABEL_ROWS 64   /* arcs that are labelled in one product */

EntScratch *ent_scratch_new  (const EntModel *model, const EntInput *input);
void        ent_scratch_free (EntScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntScratch, ent_scratch_free)

G_END_DECLS
