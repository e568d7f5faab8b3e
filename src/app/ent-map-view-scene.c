/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenes of large maps are made in a thread, one at a time: what changes meanwhile has it done once more at the end. Until then the scene
 * before is shown, whose actors may be off the map already. */

#include "ent-map-view-private.h"

#define USUAL_DPI    (96 * 1024)   /* as GtkSettings has it; large text makes it larger */
#define AT_ONCE_MOST 300     /* actors and links: drawing up more takes longer than a frame or two */

/* The scene is the thread's from when the task runs until it is called back. */
typedef struct {
  EntScene *scene;
} Drafting;

static void
drafting_free (Drafting *self)
{
  ent_scene_free (self->scene);
  g_free (self);
}

static void
finish (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ent_scene_finish (((Drafting *) data)->scene);
  g_task_return_boolean (task, TRUE);
}

static void start (EntMapView *self, EntMap *map);

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* Both are freed here: the thread may let go of the task last. */
  g_autoptr (EntMapView) self = data;
  Drafting *drafting = g_task_get_task_data (G_TASK (result));
  g_autoptr (EntScene) scene = g_steal_pointer (&drafting->scene);
  EntMap *map = self->session ? ent_session_get_map (self->session) : NULL;
  gboolean stale = self->draft_stale;

  self->drafting = self->draft_stale = FALSE;
  if (!stale) {
    ent_map_view_take_scene (self, g_steal_pointer (&scene));
    if (self->draft_fits)
      ent_map_view_fit (self);
    self->draft_fits = FALSE;
  } else if (self->draft_wanted && map) {
    start (self, map);
  }
}

static void
start (EntMapView *self, EntMap *map)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, finished_cb, g_object_ref (self));
  Drafting *drafting = g_new0 (Drafting, 1);

  drafting->scene = ent_map_look_begin_scene (ent_session_get_look (self->session), map, ent_session_get_filter (self->session), self->scene);
  self->drafting = TRUE;
  self->draft_wanted = FALSE;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, drafting, (GDestroyNotify) drafting_free);
  g_task_run_in_thread (task, finish);
}

gboolean
ent_map_view_await_scene (EntMapView *self, EntMap *map)
{
  guint n_items = g_list_model_get_n_items (ent_map_get_actors (map)) + g_list_model_get_n_items (ent_map_get_relations (map));

  if (n_items <= AT_ONCE_MOST || !ent_scene_is_placed (map))
    return FALSE;
  if (self->drafting)
    self->draft_stale = self->draft_wanted = TRUE;
  else
    start (self, map);
  return TRUE;
}

gboolean
ent_map_view_fit_later (EntMapView *self)
{
  g_return_val_if_fail (ENT_IS_MAP_VIEW (self), FALSE);
  self->draft_fits |= self->drafting;
  return self->drafting;
}

void
ent_map_view_stop_drafting (EntMapView *self)
{
  self->draft_stale = self->drafting;
  self->draft_wanted = FALSE;
}

/* ── large text ─────────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_map_view_scale_text (EntMapView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (self->scene)
    ent_scene_set_text_scale (self->scene, dpi > 0 ? MAX ((double) dpi / USUAL_DPI, 1) : 1);
}

static void
dpi_cb (EntMapView *self)
{
  ent_map_view_scale_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_view_init_scene (EntMapView *self)
{
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (dpi_cb), self, G_CONNECT_SWAPPED);
}
