/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scratch.h"

G_BEGIN_DECLS

/* Private to src/nlp. */

/* What the heads say of a word, as class numbers. */
typedef struct {
  gint32  head;                        /* word of the document; -1 for a stretch's root */
  guint16 upos;                        /* class of the UPOS group */
  guint8  features[ENT_N_FEATURES];
  guint16 deprel;
  guint16 lemma;
  guint8  name, mention;               /* BIOES tags */
  float   mention_probability;         /* of the mention that begins here */
} EntWordClasses;

void ent_heads_run (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch, EntWordClasses *words);

G_END_DECLS
