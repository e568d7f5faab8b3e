/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-filter-bar.h"

#include "ent-children.h"
#include "ent-filter-popover.h"
#include "ent-stance-swatch.h"

#include <glib/gi18n.h>

struct _EntFilterBar {
  GtkWidget      parent_instance;
  GtkWidget     *stance_buttons[ENT_N_STANCES];
  GtkMenuButton *filter_button;
  GtkLabel      *count_label;
  GtkWidget     *popover;
  EntSession    *session;
};

enum { PROP_0, PROP_SESSION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntFilterBar, ent_filter_bar, GTK_TYPE_WIDGET)

GtkWidget *
ent_filter_bar_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_FILTER_BAR, "session", session, NULL);
}

void
ent_filter_bar_popup (EntFilterBar *self)
{
  g_return_if_fail (ENT_IS_FILTER_BAR (self));
  gtk_menu_button_popup (self->filter_button);
}

static void
show_count (EntFilterBar *self)
{
  guint n_filters = ent_map_filter_count (ent_session_get_filter (self->session));
  g_autofree char *count = g_strdup_printf ("%u", n_filters);
  g_autofree char *text = n_filters > 0 ? g_strdup_printf (ngettext ("Filter: %u is on", "Filter: %u are on", n_filters), n_filters) : g_strdup (_("Filter"));

  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), n_filters > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_session (EntFilterBar *self, EntSession *session)
{
  static const char *const names[ENT_N_STANCES] = { "cooperation", "conflict", "neutral" };

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    g_object_bind_property (ent_session_get_filter (session), names[stance], self->stance_buttons[stance], "active",
                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_set (self->popover, "session", session, NULL);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (show_count), self);
  show_count (self);
}

static void
ent_filter_bar_dispose (GObject *object)
{
  set_session (ENT_FILTER_BAR (object), NULL);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (ent_filter_bar_parent_class)->dispose (object);
}

static void
ent_filter_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: g_value_set_object (value, ENT_FILTER_BAR (object)->session); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_filter_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: set_session (ENT_FILTER_BAR (object), g_value_get_object (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_filter_bar_class_init (EntFilterBarClass *klass)
{
  static const char *const ids[ENT_N_STANCES] = { "cooperation_button", "conflict_button", "neutral_button" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_filter_bar_dispose;
  object_class->get_property = ent_filter_bar_get_property;
  object_class->set_property = ent_filter_bar_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ENT_TYPE_FILTER_POPOVER);
  g_type_ensure (ENT_TYPE_STANCE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-filter-bar.ui");
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    gtk_widget_class_bind_template_child_full (widget_class, ids[stance], FALSE,
                                               G_STRUCT_OFFSET (EntFilterBar, stance_buttons) + stance * sizeof (GtkWidget *));
  gtk_widget_class_bind_template_child (widget_class, EntFilterBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, EntFilterBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntFilterBar, popover);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_filter_bar_init (EntFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
