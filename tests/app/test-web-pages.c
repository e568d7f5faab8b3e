/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Web pages as a person gives them to the window. The web is this process's own (tests/fetch/web.h), which counts whatever is connected to. */
#include "window-fixture.h"

#include "ent-web-page-dialog.h"
#include "web.h"

#include <string.h>

static EntApplication *application;

typedef struct {
  EntWindow  *window;
  EntSession *session;
  GSettings  *settings;
  Web        *web;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->web = web_new ();
  f->settings = g_settings_new ("io.github.entente.Entente");
  g_settings_reset (f->settings, "fetch-web-pages");
  f->window = ent_window_new (application);
  f->window->fetch_rules = web_get_rules (f->web);
  f->session = ent_window_get_session (f->window);
  gtk_window_present (GTK_WINDOW (f->window));
  fixture_run_for (100);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  fixture_destroy_window (f->window, NULL);
  g_object_unref (f->settings);
  web_free (f->web);
}

static void
assert_says (const char *text)
{
  const char *body = adw_message_dialog_get_body (fixture_wait_for_dialog ());

  if (strstr (body, text) == NULL)
    g_error ("“%s” is not in: %s", text, body);
}

/* Shows the small map, as one that somebody works on. */
static void
show_map (Fixture *f)
{
  g_autoptr (EntMap) map = fixture_map_new ();

  ent_session_open (f->session, map, NULL);
  f->window->spare = FALSE;
  fixture_run_for (50);
}

static void
paste (Fixture *f, const char *path)
{
  g_autofree char *address = web_dup_address (f->web, "news.test", path), *line = g_strconcat (address, "\n", NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (f->window)), line);
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "paste", NULL);
}

static void
assert_article (Fixture *f, guint nth, const char *path)
{
  GListModel *sources = ent_map_get_sources (ent_session_get_map (f->session));
  g_autoptr (EntSource) source = g_list_model_get_item (sources, nth);
  g_autofree char *address = web_dup_address (f->web, "news.test", path);

  g_assert_nonnull (source);
  g_assert_cmpstr (ent_source_get_uri (source), ==, address);
  g_assert_nonnull (strstr (ent_source_get_text (source), "Germany supports Ukraine"));
}

static void
assert_nothing_contacted (Fixture *f)
{
  fixture_run_for (200);
  g_assert_cmpuint (web_count_connections (), ==, 0);
  g_assert_cmpuint (web_count_lookups (f->web), ==, 0);
  g_assert_cmpuint (web_count_requests (f->web), ==, 0);
}

/* ── asking ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Switched off, however an address comes: it is asked about, and nothing is contacted before and after a No. */
static void
test_off (Fixture *f, gconstpointer data)
{
  g_autofree char *address = web_dup_address (f->web, "news.test", "/page");
  g_autoptr (GFile) file = g_file_new_for_uri (address);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList dropped = { file, NULL };

  g_assert_false (g_settings_get_boolean (f->settings, "fetch-web-pages"));
  g_list_store_append (files, file);
  for (guint i = 0; i < 5; i++) {
    switch (i) {
    case 0: paste (f, "/page"); break;
    case 1: ent_window_offer_files (f->window, &dropped); break;
    case 2: ent_window_open_file (f->window, file); break;   /* as on the command line */
    case 3: show_map (f); ent_window_add_files (f->window, G_LIST_MODEL (files)); break;
    default: g_action_group_activate_action (G_ACTION_GROUP (f->window), "open-web-page", NULL);
    }
    assert_says ("Fetch this page from news.test?");
    assert_says ("switched off");
    assert_nothing_contacted (f);
    fixture_respond ("cancel");
    assert_nothing_contacted (f);
    g_assert_true (window_fixture_is_idle (f->window));
  }
  g_assert_false (g_settings_get_boolean (f->settings, "fetch-web-pages"));
}

/* Switched on it is asked as well. */
static void
test_on (Fixture *f, gconstpointer data)
{
  g_settings_set_boolean (f->settings, "fetch-web-pages", TRUE);
  paste (f, "/page");
  assert_says ("Fetch this page from news.test?");
  g_assert_null (strstr (adw_message_dialog_get_body (fixture_find_dialog ()), "switched off"));
  assert_nothing_contacted (f);
  /* Who switches it off meanwhile is told. */
  g_settings_set_boolean (f->settings, "fetch-web-pages", FALSE);
  assert_says ("switched off");
  fixture_respond ("cancel");
  assert_nothing_contacted (f);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->window->stack), ==, "nothing");
}

/* What is typed, what the dialog says to it, and whether it can be fetched. */
static void
test_dialog (Fixture *f, gconstpointer data)
{
  static const struct { const char *typed, *said, *address; } cases[] = {
    { "", "as the web browser shows it", NULL },
    { "example.org/a", "from example.org?", "https://example.org/a" },
    { "  https://example.org ", "from example.org?", "https://example.org/" },
    { "http://example.org/a", "https://", "https://example.org/a" },
    { "https://bücher.example/é", "from xn--bcher-kva.example?", "https://xn--bcher-kva.example/%C3%A9" },
    { "https://bank.example@example.org", "a name or a password", NULL },
    { "ftp://example.org", "only addresses that begin", NULL },
  };
  GtkWidget *dialog = ent_web_page_dialog_new (GTK_WINDOW (f->window), f->settings, "", TRUE);

  gtk_window_present (GTK_WINDOW (dialog));
  fixture_run_for (100);
  GtkEditable *entry = GTK_EDITABLE (fixture_find_widget (dialog, ADW_TYPE_ENTRY_ROW, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gtk_editable_set_text (entry, cases[i].typed);
    g_autoptr (GUri) address = ent_web_page_dialog_dup_address (ENT_WEB_PAGE_DIALOG (dialog));
    g_autofree char *text = address ? g_uri_to_string (address) : NULL;
    g_assert_cmpstr (text, ==, cases[i].address);
    assert_says (cases[i].said);
    g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "open"), ==, address != NULL);
    g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "add"), ==, address != NULL);
  }
  fixture_destroy_window (dialog, NULL);
  assert_nothing_contacted (f);
}

/* "Open a Web Page…" takes an address that is on the clipboard, and nothing else from there. */
static void
test_clipboard (Fixture *f, gconstpointer data)
{
  static const struct { const char *text, *entry; } cases[] = { { " https://example.org/a\n", "https://example.org/a" }, { "not an address", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (f->window)), cases[i].text);
    g_action_group_activate_action (G_ACTION_GROUP (f->window), "open-web-page", NULL);
    GtkWidget *entry = fixture_find_widget (GTK_WIDGET (fixture_wait_for_dialog ()), ADW_TYPE_ENTRY_ROW, NULL);
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, cases[i].entry);
    fixture_respond ("cancel");
  }
}

/* ── fetching ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* From the paste to the map; the yes switches fetching on. */
static void
test_open (Fixture *f, gconstpointer data)
{
  paste (f, "/chain/1");
  g_assert_false (adw_message_dialog_has_response (fixture_wait_for_dialog (), "add"));   /* nothing is there to add to */
  fixture_respond ("open");
  window_fixture_wait_for_reading (f->window);
  g_assert_null (fixture_find_dialog ());
  assert_article (f, 0, "/page");
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (ent_session_get_map (f->session))), >, 0);
  g_assert_true (g_settings_get_boolean (f->settings, "fetch-web-pages"));
  g_assert_cmpuint (web_count_requests (f->web), ==, 2);
}

static void
test_add (Fixture *f, gconstpointer data)
{
  show_map (f);
  EntMap *map = ent_session_get_map (f->session);
  paste (f, "/page");
  g_assert_true (adw_message_dialog_has_response (fixture_wait_for_dialog (), "add"));
  fixture_respond ("add");
  window_fixture_wait_for_reading (f->window);
  g_assert_true (ent_session_get_map (f->session) == map);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_sources (map)), ==, 2);
  assert_article (f, 1, "/page");
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_sources (map)), ==, 1);
}

/* The map that is shown stays, and what is said names the page. */
static void
test_failures (Fixture *f, gconstpointer data)
{
  static const struct { const char *path, *response, *said; } cases[] = {
    { "/missing", "open", "news.test/missing: the server has no such page." },
    { "/missing", "add", "news.test/missing: the server has no such page." },
    { "/picture", "open", "news.test/picture: this is no page that can be read" },
    { "/to?https://10.0.0.1/", "add", "10.0.0.1: the address leads to this computer or into a private network" },
  };

  show_map (f);
  EntMap *map = ent_session_get_map (f->session);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    paste (f, cases[i].path);
    fixture_respond (cases[i].response);
    window_fixture_wait_for_reading (f->window);
    assert_says (cases[i].said);
    fixture_respond ("close");
    g_assert_true (ent_session_get_map (f->session) == map);
  }
}

static gboolean
is_asked (gpointer data)
{
  return web_count_requests (data) > 0;
}

/* Whether the window says so. */
static gboolean
is_fetching (gpointer data)
{
  EntWindow *window = data;

  return fixture_find_widget (GTK_WIDGET (window->progress_strip), GTK_TYPE_LABEL, "Fetching — news.test/s") != NULL;
}

/* Cancel ends it at once, whatever the server is at. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  show_map (f);
  for (const char *const *path = (const char *const[]) { "/slow", "/silent", NULL }; *path; path++) {
    paste (f, *path);
    fixture_respond ("open");
    fixture_wait_for (is_asked, f->web);
    fixture_wait_for (is_fetching, f->window);
    gint64 start_us = g_get_monotonic_time ();
    g_signal_emit_by_name (f->window->progress_strip, "cancelled");
    fixture_wait_for (window_fixture_is_idle, f->window);
    g_assert_cmpint (g_get_monotonic_time () - start_us, <, G_USEC_PER_SEC / 10);
    fixture_run_for (100);
    g_assert_null (fixture_find_dialog ());
  }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  application = fixture_application_new ();
#define ADD(name, test) g_test_add ("/app/web-pages/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("off", test_off);
  ADD ("on", test_on);
  ADD ("dialog", test_dialog);
  ADD ("clipboard", test_clipboard);
  ADD ("open", test_open);
  ADD ("add", test_add);
  ADD ("failures", test_failures);
  ADD ("cancel", test_cancel);
  int status = g_test_run ();
  g_clear_object (&application);
  return status;
}
