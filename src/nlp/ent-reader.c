/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways in: text, whose words and sentences are found first, or words that are given. Both become a bare document,
 * which ent_annotate() fills; pairs are asked about afterwards. */
#include "ent-reader.h"

#include "ent-annotate.h"
#include "ent-pairs.h"
#include "ent-tokens.h"

#include <string.h>

/* ---- from text */

/* The stretch within the text, of whole characters. */
static EntSpan
clip_span (EntSpan span, const char *text, gsize n_bytes)
{
  span.end_byte = MIN (span.end_byte, n_bytes);
  span.start_byte = MIN (span.start_byte, span.end_byte);
  while (span.start_byte < span.end_byte && ((guchar) text[span.start_byte] & 0xC0) == 0x80)
    span.start_byte++;
  while (span.end_byte > span.start_byte && ((guchar) text[span.end_byte] & 0xC0) == 0x80)
    span.end_byte--;
  return span;
}

static void
add_sentence (EntDocument *document, guint number, guint paragraph, guint first_word, guint n_words)
{
  const EntWord *first = &document->words[first_word], *last = first + n_words - 1;

  document->sentences[number] = (EntSentence) { { first->span.start_byte, last->span.end_byte }, first_word, n_words, paragraph };
  for (guint w = first_word; w < first_word + n_words; w++)
    document->words[w].sentence = number;
}

EntDocument *
ent_reader_read (EntModel *model, const char *text, const EntSpan *paragraphs, guint n_paragraphs, const EntReaderOptions *options, GError **error)
{
  g_autoptr (EntTokenRules) rules = NULL;
  g_autoptr (GArray)        tokens = NULL, lengths = NULL, owners = NULL;
  EntDocument              *document;
  g_autofree gboolean      *starts = NULL;
  const gsize               n_bytes = text != NULL ? strlen (text) : 0;
  const gboolean            lone = options != NULL && options->lone_sentences;
  guint                     first_word = 0;

  g_return_val_if_fail (model != NULL && text != NULL && (paragraphs != NULL || n_paragraphs == 0), NULL);
  rules = ent_token_rules_new ();
  tokens = g_array_new (FALSE, FALSE, sizeof (EntToken));
  lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  owners = g_array_new (FALSE, FALSE, sizeof (guint));   /* the paragraph of each sentence */
  for (guint p = 0; p < n_paragraphs; p++)
    {
      const guint first = tokens->len;
      guint       n_found;

      if (options != NULL && g_cancellable_set_error_if_cancelled (options->cancellable, error))
        return NULL;
      ent_tokens_split (rules, text, clip_span (paragraphs[p], text, n_bytes), tokens);
      n_found = tokens->len - first;
      if (n_found > 0 && lone)
        g_array_append_val (lengths, n_found);
      else if (n_found > 0)
        ent_tokens_find_sentences (rules, text, &g_array_index (tokens, EntToken, first), tokens->len - first, lengths);
      while (owners->len < lengths->len)
        g_array_append_val (owners, p);
    }
  document = ent_document_new (g_strdup (text), tokens->len, lengths->len);
  for (guint i = 0; i < tokens->len; i++)
    {
      const EntToken  *token = &g_array_index (tokens, EntToken, i);
      g_autofree char *form = g_utf8_make_valid (text + token->span.start_byte, (gssize) ent_span_length (token->span));

      document->words[i].span = token->span;
      document->words[i].space_after = token->space_after;
      document->words[i].form = g_string_chunk_insert_const (document->strings, form);
    }
  for (guint s = 0; s < lengths->len; s++)
    {
      const guint n = g_array_index (lengths, guint, s);

      add_sentence (document, s, g_array_index (owners, guint, s), first_word, n);
      first_word += n;
    }
  if (lone)
    {
      starts = g_new (gboolean, lengths->len + 1);
      for (guint s = 0; s <= lengths->len; s++)
        starts[s] = TRUE;
    }
  return ent_annotate (model, document, starts, options, error);
}

/* ---- from words */

EntDocument *
ent_reader_read_words (EntModel *model, const char *const *words, const gboolean *space_after, guint n_words, const guint *sentence_lengths,
                       const gboolean *document_starts, guint n_sentences, const EntReaderOptions *options, GError **error)
{
  g_autoptr (GString)   text = g_string_new (NULL);
  g_autofree gboolean  *starts = NULL;
  g_autofree EntSpan   *spans = NULL;
  EntDocument          *document;
  guint                 first_word = 0, n_filled = 0, n_documents = 0;

  g_return_val_if_fail (model != NULL && (words != NULL || n_words == 0) && (sentence_lengths != NULL || n_sentences == 0), NULL);
  spans = g_new0 (EntSpan, n_words + 1);
  starts = g_new0 (gboolean, n_sentences + 1);
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *form = g_utf8_make_valid (words[i], -1);

      spans[i].start_byte = text->len;
      g_string_append (text, form);
      spans[i].end_byte = text->len;
      if (i + 1 < n_words && (space_after == NULL || space_after[i]))
        g_string_append_c (text, ' ');
    }
  for (guint s = 0; s < n_sentences; s++)
    n_filled += sentence_lengths[s] > 0;
  document = ent_document_new (g_strdup (text->str), n_words, n_filled);
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *form = g_strndup (text->str + spans[i].start_byte, ent_span_length (spans[i]));

      document->words[i].span = spans[i];
      document->words[i].space_after = space_after == NULL || space_after[i];
      document->words[i].form = g_string_chunk_insert_const (document->strings, form);
    }
  n_filled = 0;
  for (guint s = 0; s < n_sentences; s++)
    {
      if (document_starts != NULL && document_starts[s])
        {
          n_documents += s > 0;
          starts[n_filled] = TRUE;
        }
      if (sentence_lengths[s] == 0)
        continue;
      g_return_val_if_fail (sentence_lengths[s] <= n_words - first_word, NULL);
      add_sentence (document, n_filled++, n_documents, first_word, sentence_lengths[s]);
      first_word += sentence_lengths[s];
    }
  g_return_val_if_fail (first_word == n_words, NULL);
  return ent_annotate (model, document, starts, options, error);
}

/* ---- pairs */

typedef struct {
  const EntModel *model;
  EntPairScores  *scores;
} Answers;

static void
softmax (const float *logits, guint n, float *out)
{
  memcpy (out, logits, n * sizeof (float));
  ent_kernel_softmax (out, 1, n, 1.0f);
}

static void
take_answer (guint pair, const EntPairLogits *logits, gpointer data)
{
  const Answers         *self = data;
  const EntModelClasses *classes = &self->model->classes;
  EntPairScores         *scores = &self->scores[pair];
  float                  modality[ENT_N_MODALITIES];
  g_autofree float      *types = g_new (float, classes->n_types);

  memset (scores, 0, sizeof *scores);
  softmax (logits->types, classes->n_types, types);
  for (guint t = 0; t < classes->n_types; t++)
    if (classes->types[t] == ENT_RELATION_NONE)
      scores->p_none += types[t];
    else
      scores->p_types[classes->types[t]] += types[t];
  softmax (logits->modality, ENT_N_MODALITIES, modality);
  for (guint m = 0; m < ENT_N_MODALITIES; m++)
    scores->p_modality[classes->modality[m]] += modality[m];
  softmax (logits->sentiment, ENT_N_SENTIMENTS, scores->p_sentiment);
  scores->predicate_first = logits->start;
  scores->predicate_last = logits->ordered_end;
}

void
ent_reader_score_pairs (EntModel *model, const EntDocument *document, const EntWordRange *from, const EntWordRange *to, guint n_pairs, EntPairScores *scores)
{
  const EntPairTask task = { model, document->pair_vectors, document->words, document->sentences, from, to, n_pairs };
  Answers           answers = { model, scores };

  g_return_if_fail (model != NULL && document != NULL && (n_pairs == 0 || (from != NULL && to != NULL && scores != NULL)));
  g_return_if_fail (document->hidden == model->hidden);
  for (guint i = 0; i < n_pairs; i++)
    {
      const guint sentence = from[i].first_word < document->n_words ? document->words[from[i].first_word].sentence : 0;
      const EntSentence *place = &document->sentences[sentence];
      const guint end = place->first_word + place->n_words;

      g_return_if_fail (from[i].n_words > 0 && to[i].n_words > 0 && from[i].first_word < document->n_words);
      g_return_if_fail (from[i].n_words <= end - from[i].first_word);
      g_return_if_fail (to[i].first_word >= place->first_word && to[i].first_word < end && to[i].n_words <= end - to[i].first_word);
    }
  ent_pairs_run (&task, take_answer, &answers);
}
