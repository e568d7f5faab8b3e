/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each rule looks at one word with its neighbours and moves it to another head; what a rule moves, no other rule looks at. */

#include "ent-tree-repair.h"

#include <string.h>

static gboolean
is_comma (const EntReading *r, gint word)
{
  return word >= 0 && (guint) word < r->n_words && strcmp (r->words[word].form, ",") == 0;
}

/* The word behind a name, whose later words hang flat on its first. */
static gint
find_end_of_name (const EntReading *r, gint name)
{
  gint end = name + 1;

  while ((guint) end < r->n_words && r->words[end].head == name && ent_deprel_is (r->words[end].deprel, "flat"))
    end++;
  return end;
}

/* ", Jane Roe," or ", Jane Roe." */
static gboolean
is_set_off (const EntReading *r, gint name)
{
  gint end = find_end_of_name (r, name);
  gboolean is_last = (guint) end >= r->n_words || r->words[end].sentence != r->words[name].sentence || r->words[end].upos == ENT_UPOS_PUNCT;

  return r->words[name].upos == ENT_UPOS_PROPN && is_comma (r, name - 1) && r->words[name - 1].sentence == r->words[name].sentence && is_last;
}

/* ", Jane Roe, and": the name may be one of a list. */
static gboolean
goes_on_as_list (const EntReading *r, gint name)
{
  gint end = find_end_of_name (r, name);

  return (guint) end + 1 < r->n_words && r->words[end + 1].upos == ENT_UPOS_CCONJ && r->words[end + 1].sentence == r->words[name].sentence;
}

/* "The minister, Jane Roe, said": the noun before a name that is set off and has been taken for a second subject; -1 for none. */
static gint
find_first_subject (const EntReading *r, gint name)
{
  const EntWord *w = &r->words[name];

  if (!ent_deprel_is (w->deprel, "nsubj") || w->head < name || !is_comma (r, find_end_of_name (r, name)) || goes_on_as_list (r, name))
    return -1;
  ENT_READING_EACH_CHILD (r, w->head, child)
    if (child < name && r->words[child].upos == ENT_UPOS_NOUN && ent_deprel_is (r->words[child].deprel, "nsubj") && !ent_reading_is_plural (r, (guint) child) &&
        ent_reading_child (r, child, "conj") < 0)
      return child;
  return -1;
}

/* "The minister who defied Chad, Jane Roe,": the noun that the clause in which a person's name has got lost describes; -1 for none. */
static gint
find_described_by_clause (const EntReading *r, gint name)
{
  const EntWord *w = &r->words[name];
  gint clause = w->head, noun;

  if (w->name != ENT_NAME_PERSON || ent_reading_child (r, name, "cc") >= 0)
    return -1;
  if (ent_deprel_is (w->deprel, "conj") && !goes_on_as_list (r, name) && clause >= 0)
    clause = r->words[clause].head;
  else if (!ent_deprel_is (w->deprel, "obj"))
    return -1;
  if (clause < 0 || clause > name || !ent_deprel_is (r->words[clause].deprel, "acl:relcl"))
    return -1;
  noun = r->words[clause].head;
  if (noun < 0 || noun > clause || r->words[noun].upos != ENT_UPOS_NOUN || ent_reading_is_plural (r, (guint) noun) || ent_reading_child (r, noun, "appos") >= 0)
    return -1;
  ENT_READING_EACH_CHILD (r, clause, child)
    if (child < clause && (g_strcmp0 (r->words[child].lemma, "who") == 0 || g_strcmp0 (r->words[child].lemma, "whom") == 0))
      return noun;
  return -1;
}

/* "Chad, against which Mali fought, lost": the verb of the clause that "which" opens, where it hangs on another; -1 for none. */
static gint
find_clause_of_relative (const EntReading *r, gint pronoun)
{
  const EntWord *w = &r->words[pronoun];
  gboolean opens = w->upos == ENT_UPOS_PRON && (g_strcmp0 (w->lemma, "which") == 0 || g_strcmp0 (w->lemma, "whom") == 0) && pronoun > 0 &&
                   r->words[pronoun - 1].upos == ENT_UPOS_ADP && r->words[pronoun - 1].head == pronoun;

  if (!opens || w->head < 0 || ent_deprel_is (r->words[w->head].deprel, "acl:relcl"))
    return -1;
  for (guint verb = (guint) pronoun + 1; verb < r->n_words && r->words[verb].sentence == w->sentence; verb++)
    if (ent_deprel_is (r->words[verb].deprel, "acl:relcl"))
      return r->words[verb].head < pronoun && (gint) verb != w->head ? (gint) verb : -1;
  return -1;
}

void
ent_tree_repair (EntReading *r)
{
  for (gint w = 0; (guint) w < r->n_words; w++)
    {
      gboolean is_name = is_set_off (r, w);
      gint head = is_name ? find_first_subject (r, w) : find_clause_of_relative (r, w);

      if (head < 0 && is_name)
        head = find_described_by_clause (r, w);
      if (head >= 0 && !ent_reading_dominates (r, w, head))
        ent_reading_attach (r, w, head, is_name ? "appos" : "obl");
    }
}
