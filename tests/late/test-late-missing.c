/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that was put where none of its parts are. */
#include "ent-late.h"

#include <string.h>

static void
test_missing (void)
{
  static const char page[] = "<!DOCTYPE html><p>The ministers met in Athens on Monday.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (EntMap) map = ent_map_new ();
  g_autoptr (EntGraph) graph = ent_graph_new (map, NULL, NULL);
  g_autoptr (GError) of_article = NULL, of_graph = NULL;

  g_assert_null (ent_article_load_bytes (bytes, "é.html", NULL, &of_article));
  g_assert_error (of_article, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (of_article->message, "entente-documents.so"));
  g_assert_null (ent_graph_measure_betweenness (graph, NULL, &of_graph));
  g_assert_error (of_graph, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/late/missing", test_missing);
  return g_test_run ();
}
