/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-edits.h"
#include "ent-map-file.h"

#include <string.h>

static const char text[] = "Київ warns Łódź. Łódź thanks Київ – and Kraków. “Kraków” helps Łódź, says Гданьск. Kyiv meets Kraków.";

typedef struct {
  EntMap      *map;
  EntMapEdits *edits;
  EntSource   *source;
  char        *before;   /* the file of the map as it was */
} Fixture;

static EntSpan
find (const char *stretch)
{
  const char *at = strstr (text, stretch);

  g_assert_nonnull (at);
  return (EntSpan) { at - text, at - text + strlen (stretch) };
}

static EntActor *
add_actor (Fixture *f, const char *id, const char *name, EntKind kind)
{
  g_autoptr (EntActor) made = ent_actor_new (id, name, kind);

  ent_actor_add_mention (made, &(EntActorMention) { f->source, find (name), ENT_FORM_NAME });
  ent_actor_set_position (made, 10 * kind, -20.5);
  ent_map_add_actor (f->map, made);
  return made;
}

static EntRelation *
add_relation (Fixture *f, const char *id, const char *from, const char *to, EntRelationType type, const char *quote, const char *speaker)
{
  g_autoptr (EntRelation) made = ent_relation_new (id, ent_map_find_actor (f->map, from), ent_map_find_actor (f->map, to), type, "x");
  g_autofree char        *first = g_utf8_substring (quote, 0, 1);
  EntEvidence evidence = {
    .source = f->source, .span = find (quote), .from = find (first), .confidence = 0.5,
    .speaker = ent_map_find_actor (f->map, speaker), .modality = speaker != NULL ? ENT_MODALITY_REPORTED : ENT_MODALITY_ASSERTED,
  };

  ent_relation_add_evidence (made, &evidence);
  ent_map_add_relation (f->map, made);
  return made;
}

/* Kyiv is there twice, as a1 and a2; both warn Łódź, and a4 says what a3 does. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EntSource) source = ent_source_new ("s1", "Cities", NULL, NULL, NULL, text);

  f->map = ent_map_new ();
  f->source = source;
  ent_map_add_source (f->map, source);
  add_actor (f, "a1", "Київ", ENT_KIND_PLACE);
  add_actor (f, "a2", "Kyiv", ENT_KIND_COUNTRY);
  add_actor (f, "a3", "Łódź", ENT_KIND_PLACE);
  add_actor (f, "a4", "Гданьск", ENT_KIND_PERSON);
  add_relation (f, "r1", "a1", "a3", ENT_RELATION_THREATEN, "Київ warns Łódź.", NULL);
  add_relation (f, "r2", "a2", "a3", ENT_RELATION_THREATEN, "Kyiv meets Kraków.", "a2");
  add_relation (f, "r3", "a3", "a2", ENT_RELATION_AGREE, "Łódź thanks Київ", "a4");
  add_relation (f, "r4", "a2", "a1", ENT_RELATION_AID, "“Kraków” helps Łódź", NULL);
  f->edits = ent_map_edits_new (f->map);
  f->before = ent_map_to_json (f->map, TRUE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->edits);
  g_assert_finalize_object (f->map);
  g_free (f->before);
}

static void
assert_file (EntMap *map, const char *json)
{
  g_autofree char *now = ent_map_to_json (map, TRUE);

  g_assert_cmpstr (now, ==, json);
}

/* What the file of a map says is what the map is. Returns the map that was read. (transfer full) */
static EntMap *
load_again (EntMap *map)
{
  g_autofree char   *json = ent_map_to_json (map, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  EntMap            *again = ent_map_load_bytes (bytes, "again", &error);

  g_assert_no_error (error);
  assert_file (again, json);
  return again;
}

/* One step: undoing it gives the file there was before, doing it again the one there was after. */
static void
assert_one_step (Fixture *f, const char *name)
{
  g_autofree char   *after = ent_map_to_json (f->map, TRUE);
  g_autoptr (EntMap) again = load_again (f->map);

  g_assert_cmpstr (after, !=, f->before);
  g_assert_cmpstr (ent_map_edits_get_undo_name (f->edits), ==, name);
  g_assert_true (ent_map_edits_undo (f->edits));
  assert_file (f->map, f->before);
  g_assert_null (ent_map_edits_get_undo_name (f->edits));
  g_assert_cmpstr (ent_map_edits_get_redo_name (f->edits), ==, name);
  g_assert_true (ent_map_edits_redo (f->edits));
  assert_file (f->map, after);
  g_assert_false (ent_map_edits_redo (f->edits));
}

static EntActor *
actor (Fixture *f, const char *id)
{
  EntActor *found = ent_map_find_actor (f->map, id);

  g_assert_nonnull (found);
  return found;
}

static EntRelation *
relation (Fixture *f, const char *id)
{
  EntRelation *found = ent_map_find_relation (f->map, id);

  g_assert_nonnull (found);
  return found;
}

static guint
count_quotes (EntRelation *of)
{
  guint n;

  ent_relation_get_evidence (of, &n);
  return n;
}

static void
test_name (Fixture *f, gconstpointer data)
{
  ent_map_edits_set_name (f->edits, actor (f, "a1"), "  ", NULL);
  ent_map_edits_set_name (f->edits, actor (f, "a1"), " Київ ", NULL);
  g_assert_null (ent_map_edits_get_undo_name (f->edits));
  ent_map_edits_set_name (f->edits, actor (f, "a1"), " Kyjiw ", NULL);
  g_assert_cmpstr (ent_actor_get_name (actor (f, "a1")), ==, "Kyjiw");
  g_assert_cmpstr (ent_actor_get_aliases (actor (f, "a1"))[0], ==, "Київ");
  g_assert_true (ent_actor_get_edited (actor (f, "a1")));
  assert_one_step (f, "renaming of Київ");
}

static void
test_words (Fixture *f, gconstpointer data)
{
  ent_map_edits_set_kind (f->edits, actor (f, "a1"), ENT_KIND_PLACE);
  ent_map_edits_set_note (f->edits, actor (f, "a1"), "", NULL);
  ent_map_edits_set_title (f->edits, "", NULL);
  ent_map_edits_set_label (f->edits, relation (f, "r1"), "x", NULL);
  ent_map_edits_set_link_note (f->edits, relation (f, "r1"), "", NULL);
  ent_map_edits_set_mutual (f->edits, relation (f, "r1"), FALSE);
  ent_map_edits_set_type (f->edits, relation (f, "r1"), ENT_RELATION_THREATEN, "y");
  ent_map_edits_accept_quote (f->edits, relation (f, "r1"), 0, FALSE);
  g_assert_null (ent_map_edits_get_undo_name (f->edits));

  ent_map_edits_set_kind (f->edits, actor (f, "a1"), ENT_KIND_GROUP);
  assert_one_step (f, "change of the kind of Київ");
  ent_map_edits_undo (f->edits);
  ent_map_edits_set_note (f->edits, actor (f, "a1"), "ї", NULL);
  assert_one_step (f, "note on Київ");
  ent_map_edits_undo (f->edits);
  ent_map_edits_set_title (f->edits, "Міста", NULL);
  assert_one_step (f, "change of the title");
}

static void
test_link_words (Fixture *f, gconstpointer data)
{
  EntRelation *r = relation (f, "r3");
  EntSpan      place = ent_relation_get_evidence (r, NULL)[0].from;

  ent_map_edits_set_type (f->edits, r, ENT_RELATION_ASSAULT, "hits");
  g_assert_cmpint (ent_relation_get_stance (r), ==, ENT_STANCE_CONFLICT);
  g_assert_cmpstr (ent_relation_get_label (r), ==, "hits");
  g_assert_true (ent_relation_get_edited (r));
  assert_one_step (f, "change of type of Łódź – Kyiv");
  ent_map_edits_undo (f->edits);
  ent_map_edits_reverse (f->edits, r);
  g_assert_true (ent_span_equal (ent_relation_get_evidence (r, NULL)[0].to, place));
  assert_one_step (f, "reversal of Łódź – Kyiv");
  ent_map_edits_undo (f->edits);
  ent_map_edits_set_mutual (f->edits, r, TRUE);
  assert_one_step (f, "change of direction of Łódź – Kyiv");
  ent_map_edits_undo (f->edits);
  ent_map_edits_set_label (f->edits, r, "ł", NULL);
  assert_one_step (f, "label of Łódź – Kyiv");
  ent_map_edits_undo (f->edits);
  ent_map_edits_set_link_note (f->edits, r, "n", NULL);
  assert_one_step (f, "note on Łódź – Kyiv");
}

static void
test_quotes (Fixture *f, gconstpointer data)
{
  EntRelation *r = relation (f, "r1");
  EntEvidence  quote = { .source = f->source, .span = find ("Kyiv meets Kraków.") };

  ent_map_edits_accept_quote (f->edits, r, 0, TRUE);
  g_assert_cmpfloat (ent_relation_get_confidence (r), ==, 1);
  assert_one_step (f, "acceptance of a quote of Київ – Łódź");
  ent_map_edits_accept_quote (f->edits, r, 0, FALSE);
  assert_file (f->map, f->before);
  ent_map_edits_undo (f->edits);
  ent_map_edits_undo (f->edits);

  /* To the link that is there, or to a new one. */
  g_assert_true (ent_map_edits_add_quote (f->edits, actor (f, "a1"), actor (f, "a3"), ENT_RELATION_THREATEN, "y", &quote) == r);
  g_assert_cmpuint (count_quotes (r), ==, 2);
  g_assert_true (ent_relation_get_evidence (r, NULL)[1].by_hand);
  assert_one_step (f, "addition of a link from Київ to Łódź");
  ent_map_edits_undo (f->edits);
  r = ent_map_edits_add_quote (f->edits, actor (f, "a3"), actor (f, "a1"), ENT_RELATION_THREATEN, "y", &quote);
  g_assert_cmpstr (ent_relation_get_id (r), ==, "r5");
  assert_one_step (f, "addition of a link from Łódź to Київ");
  ent_map_edits_undo (f->edits);

  /* The last quote takes the link with it. */
  ent_map_edits_add_quote (f->edits, actor (f, "a1"), actor (f, "a3"), ENT_RELATION_THREATEN, "y", &quote);
  ent_map_edits_reject_quote (f->edits, relation (f, "r1"), 0);
  g_assert_cmpuint (count_quotes (relation (f, "r1")), ==, 1);
  ent_map_edits_reject_quote (f->edits, relation (f, "r1"), 0);
  g_assert_null (ent_map_find_relation (f->map, "r1"));
  g_object_unref (load_again (f->map));
  for (guint i = 0; i < 3; i++)
    ent_map_edits_undo (f->edits);
  assert_file (f->map, f->before);
}

static void
test_add_actor (Fixture *f, gconstpointer data)
{
  EntActorMention mention = { f->source, find ("Kraków"), ENT_FORM_NAME };
  EntActor       *added = ent_map_edits_add_actor (f->edits, "Kraków", ENT_KIND_PLACE, &mention, 1, 2, NULL);

  g_assert_cmpstr (ent_actor_get_id (added), ==, "a5");
  assert_one_step (f, "addition of Kraków");
}

/* With its links, from everywhere in the lists, and as a speaker. */
static void
test_remove (Fixture *f, gconstpointer data)
{
  EntActor    *actors[] = { actor (f, "a1"), actor (f, "a4") };
  EntRelation *relations[] = { relation (f, "r2"), relation (f, "r1") };

  ent_map_edits_remove (f->edits, NULL, 0, NULL, 0);
  g_assert_null (ent_map_edits_get_undo_name (f->edits));
  ent_map_edits_remove (f->edits, actors, 1, NULL, 0);
  g_assert_null (ent_map_find_relation (f->map, "r4"));
  assert_one_step (f, "removal of Київ");
  ent_map_edits_undo (f->edits);
  ent_map_edits_remove (f->edits, NULL, 0, relations, 1);
  assert_one_step (f, "removal of the link Kyiv – Łódź");
  ent_map_edits_undo (f->edits);
  ent_map_edits_remove (f->edits, actors, 2, NULL, 0);
  g_assert_null (ent_relation_get_evidence (relation (f, "r3"), NULL)[0].speaker);
  assert_one_step (f, "removal of 2 actors");
  ent_map_edits_undo (f->edits);
  ent_map_edits_remove (f->edits, NULL, 0, relations, 2);
  assert_one_step (f, "removal of 2 links");
  ent_map_edits_undo (f->edits);
  ent_map_edits_remove (f->edits, actors, 2, relations, 2);
  assert_one_step (f, "removal of actors and links");
}

static void
test_compound (Fixture *f, gconstpointer data)
{
  guint state = ent_map_edits_get_state (f->edits);

  ent_map_edits_begin (f->edits, "everything");
  ent_map_edits_begin (f->edits, "nothing");
  ent_map_edits_set_name (f->edits, actor (f, "a1"), "x", NULL);
  ent_map_edits_end (f->edits);
  ent_map_edits_touch_places (f->edits);
  ent_actor_set_position (actor (f, "a3"), 5, 6);
  ent_actor_set_pinned (actor (f, "a3"), TRUE);
  ent_actor_clear_position (actor (f, "a4"));
  ent_map_edits_end (f->edits);
  g_assert_cmpuint (ent_map_edits_get_state (f->edits), !=, state);
  assert_one_step (f, "everything");
  ent_map_edits_undo (f->edits);
  g_assert_cmpuint (ent_map_edits_get_state (f->edits), ==, state);

  ent_map_edits_begin (f->edits, "nothing moved");
  ent_map_edits_touch_places (f->edits);
  ent_map_edits_end (f->edits);
  g_assert_cmpuint (ent_map_edits_get_state (f->edits), ==, state);
  /* What changes by other means makes it another map for good. */
  ent_map_edits_set_title (f->edits, "x", NULL);
  ent_map_set_title (f->map, "y");
  ent_map_edits_undo (f->edits);
  g_assert_cmpuint (ent_map_edits_get_state (f->edits), !=, state);
}

/* As if it had never been, with what can be done again. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autofree char *cancelled = NULL;
  guint state = ent_map_edits_get_state (f->edits);

  ent_map_edits_set_title (f->edits, "Ж", NULL);
  ent_map_edits_undo (f->edits);
  ent_map_edits_begin (f->edits, "merges");
  g_assert_true (ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL));
  g_assert_true (ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a3"), NULL));
  ent_map_edits_cancel (f->edits);
  cancelled = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (cancelled, ==, f->before);
  g_assert_cmpuint (ent_map_edits_get_state (f->edits), ==, state);
  g_assert_null (ent_map_edits_get_undo_name (f->edits));
  g_assert_true (ent_map_edits_redo (f->edits));
  g_assert_cmpstr (ent_map_get_title (f->map), ==, "Ж");

  ent_map_edits_begin (f->edits, NULL);
  ent_map_edits_cancel (f->edits);
  ent_map_edits_set_title (f->edits, "y", NULL);
  g_assert_true (ent_map_edits_undo (f->edits));
}

static void
count (gpointer object, guint *n)
{
  (*n)++;
}

static void
test_signals (Fixture *f, gconstpointer data)
{
  guint n_map = 0, n_edits = 0;

  g_signal_connect (f->map, "changed", G_CALLBACK (count), &n_map);
  g_signal_connect (f->edits, "changed", G_CALLBACK (count), &n_edits);
  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  g_assert_cmpuint (n_map, ==, 1);
  ent_map_edits_undo (f->edits);
  ent_map_edits_redo (f->edits);
  g_assert_cmpuint (n_map, ==, 3);
  g_assert_cmpuint (n_edits, ==, 3);
  ent_map_edits_redo (f->edits);
  g_assert_cmpuint (n_edits, ==, 3);
}

/* ── Merging and splitting ──────────────────────────────────────────────────────────────────────────────────────── */

static void
test_merge (Fixture *f, gconstpointer data)
{
  const EntEvidence *quotes;

  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  g_assert_null (ent_map_find_actor (f->map, "a2"));
  g_assert_null (ent_map_find_relation (f->map, "r2"));   /* joined to r1 */
  g_assert_null (ent_map_find_relation (f->map, "r4"));   /* lay between the two */
  quotes = ent_relation_get_evidence (relation (f, "r1"), NULL);
  g_assert_cmpuint (count_quotes (relation (f, "r1")), ==, 2);
  g_assert_true (quotes[1].speaker == actor (f, "a1"));
  g_assert_true (ent_relation_get_to (relation (f, "r3")) == actor (f, "a1"));
  g_assert_cmpstr (ent_actor_get_aliases (actor (f, "a1"))[0], ==, "Kyiv");
  g_assert_cmpuint (ent_map_count_parts (f->map, actor (f, "a1")), ==, 1);
  g_assert_cmpstr (ent_actor_get_name (ent_map_get_part (f->map, actor (f, "a1"), 0)), ==, "Kyiv");
  assert_one_step (f, "merge of Kyiv and Київ");
}

/* What was kept in the ids of the parts is not given away. */
static void
test_merge_ids (Fixture *f, gconstpointer data)
{
  g_autofree char *a = NULL, *r = NULL;

  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  a = ent_map_dup_fresh_id (f->map, 'a');
  r = ent_map_dup_fresh_id (f->map, 'r');
  g_assert_cmpstr (a, ==, "a5");
  g_assert_cmpstr (r, ==, "r5");
}

/* In this program or, from the file, in another one. */
static void
test_split (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap)      again = NULL;
  g_autoptr (EntMapEdits) edits = NULL;

  ent_map_edits_set_note (f->edits, actor (f, "a1"), "one", NULL);
  ent_map_edits_set_note (f->edits, actor (f, "a2"), "two", NULL);
  g_free (f->before);
  f->before = ent_map_to_json (f->map, TRUE);
  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  g_assert_cmpstr (ent_actor_get_note (actor (f, "a1")), ==, "one\n\ntwo");
  again = load_again (f->map);
  ent_map_edits_split (f->edits, actor (f, "a1"));
  assert_file (f->map, f->before);
  g_assert_cmpstr (ent_map_edits_get_undo_name (f->edits), ==, "split of Київ");

  edits = ent_map_edits_new (again);
  ent_map_edits_split (edits, ent_map_find_actor (again, "a1"));
  assert_file (again, f->before);
  ent_map_edits_split (edits, ent_map_find_actor (again, "a1"));
  ent_map_edits_undo (edits);
  g_assert_null (ent_map_edits_get_undo_name (edits));
}

/* Several merges, one within another, split in an order of which the merges know nothing. */
static void
test_split_any_order (Fixture *f, gconstpointer data)
{
  static const char *const orders[][2] = { { "a1", "a4" }, { "a4", "a1" } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (EntMap)      again = NULL;
      g_autoptr (EntMapEdits) edits = NULL;

      ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
      ent_map_edits_merge (f->edits, actor (f, "a4"), actor (f, "a3"), NULL);
      again = load_again (f->map);
      edits = ent_map_edits_new (again);
      ent_map_edits_split (edits, ent_map_find_actor (again, orders[i][0]));
      g_object_unref (load_again (again));
      ent_map_edits_split (edits, ent_map_find_actor (again, orders[i][1]));
      assert_file (again, f->before);
      ent_map_edits_undo (f->edits);
      ent_map_edits_undo (f->edits);
    }
  ent_map_edits_merge (f->edits, actor (f, "a2"), actor (f, "a3"), NULL);
  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  ent_map_edits_split (f->edits, actor (f, "a1"));
  g_assert_cmpuint (ent_map_count_parts (f->map, actor (f, "a2")), ==, 1);
  ent_map_edits_split (f->edits, actor (f, "a2"));
  assert_file (f->map, f->before);
}

/* What was edited after the merge stays with what it was done to. */
static void
test_split_edited (Fixture *f, gconstpointer data)
{
  EntRelation *r1 = relation (f, "r1"), *r2 = relation (f, "r2");

  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  ent_map_edits_accept_quote (f->edits, r1, 1, TRUE);    /* came from r2 */
  ent_map_edits_reverse (f->edits, r1);
  ent_map_edits_set_name (f->edits, actor (f, "a1"), "Kyjiw", NULL);
  ent_map_edits_split (f->edits, actor (f, "a1"));
  g_assert_cmpstr (ent_actor_get_name (actor (f, "a1")), ==, "Kyjiw");
  g_assert_cmpuint (count_quotes (r1), ==, 1);
  g_assert_true (relation (f, "r2") == r2);
  g_assert_true (ent_relation_get_evidence (r2, NULL)[0].by_hand);
  g_assert_true (ent_relation_get_evidence (r2, NULL)[0].speaker == actor (f, "a2"));
  g_object_unref (load_again (f->map));

  /* A quote that was rejected does not come back, nor does its link. */
  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  ent_map_edits_reverse (f->edits, r1);
  ent_map_edits_merge (f->edits, actor (f, "a4"), actor (f, "a1"), NULL);
  ent_map_edits_remove (f->edits, (EntActor *[]) { actor (f, "a3") }, 1, NULL, 0);
  g_object_unref (load_again (f->map));
  ent_map_edits_split (f->edits, actor (f, "a4"));
  ent_map_edits_split (f->edits, actor (f, "a1"));
  g_assert_null (ent_map_find_relation (f->map, "r2"));
  g_assert_nonnull (ent_map_find_relation (f->map, "r4"));
  g_object_unref (load_again (f->map));
  while (ent_map_edits_undo (f->edits))
    ;
  assert_file (f->map, f->before);
}

/* An actor takes its parts with it. */
static void
test_remove_merged (Fixture *f, gconstpointer data)
{
  ent_map_edits_begin (f->edits, "all");
  ent_map_edits_merge (f->edits, actor (f, "a2"), actor (f, "a3"), NULL);
  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  ent_map_edits_remove (f->edits, (EntActor *[]) { actor (f, "a1") }, 1, NULL, 0);
  ent_map_edits_end (f->edits);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (f->map)), ==, 1);
  assert_one_step (f, "all");
}

/* Quotes of links that a merge holds may have a speaker who is taken off the map later: the file must not name them. */
static void
test_remove_held_speaker (Fixture *f, gconstpointer data)
{
  EntActor *speaker = actor (f, "a4");

  add_relation (f, "r5", "a2", "a3", ENT_RELATION_THREATEN, "Łódź, says", "a4");
  add_relation (f, "r6", "a1", "a2", ENT_RELATION_AGREE, "and Kraków", "a4");
  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  ent_map_edits_remove (f->edits, &speaker, 1, NULL, 0);
  g_autoptr (EntMap)      again = load_again (f->map);
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (again);
  ent_map_edits_split (edits, ent_map_find_actor (again, "a1"));
  g_assert_null (ent_relation_get_evidence (ent_map_find_relation (again, "r5"), NULL)[0].speaker);
  g_assert_null (ent_relation_get_evidence (ent_map_find_relation (again, "r6"), NULL)[0].speaker);

  ent_map_edits_undo (f->edits);
  ent_map_edits_split (f->edits, actor (f, "a1"));
  g_assert_true (ent_relation_get_evidence (relation (f, "r5"), NULL)[0].speaker == speaker);
  g_assert_true (ent_relation_get_evidence (relation (f, "r6"), NULL)[0].speaker == speaker);
}

/* ── Hostile files ──────────────────────────────────────────────────────────────────────────────────────────────── */

static void
assert_refused (Fixture *f, const char *was, const char *is, const char *message)
{
  g_autofree char        *json = ent_map_to_json (f->map, FALSE);
  g_autoptr (GString)     bad = g_string_new (json);
  g_autoptr (GBytes)      bytes = NULL;
  g_autoptr (GError)      error = NULL;

  g_assert_cmpuint (g_string_replace (bad, was, is, 1), ==, 1);
  bytes = g_bytes_new (bad->str, bad->len);
  g_assert_null (ent_map_load_bytes (bytes, "bad", &error));
  g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_INVALID);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” is not in “%s”", message, error->message);
}

static void
test_hostile (Fixture *f, gconstpointer data)
{
  static const struct { const char *was, *is, *message; } cases[] = {
    { "\"merges\":[{\"into\":\"a1\"", "\"merges\":[{\"into\":\"a2\"", "merges[0].into: must be an actor" },
    { "\"merges\":[{\"into\":\"a1\"", "\"merges\":[{\"into\":\"a9\"", "merges[0].into: there is no actor" },
    { "\"actor\":{\"id\":\"a2\"", "\"actor\":{\"id\":\"a1\"", "merges[0].actor.id: “a1” is the id of another actor" },
    { "\"actor\":{\"id\":\"a2\"", "\"actor\":{\"i\":\"a2\"", "merges[0].actor.id: is missing" },
    { "\"moved\":[\"r3\"]", "\"moved\":[\"r9\"]", "merges[0].moved: there is no relation" },
    { "\"moved\":[\"r3\"]", "\"moved\":3", "merges[0].moved: must be a list" },
    { "\"into\":\"r1\"", "\"into\":\"r7\"", "merges[0].joined[0].into: there is no relation" },
    { "\"relation\":{\"id\":\"r2\"", "\"relation\":{\"id\":\"r1\"", "merges[0].joined[0].relation.id: “r1” is the id" },
    { "\"relation\":{\"id\":\"r2\"", "\"relation\":{\"id\":\"r4\"", "merges[0].joined: “r4” is the id" },
    { "\"evidence\":1", "\"evidence\":2", "merges[0].spoken[0].evidence: the relation has no such quote" },
    { "\"removed\":[{\"source\":\"s1\"", "\"removed\":[{\"source\":\"s2\"", "removed[0].source: there is no source" },
    { "\"rejected\":[{\"source\":\"s1\",\"start\":", "\"rejected\":[{\"source\":\"s1\",\"start\":9", "rejected[0]" },
  };

  ent_map_edits_merge (f->edits, actor (f, "a1"), actor (f, "a2"), NULL);
  ent_map_edits_remove (f->edits, (EntActor *[]) { actor (f, "a4") }, 1, NULL, 0);
  ent_map_edits_add_quote (f->edits, actor (f, "a1"), actor (f, "a3"), ENT_RELATION_THREATEN, NULL,
                           &(EntEvidence) { .source = f->source, .span = find ("Kyiv") });
  ent_map_edits_reject_quote (f->edits, relation (f, "r1"), 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (i != 9)
      assert_refused (f, cases[i].was, cases[i].is, cases[i].message);
  ent_map_edits_undo (f->edits);
  assert_refused (f, "\"relation\":\"r1\",\"evidence\":1", "\"relation\":\"r1\",\"evidence\":7", cases[9].message);
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/map/edits/name", test_name }, { "/map/edits/words", test_words }, { "/map/edits/link-words", test_link_words },
    { "/map/edits/quotes", test_quotes }, { "/map/edits/add-actor", test_add_actor }, { "/map/edits/remove", test_remove },
    { "/map/edits/compound", test_compound },
    { "/map/edits/cancel", test_cancel }, { "/map/edits/signals", test_signals }, { "/map/edits/merge", test_merge },
    { "/map/edits/merge-ids", test_merge_ids }, { "/map/edits/split", test_split }, { "/map/edits/split-any-order", test_split_any_order },
    { "/map/edits/split-edited", test_split_edited }, { "/map/edits/remove-merged", test_remove_merged },
    { "/map/edits/remove-held-speaker", test_remove_held_speaker }, { "/map/edits/hostile", test_hostile },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
