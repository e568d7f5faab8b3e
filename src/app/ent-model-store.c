/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One of those who want the model loads it, without the lock; the others wait until it is there or they are cancelled. Where whoever
 * loads it is cancelled, one of those who wait does it instead. */
#include "ent-model-store.h"

#define LOOK_MS 10    /* how often who waits looks whether it was cancelled */

struct _EntModelStore {
  GObject   parent_instance;
  char     *path;
  GMutex    mutex;     /* guards the two below */
  EntModel *model;
  gboolean  loading;
  GCond     loaded;    /* or given up */
};

G_DEFINE_FINAL_TYPE (EntModelStore, ent_model_store, G_TYPE_OBJECT)

EntModelStore *
ent_model_store_new (const char *path)
{
  EntModelStore *self = g_object_new (ENT_TYPE_MODEL_STORE, NULL);

  self->path = g_strdup (path);
  return self;
}

/* With the lock, which it gives away for the while. */
static void
load (EntModelStore *self, GCancellable *cancellable, GError **error)
{
  EntModel *model;

  self->loading = TRUE;
  g_mutex_unlock (&self->mutex);
  model = ent_model_load_cancellable (self->path, cancellable, error);
  g_mutex_lock (&self->mutex);
  self->model = model;
  self->loading = FALSE;
  g_cond_broadcast (&self->loaded);
}

EntModel *
ent_model_store_dup_model (EntModelStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (ENT_IS_MODEL_STORE (self), NULL);

  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  while (self->loading) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    g_cond_wait_until (&self->loaded, &self->mutex, g_get_monotonic_time () + LOOK_MS * G_TIME_SPAN_MILLISECOND);
  }
  if (self->model == NULL)
    load (self, cancellable, error);
  return self->model ? ent_model_ref (self->model) : NULL;
}

static void
ent_model_store_finalize (GObject *object)
{
  EntModelStore *self = ENT_MODEL_STORE (object);

  g_clear_pointer (&self->model, ent_model_unref);
  g_clear_pointer (&self->path, g_free);
  g_cond_clear (&self->loaded);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ent_model_store_parent_class)->finalize (object);
}

static void
ent_model_store_class_init (EntModelStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_model_store_finalize;
}

static void
ent_model_store_init (EntModelStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->loaded);
}
