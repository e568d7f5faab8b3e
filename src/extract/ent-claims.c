/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-claims.h"

/* How sure the lexicon alone is: by the entry's strength, less a little for each noun between the predicate and a party. */
static const double base_confidence[] = { 0.3, 0.45, 0.65, 0.8 };
#define DEPTH_PENALTY      0.04
#define POSSIBLE_FACTOR    0.8
#define REPORTED_FACTOR    0.95

/* The predicate's words: the stating word, its particle, and the preposition of the second party where that follows. */
static void
find_predicate_words (const EntReading *r, const EntCast *cast, EntClaim *claim)
{
  guint word = claim->predicate_word;

  claim->predicate_first = claim->predicate_last = word;
  if (claim->entry == NULL)
    return;
  ENT_READING_EACH_CHILD (r, word, child)
    {
      gboolean is_part = ent_deprel_is (r->words[child].deprel, "compound:prt");

      for (guint i = 0; !is_part && claim->entry->words[i] != NULL; i++)
        is_part = i != claim->entry->head && g_strcmp0 (r->words[child].lemma, claim->entry->words[i]) == 0;
      if (is_part && ABS (child - (gint) word) <= 4 && cast->over[child] < 0)
        {
          claim->predicate_first = MIN (claim->predicate_first, (guint) child);
          claim->predicate_last = MAX (claim->predicate_last, (guint) child);
        }
    }
}

static void
swap_claims (EntClaim *a, EntClaim *b)
{
  EntClaim first = *a;

  *a = *b;
  *b = first;
}

void
ent_claims_add (EntClaimContext *c, EntClaim *claim)
{
  if (claim->from == claim->to)
    return;
  claim->sentence = c->reading->words[claim->predicate_word].sentence;
  claim->confidence = base_confidence[claim->entry != NULL ? claim->entry->strength : 0] - DEPTH_PENALTY * MIN (claim->depth, 4);
  if (claim->modality == ENT_MODALITY_POSSIBLE)
    claim->confidence *= POSSIBLE_FACTOR;
  else if (claim->modality == ENT_MODALITY_REPORTED)
    claim->confidence *= REPORTED_FACTOR;
  find_predicate_words (c->reading, c->cast, claim);
  for (guint i = c->claims->len; i-- > 0;)
    {
      EntClaim *old = &g_array_index (c->claims, EntClaim, i);

      if (old->sentence != claim->sentence || old->type != claim->type || old->fate != claim->fate)
        continue;
      if ((old->from == claim->from && old->to == claim->to) || (old->mutual && claim->mutual && old->from == claim->to && old->to == claim->from))
        {
          if (claim->confidence > old->confidence)
            swap_claims (old, claim);
          claim->fate = ENT_CLAIM_FOLDED;
          break;
        }
    }
  g_array_append_val (c->claims, *claim);
}

void
ent_claims_set_entry (EntClaimContext *c, const EntLexiconEntry *copy, const EntLexiconEntry *entry)
{
  for (guint i = 0; i < c->claims->len; i++)
    if (g_array_index (c->claims, EntClaim, i).entry == copy)
      g_array_index (c->claims, EntClaim, i).entry = entry;
}
