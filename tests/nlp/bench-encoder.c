/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the encoder runs, beside what CBLAS makes of its matrix products alone, and how fast a whole reading is.
 * usage: bench-encoder [MODEL [WORDS]] */
#include "ent-encoder.h"
#include "ent-reader.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static const char paragraph[] =
  "Russia’s foreign ministry on Thursday rejected a proposal by the European Union to send observers to the border, saying that Brussels had "
  "“lost any claim to neutrality” when it supplied weapons to Ukraine. President Volodymyr Zelensky accused Moscow of stalling and asked the "
  "United States, which has mediated since March, to impose further sanctions. In Washington, a State Department spokeswoman said that talks "
  "would go on next week in Istanbul; she declined to comment on reports that Turkey had threatened to close the straits.";

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

/* Multiplications and additions of the linear layers for one position. */
static double
operations (const EntModel *model)
{
  const double h = model->hidden;

  return 2.0 * model->n_layers * (4 * h * h + 2 * h * model->intermediate);
}

static double
measure_products (const EntModel *model, const EntBatch *batch, EntScratch *scratch, guint n_rounds)
{
  const guint n = batch->n_positions;
  gint64      start = g_get_monotonic_time ();

  for (guint r = 0; r < n_rounds; r++)
    for (guint l = 0; l < model->n_layers; l++)
      {
        const EntEncoderLayer *layer = &model->layers[l];
        const struct { const EntLinear *linear; const float *x; float *y; } products[] = {
          { &layer->qkv, scratch->x, scratch->qkv }, { &layer->o, scratch->context, scratch->projected },
          { &layer->ffn1, scratch->x, scratch->inner }, { &layer->ffn2, scratch->inner, scratch->projected },
        };

        for (gsize i = 0; i < G_N_ELEMENTS (products); i++)
          {
            const EntLinear bare = { products[i].linear->w, NULL, products[i].linear->n_out, products[i].linear->n_in };
            ent_kernel_linear (&bare, products[i].x, n, products[i].y);
          }
      }
  return n_rounds * n * operations (model) / seconds_since (start) / 1e9;
}

static double
measure_encoder (const EntModel *model, const EntInput *input, const EntBatch *batch, EntScratch *scratch, float *pair_vectors, guint n_rounds)
{
  gint64 start = g_get_monotonic_time ();

  for (guint r = 0; r < n_rounds; r++)
    ent_encoder_run (model, input, batch, scratch, pair_vectors, NULL);
  return n_rounds * batch->n_positions * operations (model) / seconds_since (start) / 1e9;
}

static void
compare_rates (EntModel *model, const EntDocument *document)
{
  guint              n_words, n_sentences;
  const EntWord     *words = ent_document_get_words (document, &n_words);
  const EntSentence *sentences = ent_document_get_sentences (document, &n_sentences);
  g_autofree const char **forms = g_new0 (const char *, n_words);
  g_autofree guint  *lengths = g_new0 (guint, n_sentences);
  g_autoptr (EntInput) input = NULL;
  g_autoptr (EntScratch) scratch = NULL;
  g_autofree float  *pair_vectors = g_new0 (float, (gsize) n_words * model->hidden);
  double             products = 0, encoder = 0;

  for (guint i = 0; i < n_words; i++)
    forms[i] = words[i].form;
  for (guint i = 0; i < n_sentences; i++)
    lengths[i] = sentences[i].n_words;
  input = ent_input_new (model, &(EntInputText) { forms, n_words, lengths, NULL, n_sentences });
  scratch = ent_scratch_new (model, input);
  for (guint round = 0; round < 5; round++)
    {
      const EntBatch *batch = &g_array_index (input->batches, EntBatch, 0);
      encoder = MAX (encoder, measure_encoder (model, input, batch, scratch, pair_vectors, 5));
      products = MAX (products, measure_products (model, batch, scratch, 5));
    }
  g_print ("one thread: products alone %.1f GFLOP/s, encoder %.1f GFLOP/s, ratio %.2f\n", products, encoder, encoder / products);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntModel) model = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  const guint n_wanted = argc > 2 ? (guint) atoi (argv[2]) : 10000;
  struct rusage usage;
  gint64 start = g_get_monotonic_time ();

  model = ent_model_load (argc > 1 ? argv[1] : ENT_MODEL_FILE, &error);
  if (model == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("model loaded in %.2f s\n", seconds_since (start));
  for (guint n = 0; n < n_wanted; n += 90)
    {
      EntSpan span = { text->len, text->len + strlen (paragraph) };
      g_array_append_val (paragraphs, span);
      g_string_append (text, paragraph);
      g_string_append (text, "\n\n");
    }
  for (guint n_threads = 1; n_threads <= 2; n_threads++)
    {
      const EntReaderOptions options = { .n_threads = n_threads };
      g_autoptr (EntDocument) document = NULL;
      guint n_words;

      start = g_get_monotonic_time ();
      document = ent_reader_read (model, text->str, (const EntSpan *) (gpointer) paragraphs->data, paragraphs->len, &options, &error);
      ent_document_get_words (document, &n_words);
      g_print ("%u thread(s): %u words in %.2f s, %.0f words/s\n", n_threads, n_words, seconds_since (start), n_words / seconds_since (start));
      if (n_threads == 2)
        {
          getrusage (RUSAGE_SELF, &usage);
          g_print ("most memory so far: %ld MB\n", usage.ru_maxrss / 1024);
          compare_rates (model, document);
        }
    }
  return 0;
}
