/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A hash table per kind of word from the head's lemma to its entries. The head of a phrase is its last word for nouns
 * ("peace talks") and its first otherwise ("crack down"). */

#include "ent-relation-lexicon.h"

#include "ent-table.h"

#include <string.h>

struct _EntRelationLexicon {
  GPtrArray  *entries;                        /* owned */
  GHashTable *by_lemma[ENT_N_LEXICON_KINDS];  /* char * → GPtrArray of borrowed entries */
};

static const char *const kind_names[ENT_N_LEXICON_KINDS] = { "verb", "not-verb", "noun", "adjective", "agent", "preposition", "prefix", "suffix" };

static void
entry_free (gpointer data)
{
  EntLexiconEntry *entry = data;

  g_strfreev (entry->from);
  g_strfreev (entry->to);
  g_strfreev (entry->words);
  g_free (entry);
}

static gboolean
read_frame (EntLexiconEntry *entry, const char *frame)
{
  const char *arrow = strchr (frame, '>');
  const char *end;
  g_autofree char *from = NULL;

  if (arrow == NULL || arrow == frame || arrow[1] == '\0')
    return FALSE;
  entry->mutual = arrow[-1] == '<';
  end = entry->mutual ? arrow - 1 : arrow;
  if (end == frame)
    return FALSE;
  from = g_strndup (frame, end - frame);
  entry->from = g_strsplit (from, "|", -1);
  entry->to = g_strsplit (arrow + 1, "|", -1);
  return TRUE;
}

static void
add_entry (EntRelationLexicon *self, EntLexiconEntry *entry)
{
  GPtrArray *list = g_hash_table_lookup (self->by_lemma[entry->kind], entry->words[entry->head]);
  guint n_words = g_strv_length (entry->words);
  guint at = 0;

  g_ptr_array_add (self->entries, entry);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->by_lemma[entry->kind], g_strdup (entry->words[entry->head]), list);
    }
  while (at < list->len)
    {
      const EntLexiconEntry *old = list->pdata[at];
      guint n_old = g_strv_length (old->words);

      if (n_old < n_words || (n_old == n_words && old->strength < entry->strength))
        break;
      at++;
    }
  g_ptr_array_insert (list, (gint) at, entry);
}

/* The first of an entry's words in brackets that is no list; NULL for none. */
static const char *
find_unknown_list (const EntLexiconEntry *entry)
{
  for (guint i = 0; entry->words[i] != NULL; i++)
    if (entry->words[i][0] == '[' && !g_str_equal (entry->words[i], ENT_LEXICON_PRAISE) && !g_str_equal (entry->words[i], ENT_LEXICON_BLAME))
      return entry->words[i];
  return NULL;
}

static gboolean
read_row (char **c, guint line, gpointer data, GError **error)
{
  EntRelationLexicon *self = data;
  EntRelationType type;
  guint kind = 0;
  g_auto (GStrv) words = NULL;

  while (kind < ENT_N_LEXICON_KINDS && !g_str_equal (c[1], kind_names[kind]))
    kind++;
  if (!ent_relation_type_from_string (c[0], &type) || kind == ENT_N_LEXICON_KINDS || strlen (c[3]) != 1 || c[3][0] < '1' || c[3][0] > '3')
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM,
                   "expected one of the 22 types, a kind of word, a frame and a strength of 1 to 3, not “%s %s %s %s”", c[0], c[1], c[2], c[3]);
      return FALSE;
    }
  words = ent_table_split (c[4]);
  for (guint i = 0; words[i] != NULL; i++)
    {
      EntLexiconEntry *entry = g_new0 (EntLexiconEntry, 1);

      entry->type = type;
      entry->kind = kind;
      entry->line = line;
      entry->strength = (guint) (c[3][0] - '0');
      entry->words = g_strsplit (words[i], " ", -1);
      if (kind == ENT_LEXICON_NOUN || kind == ENT_LEXICON_AGENT)
        entry->head = g_strv_length (entry->words) - 1;
      if (!read_frame (entry, c[2]))
        {
          g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM, "“%s” is no frame like “subj>obj”", c[2]);
          entry_free (entry);
          return FALSE;
        }
      if (find_unknown_list (entry) != NULL)
        {
          g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM, "“%s” is neither “" ENT_LEXICON_PRAISE "” nor “" ENT_LEXICON_BLAME "”", find_unknown_list (entry));
          entry_free (entry);
          return FALSE;
        }
      add_entry (self, entry);
    }
  return TRUE;
}

static EntRelationLexicon *
lexicon_new (void)
{
  EntRelationLexicon *self = g_new0 (EntRelationLexicon, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < ENT_N_LEXICON_KINDS; i++)
    self->by_lemma[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

EntRelationLexicon *
ent_relation_lexicon_new (GError **error)
{
  g_autoptr (EntRelationLexicon) self = lexicon_new ();

  if (!ent_table_load ("relations/lexicon.tsv", 5, read_row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

EntRelationLexicon *
ent_relation_lexicon_new_parse (const char *text, const char *name, GError **error)
{
  g_autoptr (EntRelationLexicon) self = lexicon_new ();

  if (!ent_table_parse (text, name, 5, read_row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_relation_lexicon_free (EntRelationLexicon *self)
{
  for (guint i = 0; i < ENT_N_LEXICON_KINDS; i++)
    g_hash_table_unref (self->by_lemma[i]);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

guint
ent_relation_lexicon_n_entries (const EntRelationLexicon *self)
{
  return self->entries->len;
}

const GPtrArray *
ent_relation_lexicon_lookup (const EntRelationLexicon *self, EntLexiconKind kind, const char *lemma)
{
  g_autofree char *lower = NULL;

  if (lemma == NULL)
    return NULL;
  lower = g_utf8_strdown (lemma, -1);
  return g_hash_table_lookup (self->by_lemma[kind], lower);
}

guint
ent_relation_lexicon_get_types (const EntRelationLexicon *self, EntLexiconKind kind, const char *lemma, guint min_strength)
{
  const GPtrArray *entries = ent_relation_lexicon_lookup (self, kind, lemma);
  guint types = 0;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const EntLexiconEntry *entry = entries->pdata[i];

      if (entry->words[1] == NULL && entry->strength >= min_strength)
        types |= 1u << entry->type;
    }
  return types;
}

const char *
ent_lexicon_kind_to_string (EntLexiconKind kind)
{
  g_return_val_if_fail ((gsize) kind < ENT_N_LEXICON_KINDS, NULL);
  return kind_names[kind];
}

const char *
ent_relation_lexicon_peek_lemma (const EntRelationLexicon *self, gboolean noun, const char *lemma)
{
  static const EntLexiconKind kinds[2][3] = { { ENT_LEXICON_VERB, ENT_LEXICON_ADJECTIVE, ENT_LEXICON_NOT_VERB }, { ENT_LEXICON_NOUN, ENT_LEXICON_AGENT, ENT_LEXICON_AGENT } };
  gpointer key;

  for (guint i = 0; i < G_N_ELEMENTS (kinds[0]); i++)
    if (g_hash_table_lookup_extended (self->by_lemma[kinds[noun ? 1 : 0][i]], lemma, &key, NULL))
      return key;
  return NULL;
}
