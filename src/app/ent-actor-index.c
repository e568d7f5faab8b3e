/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shelf for each file, with its actors in the order of the map. Only workers touch the shelves, one at a time. */
#include "ent-actor-index.h"

#include "ent-map-file.h"

#include <string.h>

#define FIRST_NAME_BONUS 1e6   /* whose name begins with what is looked for comes before all who are only mentioned more often */

typedef struct {
  EntFoundActor  found;
  GPtrArray     *words;        /* of all its names, folded; Latin ones without their marks as well */
  guint          n_mentions;
} Entry;

typedef struct {
  guint64    changed_us;
  goffset    n_bytes;
  GPtrArray *entries;
} Shelf;

struct _EntActorIndex {
  GObject     parent_instance;
  GMutex      mutex;
  GHashTable *shelves;         /* URI → Shelf */
};

typedef struct {
  char **uris, **terms, **ids; /* terms or ids */
} Request;

G_DEFINE_FINAL_TYPE (EntActorIndex, ent_actor_index, G_TYPE_OBJECT)

static void
found_free (gpointer data)
{
  EntFoundActor *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

static EntFoundActor *
found_copy (const EntFoundActor *self)
{
  EntFoundActor *copy = g_new (EntFoundActor, 1);

  *copy = (EntFoundActor) { g_strdup (self->id), g_strdup (self->name), self->kind, g_strdup (self->title) };
  return copy;
}

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->found.id);
  g_free (self->found.name);
  g_free (self->found.title);
  g_ptr_array_unref (self->words);
  g_free (self);
}

static void
shelf_free (gpointer data)
{
  Shelf *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
request_free (gpointer data)
{
  Request *self = data;

  g_strfreev (self->uris);
  g_strfreev (self->terms);
  g_strfreev (self->ids);
  g_free (self);
}

/* ── reading ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
add_words (GPtrArray *words, const char *name)
{
  g_auto (GStrv) plain = NULL;
  g_auto (GStrv) folded = g_str_tokenize_and_fold (name, NULL, &plain);

  for (char **word = folded; *word; word++)
    g_ptr_array_add (words, g_strdup (*word));
  for (char **word = plain; *word; word++)
    g_ptr_array_add (words, g_strdup (*word));
}

static Entry *
new_entry (const char *uri, EntMap *map, EntActor *actor)
{
  Entry *self = g_new0 (Entry, 1);

  self->found.id = g_strconcat (uri, " ", ent_actor_get_id (actor), NULL);
  self->found.name = g_strdup (ent_actor_get_name (actor));
  self->found.kind = ent_actor_get_kind (actor);
  self->found.title = g_strdup (ent_map_get_title (map));
  self->words = g_ptr_array_new_with_free_func (g_free);
  ent_actor_get_mentions (actor, &self->n_mentions);
  add_words (self->words, self->found.name);
  for (const char *const *alias = ent_actor_get_aliases (actor); *alias; alias++)
    add_words (self->words, *alias);
  return self;
}

static Shelf *
read_shelf (const char *uri, GFile *file, GFileInfo *info, GCancellable *cancellable)
{
  Shelf *self = g_new0 (Shelf, 1);
  g_autoptr (EntMap) map = NULL;

  self->changed_us = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
                     g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  self->n_bytes = g_file_info_get_size (info);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && self->n_bytes <= ENT_ACTOR_INDEX_BYTES)
    map = ent_map_load (file, cancellable, NULL);
  GListModel *actors = map ? ent_map_get_actors (map) : NULL;
  for (guint i = 0; map && i < MIN (g_list_model_get_n_items (actors), ENT_ACTOR_INDEX_ACTORS); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    g_ptr_array_add (self->entries, new_entry (uri, map, actor));
  }
  return self;
}

static gboolean
is_current (const Shelf *self, GFileInfo *info)
{
  return self && self->n_bytes == g_file_info_get_size (info) &&
         self->changed_us == g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
                             g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/* Keeps what is current of the files asked for, reads the others, forgets the rest. */
static void
refresh (EntActorIndex *self, char **uris, GCancellable *cancellable)
{
  static const char attributes[] = G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                                   G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC;
  g_autoptr (GHashTable) before = g_steal_pointer (&self->shelves);

  self->shelves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shelf_free);
  for (guint i = 0; uris[i] && i < ENT_ACTOR_INDEX_MAPS && !g_cancellable_is_cancelled (cancellable); i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
    g_autoptr (GFileInfo) info = g_file_is_native (file) ? g_file_query_info (file, attributes, G_FILE_QUERY_INFO_NONE, cancellable, NULL) : NULL;
    g_autofree char *key = NULL;
    Shelf *shelf = NULL;
    if (info == NULL || g_hash_table_contains (self->shelves, uris[i]))
      continue;
    if (g_hash_table_steal_extended (before, uris[i], (gpointer *) &key, (gpointer *) &shelf) && !is_current (shelf, info))
      g_clear_pointer (&shelf, shelf_free);
    if (shelf == NULL)
      shelf = read_shelf (uris[i], file, info, cancellable);
    if (g_cancellable_is_cancelled (cancellable))
      shelf_free (shelf);
    else
      g_hash_table_insert (self->shelves, g_strdup (uris[i]), shelf);
  }
}

/* ── finding ────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const Entry *entry;
  double       weight;
} Hit;

/* Heaviest first; among equals the order stays (g_array_sort is stable). */
static gint
compare_hits (gconstpointer a, gconstpointer b)
{
  double one = ((const Hit *) a)->weight, other = ((const Hit *) b)->weight;

  return one > other ? -1 : one < other;
}

static gboolean
begins_word (const char *term, const GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_has_prefix (words->pdata[i], term))
      return TRUE;
  return FALSE;
}

static gboolean
matches (const Entry *entry, const GPtrArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    if (!begins_word (terms->pdata[i], entry->words))
      return FALSE;
  return terms->len > 0;
}

/* What people type may be several words. (transfer full) */
static GPtrArray *
fold_terms (char **terms)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func (g_free);

  for (char **term = terms; *term; term++) {
    g_auto (GStrv) words = g_str_tokenize_and_fold (*term, NULL, NULL);
    for (char **word = words; *word; word++)
      g_ptr_array_add (folded, g_strdup (*word));
  }
  return folded;
}

static GPtrArray *
search (EntActorIndex *self, const Request *request)
{
  g_autoptr (GPtrArray) terms = fold_terms (request->terms);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *found = g_ptr_array_new_with_free_func (found_free);

  for (guint i = 0; request->uris[i] && i < ENT_ACTOR_INDEX_MAPS; i++) {
    const Shelf *shelf = g_hash_table_lookup (self->shelves, request->uris[i]);
    for (guint k = 0; shelf && k < shelf->entries->len; k++) {
      const Entry *entry = shelf->entries->pdata[k];
      if (!matches (entry, terms))
        continue;
      Hit hit = { entry, entry->n_mentions };
      if (entry->words->len > 0 && g_str_has_prefix (entry->words->pdata[0], terms->pdata[0]))
        hit.weight += FIRST_NAME_BONUS;
      g_array_append_val (hits, hit);
    }
  }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, ENT_ACTOR_INDEX_FOUND); i++)
    g_ptr_array_add (found, found_copy (&g_array_index (hits, Hit, i).entry->found));
  return found;
}

static const EntFoundActor *
find_id (EntActorIndex *self, const char *id)
{
  const char *blank = strchr (id, ' ');
  g_autofree char *uri = blank ? g_strndup (id, blank - id) : NULL;
  const Shelf *shelf = uri ? g_hash_table_lookup (self->shelves, uri) : NULL;

  for (guint i = 0; shelf && i < shelf->entries->len; i++) {
    const Entry *entry = shelf->entries->pdata[i];
    if (g_str_equal (entry->found.id, id))
      return &entry->found;
  }
  return NULL;
}

static GPtrArray *
describe (EntActorIndex *self, const Request *request)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (found_free);

  for (char **id = request->ids; *id; id++) {
    const EntFoundActor *actor = find_id (self, *id);
    if (actor)
      g_ptr_array_add (found, found_copy (actor));
  }
  return found;
}

gboolean
ent_actor_index_split_id (const char *id, GFile **file, char **actor)
{
  g_return_val_if_fail (id != NULL, FALSE);

  const char *blank = strchr (id, ' ');
  g_autofree char *uri = blank ? g_strndup (id, blank - id) : NULL;
  g_autofree char *scheme = uri ? g_uri_parse_scheme (uri) : NULL;

  if (scheme == NULL || blank[1] == '\0')
    return FALSE;
  *file = g_file_new_for_uri (uri);
  *actor = g_strdup (blank + 1);
  return TRUE;
}

/* ── asking ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  EntActorIndex *self = source;
  const Request *request = data;
  GPtrArray *found = NULL;

  g_mutex_lock (&self->mutex);
  refresh (self, request->uris, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    found = request->terms ? search (self, request) : describe (self, request);
  g_mutex_unlock (&self->mutex);
  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
run (EntActorIndex *self, const char *const *uris, const char *const *terms, const char *const *ids, GCancellable *cancellable,
     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Request *request = g_new (Request, 1);

  *request = (Request) { g_strdupv ((char **) uris), g_strdupv ((char **) terms), g_strdupv ((char **) ids) };
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, work);
}

void
ent_actor_index_search_async (EntActorIndex *self, const char *const *uris, const char *const *terms, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (ENT_IS_ACTOR_INDEX (self) && uris != NULL && terms != NULL);
  run (self, uris, terms, NULL, cancellable, callback, data);
}

void
ent_actor_index_describe_async (EntActorIndex *self, const char *const *uris, const char *const *ids, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (ENT_IS_ACTOR_INDEX (self) && uris != NULL && ids != NULL);
  run (self, uris, NULL, ids, cancellable, callback, data);
}

GPtrArray *
ent_actor_index_finish (EntActorIndex *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ── the type ───────────────────────────────────────────────────────────────────────────────────────────────────── */

EntActorIndex *
ent_actor_index_new (void)
{
  return g_object_new (ENT_TYPE_ACTOR_INDEX, NULL);
}

static void
ent_actor_index_finalize (GObject *object)
{
  EntActorIndex *self = ENT_ACTOR_INDEX (object);

  g_hash_table_unref (self->shelves);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ent_actor_index_parent_class)->finalize (object);
}

static void
ent_actor_index_class_init (EntActorIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_actor_index_finalize;
}

static void
ent_actor_index_init (EntActorIndex *self)
{
  g_mutex_init (&self->mutex);
  self->shelves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shelf_free);
}
