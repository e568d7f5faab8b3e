/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What entente-map reads line by line from standard input: CoNLL-U, or (FUZZ_JSONL) articles as lines of JSON. */
#include "ent-cli-conllu-filter.h"
#include "ent-cli-jsonl.h"
#include "ent-cli.h"
#include "fuzz-target.h"
#include "tiny-model.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>

#ifdef FUZZ_JSONL

static char *
answer (EntArticle *article, const char *text, gpointer data, GError **error)
{
  g_assert_true (g_utf8_validate (ent_article_get_text (article), -1, NULL));
  if (ent_article_get_n_bytes (article) % 2 == 0)
    return g_strdup_printf ("\"n\":%zu", ent_article_get_n_bytes (article));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "odd");
  return NULL;
}

static int
run (void)
{
  return ent_cli_jsonl_run (1, answer, NULL);
}

#else

static int
run (void)
{
  static EntModel *model;

  if (model == NULL)
    {
      g_autoptr (TinyModel) tiny = tiny_model_new (1);
      g_autofree char      *path = tiny_model_write (tiny->file);

      model = ent_model_load (path, NULL);
      g_assert_nonnull (model);
      g_remove (path);
    }
  return ent_cli_conllu_filter (model, 1);
}

#endif

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  FILE *own_in = stdin, *own_out = stdout, *own_err = stderr;
  int   status;

  if (n_bytes == 0)
    return 0;
  stdin = fmemopen ((void *) data, n_bytes, "r");
  stdout = stderr = fopen ("/dev/null", "w");
  g_assert_true (stdin != NULL && stdout != NULL);
  status = run ();
  fclose (stdin);
  fclose (stdout);
  stdin = own_in;
  stdout = own_out;
  stderr = own_err;
  g_assert_true (status == ENT_CLI_OK || status == ENT_CLI_INPUT);
  return 0;
}
