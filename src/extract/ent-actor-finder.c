/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Seven passes over the text, each taking only words that none before it took:
 *   1. names whose last word has no capital, and names in parts whose initials follow in brackets
 *   2. the language model's names, by the gazetteer's name for them where it has one
 *   3. what else the gazetteer knows
 *   4. the model's other names; then forms of one name become one actor (ent-name-joiner)
 *   5. "you" and "I" of an interview
 *   6. nouns and pronouns: by coreference with a name, by the gazetteer's nominals ("the alliance"), as an organ of a
 *      country ("Danish officials"), else as groups of their own ("separatists")
 *   7. "I" and "we" in what someone says */

#include "ent-actor-finder.h"

#include "ent-actor-finder-private.h"
#include "ent-name-joiner.h"

#include <string.h>

#define UPPER_CASE "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define MIN_ACRONYM          3   /* letters */
#define MAX_CURRENCY_LETTERS 3   /* "US$", "AUD $" */

guint
ent_actor_finder_get_named (EntActorFinder *f, const char *name, EntKind kind, gboolean is_named)
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
actor_of_entry (EntActorFinder *f, guint entry)
{
  if (f->of_entry[entry] < 0)
    f->of_entry[entry] = (gint) ent_cast_add_actor (f->cast, ent_gazetteer_get_name (f->gazetteer, entry),
                                                    ent_gazetteer_get_kind (f->gazetteer, entry), (gint) entry, TRUE);
  return (guint) f->of_entry[entry];
}

/* Whether a word is a place by its preposition: "moved from Moscow", "streets in Moscow"; not so "officials from Moscow". */
static gboolean
places (const EntActorFinder *f, const EntWord *word, const char *preposition)
{
  return ent_word_lists_has (f->lists, ENT_LIST_PLACE_PREPOSITION, preposition) &&
         !(ent_deprel_is (word->deprel, "nmod") && (g_str_equal (preposition, "to") || g_str_equal (preposition, "from")));
}

/* Whether a capital's name is just the city here: "in Moscow", "Moscow streets", "Moscow, Idaho"; not so "officials in Moscow". */
static gboolean
is_scenery (EntActorFinder *f, guint first, guint n)
{
  const EntReading *r = f->reading;
  guint head = ent_reading_find_head (r, first, n);
  const EntWord *word = &r->words[head];
  const char *preposition = ent_reading_get_case (r, (gint) head);
  guint after = first + n;

  if (after < r->n_words && (g_str_has_prefix (r->words[after].form, "D.C") || g_str_has_prefix (r->words[after].form, "DC")))
    return TRUE;
  if (ent_deprel_is (word->deprel, "nmod") &&
      (ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, r->words[word->head].lemma) ||
       (r->words[word->head].upos == ENT_UPOS_ADJ && ent_word_lists_has (f->lists, ENT_LIST_QUANTITY, r->words[word->head].lemma))))
    return FALSE;                                       /* "many in Moscow" as well */
  if (preposition != NULL && (ent_deprel_is (word->deprel, "obl") || ent_deprel_is (word->deprel, "nmod") || ent_deprel_is (word->deprel, "root") || ent_deprel_is (word->deprel, "conj")))
    return places (f, word, preposition);
  if (ent_deprel_is (word->deprel, "conj") && word->head >= 0)
    {
      const char *first_preposition = ent_reading_get_case (r, word->head);
      return first_preposition != NULL && places (f, &r->words[word->head], first_preposition);
    }
  if (ent_deprel_is (word->deprel, "compound") && word->head >= 0)
    return !ent_word_lists_has (f->lists, ENT_LIST_STAND_IN, r->words[word->head].lemma) &&
           !ent_word_lists_has (f->lists, ENT_LIST_STATE_ORGAN, r->words[word->head].lemma);
  return ent_deprel_is (word->deprel, "appos") || ent_deprel_is (word->deprel, "nmod:unmarked");
}

static void
add_match (EntActorFinder *f, const EntGazetteerMatch *match, guint first, guint n)
{
  guint actor;
  guint head = ent_reading_find_head (f->reading, first, n);
  gboolean is_modifier = match->form == ENT_GAZETTEER_WORD && f->reading->words[head].upos == ENT_UPOS_ADJ;

  if (match->form == ENT_GAZETTEER_CAPITAL && is_scenery (f, first, n))
    {
      g_autofree char *name = ent_reading_dup_text (f->reading, first, n);
      actor = ent_actor_finder_get_named (f, name, ENT_KIND_PLACE, TRUE);
    }
  else
    actor = actor_of_entry (f, match->entry);
  ent_cast_add_reference (f->cast, f->reading, actor, first, n,
                          match->form == ENT_GAZETTEER_NAME ? ENT_FORM_NAME : ENT_FORM_ALIAS, is_modifier);
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

/* "board" of "Harbour Workers board": what the body is, which may be part of what it is called. */
static gboolean
has_class_behind (EntActorFinder *f, guint first, guint n)
{
  const EntReading *r = f->reading;
  guint behind = first + n;

  return behind < r->n_words && r->words[behind].sentence == r->words[first].sentence && r->words[behind].upos == ENT_UPOS_NOUN &&
         ent_word_lists_has (f->lists, ENT_LIST_CLASS, r->words[behind].lemma) && ent_deprel_is (r->words[ent_reading_find_head (r, first, n)].deprel, "compound") &&
         r->words[ent_reading_find_head (r, first, n)].head == (gint) behind;
}

/* Whether a sentence speaks of a country or capital besides a word of it. */
static gboolean
speaks_of_another_country (EntActorFinder *f, guint word)
{
  const EntSentence *s = &f->reading->sentences[f->reading->words[word].sentence];
  EntGazetteerMatch match;

  for (guint w = s->first_word; w < s->first_word + s->n_words; w++)
    if (w != word && f->reading->words[w].name != ENT_NAME_PERSON && ent_actor_finder_find_exactly (f, w, 1, &match) &&
        ent_gazetteer_get_kind (f->gazetteer, match.entry) == ENT_KIND_COUNTRY)
      return TRUE;
  return FALSE;
}

/* Whether a country's or capital's name may be a person's here, as the model has it: where it is part of a longer name ("Jordan
 * Reed"), where a title stands before it, or where no other country is spoken of beside it ("Nairobi rebuked Kampala"). */
static gboolean
may_be_persons_name (EntActorFinder *f, guint word)
{
  const EntReading *r = f->reading;

  if (!speaks_of_another_country (f, word))
    return TRUE;
  if (word > 0 && (r->words[word - 1].upos == ENT_UPOS_PROPN || ent_word_lists_has (f->lists, ENT_LIST_TITLE, r->words[word - 1].lemma)))
    return TRUE;
  for (guint w = 0; w + 1 < r->n_words; w++)
    if (strcmp (r->words[w].form, r->words[word].form) == 0 && r->words[w].name == ENT_NAME_PERSON &&
        ((r->words[w + 1].name == ENT_NAME_PERSON && !r->words[w + 1].name_begins) || (!r->words[w].name_begins && w > 0 && r->words[w - 1].name == ENT_NAME_PERSON)))
      return TRUE;
  return FALSE;
}

static void
add_name (EntActorFinder *f, guint first, guint n, EntKind kind)
{
  EntGazetteerMatch match;

  if (!ent_actor_finder_settle_name (f, kind, &first, &n))
    return;
  if (ent_actor_finder_find_exactly (f, first, n, &match) &&
      (kind != ENT_KIND_PERSON || match.form == ENT_GAZETTEER_WORD || n > 1 ||
       ent_gazetteer_get_kind (f->gazetteer, match.entry) == ENT_KIND_GROUP || !may_be_persons_name (f, first)))
    add_match (f, &match, first, n);
  else
    {
      g_autofree char *name = ent_reading_dup_text (f->reading, first, n);
      guint actor = ent_actor_finder_get_named (f, name, kind, TRUE);

      if (ent_cast_add_reference (f->cast, f->reading, actor, first, n, ENT_FORM_NAME, FALSE) && kind == ENT_KIND_ORGANISATION && has_class_behind (f, first, n))
        {
          g_autofree char *longer = ent_reading_dup_text (f->reading, first, n + 1);
          ent_cast_add_name (f->cast, actor, longer);
        }
    }
}

/* A festival or a championship is whoever holds it; a war or a treaty is nobody. */
static gboolean
is_held_by_body (EntActorFinder *f, guint first, guint n)
{
  return ent_word_lists_has (f->lists, ENT_LIST_HELD_EVENT, f->reading->words[first + n - 1].form);
}

/* "Chad Harbour board": words with capitals, of which the model has marked some alone or none, before what they name. */
static void
take_described_bodies (EntActorFinder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    {
      guint first = w, start = r->sentences[r->words[w].sentence].first_word;
      gboolean is_marked = TRUE;

      if (r->words[w].upos != ENT_UPOS_NOUN || r->words[w].name != ENT_NAME_NONE || ent_actor_finder_is_capitalised (r->words[w].form) ||
          !ent_word_lists_has (f->lists, ENT_LIST_CLASS, r->words[w].lemma))
        continue;
      while (first > start && g_unichar_isupper (g_utf8_get_char (r->words[first - 1].form)) && r->words[first - 1].upos == ENT_UPOS_PROPN &&
             ent_reading_dominates (r, (gint) w, (gint) first - 1) && !ent_deprel_is (r->words[first - 1].deprel, "nmod:poss"))
        is_marked &= r->words[--first].name != ENT_NAME_NONE;
      if (w - first >= 2 && !is_marked && r->words[w - 1].name == ENT_NAME_NONE)
        {
          g_autofree char *name = ent_reading_dup_text (r, first, w - first + 1);
          ent_cast_add_reference (f->cast, r, ent_actor_finder_get_named (f, name, ENT_KIND_ORGANISATION, TRUE), first, w - first + 1, ENT_FORM_NAME, FALSE);
        }
    }
}

/* Whether the initials of a name's words with capitals are an acronym's letters, in whatever order: a translated name keeps the
 * acronym of its own language. */
static gboolean
has_initials (const EntReading *r, guint first, guint end, const char *acronym)
{
  g_autofree char *rest = g_strdup (acronym);

  for (guint w = first; w < end; w++)
    {
      char *letter = g_ascii_isupper (r->words[w].form[0]) ? strchr (rest, r->words[w].form[0]) : NULL;

      if (letter != NULL)
        memmove (letter, letter + 1, strlen (letter));
      else if (g_ascii_isupper (r->words[w].form[0]))
        return FALSE;
    }
  return *rest == '\0';
}

static void
block_word (EntActorFinder *f, const char *form)
{
  for (guint w = 0; w < f->reading->n_words; w++)
    if (strcmp (f->reading->words[w].form, form) == 0)
      f->blocked[w] = TRUE;
}

/* "Union of Weavers and Dyers (UWD)": a name that the model has marked in parts, but whose initials follow in brackets. */
static void
take_abbreviated_names (EntActorFinder *f)
{
  static const char *const links[] = { "of", "the", "and", "&", "for", "on", "in", "de", NULL };
  const EntReading *r = f->reading;

  for (guint w = 1; w + 2 < r->n_words; w++)
    {
      const char *acronym = r->words[w + 1].form;
      guint first = w, start = r->sentences[r->words[w].sentence].first_word;

      if (strcmp (r->words[w].form, "(") != 0 || strcmp (r->words[w + 2].form, ")") != 0 || strlen (acronym) < MIN_ACRONYM ||
          strspn (acronym, UPPER_CASE) != strlen (acronym))
        continue;
      while (first > start && f->cast->over[first - 1] < 0 &&
             (g_ascii_isupper (r->words[first - 1].form[0]) || g_strv_contains (links, r->words[first - 1].form)))
        {
          first--;
          if (r->words[first].form[0] == acronym[0] && has_initials (r, first, w, acronym))
            {
              if (ent_word_lists_has (f->lists, ENT_LIST_THING, r->words[w - 1].form))
                block_word (f, acronym);
              add_name (f, first, w - first, ENT_KIND_ORGANISATION);
              break;
            }
        }
    }
}

/* How many capitals of ASCII a word begins with. */
static guint
count_capitals (const char *form)
{
  guint n = 0;

  while (g_ascii_isupper (form[n]))
    n++;
  return n;
}

/* "US$ 300", "NZ $ 40": a country's letters before a sign of money belong to the money. */
static void
block_currencies (EntActorFinder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w + 1 < r->n_words; w++)
    {
      guint letters = count_capitals (r->words[w].form);
      gboolean has_sign = strcmp (r->words[w].form + letters, "$") == 0;
      guint amount = has_sign ? w + 1 : w + 2;

      if (letters == 0 || letters > MAX_CURRENCY_LETTERS || amount >= r->n_words || r->words[w].sentence != r->words[amount].sentence)
        continue;
      if (!has_sign && (r->words[w].form[letters] != '\0' || strcmp (r->words[w + 1].form, "$") != 0))
        continue;
      f->blocked[w] = g_unichar_isdigit (g_utf8_get_char (r->words[amount].form));
    }
}

static void
take_model_names (EntActorFinder *f)
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
      if (f->blocked[w])
        end = w + 1;
      else if (name == ENT_NAME_EVENT || name == ENT_NAME_OTHER)
        {
          guint first = w, n = end - w;

          ent_actor_finder_trim_name (f, FALSE, &first, &n);
          if (ent_actor_finder_find_exactly (f, first, n, &match))
            add_match (f, &match, first, n);
          else if (name == ENT_NAME_EVENT && is_held_by_body (f, first, n))
            add_name (f, first, n, ENT_KIND_ORGANISATION);
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
take_gazetteer (EntActorFinder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    for (guint n = MIN (ent_gazetteer_max_words (f->gazetteer), r->n_words - w); n > 0; n--)
      {
        EntGazetteerMatch match;
        gboolean is_free = r->words[w + n - 1].sentence == r->words[w].sentence;

        for (guint k = w; is_free && k < w + n; k++)
          is_free = !f->blocked[k] && f->cast->over[k] < 0;
        if (is_free && ent_actor_finder_find_exactly (f, w, n, &match))
          {
            add_match (f, &match, w, n);
            w += n - 1;
            break;
          }
      }
}

/* "pro-Russian", "Russia-backed": a word of two parts, one of which the gazetteer knows. */
static void
take_compounds (EntActorFinder *f)
{
  const EntReading *r = f->reading;

  for (guint w = 0; w < r->n_words; w++)
    {
      const char *form = r->words[w].form;
      const char *hyphen = strchr (form, '-');
      EntGazetteerMatch match;

      if (hyphen == NULL || hyphen == form || hyphen[1] == '\0' || f->cast->over[w] >= 0 || f->blocked[w])
        continue;
      if (ent_gazetteer_find (f->gazetteer, hyphen + 1, -1, &match) ? g_unichar_islower (g_utf8_get_char (form)) || ent_actor_finder_is_capitalised (form)
                                                                    : g_unichar_islower (g_utf8_get_char (hyphen + 1)) && ent_gazetteer_find (f->gazetteer, form, hyphen - form, &match))
        ent_cast_add_reference (f->cast, r, actor_of_entry (f, match.entry), w, 1, ENT_FORM_NOMINAL, TRUE);
    }
}

static gboolean
is_free_mention (EntActorFinder *f, const EntMention *mention)
{
  for (guint w = mention->first_word; w < mention->first_word + mention->n_words; w++)
    if (f->cast->over[w] >= 0 || f->blocked[w])
      return FALSE;
  return TRUE;
}

static void
take_model_mentions (EntActorFinder *f)
{
  for (guint i = 0; i < f->reading->n_mentions; i++)
    {
      const EntMention *mention = &f->reading->mentions[i];

      if ((mention->form == ENT_FORM_NAME || mention->form == ENT_FORM_ALIAS) && is_free_mention (f, mention))
        add_name (f, mention->first_word, mention->n_words, mention->kind);
    }
}

EntCast *
ent_actor_finder_find (const EntReading *reading, const EntGazetteer *gazetteer, const EntWordLists *lists)
{
  EntActorFinder f = { .reading = reading, .gazetteer = gazetteer, .lists = lists };
  guint n_entries = ent_gazetteer_n_entries (gazetteer);

  f.cast = ent_cast_new (reading->n_words);
  f.blocked = g_new0 (gboolean, reading->n_words + 1);
  f.of_entry = g_new (gint, n_entries + 1);
  for (guint i = 0; i < n_entries; i++)
    f.of_entry[i] = -1;
  f.of_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  block_currencies (&f);
  take_described_bodies (&f);
  take_abbreviated_names (&f);
  take_model_names (&f);
  take_gazetteer (&f);
  take_compounds (&f);
  take_model_mentions (&f);
  ent_name_joiner_join (f.cast, reading, gazetteer);
  f.voice = ent_actor_finder_find_voice (&f);
  ent_actor_finder_take_interview (&f);
  ent_actor_finder_take_nominals (&f);
  ent_actor_finder_take_first_person (&f);
  ent_cast_finish (f.cast);

  g_free (f.blocked);
  g_free (f.of_entry);
  g_hash_table_unref (f.of_name);
  return f.cast;
}
