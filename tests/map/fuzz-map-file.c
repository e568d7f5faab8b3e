/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A fuzz target for the reader of map files; see tests/fuzz. */
#include "ent-map-file.h"
#include "fuzz-target.h"

#include <string.h>

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
