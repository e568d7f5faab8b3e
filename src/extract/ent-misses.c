/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes to no statement for want of a party, told by the finder's own steps. */

#include "ent-relation-finder.h"

#include "ent-frame.h"

static gboolean
is_claimed_by (const GArray *claims, guint word)
{
  for (guint i = 0; i < claims->len; i++)
    if (g_array_index (claims, EntClaim, i).predicate_word == word && g_array_index (claims, EntClaim, i).entry != NULL)
      return TRUE;
  return FALSE;
}

static gint
first_actor (const GArray *parties)
{
  return parties->len > 0 ? (gint) g_array_index (parties, EntParty, 0).actor : -1;
}

/* TRUE where an entry finds both its parties after all: then the word said nothing new, rather than too little. */
static gboolean
read_miss (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, EntMiss *miss)
{
  g_autoptr (GArray) among = entry->mutual ? ent_frame_collect_among (c, p, entry) : g_array_new (FALSE, FALSE, sizeof (EntParty));
  g_autoptr (GArray) from = among->len > 0 ? g_array_ref (among) : ent_frame_collect_first (c, p, entry, entry->from, NULL);
  g_autoptr (GArray) to = ent_frame_collect_first (c, p, entry, entry->to, from);

  *miss = (EntMiss) { (guint) p->word, entry, first_actor (from), first_actor (to) };
  return (from->len > 0 && to->len > 0) || (entry->mutual && from->len > 1);
}

static void
add_miss (const EntClaimContext *c, guint w, GArray *misses)
{
  const EntWord *word = &c->reading->words[w];
  g_autoptr (EntPredication) p = ent_predication_new (c->reading, c->lists, (gint) w);
  const EntLexiconKind *kinds = ent_frame_get_kinds (word->upos);
  EntMiss best = { .entry = NULL };

  for (guint k = 0; k < 2; k++)
    {
      const GPtrArray *entries = ent_relation_lexicon_lookup (c->lexicon, kinds[k], word->lemma);

      for (guint i = 0; entries != NULL && i < entries->len; i++)
        {
          EntMiss miss;

          if (!ent_frame_fits (c, p->word, entries->pdata[i]))
            continue;
          if (read_miss (c, p, entries->pdata[i], &miss))
            return;
          if (best.entry == NULL || (best.from < 0 && best.to < 0 && (miss.from >= 0 || miss.to >= 0)))
            best = miss;
        }
    }
  if (best.entry != NULL)
    g_array_append_val (misses, best);
}

GArray *
ent_relation_finder_find_misses (const EntReading *reading, const EntCast *cast, const EntWordLists *lists, const EntRelationLexicon *lexicon,
                                 const GArray *claims, guint sentence)
{
  const EntClaimContext c = { reading, cast, lists, lexicon, NULL };
  const EntSentence *s = &reading->sentences[sentence];
  GArray *misses = g_array_new (FALSE, FALSE, sizeof (EntMiss));

  for (guint w = s->first_word; w < s->first_word + s->n_words; w++)
    if (ent_frame_may_state (&c, w) && !is_claimed_by (claims, w))
      add_miss (&c, w, misses);
  return misses;
}
