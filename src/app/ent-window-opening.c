/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading into the window: one job at a time; a new one cancels the old, whose result is dropped when it comes nevertheless.
 * The map that is shown stays until the new one is there. */

#include "ent-window-private.h"

#include "ent-article-loader.h"
#include "ent-reading-notice.h"
#include "ent-stack.h"

#include <glib/gi18n.h>
#include <string.h>

void
ent_window_show_opening (EntWindow *self, EntOpening *opening)
{
  g_set_object (&self->opening, opening);
  ent_progress_strip_set_opening (self->progress_strip, opening);
}

static void
welcome (EntWindow *self)
{
  AdwToast *toast = adw_toast_new (_("This is the sample article"));

  adw_toast_set_button_label (toast, _("Open an Article…"));
  adw_toast_set_action_name (toast, "win.open");
  adw_toast_set_timeout (toast, 8);
  ent_toast_overlay_add (self->toast_overlay, toast);
}

static void
show_actor (EntWindow *self, const char *id)
{
  EntMap *map = ent_session_get_map (self->session);
  EntActor *actor = map ? ent_map_find_actor (map, id) : NULL;

  if (actor == NULL)
    return;
  ent_session_select (self->session, actor, NULL);
  ent_map_view_show (self->map_view, actor, NULL);
}

void
ent_window_show_actor (EntWindow *self, const char *actor_id)
{
  g_return_if_fail (ENT_IS_WINDOW (self) && actor_id != NULL);

  if (self->opening == NULL) {
    show_actor (self, actor_id);
    return;
  }
  g_free (self->opening_actor);
  self->opening_actor = g_strdup (actor_id);
}

static void
show_map (EntWindow *self, EntMap *map, EntOpening *opening)
{
  g_autofree char *actor = g_steal_pointer (&self->opening_actor);
  gboolean empty = g_list_model_get_n_items (ent_map_get_actors (map)) == 0;
  GFile *file = ent_opening_get_file (opening);

  /* What is recovered lies in a file of the program's own. */
  if (file && self->recovering == NULL)
    ent_window_remember_file (self, file);
  ent_window_take_up (self, map, opening);
  self->spare = self->opening_sample;
  if (self->opening_sample)
    welcome (self);
  /* There is nothing to look at but the article. */
  if (empty)
    ent_detail_pane_show_article (self->detail_pane);
  if (actor)
    show_actor (self, actor);
}

char *
ent_window_dup_reason (const GError *error)
{
  if (!g_error_matches (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_NOT_TEXT) && !g_error_matches (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_ENCODING))
    return g_strdup (error->message);
  return g_strdup_printf ("%s\n\n%s", error->message,
                          _("Entente reads articles as plain text, Markdown, web pages, PDF, OpenDocument, Word documents and e-mail, and its own maps."));
}

/* Without the path of the file at the head of a message: the heading names the file already, and it is a sentence then. file: nullable */
static char *
dup_without_name (const char *reason, GFile *file)
{
  g_autofree char *name = file ? g_file_get_parse_name (file) : NULL;
  g_autofree char *prefix = g_strconcat (name ? name : "", ": ", NULL);

  if (name == NULL || !g_str_has_prefix (reason, prefix))
    return g_strdup (reason);
  reason += strlen (prefix);
  g_autofree char *first = g_utf8_substring (reason, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);
  return g_strconcat (capital, reason + strlen (first), NULL);
}

static void
show_failure (EntWindow *self, EntOpening *opening, const GError *error)
{
  g_autofree char *heading = NULL, *reason = NULL, *body = NULL;

  /* The entry stays on disk and is offered again. */
  g_clear_pointer (&self->recovering, ent_recovery_unref);
  if (ent_session_get_map (self->session) == NULL) {
    ent_stack_show (self->stack, "nothing");
    self->spare = TRUE;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: the name of a file */
  heading = g_strdup_printf (_("“%s” Could Not Be Opened"), ent_opening_get_name (opening));
  reason = ent_window_dup_reason (error);
  body = dup_without_name (reason, ent_opening_get_file (opening));
  ent_window_show_error (self, heading, body);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntWindow) self = data;
  g_autoptr (EntOpening) opening = g_object_ref (ENT_OPENING (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = ent_opening_run_finish (opening, result, &error);

  if (self->opening != opening)
    return;
  ent_window_show_opening (self, NULL);
  g_clear_object (&self->cancellable);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ent_reading_notice_send (GTK_APPLICATION_WINDOW (self), ent_opening_get_name (opening), self->opening_since_us, map != NULL);
  ent_window_apply_typing (self);
  if (map == NULL)
    show_failure (self, opening, error);
  else if (ent_session_get_edited (self->session))
    ent_window_leave_map (self, ENT_NEXT_READ, opening);   /* it was changed meanwhile: whoever did that is asked, and it is read again */
  else
    show_map (self, map, opening);
}

void
ent_window_read (EntWindow *self, EntOpening *opening)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->opening_since_us = g_get_monotonic_time ();
  g_clear_pointer (&self->opening_actor, g_free);
  ent_window_stop_adding (self);
  ent_window_show_opening (self, opening);
  ent_opening_run_async (opening, self->cancellable, read_cb, g_object_ref (self));
}

void
ent_window_cancel_opening (EntWindow *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
}

void
ent_window_open_file (EntWindow *self, GFile *file)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (ent_window_offer_if_web (self, file))
    return;
  g_autoptr (EntOpening) opening = ent_opening_new_for_file (self->model_store, file);

  self->spare = FALSE;
  self->opening_sample = FALSE;
  ent_window_leave_map (self, ENT_NEXT_READ, opening);
}

/* Of a map that was never saved, the article that it was read from. */
gboolean
ent_window_shows_file (EntWindow *self, GFile *file)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self) && G_IS_FILE (file), FALSE);

  GFile *own = self->opening ? ent_opening_get_file (self->opening) : ent_session_get_file (self->session);
  EntMap *map = own || self->opening ? NULL : ent_session_get_map (self->session);
  g_autoptr (EntSource) source = map ? g_list_model_get_item (ent_map_get_sources (map), 0) : NULL;
  const char *uri = source ? ent_source_get_uri (source) : NULL;
  g_autofree char *wanted = g_file_get_uri (file);

  return (own && g_file_equal (own, file)) || g_strcmp0 (uri, wanted) == 0;
}

void
ent_window_choose_file (EntWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GtkWindow *there = application ? ent_application_find_window (ENT_APPLICATION (application), file) : NULL;

  if (there && there != GTK_WINDOW (self))
    gtk_window_present (there);
  else
    ent_window_open_file (self, file);
}

void
ent_window_open_nothing (EntWindow *self)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  ent_stack_show (self->stack, "nothing");
}

void
ent_window_open_text (EntWindow *self, const char *text)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntOpening) opening = ent_opening_new_for_bytes (self->model_store, bytes, _("Pasted text"), NULL);

  self->spare = FALSE;
  self->opening_sample = FALSE;
  ent_window_leave_map (self, ENT_NEXT_READ, opening);
}

void
ent_window_open_sample (EntWindow *self)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  g_autoptr (EntOpening) opening = ent_opening_new_for_sample (self->model_store);

  self->opening_sample = TRUE;
  ent_window_leave_map (self, ENT_NEXT_READ, opening);
}

void
ent_window_open_begun (EntWindow *self, EntOpening *opening)
{
  g_return_if_fail (ENT_IS_WINDOW (self) && ENT_IS_OPENING (opening));

  self->opening_sample = ent_opening_get_file (opening) == NULL;
  self->spare &= self->opening_sample;
  ent_window_leave_map (self, ENT_NEXT_READ, opening);
}
