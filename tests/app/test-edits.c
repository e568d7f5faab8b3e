/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits as the reader makes them in the window: by its actions, its dialogs and the fields of the pane. */
#include "window-fixture.h"

#include "ent-actor-chooser.h"
#include "ent-actor-form.h"
#include "ent-article-view.h"
#include "ent-field-row.h"
#include "ent-link-form.h"
#include "ent-map-file.h"
#include "ent-note-row.h"
#include "ent-quote-card.h"

#include <string.h>

typedef WindowFixture Fixture;

static void
activate (Fixture *f, const char *action)
{
  window_fixture_activate (f, action, NULL);
}

static void
select_actor (Fixture *f, const char *id)
{
  ent_session_select (f->session, ent_map_find_actor (f->map, id), NULL);
  fixture_run_for (50);
}

static void
select_relation (Fixture *f, const char *id)
{
  ent_session_select (f->session, NULL, ent_map_find_relation (f->map, id));
  fixture_run_for (50);
}

static void
assert_undone (Fixture *f)
{
  g_assert_true (ent_session_get_edited (f->session));
  activate (f, "undo");
  window_fixture_assert_as_before (f);
  g_assert_false (ent_session_get_edited (f->session));
}

/* What stands on the menu, without its mnemonic. (transfer full) */
static char *
dup_menu_label (Fixture *f, int item)
{
  g_autofree char *label = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (f->window->undo_menu), item, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return g_strdup (label + 1);
}

/* The dialog with that widget in it. */
static AdwMessageDialog *
find_dialog (GType form)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (ADW_IS_MESSAGE_DIALOG (window) &&
        G_TYPE_CHECK_INSTANCE_TYPE (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (window)), form))
      return ADW_MESSAGE_DIALOG (window);
  }
  g_assert_not_reached ();
}

static void
respond (AdwMessageDialog *dialog)
{
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "done"));
  adw_message_dialog_response (dialog, "done");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_run_for (50);
}

/* ── the tests ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_actions (Fixture *f, gconstpointer data)
{
  static const char *const of_actors[] = { "rename", "merge-with", "kind" };

  for (guint i = 0; i < G_N_ELEMENTS (of_actors); i++)
    g_assert_false (window_fixture_is_enabled (f, of_actors[i]));
  g_assert_false (window_fixture_is_enabled (f, "remove"));
  select_actor (f, "a1");
  for (guint i = 0; i < G_N_ELEMENTS (of_actors); i++)
    g_assert_true (window_fixture_is_enabled (f, of_actors[i]));
  g_assert_true (window_fixture_is_enabled (f, "remove"));
  g_assert_false (window_fixture_is_enabled (f, "split"));
  g_assert_false (window_fixture_is_enabled (f, "reverse"));
  select_relation (f, "r1");
  g_assert_false (window_fixture_is_enabled (f, "rename"));
  g_assert_true (window_fixture_is_enabled (f, "remove"));
  g_assert_true (window_fixture_is_enabled (f, "reverse"));
}

/* The title is asked for with what it is, taken without the white space around it, never empty, and comes back with undo. */
static void
test_title (Fixture *f, gconstpointer data)
{
  g_assert_true (window_fixture_is_enabled (f, "rename-map"));
  select_relation (f, "r1");
  activate (f, "rename-map");
  AdwMessageDialog *dialog = find_dialog (GTK_TYPE_ENTRY);
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Élodie’s view");
  gtk_editable_set_text (entry, " \t ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "rename"));
  gtk_editable_set_text (entry, "  Wer mit wem – Überblick ");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "rename"));
  adw_message_dialog_response (dialog, "rename");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_run_for (50);
  g_assert_cmpstr (ent_map_get_title (f->map), ==, "Wer mit wem – Überblick");
  g_assert_cmpstr (adw_window_title_get_title (f->window->window_title), ==, "• Wer mit wem – Überblick");
  assert_undone (f);
  g_assert_cmpstr (adw_window_title_get_title (f->window->window_title), ==, "Élodie’s view");

  /* Given up, or left as it was: no step. */
  for (guint i = 0; i < 2; i++) {
    activate (f, "rename-map");
    dialog = find_dialog (GTK_TYPE_ENTRY);
    if (i == 0)
      gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), "Other");
    adw_message_dialog_response (dialog, i == 0 ? "cancel" : "rename");
    gtk_window_destroy (GTK_WINDOW (dialog));
    fixture_run_for (50);
    g_assert_cmpstr (ent_map_get_title (f->map), ==, "Élodie’s view");
    g_assert_false (ent_session_get_edited (f->session));
  }
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autofree char *undo = NULL, *redo = NULL;

  select_actor (f, "a2");
  activate (f, "remove");
  g_assert_null (ent_map_find_actor (f->map, "a2"));
  g_assert_null (ent_session_get_actor (f->session));
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "“Ukraine” removed"));
  undo = dup_menu_label (f, 0);
  g_assert_cmpstr (undo, ==, "Undo removal of Ukraine");
  /* The toast does not offer to undo what is undone. */
  g_assert_nonnull (f->window->undo_toast);
  assert_undone (f);
  g_assert_null (f->window->undo_toast);
  redo = dup_menu_label (f, 1);
  g_assert_cmpstr (redo, ==, "Redo removal of Ukraine");
  select_relation (f, "r1");
  activate (f, "remove");
  g_assert_null (ent_map_find_relation (f->map, "r1"));
  assert_undone (f);
}

static void
select_several (Fixture *f)
{
  EntActor *actors[] = { ent_map_find_actor (f->map, "a1"), ent_map_find_actor (f->map, "a2"), ent_map_find_actor (f->map, "a3") };

  ent_session_select_several (f->session, actors, G_N_ELEMENTS (actors));
}

/* Each is one step, whatever number of actors it is about. */
static void
test_several (Fixture *f, gconstpointer data)
{
  g_autofree char *removal = NULL, *merge = NULL;

  g_assert_false (window_fixture_is_enabled (f, "merge-several"));
  select_several (f);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "3 actors selected"));
  g_assert_true (gtk_widget_get_visible (f->window->several_notice));
  activate (f, "remove");
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (f->map)), ==, 0);
  g_assert_false (gtk_widget_get_visible (f->window->several_notice));
  removal = dup_menu_label (f, 0);
  g_assert_cmpstr (removal, ==, "Undo removal of 3 actors");
  assert_undone (f);

  select_several (f);
  activate (f, "merge-several");
  g_assert_cmpuint (g_list_model_get_n_items (ent_map_get_actors (f->map)), ==, 1);
  g_assert_nonnull (ent_session_get_actor (f->session));
  g_assert_nonnull (f->window->undo_toast);
  g_assert_true (g_str_has_prefix (adw_toast_get_title (f->window->undo_toast), "2 actors merged into"));
  merge = dup_menu_label (f, 0);
  g_assert_cmpstr (merge, ==, "Undo merge of 3 actors");
  assert_undone (f);
}

/* Notes that are too long together: nobody is merged, not those either whose turn came before. */
static void
test_several_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *note = g_strnfill (700 << 10, 'x');
  g_autofree char *before = NULL, *after = NULL;

  ent_map_edits_set_note (ent_session_get_edits (f->session), ent_map_find_actor (f->map, "a1"), note, NULL);
  ent_map_edits_set_note (ent_session_get_edits (f->session), ent_map_find_actor (f->map, "a3"), note, NULL);
  before = ent_map_to_json (f->map, FALSE);
  select_several (f);
  activate (f, "merge-several");
  after = ent_map_to_json (f->map, FALSE);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (ent_session_get_several (f->session)->len, ==, 3);
  g_assert_null (f->window->undo_toast);
  g_assert_true (g_str_has_prefix (ent_map_edits_get_undo_name (ent_session_get_edits (f->session)), "note"));
}

/* The number of the saved state is found again by undoing, also when it is not the first. */
static void
test_saved (Fixture *f, gconstpointer data)
{
  select_relation (f, "r1");
  activate (f, "reverse");
  ent_session_saved (f->session, NULL, ent_session_get_serial (f->session));
  g_assert_false (ent_session_get_edited (f->session));
  activate (f, "reverse");
  g_assert_true (ent_session_get_edited (f->session));
  activate (f, "undo");
  g_assert_false (ent_session_get_edited (f->session));
  activate (f, "undo");
  g_assert_true (ent_session_get_edited (f->session));
  activate (f, "redo");
  g_assert_false (ent_session_get_edited (f->session));
}

static void
test_merge (Fixture *f, gconstpointer data)
{
  AdwMessageDialog *dialog;
  GtkWidget *chooser;

  select_actor (f, "a2");
  activate (f, "merge-with");
  dialog = find_dialog (ENT_TYPE_ACTOR_CHOOSER);
  chooser = adw_message_dialog_get_extra_child (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "done"));
  g_assert_null (fixture_find_widget (chooser, ADW_TYPE_ACTION_ROW, "Ukraine"));
  gtk_editable_set_text (GTK_EDITABLE (fixture_find_widget (chooser, GTK_TYPE_SEARCH_ENTRY, NULL)), "NAT");
  fixture_run_for (300);
  g_assert_null (fixture_find_widget (chooser, ADW_TYPE_ACTION_ROW, "Élodie Müller"));
  g_assert_true (ent_actor_chooser_get_actor (ENT_ACTOR_CHOOSER (chooser)) == ent_map_find_actor (f->map, "a3"));
  respond (dialog);
  g_assert_null (ent_map_find_actor (f->map, "a2"));
  g_assert_true (ent_session_get_actor (f->session) == ent_map_find_actor (f->map, "a3"));
  g_assert_true (window_fixture_is_enabled (f, "split"));
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "Also called Ukraine"));
  activate (f, "split");
  g_assert_nonnull (ent_map_find_actor (f->map, "a2"));
  activate (f, "undo");
  assert_undone (f);

  /* As a drop on the map does. */
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "merge", g_variant_new ("(ss)", "a1", "a3"));
  g_assert_null (ent_map_find_actor (f->map, "a3"));
  assert_undone (f);
}

/* What is too long for a map is said so, and stays in its row; it does not follow to the next actor. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *name = g_strnfill (20000, 'x'), *note = g_strnfill (1100000, 'y');
  GtkWidget *name_row, *note_row;
  GtkTextBuffer *buffer;

  select_actor (f, "a1");
  activate (f, "rename");
  fixture_run_for (300);
  name_row = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_FIELD_ROW, NULL);
  note_row = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_NOTE_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name_row), name);
  ent_field_row_apply (ENT_FIELD_ROW (name_row));
  g_assert_cmpstr (ent_actor_get_name (ent_map_find_actor (f->map, "a1")), ==, "Élodie Müller");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name_row)), ==, name);
  g_assert_true (ent_field_row_is_changed (ENT_FIELD_ROW (name_row)));
  fixture_run_for (100);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (f->window->toast_overlay), GTK_TYPE_LABEL, "too long"));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find_widget (note_row, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, note, -1);
  ent_note_row_apply (ENT_NOTE_ROW (note_row));
  g_assert_cmpstr (ent_actor_get_note (ent_map_find_actor (f->map, "a1")), ==, "");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 1100000);
  g_assert_true (ent_note_row_is_changed (ENT_NOTE_ROW (note_row)));

  select_actor (f, "a2");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name_row)), ==, "Ukraine");
  g_assert_cmpstr (ent_actor_get_name (ent_map_find_actor (f->map, "a1")), ==, "Élodie Müller");
  g_assert_null (ent_map_edits_get_undo_name (ent_session_get_edits (f->session)));
}

static void
test_fields (Fixture *f, gconstpointer data)
{
  GtkWidget *name, *note;
  GVariant *kind = g_variant_new_string ("group");

  select_actor (f, "a1");
  activate (f, "rename");
  fixture_run_for (300);
  name = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_FIELD_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Élodie Müller");
  gtk_editable_set_text (GTK_EDITABLE (name), "Élodie");
  g_assert_true (ent_field_row_is_changed (ENT_FIELD_ROW (name)));
  ent_field_row_apply (ENT_FIELD_ROW (name));
  fixture_run_for (50);
  g_assert_cmpstr (ent_actor_get_name (ent_map_find_actor (f->map, "a1")), ==, "Élodie");
  g_assert_false (ent_field_row_is_changed (ENT_FIELD_ROW (name)));
  ent_map_edits_undo (ent_session_get_edits (f->session));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Élodie Müller");

  /* A name of nothing is none. */
  gtk_editable_set_text (GTK_EDITABLE (name), " ");
  ent_field_row_apply (ENT_FIELD_ROW (name));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Élodie Müller");

  /* What was typed about one actor is of that one, whoever is selected next. */
  note = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_NOTE_ROW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find_widget (note, GTK_TYPE_TEXT_VIEW, NULL))), "née\nX", -1);
  select_actor (f, "a2");
  g_assert_cmpstr (ent_actor_get_note (ent_map_find_actor (f->map, "a1")), ==, "née\nX");
  g_assert_cmpstr (ent_actor_get_note (ent_map_find_actor (f->map, "a2")), ==, "");
  g_assert_false (ent_note_row_is_changed (ENT_NOTE_ROW (note)));
  ent_map_edits_undo (ent_session_get_edits (f->session));

  g_action_group_change_action_state (G_ACTION_GROUP (f->window), "kind", kind);
  g_assert_cmpint (ent_actor_get_kind (ent_map_find_actor (f->map, "a2")), ==, ENT_KIND_GROUP);
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  assert_undone (f);
}

/* Letters that are being typed are taken back before the last edit is. */
static void
test_undo_typing (Fixture *f, gconstpointer data)
{
  GtkWidget *name;

  select_relation (f, "r1");
  activate (f, "reverse");
  select_actor (f, "a1");
  activate (f, "rename");
  fixture_run_for (300);
  name = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_FIELD_ROW, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), name));
  g_signal_emit_by_name (ent_window_find_text (f->window), "backspace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  activate (f, "undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Élodie Müller");
  g_assert_cmpstr (ent_map_edits_get_undo_name (ent_session_get_edits (f->session)), ==, "reversal of Ukraine – NATO");
  assert_undone (f);
}

static void
test_link (Fixture *f, gconstpointer data)
{
  EntRelation *relation = ent_map_find_relation (f->map, "r1");
  GtkWidget *card, *stance;

  select_relation (f, "r1");
  card = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_QUOTE_CARD, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find_widget (card, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  g_assert_cmpfloat (ent_relation_get_evidence (relation, NULL)[0].confidence, ==, 1);
  g_assert_nonnull (fixture_find_widget (card, GTK_TYPE_LABEL, "100 %"));
  g_assert_true (fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_QUOTE_CARD, NULL) == card);
  assert_undone (f);
  g_assert_nonnull (fixture_find_widget (card, GTK_TYPE_LABEL, "90 %"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (fixture_find_widget (card, GTK_TYPE_TOGGLE_BUTTON, NULL))));

  gtk_widget_activate_action (card, "relation.reject-quote", "u", 0);
  fixture_run_for (50);
  g_assert_null (fixture_find_widget (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "“Ukraine backs NATO.”"));
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "Quote rejected"));
  assert_undone (f);
  g_assert_nonnull (fixture_find_widget (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "“Ukraine backs NATO.”"));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fixture_find_widget (GTK_WIDGET (f->window), ADW_TYPE_EXPANDER_ROW, NULL)), TRUE);
  fixture_run_for (300);
  stance = fixture_find_widget (GTK_WIDGET (f->window), ADW_TYPE_COMBO_ROW, "_Stance");
  adw_combo_row_set_selected (ADW_COMBO_ROW (stance), ENT_STANCE_CONFLICT);
  g_assert_cmpint (ent_relation_get_stance (relation), ==, ENT_STANCE_CONFLICT);
  assert_undone (f);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (stance)), ==, ENT_STANCE_COOPERATION);
}

static void
test_add_actor (Fixture *f, gconstpointer data)
{
  EntSpan span = fixture_find ("Élodie’s view");
  AdwMessageDialog *dialog;
  GtkWidget *form;
  EntActor *actor;
  guint n_mentions;
  double x, y;

  g_action_group_activate_action (G_ACTION_GROUP (f->window), "add-actor", g_variant_new ("(stt)", "", (guint64) 0, (guint64) 0));
  dialog = find_dialog (ENT_TYPE_ACTOR_FORM);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "done"));
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_action_group_activate_action (G_ACTION_GROUP (f->window), "add-actor",
                                  g_variant_new ("(stt)", "s1", (guint64) span.start_byte, (guint64) span.end_byte));
  dialog = find_dialog (ENT_TYPE_ACTOR_FORM);
  form = adw_message_dialog_get_extra_child (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find_widget (form, ADW_TYPE_COMBO_ROW, NULL)), ENT_KIND_GROUP);
  respond (dialog);
  actor = ent_session_get_actor (f->session);
  g_assert_cmpstr (ent_actor_get_name (actor), ==, "Élodie’s view");
  g_assert_cmpint (ent_actor_get_kind (actor), ==, ENT_KIND_GROUP);
  g_assert_true (ent_span_equal (ent_actor_get_mentions (actor, &n_mentions)->span, span));
  g_assert_true (ent_actor_get_position (actor, &x, &y));
  assert_undone (f);
}

/* The name that an actor is given first where a stretch of the article is selected. */
static void
assert_actor_from (Fixture *f, const char *selected, const char *name)
{
  EntSpan span = fixture_find (selected);
  GtkWidget *view = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_ARTICLE_VIEW, NULL), *form;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find_widget (view, GTK_TYPE_TEXT_VIEW, NULL)));
  AdwMessageDialog *dialog;
  GtkTextIter start, end;
  g_autofree char *actual = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_utf8_strlen (FIXTURE_TEXT, span.start_byte));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, g_utf8_strlen (FIXTURE_TEXT, span.end_byte));
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_activate_action (view, "article.add-actor", NULL);
  fixture_run_for (100);
  dialog = find_dialog (ENT_TYPE_ACTOR_FORM);
  form = adw_message_dialog_get_extra_child (dialog);
  actual = ent_actor_form_dup_name (ENT_ACTOR_FORM (form));
  g_assert_cmpstr (actual, ==, name);
  adw_message_dialog_response (dialog, "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Words that are begun are taken whole; one before an apostrophe is. */
static void
test_whole_words (Fixture *f, gconstpointer data)
{
  activate (f, "show-article");
  fixture_run_for (300);
  assert_actor_from (f, "kraine bac", "Ukraine backs");
  assert_actor_from (f, "Élodie", "Élodie");
  assert_actor_from (f, "üller", "Müller");
  assert_actor_from (f, "Élodie Müller", "Élodie Müller");
  assert_actor_from (f, "s view", "Élodie’s view");
  assert_actor_from (f, "’s view", "Élodie’s view");
}

/* From a selection in the article, whose characters are not its bytes. */
static void
test_add_link (Fixture *f, gconstpointer data)
{
  EntSpan span = fixture_find ("doubts Ukraine.");
  AdwMessageDialog *dialog;
  GtkWidget *view, *form;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  EntRelation *relation;
  guint n_quotes;

  activate (f, "show-article");
  fixture_run_for (300);
  view = fixture_find_widget (GTK_WIDGET (f->window), ENT_TYPE_ARTICLE_VIEW, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find_widget (view, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_utf8_strlen (FIXTURE_TEXT, span.start_byte) + 2);   /* words become whole */
  gtk_text_buffer_get_iter_at_offset (buffer, &end, g_utf8_strlen (FIXTURE_TEXT, span.end_byte) + 1);       /* white space goes */
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_activate_action (view, "article.add-link", NULL);
  fixture_run_for (100);
  dialog = find_dialog (ENT_TYPE_LINK_FORM);
  form = adw_message_dialog_get_extra_child (dialog);
  g_assert_nonnull (fixture_find_widget (form, GTK_TYPE_LABEL, "“doubts Ukraine.”"));
  /* She is named in the sentence and not in the quote. */
  g_assert_cmpstr (ent_actor_get_id (ent_link_form_get_from (ENT_LINK_FORM (form))), ==, "a1");
  g_assert_cmpstr (ent_actor_get_id (ent_link_form_get_to (ENT_LINK_FORM (form))), ==, "a2");
  g_signal_emit_by_name (fixture_find_widget (form, GTK_TYPE_BUTTON, "S_wap"), "clicked");
  respond (dialog);
  relation = ent_session_get_relation (f->session);
  g_assert_cmpstr (ent_actor_get_id (ent_relation_get_from (relation)), ==, "a2");
  g_assert_true (ent_span_equal (ent_relation_get_evidence (relation, &n_quotes)->span, span));
  g_assert_true (ent_relation_get_evidence (relation, NULL)->by_hand);
  assert_undone (f);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_autoptr (EntApplication) application = fixture_application_new ();
#define ADD(name, test) g_test_add ("/app/edits/" name, Fixture, application, window_fixture_set_up, test, window_fixture_tear_down)
  ADD ("actions", test_actions);
  ADD ("title", test_title);
  ADD ("remove", test_remove);
  ADD ("saved", test_saved);
  ADD ("merge", test_merge);
  ADD ("fields", test_fields);
  ADD ("refused", test_refused);
  ADD ("undo-typing", test_undo_typing);
  ADD ("link", test_link);
  ADD ("add-actor", test_add_actor);
  ADD ("several", test_several);
  ADD ("several-refused", test_several_refused);
  ADD ("whole-words", test_whole_words);
  ADD ("add-link", test_add_link);
#undef ADD
  return g_test_run ();
}
