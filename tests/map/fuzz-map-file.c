/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A fuzz target for the reader of map files: clang -fsanitize=fuzzer,address with -DENT_FUZZER, or as a program that takes files. */
#include "ent-map-file.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes);

/* Whatever is accepted is saved as a fixed point. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes), saved = NULL;
  g_autoptr (EntMap) map = ent_map_load_bytes (bytes, "fuzz", NULL), again = NULL;
  g_autofree char   *one = NULL, *two = NULL;

  if (map == NULL)
    return 0;
  one = ent_map_to_json (map, TRUE);
  saved = g_bytes_new (one, strlen (one));
  again = ent_map_load_bytes (saved, "saved", NULL);
  g_assert_nonnull (again);
  two = ent_map_to_json (again, TRUE);
  g_assert_cmpstr (one, ==, two);
  return 0;
}

#ifndef ENT_FUZZER
int
main (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *data = NULL;
      gsize            n_bytes;

      if (g_file_get_contents (argv[i], &data, &n_bytes, NULL))
        LLVMFuzzerTestOneInput ((const uint8_t *) data, n_bytes);
    }
  return 0;
}
#endif
