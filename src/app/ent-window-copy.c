/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes onto the clipboard: the map as a picture, links as words or as a table. Whoever pastes takes the kind that suits it. */

#include "ent-window-private.h"

#include "ent-link-list.h"
#include "ent-map-writing.h"

#include <glib/gi18n.h>
#include <string.h>

#define PICTURE_SCALE 2   /* pixels a map unit: sharp on paper as well */

static void
say (EntWindow *self, const char *text)
{
  ent_toast_overlay_add (self->toast_overlay, adw_toast_new (text));
}

/* ── the picture ────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntWindow) self = data;
  g_autoptr (GBytes) png = NULL, svg = NULL;
  g_autoptr (GError) error = NULL;

  if (!ent_map_writing_draw_finish (result, &png, &svg, &error)) {
    g_autofree char *markup = g_markup_escape_text (error->message, -1);
    say (self, markup);
    return;
  }
  GdkContentProvider *kinds[] = { gdk_content_provider_new_for_bytes ("image/png", png), gdk_content_provider_new_for_bytes ("image/svg+xml", svg) };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  say (self, _("Map copied as an image"));
}

/* Always on paper white: it goes into documents. */
EntExportOptions
ent_window_get_picture_options (EntWindow *self)
{
  return (EntExportOptions) { .scale = PICTURE_SCALE, .limited = TRUE, .legend = self->settings == NULL || g_settings_get_boolean (self->settings, "export-legend") };
}

static void
copy_image_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntExportOptions options = ent_window_get_picture_options (self);

  ent_map_writing_draw_async (self->session, &options, NULL, drawn_cb, g_object_ref (self));
}

/* ── links ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The selected link, or those of the selected actor that are shown. (transfer full) (element-type EntRelation) */
static GPtrArray *
list_selected (EntWindow *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);
  EntRelation *selected = ent_session_get_relation (self->session);
  EntActor *actor = ent_session_get_actor (self->session);
  GListModel *relations = actor ? ent_map_get_relations (ent_session_get_map (self->session)) : NULL;

  if (selected)
    g_ptr_array_add (links, g_object_ref (selected));
  for (guint i = 0; relations && i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    if ((ent_relation_get_from (relation) == actor || ent_relation_get_to (relation) == actor) && ent_session_shows (self->session, relation))
      g_ptr_array_add (links, g_steal_pointer (&relation));
  }
  return links;
}

/* All that are shown, in the order that the table has them in. (transfer full) (element-type EntRelation) */
static GPtrArray *
list_shown (EntWindow *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *rows = ent_link_table_get_links (self->link_table);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    g_ptr_array_add (links, g_list_model_get_item (rows, i));
  return links;
}

static void
copy_links (EntWindow *self, GPtrArray *links, gboolean as_table)
{
  gboolean with_article = g_list_model_get_n_items (ent_map_get_sources (ent_session_get_map (self->session))) > 1;
  GdkContentProvider *kinds[2];
  guint n_kinds = 0;

  if (as_table) {
    char *html = ent_link_list_dup_html (links);
    g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
    kinds[n_kinds++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  }
  g_autofree char *text = as_table ? ent_link_list_dup_table (links) : ent_link_list_dup_text (links, with_article);
  kinds[n_kinds++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (kinds, n_kinds);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  g_autofree char *said = g_strdup_printf (ngettext ("%u link copied", "%u links copied", links->len), links->len);
  say (self, said);
}

/* Text that is selected has a copy of its own: it comes first. */
static gboolean
copy_text (EntWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_text = GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) || (GTK_IS_LABEL (focus) && gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL));

  return is_text && gtk_widget_activate_action (focus, "clipboard.copy", NULL);
}

static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  g_autoptr (GPtrArray) links = NULL;

  if (copy_text (self))
    return;
  links = list_selected (self);
  if (links->len > 0)
    copy_links (self, links, FALSE);
  else
    say (self, _("Select a link or an actor to copy its links"));
}

/* "text" or "table" */
static void
copy_links_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  g_autoptr (GPtrArray) links = list_shown (self);

  copy_links (self, links, g_str_equal (g_variant_get_string (parameter, NULL), "table"));
}

/* ── setting up ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
update_copy (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);
  gboolean has_actors = map && g_list_model_get_n_items (ent_map_get_actors (map)) > 0;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "copy-image")), has_actors);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "copy-links")), has_actors);
}

void
ent_window_init_copy (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "copy", .activate = copy_action },
    { .name = "copy-image", .activate = copy_image_action },
    { .name = "copy-links", .activate = copy_links_action, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (update_copy), self);
  update_copy (self);
}
