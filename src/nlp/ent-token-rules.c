/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists are compiled into the program. A section begins with its name in brackets; entries are parted by blanks, all
 * in lower case; "#" begins a comment. A contraction is written with a bar where it divides: "can|not". */
#include "ent-token-rules.h"

#include "ent-resource.h"
#include "ent-nlp-resources.h"

#include <string.h>

#define PATH "/io/github/entente/Entente/tokens/english.txt"
#define LONGEST_ENTRY 63

static const char *const section_names[ENT_N_TOKEN_LISTS] = {
  "title", "abbreviation", "ending", "ambiguous", "numbered", "prefix", "compound", "apostrophe", "starter", "unit", "contraction",
};

struct _EntTokenRules {
  GHashTable *lists[ENT_N_TOKEN_LISTS];   /* word → place of the bar, or 0 */
};

static void
add_entries (GHashTable *list, const char *line)
{
  g_auto (GStrv) entries = g_strsplit_set (line, " \t", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      char *entry = entries[i], *bar = strchr (entry, '|');
      gsize place = bar != NULL ? (gsize) (bar - entry) : 0;

      if (bar != NULL)
        memmove (bar, bar + 1, strlen (bar));
      if (*entry != '\0')
        g_hash_table_insert (list, g_strdup (entry), GSIZE_TO_POINTER (place));
    }
}

/* (transfer full): the lists. */
EntTokenRules *
ent_token_rules_new (void)
{
  EntTokenRules     *self = g_new0 (EntTokenRules, 1);
  g_autoptr (GBytes) bytes = ent_resource_lookup (ent_nlp_get_resource, PATH);
  g_auto (GStrv)     lines = NULL;
  GHashTable        *list = NULL;

  g_assert (bytes != NULL);
  for (guint i = 0; i < ENT_N_TOKEN_LISTS; i++)
    self->lists[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (line[0] == '[')
        {
          list = NULL;
          for (guint s = 0; s < ENT_N_TOKEN_LISTS; s++)
            if (strncmp (line + 1, section_names[s], strlen (section_names[s])) == 0 && line[1 + strlen (section_names[s])] == ']')
              list = self->lists[s];
        }
      else if (line[0] != '#' && list != NULL)
        add_entries (list, line);
    }
  return self;
}

void
ent_token_rules_free (EntTokenRules *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < ENT_N_TOKEN_LISTS; i++)
    g_hash_table_unref (self->lists[i]);
  g_free (self);
}

/* The entry for a word in any case; FALSE where there is none. A typographic apostrophe counts as a plain one. */
static gboolean
look_up (const EntTokenRules *self, EntTokenList list, const char *word, gsize n_bytes, gsize *place)
{
  char     key[LONGEST_ENTRY + 1];
  gsize    n = 0;
  gpointer value;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (n >= LONGEST_ENTRY)
        return FALSE;
      if (n_bytes - i >= 3 && memcmp (word + i, "’", 3) == 0)
        {
          key[n++] = '\'';
          i += 2;
        }
      else
        key[n++] = g_ascii_tolower (word[i]);
    }
  key[n] = '\0';
  if (!g_hash_table_lookup_extended (self->lists[list], key, NULL, &value))
    return FALSE;
  *place = GPOINTER_TO_SIZE (value);
  return TRUE;
}

/* Whether a list has a word, in any case. */
gboolean
ent_token_rules_has (const EntTokenRules *self, EntTokenList list, const char *word, gsize n_bytes)
{
  gsize place;

  return look_up (self, list, word, n_bytes, &place);
}

/* The bytes of the first part of a contraction, or 0 where the word is none. */
gsize
ent_token_rules_divide (const EntTokenRules *self, const char *word, gsize n_bytes)
{
  gsize place;

  return look_up (self, ENT_TOKEN_LIST_CONTRACTION, word, n_bytes, &place) ? place : 0;
}
