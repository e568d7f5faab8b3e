/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From claims to a map: one relation out of many sentences, quotes word for word, labels; and how the judge weighs. */

#include "tree-text.h"

#include "ent-label.h"
#include "ent-map-builder.h"
#include "ent-pair-judge.h"

#include <string.h>

#define FRANCE_CRITICISED_JAPAN "France France PROPN 2 nsubj\ncriticised criticise VERB 0 root\nJapan Japan PROPN 2 obj\n. . PUNCT 2 punct\n\n"
#define FRANCE_OPPOSES_JAPANS_PLAN "France France PROPN 2 nsubj\nopposes oppose VERB 0 root\nJapan Japan PROPN 5 nmod:poss\n’s 's PART 3 case\nplan plan NOUN 2 obj\n\n"
#define TENSION_BETWEEN "Tension tension NOUN 6 nsubj\nbetween between ADP 3 case\nJapan Japan PROPN 1 nmod\nand and CCONJ 5 cc\nFrance France PROPN 3 conj\ngrew grow VERB 0 root\n\n"
#define CHAD_MET_MALI "Chad Chad PROPN 2 nsubj\nmet meet VERB 0 root\nMali Mali PROPN 2 obj\n\n"

static EntMap *
build_titled (const Extraction *e, const char *title)
{
  EntMap *map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", title, NULL, NULL, "en", e->tree->text->str);

  ent_map_add_source (map, source);
  ent_map_builder_build (map, source, e->tree->reading, e->cast, e->claims);
  return map;
}

static EntMap *
build (const Extraction *e)
{
  return build_titled (e, "Test");
}

/* The names of the actors on a map: "France; Japan". */
static char *
dup_names (EntMap *map)
{
  GListModel *actors = ent_map_get_actors (map);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", ent_actor_get_name (actor));
    }
  return g_strdup (names->str);
}

static EntRelation *
peek_relation (EntMap *map, guint i)
{
  g_autoptr (EntRelation) relation = g_list_model_get_item (ent_map_get_relations (map), i);

  return relation;   /* the map keeps it */
}

static void
test_gathers (void)
{
  g_autoptr (Extraction) e = extraction_new (FRANCE_CRITICISED_JAPAN FRANCE_OPPOSES_JAPANS_PLAN TENSION_BETWEEN CHAD_MET_MALI);
  g_autoptr (EntMap) map = build (e);
  EntRelation *relation;
  guint n;

  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (map)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_relations (map)), ==, 2);
  relation = peek_relation (map, 0);
  ent_relation_get_evidence (relation, &n);
  g_assert_cmpuint (n, ==, 3);                          /* the tension folds into the directed one */
  g_assert_false (ent_relation_get_mutual (relation));
  g_assert_cmpint (ent_relation_get_stance (relation), ==, ENT_STANCE_CONFLICT);
  g_assert_cmpstr (ent_actor_get_name (ent_relation_get_from (relation)), ==, "France");
  g_assert_cmpstr (ent_actor_get_id (ent_relation_get_from (relation)), ==, "a1");
  g_assert_cmpstr (ent_relation_get_id (relation), ==, "r1");
}

static void
test_quotes (void)
{
  g_autoptr (Extraction) e = extraction_new (FRANCE_OPPOSES_JAPANS_PLAN);
  g_autoptr (EntMap) map = build (e);
  g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (map), 0);
  guint n;
  const EntEvidence *evidence = ent_relation_get_evidence (peek_relation (map, 0), &n);
  g_autofree char *quote = ent_source_dup_text_at (source, evidence->span);
  g_autofree char *predicate = ent_source_dup_text_at (source, evidence->predicate);
  g_autofree char *to = ent_source_dup_text_at (source, evidence->to);

  g_assert_cmpstr (quote, ==, "France opposes Japan ’s plan");      /* multibyte before the end */
  g_assert_cmpstr (predicate, ==, "opposes");
  g_assert_cmpstr (to, ==, "Japan");
  g_assert_cmpfloat (evidence->confidence, >, 0);
  g_assert_cmpfloat (evidence->confidence, <, 1);
}

/* Each claim is told its relation, also where another group took it; what is too unlikely or denied is told none. */
static void
test_fates (void)
{
  static const struct { EntClaimFate fate; guint relation; } want[] = {
    { ENT_CLAIM_KEPT, 1 }, { ENT_CLAIM_KEPT, 1 }, { ENT_CLAIM_WEAK, 0 }, { ENT_CLAIM_DENIED, 0 }, { ENT_CLAIM_KEPT, 2 },
  };
  g_autoptr (Extraction) e = extraction_new (FRANCE_CRITICISED_JAPAN TENSION_BETWEEN CHAD_MET_MALI CHAD_MET_MALI FRANCE_CRITICISED_JAPAN);
  g_autoptr (EntMap) map = NULL;

  g_assert_cmpuint (e->claims->len, ==, G_N_ELEMENTS (want));
  g_array_index (e->claims, EntClaim, 2).confidence = 0.1;
  g_array_index (e->claims, EntClaim, 3).fate = ENT_CLAIM_DENIED;
  g_array_index (e->claims, EntClaim, 4).from = g_array_index (e->claims, EntClaim, 2).from;   /* Chad criticised Japan */
  map = build (e);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_relations (map)), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    {
      g_assert_cmpint (g_array_index (e->claims, EntClaim, i).fate, ==, want[i].fate);
      g_assert_cmpuint (g_array_index (e->claims, EntClaim, i).relation, ==, want[i].relation);
    }
}

static void
test_empty (void)
{
  g_autoptr (Extraction) e = extraction_new ("");
  g_autoptr (EntMap) map = build (e);

  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (map)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_relations (map)), ==, 0);
}

static void
test_labels (void)
{
  static const struct { const char *tree, *label; } cases[] = {
    { FRANCE_CRITICISED_JAPAN, "criticises" },
    { FRANCE_OPPOSES_JAPANS_PLAN, "opposes" },
    { "France France PROPN 4 nsubj\nwill will AUX 4 aux\nnot not PART 4 advmod\nrecognise recognise VERB 0 root\nKosovo Kosovo PROPN 4 obj", "does not recognise" },
    { "France France PROPN 2 nsubj\ndenied deny VERB 0 root\nPeru Peru PROPN 2 obj", "denies" },
    { "France France PROPN 3 nmod:poss\n's 's PART 1 case\nopposition opposition NOUN 0 root\nto to ADP 5 case\nPeru Peru PROPN 3 nmod", "opposition to" },
    { "Chad Chad PROPN 3 nsubj\nis be AUX 3 cop\nwary wary ADJ 0 root\nof of ADP 5 case\nPeru Peru PROPN 3 obl", "wary of" },
    { "France France PROPN 2 nsubj\nended end VERB 0 root\nthe the DET 4 det\nblockade blockade NOUN 2 obj\nof of ADP 6 case\nPeru Peru PROPN 4 nmod", "ends blockade of" },
    { "France France PROPN 2 nsubj\nsuspended suspend VERB 0 root\nties tie NOUN 2 obj\nwith with ADP 5 case\nPeru Peru PROPN 3 nmod", "suspends ties with" },
    { "Relations relation NOUN 6 nsubj\nbetween between ADP 3 case\nFrance France PROPN 1 nmod\nand and CCONJ 5 cc\nPeru Peru PROPN 3 conj\nsoured sour VERB 0 root", "Relations soured between" },
    { "France France PROPN 2 nsubj\nhas have VERB 0 root\nstrained strained ADJ 4 amod\nties tie NOUN 2 obj\nwith with ADP 6 case\nPeru Peru PROPN 4 nmod", "has strained ties with" },
    { "pro-Russian pro-Russian ADJ 2 amod\nIvan Ivan PROPN 4 nsubj B-person\nPetrov Petrov PROPN 2 flat I-person\nleft leave VERB 0 root", "pro-Russian" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Extraction) e = extraction_new (cases[i].tree);
      g_autofree char *label = NULL;

      g_assert_cmpuint (e->claims->len, ==, 1);
      label = ent_label_new (e->tree->reading, &g_array_index (e->claims, EntClaim, 0));
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpint (g_utf8_strlen (label, -1), <=, 24);
    }
}

/* More from the head or from the lexicon is never less sure; without the head the lexicon stands. */
static void
test_judge (void)
{
  EntPairScores sure = { .p_none = 0.05f }, unsure = { .p_none = 0.95f };
  double a, b, c;

  sure.p_types[ENT_RELATION_REJECT] = 0.95f;
  unsure.p_types[ENT_RELATION_REJECT] = 0.05f;
  a = ent_pair_judge_combine (0.65, ENT_RELATION_REJECT, FALSE, &sure, NULL);
  b = ent_pair_judge_combine (0.65, ENT_RELATION_REJECT, FALSE, &unsure, NULL);
  c = ent_pair_judge_combine (0.8, ENT_RELATION_REJECT, FALSE, &unsure, NULL);
  g_assert_cmpfloat (a, >, b);
  g_assert_cmpfloat (c, >, b);
  g_assert_cmpfloat (a, <=, 1);
  g_assert_cmpfloat (b, >=, 0);
  g_assert_cmpfloat (ent_pair_judge_combine (0.65, ENT_RELATION_REJECT, FALSE, NULL, NULL), ==, 0.65);
  g_assert_cmpfloat (ent_pair_judge_combine (0.65, ENT_RELATION_REJECT, TRUE, &unsure, &sure), >, b);
  g_assert_cmpfloat (ent_pair_judge_combine (0.65, ENT_RELATION_SUPPORT, FALSE, &sure, NULL), <, a);
}

#define BESIDE(name, kind, deprel) "He he PRON 2 nsubj\nslept sleep VERB 0 root\nthere there ADV 2 advmod\n" name " " name " PROPN 2 " deprel " B-" kind "\n\n"
#define NEAR(name, kind) "He he PRON 2 nsubj\nslept sleep VERB 0 root\nnear near ADP 4 case\noffices office NOUN 2 obl\n" \
                         "of of ADP 6 case\n" name " " name " PROPN 4 nmod B-" kind "\n\n"

/* Who stays without a link: a table of texts that state none. */
static void
test_lone_actors (void)
{
  static const struct { const char *tree, *title, *names; } cases[] = {
    { "", "", "" },
    { NEAR ("Żubr", "organisation"), "", "" },
    { NEAR ("Żubr", "person"), "", "Żubr" },
    { NEAR ("Żubrs", "group"), "", "Żubrs" },
    { "Żubr Żubr PROPN 2 amod B-group\ntemples temple NOUN 3 nsubj\nburned burn VERB 0 root\n\n", "", "" },
    { "Żubr Żubr PROPN 2 compound B-group\ntemples temple NOUN 3 nsubj\nburned burn VERB 0 root\n\n", "", "" },
    { NEAR ("Żubr", "organisation") NEAR ("Żubr", "organisation"), "", "" },
    { NEAR ("Żubr", "organisation") NEAR ("Żubr", "organisation") NEAR ("Żubr", "organisation"), "", "Żubr" },
    { BESIDE ("Żubr", "organisation", "obj"), "", "Żubr" },
    { BESIDE ("Żubr", "organisation", "obl:agent"), "", "Żubr" },
    { BESIDE ("Żubr", "organisation", "obl"), "", "" },
    { BESIDE ("Żubr", "person", "obl"), "", "Żubr" },
    { BESIDE ("Żubr", "organisation", "xcomp"), "", "" },
    { "Żubr Żubr PROPN 2 nsubj B-organisation\nslept sleep VERB 0 root\n. . PUNCT 2 punct\n\n", "", "Żubr" },
    { "Men man NOUN 4 nsubj\nand and CCONJ 3 cc\nŻubr Żubr PROPN 1 conj B-organisation\nslept sleep VERB 0 root\n\n", "", "Żubr" },
    { "Men man NOUN 3 nsubj\nŻubr Żubr PROPN 1 appos B-organisation\nslept sleep VERB 0 root\n\n", "", "Żubr" },
    { NEAR ("Chad", "place"), "", "Chad" },                                                     /* a country */
    { BESIDE ("Zdrój", "place", "obj"), "", "" },
    { NEAR ("Zdrój", "place") NEAR ("Zdrój", "place") NEAR ("Zdrój", "place"), "", "Zdrój" },
    { NEAR ("Żubr", "organisation"), "He slept near offices of Żubr", "Żubr" },                 /* in the headline */
    { NEAR ("Żubr", "organisation"), "He slept", "" },
    { "Separatists separatist NOUN 2 nsubj M=1 K=group\nslept sleep VERB 0 root\n\n", "", "" },  /* never named */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Extraction) e = extraction_new (cases[i].tree);
      g_autoptr (EntMap) map = build_titled (e, cases[i].title);
      g_autofree char *names = dup_names (map);

      g_test_message ("case %u: %s", i, e->tree->text->str);
      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/map-builder/gathers", test_gathers);
  g_test_add_func ("/extract/map-builder/quotes", test_quotes);
  g_test_add_func ("/extract/map-builder/fates", test_fates);
  g_test_add_func ("/extract/map-builder/empty", test_empty);
  g_test_add_func ("/extract/map-builder/lone-actors", test_lone_actors);
  g_test_add_func ("/extract/label/cases", test_labels);
  g_test_add_func ("/extract/pair-judge/monotone", test_judge);
  return g_test_run ();
}
