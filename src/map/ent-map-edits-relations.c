/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-limits.h"
#include "ent-map-edits-private.h"

#include <glib/gi18n-lib.h>

/* Begins an edit of a link's words. format: with one %s, for the actors it lies between. */
static EntEditStep *
begin (EntMapEdits *self, EntRelation *relation, const char *format)
{
  g_autofree char *ends = ent_map_edits_dup_ends (relation);
  g_autofree char *name = g_strdup_printf (format, ends);
  EntEditStep     *step;

  step = ent_map_edits_begin_step (self, "%s", name);
  ent_edit_step_touch_relation (step, relation);
  ent_relation_set_edited (relation, TRUE);
  return step;
}

void
ent_map_edits_set_type (EntMapEdits *self, EntRelation *relation, EntRelationType type, const char *label)
{
  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_RELATION (relation));
  if (ent_relation_get_relation_type (relation) == type)
    return;
  /* Translators: put behind "Undo": the link between two actors, "Russia – Ukraine", is of another type */
  begin (self, relation, C_("edit", "change of type of %s"));
  ent_relation_set_relation_type (relation, type);
  if (label != NULL)
    ent_relation_set_label (relation, label);
  ent_map_edits_end (self);
}

void
ent_map_edits_reverse (EntMapEdits *self, EntRelation *relation)
{
  EntEditStep *step;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_RELATION (relation));
  /* Translators: put behind "Undo": the link "Russia – Ukraine" points the other way */
  step = begin (self, relation, C_("edit", "reversal of %s"));
  ent_edit_step_touch_evidence (step, relation);
  ent_relation_reverse (relation);
  ent_map_edits_end (self);
}

void
ent_map_edits_set_mutual (EntMapEdits *self, EntRelation *relation, gboolean mutual)
{
  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_RELATION (relation));
  if (ent_relation_get_mutual (relation) == !!mutual)
    return;
  /* Translators: put behind "Undo": whether the link "Russia – Ukraine" points one way or both */
  begin (self, relation, C_("edit", "change of direction of %s"));
  ent_relation_set_mutual (relation, mutual);
  ent_map_edits_end (self);
}

gboolean
ent_map_edits_set_label (EntMapEdits *self, EntRelation *relation, const char *label, GError **error)
{
  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_RELATION (relation) && label != NULL, FALSE);
  if (g_str_equal (ent_relation_get_label (relation), label))
    return TRUE;
  if (!ent_limit_check_line (label, error))
    return FALSE;
  /* Translators: put behind "Undo": the words that are written on the link "Russia – Ukraine" */
  begin (self, relation, C_("edit", "label of %s"));
  ent_relation_set_label (relation, label);
  ent_map_edits_end (self);
  return TRUE;
}

gboolean
ent_map_edits_set_link_note (EntMapEdits *self, EntRelation *relation, const char *note, GError **error)
{
  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_RELATION (relation) && note != NULL, FALSE);
  if (g_str_equal (ent_relation_get_note (relation), note))
    return TRUE;
  if (!ent_limit_check_note (note, error))
    return FALSE;
  begin (self, relation, C_("edit", "note on %s"));
  ent_relation_set_note (relation, note);
  ent_map_edits_end (self);
  return TRUE;
}

/* ── Quotes ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_map_edits_accept_quote (EntMapEdits *self, EntRelation *relation, guint index, gboolean accept)
{
  const EntEvidence *evidence;
  g_autofree char   *ends = NULL;
  EntEditStep       *step;
  guint              n_evidence;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_RELATION (relation));
  evidence = ent_relation_get_evidence (relation, &n_evidence);
  g_return_if_fail (index < n_evidence);
  evidence += index;
  /* What a person entered has no other confidence to go back to. */
  if (evidence->by_hand == !!accept || (!accept && evidence->read_confidence == 0))
    return;
  ends = ent_map_edits_dup_ends (relation);
  /* Translators: put behind "Undo": a quote of the link "Russia – Ukraine" */
  step = accept ? ent_map_edits_begin_step (self, C_("edit", "acceptance of a quote of %s"), ends)
                : ent_map_edits_begin_step (self, C_("edit", "withdrawal of the acceptance of a quote of %s"), ends);
  ent_edit_step_touch_evidence (step, relation);
  if (accept)
    ent_relation_set_verdict (relation, index, TRUE, 1, evidence->confidence);
  else
    ent_relation_set_verdict (relation, index, FALSE, evidence->read_confidence, 0);
  ent_map_edits_end (self);
}

void
ent_map_edits_take_off_relation (EntEditStep *step, EntRelation *relation, gboolean reject)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; reject && i < n_evidence; i++)
    ent_edit_step_add_rejected (step, &evidence[i]);
  ent_edit_step_take_off (step, relation);
}

void
ent_map_edits_reject_quote (EntMapEdits *self, EntRelation *relation, guint index)
{
  const EntEvidence *evidence;
  g_autofree char   *ends = NULL;
  EntEditStep       *step;
  guint              n_evidence;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_RELATION (relation));
  evidence = ent_relation_get_evidence (relation, &n_evidence);
  g_return_if_fail (index < n_evidence);
  ends = ent_map_edits_dup_ends (relation);
  /* Translators: put behind "Undo": a quote of the link "Russia – Ukraine" */
  step = ent_map_edits_begin_step (self, C_("edit", "rejection of a quote of %s"), ends);
  if (n_evidence == 1)
    {
      ent_map_edits_take_off_relation (step, relation, TRUE);
    }
  else
    {
      ent_edit_step_add_rejected (step, &evidence[index]);
      ent_edit_step_touch_evidence (step, relation);
      ent_relation_remove_evidence (relation, index);
    }
  ent_map_edits_end (self);
}

EntRelation *
ent_map_edits_find_like (EntMap *map, EntActor *from, EntActor *to, EntRelationType type, gboolean mutual, EntRelation *not)
{
  GListModel *relations = ent_map_get_relations (map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      if (relation != not && ent_relation_get_from (relation) == from && ent_relation_get_to (relation) == to &&
          ent_relation_get_relation_type (relation) == type && ent_relation_get_mutual (relation) == mutual)
        return relation;
    }
  return NULL;
}

EntRelation *
ent_map_edits_add_quote (EntMapEdits *self, EntActor *from, EntActor *to, EntRelationType type, const char *label, const EntEvidence *quote)
{
  EntMap          *map;
  EntRelation     *relation;
  EntEvidence      evidence;
  g_autofree char *from_name = NULL;
  g_autofree char *to_name = NULL;
  EntEditStep     *step;

  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_ACTOR (from) && ENT_IS_ACTOR (to) && from != to && quote != NULL, NULL);
  map = ent_map_edits_get_map (self);
  evidence = *quote;
  evidence.by_hand = TRUE;
  evidence.confidence = 1;
  evidence.read_confidence = 0;
  from_name = ent_map_edits_dup_short (ent_actor_get_name (from));
  to_name = ent_map_edits_dup_short (ent_actor_get_name (to));
  /* Translators: put behind "Undo": a link, or a quote for it, from one actor to another */
  step = ent_map_edits_begin_step (self, C_("edit", "addition of a link from %s to %s"), from_name, to_name);
  relation = ent_map_edits_find_like (map, from, to, type, FALSE, NULL);
  if (relation == NULL)
    {
      g_autofree char        *id = ent_map_dup_fresh_id (map, 'r');
      g_autoptr (EntRelation) made = ent_relation_new (id, from, to, type, label);

      ent_relation_set_edited (made, TRUE);
      ent_edit_step_insert (step, made, G_MAXUINT);
      relation = made;
    }
  ent_edit_step_touch_evidence (step, relation);
  ent_relation_add_evidence (relation, &evidence);
  ent_map_edits_end (self);
  return relation;
}
