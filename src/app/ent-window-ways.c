/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How two actors are connected, and the neighbourhood of one. For a path the reader selects one actor, asks, and then selects another in
 * whatever way: on the map, in the pane, by a search. */

#include "ent-window-private.h"

#include <glib/gi18n.h>

/* ── paths ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
end_choosing (EntWindow *self)
{
  g_clear_object (&self->connect_from);
  if (self->connect_toast)
    adw_toast_dismiss (self->connect_toast);
  g_clear_object (&self->connect_toast);
}

/* Of a toast that slides in it is said a second time: by then another may ask. */
static void
toast_dismissed_cb (EntWindow *self, AdwToast *toast)
{
  if (self->connect_toast != toast)
    return;
  g_clear_object (&self->connect_toast);
  g_clear_object (&self->connect_from);
}

static void
connect_actors (EntWindow *self, EntActor *from, EntActor *to)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (ent_session_connect (self->session, from, to, &error)) {
    adw_flap_set_reveal_flap (self->flap, TRUE);
    return;
  }
  if (error) {
    ent_window_say (self, error->message);
    return;
  }
  /* Translators: the names of two actors. */
  text = g_strdup_printf (_("No links that are shown lead from %s to %s"), ent_actor_get_name (from), ent_actor_get_name (to));
  g_autofree char *markup = g_markup_escape_text (text, -1);
  ent_toast_overlay_add (self->toast_overlay, adw_toast_new (markup));
}

static void
connect_cb (EntWindow *self, EntActor *to)
{
  connect_actors (self, ent_session_get_actor (self->session), to);
}

static void
connect_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntActor *from = ent_session_get_actor (self->session);

  if (from == NULL)
    return;
  end_choosing (self);
  g_autofree char *name = g_markup_escape_text (ent_actor_get_name (from), -1);
  /* Translators: the name of an actor. */
  g_autofree char *text = g_strdup_printf (_("Choose the actor that %s is to be connected with"), name);
  self->connect_from = g_object_ref (from);
  self->connect_toast = adw_toast_new (text);
  adw_toast_set_timeout (self->connect_toast, 0);
  g_signal_connect_object (self->connect_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  ent_toast_overlay_add (self->toast_overlay, g_object_ref (self->connect_toast));
}

/* ── neighbourhoods ─────────────────────────────────────────────────────────────────────────────────────────────── */

static void
focus_action (GSimpleAction *action, GVariant *state, gpointer data)
{
  EntWindow *self = data;
  int depth = g_variant_get_int32 (state);
  EntActor *focus, *actor = ent_session_get_actor (self->session);
  g_autoptr (GError) error = NULL;

  ent_session_get_focus (self->session, &focus);
  if (actor == NULL)
    actor = focus;
  if (actor && depth >= 0 && depth <= 3 && !ent_session_focus (self->session, actor, depth, &error))
    ent_window_say (self, error->message);
}

static void
show_focus (EntWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "focus");
  EntActor *actor;
  guint depth = ent_session_get_focus (self->session, &actor);
  gboolean was = gtk_widget_get_visible (self->focus_notice);
  g_autofree char *text = NULL;

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int32 (depth));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), actor || ent_session_get_actor (self->session));
  gtk_widget_set_visible (self->focus_notice, actor != NULL);
  if (actor) {
    /* Translators: the name of an actor, and how many links others may be away from it to be shown. */
    text = g_strdup_printf (ngettext ("Only %s and who is %u link away", "Only %s and who is up to %u links away", depth),
                            ent_actor_get_name (actor), depth);
    gtk_label_set_text (self->focus_label, text);
  }
  if (was || actor)
    ent_map_view_fit (self->map_view);
}

/* ── the session ────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
update_ways_actions (EntWindow *self)
{
  EntActor *selected = ent_session_get_actor (self->session);
  gboolean focused = ent_session_get_focus (self->session, NULL) > 0;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "connect")), selected != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "focus")), selected || focused);
}

static void
selection_changed_cb (EntWindow *self)
{
  EntActor *to = ent_session_get_actor (self->session);

  update_ways_actions (self);
  if (self->connect_from == NULL || to == self->connect_from)
    return;
  g_autoptr (EntActor) from = g_object_ref (self->connect_from);
  end_choosing (self);
  if (to)
    connect_actors (self, from, to);
}

static void
changed_cb (EntWindow *self)
{
  end_choosing (self);
  update_ways_actions (self);
  /* Another map has no focus. */
  if (gtk_widget_get_visible (self->focus_notice) && ent_session_get_focus (self->session, NULL) == 0)
    show_focus (self);
}

/* ── setting up ─────────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_window_class_init_ways (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntWindow, focus_notice);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, focus_label);
  gtk_widget_class_bind_template_callback (widget_class, connect_cb);
}

void
ent_window_init_ways (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "connect", .activate = connect_action },
    { .name = "focus", .parameter_type = "i", .state = "0", .change_state = focus_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->session, "ways-changed", G_CALLBACK (show_focus), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  update_ways_actions (self);
}

void
ent_window_dispose_ways (EntWindow *self)
{
  if (self->connect_toast)
    g_signal_handlers_disconnect_by_data (self->connect_toast, self);
  g_clear_object (&self->connect_toast);
  g_clear_object (&self->connect_from);
}
