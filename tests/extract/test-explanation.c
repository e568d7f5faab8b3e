/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages of extraction as they are kept for explaining: what is a predication, what found no second party, and that the map
 * is the one that is made without explaining. */

#include "ent-extract.h"
#include "ent-map-file.h"
#include "tiny-model.h"
#include "tree-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define CHAD_CRITICISED_THE_STORM "Chad Chad PROPN 2 nsubj\ncriticised criticise VERB 0 root\nthe the DET 4 det\nstorm storm NOUN 2 obj\n\n"
#define THE_STORM_CRITICISED_MALI "The the DET 2 det\nstorm storm NOUN 3 nsubj\ncriticised criticise VERB 0 root\nMali Mali PROPN 3 obj\n\n"
#define CHAD_CRITICISED_MALI "Chad Chad PROPN 2 nsubj\ncriticised criticise VERB 0 root\nMali Mali PROPN 2 obj\n\n"

static EntModel *model;

/* An explanation of a tree written by hand, which lends it everything. */
static EntExplanation
borrow (const Extraction *e)
{
  return (EntExplanation) { .lists = e->lists, .lexicon = e->lexicon, .reading = e->tree->reading, .cast = e->cast, .claims = e->claims };
}

static const char *
peek_name (const Extraction *e, gint actor)
{
  return actor >= 0 ? ent_cast_get_actor (e->cast, (guint) actor)->name : "nobody";
}

static void
test_misses (void)
{
  static const struct { const char *tree, *misses; } cases[] = {
    { CHAD_CRITICISED_THE_STORM, "criticised: Chad > nobody; " },
    { THE_STORM_CRITICISED_MALI, "criticised: nobody > Mali; " },
    { "The the DET 2 det\nstorm storm NOUN 3 nsubj\ncriticised criticise VERB 0 root\nus we PRON 3 obj\n\n", "criticised: nobody > nobody; " },
    { CHAD_CRITICISED_MALI, "" },                                                      /* it is a claim */
    { "Chad Chad PROPN 3 nsubj\nnot not PART 3 advmod\ncriticised criticise VERB 0 root\nMali Mali PROPN 3 obj\n\n", "" },   /* denied, and still one */
    { "Chad Chad PROPN 2 nsubj\nmet meet VERB 0 root\nher she PRON 2 obj\n\n", "met: Chad > nobody; " },                        /* mutual */
    { "Chad Chad PROPN 2 nsubj\npainted paint VERB 0 root\nŁódź Łódź PROPN 2 obj\n\n", "" },                                  /* no word of the lexicon */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Extraction) e = extraction_new (cases[i].tree);
      const EntExplanation x = borrow (e);
      g_autoptr (GArray) misses = ent_explanation_list_misses (&x, 0);
      g_autoptr (GString) out = g_string_new (NULL);

      for (guint k = 0; k < misses->len; k++)
        {
          const EntMiss *miss = &g_array_index (misses, EntMiss, k);

          g_assert_cmpuint (miss->entry->line, >, 0);
          g_string_append_printf (out, "%s: %s > %s; ", e->tree->reading->words[miss->word].form, peek_name (e, miss->from), peek_name (e, miss->to));
        }
      g_assert_cmpstr (out->str, ==, cases[i].misses);
    }
}

/* Those of the sentence asked for, and no other. */
static void
test_misses_of_sentence (void)
{
  g_autoptr (Extraction) e = extraction_new (CHAD_CRITICISED_THE_STORM CHAD_CRITICISED_MALI THE_STORM_CRITICISED_MALI);
  const EntExplanation x = borrow (e);
  static const guint n_misses[] = { 1, 0, 1 };

  for (guint s = 0; s < G_N_ELEMENTS (n_misses); s++)
    {
      g_autoptr (GArray) misses = ent_explanation_list_misses (&x, s);

      g_assert_cmpuint (misses->len, ==, n_misses[s]);
      if (misses->len > 0)
        g_assert_cmpuint (e->tree->reading->words[g_array_index (misses, EntMiss, 0).word].sentence, ==, s);
    }
}

static void
test_predications (void)
{
  static const struct { const char *tree, *predications; } cases[] = {
    { CHAD_CRITICISED_THE_STORM, "criticised(subj Chad, obj the storm) " },
    { "Chad Chad PROPN 3 nsubj\nis be AUX 3 cop\nŁódź’s Łódź’s NOUN 0 root\n\n", "Łódź’s(poss Chad) " },
    { "Chad Chad PROPN 3 nmod:poss\n’s 's PART 1 case\nopposition opposition NOUN 6 nsubj\nto to ADP 5 case\nMali Mali PROPN 3 nmod\ngrew grow VERB 0 root\n\n",
      "opposition(poss Chad ’s, to Mali) grew(subj Chad ’s opposition to Mali) " },
    { "United United PROPN 2 amod B-place\nNations Nations PROPN 0 root I-place\n\n", "" },
    { "The the DET 2 det\nstorm storm NOUN 0 root\n\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Extraction) e = extraction_new (cases[i].tree);
      const EntExplanation x = borrow (e);
      g_autoptr (GPtrArray) predications = ent_explanation_list_predications (&x, 0);
      g_autoptr (GString) out = g_string_new (NULL);

      for (guint k = 0; k < predications->len; k++)
        {
          const EntPredication *p = predications->pdata[k];

          g_string_append_printf (out, "%s(", e->tree->reading->words[p->word].form);
          for (guint a = 0; a < p->arguments->len; a++)
            {
              const EntArgument *argument = &g_array_index (p->arguments, EntArgument, a);
              g_autofree char *words = ent_explanation_dup_argument (&x, argument);

              g_string_append_printf (out, "%s%s %s", a > 0 ? ", " : "", argument->role, words);
            }
          g_string_append (out, ") ");
        }
      g_assert_cmpstr (out->str, ==, cases[i].predications);
    }
}

/* With the model, whatever it reads: the map is the one made without explaining, and every claim kept is on it. */
static void
test_same_map (void)
{
  static const char *const texts[] = {
    "The harbour of Łódź\n\nRussia said on Tuesday that Zoë helps the crews. The crews thanked her, and France criticised Peru.",
    "Zoë", "€", "«Łódź» 🙂\n\n…",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (EntArticle) article = ent_article_new (texts[i], NULL, NULL, NULL);
      const EntExtractOptions one = { .n_threads = 1 }, four = { .n_threads = 4 };
      g_autoptr (GError) error = NULL;
      g_autoptr (EntExplanation) x = ent_extract_explain (model, article, &one, &error);
      g_autoptr (EntMap) map = ent_extract_map (model, article, &four, &error);
      g_autofree char *json = NULL, *other = NULL;

      g_assert_no_error (error);
      json = ent_map_to_json (x->map, TRUE);
      other = ent_map_to_json (map, TRUE);
      g_assert_cmpstr (json, ==, other);
      g_assert_true (x->article == article);
      for (guint k = 0; k < x->claims->len; k++)
        {
          const EntClaim *claim = &g_array_index (x->claims, EntClaim, k);

          g_assert_true ((claim->fate == ENT_CLAIM_KEPT) == (claim->relation > 0));
          g_assert_cmpuint (claim->relation, <=, g_list_model_get_n_items (ent_map_get_relations (x->map)));
        }
      for (guint s = 0; s < x->reading->n_sentences; s++)
        {
          g_autoptr (GPtrArray) predications = ent_explanation_list_predications (x, s);

          for (guint k = 0; k < predications->len; k++)
            g_assert_cmpint (ent_explanation_get_tense (x, predications->pdata[k]), <=, ENT_TENSE_FUTURE);
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (EntArticle) article = ent_article_new ("", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntExplanation) x = ent_extract_explain (model, article, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (x->reading->n_sentences, ==, 0);
  g_assert_cmpuint (x->claims->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (x->map)), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (EntArticle) article = ent_article_new ("Zoë helps Łódź.", NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const EntExtractOptions options = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_extract_explain (model, article, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ent_extract_map (model, article, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);
  g_autofree char *path = tiny_model_write (tiny->file);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  model = ent_model_load (path, &error);
  g_assert_no_error (error);
  g_test_add_func ("/extract/explanation/misses", test_misses);
  g_test_add_func ("/extract/explanation/misses-of-sentence", test_misses_of_sentence);
  g_test_add_func ("/extract/explanation/predications", test_predications);
  g_test_add_func ("/extract/explanation/same-map", test_same_map);
  g_test_add_func ("/extract/explanation/empty", test_empty);
  g_test_add_func ("/extract/explanation/cancelled", test_cancelled);
  status = g_test_run ();
  g_clear_pointer (&model, ent_model_unref);
  g_remove (path);
  return status;
}
