/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of links whose quotes were rejected while they were joined, and files that hold merges within merges without end. */
#include "ent-limits.h"
#include "ent-map-edits.h"
#include "ent-map-file.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

static const char text[] = "Київ warns Łódź. Kyiv warns Łódź. Kijów warns Łódź.";

/* ── Links without quotes ───────────────────────────────────────────────────────────────────────────────────────── */

/* Kyiv is there three times, and each warns Łódź; with a quote of its own where quoted says so. */
static EntMap *
new_map (const gboolean quoted[3])
{
  static const char *const names[] = { "Київ", "Kyiv", "Kijów" };
  EntMap                  *map = ent_map_new ();
  g_autoptr (EntSource)    source = ent_source_new ("s1", "ї", NULL, NULL, NULL, text);
  g_autoptr (EntActor)     whom = ent_actor_new ("a9", "Łódź", ENT_KIND_PLACE);

  ent_map_add_source (map, source);
  ent_map_add_actor (map, whom);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char                    id[] = { 'a', '1' + (char) i, '\0' }, link_id[] = { 'r', '1' + (char) i, '\0' };
      gsize                   at = strstr (text, names[i]) - text;
      g_autoptr (EntActor)    who = ent_actor_new (id, names[i], ENT_KIND_PLACE);
      g_autoptr (EntRelation) link = ent_relation_new (link_id, who, whom, ENT_RELATION_THREATEN, "warns");

      ent_map_add_actor (map, who);
      if (quoted[i])
        ent_relation_add_evidence (link, &(EntEvidence) { .source = source, .span = { at, at + strlen (names[i]) }, .confidence = 0.5 });
      ent_map_add_relation (map, link);
    }
  return map;
}

static EntMap *
load (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return ent_map_load_bytes (bytes, "map", error);
}

static EntMap *
load_again (EntMap *map)
{
  g_autofree char   *json = ent_map_to_json (map, TRUE), *again_json = NULL;
  g_autoptr (GError) error = NULL;
  EntMap            *again = load (json, &error);

  g_assert_no_error (error);
  again_json = ent_map_to_json (again, TRUE);
  g_assert_cmpstr (json, ==, again_json);
  return again;
}

/* "r1:1 r3:0": the links that are left and how many quotes each has. */
static char *
describe (EntMap *map)
{
  GString *links = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_relations (map)); i++)
    {
      g_autoptr (EntRelation) link = g_list_model_get_item (ent_map_get_relations (map), i);
      guint n_quotes;

      ent_relation_get_evidence (link, &n_quotes);
      g_string_append_printf (links, "%s%s:%u", i > 0 ? " " : "", ent_relation_get_id (link), n_quotes);
    }
  return g_string_free (links, FALSE);
}

static void
split_and_check (EntMap *map, const char *after)
{
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);
  g_autofree char        *before = ent_map_to_json (map, TRUE), *links = NULL, *undone = NULL;

  ent_map_edits_split (edits, ent_map_find_actor (map, "a1"));
  links = describe (map);
  g_assert_cmpstr (links, ==, after);
  g_object_unref (load_again (map));
  ent_map_edits_undo (edits);
  undone = ent_map_to_json (map, TRUE);
  g_assert_cmpstr (before, ==, undone);
}

/* a2 and a3 are merged into a1, quotes of the link that the three have then are rejected, and a1 is split: in this program, and in
 * another that opens the file. reject: numbers of quotes, each where it is when its turn comes. */
static const struct { const char *path; gboolean quoted[3]; const char *reject, *after; } cases[] = {
  { "none", { TRUE, TRUE, TRUE }, "", "r1:1 r2:1 r3:1" },
  { "own", { TRUE, TRUE, TRUE }, "0", "r2:1 r3:1" },
  { "of-a-part", { TRUE, TRUE, TRUE }, "1", "r1:1 r3:1" },
  { "own-and-a-part", { TRUE, TRUE, TRUE }, "01", "r2:1" },
  { "bare", { FALSE, TRUE, TRUE }, "", "r1:0 r2:1 r3:1" },
  { "bare-rejected", { FALSE, TRUE, TRUE }, "0", "r1:0 r3:1" },
  { "bare-part", { TRUE, FALSE, TRUE }, "0", "r2:0 r3:1" },
  { "bare-part-kept", { TRUE, FALSE, TRUE }, "1", "r1:1 r2:0" },
  { "all-bare", { FALSE, FALSE, FALSE }, "", "r1:0 r2:0 r3:0" },
};

static void
test_rejected (gconstpointer data)
{
  guint                   number = GPOINTER_TO_UINT (data);
  g_autoptr (EntMap)      map = new_map (cases[number].quoted), again = NULL;
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);

  for (guint i = 2; i <= 3; i++)
    {
      char id[] = { 'a', '0' + (char) i, '\0' };

      g_assert_true (ent_map_edits_merge (edits, ent_map_find_actor (map, "a1"), ent_map_find_actor (map, id), NULL));
    }
  for (const char *at = cases[number].reject; *at != '\0'; at++)
    ent_map_edits_reject_quote (edits, ent_map_find_relation (map, "r1"), (guint) (*at - '0'));
  again = load_again (map);
  split_and_check (map, cases[number].after);
  split_and_check (again, cases[number].after);
}

/* ── Merges within merges ───────────────────────────────────────────────────────────────────────────────────────── */

#define N_DEEP    4000
#define MAX_STACK (160 << 10)

/* Each part was merged into the next one, and its link joined to that one's link: the last of them is on the map. */
static char *
dup_deep_file (guint n_merges)
{
  GString *json = g_string_new ("{\"format\": \"entente-map\", \"version\": 1, \"sources\": [], \"actors\": [");

  g_string_append_printf (json, "{\"id\": \"p%u\", \"name\": \"x\", \"kind\": \"place\"}, {\"id\": \"b\", \"name\": \"y\", \"kind\": \"place\"}], ", n_merges);
  g_string_append_printf (json, "\"relations\": [{\"id\": \"r%u\", \"from\": \"p%u\", \"to\": \"b\", \"stance\": \"neutral\", \"type\": \"other\", \"evidence\": []}],"
                          " \"merges\": [", n_merges, n_merges);
  for (guint i = 0; i < n_merges; i++)
    g_string_append_printf (json, "%s{\"into\": \"p%u\", \"index\": 0, \"actor\": {\"id\": \"p%u\", \"name\": \"x\", \"kind\": \"place\"}, \"joined\": ["
                            "{\"index\": 0, \"into\": \"r%u\", \"bare\": true, \"relation\": {\"id\": \"r%u\", \"from\": \"p%u\", \"to\": \"b\", "
                            "\"stance\": \"neutral\", \"type\": \"other\", \"evidence\": []}}]}", i > 0 ? ", " : "", i + 1, i, i + 1, i, i);
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

/* Reads, saves, takes off with all its parts, and brings back. */
static gpointer
work_on_deep_file (gpointer json)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (EntMap)      map = load (json, &error);
  g_autoptr (EntMapEdits) edits = NULL;
  g_autofree char        *before = NULL, *after = NULL, *id = g_strdup_printf ("p%u", N_DEEP);
  EntActor               *actor;

  g_assert_no_error (error);
  edits = ent_map_edits_new (map);
  actor = ent_map_find_actor (map, id);
  before = ent_map_to_json (map, TRUE);
  ent_map_edits_remove (edits, &actor, 1, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (map)), ==, 1);
  g_object_unref (load_again (map));
  ent_map_edits_undo (edits);
  after = ent_map_to_json (map, TRUE);
  g_assert_cmpstr (before, ==, after);
  return NULL;
}

/* In a thread whose stack is small: nothing may call itself for each of them. */
static void
test_deep (void)
{
  g_autofree char *json = dup_deep_file (N_DEEP);
  pthread_attr_t   attributes;
  pthread_t        thread;

  g_assert_cmpint (pthread_attr_init (&attributes), ==, 0);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, MAX_STACK), ==, 0);
  g_assert_cmpint (pthread_create (&thread, &attributes, work_on_deep_file, json), ==, 0);
  g_assert_cmpint (pthread_join (thread, NULL), ==, 0);
  pthread_attr_destroy (&attributes);
}

/* As many as there may be are read and written in seconds; in a time that grows with the square of their number it was minutes. */
static void
test_many (void)
{
  g_autofree char   *json = dup_deep_file (ENT_LIMIT_MERGES), *again = NULL;
  clock_t            start = clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = load (json, &error);

  g_assert_no_error (error);
  again = ent_map_to_json (map, TRUE);
  g_test_message ("%d merges: read and written in %.3f s", ENT_LIMIT_MERGES, (double) (clock () - start) / CLOCKS_PER_SEC);
  g_assert_cmpint (clock () - start, <, 20 * CLOCKS_PER_SEC);
}

static void
test_too_many (void)
{
  g_autofree char   *json = dup_deep_file (ENT_LIMIT_MERGES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (json, &error));
  g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/map/merges/rejected/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rejected);
    }
  g_test_add_func ("/map/merges/deep", test_deep);
  g_test_add_func ("/map/merges/many", test_many);
  g_test_add_func ("/map/merges/too-many", test_too_many);
  return g_test_run ();
}
