/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Four passes over the text, each taking only words that none before it took:
 *   1. the language model's names, by the gazetteer's name for them where it has one
 *   2. what else the gazetteer knows
 *   3. the model's other names; then forms of one name become one actor (ent-name-joiner)
 *   4. nouns and pronouns: by coreference with a name, by the gazetteer's nominals ("the alliance"), as an organ of a
 *      country ("Russian officials"), else as groups of their own ("separatists") */

#include "ent-actor-finder.h"

#include "ent-name-joiner.h"

#include <string.h>

typedef struct {
  const EntReading   *reading;
  const EntGazetteer *gazetteer;
  const EntWordLists *lists;
  EntCast            *cast;
  gboolean           *blocked;       /* per word: part of a name that is no actor (an event, a law, a work) */
  gint               *of_entry;      /* per gazetteer entry: its actor, -1 for none */
  GHashTable         *of_name;       /* casefolded name → actor + 1 */
} Finder;

static guint
actor_named (Finder *f, const char *name, EntKind kind, gboolean is_named)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *key = g_strdup_printf ("%c%s", kind == ENT_KIND_PERSON ? 'p' : 'o', g_str_has_prefix (folded, "the ") ? folded + 4 : folded);
  guint actor = GPOINTER_TO_UINT (g_hash_table_lookup (f->of_name, key));

  if (actor == 0)
    {
      actor = ent_cast_add_actor (f->cast, name, kind, -1, is_named) + 1;
      g_hash_table_insert (f->of_name, g_steal_pointer (&key), GUINT_TO_POINTER (actor));
    }
  return actor - 1;
}

static guint
actor_of_entry (Finder *f, guint entry)
{
  if (f->of_entry[entry] < 0)
    f->of_entry[entry] = (gint) ent_cast_add_actor (f->cast, ent_gazetteer_get_name (f->gazetteer, entry),
                                                    ent_gazetteer_get_kind (f->gazetteer, entry), (gint) entry, TRUE);
  return (guint) f->of_entry[entry];
}

/* Whether a capital's name is just the city here: "in Moscow", "Moscow streets", "Moscow, Idaho". */
static gboolean
is_scenery (Finder *f, guint first, guint n)
{
  const EntReading *r = f->reading;
  guint head = ent_reading_find_head (r, first, n);
  const EntWord *word = &r->words[head];
  const char *preposition = ent_reading_get_case (r, (gint) head);
  guint after = first + n;

  if (after < r->n_words && (g_str_has_prefix (r->words[after].form, "D.C") || g_str_has_prefix (r->words[after].form, "DC")))
    return TRUE;
  if (preposition != NULL && (ent_deprel_is (word->deprel, "obl") || ent_deprel_is (word->deprel, "nmod") || ent_deprel_is (word->deprel, "root") || ent_deprel_is (word->deprel, "conj")))
    return ent_word_lists_has (f->lists, ENT_LIST_PLACE_PREPOSITION, preposition) &&
           !(ent_deprel_is (word->deprel, "nmod") && (g_str_equal (preposition, "to") || g_str_equal (preposition, "from")));
  if (ent_deprel_is (word->deprel, "conj") && word->head >= 0)
    {
      const char *first_preposition = ent_reading_get_case (r, word->head);
      return first_preposition != NULL && ent_word_lists_has (f->lists, ENT_LIST_PLACE_PREPOSITION, first_preposition);
    }
  if (ent_deprel_is (word->deprel, "compound") && word->head >= 0)
    return !ent_word_lists_has (f->lists, ENT_LIST_STAND_IN, r->words[word->head].lemma) &&
           !ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, r->words[word->head].lemma);
  return ent_deprel_is (word->deprel, "appos") || ent_deprel_is (word->deprel, "nmod:unmarked");
}

static void
add_match (Finder *f, const EntGazetteerMatch *match, guint first, guint n)
{
  guint actor;
  guint head = ent_reading_find_head (f->reading, first, n);
  gboolean is_modifier = match->form == ENT_GAZETTEER_WORD && f->reading->words[head].upos == ENT_UPOS_ADJ;

  if (match->form == ENT_GAZETTEER_CAPITAL && is_scenery (f, first, n))
    {
      g_autofree char *name = ent_reading_dup_text (f->reading, first, n);
      actor = actor_named (f, name, ENT_KIND_PLACE, TRUE);
    }
  else
    actor = actor_of_entry (f, match->entry);
  ent_cast_add_reference (f->cast, f->reading, actor, first, n,
                          match->form == ENT_GAZETTEER_NAME ? ENT_FORM_NAME : ENT_FORM_ALIAS, is_modifier);
}

static gboolean
find_exactly (Finder *f, guint first, guint n, EntGazetteerMatch *match)
{
  EntSpan span = ent_reading_get_span (f->reading, first, n);

  return ent_gazetteer_find (f->gazetteer, f->reading->text + span.start_byte, ent_span_length (span), match);
}

static gboolean
is_capitalised (const char *form)
{
  return g_unichar_isupper (g_utf8_get_char (form)) || g_unichar_isdigit (g_utf8_get_char (form));
}

/* Takes titles, determiners and possessive endings off a name. */
static void
trim_name (Finder *f, gboolean is_person, guint *first, guint *n)
{
  const EntWord *words = f->reading->words;

  while (*n > 1 && (words[*first + *n - 1].upos == ENT_UPOS_PART || words[*first + *n - 1].upos == ENT_UPOS_PUNCT) && !g_str_has_suffix (words[*first + *n - 1].form, "."))
    (*n)--;
  while (*n > 1 && (words[*first].upos == ENT_UPOS_DET || words[*first].upos == ENT_UPOS_PUNCT || g_ascii_strcasecmp (words[*first].form, "the") == 0 ||
                    (is_person && ent_word_lists_has (f->lists, ENT_LIST_TITLE, words[*first].form))))
    (*first)++, (*n)--;
}

static EntKind
kind_of_name (EntNameKind name)
{
  switch (name)
    {
    case ENT_NAME_PERSON:
      return ENT_KIND_PERSON;
    case ENT_NAME_PLACE:
      return ENT_KIND_PLACE;
    case ENT_NAME_GROUP:
      return ENT_KIND_GROUP;
    default:
      return ENT_KIND_ORGANISATION;
    }
}

/* Whether the word before a name is a country's that belongs to it: "Indonesian" of "Indonesian Navy". */
static gboolean
extends_name (Finder *f, guint first, guint n)
{
  const EntReading *r = f->reading;
  EntGazetteerMatch match;

  return first > 0 && r->words[first - 1].sentence == r->words[first].sentence && f->cast->over[first - 1] < 0 &&
         (ent_deprel_is (r->words[first - 1].deprel, "amod") || ent_deprel_is (r->words[first - 1].deprel, "compound")) &&
         ent_reading_dominates (r, (gint) ent_reading_find_head (r, first, n), (gint) first - 1) && find_exactly (f, first - 1, 1, &match);
}

static void
add_name (Finder *f, guint first, guint n, EntKind kind)
{
  EntGazetteerMatch match;

  trim_name (f, kind == ENT_KIND_PERSON, &first, &n);
  if (!is_capitalised (f->reading->words[first].form) && !is_capitalised (f->reading->words[first + n - 1].form))
    return;
  if (n == 1 && (ent_word_lists_has (f->lists, ENT_LIST_TITLE, f->reading->words[first].form) || ent_word_lists_has (f->lists, ENT_LIST_STATE_OFFICE, f->reading->words[first].form) ||
                 ent_word_lists_has (f->lists, ENT_LIST_VAGUE, f->reading->words[first].form) || ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, f->reading->words[first].form)))
    {
      if (first == 0 || !extends_name (f, first, n))
        return;                                       /* "the State", "the Army": whose, the sentence must say */
    }
  if (kind == ENT_KIND_ORGANISATION && !find_exactly (f, first, n, &match) && extends_name (f, first, n))
    first--, n++;
  if (find_exactly (f, first, n, &match) && (kind != ENT_KIND_PERSON || match.form == ENT_GAZETTEER_WORD || n > 1 || ent_gazetteer_get_kind (f->gazetteer, match.entry) == ENT_KIND_GROUP))
    add_match (f, &match, first, n);
  else
    {
      g_autofree char *name = ent_reading_dup_text (f->reading, first, n);
      ent_cast_add_reference (f->cast, f->reading, actor_named (f, name, kind, TRUE), first, n, ENT_FORM_NAME, FALSE);
    }
}

static void
take_model_names (Finder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words;)
    {
      EntNameKind name = r->words[w].name;
      guint end = w + 1;
      EntGazetteerMatch match;

      while (end < r->n_words && name != ENT_NAME_NONE && r->words[end].name == name && !r->words[end].name_begins &&
             r->words[end].sentence == r->words[w].sentence)
        end++;
      if (name == ENT_NAME_EVENT || name == ENT_NAME_OTHER)
        {
          guint first = w, n = end - w;

          trim_name (f, FALSE, &first, &n);
          if (find_exactly (f, first, n, &match))
            add_match (f, &match, first, n);
          else if (n > 1)
            for (guint k = first; k < first + n; k++)
              f->blocked[k] = TRUE;
        }
      else if (name != ENT_NAME_NONE)
        add_name (f, w, end - w, kind_of_name (name));
      w = end;
    }
}

static void
take_gazetteer (Finder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    for (guint n = MIN (ent_gazetteer_max_words (f->gazetteer), r->n_words - w); n > 0; n--)
      {
        EntGazetteerMatch match;
        gboolean is_free = r->words[w + n - 1].sentence == r->words[w].sentence;

        for (guint k = w; is_free && k < w + n; k++)
          is_free = !f->blocked[k] && f->cast->over[k] < 0;
        if (is_free && find_exactly (f, w, n, &match))
          {
            add_match (f, &match, w, n);
            w += n - 1;
            break;
          }
      }
}

/* "pro-Russian", "Russia-backed": a word of two parts, one of which the gazetteer knows. */
static void
take_compounds (Finder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    {
      const char *form = r->words[w].form;
      const char *hyphen = strchr (form, '-');
      EntGazetteerMatch match;

      if (hyphen == NULL || hyphen == form || hyphen[1] == '\0' || f->cast->over[w] >= 0 || f->blocked[w])
        continue;
      if (ent_gazetteer_find (f->gazetteer, hyphen + 1, -1, &match) ? g_unichar_islower (g_utf8_get_char (form)) || is_capitalised (form)
                                                                    : g_unichar_islower (g_utf8_get_char (hyphen + 1)) && ent_gazetteer_find (f->gazetteer, form, hyphen - form, &match))
        ent_cast_add_reference (f->cast, r, actor_of_entry (f, match.entry), w, 1, ENT_FORM_NOMINAL, TRUE);
    }
}

static gboolean
is_free_mention (Finder *f, const EntMention *mention)
{
  for (guint w = mention->first_word; w < mention->first_word + mention->n_words; w++)
    if (f->cast->over[w] >= 0 || f->blocked[w])
      return FALSE;
  return TRUE;
}

static void
take_model_mentions (Finder *f)
{
  for (guint i = 0; i < f->reading->n_mentions; i++)
    {
      const EntMention *mention = &f->reading->mentions[i];

      if ((mention->form == ENT_FORM_NAME || mention->form == ENT_FORM_ALIAS) && is_free_mention (f, mention))
        add_name (f, mention->first_word, mention->n_words, mention->kind);
    }
}

/* ── Nouns and pronouns ─────────────────────────────────────────────────────────────────────────────────────────── */

/* The actor that most names of each of the model's entities denote, + 1. */
static GHashTable *
count_entities (Finder *f)
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
free_stretch (Finder *f, const EntMention *mention, guint *first, guint *n)
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
find_nominal (Finder *f, const char *lemma)
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
take_gazetteer_nominals (Finder *f)
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
find_country_of (Finder *f, guint head)
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
find_main_country (Finder *f)
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
is_bare_state (Finder *f, const EntMention *mention)
{
  const EntReading *r = f->reading;
  gint head = (gint) mention->head_word;

  return mention->kind == ENT_KIND_COUNTRY && ent_reading_has_child (r, head, "det", "the") && ent_reading_child (r, head, "amod") < 0 &&
         ent_reading_child (r, head, "compound") < 0 && ent_reading_child (r, head, "nmod") < 0 && !ent_reading_is_plural (r, (guint) head);
}

static gboolean
may_denote (Finder *f, const EntMention *mention, guint actor)
{
  const EntCastActor *a = ent_cast_get_actor (f->cast, actor);
  const char *lemma = f->reading->words[mention->head_word].lemma;
  g_autofree char *form = g_utf8_strdown (f->reading->words[mention->head_word].form, -1);
  static const char *const first_person[] = { "i", "me", "my", "mine", "myself", NULL };
  static const char *const personal[] = { "he", "him", "his", "she", "her", "hers", "himself", "herself", NULL };
  static const char *const thing[] = { "it", "its", "itself", NULL };
  static const char *const several[] = { "they", "them", "their", "themselves", "we", "us", "our", NULL };

  if (g_strv_contains (first_person, form))
    return FALSE;                                       /* the writer, or who is quoted: the argument's reading finds out */
  if (g_strv_contains (personal, form))
    return a->kind == ENT_KIND_PERSON;
  if (g_strv_contains (thing, form))
    return a->kind != ENT_KIND_PERSON;
  if (g_strv_contains (several, form))
    return a->kind != ENT_KIND_PERSON || mention->form == ENT_FORM_PRONOUN;
  if (mention->form == ENT_FORM_NOMINAL && a->kind == ENT_KIND_PERSON && lemma != NULL)
    return !ent_reading_is_plural (f->reading, mention->head_word);
  return TRUE;
}

/* An earlier actor without a name whose noun is the same: "the team" after "an Afghan team". */
static gint
find_same_noun (Finder *f, guint head)
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

/* The actor of a noun that no name is known for: one of the same noun, where it is spoken of as known ("the", "these"), or a
 * new one, called by the noun with its modifiers; -1 where the noun denotes nobody by itself. */
static gint
group_actor (Finder *f, const EntMention *mention)
{
  const EntReading *r = f->reading;
  guint head = mention->head_word, first = head;
  gboolean is_definite = ent_reading_has_child (r, (gint) head, "det", "the") || ent_reading_has_child (r, (gint) head, "det", "this") ||
                         ent_reading_has_child (r, (gint) head, "det", "these") || ent_reading_child (r, (gint) head, "nmod:poss") >= 0;
  g_autofree char *name = NULL;

  while (first > r->sentences[r->words[head].sentence].first_word &&
         (r->words[first - 1].upos == ENT_UPOS_ADJ || r->words[first - 1].upos == ENT_UPOS_NOUN || r->words[first - 1].upos == ENT_UPOS_PROPN ||
          (strcmp (r->words[first - 1].form, "-") == 0 && r->words[first].upos != ENT_UPOS_VERB)) &&
         ent_reading_dominates (r, (gint) head, (gint) first - 1) &&
         !ent_deprel_is (r->words[first - 1].deprel, "nmod:poss"))
    first--;
  while (first < head && (ent_word_lists_has (f->lists, ENT_LIST_QUANTITY, r->words[first].lemma) || strcmp (r->words[first].form, "-") == 0))
    first++;
  if (first == head)
    {
      gint same = is_definite ? find_same_noun (f, head) : -1;

      if (same >= 0)
        return same;
      if (ent_word_lists_has (f->lists, ENT_LIST_VAGUE, r->words[head].lemma))
        return -1;
    }
  name = ent_reading_dup_text (r, first, head - first + 1);
  return (gint) actor_named (f, name, mention->kind, FALSE);
}

/* "its military", "their government": the possessor, whom the argument's reading finds. */
static gboolean
stands_for_possessor (Finder *f, guint head)
{
  const char *lemma = f->reading->words[head].lemma;

  return ent_reading_child (f->reading, (gint) head, "nmod:poss") >= 0 &&
         (ent_word_lists_has (f->lists, ENT_LIST_STAND_IN, lemma) || ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, lemma));
}

/* The name that a noun stands in apposition to, or the other way round: "the president of the region, Jane Roe"; -1 for none. */
static gint
find_apposed (Finder *f, guint head)
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
take_nominal (Finder *f, const EntMention *mention, GHashTable *entities)
{
  guint first, n, actor;
  gint country, apposed;
  gpointer known = g_hash_table_lookup (entities, GINT_TO_POINTER (mention->entity + 1));

  if (!free_stretch (f, mention, &first, &n))
    return;
  country = find_country_of (f, mention->head_word);
  if (country < 0 && is_bare_state (f, mention))
    country = find_main_country (f);
  apposed = find_apposed (f, mention->head_word);
  if (apposed >= 0)
    actor = (guint) apposed;
  else if (known != NULL && may_denote (f, mention, GPOINTER_TO_UINT (known) - 1) &&
           (country < 0 || ent_cast_get_actor (f->cast, GPOINTER_TO_UINT (known) - 1)->is_named))
    actor = GPOINTER_TO_UINT (known) - 1;
  else if (country >= 0)
    actor = (guint) country;
  else if (stands_for_possessor (f, mention->head_word))
    return;
  else
    {
      gint group = group_actor (f, mention);

      if (group < 0)
        return;
      actor = (guint) group;
      g_hash_table_replace (entities, GINT_TO_POINTER (mention->entity + 1), GUINT_TO_POINTER (actor + 1));
    }
  ent_cast_add_reference (f->cast, f->reading, actor, first, n, ENT_FORM_NOMINAL, FALSE);
}

static void
take_nominals_and_pronouns (Finder *f)
{
  g_autoptr (GHashTable) entities = count_entities (f);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < f->reading->n_mentions; i++)
      {
        const EntMention *mention = &f->reading->mentions[i];
        gpointer known;

        if (pass == 0 && mention->form == ENT_FORM_NOMINAL)
          take_nominal (f, mention, entities);
        if (pass == 0 || mention->form != ENT_FORM_PRONOUN || f->cast->over[mention->head_word] >= 0)
          continue;
        known = g_hash_table_lookup (entities, GINT_TO_POINTER (mention->entity + 1));
        if (known != NULL && may_denote (f, mention, GPOINTER_TO_UINT (known) - 1))
          ent_cast_add_reference (f->cast, f->reading, GPOINTER_TO_UINT (known) - 1, mention->head_word, 1, ENT_FORM_PRONOUN, FALSE);
      }
}

EntCast *
ent_actor_finder_find (const EntReading *reading, const EntGazetteer *gazetteer, const EntWordLists *lists)
{
  Finder f = { .reading = reading, .gazetteer = gazetteer, .lists = lists };
  guint n_entries = ent_gazetteer_n_entries (gazetteer);

  f.cast = ent_cast_new (reading->n_words);
  f.blocked = g_new0 (gboolean, reading->n_words + 1);
  f.of_entry = g_new (gint, n_entries + 1);
  for (guint i = 0; i < n_entries; i++)
    f.of_entry[i] = -1;
  f.of_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  take_model_names (&f);
  take_gazetteer (&f);
  take_compounds (&f);
  take_model_mentions (&f);
  ent_name_joiner_join (f.cast, reading, gazetteer);
  take_gazetteer_nominals (&f);
  take_nominals_and_pronouns (&f);
  ent_cast_finish (f.cast);

  g_free (f.blocked);
  g_free (f.of_entry);
  g_hash_table_unref (f.of_name);
  return f.cast;
}
