/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-window-private.h"

#include "ent-legend.h"
#include "ent-reading-notice.h"
#include "ent-stack.h"
#include "ent-words.h"
#include "ent-zoom-controls.h"

#include <glib/gi18n.h>
#include <math.h>

#define NARROW_PX 620   /* below that buttons give way that the menu has as well */
#define SHORTCUT_CHARS 20   /* of what a key does, on one line of the window of shortcuts */

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntWindow, ent_window, ADW_TYPE_APPLICATION_WINDOW)

EntSession *
ent_window_get_session (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);
  return self->session;
}

EntMapView *
ent_window_get_map_view (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);
  return self->map_view;
}

gboolean
ent_window_is_spare (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), FALSE);
  return self->spare && !ent_session_get_edited (self->session);
}

/* ── what the window says of the map ────────────────────────────────────────────────────────────────────────────── */

static void
update_title (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);
  g_autofree char *title = NULL;
  g_autofree char *size = NULL;

  if (map == NULL)
    return;
  size = ent_words_dup_map_size (map, ent_session_count_hidden (self->session));
  title = g_strdup_printf (ent_session_get_edited (self->session) ? "• %s" : "%s", ent_map_get_title (map));
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, size);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_actions (EntWindow *self)
{
  static const struct { const char *name; gboolean needs_actors; } actions[] = {
    { "save", FALSE }, { "save-as", FALSE }, { "show-article", FALSE }, { "export", TRUE },
    { "zoom-in", TRUE }, { "zoom-out", TRUE }, { "zoom-reset", TRUE }, { "zoom-fit", TRUE },
  };
  EntMap *map = ent_session_get_map (self->session);
  gboolean has_actors = map && g_list_model_get_n_items (ent_map_get_actors (map)) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), actions[i].needs_actors ? has_actors : map != NULL);
  }
}

static void
changed_cb (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);

  ent_stack_show (self->stack, g_list_model_get_n_items (ent_map_get_actors (map)) > 0 ? "map" : "no-actors");
  update_title (self);
  update_actions (self);
  ent_window_update_view (self);
}

/* In a narrow window the pane lies over the map and comes when there is something to say, but not while the reader goes from hit to
 * hit. */
static void
selection_changed_cb (EntWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_bar)))
    return;
  if (adw_flap_get_folded (self->flap) && (ent_session_get_actor (self->session) || ent_session_get_relation (self->session)))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
opened_cb (EntWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail_pane), GTK_DIR_TAB_FORWARD);
}

/* ── actions ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
zoom_in_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_map_view_zoom_by (ENT_WINDOW (data)->map_view, M_SQRT2);
}

static void
zoom_out_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_map_view_zoom_by (ENT_WINDOW (data)->map_view, M_SQRT1_2);
}

static void
zoom_reset_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_map_view_zoom_to (ENT_WINDOW (data)->map_view, 1);
}

static void
zoom_fit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_map_view_fit (ENT_WINDOW (data)->map_view);
}

static void
sample_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_window_open_sample (data);
}

static void
show_article_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  ent_detail_pane_show_article (self->detail_pane);
}

/* Says what the keys do on two lines where it is long: in some languages the window would be wider than a small screen. */
static void
wrap_shortcuts (GtkWidget *widget, gboolean in_shortcut)
{
  if (GTK_IS_LABEL (widget) && in_shortcut) {
    gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
    gtk_label_set_max_width_chars (GTK_LABEL (widget), SHORTCUT_CHARS);
  } else if (!GTK_IS_SHORTCUT_LABEL (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
      wrap_shortcuts (child, in_shortcut || G_OBJECT_TYPE (widget) == GTK_TYPE_SHORTCUTS_SHORTCUT);
}

/* GTK would build it with every window, which takes long; so it is not told of it before someone asks. */
static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplicationWindow *window = data;

  if (gtk_application_window_get_help_overlay (window) == NULL) {
    g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/entente/Entente/ent-shortcuts.ui");
    wrap_shortcuts (GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay")), FALSE);
    gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/* ── paste and drop ─────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
drop_cb (EntWindow *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)) {
    ent_window_offer_files (self, g_value_get_boxed (value));
    return TRUE;
  }
  if (G_VALUE_HOLDS_STRING (value)) {
    ent_window_offer_text (self, g_value_get_string (value));
    return TRUE;
  }
  return FALSE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value == NULL || !drop_cb (self, value))
    ent_toast_overlay_add (self->toast_overlay, adw_toast_new (_("There is no text on the clipboard")));
}

static void
paste_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  GtkWidget *text = ent_window_find_text (self);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (text) {
    gtk_widget_activate_action (text, "clipboard.paste", NULL);
    return;
  }
  gboolean files = gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST);

  gdk_clipboard_read_value_async (clipboard, files ? GDK_TYPE_FILE_LIST : G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL, pasted_cb, g_object_ref (self));
}

/* The map's own picture is no article. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop)
{
  return !ent_window_is_own_picture (drop) && gdk_content_formats_match (gtk_drop_target_get_formats (target), gdk_drop_get_formats (drop));
}

static void
init_drop (EntWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toast_overlay), GTK_EVENT_CONTROLLER (target));
}

/* ── the window ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
init_settings (EntWindow *self)
{
  GSettingsSchemaSource *schemas = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = schemas ? g_settings_schema_source_lookup (schemas, APPLICATION_ID, TRUE) : NULL;

  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  /* The next window begins as the last one was; those that are open do not follow each other. */
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;
  g_settings_bind (self->settings, "window-width", self, "default-width", flags);
  g_settings_bind (self->settings, "window-height", self, "default-height", flags);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", flags);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "detail-pane-visible"));
}

static void
active_cb (EntWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    ent_reading_notice_withdraw (GTK_APPLICATION_WINDOW (self));
}

static gboolean
ent_window_close_request (GtkWindow *window)
{
  EntWindow *self = ENT_WINDOW (window);

  ent_window_apply_typing (self);
  if (ent_session_get_edited (self->session)) {
    ent_window_leave_map (self, ENT_NEXT_CLOSE, NULL);
    return GDK_EVENT_STOP;
  }
  /* Folding hides the pane: that says nothing of what the reader wants. */
  if (self->settings && !adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "detail-pane-visible", adw_flap_get_reveal_flap (self->flap));
  return GTK_WINDOW_CLASS (ent_window_parent_class)->close_request (window);
}

/* Not while sizes are being given. */
static gboolean
narrow_cb (gpointer data)
{
  EntWindow *self = data;
  gboolean narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_PX;

  if (narrow != self->narrow) {
    self->narrow = narrow;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  }
  return G_SOURCE_REMOVE;
}

static void
ent_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (ent_window_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width < NARROW_PX) != ENT_WINDOW (widget)->narrow)
    g_idle_add_full (G_PRIORITY_DEFAULT, narrow_cb, g_object_ref (widget), g_object_unref);
}

EntWindow *
ent_window_new (EntApplication *application)
{
  EntWindow *self = g_object_new (ENT_TYPE_WINDOW, "application", application, NULL);

  self->model_store = g_object_ref (ent_application_get_model_store (application));
  return self;
}

static void
ent_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW: g_value_set_boolean (value, ENT_WINDOW (object)->narrow); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_window_dispose (GObject *object)
{
  EntWindow *self = ENT_WINDOW (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  ent_window_stop_adding (self);
  g_clear_object (&self->opening);
  g_clear_object (&self->next_opening);
  g_clear_weak_pointer (&self->leave_dialog);
  g_clear_pointer (&self->opening_actor, g_free);
  g_clear_object (&self->save_next);
  g_clear_object (&self->exported);
  ent_window_dispose_ways (self);
  ent_window_dispose_view (self);
  ent_window_clear_unsaved (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->model_store);
  g_clear_object (&self->undo_menu);
  g_clear_object (&self->recent_menu);
  g_clear_handle_id (&self->recent_source, g_source_remove);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->undo_toast);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_window_parent_class)->dispose (object);
}

static void
ent_window_class_init (EntWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_window_dispose;
  G_OBJECT_CLASS (klass)->get_property = ent_window_get_property;
  widget_class->size_allocate = ent_window_size_allocate;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  GTK_WINDOW_CLASS (klass)->close_request = ent_window_close_request;
  g_type_ensure (ENT_TYPE_MAP_VIEW);
  g_type_ensure (ENT_TYPE_DETAIL_PANE);
  g_type_ensure (ENT_TYPE_LEGEND);
  g_type_ensure (ENT_TYPE_ZOOM_CONTROLS);
  g_type_ensure (ENT_TYPE_CONFIDENCE_BUTTON);
  g_type_ensure (ENT_TYPE_PROGRESS_STRIP);
  g_type_ensure (ENT_TYPE_SEARCH_BAR);
  g_type_ensure (ENT_TYPE_FILTER_BAR);
  g_type_ensure (ENT_TYPE_LINK_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, progress_strip);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, map_view);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, confidence_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, open_menu);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, recent_group);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  ent_window_class_init_view (widget_class);
  ent_window_class_init_ways (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, ent_window_cancel_opening);
}

static void
ent_window_init (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "zoom-in", .activate = zoom_in_action },
    { .name = "zoom-out", .activate = zoom_out_action },
    { .name = "zoom-reset", .activate = zoom_reset_action },
    { .name = "zoom-fit", .activate = zoom_fit_action },
    { .name = "paste", .activate = paste_action },
    { .name = "sample", .activate = sample_action },
    { .name = "show-article", .activate = show_article_action },
    { .name = "show-help-overlay", .activate = shortcuts_action },
  };
  g_autoptr (GPropertyAction) pane_action = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  pane_action = g_property_action_new ("detail-pane", self->flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (pane_action));
  ent_window_init_files (self);
  ent_window_init_export (self);
  init_settings (self);
  init_drop (self);

  self->spare = TRUE;
  self->session = ent_session_new ();
  ent_window_init_unsaved (self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::edited", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (self->session, "filter-changed", G_CALLBACK (update_title), self);
  if (self->settings)
    g_settings_bind (self->settings, "least-confidence", self->session, "least-confidence", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_swapped (self->session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_object_set (self->map_view, "session", self->session, NULL);
  g_object_set (self->detail_pane, "session", self->session, NULL);
  g_object_set (self->confidence_button, "session", self->session, NULL);
  ent_window_init_view (self);
  ent_window_init_ways (self);
  ent_window_init_edits (self);
  ent_window_init_title (self);
  ent_window_init_articles (self);
  ent_window_init_copy (self);
  ent_window_init_drag (self);
  ent_window_init_recent (self);
  ent_window_init_print (self);
  ent_window_init_web (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->map_view));
}
