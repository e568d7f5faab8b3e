/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of a map, which the bytes of the input choose. What comes of them is a file, undoing them brings back the one before, and
 * doing them again the one after. */
#include "ent-map-file.h"
#include "fuzz-target.h"
#include "random-edits.h"

#include <string.h>

#define MAX_EDITS 300

typedef struct {
  const uint8_t *data;
  size_t         n_bytes;
} Chance;

/* Two bytes a number; none where they have run out. */
static guint
draw (gpointer data, guint n)
{
  Chance *self = data;
  guint   number = 0;

  for (guint i = 0; i < 2 && self->n_bytes > 0; i++, self->n_bytes--)
    number = number * 256 + *self->data++;
  return number % n;
}

static char *
save (EntMap *map)
{
  char              *json = ent_map_to_json (map, TRUE);
  g_autofree char   *again_json = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) again = ent_map_load_bytes (bytes, "edited", &error);

  g_assert_no_error (error);
  again_json = ent_map_to_json (again, TRUE);
  g_assert_cmpstr (json, ==, again_json);
  return json;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  Chance                  chance = { data, n_bytes };
  g_autoptr (EntMap)      map = random_edits_new_map ();
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);
  RandomEdits             self = { map, edits, draw, &chance };
  g_autofree char        *before = save (map), *after = NULL, *undone = NULL, *redone = NULL;

  for (guint i = 0; i < MAX_EDITS && chance.n_bytes > 0; i++)
    random_edits_make (&self);
  after = save (map);
  while (ent_map_edits_undo (edits))
    ;
  undone = ent_map_to_json (map, TRUE);
  g_assert_cmpstr (undone, ==, before);
  while (ent_map_edits_redo (edits))
    ;
  redone = ent_map_to_json (map, TRUE);
  g_assert_cmpstr (redone, ==, after);
  return 0;
}
