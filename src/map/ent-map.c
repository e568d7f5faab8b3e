/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three list stores in the order of adding, and beside each a table from id to object. Invariants: a relation's actors are
 * on the map; the speaker of a quote is on the map or NULL; the map listens to the "changed" of each actor and relation on
 * it and to no other's. */
#include "ent-map-private.h"

/* One kind of thing on the map. */
typedef struct {
  GListStore *store;
  GHashTable *by_id;        /* borrowed id → borrowed object */
  guint       next_number;  /* no smaller number is free as an id */
  char        prefix;
} Shelf;

enum { SHELF_SOURCES, SHELF_ACTORS, SHELF_RELATIONS, N_SHELVES };

struct _EntMap {
  GObject   parent_instance;
  char     *title;
  Shelf     shelves[N_SHELVES];
  guint     n_freezes;
  gboolean  changed_while_frozen;
};

G_DEFINE_FINAL_TYPE (EntMap, ent_map, G_TYPE_OBJECT)

enum { PROP_0, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint       changed_signal;

static void
changed (EntMap *self)
{
  if (self->n_freezes > 0)
    self->changed_while_frozen = TRUE;
  else
    g_signal_emit (self, changed_signal, 0);
}

static void
ent_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, ENT_MAP (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ent_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    ent_map_set_title (ENT_MAP (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Actors and relations may outlive the map: it must stop listening. */
static void
stop_listening (EntMap *self, GListStore *store)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_signal_handlers_disconnect_by_data (item, self);
    }
}

static void
ent_map_finalize (GObject *object)
{
  EntMap *self = ENT_MAP (object);

  stop_listening (self, self->shelves[SHELF_ACTORS].store);
  stop_listening (self, self->shelves[SHELF_RELATIONS].store);
  for (guint i = 0; i < N_SHELVES; i++)
    {
      g_hash_table_unref (self->shelves[i].by_id);
      g_object_unref (self->shelves[i].store);
    }
  g_free (self->title);
  G_OBJECT_CLASS (ent_map_parent_class)->finalize (object);
}

static void
ent_map_class_init (EntMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_map_get_property;
  object_class->set_property = ent_map_set_property;
  object_class->finalize = ent_map_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_map_init (EntMap *self)
{
  const GType types[N_SHELVES] = { ENT_TYPE_SOURCE, ENT_TYPE_ACTOR, ENT_TYPE_RELATION };
  const char  prefixes[N_SHELVES] = { 's', 'a', 'r' };

  self->title = g_strdup ("");
  for (guint i = 0; i < N_SHELVES; i++)
    self->shelves[i] = (Shelf) { g_list_store_new (types[i]), g_hash_table_new (g_str_hash, g_str_equal), 1, prefixes[i] };
}

/* Returns: (transfer full): an empty map */
EntMap *
ent_map_new (void)
{
  return g_object_new (ENT_TYPE_MAP, NULL);
}

const char *
ent_map_get_title (EntMap *self)
{
  g_return_val_if_fail (ENT_IS_MAP (self), "");
  return self->title;
}

void
ent_map_set_title (EntMap *self, const char *title)
{
  g_return_if_fail (ENT_IS_MAP (self));
  if (title == NULL)
    title = "";
  if (g_str_equal (self->title, title))
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  changed (self);
}

GListModel *
ent_map_get_sources (EntMap *self)
{
  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  return G_LIST_MODEL (self->shelves[SHELF_SOURCES].store);
}

GListModel *
ent_map_get_actors (EntMap *self)
{
  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  return G_LIST_MODEL (self->shelves[SHELF_ACTORS].store);
}

GListModel *
ent_map_get_relations (EntMap *self)
{
  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  return G_LIST_MODEL (self->shelves[SHELF_RELATIONS].store);
}

static gpointer
find (EntMap *self, guint shelf, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (self->shelves[shelf].by_id, id);
}

EntSource *
ent_map_find_source (EntMap *self, const char *id)
{
  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  return find (self, SHELF_SOURCES, id);
}

EntActor *
ent_map_find_actor (EntMap *self, const char *id)
{
  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  return find (self, SHELF_ACTORS, id);
}

EntRelation *
ent_map_find_relation (EntMap *self, const char *id)
{
  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  return find (self, SHELF_RELATIONS, id);
}

static void
add (EntMap *self, guint number, gpointer object, const char *id)
{
  Shelf *shelf = &self->shelves[number];

  g_hash_table_insert (shelf->by_id, (gpointer) id, object);
  if (number != SHELF_SOURCES)
    g_signal_connect_swapped (object, "changed", G_CALLBACK (changed), self);
  g_list_store_append (shelf->store, object);
  changed (self);
}

void
ent_map_add_source (EntMap *self, EntSource *source)
{
  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_SOURCE (source));
  g_return_if_fail (ent_map_find_source (self, ent_source_get_id (source)) == NULL);
  add (self, SHELF_SOURCES, source, ent_source_get_id (source));
}

void
ent_map_add_actor (EntMap *self, EntActor *actor)
{
  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_ACTOR (actor));
  g_return_if_fail (ent_map_find_actor (self, ent_actor_get_id (actor)) == NULL);
  add (self, SHELF_ACTORS, actor, ent_actor_get_id (actor));
}

void
ent_map_add_relation (EntMap *self, EntRelation *relation)
{
  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_RELATION (relation));
  g_return_if_fail (ent_map_find_relation (self, ent_relation_get_id (relation)) == NULL);
  g_return_if_fail (ent_map_find_actor (self, ent_actor_get_id (ent_relation_get_from (relation))) == ent_relation_get_from (relation));
  g_return_if_fail (ent_map_find_actor (self, ent_actor_get_id (ent_relation_get_to (relation))) == ent_relation_get_to (relation));
  add (self, SHELF_RELATIONS, relation, ent_relation_get_id (relation));
}

/* The number of an id such as "a12" without leading zeros, 0 for other ids. */
static guint
id_number (const char *id, char prefix)
{
  guint64  number;
  char     again[24];

  if (id[0] != prefix || !g_ascii_string_to_unsigned (id + 1, 10, 1, G_MAXUINT, &number, NULL))
    return 0;
  g_snprintf (again, sizeof again, "%c%" G_GUINT64_FORMAT, prefix, number);
  return g_str_equal (again, id) ? (guint) number : 0;
}

static void
take_off (EntMap *self, guint number, gpointer object, const char *id)
{
  Shelf *shelf = &self->shelves[number];
  guint  position;
  guint  freed = id_number (id, shelf->prefix);

  if (!g_list_store_find (shelf->store, object, &position))
    return;
  if (freed > 0)
    shelf->next_number = MIN (shelf->next_number, freed);
  g_signal_handlers_disconnect_by_data (object, self);
  g_hash_table_remove (shelf->by_id, id);
  g_list_store_remove (shelf->store, position);
}

void
ent_map_remove_relation (EntMap *self, EntRelation *relation)
{
  g_autoptr (EntRelation) keep = NULL;

  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_RELATION (relation));
  g_return_if_fail (ent_map_find_relation (self, ent_relation_get_id (relation)) == relation);
  keep = g_object_ref (relation);
  take_off (self, SHELF_RELATIONS, relation, ent_relation_get_id (relation));
  changed (self);
}

void
ent_map_remove_actor (EntMap *self, EntActor *actor)
{
  g_autoptr (EntActor) keep = NULL;
  GListModel *relations;

  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_ACTOR (actor));
  g_return_if_fail (ent_map_find_actor (self, ent_actor_get_id (actor)) == actor);
  keep = g_object_ref (actor);
  relations = ent_map_get_relations (self);
  ent_map_freeze (self);
  for (guint i = g_list_model_get_n_items (relations); i-- > 0;)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      if (ent_relation_get_from (relation) == actor || ent_relation_get_to (relation) == actor)
        ent_map_remove_relation (self, relation);
      else
        ent_relation_clear_speaker (relation, actor);
    }
  take_off (self, SHELF_ACTORS, actor, ent_actor_get_id (actor));
  changed (self);
  ent_map_thaw (self);
}

char *
ent_map_dup_fresh_id (EntMap *self, char prefix)
{
  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  for (guint i = 0; i < N_SHELVES; i++)
    {
      Shelf *shelf = &self->shelves[i];
      char   id[24];

      if (shelf->prefix != prefix)
        continue;
      for (;; shelf->next_number++)
        {
          g_snprintf (id, sizeof id, "%c%u", prefix, shelf->next_number);
          if (!g_hash_table_contains (shelf->by_id, id))
            return g_strdup (id);
        }
    }
  g_return_val_if_reached (NULL);
}

void
ent_map_freeze (EntMap *self)
{
  g_return_if_fail (ENT_IS_MAP (self));
  self->n_freezes++;
}

void
ent_map_thaw (EntMap *self)
{
  g_return_if_fail (ENT_IS_MAP (self));
  g_return_if_fail (self->n_freezes > 0);
  if (--self->n_freezes > 0 || !self->changed_while_frozen)
    return;
  self->changed_while_frozen = FALSE;
  changed (self);
}
