/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which claims of the relation head alone the tree and the lexicon overrule; the trees are written by hand. */

#include "ent-hunch.h"
#include "tree-text.h"

#define STORM "The the DET 2 det\nstorm storm NOUN 3 nsubj\nhit hit VERB 0 root\nChad Chad PROPN 3 obj\nas as SCONJ 7 mark\nMali Mali PROPN 7 nsubj\nwatched watch VERB 3 advcl"
#define ACTIVE(verb, lemma) "Chad Chad PROPN 2 nsubj\n" verb " " lemma " VERB 0 root\nMali Mali PROPN 2 obj"
#define LINE "Chad Chad PROPN 2 nsubj\nacted act VERB 0 root\nin in ADP 4 case\nline line NOUN 2 obl\nwith with ADP 6 case\nMali Mali PROPN 4 nmod"
#define BETWEEN "Chad Chad PROPN 2 nsubj\nsaw see VERB 0 root\nfriction friction NOUN 2 obj\nbetween between ADP 5 case\nMali Mali PROPN 3 nmod\nand and CCONJ 7 cc\nTogo Togo PROPN 5 conj"
#define PASSIVE "Chad Chad PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nexcluded exclude VERB 0 root\nby by ADP 5 case\nMali Mali PROPN 3 obl:agent"
/* "Chad thanked Mali, which has ties to Togo" */
#define WHICH "Chad Chad PROPN 2 nsubj\nthanked thank VERB 0 root\nMali Mali PROPN 2 obj\nwhich which PRON 5 nsubj\nhas have VERB 3 acl:relcl\n" \
              "ties tie NOUN 5 obj\nto to ADP 8 case\nTogo Togo PROPN 6 nmod"
/* "Chad is a land that offers help to Togo" */
#define LAND "Chad Chad PROPN 4 nsubj\nis be AUX 4 cop\na a DET 4 det\nland land NOUN 0 root\nthat that PRON 6 nsubj\noffers offer VERB 4 acl:relcl\n" \
             "help help NOUN 6 obj\nto to ADP 9 case\nTogo Togo PROPN 7 nmod"
/* "Drawing praise from Mali, Chad paid Togo" */
#define DRAWING "Drawing draw VERB 6 advcl\npraise praise NOUN 1 obj\nfrom from ADP 4 case\nMali Mali PROPN 2 nmod\nChad Chad PROPN 6 nsubj\npaid pay VERB 0 root\n" \
                "Togo Togo PROPN 6 obj"
/* "Chad felt glad of removal of Mali" */
#define REMOVAL "Chad Chad PROPN 2 nsubj\nfelt feel VERB 0 root\nglad glad ADJ 2 xcomp\nof of ADP 5 case\nremoval removal NOUN 3 obl\nof of ADP 7 case\n" \
                "Mali Mali PROPN 5 nmod"
/* "Chad, which helped Togo, thanked Mali", the pronoun being taken for Mali */
#define HELPER "Chad Chad PROPN 6 nsubj\n, , PUNCT 4 punct\nwhich which PRON 4 nsubj M=1\nhelped help VERB 1 acl:relcl\nTogo Togo PROPN 4 obj\n" \
               "thanked thank VERB 0 root\nMali Mali PROPN 6 obj M=1"
#define NOT(verb, lemma) "Chad Chad PROPN 4 nsubj\ndoes do AUX 4 aux\nnot not PART 4 advmod\n" verb " " lemma " VERB 0 root\nMali Mali PROPN 4 obj"

#define DESTRUCTION(verb, lemma) "Chad Chad PROPN 2 nsubj\n" verb " " lemma " VERB 0 root\nthe the DET 4 det\ndestruction destruction NOUN 2 obj\nof of ADP 6 case\nMali Mali PROPN 4 nmod"
#define LEFT_OUT "Chad Chad PROPN 5 nsubj\n, , PUNCT 4 punct\nnot not ADV 4 advmod\nMali Mali PROPN 1 conj\nattacked attack VERB 0 root\nTogo Togo PROPN 5 obj"
#define BEFORE "Chad Chad PROPN 2 nsubj\nsigned sign VERB 0 root\nbefore before SCONJ 5 mark\nMali Mali PROPN 5 nsubj\nvoted vote VERB 2 advcl"
#define MEANS(object) "Chad Chad PROPN 2 nsubj\nfought fight VERB 0 root\n" object " obj\nwith with ADP 5 case\npumps pump NOUN 2 obl\nfrom from ADP 7 case\nMali Mali PROPN 5 nmod"
#define MARCH(preposition) "Chad Chad PROPN 2 nsubj\nmarched march VERB 0 root\n" preposition " " preposition " ADP 4 case\nMali Mali PROPN 2 obl"
#define OWNED(noun) "Chad Chad PROPN 2 nsubj\npraised praise VERB 0 root\nMali Mali PROPN 5 nmod:poss\n's 's PART 3 case\n" noun " " noun " NOUN 2 obj"

typedef struct {
  const char     *name;
  const char     *tree;
  const char     *from, *to;
  EntRelationType type;
  guint           predicate;   /* its word, from 1 */
  gboolean        is_wrong;
} Case;

static const Case cases[] = {
  { "suffering/condemned", DESTRUCTION ("condemned", "condemn"), "Chad", "Mali", ENT_RELATION_ACCUSE, 2, TRUE },
  { "suffering/welcomed", DESTRUCTION ("welcomed", "welcome"), "Chad", "Mali", ENT_RELATION_SUPPORT, 2, FALSE },
  { "left-out/conjunct", LEFT_OUT, "Mali", "Togo", ENT_RELATION_ASSAULT, 5, TRUE },
  { "left-out/the-other", LEFT_OUT, "Chad", "Togo", ENT_RELATION_ASSAULT, 5, FALSE },
  { "time/another", BEFORE, "Chad", "Mali", ENT_RELATION_AGREE, 2, TRUE },
  { "time/neutral", BEFORE, "Chad", "Mali", ENT_RELATION_OTHER, 2, FALSE },
  { "means/of-what-is-done-to-a-thing", MEANS ("floods flood NOUN 2"), "Chad", "Mali", ENT_RELATION_ASSAULT, 2, TRUE },
  { "means/of-what-is-done-to-somebody", MEANS ("Togo Togo PROPN 2"), "Chad", "Mali", ENT_RELATION_ASSAULT, 2, FALSE },
  { "scene/through", MARCH ("through"), "Chad", "Mali", ENT_RELATION_PROTEST, 2, TRUE },
  { "scene/against", MARCH ("against"), "Chad", "Mali", ENT_RELATION_PROTEST, 2, FALSE },
  { "somebody-else/rival", OWNED ("rival"), "Chad", "Mali", ENT_RELATION_SUPPORT, 2, TRUE },
  { "somebody-else/plan", OWNED ("plan"), "Chad", "Mali", ENT_RELATION_SUPPORT, 2, FALSE },
  { "another/noun", STORM, "Mali", "Chad", ENT_RELATION_ASSAULT, 3, TRUE },
  { "another/friendly-at-the-same-time", STORM, "Mali", "Chad", ENT_RELATION_AID, 3, TRUE },
  { "another/self", ACTIVE ("hit", "hit"), "Chad", "Mali", ENT_RELATION_ASSAULT, 2, FALSE },
  { "another/object-of-the-subject", ACTIVE ("hit", "hit"), "Mali", "Chad", ENT_RELATION_ASSAULT, 2, FALSE },
  { "another/passive-sufferer", PASSIVE, "Chad", "Mali", ENT_RELATION_REJECT, 3, TRUE },
  { "another/passive-agent", PASSIVE, "Mali", "Chad", ENT_RELATION_REJECT, 3, FALSE },
  { "between/outsider", BETWEEN, "Chad", "Togo", ENT_RELATION_REJECT, 3, TRUE },
  { "between/outsider-suffers", BETWEEN, "Mali", "Chad", ENT_RELATION_REJECT, 3, TRUE },
  { "between/insiders", BETWEEN, "Mali", "Togo", ENT_RELATION_REJECT, 3, FALSE },
  { "clause/outsider", WHICH, "Chad", "Togo", ENT_RELATION_COOPERATE, 6, TRUE },
  { "clause/described", LAND, "Chad", "Togo", ENT_RELATION_AID, 7, FALSE },
  { "clause/outsider-as-target", DRAWING, "Mali", "Togo", ENT_RELATION_SUPPORT, 2, TRUE },
  { "clause/subject-above", DRAWING, "Chad", "Mali", ENT_RELATION_SUPPORT, 2, FALSE },
  { "clause/neutral", WHICH, "Chad", "Togo", ENT_RELATION_OTHER, 6, FALSE },
  { "compound-preposition", LINE, "Chad", "Mali", ENT_RELATION_COOPERATE, 4, TRUE },
  { "compound-preposition/verb", LINE, "Chad", "Mali", ENT_RELATION_COOPERATE, 2, FALSE },
  { "stance/friendly-verb", ACTIVE ("helped", "help"), "Chad", "Mali", ENT_RELATION_SUPPORT, 2, FALSE },
  { "stance/friendly-verb-as-conflict", ACTIVE ("shielded", "shield"), "Chad", "Mali", ENT_RELATION_COERCE, 2, TRUE },
  { "stance/friendly-verb-as-request", ACTIVE ("shielded", "shield"), "Chad", "Mali", ENT_RELATION_REQUEST, 2, FALSE },
  { "stance/verb-of-conflict-as-tie", ACTIVE ("attacked", "attack"), "Chad", "Mali", ENT_RELATION_OTHER, 2, FALSE },
  { "stance/verb-of-no-entry", ACTIVE ("repainted", "repaint"), "Chad", "Mali", ENT_RELATION_OTHER, 2, FALSE },
  { "kinds/located-in-a-country-by-a-verb", ACTIVE ("repainted", "repaint"), "Chad", "Mali", ENT_RELATION_LOCATE, 2, TRUE },
  { "conflict-noun/as-support", REMOVAL, "Chad", "Mali", ENT_RELATION_SUPPORT, 5, TRUE },
  { "conflict-noun/as-conflict", REMOVAL, "Chad", "Mali", ENT_RELATION_REJECT, 5, FALSE },
  { "conflict-noun/other-word", REMOVAL, "Chad", "Mali", ENT_RELATION_SUPPORT, 2, FALSE },
  { "relative/taken-for-another", HELPER, "Mali", "Togo", ENT_RELATION_AID, 4, TRUE },
  { "relative/of-the-noun-before", HELPER, "Chad", "Togo", ENT_RELATION_AID, 4, FALSE },
  { "no-predicate/comma", "Nora Nora PROPN 0 root B-person\n, , PUNCT 3 punct\nMali Mali PROPN 1 appos", "Nora", "Mali", ENT_RELATION_OTHER, 2, TRUE },
  { "no-predicate/name", ACTIVE ("left", "leave"), "Chad", "Mali", ENT_RELATION_OTHER, 3, TRUE },
  { "kinds/country-of-a-country", ACTIVE ("repainted", "repaint"), "Chad", "Mali", ENT_RELATION_MEMBER, 2, FALSE },
  { "kinds/member-of-a-person", "Chad Chad PROPN 2 nsubj\nrepainted repaint VERB 0 root\nNora Nora PROPN 2 obj B-person", "Chad", "Nora", ENT_RELATION_MEMBER, 2, TRUE },
  { "kinds/country-leads-by-a-noun", "Chad Chad PROPN 3 nsubj\nis be AUX 3 cop\nhead head NOUN 0 root\nof of ADP 5 case\nMali Mali PROPN 3 nmod", "Chad", "Mali",
    ENT_RELATION_LEAD, 3, TRUE },
};

static gint
find_reference (const Extraction *extraction, const char *name)
{
  for (guint i = 0; i < extraction->cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (extraction->cast, i);

      if (g_str_equal (ent_cast_get_actor (extraction->cast, reference->actor)->name, name))
        return (gint) i;
    }
  return -1;
}

/* What is denied, but for refusals. */
static const Case denials[] = {
  { "asserted", ACTIVE ("helped", "help"), "Chad", "Mali", ENT_RELATION_AID, 2, FALSE },
  { "no-help", NOT ("help", "help"), "Chad", "Mali", ENT_RELATION_AID, 4, TRUE },
  { "refusal", NOT ("recognise", "recognise"), "Chad", "Mali", ENT_RELATION_REJECT, 4, FALSE },
  { "no-blame", NOT ("blame", "blame"), "Chad", "Mali", ENT_RELATION_ACCUSE, 4, TRUE },
};

/* modality: in and out, the claim's */
static void
check (const Case *x, gboolean (*judge) (const EntClaimContext *context, EntClaim *claim), EntModality *modality)
{
  g_autoptr (Extraction) extraction = extraction_new (x->tree);
  const EntClaimContext context = { extraction->tree->reading, extraction->cast, extraction->lists, extraction->lexicon, extraction->claims };
  gint from = find_reference (extraction, x->from), to = find_reference (extraction, x->to);
  EntClaim claim = { .type = x->type, .predicate_first = x->predicate - 1, .predicate_last = x->predicate - 1, .predicate_word = x->predicate - 1, .modality = *modality, .speaker = -1 };

  g_assert_cmpint (from, >=, 0);
  g_assert_cmpint (to, >=, 0);
  claim.from_reference = (guint) from;
  claim.to_reference = (guint) to;
  claim.from = ent_cast_get_reference (extraction->cast, claim.from_reference)->actor;
  claim.to = ent_cast_get_reference (extraction->cast, claim.to_reference)->actor;
  g_assert_cmpint (judge (&context, &claim), ==, x->is_wrong);
  *modality = claim.modality;
}

static gboolean
is_wrong (const EntClaimContext *context, EntClaim *claim)
{
  return ent_hunch_is_wrong (context, claim);
}

static void
test_case (gconstpointer data)
{
  EntModality modality = ENT_MODALITY_ASSERTED;

  check (data, is_wrong, &modality);
}

static void
test_denial (gconstpointer data)
{
  EntModality modality = ENT_MODALITY_ASSERTED;

  check (data, ent_hunch_is_denied, &modality);
  g_assert_cmpint (modality, ==, ENT_MODALITY_ASSERTED);
}

/* What the head takes for asserted is as the tree has it; what it takes for reported stays so. */
static void
test_modality (void)
{
  static const Case may_help = { "may-help", "Chad Chad PROPN 3 nsubj\nmay may AUX 3 aux\nhelp help VERB 0 root\nMali Mali PROPN 3 obj", "Chad", "Mali",
                                 ENT_RELATION_AID, 3, FALSE };
  EntModality asserted = ENT_MODALITY_ASSERTED, reported = ENT_MODALITY_REPORTED;

  check (&may_help, ent_hunch_is_denied, &asserted);
  g_assert_cmpint (asserted, ==, ENT_MODALITY_POSSIBLE);
  check (&may_help, ent_hunch_is_denied, &reported);
  g_assert_cmpint (reported, ==, ENT_MODALITY_REPORTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/hunch/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (denials); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/hunch/denied/", denials[i].name, NULL);
      g_test_add_data_func (path, &denials[i], test_denial);
    }
  g_test_add_func ("/extract/hunch/modality", test_modality);
  return g_test_run ();
}
