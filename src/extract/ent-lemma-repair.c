/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-lemma-repair.h"

#include <string.h>

/* The regular inflections of English: what is taken off a form's end, and what is put there instead. At last the form as
 * it is: a base form's own end may look like an ending ("applaud"). */
static const struct { const char *ending, *instead; } inflections[] = {
  { "ied", "y" }, { "ies", "y" }, { "ed", "" }, { "ed", "e" }, { "ing", "" }, { "ing", "e" }, { "s", "" }, { "es", "" }, { "d", "" }, { "", "" },
};

/* The tables' own copy of a lemma of that part of speech; NULL for none. */
static const char *
find_known (const EntWordLists *lists, const EntRelationLexicon *lexicon, EntUpos upos, const char *lemma)
{
  const char *known = ent_relation_lexicon_peek_lemma (lexicon, upos == ENT_UPOS_NOUN, lemma);

  return known != NULL ? known : ent_word_lists_peek (lists, lemma);
}

static const char *
find_base (const EntWordLists *lists, const EntRelationLexicon *lexicon, EntUpos upos, const char *form)
{
  gsize n = strlen (form);

  for (guint i = 0; i < G_N_ELEMENTS (inflections); i++)
    {
      gsize m = strlen (inflections[i].ending);
      g_autofree char *stem = NULL, *base = NULL;
      const char *known;

      if (n < m + 3 || g_ascii_strcasecmp (form + n - m, inflections[i].ending) != 0)
        continue;
      stem = g_ascii_strdown (form, (gssize) (n - m));
      base = g_strconcat (stem, inflections[i].instead, NULL);
      known = find_known (lists, lexicon, upos, base);
      if (known == NULL && m > 0 && *inflections[i].instead == '\0' && base[n - m - 1] == base[n - m - 2])
        {
          base[n - m - 1] = '\0';                                      /* "barred" → "bar" */
          known = find_known (lists, lexicon, upos, base);
        }
      if (known != NULL)
        return known;
    }
  return NULL;
}

void
ent_lemma_repair (EntReading *reading, const EntWordLists *lists, const EntRelationLexicon *lexicon)
{
  for (guint w = 0; w < reading->n_words; w++)
    {
      EntWord *word = &reading->words[w];
      const char *base;

      if ((word->upos != ENT_UPOS_VERB && word->upos != ENT_UPOS_NOUN) || word->form == NULL ||
          (word->lemma != NULL && find_known (lists, lexicon, word->upos, word->lemma) != NULL))
        continue;
      base = find_base (lists, lexicon, word->upos, word->form);
      if (base != NULL)
        word->lemma = base;
    }
}
