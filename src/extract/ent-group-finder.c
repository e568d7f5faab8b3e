/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nouns that no name is known for: an earlier group that is called so, or a new one of its own, called by the noun with its
 * modifiers. */

#include "ent-actor-finder-private.h"

#include <string.h>

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

/* The actor, no person, whose proper name is just that, in whatever case ("the Free Harbours", "the free harbours"); -1 for none. */
static gint
find_namesake (EntActorFinder *f, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < f->cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (f->cast, i);
      g_autofree char *other = actor->is_named && actor->kind != ENT_KIND_PERSON && actor->n_references > 0 ? g_utf8_casefold (actor->name, -1) : NULL;

      if (other != NULL && g_str_equal (folded, other))
        return (gint) i;
    }
  return -1;
}

/* The actor that a noun's adjective names, or the country that its compound does: Chad for "Chadian farmers" and "Chad farmers";
 * -1 for none. */
static gint
find_modifying_actor (EntActorFinder *f, guint head)
{
  ENT_READING_EACH_CHILD (f->reading, head, child)
    {
      const EntReference *reference = child < (gint) head && f->cast->at_head[child] >= 0 ? ent_cast_get_reference (f->cast, f->cast->at_head[child]) : NULL;

      if (reference != NULL && (reference->is_modifier || (ent_deprel_is (f->reading->words[child].deprel, "compound") &&
                                                           ent_cast_get_actor (f->cast, reference->actor)->kind == ENT_KIND_COUNTRY)))
        return (gint) reference->actor;
    }
  return -1;
}

/* An earlier group that differs in the modifier's form alone: "Shi'ite farmers" and "Shia farmers"; -1 for none. */
static gint
find_same_people (EntActorFinder *f, guint head)
{
  const EntReading *r = f->reading;
  gint whose = find_modifying_actor (f, head);

  for (guint i = 0; i < f->cast->references->len && whose >= 0; i++)
    {
      const EntReference *reference = ent_cast_get_reference (f->cast, i);

      if (reference->form == ENT_FORM_NOMINAL && reference->head_word < head && !ent_cast_get_actor (f->cast, reference->actor)->is_named &&
          g_strcmp0 (r->words[reference->head_word].lemma, r->words[head].lemma) == 0 &&
          ent_reading_is_plural (r, reference->head_word) && ent_reading_is_plural (r, head) && find_modifying_actor (f, reference->head_word) == whose)
        return (gint) reference->actor;
    }
  return -1;
}

/* "a tall woman", "the great crowd": anybody, whom no name and no country tells from others. */
static gboolean
is_anybody (EntActorFinder *f, guint first, guint head)
{
  if (!ent_word_lists_has (f->lists, ENT_LIST_ANYBODY, f->reading->words[head].lemma))
    return FALSE;
  for (guint w = first; w < head; w++)
    if (f->cast->over[w] >= 0 || f->reading->words[w].upos == ENT_UPOS_PROPN)
      return FALSE;
  return TRUE;
}

gint
ent_actor_finder_find_group (EntActorFinder *f, const EntMention *mention, const char *entity_name)
{
  const EntReading *r = f->reading;
  guint head = mention->head_word, first = ent_actor_finder_find_description (f, head);
  gboolean is_definite = ent_actor_finder_has_definite_determiner (f, head) || ent_reading_child (r, (gint) head, "nmod:poss") >= 0;
  g_autofree char *name = NULL;
  gint named;

  name = ent_reading_dup_text (r, first, head - first + 1);
  named = find_named_before (f, name, head);
  if (named < 0)
    named = find_namesake (f, name);
  if (named < 0)
    named = find_same_people (f, head);
  if (named >= 0)
    return named;
  if (entity_name != NULL)
    return (gint) ent_actor_finder_get_named (f, entity_name, mention->kind, FALSE);
  if (first == head)
    {
      gint same = is_definite ? find_same_noun (f, head) : -1;

      if (same < 0 && is_definite && ent_word_lists_has (f->lists, ENT_LIST_RESEARCHER, r->words[head].lemma))
        same = ent_actor_finder_find_researchers (f, head);
      if (same >= 0)
        return same;
      if (ent_word_lists_has (f->lists, ENT_LIST_VAGUE, r->words[head].lemma))
        return -1;
    }
  if (is_anybody (f, first, head))
    return -1;
  return (gint) ent_actor_finder_get_named (f, name, mention->kind, FALSE);
}
