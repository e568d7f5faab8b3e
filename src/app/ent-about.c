/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What a report of a fault should say; never translated. */
static char *
dup_debug_info (const char *model_path)
{
  gboolean has_model = g_file_test (model_path, G_FILE_TEST_IS_REGULAR);
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  return g_strdup_printf ("Entente %s\nGTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\nSystem: %s\nDisplay: %s\nLanguage model: %s (%s)\n", PACKAGE_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (), glib_major_version, glib_minor_version, glib_micro_version,
                          os ? os : "unknown", G_OBJECT_TYPE_NAME (gdk_display_get_default ()), model_path, has_model ? "found" : "missing");
}

void
ent_about_show (GtkWindow *parent, const char *model_path)
{
  static const char *const libraries[] = {
    "GTK, libadwaita, GLib, Pango, Cairo", "poppler", "libxml2", "libarchive", "GMime", "JSON-GLib", "igraph", "OpenBLAS", "Nettle", "zlib", NULL,
  };
  GtkWidget *about = adw_about_window_new ();
  g_autofree char *debug_info = dup_debug_info (model_path);

  g_object_set (about,
                "transient-for", parent,
                "application-name", _("Entente"),
                "application-icon", APPLICATION_ID,
                "version", PACKAGE_VERSION,
                "comments", _("See who stands where: from a news article to a map of its actors. The article is read on this computer and never leaves it."),
                "developer-name", _("The Entente developers"),
                "copyright", "© 2026 The Entente developers",
                "license-type", GTK_LICENSE_GPL_3_0,
                "debug-info", debug_info,
                "debug-info-filename", "entente-debug-info.txt",
                /* Translators: put your names here, one a line. */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_about_window_add_acknowledgement_section (ADW_ABOUT_WINDOW (about), _("Made With"), (const char **) libraries);
  gtk_window_present (GTK_WINDOW (about));
}
