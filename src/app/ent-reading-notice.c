/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-reading-notice.h"

#include <glib/gi18n.h>

/* One for each window: a later one takes the place of an earlier. */
static char *
dup_id (GtkApplicationWindow *window)
{
  return g_strdup_printf ("reading-%u", gtk_application_window_get_id (window));
}

void
ent_reading_notice_send (GtkApplicationWindow *window, const char *name, gint64 since_us, gboolean succeeded)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window) && name != NULL);

  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (application == NULL || gtk_window_is_active (GTK_WINDOW (window)) || g_get_monotonic_time () - since_us < ENT_READING_NOTICE_LEAST_US)
    return;
  g_autoptr (GNotification) notification = g_notification_new (succeeded ? _("The Map Is Ready") : _("The Article Could Not Be Read"));
  g_autofree char *id = dup_id (window);
  g_notification_set_body (notification, name);
  g_notification_set_default_action_and_target (notification, "app.show-window", "u", gtk_application_window_get_id (window));
  g_application_send_notification (G_APPLICATION (application), id, notification);
}

void
ent_reading_notice_withdraw (GtkApplicationWindow *window)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autofree char *id = dup_id (window);

  if (application)
    g_application_withdraw_notification (G_APPLICATION (application), id);
}
