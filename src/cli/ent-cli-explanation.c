/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence's blocks, each behind a heading: words and mentions as tables aligned by the width that a terminal gives them,
 * predications and relations as a line with indented lines below it. Terms of the trade (parts of speech, relations of words,
 * roles, kinds, types) stand as the map file and Universal Dependencies have them, and are not translated. */

#include "ent-cli-explanation.h"

#include "ent-argument.h"
#include "ent-label.h"

#include <glib/gi18n-lib.h>

#define MAX_PHRASE_COLUMNS 72
#define LEXICON_NAME       "relations/lexicon.tsv"

/* ── Text ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

static guint
char_columns (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_columns (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    n += char_columns (g_utf8_get_char (c));
  return n;
}

/* On one line, and no wider than that many columns. text: (transfer full), as is what is returned. */
static char *
fit (char *text, guint max_columns)
{
  guint n = 0;

  g_strdelimit (text, "\n\r\t", ' ');
  if (text_columns (text) <= max_columns)
    return text;
  for (char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      n += char_columns (g_utf8_get_char (c));
      if (n >= max_columns)
        {
          char *cut = g_strdup_printf ("%.*s…", (int) (c - text), text);

          g_free (text);
          return cut;
        }
    }
  return text;
}

static char *
dup_words (const EntReading *r, guint first, guint n)
{
  return fit (ent_reading_dup_text (r, first, n), MAX_PHRASE_COLUMNS);
}

static void
append_heading (GString *out, const char *heading)
{
  g_string_append_printf (out, "\n%s\n", heading);
}

/* ── Tables ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

#define MAX_CELLS 6

/* Cells in the order of reading; all rows have n_cells of them. The first column is set to the right where it holds numbers. */
typedef struct {
  guint      n_cells;
  gboolean   is_numbered;
  GPtrArray *cells;       /* char * */
} Table;

static void
add_cell (Table *table, char *cell)
{
  g_ptr_array_add (table->cells, cell);
}

static void
append_table (GString *out, const Table *table)
{
  guint widths[MAX_CELLS] = { 0 };

  for (guint i = 0; i < table->cells->len; i++)
    widths[i % table->n_cells] = MAX (widths[i % table->n_cells], text_columns (table->cells->pdata[i]));
  for (guint i = 0; i < table->cells->len; i++)
    {
      const char *cell = table->cells->pdata[i];
      guint column = i % table->n_cells, n_blank = widths[column] - text_columns (cell);
      gboolean is_last = column + 1 == table->n_cells, is_right = column == 0 && table->is_numbered;

      g_string_append_printf (out, "  %*s%s", is_right ? (int) n_blank : 0, "", cell);
      g_string_append_printf (out, "%*s%s", is_right || is_last ? 0 : (int) n_blank, "", is_last ? "\n" : "");
    }
  if (table->cells->len == 0)
    g_string_append_printf (out, "  %s\n", _("none"));
}

static void
append_words (GString *out, const EntReading *r, const EntSentence *s)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Table table = { 6, TRUE, cells };

  for (guint w = s->first_word; w < s->first_word + s->n_words; w++)
    {
      const EntWord *word = &r->words[w];

      add_cell (&table, g_strdup_printf ("%u", w - s->first_word + 1));
      add_cell (&table, g_strdup (word->form));
      add_cell (&table, g_strdup (word->lemma));
      add_cell (&table, g_strdup (ent_upos_name (word->upos)));
      add_cell (&table, g_strdup_printf ("%u", word->head < 0 ? 0 : (guint) word->head - s->first_word + 1));
      add_cell (&table, g_strdup (word->deprel));
    }
  append_table (out, &table);
}

static void
add_reference (Table *table, const EntExplanation *x, const EntReference *reference)
{
  const EntCastActor *actor = ent_cast_get_actor (x->cast, reference->actor);

  add_cell (table, dup_words (x->reading, reference->first_word, reference->n_words));
  add_cell (table, g_strdup_printf ("%s%s", ent_form_to_string (reference->form), reference->is_modifier ? _(", modifier") : ""));
  add_cell (table, g_strdup_printf ("→ %s (%s)", actor->name, ent_kind_to_string (actor->kind)));
}

/* References to actors, and what the language model took for a mention that came to none. */
static void
append_mentions (GString *out, const EntExplanation *x, const EntSentence *s)
{
  const EntReading *r = x->reading;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Table table = { 3, FALSE, cells };

  for (guint w = s->first_word; w < s->first_word + s->n_words; w++)
    {
      gint over = x->cast->over[w];

      if (over >= 0 && ent_cast_get_reference (x->cast, over)->first_word == w)
        add_reference (&table, x, ent_cast_get_reference (x->cast, over));
      for (guint i = 0; i < r->n_mentions; i++)
        if (r->mentions[i].first_word == w && x->cast->over[r->mentions[i].head_word] < 0)
          {
            add_cell (&table, dup_words (r, w, r->mentions[i].n_words));
            add_cell (&table, g_strdup (ent_form_to_string (r->mentions[i].form)));
            add_cell (&table, g_strdup_printf (_("→ nobody (%s)"), ent_kind_to_string (r->mentions[i].kind)));
          }
    }
  append_table (out, &table);
}

/* ── Predications ───────────────────────────────────────────────────────────────────────────────────────────────── */

/* "its plan → Ukraine, Poland": whom the words stand for, where for anybody. (transfer full) */
static char *
dup_argument (const EntExplanation *x, const EntArgument *argument)
{
  g_autoptr (GArray) parties = ent_explanation_list_parties (x, (guint) argument->word);
  g_autofree char *phrase = ent_explanation_dup_argument (x, argument);
  g_autofree char *words = fit (*phrase != '\0' ? g_strdup (phrase) : g_strdup (x->reading->words[argument->word].form), MAX_PHRASE_COLUMNS);
  GString *out = g_string_new (words);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? " → " : ", ", ent_cast_get_actor (x->cast, g_array_index (parties, EntParty, i).actor)->name);
  return g_string_free (out, FALSE);
}

static void
append_predication (GString *out, const EntExplanation *x, const EntPredication *p)
{
  const EntWord *word = &x->reading->words[p->word];
  const char *tense = ent_tense_to_string (ent_explanation_get_tense (x, p));

  g_string_append_printf (out, "  %u %s: %s, %s", (guint) p->word - x->reading->sentences[word->sentence].first_word + 1, word->form,
                          p->is_denied ? "negative" : "positive", ent_modality_to_string (p->modality));
  if (tense != NULL)
    g_string_append_printf (out, ", %s", tense);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < p->arguments->len; i++)
    {
      const EntArgument *argument = &g_array_index (p->arguments, EntArgument, i);
      g_autofree char *text = dup_argument (x, argument);

      g_string_append_printf (out, "    %s: %s\n", argument->role, text);
    }
  if (p->speaker >= 0)
    {
      const EntArgument speaker = { ENT_ROLE_SUBJECT, p->speaker };
      g_autofree char *text = dup_argument (x, &speaker);

      g_string_append_printf (out, "    %s: %s\n", _("speaker"), text);
    }
}

static void
append_predications (GString *out, const EntExplanation *x, guint sentence)
{
  g_autoptr (GPtrArray) predications = ent_explanation_list_predications (x, sentence);

  for (guint i = 0; i < predications->len; i++)
    append_predication (out, x, predications->pdata[i]);
  if (predications->len == 0)
    g_string_append_printf (out, "  %s\n", _("none"));
}

/* ── Relations ──────────────────────────────────────────────────────────────────────────────────────────────────── */

/* from, to: actors, -1 for nobody */
static void
append_pair (GString *out, const EntExplanation *x, gint from, gint to, gboolean mutual, EntRelationType type)
{
  g_string_append_printf (out, "  %s %s %s: %s (%s)", from >= 0 ? ent_cast_get_actor (x->cast, (guint) from)->name : _("nobody"), mutual ? "↔" : "→",
                          to >= 0 ? ent_cast_get_actor (x->cast, (guint) to)->name : _("nobody"), ent_relation_type_to_string (type),
                          ent_stance_to_string (ent_relation_type_get_stance (type)));
}

/* Where the table has the entry, and how. */
static void
append_entry (GString *out, const EntLexiconEntry *entry)
{
  g_autofree char *from = g_strjoinv ("|", entry->from), *to = g_strjoinv ("|", entry->to), *words = g_strjoinv (" ", entry->words);

  g_string_append_printf (out, "    %s:%u: %s %s %s%s>%s %u “%s”\n", LEXICON_NAME, entry->line, ent_relation_type_to_string (entry->type),
                          ent_lexicon_kind_to_string (entry->kind), from, entry->mutual ? "<" : "", to, entry->strength, words);
}

static void
append_fate (GString *out, const EntClaim *claim)
{
  switch (claim->fate)
    {
    case ENT_CLAIM_KEPT:
      g_string_append_printf (out, _("kept as r%u"), claim->relation);
      break;
    case ENT_CLAIM_DENIED:
      g_string_append (out, _("dropped: the sentence says that it is not so"));
      break;
    case ENT_CLAIM_WEAK:
      g_string_append (out, _("dropped: too unlikely, all sentences that say so together"));
      break;
    case ENT_CLAIM_ATTACHED:
      g_string_append (out, _("dropped: one only describes the other"));
      break;
    case ENT_CLAIM_FOLDED:
      g_string_append (out, _("dropped: a surer one of the sentence says the same"));
      break;
    }
}

static void
append_claim (GString *out, const EntExplanation *x, const EntClaim *claim)
{
  g_autofree char *words = dup_words (x->reading, claim->predicate_first, claim->predicate_last - claim->predicate_first + 1);
  g_autofree char *label = ent_label_new (x->reading, claim);
  char confidence[G_ASCII_DTOSTR_BUF_SIZE];

  append_pair (out, x, (gint) claim->from, (gint) claim->to, claim->mutual, claim->type);
  g_string_append_printf (out, " %s, ", g_ascii_formatd (confidence, sizeof confidence, "%.2f", claim->confidence));
  append_fate (out, claim);
  g_string_append (out, "\n    ");
  g_string_append_printf (out, _("“%s”, labelled “%s”, %s"), words, label, ent_modality_to_string (claim->modality));
  if (claim->speaker >= 0)
    g_string_append_printf (out, _(", says %s"), ent_cast_get_actor (x->cast, (guint) claim->speaker)->name);
  g_string_append_c (out, '\n');
  if (claim->entry != NULL)
    append_entry (out, claim->entry);
  else
    g_string_append_printf (out, "    %s\n", _("by the language model alone"));
}

static void
append_miss (GString *out, const EntExplanation *x, const EntMiss *miss)
{
  append_pair (out, x, miss->from, miss->to, miss->entry->mutual, miss->entry->type);
  g_string_append_printf (out, " -, %s\n    “%s”\n", miss->from < 0 && miss->to < 0 ? _("dropped: no party found") : _("dropped: only one party found"),
                          x->reading->words[miss->word].form);
  append_entry (out, miss->entry);
}

static void
append_relations (GString *out, const EntExplanation *x, guint sentence)
{
  g_autoptr (GArray) misses = ent_explanation_list_misses (x, sentence);
  gsize start = out->len;

  for (guint i = 0; i < x->claims->len; i++)
    if (g_array_index (x->claims, EntClaim, i).sentence == sentence)
      append_claim (out, x, &g_array_index (x->claims, EntClaim, i));
  for (guint i = 0; i < misses->len; i++)
    append_miss (out, x, &g_array_index (misses, EntMiss, i));
  if (out->len == start)
    g_string_append_printf (out, "  %s\n", _("none"));
}

char *
ent_cli_explanation_dup_text (const EntExplanation *x, guint sentence)
{
  const EntReading *r = x->reading;
  const EntSentence *s = &r->sentences[sentence];
  g_autofree char *text = fit (ent_reading_dup_text (r, s->first_word, s->n_words), G_MAXUINT);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, _("Sentence %u of %u"), sentence + 1, r->n_sentences);
  g_string_append_printf (out, "\n%s\n", text);
  append_heading (out, _("Words"));
  append_words (out, r, s);
  append_heading (out, _("Mentions"));
  append_mentions (out, x, s);
  append_heading (out, _("Predications"));
  append_predications (out, x, sentence);
  append_heading (out, _("Relations"));
  append_relations (out, x, sentence);
  return g_string_free (out, FALSE);
}
