/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Like EntActor a bag of properties: every change notifies what it touched and emits "changed" once. The stance is never
 * stored, it follows from the type. Evidence keeps its source and speaker alive. */
#include "ent-items.h"
#include "ent-limits.h"
#include "ent-map-private.h"

#include <math.h>

struct _EntRelation {
  GObject          parent_instance;
  char            *id;
  EntActor        *from;
  EntActor        *to;
  gboolean         mutual;
  EntRelationType  type;
  char            *label;
  char            *note;
  gboolean         edited;
  EntItems        *evidence;          /* EntEvidence, each with references on its source and speaker */
};

G_DEFINE_FINAL_TYPE (EntRelation, ent_relation, G_TYPE_OBJECT)

enum {
  PROP_0, PROP_ID, PROP_FROM, PROP_TO, PROP_MUTUAL, PROP_RELATION_TYPE, PROP_STANCE, PROP_LABEL, PROP_NOTE, PROP_N_EVIDENCE,
  PROP_CONFIDENCE, PROP_HEDGED, N_PROPS
};
static GParamSpec *properties[N_PROPS];
static guint       changed_signal;

static void
notify (EntRelation *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
emit_changed (EntRelation *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
ent_relation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntRelation *self = ENT_RELATION (object);

  switch (id)
    {
    case PROP_ID:            g_value_set_string (value, self->id); break;
    case PROP_FROM:          g_value_set_object (value, self->from); break;
    case PROP_TO:            g_value_set_object (value, self->to); break;
    case PROP_MUTUAL:        g_value_set_boolean (value, self->mutual); break;
    case PROP_RELATION_TYPE: g_value_set_int (value, (int) self->type); break;
    case PROP_STANCE:        g_value_set_int (value, (int) ent_relation_get_stance (self)); break;
    case PROP_LABEL:         g_value_set_string (value, self->label); break;
    case PROP_NOTE:          g_value_set_string (value, self->note); break;
    case PROP_N_EVIDENCE:    g_value_set_uint (value, self->evidence->items->len); break;
    case PROP_CONFIDENCE:    g_value_set_double (value, ent_relation_get_confidence (self)); break;
    case PROP_HEDGED:        g_value_set_boolean (value, ent_relation_is_hedged (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_relation_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntRelation *self = ENT_RELATION (object);

  switch (id)
    {
    case PROP_ID:            self->id = g_value_dup_string (value); break;
    case PROP_FROM:          self->from = g_value_dup_object (value); break;
    case PROP_TO:            self->to = g_value_dup_object (value); break;
    case PROP_MUTUAL:        ent_relation_set_mutual (self, g_value_get_boolean (value)); break;
    case PROP_RELATION_TYPE: ent_relation_set_relation_type (self, (EntRelationType) g_value_get_int (value)); break;
    case PROP_LABEL:         ent_relation_set_label (self, g_value_get_string (value)); break;
    case PROP_NOTE:          ent_relation_set_note (self, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
evidence_clear (gpointer data)
{
  EntEvidence *evidence = data;

  g_object_unref (evidence->source);
  g_clear_object (&evidence->speaker);
}

static void
evidence_ref (gpointer data, gpointer unused)
{
  EntEvidence *evidence = data;

  g_object_ref (evidence->source);
  if (evidence->speaker != NULL)
    g_object_ref (evidence->speaker);
}

static void
ent_relation_finalize (GObject *object)
{
  EntRelation *self = ENT_RELATION (object);

  g_free (self->id);
  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_free (self->label);
  g_free (self->note);
  ent_items_free (self->evidence);
  G_OBJECT_CLASS (ent_relation_parent_class)->finalize (object);
}

static void
ent_relation_class_init (EntRelationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags   both = read | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags   once = read | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  object_class->get_property = ent_relation_get_property;
  object_class->set_property = ent_relation_set_property;
  object_class->finalize = ent_relation_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, once);
  properties[PROP_FROM] = g_param_spec_object ("from", NULL, NULL, ENT_TYPE_ACTOR, once);
  properties[PROP_TO] = g_param_spec_object ("to", NULL, NULL, ENT_TYPE_ACTOR, once);
  properties[PROP_MUTUAL] = g_param_spec_boolean ("mutual", NULL, NULL, FALSE, both);
  properties[PROP_RELATION_TYPE] = g_param_spec_int ("relation-type", NULL, NULL, 0, ENT_N_RELATION_TYPES - 1, ENT_RELATION_OTHER, both);
  properties[PROP_STANCE] = g_param_spec_int ("stance", NULL, NULL, 0, ENT_N_STANCES - 1, ENT_STANCE_NEUTRAL, read);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", both);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", both);
  properties[PROP_N_EVIDENCE] = g_param_spec_uint ("n-evidence", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_CONFIDENCE] = g_param_spec_double ("confidence", NULL, NULL, 0, 1, 0, read);
  properties[PROP_HEDGED] = g_param_spec_boolean ("hedged", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_relation_init (EntRelation *self)
{
  self->type = ENT_RELATION_OTHER;
  self->label = g_strdup ("");
  self->note = g_strdup ("");
  self->evidence = ent_items_new (sizeof (EntEvidence), evidence_clear);
}

/**
 * ent_relation_new:
 * @id: unique among the relations of its map, not empty
 * @from: who
 * @to: to whom; another actor than @from
 * @type: not ENT_RELATION_NONE
 * @label: what is written on the link, a few words; nullable
 * Returns: (transfer full): a relation without evidence
 */
EntRelation *
ent_relation_new (const char *id, EntActor *from, EntActor *to, EntRelationType type, const char *label)
{
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (ENT_IS_ACTOR (from) && ENT_IS_ACTOR (to) && from != to, NULL);
  g_return_val_if_fail ((int) type >= 0 && type < ENT_N_RELATION_TYPES, NULL);
  return g_object_new (ENT_TYPE_RELATION, "id", id, "from", from, "to", to, "relation-type", (int) type, "label", label, NULL);
}

const char *ent_relation_get_id    (EntRelation *self) { g_return_val_if_fail (ENT_IS_RELATION (self), NULL); return self->id; }
EntActor   *ent_relation_get_from  (EntRelation *self) { g_return_val_if_fail (ENT_IS_RELATION (self), NULL); return self->from; }
EntActor   *ent_relation_get_to    (EntRelation *self) { g_return_val_if_fail (ENT_IS_RELATION (self), NULL); return self->to; }
const char *ent_relation_get_label (EntRelation *self) { g_return_val_if_fail (ENT_IS_RELATION (self), NULL); return self->label; }
const char *ent_relation_get_note  (EntRelation *self) { g_return_val_if_fail (ENT_IS_RELATION (self), NULL); return self->note; }

/* Exchanges the two actors, and with them the places of both in every quote. */
void
ent_relation_reverse (EntRelation *self)
{
  EntActor *from;

  g_return_if_fail (ENT_IS_RELATION (self));
  from = self->from;
  self->from = self->to;
  self->to = from;
  for (guint i = 0; i < self->evidence->items->len; i++)
    {
      EntEvidence *evidence = &g_array_index (self->evidence->items, EntEvidence, i);
      EntSpan      span = evidence->from;

      evidence->from = evidence->to;
      evidence->to = span;
    }
  notify (self, PROP_FROM);
  notify (self, PROP_TO);
  emit_changed (self);
}

gboolean
ent_relation_get_edited (EntRelation *self)
{
  g_return_val_if_fail (ENT_IS_RELATION (self), FALSE);
  return self->edited;
}

void
ent_relation_set_edited (EntRelation *self, gboolean edited)
{
  if (self->edited == edited)
    return;
  self->edited = edited;
  emit_changed (self);
}

void
ent_relation_replace_end (EntRelation *self, EntActor *actor, EntActor *by)
{
  gboolean new_from = self->from == actor && g_set_object (&self->from, by);
  gboolean new_to = self->to == actor && g_set_object (&self->to, by);

  if (new_from)
    notify (self, PROP_FROM);
  if (new_to)
    notify (self, PROP_TO);
  if (new_from || new_to)
    emit_changed (self);
}

gboolean
ent_relation_get_mutual (EntRelation *self)
{
  g_return_val_if_fail (ENT_IS_RELATION (self), FALSE);
  return self->mutual;
}

void
ent_relation_set_mutual (EntRelation *self, gboolean mutual)
{
  g_return_if_fail (ENT_IS_RELATION (self));
  mutual = !!mutual;
  if (self->mutual == mutual)
    return;
  self->mutual = mutual;
  notify (self, PROP_MUTUAL);
  emit_changed (self);
}

EntRelationType
ent_relation_get_relation_type (EntRelation *self)
{
  g_return_val_if_fail (ENT_IS_RELATION (self), ENT_RELATION_OTHER);
  return self->type;
}

void
ent_relation_set_relation_type (EntRelation *self, EntRelationType type)
{
  EntStance stance;

  g_return_if_fail (ENT_IS_RELATION (self));
  g_return_if_fail ((int) type >= 0 && type < ENT_N_RELATION_TYPES);
  if (self->type == type)
    return;
  stance = ent_relation_get_stance (self);
  self->type = type;
  notify (self, PROP_RELATION_TYPE);
  if (stance != ent_relation_get_stance (self))
    notify (self, PROP_STANCE);
  emit_changed (self);
}

EntStance
ent_relation_get_stance (EntRelation *self)
{
  g_return_val_if_fail (ENT_IS_RELATION (self), ENT_STANCE_NEUTRAL);
  return ent_relation_type_get_stance (self->type);
}

static void
set_string (EntRelation *self, char **field, const char *value, gsize max_bytes, guint prop)
{
  g_autofree char *old = NULL;

  if (value == NULL)
    value = "";
  if (g_str_equal (*field, value))
    return;
  old = *field;   /* which value may be */
  *field = ent_limit_dup_cut (value, max_bytes);
  notify (self, prop);
  emit_changed (self);
}

void
ent_relation_set_label (EntRelation *self, const char *label)
{
  g_return_if_fail (ENT_IS_RELATION (self));
  set_string (self, &self->label, label, ENT_LIMIT_LINE_BYTES, PROP_LABEL);
}

void
ent_relation_set_note (EntRelation *self, const char *note)
{
  g_return_if_fail (ENT_IS_RELATION (self));
  set_string (self, &self->note, note, ENT_LIMIT_NOTE_BYTES, PROP_NOTE);
}

const EntEvidence *
ent_relation_get_evidence (EntRelation *self, guint *n_evidence)
{
  g_return_val_if_fail (ENT_IS_RELATION (self), NULL);
  if (n_evidence != NULL)
    *n_evidence = self->evidence->items->len;
  return (const EntEvidence *) (gpointer) self->evidence->items->data;
}

static void
evidence_changed (EntRelation *self)
{
  notify (self, PROP_N_EVIDENCE);
  notify (self, PROP_CONFIDENCE);
  notify (self, PROP_HEDGED);
  emit_changed (self);
}

static gboolean
is_place (EntSource *source, EntSpan span)
{
  return ent_span_is_empty (span) || ent_source_has_span (source, span);
}

void
ent_relation_add_evidence (EntRelation *self, const EntEvidence *evidence)
{
  g_return_if_fail (ENT_IS_RELATION (self));
  g_return_if_fail (evidence != NULL && ENT_IS_SOURCE (evidence->source));
  g_return_if_fail (ent_source_has_span (evidence->source, evidence->span));
  g_return_if_fail (is_place (evidence->source, evidence->from) && is_place (evidence->source, evidence->to) &&
                    is_place (evidence->source, evidence->predicate));
  g_return_if_fail (evidence->confidence >= 0 && evidence->confidence <= 1);
  g_return_if_fail ((int) evidence->modality >= 0 && evidence->modality < ENT_N_MODALITIES);
  evidence_ref ((gpointer) evidence, NULL);
  g_array_append_vals (self->evidence->items, evidence, 1);
  /* As a file holds it: what is weighed and drawn by it must not change when the map has been saved. */
  EntEvidence *kept = &g_array_index (self->evidence->items, EntEvidence, self->evidence->items->len - 1);
  kept->confidence = ent_map_round (evidence->confidence);
  kept->read_confidence = ent_map_round (evidence->read_confidence);
  evidence_changed (self);
}

void
ent_relation_remove_evidence (EntRelation *self, guint index)
{
  g_return_if_fail (ENT_IS_RELATION (self));
  g_return_if_fail (index < self->evidence->items->len);
  ent_items_remove (self->evidence, index);
  evidence_changed (self);
}

JsonObject *
ent_relation_get_evidence_extra (EntRelation *self, guint index)
{
  return ent_items_get_extra (self->evidence, index);
}

void
ent_relation_take_evidence_extra (EntRelation *self, guint index, JsonObject *extra)
{
  ent_items_take_extra (self->evidence, index, extra);
}

void
ent_relation_set_verdict (EntRelation *self, guint index, gboolean by_hand, double confidence, double read_confidence)
{
  EntEvidence *evidence;

  g_return_if_fail (index < self->evidence->items->len);
  evidence = &g_array_index (self->evidence->items, EntEvidence, index);
  evidence->by_hand = by_hand;
  evidence->confidence = confidence;
  evidence->read_confidence = read_confidence;
  evidence_changed (self);
}

void
ent_relation_set_speaker (EntRelation *self, guint index, EntActor *speaker)
{
  g_return_if_fail (index < self->evidence->items->len);
  if (g_set_object (&g_array_index (self->evidence->items, EntEvidence, index).speaker, speaker))
    emit_changed (self);
}

void
ent_relation_clear_speaker (EntRelation *self, EntActor *speaker)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->evidence->items->len; i++)
    {
      EntEvidence *evidence = &g_array_index (self->evidence->items, EntEvidence, i);

      if (evidence->speaker != speaker)
        continue;
      g_clear_object (&evidence->speaker);
      any = TRUE;
    }
  if (any)
    emit_changed (self);
}

double
ent_relation_get_confidence (EntRelation *self)
{
  double none = 1;

  g_return_val_if_fail (ENT_IS_RELATION (self), 0);
  for (guint i = 0; i < self->evidence->items->len; i++)
    none *= 1 - g_array_index (self->evidence->items, EntEvidence, i).confidence;
  return CLAMP (1 - none, 0, 1);
}

/* Without any evidence a relation is somebody's own word and counts as asserted. */
gboolean
ent_relation_is_hedged (EntRelation *self)
{
  g_return_val_if_fail (ENT_IS_RELATION (self), FALSE);
  for (guint i = 0; i < self->evidence->items->len; i++)
    if (g_array_index (self->evidence->items, EntEvidence, i).modality == ENT_MODALITY_ASSERTED)
      return FALSE;
  return self->evidence->items->len > 0;
}

/* ── For undo ───────────────────────────────────────────────────────────────────────────────────────────────────── */

EntRelationWords *
ent_relation_dup_words (EntRelation *self)
{
  EntRelationWords *words = g_new0 (EntRelationWords, 1);

  *words = (EntRelationWords) {
    g_object_ref (self->from), g_object_ref (self->to), self->mutual, self->type, g_strdup (self->label), g_strdup (self->note), self->edited,
  };
  return words;
}

void
ent_relation_words_free (EntRelationWords *words)
{
  g_object_unref (words->from);
  g_object_unref (words->to);
  g_free (words->label);
  g_free (words->note);
  g_free (words);
}

void
ent_relation_swap_words (EntRelation *self, EntRelationWords *words)
{
  EntRelationWords mine = { self->from, self->to, self->mutual, self->type, self->label, self->note, self->edited };

  self->from = words->from;
  self->to = words->to;
  self->mutual = words->mutual;
  self->type = words->type;
  self->label = words->label;
  self->note = words->note;
  self->edited = words->edited;
  *words = mine;
  for (guint prop = PROP_FROM; prop <= PROP_NOTE; prop++)
    notify (self, prop);
  emit_changed (self);
}

EntItems *
ent_relation_dup_evidence (EntRelation *self)
{
  return ent_items_dup (self->evidence, sizeof (EntEvidence), evidence_clear, evidence_ref);
}

void
ent_relation_swap_evidence (EntRelation *self, EntItems **evidence)
{
  EntItems *mine = self->evidence;

  self->evidence = *evidence;
  *evidence = mine;
  evidence_changed (self);
}
