/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two sorts of first person. "I" in what someone says is who says it; "we" is the state or body that they hold an office of, where the text names one
 * ("the president of Chad", "Jane Roe, Chad's envoy"), else they as well. What nobody is known to say is left to
 * coreference. A speech, whose every second sentence says "we", is in the voice of the country or body that it speaks of most as
 * of one that acts; "I" in it as well, for who holds a speech for a body is seldom named in it. */

#include "ent-actor-finder-private.h"

#include "ent-argument.h"
#include "ent-speech.h"

#define MIN_SPEECH_WE    6     /* first persons in the plural, outside of quotations */
#define SPEECH_WE        0.3   /* of these a sentence; chosen on development documents: reports have 0, blogs up to 0.27 */
#define MIN_VOICE        3     /* how often a speech must speak of who is its voice */
#define MAX_OFFICE_EDGES 3   /* from an office to the name of what it is an office of */

static gboolean
is_office (const EntActorFinder *f, guint word)
{
  const EntWord *w = &f->reading->words[word];

  return (w->upos == ENT_UPOS_NOUN || w->upos == ENT_UPOS_PROPN) && w->lemma != NULL &&
         (ent_word_lists_has (f->lists, ENT_LIST_TITLE, w->lemma) || ent_word_lists_has (f->lists, ENT_LIST_STATE_OFFICE, w->lemma));
}

/* Whether a noun is said of a name: its title, or in apposition to it. */
static gboolean
describes (const EntReading *r, guint noun, guint name)
{
  const EntWord *w = &r->words[noun], *n = &r->words[name];
  gboolean is_above = n->head == (gint) noun;
  const char *deprel = is_above ? n->deprel : w->deprel;

  return (is_above || w->head == (gint) name) &&
         (ent_deprel_is (deprel, "appos") || ent_deprel_is (deprel, "flat") || ent_deprel_is (deprel, "compound") || g_str_equal (deprel, "nmod:desc"));
}

/* The body that an office is one of, -1 for none: a name before an adjective, "the leader of the Danish group Fjord". */
static gint
find_body_of_office (const EntActorFinder *f, guint office, guint name)
{
  const EntReading *r = f->reading;
  const EntSentence *s = &r->sentences[r->words[office].sentence];
  gint described = -1;

  for (guint w = s->first_word; w < s->first_word + s->n_words; w++)
    {
      const EntReference *reference = f->cast->at_head[w] >= 0 ? ent_cast_get_reference (f->cast, (guint) f->cast->at_head[w]) : NULL;
      const EntCastActor *actor = reference != NULL ? ent_cast_get_actor (f->cast, reference->actor) : NULL;
      gboolean is_below = ent_reading_dominates (r, (gint) office, (gint) w) && ent_reading_get_distance (r, (gint) office, (gint) w) <= MAX_OFFICE_EDGES;

      if (actor == NULL || !actor->is_named || actor->kind == ENT_KIND_PERSON || actor->kind == ENT_KIND_PLACE ||
          !(is_below || (w < office && r->words[w].head == (gint) name && office < name)))
        continue;
      if (!reference->is_modifier || r->words[w].head == (gint) office || r->words[w].head == (gint) name)
        return (gint) reference->actor;
      if (described < 0)
        described = (gint) reference->actor;
    }
  return described;
}

gint
ent_actor_finder_find_body (const EntActorFinder *f, guint actor)
{
  const EntReading *r = f->reading;

  for (guint i = 0; i < f->cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (f->cast, i);
      const EntSentence *s = &r->sentences[r->words[reference->head_word].sentence];

      for (guint w = s->first_word; reference->actor == actor && reference->form == ENT_FORM_NAME && w < s->first_word + s->n_words; w++)
        {
          gint body = is_office (f, w) && describes (r, w, reference->head_word) ? find_body_of_office (f, w, reference->head_word) : -1;

          if (body >= 0)
            return body;
        }
    }
  return -1;
}

/* Whom a first person in what that word's party says means, -1 for nobody known. */
static gint
find_meant (const EntActorFinder *f, gint speaker, gboolean is_plural)
{
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (EntParty));
  guint actor;
  gint body;

  ent_argument_resolve (f->reading, f->cast, f->lists, speaker, parties);
  if (parties->len == 0)
    return -1;
  actor = g_array_index (parties, EntParty, 0).actor;
  body = is_plural && ent_cast_get_actor (f->cast, actor)->kind == ENT_KIND_PERSON ? ent_actor_finder_find_body (f, actor) : -1;
  return body >= 0 ? body : (gint) actor;
}

EntPerson
ent_actor_finder_get_first_person (const EntReading *r, guint word)
{
  static const char *const one[] = { "i", "me", "my", "mine", "myself", NULL };
  static const char *const several[] = { "we", "us", "our", "ours", "ourselves", NULL };
  g_autofree char *form = r->words[word].upos == ENT_UPOS_PRON ? g_utf8_strdown (r->words[word].form, -1) : NULL;

  if (form == NULL)
    return ENT_PERSON_OTHER;
  return g_strv_contains (one, form) ? ENT_PERSON_I : g_strv_contains (several, form) ? ENT_PERSON_WE : ENT_PERSON_OTHER;
}

/* Whether a text is a speech: it says "we" again and again, in no one's quotation, and more often than "I". */
static gboolean
is_speech (const EntActorFinder *f)
{
  const EntReading *r = f->reading;
  guint n_of[3] = { 0, 0, 0 };

  for (guint w = 0; w < r->n_words; w++)
    {
      EntPerson person = ent_actor_finder_get_first_person (r, w);

      if (person != ENT_PERSON_OTHER && ent_speech_get_speaker (r, f->lists, w) < 0)
        n_of[person]++;
    }
  return n_of[ENT_PERSON_WE] >= MIN_SPEECH_WE && n_of[ENT_PERSON_WE] >= n_of[ENT_PERSON_I] && n_of[ENT_PERSON_WE] >= SPEECH_WE * r->n_sentences;
}

/* What makes an actor likely to be the voice of a speech: what it is said to do, then how often it is spoken of; 0 for who does
 * nothing. deeds: per actor, how often the subject of an active verb. */
static guint
rate_voice (const EntCastActor *actor, guint deeds)
{
  gboolean may_speak = actor->gazetteer >= 0 && (actor->kind == ENT_KIND_COUNTRY || actor->kind == ENT_KIND_ORGANISATION);

  return may_speak && deeds > 0 && actor->n_references >= MIN_VOICE ? 2 * deeds + actor->n_references : 0;
}

gint
ent_actor_finder_find_voice (const EntActorFinder *f)
{
  g_autofree guint *deeds = g_new0 (guint, f->cast->actors->len + 1);
  guint best_rate = 0;
  gint best = -1;

  if (!is_speech (f))
    return -1;
  for (guint i = 0; i < f->cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (f->cast, i);
      const char *deprel = f->reading->words[reference->head_word].deprel;

      deeds[reference->actor] += !reference->is_modifier && ent_deprel_is (deprel, "nsubj") && !g_str_equal (deprel, "nsubj:pass");
    }
  for (guint i = 0; i < f->cast->actors->len; i++)
    {
      guint rate = rate_voice (ent_cast_get_actor (f->cast, i), deeds[i]);

      if (rate > best_rate)
        {
          best = (gint) i;
          best_rate = rate;
        }
    }
  return best;
}

/* "We the people": who "we" are, it says itself. */
static gboolean
is_explained (const EntReading *r, guint word)
{
  return ent_reading_child (r, (gint) word, "appos") >= 0 || (word + 1 < r->n_words && g_ascii_strcasecmp (r->words[word + 1].form, "the") == 0 && r->words[word + 1].sentence == r->words[word].sentence);
}

void
ent_actor_finder_take_first_person (EntActorFinder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    {
      EntPerson person = f->cast->over[w] < 0 ? ent_actor_finder_get_first_person (r, w) : ENT_PERSON_OTHER;
      gint speaker = person != ENT_PERSON_OTHER ? ent_speech_get_speaker (r, f->lists, w) : -1;
      gint actor = speaker >= 0 ? find_meant (f, speaker, person == ENT_PERSON_WE) : person != ENT_PERSON_OTHER && !is_explained (r, w) ? f->voice : -1;

      if (actor >= 0)
        ent_cast_add_reference (f->cast, r, (guint) actor, w, 1, ENT_FORM_PRONOUN, FALSE);
    }
}
