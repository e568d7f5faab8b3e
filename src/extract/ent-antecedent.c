/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a noun or pronoun takes over from what was said before it: what its entity was last, or what the entity is called, where
 * number, person and kind allow it; a pronoun that the model knows no name for is who says the clause it is the subject of. */

#include "ent-actor-finder-private.h"

#include "ent-argument.h"
#include "ent-predication.h"

#include <string.h>

#define MAX_SENTENCES_AHEAD 1   /* how far behind a noun or pronoun the name may stand that it means */

/* Whether a noun can be said of what the actor is: a country is no team, a person no alliance. */
static gboolean
noun_fits (EntActorFinder *f, const EntMention *mention, const EntCastActor *actor)
{
  const char *lemma = f->reading->words[mention->head_word].lemma;
  gboolean is_plural = ent_reading_is_plural (f->reading, mention->head_word);

  switch (actor->kind)
    {
    case ENT_KIND_PERSON:
      return !is_plural && mention->kind == ENT_KIND_PERSON;
    case ENT_KIND_COUNTRY:
      return !is_plural && (ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, lemma) || ent_word_lists_has (f->lists, ENT_LIST_COUNTRY_NOUN, lemma));
    case ENT_KIND_PLACE:
      return !is_plural && mention->kind != ENT_KIND_PERSON && !(mention->kind == ENT_KIND_COUNTRY && ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, lemma));
    case ENT_KIND_GROUP:
      return mention->kind != ENT_KIND_PERSON && (is_plural || actor->gazetteer < 0);
    default:
      return !is_plural && mention->kind != ENT_KIND_PERSON;
    }
}

static gboolean
may_denote (EntActorFinder *f, const EntMention *mention, guint actor)
{
  const EntCastActor *a = ent_cast_get_actor (f->cast, actor);
  g_autofree char *form = g_utf8_strdown (f->reading->words[mention->head_word].form, -1);
  static const char *const personal[] = { "he", "him", "his", "she", "her", "hers", "himself", "herself", NULL };
  static const char *const thing[] = { "it", "its", "itself", NULL };
  static const char *const several[] = { "they", "them", "their", "themselves", "we", "us", "our", NULL };

  if (mention->form == ENT_FORM_NOMINAL)
    return !a->is_named || noun_fits (f, mention, a);
  if (g_strv_contains (personal, form))
    return a->kind == ENT_KIND_PERSON;
  if (g_strv_contains (thing, form))
    return a->kind != ENT_KIND_PERSON;
  if (g_strv_contains (several, form))
    return a->kind != ENT_KIND_PERSON || mention->form == ENT_FORM_PRONOUN;
  return TRUE;
}

/* Whether a pronoun is an object or adverbial of the very verb whose subject denotes that actor: "Chad, which freed it" frees
 * another. */
static gboolean
is_of_own_subject (EntActorFinder *f, const EntMention *mention, gint actor)
{
  const EntReading *r = f->reading;
  const EntWord *w = &r->words[mention->head_word];
  gint subject, at;

  if (mention->form != ENT_FORM_PRONOUN || w->head < 0 || r->words[w->head].upos != ENT_UPOS_VERB || g_str_has_suffix (w->form, "self") || g_str_has_suffix (w->form, "selves") ||
      !(ent_deprel_is (w->deprel, "obj") || ent_deprel_is (w->deprel, "iobj")))
    return FALSE;
  subject = ent_predication_get_subject (r, f->lists, w->head);
  at = subject >= 0 ? f->cast->at_head[subject] : -1;
  return at >= 0 && (gint) ent_cast_get_reference (f->cast, (guint) at)->actor == actor;
}

/* The subject of the clause above the verb that a pronoun is an object of; -1 for none that it can be. */
static gint
find_subject_above (EntActorFinder *f, const EntMention *mention)
{
  const EntReading *r = f->reading;
  gint own = r->words[mention->head_word].head, x = r->words[own].head;

  while (x >= 0 && r->words[x].upos != ENT_UPOS_VERB)
    x = r->words[x].head;
  x = x >= 0 ? ent_predication_get_subject (r, f->lists, x) : -1;
  if (x < 0 || f->cast->at_head[x] < 0 || x == ent_predication_get_subject (r, f->lists, own))
    return -1;
  x = (gint) ent_cast_get_reference (f->cast, (guint) f->cast->at_head[x])->actor;
  return may_denote (f, mention, (guint) x) && !is_of_own_subject (f, mention, x) ? x : -1;
}

/* The actor that a mention takes over from its entity: that of the mention before it, or the entity's name, where that stands
 * before or not far behind; -1 for none. */
gint
ent_actor_finder_find_antecedent (EntActorFinder *f, const EntMention *mention, const EntTextEntity *entity)
{
  const EntReading *r = f->reading;
  guint here = r->words[mention->head_word].sentence;
  gint likeliest = entity->current >= 0 ? entity->current : entity->named;

  if (likeliest >= 0 && is_of_own_subject (f, mention, likeliest))
    return find_subject_above (f, mention);
  if (entity->current >= 0 && may_denote (f, mention, (guint) entity->current))
    return entity->current;
  if (entity->named < 0 || !may_denote (f, mention, (guint) entity->named))
    return -1;
  return r->words[ent_cast_get_actor (f->cast, (guint) entity->named)->first_word].sentence <= here + MAX_SENTENCES_AHEAD ? entity->named : -1;
}

/* The actor that the subject of "said" denotes, where a pronoun is the subject of what is said: "Chad's leaders said they would";
 * -1 for none that it can be. */
static gint
find_sayer (EntActorFinder *f, const EntMention *mention)
{
  static const char *const others[] = { "they", "he", "she", "it", NULL };
  const EntReading *r = f->reading;
  const EntWord *w = &r->words[mention->head_word];
  const EntWord *verb = w->head >= 0 ? &r->words[w->head] : NULL;
  g_autofree char *form = g_utf8_strdown (w->form, -1);
  g_autoptr (GArray) parties = NULL;
  gint subject;

  if (verb == NULL || !ent_deprel_is (w->deprel, "nsubj") || !ent_deprel_is (verb->deprel, "ccomp") || verb->head < 0 || !g_strv_contains (others, form) ||
      !ent_word_lists_has (f->lists, ENT_LIST_SAYING_VERB, r->words[verb->head].lemma))
    return -1;
  subject = ent_predication_get_subject (r, f->lists, verb->head);
  if (subject < 0 || subject > (gint) mention->head_word || r->words[subject].upos == ENT_UPOS_PRON)
    return -1;
  if (strcmp (form, "they") == 0 && !ent_reading_is_plural (r, (guint) subject))
    return -1;
  parties = g_array_new (FALSE, FALSE, sizeof (EntParty));
  ent_argument_resolve (r, f->cast, f->lists, subject, parties);
  if (parties->len != 1 || !may_denote (f, mention, g_array_index (parties, EntParty, 0).actor))
    return -1;
  return (gint) g_array_index (parties, EntParty, 0).actor;
}

/* Whom a pronoun means: the one that the model says, where that has a name, else the sayer of what it is the subject of. */
gint
ent_actor_finder_find_pronoun_actor (EntActorFinder *f, const EntMention *mention, const EntTextEntity *entity)
{
  gint known = ent_actor_finder_find_antecedent (f, mention, entity), sayer;

  if (known >= 0 && ent_cast_get_actor (f->cast, (guint) known)->is_named)
    return known;
  sayer = find_sayer (f, mention);
  return sayer >= 0 ? sayer : known;
}
