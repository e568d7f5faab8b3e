/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is drawn once; whoever asks meanwhile waits for it. It stays when the drag is over: a program that was told its name opens
 * it whenever it likes. */
#include "ent-map-picture.h"

#include "ent-map-writing.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEPT_S (24 * 60 * 60)

typedef enum { NOT_DRAWN, DRAWING, DRAWN } State;

struct _EntMapPicture {
  GdkContentProvider  parent_instance;
  EntSession         *session;
  GFile              *file;
  EntExportOptions    options;
  State               state;
  GPtrArray          *waiting;   /* of GTask, of those who asked */
};

typedef struct {
  GOutputStream *stream;
  gboolean       as_name;
  char          *uri_list;   /* while it is written */
} Request;

G_DEFINE_FINAL_TYPE (EntMapPicture, ent_map_picture, GDK_TYPE_CONTENT_PROVIDER)

static void
request_free (gpointer data)
{
  Request *self = data;

  g_object_unref (self->stream);
  g_free (self->uri_list);
  g_free (self);
}

/* ── the file ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
make_room (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  g_mkdir_with_parents (folder, 0700);
  dir = g_dir_open (folder, 0, NULL);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    GStatBuf status;
    if (g_stat (path, &status) == 0 && now_s - status.st_mtime > KEPT_S)
      g_unlink (path);
  }
}

/* ── giving ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
written_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
spliced_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error) >= 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GFileInputStream) in = g_file_read_finish (G_FILE (file), result, &error);

  if (in == NULL)
    g_task_return_error (task, error);
  else
    g_output_stream_splice_async (request->stream, G_INPUT_STREAM (in), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, g_task_get_priority (task),
                                  g_task_get_cancellable (task), spliced_cb, g_object_ref (task));
}

/* Takes the task. */
static void
give (EntMapPicture *self, GTask *task)
{
  Request *request = g_task_get_task_data (task);

  if (!request->as_name) {
    g_file_read_async (self->file, g_task_get_priority (task), g_task_get_cancellable (task), opened_cb, task);
    return;
  }
  g_autofree char *uri = g_file_get_uri (self->file);
  request->uri_list = g_strconcat (uri, "\r\n", NULL);
  g_output_stream_write_all_async (request->stream, request->uri_list, strlen (request->uri_list), g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb, task);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntMapPicture) self = data;
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);
  g_autoptr (GError) error = NULL;
  gboolean drawn = ent_map_writing_finish (result, &error);

  self->waiting = g_ptr_array_new ();
  self->state = drawn ? DRAWN : NOT_DRAWN;
  for (guint i = 0; i < waiting->len; i++) {
    g_autoptr (GTask) task = waiting->pdata[i];
    if (drawn)
      give (self, g_steal_pointer (&task));
    else
      g_task_return_error (task, g_error_copy (error));
  }
}

static void
draw (EntMapPicture *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);

  self->state = DRAWING;
  make_room (g_file_peek_path (folder));
  ent_map_writing_export_async (self->session, self->file, ENT_EXPORT_PNG, &self->options, NULL, drawn_cb, g_object_ref (self));
}

static void
write_async (GdkContentProvider *provider, const char *mime_type, GOutputStream *stream, int priority, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer data)
{
  EntMapPicture *self = ENT_MAP_PICTURE (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->stream = g_object_ref (stream);
  request->as_name = g_str_equal (mime_type, "text/uri-list");
  g_task_set_source_tag (task, write_async);
  g_task_set_priority (task, priority);
  g_task_set_task_data (task, request, request_free);
  if (ent_session_get_map (self->session) == NULL || (!request->as_name && !g_str_equal (mime_type, "image/png"))) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("The map cannot be given as “%s”"), mime_type);
  } else if (self->state == DRAWN) {
    give (self, g_steal_pointer (&task));
  } else {
    g_ptr_array_add (self->waiting, g_steal_pointer (&task));
    if (self->state == NOT_DRAWN)
      draw (self);
  }
}

static gboolean
write_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
ref_formats (GdkContentProvider *provider)
{
  const char *mime_types[] = { "image/png", "text/uri-list" };

  return gdk_content_formats_new (mime_types, G_N_ELEMENTS (mime_types));
}

/* ── the type ───────────────────────────────────────────────────────────────────────────────────────────────────── */

GdkContentProvider *
ent_map_picture_new (EntSession *session, const char *folder, const char *name, const EntExportOptions *options)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && folder != NULL && name != NULL && options != NULL, NULL);

  EntMapPicture *self = g_object_new (ENT_TYPE_MAP_PICTURE, NULL);

  self->session = g_object_ref (session);
  self->file = g_file_new_build_filename (folder, name, NULL);
  self->options = *options;
  return GDK_CONTENT_PROVIDER (self);
}

static void
ent_map_picture_finalize (GObject *object)
{
  EntMapPicture *self = ENT_MAP_PICTURE (object);

  g_object_unref (self->session);
  g_object_unref (self->file);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (ent_map_picture_parent_class)->finalize (object);
}

static void
ent_map_picture_class_init (EntMapPictureClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_map_picture_finalize;
  provider_class->ref_formats = ref_formats;
  provider_class->write_mime_type_async = write_async;
  provider_class->write_mime_type_finish = write_finish;
}

static void
ent_map_picture_init (EntMapPicture *self)
{
  self->waiting = g_ptr_array_new ();
}
