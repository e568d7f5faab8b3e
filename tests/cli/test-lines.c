/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that answer lines of standard input. */
#include "ent-map-file.h"
#include "tool.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

static Tool tool;

static JsonObject *
parse_answer (const char *line, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* ── read --jsonl and parse --jsonl ─────────────────────────────────────────────────────────────────────────────── */

/* In order, one a line; ids of any kind come back as they were; faults of one item are its own. */
static void
test_read_jsonl (void)
{
  static const char input[] =
    "{\"id\": \"Zoë\", \"text\": \"Russia said that Zoë helps the crews of Łódź.\"}\n"
    "{\"id\": 7}\n"
    "\n"
    "{\"text\": \"  \", \"id\": [1, {\"a\": null}]}\r\n"
    "{\"id\": 2.5, \"text\": 4}\n"
    "{\"text\": \"The crews thanked her.\"}\n"
    "{\"id\": null, \"text\": \"Emoji \\ud83d\\ude42 too.\", \"title\": \"T\", \"uri\": \"file:///a\", \"date\": \"2020-02-03\"}\n"
    "{\"id\": \"uk\", \"text\": \"Пороми у вівторок залишилися в порту, бо екіпажі відмовилися виходити в море.\"}";
  static const struct { const char *id; gboolean map; } want[] = {
    { "\"Zoë\"", TRUE }, { "7", FALSE }, { "[1,{\"a\":null}]", FALSE }, { "2.5", FALSE }, { "null", TRUE }, { "null", TRUE }, { "\"uk\"", FALSE },
  };
  g_auto (Run)   run = tool_run (&tool, "read --jsonl", input);
  g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);

  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (want) + 1);   /* and nothing behind the last line feed */
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autofree char       *start = g_strdup_printf ("{\"id\":%s,\"%s\":", want[i].id, want[i].map ? "map" : "error");
      JsonObject            *object = parse_answer (lines[i], parser);

      g_assert_true (g_str_has_prefix (lines[i], start));
      g_assert_cmpuint (json_object_get_size (object), ==, 2);
      if (want[i].map)
        {
          g_autofree char   *json = json_to_string (json_object_get_member (object, "map"), FALSE);
          g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
          g_autoptr (GError) error = NULL;
          g_autoptr (EntMap) map = ent_map_load_bytes (bytes, "answer", &error);

          g_assert_no_error (error);
          g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_sources (map)), ==, 1);
        }
    }
  g_assert_nonnull (strstr (lines[5], "\"uri\":\"file:///a\",\"date\":\"2020-02-03\""));
  g_assert_nonnull (strstr (lines[6], "the language of this article is Ukrainian"));
}

static void
test_bad_jsonl (void)
{
  static const char *const bad[] = { "{", "[]", "3", "words", "{\"id\": 1, \"text\": \"\xff\"}", "{\"id\": 1, \"text\": \"\\ud83d\"}", "{\"id\": 1} {}",
                                     "{\"id\": 1, \"text\": 'x'}" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *input = g_strdup_printf ("{\"id\": 1, \"text\": \"One.\"}\n\n%s\n{\"id\": 3, \"text\": \"Three.\"}\n", bad[i]);
      g_auto (Run)     run = tool_run (&tool, "read --jsonl", input);

      g_assert_cmpint (run.status, ==, 1);
      g_assert_nonnull (strstr (run.err, "line 3"));
      g_assert_true (g_str_has_prefix (run.out, "{\"id\":1,\"map\":"));   /* what stood before it is answered */
      g_assert_null (strstr (run.out, "{\"id\":3"));
    }
}

/* More lines than a batch: all are answered, in order, alike with one thread and with several. */
static void
test_many (void)
{
  g_autoptr (GString) input = g_string_new (NULL);

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (input, "{\"id\": %u, \"text\": \"Text %u of the crews. %s\"}\n", i, i, i % 7 == 0 ? "They said so." : "");
  {
    g_auto (Run)   one = tool_run (&tool, "parse --jsonl --threads 1", input->str), three = tool_run (&tool, "parse --jsonl --threads 3", input->str);
    g_auto (GStrv) lines = g_strsplit (one.out, "\n", -1);

    g_assert_cmpint (one.status, ==, 0);
    g_assert_cmpstr (one.out, ==, three.out);
    g_assert_cmpuint (g_strv_length (lines), ==, 151);
    for (guint i = 0; i < 150; i++)
      {
        g_autofree char *start = g_strdup_printf ("{\"id\":%u,\"conllu\":\"", i);

        g_assert_true (g_str_has_prefix (lines[i], start));
      }
  }
}

/* TokenRange counts characters of the text as it was given, whatever of it was dropped, mended or moved. */
static void
test_token_ranges (void)
{
  static const char text[] = "Żółć of Zoë\r\n  Kyiv \xC2\x92 thanks\x07 them 🙂.\n\n\n\tThe crews\x01 fled. Image: a crew";
  g_autoptr (JsonBuilder)  builder = json_builder_new ();
  g_autoptr (JsonNode)     node = NULL;
  g_autoptr (JsonParser)   parser = json_parser_new ();
  g_autofree char         *input = NULL;
  g_auto (GStrv)           lines = NULL;
  guint                    n_words = 0;

  json_builder_begin_object (builder);
  json_builder_add_int_value (json_builder_set_member_name (builder, "id"), 1);
  json_builder_add_string_value (json_builder_set_member_name (builder, "text"), text);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  input = json_to_string (node, FALSE);
  {
    g_auto (Run) run = tool_run (&tool, "parse --jsonl", input);

    g_assert_cmpint (run.status, ==, 0);
    lines = g_strsplit (json_object_get_string_member (parse_answer (run.out, parser), "conllu"), "\n", -1);
  }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv)   columns = g_strsplit (lines[i], "\t", -1);
      const char      *range = g_strv_length (columns) == 10 ? strstr (columns[9], "TokenRange=") : NULL;
      g_autofree char *there = NULL;
      guint            start, end;

      if (range == NULL)
        continue;
      g_assert_cmpint (sscanf (range, "TokenRange=%u:%u", &start, &end), ==, 2);
      there = g_utf8_substring (text, start, end);
      if (g_str_equal (columns[1], "’"))
        g_assert_cmpstr (there, ==, "\xC2\x92");
      else
        g_assert_cmpstr (there, ==, columns[1]);
      n_words++;
    }
  g_assert_cmpuint (n_words, >=, 15);
}

/* ── parse --conllu ─────────────────────────────────────────────────────────────────────────────────────────────── */

#define WORD(id, form, misc) id "\t" form "\t_\t_\tXX\t_\t_\t_\t_\t" misc "\n"

static void
test_conllu (void)
{
  static const char input[] =
    "# newdoc id = one\n# sent_id = 1\n# text = Zoë won't go.\n" WORD ("1", "Zoë", "Gloss=Z|Entity=(9|Name=old") WORD ("2-3", "won't", "SpaceAfter=No")
    WORD ("2", "wo", "_") WORD ("3", "n't", "_") WORD ("3.1", "ghost", "Copy=1") WORD ("4", "go", "SpaceAfter=No") WORD ("5", ".", "_") "\n"
    "\n# a comment alone\n\n# newdoc\n" WORD ("1", "Crews", "_") "\n" WORD ("1", "Łódź", "_");
  g_auto (Run)   run = tool_run (&tool, "parse --conllu", input);
  g_auto (GStrv) in = g_strsplit (input, "\n", -1), out = g_strsplit (run.out, "\n", -1);

  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (g_strv_length (in), ==, g_strv_length (out));
  for (guint i = 0; in[i] != NULL; i++)
    {
      g_auto (GStrv) given = g_strsplit (in[i], "\t", -1), got = g_strsplit (out[i], "\t", -1);

      if (g_strv_length (given) != 10 || strpbrk (given[0], "-.") != NULL)
        {
          g_assert_cmpstr (in[i], ==, out[i]);
          continue;
        }
      g_assert_cmpuint (g_strv_length (got), ==, 10);
      g_assert_cmpstr (got[0], ==, given[0]);
      g_assert_cmpstr (got[1], ==, given[1]);
      g_assert_cmpstr (got[4], ==, "XX");
      g_assert_cmpstr (got[2], !=, "");
      g_assert_cmpstr (got[3], !=, "_");
      g_assert_true (g_ascii_isdigit (got[6][0]));
      g_assert_cmpstr (got[7], !=, "_");
    }
  g_assert_nonnull (strstr (run.out, "Gloss=Z"));
  g_assert_null (strstr (run.out, "Entity=(9"));
  g_assert_null (strstr (run.out, "Name=old"));
  g_assert_nonnull (strstr (run.out, "SpaceAfter=No"));
}

static void
test_bad_conllu (void)
{
  static const char *const bad[] = {
    "1\tword", "word", WORD ("2", "word", "_"), WORD ("0", "word", "_"), WORD ("x", "word", "_"), WORD ("3-2", "word", "_"), WORD ("1-", "word", "_"),
    WORD ("1", "", "_"), WORD ("1", "\xff", "_"), WORD ("99999999999999999999", "word", "_"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *input = g_strdup_printf ("# one\n%s\n", bad[i]);
      g_auto (Run)     run = tool_run (&tool, "parse --conllu", input);

      g_assert_cmpint (run.status, ==, 1);
      g_assert_nonnull (strstr (run.err, "line 2"));
    }
}

/* ── stance and relate ──────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_stance (void)
{
  static const struct { const char *line; gboolean good; } lines[] = {
    { "[Zoë] helps [Łódź].\tZoë\tŁódź\t1", TRUE }, { "[Kratz’]s claims about [Aver]y’s trial\tKratz’\tAver", TRUE },
    { "[Łódź] helps [Łódź]\tŁódź\tŁódź", TRUE }, { "The [[EU] crews] said\tEU\tEU crews", TRUE }, { "[one] and [two]\tother\tnames", TRUE },
    { "no brackets\ta\tb", FALSE }, { "[one] only\tone\ttwo", FALSE }, { "[] and []\t\t", FALSE }, { "no tabs", FALSE }, { "", FALSE },
    { "\xff [a] [b]\ta\tb", FALSE }, { "]a[ [b]\ta\tb", FALSE },
  };
  g_autoptr (GString) input = g_string_new (NULL);
  guint               n_bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_string_append_printf (input, "%s\n", lines[i].line);
      n_bad += !lines[i].good;
    }
  {
    g_auto (Run)   run = tool_run (&tool, "stance", input->str);
    g_auto (GStrv) out = g_strsplit (run.out, "\n", -1), err = g_strsplit (run.err, "\n", -1);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_cmpuint (g_strv_length (out), ==, G_N_ELEMENTS (lines) + 1);
    g_assert_cmpuint (g_strv_length (err), ==, n_bad + 1);
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
      {
        g_autofree char *number = g_strdup_printf ("line %u:", i + 1);

        g_assert_cmpuint (strlen (out[i]), ==, 1);
        g_assert_true (lines[i].good ? out[i][0] >= '0' && out[i][0] <= '4' : out[i][0] == '0');
        g_assert_true ((strstr (run.err, number) == NULL) == lines[i].good);
      }
  }
}

static void
test_relate (void)
{
  static const struct { const char *line; gboolean good; } lines[] = {
    { "<s>Zoë</s> helps <t>Łódź</t>.", TRUE }, { "<t>Łódź</t> is helped by <s>Zoë</s>.", TRUE }, { "<s>Zoë helps <t>Łódź</t></s>", TRUE },
    { "<s>Zoë</s> helps. The crews <t>thank</t> her.", TRUE }, { "<s>Zoë</s>", FALSE }, { "<s></s> <t>x</t>", FALSE }, { "", FALSE }, { "</s>Zoë<s> <t>x</t>", FALSE },
  };
  g_autoptr (GString) input = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_string_append_printf (input, "%s\n", lines[i].line);
  {
    g_auto (Run)   run = tool_run (&tool, "relate", input->str);
    g_auto (GStrv) out = g_strsplit (run.out, "\n", -1);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_cmpuint (g_strv_length (out), ==, G_N_ELEMENTS (lines) + 1);
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
      {
        g_auto (GStrv)   columns = g_strsplit (out[i], "\t", -1);
        g_autofree char *number = g_strdup_printf ("line %u:", i + 1);
        EntRelationType  type = ENT_RELATION_NONE;
        EntStance        stance = ENT_STANCE_NEUTRAL;
        double           confidence;

        g_assert_cmpuint (g_strv_length (columns), ==, 3);
        g_assert_true (ent_relation_type_from_string (columns[0], &type));
        g_assert_true (ent_stance_from_string (columns[1], &stance));
        g_assert_cmpint (stance, ==, ent_relation_type_get_stance (type));
        g_assert_cmpint (stance, !=, ENT_STANCE_NEUTRAL);
        g_assert_true (type != ENT_RELATION_ALIGN && type != ENT_RELATION_DISTRUST);
        confidence = g_ascii_strtod (columns[2], NULL);
        g_assert_true (confidence >= 0 && confidence <= 1);
        g_assert_true ((strstr (run.err, number) == NULL) == lines[i].good);
      }
  }
}

/* A line is read by itself: its answer does not hang on its neighbours, nor on where a batch ends. */
static void
test_lines_alone (void)
{
  static const char   line[] = "<s>Zoë</s> helps the crews of <t>Łódź</t> today.\n";
  g_autoptr (GString) input = g_string_new (NULL);
  g_auto (Run)        alone = tool_run (&tool, "relate", line);

  for (guint i = 0; i < 300; i++)
    g_string_append (input, i % 3 == 1 ? "<s>Russia</s> said no to <t>her</t>, and a long line goes on and on and on about nothing at all.\n" : line);
  {
    g_auto (Run)   many = tool_run (&tool, "relate", input->str);
    g_auto (GStrv) out = g_strsplit (many.out, "\n", -1);
    g_autofree char *want = g_strchomp (g_strdup (alone.out));

    g_assert_cmpuint (g_strv_length (out), ==, 301);
    for (guint i = 0; i < 300; i += 3)
      g_assert_cmpstr (out[i], ==, want);
  }
}

static void
test_nul (void)
{
  g_autofree char *path = tool_write (&tool, "nul", "[a] \0 [b]\ta\tb\n", 14);
  g_autofree char *line = g_strdup_printf ("ENTENTE_MODEL='%s' '%s' stance < '%s'", tool.model, tool.program, path);
  const char      *argv[] = { "/bin/sh", "-c", line, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL);
  g_autofree char *err = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, NULL);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (err, "line 1"));
}

int
main (int argc, char *argv[])
{
  tool_init (&tool, argc, argv);
  g_test_add_func ("/cli/lines/read-jsonl", test_read_jsonl);
  g_test_add_func ("/cli/lines/bad-jsonl", test_bad_jsonl);
  g_test_add_func ("/cli/lines/many", test_many);
  g_test_add_func ("/cli/lines/token-ranges", test_token_ranges);
  g_test_add_func ("/cli/lines/conllu", test_conllu);
  g_test_add_func ("/cli/lines/bad-conllu", test_bad_conllu);
  g_test_add_func ("/cli/lines/stance", test_stance);
  g_test_add_func ("/cli/lines/relate", test_relate);
  g_test_add_func ("/cli/lines/alone", test_lines_alone);
  g_test_add_func ("/cli/lines/nul", test_nul);
  return tool_finish (&tool, g_test_run ());
}
