/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files in tests/article/documents as people have them: each is read, and its title, date and paragraphs are held against
 * NAME.expected. With --write what is read becomes what is expected: look at the difference. */
#include "ent-article-loader.h"
#include "paragraph-text.h"

#include <string.h>

static const char *const documents[] = { "news-site.html", "old-tables.html", "plain-divs.html", "communique.odt", "briefing.docx", "newsletter.eml" };

static char *
dup_reading (const char *name)
{
  g_autofree char       *path = g_test_build_filename (G_TEST_DIST, "documents", name, NULL);
  g_autoptr (GFile)      file = g_file_new_for_path (path);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = ent_article_load (file, NULL, &error);
  g_autofree char       *paragraphs = NULL;
  const char            *date;

  g_assert_no_error (error);
  assert_well_formed (article);
  paragraphs = dup_paragraph_text (article);
  date = ent_article_get_date (article);
  return g_strdup_printf ("%s\n%s\n\n%s", ent_article_get_title (article), date != NULL ? date : "no date", paragraphs);
}

static char *
dup_expected_path (const char *name)
{
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));
  g_autofree char *expected = g_strconcat (stem, ".expected", NULL);

  return g_test_build_filename (G_TEST_DIST, "documents", expected, NULL);
}

static void
test_document (gconstpointer name)
{
  g_autofree char *path = dup_expected_path (name);
  g_autofree char *expected = NULL;
  g_autofree char *got = dup_reading (name);

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (got, ==, expected);
}

static void
write_document (gconstpointer name)
{
  g_autofree char *path = dup_expected_path (name);
  g_autofree char *got = dup_reading (name);

  g_assert_true (g_file_set_contents (path, got, -1, NULL));
}

int
main (int argc, char *argv[])
{
  gboolean writes;

  g_test_init (&argc, &argv, NULL);
  writes = argc == 2 && g_str_equal (argv[1], "--write");
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strconcat ("/article/documents/", documents[i], NULL);

      g_test_add_data_func (path, documents[i], writes ? write_document : test_document);
    }
  return g_test_run ();
}
