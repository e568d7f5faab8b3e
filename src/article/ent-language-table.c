/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of the languages' words and letters is data; their names stand here, where they are found for translation. A line
 * that is not as it should be is a programmer's error, and tests load them all. */
#include "ent-language-table.h"

#include "ent-article-resources.h"
#include "ent-language.h"
#include "ent-resource.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TABLE_PATH "/io/github/entente/Entente/article/languages.tsv"

/* The codes of the table with their names. */
static const struct { const char *code, *name; } names[] = {
  { "ar", N_("Arabic") }, { "be", N_("Belarusian") }, { "bg", N_("Bulgarian") }, { "bn", N_("Bengali") }, { "ca", N_("Catalan") },
  { "cs", N_("Czech") }, { "da", N_("Danish") }, { "de", N_("German") }, { "el", N_("Greek") }, { "en", N_("English") },
  { "es", N_("Spanish") }, { "et", N_("Estonian") }, { "fa", N_("Persian") }, { "fi", N_("Finnish") }, { "fr", N_("French") },
  { "he", N_("Hebrew") }, { "hi", N_("Hindi") },
  /* Translators: one language for the program, which cannot tell them apart */
  { "hr", N_("Croatian, Bosnian or Serbian") },
  { "hu", N_("Hungarian") }, { "hy", N_("Armenian") },
  /* Translators: one language for the program, which cannot tell them apart */
  { "id", N_("Indonesian or Malay") },
  { "is", N_("Icelandic") }, { "it", N_("Italian") }, { "ja", N_("Japanese") }, { "ka", N_("Georgian") }, { "ko", N_("Korean") },
  { "lt", N_("Lithuanian") }, { "lv", N_("Latvian") }, { "mr", N_("Marathi") }, { "nb", N_("Norwegian") }, { "ne", N_("Nepali") },
  { "nl", N_("Dutch") }, { "pl", N_("Polish") }, { "pt", N_("Portuguese") }, { "ro", N_("Romanian") }, { "ru", N_("Russian") },
  { "sk", N_("Slovak") }, { "sl", N_("Slovenian") }, { "sq", N_("Albanian") }, { "sr", N_("Serbian") }, { "sv", N_("Swedish") },
  { "sw", N_("Swahili") }, { "ta", N_("Tamil") }, { "te", N_("Telugu") }, { "th", N_("Thai") }, { "tl", N_("Filipino") },
  { "tr", N_("Turkish") }, { "uk", N_("Ukrainian") }, { "ur", N_("Urdu") }, { "vi", N_("Vietnamese") }, { "zh", N_("Chinese") },
};

static const char *
find_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].code, code))
      return names[i].code;
  return NULL;
}

const char *
ent_language_get_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].code, code) == 0)
      return _(names[i].name);
  return NULL;
}

static void
add_words (EntLanguageTable *table, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      EntSmallWord *word = g_hash_table_lookup (table->words, parts[i]);

      if (word == NULL)
        {
          word = g_new0 (EntSmallWord, 1);
          g_hash_table_insert (table->words, g_strdup (parts[i]), word);
        }
      word->languages |= (guint64) 1 << table->n_languages;
    }
}

static void
add_language (EntLanguageTable *table, const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  EntLanguage   *language = &table->languages[table->n_languages];
  const char    *script;

  if (g_strv_length (columns) != 4 || strlen (columns[1]) != 4 || find_code (columns[0]) == NULL || table->n_languages == ENT_MAX_LANGUAGES)
    g_error ("%s: %s: four columns are needed, and a code with a name", TABLE_PATH, line);
  script = columns[1];
  language->code = find_code (columns[0]);
  language->script = g_unicode_script_from_iso15924 ((guint32) script[0] << 24 | (guint32) script[1] << 16 | (guint32) script[2] << 8 | (guint32) script[3]);
  language->letters = g_strdup (columns[2]);
  if (g_str_equal (language->code, "en"))
    table->english = table->n_languages;
  add_words (table, columns[3]);
  table->n_languages++;
}

EntLanguageTable *
ent_language_table_new (void)
{
  EntLanguageTable  *table = g_new0 (EntLanguageTable, 1);
  g_autoptr (GBytes) bytes = ent_resource_lookup (ent_article_get_resource, TABLE_PATH);
  g_autofree char   *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv)     lines = g_strsplit (text, "\n", -1);

  table->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      add_language (table, lines[i]);
  return table;
}

void
ent_language_table_free (EntLanguageTable *table)
{
  for (guint i = 0; i < table->n_languages; i++)
    g_free (table->languages[i].letters);
  g_hash_table_unref (table->words);
  g_free (table);
}
