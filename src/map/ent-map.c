/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three list stores in the order of adding, and beside each a table from id to object. Invariants: a relation's actors are
 * on the map; the speaker of a quote is on the map or NULL; the map listens to the "changed" of each actor and relation on
 * it and to no other's. What merges hold is off the map, but its ids are taken. */
#include "ent-limits.h"
#include "ent-map-private.h"

/* One kind of thing on the map. */
typedef struct {
  GListStore *store;
  GHashTable *by_id;        /* borrowed id → borrowed object */
  GHashTable *held;         /* the same of what merges hold */
  guint       next_number;  /* no smaller number is free as an id */
  char        prefix;
} Shelf;

enum { SHELF_SOURCES, SHELF_ACTORS, SHELF_RELATIONS, N_SHELVES };

struct _EntMap {
  GObject   parent_instance;
  char     *title;
  Shelf     shelves[N_SHELVES];
  GPtrArray *merges;        /* EntMerge */
  GArray    *removed;       /* EntActorMention, with references */
  GArray    *rejected;      /* EntEvidence, with references, without speakers */
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
  g_array_unref (self->rejected);
  g_array_unref (self->removed);
  for (guint i = 0; i < N_SHELVES; i++)
    {
      g_hash_table_unref (self->shelves[i].held);
      g_hash_table_unref (self->shelves[i].by_id);
      g_object_unref (self->shelves[i].store);
    }
  g_ptr_array_unref (self->merges);
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
removed_clear (gpointer data)
{
  g_object_unref (((EntActorMention *) data)->source);
}

static void
rejected_clear (gpointer data)
{
  g_object_unref (((EntEvidence *) data)->source);
}

static void
ent_map_init (EntMap *self)
{
  const GType types[N_SHELVES] = { ENT_TYPE_SOURCE, ENT_TYPE_ACTOR, ENT_TYPE_RELATION };
  const char  prefixes[N_SHELVES] = { 's', 'a', 'r' };

  self->title = g_strdup ("");
  for (guint i = 0; i < N_SHELVES; i++)
    self->shelves[i] = (Shelf) {
      g_list_store_new (types[i]), g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (g_str_hash, g_str_equal), 1, prefixes[i],
    };
  self->merges = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_merge_unref);
  self->removed = g_array_new (FALSE, FALSE, sizeof (EntActorMention));
  self->rejected = g_array_new (FALSE, FALSE, sizeof (EntEvidence));
  g_array_set_clear_func (self->removed, removed_clear);
  g_array_set_clear_func (self->rejected, rejected_clear);
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
  g_autofree char *old = NULL;

  g_return_if_fail (ENT_IS_MAP (self));
  if (title == NULL)
    title = "";
  if (g_str_equal (self->title, title))
    return;
  old = self->title;   /* which title may be */
  self->title = ent_limit_dup_cut (title, ENT_LIMIT_LINE_BYTES);
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

/* The shelf that an object belongs on, and its id. */
static guint
find_shelf (gpointer object, const char **id)
{
  if (ENT_IS_SOURCE (object))
    {
      *id = ent_source_get_id (object);
      return SHELF_SOURCES;
    }
  *id = ENT_IS_ACTOR (object) ? ent_actor_get_id (object) : ent_relation_get_id (object);
  return ENT_IS_ACTOR (object) ? SHELF_ACTORS : SHELF_RELATIONS;
}

void
ent_map_insert (EntMap *self, gpointer object, guint position)
{
  const char *id;
  guint       number = find_shelf (object, &id);
  Shelf      *shelf = &self->shelves[number];

  g_hash_table_insert (shelf->by_id, (gpointer) id, object);
  if (number != SHELF_SOURCES)
    g_signal_connect_swapped (object, "changed", G_CALLBACK (changed), self);
  g_list_store_insert (shelf->store, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (shelf->store))), object);
  changed (self);
}

gboolean
ent_map_has (EntMap *self, gpointer object)
{
  const char *id;
  guint       number = find_shelf (object, &id);

  return find (self, number, id) == object;
}

void
ent_map_add_source (EntMap *self, EntSource *source)
{
  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_SOURCE (source));
  g_return_if_fail (ent_map_find_source (self, ent_source_get_id (source)) == NULL);
  ent_map_insert (self, source, G_MAXUINT);
}

void
ent_map_add_actor (EntMap *self, EntActor *actor)
{
  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_ACTOR (actor));
  g_return_if_fail (ent_map_find_actor (self, ent_actor_get_id (actor)) == NULL);
  ent_map_insert (self, actor, G_MAXUINT);
}

void
ent_map_add_relation (EntMap *self, EntRelation *relation)
{
  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_RELATION (relation));
  g_return_if_fail (ent_map_find_relation (self, ent_relation_get_id (relation)) == NULL);
  g_return_if_fail (ent_map_find_actor (self, ent_actor_get_id (ent_relation_get_from (relation))) == ent_relation_get_from (relation));
  g_return_if_fail (ent_map_find_actor (self, ent_actor_get_id (ent_relation_get_to (relation))) == ent_relation_get_to (relation));
  ent_map_insert (self, relation, G_MAXUINT);
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

guint
ent_map_take_off (EntMap *self, gpointer object)
{
  const char *id;
  Shelf      *shelf = &self->shelves[find_shelf (object, &id)];
  guint       position = 0;
  guint       freed = id_number (id, shelf->prefix);
  gboolean    found = g_list_store_find (shelf->store, object, &position);

  g_return_val_if_fail (found, 0);
  if (freed > 0)
    shelf->next_number = MIN (shelf->next_number, freed);
  g_signal_handlers_disconnect_by_data (object, self);
  g_hash_table_remove (shelf->by_id, id);
  g_list_store_remove (shelf->store, position);
  changed (self);
  return position;
}

void
ent_map_remove_relation (EntMap *self, EntRelation *relation)
{
  g_autoptr (EntRelation) keep = NULL;

  g_return_if_fail (ENT_IS_MAP (self) && ENT_IS_RELATION (relation));
  g_return_if_fail (ent_map_find_relation (self, ent_relation_get_id (relation)) == relation);
  keep = g_object_ref (relation);
  ent_map_take_off (self, relation);
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
  ent_map_take_off (self, actor);
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
          if (!g_hash_table_contains (shelf->by_id, id) && !g_hash_table_contains (shelf->held, id))
            return g_strdup (id);
        }
    }
  g_return_val_if_reached (NULL);
}

/* ── What edits leave behind ────────────────────────────────────────────────────────────────────────────────────── */

GPtrArray *
ent_map_get_merges (EntMap *self)
{
  return self->merges;
}

static void
hold (EntMap *self, gpointer object)
{
  const char *id;
  guint       number = find_shelf (object, &id);

  g_hash_table_insert (self->shelves[number].held, (gpointer) id, object);
}

void
ent_map_insert_merge (EntMap *self, EntMerge *merge, guint position)
{
  g_ptr_array_insert (self->merges, (int) MIN (position, self->merges->len), ent_merge_ref (merge));
  hold (self, merge->part);
  for (guint i = 0; i < merge->joins->len; i++)
    hold (self, g_array_index (merge->joins, EntJoin, i).relation);
  changed (self);
}

static void
release (EntMap *self, gpointer object)
{
  const char *id;
  Shelf      *shelf = &self->shelves[find_shelf (object, &id)];
  guint       freed = id_number (id, shelf->prefix);

  g_hash_table_remove (shelf->held, id);
  if (freed > 0)
    shelf->next_number = MIN (shelf->next_number, freed);
}

void
ent_map_remove_merge (EntMap *self, guint position)
{
  EntMerge *merge = g_ptr_array_index (self->merges, position);

  release (self, merge->part);
  for (guint i = 0; i < merge->joins->len; i++)
    release (self, g_array_index (merge->joins, EntJoin, i).relation);
  g_ptr_array_remove_index (self->merges, position);
  changed (self);
}

gboolean
ent_map_holds (EntMap *self, gpointer object)
{
  const char *id;
  guint       number = find_shelf (object, &id);

  return g_hash_table_lookup (self->shelves[number].held, id) == object;
}

const EntActorMention *
ent_map_get_removed (EntMap *self, guint *n_removed)
{
  *n_removed = self->removed->len;
  return (const EntActorMention *) (gpointer) self->removed->data;
}

const EntEvidence *
ent_map_get_rejected (EntMap *self, guint *n_rejected)
{
  *n_rejected = self->rejected->len;
  return (const EntEvidence *) (gpointer) self->rejected->data;
}

void
ent_map_add_removed (EntMap *self, const EntActorMention *mention)
{
  g_object_ref (mention->source);
  g_array_append_vals (self->removed, mention, 1);
  changed (self);
}

void
ent_map_add_rejected (EntMap *self, const EntEvidence *evidence)
{
  EntEvidence copy = *evidence;

  copy.speaker = NULL;
  g_object_ref (copy.source);
  g_array_append_val (self->rejected, copy);
  changed (self);
}

void
ent_map_truncate_removed (EntMap *self, guint n_removed)
{
  g_array_set_size (self->removed, n_removed);
  changed (self);
}

void
ent_map_truncate_rejected (EntMap *self, guint n_rejected)
{
  g_array_set_size (self->rejected, n_rejected);
  changed (self);
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
