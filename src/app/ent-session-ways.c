/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paths and neighbourhoods, over the links that pass the filter. What is found is told to the filter as ids: it draws the rest pale, or
 * leaves it out. */
#include "ent-session-private.h"

#include "ent-graph.h"

static gboolean
passes_cb (EntRelation *relation, gpointer filter)
{
  return ent_map_filter_passes (filter, relation);
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* ── the library ────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Where it is missing who asks for a way is told, not who does not. */
static void
prepare_thread (GTask *task, gpointer source, gpointer graph, GCancellable *cancellable)
{
  g_free (ent_graph_measure_betweenness (graph, cancellable, NULL));
  g_task_return_boolean (task, TRUE);
}

void
ent_session_prepare_ways (EntSession *self)
{
  g_autoptr (EntMap) nobody = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->ways_prepared)
    return;
  self->ways_prepared = TRUE;
  nobody = ent_map_new ();
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, ent_session_prepare_ways);
  g_task_set_task_data (task, ent_graph_new (nobody, NULL, NULL), (GDestroyNotify) ent_graph_free);
  g_task_run_in_thread (task, prepare_thread);
}

/* ── telling the filter ─────────────────────────────────────────────────────────────────────────────────────────── */

static void
tell_path (EntSession *self)
{
  g_autoptr (GPtrArray) links = self->path ? ent_session_list_path_links (self) : NULL;
  GHashTable *ids = self->path ? new_ids () : NULL;

  for (guint i = 0; self->path && i < self->path->len; i++)
    g_hash_table_add (ids, g_strdup (ent_actor_get_id (self->path->pdata[i])));
  for (guint i = 0; links && i < links->len; i++)
    g_hash_table_add (ids, g_strdup (ent_relation_get_id (links->pdata[i])));
  self->updating_ways = TRUE;
  ent_map_filter_take_path (self->filter, ids);
  self->updating_ways = FALSE;
}

/* FALSE where the neighbourhood could not be found: then there is none. */
static gboolean
tell_focus (EntSession *self, GError **error)
{
  g_autoptr (EntMapFilter) filter = ent_map_filter_dup (self->filter);
  g_autoptr (EntGraph) graph = NULL;
  g_autoptr (GHashTable) near = NULL;
  GHashTable *ids = NULL;
  GHashTableIter iter;
  gboolean wanted = self->focus != NULL;
  gpointer actor;

  if (wanted) {
    ent_map_filter_take_focus (filter, NULL);
    graph = ent_graph_new (self->map, passes_cb, filter);
    near = ent_graph_find_neighbourhood (graph, self->focus, self->focus_depth, NULL, error);
    if (near == NULL)
      g_clear_object (&self->focus);
  }
  if (near) {
    ids = new_ids ();
    g_hash_table_iter_init (&iter, near);
    while (g_hash_table_iter_next (&iter, &actor, NULL))
      g_hash_table_add (ids, g_strdup (ent_actor_get_id (actor)));
  }
  self->updating_ways = TRUE;
  ent_map_filter_take_focus (self->filter, ids);
  self->updating_ways = FALSE;
  return near != NULL || !wanted;
}

static gboolean
is_on_map (EntSession *self, EntActor *actor)
{
  return self->map && ent_map_find_actor (self->map, ent_actor_get_id (actor)) == actor;
}

/* (transfer full) (nullable): NULL without an error where there is none */
static GPtrArray *
find_path (EntSession *self, EntActor *from, EntActor *to, GError **error)
{
  g_autoptr (EntGraph) graph = NULL;

  if (!is_on_map (self, from) || !is_on_map (self, to))
    return NULL;
  graph = ent_graph_new (self->map, passes_cb, self->filter);
  return ent_graph_find_path (graph, from, to, NULL, error);
}

void
ent_session_update_ways (EntSession *self)
{
  if (self->updating_ways || (self->focus == NULL && self->path == NULL))
    return;
  if (self->focus) {
    if (!is_on_map (self, self->focus))
      g_clear_object (&self->focus);
    tell_focus (self, NULL);
  }
  if (self->path) {
    GPtrArray *path = find_path (self, self->path->pdata[0], self->path->pdata[self->path->len - 1], NULL);
    g_ptr_array_unref (self->path);
    self->path = path;
    tell_path (self);
  }
  g_signal_emit_by_name (self, "ways-changed");
}

void
ent_session_forget_ways (EntSession *self)
{
  g_clear_object (&self->focus);
  g_clear_pointer (&self->path, g_ptr_array_unref);
  if (self->filter == NULL)
    return;
  self->updating_ways = TRUE;
  ent_map_filter_take_focus (self->filter, NULL);
  ent_map_filter_take_path (self->filter, NULL);
  self->updating_ways = FALSE;
}

/* ── paths ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

gboolean
ent_session_connect (EntSession *self, EntActor *from, EntActor *to, GError **error)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (ENT_IS_ACTOR (from) && ENT_IS_ACTOR (to), FALSE);

  GPtrArray *path = find_path (self, from, to, error);

  if (path == NULL)
    return FALSE;
  g_clear_pointer (&self->path, g_ptr_array_unref);
  self->path = path;
  ent_session_select (self, NULL, NULL);
  tell_path (self);
  g_signal_emit_by_name (self, "ways-changed");
  return TRUE;
}

GPtrArray *
ent_session_get_path (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->path;
}

GPtrArray *
ent_session_list_path_links (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EntGraph) graph = self->path ? ent_graph_new (self->map, passes_cb, self->filter) : NULL;

  for (guint i = 0; graph && i + 1 < self->path->len; i++)
    g_ptr_array_extend_and_steal (links, ent_graph_list_links (graph, self->path->pdata[i], self->path->pdata[i + 1]));
  return links;
}

void
ent_session_clear_path (EntSession *self)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  if (self->path == NULL)
    return;
  g_clear_pointer (&self->path, g_ptr_array_unref);
  tell_path (self);
  g_signal_emit_by_name (self, "ways-changed");
}

/* ── neighbourhoods ─────────────────────────────────────────────────────────────────────────────────────────────── */

gboolean
ent_session_focus (EntSession *self, EntActor *actor, guint depth, GError **error)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (actor == NULL || is_on_map (self, actor), FALSE);

  gboolean found;

  if (depth == 0)
    actor = NULL;
  if (!g_set_object (&self->focus, actor) && (actor == NULL || depth == self->focus_depth))
    return TRUE;
  self->focus_depth = depth;
  found = tell_focus (self, error);
  ent_session_update_ways (self);
  if (self->focus == NULL && self->path == NULL)
    g_signal_emit_by_name (self, "ways-changed");
  return found;
}

guint
ent_session_get_focus (EntSession *self, EntActor **actor)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);

  if (actor)
    *actor = self->focus;
  return self->focus ? self->focus_depth : 0;
}
