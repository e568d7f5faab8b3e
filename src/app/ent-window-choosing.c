/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing files: the dialogs for reading and for writing, where they begin, and what a written file is called. */

#include "ent-window-private.h"

#include "ent-words.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* The folder of a file, of the map's own, or else of its article. beside: nullable */
static void
set_folder (EntWindow *self, GtkFileChooserNative *chooser, GFile *beside)
{
  GFile *file = beside ? beside : ent_session_get_file (self->session);
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
  set_folder (self, chooser, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

GtkFileChooserNative *
ent_window_new_save_chooser (EntWindow *self, const char *title, const char *accept_label, const char *kind, const char *suffix, GFile *beside)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, accept_label, NULL);
  g_autofree char *name = ent_window_dup_suggested_name (self, suffix);
  const char *dot = strrchr (suffix, '.');

  add_filter (chooser, kind, (const char *const[]) { dot ? dot + 1 : suffix, NULL });
  set_folder (self, chooser, beside);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

GFile *
ent_window_dup_with_suffix (GFile *file, const char *suffix, GError **error)
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
