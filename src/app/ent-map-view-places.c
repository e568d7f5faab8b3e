/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where actors stand: new layouts, found in a thread where the map is large, and the way there. A layout is numbers in and numbers
 * out: the thread sees nothing of the map, and what it found is dropped when the map has changed meanwhile. */

#include "ent-map-view-private.h"

#include <glib/gi18n.h>

#define ARRANGE_MS     450
#define LARGE_MAP      200     /* actors: laying out more takes longer than a frame */
#define MAX_ANIMATED   600     /* nodes and links: more are not moved frame by frame but stand in their new places at once */
#define ARRANGE_SEED   1

/* ── on the screen ──────────────────────────────────────────────────────────────────────────────────────────────── */

gboolean
ent_map_view_get_actor_point (EntMapView *self, EntActor *actor, double *x, double *y)
{
  g_return_val_if_fail (ENT_IS_MAP_VIEW (self), FALSE);

  gint node = self->scene ? ent_scene_find_actor (self->scene, actor) : -1;
  if (node < 0)
    return FALSE;
  const EntSceneNode *at = ent_map_view_get_node (self, node);
  EntPoint point = ent_viewport_to_view (&self->viewport, at->x, at->y);
  *x = point.x;
  *y = point.y;
  return TRUE;
}

gboolean
ent_map_view_get_link_point (EntMapView *self, EntRelation *relation, double *x, double *y)
{
  g_return_val_if_fail (ENT_IS_MAP_VIEW (self), FALSE);

  gint at = self->scene ? ent_scene_find_relation (self->scene, relation) : -1;
  if (at < 0)
    return FALSE;
  /* The middle of a quadratic curve. */
  const EntSceneLink *link = ent_map_view_get_link (self, at);
  EntPoint point = ent_viewport_to_view (&self->viewport, (link->x0 + 2 * link->cx + link->x1) / 4, (link->y0 + 2 * link->cy + link->y1) / 4);
  *x = point.x;
  *y = point.y;
  return TRUE;
}

/* ── the way there ──────────────────────────────────────────────────────────────────────────────────────────────── */

EntPoint *
ent_map_view_copy_places (EntMapView *self)
{
  guint n_nodes;
  const EntSceneNode *nodes = ent_scene_get_nodes (self->scene, &n_nodes);
  EntPoint *places = g_new (EntPoint, MAX (n_nodes, 1));

  for (guint i = 0; i < n_nodes; i++)
    places[i] = (EntPoint) { nodes[i].x, nodes[i].y };
  return places;
}

static void
settle_cb (double share, gpointer data)
{
  EntMapView *self = data;
  EntMapSettling *settling = self->settling;

  for (guint i = 0; i < settling->graph->n_nodes; i++) {
    settling->graph->nodes[i].x = settling->from[i].x + (settling->to[i].x - settling->from[i].x) * share;
    settling->graph->nodes[i].y = settling->from[i].y + (settling->to[i].y - settling->from[i].y) * share;
  }
  ent_scene_apply_layout (self->scene, settling->graph, NULL, 0);
  ent_map_view_put_off_places (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ent_map_view_is_settling (EntMapView *self)
{
  return self->settling && adw_animation_get_state (self->settling->animation) == ADW_ANIMATION_PLAYING;
}

void
ent_map_view_end_settling (EntMapView *self)
{
  EntMapSettling *settling = self->settling;

  if (settling == NULL)
    return;
  adw_animation_skip (settling->animation);
  self->settling = NULL;
  g_object_unref (settling->animation);
  ent_scene_free_layout_graph (settling->graph);
  g_free (settling->from);
  g_free (settling->to);
  g_free (settling);
}

/* Whether so much is on the move that no frame could show it. */
static gboolean
is_too_much (EntMapView *self, const EntPoint *from)
{
  guint n_nodes, n_links, n_moving = 0;
  const EntSceneNode *nodes = ent_scene_get_nodes (self->scene, &n_nodes);

  ent_scene_get_links (self->scene, &n_links);
  for (guint i = 0; i < n_nodes; i++)
    n_moving += from[i].x != nodes[i].x || from[i].y != nodes[i].y;
  return n_moving > 0 && n_moving * (1 + (double) n_links / n_nodes) > MAX_ANIMATED;
}

void
ent_map_view_settle (EntMapView *self, EntPoint *from, guint time_ms)
{
  EntMapSettling *settling;

  ent_map_view_end_settling (self);
  ent_map_view_put_off_places (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (is_too_much (self, from)) {
    g_free (from);
    return;
  }
  /* Where the desktop asks for less motion libadwaita's animations jump to their end by themselves. */
  settling = g_new0 (EntMapSettling, 1);
  settling->graph = ent_scene_dup_layout_graph (self->scene);
  settling->from = from;
  settling->to = ent_map_view_copy_places (self);
  settling->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, time_ms, adw_callback_animation_target_new (settle_cb, self, NULL));
  self->settling = settling;
  adw_animation_play (settling->animation);
}

/* ── new places ─────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntLayoutGraph *graph;
  EntMap         *map;         /* NULL once it has been called back */
  guint           serial;      /* of the session, when it began */
  gboolean        is_edit;     /* the reader asked for it, and may undo it */
} Arrangement;

static void
arrangement_free (Arrangement *self)
{
  ent_scene_free_layout_graph (self->graph);
  g_clear_object (&self->map);
  g_free (self);
}

static void
take_places (EntMapView *self, EntMap *map, const EntLayoutGraph *graph, gboolean is_edit)
{
  EntMapEdits *edits = ent_session_get_edits (self->session);

  if (is_edit) {
    ent_map_edits_begin (edits, C_("edit", "new arrangement"));
    ent_map_edits_touch_places (edits);
  }
  ent_scene_finish_layout (map, graph);
  if (is_edit)
    ent_map_edits_end (edits);
}

/* Gives the map its new places; moves what is drawn from the old ones. */
static void
move_to_new_places (EntMapView *self, EntMap *map, const EntLayoutGraph *graph, gboolean is_edit)
{
  gboolean was_shown = self->scene && ent_scene_get_map (self->scene) == map;
  EntPoint *from = was_shown ? ent_map_view_copy_places (self) : NULL;
  guint n_before = 0, n_nodes = 0;

  if (was_shown)
    ent_scene_get_nodes (self->scene, &n_before);
  take_places (self, map, graph, is_edit);
  if (self->scene)
    ent_scene_get_nodes (self->scene, &n_nodes);
  if (was_shown && n_nodes == n_before)
    ent_map_view_settle (self, from, ARRANGE_MS);
  else
    g_free (from);
  self->draft_fits = self->drafting;
  ent_map_view_fit (self);
}

static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Arrangement *arrangement = data;

  if (!g_task_return_error_if_cancelled (task)) {
    ent_layout_run (arrangement->graph, ARRANGE_SEED);
    g_task_return_boolean (task, TRUE);
  }
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntMapView) self = data;
  Arrangement *arrangement = g_task_get_task_data (G_TASK (result));
  g_autoptr (EntMap) map = g_steal_pointer (&arrangement->map);

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->arranging);
  if (ent_session_get_map (self->session) == map && ent_session_get_serial (self->session) == arrangement->serial)
    move_to_new_places (self, map, arrangement->graph, arrangement->is_edit);
}

void
ent_map_view_stop_arranging (EntMapView *self)
{
  if (self->arranging)
    g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
}

/* The thread may let go of the task last, so neither the view nor the map is the task's: they are let go of where the view is called back. */
static void
arrange_in_thread (EntMapView *self, EntMap *map, EntLayoutGraph *graph, gboolean is_edit)
{
  g_autoptr (GTask) task = NULL;
  Arrangement *arrangement = g_new0 (Arrangement, 1);

  ent_map_view_stop_arranging (self);
  self->arranging = g_cancellable_new ();
  arrangement->graph = graph;
  arrangement->map = g_object_ref (map);
  arrangement->serial = ent_session_get_serial (self->session);
  arrangement->is_edit = is_edit;
  task = g_task_new (NULL, self->arranging, laid_out_cb, g_object_ref (self));
  g_task_set_source_tag (task, arrange_in_thread);
  g_task_set_task_data (task, arrangement, (GDestroyNotify) arrangement_free);
  g_task_run_in_thread (task, lay_out);
}

void
ent_map_view_arrange (EntMapView *self)
{
  EntMap *map;
  EntLayoutGraph *graph;
  gboolean needed;

  g_return_if_fail (ENT_IS_MAP_VIEW (self));

  map = self->session ? ent_session_get_map (self->session) : NULL;
  if (map == NULL || self->arranging)
    return;
  graph = ent_scene_begin_layout (self->scene, map, ent_session_get_least_confidence (self->session), FALSE, &needed);
  if (needed && graph->n_nodes > LARGE_MAP) {
    arrange_in_thread (self, map, graph, TRUE);
    return;
  }
  if (needed) {
    ent_layout_run (graph, ARRANGE_SEED);
    move_to_new_places (self, map, graph, TRUE);
  }
  ent_scene_free_layout_graph (graph);
}

gboolean
ent_map_view_await_places (EntMapView *self, EntMap *map)
{
  EntLayoutGraph *graph;
  gboolean needed;

  if (g_list_model_get_n_items (ent_map_get_actors (map)) <= LARGE_MAP || ent_scene_is_placed (map))
    return FALSE;
  graph = ent_scene_begin_layout (self->scene, map, ent_session_get_least_confidence (self->session), TRUE, &needed);
  arrange_in_thread (self, map, graph, FALSE);
  return TRUE;
}
