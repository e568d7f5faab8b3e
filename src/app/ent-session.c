/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-session-private.h"

/* Invariants: at most one of actor, relation and several is set; what is selected belongs to the map and is shown. */

enum { PROP_0, PROP_MAP, PROP_FILE, PROP_EDITED, PROP_LEAST_CONFIDENCE, N_PROPS };
enum { CHANGED, SELECTION_CHANGED, FILTER_CHANGED, LOOK_CHANGED, WAYS_CHANGED, N_SIGNALS };

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

const char *
ent_session_get_stamp (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->stamp;
}

void
ent_session_set_stamp (EntSession *self, const char *stamp)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_autofree char *old = self->stamp;
  self->stamp = g_strdup (stamp);
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

/* What is faded may be selected. */
gboolean
ent_session_shows_actor (EntSession *self, EntActor *actor)
{
  return ent_map_find_actor (self->map, ent_actor_get_id (actor)) == actor
    && (ent_map_filter_get_fades (self->filter) || ent_map_filter_passes_actor (self->filter, actor));
}

static gboolean
selection_is_on_map (EntSession *self)
{
  gboolean fades = ent_map_filter_get_fades (self->filter);

  if (self->actor)
    return ent_session_shows_actor (self, self->actor);
  if (self->relation)
    return ent_map_find_relation (self->map, ent_relation_get_id (self->relation)) == self->relation
      && (fades ? ent_map_filter_is_sure (self->filter, self->relation) : ent_session_shows (self, self->relation));
  return TRUE;
}

static void
update_selection (EntSession *self)
{
  if (!selection_is_on_map (self))
    ent_session_select (self, NULL, NULL);
  ent_session_update_several (self);
}

/* An article that is gone can be filtered by no longer. */
static void
update_articles (EntSession *self)
{
  const char *article = ent_map_filter_get_article (self->filter), *first, *second;

  if (article && ent_map_find_source (self->map, article) == NULL)
    ent_map_filter_set_article (self->filter, NULL);
  if (ent_map_filter_get_comparison (self->filter, &first, &second, NULL)
      && (ent_map_find_source (self->map, first) == NULL || ent_map_find_source (self->map, second) == NULL))
    ent_map_filter_end_comparison (self->filter);
}

static void
map_changed_cb (EntSession *self)
{
  update_articles (self);
  update_selection (self);
  set_edited (self, ent_session_get_serial (self) != self->saved_serial);
  ent_map_look_update (self->look, self->map, self->filter);
  ent_session_update_ways (self);
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
  ent_session_forget_ways (self);
  ent_map_filter_clear (self->filter);
  set_map (self, map);
  ent_map_look_update (self->look, map, self->filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP]);
  ent_session_saved (self, file, ent_session_get_serial (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ── what is shown ──────────────────────────────────────────────────────────────────────────────────────────────── */

static void
filter_changed_cb (EntSession *self)
{
  ent_session_update_ways (self);
  update_selection (self);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
look_changed_cb (EntSession *self)
{
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

EntMapLook *
ent_session_get_look (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->look;
}

static void
least_confidence_changed_cb (EntSession *self)
{
  ent_map_look_update (self->look, self->map, self->filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEAST_CONFIDENCE]);
}

EntMapFilter *
ent_session_get_filter (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->filter;
}

double
ent_session_get_least_confidence (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);
  return ent_map_filter_get_least_confidence (self->filter);
}

void
ent_session_set_least_confidence (EntSession *self, double least_confidence)
{
  g_return_if_fail (ENT_IS_SESSION (self));
  ent_map_filter_set_least_confidence (self->filter, least_confidence);
}

gboolean
ent_session_shows (EntSession *self, EntRelation *relation)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  return ent_map_filter_passes (self->filter, relation);
}

static guint
count_failing (EntSession *self, gboolean (*passes) (EntMapFilter *, EntRelation *))
{
  GListModel *relations = self->map ? ent_map_get_relations (self->map) : NULL;
  guint n_failing = 0;

  for (guint i = 0; relations && i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    n_failing += !passes (self->filter, relation);
  }
  return n_failing;
}

guint
ent_session_count_hidden (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);
  return count_failing (self, ent_map_filter_passes);
}

guint
ent_session_count_weak (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);
  return count_failing (self, ent_map_filter_is_sure);
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

  if (g_set_object (&self->file, file)) {
    g_clear_pointer (&self->stamp, g_free);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  }
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
  gboolean were_several = self->several != NULL;
  g_clear_pointer (&self->several, g_ptr_array_unref);
  if (actor)
    ent_session_prepare_ways (self);
  if (actor_changed || relation_changed || were_several)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
ent_session_dispose (GObject *object)
{
  EntSession *self = ENT_SESSION (object);

  set_map (self, NULL);
  g_clear_object (&self->file);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_object (&self->actor);
  g_clear_object (&self->relation);
  g_clear_pointer (&self->several, g_ptr_array_unref);
  if (self->filter)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  if (self->look)
    g_signal_handlers_disconnect_by_data (self->look, self);
  ent_session_forget_ways (self);
  g_clear_object (&self->filter);
  g_clear_object (&self->look);
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
  case PROP_LEAST_CONFIDENCE: g_value_set_double (value, ent_session_get_least_confidence (self)); break;
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
  signals[LOOK_CHANGED] = g_signal_new ("look-changed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WAYS_CHANGED] = g_signal_new ("ways-changed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_session_init (EntSession *self)
{
  self->filter = ent_map_filter_new ();
  self->look = ent_map_look_new ();
  g_signal_connect_swapped (self->look, "changed", G_CALLBACK (look_changed_cb), self);
  g_signal_connect_swapped (self->filter, "notify::least-confidence", G_CALLBACK (least_confidence_changed_cb), self);
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb), self);
}
