/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages of extraction, kept; what a stage leaves no trace of (predications, misses) is read anew from its input. */

#include "ent-explanation.h"

#include "ent-argument.h"
#include "ent-phrase.h"

void
ent_explanation_free (EntExplanation *self)
{
  g_clear_object (&self->map);
  g_clear_pointer (&self->claims, g_array_unref);
  g_clear_pointer (&self->cast, ent_cast_free);
  g_clear_pointer (&self->reading, ent_reading_free);
  g_clear_pointer (&self->lexicon, ent_relation_lexicon_free);
  g_clear_pointer (&self->lists, ent_word_lists_free);
  g_clear_pointer (&self->document, ent_document_free);
  g_clear_object (&self->article);
  g_free (self);
}

/* ── Predications ───────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
knows (const EntExplanation *self, EntLexiconKind kind, guint w)
{
  return ent_relation_lexicon_lookup (self->lexicon, kind, self->reading->words[w].lemma) != NULL;
}

static gboolean
is_predicate (const EntExplanation *self, guint w)
{
  gint over = self->cast->over[w];

  if (over >= 0 && ent_cast_get_reference (self->cast, over)->form != ENT_FORM_NOMINAL)
    return FALSE;
  if (ent_reading_child (self->reading, (gint) w, "cop") >= 0)
    return TRUE;
  switch (self->reading->words[w].upos)
    {
    case ENT_UPOS_VERB:
      return TRUE;
    case ENT_UPOS_ADJ:
      return knows (self, ENT_LEXICON_ADJECTIVE, w) || knows (self, ENT_LEXICON_VERB, w) || knows (self, ENT_LEXICON_AGENT, w);
    case ENT_UPOS_NOUN:
    case ENT_UPOS_PROPN:
      return knows (self, ENT_LEXICON_NOUN, w) || knows (self, ENT_LEXICON_AGENT, w);
    default:
      return FALSE;
    }
}

GPtrArray *
ent_explanation_list_predications (const EntExplanation *self, guint sentence)
{
  GPtrArray *predications = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_predication_free);
  const EntSentence *s = &self->reading->sentences[sentence];

  for (guint w = s->first_word; w < s->first_word + s->n_words; w++)
    if (is_predicate (self, w))
      g_ptr_array_add (predications, ent_predication_new (self->reading, self->lists, (gint) w));
  return predications;
}

GArray *
ent_explanation_list_parties (const EntExplanation *self, guint word)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (EntParty));

  ent_argument_resolve (self->reading, self->cast, self->lists, (gint) word, parties);
  return parties;
}

char *
ent_explanation_dup_argument (const EntExplanation *self, const EntArgument *argument)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (gint));
  gboolean is_clause = g_str_equal (argument->role, ENT_ROLE_COMPLEMENT);

  ent_phrase_collect (self->reading, argument->word, is_clause ? ENT_PHRASE_WHOLE : ENT_PHRASE_NO_CASE | ENT_PHRASE_NO_SIDES, -1, words);
  return ent_phrase_dup_text (self->reading, words);
}

GArray *
ent_explanation_list_misses (const EntExplanation *self, guint sentence)
{
  return ent_relation_finder_find_misses (self->reading, self->cast, self->lists, self->lexicon, self->claims, sentence);
}

/* ── Tense ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

const char *
ent_tense_to_string (EntTense tense)
{
  static const char *const names[] = { NULL, "past", "present", "future" };

  g_return_val_if_fail ((gsize) tense < G_N_ELEMENTS (names), NULL);
  return names[tense];
}

static gboolean
has_feature (const EntExplanation *self, gint word, EntFeature feature, const char *value)
{
  return g_strcmp0 (ent_feature_value_name (self->document, feature, self->reading->words[word].features[feature]), value) == 0;
}

static EntTense
get_own_tense (const EntExplanation *self, gint word)
{
  return has_feature (self, word, ENT_FEATURE_TENSE, "Past")   ? ENT_TENSE_PAST
         : has_feature (self, word, ENT_FEATURE_TENSE, "Pres") ? ENT_TENSE_PRESENT
                                                               : ENT_TENSE_NONE;
}

/* What auxiliaries and copula say; FALSE where there is none of them. */
static gboolean
read_auxiliaries (const EntExplanation *self, gint word, EntTense *tense)
{
  const EntReading *r = self->reading;
  gboolean any = FALSE;

  ENT_READING_EACH_CHILD (r, word, child)
    {
      const EntWord *w = &r->words[child];

      if (!ent_deprel_is (w->deprel, "aux") && !ent_deprel_is (w->deprel, "cop"))
        continue;
      if (g_strcmp0 (w->lemma, "will") == 0 && !g_str_equal (w->form, "would"))
        {
          *tense = ENT_TENSE_FUTURE;
          return TRUE;
        }
      if (!any)                                       /* the first is the finite one */
        *tense = g_strcmp0 (w->lemma, "have") == 0 ? ENT_TENSE_PAST : get_own_tense (self, child);
      any = TRUE;
    }
  return any;
}

EntTense
ent_explanation_get_tense (const EntExplanation *self, const EntPredication *predication)
{
  static const char *const tenseless[] = { "amod", "acl", "advcl", "xcomp" };
  const EntReading *r = self->reading;

  for (gint x = predication->anchor; x >= 0; x = r->words[x].head)
    {
      EntTense tense = ENT_TENSE_NONE;
      gboolean finite = has_feature (self, x, ENT_FEATURE_VERB_FORM, "Fin");

      if (read_auxiliaries (self, x, &tense))
        return tense;
      if (finite)
        return get_own_tense (self, x);
      for (guint i = 0; i < G_N_ELEMENTS (tenseless); i++)
        if (ent_deprel_is (r->words[x].deprel, tenseless[i]) && !g_str_equal (r->words[x].deprel, "acl:relcl"))
          return ENT_TENSE_NONE;
      if (!ent_deprel_is (r->words[x].deprel, "conj"))   /* "has improved and [done]" */
        return get_own_tense (self, x);
    }
  return ENT_TENSE_NONE;
}
