/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-recent.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the list knows this program by; never translated. */
#define PROGRAM_NAME "Entente"

/* By the name alone: the file may be far away. */
static char *
guess_mime_type (const char *uri)
{
  gboolean is_map = g_str_has_suffix (uri, ".entente");
  g_autofree char *content_type = is_map ? NULL : g_content_type_guess (uri, NULL, 0, NULL);
  char *mime_type = is_map ? g_strdup ("application/vnd.entente.map+json") : g_content_type_get_mime_type (content_type);

  return mime_type ? mime_type : g_strdup ("application/octet-stream");
}

void
ent_recent_add (GtkRecentManager *manager, GFile *file)
{
  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager) && G_IS_FILE (file));

  g_autofree char *uri = g_file_get_uri (file), *mime_type = guess_mime_type (uri);
  GtkRecentData data = { .mime_type = mime_type, .app_name = (char *) PROGRAM_NAME, .app_exec = (char *) "entente %u" };
  gtk_recent_manager_add_full (manager, uri, &data);
}

static int
compare_ages (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *one = *(GtkRecentInfo **) a, *other = *(GtkRecentInfo **) b;
  int order = g_date_time_compare (gtk_recent_info_get_modified (other), gtk_recent_info_get_modified (one));

  return order ? order : strcmp (gtk_recent_info_get_uri (one), gtk_recent_info_get_uri (other));
}

static GPtrArray *
list_all (GtkRecentManager *manager)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  g_autolist (GtkRecentInfo) items = gtk_recent_manager_get_items (manager);

  for (GList *at = items; at; at = at->next)
    if (gtk_recent_info_has_application (at->data, PROGRAM_NAME))
      g_ptr_array_add (found, gtk_recent_info_ref (at->data));
  g_ptr_array_sort (found, compare_ages);
  return found;
}

GPtrArray *
ent_recent_list (GtkRecentManager *manager)
{
  g_return_val_if_fail (GTK_IS_RECENT_MANAGER (manager), NULL);

  GPtrArray *found = list_all (manager);

  if (found->len > ENT_RECENT_MOST)
    g_ptr_array_set_size (found, ENT_RECENT_MOST);
  return found;
}

GStrv
ent_recent_dup_map_uris (GtkRecentManager *manager, guint most)
{
  g_return_val_if_fail (GTK_IS_RECENT_MANAGER (manager), NULL);

  g_autoptr (GPtrArray) all = list_all (manager), uris = g_ptr_array_new ();

  for (guint i = 0; i < all->len && uris->len < most; i++)
    if (g_str_has_suffix (gtk_recent_info_get_uri (all->pdata[i]), ".entente"))
      g_ptr_array_add (uris, g_strdup (gtk_recent_info_get_uri (all->pdata[i])));
  g_ptr_array_add (uris, NULL);
  return (GStrv) g_ptr_array_steal (uris, NULL);
}

void
ent_recent_forget (GtkRecentManager *manager, GFile *file)
{
  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager) && G_IS_FILE (file));

  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (manager, uri, NULL);
}

void
ent_recent_clear (GtkRecentManager *manager)
{
  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager));

  g_autoptr (GPtrArray) all = list_all (manager);

  for (guint i = 0; i < all->len; i++)
    gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (all->pdata[i]), NULL);
}

/* An underscore in a name is no mnemonic. */
static char *
dup_label (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *base = g_file_get_basename (file), *name = g_filename_display_name (base ? base : "");
  GString *label = g_string_new (name);

  g_string_replace (label, "_", "__", 0);
  return g_string_free (label, FALSE);
}

void
ent_recent_fill (GtkRecentManager *manager, GMenu *menu, const char *action, const char *clear_action)
{
  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager) && G_IS_MENU (menu));

  g_autoptr (GPtrArray) recent = ent_recent_list (manager);

  g_menu_remove_all (menu);
  for (guint i = 0; i < recent->len; i++) {
    g_autofree char *label = dup_label (recent->pdata[i]);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
    g_menu_item_set_action_and_target (item, action, "s", gtk_recent_info_get_uri (recent->pdata[i]));
    g_menu_append_item (menu, item);
  }
  if (recent->len > 0)
    g_menu_append (menu, _("_Forget Recent Files"), clear_action);
}
