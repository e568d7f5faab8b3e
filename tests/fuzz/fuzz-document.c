/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of one format of articles, that of FUZZ_NAME's suffix. */
#include "ent-article-loader.h"
#include "fuzz-target.h"

#ifdef FUZZ_MEMBER
#include "fuzz-package.h"
#endif

/* Whatever is accepted is text; whatever is not has an error that names the file. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
#ifdef FUZZ_MEMBER
  g_autoptr (GBytes)     bytes = fuzz_package_new (FUZZ_MEMBER, data, n_bytes);
#else
  g_autoptr (GBytes)     bytes = g_bytes_new (data, n_bytes);
#endif
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = ent_article_load_bytes (bytes, FUZZ_NAME, NULL, &error);

  g_assert_true ((article == NULL) == (error != NULL));
  if (article != NULL)
    g_assert_true (g_utf8_validate (ent_article_get_text (article), -1, NULL));
  else
    g_assert_true (g_str_has_prefix (error->message, FUZZ_NAME ": "));
  return 0;
}
