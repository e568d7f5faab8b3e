/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the part of the program that finds ways is missing that is said, and not that there is no way. */
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

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/ways-missing/connect", test_connect);
  return g_test_run ();
}
