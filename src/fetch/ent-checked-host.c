/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A GNetworkAddress, so that the name is known to TLS, whose addresses pass through an enumerator that leaves some out. That is
 * the one place through which a connection learns where to go. */
#include "ent-checked-host.h"

#include "ent-fetch-error.h"

/* ── the addresses of a host, one by one ────────────────────────────────────────────────────────────────────────── */

#define ENT_TYPE_CHECKED_ENUMERATOR (ent_checked_enumerator_get_type ())
G_DECLARE_FINAL_TYPE (EntCheckedEnumerator, ent_checked_enumerator, ENT, CHECKED_ENUMERATOR, GSocketAddressEnumerator)

struct _EntCheckedEnumerator {
  GSocketAddressEnumerator  parent_instance;
  GSocketAddressEnumerator *all;
  EntAddressCheck           check;
  gboolean                  any_passed, any_failed;
};

G_DEFINE_FINAL_TYPE (EntCheckedEnumerator, ent_checked_enumerator, G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

/* What is not an internet address (a socket of this computer) never passes. */
static gboolean
passes (EntCheckedEnumerator *self, GSocketAddress *address)
{
  gboolean passed = G_IS_INET_SOCKET_ADDRESS (address) && self->check (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));

  self->any_passed = self->any_passed || passed;
  self->any_failed = self->any_failed || !passed;
  return passed;
}

/* To be called at the end: it is an error where there were addresses and none passed. */
static GError *
new_error_at_end (EntCheckedEnumerator *self)
{
  if (self->any_passed || !self->any_failed)
    return NULL;
  return g_error_new_literal (ENT_FETCH_ERROR, ENT_FETCH_ERROR_PRIVATE, "no public address");   /* reworded by ent_fetch() */
}

static GSocketAddress *
next (GSocketAddressEnumerator *enumerator, GCancellable *cancellable, GError **error)
{
  EntCheckedEnumerator *self = ENT_CHECKED_ENUMERATOR (enumerator);
  g_autoptr (GError)    local = NULL;

  for (;;)
    {
      g_autoptr (GSocketAddress) address = g_socket_address_enumerator_next (self->all, cancellable, &local);

      if (address == NULL)
        break;
      if (passes (self, address))
        return g_steal_pointer (&address);
    }
  if (local == NULL)
    local = new_error_at_end (self);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
next_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask)          task = data;
  EntCheckedEnumerator      *self = g_task_get_source_object (task);
  g_autoptr (GError)         error = NULL;
  g_autoptr (GSocketAddress) address = g_socket_address_enumerator_next_finish (self->all, result, &error);

  if (address != NULL && !passes (self, address))
    {
      g_socket_address_enumerator_next_async (self->all, g_task_get_cancellable (task), next_cb, g_object_ref (task));
      return;
    }
  if (address == NULL && error == NULL)
    error = new_error_at_end (self);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&address), g_object_unref);
}

static void
next_async (GSocketAddressEnumerator *enumerator, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  EntCheckedEnumerator *self = ENT_CHECKED_ENUMERATOR (enumerator);
  GTask                *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, next_async);
  g_socket_address_enumerator_next_async (self->all, cancellable, next_cb, task);
}

static GSocketAddress *
next_finish (GSocketAddressEnumerator *enumerator, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ent_checked_enumerator_finalize (GObject *object)
{
  g_clear_object (&ENT_CHECKED_ENUMERATOR (object)->all);
  G_OBJECT_CLASS (ent_checked_enumerator_parent_class)->finalize (object);
}

static void
ent_checked_enumerator_class_init (EntCheckedEnumeratorClass *klass)
{
  GSocketAddressEnumeratorClass *enumerator_class = G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_checked_enumerator_finalize;
  enumerator_class->next = next;
  enumerator_class->next_async = next_async;
  enumerator_class->next_finish = next_finish;
}

static void
ent_checked_enumerator_init (EntCheckedEnumerator *self)
{
}

/* ── the host ───────────────────────────────────────────────────────────────────────────────────────────────────── */

struct _EntCheckedHost {
  GNetworkAddress parent_instance;
  EntAddressCheck check;
};

static void init_connectable (GSocketConnectableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntCheckedHost, ent_checked_host, G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE, init_connectable))

static GSocketAddressEnumerator *
enumerate (GSocketConnectable *connectable)
{
  GSocketConnectableIface *parent = g_type_interface_peek_parent (G_SOCKET_CONNECTABLE_GET_IFACE (connectable));
  EntCheckedEnumerator    *enumerator = g_object_new (ENT_TYPE_CHECKED_ENUMERATOR, NULL);

  enumerator->all = parent->enumerate (connectable);
  enumerator->check = ENT_CHECKED_HOST (connectable)->check;
  return G_SOCKET_ADDRESS_ENUMERATOR (enumerator);
}

/* Through a proxy it could not be seen which address is connected to. */
static void
init_connectable (GSocketConnectableIface *iface)
{
  iface->enumerate = enumerate;
  iface->proxy_enumerate = enumerate;
}

EntCheckedHost *
ent_checked_host_new (const char *name, guint16 port, EntAddressCheck check)
{
  EntCheckedHost *self;

  g_return_val_if_fail (name != NULL && check != NULL, NULL);
  self = g_object_new (ENT_TYPE_CHECKED_HOST, "hostname", name, "port", (guint) port, "scheme", "https", NULL);
  self->check = check;
  return self;
}

static void
ent_checked_host_class_init (EntCheckedHostClass *klass)
{
}

static void
ent_checked_host_init (EntCheckedHost *self)
{
}
