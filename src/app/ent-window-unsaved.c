/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsaved changes: kept on disk while there are any, taken up again after a crash, and the end of the desktop session held up so
 * that the window can ask about them. */

#include "ent-window-private.h"

#include <glib/gi18n.h>

static void
uninhibit (EntWindow *self)
{
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (self->inhibited, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  g_clear_object (&self->inhibited);
}

/* The desktop asks the person before it ends the session; closing the window then asks about the changes. */
static void
update_inhibit (EntWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (!ent_session_get_edited (self->session)) {
    uninhibit (self);
  } else if (application && self->inhibited == NULL) {
    self->inhibited = g_object_ref (application);
    self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT, _("There are unsaved changes to a map"));
  }
}

/* Once a window: the changes themselves are not in danger yet. */
static void
failed_cb (EntWindow *self, const char *message)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (self->said_unsafe)
    return;
  self->said_unsafe = TRUE;
  /* Translators: why, as the system says it */
  text = g_markup_printf_escaped (_("Unsaved changes cannot be kept for the case of a crash: %s"), message);
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, 0);
  ent_toast_overlay_add (self->toast_overlay, toast);
}

void
ent_window_init_unsaved (EntWindow *self)
{
  g_autofree char *folder = ent_recovery_dup_folder ();

  self->autosave = ent_autosave_new (self->session, folder, ENT_AUTOSAVE_DELAY_MS);
  g_signal_connect_object (self->autosave, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->session, "notify::edited", G_CALLBACK (update_inhibit), self);
}

void
ent_window_clear_unsaved (EntWindow *self)
{
  uninhibit (self);
  g_clear_object (&self->autosave);
  g_clear_pointer (&self->recovering, ent_recovery_unref);
}

void
ent_window_keep_changes (EntWindow *self)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  ent_window_apply_typing (self);
  if (self->autosave)
    ent_autosave_flush (self->autosave);
}

const char *
ent_window_get_expected_stamp (EntWindow *self, GFile *file)
{
  GFile *own = ent_session_get_file (self->session);

  return own && g_file_equal (own, file) ? ent_session_get_stamp (self->session) : NULL;
}

void
ent_window_take_up (EntWindow *self, EntMap *map, EntOpening *opening)
{
  GFile *file = ent_opening_get_map_file (opening);
  g_autoptr (EntRecovery) entry = g_steal_pointer (&self->recovering);

  if (entry && file && g_file_equal (file, ent_recovery_get_file (entry))) {
    GFile *origin = ent_recovery_get_origin (entry);
    ent_session_open (self->session, map, origin);
    ent_session_saved (self->session, origin, ent_session_get_serial (self->session) - 1);
    ent_session_set_stamp (self->session, ent_recovery_get_stamp (entry));
    ent_autosave_adopt (self->autosave, entry);
  } else {
    ent_session_open (self->session, map, file);
    ent_session_set_stamp (self->session, ent_opening_get_stamp (opening));
  }
}

gboolean
ent_window_is_at (EntWindow *self, GFile *file)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), FALSE);

  GFile *own = self->opening ? ent_opening_get_map_file (self->opening) : ent_session_get_file (self->session);

  return file && own && g_file_equal (own, file) && !ent_session_get_edited (self->session);
}

void
ent_window_recover (EntWindow *self, EntRecovery *entry)
{
  g_return_if_fail (ENT_IS_WINDOW (self) && entry != NULL);
  g_return_if_fail (self->recovering == NULL && !ent_session_get_edited (self->session));

  self->recovering = ent_recovery_ref (entry);
  ent_window_open_file (self, ent_recovery_get_file (entry));
}
