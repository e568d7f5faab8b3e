/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A noun like "president", "supporter" or "member" denotes a party by its tie to another. The party itself is found through
 * the noun's own mention, the name it is a title or an apposition of, or the subject of its copula; the other one through
 * possessor, compound, adjective or preposition. The holder of a state office that names no state is tied to the country
 * nearest in the sentence, else the one that the text speaks of most. */

#include "ent-argument.h"
#include "ent-claims.h"
#include "ent-predication.h"

#include <string.h>

#define MAX_DEPTH 4
#define MAX_TITLE_WORDS 6

static gboolean
is_named (const EntClaimContext *c, gint reference)
{
  return reference >= 0 && ent_cast_get_actor (c->cast, ent_cast_get_reference (c->cast, reference)->actor)->is_named &&
         !ent_cast_get_reference (c->cast, reference)->is_modifier;
}

static gboolean
take (const EntClaimContext *c, gint reference, guint word, GArray *parties)
{
  EntParty party = { ent_cast_get_reference (c->cast, reference)->actor, (guint) reference, word, 0 };

  g_array_append_val (parties, party);
  return TRUE;
}

/* Whether a noun is said of its verb's object: "considers Chad [its friend]", "regards Chad as [a rival]". */
static gboolean
is_predicate_of_object (const EntReading *r, gint noun)
{
  const EntWord *w = &r->words[noun];

  if (w->head < 0 || r->words[w->head].upos != ENT_UPOS_VERB || ent_predication_is_passive (r, w->head))
    return FALSE;
  if (ent_deprel_is (w->deprel, "xcomp"))
    return ent_reading_child (r, noun, "nsubj") >= 0 || ent_reading_child (r, w->head, "obj") >= 0;
  return ent_deprel_is (w->deprel, "obl") && g_strcmp0 (ent_reading_get_case (r, noun), "as") == 0 && ent_reading_child (r, w->head, "obj") >= 0;
}

/* Whom a noun of this sort denotes. */
static gboolean
find_self (const EntClaimContext *c, gint word, GArray *parties, guint depth)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[word];
  gint at = c->cast->at_head[word];

  if (is_named (c, at) && ent_cast_get_reference (c->cast, at)->form != ENT_FORM_NAME)
    return take (c, at, (guint) word, parties);
  if (w->head >= 0 && (g_str_equal (w->deprel, "nmod:desc") || ent_deprel_is (w->deprel, "compound") || ent_deprel_is (w->deprel, "flat") || ent_deprel_is (w->deprel, "appos")) &&
      is_named (c, c->cast->at_head[w->head]) && ent_cast_get_actor (c->cast, ent_cast_get_reference (c->cast, c->cast->at_head[w->head])->actor)->kind != ENT_KIND_COUNTRY)
    return take (c, c->cast->at_head[w->head], (guint) word, parties);
  ENT_READING_EACH_CHILD (r, word, child)
    if ((ent_deprel_is (r->words[child].deprel, "appos") || ent_deprel_is (r->words[child].deprel, "flat") || g_str_equal (r->words[child].deprel, "nmod:desc")) &&
        is_named (c, c->cast->at_head[child]))
      return take (c, c->cast->at_head[child], (guint) word, parties);
  /* a title right before a person's name, however the tree has it: "Minister of Education Jane Roe" */
  for (guint next = (guint) word + 1; next < r->n_words && next <= (guint) word + MAX_TITLE_WORDS && r->words[next].sentence == w->sentence; next++)
    {
      gint over = c->cast->over[next];

      if (over >= 0 && ent_cast_get_actor (c->cast, ent_cast_get_reference (c->cast, over)->actor)->kind == ENT_KIND_PERSON && is_named (c, over))
        {
          if (next == (guint) word + 1 || (r->words[ent_cast_get_reference (c->cast, over)->head_word].head == w->head && w->head >= 0))
            return take (c, over, (guint) word, parties);
          break;
        }
      if (r->words[next].upos == ENT_UPOS_PUNCT || r->words[next].upos == ENT_UPOS_VERB)
        break;
    }
  if (ent_reading_child (r, word, "cop") >= 0 ||
      (w->head >= 0 && (ent_deprel_is (w->deprel, "xcomp") || (ent_deprel_is (w->deprel, "obl") && g_strcmp0 (ent_reading_get_case (r, word), "as") == 0)) &&
       r->words[w->head].upos == ENT_UPOS_VERB))
    {
      gint subject = !ent_deprel_is (w->deprel, "obl")         ? ent_predication_get_subject (r, c->lists, word)
                     : is_predicate_of_object (r, word) ? ent_reading_child (r, w->head, "obj")
                                                        : ent_predication_get_subject (r, c->lists, w->head);

      if (subject >= 0)
        ent_argument_resolve (r, c->cast, c->lists, subject, parties);
      return parties->len > 0;
    }
  if (w->head >= 0 && (ent_deprel_is (w->deprel, "appos") || ent_deprel_is (w->deprel, "acl")) && depth < MAX_DEPTH)
    {
      ent_argument_resolve (r, c->cast, c->lists, w->head, parties);
      if (parties->len > 0)
        return TRUE;
    }
  if (w->head >= 0 && ent_deprel_is (w->deprel, "conj") && depth < MAX_DEPTH && at < 0)
    return find_self (c, w->head, parties, depth + 1);
  if (at >= 0 && ent_cast_get_reference (c->cast, at)->form != ENT_FORM_NAME && !ent_cast_get_actor (c->cast, ent_cast_get_reference (c->cast, at)->actor)->is_named)
    return take (c, at, (guint) word, parties);
  return FALSE;
}

static gboolean
is_state_actor (const EntClaimContext *c, guint actor)
{
  const EntCastActor *a = ent_cast_get_actor (c->cast, actor);

  return a->kind == ENT_KIND_COUNTRY;
}

/* The reference to the country that an office next to a word is likeliest of; -1 for none. */
static gint
find_nearest_country (const EntClaimContext *c, guint word)
{
  guint sentence = c->reading->words[word].sentence;
  guint best_distance = G_MAXUINT;
  gint best = -1;

  for (guint i = 0; i < c->cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (c->cast, i);
      guint s = c->reading->words[reference->head_word].sentence;
      guint distance;

      if (!is_state_actor (c, reference->actor) || ent_cast_is_compound (c->cast, c->reading, i))
        continue;
      if (s == sentence)
        distance = (guint) ABS ((gint) reference->head_word - (gint) word);
      else                                              /* else the country that the text speaks of most */
        distance = G_MAXUINT - 1 - ent_cast_get_actor (c->cast, reference->actor)->n_references;
      if (distance < best_distance)
        {
          best_distance = distance;
          best = (gint) i;
        }
    }
  return best;
}

static void
add_claim (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const EntParty *self, guint other, guint other_reference, gboolean reversed)
{
  EntClaim claim = {
    .from = self->actor, .to = other, .from_reference = self->reference, .to_reference = other_reference, .type = entry->type, .mutual = entry->mutual,
    .modality = MIN (p->modality, ENT_MODALITY_POSSIBLE), .speaker = -1, .predicate_word = (guint) p->word, .entry = entry,
  };

  /* "is close to becoming a member of" */
  if (claim.type == ENT_RELATION_MEMBER && ent_deprel_is (c->reading->words[p->word].deprel, "xcomp") && ent_predication_is_wish (p, c->reading, c->lists) &&
      ent_cast_get_actor (c->cast, self->actor)->kind != ENT_KIND_PERSON)
    claim.type = ENT_RELATION_ALIGN;
  if (reversed)
    {
      claim.from = other;
      claim.from_reference = other_reference;
      claim.to = self->actor;
      claim.to_reference = self->reference;
    }
  ent_claims_add (c, &claim);
}

/* "Minister of Defence Jane Roe": she is the minister, and nobody's post. */
static gboolean
is_told_apart (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const char *role, const EntParty *other)
{
  return entry->type == ENT_RELATION_LEAD && g_str_equal (role, "of") && ent_cast_get_actor (c->cast, other->actor)->kind == ENT_KIND_PERSON &&
         ent_word_lists_has (c->lists, ENT_LIST_STATE_OFFICE, c->reading->words[p->word].lemma);
}

/* "Sunni clerics", "a Muslim official": of people who go by no name, the group before the noun says what sort they are; they are
 * no party of their own that belongs to it. */
static gboolean
is_sort (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const EntParty *self, guint other_reference)
{
  const EntReference *whole = ent_cast_get_reference (c->cast, self->reference), *part = ent_cast_get_reference (c->cast, other_reference);
  const EntWord *w = &c->reading->words[part->head_word];
  gboolean is_before = part->first_word + part->n_words == (guint) p->word || (w->head == p->word && ent_deprel_is (w->deprel, "amod"));

  return is_before && entry->type == ENT_RELATION_MEMBER && !ent_cast_get_actor (c->cast, self->actor)->is_named &&
         (gint) whole->head_word == p->word && ent_cast_get_actor (c->cast, part->actor)->kind == ENT_KIND_GROUP;
}

/* "Chancellor Jane Roe [of Chad]": what is said of the title may hang on the name behind it. */
static void
collect_behind_name (const EntClaimContext *c, gint title, const char *role, GArray *others)
{
  const EntReading *r = c->reading;
  gint name = r->words[title].head;

  if (name <= title || !is_named (c, c->cast->at_head[name]) || !(g_str_equal (r->words[title].deprel, "nmod:desc") || ent_deprel_is (r->words[title].deprel, "compound")))
    return;
  ENT_READING_EACH_CHILD (r, name, child)
    if (child > name && ent_deprel_is (r->words[child].deprel, "nmod") && g_strcmp0 (ent_reading_get_case (r, child), role) == 0)
      ent_argument_resolve (r, c->cast, c->lists, child, others);
}

/* Applies an entry's frame, one side of which is "self"; FALSE where the other side names nobody. */
static gboolean
apply_entry (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const GArray *selves)
{
  gboolean reversed = g_str_equal (entry->to[0], "self");
  char **roles = reversed ? entry->from : entry->to;
  gboolean is_partisan = ent_relation_type_get_stance (entry->type) != ENT_STANCE_NEUTRAL;

  for (guint i = 0; roles[i] != NULL; i++)
    {
      g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (EntParty));

      for (guint k = 0; k < p->arguments->len; k++)
        {
          const EntArgument *argument = &g_array_index (p->arguments, EntArgument, k);

          /* "their Kenyan partner" is from Kenya, not Kenya's */
          if (is_partisan && ent_deprel_is (c->reading->words[argument->word].deprel, "amod"))
            continue;
          if (g_str_equal (argument->role, roles[i]) && argument->word != ent_reading_child (c->reading, p->word, "nsubj"))
            ent_argument_resolve (c->reading, c->cast, c->lists, argument->word, others);
        }
      if (others->len == 0)
        collect_behind_name (c, p->word, roles[i], others);
      for (guint k = others->len; k-- > 0;)
        {
          const EntParty *other = &g_array_index (others, EntParty, k);
          gboolean is_no_party = is_told_apart (c, p, entry, roles[i], other);

          for (guint s = 0; s < selves->len; s++)
            is_no_party |= is_sort (c, p, entry, &g_array_index (selves, EntParty, s), other->reference);
          if (is_no_party)
            g_array_remove_index (others, k);
        }
      for (guint k = others->len; k-- > 0;)
        for (guint s = 0; s < selves->len; s++)
          if (g_array_index (others, EntParty, k).actor == g_array_index (selves, EntParty, s).actor)
            {
              g_array_remove_index (others, k);
              break;
            }
      if (others->len == 0)
        continue;
      for (guint s = 0; s < selves->len; s++)
        for (guint k = 0; k < others->len; k++)
          add_claim (c, p, entry, &g_array_index (selves, EntParty, s), g_array_index (others, EntParty, k).actor,
                     g_array_index (others, EntParty, k).reference, reversed);
      return TRUE;
    }
  return FALSE;
}

static void
add_nearest_country (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const EntParty *self)
{
  gint country = find_nearest_country (c, (guint) p->word);
  EntLexiconEntry unsure = *entry;

  for (guint i = 0; i < c->claims->len; i++)
    if (g_array_index (c->claims, EntClaim, i).type == ENT_RELATION_LEAD && g_array_index (c->claims, EntClaim, i).from == self->actor)
      return;                                           /* it has been said what they lead */

  if (country < 0 || ent_cast_get_actor (c->cast, self->actor)->kind != ENT_KIND_PERSON || !ent_cast_get_actor (c->cast, self->actor)->is_named)
    return;
  unsure.strength = 1;
  add_claim (c, p, &unsure, self, ent_cast_get_reference (c->cast, country)->actor, (guint) country, FALSE);
  ent_claims_set_entry (c, &unsure, entry);
}

/* "Acme spokesperson": the name right before the noun, however the tree has it. */
static gboolean
apply_preceding (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const EntParty *self)
{
  gint before = p->word > 0 && c->reading->words[p->word - 1].sentence == c->reading->words[p->word].sentence ? c->cast->over[p->word - 1] : -1;
  const EntCastActor *actor;

  if (before < 0 || g_str_equal (entry->to[0], "self") || ent_cast_is_compound (c->cast, c->reading, (guint) before))
    return FALSE;
  actor = ent_cast_get_actor (c->cast, ent_cast_get_reference (c->cast, before)->actor);
  if (actor->kind == ENT_KIND_PERSON || !actor->is_named || ent_cast_get_reference (c->cast, before)->actor == self->actor ||
      is_sort (c, p, entry, self, (guint) before))
    return FALSE;
  add_claim (c, p, entry, self, ent_cast_get_reference (c->cast, before)->actor, (guint) before, FALSE);
  return TRUE;
}

/* "considers Chad its friend", "regards Chad as a rival": the other one is who sees it so. */
static gboolean
apply_perceiver (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const GArray *selves)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];
  g_autoptr (GArray) perceivers = g_array_new (FALSE, FALSE, sizeof (EntParty));
  gboolean found = FALSE;

  if (ent_relation_type_get_stance (entry->type) == ENT_STANCE_NEUTRAL || w->head < 0 || r->words[w->head].upos != ENT_UPOS_VERB ||
      ent_reading_child (r, p->word, "cop") >= 0 || !is_predicate_of_object (r, p->word))
    return FALSE;
  ent_argument_resolve (r, c->cast, c->lists, ent_predication_get_subject (r, c->lists, w->head), perceivers);
  for (guint i = 0; i < perceivers->len; i++)
    for (guint s = 0; s < selves->len; s++)
      if (g_array_index (perceivers, EntParty, i).actor != g_array_index (selves, EntParty, s).actor)
        {
          const EntParty *perceiver = &g_array_index (perceivers, EntParty, i);

          /* friend or foe, it is the perceiver's stance */
          add_claim (c, p, entry, &g_array_index (selves, EntParty, s), perceiver->actor, perceiver->reference, TRUE);
          found = TRUE;
        }
  return found;
}

/* "[United] States", "Ivory [Coast]": a word of a country's name is no noun of its own. */
static gboolean
is_of_country_name (const EntClaimContext *c, guint word)
{
  const EntReference *over = c->cast->over[word] >= 0 ? ent_cast_get_reference (c->cast, (guint) c->cast->over[word]) : NULL;

  return over != NULL && over->form == ENT_FORM_NAME && ent_cast_get_actor (c->cast, over->actor)->kind == ENT_KIND_COUNTRY;
}

void
ent_claims_read_agent (EntClaimContext *c, guint word)
{
  const EntWord *w = &c->reading->words[word];
  const GPtrArray *entries;
  g_autoptr (EntPredication) p = NULL;
  g_autoptr (GArray) selves = NULL;

  if ((w->upos != ENT_UPOS_NOUN && w->upos != ENT_UPOS_PROPN && w->upos != ENT_UPOS_ADJ) || is_of_country_name (c, word))
    return;
  entries = ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_AGENT, w->lemma);
  if (entries == NULL)
    return;
  selves = g_array_new (FALSE, FALSE, sizeof (EntParty));
  if (!find_self (c, (gint) word, selves, 0))
    return;
  p = ent_predication_new (c->reading, c->lists, (gint) word);
  if (p->is_denied)
    return;
  for (guint i = 0; i < entries->len; i++)
    {
      const EntLexiconEntry *entry = entries->pdata[i];
      gboolean fits = TRUE;

      for (guint k = 0; k < entry->head; k++)
        {
          gboolean has = FALSE;

          ENT_READING_EACH_CHILD (c->reading, word, child)
            has |= c->reading->words[child].lemma != NULL && g_ascii_strcasecmp (c->reading->words[child].lemma, entry->words[k]) == 0;
          fits &= has;
        }
      if (!fits)
        continue;
      if (apply_entry (c, p, entry, selves) || apply_perceiver (c, p, entry, selves) || apply_preceding (c, p, entry, &g_array_index (selves, EntParty, 0)))
        return;
      if (entry->type == ENT_RELATION_LEAD && c->cast->at_head[word] < 0 && ent_word_lists_has (c->lists, ENT_LIST_STATE_OFFICE, w->lemma))
        {
          add_nearest_country (c, p, entry, &g_array_index (selves, EntParty, 0));
          return;
        }
    }
}
