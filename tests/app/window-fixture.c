/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "ent-map-file.h"

void
window_fixture_set_up (WindowFixture *f, gconstpointer application)
{
  f->window = ent_window_new (ENT_APPLICATION ((gpointer) application));
  f->session = ent_window_get_session (f->window);
  f->map = fixture_map_new ();
  f->before = ent_map_to_json (f->map, TRUE);
  gtk_window_present (GTK_WINDOW (f->window));
  ent_session_open (f->session, f->map, NULL);
  f->window->spare = FALSE;
  fixture_run_for (100);
}

void
window_fixture_tear_down (WindowFixture *f, gconstpointer application)
{
  fixture_destroy_window (f->window, f->window->flap);
  g_object_unref (f->map);
  g_free (f->before);
}

void
window_fixture_activate (WindowFixture *f, const char *action, const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action, target ? g_variant_new_string (target) : NULL);
  fixture_run_for (50);
}

gboolean
window_fixture_is_enabled (WindowFixture *f, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), action);
}

void
window_fixture_assert_as_before (WindowFixture *f)
{
  g_autofree char *now = ent_map_to_json (f->map, TRUE);

  g_assert_cmpstr (now, ==, f->before);
}

gboolean
window_fixture_is_idle (gpointer window)
{
  EntWindow *self = window;

  return self->opening == NULL && self->adding == NULL;
}

void
window_fixture_wait_for_reading (EntWindow *window)
{
  fixture_wait_for (window_fixture_is_idle, window);
  fixture_run_for (50);
}
