/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How the map is looked at: as a map or a table, filtered, searched. */

#include "ent-window-private.h"

#include <glib/gi18n.h>

/* ── map and table ──────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_table (EntWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), "table") == 0;
}

static void
view_action (GSimpleAction *action, GVariant *state, gpointer data)
{
  EntWindow *self = data;
  const char *view = g_variant_get_string (state, NULL);

  if (!g_str_equal (view, "map") && !g_str_equal (view, "table"))
    return;
  g_simple_action_set_state (action, state);
  gtk_stack_set_visible_child_name (self->view_stack, view);
  ent_window_update_view (self);
}

static void
sort_table_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (ENT_WINDOW (data)->link_table), "table.sort", parameter);
}

static void
filter_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_filter_bar_popup (ENT_WINDOW (data)->filter_bar);
}

static void
clear_filters_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;

  ent_map_filter_clear (ent_session_get_filter (self->session));
}

static void
arrange_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_map_view_arrange (ENT_WINDOW (data)->map_view);
}

/* Toasts keep clear of both. */
static gboolean
covered_cb (gpointer data)
{
  EntWindow *self = data;

  if (self->toast_overlay)
    ent_toast_overlay_set_lower (self->toast_overlay, self->covered_px);
  return G_SOURCE_REMOVE;
}

/* The legend stands beside the zoom controls, above them where there is no room for both, and nowhere where it is wider than the map. */
static gboolean
place_on_map_cb (EntWindow *self, GtkWidget *child, GdkRectangle *area, GtkWidget *overlay)
{
  int width = gtk_widget_get_width (overlay), height = gtk_widget_get_height (overlay);
  GtkRequisition legend, controls;

  if (child != self->legend)
    return FALSE;
  gtk_widget_get_preferred_size (self->legend, NULL, &legend);
  gtk_widget_get_preferred_size (self->zoom_controls, NULL, &controls);
  gboolean stacked = legend.width + controls.width > width, shown = legend.width <= width;
  int covered = shown ? (stacked ? legend.height + controls.height : MAX (legend.height, controls.height)) : controls.height;
  *area = (GdkRectangle) { 0, height - legend.height - (stacked ? controls.height : 0), legend.width, legend.height };
  if (gtk_widget_get_direction (overlay) == GTK_TEXT_DIR_RTL)
    area->x = width - area->width;
  gtk_widget_set_child_visible (self->legend, shown);
  /* Nothing is to ask for another size while sizes are given out. */
  if (self->covered_px != covered)
    g_idle_add_full (G_PRIORITY_DEFAULT, covered_cb, g_object_ref (self), g_object_unref);
  self->covered_px = covered;
  ent_map_view_set_covered (self->map_view, covered);
  return TRUE;
}

/* ── search ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
search_action (GSimpleAction *action, GVariant *state, gpointer data)
{
  EntWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean was_active = ent_search_bar_get_active (self->search_bar);

  /* The key opens, and comes back to the entry where the reader has gone elsewhere; only from there it closes. */
  ent_search_bar_set_active (self->search_bar, !was_active || !(focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_bar))));
}

static void
search_active_cb (EntWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "search");
  gboolean active = ent_search_bar_get_active (self->search_bar);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (active));
  if (!active)
    gtk_widget_grab_focus (is_table (self) ? GTK_WIDGET (self->link_table) : GTK_WIDGET (self->map_view));
}

static void
found_cb (EntWindow *self)
{
  ent_map_view_show (self->map_view, ent_session_get_actor (self->session), ent_session_get_relation (self->session));
}

/* ── setting up ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
show_notice (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);
  guint n_links = map ? g_list_model_get_n_items (ent_map_get_relations (map)) : 0;
  gboolean filtered = ent_map_filter_count (ent_session_get_filter (self->session)) > 0;

  gtk_widget_set_visible (self->filtered_notice, filtered && n_links > 0 && ent_session_count_hidden (self->session) == n_links);
}

/* Says how many are selected, and what can be done with all of them. */
static void
show_several (EntWindow *self)
{
  GPtrArray *several = ent_session_get_several (self->session);

  gtk_widget_set_visible (self->several_notice, several != NULL);
  if (several) {
    g_autofree char *text = g_strdup_printf (ngettext ("%u actor selected", "%u actors selected", several->len), several->len);
    gtk_label_set_text (self->several_label, text);
  }
}

static void
filter_changed_cb (EntWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "clear-filters");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), ent_map_filter_count (ent_session_get_filter (self->session)) > 0);
  show_notice (self);
}

void
ent_window_update_view (EntWindow *self)
{
  static const struct { const char *name; gboolean of_map, of_table; } actions[] = {
    { "search", FALSE, FALSE }, { "view", FALSE, FALSE }, { "filter", FALSE, FALSE }, { "sort-table", FALSE, TRUE },
    { "zoom-in", TRUE, FALSE }, { "zoom-out", TRUE, FALSE }, { "zoom-reset", TRUE, FALSE }, { "zoom-fit", TRUE, FALSE },
    { "arrange", TRUE, FALSE },
  };
  EntMap *map = ent_session_get_map (self->session);
  gboolean has_actors = map && g_list_model_get_n_items (ent_map_get_actors (map)) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), has_actors && !(is_table (self) ? actions[i].of_map : actions[i].of_table));
  }
  filter_changed_cb (self);
}

void
ent_window_class_init_view (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, link_table);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, zoom_controls);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, filtered_notice);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, several_notice);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, several_label);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_on_map_cb);
}

/* What colours or sizes say: of the look, remembered. */
static void
add_look_action (EntWindow *self, const char *name)
{
  EntMapLook *look = ent_session_get_look (self->session);
  g_autoptr (GPropertyAction) action = g_property_action_new (name, look, name);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  if (self->settings)
    g_settings_bind (self->settings, name, look, name, G_SETTINGS_BIND_DEFAULT);
}

void
ent_window_init_view (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "search", .state = "false", .change_state = search_action },
    { .name = "view", .parameter_type = "s", .state = "'map'", .change_state = view_action },
    { .name = "filter", .activate = filter_action },
    { .name = "sort-table", .parameter_type = "s", .activate = sort_table_action },
    { .name = "clear-filters", .activate = clear_filters_action },
    { .name = "arrange", .activate = arrange_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_object_set (self->search_bar, "session", self->session, NULL);
  g_object_set (self->filter_bar, "session", self->session, NULL);
  g_object_set (self->link_table, "session", self->session, NULL);
  g_signal_connect_swapped (self->session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->session, "selection-changed", G_CALLBACK (show_several), self);
  g_signal_connect_object (self->search_bar, "notify::active", G_CALLBACK (search_active_cb), self, G_CONNECT_SWAPPED);
  add_look_action (self, "colour-by");
  add_look_action (self, "size-by");
  g_object_bind_property (ent_session_get_look (self->session), "colour-by", self->legend, "colour-by", G_BINDING_SYNC_CREATE);
  if (self->settings) {
    g_settings_bind (self->settings, "filter-fades", ent_session_get_filter (self->session), "fades", G_SETTINGS_BIND_DEFAULT);
    g_settings_bind (self->settings, "link-labels", ent_session_get_look (self->session), "link-labels", G_SETTINGS_BIND_GET);
    g_settings_bind (self->settings, "neighbours-give-way", self->map_view, "neighbours-give-way", G_SETTINGS_BIND_GET);
  }
  ent_window_update_view (self);
}

/* The actions that stand for properties of the look would tell of its changes as long as anything holds on to it, and the one of the
 * flap keeps all that is in the window. */
void
ent_window_dispose_view (EntWindow *self)
{
  if (self->session == NULL)
    return;
  g_action_map_remove_action (G_ACTION_MAP (self), "detail-pane");
  for (const char *const *name = (const char *const[]) { "colour-by", "size-by", NULL }; *name; name++) {
    g_settings_unbind (ent_session_get_look (self->session), *name);
    g_action_map_remove_action (G_ACTION_MAP (self), *name);
  }
}
