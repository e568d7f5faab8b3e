/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All lines of some sentences are kept until there are words enough to be worth a call of the reader; then they are written
 * back, the words' columns filled in, all other lines as they came. A batch ends with a document where that is possible. */
#include "ent-cli-conllu-filter.h"

#include "ent-cli-conllu.h"
#include "ent-cli.h"
#include "ent-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENOUGH_WORDS 8000    /* a batch ends at the next document */
#define MAX_WORDS    20000   /* or at the next sentence */
#define N_COLUMNS    10

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

typedef struct {
  char  *text;       /* as it came */
  char **columns;    /* of a word; NULL for other lines */
} Line;

typedef struct {
  EntModel   *model;
  guint       n_threads;
  guint       next_entity;
  GArray     *lines;         /* Line: those of the open batch */
  GPtrArray  *forms;         /* borrowed from the lines */
  GArray     *space_after;   /* gboolean */
  GArray     *lengths;       /* guint: words of each sentence; the last one is open */
  GArray     *starts;        /* gboolean: sentence begins a document */
  guint       range_last;    /* number of the last word of the open multiword token, 0: none */
  gboolean    range_spaced;  /* whether a space follows that token */
} Filter;

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_strfreev (line->columns);
}

/* ── In ─────────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_spaced (const char *misc)
{
  g_auto (GStrv) items = g_strsplit (misc, "|", -1);

  return !g_strv_contains ((const char *const *) items, "SpaceAfter=No");
}

static gboolean
parse_number (const char *text, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

/* Returns: NULL, or what is wrong with the line */
static const char *
take_word (Filter *self, Line *line)
{
  guint *length = &g_array_index (self->lengths, guint, self->lengths->len - 1);
  guint  number;
  gboolean spaced;

  if (!parse_number (line->columns[ID], &number) || number != *length + 1)
    return N_("the words of a sentence must be numbered from 1");
  if (*line->columns[FORM] == '\0')
    return N_("the word is missing");
  (*length)++;
  spaced = number > self->range_last ? is_spaced (line->columns[MISC]) : number == self->range_last && self->range_spaced;
  g_ptr_array_add (self->forms, line->columns[FORM]);
  g_array_append_val (self->space_after, spaced);
  return NULL;
}

static const char *
take_range (Filter *self, char **columns)
{
  g_auto (GStrv) ends = g_strsplit (columns[ID], "-", 2);
  guint          first;

  if (!parse_number (ends[0], &first) || !parse_number (ends[1], &self->range_last) || first > self->range_last)
    return N_("the range of the multiword token is none");
  self->range_spaced = is_spaced (columns[MISC]);
  return NULL;
}

static void
open_sentence (Filter *self)
{
  guint    none = 0;
  gboolean starts = FALSE;

  g_array_append_val (self->lengths, none);
  g_array_append_val (self->starts, starts);
  self->range_last = 0;
}

/* Takes the line's text. Returns: NULL, or what is wrong with it */
static const char *
take_line (Filter *self, char *text)
{
  Line        line = { text };
  const char *wrong = NULL;
  guint       open = self->lengths->len - 1;

  if (!g_utf8_validate (text, -1, NULL))
    wrong = N_("it is not UTF-8");
  else if (*text == '\0')
    {
      if (g_array_index (self->lengths, guint, open) > 0)
        open_sentence (self);
    }
  else if (*text == '#')
    {
      if (g_str_has_prefix (text, "# newdoc"))
        g_array_index (self->starts, gboolean, open) = TRUE;
    }
  else
    {
      g_auto (GStrv) columns = g_strsplit (text, "\t", -1);

      if (g_strv_length (columns) != N_COLUMNS)
        wrong = N_("a line must have ten columns parted by tabs, begin with “#” or be empty");
      else if (strchr (columns[ID], '-') != NULL)
        wrong = take_range (self, columns);
      else if (strchr (columns[ID], '.') == NULL)   /* else an empty node: kept as it is */
        {
          line.columns = g_steal_pointer (&columns);
          wrong = take_word (self, &line);
        }
    }
  g_array_append_val (self->lines, line);
  return wrong;
}

/* ── Out ────────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The last column: what was there, with Name and Entity as they are found. */
static void
append_misc (GString *out, const EntCliConllu *conllu, guint word, const char *misc)
{
  g_auto (GStrv) items = g_strsplit (g_str_equal (misc, "_") ? "" : misc, "|", -1);
  gboolean       any = FALSE;

  for (guint i = 0; items[i] != NULL; i++)
    if (*items[i] != '\0' && !g_str_has_prefix (items[i], "Name=") && !g_str_has_prefix (items[i], "Entity="))
      {
        g_string_append_printf (out, "%s%s", any ? "|" : "", items[i]);
        any = TRUE;
      }
  ent_cli_conllu_append_misc (conllu, out, word, &any);
  if (!any)
    g_string_append_c (out, '_');
}

static gboolean
put_lines (Filter *self, const EntCliConllu *conllu)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint               word = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->columns == NULL)
        g_string_append (out, line->text);
      else
        {
          g_string_append_printf (out, "%s\t%s", line->columns[ID], line->columns[FORM]);
          ent_cli_conllu_append_analysis (conllu, out, word, line->columns[XPOS]);
          g_string_append_c (out, '\t');
          append_misc (out, conllu, word++, line->columns[MISC]);
        }
      g_string_append_c (out, '\n');
    }
  return ent_cli_put (out->str);
}

static void
clear_batch (Filter *self)
{
  g_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->forms, 0);
  g_array_set_size (self->space_after, 0);
  g_array_set_size (self->lengths, 0);
  g_array_set_size (self->starts, 0);
  open_sentence (self);
}

/* Reads and writes the batch; FALSE where that failed. */
static gboolean
flush_batch (Filter *self)
{
  EntReaderOptions         options = { .n_threads = self->n_threads };
  g_autoptr (GError)       error = NULL;
  g_autoptr (EntDocument)  document = NULL;
  g_autoptr (EntCliConllu) conllu = NULL;
  gboolean                 written;

  document = ent_reader_read_words (self->model, (const char *const *) self->forms->pdata, (const gboolean *) (gpointer) self->space_after->data,
                                    self->forms->len, (const guint *) (gpointer) self->lengths->data,
                                    (const gboolean *) (gpointer) self->starts->data, self->lengths->len, &options, &error);
  if (document == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return FALSE;
    }
  conllu = ent_cli_conllu_new (document, self->next_entity);
  self->next_entity += ent_cli_conllu_get_n_entities (conllu);
  written = put_lines (self, conllu);
  clear_batch (self);
  return written;
}

/* Whether the batch is to be read before this line is taken: between two sentences, at best between two documents. */
static gboolean
is_full (Filter *self, const char *next)
{
  if (g_array_index (self->lengths, guint, self->lengths->len - 1) > 0 || self->forms->len < ENOUGH_WORDS)
    return FALSE;
  return g_str_has_prefix (next, "# newdoc") || self->forms->len >= MAX_WORDS;
}

int
ent_cli_conllu_filter (EntModel *model, guint n_threads)
{
  Filter      self = { model, n_threads, 1, g_array_new (FALSE, TRUE, sizeof (Line)), g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (gboolean)),
                       g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (gboolean)) };
  EntCliLines lines = { 0 };
  gboolean    good = TRUE;
  char       *text;

  g_array_set_clear_func (self.lines, line_clear);
  clear_batch (&self);
  while (good && (text = ent_cli_lines_next (&lines)) != NULL)
    {
      const char *wrong = NULL;

      if (is_full (&self, text))
        good = flush_batch (&self);
      wrong = take_line (&self, text);
      if (wrong == NULL)
        continue;
      ent_cli_complain (_("standard input, line %zu: %s"), (gsize) lines.number, _(wrong));
      good = FALSE;
    }
  good = good && !lines.failed && flush_batch (&self);
  g_array_unref (self.lines);
  g_ptr_array_unref (self.forms);
  g_array_unref (self.space_after);
  g_array_unref (self.lengths);
  g_array_unref (self.starts);
  return ent_cli_finish (good ? ENT_CLI_OK : ENT_CLI_INPUT);
}
