/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The document is filled by the reader and only read afterwards; every string of it lives in one chunk. */
#include "ent-document-private.h"

static const char *const upos_names[] = {
  "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
};
static const char *const name_kind_names[] = { "none", "person", "organisation", "place", "group", "event", "other" };
static const char *const feature_names[] = { "Number", "Person", "Tense", "Mood", "VerbForm", "Voice", "Polarity", "Gender", "PronType", "Degree" };

G_STATIC_ASSERT (G_N_ELEMENTS (upos_names) == ENT_UPOS_VERB + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (name_kind_names) == ENT_NAME_OTHER + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (feature_names) == ENT_N_FEATURES);

/* (transfer full): a document with room for words and sentences, all zero. text: (transfer full) */
EntDocument *
ent_document_new (char *text, guint n_words, guint n_sentences)
{
  EntDocument *self = g_new0 (EntDocument, 1);

  self->text = text;
  self->strings = g_string_chunk_new (4096);
  self->words = g_new0 (EntWord, n_words);
  self->n_words = n_words;
  self->sentences = g_new0 (EntSentence, n_sentences);
  self->n_sentences = n_sentences;
  self->mentions = g_array_new (FALSE, TRUE, sizeof (EntMention));
  return self;
}

/* Frees the document and every string that was read from it. NULL is fine. */
void
ent_document_free (EntDocument *self)
{
  if (self == NULL)
    return;
  for (guint f = 0; f < ENT_N_FEATURES; f++)
    g_free (self->values[f]);
  g_array_unref (self->mentions);
  g_string_chunk_free (self->strings);
  g_free (self->words);
  g_free (self->sentences);
  g_aligned_free (self->pair_vectors);
  g_free (self->text);
  g_free (self);
}

/* The text that the spans point into: the given one, or the words joined. */
const char *
ent_document_get_text (const EntDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

/* In order of the text; n_words: (out) (optional). */
const EntWord *
ent_document_get_words (const EntDocument *self, guint *n_words)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (n_words != NULL)
    *n_words = self->n_words;
  return self->words;
}

/* In order of the text, none empty; n_sentences: (out) (optional). */
const EntSentence *
ent_document_get_sentences (const EntDocument *self, guint *n_sentences)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (n_sentences != NULL)
    *n_sentences = self->n_sentences;
  return self->sentences;
}

/* In order of the text, none overlapping; n_mentions: (out) (optional). */
const EntMention *
ent_document_get_mentions (const EntDocument *self, guint *n_mentions)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (n_mentions != NULL)
    *n_mentions = self->mentions->len;
  return (const EntMention *) (gpointer) self->mentions->data;
}

const char *
ent_upos_name (EntUpos upos)
{
  g_return_val_if_fail ((int) upos >= 0 && (gsize) upos < G_N_ELEMENTS (upos_names), NULL);
  return upos_names[upos];
}

const char *
ent_name_kind_name (EntNameKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && (gsize) kind < G_N_ELEMENTS (name_kind_names), NULL);
  return name_kind_names[kind];
}

const char *
ent_feature_name (EntFeature feature)
{
  g_return_val_if_fail ((int) feature >= 0 && (gsize) feature < G_N_ELEMENTS (feature_names), NULL);
  return feature_names[feature];
}

/* "Pass"; NULL for 0, "absent", and for what the model has no name for. The document owns it. */
const char *
ent_feature_value_name (const EntDocument *self, EntFeature feature, guint8 value)
{
  g_return_val_if_fail (self != NULL && (gsize) feature < ENT_N_FEATURES, NULL);
  return value > 0 && value < self->n_values[feature] ? self->values[feature][value] : NULL;
}

gboolean
ent_document_word_has (const EntDocument *self, guint word, EntFeature feature, const char *value)
{
  const char *has;

  g_return_val_if_fail (self != NULL && word < self->n_words && (gsize) feature < ENT_N_FEATURES && value != NULL, FALSE);
  has = ent_feature_value_name (self, feature, self->words[word].features[feature]);
  return has != NULL && g_str_equal (has, value);
}
