/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scale goes in steps of a percent from 0 to 100; what the session holds is a fraction. Each follows the other. */
#include "ent-confidence-button.h"

#include "ent-children.h"
#include "ent-words.h"
#include "ent-scene.h"

#include <glib/gi18n.h>
#include <math.h>

struct _EntConfidenceButton {
  GtkWidget      parent_instance;
  GtkMenuButton *button;
  GtkImage      *icon;
  GtkLabel      *count_label;
  GtkScale      *scale;
  GtkLabel      *hidden_label;
  GtkWidget     *default_button;
  EntSession    *session;
};

enum { PROP_0, PROP_SESSION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntConfidenceButton, ent_confidence_button, GTK_TYPE_WIDGET)

GtkWidget *
ent_confidence_button_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_CONFIDENCE_BUTTON, "session", session, NULL);
}

/* ── what it says ───────────────────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_percent (double percent)
{
  /* Translators: a confidence. */
  return ent_words_take_percent (g_strdup_printf (_("%d %%"), (int) lround (percent)));
}

static char *
format_value (GtkScale *scale, double value, gpointer data)
{
  return dup_percent (value);
}

static void
show_count (EntConfidenceButton *self)
{
  guint n_hidden = ent_session_count_weak (self->session);
  g_autofree char *hidden = ent_words_dup_hidden (n_hidden);
  g_autofree char *count = g_strdup_printf ("%u", n_hidden);
  /* Translators: the name of a button and what it has to say: "Confidence: 3 weak links hidden" */
  g_autofree char *text = g_strdup_printf (_("Confidence: %s"), hidden);

  gtk_image_set_from_icon_name (self->icon, n_hidden > 0 ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), n_hidden > 0);
  gtk_label_set_text (self->hidden_label, hidden);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_threshold (EntConfidenceButton *self)
{
  double least_confidence = ent_session_get_least_confidence (self->session);
  g_autofree char *percent = dup_percent (least_confidence * 100);

  if (ABS (gtk_range_get_value (GTK_RANGE (self->scale)) - least_confidence * 100) > 1e-6)
    gtk_range_set_value (GTK_RANGE (self->scale), least_confidence * 100);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, percent, -1);
  gtk_widget_set_sensitive (self->default_button, ABS (least_confidence - ENT_SCENE_LEAST_CONFIDENCE) > 1e-6);
  show_count (self);
}

/* ── what it does ───────────────────────────────────────────────────────────────────────────────────────────────── */

static void
value_changed_cb (EntConfidenceButton *self)
{
  if (self->session)
    ent_session_set_least_confidence (self->session, CLAMP (round (gtk_range_get_value (GTK_RANGE (self->scale))) / 100, 0, 1));
}

static void
default_clicked_cb (EntConfidenceButton *self)
{
  gtk_range_set_value (GTK_RANGE (self->scale), ENT_SCENE_LEAST_CONFIDENCE * 100);
  /* The button has nothing more to do: the keyboard goes on with the scale. */
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
}

static void
set_session (EntConfidenceButton *self, EntSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (show_count), self);
  g_signal_connect_swapped (session, "notify::least-confidence", G_CALLBACK (show_threshold), self);
  show_threshold (self);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_confidence_button_dispose (GObject *object)
{
  set_session (ENT_CONFIDENCE_BUTTON (object), NULL);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_CONFIDENCE_BUTTON);
  G_OBJECT_CLASS (ent_confidence_button_parent_class)->dispose (object);
}

static void
ent_confidence_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: g_value_set_object (value, ENT_CONFIDENCE_BUTTON (object)->session); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_confidence_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: set_session (ENT_CONFIDENCE_BUTTON (object), g_value_get_object (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_confidence_button_class_init (EntConfidenceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_confidence_button_dispose;
  object_class->get_property = ent_confidence_button_get_property;
  object_class->set_property = ent_confidence_button_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-confidence-button.ui");
  gtk_widget_class_bind_template_child (widget_class, EntConfidenceButton, button);
  gtk_widget_class_bind_template_child (widget_class, EntConfidenceButton, icon);
  gtk_widget_class_bind_template_child (widget_class, EntConfidenceButton, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntConfidenceButton, scale);
  gtk_widget_class_bind_template_child (widget_class, EntConfidenceButton, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, EntConfidenceButton, default_button);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, default_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "confidencebutton");
}

static void
ent_confidence_button_init (EntConfidenceButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scale_add_mark (self->scale, ENT_SCENE_LEAST_CONFIDENCE * 100, GTK_POS_BOTTOM, NULL);
  gtk_scale_set_format_value_func (self->scale, format_value, NULL, NULL);
}
