/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From words to everything else. The encoder and the word heads run in workers, to which batches are dealt out; then, in
 * the calling thread, comes what needs the whole document: strings, mentions, coreference. Of the word vectors only those
 * that the relation head reads stay with the document. */
#include "ent-annotate.h"

#include "ent-bioes.h"
#include "ent-coref.h"
#include "ent-encoder.h"
#include "ent-heads.h"
#include "ent-lemma.h"
#include "ent-workers.h"

#include <string.h>

#define MAX_WORDS 250000u   /* 1.5 kB of memory each */

typedef struct {
  const EntModel         *model;
  const EntReaderOptions *options;
  EntDocument            *document;
  const gboolean         *document_starts;   /* [n_sentences], nullable */
  EntInput               *input;
  EntScratch            **scratch;           /* a worker's */
  EntWordClasses         *classes;           /* [n_words] */
  gint                    n_words_done;      /* atomic */
} Reading;

static void
tell_progress (const EntReaderOptions *options, guint done, guint total)
{
  if (options->progress != NULL)
    options->progress (done, total, options->progress_data);
}

static gboolean
read_batch (guint job, guint worker, gpointer data)
{
  Reading        *self = data;
  const EntBatch *batch = &g_array_index (self->input->batches, EntBatch, job);

  if (!ent_encoder_run (self->model, self->input, batch, self->scratch[worker], self->document->pair_vectors, self->options->cancellable))
    return FALSE;
  ent_heads_run (self->model, self->input, batch, self->scratch[worker], self->classes);
  g_atomic_int_add (&self->n_words_done, (gint) batch->n_words);
  return !g_cancellable_is_cancelled (self->options->cancellable);
}

/* Batches end where they may, so sentences done are told in proportion to words done. */
static void
batches_done (guint n_done, gpointer data)
{
  const Reading *self = data;
  guint64        n = (guint64) g_atomic_int_get (&self->n_words_done);

  (void) n_done;
  tell_progress (self->options, (guint) (n * self->document->n_sentences / MAX (self->document->n_words, 1)), self->document->n_sentences);
}

/* Pieces, vectors and the word heads; FALSE where it was cancelled. */
static gboolean
read_words (Reading *self)
{
  EntDocument             *document = self->document;
  g_autofree const char  **forms = g_new0 (const char *, document->n_words + 1);
  g_autofree guint        *lengths = g_new0 (guint, document->n_sentences + 1);
  EntInputText             text = { forms, document->n_words, lengths, self->document_starts, document->n_sentences };
  guint                    n_workers;
  gboolean                 complete;

  for (guint i = 0; i < document->n_words; i++)
    forms[i] = document->words[i].form;
  for (guint i = 0; i < document->n_sentences; i++)
    lengths[i] = document->sentences[i].n_words;
  self->input = ent_input_new (self->model, &text);
  self->classes = g_new0 (EntWordClasses, document->n_words);
  document->hidden = self->model->hidden;
  document->pair_vectors = g_aligned_alloc0 (MAX ((gsize) document->n_words * document->hidden, 1), sizeof (float), 64);
  n_workers = ent_workers_count (self->options->n_threads, self->input->batches->len);
  self->scratch = g_new0 (EntScratch *, n_workers);
  for (guint i = 0; i < n_workers; i++)
    self->scratch[i] = ent_scratch_new (self->model, self->input);
  complete = ent_workers_run (n_workers, self->input->batches->len, read_batch, batches_done, self);
  for (guint i = 0; i < n_workers; i++)
    ent_scratch_free (self->scratch[i]);
  g_clear_pointer (&self->scratch, g_free);
  return complete;
}

static void
copy_value_names (EntDocument *document, const EntModelClasses *classes)
{
  for (guint g = 0; g < classes->n_groups; g++)
    {
      const EntTagGroup *group = &classes->groups[g];

      if (group->feature < 0 || document->values[group->feature] != NULL)
        continue;
      document->values[group->feature] = g_new0 (const char *, group->n_values);
      document->n_values[group->feature] = group->n_values;
      for (guint v = 1; v < group->n_values; v++)
        document->values[group->feature][v] = g_string_chunk_insert_const (document->strings, group->values[v]);
    }
}

/* The root of a sentence that was parsed in parts is that of its first part; the others' hang from it. */
static void
join_stretches (Reading *self)
{
  const EntStretch *stretches = (const EntStretch *) (gpointer) self->input->stretches->data;
  EntWord          *words = self->document->words;
  gint              root = -1;

  for (guint s = 0; s < self->input->stretches->len; s++)
    for (guint w = stretches[s].first_word; w < stretches[s].first_word + stretches[s].n_words; w++)
      {
        if (words[w].head >= 0)
          continue;
        if (!stretches[s].continues)
          root = (gint) w;
        else
          {
            words[w].head = root;
            words[w].deprel = g_string_chunk_insert_const (self->document->strings, "parataxis");
          }
      }
}

static void
fill_words (Reading *self)
{
  const EntModelClasses *classes = &self->model->classes;
  EntDocument           *document = self->document;

  copy_value_names (document, classes);
  for (guint i = 0; i < document->n_words; i++)
    {
      const EntWordClasses *from = &self->classes[i];
      EntWord              *word = &document->words[i];
      g_autofree char      *lemma = NULL;

      word->upos = classes->upos[from->upos];
      memcpy (word->features, from->features, sizeof word->features);
      word->head = from->head;
      word->deprel = g_string_chunk_insert_const (document->strings, classes->deprels[from->deprel]);
      word->name = from->name != 0 ? classes->names[ent_bioes_kind (from->name)] : ENT_NAME_NONE;
      word->name_begins = ent_bioes_begins (from->name);
      lemma = ent_lemma_dup (classes, word->form, word->upos, from->lemma);
      word->lemma = g_string_chunk_insert_const (document->strings, lemma);
    }
  join_stretches (self);
}

/* The word of a span whose head lies outside it; the first such. */
static guint
find_head_word (const EntWord *words, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    if (words[i].head < (gint) first || words[i].head >= (gint) (first + n))
      return i;
  return first + n - 1;
}

static void
collect_mentions (Reading *self, GArray *coref_mentions)
{
  EntDocument *document = self->document;
  guint        first_of_document = 0, sentence = 0;

  for (guint i = 0; i < document->n_words;)
    {
      const guint tag = self->classes[i].mention;
      guint       end = i + 1;
      guint       class;
      EntMention  mention;

      for (; sentence < document->words[i].sentence; sentence++)
        if (self->document_starts != NULL && self->document_starts[sentence + 1])
          first_of_document = document->mentions->len;
      if (!ent_bioes_begins (tag))
        {
          i++;
          continue;
        }
      class = ent_bioes_kind (tag);
      while (ent_bioes_part (tag) != ENT_BIOES_SINGLE && end < document->n_words && document->words[end].sentence == document->words[i].sentence &&
             self->classes[end].mention != 0 && !ent_bioes_begins (self->classes[end].mention))
        end++;
      mention = (EntMention) { i, end - i, find_head_word (document->words, i, end - i), ent_model_forms[self->model->classes.mentions[class].form],
                               ent_model_kinds[self->model->classes.mentions[class].kind], 0, self->classes[i].mention_probability };
      g_array_append_val (coref_mentions, ((EntCorefMention) { i, end - i, document->words[i].sentence, self->model->classes.mentions[class].form,
                                                               self->model->classes.mentions[class].kind, first_of_document }));
      g_array_append_val (document->mentions, mention);
      i = end;
    }
}

static gboolean
find_entities (Reading *self)
{
  EntDocument       *document = self->document;
  g_autoptr (GArray) coref_mentions = g_array_new (FALSE, FALSE, sizeof (EntCorefMention));
  g_autofree gint   *entities = NULL;
  EntCorefTask       task;

  collect_mentions (self, coref_mentions);
  entities = g_new0 (gint, coref_mentions->len + 1);
  task = (EntCorefTask) { self->model, document->pair_vectors, document->words, document->n_words,
                          (const EntCorefMention *) (gpointer) coref_mentions->data, coref_mentions->len,
                          self->options->n_threads, self->options->cancellable };
  if (!ent_coref_entities (&task, entities))
    return FALSE;
  for (guint i = 0; i < coref_mentions->len; i++)
    g_array_index (document->mentions, EntMention, i).entity = entities[i];
  return TRUE;
}

/**
 * ent_annotate:
 * Annotates a document whose words and sentences are there.
 * @taken: (transfer full): the document; it comes back, or is freed
 * @document_starts: (nullable): for each sentence, whether no context and no coreference reaches back across its start
 * @options: (nullable)
 * Returns: (transfer full): the document, or NULL with G_IO_ERROR_CANCELLED or G_IO_ERROR_MESSAGE_TOO_LARGE set
 */
EntDocument *
ent_annotate (const EntModel *model, EntDocument *taken, const gboolean *document_starts, const EntReaderOptions *options, GError **error)
{
  g_autoptr (EntDocument) document = taken;
  const EntReaderOptions  defaults = { 0 };
  Reading                 self = { .model = model, .options = options != NULL ? options : &defaults, .document = document, .document_starts = document_starts };
  gboolean                complete;

  if (document->n_words > MAX_WORDS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "The text has %u words; the most that can be read at once is %u", document->n_words, MAX_WORDS);
      return NULL;
    }
  ent_kernel_single_threaded ();
  complete = read_words (&self);
  if (complete)
    fill_words (&self);
  complete = complete && find_entities (&self);
  ent_input_free (self.input);
  g_free (self.classes);
  if (!complete)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The reading was cancelled");
      return NULL;
    }
  return g_steal_pointer (&document);
}
