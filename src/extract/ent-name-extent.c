/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a name begins and ends. The language model marks names well, but for their ends: it takes titles in, leaves "on the
 * Effects of Noise" off a committee and "-min" off "Park Soo-min". What it marks is trimmed and extended here by the words
 * around it and their place in the tree. */

#include "ent-actor-finder-private.h"

#include <string.h>

#define MAX_ABBREVIATION 4   /* letters: "US", "UAE", "USSR" */

gboolean
ent_actor_finder_find_exactly (EntActorFinder *f, guint first, guint n, EntGazetteerMatch *match)
{
  EntSpan span = ent_reading_get_span (f->reading, first, n);

  return ent_gazetteer_find (f->gazetteer, f->reading->text + span.start_byte, ent_span_length (span), match);
}

gboolean
ent_actor_finder_is_capitalised (const char *form)
{
  return g_unichar_isupper (g_utf8_get_char (form)) || g_unichar_isdigit (g_utf8_get_char (form));
}

/* Takes titles, determiners and possessive endings off a name. */
void
ent_actor_finder_trim_name (EntActorFinder *f, gboolean is_person, guint *first, guint *n)
{
  const EntWord *words = f->reading->words;

  while (*n > 1 && (words[*first + *n - 1].upos == ENT_UPOS_PART || words[*first + *n - 1].upos == ENT_UPOS_PUNCT) && !g_str_has_suffix (words[*first + *n - 1].form, "."))
    (*n)--;
  while (*n > 1 && (words[*first].upos == ENT_UPOS_DET || words[*first].upos == ENT_UPOS_PUNCT || g_ascii_strcasecmp (words[*first].form, "the") == 0 ||
                    (is_person && ent_word_lists_has (f->lists, ENT_LIST_TITLE, words[*first].form))))
    (*first)++, (*n)--;
}

/* Whether the word before a name is a country's that belongs to it: "Chilean" of "Chilean Navy". */
static gboolean
follows_country (EntActorFinder *f, guint first, guint n)
{
  const EntReading *r = f->reading;
  EntGazetteerMatch match;

  return first > 0 && r->words[first - 1].sentence == r->words[first].sentence && f->cast->over[first - 1] < 0 &&
         (ent_deprel_is (r->words[first - 1].deprel, "amod") || ent_deprel_is (r->words[first - 1].deprel, "compound")) &&
         ent_reading_dominates (r, (gint) ent_reading_find_head (r, first, n), (gint) first - 1) && ent_actor_finder_find_exactly (f, first - 1, 1, &match);
}

/* A word that is written with a capital now and then, but names nobody: "the State", "Internet", "Hundreds of them". */
static gboolean
is_common_word (EntActorFinder *f, guint word, EntKind kind)
{
  static const EntList lists[] = { ENT_LIST_TITLE, ENT_LIST_STATE_OFFICE, ENT_LIST_VAGUE, ENT_LIST_STATE_ORGAN, ENT_LIST_QUANTITY };
  const char *form = f->reading->words[word].form;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (ent_word_lists_has (f->lists, lists[i], form))
      return TRUE;
  return kind != ENT_KIND_PERSON && ent_word_lists_has (f->lists, ENT_LIST_QUANTITY, f->reading->words[word].lemma);
}

/* "Park Soo" of "Park Soo-min": the rest of a given name after its hyphen, unless the compound says something of the noun behind
 * it ("Park Soo-era ties"). */
static guint
add_rest_of_hyphen (EntActorFinder *f, guint first, guint n)
{
  const EntReading *r = f->reading;
  guint rest = first + n + 1;
  const EntWord *w = &r->words[rest];

  if (n < 2 || rest >= r->n_words || w->sentence != r->words[first].sentence || strcmp (r->words[rest - 1].form, "-") != 0 ||
      r->words[rest - 2].space_after || r->words[rest - 1].space_after || w->upos == ENT_UPOS_VERB || w->upos == ENT_UPOS_ADJ ||
      !g_unichar_isalpha (g_utf8_get_char (w->form)))
    return n;
  if (w->head > (gint) rest && (ent_deprel_is (w->deprel, "compound") || ent_deprel_is (w->deprel, "amod")))
    return n;
  return n + 2;
}

/* "State University" of "State University of the US": where it is, not what it is called. */
static guint
cut_country_behind (EntActorFinder *f, guint first, guint n)
{
  const EntWord *words = f->reading->words;
  guint last = first + n - 1;
  const char *form = words[last].form;
  guint tail = n > 2 && g_ascii_strcasecmp (words[last - 1].form, "the") == 0 ? 3 : 2;
  EntGazetteerMatch match;

  if (n < tail + 2 || strcmp (words[first + n - tail].form, "of") != 0 || strlen (form) > MAX_ABBREVIATION || !ent_actor_finder_find_exactly (f, last, 1, &match))
    return n;
  for (const char *p = form; *p != '\0'; p++)
    if (!g_ascii_isupper (*p))
      return n;
  return n - tail;
}

/* "Red Crescent" of "Red Crescent news": the body that the gazetteer has, without the words behind it that no name has capitals for. */
static guint
cut_after_known (EntActorFinder *f, guint first, guint n)
{
  guint m = n;
  EntGazetteerMatch match;

  while (m > 1 && g_unichar_islower (g_utf8_get_char (f->reading->words[first + m - 1].form)))
    {
      m--;
      if (ent_actor_finder_find_exactly (f, first, m, &match) && ent_gazetteer_get_kind (f->gazetteer, match.entry) == ENT_KIND_ORGANISATION)
        return m;
    }
  return n;
}

/* Whether a word can go on a body's name as part of its field: "Effects", "Safety"; not a person or a place of its own. */
static gboolean
is_of_field (EntActorFinder *f, guint head, guint word)
{
  const EntWord *w = &f->reading->words[word];
  EntGazetteerMatch match;

  return ent_actor_finder_is_capitalised (w->form) && (w->upos == ENT_UPOS_NOUN || w->upos == ENT_UPOS_PROPN || w->upos == ENT_UPOS_ADJ) && f->cast->over[word] < 0 &&
         w->name != ENT_NAME_PERSON && w->name != ENT_NAME_PLACE && w->name != ENT_NAME_GROUP && ent_reading_dominates (f->reading, (gint) head, (gint) word) &&
         !ent_word_lists_has (f->lists, ENT_LIST_CALENDAR, w->form) && !ent_actor_finder_find_exactly (f, word, 1, &match);
}

/* "Committee on the Effects of Noise", "Ministry for Roads, Bridges and Canals": the field of a body that is one by its last
 * word. */
static guint
add_field (EntActorFinder *f, guint first, guint n)
{
  static const char *const openers[] = { "on", "for", "of", "against", NULL };
  static const char *const links[] = { "of", "the", "and", "&", "on", "for", ",", NULL };
  const EntReading *r = f->reading;
  const EntSentence *s = &r->sentences[r->words[first].sentence];
  guint head = ent_reading_find_head (r, first, n), end = first + n;
  gboolean in_list = FALSE;

  if (end >= s->first_word + s->n_words || !ent_word_lists_has (f->lists, ENT_LIST_CLASS, r->words[end - 1].form) || !g_strv_contains (openers, r->words[end].form))
    return n;
  for (guint w = end; w < s->first_word + s->n_words; w++)
    {
      if (is_of_field (f, head, w))
        {
          if (!in_list)
            end = w + 1;
        }
      else if (!g_strv_contains (links, r->words[w].form))
        break;
      /* after a comma only what an "and" closes */
      in_list = strcmp (r->words[w].form, ",") == 0 || (in_list && strcmp (r->words[w].form, "and") != 0);
    }
  return end - first;
}

static gboolean
is_thing (EntActorFinder *f, gint word, gboolean is_capitalised)
{
  const EntWord *w = &f->reading->words[word];

  return (w->upos == ENT_UPOS_NOUN || w->upos == ENT_UPOS_PROPN) && ent_actor_finder_is_capitalised (w->form) == is_capitalised &&
         ent_word_lists_has (f->lists, ENT_LIST_THING, is_capitalised ? w->form : w->lemma);
}

/* What is called so is a thing: "the novel Lark Song", "Lark Song, a novel", "Lark" of "Lark Prize" and of "Lark
 * Prize winner". */
static gboolean
names_thing (EntActorFinder *f, guint first, guint n)
{
  const EntReading *r = f->reading;
  guint head = ent_reading_find_head (r, first, n);
  const EntWord *w = &r->words[head];
  gint appos = ent_reading_child (r, (gint) head, "appos");

  if (first + n < r->n_words && ent_deprel_is (w->deprel, "compound") && is_thing (f, (gint) (first + n), TRUE) &&
      (w->head == (gint) (first + n) || (w->head == r->words[first + n].head && ent_deprel_is (r->words[first + n].deprel, "compound"))))
    return TRUE;
  if (w->head >= 0 && w->head == (gint) first - 1 && (ent_deprel_is (w->deprel, "appos") || ent_deprel_is (w->deprel, "flat")) && is_thing (f, w->head, FALSE))
    return TRUE;
  if (first > 0 && r->words[first - 1].head == (gint) head && (ent_deprel_is (r->words[first - 1].deprel, "compound") || g_strcmp0 (r->words[first - 1].deprel, "nmod:desc") == 0) &&
      is_thing (f, (gint) first - 1, FALSE))
    return TRUE;
  return appos >= 0 && is_thing (f, appos, FALSE);
}

gboolean
ent_actor_finder_settle_name (EntActorFinder *f, EntKind kind, guint *first, guint *n)
{
  const EntWord *words = f->reading->words;
  EntGazetteerMatch match;

  ent_actor_finder_trim_name (f, kind == ENT_KIND_PERSON, first, n);
  if (!ent_actor_finder_is_capitalised (words[*first].form) && !ent_actor_finder_is_capitalised (words[*first + *n - 1].form))
    return FALSE;
  if (kind == ENT_KIND_ORGANISATION && !ent_actor_finder_find_exactly (f, *first, *n, &match))
    *n = add_field (f, *first, *n);
  if (*n == 1 && is_common_word (f, *first, kind) && !follows_country (f, *first, *n))
    return FALSE;                                     /* "the State", "the Army": whose, the sentence must say */
  if (*n == 1 && ent_word_lists_has (f->lists, ENT_LIST_NO_PARTY, words[*first].form))
    return FALSE;
  if (*n == 1 && g_utf8_strlen (words[*first].form, 3) == 1)
    return FALSE;                                     /* "Z" */
  if (kind == ENT_KIND_ORGANISATION && *n > 1 && ent_word_lists_has (f->lists, ENT_LIST_THING, words[*first + *n - 1].form) &&
      !ent_actor_finder_find_exactly (f, *first, *n, &match))
    return FALSE;                                     /* "Harbour Act" */
  if (kind != ENT_KIND_PLACE && kind != ENT_KIND_GROUP && !ent_actor_finder_find_exactly (f, *first, *n, &match) && names_thing (f, *first, *n))
    return FALSE;
  if (kind == ENT_KIND_PERSON)
    *n = add_rest_of_hyphen (f, *first, *n);
  if (kind != ENT_KIND_ORGANISATION || ent_actor_finder_find_exactly (f, *first, *n, &match))
    return TRUE;
  if (follows_country (f, *first, *n))
    (*first)--, (*n)++;
  *n = cut_after_known (f, *first, cut_country_behind (f, *first, *n));
  return TRUE;
}
