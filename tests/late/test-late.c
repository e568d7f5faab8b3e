/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a part does is tested by the tests of its folder, which are linked with the parts too: late documents, late graph … Here: when
 * their libraries come. */
#include "ent-late.h"

#include <string.h>

/* Whether a library of that name is in the process. */
static gboolean
is_loaded (const char *library)
{
  g_autofree char *maps = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents ("/proc/self/maps", &maps, NULL, &error);
  g_assert_no_error (error);
  return strstr (maps, library) != NULL;
}

static void
test_documents (void)
{
  static const char page[] = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Grèce and its islands</title></head><body><article>"
    "<h1>Grèce and its islands</h1><p>The ministers of both countries met in Athens on Monday, as the talks about the islands went on.</p>"
    "<p>The foreign minister said that his government would not accept the offer, and that the talks would be ended by the summer.</p>"
    "</article></body></html>";
  static const char text[] = "The ministers met in Athens on Monday, as the talks about the islands went on.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page)), plain_bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArticle) plain = ent_article_load_bytes (plain_bytes, "page.md", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plain);
  g_assert_false (is_loaded ("libxml2.so"));
  g_assert_false (is_loaded ("libpoppler"));
  g_autoptr (EntArticle) article = ent_article_load_bytes (bytes, "page.html", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_article_get_title (article), ==, "Grèce and its islands");
  g_assert_true (is_loaded ("libxml2.so"));
  g_assert_true (is_loaded ("libpoppler"));
}

/* An error of a part is one of the program's. */
static void
test_error (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7 no more", 16);
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_article_load_bytes (bytes, "é.pdf", NULL, &error));
  g_assert_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED);
}

static void
test_graph (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  g_autoptr (EntActor) actor = ent_actor_new ("a1", "Żabbar", ENT_KIND_PLACE);
  g_autoptr (GError) error = NULL;

  ent_map_add_actor (map, actor);
  g_autoptr (EntGraph) graph = ent_graph_new (map, NULL, NULL);
  g_autofree double *degrees = ent_graph_measure_degrees (graph);
  g_assert_cmpfloat (degrees[0], ==, 0);
  g_assert_false (is_loaded ("libigraph"));
  g_autoptr (GPtrArray) path = ent_graph_find_path (graph, actor, actor, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (path->len, ==, 1);
  g_assert_true (path->pdata[0] == actor);
  g_assert_true (is_loaded ("libigraph"));
}

static void
test_web (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) address = ent_fetch_address_parse ("https://127.0.0.1/", &error);

  g_assert_no_error (error);
  g_assert_false (is_loaded ("libsoup"));
  g_assert_null (ent_fetch (address, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ENT_FETCH_ERROR, ENT_FETCH_ERROR_PRIVATE);
  g_assert_true (is_loaded ("libsoup"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/late/documents", test_documents);
  g_test_add_func ("/late/error", test_error);
  g_test_add_func ("/late/graph", test_graph);
  g_test_add_func ("/late/web", test_web);
  return g_test_run ();
}
