/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map parse": what the language model makes of a text, as CoNLL-U. Words found in a text carry TokenRange, in characters
 * of the text: of the article's for a file, and of the text as it was given for --jsonl, although the model reads the article's. */
#include "ent-cli.h"

#include "ent-cli-conllu-filter.h"
#include "ent-cli-conllu.h"
#include "ent-cli-files.h"
#include "ent-cli-jsonl.h"
#include "ent-json-print.h"
#include "ent-language.h"
#include "ent-offsets.h"
#include "ent-reader.h"
#include "ent-text-clean.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const EntCliCommand command = {
  "parse", N_("FILE"),
  N_("Shows what the language model makes of an article, as CoNLL-U: words, lemmas, parts of speech, features, trees, and in the last "
     "column TokenRange=START:END in characters of the text, Name=B-person and the like, Entity=NUMBER for what corefers.\n\n"
     "With --conllu, CoNLL-U comes from standard input; its words and sentences, comments and last column are kept, and the rest "
     "is filled in. “# newdoc” starts a document.\n\n"
     "With --jsonl, standard input has a line {\"id\": …, \"text\": …} for each text, and standard output gets a line "
     "{\"id\": …, \"conllu\": \"…\"} or {\"id\": …, \"error\": \"…\"} for each.")
};

/* ── Positions in the text as given ─────────────────────────────────────────────────────────────────────────────── */

/* Whether a character of the given text became the one wanted in the article's. */
static gboolean
is_kept_as (gunichar given, gunichar want)
{
  return given == want || (given >= 0x80 && given < 0xA0 && ent_text_windows_1252 ((guchar) given) == want);
}

/**
 * align:
 * The article's text is the given one but for white space and what was dropped or mended in cleaning. So its characters are
 * looked for in the given text one after the other.
 * Returns: per byte of the article's text, at the start of each character, how many characters of the given text stand before it
 */
static gsize *
align (const char *text, const char *given)
{
  gsize      *places = g_new0 (gsize, strlen (text) + 1);
  const char *at = given;
  gsize       n_chars = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar want = g_utf8_get_char (c);

      if (g_unichar_isspace (want))
        continue;
      for (; *at != '\0' && !is_kept_as (g_utf8_get_char (at), want); n_chars++)
        at = g_utf8_next_char (at);
      places[c - text] = n_chars;
      if (*at == '\0')
        continue;
      at = g_utf8_next_char (at);
      n_chars++;
    }
  return places;
}

/* ── Text to CoNLL-U ────────────────────────────────────────────────────────────────────────────────────────────── */

/* The stretch of text on one line. */
static void
append_flat (GString *out, const char *text, EntSpan span)
{
  for (gsize i = span.start_byte; i < span.end_byte; i++)
    g_string_append_c (out, strchr ("\n\r\t", text[i]) != NULL && text[i] != '\0' ? ' ' : text[i]);
}

/* places: nullable: where the text's characters stand in the text that TokenRange counts in (align); offsets serve where NULL. */
static void
append_words (GString *out, const EntDocument *document, const EntSentence *sentence, const EntCliConllu *conllu, const EntOffsets *offsets, const gsize *places)
{
  const EntWord *words = ent_document_get_words (document, NULL);

  for (guint i = 0; i < sentence->n_words; i++)
    {
      guint          w = sentence->first_word + i;
      const EntSpan  span = words[w].span;
      gboolean       any = !words[w].space_after;
      gsize          start, end;

      if (places != NULL)
        {
          const char *last = g_utf8_prev_char (ent_document_get_text (document) + span.end_byte);

          start = places[span.start_byte];
          end = places[last - ent_document_get_text (document)] + 1;
        }
      else
        {
          start = ent_offsets_to_chars (offsets, span.start_byte);
          end = ent_offsets_to_chars (offsets, span.end_byte);
        }
      g_string_append_printf (out, "%u\t%s", i + 1, words[w].form);
      ent_cli_conllu_append_analysis (conllu, out, w, NULL);
      g_string_append (out, any ? "\tSpaceAfter=No" : "\t");
      ent_cli_conllu_append_misc (conllu, out, w, &any);
      g_string_append_printf (out, "%sTokenRange=%zu:%zu\n", any ? "|" : "", start, end);
    }
}

static char *
dup_conllu (EntModel *model, EntArticle *article, const char *given, guint n_threads, GError **error)
{
  guint                    n_paragraphs, n_sentences, paragraph = G_MAXUINT;
  const char              *text = ent_article_get_text (article);
  const EntParagraph      *paragraphs = ent_article_get_paragraphs (article, &n_paragraphs);
  g_autofree EntSpan      *spans = g_new (EntSpan, n_paragraphs + 1);
  EntReaderOptions         options = { .n_threads = n_threads };
  g_autoptr (EntDocument)  document = NULL;
  g_autoptr (EntCliConllu) conllu = NULL;
  g_autoptr (EntOffsets)   offsets = NULL;
  g_autofree gsize        *places = given != NULL ? align (text, given) : NULL;
  const EntSentence       *sentences;
  GString                 *out;

  if (!ent_language_check (article, error))
    return NULL;
  for (guint i = 0; i < n_paragraphs; i++)
    spans[i] = paragraphs[i].span;
  document = ent_reader_read (model, text, spans, n_paragraphs, &options, error);
  if (document == NULL)
    return NULL;
  conllu = ent_cli_conllu_new (document, 1);
  offsets = ent_offsets_new (ent_document_get_text (document), strlen (ent_document_get_text (document)));
  sentences = ent_document_get_sentences (document, &n_sentences);
  out = g_string_new ("# newdoc\n");
  for (guint s = 0; s < n_sentences; s++)
    {
      if (sentences[s].paragraph != paragraph)
        g_string_append (out, "# newpar\n");
      paragraph = sentences[s].paragraph;
      g_string_append_printf (out, "# sent_id = %u\n# text = ", s + 1);
      append_flat (out, ent_document_get_text (document), sentences[s].span);
      g_string_append_c (out, '\n');
      append_words (out, document, &sentences[s], conllu, offsets, places);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static char *
answer_line (EntArticle *article, const char *text, gpointer model, GError **error)
{
  g_autofree char     *conllu = dup_conllu (model, article, text, 1, error);
  g_autofree char     *json = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (conllu == NULL)
    return NULL;
  node = json_node_init_string (json_node_alloc (), conllu);
  json = ent_json_print (node, FALSE);
  return g_strconcat ("\"conllu\":", json, NULL);
}

static int
parse_file (const char *name, const EntCliOptions *options)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = ent_cli_load_article (name, &error);
  g_autoptr (EntModel)   model = article != NULL ? ent_cli_load_model (options) : NULL;
  g_autofree char       *conllu = NULL;

  if (article != NULL && model == NULL)
    return ENT_CLI_INPUT;   /* it was said why */
  conllu = model != NULL ? dup_conllu (model, article, NULL, ent_cli_count_threads (options), &error) : NULL;
  if (conllu == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return ENT_CLI_INPUT;
    }
  ent_cli_put (conllu);
  return ent_cli_finish (ENT_CLI_OK);
}

int
ent_cli_parse (GStrv *arguments)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntModel)   model = NULL;
  gboolean               conllu = FALSE, jsonl = FALSE;
  int                    status;
  const GOptionEntry     entries[] = {
    { "conllu", 0, 0, G_OPTION_ARG_NONE, &conllu, N_("Analyse the words and sentences given as CoNLL-U on standard input"), NULL },
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &jsonl, N_("Read many texts, one JSON object a line, from standard input"), NULL },
    { NULL }
  };

  if (!ent_cli_parse_options (&command, entries, arguments, &options, &status))
    return status;
  if ((conllu || jsonl) && ((conllu && jsonl) || (*arguments)[1] != NULL))
    return ent_cli_misused (&command, _("a file, --conllu and --jsonl exclude each other"));
  if (!conllu && !jsonl)
    return (*arguments)[1] != NULL && (*arguments)[2] == NULL ? parse_file ((*arguments)[1], &options)
                                                              : ent_cli_misused (&command, _("one article is parsed at a time"));
  model = ent_cli_load_model (&options);
  if (model == NULL)
    return ENT_CLI_INPUT;
  if (jsonl)
    return ent_cli_jsonl_run (ent_cli_count_threads (&options), answer_line, model);
  return ent_cli_conllu_filter (model, ent_cli_count_threads (&options));
}
