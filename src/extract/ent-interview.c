/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who speaks to whom in paragraphs that are turns of a talk.
 *
 * Turns with names before them ("Roe: I agree"): "I" is who is named, until the next is, and where two talk "you" is the other.
 *
 * An interview whose turns carry no names: paragraphs that put questions to "you", and between them paragraphs of one who says
 * "I". Who that is, the lines above the first question say ("An interview with Jane Roe"), else it is the person named most.
 * "You" of a question and "I" of an answer are that person; "we" of an answer is the body that they hold an office of, where the
 * text names one. */

#include "ent-actor-finder-private.h"

#include <string.h>

#define MIN_QUESTIONS   3   /* paragraphs that ask */
#define MIN_LABELS      3   /* paragraphs that begin with who speaks */
#define MAX_LABEL_WORDS 6   /* "Senator Jane Roe (Maine):" */
#define MIN_NAMINGS     2   /* of who answers, where nothing calls them interviewed */

/* A paragraph: its words, and what it says of persons outside of quotation. */
typedef struct {
  guint    first_word, end_word;
  guint    n_first, n_second;   /* pronouns of the first and of the second person */
  gboolean asks;                /* ends in a question to "you" */
  gint     speaker;             /* the person named before it with a colon, -1 for none */
} Turn;

static gboolean
is_second_person (const EntReading *r, guint word)
{
  static const char *const forms[] = { "you", "your", "yours", "yourself", "yourselves", NULL };
  g_autofree char *form = r->words[word].upos == ENT_UPOS_PRON ? g_utf8_strdown (r->words[word].form, -1) : NULL;

  return form != NULL && g_strv_contains (forms, form);
}

/* The person that a reference with its head there is to; -1 for none. */
static gint
find_person_at (const EntActorFinder *f, guint word)
{
  gint at = f->cast->at_head[word];
  const EntReference *reference = at >= 0 ? ent_cast_get_reference (f->cast, (guint) at) : NULL;

  return reference != NULL && ent_cast_get_actor (f->cast, reference->actor)->kind == ENT_KIND_PERSON ? (gint) reference->actor : -1;
}

static gboolean
ends_in_question (const EntReading *r, guint first, guint end)
{
  static const char *const marks[] = { "\"", "”", "''", "’", ")", NULL };

  while (end > first && g_strv_contains (marks, r->words[end - 1].form))
    end--;
  return end > first && strcmp (r->words[end - 1].form, "?") == 0;
}

/* "Roe" of "Roe: I agree"; -1 for none. */
static gint
find_label (const EntActorFinder *f, guint first, guint end)
{
  const EntReading *r = f->reading;
  gint person = -1;

  for (guint w = first; w < end && w < first + MAX_LABEL_WORDS; w++)
    {
      if (strcmp (r->words[w].form, ":") == 0)
        return w + 1 < end ? person : -1;
      if (r->words[w].upos == ENT_UPOS_VERB || r->words[w].upos == ENT_UPOS_AUX)
        return -1;                                      /* "Roe said:" */
      if (person < 0)
        person = find_person_at (f, w);
    }
  return -1;
}

static GArray *
list_turns (const EntActorFinder *f)
{
  const EntReading *r = f->reading;
  GArray *turns = g_array_new (FALSE, TRUE, sizeof (Turn));

  for (guint s = 0; s < r->n_sentences;)
    {
      guint paragraph = r->sentences[s].paragraph;
      Turn turn = { .first_word = r->sentences[s].first_word };

      for (; s < r->n_sentences && r->sentences[s].paragraph == paragraph; s++)
        turn.end_word = r->sentences[s].first_word + r->sentences[s].n_words;
      for (guint w = turn.first_word; w < turn.end_word; w++)
        if (r->speakers[w] < 0)
          {
            turn.n_first += ent_actor_finder_get_first_person (r, w) != ENT_PERSON_OTHER;
            turn.n_second += is_second_person (r, w);
          }
      turn.speaker = find_label (f, turn.first_word, turn.end_word);
      turn.asks = turn.n_second > turn.n_first && ends_in_question (r, turn.first_word, turn.end_word);
      g_array_append_val (turns, turn);
    }
  return turns;
}

/* The first paragraph that asks, where the turns are those of an interview: most questions are answered by one who says "I"; the
 * number of turns else. */
static guint
find_first_question (GArray *turns)
{
  guint first = turns->len, n_questions = 0, n_answers = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (!turn->asks)
        continue;
      first = MIN (first, i);
      n_questions++;
      n_answers += i + 1 < turns->len && !turn[1].asks && turn[1].n_first > 0;
    }
  return n_questions >= MIN_QUESTIONS && 2 * n_answers >= n_questions ? first : turns->len;
}

/* The person named behind the first "interview" before a word, -1 for none. */
static gint
find_called_interviewed (EntActorFinder *f, guint end)
{
  const EntReading *r = f->reading;
  gint interview = -1;

  for (guint w = 0; w < end; w++)
    {
      if (interview >= 0 && r->words[w].sentence != r->words[interview].sentence)
        interview = -1;
      if (r->words[w].lemma != NULL && g_ascii_strcasecmp (r->words[w].lemma, "interview") == 0)
        interview = (gint) w;
      else if (interview >= 0 && find_person_at (f, w) >= 0)
        return find_person_at (f, w);
    }
  return -1;
}

/* The person whom the text names most, -1 where it names none again, or two as often. */
static gint
find_main_person (EntActorFinder *f)
{
  gint best = -1;
  guint most = MIN_NAMINGS - 1;

  for (guint i = 0; i < f->cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (f->cast, i);

      if (actor->kind != ENT_KIND_PERSON || actor->n_references < most)
        continue;
      best = actor->n_references > most ? (gint) i : -1;
      most = actor->n_references;
    }
  return best;
}

/* Makes the first persons of a turn, outside of quotation, who speaks, and the second persons who is spoken to; -1 for nobody known. */
static void
take_persons (EntActorFinder *f, const Turn *turn, gint one, gint several, gint addressee)
{
  const EntReading *r = f->reading;

  for (guint w = turn->first_word; w < turn->end_word; w++)
    {
      EntPerson person = ent_actor_finder_get_first_person (r, w);
      gint actor = person == ENT_PERSON_I ? one : person == ENT_PERSON_WE ? several : is_second_person (r, w) ? addressee : -1;

      if (actor >= 0 && r->speakers[w] < 0)
        ent_cast_add_reference (f->cast, r, (guint) actor, w, 1, ENT_FORM_PRONOUN, FALSE);
    }
}

/* Turns that begin with a name; FALSE where the paragraphs are none. */
static gboolean
take_labelled_turns (EntActorFinder *f, GArray *turns)
{
  gint speakers[2] = { -1, -1 }, current = -1;
  guint n_labels = 0;
  gboolean are_two = TRUE;

  for (guint i = 0; i < turns->len; i++)
    {
      gint speaker = g_array_index (turns, Turn, i).speaker;

      n_labels += speaker >= 0;
      if (speaker < 0 || speaker == speakers[0] || speaker == speakers[1])
        continue;
      are_two &= speakers[1] < 0;
      speakers[speakers[0] < 0 ? 0 : 1] = speaker;
    }
  if (n_labels < MIN_LABELS)
    return FALSE;
  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->speaker >= 0)
        current = turn->speaker;
      take_persons (f, turn, current, -1, current < 0 || !are_two ? -1 : current == speakers[0] ? speakers[1] : speakers[0]);
    }
  return TRUE;
}

void
ent_actor_finder_take_interview (EntActorFinder *f)
{
  g_autoptr (GArray) turns = list_turns (f);
  guint first;
  gint guest, body;

  if (take_labelled_turns (f, turns))
    return;
  first = find_first_question (turns);
  guest = first < turns->len ? find_called_interviewed (f, g_array_index (turns, Turn, first).first_word) : -1;
  if (guest < 0 && first < turns->len)
    guest = find_main_person (f);
  if (guest < 0)
    return;
  body = ent_actor_finder_find_body (f, (guint) guest);
  for (guint i = first; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->asks)
        take_persons (f, turn, -1, -1, guest);
      else
        take_persons (f, turn, guest, body >= 0 ? body : guest, -1);
    }
}
