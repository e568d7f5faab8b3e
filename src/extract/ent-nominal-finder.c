/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nouns and pronouns that speak of actors. A noun is, in this order: what it stands in apposition to, what the language model
 * says it corefers with, an organ of a country ("Russian officials"), or a group of its own, called by the noun with its
 * modifiers. A noun that denotes nobody by itself ("the region") and one that stands for its possessor ("its army") make no
 * actor. A pronoun is what it corefers with, where number and person allow it, else who says the clause it is the subject of.
 * The file is long for the passes share the entities, and what may denote whom. */

#include "ent-actor-finder-private.h"

#include "ent-argument.h"
#include "ent-predication.h"
#include "ent-speech.h"

#include <string.h>

/* What the text comes back to so often is a party, though no name and only a vague noun ("the team") be known of it. */
#define MIN_ENTITY_NOUNS    2
#define MIN_ENTITY_MENTIONS 3
#define MAX_SENTENCES_AHEAD 1   /* how far behind a noun or pronoun the name may stand that it means */

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

/* The stretch of free words that ends in the mention's head, without determiners and possessors. */
static gboolean
free_stretch (EntActorFinder *f, const EntMention *mention, guint *first, guint *n)
{
  const EntReading *r = f->reading;
  guint head = mention->head_word;

  if (f->cast->over[head] >= 0 || f->blocked[head])
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

/* An earlier actor without a name whose noun is the same: "the team" after "a Danish team". */
static gint
find_same_noun (EntActorFinder *f, guint head)
{
  const char *lemma = f->reading->words[head].lemma;

  for (guint i = f->cast->references->len; i-- > 0 && lemma != NULL;)
    {
      const EntReference *reference = ent_cast_get_reference (f->cast, i);

      if (reference->form == ENT_FORM_NOMINAL && !ent_cast_get_actor (f->cast, reference->actor)->is_named && reference->head_word < head &&
          g_strcmp0 (f->reading->words[reference->head_word].lemma, lemma) == 0)
        return (gint) reference->actor;
    }
  return -1;
}

/* The actor whose name a noun's modifiers are, the noun saying what sort of thing it is: "Jersey Boys street gang"; -1 for none. */
static gint
find_named_before (EntActorFinder *f, const char *text, guint head)
{
  if (!ent_word_lists_has (f->lists, ENT_LIST_CLASS, f->reading->words[head].lemma))
    return -1;
  for (guint i = 0; i < f->cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (f->cast, i);
      gsize n = strlen (actor->name);

      if (actor->is_named && actor->n_references > 0 && actor->kind != ENT_KIND_COUNTRY && actor->kind != ENT_KIND_PLACE && actor->kind != ENT_KIND_PERSON &&
          g_str_has_prefix (text, actor->name) && text[n] == ' ')
        return (gint) i;
    }
  return -1;
}

/* "the", "this", "these" */
static gboolean
has_definite_determiner (EntActorFinder *f, guint head)
{
  static const char *const determiners[] = { "the", "this", "these" };

  for (guint i = 0; i < G_N_ELEMENTS (determiners); i++)
    if (ent_reading_has_child (f->reading, (gint) head, "det", determiners[i]))
      return TRUE;
  return FALSE;
}

/* The first word of what a noun is called by: its modifiers, without those that count ("six - member Danish crew" is a Danish
 * crew). */
static guint
find_description (EntActorFinder *f, guint head)
{
  const EntReading *r = f->reading;
  guint first = head;

  while (first > r->sentences[r->words[head].sentence].first_word &&
         (r->words[first - 1].upos == ENT_UPOS_ADJ || r->words[first - 1].upos == ENT_UPOS_NOUN || r->words[first - 1].upos == ENT_UPOS_PROPN ||
          (strcmp (r->words[first - 1].form, "-") == 0 && r->words[first].upos != ENT_UPOS_VERB)) &&
         ent_reading_dominates (r, (gint) head, (gint) first - 1) &&
         !ent_deprel_is (r->words[first - 1].deprel, "nmod:poss"))
    first--;
  if (first + 1 < head && first > 0 && strcmp (r->words[first].form, "-") == 0 && r->words[first - 1].upos == ENT_UPOS_NUM)
    first += 2;
  /* "Anti-Chinese protesters" are protesters */
  while (first < head && (ent_word_lists_has (f->lists, ENT_LIST_QUANTITY, r->words[first].lemma) || strcmp (r->words[first].form, "-") == 0 ||
                          (strchr (r->words[first].form, '-') != NULL && f->cast->over[first] >= 0)))
    first++;
  return first;
}

/* The actor of a noun that no name is known for: one of the same noun, where it is spoken of as known ("the", "these"), or a
 * new one, called by the noun with its modifiers; -1 where the noun denotes nobody by itself. entity_name: what its entity is
 * called, where that is one that the text comes back to; NULL else. */
static gint
group_actor (EntActorFinder *f, const EntMention *mention, const char *entity_name)
{
  const EntReading *r = f->reading;
  guint head = mention->head_word, first = find_description (f, head);
  gboolean is_definite = has_definite_determiner (f, head) || ent_reading_child (r, (gint) head, "nmod:poss") >= 0;
  g_autofree char *name = NULL;
  gint named;

  if (entity_name != NULL)
    return (gint) ent_actor_finder_get_named (f, entity_name, mention->kind, FALSE);
  if (first == head)
    {
      gint same = is_definite ? find_same_noun (f, head) : -1;

      if (same >= 0)
        return same;
      if (ent_word_lists_has (f->lists, ENT_LIST_VAGUE, r->words[head].lemma))
        return -1;
    }
  name = ent_reading_dup_text (r, first, head - first + 1);
  named = find_named_before (f, name, head);
  return named >= 0 ? named : (gint) ent_actor_finder_get_named (f, name, mention->kind, FALSE);
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

/* "the team", "this crew": spoken of as known, by the noun alone. */
static gboolean
is_bare_definite (EntActorFinder *f, guint head)
{
  return has_definite_determiner (f, head) && find_description (f, head) == head;
}

/* The nouns by which the text comes back to a group or body again and again, as the model has it: lemma → count. (transfer full) */
static GHashTable *
list_party_nouns (EntActorFinder *f)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer lemma, count;

  for (guint i = 0; i < f->reading->n_mentions; i++)
    {
      const EntMention *mention = &f->reading->mentions[i];
      guint head = mention->head_word;

      lemma = (gpointer) f->reading->words[head].lemma;
      if (mention->form != ENT_FORM_NOMINAL || lemma == NULL || f->cast->over[head] >= 0 || f->blocked[head] || !is_bare_definite (f, head) ||
          ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, lemma))
        continue;
      g_hash_table_insert (counts, lemma, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, lemma)) + 1));
      if (mention->kind == ENT_KIND_GROUP || mention->kind == ENT_KIND_ORGANISATION)
        g_hash_table_add (groups, lemma);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &lemma, &count))
    if (GPOINTER_TO_UINT (count) < MIN_ENTITY_NOUNS || !g_hash_table_contains (groups, lemma))
      g_hash_table_iter_remove (&iter);
  return counts;
}

/* The adjective or compound before a noun that names a country, as in "Danish team"; -1 for none, or where there are several. */
static gint
find_country_before (EntActorFinder *f, guint noun)
{
  static const char *const relations[] = { "amod", "compound" };
  const EntReading *r = f->reading;

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    ENT_READING_EACH_CHILD (r, (gint) noun, child)
      {
        gint at = f->cast->at_head[child];

        if (at >= 0 && ent_deprel_is (r->words[child].deprel, relations[i]) && !ent_cast_is_compound (f->cast, r, (guint) at) &&
            ent_cast_get_actor (f->cast, ent_cast_get_reference (f->cast, at)->actor)->kind == ENT_KIND_COUNTRY)
          return ent_reading_child (r, child, "conj") < 0 ? child : -1;
      }
  return -1;
}

/* "the Danish group Fjord", "the Danish group, Fjord": the noun only says what the named one is. */
static gboolean
describes_name (EntActorFinder *f, guint noun)
{
  static const char *const relations[] = { "appos", "flat", "nmod:desc", "compound" };
  const EntReading *r = f->reading;
  const EntWord *w = &r->words[noun];

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      if (ent_deprel_is (w->deprel, relations[i]))
        return TRUE;
      ENT_READING_EACH_CHILD (r, (gint) noun, child)
        if (child > (gint) noun && ent_deprel_is (r->words[child].deprel, relations[i]) && f->cast->at_head[child] >= 0)
          return TRUE;
    }
  return FALSE;
}

/* "the Danish team", where the text comes back to "the team": a party of its own, not Denmark. */
static void
take_party_nouns_of_countries (EntActorFinder *f)
{
  const EntReading *r = f->reading;
  g_autoptr (GHashTable) nouns = list_party_nouns (f);

  for (guint w = 0; w < r->n_words; w++)
    {
      g_autofree char *name = NULL;
      gint country;
      guint actor;

      if (r->words[w].upos != ENT_UPOS_NOUN || r->words[w].lemma == NULL || f->cast->over[w] >= 0 || f->blocked[w] ||
          !g_hash_table_contains (nouns, r->words[w].lemma) || describes_name (f, w))
        continue;
      country = find_country_before (f, w);
      if (country < 0 || country > (gint) w)
        continue;
      name = ent_reading_dup_text (r, (guint) country, w - (guint) country + 1);
      actor = ent_actor_finder_get_named (f, name, ENT_KIND_GROUP, FALSE);
      ent_cast_get_actor (f->cast, actor)->stands_alone = TRUE;
      ent_cast_add_reference (f->cast, r, actor, w, 1, ENT_FORM_NOMINAL, FALSE);
    }
}

/* Of the parties that take_party_nouns_of_countries() found, the one that "the team" is likeliest: that of which the text speaks
 * most; -1 for none before it. */
static gint
find_party_of_noun (EntActorFinder *f, guint head)
{
  const char *lemma = f->reading->words[head].lemma;
  gint best = -1;

  if (lemma == NULL || !is_bare_definite (f, head))
    return -1;
  for (guint i = 0; i < f->cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (f->cast, i);
      const EntCastActor *actor = ent_cast_get_actor (f->cast, reference->actor);

      if (actor->stands_alone && reference->head_word < head && g_strcmp0 (f->reading->words[reference->head_word].lemma, lemma) == 0 &&
          ent_reading_is_plural (f->reading, reference->head_word) == ent_reading_is_plural (f->reading, head) &&
          (best < 0 || actor->n_references > ent_cast_get_actor (f->cast, (guint) best)->n_references))
        best = (gint) reference->actor;
    }
  return best;
}

/* What a text has said of an entity of the model's so far. */
typedef struct {
  gint named;      /* the actor that most of its names denote, -1 for none */
  gint current;    /* the actor of its last mention, -1 before the first */
  guint n_nouns;
  guint n_mentions;
  char *name;      /* the first noun that describes it, else its first noun; NULL where it has none, or has a name */
  gboolean is_described;
} Entity;

static void
entity_free (gpointer data)
{
  g_free (((Entity *) data)->name);
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
      Entity *entity = g_hash_table_lookup (entities, key);
      guint first;

      if (entity == NULL)
        {
          entity = g_new0 (Entity, 1);
          entity->named = GPOINTER_TO_INT (g_hash_table_lookup (winners, key)) - 1;
          entity->current = -1;
          g_hash_table_insert (entities, key, entity);
        }
      entity->n_mentions++;
      if (mention->form != ENT_FORM_NOMINAL || f->cast->over[mention->head_word] >= 0 || f->blocked[mention->head_word])
        continue;
      entity->n_nouns++;
      first = find_description (f, mention->head_word);
      if (entity->is_described || (entity->name != NULL && first == mention->head_word))
        continue;
      g_free (entity->name);
      entity->name = ent_reading_dup_text (f->reading, first, mention->head_word - first + 1);
      entity->is_described = first < mention->head_word;
    }
  return entities;
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
static gint
find_antecedent (EntActorFinder *f, const EntMention *mention, const Entity *entity)
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
static gint
find_pronoun_actor (EntActorFinder *f, const EntMention *mention, const Entity *entity)
{
  gint known = find_antecedent (f, mention, entity), sayer;

  if (known >= 0 && ent_cast_get_actor (f->cast, (guint) known)->is_named)
    return known;
  sayer = find_sayer (f, mention);
  return sayer >= 0 ? sayer : known;
}

static gint
find_nominal_actor (EntActorFinder *f, const EntMention *mention, const Entity *entity)
{
  gint country = find_country_of (f, mention->head_word), apposed, known, party;

  if (country < 0 && is_bare_state (f, mention))
    country = find_main_country (f);
  apposed = find_apposed (f, mention->head_word);
  known = find_antecedent (f, mention, entity);
  if (apposed >= 0)
    return apposed;
  party = find_party_of_noun (f, mention->head_word);
  if (party >= 0)
    return party;
  if (known >= 0 && (country < 0 || ent_cast_get_actor (f->cast, (guint) known)->is_named))
    return known;
  if (country >= 0)
    return country;
  if (stands_for_possessor (f, mention->head_word))
    return -1;
  return group_actor (f, mention, entity->n_nouns >= MIN_ENTITY_NOUNS && entity->n_mentions >= MIN_ENTITY_MENTIONS ? entity->name : NULL);
}

/* Whether a pronoun is of the first person: "I" is the writer, or who is quoted; what "we" means in what someone says, the last
 * pass finds out. */
static gboolean
is_of_speaker (EntActorFinder *f, guint word)
{
  EntPerson person = ent_actor_finder_get_first_person (f->reading, word);

  return person == ENT_PERSON_I || (person == ENT_PERSON_WE && ent_speech_get_speaker (f->reading, f->lists, word) >= 0);
}

static void
take_by_coreference (EntActorFinder *f)
{
  g_autoptr (GHashTable) entities = list_entities (f);

  for (guint i = 0; i < f->reading->n_mentions; i++)
    {
      const EntMention *mention = &f->reading->mentions[i];
      Entity *entity = g_hash_table_lookup (entities, GINT_TO_POINTER (mention->entity + 1));
      gint at = f->cast->at_head[mention->head_word], actor = -1;
      guint first = mention->head_word, n = 1;

      if (at >= 0)
        actor = ent_cast_get_reference (f->cast, at)->is_modifier ? -1 : (gint) ent_cast_get_reference (f->cast, at)->actor;
      else if (mention->form == ENT_FORM_NOMINAL && free_stretch (f, mention, &first, &n))
        actor = find_nominal_actor (f, mention, entity);
      else if (mention->form == ENT_FORM_PRONOUN && f->cast->over[mention->head_word] < 0 && !is_of_speaker (f, mention->head_word))
        actor = find_pronoun_actor (f, mention, entity);
      if (actor < 0)
        continue;
      if (at < 0)
        ent_cast_add_reference (f->cast, f->reading, (guint) actor, first, n, mention->form, FALSE);
      entity->current = actor;
    }
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

      if (r->words[w].upos == ENT_UPOS_NOUN &&
          (ent_word_lists_has (f->lists, ENT_LIST_BAND, r->words[w].form) || ent_word_lists_has (f->lists, ENT_LIST_COLLECTIVE, r->words[w].lemma)) &&
          free_stretch (f, &mention, &mention.first_word, &n))
        actor = group_actor (f, &mention, NULL);
      if (actor >= 0)
        ent_cast_add_reference (f->cast, r, (guint) actor, mention.first_word, n, ENT_FORM_NOMINAL, FALSE);
    }
}

void
ent_actor_finder_take_nominals (EntActorFinder *f)
{
  take_gazetteer_nominals (f);
  take_party_nouns_of_countries (f);
  take_by_coreference (f);
  take_bands (f);
}
