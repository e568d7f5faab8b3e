/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The relation head reads a sentence as a whole: it finds ties for which no table has words, and now and then one that the very
 * word it points at speaks against. Each check here is one such case; a claim that none objects to stays. */

#include "ent-hunch.h"

/* Of types, one bit each, the stances, one bit each. */
static guint
get_stances (guint types)
{
  guint stances = 0;

  for (guint t = 0; t < ENT_N_RELATION_TYPES; t++)
    if ((types & 1u << t) != 0)
      stances |= 1u << ent_relation_type_get_stance (t);
  return stances;
}

/* The types that the lexicon knows of the word that states the claim, by its part of speech; one bit each. */
static guint
find_known_types (const EntClaimContext *c, const EntWord *w)
{
  static const EntLexiconKind of_verb[] = { ENT_LEXICON_VERB, ENT_LEXICON_NOT_VERB }, of_noun[] = { ENT_LEXICON_NOUN, ENT_LEXICON_AGENT },
                              of_adjective[] = { ENT_LEXICON_ADJECTIVE, ENT_LEXICON_ADJECTIVE };
  const EntLexiconKind *kinds = w->upos == ENT_UPOS_VERB ? of_verb : w->upos == ENT_UPOS_NOUN ? of_noun : w->upos == ENT_UPOS_ADJ ? of_adjective : NULL;

  if (kinds == NULL)
    return 0;
  return ent_relation_lexicon_get_types (c->lexicon, kinds[0], w->lemma, 1) | ent_relation_lexicon_get_types (c->lexicon, kinds[1], w->lemma, 1);
}

static gint
head_of (const EntClaimContext *c, guint reference)
{
  return (gint) ent_cast_get_reference (c->cast, reference)->head_word;
}

/* "The storm hit Chad as Mali looked on": a verb of conflict whose subject is known to be somebody else is no deed of either of
 * the two; nor does who undergoes it ("Chad was excluded") do it. */
static gboolean
is_deed_of_another (const EntClaimContext *c, const EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint word = (gint) claim->predicate_word, from = head_of (c, claim->from_reference), subject;

  if (r->words[word].upos != ENT_UPOS_VERB || ent_relation_type_get_stance (claim->type) != ENT_STANCE_CONFLICT)
    return FALSE;
  subject = ent_predication_get_subject (r, c->lists, word);
  if (subject < 0)
    return FALSE;
  if (ent_predication_is_passive (r, word))
    return ent_reading_dominates (r, subject, from) && (r->words[word].head != subject || !ent_reading_dominates (r, word, from));
  if (r->words[subject].upos == ENT_UPOS_PRON)
    {
      gint reference = c->cast->at_head[subject];
      guint actor = reference >= 0 ? ent_cast_get_reference (c->cast, (guint) reference)->actor : claim->from;

      return actor != claim->from && actor != claim->to;
    }
  return !ent_reading_dominates (r, subject, from) && !ent_reading_dominates (r, subject, head_of (c, claim->to_reference));
}

/* "He spoke of the conflict between Chad and Mali": it is a tie of those two, not of his. */
static gboolean
is_tie_of_others (const EntClaimContext *c, const EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint word = (gint) claim->predicate_word, from = head_of (c, claim->from_reference), to = head_of (c, claim->to_reference);

  if (r->words[word].upos != ENT_UPOS_NOUN)
    return FALSE;
  ENT_READING_EACH_CHILD (r, word, child)
    if (ent_deprel_is (r->words[child].deprel, "nmod") && g_strcmp0 (ent_reading_get_case (r, child), "between") == 0)
      return (from < word && ent_reading_dominates (r, child, to)) || (to < word && ent_reading_dominates (r, child, from));
  return FALSE;
}

/* The word that a clause is built on, nearest above a word; -1 for none. */
static gint
find_clause_above (const EntReading *r, gint word)
{
  for (gint x = r->words[word].head; x >= 0; x = r->words[x].head)
    if (r->words[x].upos == ENT_UPOS_VERB || ent_reading_child (r, x, "cop") >= 0)
      return x;
  return -1;
}

/* Whether the noun that a relative clause describes is what its clause says of a party: "[Chad] is a land that offers help". */
static gboolean
is_described (const EntReading *r, gint clause, gint party)
{
  gint noun = g_str_equal (r->words[clause].deprel, "acl:relcl") ? r->words[clause].head : -1;

  return noun >= 0 && ent_reading_child (r, noun, "cop") >= 0 && ent_reading_dominates (r, noun, party);
}

/* "Chad thanked Mali, which has ties to Togo": a noun inside a clause is no deed between its clause and who stands outside of it,
 * unless that one is the clause's subject. */
static gboolean
is_noun_of_another_clause (const EntClaimContext *c, const EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint word = (gint) claim->predicate_word, from = head_of (c, claim->from_reference), to = head_of (c, claim->to_reference), clause, subject;

  if (r->words[word].upos != ENT_UPOS_NOUN || ent_relation_type_get_stance (claim->type) == ENT_STANCE_NEUTRAL)
    return FALSE;
  clause = find_clause_above (r, word);
  if (clause < 0)
    return FALSE;
  if (!ent_reading_dominates (r, clause, to))
    return TRUE;
  if (ent_reading_dominates (r, clause, from) || is_described (r, clause, from))
    return FALSE;
  subject = ent_predication_get_subject (r, c->lists, clause);
  return subject >= 0 && !ent_reading_dominates (r, subject, from);
}

/* "Condemned the destruction of Mali's wells": what one minds there is done to Mali. */
static gboolean
is_blamed_for_suffering (const EntClaimContext *c, const EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint word = (gint) claim->predicate_word, to = head_of (c, claim->to_reference);

  if (r->words[word].upos != ENT_UPOS_VERB || (claim->type != ENT_RELATION_ACCUSE && claim->type != ENT_RELATION_DISTRUST))
    return FALSE;
  ENT_READING_EACH_CHILD (r, word, deed)
    if ((ent_deprel_is (r->words[deed].deprel, "obj") || g_str_equal (r->words[deed].deprel, "nsubj:pass")) &&
        ent_word_lists_has (c->lists, ENT_LIST_DEED, r->words[deed].lemma))
      ENT_READING_EACH_CHILD (r, deed, sufferer)
        if (ent_reading_dominates (r, sufferer, to) && g_strcmp0 (ent_reading_get_case (r, sufferer), "of") == 0)
          return TRUE;
  return FALSE;
}

/* "Fought the flood with pumps from Mali": what one does to a thing by means of another's is nothing that one does to the other;
 * nor are protests where they are held: "marched through Mali". */
static gboolean
is_means_or_scene (const EntClaimContext *c, const EntClaim *claim)
{
  static const char *const scenes[] = { "in", "through", "across", "around", NULL };
  const EntReading *r = c->reading;
  gint word = (gint) claim->predicate_word, to = head_of (c, claim->to_reference), object = ent_reading_child (r, word, "obj");

  if (r->words[word].upos != ENT_UPOS_VERB || ent_relation_type_get_stance (claim->type) != ENT_STANCE_CONFLICT)
    return FALSE;
  if (claim->type == ENT_RELATION_PROTEST && r->words[to].head == word && ent_deprel_is (r->words[to].deprel, "obl") &&
      g_strv_contains (scenes, ent_reading_get_case (r, to) != NULL ? ent_reading_get_case (r, to) : ""))
    return TRUE;
  for (gint x = to; x >= 0 && x != word && object >= 0 && c->cast->at_head[object] < 0; x = r->words[x].head)
    if (x != to && (r->words[x].head == word || r->words[x].head == object) && g_strcmp0 (ent_reading_get_case (r, x), "with") == 0)
      return TRUE;
  return FALSE;
}

/* "Praised Chad's rival": a rival is somebody else, whoever he is. */
static gboolean
is_of_somebody_else (const EntClaimContext *c, const EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint word = (gint) claim->predicate_word, to = head_of (c, claim->to_reference), noun = r->words[to].head;
  const GPtrArray *entries;

  if (r->words[word].upos != ENT_UPOS_VERB || noun < 0 || r->words[noun].head != word || !g_str_equal (r->words[to].deprel, "nmod:poss") || r->words[noun].lemma == NULL)
    return FALSE;
  entries = ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_AGENT, r->words[noun].lemma);
  return entries != NULL && ((const EntLexiconEntry *) entries->pdata[0])->mutual && ent_relation_type_get_stance (claim->type) != ENT_STANCE_NEUTRAL;
}

/* "[Not Mali], but Chad agreed", "not by Mali, but by Chad": whom the words leave out. */
static gboolean
is_left_out (const EntReading *r, gint word)
{
  if (ent_deprel_is (r->words[word].deprel, "appos") && r->words[word].head >= 0)
    word = r->words[word].head;
  if (!ent_deprel_is (r->words[word].deprel, "conj") && !ent_deprel_is (r->words[word].deprel, "obl"))
    return FALSE;
  return ent_reading_is_ruled_out (r, word) ||
         (ent_deprel_is (r->words[word].deprel, "conj") && r->words[word].head >= 0 && is_left_out (r, r->words[word].head));
}

/* The clause with a subject of its own, joined by "before", "while" or the like, that a word stands in; -1 for none. */
static gint
find_adverbial_clause (const EntReading *r, gint word)
{
  for (gint x = word; x >= 0; x = r->words[x].head)
    if (ent_deprel_is (r->words[x].deprel, "advcl") && ent_reading_child (r, x, "mark") >= 0 && ent_reading_child (r, x, "nsubj") >= 0)
      return x;
  return -1;
}

/* "Togo signed years before Samoa was hit": what a verb says is said of its own clause's parties, not of those of another clause
 * that only says when or though what. */
static gboolean
is_of_another_time (const EntClaimContext *c, const EntClaim *claim)
{
  const EntReading *r = c->reading;
  gint from = find_adverbial_clause (r, head_of (c, claim->from_reference)), to = find_adverbial_clause (r, head_of (c, claim->to_reference));

  return r->words[claim->predicate_word].upos == ENT_UPOS_VERB && from != to && ent_relation_type_get_stance (claim->type) != ENT_STANCE_NEUTRAL;
}

/* Whether a word tells a place: "in", "south of", "next to". */
static gboolean
is_word_of_place (const EntClaimContext *c, const EntWord *w)
{
  return w->upos == ENT_UPOS_ADP || w->upos == ENT_UPOS_ADV || ent_word_lists_has (c->lists, ENT_LIST_PLACE_PREPOSITION, w->lemma);
}

/* "Nora's part of Chad", "Chad repainted Mali": belonging and lying somewhere hold between some kinds of parties only, the latter in a
 * country unless a word for it says so. */
static gboolean
is_tie_of_wrong_kinds (const EntClaimContext *c, const EntClaim *claim, gboolean same_type)
{
  const EntWord *w = &c->reading->words[claim->predicate_word];
  EntKind from = ent_cast_get_actor (c->cast, claim->from)->kind, to = ent_cast_get_actor (c->cast, claim->to)->kind;

  if ((claim->type == ENT_RELATION_MEMBER || claim->type == ENT_RELATION_LOCATE) && to == ENT_KIND_PERSON)
    return TRUE;
  if (claim->type == ENT_RELATION_LOCATE)
    return to == ENT_KIND_COUNTRY && !same_type && !is_word_of_place (c, w);
  return claim->type == ENT_RELATION_LEAD && from == ENT_KIND_COUNTRY && w->upos == ENT_UPOS_NOUN;
}

/* A mark, or a word of somebody's name, states nothing. */
static gboolean
is_no_predicate (const EntClaimContext *c, guint word)
{
  gint over = c->cast->over[word];

  return c->reading->words[word].upos == ENT_UPOS_PUNCT || (over >= 0 && ent_cast_get_reference (c->cast, (guint) over)->form == ENT_FORM_NAME);
}

/* Whether all that the lexicon knows of the word is of the other side: of a verb, friendship ("discuss", "shield") where the claim is of
 * conflict; of a noun, conflict ("[glad of] the overthrow") where it is of cooperation. Of asking one may do so kindly. */
static gboolean
is_of_other_side (const EntWord *w, EntRelationType type, guint known)
{
  if (w->upos == ENT_UPOS_VERB)
    return ent_relation_type_get_stance (type) == ENT_STANCE_CONFLICT && type != ENT_RELATION_REQUEST && known == 1u << ENT_STANCE_COOPERATION;
  return w->upos == ENT_UPOS_NOUN && ent_relation_type_get_stance (type) == ENT_STANCE_COOPERATION && known == 1u << ENT_STANCE_CONFLICT;
}

/* "Chad, which …": whether a relative pronoun is taken for another than the noun before it that the tree gives it. */
static gboolean
is_mistaken_relative (const EntClaimContext *c, guint index)
{
  const EntReference *reference = ent_cast_get_reference (c->cast, index);
  gint noun = ent_argument_find_antecedent (c->reading, (gint) reference->head_word);
  gint at = noun >= 0 ? c->cast->at_head[noun] : -1;

  return at >= 0 && ent_cast_get_reference (c->cast, (guint) at)->actor != reference->actor;
}

gboolean
ent_hunch_is_wrong (const EntClaimContext *c, const EntClaim *claim)
{
  const EntWord *w = &c->reading->words[claim->predicate_word];
  guint types = find_known_types (c, w), known = get_stances (types);

  if (is_left_out (c->reading, head_of (c, claim->from_reference)) || is_left_out (c->reading, head_of (c, claim->to_reference)) ||
      is_mistaken_relative (c, claim->from_reference) || is_mistaken_relative (c, claim->to_reference) || is_no_predicate (c, claim->predicate_word) ||
      is_means_or_scene (c, claim) || is_of_somebody_else (c, claim) ||
      is_deed_of_another (c, claim) || is_blamed_for_suffering (c, claim) || is_of_another_time (c, claim) || is_tie_of_others (c, claim) ||
      is_noun_of_another_clause (c, claim) || is_tie_of_wrong_kinds (c, claim, (types & 1u << claim->type) != 0))
    return TRUE;
  /* "in line with Chad", "in front of Mali" are no deed of anybody's */
  return known == 0 ? ent_reading_is_bare_between_prepositions (c->reading, (gint) claim->predicate_word) : is_of_other_side (w, claim->type, known);
}

/* Whether the lexicon knows a verb by itself as one of conflict. */
static gboolean
is_verb_of_conflict (const EntClaimContext *c, const EntWord *w)
{
  return w->upos == ENT_UPOS_VERB && (get_stances (ent_relation_lexicon_get_types (c->lexicon, ENT_LEXICON_VERB, w->lemma, 1)) & 1u << ENT_STANCE_CONFLICT) != 0;
}

gboolean
ent_hunch_is_denied (const EntClaimContext *c, EntClaim *claim)
{
  g_autoptr (EntPredication) predication = ent_predication_new (c->reading, c->lists, (gint) claim->predicate_word);

  if (claim->modality == ENT_MODALITY_ASSERTED)
    claim->modality = predication->modality;
  if (!predication->is_denied)
    return FALSE;
  return !predication->is_refused || ent_relation_type_get_stance (claim->type) != ENT_STANCE_CONFLICT ||
         is_verb_of_conflict (c, &c->reading->words[claim->predicate_word]);
}
