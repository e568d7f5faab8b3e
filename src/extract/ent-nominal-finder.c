/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nouns and pronouns that speak of actors. A noun is, in this order: what it stands in apposition to, what the language model
 * says it corefers with, an organ of a country ("Russian officials"), or a group of its own, called by the noun with its
 * modifiers. A noun that denotes nobody by itself ("the region") and one that stands for its possessor ("its army") make no
 * actor. A pronoun is what it corefers with, where number and person allow it, else who says the clause it is the subject of. */

#include "ent-actor-finder-private.h"

#include "ent-argument.h"
#include "ent-speech.h"

#include <string.h>

/* What the text comes back to so often is a party, though no name and only a vague noun ("the team") be known of it. */
#define MIN_ENTITY_NOUNS    2
#define MIN_ENTITY_MENTIONS 3

/* The actor that most names of each of the model's entities denote, + 1. */
static GHashTable *
count_entities (EntActorFinder *f)
{
  g_autoptr (GHashTable) votes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTable *winners = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < f->reading->n_mentions; i++)
    {
      const EntMention *mention = &f->reading->mentions[i];
      gint at = f->cast->at_head[mention->head_word];
      gint64 key;
      guint count, best = 0;
      gpointer winner;

      if (at < 0 || ent_cast_get_reference (f->cast, at)->is_modifier || mention->entity < 0)
        continue;
      key = ((gint64) mention->entity << 32) | ent_cast_get_reference (f->cast, at)->actor;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (votes, &key)) + 1;
      g_hash_table_replace (votes, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (count));
      winner = g_hash_table_lookup (winners, GINT_TO_POINTER (mention->entity + 1));
      if (winner != NULL)
        {
          gint64 old = ((gint64) mention->entity << 32) | (GPOINTER_TO_UINT (winner) - 1);
          best = GPOINTER_TO_UINT (g_hash_table_lookup (votes, &old));
        }
      if (count > best)
        g_hash_table_replace (winners, GINT_TO_POINTER (mention->entity + 1), GUINT_TO_POINTER (ent_cast_get_reference (f->cast, at)->actor + 1));
    }
  return winners;
}

/* "police" of "police-run homes": a word that a hyphen ties to the next one speaks of nobody by itself. */
static gboolean
is_half_of_compound (const EntReading *r, guint word)
{
  return word + 2 < r->n_words && r->words[word + 2].sentence == r->words[word].sentence && strcmp (r->words[word + 1].form, "-") == 0 &&
         !r->words[word].space_after && !r->words[word + 1].space_after;
}

/* "all three", "the latter two", "those": whom, another noun says. */
static gboolean
is_counter (const EntReading *r, guint word)
{
  return r->words[word].upos == ENT_UPOS_NUM || r->words[word].upos == ENT_UPOS_DET || r->words[word].upos == ENT_UPOS_PRON;
}

/* The stretch of free words that ends in the mention's head, without determiners and possessors. */
static gboolean
free_stretch (EntActorFinder *f, const EntMention *mention, guint *first, guint *n)
{
  const EntReading *r = f->reading;
  guint head = mention->head_word;

  if (f->cast->over[head] >= 0 || f->blocked[head] || is_counter (r, head) || is_half_of_compound (r, head) || ent_argument_is_pair (r, f->lists, (gint) head))
    return FALSE;
  *first = head;
  while (*first > mention->first_word && f->cast->over[*first - 1] < 0 &&
         (r->words[*first - 1].upos == ENT_UPOS_ADJ || r->words[*first - 1].upos == ENT_UPOS_NOUN || r->words[*first - 1].upos == ENT_UPOS_PROPN ||
          (r->words[*first - 1].upos == ENT_UPOS_PUNCT && strcmp (r->words[*first - 1].form, "-") == 0)) &&
         ent_reading_dominates (r, (gint) head, (gint) *first - 1))
    (*first)--;
  *n = head - *first + 1;
  return TRUE;
}

/* The one named actor that "the alliance" can be; -1 where there is none, or where there are two. */
static gint
find_nominal (EntActorFinder *f, const char *lemma)
{
  gint found = -1;

  for (guint i = 0; i < f->cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (f->cast, i);

      if (actor->n_references == 0 || actor->gazetteer < 0 ||
          !g_strv_contains (ent_gazetteer_get_nominals (f->gazetteer, (guint) actor->gazetteer), lemma))
        continue;
      if (found >= 0)
        return -1;
      found = (gint) i;
    }
  return found;
}

/* "the alliance" where one such actor was named before it, model or no model. */
static void
take_gazetteer_nominals (EntActorFinder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    {
      gint actor;

      if (r->words[w].upos != ENT_UPOS_NOUN || f->cast->over[w] >= 0 || f->blocked[w] || ent_reading_child (r, (gint) w, "det") < 0 ||
          ent_reading_child (r, (gint) w, "amod") >= 0 || ent_reading_child (r, (gint) w, "compound") >= 0 || ent_reading_is_plural (r, w))
        continue;
      if (!ent_reading_has_child (r, (gint) w, "det", "the") && !ent_reading_has_child (r, (gint) w, "det", "this"))
        continue;
      actor = r->words[w].lemma != NULL ? find_nominal (f, r->words[w].lemma) : -1;
      if (actor >= 0 && ent_cast_get_actor (f->cast, actor)->first_word < w)
        ent_cast_add_reference (f->cast, r, (guint) actor, w, 1, ENT_FORM_NOMINAL, FALSE);
    }
}

/* The country that an organ named by a noun belongs to ("Russian officials", "the government of Japan"), -1 for none. */
static gint
find_country_of (EntActorFinder *f, guint head)
{
  static const char *const relations[] = { "nmod:poss", "amod", "compound", "nmod" };

  if (!ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, f->reading->words[head].lemma))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    ENT_READING_EACH_CHILD (f->reading, head, child)
      {
        gint at = f->cast->at_head[child];
        const EntCastActor *actor;

        if (at < 0 || !ent_deprel_is (f->reading->words[child].deprel, relations[i]))
          continue;
        if (i == 3 && g_strcmp0 (ent_reading_get_case (f->reading, child), "of") != 0)
          continue;
        actor = ent_cast_get_actor (f->cast, ent_cast_get_reference (f->cast, at)->actor);
        if (actor->kind == ENT_KIND_COUNTRY || (actor->kind == ENT_KIND_PLACE && actor->gazetteer >= 0))
          return (gint) ent_cast_get_reference (f->cast, at)->actor;
      }
  return -1;
}

/* The country that a text speaks of most, the earlier one of two; -1 where it names none. */
static gint
find_main_country (EntActorFinder *f)
{
  gint best = -1;

  for (guint i = 0; i < f->cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (f->cast, i);

      if (actor->kind != ENT_KIND_COUNTRY || actor->n_references == 0)
        continue;
      if (best < 0 || actor->n_references > ent_cast_get_actor (f->cast, (guint) best)->n_references)
        best = (gint) i;
    }
  return best;
}

/* "the government", "the military": of the country that the text is about, where nothing says whose. */
static gboolean
is_bare_state (EntActorFinder *f, const EntMention *mention)
{
  const EntReading *r = f->reading;
  gint head = (gint) mention->head_word;

  return mention->kind == ENT_KIND_COUNTRY && ent_reading_has_child (r, head, "det", "the") && ent_reading_child (r, head, "amod") < 0 &&
         ent_reading_child (r, head, "compound") < 0 && ent_reading_child (r, head, "nmod") < 0 && !ent_reading_is_plural (r, (guint) head);
}

/* "our nation", in a speech that speaks for one. */
static gboolean
is_own_state (EntActorFinder *f, guint head)
{
  const EntReading *r = f->reading;
  gint owner = ent_reading_child (r, (gint) head, "nmod:poss");

  return f->voice >= 0 && ent_cast_get_actor (f->cast, (guint) f->voice)->kind == ENT_KIND_COUNTRY && owner >= 0 &&
         ent_actor_finder_get_first_person (r, (guint) owner) != ENT_PERSON_OTHER && !ent_reading_is_plural (r, head) &&
         (ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, r->words[head].lemma) || ent_word_lists_has (f->lists, ENT_LIST_COUNTRY_NOUN, r->words[head].lemma));
}

/* "its military", "their government": the possessor, whom the argument's reading finds. */
static gboolean
stands_for_possessor (EntActorFinder *f, guint head)
{
  const char *lemma = f->reading->words[head].lemma;

  return ent_reading_child (f->reading, (gint) head, "nmod:poss") >= 0 &&
         (ent_word_lists_has (f->lists, ENT_LIST_STAND_IN, lemma) || ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, lemma));
}

/* The name that a noun stands in apposition to, or the other way round: "the president of the region, Jane Roe"; -1 for none. */
static gint
find_apposed (EntActorFinder *f, guint head)
{
  const EntReading *r = f->reading;
  const EntWord *w = &r->words[head];
  gint child = ent_reading_child (r, (gint) head, "appos");
  gint at = ent_deprel_is (w->deprel, "appos") && w->head >= 0 ? f->cast->at_head[w->head] : child >= 0 ? f->cast->at_head[child] : -1;
  const EntReference *reference;

  if (at < 0 || ent_reading_is_plural (r, head))
    return -1;
  reference = ent_cast_get_reference (f->cast, at);
  return ent_cast_get_actor (f->cast, reference->actor)->is_named && !reference->is_modifier ? (gint) reference->actor : -1;
}

static void
entity_free (gpointer data)
{
  g_free (((EntTextEntity *) data)->name);
  g_free (data);
}

/* What the model's entities are called, before any noun is taken. */
static GHashTable *
list_entities (EntActorFinder *f)
{
  g_autoptr (GHashTable) winners = count_entities (f);
  GHashTable *entities = g_hash_table_new_full (NULL, NULL, NULL, entity_free);

  for (guint i = 0; i < f->reading->n_mentions; i++)
    {
      const EntMention *mention = &f->reading->mentions[i];
      gpointer key = GINT_TO_POINTER (mention->entity + 1);
      EntTextEntity *entity = g_hash_table_lookup (entities, key);
      guint first;

      if (entity == NULL)
        {
          entity = g_new0 (EntTextEntity, 1);
          entity->named = GPOINTER_TO_INT (g_hash_table_lookup (winners, key)) - 1;
          entity->current = -1;
          g_hash_table_insert (entities, key, entity);
        }
      entity->n_mentions++;
      if (mention->form != ENT_FORM_NOMINAL || f->cast->over[mention->head_word] >= 0 || f->blocked[mention->head_word])
        continue;
      entity->n_nouns++;
      first = ent_actor_finder_find_description (f, mention->head_word);
      if (entity->is_described || (entity->name != NULL && first == mention->head_word))
        continue;
      g_free (entity->name);
      entity->name = ent_reading_dup_text (f->reading, first, mention->head_word - first + 1);
      entity->is_described = first < mention->head_word;
    }
  return entities;
}

static gint
find_nominal_actor (EntActorFinder *f, const EntMention *mention, const EntTextEntity *entity)
{
  gint own_country = find_country_of (f, mention->head_word), country = own_country, apposed, known, party;

  if (country < 0 && is_own_state (f, mention->head_word))
    country = f->voice;
  if (country < 0 && is_bare_state (f, mention))
    country = find_main_country (f);
  apposed = find_apposed (f, mention->head_word);
  known = ent_actor_finder_find_antecedent (f, mention, entity);
  if (apposed >= 0)
    return apposed;
  party = ent_actor_finder_find_party_of_noun (f, mention->head_word);
  if (party >= 0)
    return party;
  /* "the minister of Chad" is Chad's, though a minister of Mali was spoken of before */
  if (own_country >= 0 && known >= 0 && ent_cast_get_actor (f->cast, (guint) known)->kind == ENT_KIND_COUNTRY)
    return own_country;
  if (known >= 0 && (country < 0 || ent_cast_get_actor (f->cast, (guint) known)->is_named))
    return known;
  if (country >= 0)
    return country;
  if (stands_for_possessor (f, mention->head_word))
    return -1;
  return ent_actor_finder_find_group (f, mention, entity->n_nouns >= MIN_ENTITY_NOUNS && entity->n_mentions >= MIN_ENTITY_MENTIONS ? entity->name : NULL);
}

/* Whether a pronoun is of the first person: "I" is the writer, or who is quoted; what "we" means in what someone says, the last
 * pass finds out. */
static gboolean
is_of_speaker (EntActorFinder *f, guint word)
{
  EntPerson person = ent_actor_finder_get_first_person (f->reading, word);

  return person == ENT_PERSON_I || (person == ENT_PERSON_WE && (f->voice >= 0 || ent_speech_get_speaker (f->reading, f->lists, word) >= 0));
}

/* "hundreds of farmers", "a number of states": what is counted, instead of the word that counts; FALSE for a number alone. */
static gboolean
skip_count (EntActorFinder *f, EntMention *mention)
{
  const EntReading *r = f->reading;
  const char *lemma = r->words[mention->head_word].lemma;

  if (!ent_word_lists_has (f->lists, ENT_LIST_QUANTITY, lemma))
    return TRUE;
  ENT_READING_EACH_CHILD (r, mention->head_word, child)
    if (ent_deprel_is (r->words[child].deprel, "nmod") && g_strcmp0 (ent_reading_get_case (r, child), "of") == 0 && ent_reading_is_plural (r, (guint) child))
      {
        mention->head_word = (guint) child;
        mention->first_word = r->sentences[r->words[child].sentence].first_word;
        return skip_count (f, mention);
      }
  return !ent_word_lists_has (f->lists, ENT_LIST_NUMBER, lemma);
}

static void
take_by_coreference (EntActorFinder *f)
{
  g_autoptr (GHashTable) entities = list_entities (f);

  for (guint i = 0; i < f->reading->n_mentions; i++)
    {
      EntMention of_count = f->reading->mentions[i], *mention = &of_count;
      EntTextEntity *entity = g_hash_table_lookup (entities, GINT_TO_POINTER (mention->entity + 1));
      gint at = f->cast->at_head[mention->head_word], actor = -1;
      guint first, n = 1;

      if (at < 0 && mention->form == ENT_FORM_NOMINAL)
        {
          if (!skip_count (f, mention))
            continue;
          at = f->cast->at_head[mention->head_word];
        }
      first = mention->head_word;
      if (at >= 0)
        actor = ent_cast_get_reference (f->cast, at)->is_modifier ? -1 : (gint) ent_cast_get_reference (f->cast, at)->actor;
      else if (mention->form == ENT_FORM_NOMINAL && free_stretch (f, mention, &first, &n))
        actor = find_nominal_actor (f, mention, entity);
      else if (mention->form == ENT_FORM_PRONOUN && f->cast->over[mention->head_word] < 0 && !is_of_speaker (f, mention->head_word))
        actor = ent_actor_finder_find_pronoun_actor (f, mention, entity);
      if (actor < 0)
        continue;
      if (at < 0)
        ent_cast_add_reference (f->cast, f->reading, (guint) actor, first, n, mention->form, FALSE);
      entity->current = actor;
    }
}

/* The country whose band it is ("Chadian authorities"), else the band itself; none where it stands for its possessor. */
static gint
find_band (EntActorFinder *f, const EntMention *mention)
{
  gint country = find_country_of (f, mention->head_word);

  if (country >= 0)
    return country;
  return stands_for_possessor (f, mention->head_word) ? -1 : ent_actor_finder_find_group (f, mention, NULL);
}

/* "separatists", "a militia": bands of people that the model has taken for no mention. */
static void
take_bands (EntActorFinder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    {
      EntMention mention = { .first_word = r->sentences[r->words[w].sentence].first_word, .head_word = w, .form = ENT_FORM_NOMINAL, .kind = ENT_KIND_GROUP };
      gint actor = -1;
      guint n;

      if (r->words[w].upos == ENT_UPOS_NOUN && !ent_deprel_is (r->words[w].deprel, "compound") &&
          (ent_word_lists_has (f->lists, ENT_LIST_BAND, r->words[w].form) || ent_word_lists_has (f->lists, ENT_LIST_COLLECTIVE, r->words[w].lemma)) &&
          free_stretch (f, &mention, &mention.first_word, &n))
        actor = find_band (f, &mention);
      if (actor >= 0)
        ent_cast_add_reference (f->cast, r, (guint) actor, mention.first_word, n, ENT_FORM_NOMINAL, FALSE);
    }
}

void
ent_actor_finder_take_nominals (EntActorFinder *f)
{
  take_gazetteer_nominals (f);
  ent_actor_finder_take_party_nouns (f);
  take_by_coreference (f);
  take_bands (f);
  ent_actor_finder_take_possessed_bodies (f);
  ent_actor_finder_take_bodies_of_titles (f);
  ent_actor_finder_take_works (f);
}
