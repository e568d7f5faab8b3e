/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-window-private.h"

#include "ent-print-operation.h"

#include <glib/gi18n.h>
#include <string.h>

static void
done_cb (EntWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: why, as the system says it */
  g_autofree char *text = g_markup_printf_escaped (_("The map could not be printed: %s"), error ? error->message : "");
  ent_toast_overlay_add (self->toast_overlay, adw_toast_new (text));
}

/* (transfer full): as the last time, and with a name for the file where one prints to a file. */
static GtkPrintSettings *
dup_settings (EntWindow *self)
{
  GtkPrintSettings *settings = self->print_settings ? gtk_print_settings_copy (self->print_settings) : gtk_print_settings_new ();
  g_autofree char *name = ent_window_dup_suggested_name (self, "pdf");

  /* The dialog appends what suits the format. */
  name[strlen (name) - strlen (".pdf")] = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  return settings;
}

static void
print_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  g_autoptr (GtkPrintOperation) operation = ent_print_operation_new (self->session, self->settings);
  g_autoptr (GtkPrintSettings) settings = dup_settings (self);

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
update_print (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "print");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), map && g_list_model_get_n_items (ent_map_get_actors (map)) > 0);
}

void
ent_window_init_print (EntWindow *self)
{
  static const GActionEntry entries[] = { { .name = "print", .activate = print_action } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (update_print), self);
  update_print (self);
}
