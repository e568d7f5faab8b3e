/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article-loader.h"
#include "paragraph-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define OK (-1)

typedef struct { const char *name, *bytes; gsize n_bytes; int code; const char *want; } Case;
#define BYTES(s) s, sizeof (s) - 1

/* want: the text, or what the message must name. */
static const Case cases[] = {
  { "empty", BYTES (""), ENT_ARTICLE_ERROR_EMPTY, "case.txt" },
  { "blank", BYTES (" \n\n\t "), ENT_ARTICLE_ERROR_EMPTY, "case.txt" },
  { "byte-order-mark-only", BYTES ("\xEF\xBB\xBF"), ENT_ARTICLE_ERROR_EMPTY, "case.txt" },
  { "one-byte", BYTES ("x"), OK, "x" },
  { "utf8", BYTES ("Zoë in Łódź 🙂."), OK, "Zoë in Łódź 🙂." },
  { "utf8-bom", BYTES ("\xEF\xBB\xBFZoë went."), OK, "Zoë went." },
  { "one-nul", BYTES ("Zoë\0 went home late on Tuesday."), OK, "Zoë went home late on Tuesday." },
  { "windows-1252", BYTES ("The mayor\x92s caf\xE9 \x96 \x93""closed\x94 \x96 cost \x80""5, said Fran\xE7ois."), OK, "The mayor’s café – “closed” – cost €5, said François." },
  { "windows-1252-nul", BYTES ("The mayor\x92s caf\xE9\0 is closed, said Fran\xE7ois, and nobody minds it very much."), OK,
    "The mayor’s café is closed, said François, and nobody minds it very much." },
  { "utf16-le", BYTES ("\xFF\xFEZ\0o\0\xEB\0 \0=\xD8\x42\xDE"), OK, "Zoë 🙂" },
  { "utf16-be", BYTES ("\xFE\xFF\0Z\0o\0\xEB"), OK, "Zoë" },
  { "utf32-le", BYTES ("\xFF\xFE\0\0Z\0\0\0\xEB\0\0\0"), OK, "Zë" },
  { "utf16-odd", BYTES ("\xFF\xFEZ\0o"), ENT_ARTICLE_ERROR_ENCODING, "byte 4" },
  { "utf16-half", BYTES ("\xFF\xFEZ\0=\xD8Z\0"), ENT_ARTICLE_ERROR_ENCODING, "byte 4" },
  { "broken-utf8", BYTES ("Zoë in Łódź went \xFF home, over the bridge and to the café."), ENT_ARTICLE_ERROR_ENCODING, "byte 21 (0xff)" },
  { "cut-utf8", BYTES ("Zoë in Łódź and in Krak\xC3"), ENT_ARTICLE_ERROR_ENCODING, "(0xc3)" },
  { "undefined", BYTES ("The mayor\x92s caf\xE9 \x81 is closed."), ENT_ARTICLE_ERROR_ENCODING, "byte 9 (0x92)" },
  { "cyrillic-1251", BYTES ("\xCC\xE5\xF0 \xEC\xB3\xF1\xF2\xE0 \xF1\xEA\xE0\xE7\xE0\xE2"), ENT_ARTICLE_ERROR_ENCODING, "byte 0" },
  { "one-high-byte", BYTES ("\xE9"), ENT_ARTICLE_ERROR_ENCODING, "byte 0" },
  { "overlong", BYTES ("A \xC0\xAF slash written too long, after Łódź."), ENT_ARTICLE_ERROR_ENCODING, "byte 2" },
  { "surrogate", BYTES ("A \xED\xA0\x80 half of a character, after Łódź and Zoë."), ENT_ARTICLE_ERROR_ENCODING, "byte 2" },
  { "binary", BYTES ("\x01\x02\0\0\0\x05 abc \0\0\x10"), ENT_ARTICLE_ERROR_NOT_TEXT, "byte 0" },
  { "utf16-without-mark", BYTES ("Z\0o\0 \0w\0e\0n\0t\0"), ENT_ARTICLE_ERROR_NOT_TEXT, "byte 1" },
  { "nul-only", BYTES ("\0"), ENT_ARTICLE_ERROR_NOT_TEXT, "byte 0" },
  { "pdf", BYTES ("%PDF-1.7\n1 0 obj"), ENT_ARTICLE_ERROR_DAMAGED, "PDF" },
  { "zip", BYTES ("PK\003\004 and so on"), ENT_ARTICLE_ERROR_DAMAGED, "unpacked" },
  { "rtf", BYTES ("{\\rtf1 Text}"), ENT_ARTICLE_ERROR_FORMAT, "rich text" },
  { "png", BYTES ("\x89PNG\r\n\x1A\n"), ENT_ARTICLE_ERROR_FORMAT, "picture" },
  { "map", BYTES ("{\n  \"format\": \"entente-map\","), ENT_ARTICLE_ERROR_FORMAT, "map" },
};

static void
test_bytes (gconstpointer data)
{
  const Case            *c = data;
  g_autoptr (GBytes)     bytes = g_bytes_new_static (c->bytes, c->n_bytes);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = ent_article_load_bytes (bytes, "case.txt", NULL, &error);

  if (c->code == OK)
    {
      g_assert_no_error (error);
      assert_well_formed (article);
      g_assert_cmpstr (ent_article_get_text (article), ==, c->want);
      return;
    }
  g_assert_null (article);
  g_assert_error (error, ENT_ARTICLE_ERROR, c->code);
  g_assert_nonnull (strstr (error->message, "case.txt"));
  if (strstr (error->message, c->want) == NULL)
    g_error ("“%s” does not name “%s”", error->message, c->want);
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 1500; round++)
    {
      guint8                 data[200];
      gsize                  n = (gsize) g_rand_int_range (rand, 0, sizeof data);
      g_autoptr (GBytes)     bytes = NULL;
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = NULL;

      for (gsize i = 0; i < n; i++)
        data[i] = (guint8) (g_rand_int_range (rand, 0, 12) == 0 ? g_rand_int_range (rand, 0, 256) : g_rand_int_range (rand, 32, 127));
      bytes = g_bytes_new (data, n);
      article = ent_article_load_bytes (bytes, round % 2 == 0 ? "a.txt" : "a.md", NULL, &error);
      g_assert_true ((article == NULL) == (error != NULL));
      if (article != NULL)
        assert_well_formed (article);
    }
}

static void
test_files (void)
{
  g_autofree char       *folder = g_dir_make_tmp ("entente-article-XXXXXX", NULL);
  g_autofree char       *path = g_build_filename (folder, "Zoë.txt", NULL);
  g_autoptr (GFile)      file = g_file_new_for_path (path), dir = g_file_new_for_path (folder);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = NULL;
  g_autofree char       *uri = g_file_get_uri (file);

  g_assert_null (ent_article_load (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Zoë.txt: there is no such file"));
  g_clear_error (&error);
  g_assert_null (ent_article_load (dir, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (error->message, folder));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "Zoë went.\r\n", -1, &error));
  article = ent_article_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_article_get_text (article), ==, "Zoë went.");
  g_assert_cmpstr (ent_article_get_uri (article), ==, uri);
  g_remove (path);
  g_rmdir (folder);
}

/* Refused by its size: a file of 50 MB that holds nothing is not read for it. */
static void
test_too_large (void)
{
  g_autofree char       *folder = g_dir_make_tmp ("entente-article-XXXXXX", NULL);
  g_autofree char       *path = g_build_filename (folder, "large.txt", NULL);
  g_autoptr (GFile)      file = g_file_new_for_path (path);
  g_autoptr (GError)     error = NULL;
  g_autoptr (GFileIOStream) stream = g_file_create_readwrite (file, G_FILE_CREATE_NONE, NULL, &error);
  g_autofree char       *most = g_strnfill (ENT_ARTICLE_MAX_BYTES, 'x');
  g_autoptr (GBytes)     full = g_bytes_new (most, ENT_ARTICLE_MAX_BYTES);
  g_autoptr (EntArticle) article = NULL;

  g_assert_no_error (error);
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), (goffset) 50 << 20, NULL, &error));
  g_assert_null (ent_article_load (file, NULL, &error));
  g_assert_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "50.0 MB"));
  g_clear_error (&error);
  article = ent_article_load_bytes (full, "full.txt", NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile)        file = g_file_new_for_path ("/");
  g_autoptr (GError)       error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_article_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/loader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_bytes);
    }
  g_test_add_func ("/article/loader/random-bytes", test_random_bytes);
  g_test_add_func ("/article/loader/files", test_files);
  g_test_add_func ("/article/loader/too-large", test_too_large);
  g_test_add_func ("/article/loader/cancelled", test_cancelled);
  return g_test_run ();
}
