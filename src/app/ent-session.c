/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-session.h"

#include "ent-scene.h"

/* Invariants: at most one of actor and relation is set; what is selected belongs to the map and is shown. */

struct _EntSession {
  GObject      parent_instance;
  EntMap      *map;
  EntMapEdits *edits;         /* of the map */
  gulong       map_changed;
  GFile       *file;
  gboolean     edited;
  guint        saved_serial;  /* of the map as it stands in the file */
  EntActor    *actor;
  EntRelation *relation;
  double       least_confidence;
};

enum { PROP_0, PROP_MAP, PROP_FILE, PROP_EDITED, PROP_LEAST_CONFIDENCE, N_PROPS };
enum { CHANGED, SELECTION_CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSession, ent_session, G_TYPE_OBJECT)

EntSession *
ent_session_new (void)
{
  return g_object_new (ENT_TYPE_SESSION, NULL);
}

EntMap *
ent_session_get_map (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->map;
}

EntMapEdits *
ent_session_get_edits (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->edits;
}

GFile *
ent_session_get_file (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->file;
}

gboolean
ent_session_get_edited (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  return self->edited;
}

EntActor *
ent_session_get_actor (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->actor;
}

EntRelation *
ent_session_get_relation (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->relation;
}

static void
set_edited (EntSession *self, gboolean edited)
{
  if (self->edited == edited)
    return;
  self->edited = edited;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITED]);
}

static gboolean
selection_is_on_map (EntSession *self)
{
  if (self->actor)
    return ent_map_find_actor (self->map, ent_actor_get_id (self->actor)) == self->actor;
  if (self->relation)
    return ent_map_find_relation (self->map, ent_relation_get_id (self->relation)) == self->relation && ent_session_shows (self, self->relation);
  return TRUE;
}

static void
map_changed_cb (EntSession *self)
{
  if (!selection_is_on_map (self))
    ent_session_select (self, NULL, NULL);
  set_edited (self, ent_session_get_serial (self) != self->saved_serial);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_map (EntSession *self, EntMap *map)
{
  if (self->map)
    g_clear_signal_handler (&self->map_changed, self->map);
  g_set_object (&self->map, map);
  g_clear_object (&self->edits);
  if (map)
    /* It hears of changes first, so that the number of the map is the new one when the session does. */
    self->edits = ent_map_edits_new (map);
  if (map)
    self->map_changed = g_signal_connect_swapped (map, "changed", G_CALLBACK (map_changed_cb), self);
}

void
ent_session_open (EntSession *self, EntMap *map, GFile *file)
{
  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (ENT_IS_MAP (map));

  ent_session_select (self, NULL, NULL);
  set_map (self, map);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP]);
  ent_session_saved (self, file, ent_session_get_serial (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

double
ent_session_get_least_confidence (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);
  return self->least_confidence;
}

void
ent_session_set_least_confidence (EntSession *self, double least_confidence)
{
  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (least_confidence >= 0 && least_confidence <= 1);

  if (self->least_confidence == least_confidence)
    return;
  self->least_confidence = least_confidence;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEAST_CONFIDENCE]);
  if (!selection_is_on_map (self))
    ent_session_select (self, NULL, NULL);
}

gboolean
ent_session_shows (EntSession *self, EntRelation *relation)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (ENT_IS_RELATION (relation), FALSE);
  return ent_scene_is_above (ent_relation_get_confidence (relation), self->least_confidence);
}

guint
ent_session_count_hidden (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);

  GListModel *relations = self->map ? ent_map_get_relations (self->map) : NULL;
  guint n_hidden = 0;

  for (guint i = 0; relations && i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    n_hidden += !ent_session_shows (self, relation);
  }
  return n_hidden;
}

guint
ent_session_get_serial (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);
  return self->edits ? ent_map_edits_get_state (self->edits) : 0;
}

void
ent_session_saved (EntSession *self, GFile *file, guint serial)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  self->saved_serial = serial;
  set_edited (self, serial != ent_session_get_serial (self));
}

void
ent_session_select (EntSession *self, EntActor *actor, EntRelation *relation)
{
  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (actor == NULL || relation == NULL);

  gboolean actor_changed = g_set_object (&self->actor, actor);
  gboolean relation_changed = g_set_object (&self->relation, relation);
  if (actor_changed || relation_changed)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
ent_session_dispose (GObject *object)
{
  EntSession *self = ENT_SESSION (object);

  set_map (self, NULL);
  g_clear_object (&self->file);
  g_clear_object (&self->actor);
  g_clear_object (&self->relation);
  G_OBJECT_CLASS (ent_session_parent_class)->dispose (object);
}

static void
ent_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntSession *self = ENT_SESSION (object);

  switch (prop_id) {
  case PROP_MAP:    g_value_set_object (value, self->map); break;
  case PROP_FILE:   g_value_set_object (value, self->file); break;
  case PROP_EDITED: g_value_set_boolean (value, self->edited); break;
  case PROP_LEAST_CONFIDENCE: g_value_set_double (value, self->least_confidence); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_LEAST_CONFIDENCE: ent_session_set_least_confidence (ENT_SESSION (object), g_value_get_double (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_session_class_init (EntSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_session_dispose;
  object_class->get_property = ent_session_get_property;
  object_class->set_property = ent_session_set_property;

  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, ENT_TYPE_MAP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITED] = g_param_spec_boolean ("edited", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAST_CONFIDENCE] = g_param_spec_double ("least-confidence", NULL, NULL, 0, 1, ENT_SCENE_LEAST_CONFIDENCE,
                                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_session_init (EntSession *self)
{
  self->least_confidence = ENT_SCENE_LEAST_CONFIDENCE;
}
