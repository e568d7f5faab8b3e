/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The C reader against PyTorch: word vectors to 1e-2, decoded classes to 99.9 %, on the documents that export.py made up.
 * usage: test-parity MODEL TEST-VECTORS */
#include "ent-coref.h"
#include "ent-encoder.h"
#include "ent-heads.h"
#include "ent-pairs.h"

#include <math.h>
#include <string.h>

typedef struct {
  EntModel      *model;
  EntTensorFile *vectors;
} Fixture;

typedef struct {
  guint           number;
  JsonObject     *json;
  GPtrArray      *forms;
  GArray         *lengths;     /* guint: of the sentences */
  GArray         *starts;      /* guint: their first words */
  EntWord        *words;
  EntSentence    *sentences;
  EntInput       *input;
  float          *mixed[ENT_N_MIXES];
  EntWordClasses *classes;
} Case;

/* How many of how many comparisons failed; vectors are compared by their largest difference. */
typedef struct {
  guint  n, n_wrong;
  double worst;
} Tally;

static const EntTensor *
find (const Fixture *fixture, guint number, const char *name)
{
  g_autofree char *full = g_strdup_printf ("%u.%s", number, name);
  return ent_tensor_file_lookup (fixture->vectors, full);
}

static void
compare_floats (Tally *tally, const EntTensor *expected, gsize first, const float *got, gsize n)
{
  g_assert_nonnull (expected);
  g_assert_cmpuint (first + n, <=, expected->n_elements);
  for (gsize i = 0; i < n; i++)
    {
      double difference = fabs ((double) ((const float *) expected->data)[first + i] - got[i]);

      g_assert_false (isnan (got[i]));
      tally->n++;
      tally->worst = MAX (tally->worst, difference);
      tally->n_wrong += difference > 1e-2;
    }
}

static void
compare_class (Tally *tally, const EntTensor *expected, gsize at, gint got)
{
  g_assert_nonnull (expected);
  g_assert_cmpuint (at, <, expected->n_elements);
  tally->n++;
  tally->n_wrong += ((const gint32 *) expected->data)[at] != got;
}

static void
check (const char *name, const Tally *tally, double allowed)
{
  g_test_message ("%s: %u compared, %u beyond, largest difference %.2g", name, tally->n, tally->n_wrong, tally->worst);
  g_assert_cmpuint (tally->n, >, 0);
  g_assert_cmpfloat (tally->n_wrong, <=, allowed * tally->n);
}

static Case *
case_new (const Fixture *fixture, JsonObject *json, guint number)
{
  Case      *self = g_new0 (Case, 1);
  JsonArray *sentences = json_object_get_array_member (json, "sentences");
  const guint n_sentences = json_array_get_length (sentences);
  guint      at = 0;

  self->number = number;
  self->json = json;
  self->forms = g_ptr_array_new ();
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sentences = g_new0 (EntSentence, n_sentences);
  for (guint s = 0; s < n_sentences; s++)
    {
      JsonArray *words = json_array_get_array_element (sentences, s);
      guint      n = json_array_get_length (words);

      g_array_append_val (self->starts, at);
      g_array_append_val (self->lengths, n);
      self->sentences[s] = (EntSentence) { { 0, 0 }, at, n, 0 };
      at += n;
      for (guint w = 0; w < n; w++)
        g_ptr_array_add (self->forms, (gpointer) json_array_get_string_element (words, w));
    }
  self->words = g_new0 (EntWord, at);
  for (guint s = 0; s < n_sentences; s++)
    for (guint w = 0; w < self->sentences[s].n_words; w++)
      self->words[self->sentences[s].first_word + w] =
        (EntWord) { .form = g_ptr_array_index (self->forms, self->sentences[s].first_word + w), .sentence = s };
  self->input = ent_input_new (fixture->model, &(EntInputText) { (const char *const *) self->forms->pdata, at, (const guint *) (gpointer) self->lengths->data,
                                                                 NULL, n_sentences });
  for (guint m = 0; m < ENT_N_MIXES; m++)
    self->mixed[m] = g_new0 (float, (gsize) at * fixture->model->hidden);
  self->classes = g_new0 (EntWordClasses, at);
  return self;
}

static void
case_free (Case *self)
{
  for (guint m = 0; m < ENT_N_MIXES; m++)
    g_free (self->mixed[m]);
  g_ptr_array_unref (self->forms);
  g_array_unref (self->lengths);
  g_array_unref (self->starts);
  g_free (self->words);
  g_free (self->sentences);
  ent_input_free (self->input);
  g_free (self->classes);
  g_free (self);
}

static void
case_run (Case *self, const Fixture *fixture)
{
  g_autoptr (EntScratch) scratch = ent_scratch_new (fixture->model, self->input);

  for (guint b = 0; b < self->input->batches->len; b++)
    {
      const EntBatch *batch = &g_array_index (self->input->batches, EntBatch, b);

      g_assert_true (ent_encoder_run (fixture->model, self->input, batch, scratch, self->mixed[ENT_MIX_PAIR], NULL));
      for (guint m = 0; m < ENT_MIX_PAIR; m++)
        memcpy (self->mixed[m] + (gsize) batch->first_word * fixture->model->hidden, scratch->mixed[m],
                (gsize) batch->n_words * fixture->model->hidden * sizeof (float));
      ent_heads_run (fixture->model, self->input, batch, scratch, self->classes);
    }
}

static GPtrArray *
cases_new (const Fixture *fixture)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);
  JsonArray *documents = json_object_get_array_member (ent_tensor_file_get_header (fixture->vectors), "documents");

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      g_ptr_array_add (cases, case_new (fixture, json_array_get_object_element (documents, i), i));
      case_run (g_ptr_array_index (cases, i), fixture);
    }
  return cases;
}

/* ---- the tests */

static void
test_pieces (gconstpointer data)
{
  g_autoptr (GPtrArray) cases = cases_new (data);
  Tally tally = { 0 };

  for (guint i = 0; i < cases->len; i++)
    {
      const Case      *self = g_ptr_array_index (cases, i);
      const EntTensor *expected = find (data, self->number, "pieces");
      const EntModel  *model = ((const Fixture *) data)->model;
      guint            at = 0;

      for (guint w = 0; w < self->input->windows->len; w++)
        {
          const EntWindow *window = &g_array_index (self->input->windows, EntWindow, w);

          compare_class (&tally, expected, at++, model->cls);
          for (guint f = 0; f < window->n_fragments; f++)
            {
              const EntFragment *fragment = &g_array_index (self->input->fragments, EntFragment, window->first_fragment + f);
              for (guint p = self->input->first_piece[fragment->first_word]; p < self->input->first_piece[fragment->first_word + fragment->n_words]; p++)
                compare_class (&tally, expected, at++, g_array_index (self->input->pieces, gint, p));
              compare_class (&tally, expected, at++, model->sep);
            }
        }
      g_assert_cmpuint (at, ==, expected->n_elements);
    }
  check ("pieces", &tally, 0);
}

static void
test_vectors (gconstpointer data)
{
  static const char *const names[ENT_N_MIXES] = { "S", "N", "P" };
  g_autoptr (GPtrArray) cases = cases_new (data);

  for (guint m = 0; m < ENT_N_MIXES; m++)
    {
      Tally tally = { 0 };

      for (guint i = 0; i < cases->len; i++)
        {
          const Case      *self = g_ptr_array_index (cases, i);
          const EntTensor *expected = find (data, self->number, names[m]);
          compare_floats (&tally, expected, 0, self->mixed[m], expected->n_elements);
        }
      check (names[m], &tally, 0);
    }
}

static void
test_word_heads (gconstpointer data)
{
  const Fixture *fixture = data;
  const EntModelClasses *classes = &fixture->model->classes;
  g_autoptr (GPtrArray) cases = cases_new (fixture);
  Tally tags = { 0 }, heads = { 0 }, deprels = { 0 }, lemmas = { 0 }, names = { 0 }, mentions = { 0 };

  for (guint i = 0; i < cases->len; i++)
    {
      const Case *self = g_ptr_array_index (cases, i);

      for (guint w = 0; w < self->forms->len; w++)
        {
          const EntWordClasses *word = &self->classes[w];
          const guint first = self->sentences[self->words[w].sentence].first_word;

          for (guint g = 0; g < classes->n_groups; g++)
            compare_class (&tags, find (data, i, "tags"), w * classes->n_groups + g,
                           classes->groups[g].feature < 0 ? word->upos : word->features[classes->groups[g].feature]);
          compare_class (&heads, find (data, i, "arcs_head"), w, word->head < 0 ? 0 : word->head - (gint) first + 1);
          compare_class (&deprels, find (data, i, "deprel"), w, word->deprel);
          compare_class (&lemmas, find (data, i, "lemma"), w, word->lemma);
          compare_class (&names, find (data, i, "name_tags"), w, word->name);
          compare_class (&mentions, find (data, i, "mention_tags"), w, word->mention);
        }
    }
  check ("tags", &tags, 0.001);
  check ("heads", &heads, 0.001);
  check ("labels", &deprels, 0.001);
  check ("lemmas", &lemmas, 0.001);
  check ("names", &names, 0.001);
  check ("mentions", &mentions, 0.001);
}

typedef struct {
  Tally            tally;
  const EntTensor *expected;
  gsize            at;
} CorefCheck;

static void
take_scores (guint mention, const float *scores, guint n_scores, gpointer data)
{
  CorefCheck *self = data;

  compare_floats (&self->tally, self->expected, self->at, scores, n_scores);
  self->at += n_scores;
}

static gint64
get_int (JsonArray *array, guint i)
{
  return json_array_get_int_element (array, i);
}

static void
test_coref (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GPtrArray) cases = cases_new (fixture);
  CorefCheck check_all = { 0 };

  for (guint i = 0; i < cases->len; i++)
    {
      const Case *self = g_ptr_array_index (cases, i);
      JsonArray  *json = json_object_get_array_member (self->json, "mentions");
      const guint n = json_array_get_length (json);
      g_autofree EntCorefMention *mentions = g_new0 (EntCorefMention, n);
      EntCorefTask task = { fixture->model, self->mixed[ENT_MIX_PAIR], self->words, self->forms->len, mentions, n, 1, NULL };

      for (guint m = 0; m < n; m++)
        {
          JsonArray *row = json_array_get_array_element (json, m);
          const guint start = g_array_index (self->starts, guint, get_int (row, 0));
          mentions[m] = (EntCorefMention) { start + (guint) get_int (row, 1), (guint) (get_int (row, 2) - get_int (row, 1)) + 1, (guint) get_int (row, 0),
                                            (guint) get_int (row, 3) / ENT_N_KINDS, (guint) get_int (row, 3) % ENT_N_KINDS, 0 };
        }
      check_all.expected = find (data, i, "coref");
      check_all.at = 0;
      g_assert_true (ent_coref_score (&task, take_scores, &check_all));
      g_assert_cmpuint (check_all.at, ==, check_all.expected != NULL ? check_all.expected->n_elements : 0);
    }
  check ("coref", &check_all.tally, 0);
}

typedef struct {
  const Fixture *fixture;
  const Case    *at;
  Tally          logits, pointers;
} PairCheck;

static void
take_logits (guint pair, const EntPairLogits *logits, gpointer data)
{
  PairCheck  *self = data;
  const guint n_types = self->fixture->model->classes.n_types, i = self->at->number;
  const EntSentence *sentence = &self->at->sentences[self->at->words[logits->start].sentence];

  compare_floats (&self->logits, find (self->fixture, i, "pair_types"), (gsize) pair * n_types, logits->types, n_types);
  compare_floats (&self->logits, find (self->fixture, i, "pair_modality"), (gsize) pair * ENT_N_MODALITIES, logits->modality, ENT_N_MODALITIES);
  compare_floats (&self->logits, find (self->fixture, i, "pair_dse"), (gsize) pair * ENT_N_SENTIMENTS, logits->sentiment, ENT_N_SENTIMENTS);
  compare_class (&self->pointers, find (self->fixture, i, "pair_start"), pair, (gint) (logits->start - sentence->first_word));
  compare_class (&self->pointers, find (self->fixture, i, "pair_end"), pair, (gint) (logits->end - sentence->first_word));
}

/* The trees that the vectors were made with. */
static void
take_trees (const Fixture *fixture, const Case *self)
{
  const EntTensor *heads = find (fixture, self->number, "arcs_head");

  g_assert_nonnull (heads);
  for (gsize w = 0; w < heads->n_elements; w++)
    {
      gint head = ((const gint32 *) heads->data)[w];
      self->words[w].head = head > 0 ? (gint) self->sentences[self->words[w].sentence].first_word + head - 1 : -1;
    }
}

static void
test_pairs (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GPtrArray) cases = cases_new (fixture);
  PairCheck check_all = { .fixture = fixture };

  for (guint i = 0; i < cases->len; i++)
    {
      const Case *self = g_ptr_array_index (cases, i);
      JsonArray  *mentions = json_object_get_array_member (self->json, "mentions"), *pairs = json_object_get_array_member (self->json, "pairs");
      const guint n = json_array_get_length (pairs);
      g_autofree EntWordRange *ranges = g_new0 (EntWordRange, 2 * n + 1);
      EntPairTask task = { fixture->model, self->mixed[ENT_MIX_PAIR], self->words, self->sentences, ranges, ranges + n, n };

      take_trees (fixture, self);
      for (guint k = 0; k < 2 * n; k++)
        {
          JsonArray *row = json_array_get_array_element (mentions, (guint) get_int (json_array_get_array_element (pairs, k % n), k / n));
          ranges[k] = (EntWordRange) { g_array_index (self->starts, guint, get_int (row, 0)) + (guint) get_int (row, 1),
                                       (guint) (get_int (row, 2) - get_int (row, 1)) + 1 };
        }
      check_all.at = self;
      ent_pairs_run (&task, take_logits, &check_all);
    }
  check ("pair logits", &check_all.logits, 0);
  check ("predicate pointers", &check_all.pointers, 0.001);
}

static void
add_skipped (gconstpointer data)
{
  g_test_skip (data);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture = { 0 };
  int     result;

  g_test_init (&argc, &argv, NULL);
  if (argc < 3 || !g_file_test (argv[1], G_FILE_TEST_EXISTS) || !g_file_test (argv[2], G_FILE_TEST_EXISTS))
    {
      g_test_add_data_func ("/nlp/parity", "there is no model file, or no test vectors: data/model/train.py and export.py make them", add_skipped);
      return g_test_run ();
    }
  fixture.model = ent_model_load (argv[1], &error);
  g_assert_no_error (error);
  fixture.vectors = ent_tensor_file_open (argv[2], ENT_TEST_VECTORS_MAGIC, NULL, &error);
  g_assert_no_error (error);
  g_test_add_data_func ("/nlp/parity/pieces", &fixture, test_pieces);
  g_test_add_data_func ("/nlp/parity/vectors", &fixture, test_vectors);
  g_test_add_data_func ("/nlp/parity/word-heads", &fixture, test_word_heads);
  g_test_add_data_func ("/nlp/parity/coref", &fixture, test_coref);
  g_test_add_data_func ("/nlp/parity/pairs", &fixture, test_pairs);
  result = g_test_run ();
  ent_model_unref (fixture.model);
  ent_tensor_file_free (fixture.vectors);
  return result;
}
