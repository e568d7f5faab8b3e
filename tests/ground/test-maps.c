/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The promise of the program, held against the command as it is installed: an article read twice gives the same map file,
 * byte for byte, and every quote is the article's own text at the place that the map names. The map is read here as plain
 * JSON, positions as characters, so that nothing of the program's own reader can hide a fault of its writer.
 *
 * The environment names the command (ENTENTE_MAP), the sample article (ENTENTE_SAMPLE) and the folder of further
 * articles beside the checkout (ENTENTE_SHARED), which may be missing. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static char *scratch_dir;

static void
read_article (const char *article_path, const char *map_path)
{
  const char *argv[] = { g_getenv ("ENTENTE_MAP"), "read", article_path, "-o", map_path, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &said, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s: %s", article_path, error->message, said);
}

/* Characters of a text, to be compared at a span of a map file. */
typedef struct {
  gunichar *chars;
  glong     n_chars;
} Text;

static void
text_free (Text *text)
{
  g_free (text->chars);
  g_free (text);
}

static Text *
text_new (const char *utf8)
{
  Text *text = g_new0 (Text, 1);

  text->chars = g_utf8_to_ucs4_fast (utf8, -1, &text->n_chars);
  return text;
}

static void
get_span (JsonObject *object, const Text *text, gint64 *start, gint64 *end)
{
  *start = json_object_get_int_member (object, "start");
  *end = json_object_get_int_member (object, "end");
  g_assert_cmpint (*start, >=, 0);
  g_assert_cmpint (*start, <, *end);
  g_assert_cmpint (*end, <=, text->n_chars);
}

/* An optional part of a quote: where it is named it lies within the quote. */
static void
check_part (JsonObject *evidence, const char *name, const Text *text, gint64 start, gint64 end)
{
  JsonObject *part;
  gint64 part_start, part_end;

  if (!json_object_has_member (evidence, name) || json_object_get_null_member (evidence, name))
    return;
  part = json_object_get_object_member (evidence, name);
  get_span (part, text, &part_start, &part_end);
  g_assert_cmpint (part_start, >=, start);
  g_assert_cmpint (part_end, <=, end);
}

static char *
squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = g_str_has_prefix (text, "\357\273\277") ? text + 3 : text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_strdup (out->str);
}

static void
check_evidence (JsonObject *evidence, GHashTable *texts, const char *article)
{
  const char *quote = json_object_get_string_member (evidence, "quote");
  const Text *text = g_hash_table_lookup (texts, json_object_get_string_member (evidence, "source"));
  g_autofree char *at_span = NULL, *squeezed = NULL;
  gint64 start, end;

  g_assert_nonnull (text);
  get_span (evidence, text, &start, &end);
  at_span = g_ucs4_to_utf8 (text->chars + start, end - start, NULL, NULL, NULL);
  g_assert_cmpstr (quote, ==, at_span);
  squeezed = squeeze (quote);
  g_assert_cmpuint (strlen (squeezed), >, 0);
  if (!strstr (article, squeezed))
    g_error ("the quote does not stand in the article: %s", quote);
  check_part (evidence, "from", text, start, end);
  check_part (evidence, "predicate", text, start, end);
  check_part (evidence, "to", text, start, end);
}

static guint
check_map (const char *json, const char *article)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) text_free);
  g_autoptr (GError) error = NULL;
  JsonObject *map;
  JsonArray *sources, *actors, *relations;
  guint n_quotes = 0;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  map = json_node_get_object (json_parser_get_root (parser));
  sources = json_object_get_array_member (map, "sources");
  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      JsonObject *source = json_array_get_object_element (sources, i);

      g_hash_table_insert (texts, (char *) json_object_get_string_member (source, "id"),
                           text_new (json_object_get_string_member (source, "text")));
    }
  actors = json_object_get_array_member (map, "actors");
  for (guint i = 0; i < json_array_get_length (actors); i++)
    {
      JsonArray *mentions = json_object_get_array_member (json_array_get_object_element (actors, i), "mentions");

      for (guint k = 0; k < json_array_get_length (mentions); k++)
        {
          JsonObject *mention = json_array_get_object_element (mentions, k);
          const Text *text = g_hash_table_lookup (texts, json_object_get_string_member (mention, "source"));
          gint64 start, end;

          g_assert_nonnull (text);
          get_span (mention, text, &start, &end);
          g_assert_false (g_unichar_isspace (text->chars[start]));
          g_assert_false (g_unichar_isspace (text->chars[end - 1]));
        }
    }
  relations = json_object_get_array_member (map, "relations");
  for (guint i = 0; i < json_array_get_length (relations); i++)
    {
      JsonArray *evidence = json_object_get_array_member (json_array_get_object_element (relations, i), "evidence");

      g_assert_cmpuint (json_array_get_length (evidence), >, 0);
      for (guint k = 0; k < json_array_get_length (evidence); k++, n_quotes++)
        check_evidence (json_array_get_object_element (evidence, k), texts, article);
    }
  return n_quotes;
}

static void
check_article (const char *path, guint least_quotes)
{
  g_autofree char *first_path = g_build_filename (scratch_dir, "first.entente", NULL);
  g_autofree char *second_path = g_build_filename (scratch_dir, "second.entente", NULL);
  g_autofree char *article = NULL, *squeezed = NULL, *first = NULL, *second = NULL;
  gsize n_first, n_second;
  guint n_quotes;

  g_assert_true (g_file_get_contents (path, &article, NULL, NULL));
  squeezed = squeeze (article);
  read_article (path, first_path);
  read_article (path, second_path);
  g_assert_true (g_file_get_contents (first_path, &first, &n_first, NULL));
  g_assert_true (g_file_get_contents (second_path, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
  n_quotes = check_map (first, squeezed);
  g_test_message ("%s: %u quotes", path, n_quotes);
  g_assert_cmpuint (n_quotes, >=, least_quotes);
}

static void
test_sample (void)
{
  check_article (g_getenv ("ENTENTE_SAMPLE"), 15);
}

/* Bytes, characters and line ends all come apart: a byte order mark, letters of four bytes, CRLF. */
static void
test_multibyte (void)
{
  g_autofree char *sample = NULL, *unix_text = NULL, *windows_text = NULL;
  g_autofree char *path = g_build_filename (scratch_dir, "multibyte.txt", NULL);
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("ENTENTE_SAMPLE"), &sample, NULL, NULL));
  unix_text = g_strconcat ("\357\273\277𝔘𝔨𝔯𝔞𝔦𝔫𝔢 — “éclair” 🗺 Україна\n\n", sample, NULL);
  lines = g_strsplit (unix_text, "\n", -1);
  windows_text = g_strjoinv ("\r\n", lines);
  g_assert_true (g_file_set_contents (path, windows_text, -1, NULL));
  check_article (path, 15);
}

static void
test_shared (gconstpointer path)
{
  check_article (path, 1);
}

static void
add_shared_articles (GPtrArray *paths)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_SHARED"), "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *test_path = g_strconcat ("/maps/shared/", base, NULL);

      g_test_add_data_func (test_path, path, test_shared);
    }
}

static void
test_no_shared (void)
{
  g_test_skip ("there is no folder of articles beside the checkout");
}

/* The check itself: a quote that is off by one character is found. */
static void
test_self (void)
{
  const char *good = "{\"sources\":[{\"id\":\"s1\",\"text\":\"Ґ backs B.\"}],\"actors\":[],\"relations\":[{\"evidence\":"
                     "[{\"source\":\"s1\",\"start\":0,\"end\":10,\"quote\":\"Ґ backs B.\",\"from\":{\"start\":0,\"end\":1}}]}]}";

  if (g_test_subprocess ())
    {
      g_autofree char *bad = g_strdup (good);

      memcpy (strstr (bad, "\"start\":0"), "\"start\":1", strlen ("\"start\":1"));
      check_map (bad, "Ґ backs B.");
      return;
    }
  g_assert_cmpuint (check_map (good, "Ґ backs B."), ==, 1);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

static void
remove_scratch (void)
{
  const char *names[] = { "first.entente", "second.entente", "multibyte.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (scratch_dir, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (scratch_dir);
  g_clear_pointer (&scratch_dir, g_free);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  scratch_dir = g_dir_make_tmp ("entente-maps-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/maps/self", test_self);
  g_test_add_func ("/maps/sample", test_sample);
  g_test_add_func ("/maps/multibyte", test_multibyte);
  add_shared_articles (paths);
  if (paths->len == 0)
    g_test_add_func ("/maps/shared", test_no_shared);
  status = g_test_run ();
  remove_scratch ();
  return status;
}
