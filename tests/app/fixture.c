/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define TURN_MS 10

static const char whole_text[] = FIXTURE_TEXT;   /* one copy to point into */

EntSpan
fixture_find (const char *stretch)
{
  const char *at = strstr (whole_text, stretch);

  g_assert_nonnull (at);
  return (EntSpan) { at - whole_text, at - whole_text + strlen (stretch) };
}

/* A span of a part within the stretch. */
static EntSpan
find_in (EntSpan whole, const char *part)
{
  const char *at = strstr (whole_text + whole.start_byte, part);

  return (EntSpan) { at - whole_text, at - whole_text + strlen (part) };
}

static void
add_evidence (EntRelation *relation, EntSource *source, const char *quote, const char *from, const char *predicate, const char *to,
              EntModality modality, double confidence)
{
  EntSpan span = fixture_find (quote);
  EntEvidence evidence = {
    .source = source, .span = span, .from = find_in (span, from), .predicate = find_in (span, predicate), .to = find_in (span, to),
    .modality = modality, .confidence = confidence,
  };

  ent_relation_add_evidence (relation, &evidence);
}

static EntActor *
add_actor (EntMap *map, EntSource *source, const char *id, const char *name, EntKind kind, double x, double y)
{
  g_autoptr (EntActor) actor = ent_actor_new (id, name, kind);

  ent_actor_set_position (actor, x, y);
  ent_actor_add_mention (actor, &(EntActorMention) { source, fixture_find (name), ENT_FORM_NAME });
  ent_map_add_actor (map, actor);
  return actor;
}

EntMap *
fixture_map_new (void)
{
  EntMap *map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", "Élodie’s view", NULL, NULL, "en", FIXTURE_TEXT);
  g_autoptr (EntRelation) supports = NULL;
  g_autoptr (EntRelation) distrusts = NULL;

  ent_map_set_title (map, "Élodie’s view");
  ent_map_add_source (map, source);
  EntActor *person = add_actor (map, source, "a1", "Élodie Müller", ENT_KIND_PERSON, 0, 0);
  EntActor *country = add_actor (map, source, "a2", "Ukraine", ENT_KIND_COUNTRY, 300, 20);
  EntActor *organisation = add_actor (map, source, "a3", "NATO", ENT_KIND_ORGANISATION, 320, 260);

  supports = ent_relation_new ("r1", country, organisation, ENT_RELATION_SUPPORT, "backs");
  add_evidence (supports, source, "Ukraine backs NATO.", "Ukraine", "backs", "NATO", ENT_MODALITY_ASSERTED, 0.9);
  add_evidence (supports, source, "Ukraine may back NATO.", "Ukraine", "back", "NATO", ENT_MODALITY_POSSIBLE, 0.5);
  ent_map_add_relation (map, supports);
  distrusts = ent_relation_new ("r2", person, country, ENT_RELATION_DISTRUST, "doubts");
  add_evidence (distrusts, source, "Élodie Müller – she doubts Ukraine.", "Élodie Müller", "doubts", "Ukraine", ENT_MODALITY_ASSERTED, 0.7);
  ent_map_add_relation (map, distrusts);
  return map;
}

EntMap *
fixture_large_map_new (gboolean placed)
{
  const guint n_actors = 300;
  EntMap *map = ent_map_new ();

  ent_map_freeze (map);
  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf ("a%u", i);
    g_autoptr (EntActor) actor = ent_actor_new (id, id, ENT_KIND_GROUP);
    if (placed)
      ent_actor_set_position (actor, i % 20 * 200., i / 20 * 200.);
    ent_map_add_actor (map, actor);
  }
  for (guint i = 1; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf ("r%u", i);
    g_autofree char *from = g_strdup_printf ("a%u", (i - 1) / 2);
    g_autofree char *to = g_strdup_printf ("a%u", i);
    g_autoptr (EntRelation) relation = ent_relation_new (id, ent_map_find_actor (map, from), ent_map_find_actor (map, to), ENT_RELATION_AID, "x");
    ent_map_add_relation (map, relation);
  }
  ent_map_thaw (map);
  return map;
}

/* Warnings end a test, but for this one: libadwaita's own dialog measures its heading too narrowly, which GTK complains of from 4.18 on. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return g_log_writer_standard_streams (level, fields, n_fields, data);
  return g_log_writer_default (level, fields, n_fields, data);
}

void
fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  if (!gtk_init_check ()) {
    g_print ("1..0 # SKIP there is no display\n");
    exit (0);
  }
  adw_init ();
}

EntApplication *
fixture_application_new (void)
{
  EntApplication *application = ent_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static gboolean
set_true (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
fixture_wait_for (FixtureCondition condition, gpointer data)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (60, set_true, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}

static gboolean
turn_cb (gpointer data)
{
  guint *n_left = data;

  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The time is counted in turns that come after everything else that waits to be done, frames as well. Where the machine lets this
 * process wait, or its frames take long, it so takes longer by as much. What never comes to rest ends it, too. */
void
fixture_run_for (guint time_ms)
{
  guint turn_ms = MIN (time_ms, TURN_MS);
  guint n_left = turn_ms > 0 ? time_ms / turn_ms : 1;
  gint64 latest_us = g_get_monotonic_time () + 20 * 1000 * (gint64) MAX (time_ms, TURN_MS);
  guint timeout = g_timeout_add_full (G_PRIORITY_LOW, turn_ms, turn_cb, &n_left, NULL);

  while (n_left > 0 && g_get_monotonic_time () < latest_us)
    g_main_context_iteration (NULL, TRUE);
  if (n_left > 0)
    g_source_remove (timeout);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

GtkWidget *
fixture_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_for (is_mapped, widget);
  fixture_run_for (100);
  return window;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return NULL;
}

GtkWidget *
fixture_find_widget (GtkWidget *root, GType type, const char *text)
{
  const char *own = get_text (root);

  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || (own && strstr (own, text))))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = fixture_find_widget (child, type, text);
    if (found)
      return found;
  }
  return NULL;
}

AdwMessageDialog *
fixture_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (ADW_IS_MESSAGE_DIALOG (window))
      return ADW_MESSAGE_DIALOG (window);
  }
  return NULL;
}

gboolean
fixture_press (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);
    for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      if (g_str_equal (trigger, key))
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
    }
  }
  g_assert_not_reached ();
}

static gboolean
has_dialog (gpointer data)
{
  return fixture_find_dialog () != NULL;
}

AdwMessageDialog *
fixture_wait_for_dialog (void)
{
  fixture_wait_for (has_dialog, NULL);
  fixture_run_for (50);
  return fixture_find_dialog ();
}

void
fixture_respond (const char *response)
{
  AdwMessageDialog *dialog = fixture_wait_for_dialog ();

  g_assert_true (adw_message_dialog_has_response (dialog, response));
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_run_for (50);
}

static gboolean
are_gone (gpointer data)
{
  gpointer *objects = data;

  return objects[0] == NULL && objects[1] == NULL;
}

void
fixture_destroy_window (gpointer window, gpointer widget)
{
  gpointer objects[] = { window, widget };

  for (guint i = 0; i < G_N_ELEMENTS (objects) && objects[i]; i++)
    g_object_add_weak_pointer (objects[i], &objects[i]);
  gtk_window_destroy (window);
  fixture_wait_for (are_gone, objects);
}

char *
fixture_write_file (const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

void
fixture_empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      fixture_empty_folder (path);
    g_remove (path);
  }
}
