/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that were opened last, in the menu of the button to open and on the start page. */

#include "ent-window-private.h"

#include "ent-children.h"
#include "ent-recent.h"
#include "ent-words.h"

#include <glib/gi18n.h>

#define N_ROWS 5   /* on the start page */

static GtkWidget *
new_row (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info)), folder = g_file_get_parent (file);
  g_autofree char *name = ent_words_dup_file_name (file), *place = folder ? g_file_get_parse_name (folder) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (place)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  return row;
}

static void
fill (EntWindow *self)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  g_autoptr (GPtrArray) recent = ent_recent_list (manager);

  ent_recent_fill (manager, self->recent_menu, "win.open-recent", "win.forget-recent");
  if (self->recent_list == NULL)   /* the window is going */
    return;
  ent_children_clear_list (self->recent_list);
  for (guint i = 0; i < MIN (recent->len, N_ROWS); i++)
    gtk_list_box_append (self->recent_list, new_row (recent->pdata[i]));
  gtk_widget_set_visible (self->recent_group, recent->len > 0);
}

static void
say_missing (EntWindow *self, GFile *file)
{
  g_autofree char *name = ent_words_dup_file_name (file);
  /* Translators: the name of a file */
  g_autofree char *text = g_markup_printf_escaped (_("“%s” is no longer there"), name);

  ent_recent_forget (gtk_recent_manager_get_default (), file);
  ent_toast_overlay_add (self->toast_overlay, adw_toast_new (text));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    say_missing (self, G_FILE (source));
  else
    ent_window_choose_file (self, G_FILE (source));
}

/* Whether it is there is asked for without waiting: its disk may be asleep. */
static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, looked_cb, g_object_ref (data));
}

static void
forget_recent_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_recent_clear (gtk_recent_manager_get_default ());
}

void
ent_window_remember_file (EntWindow *self, GFile *file)
{
  ent_recent_add (gtk_recent_manager_get_default (), file);
}

/* Who works with many files has a long list of them, all programs' in one file: it is read when the window stands. */
static gboolean
first_fill_cb (gpointer data)
{
  EntWindow *self = data;

  self->recent_source = 0;
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return G_SOURCE_REMOVE;
}

void
ent_window_init_recent (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open-recent", .activate = open_recent_action, .parameter_type = "s" },
    { .name = "forget-recent", .activate = forget_recent_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->recent_menu = g_menu_new ();
  g_menu_append_section (self->open_menu, _("Recent"), G_MENU_MODEL (self->recent_menu));
  self->recent_source = g_idle_add_full (G_PRIORITY_LOW, first_fill_cb, self, NULL);
}
