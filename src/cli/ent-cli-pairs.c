/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "entente-map stance" and "entente-map relate": sentences with a marked pair in, what the model's relation head says of it out.
 * The marks are taken off, the marked stretches widened to whole words, and some hundred sentences read at once, each by
 * itself. Every line gets an answer; a line that is not as it should be gets the emptiest one and a note on stderr. */
#include "ent-cli.h"

#include "ent-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BATCH_LINES 256

/* A sentence without its marks, and where the two stretches are. */
typedef struct {
  char     *sentence;    /* NULL: the line is bad */
  EntSpan   p, q;
} Marked;

/* wrong: (out): what is wrong with the line where a bad one is returned */
typedef Marked (*ParseLine) (const char *line, const char **wrong);
/* scores: NULL for a bad line. Returns: (transfer full): the answer's line */
typedef char  *(*WriteAnswer) (const EntPairScores *scores);

static void
marked_clear (gpointer data)
{
  g_free (((Marked *) data)->sentence);
}

/* ── Stance: "sentence TAB p TAB q", [p] and [q] in the sentence ────────────────────────────────────────────────── */

typedef struct {
  EntSpan span;        /* in the sentence without brackets */
  gsize   depth;
  gboolean closed;
} Bracket;

/* The sentence without its brackets, and what stood in each pair of them. */
static char *
strip_brackets (const char *sentence, GArray *brackets)
{
  GString *out = g_string_new (NULL);

  for (const char *at = sentence; *at != '\0'; at++)
    {
      Bracket bracket = { { out->len, out->len } };

      if (*at == '[')
        g_array_append_val (brackets, bracket);
      else if (*at != ']')
        g_string_append_c (out, *at);
      else
        for (guint i = brackets->len; i-- > 0;)   /* the innermost that is open */
          if (!g_array_index (brackets, Bracket, i).closed)
            {
              g_array_index (brackets, Bracket, i).closed = TRUE;
              g_array_index (brackets, Bracket, i).span.end_byte = out->len;
              break;
            }
    }
  return g_string_free (out, FALSE);
}

/* The number of the closed pair of brackets that holds name, other than not; else of the first that is left; -1: none. */
static int
find_bracket (GArray *brackets, const char *sentence, const char *name, int not)
{
  int any = -1;

  for (guint i = 0; i < brackets->len; i++)
    {
      const Bracket *bracket = &g_array_index (brackets, Bracket, i);

      if ((int) i == not || !bracket->closed || ent_span_is_empty (bracket->span))
        continue;
      if (strlen (name) == ent_span_length (bracket->span) && strncmp (sentence + bracket->span.start_byte, name, strlen (name)) == 0)
        return (int) i;
      if (any < 0)
        any = (int) i;
    }
  return any;
}

static Marked
parse_stance_line (const char *line, const char **wrong)
{
  g_auto (GStrv)     columns = g_strsplit (line, "\t", -1);
  g_autoptr (GArray) brackets = g_array_new (FALSE, FALSE, sizeof (Bracket));
  g_autofree char   *sentence = NULL;
  int                p, q;

  if (g_strv_length (columns) < 3)
    {
      *wrong = N_("a line must have a sentence, p and q, parted by tabs");
      return (Marked) { NULL };
    }
  sentence = strip_brackets (columns[0], brackets);
  p = find_bracket (brackets, sentence, columns[1], -1);
  q = find_bracket (brackets, sentence, columns[2], p);
  if (p >= 0 && q >= 0 && !g_str_equal (columns[1], columns[2]))   /* p must not have taken q's brackets for want of its own */
    p = find_bracket (brackets, sentence, columns[1], q);
  if (p < 0 || q < 0)
    {
      *wrong = N_("p and q must stand in [brackets] in the sentence");
      return (Marked) { NULL };
    }
  return (Marked) { g_steal_pointer (&sentence), g_array_index (brackets, Bracket, p).span, g_array_index (brackets, Bracket, q).span };
}

static char *
write_stance (const EntPairScores *scores)
{
  guint best = 0;

  for (guint i = 1; scores != NULL && i < G_N_ELEMENTS (scores->p_sentiment); i++)
    if (scores->p_sentiment[i] > scores->p_sentiment[best])
      best = i;
  return g_strdup_printf ("%u\n", best);
}

/* ── Relate: "<s>source</s> … <t>target</t>" ────────────────────────────────────────────────────────────────────── */

/* Marks in the order of their places in the span table: start of s, end of s, start of t, end of t. */
static Marked
parse_relate_line (const char *line, const char **wrong)
{
  static const char *const marks[] = { "<s>", "</s>", "<t>", "</t>" };
  gsize    places[G_N_ELEMENTS (marks)];
  gboolean found[G_N_ELEMENTS (marks)] = { FALSE };
  GString *sentence = g_string_new (NULL);

  for (const char *at = line; *at != '\0';)
    {
      guint m = 0;

      while (m < G_N_ELEMENTS (marks) && (found[m] || !g_str_has_prefix (at, marks[m])))
        m++;
      if (m < G_N_ELEMENTS (marks))
        {
          places[m] = sentence->len;
          found[m] = TRUE;
          at += strlen (marks[m]);
        }
      else
        g_string_append_c (sentence, *at++);
    }
  for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
    if (!found[m] || (m % 2 == 1 && places[m] <= places[m - 1]))
      {
        g_string_free (sentence, TRUE);
        *wrong = N_("a sentence must have <s>a source</s> and <t>a target</t>");
        return (Marked) { NULL };
      }
  return (Marked) { g_string_free (sentence, FALSE), { places[0], places[1] }, { places[2], places[3] } };
}

/* The types that PLOVER has: all of cooperation and conflict but the two of our own. */
static gboolean
is_plover_type (EntRelationType type)
{
  return ent_relation_type_get_stance (type) != ENT_STANCE_NEUTRAL && type != ENT_RELATION_ALIGN && type != ENT_RELATION_DISTRUST;
}

static char *
write_relation (const EntPairScores *scores)
{
  EntRelationType best = ENT_RELATION_CONSULT;
  float           p = scores != NULL ? scores->p_types[best] : 0;
  char            number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint t = 0; scores != NULL && t < ENT_N_RELATION_TYPES; t++)
    if (is_plover_type ((EntRelationType) t) && scores->p_types[t] > p)
      {
        best = (EntRelationType) t;
        p = scores->p_types[t];
      }
  g_ascii_formatd (number, sizeof number, "%.4f", (double) p);
  return g_strdup_printf ("%s\t%s\t%s\n", ent_relation_type_to_string (best), ent_stance_to_string (ent_relation_type_get_stance (best)), number);
}

/* ── Batches ────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The words of a sentence that a stretch touches. A possessive of which it has but a part is left out: "[Kratz’]s". */
static gboolean
find_words (const EntDocument *document, const EntSentence *sentence, EntSpan span, EntWordRange *range)
{
  const EntWord *words = ent_document_get_words (document, NULL);

  range->n_words = 0;
  for (guint w = sentence->first_word; w < sentence->first_word + sentence->n_words; w++)
    {
      gboolean possessive = g_str_has_prefix (words[w].form, "'") || g_str_has_prefix (words[w].form, "’");

      if (!ent_span_overlaps (words[w].span, span) || (range->n_words > 0 && possessive && !ent_span_contains (span, words[w].span)))
        continue;
      if (range->n_words == 0)
        range->first_word = w;
      range->n_words = w - range->first_word + 1;
    }
  return range->n_words > 0;
}

typedef struct {
  EntModel    *model;
  guint        n_threads;
  WriteAnswer  write;
  GArray      *items;     /* Marked */
} Batch;

/* Reads all good sentences as one text, a line each. Returns NULL with @error set. places: (out): where each begins. */
static EntDocument *
read_sentences (Batch *batch, gsize *places, GError **error)
{
  g_autoptr (GString)  text = g_string_new (NULL);
  g_autofree EntSpan  *spans = g_new0 (EntSpan, batch->items->len + 1);
  EntReaderOptions     options = { .n_threads = batch->n_threads, .lone_sentences = TRUE };

  for (guint i = 0; i < batch->items->len; i++)
    {
      const Marked *item = &g_array_index (batch->items, Marked, i);

      places[i] = spans[i].start_byte = text->len;
      g_string_append (text, item->sentence != NULL ? item->sentence : "");
      spans[i].end_byte = text->len;
      g_string_append_c (text, '\n');
    }
  return ent_reader_read (batch->model, text->str, spans, batch->items->len, &options, error);
}

static gboolean
answer_batch (Batch *batch)
{
  const guint             n = batch->items->len;
  g_autofree gsize       *places = g_new0 (gsize, n + 1);
  g_autofree EntWordRange *from = g_new0 (EntWordRange, n + 1), *to = g_new0 (EntWordRange, n + 1);
  g_autofree EntPairScores *scores = g_new0 (EntPairScores, n + 1);
  g_autofree gint        *answers = g_new (gint, n + 1);   /* which pair answers a line, -1: none */
  g_autoptr (GError)      error = NULL;
  g_autoptr (EntDocument) document = read_sentences (batch, places, &error);
  const EntSentence      *sentences;
  guint                   n_sentences, n_pairs = 0;
  gboolean                written = TRUE;

  if (document == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return FALSE;
    }
  memset (answers, -1, n * sizeof (gint));
  sentences = ent_document_get_sentences (document, &n_sentences);
  for (guint s = 0; s < n_sentences; s++)
    {
      const guint   i = sentences[s].paragraph;
      const Marked *item = &g_array_index (batch->items, Marked, i);
      const EntSpan p = { item->p.start_byte + places[i], item->p.end_byte + places[i] };
      const EntSpan q = { item->q.start_byte + places[i], item->q.end_byte + places[i] };

      if (item->sentence != NULL && find_words (document, &sentences[s], p, &from[n_pairs]) && find_words (document, &sentences[s], q, &to[n_pairs]))
        answers[i] = (gint) n_pairs++;
    }
  ent_reader_score_pairs (batch->model, document, from, to, n_pairs, scores);
  for (guint i = 0; i < n && written; i++)
    {
      g_autofree char *line = batch->write (answers[i] >= 0 ? &scores[answers[i]] : NULL);

      written = ent_cli_put (line);
    }
  g_array_set_size (batch->items, 0);
  return written;
}

static void
take_line (Batch *batch, ParseLine parse, const char *line, guint64 number)
{
  const char *wrong = NULL;
  Marked      item = { NULL };

  if (g_utf8_validate (line, -1, NULL))
    item = parse (line, &wrong);
  else
    wrong = N_("it is not UTF-8");
  if (wrong != NULL)
    ent_cli_complain (_("standard input, line %zu: %s"), (gsize) number, _(wrong));
  g_array_append_val (batch->items, item);
}

static int
run (const EntCliCommand *command, GStrv *arguments, ParseLine parse, WriteAnswer write)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntModel)   model = NULL;
  EntCliLines            lines = { 0 };
  Batch                  batch = { .write = write };
  gboolean               good = TRUE;
  char                  *line;
  int                    status;

  if (!ent_cli_parse_options (command, NULL, arguments, &options, &status))
    return status;
  if ((*arguments)[1] != NULL)
    return ent_cli_misused (command, _("it takes no files: it reads standard input and writes standard output"));
  model = ent_cli_load_model (&options);
  if (model == NULL)
    return ENT_CLI_INPUT;
  batch.model = model;
  batch.n_threads = ent_cli_count_threads (&options);
  batch.items = g_array_new (FALSE, TRUE, sizeof (Marked));
  g_array_set_clear_func (batch.items, marked_clear);
  while (good && (line = ent_cli_lines_next (&lines)) != NULL)
    {
      take_line (&batch, parse, line, lines.number);
      g_free (line);
      if (batch.items->len == BATCH_LINES)
        good = answer_batch (&batch);
    }
  if (good && batch.items->len > 0)
    good = answer_batch (&batch);
  g_array_unref (batch.items);
  return ent_cli_finish (good && !lines.failed ? ENT_CLI_OK : ENT_CLI_INPUT);
}

int
ent_cli_stance (GStrv *arguments)
{
  static const EntCliCommand command = {
    "stance", N_("< LINES"),
    N_("Says who is for or against whom. Each line of standard input has a sentence in which p and q stand in [brackets], a tab, p, "
       "a tab, q. Each line of standard output has a number:\n\n"
       "  0 neither   1 p favours q   2 q favours p   3 p disfavours q   4 q disfavours p\n\n"
       "A line that is not like this gets 0 and a note on standard error.")
  };

  return run (&command, arguments, parse_stance_line, write_stance);
}

int
ent_cli_relate (GStrv *arguments)
{
  static const EntCliCommand command = {
    "relate", N_("< LINES"),
    N_("Says what kind of relation a sentence states. Each line of standard input is a sentence with <s>a source</s> and "
       "<t>a target</t>. Each line of standard output has the likeliest of PLOVER's 16 types, its stance, and how likely it is, parted "
       "by tabs.\n\n"
       "A line that is not like this gets “consult”, with the likelihood 0, and a note on standard error.")
  };

  return run (&command, arguments, parse_relate_line, write_relation);
}
