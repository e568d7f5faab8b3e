/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the desktop's search gets to hear on a bus of the test's own, from another connection than the program's. */
#include "ent-actor-index.h"
#include "ent-map-file.h"
#include "ent-recent.h"
#include "ent-window.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

static EntApplication  *application;
static GDBusConnection *desktop;

typedef struct {
  char *folder;
} Fixture;

static GFile *
get_file (Fixture *f, const char *name)
{
  return g_file_new_build_filename (f->folder, name, NULL);
}

/* Saves the fixture's map with that title, and another name for Ukraine. */
static void
save (Fixture *f, const char *name, const char *title, const char *country)
{
  g_autoptr (GFile) file = get_file (f, name);
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (GError) error = NULL;

  ent_map_set_title (map, title);
  ent_actor_set_name (ent_map_find_actor (map, "a2"), country);
  ent_map_save (map, file, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_listed (gpointer uri)
{
  return gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri);
}

static void
remember (Fixture *f, const char *name)
{
  g_autoptr (GFile) file = get_file (f, name);
  g_autofree char *uri = g_file_get_uri (file);

  ent_recent_add (gtk_recent_manager_get_default (), file);
  fixture_wait_for (is_listed, uri);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("entente-provider-é-XXXXXX", NULL);
  ent_recent_clear (gtk_recent_manager_get_default ());
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  for (GList *at; (at = gtk_application_get_windows (GTK_APPLICATION (application))); )
    gtk_window_destroy (at->data);
  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
}

/* ── calls ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
called_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GVariant **) data = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);
  g_assert_no_error (error);
}

static gboolean
has_answer (gpointer answer)
{
  return *(gpointer *) answer != NULL;
}

/* (transfer full) */
static GVariant *
call (const char *method, GVariant *parameters)
{
  GVariant *answer = NULL;

  g_dbus_connection_call (desktop, "io.github.entente.Entente", "/io/github/entente/Entente/SearchProvider", "org.gnome.Shell.SearchProvider2",
                          method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE, 5000, NULL, called_cb, &answer);
  fixture_wait_for (has_answer, &answer);
  return answer;
}

/* (transfer full): the ids */
static GStrv
search (const char *words)
{
  g_auto (GStrv) terms = g_strsplit (words, "|", -1);
  g_autoptr (GVariant) answer = call ("GetInitialResultSet", g_variant_new ("(^as)", terms));
  GStrv ids;

  g_variant_get (answer, "(^as)", &ids);
  return ids;
}

/* What is found, as "name: description, name: description". (transfer full) */
static char *
describe (const char *words)
{
  g_auto (GStrv) ids = search (words);
  g_autoptr (GVariant) answer = call ("GetResultMetas", g_variant_new ("(^as)", ids));
  g_autoptr (GVariantIter) metas = NULL;
  GString *out = g_string_new (NULL);
  GVariant *meta;
  guint i = 0;

  g_variant_get (answer, "(aa{sv})", &metas);
  for (; (meta = g_variant_iter_next_value (metas)); g_variant_unref (meta)) {
    const char *id, *name, *description;
    g_assert_true (g_variant_lookup (meta, "id", "&s", &id) && g_variant_lookup (meta, "name", "&s", &name));
    g_assert_true (g_variant_lookup (meta, "description", "&s", &description));
    g_assert_cmpstr (id, ==, ids[i++]);
    g_string_append_printf (out, "%s%s: %s", out->len > 0 ? ", " : "", name, description);
  }
  g_assert_cmpuint (g_strv_length (ids), ==, i);
  return g_string_free (out, FALSE);
}

#define ASSERT_FOUND(words, expected) G_STMT_START { g_autofree char *found = describe (words); g_assert_cmpstr (found, ==, expected); } G_STMT_END

/* ── tests ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_search (Fixture *f, gconstpointer data)
{
  ASSERT_FOUND ("ukr", "");
  save (f, "one map.entente", "One", "Ukraine");
  save (f, "zwei-ü.entente", "Zwei – ü", "Ukraine");
  remember (f, "one map.entente");
  fixture_run_for (1100);   /* the list knows seconds */
  remember (f, "zwei-ü.entente");
  ASSERT_FOUND ("ukr", "Ukraine: Country · Zwei – ü, Ukraine: Country · One");
  ASSERT_FOUND ("UKRAINE", "Ukraine: Country · Zwei – ü, Ukraine: Country · One");
  ASSERT_FOUND ("mull|elo", "Élodie Müller: Person · Zwei – ü, Élodie Müller: Person · One");
  ASSERT_FOUND ("mü elo", "Élodie Müller: Person · Zwei – ü, Élodie Müller: Person · One");
  ASSERT_FOUND ("raine", "");
  ASSERT_FOUND ("ukraine|nato", "");
  ASSERT_FOUND ("  ", "");
  ASSERT_FOUND ("", "");

  g_auto (GStrv) ids = search ("ukr");
  const char *more[] = { "nat", NULL };
  g_autoptr (GVariant) answer = call ("GetSubsearchResultSet", g_variant_new ("(^as^as)", ids, more));
  g_autofree const char **narrower = NULL;
  g_variant_get (answer, "(^a&s)", &narrower);
  g_assert_cmpuint (g_strv_length ((GStrv) narrower), ==, 2);
  g_assert_true (g_str_has_suffix (narrower[0], " a3"));
}

/* A map that is saved again or goes is found as it is now. */
static void
test_changes (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "map.entente");

  save (f, "map.entente", "Map", "Ukraine");
  remember (f, "map.entente");
  ASSERT_FOUND ("ukr", "Ukraine: Country · Map");
  save (f, "map.entente", "New title", "Moldova");
  ASSERT_FOUND ("ukr", "");
  ASSERT_FOUND ("mold", "Moldova: Country · New title");
  g_file_delete (file, NULL, NULL);
  ASSERT_FOUND ("mold", "");
}

/* Only maps, and none that is broken or larger than allowed; of many actors only so many. */
static void
test_bounds (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) broken = get_file (f, "broken.entente"), article = get_file (f, "article.txt"), large = get_file (f, "large.entente");
  g_autoptr (EntMap) map = ent_map_new ();
  g_autoptr (GFile) many = get_file (f, "many.entente");

  g_assert_true (g_file_set_contents (g_file_peek_path (broken), "{ \"Ukraine\"", -1, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (article), "Ukraine backs NATO.", -1, NULL));
  save (f, "large.entente", "Large", "Ukraine");
  g_assert_cmpint (truncate (g_file_peek_path (large), ENT_ACTOR_INDEX_BYTES + 1), ==, 0);
  ent_map_freeze (map);
  for (guint i = 0; i < 100; i++) {
    g_autofree char *id = g_strdup_printf ("a%u", i);
    g_autoptr (EntActor) actor = ent_actor_new (id, "Ukraine", ENT_KIND_COUNTRY);
    ent_map_add_actor (map, actor);
  }
  ent_map_thaw (map);
  remember (f, "broken.entente");
  remember (f, "article.txt");
  remember (f, "large.entente");
  g_auto (GStrv) none = search ("ukr");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_true (ent_map_save (map, many, NULL, NULL));
  remember (f, "many.entente");
  g_auto (GStrv) some = search ("ukr");
  g_assert_cmpuint (g_strv_length (some), ==, ENT_ACTOR_INDEX_FOUND);
}

static EntWindow *
get_window (void)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  return windows ? windows->data : NULL;
}

static gboolean
has_selected (gpointer id)
{
  EntActor *actor = get_window () ? ent_session_get_actor (ent_window_get_session (get_window ())) : NULL;

  return actor && g_str_equal (ent_actor_get_id (actor), id);
}

/* (the file's URI, and of an id what follows it) */
static void
activate (GFile *file, const char *actor)
{
  g_autofree char *uri = g_file_get_uri (file), *id = g_strconcat (uri, actor, NULL);
  g_autoptr (GVariant) answer = call ("ActivateResult", g_variant_new ("(s@asu)", id, g_variant_new_strv (NULL, 0), 0));
}

static void
test_activate (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (f, "map.entente");

  save (f, "map.entente", "Map", "Ukraine");
  remember (f, "map.entente");
  activate (file, "");       /* no id */
  g_assert_null (get_window ());
  activate (file, " a2");
  fixture_wait_for (has_selected, (gpointer) "a2");
  EntWindow *window = get_window ();
  g_assert_true (ent_window_shows_file (window, file));
  activate (file, " a3");    /* it is open */
  fixture_wait_for (has_selected, (gpointer) "a3");
  g_assert_true (get_window () == window);
  activate (file, " a99");   /* somebody took it off the map since */
  fixture_run_for (100);
  g_assert_true (has_selected ((gpointer) "a3"));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);
}

static void
test_launch (Fixture *f, gconstpointer data)
{
  const char *terms[] = { "el", "mul", NULL };

  save (f, "map.entente", "Map", "Ukraine");
  remember (f, "map.entente");
  g_autoptr (GVariant) answer = call ("LaunchSearch", g_variant_new ("(^asu)", terms, 0));
  fixture_wait_for (has_selected, (gpointer) "a1");
}

/* address: (out) (transfer full). NULL: there is none to start. */
static GSubprocess *
start_bus (char **address)
{
  GSubprocess *daemon = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                                          "dbus-daemon", "--session", "--nofork", "--print-address", NULL);
  g_autoptr (GDataInputStream) out = daemon ? g_data_input_stream_new (g_subprocess_get_stdout_pipe (daemon)) : NULL;

  *address = out ? g_data_input_stream_read_line (out, NULL, NULL, NULL) : NULL;
  return daemon;
}

int
main (int argc, char **argv)
{
  g_autofree char *data_home = g_dir_make_tmp ("entente-provider-data-XXXXXX", NULL), *address = NULL;
  g_autoptr (GSubprocess) bus = start_bus (&address);
  g_autoptr (GError) error = NULL;

  if (address == NULL) {
    g_print ("1..0 # SKIP there is no bus that could be started\n");
    return 0;
  }
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  fixture_init (&argc, &argv);
  application = ent_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  desktop = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                    NULL, NULL, &error);
  g_assert_no_error (error);
#define ADD(name, test) g_test_add ("/app/search-provider/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("search", test_search);
  ADD ("changes", test_changes);
  ADD ("bounds", test_bounds);
  ADD ("activate", test_activate);
  ADD ("launch", test_launch);
#undef ADD
  int status = g_test_run ();
  g_dbus_connection_set_exit_on_close (g_application_get_dbus_connection (G_APPLICATION (application)), FALSE);
  g_clear_object (&application);
  g_clear_object (&desktop);
  g_subprocess_force_exit (bus);
  g_autofree char *list = g_build_filename (data_home, "recently-used.xbel", NULL);
  g_unlink (list);
  g_rmdir (data_home);
  return status;
}
