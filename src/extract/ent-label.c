/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-label.h"

#include <string.h>

#define MAX_CHARS 24

/* "oppose" → "opposes", "deny" → "denies", "push" → "pushes". */
static char *
third_person (const char *lemma)
{
  gsize n = strlen (lemma);

  if (n > 1 && lemma[n - 1] == 'y' && strchr ("aeiou", lemma[n - 2]) == NULL)
    return g_strdup_printf ("%.*sies", (int) n - 1, lemma);
  if (g_str_has_suffix (lemma, "s") || g_str_has_suffix (lemma, "x") || g_str_has_suffix (lemma, "z") || g_str_has_suffix (lemma, "ch") ||
      g_str_has_suffix (lemma, "sh") || g_str_equal (lemma, "go") || g_str_equal (lemma, "do"))
    return g_strconcat (lemma, "es", NULL);
  if (g_str_equal (lemma, "have"))
    return g_strdup ("has");
  return g_strconcat (lemma, "s", NULL);
}

/* The words of the entry besides its head, as they stand in the sentence, in its order. */
static void
append_others (GString *label, const EntReading *r, const EntClaim *claim)
{
  const EntSentence *sentence = &r->sentences[claim->sentence];

  for (guint w = claim->predicate_word + 1; w < sentence->first_word + sentence->n_words && claim->entry != NULL; w++)
    for (guint i = 0; claim->entry->words[i] != NULL; i++)
      if (i != claim->entry->head && g_strcmp0 (r->words[w].lemma, claim->entry->words[i]) == 0)
        {
          const char *preposition = ent_reading_get_case (r, (gint) w);

          if (preposition != NULL)
            g_string_append_printf (label, " %s", preposition);
          g_string_append_printf (label, " %s", r->words[w].form);
          break;
        }
}

/* The preposition that leads from a noun or adjective to the second party. */
static void
append_preposition (GString *label, const EntReading *r, const EntClaim *claim)
{
  for (guint w = claim->predicate_word + 1; w < r->n_words && w <= claim->predicate_word + 2; w++)
    if (r->words[w].sentence == claim->sentence && r->words[w].upos == ENT_UPOS_ADP)
      {
        g_string_append_printf (label, " %s", r->words[w].form);
        return;
      }
}

/* A noun that by itself says the contrary of the claim, with what turns it: "ends sanctions", "end to attacks", "has strained ties",
 * "relations soured". */
static void
append_turned_noun (GString *label, const EntReading *r, gint noun)
{
  const EntWord *w = &r->words[noun], *above = w->head >= 0 ? &r->words[w->head] : w;
  gint           adjective = ent_reading_child (r, noun, "amod");

  if (above->upos == ENT_UPOS_VERB && (ent_deprel_is (w->deprel, "obj") || g_str_equal (w->deprel, "nsubj:pass")))
    {
      g_autofree char *verb = third_person (above->lemma != NULL ? above->lemma : above->form);

      g_string_append_printf (label, "%s ", verb);
    }
  else if (above->upos == ENT_UPOS_NOUN && ent_deprel_is (w->deprel, "nmod") && w->head + 1 < noun)
    g_string_append_printf (label, "%s %s ", above->form, above[1].form);
  if (adjective >= 0)
    g_string_append_printf (label, "%s ", r->words[adjective].form);
  g_string_append (label, w->form);
  if (above->upos == ENT_UPOS_VERB && g_str_equal (w->deprel, "nsubj"))
    g_string_append_printf (label, " %s", above->form);
}

char *
ent_label_new (const EntReading *r, const EntClaim *claim)
{
  const EntWord *word = &r->words[claim->predicate_word];
  EntLexiconKind kind = claim->entry != NULL ? claim->entry->kind : ENT_LEXICON_NOUN;
  GString *label = g_string_new (NULL);

  if (claim->entry == NULL)
    {
      g_autofree char *text = ent_reading_dup_text (r, claim->predicate_first, claim->predicate_last - claim->predicate_first + 1);
      g_string_append (label, text);
    }
  else if (kind == ENT_LEXICON_PREPOSITION)
    g_string_append (label, claim->type == ENT_RELATION_MEMBER ? "of" : word->upos == ENT_UPOS_ADP ? word->form : "in");
  else if (word->upos == ENT_UPOS_VERB)
    {
      g_autofree char *verb = third_person (word->lemma);

      if (kind == ENT_LEXICON_NOT_VERB)
        g_string_append (label, "does not ");
      g_string_append (label, kind == ENT_LEXICON_NOT_VERB ? word->lemma : verb);
      append_others (label, r, claim);
    }
  else
    {
      if (kind == ENT_LEXICON_NOUN && ent_relation_type_get_stance (claim->entry->type) != ent_relation_type_get_stance (claim->type))
        append_turned_noun (label, r, (gint) claim->predicate_word);
      else
        g_string_append (label, word->form);
      if (kind == ENT_LEXICON_NOUN || kind == ENT_LEXICON_ADJECTIVE)
        append_preposition (label, r, claim);
    }
  for (char *p = label->str; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t')
      *p = ' ';
  if (g_utf8_strlen (label->str, -1) > MAX_CHARS)
    {
      char *end = g_utf8_offset_to_pointer (label->str, MAX_CHARS);

      while (end > label->str && *end != ' ')
        end--;
      if (end > label->str)
        g_string_truncate (label, end - label->str);
      else
        g_string_truncate (label, g_utf8_offset_to_pointer (label->str, MAX_CHARS) - label->str);
    }
  return g_string_free (label, FALSE);
}
