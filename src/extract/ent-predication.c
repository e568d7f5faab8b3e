/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Arguments are read downwards from the predicate and, for what the predicate does not say itself, upwards: the subject of an
 * infinitive or of a coordinated verb, the noun that a participle or relative clause describes, the subject of a noun's light
 * verb. How it is meant is read in ent-modality.c. */

#include "ent-predication.h"

#include "ent-modality.h"

#define MAX_DEPTH 8

static void
add_argument (EntPredication *self, const char *role, gint word)
{
  EntArgument argument = { role, word };

  if (word < 0 || word == self->word)
    return;
  for (guint i = 0; i < self->arguments->len; i++)
    {
      const EntArgument *old = &g_array_index (self->arguments, EntArgument, i);

      if (old->word == word && g_str_equal (old->role, role))
        return;
    }
  g_array_append_val (self->arguments, argument);
}

static gboolean
is_noun (const EntWord *word)
{
  return word->upos == ENT_UPOS_NOUN || word->upos == ENT_UPOS_PROPN || word->upos == ENT_UPOS_PRON;
}

static gboolean
is_participle_modifier (const EntReading *r, gint verb)
{
  const EntWord *w = &r->words[verb];

  return w->upos == ENT_UPOS_VERB && !g_str_has_suffix (w->form, "ing") &&
         (g_str_equal (w->deprel, "acl") || ent_deprel_is (w->deprel, "amod") || ent_deprel_is (w->deprel, "advcl")) &&
         ent_reading_child (r, verb, "mark") < 0 && ent_reading_child (r, verb, "nsubj") < 0 && ent_reading_child (r, verb, "aux") < 0;
}

gboolean
ent_predication_is_passive (const EntReading *r, gint verb)
{
  const EntWord *w = &r->words[verb];

  if (ent_reading_child (r, verb, "nsubj:pass") >= 0 || ent_reading_child (r, verb, "aux:pass") >= 0 || is_participle_modifier (r, verb))
    return TRUE;
  return ent_deprel_is (w->deprel, "conj") && w->head >= 0 && w->upos == ENT_UPOS_VERB && !g_str_has_suffix (w->form, "ing") &&
         ent_reading_child (r, verb, "nsubj") < 0 && ent_reading_child (r, verb, "obj") < 0 && ent_reading_child (r, verb, "aux") < 0 &&
         g_strcmp0 (w->form, w->lemma) != 0 && r->words[w->head].upos == ENT_UPOS_VERB && ent_predication_is_passive (r, w->head);
}

static gboolean
is_relative (const EntWord *word)
{
  return word->upos == ENT_UPOS_PRON && (g_strcmp0 (word->lemma, "who") == 0 || g_strcmp0 (word->lemma, "which") == 0 || g_strcmp0 (word->lemma, "that") == 0 || g_strcmp0 (word->lemma, "whom") == 0);
}

/* The verb's own subject; of a relative pronoun and another, the other ("which they have criticised"). */
static gint
own_subject (const EntReading *r, gint verb)
{
  gint subject = -1;

  ENT_READING_EACH_CHILD (r, verb, child)
    if (ent_deprel_is (r->words[child].deprel, "nsubj") && (subject < 0 || is_relative (&r->words[subject])))
      subject = child;
  return subject;
}

static gint
find_subject (const EntReading *r, const EntWordLists *lists, gint verb, guint depth)
{
  const EntWord *w = &r->words[verb];
  gint subject = own_subject (r, verb);

  if (subject >= 0 || w->head < 0 || depth > MAX_DEPTH)
    return subject;
  if (ent_deprel_is (w->deprel, "xcomp") ||
      (ent_deprel_is (w->deprel, "advcl") && ent_reading_has_child (r, verb, "mark", "to") && ent_word_lists_has (lists, ENT_LIST_OBJECT_CONTROL, r->words[w->head].lemma)))
    {
      gint object = ent_reading_child (r, w->head, "obj");

      if (object < 0)
        object = ent_reading_child (r, w->head, "iobj");
      if (object >= 0 && g_strcmp0 (r->words[object].lemma, "it") == 0 && w->upos != ENT_UPOS_VERB)
        object = -1;                              /* "makes it clear that" */
      if (object >= 0 && (w->upos != ENT_UPOS_VERB || ent_word_lists_has (lists, ENT_LIST_OBJECT_CONTROL, r->words[w->head].lemma)))
        return object;
      return find_subject (r, lists, w->head, depth + 1);
    }
  if (ent_deprel_is (w->deprel, "acl") && ent_reading_has_child (r, verb, "mark", "to") && ent_deprel_is (r->words[w->head].deprel, "obj") &&
      r->words[w->head].head >= 0 && ent_reading_child (r, w->head, "nmod:poss") < 0)
    return find_subject (r, lists, r->words[w->head].head, depth + 1);     /* "proposes measures to fund": the one who proposes */
  if (ent_deprel_is (w->deprel, "acl") || ent_deprel_is (w->deprel, "amod"))
    return w->head;
  if (ent_deprel_is (w->deprel, "conj") || ent_deprel_is (w->deprel, "advcl"))
    return is_noun (&r->words[w->head]) && ent_reading_child (r, w->head, "cop") < 0 ? w->head : find_subject (r, lists, w->head, depth + 1);
  if (ent_deprel_is (w->deprel, "ccomp"))
    {
      ENT_READING_EACH_CHILD (r, w->head, child)      /* "said the minister visited": the subject may hang one verb too high */
        if (child > w->head && child < verb && ent_deprel_is (r->words[child].deprel, "nsubj"))
          return child;
      if (ent_reading_has_child (r, verb, "mark", "to"))
        return find_subject (r, lists, w->head, depth + 1);
    }
  return -1;
}

gint
ent_predication_get_subject (const EntReading *r, const EntWordLists *lists, gint verb)
{
  return find_subject (r, lists, verb, 0);
}

/* Prepositional phrases, and clauses by their conjunction ("wary of provoking"). */
static void
add_obliques (EntPredication *self, const EntReading *r, gint from)
{
  ENT_READING_EACH_CHILD (r, from, child)
    {
      const EntWord *w = &r->words[child];
      const char *preposition;

      if (!ent_deprel_is (w->deprel, "obl") && !ent_deprel_is (w->deprel, "nmod") && !ent_deprel_is (w->deprel, "advcl") && !ent_deprel_is (w->deprel, "acl"))
        continue;
      preposition = ent_reading_is_ruled_out (r, child) ? NULL : ent_reading_get_case (r, child);
      if (preposition != NULL && !g_str_equal (w->deprel, "nmod:poss"))
        add_argument (self, preposition, child);
    }
}

/* "Ukraine is wary of", "A cooperates": the antecedent takes the place of what a relative clause leaves open. */
static void
add_relative_object (EntPredication *self, const EntReading *r, gint verb)
{
  const EntWord *w = &r->words[verb];
  gint subject = own_subject (r, verb);

  if (!ent_deprel_is (w->deprel, "acl:relcl") || subject < 0 || ent_reading_child (r, verb, "obj") >= 0)
    return;
  ENT_READING_EACH_CHILD (r, verb, child)
    if (r->words[child].upos == ENT_UPOS_PRON && child < subject && ent_deprel_is (r->words[child].deprel, "obl"))
      return;
  if (is_relative (&r->words[subject]))
    return;
  add_argument (self, ENT_ROLE_OBJECT, w->head);
}

static void
read_verb (EntPredication *self, const EntReading *r, const EntWordLists *lists, gint verb)
{
  gboolean passive = ent_predication_is_passive (r, verb);
  gint subject = ent_predication_get_subject (r, lists, verb);
  gboolean is_amod = ent_deprel_is (r->words[verb].deprel, "amod");

  add_argument (self, passive ? ENT_ROLE_OBJECT : ENT_ROLE_SUBJECT, subject);
  ENT_READING_EACH_CHILD (r, verb, child)             /* conjuncts may be attached as subjects of their own */
    if (ent_deprel_is (r->words[child].deprel, "nsubj") && child > subject && subject >= 0 && child < verb && !is_relative (&r->words[subject]))
      add_argument (self, passive ? ENT_ROLE_OBJECT : ENT_ROLE_SUBJECT, child);
  if (!passive && ent_deprel_is (r->words[verb].deprel, "acl") && r->words[verb].head >= 0 && ent_deprel_is (r->words[r->words[verb].head].deprel, "obj") &&
      r->words[r->words[verb].head].head >= 0)
    add_argument (self, ENT_ROLE_SUBJECT_ABOVE, ent_predication_get_subject (r, lists, r->words[r->words[verb].head].head));
  if (passive && ent_reading_child (r, verb, "obj") >= 0)
    add_argument (self, ENT_ROLE_RECIPIENT, subject);
  ENT_READING_EACH_CHILD (r, verb, child)
    {
      const char *deprel = r->words[child].deprel;

      if (ent_deprel_is (deprel, "obl") && ent_reading_is_ruled_out (r, child))
        continue;
      if (passive && (g_str_equal (deprel, "obl:agent") || (ent_deprel_is (deprel, "obl") && g_strcmp0 (ent_reading_get_case (r, child), "by") == 0)))
        add_argument (self, ENT_ROLE_SUBJECT, child);
      else if (ent_deprel_is (deprel, "obj"))
        add_argument (self, ENT_ROLE_OBJECT, child);
      else if (ent_deprel_is (deprel, "iobj"))
        {
          add_argument (self, ENT_ROLE_RECIPIENT, child);
          if (ent_reading_child (r, verb, "obj") < 0)
            add_argument (self, ENT_ROLE_OBJECT, child);
        }
      else if (ent_deprel_is (deprel, "xcomp") || ent_deprel_is (deprel, "ccomp"))
        {
          add_argument (self, ENT_ROLE_COMPLEMENT, child);
          add_argument (self, ENT_ROLE_DOER, own_subject (r, child));
        }
      else if (ent_deprel_is (deprel, "obl") && g_strcmp0 (ent_reading_get_case (r, child), "as") == 0)
        add_argument (self, ENT_ROLE_DOER, own_subject (r, child));     /* "describes [the ban] as unjust" */
      else if (is_amod && (ent_deprel_is (deprel, "compound") || ent_deprel_is (deprel, "obl") || ent_deprel_is (deprel, "amod") || ent_deprel_is (deprel, "nmod") || ent_deprel_is (deprel, "advmod")) &&
               ent_reading_get_case (r, child) == NULL)
        add_argument (self, ENT_ROLE_SUBJECT, child);           /* "Russia - backed separatists" */
    }
  add_obliques (self, r, verb);
  add_relative_object (self, r, verb);
}

/* What a noun's light verb lends it. */
static void
read_light_verb (EntPredication *self, const EntReading *r, const EntWordLists *lists, gint noun)
{
  const EntWord *w = &r->words[noun];
  const EntWord *verb;
  gint subject;
  gboolean passive, from_outside = FALSE, is_ceased = FALSE;

  while (ent_deprel_is (w->deprel, "conj") && w->head >= 0 && is_noun (&r->words[w->head]))
    w = &r->words[w->head];
  if (ent_deprel_is (w->deprel, "nmod") && w->head >= 0 && is_noun (&r->words[w->head]) && ent_word_lists_has (lists, ENT_LIST_CEASING, r->words[w->head].lemma))
    {
      w = &r->words[w->head];                     /* "declared an end to attacks" */
      is_ceased = TRUE;
    }
  if (w->head < 0 || r->words[w->head].upos != ENT_UPOS_VERB)
    return;
  verb = &r->words[w->head];
  subject = ent_predication_get_subject (r, lists, w->head);
  passive = ent_predication_is_passive (r, w->head);
  for (guint i = 0; i < self->arguments->len; i++)
    {
      const char *role = g_array_index (self->arguments, EntArgument, i).role;

      /* "has the backing of Spain" is had from Spain */
      from_outside |= g_str_equal (role, "from") || (g_str_equal (role, "of") && ent_word_lists_has (lists, ENT_LIST_GIVEN_NOUN, r->words[noun].lemma));
    }
  if (ent_deprel_is (w->deprel, "obl") && ent_word_lists_has (lists, ENT_LIST_ANSWERING_VERB, verb->lemma) &&
      g_strcmp0 (ent_reading_get_case (r, (gint) (w - r->words)), "with") == 0)
    {
      add_argument (self, passive ? ENT_ROLE_TARGET : ENT_ROLE_POSSESSOR, subject);
      add_obliques (self, r, w->head);
      self->anchor = w->head;
      return;
    }
  if (!ent_deprel_is (w->deprel, "obj") && !g_str_equal (w->deprel, "nsubj:pass"))
    return;
  self->anchor = w->head;
  if ((ent_word_lists_has (lists, ENT_LIST_RECEIVING_VERB, verb->lemma) || g_strcmp0 (verb->lemma, "have") == 0) && (from_outside || !ent_word_lists_has (lists, ENT_LIST_LIGHT_VERB, verb->lemma)))
    {
      add_argument (self, ENT_ROLE_TARGET, subject);
      add_obliques (self, r, w->head);
    }
  else if (ent_word_lists_has (lists, is_ceased ? ENT_LIST_BRINGING_VERB : ENT_LIST_LIGHT_VERB, verb->lemma))
    {
      if (!passive)
        add_argument (self, ENT_ROLE_POSSESSOR, subject);
      ENT_READING_EACH_CHILD (r, w->head, child)
        {
          if (g_str_equal (r->words[child].deprel, "obl:agent") || (passive && g_strcmp0 (ent_reading_get_case (r, child), "by") == 0))
            add_argument (self, ENT_ROLE_POSSESSOR, child);
          if (ent_deprel_is (r->words[child].deprel, "iobj"))
            add_argument (self, ENT_ROLE_TARGET, child);
        }
      add_obliques (self, r, w->head);
    }
}

/* "Asked Chad to pay despite Mali's resistance": what the tree hangs on an infinitive goes against the one who asks. */
static gint
find_resisted (const EntReading *r, const EntWordLists *lists, gint verb)
{
  while (ent_deprel_is (r->words[verb].deprel, "xcomp") && r->words[verb].head >= 0 && r->words[r->words[verb].head].upos == ENT_UPOS_VERB)
    verb = r->words[verb].head;
  return ent_predication_get_subject (r, lists, verb);
}

/* "Criticism came from Spain"; "despite Spain's resistance, Kenya went on". */
static void
read_clause_around (EntPredication *self, const EntReading *r, const EntWordLists *lists, gint noun)
{
  const EntWord *w = &r->words[noun];

  if (w->head < 0 || r->words[w->head].upos != ENT_UPOS_VERB)
    return;
  if (ent_deprel_is (w->deprel, "nsubj") && ent_word_lists_has (lists, ENT_LIST_COMING_VERB, r->words[w->head].lemma))
    add_obliques (self, r, w->head);
  else if (ent_deprel_is (w->deprel, "nsubj"))
    for (gint verb = w->head; verb >= 0; verb = ent_reading_child (r, verb, "xcomp"))
      ENT_READING_EACH_CHILD (r, verb, child)                /* "tensions continue to rise between Chad and Mali" */
        if (ent_deprel_is (r->words[child].deprel, "obl") && g_strcmp0 (ent_reading_get_case (r, child), "between") == 0)
          add_argument (self, "between", child);
  /* "in defiance of Spain, Andorra sold the bells" */
  if (ent_deprel_is (w->deprel, "obl") && ent_reading_is_bare_between_prepositions (r, noun) && g_strcmp0 (ent_reading_get_case (r, noun), "in") == 0)
    add_argument (self, ENT_ROLE_POSSESSOR, ent_predication_get_subject (r, lists, w->head));
  /* "with Spain's backing", "at Spain's invitation", "suffers from Spain's blockade" and "under attack from Spain" as well */
  if (ent_deprel_is (w->deprel, "obl") && ent_word_lists_has (lists, ENT_LIST_DESPITE, ent_reading_get_case (r, noun)))
    add_argument (self, ENT_ROLE_TARGET, find_resisted (r, lists, w->head));
  else if (ent_deprel_is (w->deprel, "obl") &&
      (g_strcmp0 (ent_reading_get_case (r, noun), "under") == 0 ||
       (g_strcmp0 (ent_reading_get_case (r, noun), "to") == 0 && ent_word_lists_has (lists, ENT_LIST_FELT_NOUN, w->lemma)) ||
       (g_strcmp0 (ent_reading_get_case (r, noun), "from") == 0 && ent_reading_child (r, noun, "nmod:poss") >= 0) ||
       ((g_strcmp0 (ent_reading_get_case (r, noun), "with") == 0 || g_strcmp0 (ent_reading_get_case (r, noun), "at") == 0) &&
        ent_word_lists_has (lists, ENT_LIST_GIVEN_NOUN, w->lemma))))
    add_argument (self, ENT_ROLE_TARGET, ent_predication_get_subject (r, lists, w->head));
}

static void
read_noun (EntPredication *self, const EntReading *r, const EntWordLists *lists, gint noun)
{
  static const char *const possessors[] = { "nmod:poss", "amod", "compound" };
  gboolean has_doer = FALSE, has_owner = ent_reading_child (r, noun, "nmod:poss") >= 0;
  guint n_before;

  ENT_READING_EACH_CHILD (r, noun, child)
    has_doer |= ent_deprel_is (r->words[child].deprel, "nmod") && g_strcmp0 (ent_reading_get_case (r, child), "by") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (possessors); i++)
    ENT_READING_EACH_CHILD (r, noun, child)
      if (ent_deprel_is (r->words[child].deprel, possessors[i]) && r->words[child].upos != ENT_UPOS_VERB)
        {
          /* "Oman's criticism by Qatar": where another is the doer, the possessor undergoes it; "Oman's OPEC membership" */
          gboolean is_target = i == 0 ? has_doer : has_owner;

          add_argument (self, is_target ? ENT_ROLE_TARGET : ENT_ROLE_POSSESSOR, child);
          if (has_doer && i == 0)
            add_argument (self, "of", child);
        }
  n_before = self->arguments->len;
  add_obliques (self, r, noun);
  for (guint i = n_before; i < self->arguments->len; i++)
    if (g_str_equal (g_array_index (self->arguments, EntArgument, i).role, "by"))
      add_argument (self, ENT_ROLE_POSSESSOR, g_array_index (self->arguments, EntArgument, i).word);
  ENT_READING_EACH_CHILD (r, noun, child)
    if (ent_deprel_is (r->words[child].deprel, "acl") && !ent_deprel_is (r->words[child].deprel, "acl:relcl"))
      {
        add_argument (self, ENT_ROLE_COMPLEMENT, child);
        add_argument (self, ENT_ROLE_DOER, own_subject (r, child));
      }
  if (ent_reading_child (r, noun, "cop") >= 0)
    {
      add_argument (self, ENT_ROLE_POSSESSOR, ent_predication_get_subject (r, lists, noun));
      self->anchor = noun;
    }
  read_light_verb (self, r, lists, noun);
  read_clause_around (self, r, lists, noun);
}

static void
read_adjective (EntPredication *self, const EntReading *r, const EntWordLists *lists, gint word)
{
  add_argument (self, ENT_ROLE_SUBJECT, ent_predication_get_subject (r, lists, word));
  add_obliques (self, r, word);
  ENT_READING_EACH_CHILD (r, word, child)
    {
      const char *deprel = r->words[child].deprel;

      if (ent_deprel_is (deprel, "ccomp") || ent_deprel_is (deprel, "xcomp") || ent_deprel_is (deprel, "advcl"))
        add_argument (self, ENT_ROLE_COMPLEMENT, child);
    }
}

EntPredication *
ent_predication_new (const EntReading *r, const EntWordLists *lists, gint word)
{
  EntPredication *self = g_new0 (EntPredication, 1);

  self->word = self->anchor = word;
  self->speaker = -1;
  self->arguments = g_array_new (FALSE, FALSE, sizeof (EntArgument));
  switch (r->words[word].upos)
    {
    case ENT_UPOS_VERB:
    case ENT_UPOS_AUX:
      read_verb (self, r, lists, word);
      break;
    case ENT_UPOS_ADJ:
      read_adjective (self, r, lists, word);
      break;
    default:
      read_noun (self, r, lists, word);
      break;
    }
  ent_modality_read (self, r, lists);
  return self;
}

void
ent_predication_free (EntPredication *self)
{
  g_array_unref (self->arguments);
  g_free (self);
}
