/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles beside the checkout, where they are: the text is theirs and taken for English, and no quote of their gold maps lies in furniture. */
#include "ent-article-loader.h"
#include "ent-language.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *folder;

/* Case, curly marks and runs of white space do not count, as in the scorer. */
static char *
dup_squeezed (const char *text)
{
  static const struct { const char *from, *to; } marks[] = { { "’", "'" }, { "“", "\"" }, { "”", "\"" }, { "–", "-" }, { "—", "-" } };
  g_autoptr (GString) plain = g_string_new (text);
  GString            *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (plain, marks[i].from, marks[i].to, 0);
  for (const char *at = plain->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strchomp (g_string_free (out, FALSE));
}

/* How many of the gold map's quotes stand in a furniture paragraph and nowhere else. */
static guint
count_swallowed (EntArticle *article, const char *path, guint *n_quotes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     error = NULL;
  g_autoptr (GString)    kept = g_string_new (NULL), dropped = g_string_new (NULL);
  g_autofree char       *kept_text = NULL, *dropped_text = NULL;
  guint                  n_paragraphs, n_swallowed = 0;
  const EntParagraph    *paragraphs = ent_article_get_paragraphs (article, &n_paragraphs);
  JsonArray             *relations;

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (paragraphs[i].kind == ENT_PARAGRAPH_FURNITURE ? dropped : kept, "%.*s\n",
                            (int) ent_span_length (paragraphs[i].span), ent_article_get_text (article) + paragraphs[i].span.start_byte);
  kept_text = dup_squeezed (kept->str);
  dropped_text = dup_squeezed (dropped->str);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  relations = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "relations");
  for (guint i = 0; i < json_array_get_length (relations); i++)
    {
      JsonArray *quotes = json_object_get_array_member (json_array_get_object_element (relations, i), "quotes");

      for (guint k = 0; k < json_array_get_length (quotes); k++)
        {
          g_autofree char *quote = dup_squeezed (json_array_get_string_element (quotes, k));

          (*n_quotes)++;
          if (strstr (kept_text, quote) == NULL && strstr (dropped_text, quote) != NULL)
            {
              g_test_message ("swallowed: %s", quote);
              n_swallowed++;
            }
        }
    }
  return n_swallowed;
}

static void
test_articles (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;
  guint            n_articles = 0, n_quotes = 0, n_swallowed = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char       *path = g_build_filename (folder, name, NULL);
      g_autofree char       *gold = NULL, *before = NULL, *after = NULL, *contents = NULL;
      g_autoptr (GFile)      file = g_file_new_for_path (path);
      g_autoptr (EntArticle) article = NULL;
      g_autoptr (GError)     error = NULL;
      const EntParagraph    *paragraphs;
      guint                  n_paragraphs;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      article = ent_article_load (file, NULL, &error);
      g_assert_no_error (error);
      g_file_get_contents (path, &contents, NULL, &error);
      g_assert_no_error (error);
      before = dup_squeezed (contents);
      after = dup_squeezed (ent_article_get_text (article));
      g_assert_cmpstr (before, ==, after);
      ent_language_check (article, &error);
      g_assert_no_error (error);
      gold = g_strdup_printf ("%.*s.gold.json", (int) (strlen (path) - 4), path);
      n_swallowed += count_swallowed (article, gold, &n_quotes);
      n_articles++;
      paragraphs = ent_article_get_paragraphs (article, &n_paragraphs);
      g_test_message ("%s: “%s” %s", name, ent_article_get_title (article), ent_article_get_date (article));
      for (guint i = 0; i < n_paragraphs; i++)
        if (paragraphs[i].kind != ENT_PARAGRAPH_BODY)
          g_test_message ("  kind %d: %.*s", paragraphs[i].kind, (int) MIN (ent_span_length (paragraphs[i].span), 120),
                          ent_article_get_text (article) + paragraphs[i].span.start_byte);
    }
  g_test_message ("%u articles, %u gold quotes, %u in furniture", n_articles, n_quotes, n_swallowed);
  g_assert_cmpuint (n_articles, >, 0);
  g_assert_cmpuint (n_swallowed, ==, 0);
}

static void
test_absent (void)
{
  g_test_skip ("there are no ../shared/articles beside the checkout");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder = g_strconcat (g_getenv ("ENTENTE_SHARED") != NULL ? g_getenv ("ENTENTE_SHARED") : "", "/articles", NULL);
  g_test_add_func ("/article/shared", g_file_test (folder, G_FILE_TEST_IS_DIR) ? test_articles : test_absent);
  return g_test_run ();
}
