/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reaches the desktop: a notification service of the test's own, on the session bus. */
#include "ent-reading-notice.h"

#include "ent-window.h"
#include "fixture.h"

static const char interface_xml[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "</interface></node>";

static EntApplication *application;
static guint n_sent, n_closed;
static char *heading, *body;

static void
call_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters,
         GDBusMethodInvocation *invocation, gpointer data)
{
  if (g_str_equal (method, "Notify")) {
    g_free (heading);
    g_free (body);
    g_variant_get (parameters, "(susssasa{sv}i)", NULL, NULL, NULL, &heading, &body, NULL, NULL, NULL);
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", ++n_sent));
  } else {
    n_closed++;
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

static gboolean
is_sent (gpointer number)
{
  return n_sent == GPOINTER_TO_UINT (number);
}

static gboolean
is_closed (gpointer data)
{
  return n_closed > 0;
}

static gint64
ago (gint64 time_us)
{
  return g_get_monotonic_time () - time_us;
}

static void
test_notice (void)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (ent_window_new (application));

  ent_reading_notice_send (window, "short.txt", ago (ENT_READING_NOTICE_LEAST_US - G_USEC_PER_SEC), TRUE);
  fixture_run_for (100);
  g_assert_cmpuint (n_sent, ==, 0);

  ent_reading_notice_send (window, "Стаття.txt", ago (ENT_READING_NOTICE_LEAST_US), TRUE);
  fixture_wait_for (is_sent, GUINT_TO_POINTER (1));
  g_assert_cmpstr (heading, ==, "The Map Is Ready");
  g_assert_cmpstr (body, ==, "Стаття.txt");
  fixture_run_for (100);   /* until the program knows its number */
  ent_reading_notice_withdraw (window);
  fixture_wait_for (is_closed, NULL);

  ent_reading_notice_send (window, "x.txt", ago (ENT_READING_NOTICE_LEAST_US), FALSE);
  fixture_wait_for (is_sent, GUINT_TO_POINTER (2));
  g_assert_cmpstr (heading, ==, "The Article Could Not Be Read");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The window that is meant comes, also where another is active. */
static void
test_show (void)
{
  GtkApplicationWindow *one = GTK_APPLICATION_WINDOW (ent_window_new (application)), *other = GTK_APPLICATION_WINDOW (ent_window_new (application));

  gtk_window_present (GTK_WINDOW (other));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (one)));
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-window", g_variant_new_uint32 (gtk_application_window_get_id (one)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (one)));
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-window", g_variant_new_uint32 (9999));
  gtk_window_destroy (GTK_WINDOW (one));
  gtk_window_destroy (GTK_WINDOW (other));
}

int
main (int argc, char **argv)
{
  static const GDBusInterfaceVTable functions = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GError) error = NULL;

  g_setenv ("GNOTIFICATION_BACKEND", "freedesktop", TRUE);
  fixture_init (&argc, &argv);
  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL) {
    g_print ("1..0 # SKIP there is no session bus\n");
    return 0;
  }
  application = fixture_application_new ();
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (application));
  g_dbus_connection_register_object (connection, "/org/freedesktop/Notifications", node->interfaces[0], &functions, NULL, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (connection, "org.freedesktop.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  fixture_run_for (100);
  g_test_add_func ("/app/reading-notice/notice", test_notice);
  g_test_add_func ("/app/reading-notice/show", test_show);
  int status = g_test_run ();
  g_free (heading);
  g_free (body);
  g_object_unref (application);
  return status;
}
