/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A map made of a snapshot is written as the map was when the snapshot was taken, to the byte, whatever becomes of the map. */
#include "ent-map-file.h"
#include "ent-map-snapshot.h"
#include "random-edits.h"

#include <string.h>

/* Unknown members in every place, a merge, and what was taken off. */
static const char file[] =
  "{\"format\":\"entente-map\",\"version\":1,\"title\":\"Łódź\",\"theme\":{\"colour\":\"teal\",\"shades\":[1,-2.5,true,null,[\"ж\"],{}]},"
  "\"sources\":[{\"id\":\"s1\",\"title\":\"Київ\",\"text\":\"Київ warns Łódź. Minsk warns Łódź.\",\"paper\":\"The Daily\"}],"
  "\"actors\":["
  "{\"id\":\"a1\",\"name\":\"Київ\",\"kind\":\"place\",\"aliases\":[\"Kyiv\",\"Kijów\"],\"note\":\"a\\nnote\","
  "\"mentions\":[{\"source\":\"s1\",\"start\":0,\"end\":4,\"form\":\"name\",\"seen\":1},{\"source\":\"s1\",\"start\":17,\"end\":22,\"form\":\"name\"}],"
  "\"x\":1.5,\"y\":-2.25,\"pinned\":true,\"edited\":true,\"icon\":\"flag\"},"
  "{\"id\":\"a2\",\"name\":\"Łódź\",\"kind\":\"place\"}],"
  "\"relations\":[{\"id\":\"r1\",\"from\":\"a1\",\"to\":\"a2\",\"mutual\":true,\"stance\":\"conflict\",\"type\":\"threaten\",\"label\":\"warns\",\"note\":\"ї\","
  "\"evidence\":[{\"source\":\"s1\",\"start\":0,\"end\":16,\"quote\":\"Київ warns Łódź.\",\"from\":{\"start\":0,\"end\":4},"
  "\"predicate\":{\"start\":5,\"end\":10},\"to\":{\"start\":11,\"end\":15},\"modality\":\"reported\",\"speaker\":\"a2\",\"confidence\":0.75,\"tone\":\"sharp\"}],"
  "\"edited\":true,\"weight\":3}],"
  "\"removed\":[{\"source\":\"s1\",\"start\":5,\"end\":10}],"
  "\"rejected\":[{\"source\":\"s1\",\"start\":17,\"end\":33,\"from\":{\"start\":17,\"end\":22}}]}";

static EntMap *
load (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  EntMap            *map = ent_map_load_bytes (bytes, "map", &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_file (EntMap *map, const char *json)
{
  g_autofree char *now = ent_map_to_json (map, TRUE);

  g_assert_cmpstr (now, ==, json);
}

static void
assert_snapshot (const EntMapSnapshot *snapshot, const char *json)
{
  EntMap *copy = ent_map_snapshot_dup_map (snapshot);

  assert_file (copy, json);
  g_assert_finalize_object (copy);
}

static void
test_empty (void)
{
  g_autoptr (EntMap)         map = ent_map_new ();
  g_autoptr (EntMapSnapshot) snapshot = ent_map_snapshot_new (map);
  g_autofree char           *json = ent_map_to_json (map, TRUE);

  assert_snapshot (snapshot, json);
}

/* Everything that a file can hold is in it, and it outlives its map. */
static void
test_whole (void)
{
  EntMap                    *map = load (file);
  g_autoptr (EntMapSnapshot) snapshot = ent_map_snapshot_new (map);
  g_autofree char           *json = ent_map_to_json (map, TRUE);

  g_assert_finalize_object (map);
  assert_snapshot (snapshot, json);
  assert_snapshot (snapshot, json);   /* twice: nothing of it is used up */
  for (const char *const *extra = (const char *const[]) { "colour", "The Daily", "seen", "flag", "sharp", "weight", NULL }; *extra; extra++)
    g_assert_nonnull (strstr (json, *extra));
}

/* Changes of the map do not show on the copy, and those of the copy not on the map. */
static void
test_apart (void)
{
  g_autoptr (EntMap)         map = load (file);
  g_autoptr (EntMapSnapshot) snapshot = ent_map_snapshot_new (map);
  g_autofree char           *before = ent_map_to_json (map, TRUE), *changed = NULL;
  g_autoptr (EntMap)         copy = NULL;

  ent_actor_set_name (ent_map_find_actor (map, "a2"), "Lodz");
  ent_relation_reverse (ent_map_find_relation (map, "r1"));
  ent_map_remove_actor (map, ent_map_find_actor (map, "a1"));
  changed = ent_map_to_json (map, TRUE);
  copy = ent_map_snapshot_dup_map (snapshot);
  assert_file (copy, before);
  ent_map_remove_actor (copy, ent_map_find_actor (copy, "a2"));
  assert_file (map, changed);
  assert_snapshot (snapshot, before);
}

/* ── Edits ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static guint
draw (gpointer rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static void
split_all (EntMap *map)
{
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);

  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_actors (map)); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);

      ent_map_edits_split (edits, actor);
    }
}

/* Merges can be taken back on the copy as on the map that its file would give. */
static void
assert_splits (const EntMapSnapshot *snapshot, const char *json)
{
  g_autoptr (EntMap) copy = ent_map_snapshot_dup_map (snapshot), again = load (json);
  g_autofree char   *split = NULL;

  split_all (copy);
  split_all (again);
  split = ent_map_to_json (again, TRUE);
  assert_file (copy, split);
}

/* Each snapshot is looked at when many more edits have been made. */
static void
test_edits (void)
{
  g_autoptr (GRand)          rand = g_rand_new_with_seed (3);
  RandomEdits                edits = { random_edits_new_map (), NULL, draw, rand };
  g_autoptr (EntMapSnapshot) snapshot = NULL;
  g_autofree char           *json = NULL;
  guint                      n_merges = 0;

  edits.edits = ent_map_edits_new (edits.map);
  for (guint i = 0; i <= 4000; i++)
    {
      if (i % 100 == 0)
        {
          if (snapshot != NULL)
            {
              assert_snapshot (snapshot, json);
              assert_splits (snapshot, json);
              n_merges += strstr (json, "\"merges\"") != NULL;
            }
          g_clear_pointer (&snapshot, ent_map_snapshot_free);
          g_free (json);
          snapshot = ent_map_snapshot_new (edits.map);
          json = ent_map_to_json (edits.map, TRUE);
        }
      random_edits_make (&edits);
    }
  g_assert_cmpuint (n_merges, >, 0);
  g_object_unref (edits.edits);
  g_assert_finalize_object (edits.map);
}

/* ── A worker ───────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntMapSnapshot *snapshot;
  char           *json;
  guint           n_times;
} Work;

static gpointer
work (gpointer data)
{
  Work *self = data;

  for (guint i = 0; i < self->n_times; i++)
    assert_snapshot (self->snapshot, self->json);
  g_clear_pointer (&self->snapshot, ent_map_snapshot_free);
  return NULL;
}

/* The map is changed while the worker makes maps of it: what each of them touches is its own. For the sanitizer of threads. */
static void
test_worker (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  RandomEdits       edits = { random_edits_new_map (), NULL, draw, rand };

  edits.edits = ent_map_edits_new (edits.map);
  for (guint i = 0; i < 1000; i++)
    random_edits_make (&edits);
  for (guint round = 0; round < 5; round++)
    {
      Work     self = { ent_map_snapshot_new (edits.map), ent_map_to_json (edits.map, TRUE), 20 };
      GThread *thread = g_thread_new ("worker", work, &self);

      for (guint i = 0; i < 200; i++)
        random_edits_make (&edits);
      while (ent_map_edits_undo (edits.edits))
        ;
      while (ent_map_edits_redo (edits.edits))
        ;
      g_thread_join (thread);
      g_free (self.json);
    }
  g_object_unref (edits.edits);
  g_assert_finalize_object (edits.map);
}

/* JSON-GLib counts references without a lock: nothing of the members that are not known may be shared, not even those of the articles. */
static void
test_worker_unknown (void)
{
  g_autoptr (EntMap) map = load (file);
  Work               self = { ent_map_snapshot_new (map), ent_map_to_json (map, TRUE), 10000 };
  GThread           *thread = g_thread_new ("worker", work, &self);

  for (guint i = 0; i < self.n_times; i++)
    {
      g_autoptr (EntMapSnapshot) snapshot = ent_map_snapshot_new (map);

      assert_file (map, self.json);
    }
  g_thread_join (thread);
  assert_file (map, self.json);
  g_free (self.json);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/snapshot/empty", test_empty);
  g_test_add_func ("/map/snapshot/whole", test_whole);
  g_test_add_func ("/map/snapshot/apart", test_apart);
  g_test_add_func ("/map/snapshot/edits", test_edits);
  g_test_add_func ("/map/snapshot/worker", test_worker);
  g_test_add_func ("/map/snapshot/worker-unknown", test_worker_unknown);
  return g_test_run ();
}
