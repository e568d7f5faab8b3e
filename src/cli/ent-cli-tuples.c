/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map tuples": what each sentence says, a line for each tuple. A sentence of an article is written on one line; a line of
 * --lines is written as it came, whatever of it was read, so that who sent it knows it again. */
#include "ent-cli.h"

#include "ent-cli-files.h"
#include "ent-language.h"
#include "ent-reader.h"
#include "ent-tuples.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BATCH_LINES 256

static const EntCliCommand command = {
  "tuples", N_("[FILE…]"),
  N_("Says what each sentence of articles says, in its own words: who does what to whom, what is what. Without files it reads "
     "standard input. Each line of standard output is a tuple, parted by tabs:\n\n"
     "  SENTENCE   CONFIDENCE   PREDICATE   ARGUMENT   ARGUMENT   …\n\n"
     "The confidence goes from 0 to 1. Where a sentence names no tense (“Oslo, the capital”), the predicate begins with “be”.\n\n"
     "With --lines, each line of standard input is one sentence, and is written as it is in the first column.")
};

typedef struct {
  EntModel     *model;
  EntWordLists *lists;
  guint         n_threads;
} Tools;

/* The stretch of text on one line, and without tabs. */
static char *
dup_flat (const char *text, EntSpan span)
{
  return g_strdelimit (g_strndup (text + span.start_byte, ent_span_length (span)), "\n\r\t", ' ');
}

static gboolean
put_tuple (const char *sentence, const EntTuple *tuple)
{
  g_autoptr (GString) out = g_string_new (sentence);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.4f", tuple->confidence);
  g_string_append_printf (out, "\t%s\t%s", number, tuple->predicate);
  for (guint i = 0; i < tuple->arguments->len; i++)
    g_string_append_printf (out, "\t%s", (const char *) tuple->arguments->pdata[i]);
  g_string_append_c (out, '\n');
  return ent_cli_put (out->str);
}

/* lines: nullable: what is written for each paragraph, in place of the sentence as it was read. */
static gboolean
put_document (const Tools *tools, const EntDocument *document, const GPtrArray *lines)
{
  guint n_sentences;
  const EntSentence *sentences = ent_document_get_sentences (document, &n_sentences);
  g_autoptr (EntReading) reading = ent_reading_new_for_document (document);
  gboolean good = TRUE;

  for (guint s = 0; s < n_sentences && good; s++)
    {
      g_autoptr (GPtrArray) tuples = ent_tuples_find (reading, tools->lists, s);
      g_autofree char *flat = dup_flat (ent_document_get_text (document), sentences[s].span);

      for (guint i = 0; i < tuples->len && good; i++)
        good = put_tuple (lines != NULL ? lines->pdata[sentences[s].paragraph] : flat, tuples->pdata[i]);
    }
  return good;
}

/* ── Articles ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
put_article (const Tools *tools, EntArticle *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  EntReaderOptions options = { .n_threads = tools->n_threads };
  guint n_paragraphs;
  const EntParagraph *paragraphs = ent_article_get_paragraphs (article, &n_paragraphs);

  for (guint i = 0; i < n_paragraphs; i++)
    if (paragraphs[i].kind != ENT_PARAGRAPH_FURNITURE && !ent_span_is_empty (paragraphs[i].span))
      g_array_append_val (spans, paragraphs[i].span);
  if (ent_language_check (article, &error))
    document = ent_reader_read (tools->model, ent_article_get_text (article), (const EntSpan *) spans->data, spans->len, &options, &error);
  if (document == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return FALSE;
    }
  return put_document (tools, document, NULL);
}

/* A file that cannot be read does not keep the others from being read. */
static gboolean
put_files (const Tools *tools, char **names)
{
  static char *standard_input[] = { (char *) "-", NULL };
  gboolean good = TRUE;

  for (char **name = *names != NULL ? names : standard_input; *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntArticle) article = ent_cli_load_article (*name, &error);

      if (article == NULL)
        ent_cli_complain ("%s", error->message);
      good = article != NULL && put_article (tools, article) && good;
    }
  return good;
}

/* ── Lines ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Reads all lines as one text, a paragraph each, and empties them. */
static gboolean
put_batch (const Tools *tools, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree EntSpan *spans = g_new0 (EntSpan, lines->len + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) document = NULL;
  EntReaderOptions options = { .n_threads = tools->n_threads, .lone_sentences = TRUE };
  gboolean good;

  for (guint i = 0; i < lines->len; i++)
    {
      spans[i].start_byte = text->len;
      g_string_append (text, lines->pdata[i]);
      spans[i].end_byte = text->len;
      g_string_append_c (text, '\n');
    }
  document = ent_reader_read (tools->model, text->str, spans, lines->len, &options, &error);
  if (document == NULL)
    ent_cli_complain ("%s", error->message);
  good = document != NULL && put_document (tools, document, lines);
  g_ptr_array_set_size (lines, 0);
  return good;
}

/* A line that is no text, or would be two columns, is passed over with a note. */
static void
take_line (GPtrArray *lines, char *line, guint64 number)
{
  const char *wrong = !g_utf8_validate (line, -1, NULL) ? N_("it is not UTF-8") : strchr (line, '\t') != NULL ? N_("there is a tab in it") : NULL;

  if (wrong != NULL)
    ent_cli_complain (_("standard input, line %zu: %s"), (gsize) number, _(wrong));
  g_ptr_array_add (lines, wrong != NULL ? g_strdup ("") : g_strdup (line));
}

static gboolean
put_lines (const Tools *tools)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  EntCliLines input = { 0 };
  gboolean good = TRUE;
  char *line;

  while (good && (line = ent_cli_lines_next (&input)) != NULL)
    {
      take_line (lines, line, input.number);
      g_free (line);
      if (lines->len == BATCH_LINES)
        good = put_batch (tools, lines);
    }
  if (good && lines->len > 0)
    good = put_batch (tools, lines);
  return good && !input.failed;
}

int
ent_cli_tuples (GStrv *arguments)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntModel) model = NULL;
  g_autoptr (EntWordLists) lists = NULL;
  g_autoptr (GError) error = NULL;
  gboolean of_lines = FALSE, good;
  int status;
  Tools tools;
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_NONE, &of_lines, N_("Read sentences, one a line, from standard input"), NULL },
    { NULL }
  };

  if (!ent_cli_parse_options (&command, entries, arguments, &options, &status))
    return status;
  if (of_lines && (*arguments)[1] != NULL)
    return ent_cli_misused (&command, _("files and --lines exclude each other"));
  model = ent_cli_load_model (&options);
  if (model == NULL)
    return ENT_CLI_INPUT;
  lists = ent_word_lists_new (&error);
  if (lists == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return ENT_CLI_INPUT;
    }
  tools = (Tools) { model, lists, ent_cli_count_threads (&options) };
  good = of_lines ? put_lines (&tools) : put_files (&tools, *arguments + 1);
  return ent_cli_finish (good ? ENT_CLI_OK : ENT_CLI_INPUT);
}
