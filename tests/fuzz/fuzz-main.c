/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target on the files given, and on those in the folders given, each as a test of its own: so that the corpus and what was
 * found once stay well without a fuzzer. With a fuzzer (-Dfuzz=true) this file is left out. */
#include "fuzz-target.h"

#include <glib.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The files that an argument stands for. */
static void
add_files (GPtrArray *files, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;

  if (dir == NULL)
    g_ptr_array_add (files, g_strdup (path));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (files, g_build_filename (path, name, NULL));
}

static void
run_file (gconstpointer path)
{
  g_autofree char   *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize              n_bytes;

  g_file_get_contents (path, &data, &n_bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) data, n_bytes), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    add_files (files, argv[i]);
  g_assert_cmpuint (files->len, >, 0);
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *base = g_path_get_basename (files->pdata[i]);
      g_autofree char *name = g_strconcat ("/fuzz/", base, NULL);

      g_test_add_data_func (name, files->pdata[i], run_file);
    }
  return g_test_run ();
}
