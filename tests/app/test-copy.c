/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-window.h"

#include "fixture.h"

#include <string.h>

/* What another program finds on the clipboard after each of the window's ways to copy. */

static EntApplication *application;
static EntWindow      *window;

static GdkClipboard *
get_clipboard (void)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (window));
}

static void
activate (const char *action, const char *target)
{
  gdk_clipboard_set_text (get_clipboard (), "before");
  g_action_group_activate_action (G_ACTION_GROUP (window), action, target ? g_variant_new_string (target) : NULL);
}

static gboolean
has_mime_type (gpointer mime_type)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (get_clipboard ()), mime_type);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  g_output_stream_close (data, NULL, NULL);
}

/* (transfer full), with a zero at its end */
static char *
read_as (const char *mime_type, gsize *n_bytes)
{
  GdkContentProvider *content = gdk_clipboard_get_content (get_clipboard ());
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_assert_nonnull (content);
  gdk_content_provider_write_mime_type_async (content, mime_type, out, G_PRIORITY_DEFAULT, NULL, written_cb, out);
  while (!g_output_stream_is_closed (out))
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  if (n_bytes)
    *n_bytes = g_bytes_get_size (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static char *
read_text (void)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (get_clipboard (), NULL, read_text_cb, &text);
  fixture_wait_for (is_set, &text);
  return text;
}

static void
test_image (void)
{
  activate ("copy-image", NULL);
  fixture_wait_for (has_mime_type, "image/png");
  g_assert_true (has_mime_type ("image/svg+xml"));
  g_autofree char *svg = read_as ("image/svg+xml", NULL);
  g_assert_nonnull (strstr (svg, "<svg"));
  g_assert_nonnull (strstr (svg, "Ukraine"));
  gsize n_bytes;
  g_autofree char *png = read_as ("image/png", &n_bytes);
  g_assert_cmpuint (n_bytes, >, 1000);
  g_assert_cmpmem (png, 4, "\x89PNG", 4);
}

static void
test_links (void)
{
  activate ("copy-links", "text");
  g_autofree char *text = read_text ();
  g_assert_nonnull (strstr (text, "Ukraine → NATO: backs (cooperation, "));
  g_assert_nonnull (strstr (text, "“Élodie Müller – she doubts Ukraine.” (¶\u00a03)"));
  g_assert_false (has_mime_type ("text/html"));

  activate ("copy-links", "table");
  g_autofree char *table = read_text (), *html = read_as ("text/html", NULL);
  g_assert_nonnull (strstr (table, "\nUkraine\tbacks\tNATO\tcooperation\t2\t"));
  g_assert_nonnull (strstr (html, "<td>Élodie Müller</td><td>doubts</td>"));
}

/* What is selected, and not what the filter leaves out. */
static void
test_selected (void)
{
  EntSession *session = ent_window_get_session (window);
  EntMap *map = ent_session_get_map (session);

  ent_session_select (session, NULL, NULL);
  activate ("copy", NULL);
  g_autofree char *nothing = read_text ();
  g_assert_cmpstr (nothing, ==, "before");

  ent_session_select (session, NULL, ent_map_find_relation (map, "r2"));
  activate ("copy", NULL);
  g_autofree char *link = read_text ();
  g_assert_true (g_str_has_prefix (link, "Élodie Müller → Ukraine: doubts"));
  g_assert_null (strstr (link, "NATO:"));

  ent_session_select (session, ent_map_find_actor (map, "a2"), NULL);
  activate ("copy", NULL);
  g_autofree char *both = read_text ();
  g_assert_nonnull (strstr (both, "→ NATO"));
  g_assert_nonnull (strstr (both, "→ Ukraine"));

  ent_session_set_least_confidence (session, 0.8);
  activate ("copy", NULL);
  g_autofree char *sure = read_text ();
  g_assert_null (strstr (sure, "→ Ukraine"));
  ent_session_set_least_confidence (session, 0.35);
}

/* Where a text has the focus it is that which is copied. */
static void
test_text (void)
{
  GtkWidget *entry;

  ent_session_select (ent_window_get_session (window), ent_map_find_actor (ent_session_get_map (ent_window_get_session (window)), "a2"), NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "search", g_variant_new_boolean (TRUE));
  fixture_run_for (300);
  entry = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Žižka");
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  activate ("copy", NULL);
  g_autofree char *text = read_text ();
  g_assert_cmpstr (text, ==, "Žižka");
}

int
main (int argc, char **argv)
{
  int result;
  g_autoptr (EntMap) map = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&argc, &argv);
  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  window = ent_window_new (application);
  map = fixture_map_new ();
  ent_session_open (ent_window_get_session (window), map, NULL);
  gtk_window_present (GTK_WINDOW (window));
  fixture_run_for (200);
  g_test_add_func ("/app/copy/image", test_image);
  g_test_add_func ("/app/copy/links", test_links);
  g_test_add_func ("/app/copy/selected", test_selected);
  g_test_add_func ("/app/copy/text", test_text);
  result = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (application);
  return result;
}
