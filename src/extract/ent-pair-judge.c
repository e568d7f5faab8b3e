/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How likely a statement is true comes from the tree and from the language model's relation head together:
 *
 *   with an entry of the lexicon    logit(confidence) = BIAS + W_LEXICON·logit(lexicon) + W_STANCE·logit(p(stance))
 *   by the head alone               logit(confidence) = ALONE_BIAS + W_ALONE·logit(p(stance))
 *
 * where p(stance) is the sum of the head's probabilities of that stance's types. Within the stance the type is the one that the
 * head likes best, the lexicon's having an advantage. The weights are fitted by logistic regression so that, on the development
 * documents, of the claims of a confidence about that share is right; they stand here and nowhere else. */

#include "ent-pair-judge.h"

#include "ent-hunch.h"
#include "ent-speech.h"

#include <math.h>
#include <string.h>

#define BIAS            (-0.4)
#define W_LEXICON       1.2
#define W_STANCE        0.27
#define ALONE_BIAS      (-0.59)
#define W_ALONE         0.46
/* What only the head says is not looked at below this. */
#define MIN_ALONE       0.2
#define MIN_PROBABILITY 0.02
/* By how much, in logarithms of probability, the type that the lexicon gives is preferred to another of its stance: by the
 * entry's strength. */
static const double lexicon_type[] = { 0, 0.7, 1.5, 3 };
/* Of one type in both directions, the other being at least so likely as this share of the one, neither is the doer. */
#define MUTUAL_SHARE    0.5

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

static double
squash (double x)
{
  return 1 / (1 + exp (-x));
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
  return squash (BIAS + W_LEXICON * logit (lexicon_confidence) + W_STANCE * logit (p_stance));
}

/* The likeliest type of a stance; `known` (-1 for none) has an advantage. */
static EntRelationType
choose_type (const EntPairScores *scores, EntStance stance, gint known, double advantage)
{
  gint best = known;
  double best_score = known >= 0 ? log (MAX (scores->p_types[known], 1e-6)) + advantage : -G_MAXDOUBLE;

  for (guint t = 0; t < ENT_N_RELATION_TYPES; t++)
    {
      double score = log (MAX (scores->p_types[t], 1e-6));

      if (ent_relation_type_get_stance (t) == stance && score > best_score)
        {
          best = (gint) t;
          best_score = score;
        }
    }
  return (EntRelationType) best;
}

typedef struct {
  guint from, to;     /* references */
} Pair;

/* The noun that a compound describes, of whose parts the reference is one: "Chad-backed [rebels]", "pro-Chad [rebels]"; -1 for
 * none. */
static gint
find_described (const EntReading *r, const EntCast *cast, guint reference)
{
  const EntReference *x = ent_cast_get_reference (cast, reference);
  guint after = x->first_word + x->n_words;

  if (ent_cast_is_compound (cast, r, reference))
    return r->words[x->first_word].head;
  if (after + 1 < r->n_words && strcmp (r->words[after].form, "-") == 0 && r->words[after + 1].upos == ENT_UPOS_VERB &&
      ent_deprel_is (r->words[after + 1].deprel, "amod"))
    return r->words[after + 1].head;
  return -1;
}

/* Whether the head is asked about a pair. Who is named in a compound is tied to what the compound describes and to nobody else;
 * whose word it is ("according to Chad") is no party of what is said. */
static gboolean
may_be_tied (const EntReading *r, const EntCast *cast, guint a, guint b)
{
  const EntReference *p = ent_cast_get_reference (cast, a), *q = ent_cast_get_reference (cast, b);
  gint of_p = find_described (r, cast, a), of_q = find_described (r, cast, b);

  return p->actor != q->actor && (of_p < 0 || of_p == (gint) q->head_word) && (of_q < 0 || of_q == (gint) p->head_word) &&
         ent_speech_find_source (r, p->head_word) == ent_speech_find_source (r, q->head_word);
}

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
        if (!may_be_tied (r, cast, i, (guint) k))
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
is_opposed (const EntClaim *claim, EntStance stance)
{
  EntStance other = ent_relation_type_get_stance (claim->type);

  return claim->entry != NULL && claim->fate == ENT_CLAIM_KEPT && other != stance && other != ENT_STANCE_NEUTRAL && stance != ENT_STANCE_NEUTRAL;
}

/* Whether the lexicon has said of the pair what the head says; of the opposite stance the tree knows better than the head. */
static gboolean
is_claimed (const GArray *claims, guint sentence, guint from, guint to, EntStance stance)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const EntClaim *claim = &g_array_index (claims, EntClaim, i);

      if (claim->sentence == sentence && (ent_relation_type_get_stance (claim->type) == stance || is_opposed (claim, stance)) &&
          ((claim->from == from && claim->to == to) || (claim->mutual && claim->from == to && claim->to == from)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the head has taken doer for sufferer, where the tree says who is which. */
static gboolean
is_turned_round (const EntClaim *claim, const EntClaim *alone)
{
  EntStance stance = ent_relation_type_get_stance (claim->type);

  return claim->fate == ENT_CLAIM_KEPT && !claim->mutual && claim->from == alone->to && stance != ENT_STANCE_NEUTRAL &&
         stance == ent_relation_type_get_stance (alone->type);
}

/* Whether the lexicon reads the very words on which the head rests its claim as another tie of the two, and with more right:
 * "Laos has the backing of Vietnam" is Vietnam's deed only. */
static gboolean
is_said_otherwise (const GArray *claims, const EntClaim *alone)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const EntClaim *claim = &g_array_index (claims, EntClaim, i);
      gboolean same_words = claim->predicate_word >= alone->predicate_first && claim->predicate_word <= alone->predicate_last;
      gboolean same_pair = (claim->from == alone->from && claim->to == alone->to) || (claim->from == alone->to && claim->to == alone->from);

      if (claim->entry != NULL && claim->sentence == alone->sentence && same_words && same_pair &&
          (claim->confidence >= alone->confidence || is_turned_round (claim, alone)))
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

/* What one may think of another, or wish of them, by what one says. */
static gboolean
is_opinion (EntRelationType type)
{
  return type == ENT_RELATION_ACCUSE || type == ENT_RELATION_DISTRUST || type == ENT_RELATION_SUPPORT || type == ENT_RELATION_REJECT || type == ENT_RELATION_ALIGN;
}

/* "He stressed that Peru would stay": a verb that only tells may bear what one thinks of another, but asks nothing of them, unless
 * what it tells is what they must do; nor does it tie the two. */
static gboolean
is_only_told (const EntReading *r, const EntWordLists *lists, const EntClaim *claim)
{
  const EntWord *w = &r->words[claim->predicate_word];
  gint told = ent_reading_child (r, (gint) claim->predicate_word, "ccomp");

  if (w->upos != ENT_UPOS_VERB || !ent_word_lists_has (lists, ENT_LIST_TELLING, w->lemma))
    return FALSE;
  if (claim->type == ENT_RELATION_REQUEST)
    return told < 0 || (!ent_reading_has_child (r, told, "aux", "must") && !ent_reading_has_child (r, told, "aux", "should"));
  if (told >= 0)
    return !is_opinion (claim->type);
  return claim->type == ENT_RELATION_CONSULT || claim->type == ENT_RELATION_COERCE || ent_relation_type_get_stance (claim->type) == ENT_STANCE_NEUTRAL;
}

/* What the head alone says. back: of the pair the other way round, nullable */
static void
add_alone (const EntClaimContext *judge, const Pair *pair, const EntPairScores *scores, const EntPairScores *back)
{
  const EntReading *r = judge->reading;
  const EntCast *cast = judge->cast;
  const EntReference *p = ent_cast_get_reference (cast, pair->from);
  const EntReference *q = ent_cast_get_reference (cast, pair->to);
  EntClaim claim = { .from = p->actor, .to = q->actor, .from_reference = pair->from, .to_reference = pair->to, .speaker = -1 };
  guint sentence = r->words[p->head_word].sentence;
  EntStance stance = 0;
  double p_stance;

  for (guint s = 1; s < ENT_N_STANCES; s++)
    if (stance_probability (scores, s) > stance_probability (scores, stance))
      stance = s;
  p_stance = stance_probability (scores, stance);
  if (p_stance < MIN_ALONE || ent_cast_is_compound (cast, r, pair->from) || ent_cast_is_compound (cast, r, pair->to) || is_claimed (judge->claims, sentence, claim.from, claim.to, stance))
    return;
  claim.type = choose_type (scores, stance, -1, 0);
  for (guint m = 1; m < ENT_N_MODALITIES; m++)
    if (scores->p_modality[m] > scores->p_modality[claim.modality])
      claim.modality = m;
  claim.sentence = sentence;
  claim.predicate_first = MIN (scores->predicate_first, scores->predicate_last);
  claim.predicate_last = MAX (scores->predicate_first, scores->predicate_last);
  if (claim.predicate_last >= r->n_words || r->words[claim.predicate_first].sentence != sentence || r->words[claim.predicate_last].sentence != sentence)
    return;
  claim.predicate_word = ent_reading_find_head (r, claim.predicate_first, claim.predicate_last - claim.predicate_first + 1);
  claim.confidence = squash (ALONE_BIAS + W_ALONE * logit (p_stance));
  if (is_said_otherwise (judge->claims, &claim) || is_only_told (r, judge->lists, &claim) || ent_hunch_is_wrong (judge, &claim))
    return;
  claim.mutual = back != NULL && stance_probability (back, stance) >= MUTUAL_SHARE * p_stance && choose_type (back, stance, -1, 0) == claim.type;
  if (claim.modality == ENT_MODALITY_DENIED || ent_hunch_is_denied (judge, &claim))
    claim.fate = ENT_CLAIM_DENIED;
  else if (is_attached (r, cast, p, q) || is_attached (r, cast, q, p))
    claim.fate = ENT_CLAIM_ATTACHED;
  /* who may come to belong turns towards it */
  if (claim.type == ENT_RELATION_MEMBER && claim.modality == ENT_MODALITY_POSSIBLE && ent_cast_get_actor (cast, claim.from)->kind == ENT_KIND_COUNTRY)
    claim.type = ENT_RELATION_ALIGN;
  g_array_append_val (judge->claims, claim);
}

static guint
sentence_of (const EntReading *r, const EntCast *cast, guint reference)
{
  return r->words[ent_cast_get_reference (cast, reference)->head_word].sentence;
}

/* What the head says of a claim that the lexicon made. */
static void
weigh_claim (EntClaim *claim, const EntPairScores *there, const EntPairScores *back)
{
  claim->confidence = ent_pair_judge_combine (claim->confidence, claim->type, claim->mutual, there, back);
  if (there != NULL && ent_relation_type_get_stance (claim->type) != ENT_STANCE_NEUTRAL)
    claim->type = choose_type (there, ent_relation_type_get_stance (claim->type), (gint) claim->type,
                               lexicon_type[claim->entry != NULL ? claim->entry->strength : 0]);
}

void
ent_pair_judge_weigh (EntModel *model, const EntDocument *document, const EntReading *reading, const EntCast *cast, const EntWordLists *lists,
                      const EntRelationLexicon *lexicon, GArray *claims)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (EntWordRange));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (EntWordRange));
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree EntPairScores *scores = NULL;
  const EntClaimContext judge = { reading, cast, lists, lexicon, claims };

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

      /* "both sides" were named elsewhere: what the head says of that sentence says nothing of this one */
      if (sentence_of (reading, cast, claim->from_reference) != claim->sentence || sentence_of (reading, cast, claim->to_reference) != claim->sentence)
        continue;
      weigh_claim (claim, find_scores (index, scores, claim->from_reference, claim->to_reference),
                   find_scores (index, scores, claim->to_reference, claim->from_reference));
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      add_alone (&judge, pair, &scores[i], find_scores (index, scores, pair->to, pair->from));
    }
}
