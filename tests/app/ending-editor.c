/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: ending-editor
 * The program with a window and a map that was changed a moment ago, for test-ending to end. Says "edited" when it is so far. Entries of
 * what is not saved lie below $XDG_STATE_HOME. With "reading" in $ENDING_EDITOR_AT: with a long article that is being read instead, and
 * it says "reading". */
#include "ent-application.h"
#include "ent-ending.h"
#include "ent-window.h"
#include "fixture.h"

#include <string.h>
#include <unistd.h>

static void
say (const char *line)
{
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

static gboolean
say_reading_cb (gpointer data)
{
  say ("reading\n");
  return G_SOURCE_REMOVE;
}

/* The worker is amid the network then: the model is there after some tens of milliseconds. */
static void
read_cb (GApplication *application)
{
  EntWindow *window = ent_window_new (ENT_APPLICATION (application));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (text, "The minister of Élodie number %u said that Ukraine supports NATO and that Russia opposes it.\n\n", i);
  gtk_window_present (GTK_WINDOW (window));
  ent_window_open_text (window, text->str);
  g_signal_stop_emission_by_name (application, "activate");
  g_timeout_add (500, say_reading_cb, NULL);
}

static void
activate_cb (GApplication *application)
{
  EntWindow *window = ent_window_new (ENT_APPLICATION (application));
  EntSession *session = ent_window_get_session (window);
  g_autoptr (EntMap) map = fixture_map_new ();

  gtk_window_present (GTK_WINDOW (window));
  ent_session_open (session, map, NULL);
  g_assert_true (ent_map_edits_set_title (ent_session_get_edits (session), "Changed a moment ago", NULL));
  g_signal_stop_emission_by_name (application, "activate");
  say ("edited\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (EntApplication) application = NULL;
  gboolean reading = g_strcmp0 (g_getenv ("ENDING_EDITOR_AT"), "reading") == 0;

  fixture_init (&argc, &argv);
  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (reading ? read_cb : activate_cb), NULL);
  ent_ending_watch (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
