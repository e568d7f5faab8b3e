/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting: what and how is asked in one dialog, where to in another. */

#include "ent-window-private.h"

#include "ent-export-dialog.h"
#include "ent-map-writing.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  EntWindow *window;
  GFile     *file;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->window);
  g_object_unref (self->file);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (EntWindow *window, GFile *file)
{
  Export *self = g_new0 (Export, 1);

  self->window = g_object_ref (window);
  self->file = g_object_ref (file);
  return self;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  EntWindow *self = export->window;
  g_autoptr (GError) error = NULL;

  if (!ent_map_writing_finish (result, &error)) {
    ent_window_show_write_error (self, export->file, error);
    return;
  }
  AdwToast *toast = adw_toast_new (_("Map exported"));
  g_set_object (&self->exported, export->file);
  adw_toast_set_button_label (toast, _("Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-exported");
  ent_toast_overlay_add (self->toast_overlay, toast);
}

/* A choice of a file with what was chosen before it. */
typedef struct {
  EntExportFormat  format;
  EntExportOptions options;
} Choice;

static void
export_response_cb (EntWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  const Choice *choice = g_object_get_data (G_OBJECT (chooser), "choice");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = chosen ? ent_window_dup_with_suffix (chosen, ent_export_format_get_suffix (choice->format), &error) : NULL;
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  EntExportFormat format = choice->format;

  /* A name that ends in that of another format says so; ".csv" alone says of no table that it is another. */
  if (file && !g_str_has_suffix (name, strrchr (ent_export_format_get_suffix (format), '.') ?: ent_export_format_get_suffix (format)))
    ent_export_format_from_name (name, &format, &error);
  if (file && error == NULL)
    ent_map_writing_export_async (self->session, file, format, &choice->options, NULL, exported_cb, export_new (self, file));
  else if (error)
    ent_window_show_write_error (self, chosen, error);
  g_object_unref (chooser);
}

static void
export_accepted_cb (EntWindow *self, EntExportDialog *dialog)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->format = ent_export_dialog_get_format (dialog);
  choice->options = ent_export_dialog_get_options (dialog);
  GtkFileChooserNative *chooser =
    ent_window_new_save_chooser (self, _("Export the Map"), _("_Export"), ent_export_dialog_get_format_name (dialog),
                                 ent_export_format_get_suffix (choice->format), self->exported);
  g_object_set_data_full (G_OBJECT (chooser), "choice", choice, g_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (export_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  GtkWidget *dialog = ent_export_dialog_new (GTK_WINDOW (self), self->settings);
  const EntScene *scene = ent_map_view_get_scene (self->map_view);

  if (scene)
    ent_export_dialog_set_scene (ENT_EXPORT_DIALOG (dialog), scene);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (export_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_exported_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  g_autoptr (GFile) folder = self->exported ? g_file_get_parent (self->exported) : NULL;
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;

  if (uri)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

void
ent_window_init_export (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = export_action },
    { .name = "show-exported", .activate = show_exported_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
