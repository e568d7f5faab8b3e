/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry states of two parties, by what stands around it: announced, broken off, wished for or still disputed it is of
 * another type than done. */

#include "ent-claims.h"

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

/* The verb whose object the noun is that a claim rests on, or whose subject in the passive; -1 for none. */
static gint
find_verb_done_to (const EntReading *r, gint noun)
{
  const char *deprel = r->words[noun].deprel;

  return ent_deprel_is (deprel, "obj") || g_str_equal (deprel, "nsubj:pass") ? r->words[noun].head : -1;
}

/* "cut all ties with Togo", "boycotted the talks": by PLOVER's definitions, reduced relations are a sanction. */
static void
break_off (const EntClaimContext *c, const EntPredication *p, EntClaim *claim)
{
  gint verb = find_verb_done_to (c->reading, p->word);

  if (claim->entry->kind != ENT_LEXICON_NOUN || ent_relation_type_get_stance (claim->type) != ENT_STANCE_COOPERATION || verb < 0 ||
      !ent_word_lists_has (c->lists, ENT_LIST_BREAKING_VERB, c->reading->words[verb].lemma))
    return;
  claim->type = ENT_RELATION_SANCTION;
  for (guint i = 0; i < p->arguments->len; i++)
    if (g_str_equal (g_array_index (p->arguments, EntArgument, i).role, "with"))
      claim->mutual = FALSE;
}

/* "lifted the ban on Togo's fish", "halted its blockade of Togo": what has done away with a hostile deed that lasts is a friendly one;
 * the deed goes on where that is only asked for or promised. */
static void
lift (const EntClaimContext *c, const EntPredication *p, EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint verb = find_verb_done_to (r, p->word);
  gboolean lasts = claim->type == ENT_RELATION_SANCTION || claim->type == ENT_RELATION_COERCE || claim->type == ENT_RELATION_MOBILIZE;

  if (claim->entry->kind != ENT_LEXICON_NOUN || !lasts || verb < 0 ||
      !(ent_word_lists_has (c->lists, ENT_LIST_LIFTING_VERB, r->words[verb].lemma) || ent_word_lists_has (c->lists, ENT_LIST_CEASING, r->words[verb].lemma)))
    return;
  if (p->modality != ENT_MODALITY_POSSIBLE && !p->is_denied && !ent_predication_is_wish (p, r, c->lists) && !ent_predication_is_intent (p, r, c->lists))
    claim->type = ENT_RELATION_RETREAT;
}

/* "Relations between Chad and Mali soured", "damaged their ties", "strained relations": ties that are bad are no cooperation. */
static void
turn_sour (const EntClaimContext *c, const EntPredication *p, EntClaim *claim)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];
  gboolean is_sour = w->head >= 0 && (ent_deprel_is (w->deprel, "nsubj") || ent_deprel_is (w->deprel, "obj")) &&
                     ent_word_lists_has (c->lists, ENT_LIST_SOUR, r->words[w->head].lemma);

  if (claim->entry->kind != ENT_LEXICON_NOUN || claim->type != ENT_RELATION_COOPERATE || !claim->mutual)
    return;
  ENT_READING_EACH_CHILD (r, p->word, child)
    is_sour |= ent_deprel_is (r->words[child].deprel, "amod") && (ent_word_lists_has (c->lists, ENT_LIST_SOUR, r->words[child].lemma) ||
                                                                   ent_word_lists_has (c->lists, ENT_LIST_SOUR, r->words[child].form));
  if (is_sour)
    claim->type = ENT_RELATION_REJECT;
}

/* "Chad joined Mali in asking for help", "singers joined by dancers": one joins a party, but goes along with a country, a person or those
 * who are joined by one. */
static void
go_along (const EntClaimContext *c, const EntPredication *p, EntClaim *claim)
{
  EntKind from = ent_cast_get_actor (c->cast, claim->from)->kind, to = ent_cast_get_actor (c->cast, claim->to)->kind;

  if (claim->type == ENT_RELATION_MEMBER && claim->entry->kind == ENT_LEXICON_VERB && g_strcmp0 (c->reading->words[p->word].lemma, "join") == 0 &&
      (to == ENT_KIND_PERSON || (to == ENT_KIND_COUNTRY && from == ENT_KIND_COUNTRY) ||
       (to == ENT_KIND_GROUP && ent_predication_is_passive (c->reading, p->word))))
    claim->type = ENT_RELATION_COOPERATE;
}

/* "Told to cease": an infinitive that nobody has agreed to. */
static gboolean
is_asked (const EntClaimContext *c, gint verb)
{
  const EntReading *r = c->reading;
  gint above = r->words[verb].head;

  return ent_reading_has_child (r, verb, "mark", "to") && (above < 0 || !ent_word_lists_has (c->lists, ENT_LIST_COMMISSIVE, r->words[above].lemma));
}

/* "Told Chad to leave" is no mere talk. */
static void
tell_to (const EntClaimContext *c, const EntPredication *p, EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint told = ent_reading_child (r, p->word, "xcomp");

  if (claim->type == ENT_RELATION_CONSULT && claim->entry->kind == ENT_LEXICON_VERB && g_strcmp0 (r->words[p->word].lemma, "tell") == 0 &&
      !ent_predication_is_passive (r, p->word) && told >= 0 && ent_reading_has_child (r, told, "mark", "to"))
    claim->type = ENT_RELATION_REQUEST;
}

/* Whether a noun is the object of a verb of that list, or hangs on a noun of it ("an end to attacks") that is some verb's object; of a
 * noun the verb must be one that brings it about. */
static gboolean
is_brought_to (const EntClaimContext *c, const EntPredication *p, EntList list)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];
  gint verb = find_verb_done_to (r, p->word);

  if (w->head >= 0 && ent_deprel_is (w->deprel, "nmod") && r->words[w->head].upos == ENT_UPOS_NOUN && ent_word_lists_has (c->lists, list, r->words[w->head].lemma))
    {
      w = &r->words[w->head];
      return w->head >= 0 && (ent_deprel_is (w->deprel, "obj") || ent_deprel_is (w->deprel, "obl") || g_str_equal (w->deprel, "nsubj:pass")) &&
             ent_word_lists_has (c->lists, ENT_LIST_BRINGING_VERB, r->words[w->head].lemma);
    }
  return verb >= 0 && r->words[verb].upos == ENT_UPOS_VERB && ent_word_lists_has (c->lists, list, r->words[verb].lemma) && !is_asked (c, verb);
}

/* Whether a claim is of conflict that a noun states and that is done with. What is only wished for has not come about. */
static gboolean
is_conflict_brought_to (const EntClaimContext *c, const EntPredication *p, const EntClaim *claim, EntList list)
{
  return claim->entry->kind == ENT_LEXICON_NOUN && ent_relation_type_get_stance (claim->type) == ENT_STANCE_CONFLICT &&
         p->modality != ENT_MODALITY_POSSIBLE && is_brought_to (c, p, list);
}

/* "Declared an end to its attacks on Togo": that they end, or are about to, is stated beside that there were any. */
static void
add_end (EntClaimContext *c, const EntPredication *p, const EntClaim *claim)
{
  EntClaim end = *claim;

  end.type = ENT_RELATION_RETREAT;
  announce (c, p, &end);
  ent_claims_add (c, &end);
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
      guint types = ent_relation_lexicon_get_types (c->lexicon, kind, r->words[x].lemma, 3);

      if ((types & (1u << ENT_RELATION_REJECT | 1u << ENT_RELATION_SUPPORT)) != 0)
        return TRUE;
    }
  return FALSE;
}

void
ent_claims_add_pair (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const EntParty *from, const EntParty *to)
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
  lift (c, p, &claim);
  turn_sour (c, p, &claim);
  go_along (c, p, &claim);
  tell_to (c, p, &claim);
  if (claim.mutual && is_conflict_brought_to (c, p, &claim, ENT_LIST_SETTLING_VERB))
    claim.type = ENT_RELATION_AGREE;      /* "settled their dispute" */
  if (is_conflict_brought_to (c, p, &claim, ENT_LIST_CEASING))
    add_end (c, p, &claim);
  else if (entry->kind == ENT_LEXICON_VERB || entry->kind == ENT_LEXICON_NOUN)
    announce (c, p, &claim);
  /* to want to join, or to be about to, is to turn towards */
  if (claim.type == ENT_RELATION_MEMBER && ent_cast_get_actor (c->cast, claim.from)->kind != ENT_KIND_PERSON &&
      entry->kind != ENT_LEXICON_AGENT && entry->kind != ENT_LEXICON_PREPOSITION &&
      (ent_predication_is_wish (p, c->reading, c->lists) || is_disputed (c, p->word)))
    claim.type = ENT_RELATION_ALIGN;
  ent_claims_add (c, &claim);
}
