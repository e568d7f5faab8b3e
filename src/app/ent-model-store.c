/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-model-store.h"

struct _EntModelStore {
  GObject   parent_instance;
  char     *path;
  GMutex    mutex;     /* guards model */
  EntModel *model;
};

G_DEFINE_FINAL_TYPE (EntModelStore, ent_model_store, G_TYPE_OBJECT)

EntModelStore *
ent_model_store_new (const char *path)
{
  EntModelStore *self = g_object_new (ENT_TYPE_MODEL_STORE, NULL);

  self->path = g_strdup (path);
  return self;
}

EntModel *
ent_model_store_dup_model (EntModelStore *self, GError **error)
{
  g_return_val_if_fail (ENT_IS_MODEL_STORE (self), NULL);

  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  if (self->model == NULL)
    self->model = ent_model_load (self->path, error);
  return self->model ? ent_model_ref (self->model) : NULL;
}

static void
ent_model_store_finalize (GObject *object)
{
  EntModelStore *self = ENT_MODEL_STORE (object);

  g_clear_pointer (&self->model, ent_model_unref);
  g_clear_pointer (&self->path, g_free);
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
}
