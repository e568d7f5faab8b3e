/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each word that the lexicon knows is read as a predication; the entry's frame says which arguments are the two parties.
 * Entries of more words go before entries of fewer; the first that finds both parties is taken. Offices ("president"),
 * attachments ("rebels in …", "Danish team") and compounds ("pro-…") follow in files of their own, as do filling a frame
 * (ent-frame.c), what is stated by what stands around it (ent-pair-claims.c) and what comes to nothing (ent-misses.c). */

#include "ent-relation-finder.h"

#include "ent-argument.h"
#include "ent-frame.h"

#include <string.h>

/* "After years of conflict with Chad, Kenya agreed": who the noun leaves open is the subject of the clause it stands in. */
static void
collect_clause_subject (const EntClaimContext *c, const EntPredication *p, const GArray *known, GArray *parties)
{
  const EntReading *r = c->reading;
  gint x = p->word;

  if (r->words[x].upos != ENT_UPOS_NOUN)
    return;
  while (r->words[x].head >= 0 && (ent_deprel_is (r->words[x].deprel, "nmod") || ent_deprel_is (r->words[x].deprel, "conj")))
    x = r->words[x].head;
  if ((!ent_deprel_is (r->words[x].deprel, "obl") && !ent_deprel_is (r->words[x].deprel, "obj")) || r->words[x].head < 0)
    return;
  x = ent_predication_get_subject (r, c->lists, r->words[x].head);
  if (x < 0)
    return;
  ent_argument_resolve (r, c->cast, c->lists, x, parties);
  for (guint i = parties->len; i-- > 0;)
    if (known->len > 0 && g_array_index (parties, EntParty, i).actor == g_array_index (known, EntParty, 0).actor)
      g_array_remove_index (parties, i);
}

/* Whether what a noun's parties are known by is no more than where it happens. */
static gboolean
is_only_place (const EntPredication *p, const GArray *parties)
{
  for (guint i = 0; i < p->arguments->len; i++)
    {
      const EntArgument *argument = &g_array_index (p->arguments, EntArgument, i);

      for (guint k = 0; k < parties->len; k++)
        if (g_array_index (parties, EntParty, k).word == (guint) argument->word && !g_str_equal (argument->role, "in") && !g_str_equal (argument->role, "on"))
          return FALSE;
    }
  return TRUE;
}

/* "The NATO alliance": a noun that says what sort of thing the name before it is states no tie of its own. */
static gboolean
is_class_of_name (const EntClaimContext *c, const EntPredication *p)
{
  const EntReading *r = c->reading;

  if (!ent_word_lists_has (c->lists, ENT_LIST_CLASS, r->words[p->word].lemma) || ent_frame_has_role (p, "with") || ent_frame_has_role (p, "between"))
    return FALSE;
  ENT_READING_EACH_CHILD (r, p->word, child)
    if (ent_deprel_is (r->words[child].deprel, "compound") && c->cast->over[child] >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
apply_mutual (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry)
{
  g_autoptr (GArray) among = ent_frame_collect_among (c, p, entry);
  g_autoptr (GArray) from = among->len >= 2 ? g_array_ref (among) : ent_frame_collect_first (c, p, entry, entry->from, NULL);
  g_autoptr (GArray) to = among->len >= 2 ? g_array_new (FALSE, FALSE, sizeof (EntParty)) : ent_frame_collect_first (c, p, entry, entry->to, from);
  gboolean found = FALSE;

  if (is_class_of_name (c, p))
    return FALSE;
  /* of "the war between Chad and its tribes" one is known: whoever speaks of it is not the other */
  if (among->len < 2 && ent_frame_has_role (p, "between"))
    return FALSE;
  if ((from->len == 1 && to->len == 0) || (from->len == 0 && to->len > 0))
    ent_frame_collect (c, p, ENT_ROLE_TARGET, from->len == 0 ? from : to);
  /* "fears a conflict in Chad": it is not the one who fears that fights there */
  if (!is_only_place (p, from->len == 0 ? to : from) && ((from->len == 1 && to->len == 0) || (from->len == 0 && to->len > 0)))
    collect_clause_subject (c, p, from->len == 0 ? to : from, from->len == 0 ? from : to);

  if (from->len > 0 && to->len > 0)
    {
      for (guint i = 0; i < from->len; i++)
        for (guint k = 0; k < to->len; k++)
          {
            ent_claims_add_pair (c, p, entry, &g_array_index (from, EntParty, i), &g_array_index (to, EntParty, k));
            found = TRUE;
          }
      return found;
    }
  /* "A and B clash", "war between A and B"; but the two of "a war with A and B" are on one side */
  for (guint i = 0; i < from->len; i++)
    for (guint k = i + 1; k < from->len; k++)
      {
        ent_claims_add_pair (c, p, entry, &g_array_index (from, EntParty, i), &g_array_index (from, EntParty, k));
        found = TRUE;
      }
  return found;
}

/* "Chad and Mali accused each other": each of them the others. */
static gboolean
apply_reciprocal (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry)
{
  g_autoptr (GArray) parties = NULL;
  gboolean is_reciprocal = FALSE;

  /* the parser may take "each" for a subject behind its verb */
  ENT_READING_EACH_CHILD (c->reading, p->word, child)
    if (ent_argument_is_reciprocal (c->reading, child))
      {
        const char *preposition = ent_reading_get_case (c->reading, child);

        is_reciprocal |= g_strv_contains ((const char *const *) entry->to, preposition != NULL ? preposition : ENT_ROLE_OBJECT);
      }
  if (!is_reciprocal)
    return FALSE;
  parties = ent_frame_collect_first (c, p, entry, entry->from, NULL);
  for (guint i = 0; i < parties->len; i++)
    for (guint k = 0; k < parties->len; k++)
      if (i != k)
        ent_claims_add_pair (c, p, entry, &g_array_index (parties, EntParty, i), &g_array_index (parties, EntParty, k));
  return parties->len > 1;
}

static gboolean
apply_entry (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry)
{
  gboolean found = FALSE;

  if (entry->mutual)
    return apply_mutual (c, p, entry);
  if (apply_reciprocal (c, p, entry))
    return TRUE;
  {
    g_autoptr (GArray) from = ent_frame_collect_first (c, p, entry, entry->from, NULL);
    g_autoptr (GArray) to = from->len > 0 ? ent_frame_collect_first (c, p, entry, entry->to, from) : g_array_new (FALSE, FALSE, sizeof (EntParty));

    for (guint i = 0; i < from->len; i++)
      for (guint k = 0; k < to->len; k++)
        if (g_array_index (from, EntParty, i).actor != g_array_index (to, EntParty, k).actor)
          {
            const EntParty *doer = &g_array_index (from, EntParty, i), *other = &g_array_index (to, EntParty, k);
            /* "Chad's refusal angered Mali": Mali minds it; "Chad angered Mali" is Chad's deed */
            gboolean is_felt = doer->depth > 0 && ent_word_lists_has (c->lists, ENT_LIST_FELT, c->reading->words[p->word].lemma);

            ent_claims_add_pair (c, p, entry, is_felt ? other : doer, is_felt ? doer : other);
            found = TRUE;
          }
  }
  return found || ent_claims_add_wish (c, p, entry);
}

static gboolean
apply_entries (EntClaimContext *c, const EntPredication *p, EntLexiconKind kind)
{
  const GPtrArray *entries = ent_relation_lexicon_lookup (c->lexicon, kind, c->reading->words[p->word].lemma);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (ent_frame_fits (c, p->word, entries->pdata[i]) && apply_entry (c, p, entries->pdata[i]))
      return TRUE;
  return FALSE;
}

/* "Russia - backed separatists" in three words: the suffix's frame is [base] > self, or the other way round. */
static gboolean
read_suffix (EntClaimContext *c, const EntPredication *p)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];
  const GPtrArray *entries;
  g_autoptr (GArray) base = NULL, self = NULL;
  gboolean is_reversed;
  gint child = p->word - 2;

  if (!ent_deprel_is (w->deprel, "amod") || child < 0 || w->head < 0 || r->words[child].sentence != w->sentence ||
      strcmp (r->words[p->word - 1].form, "-") != 0)
    return FALSE;
  entries = ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_SUFFIX, w->form);
  if (entries == NULL)
    return FALSE;
  base = g_array_new (FALSE, FALSE, sizeof (EntParty));
  self = g_array_new (FALSE, FALSE, sizeof (EntParty));
  child = c->cast->over[child] >= 0 ? (gint) ent_cast_get_reference (c->cast, c->cast->over[child])->head_word : child;
  ent_argument_resolve (r, c->cast, c->lists, child, base);
  ent_argument_resolve (r, c->cast, c->lists, w->head, self);
  is_reversed = g_str_equal (((const EntLexiconEntry *) entries->pdata[0])->from[0], "self");
  if (base->len > 0 && self->len > 0)
    ent_claims_add_pair (c, p, entries->pdata[0], &g_array_index (is_reversed ? self : base, EntParty, 0), &g_array_index (is_reversed ? base : self, EntParty, 0));
  return TRUE;
}

static void
read_word (EntClaimContext *c, guint w)
{
  const EntWord *word = &c->reading->words[w];
  EntLexiconKind first, second;

  if (!ent_frame_may_state (c, w))
    return;
  first = ent_frame_get_kinds (word->upos)[0];
  second = ent_frame_get_kinds (word->upos)[1];
  if (ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_SUFFIX, word->form) == NULL &&
      ent_relation_lexicon_lookup (c->lexicon, first, word->lemma) == NULL &&
      ent_relation_lexicon_lookup (c->lexicon, second, word->lemma) == NULL &&
      ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_NOT_VERB, word->lemma) == NULL)
    return;
  {
    g_autoptr (EntPredication) p = ent_predication_new (c->reading, c->lists, (gint) w);

    if (read_suffix (c, p))
      return;
    if (p->is_refused && apply_entries (c, p, ENT_LEXICON_NOT_VERB))
      return;
    if (!apply_entries (c, p, first) && second != first)
      apply_entries (c, p, second);
  }
}

/* What an office holder says their country does ("the president made clear that Chad will not …") they do as well. */
static void
add_office_holders (EntClaimContext *c)
{
  guint n = c->claims->len;

  for (guint i = 0; i < n; i++)
    {
      EntClaim claim = g_array_index (c->claims, EntClaim, i);
      EntStance stance = ent_relation_type_get_stance (claim.type);
      gboolean leads = FALSE;

      if (claim.fate != ENT_CLAIM_KEPT || claim.speaker < 0 || claim.modality != ENT_MODALITY_REPORTED || stance == ENT_STANCE_NEUTRAL || claim.entry == NULL || claim.mutual ||
          (guint) claim.speaker == claim.to || ent_cast_get_actor (c->cast, (guint) claim.speaker)->kind != ENT_KIND_PERSON)
        continue;
      for (guint k = 0; k < n && !leads; k++)
        {
          const EntClaim *lead = &g_array_index (c->claims, EntClaim, k);
          leads = lead->type == ENT_RELATION_LEAD && lead->from == (guint) claim.speaker && lead->to == claim.from;
        }
      if (!leads)
        continue;
      claim.from = (guint) claim.speaker;
      for (guint k = 0; k < c->cast->references->len; k++)
        if (ent_cast_get_reference (c->cast, k)->actor == claim.from && c->reading->words[ent_cast_get_reference (c->cast, k)->head_word].sentence == claim.sentence)
          claim.from_reference = k;
      ent_claims_add (c, &claim);
    }
}

GArray *
ent_relation_finder_find (const EntReading *reading, const EntCast *cast, const EntWordLists *lists, const EntRelationLexicon *lexicon)
{
  EntClaimContext c = { reading, cast, lists, lexicon, g_array_new (FALSE, FALSE, sizeof (EntClaim)) };

  for (guint w = 0; w < reading->n_words; w++)
    {
      read_word (&c, w);
      ent_claims_read_agent (&c, w);
    }
  for (guint i = 0; i < cast->references->len; i++)
    ent_claims_read_attachment (&c, i);
  add_office_holders (&c);
  return c.claims;
}
