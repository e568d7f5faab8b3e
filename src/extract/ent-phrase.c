/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A phrase is a word's subtree less what the asker does not want of it. The subtree is walked with a stack of its own, for a
 * sentence's depth is its author's choice. */

#include "ent-phrase.h"

#include <string.h>

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  return *(const gint *) a - *(const gint *) b;
}

static gboolean
is_any (const char *deprel, const char *const *relations)
{
  for (; *relations != NULL; relations++)
    if (ent_deprel_is (deprel, *relations))
      return TRUE;
  return FALSE;
}

/* "Oslo, which hosts": what stands behind a comma adds to the phrase and does not say which one is meant. */
static gboolean
is_behind_comma (const EntReading *r, gint head, gint child)
{
  gint first = child;

  for (gboolean moved = TRUE; moved;)
    {
      moved = FALSE;
      ENT_READING_EACH_CHILD (r, first, c)
        if (c < first && r->words[c].upos != ENT_UPOS_PUNCT)
          {
            first = c;
            moved = TRUE;
            break;
          }
    }
  return first - 1 > head && r->words[first - 1].upos == ENT_UPOS_PUNCT && strchr (",-–—(", r->words[first - 1].form[0]) != NULL;
}

/* What says more of a word than who or what it is. */
static gboolean
is_side (const EntReading *r, gint head, gint child)
{
  static const char *const sides[] = { "appos", "parataxis", "discourse", "vocative", "list", NULL };
  const EntWord *w = &r->words[child];

  if (is_any (w->deprel, sides))
    return TRUE;
  if (!g_str_equal (w->deprel, "acl:relcl") && (w->upos != ENT_UPOS_VERB || !(ent_deprel_is (w->deprel, "acl") || ent_deprel_is (w->deprel, "conj"))))
    return FALSE;
  return is_behind_comma (r, head, child);
}

/* What belongs to the clause that a noun or adjective is the predicate of, rather than to its phrase. */
static gboolean
is_of_clause (const EntReading *r, gint head, gint child)
{
  static const char *const clausal[] = { "nsubj", "csubj", "cop", "aux", "mark", "advcl", "expl", "obl", "parataxis", "discourse", "advmod", "vocative", NULL };
  const EntWord *w = &r->words[child];

  if (ent_deprel_is (w->deprel, "conj"))
    return w->upos == ENT_UPOS_VERB || ent_reading_child (r, child, "cop") >= 0;
  if (!is_any (w->deprel, clausal))
    return FALSE;
  if (r->words[head].upos != ENT_UPOS_ADJ)
    return TRUE;
  return !(ent_deprel_is (w->deprel, "advmod") && child == head - 1 && w->upos != ENT_UPOS_PART) &&     /* "[very] cold", "cold [in winter]" */
         !(ent_deprel_is (w->deprel, "obl") && child > head);
}

static gboolean
is_left_out (const EntReading *r, gint head, gint child, EntPhraseFlags flags)
{
  const EntWord *w = &r->words[child];

  if ((flags & ENT_PHRASE_NO_CASE) != 0 && child < head && w->upos != ENT_UPOS_PART && (ent_deprel_is (w->deprel, "case") || ent_deprel_is (w->deprel, "mark")))
    return TRUE;
  if ((flags & ENT_PHRASE_NO_SIDES) != 0 && is_side (r, head, child))
    return TRUE;
  if ((flags & ENT_PHRASE_LONE) != 0 && (ent_deprel_is (w->deprel, "conj") || ent_deprel_is (w->deprel, "cc")))
    return TRUE;
  return (flags & ENT_PHRASE_COMPLEMENT) != 0 && is_of_clause (r, head, child);
}

void
ent_phrase_collect (const EntReading *r, gint head, EntPhraseFlags flags, gint without, GArray *words)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (gint));

  g_array_append_val (stack, head);
  while (stack->len > 0)
    {
      gint w = g_array_index (stack, gint, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      g_array_append_val (words, w);
      ENT_READING_EACH_CHILD (r, w, child)
        if (child != without && !is_left_out (r, w, child, w == head ? flags : flags & ENT_PHRASE_NO_SIDES))
          g_array_append_val (stack, child);
    }
}

void
ent_phrase_split (const EntReading *r, gint head, GArray *heads)
{
  g_array_append_val (heads, head);
  for (guint i = heads->len - 1; i < heads->len; i++)
    ENT_READING_EACH_CHILD (r, g_array_index (heads, gint, i), child)
      if (ent_deprel_is (r->words[child].deprel, "conj"))
        g_array_append_val (heads, child);
}

/* ── Text ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Of a quotation mark or bracket, what its partner is; NULL for other words. opens: (out) */
static const char *
get_partner (const char *form, gboolean *opens)
{
  static const struct { const char *open, *close; } pairs[] = {
    { "``", "''" }, { "“", "”" }, { "‘", "’" }, { "(", ")" }, { "[", "]" }, { "-LRB-", "-RRB-" }, { "«", "»" }, { "\"", "\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      *opens = g_str_equal (form, pairs[i].open);
      if (*opens || g_str_equal (form, pairs[i].close))
        return *opens ? pairs[i].close : pairs[i].open;
    }
  return NULL;
}

static const char *
form_at (const EntReading *r, const GArray *words, guint i)
{
  return r->words[g_array_index (words, gint, i)].form;
}

static gboolean
has_partner (const EntReading *r, const GArray *words, guint i)
{
  gboolean opens = FALSE;
  const char *partner = get_partner (form_at (r, words, i), &opens);

  if (partner == NULL)
    return TRUE;
  for (guint k = 0; k < words->len; k++)
    if (k != i && g_str_equal (form_at (r, words, k), partner) && (g_str_equal (partner, "\"") || (k > i) == opens))
      return TRUE;
  return FALSE;
}

static gboolean
is_stop (const EntReading *r, const GArray *words, guint i)
{
  static const char *const stops[] = { ",", ";", ":", ".", "!", "?", "-", "--", "–", "—", "…", NULL };

  return r->words[g_array_index (words, gint, i)].upos == ENT_UPOS_PUNCT && g_strv_contains (stops, form_at (r, words, i));
}

/* Brackets around the whole only say how it stood in the sentence. */
static gboolean
is_bracketed (const EntReading *r, const GArray *words)
{
  gboolean opens = FALSE;
  const char *form = words->len > 1 ? form_at (r, words, 0) : NULL;
  const char *partner = form != NULL ? get_partner (form, &opens) : NULL;

  return opens && (form[0] == '(' || form[0] == '[' || form[0] == '-') && g_str_equal (form_at (r, words, words->len - 1), partner);
}

/* A conjunction that says nothing where nothing stands before it. "nor" and "neither" do. */
static gboolean
is_joiner (const EntWord *w)
{
  static const char *const joiners[] = { "and", "or", "but", "&", NULL };

  return w->upos == ENT_UPOS_CCONJ && w->lemma != NULL && g_strv_contains (joiners, w->lemma);
}

/* The words sorted, each once. */
static GArray *
dup_sorted (const GArray *words)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint), words->len);

  g_array_append_vals (sorted, words->data, words->len);
  g_array_sort (sorted, compare_words);
  for (guint i = sorted->len; i-- > 1;)
    if (g_array_index (sorted, gint, i) == g_array_index (sorted, gint, i - 1))
      g_array_remove_index (sorted, i);
  return sorted;
}

char *
ent_phrase_dup_text (const EntReading *r, const GArray *any_words)
{
  g_autoptr (GArray) words = dup_sorted (any_words), kept = g_array_new (FALSE, FALSE, sizeof (gint));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      gint w = g_array_index (words, gint, i);
      gboolean stop = is_stop (r, words, i);

      if (!has_partner (r, words, i) || ((stop || is_joiner (&r->words[w])) && kept->len == 0))
        continue;
      if (stop && g_array_index (kept, gint, kept->len - 1) != w - 1 && is_stop (r, kept, kept->len - 1))
        continue;
      g_array_append_val (kept, w);
    }
  while (kept->len > 0 && is_stop (r, kept, kept->len - 1))
    g_array_set_size (kept, kept->len - 1);
  if (is_bracketed (r, kept))
    {
      g_array_set_size (kept, kept->len - 1);
      g_array_remove_index (kept, 0);
    }
  for (guint i = 0; i < kept->len; i++)
    {
      gint w = g_array_index (kept, gint, i);

      if (i > 0 && (g_array_index (kept, gint, i - 1) != w - 1 || r->words[w - 1].space_after))
        g_string_append_c (out, ' ');
      g_string_append (out, r->words[w].form);
    }
  return g_string_free (out, FALSE);
}
