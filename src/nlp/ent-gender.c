/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of data/gender/english.txt are compiled into the program. A section begins with its name in brackets; entries are
 * parted by blanks; "#" begins a comment. */
#include "ent-gender.h"

#include "ent-nlp-resources.h"
#include "ent-resource.h"

#include <string.h>

#define PATH "/io/github/entente/Entente/gender/english.txt"

typedef enum { LIST_PRONOUN, LIST_TITLE, LIST_NOUN, LIST_NAME, N_LISTS } List;

static const char *const section_names[N_LISTS][2] = { { "[he]", "[she]" }, { "[mr]", "[mrs]" }, { "[man]", "[woman]" }, { "[male]", "[female]" } };

static void
add_section (GHashTable *lists[N_LISTS], const char *title, const char *entries)
{
  g_auto (GStrv) words = g_strsplit_set (entries, " ", -1);

  for (guint list = 0; list < N_LISTS; list++)
    for (guint g = 0; g < 2; g++)
      for (guint i = 0; strcmp (title, section_names[list][g]) == 0 && words[i] != NULL; i++)
        g_hash_table_insert (lists[list], g_strdup (words[i]), GUINT_TO_POINTER (ENT_GENDER_MALE + g));
}

static void
lists_init (GHashTable *lists[N_LISTS])
{
  g_autoptr (GBytes) bytes = ent_resource_lookup (ent_nlp_get_resource, PATH);
  g_auto (GStrv) lines = NULL;
  const char *title = "";

  g_assert (bytes != NULL);
  for (guint i = 0; i < N_LISTS; i++)
    lists[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '[')
      title = lines[i];
    else if (lines[i][0] != '#' && lines[i][0] != '\0')
      add_section (lists, title, lines[i]);
}

static EntGender
look_up (GHashTable *const *lists, List list, const char *form)
{
  g_autofree char *folded = list == LIST_NAME ? g_strdup (form) : g_utf8_strdown (form, -1);

  return (EntGender) GPOINTER_TO_UINT (g_hash_table_lookup (lists[list], folded));
}

static gboolean
is_name (const EntCorefMention *mention)
{
  return ent_model_forms[mention->form] == ENT_FORM_NAME && ent_model_kinds[mention->kind] == ENT_KIND_PERSON;
}

/* The last words of names that have several: of these, one that stands alone is a surname ("Grant" after "Lee Grant"). */
static GHashTable *
surnames_new (const EntWord *words, const EntCorefMention *mentions, guint n_mentions)
{
  GHashTable *surnames = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_mentions; i++)
    if (is_name (&mentions[i]) && mentions[i].n_words > 1)
      g_hash_table_add (surnames, (gpointer) words[mentions[i].first_word + mentions[i].n_words - 1].form);
  return surnames;
}

static EntGender
gender_of_name (GHashTable *const *lists, GHashTable *surnames, const EntWord *words, const EntCorefMention *mention)
{
  const EntWord *first = &words[mention->first_word];
  EntGender gender = look_up (lists, LIST_TITLE, first->form);

  if (gender == ENT_GENDER_UNKNOWN && mention->first_word > 0 && first[-1].sentence == first->sentence)
    gender = look_up (lists, LIST_TITLE, first[-1].form);
  if (gender == ENT_GENDER_UNKNOWN && (mention->n_words > 1 || !g_hash_table_contains (surnames, first->form)))
    gender = look_up (lists, LIST_NAME, first->form);
  return gender;
}

/**
 * ent_gender_find:
 * What the words of each mention say by themselves: "she", "the widow", "Mr Holm", "Anna Holm".
 * @mentions: [n_mentions], of one document or several
 * Returns: (transfer full): [n_mentions]
 * Cost: reads the table, 3,000 words, anew: 0.8 ms, measured.
 */
EntGender *
ent_gender_find (const EntWord *words, const EntCorefMention *mentions, guint n_mentions)
{
  EntGender *genders = g_new0 (EntGender, MAX (n_mentions, 1));
  g_autoptr (GHashTable) surnames = surnames_new (words, mentions, n_mentions);
  GHashTable *lists[N_LISTS];

  lists_init (lists);
  for (guint i = 0; i < n_mentions; i++)
    {
      const EntCorefMention *mention = &mentions[i];

      if (is_name (mention))
        genders[i] = gender_of_name (lists, surnames, words, mention);
      else if (ent_model_forms[mention->form] == ENT_FORM_NOMINAL)
        genders[i] = look_up (lists, LIST_NOUN, words[mention->first_word + mention->n_words - 1].form);
      else if (ent_model_forms[mention->form] == ENT_FORM_PRONOUN)
        genders[i] = look_up (lists, LIST_PRONOUN, words[mention->first_word].form);
    }
  for (guint i = 0; i < N_LISTS; i++)
    g_hash_table_unref (lists[i]);
  return genders;
}
