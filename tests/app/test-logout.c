/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The end of the desktop session waits for unsaved changes: a session manager of the test's own, on the session bus, is asked to hold
 * it up while there are any. It runs in a thread, because GTK calls it and waits for the answer. */
#include "ent-window.h"

#include "fixture.h"

#include <string.h>

static const char interface_xml[] =
  "<node><interface name='org.gnome.SessionManager'>"
  "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='u' direction='out'/></method>"
  "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
  "</interface></node>";

#define INHIBIT_LOGOUT 1   /* of the manager's flags */

static struct {
  GMutex     mutex;
  GPtrArray *reasons;      /* of what holds the session up now; NULL where it was taken back; the cookie is the index and 1 */
  gboolean   ready;
} manager;

static void
call_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters,
         GDBusMethodInvocation *invocation, gpointer data)
{
  const char *reason;
  guint number, cookie;

  g_mutex_lock (&manager.mutex);
  if (g_str_equal (method, "RegisterClient")) {
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/client"));
  } else if (g_str_equal (method, "Inhibit")) {
    g_variant_get (parameters, "(&su&su)", NULL, NULL, &reason, &number);
    g_ptr_array_add (manager.reasons, number & INHIBIT_LOGOUT ? g_strdup (reason) : NULL);
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", manager.reasons->len));
  } else {
    g_variant_get (parameters, "(u)", &cookie);
    g_clear_pointer (&manager.reasons->pdata[cookie - 1], g_free);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
  g_mutex_unlock (&manager.mutex);
}

static void
owned_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  manager.ready = TRUE;
}

static gpointer
manage (gpointer address)
{
  static const GDBusInterfaceVTable functions = { .method_call = call_cb };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus;

  g_main_context_push_thread_default (context);
  bus = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (bus, "/org/gnome/SessionManager", node->interfaces[0], &functions, NULL, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (bus, "org.gnome.SessionManager", G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, NULL, NULL);
  g_main_loop_run (g_main_loop_new (context, FALSE));   /* until the program ends */
  return NULL;
}

static gboolean
is_ready (gpointer data)
{
  return manager.ready;
}

/* Whether so much holds the session up. */
static gboolean
is_held (guint number)
{
  guint n = 0;

  g_mutex_lock (&manager.mutex);
  for (guint i = 0; i < manager.reasons->len; i++)
    n += manager.reasons->pdata[i] != NULL;
  g_mutex_unlock (&manager.mutex);
  return n == number;
}

/* GTK does not wait for every answer, and nothing wakes the main loop when one comes. */
static void
assert_held (guint number)
{
  for (guint i = 0; i < 200 && !is_held (number); i++)
    fixture_run_for (20);
  fixture_run_for (20);
  g_assert_true (is_held (number));
}

static void
test_logout (gconstpointer data)
{
  EntWindow *window = ent_window_new ((EntApplication *) data), *other = ent_window_new ((EntApplication *) data);
  EntSession *session = ent_window_get_session (window), *other_session = ent_window_get_session (other);
  g_autoptr (EntMap) map = fixture_map_new (), other_map = fixture_map_new ();

  ent_session_open (session, map, NULL);
  ent_session_open (other_session, other_map, NULL);
  assert_held (0);
  ent_map_set_title (map, "Ž");
  ent_map_set_title (map, "Ż");
  assert_held (1);
  g_assert_nonnull (strstr (manager.reasons->pdata[0], "unsaved"));
  ent_map_set_title (other_map, "Ž");
  assert_held (2);
  ent_session_saved (session, NULL, ent_session_get_serial (session));
  assert_held (1);

  /* A window that goes with its changes, which only a given-up map does, no longer holds anything up. */
  gtk_window_destroy (GTK_WINDOW (other));
  assert_held (0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");
  g_autoptr (EntApplication) application = NULL;
  fixture_init (&argc, &argv);
  if (address == NULL) {
    g_print ("1..0 # SKIP there is no session bus\n");
    return 0;
  }
  manager.reasons = g_ptr_array_new ();
  g_thread_unref (g_thread_new ("manager", manage, (gpointer) address));
  fixture_wait_for (is_ready, NULL);
  application = fixture_application_new ();
  g_test_add_data_func ("/app/logout", application, test_logout);
  return g_test_run ();
}
