/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes onto a map can be saved and opened again, however long: edits refuse it, and what was read of an article is cut. */
#include "ent-limits.h"
#include "ent-map-edits.h"
#include "ent-map-file.h"

#include <string.h>

#define LINE ENT_LIMIT_LINE_BYTES
#define NOTE ENT_LIMIT_NOTE_BYTES

typedef struct {
  EntMap      *map;
  EntMapEdits *edits;
  EntActor    *one, *two;
  EntRelation *link;
} Fixture;

/* A map of two actors and a link, with texts of its article as long as asked for. */
static EntMap *
new_map (const char *title, const char *uri, const char *name, const char *alias, const char *label)
{
  static const char       text[] = "Київ warns Łódź.";
  EntMap                 *map = ent_map_new ();
  g_autoptr (EntSource)   source = ent_source_new ("s1", title, uri, NULL, NULL, text);
  g_autoptr (EntActor)    one = ent_actor_new ("a1", name, ENT_KIND_PLACE), two = ent_actor_new ("a2", "Łódź", ENT_KIND_PLACE);
  g_autoptr (EntRelation) link = ent_relation_new ("r1", one, two, ENT_RELATION_THREATEN, label);
  const char *const       aliases[] = { "Kyiv", alias, NULL };

  ent_map_add_source (map, source);
  ent_actor_set_aliases (one, aliases);
  ent_actor_add_mention (one, &(EntActorMention) { source, { 0, strlen ("Київ") }, ENT_FORM_NAME });
  ent_map_add_actor (map, one);
  ent_map_add_actor (map, two);
  ent_relation_add_evidence (link, &(EntEvidence) { .source = source, .span = { 0, strlen (text) }, .confidence = 0.5 });
  ent_map_add_relation (map, link);
  return map;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = new_map ("ї", NULL, "Київ", NULL, "warns");
  f->edits = ent_map_edits_new (f->map);
  f->one = ent_map_find_actor (f->map, "a1");
  f->two = ent_map_find_actor (f->map, "a2");
  f->link = ent_map_find_relation (f->map, "r1");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->edits);
  g_assert_finalize_object (f->map);
}

/* n_bytes of text, two bytes a letter so far as that goes. */
static char *
dup_text (gsize n_bytes)
{
  GString *text = g_string_new (n_bytes % 2 != 0 ? "x" : NULL);

  while (text->len < n_bytes)
    g_string_append (text, "ї");
  return g_string_free (text, FALSE);
}

static void
assert_opens (EntMap *map)
{
  g_autofree char   *json = ent_map_to_json (map, TRUE);
  g_autofree char   *again_json = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) again = ent_map_load_bytes (bytes, "again", &error);

  g_assert_no_error (error);
  again_json = ent_map_to_json (again, TRUE);
  g_assert_true (g_str_equal (json, again_json));
}

typedef gboolean (*Edit) (Fixture *f, const char *text, GError **error);

static gboolean set_title (Fixture *f, const char *text, GError **error) { return ent_map_edits_set_title (f->edits, text, error); }
static gboolean set_name  (Fixture *f, const char *text, GError **error) { return ent_map_edits_set_name (f->edits, f->one, text, error); }
static gboolean set_label (Fixture *f, const char *text, GError **error) { return ent_map_edits_set_label (f->edits, f->link, text, error); }
static gboolean set_note  (Fixture *f, const char *text, GError **error) { return ent_map_edits_set_note (f->edits, f->one, text, error); }
static gboolean set_link_note (Fixture *f, const char *text, GError **error) { return ent_map_edits_set_link_note (f->edits, f->link, text, error); }
static gboolean
add_actor (Fixture *f, const char *text, GError **error)
{
  return ent_map_edits_add_actor (f->edits, text, ENT_KIND_GROUP, NULL, 1, 2, error) != NULL;
}

static const struct { const char *path; Edit edit; gsize most; } edits[] = {
  { "title", set_title, LINE }, { "name", set_name, LINE }, { "label", set_label, LINE },
  { "add-actor", add_actor, LINE }, { "note", set_note, NOTE }, { "link-note", set_link_note, NOTE },
};

static void
test_edit (Fixture *f, gconstpointer data)
{
  guint              number = GPOINTER_TO_UINT (data);
  g_autofree char   *most = dup_text (edits[number].most), *more = dup_text (edits[number].most + 1);
  g_autofree char   *before = ent_map_to_json (f->map, TRUE), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (edits[number].edit (f, more, &error));
  g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, edits[number].most == LINE ? "KiB" : "MiB"));
  g_clear_error (&error);
  g_assert_null (ent_map_edits_get_undo_name (f->edits));
  after = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (edits[number].edit (f, most, &error));
  g_assert_no_error (error);
  assert_opens (f->map);
}

/* Each may be as long as it likes, but not both together. */
static void
test_merged_notes (Fixture *f, gconstpointer data)
{
  g_autofree char   *half = dup_text (NOTE / 2), *less = dup_text (NOTE / 2 - 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_map_edits_set_note (f->edits, f->one, half, NULL));
  g_assert_true (ent_map_edits_set_note (f->edits, f->two, half, NULL));
  g_assert_false (ent_map_edits_merge (f->edits, f->one, f->two, &error));
  g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_TOO_LARGE);
  g_assert_true (ent_map_find_actor (f->map, "a2") == f->two);
  g_assert_true (ent_map_edits_set_note (f->edits, f->two, less, NULL));
  g_assert_true (ent_map_edits_merge (f->edits, f->one, f->two, NULL));
  assert_opens (f->map);
}

/* An article may say what it likes. */
static void
test_reading (Fixture *f, gconstpointer data)
{
  g_autofree char      *text = dup_text (LINE + 3), *other = dup_text (LINE + 5);
  g_autoptr (EntMap)    reading = new_map (text, text, text, other, text);
  g_autoptr (EntSource) source = NULL;
  gsize                 n_bytes = strlen (ent_actor_get_name (ent_map_find_actor (reading, "a1")));

  g_assert_true (n_bytes <= LINE && n_bytes > LINE - 4);
  g_assert_true (g_utf8_validate (ent_actor_get_name (ent_map_find_actor (reading, "a1")), -1, NULL));
  assert_opens (reading);
  ent_map_edits_set_title (f->edits, "t", NULL);
  ent_map_edits_remove_source (f->edits, ent_map_find_source (f->map, "s1"));
  ent_map_edits_add_reading (f->edits, reading);
  source = g_list_model_get_item (ent_map_get_sources (f->map), 0);
  g_assert_null (ent_source_get_uri (source));
  assert_opens (f->map);
}

static void
test_place (Fixture *f, gconstpointer data)
{
  ent_actor_set_position (f->one, 1e300, -G_MAXDOUBLE);
  assert_opens (f->map);
}

static void
test_cut (void)
{
  static const struct { const char *text; gsize most; const char *cut; } cases[] = {
    { "", 0, "" }, { "abc", 3, "abc" }, { "abc", 2, "ab" }, { "aї", 2, "a" }, { "aї", 3, "aї" }, { "🙂", 3, "" }, { "ї🙂x", 6, "ї🙂" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = ent_limit_dup_cut (cases[i].text, cases[i].most);

      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/limits/cut", test_cut);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/map/limits/", edits[i].path, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_edit, tear_down);
    }
  g_test_add ("/map/limits/merged-notes", Fixture, NULL, set_up, test_merged_notes, tear_down);
  g_test_add ("/map/limits/reading", Fixture, NULL, set_up, test_reading, tear_down);
  g_test_add ("/map/limits/place", Fixture, NULL, set_up, test_place, tear_down);
  return g_test_run ();
}
