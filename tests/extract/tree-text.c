/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tree-text.h"

#include "ent-lemma-repair.h"
#include "ent-speech.h"
#include "ent-tree-repair.h"

#include <string.h>

static const char *
keep (TreeText *self, const char *string)
{
  char *copy = g_strdup (string);

  g_ptr_array_add (self->strings, copy);
  return copy;
}

static EntUpos
upos_from_name (const char *name)
{
  static const char *const names[] = { "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return i;
  g_error ("“%s” is no part of speech", name);
}

static EntNameKind
name_from_string (const char *name)
{
  static const char *const names[] = { "none", "person", "organisation", "place", "group", "event", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return i;
  g_error ("“%s” is no kind of name", name);
}

static void
read_misc (TreeText *self, EntWord *word, char **fields)
{
  EntMention mention = { .first_word = self->words->len, .n_words = 1, .head_word = self->words->len, .form = ENT_FORM_NOMINAL, .kind = ENT_KIND_GROUP, .confidence = 1 };
  gboolean is_mention = FALSE;

  for (guint i = 5; fields[i] != NULL; i++)
    {
      if (g_str_has_prefix (fields[i], "B-") || g_str_has_prefix (fields[i], "I-"))
        {
          word->name = name_from_string (fields[i] + 2);
          word->name_begins = fields[i][0] == 'B';
        }
      else if (g_str_has_prefix (fields[i], "M="))
        {
          const char *colon = strchr (fields[i], ':');

          is_mention = TRUE;
          mention.entity = atoi (fields[i] + 2);
          if (colon != NULL)
            {
              mention.n_words = (guint) atoi (colon + 1);
              mention.first_word -= mention.n_words - 1;
            }
          if (word->upos == ENT_UPOS_PRON)
            mention.form = ENT_FORM_PRONOUN;
          if (word->upos == ENT_UPOS_PROPN)
            mention.form = ENT_FORM_NAME;
        }
      else if (g_str_equal (fields[i], "GLUED"))
        word->space_after = FALSE;
      else if (g_str_has_prefix (fields[i], "K="))
        g_assert_true (ent_kind_from_string (fields[i] + 2, &mention.kind));
    }
  if (is_mention)
    g_array_append_val (self->mentions, mention);
}

static void
end_sentence (TreeText *self, guint *first)
{
  EntSentence sentence = { .first_word = *first, .n_words = self->words->len - *first, .paragraph = self->paragraph };

  if (sentence.n_words == 0)
    return;
  sentence.span.start_byte = g_array_index (self->words, EntWord, *first).span.start_byte;
  sentence.span.end_byte = g_array_index (self->words, EntWord, self->words->len - 1).span.end_byte;
  g_array_append_val (self->sentences, sentence);
  *first = self->words->len;
}

TreeText *
tree_text_new (const char *tree)
{
  TreeText *self = g_new0 (TreeText, 1);
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  guint first = 0;

  self->text = g_string_new (NULL);
  self->words = g_array_new (FALSE, TRUE, sizeof (EntWord));
  self->sentences = g_array_new (FALSE, TRUE, sizeof (EntSentence));
  self->mentions = g_array_new (FALSE, TRUE, sizeof (EntMention));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strstrip (lines[i]), " ", -1);
      EntWord word = { 0 };

      if (fields[0] == NULL || *fields[0] == '\0' || g_str_equal (fields[0], "¶"))
        {
          end_sentence (self, &first);
          self->paragraph += fields[0] != NULL && *fields[0] != '\0';
          continue;
        }
      g_assert_cmpuint (g_strv_length (fields), >=, 5);
      if (self->words->len > 0 && g_array_index (self->words, EntWord, self->words->len - 1).space_after)
        g_string_append_c (self->text, ' ');
      word.span.start_byte = self->text->len;
      g_string_append (self->text, fields[0]);
      word.span.end_byte = self->text->len;
      word.form = keep (self, fields[0]);
      word.lemma = keep (self, fields[1]);
      word.upos = upos_from_name (fields[2]);
      word.head = atoi (fields[3]) == 0 ? -1 : (gint) first + atoi (fields[3]) - 1;
      word.deprel = keep (self, fields[4]);
      word.sentence = self->sentences->len;
      word.space_after = TRUE;
      read_misc (self, &word, fields);
      g_array_append_val (self->words, word);
    }
  end_sentence (self, &first);
  self->reading = ent_reading_new (self->text->str, (const EntWord *) self->words->data, self->words->len, (const EntSentence *) self->sentences->data,
                                   self->sentences->len, (const EntMention *) self->mentions->data, self->mentions->len);
  return self;
}

void
tree_text_free (TreeText *self)
{
  ent_reading_free (self->reading);
  g_string_free (self->text, TRUE);
  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_array_unref (self->mentions);
  g_ptr_array_unref (self->strings);
  g_free (self);
}

Extraction *
extraction_new (const char *tree)
{
  Extraction *self = g_new0 (Extraction, 1);
  g_autoptr (GError) error = NULL;

  self->tree = tree_text_new (tree);
  self->gazetteer = ent_gazetteer_new (&error);
  g_assert_no_error (error);
  self->lists = ent_word_lists_new (&error);
  g_assert_no_error (error);
  self->lexicon = ent_relation_lexicon_new (&error);
  g_assert_no_error (error);
  ent_lemma_repair (self->tree->reading, self->lists, self->lexicon);
  ent_tree_repair (self->tree->reading);
  ent_speech_find (self->tree->reading, self->lists);
  self->cast = ent_actor_finder_find (self->tree->reading, self->gazetteer, self->lists);
  self->claims = ent_relation_finder_find (self->tree->reading, self->cast, self->lists, self->lexicon);
  return self;
}

void
extraction_free (Extraction *self)
{
  g_array_unref (self->claims);
  ent_cast_free (self->cast);
  ent_relation_lexicon_free (self->lexicon);
  ent_word_lists_free (self->lists);
  ent_gazetteer_free (self->gazetteer);
  tree_text_free (self->tree);
  g_free (self);
}

char *
extraction_dup_claims (const Extraction *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->claims->len; i++)
    {
      const EntClaim *claim = &g_array_index (self->claims, EntClaim, i);

      if (claim->fate != ENT_CLAIM_KEPT)
        continue;
      g_string_append_printf (out, "%s%s %s %s", out->len > 0 ? "; " : "", ent_cast_get_actor (self->cast, claim->from)->name,
                              ent_relation_type_to_string (claim->type), ent_cast_get_actor (self->cast, claim->to)->name);
      if (claim->mutual)
        g_string_append (out, " (mutual)");
      if (claim->modality != ENT_MODALITY_ASSERTED)
        g_string_append_printf (out, " (%s)", ent_modality_to_string (claim->modality));
    }
  return g_string_free (out, FALSE);
}

char *
extraction_dup_cast (const Extraction *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (self->cast, i);

      if (actor->n_references == 0)
        continue;
      g_string_append_printf (out, "%s%s %s:", out->len > 0 ? "; " : "", actor->name, ent_kind_to_string (actor->kind));
      for (guint k = 0; k < actor->names->len; k++)
        g_string_append_printf (out, "%s %s", k > 0 ? "," : "", (const char *) actor->names->pdata[k]);
    }
  return g_string_free (out, FALSE);
}
