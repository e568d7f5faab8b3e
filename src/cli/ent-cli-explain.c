/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map explain": how each sentence of an article came, or did not come, to links on the map. */
#include "ent-cli.h"

#include "ent-cli-explanation.h"
#include "ent-cli-files.h"
#include "ent-extract.h"

#include <glib/gi18n-lib.h>

#define ALL_SENTENCES 0

static const EntCliCommand command = {
  "explain", N_("ARTICLE"),
  N_("Says how an article is read into a map. For each sentence it writes, parted by empty lines, the sentence under its number and\n\n"
     "  Words         number, word, lemma, part of speech, number of the head (0: root), relation to it\n"
     "  Mentions      words, form → the actor that they are taken for (kind)\n"
     "  Predications  number and word: polarity, modality, tense; below it, role: words → actors\n"
     "  Relations     from → to: type (stance) confidence, its number on the map or why it was dropped; below it, the words\n"
     "                that state it, their label, modality and speaker, and the line of the lexicon that it goes by, if any\n\n"
     "Polarity, modality, forms, kinds, types and stances are those of map files; parts of speech and relations of words those of "
     "Universal Dependencies. A role is “subj”, “obj” and the like, or a preposition.")
};

static gboolean
parse_number (const char *text, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

static gboolean
put_sentences (const EntExplanation *explanation, const char *name, guint number)
{
  guint n = explanation->reading->n_sentences;

  if (n == 0)
    {
      ent_cli_complain (_("%s: there is no sentence in it to explain"), name);
      return FALSE;
    }
  if (number > n)
    {
      ent_cli_complain (ngettext ("%s: it has %u sentence, and so no sentence %u; --sentence takes 1 to %u",
                                  "%s: it has %u sentences, and so no sentence %u; --sentence takes 1 to %u", n), name, n, number, n);
      return FALSE;
    }
  for (guint s = 0; s < n; s++)
    if (number == ALL_SENTENCES || number == s + 1)
      {
        g_autofree char *text = ent_cli_explanation_dup_text (explanation, s);

        if ((number == ALL_SENTENCES && s > 0 && !ent_cli_put ("\n\n")) || !ent_cli_put (text))
          break;               /* ent_cli_finish() says why */
      }
  return TRUE;
}

static int
explain_file (const char *name, guint number, const EntCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArticle) article = ent_cli_load_article (name, &error);
  g_autoptr (EntModel) model = article != NULL ? ent_cli_load_model (options) : NULL;
  g_autoptr (EntExplanation) explanation = NULL;
  EntExtractOptions extract_options = { .n_threads = ent_cli_count_threads (options) };

  if (article != NULL && model == NULL)
    return ENT_CLI_INPUT;      /* it was said why */
  explanation = model != NULL ? ent_extract_explain (model, article, &extract_options, &error) : NULL;
  if (explanation == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return ENT_CLI_INPUT;
    }
  return ent_cli_finish (put_sentences (explanation, g_str_equal (name, "-") ? _("standard input") : name, number) ? ENT_CLI_OK : ENT_CLI_INPUT);
}

int
ent_cli_explain (GStrv *arguments)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autofree char *sentence = NULL;
  guint number = ALL_SENTENCES;
  int status;
  const GOptionEntry entries[] = {
    { "sentence", 's', 0, G_OPTION_ARG_STRING, &sentence, N_("Explain only that sentence; the first is 1"), N_("N") },
    { NULL }
  };

  if (!ent_cli_parse_options (&command, entries, arguments, &options, &status))
    return status;
  if ((*arguments)[1] == NULL || (*arguments)[2] != NULL)
    return ent_cli_misused (&command, _("one article is explained at a time"));
  if (sentence != NULL && !parse_number (sentence, &number))
    return ent_cli_misused (&command, _("--sentence takes the number of a sentence, from 1, not “%s”"), sentence);
  return explain_file ((*arguments)[1], number, &options);
}
