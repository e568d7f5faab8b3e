/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Modality is read upwards from the anchor: each clause above may make what is said possible, reported or denied. A question
 * leaves it open; what is quoted is its speaker's. */

#include "ent-modality.h"

#include "ent-speech.h"

#define MAX_DEPTH 8

/* "not", "without", "no longer"; but not the one of "not only". */
static gboolean
is_negation (const EntReading *r, const EntWordLists *lists, gint word)
{
  const EntWord *w = &r->words[word];
  gboolean may_deny = ent_deprel_is (w->deprel, "advmod") || ent_deprel_is (w->deprel, "det") || ent_deprel_is (w->deprel, "case") ||
                      ent_deprel_is (w->deprel, "aux") || ent_deprel_is (w->deprel, "mark");

  if (!may_deny)
    return FALSE;
  if (g_ascii_strcasecmp (w->form, "longer") == 0 && word > 0 && g_ascii_strcasecmp (r->words[word - 1].form, "no") == 0)
    return TRUE;
  return ent_word_lists_has (lists, ENT_LIST_NEGATION, w->lemma) &&
         !((guint) word + 1 < r->n_words && g_ascii_strcasecmp (r->words[word + 1].form, "only") == 0);
}

/* "unless Chad pays, …", "…, if Chad agrees": on it hangs what the main clause says; "even if" does not matter to it. */
static gboolean
is_condition (const EntReading *r, gint clause)
{
  return (ent_reading_has_child (r, clause, "mark", "if") && !ent_reading_has_child (r, clause, "advmod", "even")) ||
         ent_reading_has_child (r, clause, "mark", "unless");
}

/* "few of them", "hardly anyone": a subject that leaves next to nobody to do it; but "a few", "quite a few". */
static gboolean
is_hardly_anybody (const EntReading *r, gint word)
{
  if (g_strcmp0 (r->words[word].lemma, "few") == 0 && g_ascii_strcasecmp (r->words[word].form, "few") == 0)
    return ent_reading_child (r, word, "det") < 0;
  return ent_reading_has_child (r, word, "amod", "few") ? ent_reading_child (r, word, "det") < 0
                                                        : ent_reading_has_child (r, word, "advmod", "hardly") || ent_reading_has_child (r, word, "advmod", "barely");
}

static void
read_neighbours (EntPredication *self, const EntReading *r, const EntWordLists *lists, gint word)
{
  ENT_READING_EACH_CHILD (r, word, child)
    {
      const EntWord *w = &r->words[child];

      if (is_negation (r, lists, child))
        self->is_denied = !self->is_denied;
      else if (ent_deprel_is (w->deprel, "aux") && ent_word_lists_has (lists, ENT_LIST_MODAL, w->lemma))
        self->modality = MAX (self->modality, ENT_MODALITY_POSSIBLE);
      else if ((ent_deprel_is (w->deprel, "advmod") || ent_deprel_is (w->deprel, "amod")) && ent_word_lists_has (lists, ENT_LIST_HEDGE, w->lemma))
        self->modality = MAX (self->modality, ENT_MODALITY_POSSIBLE);
      else if ((ent_deprel_is (w->deprel, "advmod") || ent_deprel_is (w->deprel, "amod")) && ent_word_lists_has (lists, ENT_LIST_HEARSAY, w->lemma))
        self->modality = ENT_MODALITY_REPORTED;
      else if ((ent_deprel_is (w->deprel, "mark") && ent_word_lists_has (lists, ENT_LIST_CONDITION, w->lemma)) ||
               (ent_deprel_is (w->deprel, "advcl") && is_condition (r, child)))
        self->modality = MAX (self->modality, ENT_MODALITY_POSSIBLE);
      else if (ent_deprel_is (w->deprel, "obl") && ent_speech_is_source (r, child))
        {
          self->modality = ENT_MODALITY_REPORTED;
          self->speaker = child;
        }
      else if (ent_deprel_is (w->deprel, "parataxis") && w->upos == ENT_UPOS_VERB && ent_word_lists_has (lists, ENT_LIST_SAYING_VERB, w->lemma) &&
               ent_reading_child (r, child, "nsubj") >= 0)
        {
          self->modality = ENT_MODALITY_REPORTED;
          self->speaker = ent_reading_child (r, child, "nsubj");
        }
      else if (((ent_deprel_is (w->deprel, "nsubj") || ent_deprel_is (w->deprel, "obj")) && ent_reading_has_child (r, child, "det", "no")) ||
               (ent_deprel_is (w->deprel, "nsubj") && is_hardly_anybody (r, child)))
        self->is_denied = !self->is_denied;
    }
}

/* "asked to stop threatening": the threats are real. */
static gboolean
is_asked_to_cease (const EntReading *r, const EntWordLists *lists, gint verb)
{
  const EntWord *w = &r->words[verb];

  return ent_word_lists_has (lists, ENT_LIST_CEASING, w->lemma) && ent_deprel_is (w->deprel, "xcomp") && w->head >= 0 &&
         ent_word_lists_has (lists, ENT_LIST_OBJECT_CONTROL, r->words[w->head].lemma);
}

/* "Has yet to agree", "stopped short of agreeing": it has not been done. */
static gboolean
is_undone (const EntReading *r, gint verb)
{
  const EntWord *w = &r->words[verb];
  const char *above = w->head >= 0 ? r->words[w->head].lemma : NULL;

  if (g_strcmp0 (w->lemma, "stop") == 0 && ent_reading_has_child (r, verb, "advmod", "short"))
    return TRUE;                              /* nor is anybody stopped */
  if (ent_deprel_is (w->deprel, "xcomp") && (g_strcmp0 (above, "have") == 0 || g_strcmp0 (above, "be") == 0))
    return ent_reading_has_child (r, verb, "advmod", "yet") || ent_reading_has_child (r, w->head, "advmod", "yet");
  return g_strcmp0 (above, "stop") == 0 && ent_reading_has_child (r, w->head, "advmod", "short") && ent_reading_has_child (r, verb, "mark", "of");
}

static gboolean
has_modal (const EntReading *r, const EntWordLists *lists, gint word)
{
  ENT_READING_EACH_CHILD (r, word, child)
    if (ent_deprel_is (r->words[child].deprel, "aux") && ent_word_lists_has (lists, ENT_LIST_MODAL, r->words[child].lemma))
      return TRUE;
  return FALSE;
}

static void
read_clauses (EntPredication *self, const EntReading *r, const EntWordLists *lists)
{
  gint x = self->anchor;

  if (self->word != self->anchor)
    read_neighbours (self, r, lists, self->word);
  for (guint depth = 0; x >= 0 && depth < MAX_DEPTH; depth++)
    {
      const EntWord *w = &r->words[x];
      const EntWord *head = w->head >= 0 ? &r->words[w->head] : NULL;
      gboolean is_clause = ent_deprel_is (w->deprel, "xcomp") || ent_deprel_is (w->deprel, "ccomp") || g_str_equal (w->deprel, "acl") || ent_deprel_is (w->deprel, "advcl");

      read_neighbours (self, r, lists, x);
      if (depth == 0)
        self->is_refused = self->is_denied;
      if (is_undone (r, x))
        self->is_denied = !self->is_denied;
      if (head == NULL)
        break;
      if (ent_deprel_is (w->deprel, "csubj") && has_modal (r, lists, w->head))
        self->modality = MAX (self->modality, ENT_MODALITY_POSSIBLE);     /* "attacking Chad would be a mistake" */
      if (is_clause && ent_deprel_is (w->deprel, "ccomp") && ent_word_lists_has (lists, ENT_LIST_SAYING_VERB, head->lemma))
        {
          self->modality = ENT_MODALITY_REPORTED;
          self->speaker = ent_predication_get_subject (r, lists, w->head);
          break;
        }
      if (is_clause && !ent_deprel_is (w->deprel, "advcl") && ent_word_lists_has (lists, ENT_LIST_DENYING_VERB, head->lemma) &&
          !is_asked_to_cease (r, lists, w->head))
        {
          self->is_denied = !self->is_denied;
          self->is_refused = depth == 0 && self->is_denied && ent_reading_child (r, w->head, "obj") < 0 && ent_reading_child (r, w->head, "iobj") < 0;
        }
      else if (g_str_equal (w->deprel, "acl") && ent_word_lists_has (lists, ENT_LIST_HEARSAY, head->lemma))
        self->modality = ENT_MODALITY_REPORTED;                       /* "rumours that Chad fled" */
      else if (is_clause && ent_word_lists_has (lists, ENT_LIST_WISH, head->lemma))
        self->modality = MAX (self->modality, ENT_MODALITY_POSSIBLE);
      if (!(is_clause && !ent_deprel_is (w->deprel, "advcl")) && !(ent_deprel_is (w->deprel, "conj") && ent_reading_child (r, x, "nsubj") < 0))
        break;
      x = w->head;
    }
}

void
ent_modality_read (EntPredication *self, const EntReading *r, const EntWordLists *lists)
{
  const EntSentence *sentence = &r->sentences[r->words[self->word].sentence];

  read_clauses (self, r, lists);
  if (self->speaker < 0 && r->speakers[self->word] >= 0)
    {
      self->modality = ENT_MODALITY_REPORTED;
      self->speaker = r->speakers[self->word];
    }
  if (sentence->n_words > 0 && g_str_equal (r->words[sentence->first_word + sentence->n_words - 1].form, "?"))
    self->modality = MAX (self->modality, ENT_MODALITY_POSSIBLE);
}

gboolean
ent_predication_is_wish (const EntPredication *self, const EntReading *r, const EntWordLists *lists)
{
  gint x = self->word;

  for (guint depth = 0; x >= 0 && depth < 5; depth++)
    {
      const EntWord *w = &r->words[x];

      if (ent_reading_has_child (r, x, "mark", "to") || (w->upos == ENT_UPOS_VERB && g_str_has_suffix (w->form, "ing") && ent_reading_child (r, x, "mark") >= 0))
        return TRUE;
      if (depth > 0 && ent_word_lists_has (lists, ENT_LIST_WISH, w->lemma))
        return TRUE;
      if (w->head < 0 || ent_deprel_is (w->deprel, "nsubj") || ent_deprel_is (w->deprel, "acl:relcl") || ent_deprel_is (w->deprel, "parataxis") || ent_deprel_is (w->deprel, "advcl"))
        return FALSE;
      x = w->head;
    }
  return FALSE;
}

gboolean
ent_predication_is_intent (const EntPredication *self, const EntReading *r, const EntWordLists *lists)
{
  gint x = self->anchor;

  for (guint depth = 0; x >= 0 && depth < MAX_DEPTH; depth++)
    {
      const EntWord *w = &r->words[x];

      if (ent_reading_has_child (r, x, "aux", "will") || ent_reading_has_child (r, x, "aux", "would") || ent_reading_has_child (r, x, "aux", "shall"))
        return ent_reading_child (r, x, "mark") < 0 || !ent_word_lists_has (lists, ENT_LIST_CONDITION, r->words[ent_reading_child (r, x, "mark")].lemma);
      if (w->head < 0 || !(ent_deprel_is (w->deprel, "xcomp") || g_str_equal (w->deprel, "acl") || ent_deprel_is (w->deprel, "advcl")) ||
          !ent_reading_has_child (r, x, "mark", "to"))
        return FALSE;
      if (ent_word_lists_has (lists, ENT_LIST_COMMISSIVE, r->words[w->head].lemma))
        return TRUE;
      x = w->head;
    }
  return FALSE;
}
