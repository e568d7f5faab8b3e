/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The copy takes the readings as the map will: actors that are new come last, in the same order. Their ids may be others, as undone
 * edits hold some, so that places go by order. */
#include "ent-reading-places.h"

#include "ent-map-edits.h"
#include "ent-map-snapshot.h"
#include "ent-scene.h"

/* The same seed always: the same articles give the same drawing. */
#define LAYOUT_SEED 1

typedef struct {
  EntMapSnapshot *snapshot;
  GPtrArray      *readings;
} Job;

static void
job_free (Job *self)
{
  ent_map_snapshot_free (self->snapshot);
  g_ptr_array_unref (self->readings);
  g_free (self);
}

static void
pin_all (EntMap *map)
{
  GListModel *actors = ent_map_get_actors (map);
  double x, y;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    if (ent_actor_get_position (actor, &x, &y))
      ent_actor_set_pinned (actor, TRUE);
  }
}

static GArray *
place (EntMap *map, GPtrArray *readings, GCancellable *cancellable)
{
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);
  GListModel *actors = ent_map_get_actors (map);
  guint n_before = g_list_model_get_n_items (actors);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (EntPoint));

  pin_all (map);
  for (guint i = 0; i < readings->len; i++)
    ent_map_edits_add_reading (edits, readings->pdata[i]);
  if (!ent_scene_lay_out_cancellable (map, ENT_SCENE_LEAST_CONFIDENCE, LAYOUT_SEED, TRUE, cancellable))
    return places;
  for (guint i = n_before; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    EntPoint at;
    ent_actor_get_position (actor, &at.x, &at.y);
    g_array_append_val (places, at);
  }
  return places;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (EntMap) map = ent_map_snapshot_dup_map (job->snapshot);

  g_autoptr (GArray) places = place (map, job->readings, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&places), (GDestroyNotify) g_array_unref);
}

void
ent_reading_places_async (EntMap *map, GPtrArray *readings, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (ENT_IS_MAP (map));

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = ent_map_snapshot_new (map);
  job->readings = g_ptr_array_ref (readings);
  g_task_set_source_tag (task, ent_reading_places_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, work);
}

GArray *
ent_reading_places_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
