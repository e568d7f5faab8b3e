/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of map files. Whatever is accepted is saved as a fixed point, and what was merged on it can be taken apart and put
 * together again. */
#include "ent-map-edits.h"
#include "ent-map-file.h"
#include "fuzz-target.h"

#include <string.h>

static char *
save_and_load (EntMap *map)
{
  g_autofree char     *json = ent_map_to_json (map, TRUE);
  g_autofree char     *again_json = NULL;
  g_autoptr (GBytes)   bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError)   error = NULL;
  g_autoptr (EntMap)   again = ent_map_load_bytes (bytes, "saved", &error);

  g_assert_no_error (error);
  again_json = ent_map_to_json (again, TRUE);
  g_assert_cmpstr (json, ==, again_json);
  return g_steal_pointer (&json);
}

static void
split_all (EntMap *map, const char *json)
{
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);
  g_autofree char        *split = NULL;
  g_autofree char        *undone = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_actors (map)); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);

      ent_map_edits_split (edits, actor);
    }
  split = save_and_load (map);
  while (ent_map_edits_undo (edits))
    ;
  undone = ent_map_to_json (map, TRUE);
  g_assert_cmpstr (undone, ==, json);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = ent_map_load_bytes (bytes, "fuzz", &error);
  g_autofree char   *json = NULL;

  g_assert_true ((map == NULL) == (error != NULL));
  if (map == NULL)
    return 0;
  json = save_and_load (map);
  split_all (map, json);
  return 0;
}
