/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map tuples" with the trained model, for the small random one sees no subjects in anything. */
#include "tool.h"

#include <string.h>

static Tool tool;

/* Each tuple has its sentence, as it came, in the first column, and the sentences keep their order. */
static void
test_lines (void)
{
  static const char *const lines[] = {
    "Zoë helps the crews of Łódź , and they thank her .", "", "The crews\tfled", "\xff fled", "  Russia said it would , `` in time '' , help the crews ; it did not .  ",
    "The crews that fled the harbour of Łódź have seen Zoë, who was the captain of the ship, on Tuesday.", "🙂",
  };
  g_autoptr (GString) input = g_string_new (NULL);
  guint               at = 0, n_tuples = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_string_append_printf (input, "%s%s", lines[i], i % 2 == 0 ? "\n" : "\r\n");
  {
    g_auto (Run)   run = tool_run (&tool, "tuples --lines", input->str), again = tool_run (&tool, "tuples --lines --threads 1", input->str);
    g_auto (GStrv) out = g_strsplit (run.out, "\n", -1);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_cmpstr (run.out, ==, again.out);
    g_assert_nonnull (strstr (run.err, "line 3: there is a tab"));
    g_assert_nonnull (strstr (run.err, "line 4: it is not UTF-8"));
    for (guint i = 0; out[i] != NULL && *out[i] != '\0'; i++, n_tuples++)
      {
        g_auto (GStrv) columns = g_strsplit (out[i], "\t", -1);

        g_assert_cmpuint (g_strv_length (columns), >=, 5);
        while (at < G_N_ELEMENTS (lines) && !g_str_equal (columns[0], lines[at]))
          at++;
        g_assert_cmpuint (at, <, G_N_ELEMENTS (lines));
        g_assert_cmpfloat (g_ascii_strtod (columns[1], NULL), >, 0);
        g_assert_cmpfloat (g_ascii_strtod (columns[1], NULL), <=, 1);
        for (guint c = 2; columns[c] != NULL; c++)
          g_assert_cmpstr (columns[c], !=, "");
      }
  }
  g_assert_cmpuint (n_tuples, >, 0);
}

/* A sentence of an article that goes over two lines is written on one. */
static void
test_article (void)
{
  static const char article[] = "The crews that fled the harbour of Łódź before the storm have now seen\n"
                                "the captain of the other ship, who was Zoë,\ton the quay in the evening.\n";
  g_autofree char *path = tool_write (&tool, "tuples.txt", article, -1);
  g_auto (Run)     of_file = tool_run (&tool, "tuples @/tuples.txt", NULL), of_input = tool_run (&tool, "tuples", article);
  g_auto (GStrv)   out = g_strsplit (of_file.out, "\n", -1);

  g_assert_cmpint (of_file.status, ==, 0);
  g_assert_cmpstr (of_file.out, ==, of_input.out);
  g_assert_nonnull (strstr (of_file.out, "the evening.\t0."));
  for (guint i = 0; *out[i] != '\0'; i++)
    g_assert_true (g_str_has_prefix (out[i], "The crews that fled the harbour of Łódź before the storm have now seen the captain of"));
}

/* More lines than a batch: all are answered, in order, each as it is answered alone. */
static void
test_many (void)
{
  static const char   line[] = "Zoë painted the harbour of Łódź.\n";
  g_autoptr (GString) input = g_string_new (NULL), want = g_string_new (NULL);
  g_auto (Run)        alone = tool_run (&tool, "tuples --lines", line);

  g_assert_nonnull (strstr (alone.out, "\tpainted\tZoë\tthe harbour of Łódź\n"));
  for (guint i = 0; i < 260; i++)
    {
      g_string_append (input, line);
      g_string_append (want, alone.out);
    }
  {
    g_auto (Run) many = tool_run (&tool, "tuples --lines", input->str);

    g_assert_cmpstr (many.out, ==, want->str);
  }
}

int
main (int argc, char *argv[])
{
  tool_init (&tool, argc, argv);
  g_assert_cmpint (argc, >, 2);
  g_free (tool.model);
  tool.model = g_strdup (argv[2]);
  g_test_add_func ("/cli/tuples/lines", test_lines);
  g_test_add_func ("/cli/tuples/article", test_article);
  g_test_add_func ("/cli/tuples/many", test_many);
  return tool_finish (&tool, g_test_run ());
}
