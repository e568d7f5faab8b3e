/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-terms.h"

#define CHECK_ROUND_TRIP(term, Type, n)                                             \
  for (int i = 0; i < (int) (n); i++)                                               \
    {                                                                               \
      const char *name = ent_##term##_to_string ((Type) i);                         \
      Type back = (Type) 99;                                                        \
      g_assert_nonnull (name);                                                      \
      g_assert_true (ent_##term##_from_string (name, &back));                       \
      g_assert_cmpint ((int) back, ==, i);                                          \
    }

#define CHECK_UNKNOWN(term, Type, name)                                             \
  G_STMT_START                                                                      \
    {                                                                               \
      Type untouched = (Type) 1;                                                    \
      g_assert_false (ent_##term##_from_string (name, &untouched));                 \
      g_assert_cmpint ((int) untouched, ==, 1);                                     \
    }                                                                               \
  G_STMT_END

static void
test_round_trip (void)
{
  CHECK_ROUND_TRIP (relation_type, EntRelationType, ENT_N_RELATION_TYPES)
  CHECK_ROUND_TRIP (stance, EntStance, ENT_N_STANCES)
  CHECK_ROUND_TRIP (kind, EntKind, ENT_N_KINDS)
  CHECK_ROUND_TRIP (form, EntMentionForm, ENT_FORM_PRONOUN + 1)
  CHECK_ROUND_TRIP (modality, EntModality, ENT_N_MODALITIES)
}

static void
test_unknown (void)
{
  const char *names[] = { "", "Agree", "agree ", "organization", "pays", "конфлікт", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CHECK_UNKNOWN (relation_type, EntRelationType, names[i]);
      CHECK_UNKNOWN (stance, EntStance, names[i]);
      CHECK_UNKNOWN (kind, EntKind, names[i]);
      CHECK_UNKNOWN (form, EntMentionForm, names[i]);
      CHECK_UNKNOWN (modality, EntModality, names[i]);
    }
}

static void
test_stance (void)
{
  static const struct { const char *type; EntStance stance; } cases[] = {
    { "agree", ENT_STANCE_COOPERATION }, { "align", ENT_STANCE_COOPERATION },
    { "request", ENT_STANCE_CONFLICT },  { "distrust", ENT_STANCE_CONFLICT },
    { "member", ENT_STANCE_NEUTRAL },    { "other", ENT_STANCE_NEUTRAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntRelationType type;
      g_assert_true (ent_relation_type_from_string (cases[i].type, &type));
      g_assert_cmpint (ent_relation_type_get_stance (type), ==, cases[i].stance);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/terms/round-trip", test_round_trip);
  g_test_add_func ("/base/terms/unknown", test_unknown);
  g_test_add_func ("/base/terms/stance", test_stance);
  return g_test_run ();
}
