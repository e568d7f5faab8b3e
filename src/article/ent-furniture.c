/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two passes. The first tries the table's rules on each block; the second looks at what stands behind the last real
 * paragraph. The table is compiled in as a resource; a rule that does not compile is a programmer's error, and tests load it.
 *
 * Teasers are told by the words they share with the article: a closing paragraph speaks of the same matter as the rest, a
 * teaser does not. Words are compared by their first six letters, so that "taxes" and "taxed" are one. */
#include "ent-furniture.h"

#include "ent-resource.h"
#include "ent-article-resources.h"

#include <stdio.h>
#include <string.h>

#define TABLE_PATH        "/io/github/entente/Entente/article/furniture.txt"
#define HEAD_BLOCKS       6
#define REAL_CHARS        160     /* a paragraph of so many characters is real, whatever stands in it */
#define TEASER_CHARS      200
#define STEM_LETTERS      6
#define MIN_WORD_LETTERS  4
#define MAX_BLOCKS        20000   /* no article has more: the rules would only cost time */
#define MAX_TAIL          100     /* nor does a page carry more teasers */
#define MAX_SHARED_BEHIND 0.45    /* share of its words that a teaser may have from the article, behind a line that announces some */
#define MAX_SHARED_ALONE  0.3     /* … and where none does */
#define MIN_RUN_ALONE     3

typedef enum { WHERE_ANY, WHERE_HEAD, WHERE_TAIL } Where;
typedef enum { THEN_NOTHING, THEN_REST, THEN_LIST, THEN_CUT } Then;

typedef struct {
  Where   where;
  Then    then;
  glong   max_chars;
  GRegex *regex;
} Rule;

static void
rule_clear (gpointer data)
{
  g_regex_unref (((Rule *) data)->regex);
}

/* One line of the table; FALSE for comments and blank lines. */
static gboolean
parse_rule (const char *line, Rule *rule)
{
  static const char *const wheres[] = { "any", "head", "tail", "" }, *const thens[] = { "-", "rest", "list", "cut" };
  g_autoptr (GError) error = NULL;
  char               where[8], then[8];
  int                pattern = 0;

  *rule = (Rule) { WHERE_ANY };
  if (*line == '#' || sscanf (line, "%7s %ld %7s %n", where, &rule->max_chars, then, &pattern) < 3)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (thens); i++)
    {
      if (g_str_equal (where, wheres[i]))
        rule->where = (Where) i;
      if (g_str_equal (then, thens[i]))
        rule->then = (Then) i;
    }
  rule->regex = g_regex_new (line + pattern, G_REGEX_CASELESS, 0, &error);
  if (rule->regex == NULL)
    g_error ("%s: %s: %s", TABLE_PATH, line, error->message);
  return TRUE;
}

static GArray *
load_rules (void)
{
  GArray           *rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_autoptr (GBytes) bytes = ent_resource_lookup (ent_article_get_resource, TABLE_PATH);
  g_autofree char  *table = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv)    lines = g_strsplit (table, "\n", -1);
  Rule              rule;

  g_array_set_clear_func (rules, rule_clear);
  for (guint i = 0; lines[i] != NULL; i++)
    if (parse_rule (lines[i], &rule))
      g_array_append_val (rules, rule);
  return rules;
}

/* ── What a paragraph looks like ────────────────────────────────────────────────────────────────────────────────── */

/* Sentence ends followed by more text. */
static guint
count_inner_stops (const char *text)
{
  guint n = 0;

  for (const char *at = text; (at = strpbrk (at, ".!?")) != NULL; at++)
    {
      const char *next = at + strspn (at, ".!?\"')");

      if (*next == ' ' && g_unichar_isupper (g_utf8_get_char (next + 1)) && at - text > 2 && g_ascii_islower (at[-1]) && g_ascii_islower (at[-2]))
        n++;
      at = next - 1;
    }
  return n;
}

static gboolean
is_real (const EntBlock *block)
{
  return block->kind != ENT_PARAGRAPH_FURNITURE && block->kind != ENT_PARAGRAPH_TITLE && block->kind != ENT_PARAGRAPH_HEADING &&
         (g_utf8_strlen (block->text, -1) >= REAL_CHARS || count_inner_stops (block->text) > 0);
}

/* A headline or one sentence that nobody speaks. */
static gboolean
is_teaser_like (const EntBlock *block)
{
  return g_utf8_strlen (block->text, -1) <= TEASER_CHARS && count_inner_stops (block->text) == 0 && strpbrk (block->text, "\"") == NULL &&
         strstr (block->text, "“") == NULL && !g_str_has_suffix (block->text, ":");
}

typedef void (*OnWord) (const char *stem, gpointer data);

static void
for_each_stem (const char *text, OnWord on_word, gpointer data)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *at = folded; *at != '\0';)
    {
      const char *start = at, *cut = NULL;
      glong       n_letters = 0;

      while (*at != '\0' && g_unichar_isalpha (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          if (++n_letters == STEM_LETTERS)
            cut = at;
        }
      if (n_letters >= MIN_WORD_LETTERS)
        {
          g_autofree char *stem = g_strndup (start, (gsize) ((cut != NULL ? cut : at) - start));

          on_word (stem, data);
        }
      if (n_letters == 0)
        at = g_utf8_next_char (at);
    }
}

static void
add_stem (const char *stem, gpointer set)
{
  g_hash_table_add (set, g_strdup (stem));
}

typedef struct { GHashTable *article; guint n_words, n_shared; } Sharing;

static void
count_stem (const char *stem, gpointer data)
{
  Sharing *sharing = data;

  sharing->n_words++;
  sharing->n_shared += g_hash_table_contains (sharing->article, stem);
}

/* ── The two passes ─────────────────────────────────────────────────────────────────────────────────────────────── */

static const Rule *
find_rule (GArray *rules, const char *text, gboolean head, gboolean tail)
{
  glong n_chars = g_utf8_strlen (text, -1);

  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *rule = &g_array_index (rules, Rule, i);

      if (n_chars > rule->max_chars || (rule->where == WHERE_HEAD && !head) || (rule->where == WHERE_TAIL && !tail))
        continue;
      if (g_regex_match (rule->regex, text, 0, NULL))
        return rule;
    }
  return NULL;
}

/* Where in the text the furniture begins that stands behind a whole sentence; 0: all of it is furniture. */
static gsize
find_cut (const Rule *rule, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char       *before = NULL;
  int                    start = 0;

  if (rule->then != THEN_CUT || !g_regex_match (rule->regex, text, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, NULL))
    return 0;
  before = g_strchomp (g_strndup (text, (gsize) start));
  return *before != '\0' && strchr (".!?\"", before[strlen (before) - 1]) != NULL && strchr (before, ' ') != NULL ? (gsize) start : 0;
}

/* Parts a block in two, the second of which is furniture in the same line. */
static void
cut_block (GPtrArray *blocks, guint index, gsize at)
{
  EntBlock *block = g_ptr_array_index (blocks, index);
  EntBlock *rest = g_new (EntBlock, 1);

  *rest = (EntBlock) { g_strstrip (g_strdup (block->text + at)), ENT_PARAGRAPH_FURNITURE, TRUE };
  block->text[at] = '\0';
  g_strchomp (block->text);
  g_ptr_array_insert (blocks, (int) index + 1, rest);
}

static guint
behind_last_real (GPtrArray *blocks)
{
  for (guint i = blocks->len; i > 0; i--)
    if (is_real (g_ptr_array_index (blocks, i - 1)))
      return i;
  return blocks->len;   /* an article of short lines has no tail */
}

static void
mark (GPtrArray *blocks, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    ((EntBlock *) g_ptr_array_index (blocks, i))->kind = ENT_PARAGRAPH_FURNITURE;
}

/* Whether from..end is one run of teasers, as far as it is not furniture already; *n_teasers: how many. */
static gboolean
are_teasers (GPtrArray *blocks, guint from, double max_shared, guint *n_teasers)
{
  g_autoptr (GHashTable) article = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sharing                sharing = { article };

  *n_teasers = 0;
  for (guint i = 0; i < from; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != ENT_PARAGRAPH_FURNITURE)
        for_each_stem (block->text, add_stem, article);
    }
  for (guint i = from; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ENT_PARAGRAPH_FURNITURE)
        continue;
      if (!is_teaser_like (block))
        return FALSE;
      (*n_teasers)++;
      for_each_stem (block->text, count_stem, &sharing);
    }
  return sharing.n_words > 0 && sharing.n_shared <= max_shared * sharing.n_words;
}

/* thens: per block, what the rule that matched it says of what follows. */
static void
mark_tail (GPtrArray *blocks, const guint8 *thens, guint tail)
{
  guint n_teasers;

  for (guint i = 0; i < blocks->len; i++)
    {
      if (thens[i] == THEN_LIST)
        {
          guint end = i + 1;

          while (end < blocks->len && !is_real (g_ptr_array_index (blocks, end)))
            end++;
          if (end == blocks->len || i >= tail)
            mark (blocks, i + 1, end);
        }
      else if (thens[i] == THEN_REST && i >= tail && blocks->len - i <= MAX_TAIL && are_teasers (blocks, i + 1, MAX_SHARED_BEHIND, &n_teasers))
        mark (blocks, i + 1, blocks->len);
    }
  /* No line announces them: the run begins at the end and goes up as far as all of it passes. */
  for (guint i = MAX (tail, blocks->len - MIN (blocks->len, MAX_TAIL)); i < blocks->len; i++)
    if (tail > 0 && are_teasers (blocks, i, MAX_SHARED_ALONE, &n_teasers) && n_teasers >= MIN_RUN_ALONE)
      {
        mark (blocks, i, blocks->len);
        return;
      }
}

/* Tries the rules on all blocks from first. thens grows with blocks. */
static void
mark_by_rules (GPtrArray *blocks, GArray *rules, guint first, gboolean tail, GArray *thens)
{
  for (guint i = first; i < blocks->len; i++)
    {
      EntBlock   *block = g_ptr_array_index (blocks, i);
      const Rule *rule = NULL;
      gsize       cut;

      if (block->kind == ENT_PARAGRAPH_FURNITURE || block->kind == ENT_PARAGRAPH_TITLE)
        continue;
      rule = find_rule (rules, block->text, i < HEAD_BLOCKS, tail);
      if (rule == NULL)
        continue;
      cut = find_cut (rule, block->text);
      if (cut > 0)
        {
          guint8 none = THEN_NOTHING;

          cut_block (blocks, i, cut);
          g_array_insert_val (thens, i + 1, none);
          continue;
        }
      block->kind = ENT_PARAGRAPH_FURNITURE;
      g_array_index (thens, guint8, i) = (guint8) rule->then;
    }
}

void
ent_furniture_mark (GPtrArray *blocks)
{
  g_autoptr (GArray) rules = load_rules ();
  g_autoptr (GArray) thens = g_array_new (FALSE, TRUE, sizeof (guint8));   /* per block */

  if (blocks->len < 2 || blocks->len > MAX_BLOCKS)   /* what stands alone is the article */
    return;
  g_array_set_size (thens, blocks->len);
  mark_by_rules (blocks, rules, 0, FALSE, thens);
  mark_by_rules (blocks, rules, behind_last_real (blocks), TRUE, thens);
  mark_tail (blocks, (const guint8 *) thens->data, behind_last_real (blocks));
}
