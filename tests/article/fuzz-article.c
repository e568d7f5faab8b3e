/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A fuzz target for the reader of articles, plain and Markdown; see tests/fuzz. */
#include "ent-article-loader.h"
#include "fuzz-target.h"

/* Whatever is accepted is text. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  static const char *const names[] = { "fuzz.txt", "fuzz.md" };
  g_autoptr (GBytes)       bytes = g_bytes_new (data, n_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EntArticle) article = ent_article_load_bytes (bytes, names[i], NULL, NULL);

      if (article != NULL)
        g_assert_true (g_utf8_validate (ent_article_get_text (article), -1, NULL));
    }
  return 0;
}
