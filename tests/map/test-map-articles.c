/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-articles.h"

static const char *const texts[] = { "Łódź helps Kraków.", "Kraków attacks Łódź.", "ą" };

typedef struct {
  EntMap      *map;
  EntSource   *sources[3];
  EntRelation *help, *attack;
} Fixture;

static void
quote (EntRelation *relation, EntSource *source)
{
  EntEvidence evidence = { .source = source, .span = { 0, 2 }, .confidence = 0.5 };

  ent_relation_add_evidence (relation, &evidence);
}

static EntRelation *
add_relation (Fixture *f, const char *id, EntActor *from, EntActor *to, EntRelationType type)
{
  g_autoptr (EntRelation) relation = ent_relation_new (id, from, to, type, NULL);

  ent_map_add_relation (f->map, relation);
  return relation;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EntActor) lodz = ent_actor_new ("a1", "Łódź", ENT_KIND_PLACE);
  g_autoptr (EntActor) krakow = ent_actor_new ("a2", "Kraków", ENT_KIND_PLACE);

  f->map = ent_map_new ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char id[] = { 's', '1' + (char) i, '\0' };
      g_autoptr (EntSource) source = ent_source_new (id, NULL, NULL, NULL, NULL, texts[i]);

      ent_map_add_source (f->map, source);
      f->sources[i] = source;
    }
  ent_map_add_actor (f->map, lodz);
  ent_map_add_actor (f->map, krakow);
  f->help = add_relation (f, "r1", lodz, krakow, ENT_RELATION_AID);
  f->attack = add_relation (f, "r2", krakow, lodz, ENT_RELATION_ASSAULT);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

static void
test_count (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (ent_relation_count_sources (f->help), ==, 0);
  quote (f->help, f->sources[0]);
  quote (f->help, f->sources[0]);
  g_assert_cmpuint (ent_relation_count_sources (f->help), ==, 1);
  quote (f->help, f->sources[2]);
  g_assert_cmpuint (ent_relation_count_sources (f->help), ==, 2);
}

static void
test_share (Fixture *f, gconstpointer data)
{
  EntActor *actor = ent_relation_get_from (f->help);

  g_assert_cmpint (ent_relation_get_share (f->help, f->sources[0], f->sources[1]), ==, ENT_IN_NEITHER);
  quote (f->help, f->sources[2]);
  g_assert_cmpint (ent_relation_get_share (f->help, f->sources[0], f->sources[1]), ==, ENT_IN_NEITHER);
  quote (f->help, f->sources[1]);
  g_assert_cmpint (ent_relation_get_share (f->help, f->sources[0], f->sources[1]), ==, ENT_IN_SECOND);
  quote (f->help, f->sources[0]);
  g_assert_cmpint (ent_relation_get_share (f->help, f->sources[0], f->sources[1]), ==, ENT_IN_BOTH);

  g_assert_cmpint (ent_actor_get_share (actor, f->sources[0], f->sources[1]), ==, ENT_IN_NEITHER);
  ent_actor_add_mention (actor, &(EntActorMention) { f->sources[0], { 0, 2 }, ENT_FORM_NAME });
  g_assert_cmpint (ent_actor_get_share (actor, f->sources[0], f->sources[1]), ==, ENT_IN_FIRST);
}

/* Only across articles, and only between friend and foe. */
static void
test_disagreement (Fixture *f, gconstpointer data)
{
  quote (f->help, f->sources[0]);
  quote (f->attack, f->sources[0]);
  g_assert_null (ent_map_find_disagreement (f->map, f->help));
  quote (f->attack, f->sources[1]);
  g_assert_true (ent_map_find_disagreement (f->map, f->help) == f->attack);
  g_assert_true (ent_map_find_disagreement (f->map, f->attack) == f->help);
  ent_relation_set_relation_type (f->attack, ENT_RELATION_LOCATE);
  g_assert_null (ent_map_find_disagreement (f->map, f->help));
}

static void
test_disagreements (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) none = ent_map_list_disagreements (f->map);
  EntRelation *aid = add_relation (f, "r3", ent_relation_get_from (f->help), ent_relation_get_to (f->help), ENT_RELATION_SUPPORT);

  g_assert_cmpuint (none->len, ==, 0);
  quote (f->help, f->sources[0]);
  quote (f->attack, f->sources[1]);
  quote (aid, f->sources[1]);
  g_autoptr (GPtrArray) one = ent_map_list_disagreements (f->map);
  g_assert_cmpuint (one->len, ==, 2);
  g_assert_true (one->pdata[0] == f->help && one->pdata[1] == f->attack);
  quote (aid, f->sources[2]);
  g_autoptr (GPtrArray) two = ent_map_list_disagreements (f->map);
  g_assert_cmpuint (two->len, ==, 4);
  g_assert_true (two->pdata[2] == f->attack && two->pdata[3] == aid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/map/articles/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/map/articles/share", Fixture, NULL, set_up, test_share, tear_down);
  g_test_add ("/map/articles/disagreement", Fixture, NULL, set_up, test_disagreement, tear_down);
  g_test_add ("/map/articles/disagreements", Fixture, NULL, set_up, test_disagreements, tear_down);
  return g_test_run ();
}
