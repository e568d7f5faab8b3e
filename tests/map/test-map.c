/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map.h"

#include <math.h>

static const char text[] = "Łódź helps Kraków. “Kraków” thanks Łódź.";

typedef struct {
  EntMap      *map;
  EntSource   *source;
  EntActor    *lodz, *krakow, *third;
  EntRelation *relation;
  guint        n_changes;
} Fixture;

static void
count (EntMap *map, guint *n_changes)
{
  (*n_changes)++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EntSource)   source = ent_source_new ("s1", "Cities", NULL, NULL, NULL, text);
  g_autoptr (EntActor)    lodz = ent_actor_new ("a1", "Łódź", ENT_KIND_PLACE);
  g_autoptr (EntActor)    krakow = ent_actor_new ("a2", "Kraków", ENT_KIND_PLACE);
  g_autoptr (EntActor)    third = ent_actor_new ("a3", "Gdańsk", ENT_KIND_PLACE);
  g_autoptr (EntRelation) relation = ent_relation_new ("r1", lodz, krakow, ENT_RELATION_AID, "helps");

  f->map = ent_map_new ();
  ent_map_add_source (f->map, source);
  ent_map_add_actor (f->map, lodz);
  ent_map_add_actor (f->map, krakow);
  ent_map_add_actor (f->map, third);
  ent_map_add_relation (f->map, relation);
  f->source = source;
  f->lodz = lodz;
  f->krakow = krakow;
  f->third = third;
  f->relation = relation;
  f->n_changes = 0;
  g_signal_connect (f->map, "changed", G_CALLBACK (count), &f->n_changes);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

static void
add_quote (Fixture *f, EntSpan span, EntModality modality, EntActor *speaker, double confidence)
{
  EntEvidence evidence = { f->source, span, { 0 }, { 0 }, { 0 }, modality, speaker, confidence };

  ent_relation_add_evidence (f->relation, &evidence);
}

static void
test_empty (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  g_autofree char   *a = ent_map_dup_fresh_id (map, 'a');

  g_assert_cmpstr (ent_map_get_title (map), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (map)), ==, 0);
  g_assert_null (ent_map_find_actor (map, "a1"));
  g_assert_null (ent_map_find_actor (map, NULL));
  g_assert_cmpstr (a, ==, "a1");
  ent_map_freeze (map);
  ent_map_thaw (map);
}

static void
test_source_spans (Fixture *f, gconstpointer data)
{
  static const struct { EntSpan span; const char *text; } cases[] = {
    { { 0, 7 }, "Łódź" },
    { { 0, 1 }, NULL },                                    /* ends within Ł */
    { { 1, 7 }, NULL },                                    /* starts within it */
    { { 7, 7 }, NULL },                                    /* empty */
    { { 8, 7 }, NULL },
    { { 0, sizeof text - 1 }, text },
    { { 0, sizeof text }, NULL },                          /* one too far */
    { { G_MAXSIZE - 1, G_MAXSIZE }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = ent_source_dup_text_at (f->source, cases[i].span);

      g_assert_cmpstr (got, ==, cases[i].text);
    }
}

/* A blank line belongs to the paragraph before it; a title is a headline only as a paragraph of its own. */
static void
test_paragraphs (void)
{
  static const char           said[] = "Łódź\n\nKraków\nGdańsk\n\n";
  static const struct { const char *title; const char *text; gboolean headline; } cases[] = {
    { "Łódź", said, TRUE }, { "Łódź", "Łódź", TRUE }, { "Łód", said, FALSE }, { "", said, FALSE }, { "Łódź", "Łódź\nKraków", FALSE },
    { "Kraków", said, FALSE }, { "", "", FALSE }, { "Łódź", "", FALSE },
  };
  g_autoptr (EntSource) source = ent_source_new ("s1", NULL, NULL, NULL, NULL, said);

  for (gsize i = 0; i < sizeof said; i++)
    g_assert_cmpuint (ent_source_find_paragraph (source, i), ==, i < 9 ? 0 : i < sizeof said - 1 ? 1 : 2);
  g_assert_cmpuint (ent_source_find_paragraph (source, G_MAXSIZE), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntSource) one = ent_source_new ("s1", cases[i].title, NULL, NULL, NULL, cases[i].text);
      g_assert_cmpint (ent_source_has_headline (one), ==, cases[i].headline);
    }
}

static void
test_find (Fixture *f, gconstpointer data)
{
  g_assert_true (ent_map_find_source (f->map, "s1") == f->source);
  g_assert_true (ent_map_find_actor (f->map, "a2") == f->krakow);
  g_assert_true (ent_map_find_relation (f->map, "r1") == f->relation);
  g_assert_null (ent_map_find_actor (f->map, "r1"));
}

static void
test_fresh_ids (Fixture *f, gconstpointer data)
{
  g_autoptr (EntActor) odd = ent_actor_new ("a05", "Odd", ENT_KIND_GROUP);
  g_autofree char *a = ent_map_dup_fresh_id (f->map, 'a'), *r = ent_map_dup_fresh_id (f->map, 'r'), *s = ent_map_dup_fresh_id (f->map, 's');
  g_autofree char *again = NULL, *freed = NULL;

  g_assert_cmpstr (a, ==, "a4");
  g_assert_cmpstr (r, ==, "r2");
  g_assert_cmpstr (s, ==, "s2");
  ent_map_add_actor (f->map, odd);
  again = ent_map_dup_fresh_id (f->map, 'a');
  g_assert_cmpstr (again, ==, "a4");
  ent_map_remove_actor (f->map, f->krakow);
  freed = ent_map_dup_fresh_id (f->map, 'a');
  g_assert_cmpstr (freed, ==, "a2");
}

static void
test_remove_actor (Fixture *f, gconstpointer data)
{
  g_autoptr (EntActor) actor = g_object_ref (f->lodz);

  ent_map_remove_actor (f->map, actor);
  g_assert_null (ent_map_find_actor (f->map, "a1"));
  g_assert_null (ent_map_find_relation (f->map, "r1"));
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_relations (f->map)), ==, 0);
  g_assert_cmpuint (f->n_changes, ==, 1);
  ent_actor_set_name (actor, "no longer of the map");
  g_assert_cmpuint (f->n_changes, ==, 1);
}

static void
test_remove_speaker (Fixture *f, gconstpointer data)
{
  add_quote (f, (EntSpan) { 0, 7 }, ENT_MODALITY_REPORTED, f->third, 0.5);
  ent_map_remove_actor (f->map, f->third);
  g_assert_null (ent_relation_get_evidence (f->relation, NULL)->speaker);
}

/* Each change of an actor or a relation is one emission, and no change is none. */
static void
test_changed (Fixture *f, gconstpointer data)
{
  static const char *const aliases[] = { "Lodz", NULL };
  EntActorMention mention = { f->source, { 0, 7 }, ENT_FORM_NAME };
  guint           want = 0;

#define CHANGES(call) G_STMT_START { call; g_assert_cmpuint (f->n_changes, ==, ++want); } G_STMT_END
#define KEEPS(call) G_STMT_START { call; g_assert_cmpuint (f->n_changes, ==, want); } G_STMT_END
  CHANGES (ent_map_set_title (f->map, "Cities"));
  KEEPS (ent_map_set_title (f->map, "Cities"));
  CHANGES (ent_actor_set_name (f->lodz, "Lodz"));
  KEEPS (ent_actor_set_name (f->lodz, "Lodz"));
  CHANGES (ent_actor_set_kind (f->lodz, ENT_KIND_COUNTRY));
  CHANGES (ent_actor_set_aliases (f->lodz, aliases));
  KEEPS (ent_actor_set_aliases (f->lodz, aliases));
  CHANGES (ent_actor_set_aliases (f->lodz, NULL));
  CHANGES (ent_actor_set_note (f->lodz, "a note"));
  CHANGES (ent_actor_add_mention (f->lodz, &mention));
  CHANGES (ent_actor_set_position (f->lodz, 0, 0));
  KEEPS (ent_actor_set_position (f->lodz, 0, 0));
  CHANGES (ent_actor_set_position (f->lodz, 3, 4));
  CHANGES (ent_actor_set_pinned (f->lodz, 7));
  KEEPS (ent_actor_set_pinned (f->lodz, TRUE));
  CHANGES (ent_relation_set_mutual (f->relation, TRUE));
  CHANGES (ent_relation_set_relation_type (f->relation, ENT_RELATION_REJECT));
  KEEPS (ent_relation_set_relation_type (f->relation, ENT_RELATION_REJECT));
  CHANGES (ent_relation_set_label (f->relation, "refuses"));
  CHANGES (ent_relation_set_note (f->relation, "hm"));
  CHANGES (ent_relation_reverse (f->relation));
  CHANGES (add_quote (f, (EntSpan) { 0, 7 }, ENT_MODALITY_ASSERTED, NULL, 0.5));
  CHANGES (ent_relation_remove_evidence (f->relation, 0));
  CHANGES (ent_map_remove_relation (f->map, f->relation));
#undef CHANGES
#undef KEEPS
}

static void
test_freeze (Fixture *f, gconstpointer data)
{
  ent_map_freeze (f->map);
  ent_map_freeze (f->map);
  ent_actor_set_name (f->lodz, "x");
  ent_actor_set_name (f->krakow, "y");
  ent_map_thaw (f->map);
  g_assert_cmpuint (f->n_changes, ==, 0);
  ent_map_thaw (f->map);
  g_assert_cmpuint (f->n_changes, ==, 1);
  ent_map_freeze (f->map);
  ent_map_thaw (f->map);
  g_assert_cmpuint (f->n_changes, ==, 1);
}

static void
on_notify (GObject *object, GParamSpec *pspec, GString *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_notify (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new (NULL);
  int kind;

  g_signal_connect (f->lodz, "notify", G_CALLBACK (on_notify), names);
  g_signal_connect (f->relation, "notify", G_CALLBACK (on_notify), names);
  g_object_set (f->lodz, "name", "n", NULL);
  g_object_set (f->lodz, "kind", ENT_KIND_GROUP, NULL);
  g_object_set (f->lodz, "note", "o", NULL);
  ent_actor_set_position (f->lodz, 1, 0);
  g_object_set (f->lodz, "pinned", TRUE, NULL);
  ent_relation_set_relation_type (f->relation, ENT_RELATION_COOPERATE);
  ent_relation_set_relation_type (f->relation, ENT_RELATION_ASSAULT);
  ent_relation_reverse (f->relation);
  g_assert_cmpstr (names->str, ==, "name kind note x placed pinned relation-type relation-type stance from to ");
  g_object_get (f->lodz, "kind", &kind, NULL);
  g_assert_cmpint (kind, ==, ENT_KIND_GROUP);
}

static void
test_position (Fixture *f, gconstpointer data)
{
  double x = 9, y = 9;

  g_assert_false (ent_actor_get_position (f->lodz, &x, &y));
  ent_actor_set_position (f->lodz, 1, 2);
  ent_actor_set_pinned (f->lodz, TRUE);
  g_assert_true (ent_actor_get_position (f->lodz, &x, &y));
  g_assert_true (x == 1 && y == 2);
  ent_actor_clear_position (f->lodz);
  g_assert_false (ent_actor_get_position (f->lodz, NULL, NULL));
  g_assert_false (ent_actor_get_pinned (f->lodz));
}

static void
test_relation (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (ent_relation_get_stance (f->relation), ==, ENT_STANCE_COOPERATION);
  g_assert_true (ent_relation_get_confidence (f->relation) == 0);
  g_assert_false (ent_relation_is_hedged (f->relation));
  add_quote (f, (EntSpan) { 0, 7 }, ENT_MODALITY_POSSIBLE, NULL, 0.5);
  g_assert_true (ent_relation_is_hedged (f->relation));
  add_quote (f, (EntSpan) { 0, 7 }, ENT_MODALITY_DENIED, NULL, 0.5);
  g_assert_true (fabs (ent_relation_get_confidence (f->relation) - 0.75) < 1e-12);
  add_quote (f, (EntSpan) { 0, 7 }, ENT_MODALITY_ASSERTED, NULL, 1);
  g_assert_false (ent_relation_is_hedged (f->relation));
  g_assert_true (ent_relation_get_confidence (f->relation) == 1);
  ent_relation_reverse (f->relation);
  g_assert_true (ent_relation_get_from (f->relation) == f->krakow);
  g_assert_true (ent_relation_get_to (f->relation) == f->lodz);
}

static void
test_reverse_evidence (Fixture *f, gconstpointer data)
{
  EntEvidence        evidence = { f->source, { 0, 21 }, { 0, 7 }, { 8, 13 }, { 14, 21 }, ENT_MODALITY_ASSERTED, NULL, 1 };
  const EntEvidence *got;

  ent_relation_add_evidence (f->relation, &evidence);
  ent_relation_reverse (f->relation);
  got = ent_relation_get_evidence (f->relation, NULL);
  g_assert_true (ent_span_equal (got->from, evidence.to) && ent_span_equal (got->to, evidence.from));
  g_assert_true (ent_span_equal (got->predicate, evidence.predicate));
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*run) (Fixture *f, gconstpointer data); } tests[] = {
    { "/map/source-spans", test_source_spans }, { "/map/find", test_find }, { "/map/fresh-ids", test_fresh_ids },
    { "/map/remove-actor", test_remove_actor }, { "/map/remove-speaker", test_remove_speaker }, { "/map/changed", test_changed },
    { "/map/freeze", test_freeze }, { "/map/notify", test_notify }, { "/map/position", test_position },
    { "/map/relation", test_relation }, { "/map/reverse-evidence", test_reverse_evidence },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/empty", test_empty);
  g_test_add_func ("/map/source-paragraphs", test_paragraphs);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
