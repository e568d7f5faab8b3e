/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target on the files given, where no fuzzer does: to try what a fuzzer found, or by hand. With a fuzzer
 * (clang -fsanitize=fuzzer,address) this file is left out. */
#include "fuzz-target.h"

#include <glib.h>

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
