/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "A research team measured … The study was paid for by Chad": a work spoken of as known is that of the researchers whom the text
 * has named before it, and stands for them. */

#include "ent-actor-finder-private.h"

#include <string.h>

/* Whether a reference is to people who do research: "scientists", "the research team". */
static gboolean
are_researchers (EntActorFinder *f, const EntReference *reference)
{
  const EntReading *r = f->reading;
  const char *lemma = r->words[reference->head_word].lemma;

  if (reference->form != ENT_FORM_NOMINAL || reference->is_modifier)
    return FALSE;
  if (ent_word_lists_has (f->lists, ENT_LIST_RESEARCHER, lemma))
    return TRUE;
  ENT_READING_EACH_CHILD (r, reference->head_word, child)
    if (ent_deprel_is (r->words[child].deprel, "compound") &&
        (ent_word_lists_has (f->lists, ENT_LIST_WORK, r->words[child].lemma) || ent_word_lists_has (f->lists, ENT_LIST_RESEARCHER, r->words[child].lemma)))
      return TRUE;
  return FALSE;
}

gint
ent_actor_finder_find_researchers (EntActorFinder *f, guint word)
{
  gint best = -1;
  guint at = 0;

  for (guint i = 0; i < f->cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (f->cast, i);

      if (reference->head_word < word && (best < 0 || reference->head_word > at) && are_researchers (f, reference))
        {
          best = (gint) reference->actor;
          at = reference->head_word;
        }
    }
  return best;
}

/* "the study", "this paper": by the noun alone, and not part of a longer name. */
static gboolean
is_known_work (EntActorFinder *f, guint word)
{
  const EntReading *r = f->reading;

  if (r->words[word].upos != ENT_UPOS_NOUN || f->cast->over[word] >= 0 || f->blocked[word] || !ent_word_lists_has (f->lists, ENT_LIST_WORK, r->words[word].lemma) ||
      ent_reading_is_plural (r, word) || ent_deprel_is (r->words[word].deprel, "compound"))
    return FALSE;
  return ent_actor_finder_has_definite_determiner (f, word) && ent_reading_child (r, (gint) word, "compound") < 0 && ent_reading_child (r, (gint) word, "nmod") < 0 &&
         ent_reading_child (r, (gint) word, "amod") < 0;
}

void
ent_actor_finder_take_works (EntActorFinder *f)
{
  for (guint w = 0; w < f->reading->n_words; w++)
    {
      gint actor = is_known_work (f, w) ? ent_actor_finder_find_researchers (f, w) : -1;

      if (actor >= 0)
        ent_cast_add_reference (f->cast, f->reading, (guint) actor, w, 1, ENT_FORM_NOMINAL, FALSE);
    }
}
