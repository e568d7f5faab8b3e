/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-reading.h"

#include <string.h>

EntReading *
ent_reading_new (const char *text, const EntWord *words, guint n_words, const EntSentence *sentences, guint n_sentences,
                 const EntMention *mentions, guint n_mentions)
{
  EntReading *self = g_new0 (EntReading, 1);

  self->text = text;
  self->words = g_memdup2 (words, n_words * sizeof (EntWord));
  self->n_words = n_words;
  self->sentences = sentences;
  self->n_sentences = n_sentences;
  self->mentions = mentions;
  self->n_mentions = n_mentions;
  self->first_child = g_new (gint, n_words + 1);
  self->next_sibling = g_new (gint, n_words + 1);
  self->speakers = g_new (gint, n_words + 1);
  for (guint w = 0; w < n_words; w++)
    self->first_child[w] = self->next_sibling[w] = self->speakers[w] = -1;
  for (guint w = n_words; w-- > 0;)
    {
      gint head = words[w].head;

      if (head < 0 || (guint) head >= n_words)
        continue;
      self->next_sibling[w] = self->first_child[head];
      self->first_child[head] = (gint) w;
    }
  return self;
}

EntReading *
ent_reading_new_for_document (const EntDocument *document)
{
  guint n_words, n_sentences, n_mentions;
  const EntWord *words = ent_document_get_words (document, &n_words);
  const EntSentence *sentences = ent_document_get_sentences (document, &n_sentences);
  const EntMention *mentions = ent_document_get_mentions (document, &n_mentions);

  return ent_reading_new (ent_document_get_text (document), words, n_words, sentences, n_sentences, mentions, n_mentions);
}

void
ent_reading_free (EntReading *self)
{
  g_free (self->words);
  g_free (self->first_child);
  g_free (self->next_sibling);
  g_free (self->speakers);
  g_free (self);
}

void
ent_reading_attach (EntReading *self, gint word, gint head, const char *deprel)
{
  EntWord *w = &self->words[word];
  gint    *link = w->head >= 0 ? &self->first_child[w->head] : NULL;

  g_return_if_fail (head >= 0 && !ent_reading_dominates (self, word, head));

  while (link != NULL && *link != word)
    link = &self->next_sibling[*link];
  if (link != NULL)
    *link = self->next_sibling[word];
  for (link = &self->first_child[head]; *link >= 0 && *link < word;)
    link = &self->next_sibling[*link];
  self->next_sibling[word] = *link;
  *link = word;
  w->head = head;
  w->deprel = deprel;
}

gboolean
ent_deprel_is (const char *deprel, const char *relation)
{
  gsize n = strlen (relation);

  return deprel != NULL && strncmp (deprel, relation, n) == 0 && (deprel[n] == '\0' || (deprel[n] == ':' && strchr (relation, ':') == NULL));
}

gint
ent_reading_child (const EntReading *self, gint word, const char *relation)
{
  ENT_READING_EACH_CHILD (self, word, child)
    if (ent_deprel_is (self->words[child].deprel, relation))
      return child;
  return -1;
}

gboolean
ent_reading_has_child (const EntReading *self, gint word, const char *relation, const char *lemma)
{
  ENT_READING_EACH_CHILD (self, word, child)
    if (ent_deprel_is (self->words[child].deprel, relation) && g_strcmp0 (self->words[child].lemma, lemma) == 0)
      return TRUE;
  return FALSE;
}

const char *
ent_reading_get_case (const EntReading *self, gint word)
{
  const char *found = NULL;

  ENT_READING_EACH_CHILD (self, word, child)
    {
      const EntWord *w = &self->words[child];

      if ((ent_deprel_is (w->deprel, "case") && w->upos != ENT_UPOS_PART) || ent_deprel_is (w->deprel, "mark"))
        if (w->lemma != NULL && child < word)
          found = w->lemma;                 /* the last one counts: "out of", "over to" */
    }
  return found;
}

guint
ent_reading_find_head (const EntReading *self, guint first, guint n)
{
  for (guint w = first; w < first + n; w++)
    {
      gint head = self->words[w].head;

      if ((head < (gint) first || head >= (gint) (first + n)) && self->words[w].upos != ENT_UPOS_PUNCT && !ent_deprel_is (self->words[w].deprel, "case"))
        return w;
    }
  return first + n - 1;
}

gboolean
ent_reading_dominates (const EntReading *self, gint above, gint below)
{
  for (guint steps = 0; below >= 0 && steps < 200; steps++)
    {
      if (below == above)
        return TRUE;
      below = self->words[below].head;
    }
  return FALSE;
}

gboolean
ent_reading_is_ruled_out (const EntReading *self, gint word)
{
  static const char *const softening[] = { "only", "just", "merely", NULL };

  ENT_READING_EACH_CHILD (self, word, child)
    if (child < word && g_strcmp0 (self->words[child].lemma, "not") == 0)
      return self->words[child + 1].lemma == NULL || !g_strv_contains (softening, self->words[child + 1].lemma);
  return FALSE;
}

gboolean
ent_reading_is_bare_between_prepositions (const EntReading *self, gint word)
{
  const EntWord *w = &self->words[word];

  return w->upos == ENT_UPOS_NOUN && word > 0 && (guint) word + 1 < self->n_words && w[-1].upos == ENT_UPOS_ADP && w[-1].head == word &&
         w[1].upos == ENT_UPOS_ADP && w[1].sentence == w->sentence;
}

gboolean
ent_reading_is_plural (const EntReading *self, guint word)
{
  const EntWord *w = &self->words[word];

  return (w->upos == ENT_UPOS_NOUN || w->upos == ENT_UPOS_PROPN) && w->lemma != NULL && g_ascii_strcasecmp (w->form, w->lemma) != 0;
}

EntSpan
ent_reading_get_span (const EntReading *self, guint first, guint n)
{
  return (EntSpan) { self->words[first].span.start_byte, self->words[first + n - 1].span.end_byte };
}

char *
ent_reading_dup_text (const EntReading *self, guint first, guint n)
{
  EntSpan span = ent_reading_get_span (self, first, n);

  return g_strndup (self->text + span.start_byte, ent_span_length (span));
}

guint
ent_reading_get_distance (const EntReading *self, gint a, gint b)
{
  guint up_a = 0;

  if (self->words[a].sentence != self->words[b].sentence)
    return G_MAXUINT;
  for (gint x = a; x >= 0 && up_a < 200; x = self->words[x].head, up_a++)
    {
      guint up_b = 0;

      for (gint y = b; y >= 0 && up_b < 200; y = self->words[y].head, up_b++)
        if (x == y)
          return up_a + up_b;
    }
  return G_MAXUINT - 1;
}
