/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: choosing, saving, exporting, and asking about unsaved changes before the map goes. */

#include "ent-window-private.h"

#include "ent-export-dialog.h"
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

static void
show_write_error (EntWindow *self, GFile *file, const GError *error)
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

/* ── choosing files ─────────────────────────────────────────────────────────────────────────────────────────────── */

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; suffixes && *suffixes; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* The folder of the map's file or else of its article. */
static void
set_folder (EntWindow *self, GtkFileChooserNative *chooser)
{
  GFile *file = ent_session_get_file (self->session);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  EntMap *map = ent_session_get_map (self->session);

  if (folder == NULL && map) {
    g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (map), 0);
    const char *uri = source ? ent_source_get_uri (source) : NULL;
    g_autoptr (GFile) article = uri && g_str_has_prefix (uri, "file:") ? g_file_new_for_uri (uri) : NULL;
    folder = article ? g_file_get_parent (article) : NULL;
  }
  if (folder && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
}

/* What stands between a name and its suffix: "map.svg", but "map-actors.csv". */
static const char *
get_joint (const char *suffix)
{
  return strchr (suffix, '.') ? "-" : ".";
}

char *
ent_window_dup_suggested_name (EntWindow *self, const char *suffix)
{
  GFile *file = ent_session_get_file (self->session);
  g_autofree char *stem = file ? ent_words_dup_file_name (file) : g_strdup (ent_map_get_title (ent_session_get_map (self->session)));
  char *dot;

  if (file && (dot = strrchr (stem, '.')))
    *dot = '\0';
  for (char *at = stem; *at; at = g_utf8_next_char (at))
    if (strchr ("/\\:*?\"<>|\n", *at))
      *at = '-';
  if (g_utf8_strlen (stem, -1) > 60)
    *g_utf8_offset_to_pointer (stem, 60) = '\0';
  if (g_str_has_suffix (stem, "…"))   /* of a title that is the beginning of a text */
    stem[strlen (stem) - strlen ("…")] = '\0';
  g_strstrip (stem);
  return g_strconcat (*stem ? stem : _("Map"), get_joint (suffix), suffix, NULL);
}

GtkFileChooserNative *
ent_window_new_chooser (EntWindow *self, const char *title, gboolean maps)
{
  /* The map comes first so that all that follows are the articles. */
  static const char *const both[] = { "entente", "txt", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "pdf", "odt", "docx", "eml", NULL };
  static const char *const only_maps[] = { "entente", NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  add_filter (chooser, maps ? _("Articles and maps") : _("Articles"), maps ? both : both + 1);
  if (maps)
    add_filter (chooser, _("Maps"), only_maps);
  add_filter (chooser, _("All files"), NULL);
  set_folder (self, chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

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

/* What was typed without a suffix gets the one of the format; the dialog has then not asked about a file of that name, so an
 * existing one is not touched: *error says so. */
static GFile *
dup_with_suffix (GFile *file, const char *suffix, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = NULL;

  if (strchr (base, '.') && (!g_str_equal (suffix, "entente") || g_str_has_suffix (base, ".entente")))
    return g_object_ref (file);
  name = g_strconcat (base, get_joint (suffix), suffix, NULL);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) named = g_file_get_child (parent, name);
  if (!g_file_query_exists (named, NULL))
    return g_steal_pointer (&named);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file “%s” already. To replace it, give its whole name."), name);
  return NULL;
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
  g_autoptr (GFile) file = chosen ? dup_with_suffix (chosen, "entente", &error) : NULL;

  if (file) {
    save_to (self, file, ent_window_get_expected_stamp (self, file));
  } else {
    stay (self);
    if (error)
      show_write_error (self, chosen, error);
  }
  g_object_unref (chooser);
}

static void
save_as (EntWindow *self)
{
  static const char *const maps[] = { "entente", NULL };
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Save the Map"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = ent_window_dup_suggested_name (self, "entente");

  ent_window_apply_typing (self);
  add_filter (chooser, _("Maps"), maps);
  set_folder (self, chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
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

/* ── exporting ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Write) write = data;
  EntWindow *self = write->window;
  g_autoptr (GError) error = NULL;

  if (!ent_map_writing_finish (result, &error)) {
    show_write_error (self, write->file, error);
    return;
  }
  AdwToast *toast = adw_toast_new (_("Map exported"));
  g_set_object (&self->exported, write->file);
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
  g_autoptr (GFile) file = chosen ? dup_with_suffix (chosen, ent_export_format_get_suffix (choice->format), &error) : NULL;
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  EntExportFormat format = choice->format;

  /* A name that ends in that of another format says so; ".csv" alone says of no table that it is another. */
  if (file && !g_str_has_suffix (name, strrchr (ent_export_format_get_suffix (format), '.') ?: ent_export_format_get_suffix (format)))
    ent_export_format_from_name (name, &format, &error);
  if (file && error == NULL)
    ent_map_writing_export_async (self->session, file, format, &choice->options, NULL, exported_cb, write_new (self, file));
  else if (error)
    show_write_error (self, chosen, error);
  g_object_unref (chooser);
}

static void
export_accepted_cb (EntWindow *self, EntExportDialog *dialog)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export the Map"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  Choice *choice = g_new0 (Choice, 1);
  const char *suffix, *dot;
  g_autofree char *name = NULL;

  choice->format = ent_export_dialog_get_format (dialog);
  choice->options = ent_export_dialog_get_options (dialog);
  suffix = ent_export_format_get_suffix (choice->format);
  name = ent_window_dup_suggested_name (self, suffix);
  dot = strrchr (suffix, '.');
  add_filter (chooser, ent_export_dialog_get_format_name (dialog), (const char *const[]) { dot ? dot + 1 : suffix, NULL });
  set_folder (self, chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
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
ent_window_init_files (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_action },
    { .name = "save", .activate = save_action },
    { .name = "save-as", .activate = save_as_action },
    { .name = "export", .activate = export_action },
    { .name = "show-exported", .activate = show_exported_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
