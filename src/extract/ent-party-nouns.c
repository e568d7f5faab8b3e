/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nouns that are a party of their own where the text comes back to them: "the Danish team", and then "the team". */

#include "ent-actor-finder-private.h"

#include <string.h>

#define MIN_PARTY_NOUNS 2   /* how often the text speaks of "the team" for it to be a party */

/* "the", "this", "these" */
gboolean
ent_actor_finder_has_definite_determiner (EntActorFinder *f, guint head)
{
  static const char *const determiners[] = { "the", "this", "these" };

  for (guint i = 0; i < G_N_ELEMENTS (determiners); i++)
    if (ent_reading_has_child (f->reading, (gint) head, "det", determiners[i]))
      return TRUE;
  return FALSE;
}

/* The first word of what a noun is called by: its modifiers, without those that count ("six - member Danish crew" is a Danish
 * crew). */
guint
ent_actor_finder_find_description (EntActorFinder *f, guint head)
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
  while (first < head && ((ent_word_lists_has (f->lists, ENT_LIST_QUANTITY, r->words[first].lemma) && strcmp (r->words[first + 1].form, "-") != 0) || strcmp (r->words[first].form, "-") == 0 ||
                          (strchr (r->words[first].form, '-') != NULL && f->cast->over[first] >= 0)))
    first++;
  return first;
}

/* "the team", "this crew": spoken of as known, by the noun alone. */
static gboolean
is_bare_definite (EntActorFinder *f, guint head)
{
  return ent_actor_finder_has_definite_determiner (f, head) && ent_actor_finder_find_description (f, head) == head;
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
    if (GPOINTER_TO_UINT (count) < MIN_PARTY_NOUNS || !g_hash_table_contains (groups, lemma))
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
void
ent_actor_finder_take_party_nouns (EntActorFinder *f)
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

/* Of the parties that ent_actor_finder_take_party_nouns() found, the one that "the team" is likeliest: that of which the text speaks
 * most; -1 for none before it. */
gint
ent_actor_finder_find_party_of_noun (EntActorFinder *f, guint head)
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

/* Whether a noun only says of which body a named person is: "team" of "team member Jane Roe". */
static gboolean
is_body_of_title (EntActorFinder *f, guint noun)
{
  const EntReading *r = f->reading;
  gint title = r->words[noun].head, name = title >= 0 ? r->words[title].head : -1, at = name >= 0 ? f->cast->at_head[name] : -1;

  return title == (gint) noun + 1 && at >= 0 && ent_deprel_is (r->words[noun].deprel, "compound") && ent_reading_child (r, (gint) noun, "amod") < 0 &&
         r->words[title].upos == ENT_UPOS_NOUN && f->cast->over[title] < 0 && ent_actor_finder_find_description (f, (guint) title) == noun &&
         (ent_deprel_is (r->words[title].deprel, "compound") || g_str_equal (r->words[title].deprel, "nmod:desc")) &&
         ent_cast_get_actor (f->cast, ent_cast_get_reference (f->cast, (guint) at)->actor)->kind == ENT_KIND_PERSON;
}

/* The one group or body that a text has called by that noun before, or whose name ends in it; -1 where there are two. */
static gint
find_only_body (EntActorFinder *f, guint noun)
{
  const EntReading *r = f->reading;
  gint found = -1;

  for (guint i = 0; i < f->cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (f->cast, i);
      EntKind kind = ent_cast_get_actor (f->cast, reference->actor)->kind;
      guint last = reference->first_word + reference->n_words - 1;

      if (last >= noun || reference->is_modifier || (kind != ENT_KIND_GROUP && kind != ENT_KIND_ORGANISATION) || ent_reading_is_plural (r, last) ||
          r->words[last].lemma == NULL || g_ascii_strcasecmp (r->words[last].lemma, r->words[noun].lemma) != 0)
        continue;
      if (found >= 0 && found != (gint) reference->actor)
        return -1;
      found = (gint) reference->actor;
    }
  return found;
}

void
ent_actor_finder_take_bodies_of_titles (EntActorFinder *f)
{
  for (guint w = 0; w < f->reading->n_words; w++)
    {
      const EntWord *word = &f->reading->words[w];
      gboolean is_free = word->upos == ENT_UPOS_NOUN && word->lemma != NULL && f->cast->over[w] < 0 && !f->blocked[w];
      gint body = is_free && is_body_of_title (f, w) ? find_only_body (f, w) : -1;

      if (body >= 0)
        ent_cast_add_reference (f->cast, f->reading, (guint) body, w, 1, ENT_FORM_NOMINAL, FALSE);
    }
}

/* "his party", "Ada's movement": the body that the person holds an office of, where the noun says that it is one. */
static gint
find_body_of_possessor (EntActorFinder *f, guint head)
{
  const EntReading *r = f->reading;
  gint owner = ent_reading_child (r, (gint) head, "nmod:poss");
  const EntReference *reference = owner >= 0 && f->cast->at_head[owner] >= 0 ? ent_cast_get_reference (f->cast, (guint) f->cast->at_head[owner]) : NULL;
  gint body;

  if (reference == NULL || ent_cast_get_actor (f->cast, reference->actor)->kind != ENT_KIND_PERSON || ent_reading_is_plural (r, head) ||
      !ent_word_lists_has (f->lists, ENT_LIST_CLASS, r->words[head].lemma))
    return -1;
  body = ent_actor_finder_find_body (f, reference->actor);
  return body >= 0 && ent_cast_get_actor (f->cast, (guint) body)->kind == ENT_KIND_ORGANISATION ? body : -1;
}

void
ent_actor_finder_take_possessed_bodies (EntActorFinder *f)
{
  for (guint w = 0; w < f->reading->n_words; w++)
    {
      gint body = f->reading->words[w].upos == ENT_UPOS_NOUN && f->cast->over[w] < 0 && !f->blocked[w] ? find_body_of_possessor (f, w) : -1;

      if (body >= 0)
        ent_cast_add_reference (f->cast, f->reading, (guint) body, w, 1, ENT_FORM_NOMINAL, FALSE);
    }
}
