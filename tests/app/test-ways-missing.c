/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the part of the program that finds ways is missing that is said, and not that there is no way or nobody near. */
#include "ent-session.h"
#include "fixture.h"

static void
test_connect (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (GError) error = NULL;

  ent_session_open (session, map, NULL);
  g_assert_false (ent_session_connect (session, ent_map_find_actor (map, "a1"), ent_map_find_actor (map, "a2"), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (ent_session_get_path (session));
}

/* Then all is shown, and nothing claims to be a neighbourhood. */
static void
test_focus (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (GError) error = NULL;

  ent_session_open (session, map, NULL);
  g_assert_false (ent_session_focus (session, ent_map_find_actor (map, "a1"), 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (ent_session_get_focus (session, NULL), ==, 0);
  g_assert_true (ent_session_shows (session, ent_map_find_relation (map, "r1")));
  g_assert_true (ent_session_focus (session, NULL, 0, NULL));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/ways-missing/connect", test_connect);
  g_test_add_func ("/app/ways-missing/focus", test_focus);
  return g_test_run ();
}
