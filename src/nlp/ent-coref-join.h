/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-gender.h"

G_BEGIN_DECLS

/* Private to src/nlp. */

/* What mentions were joined to so far. */
typedef struct {
  const EntCorefMention *mentions;
  const EntGender       *genders;      /* [n_mentions] */
  gint                  *entities;     /* [n_mentions], filled mention by mention */
  EntGender             *of_entity;    /* [n_mentions]: of each entity's mentions so far; zero at first */
  gint                   n_entities;
} EntCorefJoiner;

void ent_coref_joiner_add (EntCorefJoiner *self, guint mention, const float *scores, guint n_scores);

G_END_DECLS
