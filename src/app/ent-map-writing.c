/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-writing.h"

#include "ent-map-file.h"
#include "ent-map-snapshot.h"

typedef struct {
  EntMapSnapshot   *snapshot;
  GFile            *file;      /* NULL where it is drawn only */
  char             *expected;  /* nullable */
  char             *stamp;     /* of what was saved */
  GBytes           *png, *svg; /* what was drawn */
  gboolean          picture;
  EntExportFormat   format;
  EntExportOptions  options;
  EntMapFilter     *filter;    /* NULL unless it is a picture */
  EntMapLook       *look;
} Writing;

static void
writing_free (Writing *self)
{
  ent_map_snapshot_free (self->snapshot);
  g_clear_object (&self->file);
  g_clear_pointer (&self->png, g_bytes_unref);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_object (&self->filter);
  g_clear_object (&self->look);
  g_free (self->expected);
  g_free (self->stamp);
  g_free (self);
}

static gboolean
write_picture (Writing *self, EntMap *map, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntScene) scene = ent_map_look_new_scene (self->look, map, self->filter, NULL);

  if (self->file == NULL) {
    self->png = ent_export_to_bytes (scene, ENT_EXPORT_PNG, &self->options, error);
    self->svg = self->png ? ent_export_to_bytes (scene, ENT_EXPORT_SVG, &self->options, error) : NULL;
    return self->svg != NULL;
  }
  return ent_export_to_file (scene, self->file, self->format, &self->options, cancellable, error);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *self = data;
  GError *error = NULL;
  g_autoptr (EntMap) map = ent_map_snapshot_dup_map (self->snapshot);
  gboolean done = self->picture ? write_picture (self, map, cancellable, &error)
                                : ent_map_save_over (map, self->file, self->expected, &self->stamp, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run (EntMap *map, Writing *writing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  writing->snapshot = ent_map_snapshot_new (map);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, work);
}

void
ent_map_writing_save_async (EntMap *map, GFile *file, const char *expected, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->file = g_object_ref (file);
  writing->expected = g_strdup (expected);
  run (map, writing, cancellable, callback, data);
}

gboolean
ent_map_writing_save_finish (GAsyncResult *result, char **stamp, GError **error)
{
  Writing *writing = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  *stamp = done ? g_steal_pointer (&writing->stamp) : NULL;
  return done;
}

static Writing *
new_picture (EntSession *session, const EntExportOptions *options)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->picture = TRUE;
  writing->options = *options;
  writing->filter = ent_map_filter_dup (ent_session_get_filter (session));
  writing->look = ent_map_look_dup (ent_session_get_look (session));
  return writing;
}

void
ent_map_writing_export_async (EntSession *session, GFile *file, EntExportFormat format, const EntExportOptions *options,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Writing *writing = new_picture (session, options);

  writing->file = g_object_ref (file);
  writing->format = format;
  run (ent_session_get_map (session), writing, cancellable, callback, data);
}

gboolean
ent_map_writing_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ent_map_writing_draw_async (EntSession *session, const EntExportOptions *options, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  run (ent_session_get_map (session), new_picture (session, options), cancellable, callback, data);
}

gboolean
ent_map_writing_draw_finish (GAsyncResult *result, GBytes **png, GBytes **svg, GError **error)
{
  Writing *writing = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  *png = done ? g_steal_pointer (&writing->png) : NULL;
  *svg = done ? g_steal_pointer (&writing->svg) : NULL;
  return done;
}
