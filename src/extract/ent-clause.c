/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Subject, objects and complements are the predication's (ent-predication.h); here they are put into the sentence's own words and
 * order. The predicate takes auxiliaries, negation, particles, the verbs of a chain and, where no object comes between, the
 * preposition of the first adverbial: "has not [been able to] agree on". What stands behind the verb goes before what the
 * sentence opens with. */

#include "ent-clause.h"

#include "ent-predication.h"

#define MAX_CHAIN 8

static gboolean
is_verb (const EntWord *w)
{
  return w->upos == ENT_UPOS_VERB || w->upos == ENT_UPOS_AUX;
}

static gboolean
is_relative (const EntReading *r, gint word)
{
  static const char *const relatives[] = { "who", "whom", "which", "that", "where", "when", NULL };

  return word >= 0 && r->words[word].lemma != NULL && r->words[word].upos != ENT_UPOS_SCONJ && g_strv_contains (relatives, r->words[word].lemma);
}

static gboolean
is_copular (const EntReading *r, gint word)
{
  return ent_reading_child (r, word, "cop") >= 0;
}

/* ── Predicates ─────────────────────────────────────────────────────────────────────────────────────────────────── */

/* An adjective that is told of the subject together with what it takes: "is responsible for", "was unable to reach". */
static gboolean
is_taking_adjective (const EntReading *r, gint word)
{
  if (r->words[word].upos != ENT_UPOS_ADJ || !is_copular (r, word) || ent_reading_child (r, word, "det") >= 0)
    return FALSE;
  ENT_READING_EACH_CHILD (r, word, child)
    if (child > word && (ent_deprel_is (r->words[child].deprel, "xcomp") ||
                         (ent_deprel_is (r->words[child].deprel, "obl") && ent_reading_child (r, child, "case") >= 0)))
      return TRUE;
  return FALSE;
}

/* The verb with which a chain goes on: "seeks to [join]", "was forced to [leave]". -1 where it is an object that does so. */
static gint
get_next_in_chain (const EntReading *r, gint verb)
{
  gint next = ent_reading_child (r, verb, "xcomp");

  if (next < verb || !(is_verb (&r->words[verb]) || is_taking_adjective (r, verb)) || ent_reading_child (r, verb, "obj") >= 0 ||
      ent_reading_child (r, verb, "iobj") >= 0 || ent_reading_child (r, next, "nsubj") >= 0)
    return -1;
  return r->words[next].upos == ENT_UPOS_VERB || is_copular (r, next) ? next : -1;
}

/* Whether an adverb stands within the predicate: "not", or behind subject or auxiliary, or right before the verb. */
static gboolean
is_inner_adverb (const EntReading *r, gint verb, gint adverb)
{
  if (!ent_deprel_is (r->words[adverb].deprel, "advmod") || adverb > verb || r->first_child[adverb] >= 0 || is_relative (r, adverb))
    return FALSE;
  if (r->words[adverb].upos == ENT_UPOS_PART)
    return TRUE;
  if (adverb == verb - 1)                   /* "is [very cold]" is all told of the subject, "is very [proud of]" is not */
    return !is_copular (r, verb) || r->words[verb].upos != ENT_UPOS_ADJ || is_taking_adjective (r, verb);
  for (gint other = r->first_child[verb]; other >= 0 && other < adverb; other = r->next_sibling[other])
    if (ent_deprel_is (r->words[other].deprel, "aux") || ent_deprel_is (r->words[other].deprel, "cop") || ent_deprel_is (r->words[other].deprel, "nsubj"))
      return TRUE;
  return FALSE;
}

static void
add_verb_words (const EntReading *r, gint verb, GArray *predicate)
{
  if (!is_copular (r, verb) || is_taking_adjective (r, verb))
    g_array_append_val (predicate, verb);
  ENT_READING_EACH_CHILD (r, verb, child)
    {
      const EntWord *w = &r->words[child];

      if (ent_deprel_is (w->deprel, "aux") || ent_deprel_is (w->deprel, "cop") || g_str_equal (w->deprel, "compound:prt") ||
          (ent_deprel_is (w->deprel, "mark") && w->upos == ENT_UPOS_PART) || is_inner_adverb (r, verb, child))
        g_array_append_val (predicate, child);
    }
}

/* "did not buy or sell", but not "did not buy but sells". */
static gboolean
is_shared (const EntReading *r, gint word, gint verb)
{
  const EntWord *w = &r->words[word];

  if (w->upos == ENT_UPOS_PART && ent_deprel_is (w->deprel, "advmod"))
    return !ent_reading_has_child (r, verb, "cc", "but");
  return ent_deprel_is (w->deprel, "aux") || (ent_deprel_is (w->deprel, "mark") && w->upos == ENT_UPOS_PART);
}

/* What a coordinated verb owes to the one before it: "has improved and [done]", "wants to join and [lead]". */
static void
add_shared_words (const EntReading *r, gint verb, GArray *predicate)
{
  const EntWord *w = &r->words[verb], *first = w->head >= 0 ? &r->words[w->head] : NULL;

  if (first == NULL || !ent_deprel_is (w->deprel, "conj") || !is_verb (w) || !is_verb (first) ||
      w->features[ENT_FEATURE_VERB_FORM] != first->features[ENT_FEATURE_VERB_FORM] || ent_reading_child (r, verb, "nsubj") >= 0 ||
      ent_reading_child (r, verb, "aux") >= 0 || ent_reading_child (r, verb, "mark") >= 0)
    return;
  ENT_READING_EACH_CHILD (r, w->head, child)
    if (child < w->head && is_shared (r, child, verb))
      g_array_append_val (predicate, child);
  if (!ent_deprel_is (first->deprel, "xcomp"))
    return;
  for (gint above = first->head; above >= 0 && get_next_in_chain (r, above) >= 0; above = r->words[above].head)
    {
      add_verb_words (r, above, predicate);
      if (!ent_deprel_is (r->words[above].deprel, "xcomp"))
        break;
    }
}

static void
read_predicate (EntClause *self, const EntReading *r)
{
  add_shared_words (r, self->verb, self->predicate);
  add_verb_words (r, self->verb, self->predicate);
  for (guint depth = 0; depth < MAX_CHAIN; depth++)
    {
      gint next = get_next_in_chain (r, self->last);

      if (next < 0)
        break;
      self->last = next;
      add_verb_words (r, next, self->predicate);
    }
}

/* ── Arguments ──────────────────────────────────────────────────────────────────────────────────────────────────── */

EntPhraseFlags
ent_clause_noun_flags (const EntReading *r, gint noun)
{
  return ENT_PHRASE_NO_CASE | ENT_PHRASE_NO_SIDES | (is_copular (r, noun) ? ENT_PHRASE_COMPLEMENT : 0);
}

static void
add_slot (EntClause *self, gint head, EntPhraseFlags flags, gint without, gboolean splits)
{
  EntClauseSlot slot = { head, flags, without, splits };

  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, EntClauseSlot, i).head == head)
      return;
  if (head != self->subject)
    g_array_append_val (self->slots, slot);
}

/* A preposition ("case") or conjunction ("mark") becomes part of the predicate. */
static void
take_joint (EntClause *self, const EntReading *r, gint word, const char *relation)
{
  ENT_READING_EACH_CHILD (r, word, child)
    if (child < word && r->words[child].upos != ENT_UPOS_PART && ent_deprel_is (r->words[child].deprel, relation))
      {
        g_array_append_val (self->predicate, child);
        ENT_READING_EACH_CHILD (r, child, fixed)
          if (ent_deprel_is (r->words[fixed].deprel, "fixed"))
            g_array_append_val (self->predicate, fixed);
      }
}

static void
add_objects (EntClause *self, const EntReading *r, const EntPredication *predication)
{
  for (guint i = 0; i < predication->arguments->len; i++)
    {
      const EntArgument *a = &g_array_index (predication->arguments, EntArgument, i);

      if (a->word == self->subject || !(g_str_equal (a->role, ENT_ROLE_OBJECT) || g_str_equal (a->role, ENT_ROLE_RECIPIENT)))
        continue;
      if (self->above >= 0 && (a->word == self->above || is_relative (r, a->word)))
        add_slot (self, self->above, ent_clause_noun_flags (r, self->above), self->whole, FALSE);
      else if (r->words[a->word].head == self->last)
        add_slot (self, a->word, ENT_PHRASE_NO_SIDES, -1, TRUE);
    }
}

static void
add_complements (EntClause *self, const EntReading *r, const EntPredication *predication)
{
  for (guint i = 0; i < predication->arguments->len; i++)
    {
      const EntArgument *a = &g_array_index (predication->arguments, EntArgument, i);
      gboolean reported;

      if (!g_str_equal (a->role, ENT_ROLE_COMPLEMENT) || r->words[a->word].head != self->last)
        continue;
      reported = self->slots->len == 0 && ent_deprel_is (r->words[a->word].deprel, "ccomp");
      if (reported)
        take_joint (self, r, a->word, "mark");
      add_slot (self, a->word, reported ? ENT_PHRASE_NO_CASE : ENT_PHRASE_WHOLE, -1, FALSE);
    }
}

static void
add_adverbial (EntClause *self, const EntReading *r, gint word, gint child)
{
  const EntWord *w = &r->words[child];
  gboolean takes = self->slots->len == 0 && child > word && ent_reading_child (r, child, "case") >= 0;

  if (ent_deprel_is (w->deprel, "obl") && !is_relative (r, child))
    {
      if (takes)
        take_joint (self, r, child, "case");
      add_slot (self, child, takes ? ENT_PHRASE_NO_CASE | ENT_PHRASE_NO_SIDES : ENT_PHRASE_NO_SIDES, -1, takes);
    }
  else if (ent_deprel_is (w->deprel, "advmod") && child > word && w->upos == ENT_UPOS_ADV)
    add_slot (self, child, ENT_PHRASE_NO_SIDES, -1, FALSE);
}

static void
add_adverbials (EntClause *self, const EntReading *r, gint word)
{
  ENT_READING_EACH_CHILD (r, word, child)
    if (child > word)
      add_adverbial (self, r, word, child);
  ENT_READING_EACH_CHILD (r, word, child)
    if (child < word)
      add_adverbial (self, r, word, child);
}

/* ── Clauses ────────────────────────────────────────────────────────────────────────────────────────────────────── */

gboolean
ent_clause_begins_at (const EntReading *r, gint word)
{
  static const char *const no_clauses[] = { "amod", "compound", "case", "fixed", "mark", "aux", "cop", NULL };
  const EntWord *w = &r->words[word];

  if (!is_copular (r, word))
    {
      if (w->upos != ENT_UPOS_VERB)
        return FALSE;
      for (guint i = 0; no_clauses[i] != NULL; i++)
        if (ent_deprel_is (w->deprel, no_clauses[i]))
          return FALSE;
    }
  return !(ent_deprel_is (w->deprel, "xcomp") && w->head >= 0 && get_next_in_chain (r, w->head) == word);
}

static EntClauseKind
get_kind (const EntClause *self, const EntReading *r)
{
  const EntWord *w = &r->words[self->verb];
  gboolean has_subject = ent_reading_child (r, self->verb, "nsubj") >= 0;

  if (g_str_equal (w->deprel, "acl:relcl"))
    return ENT_CLAUSE_RELATIVE;
  if (ent_deprel_is (w->deprel, "acl"))
    return ent_reading_has_child (r, self->verb, "mark", "to") ? ENT_CLAUSE_INFINITIVE : ENT_CLAUSE_PARTICIPLE;
  if (ent_deprel_is (w->deprel, "conj"))
    return has_subject ? ENT_CLAUSE_MAIN : ENT_CLAUSE_COORDINATED;
  if (ent_deprel_is (w->deprel, "ccomp"))
    return ENT_CLAUSE_REPORTED;
  if (ent_deprel_is (w->deprel, "advcl") && has_subject)
    return ENT_CLAUSE_ADVERBIAL;
  return ent_deprel_is (w->deprel, "advcl") || ent_deprel_is (w->deprel, "xcomp") ? ENT_CLAUSE_ADJOINED : ENT_CLAUSE_MAIN;
}

/* The noun that a clause describes, by itself or as a member of a coordination of clauses that do. */
static void
read_above (EntClause *self, const EntReading *r)
{
  gint x = self->verb;

  while (ent_deprel_is (r->words[x].deprel, "conj") && is_relative (r, self->subject) && r->words[x].head >= 0)
    x = r->words[x].head;
  if (!ent_deprel_is (r->words[x].deprel, "acl") || r->words[x].head < 0)
    return;
  self->whole = x;
  self->above = r->words[x].head;
  if (is_relative (r, self->subject))
    self->subject = self->above;
}

/* Its predicate is read by then, with the auxiliaries that it shares. */
static gboolean
is_tenseless (const EntClause *self, const EntReading *r)
{
  if (self->kind == ENT_CLAUSE_RELATIVE || r->words[self->verb].upos != ENT_UPOS_VERB || ent_reading_child (r, self->verb, "nsubj") >= 0)
    return FALSE;
  for (guint i = 0; i < self->predicate->len; i++)
    if (ent_deprel_is (r->words[g_array_index (self->predicate, gint, i)].deprel, "aux"))
      return FALSE;
  return g_str_has_suffix (r->words[self->verb].form, "ing") || self->kind == ENT_CLAUSE_INFINITIVE || ent_predication_is_passive (r, self->verb);
}

EntClause *
ent_clause_new (const EntReading *r, const EntWordLists *lists, gint word)
{
  EntClause *self = g_new0 (EntClause, 1);
  g_autoptr (EntPredication) predication = NULL;
  gboolean complements;

  self->verb = self->last = word;
  self->above = self->whole = -1;
  self->predicate = g_array_new (FALSE, FALSE, sizeof (gint));
  self->slots = g_array_new (FALSE, FALSE, sizeof (EntClauseSlot));
  self->kind = get_kind (self, r);
  self->subject = ent_predication_get_subject (r, lists, word);
  read_above (self, r);
  read_predicate (self, r);
  predication = ent_predication_new (r, lists, self->last);
  self->tenseless = is_tenseless (self, r);
  complements = is_copular (r, self->last) && !is_taking_adjective (r, self->last);
  if (complements)
    {
      take_joint (self, r, self->last, "case");
      add_slot (self, self->last, ENT_PHRASE_COMPLEMENT | ENT_PHRASE_NO_CASE | ENT_PHRASE_NO_SIDES, -1, TRUE);
    }
  else
    {
      add_objects (self, r, predication);
      add_complements (self, r, predication);
    }
  for (gint x = self->last; x >= 0; x = x == self->verb ? -1 : r->words[x].head)
    if (!(complements && x == self->last && r->words[x].upos == ENT_UPOS_ADJ))     /* an adjective's adverbials are in its phrase */
      add_adverbials (self, r, x);
  return self;
}

void
ent_clause_free (EntClause *self)
{
  g_array_unref (self->predicate);
  g_array_unref (self->slots);
  g_free (self);
}
