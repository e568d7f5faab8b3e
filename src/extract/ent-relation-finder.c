/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each word that the lexicon knows is read as a predication; the entry's frame says which arguments are the two parties.
 * Entries of more words go before entries of fewer; the first that finds both parties is taken. Offices ("president"),
 * attachments ("rebels in …", "Danish team") and compounds ("pro-…") follow in files of their own. What found no second party
 * is told by the same steps and so stands here as well, which makes the file long. */

#include "ent-relation-finder.h"

#include "ent-argument.h"
#include "ent-claims.h"
#include "ent-predication.h"

#include <string.h>

/* Whether a lemma is among the words that hang on `word`, at most two edges down, or on its light verb. */
static gboolean
has_lemma_below (const EntReading *r, gint word, const char *lemma, guint depth)
{
  ENT_READING_EACH_CHILD (r, word, child)
    {
      if (r->words[child].lemma != NULL && g_ascii_strcasecmp (r->words[child].lemma, lemma) == 0)
        return TRUE;
      if (depth > 1 && has_lemma_below (r, child, lemma, depth - 1))
        return TRUE;
    }
  return FALSE;
}

/* The list that an entry writes in brackets for any of its words; ENT_N_LISTS for a word. */
static EntList
get_list_of_word (const char *word)
{
  return g_str_equal (word, ENT_LEXICON_PRAISE) ? ENT_LIST_PRAISE : g_str_equal (word, ENT_LEXICON_BLAME) ? ENT_LIST_BLAME : ENT_N_LISTS;
}

/* Whether a verb says a word of such a list of its object: "called the ban [unjust]", "sees it as an [unjust] ban". */
static gboolean
says_of_object (const EntReading *r, const EntWordLists *lists, gint verb, EntList list)
{
  ENT_READING_EACH_CHILD (r, verb, child)
    {
      gboolean is_predicate = ent_deprel_is (r->words[child].deprel, "xcomp") ||
                              ((ent_deprel_is (r->words[child].deprel, "obl") || ent_deprel_is (r->words[child].deprel, "advcl")) &&
                               g_strcmp0 (ent_reading_get_case (r, child), "as") == 0);

      if (child < verb || !is_predicate)
        continue;
      if (ent_word_lists_has (lists, list, r->words[child].lemma))
        return TRUE;
      ENT_READING_EACH_CHILD (r, child, below)
        if (ent_deprel_is (r->words[below].deprel, "amod") && ent_word_lists_has (lists, list, r->words[below].lemma))
          return TRUE;
    }
  return FALSE;
}

static gboolean
matches_words (const EntClaimContext *c, gint word, const EntLexiconEntry *entry)
{
  for (guint i = 0; entry->words[i] != NULL; i++)
    {
      EntList list = get_list_of_word (entry->words[i]);

      if (i == entry->head)
        continue;
      if (list < ENT_N_LISTS ? !says_of_object (c->reading, c->lists, word, list) : !has_lemma_below (c->reading, word, entry->words[i], 2))
        return FALSE;
    }
  return TRUE;
}

/* "Owes [its freedom to Peru]", "came [to Peru's aid]": where the party hangs on a noun that is part of the entry. */
static void
collect_below_entry (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const char *role, GArray *parties)
{
  const EntReading *r = c->reading;

  ENT_READING_EACH_CHILD (r, p->word, child)
    {
      const char *deprel = r->words[child].deprel;
      gboolean may_carry = ent_deprel_is (deprel, "obj") || ent_deprel_is (deprel, "xcomp") || ent_deprel_is (deprel, "obl") || g_str_equal (deprel, "nsubj:pass");

      if (!may_carry || r->words[child].lemma == NULL || !g_strv_contains ((const char *const *) entry->words, r->words[child].lemma))
        continue;
      ENT_READING_EACH_CHILD (r, child, below)
        if ((ent_deprel_is (r->words[below].deprel, "nmod") && g_strcmp0 (ent_reading_get_case (r, below), role) == 0) ||
            (g_str_equal (r->words[below].deprel, "nmod:poss") && g_str_equal (role, "of")))
          ent_argument_resolve (r, c->cast, c->lists, below, parties);
    }
}

static void
collect (const EntClaimContext *c, const EntPredication *p, const char *role, GArray *parties)
{
  for (guint i = 0; i < p->arguments->len; i++)
    {
      const EntArgument *argument = &g_array_index (p->arguments, EntArgument, i);

      if (g_str_equal (argument->role, role))
        ent_argument_resolve (c->reading, c->cast, c->lists, argument->word, parties);
    }
}

/* "The Chad-town siege": a place right before a noun of violence or force is where it happens, and no doer. */
static void
remove_scene (const EntClaimContext *c, const EntLexiconEntry *entry, GArray *parties)
{
  if (entry->kind != ENT_LEXICON_NOUN || (entry->type != ENT_RELATION_ASSAULT && entry->type != ENT_RELATION_COERCE && entry->type != ENT_RELATION_PROTEST))
    return;
  for (guint i = parties->len; i-- > 0;)
    {
      const EntParty *party = &g_array_index (parties, EntParty, i);

      if (ent_deprel_is (c->reading->words[party->word].deprel, "compound") && ent_cast_get_actor (c->cast, party->actor)->kind == ENT_KIND_PLACE)
        g_array_remove_index (parties, i);
    }
}

/* The parties of the first role that has any, leaving out `except`'s. */
static GArray *
collect_first (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, char **roles, const GArray *except)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (EntParty));

  for (guint i = 0; roles[i] != NULL && parties->len == 0; i++)
    {
      collect (c, p, roles[i], parties);
      if (g_str_equal (roles[i], ENT_ROLE_POSSESSOR))
        remove_scene (c, entry, parties);
      if (parties->len == 0 && g_str_equal (roles[i], ENT_ROLE_SUBJECT))
        collect (c, p, ENT_ROLE_SUBJECT_ABOVE, parties);
      if (parties->len == 0 && entry->kind == ENT_LEXICON_VERB && entry->words[1] != NULL)
        collect_below_entry (c, p, entry, roles[i], parties);
      for (guint k = parties->len; except != NULL && k-- > 0;)
        for (guint x = 0; x < except->len; x++)
          if (g_array_index (parties, EntParty, k).actor == g_array_index (except, EntParty, x).actor)
            {
              g_array_remove_index (parties, k);
              break;
            }
    }
  return parties;
}

/* By PLOVER's definitions, to announce that one will help is to agree, and to announce that one will attack is to threaten. */
static void
announce (const EntClaimContext *c, const EntPredication *p, EntClaim *claim)
{
  static const gboolean friendly[ENT_N_RELATION_TYPES] = {
    [ENT_RELATION_CONSULT] = TRUE, [ENT_RELATION_CONCEDE] = TRUE, [ENT_RELATION_COOPERATE] = TRUE, [ENT_RELATION_AID] = TRUE, [ENT_RELATION_RETREAT] = TRUE,
  };
  static const gboolean hostile[ENT_N_RELATION_TYPES] = {
    [ENT_RELATION_PROTEST] = TRUE, [ENT_RELATION_SANCTION] = TRUE, [ENT_RELATION_MOBILIZE] = TRUE, [ENT_RELATION_COERCE] = TRUE, [ENT_RELATION_ASSAULT] = TRUE,
  };

  if ((!friendly[claim->type] && !hostile[claim->type]) || !ent_predication_is_intent (p, c->reading, c->lists))
    return;
  claim->type = friendly[claim->type] ? ENT_RELATION_AGREE : ENT_RELATION_THREATEN;
}

/* "cut all ties with Togo", "boycotted the talks": by PLOVER's definitions, reduced relations are a sanction. */
static void
break_off (const EntClaimContext *c, const EntPredication *p, EntClaim *claim)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];

  if (claim->entry->kind != ENT_LEXICON_NOUN || ent_relation_type_get_stance (claim->type) != ENT_STANCE_COOPERATION || w->head < 0 ||
      (!ent_deprel_is (w->deprel, "obj") && !g_str_equal (w->deprel, "nsubj:pass")) ||
      !ent_word_lists_has (c->lists, ENT_LIST_BREAKING_VERB, r->words[w->head].lemma))
    return;
  claim->type = ENT_RELATION_SANCTION;
  for (guint i = 0; i < p->arguments->len; i++)
    if (g_str_equal (g_array_index (p->arguments, EntArgument, i).role, "with"))
      claim->mutual = FALSE;
}

/* "Opposes Chad's membership of": what is still opposed or argued for has not come about. */
static gboolean
is_disputed (const EntClaimContext *c, gint word)
{
  const EntReading *r = c->reading;
  gint x = r->words[word].upos == ENT_UPOS_NOUN ? r->words[word].head : -1;

  for (guint depth = 0; x >= 0 && depth < 2; depth++, x = r->words[x].head)
    {
      EntLexiconKind kind = r->words[x].upos == ENT_UPOS_VERB ? ENT_LEXICON_VERB : ENT_LEXICON_NOUN;
      const GPtrArray *entries = r->words[x].lemma != NULL ? ent_relation_lexicon_lookup (c->lexicon, kind, r->words[x].lemma) : NULL;

      for (guint i = 0; entries != NULL && i < entries->len; i++)
        {
          const EntLexiconEntry *entry = entries->pdata[i];

          if (entry->words[1] == NULL && entry->strength == 3 && (entry->type == ENT_RELATION_REJECT || entry->type == ENT_RELATION_SUPPORT))
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_pair (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const EntParty *from, const EntParty *to)
{
  gint above = c->reading->words[p->anchor].head;
  EntClaim claim = {
    .from = from->actor, .to = to->actor, .from_reference = from->reference, .to_reference = to->reference,
    .type = entry->type, .mutual = entry->mutual, .modality = p->modality, .speaker = -1,
    .predicate_word = (guint) p->word, .entry = entry, .depth = from->depth + to->depth,
    .fate = p->is_denied && entry->kind != ENT_LEXICON_NOT_VERB ? ENT_CLAIM_DENIED : ENT_CLAIM_KEPT,
  };

  /* nothing friendly follows "threatens to" */
  if (above >= 0 && ent_deprel_is (c->reading->words[p->anchor].deprel, "xcomp") && g_strcmp0 (c->reading->words[above].lemma, "threaten") == 0 &&
      ent_relation_type_get_stance (claim.type) == ENT_STANCE_COOPERATION)
    return;
  if (p->speaker >= 0)
    {
      g_autoptr (GArray) speakers = g_array_new (FALSE, FALSE, sizeof (EntParty));

      ent_argument_resolve (c->reading, c->cast, c->lists, p->speaker, speakers);
      if (speakers->len > 0)
        claim.speaker = (gint) g_array_index (speakers, EntParty, 0).actor;
    }
  break_off (c, p, &claim);
  if (entry->kind == ENT_LEXICON_VERB || entry->kind == ENT_LEXICON_NOUN)
    announce (c, p, &claim);
  /* to want to join, or to be about to, is to turn towards */
  if (claim.type == ENT_RELATION_MEMBER && ent_cast_get_actor (c->cast, claim.from)->kind != ENT_KIND_PERSON && entry->kind != ENT_LEXICON_AGENT && entry->kind != ENT_LEXICON_PREPOSITION &&
      (ent_predication_is_wish (p, c->reading, c->lists) || is_disputed (c, p->word)))
    claim.type = ENT_RELATION_ALIGN;
  ent_claims_add (c, &claim);
}

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

static gboolean
has_role (const EntPredication *p, const char *role)
{
  for (guint i = 0; i < p->arguments->len; i++)
    if (g_str_equal (g_array_index (p->arguments, EntArgument, i).role, role))
      return TRUE;
  return FALSE;
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

static gboolean
apply_mutual (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry)
{
  static char *between[] = { (char *) "between", NULL };
  g_autoptr (GArray) among = collect_first (c, p, entry, between, NULL);
  g_autoptr (GArray) from = among->len >= 2 ? g_array_ref (among) : collect_first (c, p, entry, entry->from, NULL);
  g_autoptr (GArray) to = among->len >= 2 ? g_array_new (FALSE, FALSE, sizeof (EntParty)) : collect_first (c, p, entry, entry->to, from);
  gboolean found = FALSE;

  /* of "the war between Chad and its tribes" one is known: whoever speaks of it is not the other */
  if (among->len < 2 && has_role (p, "between"))
    return FALSE;
  if ((from->len == 1 && to->len == 0) || (from->len == 0 && to->len > 0))
    collect (c, p, ENT_ROLE_TARGET, from->len == 0 ? from : to);
  /* "fears a conflict in Chad": it is not the one who fears that fights there */
  if (!is_only_place (p, from->len == 0 ? to : from) && ((from->len == 1 && to->len == 0) || (from->len == 0 && to->len > 0)))
    collect_clause_subject (c, p, from->len == 0 ? to : from, from->len == 0 ? from : to);

  if (from->len > 0 && to->len > 0)
    {
      for (guint i = 0; i < from->len; i++)
        for (guint k = 0; k < to->len; k++)
          {
            add_pair (c, p, entry, &g_array_index (from, EntParty, i), &g_array_index (to, EntParty, k));
            found = TRUE;
          }
      return found;
    }
  /* "A and B clash", "war between A and B"; but the two of "a war with A and B" are on one side */
  for (guint i = 0; i < from->len; i++)
    for (guint k = i + 1; k < from->len; k++)
      {
        add_pair (c, p, entry, &g_array_index (from, EntParty, i), &g_array_index (from, EntParty, k));
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
  parties = collect_first (c, p, entry, entry->from, NULL);
  for (guint i = 0; i < parties->len; i++)
    for (guint k = 0; k < parties->len; k++)
      if (i != k)
        add_pair (c, p, entry, &g_array_index (parties, EntParty, i), &g_array_index (parties, EntParty, k));
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
    g_autoptr (GArray) from = collect_first (c, p, entry, entry->from, NULL);
    g_autoptr (GArray) to = from->len > 0 ? collect_first (c, p, entry, entry->to, from) : g_array_new (FALSE, FALSE, sizeof (EntParty));

    for (guint i = 0; i < from->len; i++)
      for (guint k = 0; k < to->len; k++)
        if (g_array_index (from, EntParty, i).actor != g_array_index (to, EntParty, k).actor)
          {
            const EntParty *doer = &g_array_index (from, EntParty, i), *other = &g_array_index (to, EntParty, k);
            /* "Chad's refusal angered Mali": Mali minds it; "Chad angered Mali" is Chad's deed */
            gboolean is_felt = doer->depth > 0 && ent_word_lists_has (c->lists, ENT_LIST_FELT, c->reading->words[p->word].lemma);

            add_pair (c, p, entry, is_felt ? other : doer, is_felt ? doer : other);
            found = TRUE;
          }
  }
  return found;
}

static gboolean
apply_entries (EntClaimContext *c, const EntPredication *p, EntLexiconKind kind)
{
  const GPtrArray *entries = ent_relation_lexicon_lookup (c->lexicon, kind, c->reading->words[p->word].lemma);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (matches_words (c, p->word, entries->pdata[i]) && apply_entry (c, p, entries->pdata[i]))
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
    add_pair (c, p, entries->pdata[0], &g_array_index (is_reversed ? self : base, EntParty, 0), &g_array_index (is_reversed ? base : self, EntParty, 0));
  return TRUE;
}

/* Words inside a name state nothing: "United States". */
static gboolean
is_in_name (const EntClaimContext *c, guint w)
{
  gint over = c->cast->over[w];

  return over >= 0 && (ent_cast_get_reference (c->cast, over)->form == ENT_FORM_NAME || ent_cast_get_reference (c->cast, over)->form == ENT_FORM_ALIAS);
}

/* The kinds of entry that a word may have, the likelier first. */
static const EntLexiconKind by_upos[][2] = {
  [ENT_UPOS_VERB] = { ENT_LEXICON_VERB, ENT_LEXICON_ADJECTIVE },
  [ENT_UPOS_ADJ] = { ENT_LEXICON_ADJECTIVE, ENT_LEXICON_VERB },
  [ENT_UPOS_NOUN] = { ENT_LEXICON_NOUN, ENT_LEXICON_NOUN },
  [ENT_UPOS_PROPN] = { ENT_LEXICON_NOUN, ENT_LEXICON_NOUN },
};

static void
read_word (EntClaimContext *c, guint w)
{
  const EntWord *word = &c->reading->words[w];
  gboolean is_content = word->upos == ENT_UPOS_VERB || word->upos == ENT_UPOS_ADJ || word->upos == ENT_UPOS_NOUN || word->upos == ENT_UPOS_PROPN;
  EntLexiconKind first, second;

  if (!is_content || is_in_name (c, w))
    return;
  first = by_upos[word->upos][0];
  second = by_upos[word->upos][1];
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

/* ── What found no second party ─────────────────────────────────────────────────────────────────────────────────── */

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
  static char *between[] = { (char *) "between", NULL };
  g_autoptr (GArray) among = entry->mutual ? collect_first (c, p, entry, between, NULL) : g_array_new (FALSE, FALSE, sizeof (EntParty));
  g_autoptr (GArray) from = among->len > 0 ? g_array_ref (among) : collect_first (c, p, entry, entry->from, NULL);
  g_autoptr (GArray) to = collect_first (c, p, entry, entry->to, from);

  *miss = (EntMiss) { (guint) p->word, entry, first_actor (from), first_actor (to) };
  return (from->len > 0 && to->len > 0) || (entry->mutual && from->len > 1);
}

static void
add_miss (const EntClaimContext *c, guint w, GArray *misses)
{
  const EntWord *word = &c->reading->words[w];
  g_autoptr (EntPredication) p = ent_predication_new (c->reading, c->lists, (gint) w);
  EntMiss best = { .entry = NULL };

  for (guint k = 0; k < G_N_ELEMENTS (by_upos[0]); k++)
    {
      const GPtrArray *entries = ent_relation_lexicon_lookup (c->lexicon, by_upos[word->upos][k], word->lemma);

      for (guint i = 0; entries != NULL && i < entries->len; i++)
        {
          EntMiss miss;

          if (!matches_words (c, p->word, entries->pdata[i]))
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
    {
      EntUpos upos = reading->words[w].upos;
      gboolean is_content = upos == ENT_UPOS_VERB || upos == ENT_UPOS_ADJ || upos == ENT_UPOS_NOUN || upos == ENT_UPOS_PROPN;

      if (is_content && !is_in_name (&c, w) && !is_claimed_by (claims, w))
        add_miss (&c, w, misses);
    }
  return misses;
}
