/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* article → annotated text (language model) → cast (who) → claims (what the sentences state) → map. All of it is one
 * pipeline, whose stages an EntExplanation keeps. */

#include "ent-extract.h"

#include "ent-actor-finder.h"
#include "ent-language.h"
#include "ent-lemma-repair.h"
#include "ent-map-builder.h"
#include "ent-pair-judge.h"
#include "ent-speech.h"
#include "ent-tree-repair.h"

/* Shares of the whole work that reading takes. */
#define READING_SHARE 0.85


static void
on_reader_progress (guint done, guint total, gpointer data)
{
  const EntExtractOptions *options = data;

  if (options->progress != NULL && total > 0)
    options->progress (ENT_EXTRACT_STEP_READING, READING_SHARE * done / total, options->progress_data);
}

static EntDocument *
read_article (EntModel *model, EntArticle *article, const EntExtractOptions *options, GError **error)
{
  guint n_paragraphs;
  const EntParagraph *paragraphs = ent_article_get_paragraphs (article, &n_paragraphs);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  EntReaderOptions reader_options = { options->n_threads, options->cancellable, on_reader_progress, (gpointer) options };

  for (guint i = 0; i < n_paragraphs; i++)
    if (paragraphs[i].kind != ENT_PARAGRAPH_FURNITURE && !ent_span_is_empty (paragraphs[i].span))
      g_array_append_val (spans, paragraphs[i].span);
  return ent_reader_read (model, ent_article_get_text (article), (const EntSpan *) spans->data, spans->len, &reader_options, error);
}

static EntMap *
build_map (EntArticle *article, const EntReading *reading, const EntCast *cast, GArray *claims)
{
  EntMap *map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", ent_article_get_title (article), ent_article_get_uri (article), ent_article_get_date (article),
                                                 "en", ent_article_get_text (article));

  ent_map_set_title (map, ent_article_get_title (article));
  ent_map_add_source (map, source);
  ent_map_builder_build (map, source, reading, cast, claims);
  return map;
}

EntExplanation *
ent_extract_explain (EntModel *model, EntArticle *article, const EntExtractOptions *options, GError **error)
{
  static const EntExtractOptions no_options = { 0 };
  g_autoptr (EntExplanation) self = NULL;
  g_autoptr (EntGazetteer) gazetteer = NULL;

  g_return_val_if_fail (model != NULL && ENT_IS_ARTICLE (article), NULL);

  if (options == NULL)
    options = &no_options;
  if (!ent_language_check (article, error))
    return NULL;
  self = g_new0 (EntExplanation, 1);
  self->article = g_object_ref (article);
  gazetteer = ent_gazetteer_new (error);
  self->lists = gazetteer != NULL ? ent_word_lists_new (error) : NULL;
  self->lexicon = self->lists != NULL ? ent_relation_lexicon_new (error) : NULL;
  if (self->lexicon == NULL)
    return NULL;
  self->document = read_article (model, article, options, error);
  if (self->document == NULL || g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;
  if (options->progress != NULL)
    options->progress (ENT_EXTRACT_STEP_RELATING, READING_SHARE, options->progress_data);

  self->reading = ent_reading_new_for_document (self->document);
  ent_lemma_repair (self->reading, self->lists, self->lexicon);
  ent_tree_repair (self->reading);
  ent_speech_find (self->reading, self->lists);
  self->cast = ent_actor_finder_find (self->reading, gazetteer, self->lists);
  self->claims = ent_relation_finder_find (self->reading, self->cast, self->lists, self->lexicon);
  ent_pair_judge_weigh (model, self->document, self->reading, self->cast, self->lists, self->lexicon, self->claims);
  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;

  self->map = build_map (article, self->reading, self->cast, self->claims);
  if (options->progress != NULL)
    options->progress (ENT_EXTRACT_STEP_RELATING, 1, options->progress_data);
  return g_steal_pointer (&self);
}

EntMap *
ent_extract_map (EntModel *model, EntArticle *article, const EntExtractOptions *options, GError **error)
{
  g_autoptr (EntExplanation) explanation = ent_extract_explain (model, article, options, error);

  return explanation != NULL ? g_object_ref (explanation->map) : NULL;
}
