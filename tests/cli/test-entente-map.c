/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-file.h"
#include "tool.h"

#include <glib/gstdio.h>
#include <string.h>

#define ARTICLE "The harbour of Łódź\n\nRussia said on Tuesday that Zoë helps the crews. The crews thanked her.\n"

static Tool tool;

/* How it is called, and what comes of it: exit status, and words that must stand in what it says and in what it complains of. */
static const struct { const char *arguments; int status; const char *out, *err; } calls[] = {
  { "", 2, "", "a command is missing" },
  { "--help", 0, "Usage: entente-map", "" },
  { "-h", 0, "stance", "" },
  { "help", 0, "relate", "" },
  { "--version", 0, "entente-map ", "" },
  { "fly", 2, "", "“fly”" },
  { "--fly", 2, "", "“--fly”" },
  { "read --help", 0, "--jsonl", "" },
  { "read --version", 0, "entente-map ", "" },
  { "draw --help", 0, "--size", "" },
  { "parse --help", 0, "--conllu", "" },
  { "stance --help", 0, "[brackets]", "" },
  { "relate --help", 0, "--threads", "" },
  { "relate --version", 0, "entente-map ", "" },
  { "help", 0, "tuples", "" },
  { "tuples --help", 0, "--lines", "" },
  { "help", 0, "explain", "" },
  { "explain --help", 0, "--sentence=N", "" },
  /* usage */
  { "read", 2, "", "an article is missing" },
  { "read --fly x.txt", 2, "", "--fly" },
  { "read --threads", 2, "", "--threads" },
  { "read --threads x a.txt", 2, "", "x" },
  { "read --threads -1 a.txt", 2, "", "--threads" },
  { "read --threads 100000 a.txt", 2, "", "--threads" },
  { "read a.txt b.txt", 2, "", "-o FOLDER" },
  { "read a.txt b.txt -o nowhere", 2, "", "nowhere" },
  { "read --jsonl a.txt", 2, "", "--jsonl" },
  { "read --jsonl -o a.entente", 2, "", "--jsonl" },
  { "draw", 2, "", "at a time" },
  { "draw a b -o c.png", 2, "", "at a time" },
  { "draw a.txt", 2, "", "-o FILE" },
  { "draw a.txt -o a.bmp", 2, "", "a.bmp" },
  { "draw a.txt -o a", 2, "", "-o" },
  { "draw a.txt -o a.html", 2, "", "entente-map export" },
  { "export --help", 0, "relations.csv", "" },
  { "help", 0, "export", "" },
  { "export", 2, "", "at a time" },
  { "export a.txt", 2, "", "--format" },
  { "export a.txt -o a.png -o a.bmp", 2, "", "a.bmp" },
  { "export a.txt --format bmp", 2, "", "--format" },
  { "export a.txt -o a.svg --stance love", 2, "", "--stance" },
  { "export a.txt -o a.svg --stance conflict,", 2, "", "--stance" },
  { "export a.txt -o a.svg --kind ship", 2, "", "--kind" },
  { "draw a.txt -o a.png --size 100", 2, "", "--size" },
  { "draw a.txt -o a.png --confidence 2", 2, "", "--confidence" },
  { "draw a.txt -o a.png --size 0x10", 2, "", "--size" },
  { "draw a.txt -o a.png --size 10x99999", 2, "", "--size" },
  { "draw a.txt -o a.png --size 10x10x10", 2, "", "--size" },
  { "draw a.txt -o a.png --scale -2", 2, "", "--scale" },
  { "draw a.txt -o a.png --scale nan", 2, "", "--scale" },
  { "parse", 2, "", "at a time" },
  { "parse a b", 2, "", "at a time" },
  { "parse --conllu --jsonl", 2, "", "exclude" },
  { "parse --conllu a.txt", 2, "", "exclude" },
  { "stance a.txt", 2, "", "no files" },
  { "relate a.txt", 2, "", "no files" },
  { "tuples --lines a.txt", 2, "", "exclude" },
  { "explain", 2, "", "at a time" },
  { "explain a.txt b.txt", 2, "", "at a time" },
  { "explain --sentence", 2, "", "--sentence" },
  { "explain --sentence 0 a.txt", 2, "", "from 1, not “0”" },
  { "explain --sentence -1 a.txt", 2, "", "from 1, not “-1”" },
  { "explain --sentence 99999999999 a.txt", 2, "", "“99999999999”" },
  { "explain --sentence Łódź a.txt", 2, "", "“Łódź”" },
  /* input at fault, and named */
  { "read @/missing.txt", 1, "", "missing.txt" },
  { "read @", 1, "", "folder" },
  { "read --model @/missing.model @/good.txt", 1, "", "missing.model" },
  { "read --model @/good.txt @/good.txt", 1, "", "good.txt" },
  { "read @/empty.txt", 1, "", "empty.txt" },
  { "read @/latin.txt", 1, "", "latin.txt: byte 5" },
  { "read @/german.txt", 1, "", "german.txt: the language of this article is German" },
  { "parse @/german.txt", 1, "", "german.txt: the language of this article is German" },
  { "tuples @/german.txt", 1, "", "german.txt: the language of this article is German" },
  { "draw @/german.txt -o @/x.svg", 1, "", "german.txt: the language of this article is German" },
  { "read @/good.txt -o @/missing/map.entente", 1, "", "missing" },
  { "draw @/missing.entente -o @/x.svg", 1, "", "missing.entente" },
  { "draw @/bad.entente -o @/x.svg", 1, "", "bad.entente: actors[0].kind" },
  { "draw @/good.txt -o @/missing/x.svg", 1, "", "missing" },
  { "export @/bad.entente -o @/x.csv", 1, "", "bad.entente: actors[0].kind" },
  { "export @/map.entente -o @/missing/x.csv", 1, "", "missing" },
  { "parse @/missing.txt", 1, "", "missing.txt" },
  { "parse --model @/missing.model --conllu", 1, "", "missing.model" },
  { "explain @/missing.txt", 1, "", "missing.txt" },
  { "explain @/empty.txt", 1, "", "empty.txt" },
  { "explain @/latin.txt", 1, "", "latin.txt: byte 5" },
  { "explain --model @/missing.model @/good.txt", 1, "", "missing.model" },
  { "explain --sentence 99 @/good.txt", 1, "", "good.txt: it has " },
  { "tuples @/missing.txt", 1, "", "missing.txt" },
  { "tuples @/good.txt @/latin.txt", 1, "", "latin.txt: byte 5" },
  { "tuples --model @/missing.model --lines", 1, "", "missing.model" },
  /* well */
  { "read @/good.txt", 0, "\"format\": \"entente-map\"", "" },
  { "read --threads 1 -- @/good.txt", 0, "\"format\": \"entente-map\"", "" },
  { "export @/map.entente --format svg", 0, "Łódź", "" },
  { "export @/map.entente --format actors.csv", 0, "a1,Zoë,person", "" },
  { "export @/map.entente -f dot --kind place", 0, "digraph", "" },
  { "explain @/good.txt", 0, "Sentence 1 of ", "" },
  { "explain --sentence 2 -- @/good.txt", 0, "Sentence 2 of ", "" },
  { "parse @/good.txt", 0, "# text = The harbour of Łódź\n1\tThe\t", "" },
};

static void
test_calls (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_auto (Run) run = tool_run (&tool, calls[i].arguments, NULL);

      if (run.status != calls[i].status || strstr (run.out, calls[i].out) == NULL || strstr (run.err, calls[i].err) == NULL ||
          (*calls[i].err == '\0') != (*run.err == '\0') || (run.status != 0 && *run.out != '\0'))
        g_error ("entente-map %s: status %d\n%s\n%s", calls[i].arguments, run.status, run.out, run.err);
      if (*run.err != '\0')
        g_assert_true (g_str_has_prefix (run.err, "entente-map: "));
    }
}

static EntMap *
load (const char *name)
{
  g_autoptr (GFile)  file = g_file_new_build_filename (tool.folder, name, NULL);
  g_autoptr (GError) error = NULL;
  EntMap            *map = ent_map_load (file, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_read (void)
{
  g_auto (Run)       shown = tool_run (&tool, "read @/good.txt", NULL), again = tool_run (&tool, "read --threads 1 @/good.txt", NULL);
  g_auto (Run)       written = tool_run (&tool, "read -o @/good.entente @/good.txt", NULL), piped = tool_run (&tool, "read -", ARTICLE);
  g_autofree char   *path = g_build_filename (tool.folder, "good.entente", NULL), *contents = NULL;
  g_autoptr (EntMap) map = load ("good.entente");
  g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (map), 0);

  g_assert_cmpstr (shown.out, ==, again.out);
  g_assert_cmpint (written.status, ==, 0);
  g_assert_cmpstr (written.out, ==, "");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (shown.out, ==, contents);
  g_assert_cmpint (piped.status, ==, 0);
  g_assert_cmpstr (ent_source_get_text (source), ==, "The harbour of Łódź\n\nRussia said on Tuesday that Zoë helps the crews. The crews thanked her.");
}

static void
test_read_several (void)
{
  g_auto (Run)        run = tool_run (&tool, "read @/good.txt @/missing.txt @/Zoë.md -o @", NULL);
  g_autoptr (EntMap)  one = load ("good.entente"), two = load ("Zoë.entente");

  g_assert_cmpint (run.status, ==, 1);   /* one was missing, the others are there */
  g_assert_nonnull (strstr (run.err, "missing.txt"));
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_sources (one)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_sources (two)), ==, 1);
}

static void
test_draw (void)
{
  static const struct { const char *arguments, *name, *start; } pictures[] = {
    { "draw @/map.entente -o @/x.svg", "x.svg", "<?xml" }, { "draw @/map.entente -o @/x.png", "x.png", "\x89PNG" },
    { "draw @/map.entente -o @/x.pdf", "x.pdf", "%PDF" }, { "draw @/map.json -o @/y.svg --dark", "y.svg", "<?xml" },
    { "draw @/map.entente -o @/s.png --size 320x200", "s.png", "\x89PNG" }, { "draw @/map.entente -o @/t.png --scale 2", "t.png", "\x89PNG" },
    { "draw @/good.txt -o @/z.svg", "z.svg", "<?xml" },
    { "export @/map.entente -o @/e.svg -o @/e.html", "e.html", "<!DOCTYPE html>" },
    { "export @/map.entente -o @/e.graphml --dark", "e.graphml", "<?xml" }, { "export @/map.entente -o @/e.gexf", "e.gexf", "<?xml" },
    { "export @/map.entente -o @/e.dot", "e.dot", "digraph" }, { "export @/map.entente -o @/q.pdf --quotes --legend", "q.pdf", "%PDF" },
    { "export @/map.entente -o @/e-actors.csv", "e-actors.csv", "id,name," }, { "export @/map.entente -o @/e.csv", "e.csv", "id,from_id," },
    { "export @/map.entente -o @/evidence.csv --stance conflict", "evidence.csv", "relation_id," },
    { "export @/map.entente -o @/o.svg --outlines --transparent", "o.svg", "<?xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_auto (Run)     run = tool_run (&tool, pictures[i].arguments, NULL);
      g_autofree char *path = g_build_filename (tool.folder, pictures[i].name, NULL), *contents = NULL;
      gsize            n_bytes;

      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      g_assert_true (g_file_get_contents (path, &contents, &n_bytes, NULL));
      g_assert_true (g_str_has_prefix (contents, pictures[i].start));
      if (g_str_has_prefix (pictures[i].name, "s."))   /* width and height stand behind the PNG's name */
        g_assert_cmpmem (contents + 16, 8, "\0\0\x01\x40\0\0\0\xC8", 8);
    }
}

/* Runs a shell's line with the program as $0 and the model in place; the exit status. */
static int
shell (const char *line)
{
  const char         *argv[] = { "/bin/sh", "-c", line, tool.program, tool.folder, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess)         process = NULL;
  g_autoptr (GError)              error = NULL;

  g_subprocess_launcher_setenv (launcher, "ENTENTE_MODEL", tool.model, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

/* Standard streams that are closed, gone or full: a status, never a crash, never another file taken for one of them. */
static void
test_streams (void)
{
  static const struct { const char *line; int status; } lines[] = {
    { "\"$0\" stance <&-", 1 }, { "\"$0\" relate <&-", 1 }, { "\"$0\" tuples --lines <&-", 1 }, { "\"$0\" read --jsonl <&-", 1 }, { "\"$0\" parse --conllu <&-", 1 }, { "\"$0\" read - <&-", 1 },
    { "\"$0\" stance < /", 1 }, { "\"$0\" stance < /dev/null", 0 }, { "\"$0\" read --jsonl < /dev/null", 0 }, { "\"$0\" parse --conllu < /dev/null", 0 },
    { "\"$0\" read \"$1/good.txt\" >&-", 1 }, { "\"$0\" --help >&-", 1 }, { "\"$0\" read \"$1/good.txt\" 2>&- >/dev/null", 0 },
    { "test ! -e /dev/full || \"$0\" read \"$1/good.txt\" > /dev/full; test $? -le 1", 0 },
    { "yes '{\"id\":1,\"text\":\"The crews said.\"}' | head -n 500 | { \"$0\" read --jsonl; echo $? > \"$1/status\"; } | head -n 1; grep -q '^1$' \"$1/status\"", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      int status = shell (lines[i].line);

      if (status != lines[i].status)
        g_error ("%s: status %d", lines[i].line, status);
    }
}

static void
prepare (void)
{
  static const char map[] =
    "{\"format\": \"entente-map\", \"version\": 1, \"sources\": [{\"id\": \"s1\", \"text\": \"Zoë helps Łódź.\"}], \"actors\": ["
    "{\"id\": \"a1\", \"name\": \"Zoë\", \"kind\": \"person\"}, {\"id\": \"a2\", \"name\": \"Łódź\", \"kind\": \"place\"}], \"relations\": ["
    "{\"id\": \"r1\", \"from\": \"a1\", \"to\": \"a2\", \"stance\": \"cooperation\", \"type\": \"aid\", \"label\": \"helps\", \"evidence\": ["
    "{\"source\": \"s1\", \"start\": 0, \"end\": 15, \"quote\": \"Zoë helps Łódź.\", \"modality\": \"asserted\", \"confidence\": 0.9}]}]}";
  static const struct { const char *name, *text; gssize n_bytes; } files[] = {
    { "good.txt", ARTICLE, -1 }, { "Zoë.md", "# Zoë\n\nShe *helps*.", -1 }, { "empty.txt", "", 0 },
    { "german.txt", "Die Fähren blieben im Hafen, weil die Mannschaften sich geweigert hatten, mit ihnen auszulaufen.", -1 }, { "latin.txt", "\xC5\x81\xC3\xB3 \xE9\xFF\xFE\xFF", 8 },
    { "map.entente", map, -1 }, { "map.json", map, -1 },
    { "bad.entente", "{\"format\": \"entente-map\", \"version\": 1, \"sources\": [], \"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"ship\"}], \"relations\": []}", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (tool_write (&tool, files[i].name, files[i].text, files[i].n_bytes));
}

int
main (int argc, char *argv[])
{
  tool_init (&tool, argc, argv);
  prepare ();
  g_test_add_func ("/cli/calls", test_calls);
  g_test_add_func ("/cli/read", test_read);
  g_test_add_func ("/cli/read-several", test_read_several);
  g_test_add_func ("/cli/draw", test_draw);
  g_test_add_func ("/cli/streams", test_streams);
  return tool_finish (&tool, g_test_run ());
}
