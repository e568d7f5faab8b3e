/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each enumeration has a table of its names in the order of its values. The tables are short, so names are found by a
 * plain scan. */
#include "ent-terms.h"

static const char *const relation_names[] = {
  "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "align",
  "request", "accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault", "distrust",
  "member", "lead", "locate", "other",
};
static const char *const stance_names[] = { "cooperation", "conflict", "neutral" };
static const char *const kind_names[] = { "country", "person", "organisation", "place", "group" };
static const char *const form_names[] = { "name", "alias", "nominal", "pronoun" };
static const char *const modality_names[] = { "asserted", "possible", "reported", "denied" };

G_STATIC_ASSERT (G_N_ELEMENTS (relation_names) == ENT_N_RELATION_TYPES);
G_STATIC_ASSERT (G_N_ELEMENTS (stance_names) == ENT_N_STANCES);
G_STATIC_ASSERT (G_N_ELEMENTS (kind_names) == ENT_N_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (form_names) == ENT_FORM_PRONOUN + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (modality_names) == ENT_N_MODALITIES);

static int
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  return -1;
}

/* Defines ent_TERM_to_string() and ent_TERM_from_string(); a value outside the enumeration is a caller's bug. */
#define DEFINE_NAMES(term, Type, names)                                                          \
  const char *ent_##term##_to_string (Type value)                                                \
  {                                                                                              \
    g_return_val_if_fail ((int) value >= 0 && (gsize) value < G_N_ELEMENTS (names), NULL);       \
    return names[value];                                                                         \
  }                                                                                              \
                                                                                                 \
  gboolean ent_##term##_from_string (const char *name, Type *out)                                \
  {                                                                                              \
    int value = find_name (names, G_N_ELEMENTS (names), name);                                   \
                                                                                                 \
    if (value < 0)                                                                               \
      return FALSE;                                                                              \
    if (out != NULL)                                                                             \
      *out = (Type) value;                                                                       \
    return TRUE;                                                                                 \
  }

DEFINE_NAMES (relation_type, EntRelationType, relation_names)
DEFINE_NAMES (stance, EntStance, stance_names)
DEFINE_NAMES (kind, EntKind, kind_names)
DEFINE_NAMES (form, EntMentionForm, form_names)
DEFINE_NAMES (modality, EntModality, modality_names)

EntStance
ent_relation_type_get_stance (EntRelationType type)
{
  g_return_val_if_fail (type >= ENT_RELATION_AGREE && type < ENT_N_RELATION_TYPES, ENT_STANCE_NEUTRAL);
  if (type <= ENT_RELATION_ALIGN)
    return ENT_STANCE_COOPERATION;
  if (type <= ENT_RELATION_DISTRUST)
    return ENT_STANCE_CONFLICT;
  return ENT_STANCE_NEUTRAL;
}
