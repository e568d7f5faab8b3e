/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry's frame is filled by roles: a role's parties are those of the arguments that stand in it; an entry of several words may
 * find one on a noun among them. */

#include "ent-frame.h"

/* Whether a lemma is among the words that hang on `word`, at most `depth` edges down. */
static gboolean
has_lemma_below (const EntReading *r, gint word, const char *lemma, guint depth)
{
  ENT_READING_EACH_CHILD (r, word, child)
    {
      if (r->words[child].lemma != NULL && g_ascii_strcasecmp (r->words[child].lemma, lemma) == 0)
        return TRUE;
      if (depth > 1 && has_lemma_below (r, child, lemma, depth - 1))
        return TRUE;
    }
  return FALSE;
}

/* The list that an entry writes in brackets for any of its words; ENT_N_LISTS for a word. */
static EntList
get_list_of_word (const char *word)
{
  return g_str_equal (word, ENT_LEXICON_PRAISE) ? ENT_LIST_PRAISE : g_str_equal (word, ENT_LEXICON_BLAME) ? ENT_LIST_BLAME : ENT_N_LISTS;
}

/* Whether a verb says a word of such a list of its object: "called the ban [unjust]", "sees it as an [unjust] ban". */
static gboolean
says_of_object (const EntReading *r, const EntWordLists *lists, gint verb, EntList list)
{
  ENT_READING_EACH_CHILD (r, verb, child)
    {
      gboolean is_predicate = ent_deprel_is (r->words[child].deprel, "xcomp") ||
                              ((ent_deprel_is (r->words[child].deprel, "obl") || ent_deprel_is (r->words[child].deprel, "advcl")) &&
                               g_strcmp0 (ent_reading_get_case (r, child), "as") == 0);

      if (child < verb || !is_predicate)
        continue;
      if (ent_word_lists_has (lists, list, r->words[child].lemma))
        return TRUE;
      ENT_READING_EACH_CHILD (r, child, below)
        if (ent_deprel_is (r->words[below].deprel, "amod") && ent_word_lists_has (lists, list, r->words[below].lemma))
          return TRUE;
    }
  return FALSE;
}

gboolean
ent_frame_fits (const EntClaimContext *c, gint word, const EntLexiconEntry *entry)
{
  for (guint i = 0; entry->words[i] != NULL; i++)
    {
      EntList list = get_list_of_word (entry->words[i]);

      if (i == entry->head)
        continue;
      if (list < ENT_N_LISTS ? !says_of_object (c->reading, c->lists, word, list) : !has_lemma_below (c->reading, word, entry->words[i], 2))
        return FALSE;
    }
  return TRUE;
}

/* Whether a noun is one of the entry's words, or one of them stands before it: "owes [its freedom]". */
static gboolean
is_of_entry (const EntReading *r, gint noun, const EntLexiconEntry *entry)
{
  const char *const *words = (const char *const *) entry->words;

  if (r->words[noun].lemma != NULL && g_strv_contains (words, r->words[noun].lemma))
    return TRUE;
  ENT_READING_EACH_CHILD (r, noun, child)
    if (child < noun && r->words[child].lemma != NULL && g_strv_contains (words, r->words[child].lemma))
      return TRUE;
  return FALSE;
}

/* "Owes [its freedom to Peru]", "came [to Peru's aid]": where the party hangs on a noun that is part of the entry. */
static void
collect_below_entry (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const char *role, GArray *parties)
{
  const EntReading *r = c->reading;

  ENT_READING_EACH_CHILD (r, p->word, child)
    {
      const char *deprel = r->words[child].deprel;
      gboolean may_carry = ent_deprel_is (deprel, "obj") || ent_deprel_is (deprel, "xcomp") || ent_deprel_is (deprel, "obl") || g_str_equal (deprel, "nsubj:pass");

      if (!may_carry || !is_of_entry (r, child, entry))
        continue;
      ENT_READING_EACH_CHILD (r, child, below)
        if ((ent_deprel_is (r->words[below].deprel, "nmod") && g_strcmp0 (ent_reading_get_case (r, below), role) == 0) ||
            (g_str_equal (r->words[below].deprel, "nmod:poss") && g_str_equal (role, "of")))
          ent_argument_resolve (r, c->cast, c->lists, below, parties);
    }
}

void
ent_frame_collect (const EntClaimContext *c, const EntPredication *p, const char *role, GArray *parties)
{
  for (guint i = 0; i < p->arguments->len; i++)
    {
      const EntArgument *argument = &g_array_index (p->arguments, EntArgument, i);

      if (g_str_equal (argument->role, role))
        ent_argument_resolve (c->reading, c->cast, c->lists, argument->word, parties);
    }
}

/* "The Chad-town siege": a place right before a noun of violence or force is where it happens, and no doer. */
static void
remove_scene (const EntClaimContext *c, const EntLexiconEntry *entry, GArray *parties)
{
  if (entry->kind != ENT_LEXICON_NOUN || (entry->type != ENT_RELATION_ASSAULT && entry->type != ENT_RELATION_COERCE && entry->type != ENT_RELATION_PROTEST))
    return;
  for (guint i = parties->len; i-- > 0;)
    {
      const EntParty *party = &g_array_index (parties, EntParty, i);

      if (ent_deprel_is (c->reading->words[party->word].deprel, "compound") && ent_cast_get_actor (c->cast, party->actor)->kind == ENT_KIND_PLACE)
        g_array_remove_index (parties, i);
    }
}

/* "The removal of Chad": whom a deed of conflict is done to, and not its doer. */
static gboolean
is_sufferer (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, const char *role)
{
  return entry->kind == ENT_LEXICON_NOUN && !entry->mutual && ent_relation_type_get_stance (entry->type) == ENT_STANCE_CONFLICT &&
         g_str_equal (role, "of") && g_strv_contains ((const char *const *) entry->to, "of") &&
         ent_word_lists_has (c->lists, ENT_LIST_DEED, c->reading->words[p->word].lemma);
}

GArray *
ent_frame_collect_first (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry, char **roles, const GArray *except)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (EntParty));

  for (guint i = 0; roles[i] != NULL && parties->len == 0; i++)
    {
      if (roles == entry->from && is_sufferer (c, p, entry, roles[i]))
        continue;
      ent_frame_collect (c, p, roles[i], parties);
      if (g_str_equal (roles[i], ENT_ROLE_POSSESSOR))
        remove_scene (c, entry, parties);
      if (parties->len == 0 && g_str_equal (roles[i], ENT_ROLE_SUBJECT))
        ent_frame_collect (c, p, ENT_ROLE_SUBJECT_ABOVE, parties);
      if (parties->len == 0 && entry->kind == ENT_LEXICON_VERB && entry->words[1] != NULL)
        collect_below_entry (c, p, entry, roles[i], parties);
      for (guint k = parties->len; except != NULL && k-- > 0;)
        for (guint x = 0; x < except->len; x++)
          if (g_array_index (parties, EntParty, k).actor == g_array_index (except, EntParty, x).actor)
            {
              g_array_remove_index (parties, k);
              break;
            }
    }
  return parties;
}

gboolean
ent_frame_has_role (const EntPredication *p, const char *role)
{
  for (guint i = 0; i < p->arguments->len; i++)
    if (g_str_equal (g_array_index (p->arguments, EntArgument, i).role, role))
      return TRUE;
  return FALSE;
}

/* "Chad and Mali restored their ties": the ties of those two, whoever else "their" might be taken for. Adds nobody where the noun has
 * another owner or the subject is one alone. */
static void
collect_owners (const EntClaimContext *c, const EntPredication *p, GArray *parties)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];
  gint owner = ent_reading_child (r, p->word, "nmod:poss");

  if (owner < 0 || g_ascii_strcasecmp (r->words[owner].form, "their") != 0 || !ent_deprel_is (w->deprel, "obj") || w->head < 0)
    return;
  ent_argument_resolve (r, c->cast, c->lists, ent_predication_get_subject (r, c->lists, w->head), parties);
  if (parties->len < 2)
    g_array_set_size (parties, 0);
}

GArray *
ent_frame_collect_among (const EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry)
{
  static char *between[] = { (char *) "between", NULL };
  GArray *parties = ent_frame_collect_first (c, p, entry, between, NULL);

  if (parties->len == 0 && !ent_frame_has_role (p, "with"))
    collect_owners (c, p, parties);
  return parties;
}

gboolean
ent_frame_may_state (const EntClaimContext *c, guint w)
{
  EntUpos upos = c->reading->words[w].upos;
  gint over = c->cast->over[w];
  EntMentionForm form = over >= 0 ? ent_cast_get_reference (c->cast, over)->form : ENT_FORM_PRONOUN;

  return (upos == ENT_UPOS_VERB || upos == ENT_UPOS_ADJ || upos == ENT_UPOS_NOUN || upos == ENT_UPOS_PROPN) && form != ENT_FORM_NAME && form != ENT_FORM_ALIAS;
}

const EntLexiconKind *
ent_frame_get_kinds (EntUpos upos)
{
  static const EntLexiconKind verb[] = { ENT_LEXICON_VERB, ENT_LEXICON_ADJECTIVE }, adjective[] = { ENT_LEXICON_ADJECTIVE, ENT_LEXICON_VERB },
                              noun[] = { ENT_LEXICON_NOUN, ENT_LEXICON_NOUN };

  return upos == ENT_UPOS_VERB ? verb : upos == ENT_UPOS_ADJ ? adjective : noun;
}
