/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 10,000 random edits, all undone, done again and undone once more: at every checkpoint the map's file is what it was there, to the
 * byte, and reads back as the same map. With "-m slow" ten times. */
#include "ent-map-file.h"
#include "random-edits.h"

#include <string.h>

#define N_EDITS      10000
#define EVERY        250      /* edits from one checkpoint to the next */

static guint
draw (gpointer rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static EntMap *
load (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  EntMap            *map = ent_map_load_bytes (bytes, "checkpoint", &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_file (EntMap *map, const char *json)
{
  g_autofree char *now = ent_map_to_json (map, TRUE);

  g_assert_true (g_str_equal (now, json));
}

/* Splits whatever can be split on a map that was read from a checkpoint: what comes of it is a file as well. */
static void
split_all (const char *json)
{
  g_autoptr (EntMap)      map = load (json);
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);

  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_actors (map)); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);

      ent_map_edits_split (edits, actor);
    }
  {
    g_autofree char   *split = ent_map_to_json (map, TRUE);
    g_autoptr (EntMap) again = load (split);

    assert_file (again, split);
  }
  while (ent_map_edits_undo (edits))
    ;
  assert_file (map, json);
}

static void
add_checkpoint (EntMap *map, GPtrArray *checkpoints)
{
  char               *json = ent_map_to_json (map, TRUE);
  g_autoptr (EntMap)  again = load (json);

  assert_file (again, json);
  split_all (json);
  g_ptr_array_add (checkpoints, json);
}

static void
run (RandomEdits *self)
{
  g_autoptr (GPtrArray) checkpoints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray)    states = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i <= N_EDITS; i++)
    {
      guint state = ent_map_edits_get_state (self->edits);

      if (i % EVERY == 0)
        {
          add_checkpoint (self->map, checkpoints);
          g_array_append_val (states, state);
        }
      while (i < N_EDITS && ent_map_edits_get_state (self->edits) == state)
        random_edits_make (self);
    }
  for (guint round = 0; round < 2; round++)
    {
      for (guint at = checkpoints->len; at-- > 0;)
        {
          g_assert_cmpuint (ent_map_edits_get_state (self->edits), ==, g_array_index (states, guint, at));
          assert_file (self->map, checkpoints->pdata[at]);
          for (guint i = 0; i < EVERY; i++)
            g_assert_true (ent_map_edits_undo (self->edits) == (at > 0));
        }
      for (guint at = 0; round == 0 && at < checkpoints->len; at++)
        {
          assert_file (self->map, checkpoints->pdata[at]);
          for (guint i = 0; i < EVERY; i++)
            g_assert_true (ent_map_edits_redo (self->edits) == (at + 1 < checkpoints->len));
        }
    }
}

static void
test_fuzz (gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  RandomEdits       self = { random_edits_new_map (), NULL, draw, rand };

  self.edits = ent_map_edits_new (self.map);
  run (&self);
  g_assert_finalize_object (self.edits);
  g_assert_finalize_object (self.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map/edits/fuzz/1", GUINT_TO_POINTER (1), test_fuzz);
  for (guint seed = 2; g_test_slow () && seed <= 10; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/map/edits/fuzz/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_fuzz);
    }
  return g_test_run ();
}
