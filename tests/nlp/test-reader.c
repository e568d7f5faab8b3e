/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reading must keep to whatever the model says: a model of random numbers says everything. */
#include "ent-lemma.h"
#include "ent-reader.h"
#include "tiny-model.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static EntModel *
new_model (guint32 seed)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (seed);
  g_autofree char *name = tiny_model_write (tiny->file);
  g_autoptr (GError) error = NULL;
  EntModel *model = ent_model_load (name, &error);

  g_assert_no_error (error);
  g_remove (name);
  return model;
}

static EntDocument *
read_text (EntModel *model, const char *text, guint n_threads)
{
  const EntReaderOptions options = { .n_threads = n_threads };
  const EntSpan whole = { 0, strlen (text) };
  g_autoptr (GError) error = NULL;
  EntDocument *document = ent_reader_read (model, text, &whole, 1, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static void
check_words (const EntDocument *document)
{
  const char *text = ent_document_get_text (document);
  guint n_words, n_sentences;
  const EntWord *words = ent_document_get_words (document, &n_words);
  const EntSentence *sentences = ent_document_get_sentences (document, &n_sentences);
  guint at = 0;

  for (guint s = 0; s < n_sentences; s++)
    {
      guint n_roots = 0;

      g_assert_cmpuint (sentences[s].first_word, ==, at);
      g_assert_cmpuint (sentences[s].n_words, >, 0);
      for (; at < sentences[s].first_word + sentences[s].n_words; at++)
        {
          const EntWord *word = &words[at];
          guint steps = 0;

          g_assert_cmpuint (word->sentence, ==, s);
          g_assert_true (ent_span_contains (sentences[s].span, word->span));
          if (g_utf8_validate (text, -1, NULL))
            g_assert_cmpmem (word->form, strlen (word->form), text + word->span.start_byte, ent_span_length (word->span));
          g_assert_true (word->lemma != NULL && *word->lemma != '\0');
          g_assert_true (g_utf8_validate (word->lemma, -1, NULL) && g_utf8_validate (word->form, -1, NULL));
          g_assert_nonnull (ent_upos_name (word->upos));
          n_roots += word->head == -1;
          g_assert_true ((word->head == -1) == g_str_equal (word->deprel, "root"));
          for (gint head = (gint) at; head != -1; head = words[head].head)
            {
              g_assert_cmpuint (words[head].sentence, ==, s);
              g_assert_cmpuint (steps++, <=, sentences[s].n_words);
            }
        }
      g_assert_cmpuint (n_roots, ==, 1);
    }
  g_assert_cmpuint (at, ==, n_words);
}

static void
check_mentions (const EntDocument *document)
{
  guint n_words, n_mentions, end = 0;
  gint n_entities = 0;
  const EntWord *words = ent_document_get_words (document, &n_words);
  const EntMention *mentions = ent_document_get_mentions (document, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      const EntMention *mention = &mentions[i];

      g_assert_cmpuint (mention->first_word, >=, end);
      end = mention->first_word + mention->n_words;
      g_assert_cmpuint (mention->n_words, >, 0);
      g_assert_cmpuint (end, <=, n_words);
      g_assert_cmpuint (words[mention->first_word].sentence, ==, words[end - 1].sentence);
      g_assert_cmpuint (mention->head_word, >=, mention->first_word);
      g_assert_cmpuint (mention->head_word, <, end);
      g_assert_cmpint (mention->entity, >=, 0);
      g_assert_cmpint (mention->entity, <=, n_entities);
      n_entities = MAX (n_entities, mention->entity + 1);
      g_assert_true (mention->confidence >= 0 && mention->confidence <= 1);
      g_assert_cmpint (mention->form, !=, ENT_FORM_ALIAS);
    }
}

static void
assert_same (const EntDocument *a, const EntDocument *b)
{
  guint n, n_b;
  const EntWord *words = ent_document_get_words (a, &n), *words_b = ent_document_get_words (b, &n_b);
  const EntMention *mentions, *mentions_b;

  g_assert_cmpuint (n, ==, n_b);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (words[i].lemma, ==, words_b[i].lemma);
      g_assert_cmpstr (words[i].deprel, ==, words_b[i].deprel);
      g_assert_cmpint (words[i].head, ==, words_b[i].head);
      g_assert_cmpint (words[i].upos, ==, words_b[i].upos);
      g_assert_cmpint (words[i].name, ==, words_b[i].name);
      g_assert_cmpmem (words[i].features, sizeof words[i].features, words_b[i].features, sizeof words[i].features);
    }
  mentions = ent_document_get_mentions (a, &n);
  mentions_b = ent_document_get_mentions (b, &n_b);
  g_assert_cmpuint (n, ==, n_b);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (mentions[i].first_word, ==, mentions_b[i].first_word);
      g_assert_cmpint (mentions[i].entity, ==, mentions_b[i].entity);
      g_assert_true (mentions[i].confidence == mentions_b[i].confidence);   /* bit for bit */
    }
}

static char *
random_text (guint n_words)
{
  static const char *const words[] = { "Russia", "said", "the", "army", "it", "war-torn", "didn’t", "élan", "U.S.", "5,000", "北京", "zzz", "“no”", "x" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], g_test_rand_int_range (0, 12) == 0 ? ". " : " ");
  return g_string_free (text, FALSE);
}

static void
test_odd_texts (void)
{
  static const char *const texts[] = { "", " ", "\n\n", "a", ".", "’", "é", "\U0001F600", "\xFF\xFE", "a\xC3", "\x01\x02", "Russia", "((((((", "a b", "\xE2\x80\x8B", "Ω. Ω" };
  g_autoptr (EntModel) model = new_model (1);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (EntDocument) document = read_text (model, texts[i], 0);
      check_words (document);
      check_mentions (document);
    }
}

static void
test_random_texts (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (EntModel) model = new_model (round);
      g_autofree char *text = random_text ((guint) g_test_rand_int_range (1, 600));
      g_autoptr (EntDocument) document = read_text (model, text, 2);
      check_words (document);
      check_mentions (document);
    }
}

static void
test_same_twice (void)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (EntModel) model = new_model (100 + round);
      g_autofree char *text = random_text (3000);
      g_autoptr (EntDocument) one = read_text (model, text, 1);
      g_autoptr (EntDocument) again = read_text (model, text, 1);
      g_autoptr (EntDocument) two = read_text (model, text, 2);
      g_autoptr (EntDocument) five = read_text (model, text, 5);

      assert_same (one, again);
      assert_same (one, two);
      assert_same (one, five);
    }
}

/* A word of many pieces, a word of thousands of characters, sentences of thousands of words. */
static void
test_huge (void)
{
  g_autoptr (EntModel) model = new_model (7);
  g_autofree char *letters = g_strnfill (20000, 'x'), *marks = g_strnfill (3000, '/');
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const guint lengths[] = { 1, 1, 1800, 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) given = NULL, found = NULL;

  g_ptr_array_add (words, letters);
  g_ptr_array_add (words, marks);
  while (words->len < 1805)
    g_ptr_array_add (words, (gpointer) (words->len % 7 == 0 ? "a.b.c.d" : "war"));
  given = ent_reader_read_words (model, (const char *const *) words->pdata, NULL, words->len, lengths, NULL, G_N_ELEMENTS (lengths), NULL, &error);
  g_assert_no_error (error);
  check_words (given);
  check_mentions (given);
  found = read_text (model, ent_document_get_text (given), 2);
  check_words (found);
}

static void
test_too_large (void)
{
  g_autoptr (EntModel) model = new_model (7);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  EntSpan whole;

  for (guint i = 0; i < 250001; i++)
    g_string_append (text, "é ");
  whole = (EntSpan) { 0, text->len };
  g_assert_null (ent_reader_read (model, text->str, &whole, 1, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_paragraphs (void)
{
  const char text[] = "Skip this. Élan vital. And this. The war.";
  const EntSpan paragraphs[] = { { 11, 24 }, { 34, 42 }, { 42, 42 }, { 90, 99 } };
  g_autoptr (EntModel) model = new_model (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) document = ent_reader_read (model, text, paragraphs, G_N_ELEMENTS (paragraphs), NULL, &error);
  guint n_words, n_sentences;
  const EntWord *words = ent_document_get_words (document, &n_words);
  const EntSentence *sentences = ent_document_get_sentences (document, &n_sentences);

  g_assert_no_error (error);
  g_assert_cmpuint (n_sentences, ==, 2);
  g_assert_cmpuint (n_words, ==, 6);
  g_assert_cmpstr (words[0].form, ==, "Élan");
  g_assert_true (words[0].space_after);
  g_assert_false (words[1].space_after);
  g_assert_cmpuint (words[3].span.start_byte, ==, 34);
  g_assert_cmpuint (sentences[0].paragraph, ==, 0);
  g_assert_cmpuint (sentences[1].paragraph, ==, 1);
  check_words (document);
}

static void
test_given_words (void)
{
  static const char *const words[] = { "Zürich", "does", "n’t", "pay", ".", "It", "wo\xFF", "n't", "." };
  static const gboolean space_after[] = { TRUE, FALSE, TRUE, FALSE, TRUE, TRUE, FALSE, FALSE, FALSE };
  static const guint lengths[] = { 5, 0, 4 };
  static const gboolean starts[] = { TRUE, TRUE, FALSE };
  g_autoptr (EntModel) model = new_model (4);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) document = ent_reader_read_words (model, words, space_after, 9, lengths, starts, 3, NULL, &error);
  guint n_sentences;

  g_assert_no_error (error);
  g_assert_cmpstr (ent_document_get_text (document), ==, "Zürich doesn’t pay. It wo\xEF\xBF\xBDn't.");
  ent_document_get_sentences (document, &n_sentences);
  g_assert_cmpuint (n_sentences, ==, 2);
  check_words (document);
}

/* Neither the encoder's context nor coreference crosses the start of a document. */
static void
test_document_starts (void)
{
  g_autofree char *text = random_text (60);
  g_auto (GStrv) words = g_strsplit (g_strchomp (text), " ", -1);
  const guint n = g_strv_length (words);
  g_autofree const char **twice = g_new0 (const char *, 2 * n);
  const guint lengths[] = { n, n };
  const gboolean starts[] = { FALSE, TRUE };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2 * n; i++)
    twice[i] = words[i % n];
  for (guint seed = 0; seed < 5; seed++)
    {
      g_autoptr (EntModel) model = new_model (40 + seed);
      g_autoptr (EntDocument) document = ent_reader_read_words (model, twice, NULL, 2 * n, lengths, starts, 2, NULL, &error);
      const EntWord *all = ent_document_get_words (document, NULL);
      guint n_mentions;
      const EntMention *mentions = ent_document_get_mentions (document, &n_mentions);

      g_assert_no_error (error);
      g_assert_cmpuint (n_mentions % 2, ==, 0);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (all[i].head == -1 ? -1 : all[i].head + (gint) n, ==, all[n + i].head);
      for (guint i = 0; i < n_mentions / 2; i++)
        for (guint j = n_mentions / 2; j < n_mentions; j++)
          g_assert_cmpint (mentions[i].entity, !=, mentions[j].entity);
    }
}

typedef struct { guint n_calls, last, total; GCancellable *cancel_at_first; } Progress;

static void
count_progress (guint done, guint total, gpointer data)
{
  Progress *self = data;

  g_assert_cmpuint (done, >=, self->last);
  g_assert_cmpuint (done, <=, total);
  self->n_calls++;
  self->last = done;
  self->total = total;
  if (self->cancel_at_first != NULL)
    g_cancellable_cancel (self->cancel_at_first);
}

static void
test_progress (void)
{
  g_autoptr (EntModel) model = new_model (5);
  g_autofree char *text = random_text (3000);
  Progress progress = { 0 };
  const EntReaderOptions options = { .n_threads = 2, .progress = count_progress, .progress_data = &progress };
  const EntSpan whole = { 0, strlen (text) };
  g_autoptr (EntDocument) document = ent_reader_read (model, text, &whole, 1, &options, NULL);
  guint n_sentences;

  ent_document_get_sentences (document, &n_sentences);
  g_assert_cmpuint (progress.n_calls, >, 1);
  g_assert_cmpuint (progress.last, ==, n_sentences);
  g_assert_cmpuint (progress.total, ==, n_sentences);
}

static void
test_cancel (void)
{
  g_autoptr (EntModel) model = new_model (5);
  g_autofree char *text = random_text (3000);
  const EntSpan whole = { 0, strlen (text) };

  for (guint when = 0; when < 2; when++)
    for (guint n_threads = 1; n_threads <= 2; n_threads++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GError) error = NULL;
        Progress progress = { .cancel_at_first = when == 1 ? cancellable : NULL };
        const EntReaderOptions options = { n_threads, cancellable, count_progress, &progress };

        if (when == 0)
          g_cancellable_cancel (cancellable);
        g_assert_null (ent_reader_read (model, text, &whole, 1, &options, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      }
}

static void
assert_probabilities (const float *p, guint n, float more)
{
  float sum = more;

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (p[i] >= 0 && p[i] <= 1);
      sum += p[i];
    }
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-4);
}

static void
test_pairs (void)
{
  g_autoptr (EntModel) model = new_model (6);
  g_autofree char *text = random_text (400);
  g_autoptr (EntDocument) document = read_text (model, text, 1);
  guint n_sentences;
  const EntSentence *sentences = ent_document_get_sentences (document, &n_sentences);
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (EntWordRange)), to = g_array_new (FALSE, FALSE, sizeof (EntWordRange));
  g_autofree EntPairScores *scores = NULL;
  EntPairScores alone;

  ent_reader_score_pairs (model, document, NULL, NULL, 0, NULL);
  for (guint i = 0; i < 300; i++)
    {
      const EntSentence *sentence = &sentences[i < 150 ? i % n_sentences : 0];   /* also more of one sentence than a chunk holds */
      EntWordRange ranges[2];

      for (guint k = 0; k < 2; k++)
        {
          ranges[k].first_word = sentence->first_word + (guint) g_test_rand_int_range (0, (gint32) sentence->n_words);
          ranges[k].n_words = 1 + (guint) g_test_rand_int_range (0, (gint32) (sentence->first_word + sentence->n_words - ranges[k].first_word));
        }
      g_array_append_val (from, ranges[0]);
      g_array_append_val (to, ranges[1]);
    }
  scores = g_new (EntPairScores, from->len);
  ent_reader_score_pairs (model, document, (EntWordRange *) (gpointer) from->data, (EntWordRange *) (gpointer) to->data, from->len, scores);
  for (guint i = 0; i < from->len; i++)
    {
      const EntSentence *sentence = &sentences[i < 150 ? i % n_sentences : 0];

      assert_probabilities (scores[i].p_types, ENT_N_RELATION_TYPES, scores[i].p_none);
      assert_probabilities (scores[i].p_modality, ENT_N_MODALITIES, 0);
      assert_probabilities (scores[i].p_sentiment, 5, 0);
      g_assert_cmpuint (scores[i].predicate_first, >=, sentence->first_word);
      g_assert_cmpuint (scores[i].predicate_last, >=, scores[i].predicate_first);
      g_assert_cmpuint (scores[i].predicate_last, <, sentence->first_word + sentence->n_words);
      ent_reader_score_pairs (model, document, &g_array_index (from, EntWordRange, i), &g_array_index (to, EntWordRange, i), 1, &alone);
      g_assert_cmpfloat_with_epsilon (alone.p_none, scores[i].p_none, 1e-5);
    }
}

static void
test_lemmas (void)
{
  static const struct { const char *word; EntUpos upos; guint script; const char *lemma; } cases[] = {
    { "Wars", ENT_UPOS_NOUN, 0, "wars" },  { "Élan", ENT_UPOS_NOUN, 0, "élan" },   { "Élan", ENT_UPOS_PROPN, 1, "Élan" }, { "Armi", ENT_UPOS_NOUN, 2, "army" },
    { "é", ENT_UPOS_NOUN, 2, "y" },        { "Went", ENT_UPOS_VERB, 0, "go" },     { "Went", ENT_UPOS_NOUN, 0, "went" },  { "x", ENT_UPOS_X, 99, "x" },
  };
  g_autoptr (EntModel) model = new_model (1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lemma = ent_lemma_dup (&model->classes, cases[i].word, cases[i].upos, cases[i].script);
      g_assert_cmpstr (lemma, ==, cases[i].lemma);
    }
}

static void
test_names (void)
{
  g_autoptr (EntModel) model = new_model (1);
  g_autofree char *text = random_text (200);
  g_autoptr (EntDocument) document = read_text (model, text, 1);
  guint n_words, n_passive = 0;

  g_assert_cmpstr (ent_upos_name (ENT_UPOS_VERB), ==, "VERB");
  g_assert_cmpstr (ent_name_kind_name (ENT_NAME_GROUP), ==, "group");
  g_assert_cmpstr (ent_feature_name (ENT_FEATURE_VERB_FORM), ==, "VerbForm");
  g_assert_null (ent_feature_value_name (document, ENT_FEATURE_VOICE, 0));
  g_assert_cmpstr (ent_feature_value_name (document, ENT_FEATURE_VOICE, 1), ==, "Pass");
  g_assert_null (ent_feature_value_name (document, ENT_FEATURE_VOICE, 2));
  g_assert_null (ent_feature_value_name (document, ENT_FEATURE_GENDER, 1));
  ent_document_get_words (document, &n_words);
  for (guint i = 0; i < n_words; i++)
    n_passive += ent_document_word_has (document, i, ENT_FEATURE_VOICE, "Pass");
  g_assert_cmpuint (n_passive, <=, n_words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/reader/odd-texts", test_odd_texts);
  g_test_add_func ("/nlp/reader/random-texts", test_random_texts);
  g_test_add_func ("/nlp/reader/same-twice", test_same_twice);
  g_test_add_func ("/nlp/reader/huge", test_huge);
  g_test_add_func ("/nlp/reader/too-large", test_too_large);
  g_test_add_func ("/nlp/reader/paragraphs", test_paragraphs);
  g_test_add_func ("/nlp/reader/given-words", test_given_words);
  g_test_add_func ("/nlp/reader/document-starts", test_document_starts);
  g_test_add_func ("/nlp/reader/progress", test_progress);
  g_test_add_func ("/nlp/reader/cancel", test_cancel);
  g_test_add_func ("/nlp/reader/pairs", test_pairs);
  g_test_add_func ("/nlp/reader/lemmas", test_lemmas);
  g_test_add_func ("/nlp/reader/names", test_names);
  return g_test_run ();
}
