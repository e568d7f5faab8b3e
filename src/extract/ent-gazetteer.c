/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A hash table from each name's key to its entry and form. The key of a name is the name without full stops, with plain
 * apostrophes and single spaces; it keeps the capitals, which tell "US" from "us" and "WHO" from "who". Where two entries
 * claim one key the first stays: the tables are read countries first. */

#include "ent-gazetteer.h"

#include "ent-table.h"

#include <string.h>

typedef struct {
  char     *name;
  EntKind   kind;
  char    **nominals;
} Entry;

struct _EntGazetteer {
  GArray     *entries;     /* Entry */
  GHashTable *keys;        /* char * → EntGazetteerMatch * */
  guint       max_words;
};

static char *
make_key (const char *text, gssize n_bytes)
{
  const char *end = text + (n_bytes < 0 ? strlen (text) : (gsize) n_bytes);
  GString *key = g_string_sized_new (end - text + 1);

  while (text < end)
    {
      gunichar c = g_utf8_get_char (text);

      text = g_utf8_next_char (text);
      if (c == '.')
        continue;
      if (c == 0x2019 || c == 0x2018)
        c = '\'';
      if (c == 0x2010 || c == 0x2011)
        c = '-';
      if (g_unichar_isspace (c))
        c = ' ';
      if (c == ' ' && (key->len == 0 || key->str[key->len - 1] == ' '))
        continue;
      g_string_append_unichar (key, c);
    }
  while (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

static void
add_key (EntGazetteer *self, const char *name, EntGazetteerForm form)
{
  g_autofree char *key = make_key (name, -1);
  guint n_words = 1;
  EntGazetteerMatch *match;

  if (*key == '\0' || g_hash_table_contains (self->keys, key))
    return;
  for (const char *p = key; *p != '\0'; p++)
    n_words += *p == ' ' || *p == '-' ? (*p == '-' ? 2 : 1) : 0;
  self->max_words = MAX (self->max_words, n_words);
  match = g_new (EntGazetteerMatch, 1);
  *match = (EntGazetteerMatch) { self->entries->len - 1, form };
  g_hash_table_insert (self->keys, g_steal_pointer (&key), match);
}

static void
add_keys (EntGazetteer *self, const char *cell, EntGazetteerForm form)
{
  g_auto (GStrv) names = ent_table_split (cell);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize n = strlen (names[i]);

      add_key (self, names[i], form);
      if (form == ENT_GAZETTEER_WORD && n > 2 && names[i][n - 1] == 'n')
        {
          g_autofree char *plural = g_strconcat (names[i], "s", NULL);
          add_key (self, plural, form);
        }
    }
}

static gboolean
begin_entry (EntGazetteer *self, const char *name, const char *kind_name, char **nominals, GError **error)
{
  Entry entry = { .name = g_strdup (name), .nominals = nominals };

  if (*name == '\0' || !ent_kind_from_string (kind_name, &entry.kind))
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM, "“%s” is no kind of actor, or the name is empty", kind_name);
      g_free (entry.name);
      g_strfreev (nominals);
      return FALSE;
    }
  g_array_append_val (self->entries, entry);
  add_key (self, name, ENT_GAZETTEER_NAME);
  return TRUE;
}

static gboolean
read_country (char **c, guint line, gpointer data, GError **error)
{
  if (!begin_entry (data, c[0], c[1], ent_table_split ("-"), error))
    return FALSE;
  add_keys (data, c[2], ENT_GAZETTEER_NAME);
  add_keys (data, c[3], ENT_GAZETTEER_CAPITAL);
  add_keys (data, c[4], ENT_GAZETTEER_WORD);
  add_keys (data, c[5], ENT_GAZETTEER_SEAT);
  return TRUE;
}

static gboolean
read_organisation (char **c, guint line, gpointer data, GError **error)
{
  if (!begin_entry (data, c[0], c[1], ent_table_split (c[3]), error))
    return FALSE;
  add_keys (data, c[2], ENT_GAZETTEER_NAME);
  add_keys (data, c[4], ENT_GAZETTEER_WORD);
  return TRUE;
}

static gboolean
read_region (char **c, guint line, gpointer data, GError **error)
{
  if (!begin_entry (data, c[0], c[1], ent_table_split ("-"), error))
    return FALSE;
  add_keys (data, c[2], ENT_GAZETTEER_NAME);
  add_keys (data, c[3], ENT_GAZETTEER_WORD);
  return TRUE;
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_strfreev (entry->nominals);
}

EntGazetteer *
ent_gazetteer_new (GError **error)
{
  g_autoptr (EntGazetteer) self = g_new0 (EntGazetteer, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!ent_table_load ("gazetteer/countries.tsv", 6, read_country, self, error) ||
      !ent_table_load ("gazetteer/organisations.tsv", 5, read_organisation, self, error) ||
      !ent_table_load ("gazetteer/regions.tsv", 4, read_region, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_gazetteer_free (EntGazetteer *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->keys);
  g_free (self);
}

guint
ent_gazetteer_n_entries (const EntGazetteer *self)
{
  return self->entries->len;
}

const char *
ent_gazetteer_get_name (const EntGazetteer *self, guint entry)
{
  return g_array_index (self->entries, Entry, entry).name;
}

EntKind
ent_gazetteer_get_kind (const EntGazetteer *self, guint entry)
{
  return g_array_index (self->entries, Entry, entry).kind;
}

const char *const *
ent_gazetteer_get_nominals (const EntGazetteer *self, guint entry)
{
  return (const char *const *) g_array_index (self->entries, Entry, entry).nominals;
}

gboolean
ent_gazetteer_find (const EntGazetteer *self, const char *text, gssize n_bytes, EntGazetteerMatch *match)
{
  g_autofree char *key = make_key (text, n_bytes);
  const EntGazetteerMatch *found = g_hash_table_lookup (self->keys, key);

  if (found == NULL)
    return FALSE;
  *match = *found;
  return TRUE;
}

guint
ent_gazetteer_max_words (const EntGazetteer *self)
{
  return self->max_words;
}
