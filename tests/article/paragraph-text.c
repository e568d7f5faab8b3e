/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paragraph-text.h"

#include "ent-article-loader.h"

#include <string.h>

char *
dup_paragraph_text (EntArticle *article)
{
  static const char   letters[] = "THBLF";
  guint               n;
  const EntParagraph *paragraphs = ent_article_get_paragraphs (article, &n);
  GString            *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%c %.*s\n", letters[paragraphs[i].kind], (int) ent_span_length (paragraphs[i].span),
                            ent_article_get_text (article) + paragraphs[i].span.start_byte);
  return g_string_free (out, FALSE);
}

void
assert_well_formed (EntArticle *article)
{
  guint               n;
  const EntParagraph *paragraphs = ent_article_get_paragraphs (article, &n);
  const char         *text = ent_article_get_text (article);
  gsize               at = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), ==, ent_article_get_n_bytes (article));
  g_assert_nonnull (ent_article_get_title (article));
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    g_assert_true (*c == '\n' || *c == '\t' || !g_unichar_iscntrl (g_utf8_get_char (c)));
  for (guint i = 0; i < n; i++)
    {
      EntSpan span = paragraphs[i].span;

      if (i > 0)
        {
          gboolean blank_line = strncmp (text + at, "\n\n", 2) == 0;

          g_assert_true (blank_line || (text[at] == ' ' && paragraphs[i].kind == ENT_PARAGRAPH_FURNITURE));
          at += blank_line ? 2 : 1;
        }
      g_assert_cmpuint (span.start_byte, ==, at);
      g_assert_cmpuint (span.end_byte, >, at);
      g_assert_false (g_ascii_isspace (text[span.start_byte]) || g_ascii_isspace (text[span.end_byte - 1]));
      g_assert_null (memchr (text + span.start_byte, '\n', ent_span_length (span)));
      at = span.end_byte;
    }
  g_assert_cmpuint (at, ==, ent_article_get_n_bytes (article));
}

void
assert_article (EntArticle *article, const char *paragraphs, const char *title)
{
  g_autofree char *got = dup_paragraph_text (article);

  assert_well_formed (article);
  g_assert_cmpstr (got, ==, paragraphs);
  if (title != NULL)
    g_assert_cmpstr (ent_article_get_title (article), ==, title);
}

char *
dup_squeezed (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_utf8_get_char (c));
  return g_string_free (out, FALSE);
}

void
assert_random_articles (const char *name, const char *start, const char *const *parts, guint n_parts, guint max_parts, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint round = 0; round < 1000; round++)
    {
      GString               *text = g_string_new (start);
      g_autoptr (GBytes)     bytes = NULL;
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = NULL;

      for (gint n = g_rand_int_range (rand, 0, (gint32) max_parts); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (rand, 0, (gint32) n_parts)]);
      bytes = g_string_free_to_bytes (text);
      article = ent_article_load_bytes (bytes, name, NULL, &error);
      if (article != NULL)
        assert_well_formed (article);
      else
        g_assert_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_EMPTY);
    }
}
