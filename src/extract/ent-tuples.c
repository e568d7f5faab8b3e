/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tuples of clauses (ent-clause.h), of appositions ("Oslo, the capital") and of possessors ("Oslo's port"). What is coordinated in
 * a clause's subject and in the first thing said of it becomes tuples of its own. How likely a construction is to be read
 * rightly was measured on sentences that people had marked; the table of confidences holds it. */

#include "ent-tuples.h"

#include "ent-clause.h"

#define MAX_SPLIT 8          /* members of a coordination that become tuples of their own */
#define TENSELESS "be"       /* the copula where the sentence says none, and so no tense: "Oslo be the capital" */

#define CONFIDENCE_APPOSITION 0.51
#define CONFIDENCE_POSSESSOR  0.20
#define SHORT_WORDS           8      /* a subject this long is as safe as a shorter one, */
#define LONG_FACTOR           0.96   /* and less so with each further word */
#define ADVERB_FACTOR         0.80   /* where an adverb is all that is said: "fell [again]" */

static const double confidences[ENT_N_CLAUSE_KINDS] = {
  [ENT_CLAUSE_MAIN] = 0.75, [ENT_CLAUSE_COORDINATED] = 0.68, [ENT_CLAUSE_REPORTED] = 0.53, [ENT_CLAUSE_RELATIVE] = 0.60,
  [ENT_CLAUSE_PARTICIPLE] = 0.52, [ENT_CLAUSE_INFINITIVE] = 0.45, [ENT_CLAUSE_ADVERBIAL] = 0.61, [ENT_CLAUSE_ADJOINED] = 0.57,
};

typedef struct {
  const EntReading   *r;
  const EntWordLists *lists;
  GPtrArray          *tuples;
} Finder;

static void
tuple_free (gpointer data)
{
  EntTuple *self = data;

  g_free (self->predicate);
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

/* ── Words ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* What stands before the first member of a coordination belongs to a bare later one too: "its [aims] and [means]". */
static void
add_shared_modifiers (const EntReading *r, gint member, GArray *words)
{
  const EntWord *w = &r->words[member];

  if (!ent_deprel_is (w->deprel, "conj") || w->head < 0 || w->upos != ENT_UPOS_NOUN || r->words[w->head].upos != ENT_UPOS_NOUN)
    return;
  ENT_READING_EACH_CHILD (r, member, child)
    if (child < member && r->words[child].upos != ENT_UPOS_PUNCT && r->words[child].upos != ENT_UPOS_CCONJ)
      return;
  ENT_READING_EACH_CHILD (r, w->head, child)
    if (child < w->head && (ent_deprel_is (r->words[child].deprel, "det") || g_str_equal (r->words[child].deprel, "nmod:poss")))
      ent_phrase_collect (r, child, ENT_PHRASE_WHOLE, -1, words);
}

static char *
dup_phrase (const EntReading *r, gint head, EntPhraseFlags flags, gint without)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (gint));

  ent_phrase_collect (r, head, flags, without, words);
  if ((flags & ENT_PHRASE_LONE) != 0)
    add_shared_modifiers (r, head, words);
  return ent_phrase_dup_text (r, words);
}

static char *
dup_predicate (const EntReading *r, const EntClause *clause)
{
  g_autofree char *text = ent_phrase_dup_text (r, clause->predicate);

  return clause->tenseless && *text != '\0' ? g_strdup_printf (TENSELESS " %s", text) : g_steal_pointer (&text);
}

/* "neither A nor B": what is said of both is said of neither alone. */
static gboolean
is_denied_member (const EntReading *r, gint member)
{
  return ent_reading_has_child (r, member, "cc", "nor") || ent_reading_has_child (r, member, "cc", "neither");
}

/* The members of a coordination, or the word alone where they are not told apart: a list too long, clauses. */
static GArray *
dup_members (const EntReading *r, gint head, gboolean splits)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (gint));

  ent_phrase_split (r, head, members);
  for (guint i = 1; i < members->len; i++)
    splits &= r->words[g_array_index (members, gint, i)].upos != ENT_UPOS_VERB && !is_denied_member (r, g_array_index (members, gint, i));
  if (!splits || members->len > MAX_SPLIT)
    g_array_set_size (members, 1);
  return members;
}

/* ── Tuples ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* first and second are taken. Returns: (transfer none) (nullable): the tuple, none where a part is without words */
static EntTuple *
add_tuple (Finder *f, const char *predicate, char *first, char *second, double confidence)
{
  EntTuple *tuple = g_new0 (EntTuple, 1);
  gboolean empty = *predicate == '\0' || *first == '\0' || *second == '\0';

  tuple->predicate = g_strdup (predicate);
  tuple->arguments = g_ptr_array_new_with_free_func (g_free);
  tuple->confidence = confidence;
  g_ptr_array_add (tuple->arguments, first);
  g_ptr_array_add (tuple->arguments, second);
  if (empty)
    {
      tuple_free (tuple);
      return NULL;
    }
  g_ptr_array_add (f->tuples, tuple);
  return tuple;
}

static void
add_further_arguments (const EntReading *r, const EntClause *clause, EntTuple *tuple)
{
  for (guint i = 1; i < clause->slots->len; i++)
    {
      const EntClauseSlot *slot = &g_array_index (clause->slots, EntClauseSlot, i);
      g_autofree char *text = dup_phrase (r, slot->head, slot->flags, slot->without);

      if (*text != '\0')
        g_ptr_array_add (tuple->arguments, g_steal_pointer (&text));
    }
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

static double
get_confidence (const EntReading *r, const EntClause *clause, const char *subject)
{
  const EntClauseSlot *slot = &g_array_index (clause->slots, EntClauseSlot, 0);
  double confidence = confidences[clause->kind];

  for (guint n = count_words (subject); n > SHORT_WORDS; n--)
    confidence *= LONG_FACTOR;
  if (clause->slots->len == 1 && r->words[slot->head].upos == ENT_UPOS_ADV)
    confidence *= ADVERB_FACTOR;
  return confidence;
}

static void
read_clause (Finder *f, gint word)
{
  const EntReading *r = f->r;
  g_autoptr (EntClause) clause = ent_clause_new (r, f->lists, word);
  const EntClauseSlot *slot = clause->slots->len > 0 ? &g_array_index (clause->slots, EntClauseSlot, 0) : NULL;
  g_autoptr (GArray) subjects = NULL, objects = NULL;
  g_autofree char *predicate = NULL;
  EntPhraseFlags flags, subject_flags;

  if (clause->subject < 0 || slot == NULL)
    return;
  predicate = dup_predicate (r, clause);
  subjects = dup_members (r, clause->subject, TRUE);
  objects = dup_members (r, slot->head, slot->splits);
  subject_flags = ent_clause_noun_flags (r, clause->subject) | (subjects->len > 1 ? ENT_PHRASE_LONE : 0);
  flags = slot->flags | (objects->len > 1 ? ENT_PHRASE_LONE : 0);
  for (guint s = 0; s < subjects->len; s++)
    for (guint o = 0; o < objects->len; o++)
      {
        char *subject = dup_phrase (r, g_array_index (subjects, gint, s), subject_flags, clause->whole);
        char *object = dup_phrase (r, g_array_index (objects, gint, o), flags, slot->without);
        EntTuple *tuple = add_tuple (f, predicate, subject, object, get_confidence (r, clause, subject));

        if (tuple != NULL)
          add_further_arguments (r, clause, tuple);
      }
}

static void
read_noun (Finder *f, gint word)
{
  const EntReading *r = f->r;
  const EntWord *w = &r->words[word];
  EntPhraseFlags flags = ent_clause_noun_flags (r, word), head_flags;

  if (w->head < 0)
    return;
  head_flags = ent_clause_noun_flags (r, w->head) | ENT_PHRASE_LONE;
  if (ent_deprel_is (w->deprel, "appos"))
    {
      gboolean places = w->name == ENT_NAME_PLACE && r->words[w->head].name == ENT_NAME_PLACE;      /* "Lima, Peru" */
      char *named = dup_phrase (r, w->head, head_flags, word), *name = dup_phrase (r, word, flags, -1);

      add_tuple (f, places ? TENSELESS " in" : TENSELESS, named, name, CONFIDENCE_APPOSITION);
    }
  else if (g_str_equal (w->deprel, "nmod:poss") && w->upos != ENT_UPOS_PRON && w->upos != ENT_UPOS_DET)
    {
      char *owner = dup_phrase (r, word, flags, ent_reading_child (r, word, "case")), *owned = dup_phrase (r, w->head, head_flags, word);

      add_tuple (f, "has", owner, owned, CONFIDENCE_POSSESSOR);
    }
}

GPtrArray *
ent_tuples_find (const EntReading *r, const EntWordLists *lists, guint sentence)
{
  Finder f = { r, lists, g_ptr_array_new_with_free_func (tuple_free) };
  const EntSentence *s = &r->sentences[sentence];

  for (guint w = s->first_word; w < s->first_word + s->n_words; w++)
    if (ent_clause_begins_at (r, (gint) w))
      read_clause (&f, (gint) w);
    else
      read_noun (&f, (gint) w);
  return f.tuples;
}
