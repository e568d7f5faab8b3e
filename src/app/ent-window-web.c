/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages: pasted, dropped, given on the command line or typed. Each is asked about before anything is contacted, in a dialog that names the server; what is
 * fetched is opened or added as a file is. */

#include "ent-window-private.h"

#include "ent-web-page-dialog.h"

static void
open_page (EntWindow *self, GUri *address)
{
  g_autoptr (EntOpening) opening = ent_opening_new_for_web_page (self->model_store, address, self->fetch_rules);

  self->spare = FALSE;
  self->opening_sample = FALSE;
  ent_window_leave_map (self, ENT_NEXT_READ, opening);
}

static void
response_cb (EntWindow *self, const char *response, EntWebPageDialog *dialog)
{
  gboolean adds = g_str_equal (response, "add") && ent_session_get_map (self->session);
  g_autoptr (GUri) address = adds || g_str_equal (response, "open") ? ent_web_page_dialog_dup_address (dialog) : NULL;

  if (address == NULL) {
    if (ent_session_get_map (self->session) == NULL && self->opening == NULL)
      ent_window_open_nothing (self);
    return;
  }
  ent_web_page_dialog_switch_on (dialog);
  if (adds)
    ent_window_add_web_page (self, address);
  else
    open_page (self, address);
}

void
ent_window_offer_web_page (EntWindow *self, const char *address)
{
  gboolean may_add = ent_session_get_map (self->session) && !ent_window_is_spare (self);
  GtkWidget *dialog = ent_web_page_dialog_new (GTK_WINDOW (self), self->settings, address, may_add);

  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A desktop may read the web as if it were files: not in this program. */
gboolean
ent_window_offer_if_web (EntWindow *self, GFile *file)
{
  g_autofree char *address = g_file_has_uri_scheme (file, "https") || g_file_has_uri_scheme (file, "http") ? g_file_get_uri (file) : NULL;

  if (address)
    ent_window_offer_web_page (self, address);
  return address != NULL;
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  ent_window_offer_web_page (self, text && ent_fetch_address_is_one (text) ? g_strstrip (text) : "");
}

static void
open_web_page_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_cb, g_object_ref (self));
}

void
ent_window_init_web (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open-web-page", .activate = open_web_page_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
