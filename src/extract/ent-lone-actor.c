/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An article names many in passing: whose agency it is, whose headquarters a street is near, what a system is called. These stand
 * below nouns, or beside the clause as its circumstance, while those whom it is about do something or have it done to them. A
 * person or a people is hardly ever named in passing. */
#include "ent-lone-actor.h"

#define AGAIN_AND_AGAIN 3    /* names, without nouns and pronouns */

/* The word by which a reference hangs in its clause: a coordinated name has the role of the first, one in apposition that of the
 * noun it explains. */
static const EntWord *
find_role (const EntReading *r, guint head_word)
{
  const EntWord *word = &r->words[head_word];

  while (word->head >= 0 && (ent_deprel_is (word->deprel, "conj") || ent_deprel_is (word->deprel, "appos")))
    word = &r->words[word->head];
  return word;
}

/* A subject, an object, or the doer of a passive. */
static gboolean
takes_part (const EntReading *r, const EntReference *reference)
{
  const char *deprel = find_role (r, reference->head_word)->deprel;

  if (reference->is_modifier)
    return FALSE;
  return ent_deprel_is (deprel, "nsubj") || ent_deprel_is (deprel, "obj") || ent_deprel_is (deprel, "iobj") ||
         g_str_equal (deprel, "obl:agent");
}

/* "Buddhist temples" are no Buddhists. */
static gboolean
describes (const EntReading *r, const EntReference *reference)
{
  const char *deprel = r->words[reference->head_word].deprel;

  return reference->is_modifier || ent_deprel_is (deprel, "amod") || ent_deprel_is (deprel, "compound");
}

static gboolean
is_in_headline (const EntReading *r, const EntReference *reference, EntSource *source)
{
  return ent_source_has_headline (source) && ent_source_find_paragraph (source, r->words[reference->first_word].span.start_byte) == 0;
}

gboolean
ent_lone_actor_stays (const EntReading *reading, const EntCast *cast, guint actor, EntSource *source)
{
  const EntCastActor *a = ent_cast_get_actor (cast, actor);
  guint               n_names = 0;

  if (!a->is_named || a->kind == ENT_KIND_COUNTRY)
    return a->is_named;
  for (guint i = 0; i < cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (cast, i);

      if (reference->actor != actor)
        continue;
      if (reference->form == ENT_FORM_NAME || reference->form == ENT_FORM_ALIAS)
        n_names++;
      if (a->kind == ENT_KIND_PERSON || (a->kind == ENT_KIND_GROUP && !describes (reading, reference)))
        return TRUE;
      if (a->kind != ENT_KIND_PLACE && (takes_part (reading, reference) || is_in_headline (reading, reference, source)))
        return TRUE;
    }
  return n_names >= AGAIN_AND_AGAIN;
}
