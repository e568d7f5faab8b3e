/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-edits.h"
#include "ent-map-file.h"

#include <string.h>

static const char first_text[] = "Київ warns Łódź. Kyiv thanks Łódź. Гданьск helps Łódź.";
static const char second_text[] = "– Kyiv meets Гданьск, says Kraków.";

typedef struct {
  EntMap      *map;
  EntMapEdits *edits;
  char        *before;
} Fixture;

static EntSpan
find (const char *text, const char *stretch)
{
  const char *at = strstr (text, stretch);

  g_assert_nonnull (at);
  return (EntSpan) { at - text, at - text + strlen (stretch) };
}

static EntActor *
add_actor (EntMap *map, const char *id, const char *name, EntKind kind, const char *alias)
{
  EntSource           *source = ent_map_find_source (map, "s1");
  g_autoptr (EntActor) made = ent_actor_new (id, name, kind);

  ent_actor_add_mention (made, &(EntActorMention) { source, find (ent_source_get_text (source), name), ENT_FORM_NAME });
  if (alias != NULL)
    ent_actor_set_aliases (made, (const char *const[]) { alias, NULL });
  ent_map_add_actor (map, made);
  return made;
}

static void
add_relation (EntMap *map, const char *id, const char *from, const char *to, EntRelationType type, const char *quote)
{
  EntSource              *source = ent_map_find_source (map, "s1");
  g_autoptr (EntRelation) made = ent_relation_new (id, ent_map_find_actor (map, from), ent_map_find_actor (map, to), type, "does");
  EntEvidence             evidence = { .source = source, .span = find (ent_source_get_text (source), quote), .confidence = 0.5 };

  ent_relation_add_evidence (made, &evidence);
  ent_map_add_relation (map, made);
}

static EntMap *
read_first (void)
{
  EntMap               *map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", "One", NULL, NULL, NULL, first_text);

  ent_map_add_source (map, source);
  add_actor (map, "a1", "Київ", ENT_KIND_PLACE, NULL);
  add_actor (map, "a2", "Kyiv", ENT_KIND_COUNTRY, "Ukraine");
  add_actor (map, "a3", "Łódź", ENT_KIND_PLACE, NULL);
  add_actor (map, "a4", "Гданьск", ENT_KIND_PLACE, NULL);
  add_relation (map, "r1", "a1", "a3", ENT_RELATION_THREATEN, "Київ warns Łódź.");
  add_relation (map, "r2", "a2", "a3", ENT_RELATION_AGREE, "Kyiv thanks Łódź.");
  add_relation (map, "r3", "a4", "a3", ENT_RELATION_AID, "Гданьск helps Łódź.");
  return map;
}

static EntMap *
read_second (void)
{
  EntMap               *map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", "Two", NULL, NULL, NULL, second_text);

  ent_map_add_source (map, source);
  add_actor (map, "a1", "Kyiv", ENT_KIND_COUNTRY, NULL);
  add_actor (map, "a2", "Гданьск", ENT_KIND_PERSON, NULL);   /* somebody of that name */
  add_actor (map, "a3", "Kraków", ENT_KIND_PLACE, NULL);
  add_relation (map, "r1", "a1", "a2", ENT_RELATION_CONSULT, "Kyiv meets Гданьск");
  return map;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = read_first ();
  f->edits = ent_map_edits_new (f->map);
  f->before = ent_map_to_json (f->map, TRUE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *after = NULL;

  while (ent_map_edits_undo (f->edits))
    ;
  after = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (after, ==, f->before);
  g_free (f->before);
  g_assert_finalize_object (f->edits);
  g_assert_finalize_object (f->map);
}

static guint
count_quotes (EntMap *map, const char *id)
{
  guint n;

  ent_relation_get_evidence (ent_map_find_relation (map, id), &n);
  return n;
}

/* Nothing that is there already comes twice, so there is nothing to undo. */
static void
test_again (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) reading = read_first ();

  ent_map_edits_add_reading (f->edits, reading);
  g_assert_null (ent_map_edits_get_undo_name (f->edits));
}

/* Whatever was done by hand is still done after another reading of the article. */
static void
test_edits_survive (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) reading = read_first ();
  g_autofree char   *edited = NULL, *after = NULL;

  ent_map_edits_set_name (f->edits, ent_map_find_actor (f->map, "a3"), "Lodz", NULL);
  ent_map_edits_merge (f->edits, ent_map_find_actor (f->map, "a1"), ent_map_find_actor (f->map, "a2"), NULL);
  ent_map_edits_set_type (f->edits, ent_map_find_relation (f->map, "r1"), ENT_RELATION_ACCUSE, "accuses");
  ent_map_edits_reverse (f->edits, ent_map_find_relation (f->map, "r1"));
  ent_map_edits_accept_quote (f->edits, ent_map_find_relation (f->map, "r1"), 0, TRUE);
  ent_map_edits_reject_quote (f->edits, ent_map_find_relation (f->map, "r2"), 0);
  ent_map_edits_remove (f->edits, (EntActor *[]) { ent_map_find_actor (f->map, "a4") }, 1, NULL, 0);
  edited = ent_map_to_json (f->map, TRUE);
  ent_map_edits_add_reading (f->edits, reading);
  after = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (after, ==, edited);
}

/* A reading that finds other things: what is new comes, what is stale goes, unless it was entered or set by hand. */
static void
test_another_reading (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) reading = read_first ();
  EntSource         *source = ent_map_find_source (f->map, "s1");
  EntEvidence        quote = { .source = source, .span = find (first_text, "Kyiv thanks") };

  ent_map_edits_add_quote (f->edits, ent_map_find_actor (f->map, "a4"), ent_map_find_actor (f->map, "a1"), ENT_RELATION_AID, "x", &quote);
  ent_map_edits_set_label (f->edits, ent_map_find_relation (f->map, "r2"), "thanks", NULL);
  for (guint i = 1; i <= 3; i++)
    ent_map_remove_relation (reading, ent_map_find_relation (reading, (const char *[]) { "r1", "r2", "r3" }[i - 1]));
  add_relation (reading, "r1", "a3", "a1", ENT_RELATION_AGREE, "Kyiv");
  ent_map_edits_add_reading (f->edits, reading);
  g_assert_cmpstr (ent_map_edits_get_undo_name (f->edits), ==, "new reading of “One”");
  g_assert_null (ent_map_find_relation (f->map, "r1"));
  g_assert_nonnull (ent_map_find_relation (f->map, "r2"));
  g_assert_null (ent_map_find_relation (f->map, "r3"));
  g_assert_nonnull (ent_map_find_relation (f->map, "r4"));
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_relations (f->map)), ==, 3);
}

/* The same names of the same kind are the same actors, what is new gets ids of its own, what was laid out stays. */
static void
test_second_article (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) reading = read_second ();
  EntRelation       *met;
  guint              n_mentions;

  ent_map_edits_begin (f->edits, "place");
  ent_map_edits_touch_places (f->edits);
  ent_actor_set_position (ent_map_find_actor (f->map, "a2"), 3, 4);
  ent_map_edits_end (f->edits);
  ent_map_edits_add_reading (f->edits, reading);
  g_assert_cmpstr (ent_map_edits_get_undo_name (f->edits), ==, "addition of the article “Two”");
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_sources (f->map)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (f->map)), ==, 6);
  ent_actor_get_mentions (ent_map_find_actor (f->map, "a2"), &n_mentions);
  g_assert_cmpuint (n_mentions, ==, 2);
  g_assert_true (ent_actor_get_position (ent_map_find_actor (f->map, "a2"), NULL, NULL));
  g_assert_false (ent_actor_get_position (ent_map_find_actor (f->map, "a5"), NULL, NULL));
  met = ent_map_find_relation (f->map, "r4");
  g_assert_true (ent_relation_get_from (met) == ent_map_find_actor (f->map, "a2"));
  g_assert_cmpstr (ent_actor_get_name (ent_relation_get_to (met)), ==, "Гданьск");
  g_assert_true (ent_relation_get_evidence (met, NULL)[0].source == ent_map_find_source (f->map, "s2"));
}

/* By another name, where that leaves no doubt; a merged actor goes by those of its parts, whatever their kinds. */
static void
test_other_names (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) reading = read_second (), doubtful = read_second ();

  ent_actor_set_name (ent_map_find_actor (reading, "a1"), "UKRAINE");
  ent_map_edits_merge (f->edits, ent_map_find_actor (f->map, "a3"), ent_map_find_actor (f->map, "a4"), NULL);
  ent_map_edits_add_reading (f->edits, reading);
  g_assert_true (ent_relation_get_from (ent_map_find_relation (f->map, "r4")) == ent_map_find_actor (f->map, "a2"));
  g_assert_true (ent_relation_get_to (ent_map_find_relation (f->map, "r4")) == ent_map_find_actor (f->map, "a3"));
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (f->map)), ==, 4);
  ent_map_edits_undo (f->edits);

  ent_actor_set_name (ent_map_find_actor (doubtful, "a1"), "Ukraine");
  ent_map_edits_set_kind (f->edits, ent_map_find_actor (f->map, "a1"), ENT_KIND_COUNTRY);
  ent_map_edits_set_name (f->edits, ent_map_find_actor (f->map, "a1"), "Ukraine ", NULL);
  ent_map_edits_set_name (f->edits, ent_map_find_actor (f->map, "a1"), "Kyjiw", NULL);
  ent_map_edits_add_reading (f->edits, doubtful);
  g_assert_cmpstr (ent_actor_get_name (ent_relation_get_from (ent_map_find_relation (f->map, "r4"))), ==, "Ukraine");
}

/* The article goes with all that rests on it alone; the map is then what it was before it came. */
static void
test_remove_source (Fixture *f, gconstpointer data)
{
  g_autoptr (EntMap) reading = read_second ();
  g_autofree char   *after = NULL;

  ent_map_edits_add_reading (f->edits, reading);
  ent_map_edits_merge (f->edits, ent_map_find_actor (f->map, "a1"), ent_map_find_actor (f->map, "a2"), NULL);
  g_assert_cmpuint (count_quotes (f->map, "r4"), ==, 1);
  ent_map_edits_remove_source (f->edits, ent_map_find_source (f->map, "s2"));
  g_assert_cmpstr (ent_map_edits_get_undo_name (f->edits), ==, "removal of the article “Two”");
  ent_map_edits_split (f->edits, ent_map_find_actor (f->map, "a1"));
  after = ent_map_to_json (f->map, TRUE);
  g_assert_cmpstr (after, ==, f->before);

  /* What was taken off goes with it, too. */
  ent_map_edits_remove (f->edits, (EntActor *[]) { ent_map_find_actor (f->map, "a4") }, 1,
                        (EntRelation *[]) { ent_map_find_relation (f->map, "r1") }, 1);
  ent_map_edits_remove_source (f->edits, ent_map_find_source (f->map, "s1"));
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (f->map)), ==, 0);
  g_free (after);
  after = ent_map_to_json (f->map, FALSE);
  g_assert_null (strstr (after, "removed"));
  g_assert_null (strstr (after, "rejected"));
}

/* Links that were joined before: those of the other article come back when the actors are split, those of the removed one do not. */
static void
test_split_after_removal (Fixture *f, gconstpointer data)
{
  static const struct { const char *source, *left; } cases[] = { { "s1", "r5" }, { "s2", "r3" } };
  g_autoptr (EntMap) reading = read_second ();

  /* In the second article Kraków helps Łódź, as Гданьск does in the first. */
  add_actor (reading, "a9", "says", ENT_KIND_PLACE, NULL);
  ent_actor_set_name (ent_map_find_actor (reading, "a9"), "Łódź");
  add_relation (reading, "r2", "a3", "a9", ENT_RELATION_AID, "says Kraków");
  ent_map_edits_add_reading (f->edits, reading);
  g_assert_cmpuint (count_quotes (f->map, "r5"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint order = 0; order < 2; order++)
      {
        EntActor *gdansk = ent_map_find_actor (f->map, "a4"), *krakow = ent_map_find_actor (f->map, "a6"), *into = order == 0 ? gdansk : krakow;
        guint     state = ent_map_edits_get_state (f->edits);

        ent_map_edits_merge (f->edits, into, order == 0 ? krakow : gdansk, NULL);
        g_assert_cmpuint (count_quotes (f->map, order == 0 ? "r3" : "r5"), ==, 2);
        ent_map_edits_remove_source (f->edits, ent_map_find_source (f->map, cases[i].source));
        g_assert_cmpuint (count_quotes (f->map, order == 0 ? "r3" : "r5"), ==, 1);
        ent_map_edits_split (f->edits, into);
        for (guint r = 0; r < 2; r++)
          {
            const char *id = r == 0 ? "r3" : "r5";

            if (g_str_equal (id, cases[i].left))
              g_assert_cmpuint (count_quotes (f->map, id), ==, 1);
            else
              g_assert_null (ent_map_find_relation (f->map, id));
          }
        while (ent_map_edits_get_state (f->edits) != state)
          ent_map_edits_undo (f->edits);
      }
}

int
main (int argc, char **argv)
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/map/edits/reading/again", test_again }, { "/map/edits/reading/edits-survive", test_edits_survive },
    { "/map/edits/reading/another", test_another_reading }, { "/map/edits/reading/second-article", test_second_article },
    { "/map/edits/reading/other-names", test_other_names }, { "/map/edits/reading/remove-source", test_remove_source },
    { "/map/edits/reading/split-after-removal", test_split_after_removal },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
