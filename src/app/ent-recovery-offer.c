/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-recovery-offer.h"

#include "ent-words.h"

#include <glib/gi18n.h>

#define MAX_NAMED 8

/* A window that shows nothing of anyone's, or the state before the changes, or a new one. */
static EntWindow *
get_free_window (GtkApplication *application, EntRecovery *entry)
{
  EntWindow *window;

  for (GList *at = gtk_application_get_windows (application); at; at = at->next)
    if (ENT_IS_WINDOW (at->data) && (ent_window_is_spare (at->data) || ent_window_is_at (at->data, ent_recovery_get_origin (entry))))
      return at->data;
  window = ent_window_new (ENT_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
response_cb (GtkWidget *dialog, const char *response, GPtrArray *entries)
{
  GtkApplication *application = gtk_window_get_application (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  for (guint i = 0; i < entries->len; i++) {
    if (g_str_equal (response, "recover"))
      ent_window_recover (get_free_window (application, entries->pdata[i]), entries->pdata[i]);
    else if (g_str_equal (response, "discard"))
      ent_recovery_remove (entries->pdata[i]);
  }
}

static void
append_entry (GString *text, EntRecovery *entry)
{
  GFile *origin = ent_recovery_get_origin (entry);
  g_autofree char *name = origin ? ent_words_dup_file_name (origin) : g_strdup (ent_recovery_get_title (entry));
  g_autoptr (GDateTime) time = ent_recovery_dup_time (entry);
  g_autoptr (GDateTime) local = time ? g_date_time_to_local (time) : NULL;
  g_autofree char *when = local ? g_date_time_format (local, "%x %X") : g_strdup ("");

  /* Translators: a map that can be recovered: the name of its file or its title, and when it was changed last */
  g_string_append_printf (text, _("“%s”, %s"), name, when);
  g_string_append_c (text, '\n');
}

static char *
dup_body (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  g_string_append (text, ngettext ("Entente ended before the changes to this map were saved:",
                                   "Entente ended before the changes to these maps were saved:", entries->len));
  g_string_append (text, "\n\n");
  for (guint i = 0; i < MIN (entries->len, MAX_NAMED); i++)
    append_entry (text, entries->pdata[i]);
  if (entries->len > MAX_NAMED)
    g_string_append (text, "…\n");
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

void
ent_recovery_offer (GtkWindow *parent, const char *folder)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && folder != NULL);

  g_autoptr (GPtrArray) entries = ent_recovery_claim_all (folder);
  g_autofree char *body = NULL;

  if (entries->len == 0)
    return;
  GtkWidget *widget = adw_message_dialog_new (parent, _("Recover Unsaved Changes?"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  body = dup_body (entries);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "later", _("_Not Now"), "discard", _("_Discard"), "recover", _("_Recover"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "recover", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "recover");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_steal_pointer (&entries), (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
