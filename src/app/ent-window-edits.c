/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of the map: the actions, what they ask for, and what they say when they are done. What is edited is what is selected. */

#include "ent-window-private.h"

#include "ent-actor-chooser.h"
#include "ent-field-row.h"
#include "ent-note-row.h"

#include <glib/gi18n.h>

static EntMapEdits *
get_edits (EntWindow *self)
{
  return ent_session_get_edits (self->session);
}

/* ── typing ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The row of that type that is being typed in. */
static gpointer
find_row (EntWindow *self, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus ? gtk_widget_get_ancestor (focus, type) : NULL;
}

GtkWidget *
ent_window_find_text (EntWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT (focus) || (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))))
    return focus;
  return NULL;
}

void
ent_window_apply_typing (EntWindow *self)
{
  EntFieldRow *field = find_row (self, ENT_TYPE_FIELD_ROW);
  EntNoteRow *note = find_row (self, ENT_TYPE_NOTE_ROW);

  if (field)
    ent_field_row_apply (field);
  if (note)
    ent_note_row_apply (note);
}

/* Text that is being typed has an undo of its own: it comes first. */
static gboolean
undo_typing (EntWindow *self, const char *action)
{
  EntFieldRow *field = find_row (self, ENT_TYPE_FIELD_ROW);
  EntNoteRow *note = find_row (self, ENT_TYPE_NOTE_ROW);
  GtkWidget *text = ent_window_find_text (self);

  if (text == NULL || (field && !ent_field_row_is_changed (field)) || (note && !ent_note_row_is_changed (note)))
    return FALSE;
  gtk_widget_activate_action (text, action, NULL);
  return TRUE;
}

/* ── what is said ───────────────────────────────────────────────────────────────────────────────────────────────── */

static void
toast_dismissed_cb (EntWindow *self, AdwToast *toast)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

/* Of what can be undone at once. title: markup */
static void
say_undoable (EntWindow *self, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->undo_toast, toast);
  ent_toast_overlay_add (self->toast_overlay, toast);
}

/* Once another step was made or undone the button would undo something else than it says. */
static void
stop_offering_undo (EntWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

  if (toast)
    adw_toast_dismiss (toast);
}

void
ent_window_say (EntWindow *self, const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  ent_toast_overlay_add (self->toast_overlay, adw_toast_new (title));
}

static void
say_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_window_say (data, g_variant_get_string (parameter, NULL));
}

static void
say_undoable_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  say_undoable (data, g_variant_get_string (parameter, NULL));
}

AdwMessageDialog *
ent_window_ask (EntWindow *self, const char *heading, const char *body, GtkWidget *form, const char *response)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), form);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "done", response, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "done");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return ADW_MESSAGE_DIALOG (dialog);
}

/* ── undo ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;

  if (!undo_typing (self, "text.undo"))
    ent_map_edits_undo (get_edits (self));
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;

  if (!undo_typing (self, "text.redo"))
    ent_map_edits_redo (get_edits (self));
}

static void
append_undo_item (GMenu *menu, const char *plain, const char *format, const char *name, const char *action)
{
  g_autofree char *label = name ? g_strdup_printf (format, name) : g_strdup (plain);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_append_item (menu, item);
}

static void
set_enabled (EntWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

/* Undo stays enabled while somebody types: there may be letters to be taken back. */
static void
update_undo (EntWindow *self)
{
  EntMapEdits *edits = self->session ? get_edits (self) : NULL;
  const char *undo = edits ? ent_map_edits_get_undo_name (edits) : NULL;
  const char *redo = edits ? ent_map_edits_get_redo_name (edits) : NULL;

  if (self->undo_menu == NULL)   /* the window is going and with it the focus */
    return;
  set_enabled (self, "undo", undo != NULL || ent_window_find_text (self) != NULL);
  set_enabled (self, "redo", redo != NULL || ent_window_find_text (self) != NULL);
  g_menu_remove_all (self->undo_menu);
  /* Translators: what is undone: "Undo merge of Moscow and Russia" */
  append_undo_item (self->undo_menu, C_("menu", "_Undo"), C_("menu", "_Undo %s"), undo, "win.undo");
  append_undo_item (self->undo_menu, C_("menu", "_Redo"), C_("menu", "_Redo %s"), redo, "win.redo");
}

/* ── removing ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
remove_several (EntWindow *self, GPtrArray *several)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_ref (several);   /* they are selected no more when they are gone */
  g_autofree char *title = g_strdup_printf (ngettext ("%u actor removed", "%u actors removed", actors->len), actors->len);

  ent_map_edits_remove (get_edits (self), (EntActor *const *) actors->pdata, actors->len, NULL, 0);
  say_undoable (self, title);
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  GPtrArray *several = ent_session_get_several (self->session);
  EntActor *actor = ent_session_get_actor (self->session);
  EntRelation *relation = ent_session_get_relation (self->session);
  g_autofree char *name = actor ? g_markup_escape_text (ent_actor_get_name (actor), -1) : NULL;
  /* Translators: the name of an actor that was taken off the map */
  g_autofree char *title = actor ? g_strdup_printf (_("“%s” removed"), name) : g_strdup (_("Link removed"));

  if (several)
    remove_several (self, several);
  if (actor == NULL && relation == NULL)
    return;
  ent_map_edits_remove (get_edits (self), &actor, actor != NULL, &relation, relation != NULL);
  say_undoable (self, title);
}

/* ── merging ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
merge (EntWindow *self, EntActor *into, EntActor *part)
{
  g_autofree char *part_name = g_markup_escape_text (ent_actor_get_name (part), -1);
  g_autofree char *into_name = g_markup_escape_text (ent_actor_get_name (into), -1);
  /* Translators: two actors, the first of which became part of the second */
  g_autofree char *title = g_strdup_printf (_("“%s” merged into “%s”"), part_name, into_name);
  g_autoptr (GError) error = NULL;

  if (!ent_map_edits_merge (get_edits (self), into, part, &error)) {
    ent_window_say (self, error->message);
    return;
  }
  ent_session_select (self->session, into, NULL);
  say_undoable (self, title);
}

static void
merge_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntMap *map = ent_session_get_map (self->session);
  const char *into_id, *part_id;

  g_variant_get (parameter, "(&s&s)", &into_id, &part_id);
  EntActor *into = map ? ent_map_find_actor (map, into_id) : NULL;
  EntActor *part = map ? ent_map_find_actor (map, part_id) : NULL;
  if (into && part && into != part)
    merge (self, into, part);
}

static EntActor *
find_weightiest (GPtrArray *actors)
{
  EntActor *weightiest = NULL;
  guint n_most = 0;

  for (guint i = 0; i < actors->len; i++) {
    guint n_mentions;
    ent_actor_get_mentions (actors->pdata[i], &n_mentions);
    if (weightiest == NULL || n_mentions > n_most) {
      weightiest = actors->pdata[i];
      n_most = n_mentions;
    }
  }
  return weightiest;
}

/* Into who is mentioned most. All or nobody: where one cannot be merged that is said. */
static void
merge_several_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  GPtrArray *several = ent_session_get_several (self->session);

  if (several == NULL)
    return;
  g_autoptr (GPtrArray) actors = g_ptr_array_ref (several);
  EntActor *into = find_weightiest (actors);
  g_autofree char *name = g_strdup_printf (ngettext ("merge of %u actor", "merge of %u actors", actors->len), actors->len);
  g_autofree char *into_name = g_markup_escape_text (ent_actor_get_name (into), -1);
  /* Translators: the name of an actor */
  g_autofree char *title = g_strdup_printf (ngettext ("%u actor merged into “%s”", "%u actors merged into “%s”", actors->len - 1), actors->len - 1, into_name);
  g_autoptr (GError) error = NULL;

  ent_map_edits_begin (get_edits (self), name);
  for (guint i = 0; i < actors->len && error == NULL; i++)
    if (actors->pdata[i] != into)
      ent_map_edits_merge (get_edits (self), into, actors->pdata[i], &error);
  if (error) {
    ent_map_edits_cancel (get_edits (self));
    ent_window_say (self, error->message);
    return;
  }
  ent_map_edits_end (get_edits (self));
  ent_session_select (self->session, into, NULL);
  say_undoable (self, title);
}

static void
merge_response_cb (EntWindow *self, const char *response, AdwMessageDialog *dialog)
{
  EntActorChooser *chooser = ENT_ACTOR_CHOOSER (adw_message_dialog_get_extra_child (dialog));
  EntActor *part = ent_session_get_actor (self->session), *into = ent_actor_chooser_get_actor (chooser);

  if (g_str_equal (response, "done") && part && into)
    merge (self, into, part);
}

static void
chosen_cb (EntActorChooser *chooser, GParamSpec *pspec, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "done", ent_actor_chooser_get_actor (chooser) != NULL);
}

void
ent_window_respond (AdwMessageDialog *dialog)
{
  adw_message_dialog_response (dialog, "done");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
merge_with_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntActor *actor = ent_session_get_actor (self->session);

  if (actor == NULL)
    return;
  GtkWidget *chooser = ent_actor_chooser_new (ent_session_get_map (self->session), actor);
  /* Translators: the name of an actor */
  g_autofree char *heading = g_strdup_printf (_("Merge “%s” With…"), ent_actor_get_name (actor));
  AdwMessageDialog *dialog = ent_window_ask (self, heading, _("The actor that you choose keeps its name. They can be split again."), chooser, _("_Merge"));
  adw_message_dialog_set_response_enabled (dialog, "done", FALSE);
  g_signal_connect_object (chooser, "notify::actor", G_CALLBACK (chosen_cb), dialog, 0);
  g_signal_connect_object (chooser, "activated", G_CALLBACK (ent_window_respond), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
split_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntActor *actor = ent_session_get_actor (self->session);

  if (actor)
    ent_map_edits_split (get_edits (self), actor);
}

/* ── changing ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
rename_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  ent_detail_pane_edit_name (self->detail_pane);
}

static void
kind_change_state (GSimpleAction *action, GVariant *state, gpointer data)
{
  EntWindow *self = data;
  EntActor *actor = ent_session_get_actor (self->session);
  EntKind kind;

  if (actor && ent_kind_from_string (g_variant_get_string (state, NULL), &kind))
    ent_map_edits_set_kind (get_edits (self), actor, kind);
}

static void
reverse_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntRelation *relation = ent_session_get_relation (self->session);

  if (relation)
    ent_map_edits_reverse (get_edits (self), relation);
}

/* ── the window ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
update_edits (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);
  EntActor *actor = ent_session_get_actor (self->session);
  EntRelation *relation = ent_session_get_relation (self->session);
  GAction *kind = g_action_map_lookup_action (G_ACTION_MAP (self), "kind");

  set_enabled (self, "rename", actor != NULL);
  set_enabled (self, "merge-with", actor && g_list_model_get_n_items (ent_map_get_actors (map)) > 1);
  set_enabled (self, "split", actor && ent_map_count_parts (map, actor) > 0);
  set_enabled (self, "remove", actor || relation || ent_session_get_several (self->session));
  set_enabled (self, "merge-several", ent_session_get_several (self->session) != NULL);
  set_enabled (self, "reverse", relation != NULL);
  set_enabled (self, "kind", actor != NULL);
  set_enabled (self, "add-actor", map != NULL);
  set_enabled (self, "add-link", map != NULL);
  if (actor)
    g_simple_action_set_state (G_SIMPLE_ACTION (kind), g_variant_new_string (ent_kind_to_string (ent_actor_get_kind (actor))));
}

static void
changed_cb (EntWindow *self)
{
  update_edits (self);
  update_undo (self);
}

/* The step that was made is known only after the map said that it changed. */
static void
map_cb (EntWindow *self)
{
  EntMapEdits *edits = get_edits (self);

  stop_offering_undo (self);
  if (edits == NULL)
    return;
  g_signal_connect_object (edits, "changed", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (edits, "changed", G_CALLBACK (stop_offering_undo), self, G_CONNECT_SWAPPED);
}

void
ent_window_init_edits (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_action },
    { .name = "redo", .activate = redo_action },
    { .name = "remove", .activate = remove_action },
    { .name = "merge", .activate = merge_action, .parameter_type = "(ss)" },
    { .name = "merge-with", .activate = merge_with_action },
    { .name = "merge-several", .activate = merge_several_action },
    { .name = "split", .activate = split_action },
    { .name = "rename", .activate = rename_action },
    { .name = "kind", .state = "''", .parameter_type = "s", .change_state = kind_change_state },
    { .name = "reverse", .activate = reverse_action },
    { .name = "say", .activate = say_action, .parameter_type = "s" },
    { .name = "say-undoable", .activate = say_undoable_action, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ent_window_init_passages (self);
  self->undo_menu = g_menu_new ();
  g_menu_insert_section (self->main_menu, 1, NULL, G_MENU_MODEL (self->undo_menu));
  g_signal_connect_swapped (self->session, "notify::map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "selection-changed", G_CALLBACK (update_edits), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (update_undo), NULL);
  changed_cb (self);
}
