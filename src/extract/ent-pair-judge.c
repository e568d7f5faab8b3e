/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A log-linear combination: logit(confidence) = BIAS + W_LEXICON·logit(lexicon) + W_STANCE·logit(p(stance)), where p(stance) is
 * the sum of the head's probabilities of the claim's stance. What only the head says has the confidence ALONE_BIAS +
 * W_ALONE·p(stance). The weights are fitted so that, on the development documents, of the claims of a confidence about that
 * share is right; they stand here and nowhere else. */

#include "ent-pair-judge.h"

#include <math.h>

#define BIAS            0.2
#define W_LEXICON       1.9
#define W_STANCE        0.6
/* What only the head says is added when it gives that much to a stance and to one type of it. */
static const double alone_stance[ENT_N_STANCES] = { 0.7, 0.9, 0.7 };
#define ALONE_TYPE      0.3
#define ALONE_BIAS      0.15
#define W_ALONE         0.5
#define MIN_PROBABILITY 0.02

static double
logit (double p)
{
  p = CLAMP (p, MIN_PROBABILITY, 1 - MIN_PROBABILITY);
  return log (p / (1 - p));
}

static double
stance_probability (const EntPairScores *scores, EntStance stance)
{
  double p = 0;

  for (guint t = 0; t < ENT_N_RELATION_TYPES; t++)
    if (ent_relation_type_get_stance (t) == stance)
      p += scores->p_types[t];
  return p;
}

double
ent_pair_judge_combine (double lexicon_confidence, EntRelationType type, gboolean mutual, const EntPairScores *there, const EntPairScores *back)
{
  EntStance stance = ent_relation_type_get_stance (type);
  double p_stance;

  if (there == NULL)
    return lexicon_confidence;
  p_stance = stance_probability (there, stance);
  if (mutual && back != NULL)
    p_stance = MAX (p_stance, stance_probability (back, stance));
  return 1 / (1 + exp (-(BIAS + W_LEXICON * logit (lexicon_confidence) + W_STANCE * logit (p_stance))));
}

typedef struct {
  guint from, to;     /* references */
} Pair;

static void
list_pairs (const EntReading *r, const EntCast *cast, GArray *pairs, GArray *from, GArray *to)
{
  for (guint i = 0; i < cast->references->len; i++)
    for (gint k = (gint) i + 1; k < (gint) cast->references->len; k++)
      {
        const EntReference *a = ent_cast_get_reference (cast, i);
        const EntReference *b = ent_cast_get_reference (cast, (guint) k);

        if (r->words[a->head_word].sentence != r->words[b->head_word].sentence)
          break;
        if (a->actor == b->actor)
          continue;
        for (guint turn = 0; turn < 2; turn++)
          {
            Pair pair = turn == 0 ? (Pair) { i, (guint) k } : (Pair) { (guint) k, i };
            const EntReference *p = turn == 0 ? a : b, *q = turn == 0 ? b : a;
            EntWordRange p_range = { p->first_word, p->n_words }, q_range = { q->first_word, q->n_words };

            g_array_append_val (pairs, pair);
            g_array_append_val (from, p_range);
            g_array_append_val (to, q_range);
          }
      }
}

static gint64
pair_key (guint from, guint to)
{
  return ((gint64) from << 32) | to;
}

static const EntPairScores *
find_scores (GHashTable *index, const EntPairScores *scores, guint from, guint to)
{
  gint64 key = pair_key (from, to);
  gpointer at = g_hash_table_lookup (index, &key);

  return at != NULL ? &scores[GPOINTER_TO_UINT (at) - 1] : NULL;
}

static gboolean
is_claimed (const GArray *claims, guint sentence, guint from, guint to, EntStance stance)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const EntClaim *claim = &g_array_index (claims, EntClaim, i);

      if (claim->sentence == sentence && ent_relation_type_get_stance (claim->type) == stance &&
          ((claim->from == from && claim->to == to) || (claim->mutual && claim->from == to && claim->to == from)))
        return TRUE;
    }
  return FALSE;
}

/* "Nordic partners", "African leaders": whether one is a modifier of the other, or a region's adjective. What such a place in
 * the tree states is read off the tree. */
static gboolean
is_attached (const EntReading *r, const EntCast *cast, const EntReference *modifier, const EntReference *noun)
{
  const EntWord *w = &r->words[modifier->head_word];

  if (modifier->is_modifier && ent_cast_get_actor (cast, modifier->actor)->kind != ENT_KIND_COUNTRY)
    return TRUE;
  return w->head == (gint) noun->head_word && (ent_deprel_is (w->deprel, "amod") || ent_deprel_is (w->deprel, "compound"));
}

/* What the head alone is sure of. */
static void
add_alone (const EntReading *r, const EntCast *cast, const Pair *pair, const EntPairScores *scores, GArray *claims)
{
  const EntReference *p = ent_cast_get_reference (cast, pair->from);
  const EntReference *q = ent_cast_get_reference (cast, pair->to);
  EntClaim claim = { .from = p->actor, .to = q->actor, .from_reference = pair->from, .to_reference = pair->to, .speaker = -1 };
  guint sentence = r->words[p->head_word].sentence;
  double p_stance;

  if (is_attached (r, cast, p, q) || is_attached (r, cast, q, p))
    return;
  claim.type = 0;
  for (guint t = 1; t < ENT_N_RELATION_TYPES; t++)
    if (scores->p_types[t] > scores->p_types[claim.type])
      claim.type = t;
  p_stance = stance_probability (scores, ent_relation_type_get_stance (claim.type));
  if (p_stance < alone_stance[ent_relation_type_get_stance (claim.type)] || scores->p_types[claim.type] < ALONE_TYPE || is_claimed (claims, sentence, claim.from, claim.to, ent_relation_type_get_stance (claim.type)))
    return;
  for (guint m = 1; m < ENT_N_MODALITIES; m++)
    if (scores->p_modality[m] > scores->p_modality[claim.modality])
      claim.modality = m;
  if (claim.modality == ENT_MODALITY_DENIED)
    return;
  claim.sentence = sentence;
  claim.predicate_first = MIN (scores->predicate_first, scores->predicate_last);
  claim.predicate_last = MAX (scores->predicate_first, scores->predicate_last);
  if (claim.predicate_last >= r->n_words || r->words[claim.predicate_first].sentence != sentence || r->words[claim.predicate_last].sentence != sentence)
    return;
  claim.predicate_word = claim.predicate_first;
  claim.confidence = ALONE_BIAS + W_ALONE * p_stance;
  g_array_append_val (claims, claim);
}

void
ent_pair_judge_weigh (EntModel *model, const EntDocument *document, const EntReading *reading, const EntCast *cast, GArray *claims)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (EntWordRange));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (EntWordRange));
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree EntPairScores *scores = NULL;

  list_pairs (reading, cast, pairs, from, to);
  if (pairs->len == 0)
    return;
  scores = g_new0 (EntPairScores, pairs->len);
  ent_reader_score_pairs (model, document, (const EntWordRange *) from->data, (const EntWordRange *) to->data, pairs->len, scores);
  for (guint i = 0; i < pairs->len; i++)
    {
      gint64 key = pair_key (g_array_index (pairs, Pair, i).from, g_array_index (pairs, Pair, i).to);

      g_hash_table_insert (index, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < claims->len; i++)
    {
      EntClaim *claim = &g_array_index (claims, EntClaim, i);

      claim->confidence = ent_pair_judge_combine (claim->confidence, claim->type, claim->mutual,
                                                  find_scores (index, scores, claim->from_reference, claim->to_reference),
                                                  find_scores (index, scores, claim->to_reference, claim->from_reference));
    }
  for (guint i = 0; i < pairs->len; i++)
    add_alone (reading, cast, &g_array_index (pairs, Pair, i), &scores[i], claims);
}
