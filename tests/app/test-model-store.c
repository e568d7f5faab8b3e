/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many ask for the model at once, and some of them think better of it. */
#include "ent-model-store.h"
#include "tiny-model.h"

#include <glib/gstdio.h>

#define N_ASKERS 8
#define N_ROUNDS 50

typedef struct {
  EntModelStore *store;
  GCancellable  *cancellable;   /* NULL: wants it in any case */
  EntModel      *model;
  GError        *error;
} Asker;

static gpointer
ask (gpointer data)
{
  Asker *self = data;

  self->model = ent_model_store_dup_model (self->store, self->cancellable, &self->error);
  return NULL;
}

/* Who wants it gets the same one as everybody else, whoever was loading it when they were cancelled. */
static void
test_askers (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);
  g_autofree char *name = tiny_model_write (tiny->file);

  for (guint round = 0; round < N_ROUNDS; round++) {
    g_autoptr (EntModelStore) store = ent_model_store_new (name);
    g_autoptr (EntModel) model = NULL;
    Asker askers[N_ASKERS] = { 0 };
    GThread *threads[N_ASKERS];

    for (guint i = 0; i < N_ASKERS; i++) {
      askers[i] = (Asker) { .store = store, .cancellable = i % 2 == 0 ? g_cancellable_new () : NULL };
      threads[i] = g_thread_new ("asker", ask, &askers[i]);
    }
    for (guint i = 0; i < N_ASKERS; i += 2)
      g_cancellable_cancel (askers[i].cancellable);
    for (guint i = 0; i < N_ASKERS; i++)
      g_thread_join (threads[i]);
    model = ent_model_store_dup_model (store, NULL, NULL);
    g_assert_nonnull (model);
    for (guint i = 0; i < N_ASKERS; i++) {
      if (askers[i].error)
        g_assert_error (askers[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (askers[i].error ? askers[i].model == NULL && askers[i].cancellable : askers[i].model == model);
      g_clear_error (&askers[i].error);
      g_clear_pointer (&askers[i].model, ent_model_unref);
      g_clear_object (&askers[i].cancellable);
    }
  }
  g_remove (name);
}

static void
test_cancelled (void)
{
  g_autoptr (TinyModel) tiny = tiny_model_new (1);
  g_autofree char *name = tiny_model_write (tiny->file);
  g_autoptr (EntModelStore) store = ent_model_store_new (name);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EntModel) model = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_model_store_dup_model (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  model = ent_model_store_dup_model (store, NULL, NULL);
  g_assert_nonnull (model);
  g_remove (name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/model-store/cancelled", test_cancelled);
  g_test_add_func ("/app/model-store/askers", test_askers);
  return g_test_run ();
}
