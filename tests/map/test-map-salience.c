/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-salience.h"

#include <math.h>
#include <string.h>

#define TITLE "Łódź trifft Kraków"

/* Paragraph 0 is the headline; 1 … 3 each say the same. */
static const char text[] = TITLE "\n\nŁódź hilft Kraków.\n\nŁódź hilft Kraków.\n\nŁódź hilft Kraków.";

typedef struct {
  EntMap    *map;
  EntSource *source;
  EntActor  *a, *b;
} Fixture;

static EntSource *
add_source (EntMap *map, const char *id, const char *title)
{
  g_autoptr (EntSource) source = ent_source_new (id, title, NULL, NULL, NULL, text);

  ent_map_add_source (map, source);
  return source;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EntActor) a = ent_actor_new ("a1", "Łódź", ENT_KIND_PLACE);
  g_autoptr (EntActor) b = ent_actor_new ("a2", "Kraków", ENT_KIND_PLACE);

  f->map = ent_map_new ();
  f->source = add_source (f->map, "s1", TITLE);
  ent_map_add_actor (f->map, a);
  ent_map_add_actor (f->map, b);
  f->a = a;
  f->b = b;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

/* Where a word stands first from that paragraph on. */
static EntSpan
find_word (guint paragraph, const char *word)
{
  const char *at = text;

  for (guint i = 0; i < paragraph; i++)
    at = strstr (at, "\n\n") + 2;
  at = strstr (at, word);
  return (EntSpan) { at - text, at - text + strlen (word) };
}

static void
mention (EntActor *actor, EntSource *source, guint paragraph, EntMentionForm form)
{
  EntActorMention added = { source, find_word (paragraph, "Łódź"), form };

  ent_actor_add_mention (actor, &added);
}

static EntRelation *
add_relation (Fixture *f)
{
  g_autofree char        *id = ent_map_dup_fresh_id (f->map, 'r');
  g_autoptr (EntRelation) relation = ent_relation_new (id, f->a, f->b, ENT_RELATION_AID, "helps");

  ent_map_add_relation (f->map, relation);
  return relation;
}

/* predicate: a word of paragraph 1, NULL where the quote marks none. */
static void
quote (EntRelation *relation, EntSource *source, const char *predicate, double confidence)
{
  EntEvidence evidence = {
    .source = source, .span = { find_word (1, "Łódź").start_byte, find_word (1, "Kraków").end_byte },
    .predicate = predicate != NULL ? find_word (1, predicate) : (EntSpan) { 0 }, .confidence = confidence,
  };

  ent_relation_add_evidence (relation, &evidence);
}

static double
measure (Fixture *f, EntActor *actor)
{
  g_autofree double *salience = ent_map_measure_salience (f->map);
  double             found = salience[actor == f->b];

  g_assert_cmpfloat (found, >=, 0);
  g_assert_cmpfloat (found, <, 1);
  return found;
}

static void
test_empty (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  g_autoptr (EntActor) actor = ent_actor_new ("a1", "Łódź", ENT_KIND_PLACE);
  g_autofree double   *nobody = ent_map_measure_salience (map);
  g_autofree double   *somebody = NULL;

  g_assert_nonnull (nobody);
  ent_map_add_actor (map, actor);
  somebody = ent_map_measure_salience (map);   /* without a source */
  g_assert_cmpfloat (somebody[0], ==, 0);
}

static void
test_formula (Fixture *f, gconstpointer data)
{
  mention (f->a, f->source, 0, ENT_FORM_NAME);
  mention (f->a, f->source, 2, ENT_FORM_PRONOUN);
  quote (add_relation (f), f->source, "hilft", 0.5);
  g_assert_cmpfloat_with_epsilon (measure (f, f->b), log2 (1.5) / (log2 (1.5) + 24), 1e-12);
  double x = 3 * log2 (2) + 1.5 * log2 (1.25) + log2 (1.5);
  g_assert_cmpfloat_with_epsilon (measure (f, f->a), x / (x + 24), 1e-12);
}

static void
test_mentions_only_raise (Fixture *f, gconstpointer data)
{
  double before = measure (f, f->a), step = 1;

  g_assert_cmpfloat (before, ==, 0);
  for (guint i = 0; i < 200; i++)
    {
      mention (f->a, f->source, 1, ENT_FORM_NAME);
      double after = measure (f, f->a);
      g_assert_cmpfloat (after, >, before);
      g_assert_cmpfloat (after - before, <, step);   /* less each time */
      step = after - before;
      before = after;
    }
  g_assert_cmpfloat (measure (f, f->b), ==, 0);
}

static double
measure_one (Fixture *f, guint paragraph, EntMentionForm form)
{
  g_autoptr (EntActor) actor = ent_actor_new ("a9", "Łódź", ENT_KIND_PLACE);
  g_autofree double   *salience = NULL;

  mention (actor, f->source, paragraph, form);
  ent_map_add_actor (f->map, actor);
  salience = ent_map_measure_salience (f->map);
  ent_map_remove_actor (f->map, actor);
  return salience[2];
}

static void
test_forms (Fixture *f, gconstpointer data)
{
  double name = measure_one (f, 1, ENT_FORM_NAME), noun = measure_one (f, 1, ENT_FORM_NOMINAL), pronoun = measure_one (f, 1, ENT_FORM_PRONOUN);

  g_assert_cmpfloat (measure_one (f, 1, ENT_FORM_ALIAS), ==, name);
  g_assert_cmpfloat (name, >, noun);
  g_assert_cmpfloat (noun, >, pronoun);
  g_assert_cmpfloat (pronoun, >, 0);
}

/* With a headline, and without one: then the same place counts as the first paragraph. */
static void
test_places (Fixture *f, gconstpointer data)
{
  for (guint paragraph = 0; paragraph < 3; paragraph++)
    g_assert_cmpfloat (measure_one (f, paragraph, ENT_FORM_NAME), >, measure_one (f, paragraph + 1, ENT_FORM_NAME));

  EntSource *headless = add_source (f->map, "s2", "Something else");
  mention (f->a, headless, 0, ENT_FORM_NAME);
  mention (f->b, f->source, 1, ENT_FORM_NAME);
  g_assert_cmpfloat (measure (f, f->a), ==, measure (f, f->b));
}

static void
test_spread (Fixture *f, gconstpointer data)
{
  for (guint paragraph = 1; paragraph <= 3; paragraph++)
    {
      mention (f->a, f->source, paragraph, ENT_FORM_NAME);
      mention (f->b, f->source, 1, ENT_FORM_NAME);
    }
  /* The first paragraph counts more than the other two, and still. */
  g_assert_cmpfloat (measure (f, f->a), >, measure (f, f->b));
}

static void
test_quotes_only_raise (Fixture *f, gconstpointer data)
{
  EntRelation *relation = add_relation (f);
  double       bare = measure (f, f->a);

  quote (relation, f->source, "hilft", 0.3);
  double unsure = measure (f, f->a);
  quote (relation, f->source, "hilft", 0.9);
  double sure = measure (f, f->a);
  g_assert_cmpfloat (bare, ==, 0);
  g_assert_cmpfloat (unsure, >, bare);
  g_assert_cmpfloat (sure, >, unsure);
  g_assert_cmpfloat (measure (f, f->b), ==, sure);   /* both ends alike */
}

/* Two quotes with one predicate, in one link or two, stay behind two quotes with two. */
static void
test_predicates (Fixture *f, gconstpointer data)
{
  EntRelation *relation = add_relation (f), *other = add_relation (f);

  quote (relation, f->source, "hilft", 0.9);
  quote (relation, f->source, "hilft", 0.9);
  double same = measure (f, f->a);
  ent_relation_remove_evidence (relation, 1);
  quote (other, f->source, "hilft", 0.9);
  g_assert_cmpfloat (measure (f, f->a), ==, same);
  ent_relation_remove_evidence (other, 0);
  quote (other, f->source, NULL, 0.9);          /* goes by the label, "helps" */
  g_assert_cmpfloat (measure (f, f->a), >, same);
}

/* An article more that says nothing of an actor makes it less of the whole; both speaking of it beat one doing so twice. */
static void
test_several_sources (Fixture *f, gconstpointer data)
{
  mention (f->a, f->source, 1, ENT_FORM_NAME);
  double      alone = measure (f, f->a);
  EntSource *second = add_source (f->map, "s2", TITLE);

  g_assert_cmpfloat_with_epsilon (measure (f, f->a), alone / 2, 1e-12);
  mention (f->a, second, 1, ENT_FORM_NAME);
  mention (f->b, f->source, 1, ENT_FORM_NAME);
  mention (f->b, f->source, 1, ENT_FORM_NAME);
  g_assert_cmpfloat_with_epsilon (measure (f, f->a), alone, 1e-12);
  g_assert_cmpfloat (measure (f, f->a), >, measure (f, f->b));
}

static void
test_same_again (Fixture *f, gconstpointer data)
{
  EntRelation *relation = add_relation (f);

  for (guint i = 0; i < 50; i++)
    {
      mention (i % 3 ? f->a : f->b, f->source, i % 4, (EntMentionForm) (i % (ENT_FORM_PRONOUN + 1)));
      quote (relation, f->source, i % 5 ? "hilft" : NULL, 1.0 / (i + 1));
    }
  g_autofree double *first = ent_map_measure_salience (f->map), *second = ent_map_measure_salience (f->map);
  g_assert_cmpmem (first, 2 * sizeof *first, second, 2 * sizeof *second);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*run) (Fixture *f, gconstpointer data); } tests[] = {
    { "/map/salience/formula", test_formula }, { "/map/salience/mentions-only-raise", test_mentions_only_raise },
    { "/map/salience/forms", test_forms }, { "/map/salience/places", test_places }, { "/map/salience/spread", test_spread },
    { "/map/salience/quotes-only-raise", test_quotes_only_raise }, { "/map/salience/predicates", test_predicates },
    { "/map/salience/several-sources", test_several_sources }, { "/map/salience/same-again", test_same_again },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/salience/empty", test_empty);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
