/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities of one mention are left out; the rest are numbered as they appear. A word may lie in several mentions: its numbers
 * are kept as text, "3,7". */
#include "ent-cli-conllu.h"

#include <string.h>

struct _EntCliConllu {
  const EntDocument *document;
  const EntWord     *words;
  const EntSentence *sentences;
  guint              n_entities;
  GPtrArray         *entities;                     /* per word: "3,7" or NULL */
  EntFeature         feature_order[ENT_N_FEATURES];   /* by name, as CoNLL-U wants */
};

static void
order_features (EntFeature *order)
{
  for (guint i = 0; i < ENT_N_FEATURES; i++)
    {
      guint at = i;

      while (at > 0 && g_ascii_strcasecmp (ent_feature_name (order[at - 1]), ent_feature_name ((EntFeature) i)) > 0)
        {
          order[at] = order[at - 1];
          at--;
        }
      order[at] = (EntFeature) i;
    }
}

static void
add_entity (EntCliConllu *self, guint word, guint number)
{
  gpointer *slot = &g_ptr_array_index (self->entities, word);
  char     *text = *slot == NULL ? g_strdup_printf ("%u", number) : g_strdup_printf ("%s,%u", (char *) *slot, number);
  g_autofree char *old = *slot;
  g_auto (GStrv)   numbers = old != NULL ? g_strsplit (old, ",", -1) : NULL;
  g_autofree char *as_text = g_strdup_printf ("%u", number);

  if (numbers != NULL && g_strv_contains ((const char *const *) numbers, as_text))   /* a mention within one of the same entity */
    {
      g_free (text);
      *slot = g_steal_pointer (&old);
      return;
    }
  *slot = text;
}

static void
number_entities (EntCliConllu *self, guint first_entity)
{
  guint                  n_mentions;
  const EntMention      *mentions = ent_document_get_mentions (self->document, &n_mentions);
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL), numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_mentions; i++)
    {
      gpointer key = GINT_TO_POINTER (mentions[i].entity);

      g_hash_table_insert (sizes, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sizes, key)) + 1));
    }
  for (guint i = 0; i < n_mentions; i++)
    {
      gpointer key = GINT_TO_POINTER (mentions[i].entity);
      guint    number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));

      if (GPOINTER_TO_UINT (g_hash_table_lookup (sizes, key)) < 2)
        continue;
      if (number == 0)
        {
          number = ++self->n_entities;
          g_hash_table_insert (numbers, key, GUINT_TO_POINTER (number));
        }
      for (guint w = mentions[i].first_word; w < mentions[i].first_word + mentions[i].n_words; w++)
        add_entity (self, w, first_entity + number - 1);
    }
}

EntCliConllu *
ent_cli_conllu_new (const EntDocument *document, guint first_entity)
{
  EntCliConllu *self = g_new0 (EntCliConllu, 1);
  guint         n_words;

  self->document = document;
  self->words = ent_document_get_words (document, &n_words);
  self->sentences = ent_document_get_sentences (document, NULL);
  self->entities = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->entities, (int) n_words);
  order_features (self->feature_order);
  number_entities (self, first_entity);
  return self;
}

void
ent_cli_conllu_free (EntCliConllu *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entities);
  g_free (self);
}

guint
ent_cli_conllu_get_n_entities (const EntCliConllu *self)
{
  return self->n_entities;
}

static void
append_features (const EntCliConllu *self, GString *out, const EntWord *word)
{
  gsize start = out->len;

  for (guint i = 0; i < ENT_N_FEATURES; i++)
    {
      EntFeature  feature = self->feature_order[i];
      const char *value = ent_feature_value_name (self->document, feature, word->features[feature]);

      if (value != NULL)
        g_string_append_printf (out, "%s%s=%s", out->len > start ? "|" : "", ent_feature_name (feature), value);
    }
  if (out->len == start)
    g_string_append_c (out, '_');
}

void
ent_cli_conllu_append_analysis (const EntCliConllu *self, GString *out, guint word, const char *xpos)
{
  const EntWord *w = &self->words[word];
  guint          first = self->sentences[w->sentence].first_word;

  g_string_append_printf (out, "\t%s\t%s\t%s\t", w->lemma != NULL && *w->lemma != '\0' ? w->lemma : "_", ent_upos_name (w->upos), xpos != NULL ? xpos : "_");
  append_features (self, out, w);
  g_string_append_printf (out, "\t%u\t%s\t_", w->head < 0 ? 0 : (guint) w->head - first + 1, w->deprel != NULL ? w->deprel : "dep");
}

void
ent_cli_conllu_append_misc (const EntCliConllu *self, GString *out, guint word, gboolean *any)
{
  const EntWord *w = &self->words[word];
  const char    *entities = g_ptr_array_index (self->entities, word);

  if (w->name != ENT_NAME_NONE)
    {
      g_string_append_printf (out, "%sName=%c-%s", *any ? "|" : "", w->name_begins ? 'B' : 'I', ent_name_kind_name (w->name));
      *any = TRUE;
    }
  if (entities != NULL)
    {
      g_string_append_printf (out, "%sEntity=%s", *any ? "|" : "", entities);
      *any = TRUE;
    }
}
