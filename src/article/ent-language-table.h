/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_MAX_LANGUAGES 64

typedef struct {
  const char     *code;      /* static */
  GUnicodeScript  script;
  char           *letters;   /* "-": none */
} EntLanguage;

/* A small word; bit i of languages: the i-th language has it. */
typedef struct { guint64 languages; gboolean seen; } EntSmallWord;

typedef struct {
  EntLanguage languages[ENT_MAX_LANGUAGES];
  guint       n_languages;
  guint       english;       /* its index */
  GHashTable *words;         /* text → EntSmallWord */
} EntLanguageTable;

/* data/article/languages.tsv, which is compiled in. Words are marked as seen: one table an article. */
EntLanguageTable *ent_language_table_new  (void);
void              ent_language_table_free (EntLanguageTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLanguageTable, ent_language_table_free)

G_END_DECLS
