/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-argument.h"

#include "ent-predication.h"

#define MAX_DEPTH 6
#define DEED_SENTENCES 3   /* how far back it may have been said whose "the ban" is */
#define PAIR_SENTENCES 2   /* how far back the two of "both sides" may have been named */

typedef struct {
  const EntReading   *reading;
  const EntCast      *cast;
  const EntWordLists *lists;
  GArray             *parties;
  gint                word;    /* the argument's own */
} Resolver;

static gboolean resolve (Resolver *v, gint word, guint depth);

static gboolean
take (Resolver *v, gint reference, guint depth)
{
  EntParty party = { ent_cast_get_reference (v->cast, reference)->actor, (guint) reference, (guint) v->word, depth };

  for (guint i = 0; i < v->parties->len; i++)
    if (g_array_index (v->parties, EntParty, i).actor == party.actor)
      return TRUE;
  g_array_append_val (v->parties, party);
  return TRUE;
}

/* The last noun before a relative pronoun with its preposition and comma; -1 for none. */
static gint
find_noun_before (const EntReading *r, gint pronoun)
{
  gint first = (gint) r->sentences[r->words[pronoun].sentence].first_word;

  for (gint w = pronoun - 1; w >= first; w--)
    switch (r->words[w].upos)
      {
      case ENT_UPOS_NOUN:
      case ENT_UPOS_PROPN:
        return w;
      case ENT_UPOS_PUNCT:
      case ENT_UPOS_ADP:
        break;
      default:
        return -1;
      }
  return -1;
}

/* It stands before the pronoun: where the tree has it behind, or has no noun, it is the last one before. */
gint
ent_argument_find_antecedent (const EntReading *r, gint word)
{
  const EntWord *w = &r->words[word];

  if (w->upos != ENT_UPOS_PRON && w->upos != ENT_UPOS_DET)
    return -1;
  if (g_strcmp0 (w->lemma, "who") != 0 && g_strcmp0 (w->lemma, "which") != 0 && g_strcmp0 (w->lemma, "that") != 0 &&
      g_strcmp0 (w->lemma, "whom") != 0 && g_strcmp0 (w->lemma, "whose") != 0)
    return -1;
  for (gint x = word; x >= 0; x = r->words[x].head)
    if (ent_deprel_is (r->words[x].deprel, "acl:relcl") && r->words[x].head < word)
      return r->words[x].head;
  return g_strcmp0 (w->lemma, "that") != 0 && ent_reading_child (r, word, "case") >= 0 ? find_noun_before (r, word) : -1;
}

/* "The campaign launched by Chad". */
static gboolean
resolve_maker (Resolver *v, gint noun, guint depth)
{
  const EntReading *r = v->reading;

  ENT_READING_EACH_CHILD (r, noun, child)
    {
      gint agent = g_str_equal (r->words[child].deprel, "acl") ? ent_reading_child (r, child, "obl:agent") : -1;

      if (agent >= 0 && resolve (v, agent, depth + 1))
        return TRUE;
    }
  return FALSE;
}

/* Whether a noun may denote somebody: what is done to "Chad's rival" or "Chad's rebels" is not done to Chad. */
static gboolean
may_be_somebody (const Resolver *v, gint noun)
{
  static const EntList lists[] = { ENT_LIST_COUNTRY_NOUN, ENT_LIST_BAND, ENT_LIST_COLLECTIVE, ENT_LIST_STATE_OFFICE, ENT_LIST_TITLE, ENT_LIST_VAGUE, ENT_LIST_CLASS };
  const EntReading *r = v->reading;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (ent_word_lists_has (v->lists, lists[i], r->words[noun].lemma) || ent_word_lists_has (v->lists, lists[i], r->words[noun].form))
      return TRUE;
  for (guint i = 0; i < r->n_mentions; i++)
    if ((gint) r->mentions[i].head_word == noun)
      return TRUE;
  return FALSE;
}

/* The adjective of "the Chadian dam"; -1 for none. */
static gint
find_country_of_origin (const Resolver *v, gint noun)
{
  if (g_str_equal (v->reading->words[noun].deprel, "nsubj"))
    return -1;                                          /* what acts may be people: "the Chadian singer left" */
  ENT_READING_EACH_CHILD (v->reading, noun, child)
    if (child < noun && ent_deprel_is (v->reading->words[child].deprel, "amod") && v->cast->at_head[child] >= 0 &&
        ent_cast_get_actor (v->cast, ent_cast_get_reference (v->cast, v->cast->at_head[child])->actor)->kind == ENT_KIND_COUNTRY)
      return child;
  return -1;
}

/* "Chad's dam", "the Chadian dam", "the dam built by Chad": what one owns or has made stands for its owner, unless it is somebody. */
static gboolean
resolve_owner (Resolver *v, gint noun, guint depth)
{
  const EntReading *r = v->reading;
  gint owner = ent_reading_child (r, noun, "nmod:poss");

  if (owner < 0)
    owner = find_country_of_origin (v, noun);
  if (r->words[noun].upos != ENT_UPOS_NOUN || ent_word_lists_has (v->lists, ENT_LIST_DEED, r->words[noun].lemma) || may_be_somebody (v, noun))
    return FALSE;                                       /* "Chad's destruction" is another's deed */
  return resolve_maker (v, noun, depth) || (owner >= 0 && resolve (v, owner, depth + 1));
}

/* The possessor of a noun that stands for it, in the order in which possessors are the likelier. */
static gboolean
resolve_possessor (Resolver *v, gint noun, guint depth)
{
  static const char *const relations[] = { "nmod:poss", "amod", "compound", "nmod" };
  const EntReading *r = v->reading;

  if (resolve_maker (v, noun, depth))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    ENT_READING_EACH_CHILD (r, noun, child)
      {
        const char *preposition = ent_reading_get_case (r, child);

        if (i == 3 && g_strcmp0 (preposition, "of") == 0 && ent_word_lists_has (v->lists, ENT_LIST_DEED, r->words[noun].lemma))
          continue;
        if (i == 1 && r->words[child].upos == ENT_UPOS_VERB)
          continue;                                     /* "Canadian - trained police" are not Canada's */
        if (!ent_deprel_is (r->words[child].deprel, relations[i]) || (i == 3 && g_strcmp0 (preposition, "of") != 0 && g_strcmp0 (preposition, "by") != 0 && g_strcmp0 (preposition, "from") != 0))
          continue;
        if (resolve (v, child, depth + 1))
          return TRUE;
      }
  /* at last the place: "the reforms in Peru" */
  ENT_READING_EACH_CHILD (r, noun, child)
    if (ent_deprel_is (r->words[child].deprel, "nmod") && g_strcmp0 (ent_reading_get_case (r, child), "in") == 0 && v->cast->at_head[child] >= 0)
      return take (v, v->cast->at_head[child], depth + 1);
  return FALSE;
}

/* "the ban", "this move": spoken of as known, and nothing says whose it is. */
static gboolean
is_taken_up_again (const Resolver *v, gint noun)
{
  static const char *const determiners[] = { "the", "this", "these", "that", "those", NULL };
  const EntReading *r = v->reading;
  gboolean is_definite = FALSE;

  ENT_READING_EACH_CHILD (r, noun, child)
    {
      const EntWord *w = &r->words[child];

      if (ent_deprel_is (w->deprel, "det") && w->lemma != NULL && g_strv_contains (determiners, w->lemma))
        is_definite = TRUE;
      else if (ent_deprel_is (w->deprel, "nmod") || ent_deprel_is (w->deprel, "acl") || v->cast->at_head[child] >= 0)
        return FALSE;
    }
  return is_definite && r->words[noun].upos == ENT_UPOS_NOUN &&
         (ent_word_lists_has (v->lists, ENT_LIST_STAND_IN, r->words[noun].lemma) || ent_word_lists_has (v->lists, ENT_LIST_RESUMING, r->words[noun].lemma));
}

/* "Chad banned Mali's fish. The ban …", "Chad's ban … the ban": whose it was when the text last said so. "The move" is the deed
 * of the sentence before. */
static gboolean
resolve_deed_before (Resolver *v, gint noun, guint depth)
{
  const EntReading *r = v->reading;
  guint here = r->words[noun].sentence;
  const EntSentence *before = here > 0 ? &r->sentences[here - 1] : NULL;

  if (!is_taken_up_again (v, noun))
    return FALSE;
  for (gint w = noun - 1; w >= 0 && r->words[w].sentence + DEED_SENTENCES >= here; w--)
    {
      gboolean is_verb = r->words[w].upos == ENT_UPOS_VERB;

      if (r->words[w].lemma == NULL || g_ascii_strcasecmp (r->words[w].lemma, r->words[noun].lemma) != 0)
        continue;
      if (is_verb ? !ent_predication_is_passive (r, w) && resolve (v, ent_predication_get_subject (r, v->lists, w), depth + 1)
                  : resolve_possessor (v, w, depth + 1))
        return TRUE;
    }
  for (guint w = before != NULL ? before->first_word : 0; before != NULL && w < before->first_word + before->n_words; w++)
    if (r->words[w].head < 0 && r->words[w].upos == ENT_UPOS_VERB && ent_word_lists_has (v->lists, ENT_LIST_RESUMING, r->words[noun].lemma))
      return resolve (v, ent_predication_get_subject (r, v->lists, (gint) w), depth + 1);
  return FALSE;
}

/* "Chad's deputy foreign minister", "the Chadian Navy": the country, but not where the holder's name follows. */
static gboolean
resolve_organ (Resolver *v, gint noun, guint depth)
{
  const EntReading *r = v->reading;
  const EntWord *w = &r->words[noun];
  guint n_before = v->parties->len;

  if ((w->upos != ENT_UPOS_NOUN && w->upos != ENT_UPOS_PROPN) || !ent_word_lists_has (v->lists, ENT_LIST_STATE_ORGAN, w->lemma) ||
      v->cast->over[noun] >= 0 || ent_reading_child (r, noun, "appos") >= 0 || ent_reading_child (r, noun, "flat") >= 0 || !resolve_possessor (v, noun, depth))
    return FALSE;
  for (guint i = v->parties->len; i-- > n_before;)
    if (ent_cast_get_actor (v->cast, g_array_index (v->parties, EntParty, i).actor)->kind != ENT_KIND_COUNTRY)
      g_array_remove_index (v->parties, i);
  return v->parties->len > n_before;
}

static gboolean
resolve_clause (Resolver *v, gint verb, guint depth)
{
  static const char *const relations[] = { "obj", "obl", "nsubj:pass", "xcomp", "ccomp", "nsubj" };
  const EntReading *r = v->reading;

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      gint child = ent_reading_child (r, verb, relations[i]);

      if (child >= 0 && resolve (v, child, depth + 1))
        return TRUE;
    }
  return FALSE;
}

gboolean
ent_argument_is_reciprocal (const EntReading *r, gint word)
{
  return ent_reading_has_child (r, word, "fixed", "other") || ent_reading_has_child (r, word, "fixed", "another");
}

/* What sort of actors "both sides", "the two countries", "both leaders" count: any of them, countries, or persons; 0 for none. */
typedef enum { PAIR_NONE, PAIR_ANY, PAIR_COUNTRIES, PAIR_PERSONS } PairNoun;

static PairNoun
read_pair_noun (const EntReading *r, const EntWordLists *lists, gint word)
{
  const char *lemma = r->words[word].lemma;
  gboolean counts_two = FALSE;

  ENT_READING_EACH_CHILD (r, word, child)
    counts_two |= child < word && (g_strcmp0 (r->words[child].lemma, "both") == 0 || g_strcmp0 (r->words[child].lemma, "two") == 0);
  if (!counts_two || ent_reading_child (r, word, "amod") >= 0 || ent_reading_child (r, word, "nmod") >= 0 || ent_reading_child (r, word, "nmod:poss") >= 0)
    return PAIR_NONE;
  if (g_strcmp0 (lemma, "side") == 0 || g_strcmp0 (lemma, "party") == 0 || g_strcmp0 (lemma, "rival") == 0 || g_strcmp0 (lemma, "ally") == 0)
    return PAIR_ANY;
  if (ent_word_lists_has (lists, ENT_LIST_STATE_OFFICE, lemma) || g_strcmp0 (lemma, "man") == 0 || g_strcmp0 (lemma, "woman") == 0)
    return PAIR_PERSONS;
  return ent_word_lists_has (lists, ENT_LIST_COUNTRY_NOUN, lemma) || ent_word_lists_has (lists, ENT_LIST_STATE_ORGAN, lemma) ? PAIR_COUNTRIES : PAIR_NONE;
}

gboolean
ent_argument_is_pair (const EntReading *r, const EntWordLists *lists, gint word)
{
  return r->words[word].upos == ENT_UPOS_NOUN && read_pair_noun (r, lists, word) != PAIR_NONE;
}

static gboolean
is_counted (const EntCastActor *actor, PairNoun noun)
{
  switch (noun)
    {
    case PAIR_COUNTRIES:
      return actor->kind == ENT_KIND_COUNTRY;
    case PAIR_PERSONS:
      return actor->kind == ENT_KIND_PERSON;
    default:
      return actor->kind != ENT_KIND_PLACE;
    }
}

/* How many words are coordinated with a word. */
static guint
count_joined (const EntReading *r, gint word)
{
  guint n = 0;

  ENT_READING_EACH_CHILD (r, word, child)
    n += ent_deprel_is (r->words[child].deprel, "conj");
  return n;
}

/* "Both sides" after "Chad and Mali are talking": the last two of that sort, before the word and in those sentences, that are
 * coordinated with each other and with nobody else. */
static gboolean
resolve_joined_pair (Resolver *v, gint word, PairNoun noun, guint depth)
{
  const EntReading *r = v->reading;

  for (guint i = v->cast->references->len; i-- > 0;)
    {
      const EntReference *second = ent_cast_get_reference (v->cast, i);
      const EntWord *w = &r->words[second->head_word];
      gint first = ent_deprel_is (w->deprel, "conj") && w->head >= 0 ? v->cast->at_head[w->head] : -1;

      if ((gint) second->head_word >= word)
        continue;
      if (w->sentence + PAIR_SENTENCES < r->words[word].sentence)
        return FALSE;
      if (first < 0 || count_joined (r, w->head) != 1 || ent_cast_get_reference (v->cast, (guint) first)->actor == second->actor ||
          !is_counted (ent_cast_get_actor (v->cast, second->actor), noun) ||
          !is_counted (ent_cast_get_actor (v->cast, ent_cast_get_reference (v->cast, (guint) first)->actor), noun))
        continue;
      return take (v, first, depth) && take (v, (gint) i, depth);
    }
  return FALSE;
}

/* "Both sides": two that are coordinated, else the two actors of that sort that the sentences up to here, back to where there are
 * two, have spoken of; nobody where they are more. */
static gboolean
resolve_pair (Resolver *v, gint word, guint depth)
{
  const EntReading *r = v->reading;
  PairNoun noun = read_pair_noun (v->reading, v->lists, word);
  guint here = r->words[word].sentence;
  gint found[2] = { -1, -1 };

  if (noun == PAIR_NONE)
    return FALSE;
  if (resolve_joined_pair (v, word, noun, depth))
    return TRUE;
  for (guint i = v->cast->references->len; i-- > 0;)
    {
      const EntReference *reference = ent_cast_get_reference (v->cast, i);
      guint actor = reference->actor;

      if ((gint) reference->head_word >= word || !is_counted (ent_cast_get_actor (v->cast, actor), noun))
        continue;
      if (r->words[reference->head_word].sentence + PAIR_SENTENCES < here ||
          (found[1] >= 0 && r->words[reference->head_word].sentence < r->words[ent_cast_get_reference (v->cast, (guint) found[1])->head_word].sentence))
        break;
      for (guint k = 0; k < 3; k++)
        {
          if (k == 2)
            return FALSE;
          if (found[k] >= 0 && ent_cast_get_reference (v->cast, (guint) found[k])->actor == actor)
            break;
          if (found[k] < 0)
            {
              found[k] = (gint) i;
              break;
            }
        }
    }
  return found[1] >= 0 && take (v, found[1], depth) && take (v, found[0], depth);
}

/* "A Chad - led coalition" does what Chad does. */
static gboolean
resolve_leader (Resolver *v, gint word, guint depth)
{
  const EntReading *r = v->reading;

  ENT_READING_EACH_CHILD (r, word, child)
    if (ent_deprel_is (r->words[child].deprel, "amod") && g_ascii_strcasecmp (r->words[child].form, "led") == 0 && child >= 2 &&
        g_str_equal (r->words[child - 1].form, "-") && v->cast->over[child - 2] >= 0)
      return take (v, v->cast->over[child - 2], depth + 1);
  return FALSE;
}

/* One word's parties, without those coordinated with it. */
static gboolean
resolve_alone (Resolver *v, gint word, guint depth)
{
  const EntReading *r = v->reading;
  const EntWord *w = &r->words[word];
  gint reference = v->cast->at_head[word];
  const EntCastActor *actor = reference >= 0 ? ent_cast_get_actor (v->cast, ent_cast_get_reference (v->cast, reference)->actor) : NULL;
  gint antecedent;

  if (reference >= 0 && ent_cast_is_compound (v->cast, r, (guint) reference))
    return FALSE;
  antecedent = ent_argument_find_antecedent (r, word);
  if (antecedent >= 0 && antecedent != word)
    return resolve (v, antecedent, depth);
  if (actor != NULL && (actor->is_named || actor->stands_alone))
    return take (v, reference, depth);
  if (w->upos == ENT_UPOS_NOUN && resolve_pair (v, word, depth))
    return TRUE;
  if (w->upos == ENT_UPOS_NOUN && ent_word_lists_has (v->lists, ENT_LIST_STAND_IN, w->lemma) && resolve_possessor (v, word, depth))
    return TRUE;
  if (reference >= 0)
    return take (v, reference, depth);
  if (resolve_organ (v, word, depth) || resolve_owner (v, word, depth) || resolve_deed_before (v, word, depth))
    return TRUE;
  if (ent_word_lists_has (v->lists, ENT_LIST_CLASS, w->lemma))
    ENT_READING_EACH_CHILD (r, word, child)
      if ((ent_deprel_is (r->words[child].deprel, "compound") || ent_deprel_is (r->words[child].deprel, "flat") || g_str_equal (r->words[child].deprel, "nmod:desc") ||
           ent_deprel_is (r->words[child].deprel, "appos")) && v->cast->at_head[child] >= 0)
        return resolve (v, child, depth);
  if (ent_word_lists_has (v->lists, ENT_LIST_QUANTITY, w->lemma))
    ENT_READING_EACH_CHILD (r, word, child)
      if (ent_deprel_is (r->words[child].deprel, "nmod") && resolve (v, child, depth))
        return TRUE;
  if (resolve_leader (v, word, depth))
    return TRUE;
  if (w->upos == ENT_UPOS_VERB)
    return resolve_clause (v, word, depth);
  if (w->upos == ENT_UPOS_NOUN && ent_word_lists_has (v->lists, ENT_LIST_STAND_IN, w->lemma) && w->head >= 0 && ent_deprel_is (w->deprel, "obj") &&
      ent_word_lists_has (v->lists, ENT_LIST_LIGHT_VERB, r->words[w->head].lemma))
    {
      gint subject = ent_predication_get_subject (r, v->lists, w->head);
      return subject >= 0 && subject != word && resolve (v, subject, depth + 2);
    }
  return FALSE;
}

/* "the Bank of Chad and the Treasury": what is coordinated with a name may hang on a word inside it. */
static gboolean
resolve_joined_to_name (Resolver *v, gint word, guint depth)
{
  const EntReading *r = v->reading;
  const EntReference *name = v->cast->at_head[word] >= 0 ? ent_cast_get_reference (v->cast, v->cast->at_head[word]) : NULL;
  gboolean found = FALSE;

  for (guint w = name != NULL ? name->first_word : 0; name != NULL && w < name->first_word + name->n_words; w++)
    ENT_READING_EACH_CHILD (r, w, child)
      if ((gint) w != word && ent_deprel_is (r->words[child].deprel, "conj") && v->cast->at_head[child] >= 0 && v->cast->over[child] != v->cast->over[word])
        found |= resolve (v, child, depth);
  return found;
}

static gboolean
resolve (Resolver *v, gint word, guint depth)
{
  const EntReading *r = v->reading;
  gboolean found;

  if (word < 0 || depth > MAX_DEPTH)
    return FALSE;
  found = resolve_alone (v, word, depth);
  found |= resolve_joined_to_name (v, word, depth);
  ENT_READING_EACH_CHILD (r, word, child)
    {
      const char *deprel = r->words[child].deprel;
      gboolean is_example = ent_deprel_is (deprel, "nmod") && ent_word_lists_has (v->lists, ENT_LIST_INCLUDING, ent_reading_get_case (r, child)) &&
                            ent_reading_is_plural (r, (guint) word);

      /* "rebels and the occupation of the island": the island is not coordinated with the rebels */
      gboolean is_conjunct = ent_deprel_is (deprel, "conj") && r->words[child].upos != ENT_UPOS_VERB && r->words[word].upos != ENT_UPOS_VERB &&
                             (v->cast->at_head[child] >= 0 || v->cast->at_head[word] < 0) && !ent_reading_is_ruled_out (r, child);

      if (is_conjunct || is_example ||
          (ent_deprel_is (deprel, "appos") && !found))
        found |= resolve (v, child, depth);
    }
  return found;
}

void
ent_argument_resolve (const EntReading *reading, const EntCast *cast, const EntWordLists *lists, gint word, GArray *parties)
{
  Resolver v = { reading, cast, lists, parties, word };

  if (word >= 0)
    resolve (&v, word, 0);
}
