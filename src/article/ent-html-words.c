/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One hash table, of "KIND WORD" to the rank. Comments are whole lines there, so their spaces stay. */
#include "ent-html-words.h"

#include "ent-article-resources.h"
#include "ent-resource.h"

#include <string.h>

#define TABLE_PATH "/io/github/entente/Entente/article/web-pages.txt"

struct _EntHtmlWords {
  GHashTable *ranks;
};

static void
add_word (GHashTable *ranks, GHashTable *counts, const char *kind, const char *word)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind)) + 1;

  g_hash_table_replace (counts, g_strdup (kind), GUINT_TO_POINTER (n));
  g_hash_table_insert (ranks, g_strconcat (kind, " ", word, NULL), GUINT_TO_POINTER (n));
}

static void
add_line (GHashTable *ranks, GHashTable *counts, char *line)
{
  gsize         n_kind = strcspn (line, " ");
  const char   *rest = line + n_kind + strspn (line + n_kind, " ");
  g_auto (GStrv) words = NULL;

  if (*line == '#' || *line == '\0')
    return;
  line[n_kind] = '\0';
  words = g_strsplit (rest, g_str_equal (line, "comments") ? "\n" : " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      add_word (ranks, counts, line, words[i]);
}

EntHtmlWords *
ent_html_words_new (void)
{
  EntHtmlWords          *self = g_new (EntHtmlWords, 1);
  g_autoptr (GBytes)     bytes = ent_resource_lookup (ent_article_get_resource, TABLE_PATH);
  g_autofree char       *table = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv)         lines = g_strsplit (table, "\n", -1);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self->ranks, counts, lines[i]);
  return self;
}

void
ent_html_words_free (EntHtmlWords *self)
{
  g_hash_table_unref (self->ranks);
  g_free (self);
}

guint
ent_html_words_rank (const EntHtmlWords *self, const char *kind, const char *word)
{
  char  key[96];
  gsize n_kind = strlen (kind), n_word = strlen (word);

  if (n_kind + n_word + 2 > sizeof key)
    return 0;
  memcpy (key, kind, n_kind);
  key[n_kind] = ' ';
  for (gsize i = 0; i <= n_word; i++)
    key[n_kind + 1 + i] = g_ascii_tolower (word[i]);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, key));
}

/* Copies the next word of @names, small, into @word; returns what is behind it, NULL where there is none. */
static const char *
next_word (const char *names, char *word, gsize size)
{
  gsize n = 0;

  while (*names != '\0' && !g_ascii_isalnum (*names))
    names++;
  if (*names == '\0')
    return NULL;
  do
    {
      if (n + 1 < size)
        word[n++] = g_ascii_tolower (*names);
      names++;
    }
  while (g_ascii_isalnum (*names) && !(g_ascii_isupper (*names) && g_ascii_islower (names[-1])));
  word[n] = '\0';
  return names;
}

gboolean
ent_html_words_is_beside (const EntHtmlWords *self, const char *names)
{
  char     word[64];
  gboolean negated = FALSE;

  while ((names = next_word (names, word, sizeof word)) != NULL)
    {
      if (!negated && ent_html_words_rank (self, "beside", word) > 0)
        return TRUE;
      negated = ent_html_words_rank (self, "negate", word) > 0;
    }
  return FALSE;
}
