/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map is called: asked for in a dialog of its own, so that it can be changed whatever the pane shows. */

#include "ent-window-private.h"

#include <glib/gi18n.h>

/* (transfer full): without white space around it */
static char *
dup_title (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *title = dup_title (entry);

  adw_message_dialog_set_response_enabled (dialog, "rename", *title != '\0');
}

static void
response_cb (EntWindow *self, const char *response, AdwMessageDialog *dialog)
{
  g_autofree char *title = dup_title (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)));
  EntMapEdits *edits = ent_session_get_edits (self->session);
  g_autoptr (GError) error = NULL;

  if (edits && g_str_equal (response, "rename") && *title != '\0' && !ent_map_edits_set_title (edits, title, &error))
    ent_window_say (self, error->message);
}

static void
rename_map_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Rename Map"), NULL));
  GtkWidget *entry = gtk_entry_new ();

  ent_window_apply_typing (self);
  gtk_editable_set_text (GTK_EDITABLE (entry), ent_map_get_title (ent_session_get_map (self->session)));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 40);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the map"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "rename");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  typed_cb (GTK_EDITABLE (entry), dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
update_title_action (EntWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "rename-map");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), ent_session_get_map (self->session) != NULL);
}

void
ent_window_init_title (EntWindow *self)
{
  static const GActionEntry entries[] = { { .name = "rename-map", .activate = rename_map_action } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (update_title_action), self);
  update_title_action (self);
}
