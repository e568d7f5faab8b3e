/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-word-lists.h"

#include "ent-table.h"

struct _EntWordLists {
  GHashTable *lists[ENT_N_LISTS];   /* sets of char * */
};

static const char *const list_names[ENT_N_LISTS] = {
  "stand-in", "state-organ", "country-noun", "quantity", "number", "light-verb", "receiving-verb", "answering-verb", "wish", "saying-verb", "denying-verb",
  "object-control", "modal", "hedge", "hearsay", "condition", "negation", "place-preposition", "title", "state-office", "deed", "vague", "class", "coming-verb", "despite", "including", "given", "commissive",
  "band", "collective", "ceasing", "settling-verb", "bringing-verb", "breaking-verb", "sour", "felt", "resuming",
  "praise", "blame", "telling", "no-party", "thing", "calendar", "held-event", "anybody", "work", "researcher", "lifting-verb", "felt-noun",
};

static void
add_words (GHashTable *list, const char *cell)
{
  g_auto (GStrv) words = ent_table_split (cell);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (list, g_utf8_strdown (words[i], -1));
}

static gboolean
read_list (char **columns, guint line, gpointer data, GError **error)
{
  EntWordLists *self = data;

  for (guint i = 0; i < ENT_N_LISTS; i++)
    if (g_str_equal (columns[0], list_names[i]))
      {
        add_words (self->lists[i], columns[1]);
        return TRUE;
      }
  g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM, "“%s” is none of the lists that the table's head describes", columns[0]);
  return FALSE;
}

static gboolean
read_stand_in (char **columns, guint line, gpointer data, GError **error)
{
  EntWordLists *self = data;

  add_words (self->lists[ENT_LIST_STAND_IN], columns[0]);
  return TRUE;
}

EntWordLists *
ent_word_lists_new (GError **error)
{
  g_autoptr (EntWordLists) self = g_new0 (EntWordLists, 1);

  for (guint i = 0; i < ENT_N_LISTS; i++)
    self->lists[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!ent_table_load ("relations/words.tsv", 2, read_list, self, error) ||
      !ent_table_load ("relations/stand-ins.txt", 1, read_stand_in, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_word_lists_free (EntWordLists *self)
{
  for (guint i = 0; i < ENT_N_LISTS; i++)
    g_hash_table_unref (self->lists[i]);
  g_free (self);
}

gboolean
ent_word_lists_has (const EntWordLists *self, EntList list, const char *lemma)
{
  g_autofree char *lower = NULL;

  if (lemma == NULL)
    return FALSE;
  if (g_hash_table_contains (self->lists[list], lemma))
    return TRUE;
  lower = g_utf8_strdown (lemma, -1);
  return g_hash_table_contains (self->lists[list], lower);
}

const char *
ent_word_lists_peek (const EntWordLists *self, const char *lemma)
{
  gpointer key;

  for (guint i = 0; i < ENT_N_LISTS; i++)
    if (g_hash_table_lookup_extended (self->lists[i], lemma, &key, NULL))
      return key;
  return NULL;
}
