/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines are read until a batch is full, answered by as many threads as there are cores, each taking the next line that no one
 * has, and written in order. A batch holds several lines a thread, so that little time is lost waiting for the last. */
#include "ent-cli-jsonl.h"

#include "ent-article-loader.h"
#include "ent-cli.h"
#include "ent-json-check.h"
#include "ent-json-print.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define LINES_A_THREAD  16
#define MAX_BATCH_BYTES ((gsize) 8 << 20)
#define MAX_DEPTH       32

typedef struct {
  char    *line;
  guint64  number;
  char    *out;       /* the answer's line */
  char    *fatal;     /* why the line is no item at all */
} Item;

typedef struct {
  GArray       *items;
  gint          next;      /* atomic */
  EntCliAnswer  answer;
  gpointer      data;
} Batch;

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->line);
  g_free (item->out);
  g_free (item->fatal);
}

/* ── One item ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static char *
answer_object (Batch *batch, JsonObject *object, GError **error)
{
  const char             *text = get_string (object, "text");
  g_autoptr (EntArticle)  article = NULL;

  if (text == NULL)
    {
      g_set_error_literal (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_NOT_TEXT, _("“text” is missing, or is no string"));
      return NULL;
    }
  if (strlen (text) > ENT_ARTICLE_MAX_BYTES)
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE, _("an article has at most %d MB"), (int) (ENT_ARTICLE_MAX_BYTES >> 20));
      return NULL;
    }
  article = ent_article_new (text, get_string (object, "title"), get_string (object, "uri"), get_string (object, "date"));
  if (ent_article_get_n_bytes (article) == 0)
    {
      g_set_error_literal (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_EMPTY, _("there is no text"));
      return NULL;
    }
  return batch->answer (article, text, batch->data, error);
}

static char *
dup_json_string (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return ent_json_print (node, FALSE);
}

static void
answer_item (Batch *batch, Item *item)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     error = NULL;
  g_autofree char       *id = NULL, *member = NULL, *wrong = NULL;
  JsonNode              *root;
  JsonObject            *object;

  if (!ent_json_check (item->line, strlen (item->line), MAX_DEPTH, &wrong))
    {
      item->fatal = g_steal_pointer (&wrong);
      return;
    }
  json_parser_load_from_data (parser, item->line, -1, &error);
  root = error == NULL ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      item->fatal = g_strdup (error != NULL ? error->message : _("it is no object"));
      return;
    }
  object = json_node_get_object (root);
  id = json_object_has_member (object, "id") ? ent_json_print (json_object_get_member (object, "id"), FALSE) : g_strdup ("null");
  member = answer_object (batch, object, &error);
  if (member == NULL)
    {
      g_autofree char *message = dup_json_string (error->message);

      member = g_strconcat ("\"error\":", message, NULL);
    }
  item->out = g_strdup_printf ("{\"id\":%s,%s}\n", id, member);
}

/* ── Batches ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gpointer
work (gpointer data)
{
  Batch *batch = data;
  gint   i;

  while ((i = g_atomic_int_add (&batch->next, 1)) < (gint) batch->items->len)
    answer_item (batch, &g_array_index (batch->items, Item, i));
  return NULL;
}

static void
fill (Batch *batch, EntCliLines *lines, guint max_items)
{
  gsize n_bytes = 0;
  char *line;

  while (batch->items->len < max_items && n_bytes < MAX_BATCH_BYTES && (line = ent_cli_lines_next (lines)) != NULL)
    {
      Item item = { line, lines->number };

      n_bytes += strlen (line);
      if (*g_strchug (line) != '\0')
        g_array_append_val (batch->items, item);
      else
        g_free (line);
    }
}

static void
run_batch (Batch *batch, guint n_threads)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  batch->next = 0;
  for (guint i = 1; i < MIN (n_threads, batch->items->len); i++)
    g_ptr_array_add (threads, g_thread_new ("read", work, batch));
  work (batch);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
}

/* FALSE: a line was no item, or nothing more can be written. */
static gboolean
put_batch (Batch *batch)
{
  for (guint i = 0; i < batch->items->len; i++)
    {
      Item *item = &g_array_index (batch->items, Item, i);

      if (item->fatal != NULL)
        {
          ent_cli_complain (_("standard input, line %zu: this is not a JSON object: %s"), (gsize) item->number, item->fatal);
          return FALSE;
        }
      if (!ent_cli_put (item->out))
        return FALSE;
    }
  return TRUE;
}

int
ent_cli_jsonl_run (guint n_threads, EntCliAnswer answer, gpointer data)
{
  Batch       batch = { g_array_new (FALSE, TRUE, sizeof (Item)), 0, answer, data };
  EntCliLines lines = { 0 };
  gboolean    good;

  g_array_set_clear_func (batch.items, item_clear);
  do
    {
      g_array_set_size (batch.items, 0);
      fill (&batch, &lines, n_threads * LINES_A_THREAD);
      run_batch (&batch, n_threads);
      good = put_batch (&batch);
    }
  while (good && batch.items->len > 0 && !lines.failed);
  g_array_unref (batch.items);
  return ent_cli_finish (good && !lines.failed ? ENT_CLI_OK : ENT_CLI_INPUT);
}
