/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of model files. Bytes that do not begin as a model does are the header of one, with the tensors of a tiny model behind
 * it. What is accepted can read a sentence. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memfd_create */
#endif
#include "ent-reader.h"
#include "fuzz-target.h"
#include "tiny-model.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SEED 7

static EntModel *
load (const char *bytes, gsize n_bytes, GError **error)
{
  int              fd = memfd_create ("model", 0);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  EntModel        *model;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, n_bytes), ==, n_bytes);
  model = ent_model_load (path, error);
  close (fd);
  return model;
}

static void
read_sentence (EntModel *model)
{
  static const char        text[] = "The king of Russia met a queen. She said Łódź was big!";
  const EntSpan            whole = { 0, strlen (text) };
  const EntReaderOptions   options = { .n_threads = 1 };
  g_autoptr (GError)       error = NULL;
  g_autoptr (EntDocument)  document = ent_reader_read (model, text, &whole, 1, &options, &error);

  g_assert_true ((document == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (TinyModel) tiny = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (EntModel)  model = NULL;

  if (n_bytes >= 8 && memcmp (data, "ENTMODEL", 8) == 0)
    {
      model = load ((const char *) data, n_bytes, &error);
    }
  else
    {
      tiny = tiny_model_new (SEED);
      g_string_truncate (tiny->header, 0);
      g_string_append_len (tiny->header, (const char *) data, (gssize) n_bytes);
      tiny_model_assemble (tiny, "ENTMODEL", 1, -1);
      model = load (tiny->file->str, tiny->file->len, &error);
    }
  g_assert_true ((model == NULL) == (error != NULL));
  if (model != NULL)
    read_sentence (model);
  return 0;
}
