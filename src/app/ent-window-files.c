/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: opening, saving, and asking about unsaved changes before the map goes. */

#include "ent-window-private.h"

#include "ent-map-writing.h"
#include "ent-save-problem.h"
#include "ent-words.h"

#include <glib/gi18n.h>

static void save    (EntWindow *self);
static void save_as (EntWindow *self);
static void save_to (EntWindow *self, GFile *file, const char *expected);

/* ── errors ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
error_response_cb (EntWindow *self, const char *response)
{
  if (g_str_equal (response, "open"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "open", NULL);
}

void
ent_window_show_error (EntWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "open", _("_Open Another…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (error_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ent_window_show_write_error (EntWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = ent_words_dup_file_name (file);
  /* Translators: the name of a file */
  g_autofree char *heading = g_strdup_printf (_("“%s” Could Not Be Written"), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── leaving the map ────────────────────────────────────────────────────────────────────────────────────────────── */

static void
proceed (EntWindow *self)
{
  EntNext next = self->next;
  g_autoptr (EntOpening) opening = g_steal_pointer (&self->next_opening);

  self->next = ENT_NEXT_NOTHING;
  if (next == ENT_NEXT_READ)
    ent_window_read (self, opening);
  else if (next == ENT_NEXT_CLOSE)
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
proceed_idle_cb (gpointer data)
{
  proceed (data);
  return G_SOURCE_REMOVE;
}

static void
stay (EntWindow *self)
{
  self->next = ENT_NEXT_NOTHING;
  g_clear_object (&self->next_opening);
}

static void
leave_response_cb (EntWindow *self, const char *response)
{
  g_clear_weak_pointer (&self->leave_dialog);
  if (g_str_equal (response, "save")) {
    save (self);
  } else if (g_str_equal (response, "discard")) {
    /* The dialog must be gone before the window that it stands over. */
    ent_session_saved (self->session, ent_session_get_file (self->session), ent_session_get_serial (self->session));
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, proceed_idle_cb, g_object_ref (self), g_object_unref);
  } else {
    stay (self);
  }
}

void
ent_window_leave_map (EntWindow *self, EntNext next, EntOpening *opening)
{
  self->next = next;
  g_set_object (&self->next_opening, opening);
  if (!ent_session_get_edited (self->session)) {
    proceed (self);
    return;
  }
  /* It is asked once; what was wanted last is what comes next. */
  if (self->leave_dialog) {
    gtk_window_present (self->leave_dialog);
    return;
  }

  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  adw_message_dialog_format_body (dialog, _("“%s” has changes that are not saved. They will be lost if you do not save them."),
                                  ent_map_get_title (ent_session_get_map (self->session)));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_response_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->leave_dialog, GTK_WINDOW (dialog));
  gtk_window_present (self->leave_dialog);
}

/* ── opening ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
open_response_cb (EntWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file)
    ent_window_choose_file (self, file);
  g_object_unref (chooser);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  GtkFileChooserNative *chooser = ent_window_new_chooser (self, _("Open an Article or a Map"), TRUE);

  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ── saving ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntWindow *window;
  EntMap    *map;
  guint      serial;     /* of the map that is written */
  GFile     *file;
} Write;

static void
write_free (Write *self)
{
  g_object_unref (self->window);
  g_object_unref (self->map);
  g_object_unref (self->file);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Write, write_free)

static Write *
write_new (EntWindow *window, GFile *file)
{
  Write *self = g_new0 (Write, 1);

  self->window = g_object_ref (window);
  self->map = g_object_ref (ent_session_get_map (window->session));
  self->serial = ent_session_get_serial (window->session);
  self->file = g_object_ref (file);
  return self;
}

/* What a failed save is answered with; the map stays open and edited whatever it is. */
static void
save_problem_response_cb (EntWindow *self, const char *response, GtkWidget *dialog)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (g_str_equal (response, "save-as"))
    save_as (self);
  else if (g_str_equal (response, "again"))
    save_to (self, file, ent_window_get_expected_stamp (self, file));
  else if (g_str_equal (response, "replace"))
    save_to (self, file, NULL);
  else
    stay (self);
}

static void
ask_about_problem (EntWindow *self, GFile *file, const GError *error)
{
  GtkWidget *dialog = ent_save_problem_new (GTK_WINDOW (self), file, error);

  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_problem_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Write) write = data;
  EntWindow *self = write->window;
  g_autoptr (GFile) save_next = g_steal_pointer (&self->save_next);
  g_autofree char *stamp = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved = ent_map_writing_save_finish (result, &stamp, &error);

  self->saving = FALSE;
  if (ent_session_get_map (self->session) != write->map)
    return;
  if (!saved) {
    ask_about_problem (self, write->file, error);
    return;
  }
  ent_session_saved (self->session, write->file, write->serial);
  ent_session_set_stamp (self->session, stamp);
  ent_window_remember_file (self, write->file);
  self->spare = FALSE;
  if (save_next)
    save_to (self, save_next, ent_window_get_expected_stamp (self, save_next));
  else if (self->next != ENT_NEXT_NOTHING)
    proceed (self);
  else
    ent_toast_overlay_add (self->toast_overlay, adw_toast_new (_("Map saved")));
}

/* One save at a time: a second one would take the first one's file for another program's. */
static void
save_to (EntWindow *self, GFile *file, const char *expected)
{
  if (self->saving) {
    g_set_object (&self->save_next, file);
    return;
  }
  self->saving = TRUE;
  ent_map_writing_save_async (ent_session_get_map (self->session), file, expected, NULL, saved_cb, write_new (self, file));
}

static void
save_as_response_cb (EntWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = chosen ? ent_window_dup_with_suffix (chosen, "entente", &error) : NULL;

  if (file) {
    save_to (self, file, ent_window_get_expected_stamp (self, file));
  } else {
    stay (self);
    if (error)
      ent_window_show_write_error (self, chosen, error);
  }
  g_object_unref (chooser);
}

static void
save_as (EntWindow *self)
{
  ent_window_apply_typing (self);
  GtkFileChooserNative *chooser = ent_window_new_save_chooser (self, _("Save the Map"), NULL, _("Maps"), "entente", NULL);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_as_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save (EntWindow *self)
{
  GFile *file = ent_session_get_file (self->session);

  ent_window_apply_typing (self);
  if (file)
    save_to (self, file, ent_window_get_expected_stamp (self, file));
  else
    save_as (self);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data);
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save_as (data);
}

void
ent_window_init_files (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_action },
    { .name = "save", .activate = save_action },
    { .name = "save-as", .activate = save_as_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
