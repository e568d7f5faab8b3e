/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-coref-join.h"

/* What is added to the score of a candidate whom the pronoun fits by what is known of him or her. The model knows few given
 * names; chosen on the pronouns of GAP's validation part. */
#define KNOWN_GENDER 0.65f

static gboolean
is_pronoun (const EntCorefJoiner *self, guint mention)
{
  return ent_model_forms[self->mentions[mention].form] == ENT_FORM_PRONOUN;
}

/**
 * ent_coref_joiner_add:
 * Joins a mention to the best of its candidates that scores above nothing, which scores 0; nobody becomes "he" and "she".
 * Mentions are given in order, each once.
 * @scores: [n_scores] of the mentions before this one, the nearest last
 */
void
ent_coref_joiner_add (EntCorefJoiner *self, guint mention, const float *scores, guint n_scores)
{
  const EntGender gender = self->genders[mention];
  gint chosen = -1;
  float best = 0;

  /* the nearest first, so that of equals the nearest is taken */
  for (guint k = n_scores; k > 0; k--)
    {
      const gint entity = self->entities[mention - n_scores + k - 1];
      const EntGender other = self->of_entity[entity];
      const float score = scores[k - 1] + (gender != ENT_GENDER_UNKNOWN && other == gender && is_pronoun (self, mention) ? KNOWN_GENDER : 0);

      if (score > best && (gender == ENT_GENDER_UNKNOWN || other == ENT_GENDER_UNKNOWN || other == gender))
        {
          best = score;
          chosen = entity;
        }
    }
  self->entities[mention] = chosen >= 0 ? chosen : self->n_entities++;
  if (gender != ENT_GENDER_UNKNOWN)
    self->of_entity[self->entities[mention]] = gender;
}
