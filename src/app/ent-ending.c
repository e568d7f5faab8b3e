/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-ending.h"

#include "ent-window.h"

#include <glib-unix.h>
#include <signal.h>

/* The first signal keeps what is to be kept; whoever sends another does not want to wait. */
static gboolean
signal_cb (gpointer data)
{
  static gboolean ending = FALSE;
  GtkApplication *application = data;
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *at = gtk_application_get_windows (application); at; at = at->next)
    if (ENT_IS_WINDOW (at->data))
      g_ptr_array_add (windows, g_object_ref (at->data));
  for (guint i = 0; i < windows->len && !ending; i++)
    ent_window_keep_changes (windows->pdata[i]);
  ending = TRUE;
  g_application_quit (G_APPLICATION (application));
  return G_SOURCE_CONTINUE;
}

void
ent_ending_watch (GtkApplication *application)
{
  static const int signals[] = { SIGTERM, SIGINT, SIGHUP };

  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    struct sigaction now;
    if (sigaction (signals[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
      g_unix_signal_add (signals[i], signal_cb, application);
  }
}
