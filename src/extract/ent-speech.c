/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotations are found by their marks, paragraph by paragraph, and then given a speaker in the order of the text, so that one
 * without a speaker of its own can take over the one before it. Single quotation marks are not looked at: most of them are
 * apostrophes. */

#include "ent-speech.h"

#include "ent-predication.h"

#include <string.h>

typedef struct {
  guint    first, end;      /* words between the marks, half open */
  gboolean is_open;         /* its paragraph ends before it does */
  gint     speaker;         /* word, -1 for none */
} Quotation;

/* ── Marks ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_opening (const char *form, gboolean is_inside)
{
  return strcmp (form, "“") == 0 || strcmp (form, "``") == 0 || (strcmp (form, "\"") == 0 && !is_inside);
}

static gboolean
is_closing (const char *form)
{
  return strcmp (form, "”") == 0 || strcmp (form, "''") == 0 || strcmp (form, "\"") == 0;
}

static gboolean
ends_paragraph (const EntReading *r, guint w)
{
  return w + 1 == r->n_words || r->sentences[r->words[w].sentence].paragraph != r->sentences[r->words[w + 1].sentence].paragraph;
}

/* A quotation of words alone ("a so-called “special zone”") says nothing. */
static gboolean
holds_verb (const EntReading *r, guint first, guint end)
{
  for (guint w = first; w < end; w++)
    if (r->words[w].upos == ENT_UPOS_VERB || r->words[w].upos == ENT_UPOS_AUX)
      return TRUE;
  return FALSE;
}

static GArray *
list_quotations (const EntReading *r)
{
  GArray *quotations = g_array_new (FALSE, FALSE, sizeof (Quotation));
  gboolean is_inside = FALSE;
  Quotation q = { .speaker = -1 };

  for (guint w = 0; w < r->n_words; w++)
    {
      const char *form = r->words[w].form;
      gboolean opens = is_opening (form, is_inside);
      gboolean ends = is_inside && (is_closing (form) || ends_paragraph (r, w));

      if (opens)
        {
          is_inside = TRUE;
          q.first = w + 1;
        }
      else if (ends)
        {
          q.is_open = !is_closing (form);
          q.end = q.is_open ? w + 1 : w;
          if (holds_verb (r, q.first, q.end))
            g_array_append_val (quotations, q);
          is_inside = FALSE;
        }
    }
  return quotations;
}

/* ── Who says it ────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_within (const Quotation *q, gint word)
{
  return word >= (gint) q->first && word < (gint) q->end;
}

static gboolean
is_saying (const EntReading *r, const EntWordLists *lists, gint word)
{
  return r->words[word].upos == ENT_UPOS_VERB && ent_word_lists_has (lists, ENT_LIST_SAYING_VERB, r->words[word].lemma);
}

static gboolean
is_according (const EntReading *r, gint word)
{
  return word >= 0 && g_ascii_strcasecmp (r->words[word].form, "according") == 0;
}

gboolean
ent_speech_is_source (const EntReading *r, gint word)
{
  if (is_according (r, r->words[word].head) && ent_deprel_is (r->words[word].deprel, "obl"))
    return TRUE;
  ENT_READING_EACH_CHILD (r, word, child)
    if (child < word && is_according (r, child))
      return TRUE;
  return FALSE;
}

gint
ent_speech_find_source (const EntReading *r, guint word)
{
  for (gint x = (gint) word; x >= 0; x = r->words[x].head)
    if (ent_speech_is_source (r, x))
      return x;
  return -1;
}

/* The subject of a verb outside the quotation, where that is outside as well. */
static gint
subject_outside (const EntReading *r, const EntWordLists *lists, const Quotation *q, gint verb)
{
  gint subject = is_within (q, verb) || ent_predication_is_passive (r, verb) ? -1 : ent_predication_get_subject (r, lists, verb);

  return subject >= 0 && !is_within (q, subject) ? subject : -1;
}

/* The verb that a word at the top of the quotation hangs on, or that hangs on it, as a remark of who speaks. */
static gint
find_reporting_subject (const EntReading *r, const EntWordLists *lists, const Quotation *q, gint top)
{
  const EntWord *w = &r->words[top];
  gint subject = -1;

  if (w->head >= 0 && r->words[w->head].upos == ENT_UPOS_VERB &&
      (ent_deprel_is (w->deprel, "ccomp") || ent_deprel_is (w->deprel, "parataxis") || is_saying (r, lists, w->head)))
    subject = subject_outside (r, lists, q, w->head);
  ENT_READING_EACH_CHILD (r, top, child)
    if (subject < 0 && ent_deprel_is (r->words[child].deprel, "parataxis") && is_saying (r, lists, child))
      subject = subject_outside (r, lists, q, child);
  return subject;
}

static gint
find_own_speaker (const EntReading *r, const EntWordLists *lists, const Quotation *q)
{
  const EntSentence *from = &r->sentences[r->words[q->first].sentence], *to = &r->sentences[r->words[q->end - 1].sentence];
  gint speaker = -1;

  for (guint w = q->first; w < q->end && speaker < 0; w++)
    if (!is_within (q, r->words[w].head))
      speaker = find_reporting_subject (r, lists, q, (gint) w);
  for (guint w = from->first_word; w < to->first_word + to->n_words && speaker < 0; w++)
    {
      if (is_within (q, (gint) w))
        continue;
      if (is_saying (r, lists, (gint) w))
        speaker = subject_outside (r, lists, q, (gint) w);
      else if (ent_speech_is_source (r, (gint) w))
        speaker = (gint) w;
    }
  return speaker;
}

/* Whether nothing but the quotation makes a clause in its sentences. */
static gboolean
stands_alone (const EntReading *r, const Quotation *q)
{
  const EntSentence *from = &r->sentences[r->words[q->first].sentence], *to = &r->sentences[r->words[q->end - 1].sentence];

  for (guint w = from->first_word; w < to->first_word + to->n_words; w++)
    if (!is_within (q, (gint) w) && (r->words[w].upos == ENT_UPOS_VERB || r->words[w].upos == ENT_UPOS_AUX))
      return FALSE;
  return TRUE;
}

static guint
paragraph_of (const EntReading *r, guint word)
{
  return r->sentences[r->words[word].sentence].paragraph;
}

/* The subject of the sentence before the quotation, which it is told with: "Kim was blunt. “We will not pay.”" */
static gint
find_subject_before (const EntReading *r, const EntWordLists *lists, const Quotation *q)
{
  guint sentence = r->words[q->first].sentence;
  const EntSentence *before = sentence > 0 ? &r->sentences[sentence - 1] : NULL;

  if (before == NULL || before->paragraph != paragraph_of (r, q->first))
    return -1;
  for (guint w = before->first_word; w < before->first_word + before->n_words; w++)
    if (r->words[w].head < 0)
      return ent_predication_get_subject (r, lists, (gint) w);
  return -1;
}

/* What a remark calls "it" is what the sentence before is about: "The ministry sent a note. “We refuse,” it read." */
static gboolean
is_thing (const EntReading *r, gint word)
{
  return word >= 0 && g_strcmp0 (r->words[word].lemma, "it") == 0;
}

static void
find_speaker (const EntReading *r, const EntWordLists *lists, Quotation *q, const Quotation *before)
{
  gboolean same_paragraph = before != NULL && paragraph_of (r, before->first) == paragraph_of (r, q->first);

  q->speaker = find_own_speaker (r, lists, q);
  if (is_thing (r, q->speaker))
    q->speaker = find_subject_before (r, lists, q);
  if (q->speaker >= 0 || !stands_alone (r, q))
    return;
  if (before != NULL && before->speaker >= 0 && (same_paragraph || before->is_open))
    q->speaker = before->speaker;
  else
    q->speaker = find_subject_before (r, lists, q);
}

void
ent_speech_find (EntReading *r, const EntWordLists *lists)
{
  g_autoptr (GArray) quotations = list_quotations (r);

  for (guint i = 0; i < quotations->len; i++)
    {
      Quotation *q = &g_array_index (quotations, Quotation, i);

      find_speaker (r, lists, q, i > 0 ? q - 1 : NULL);
      for (guint w = q->first; w < q->end; w++)
        r->speakers[w] = q->speaker;
    }
}

gint
ent_speech_get_speaker (const EntReading *r, const EntWordLists *lists, guint word)
{
  if (r->speakers[word] >= 0)
    return r->speakers[word];
  for (gint x = (gint) word; x >= 0; x = r->words[x].head)
    {
      gint saying = ent_deprel_is (r->words[x].deprel, "ccomp") ? r->words[x].head : ent_reading_child (r, x, "parataxis");

      if (saying >= 0 && ent_word_lists_has (lists, ENT_LIST_SAYING_VERB, r->words[saying].lemma))
        return ent_predication_get_subject (r, lists, saying);
    }
  return -1;
}
