/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map explain" with the trained model, for the small random one makes no sense of anything; how the command is called
 * wrongly is tried in test-entente-map.c. */
#include "tool.h"

#include <string.h>

static const char article[] = "Zoë Novák criticised Germany on Tuesday.\n\nPeru has not attacked France.\n\n"
                              "Kenya said that Poland will support Ukraine. Kenya condemned\nthe storm.\n";

static Tool tool;
static const char *golden_path;
static gboolean    has_model;

static gboolean
skips (void)
{
  if (!has_model)
    g_test_skip ("the trained model, data/model/entente.model, is not there");
  return !has_model;
}

static char *
replace (char *text, const char *pattern, const char *by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, &error);
  char              *replaced = g_regex_replace (regex, text, -1, 0, by, 0, &error);

  g_assert_no_error (error);
  g_free (text);
  return replaced;
}

/* Without what another model or lexicon may well say otherwise: confidences, types within a stance, places and frames of entries,
 * and what only the model says. */
static char *
dup_masked (const char *text)
{
  char *masked = replace (g_strdup (text), "^  \\S.*\\n    “.*\\n    by the language model alone\\n", "");

  masked = replace (masked, ": \\S+ \\((\\S+)\\) 0\\.[0-9][0-9], ", ": # (\\1) 0.##, ");
  return replace (masked, "lexicon\\.tsv:[0-9]+: (\\S+ \\S+) \\S+ [1-3] ", "lexicon.tsv:#: \\1 # # ");
}

static void
test_golden (void)
{
  g_autofree char *path = tool_write (&tool, "explain.txt", article, -1), *golden = NULL, *masked = NULL;
  g_auto (Run)     run = { 0 };

  if (skips ())
    return;
  run = tool_run (&tool, "explain @/explain.txt", NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  masked = dup_masked (run.out);
  g_assert_true (g_file_get_contents (golden_path, &golden, NULL, NULL));
  g_assert_cmpstr (masked, ==, golden);
}

/* One sentence is written as it is among all of them, whatever the number of threads and wherever the article comes from. */
static void
test_one_sentence (void)
{
  g_autofree char    *path = tool_write (&tool, "explain.txt", article, -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_auto (Run)        all = { 0 };

  if (skips ())
    return;
  all = tool_run (&tool, "explain --threads 1 -", article);
  for (guint s = 1; s <= 4; s++)
    {
      g_autofree char *arguments = g_strdup_printf ("explain --sentence %u @/explain.txt", s);
      g_auto (Run)     run = tool_run (&tool, arguments, NULL);

      g_assert_cmpint (run.status, ==, 0);
      g_string_append_printf (joined, "%s%s", s > 1 ? "\n\n" : "", run.out);
    }
  g_assert_cmpstr (joined->str, ==, all.out);
}

static void
test_no_such_sentence (void)
{
  g_autofree char *path = tool_write (&tool, "Łódź.txt", article, -1);
  g_auto (Run)     beyond = { 0 }, piped = { 0 };

  if (skips ())
    return;
  beyond = tool_run (&tool, "explain --sentence 5 @/Łódź.txt", NULL);
  piped = tool_run (&tool, "explain --sentence 2 -", "Zoë helps Łódź.");
  g_assert_cmpint (beyond.status, ==, 1);
  g_assert_cmpstr (beyond.out, ==, "");
  g_assert_nonnull (strstr (beyond.err, "Łódź.txt: it has 4 sentences, and so no sentence 5; --sentence takes 1 to 4\n"));
  g_assert_cmpint (piped.status, ==, 1);
  g_assert_nonnull (strstr (piped.err, "standard input: it has 1 sentence, and so no sentence 2;"));
}

int
main (int argc, char *argv[])
{
  tool_init (&tool, argc, argv);
  g_assert_cmpint (argc, >, 3);
  g_free (tool.model);
  tool.model = g_strdup (argv[2]);
  has_model = g_file_test (tool.model, G_FILE_TEST_EXISTS);
  golden_path = argv[3];
  g_test_add_func ("/cli/explain/golden", test_golden);
  g_test_add_func ("/cli/explain/one-sentence", test_one_sentence);
  g_test_add_func ("/cli/explain/no-such-sentence", test_no_such_sentence);
  return tool_finish (&tool, g_test_run ());
}
