/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-actor-form.h"

#include "ent-children.h"
#include "ent-words.h"

#include <adwaita.h>

struct _EntActorForm {
  GtkWidget    parent_instance;
  GtkEditable *name_row;
  AdwComboRow *kind_row;
};

enum { PROP_0, PROP_COMPLETE, N_PROPS };
enum { ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntActorForm, ent_actor_form, GTK_TYPE_WIDGET)

char *
ent_actor_form_dup_name (EntActorForm *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR_FORM (self), NULL);
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

EntKind
ent_actor_form_get_kind (EntActorForm *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR_FORM (self), ENT_KIND_GROUP);
  return adw_combo_row_get_selected (self->kind_row);
}

static gboolean
is_complete (EntActorForm *self)
{
  g_autofree char *name = ent_actor_form_dup_name (self);

  return *name != '\0';
}

static void
name_changed_cb (EntActorForm *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
name_activated_cb (EntActorForm *self)
{
  if (is_complete (self))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

GtkWidget *
ent_actor_form_new (const char *name)
{
  EntActorForm *self = g_object_new (ENT_TYPE_ACTOR_FORM, NULL);

  gtk_editable_set_text (self->name_row, name);
  return GTK_WIDGET (self);
}

static void
ent_actor_form_dispose (GObject *object)
{
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_ACTOR_FORM);
  G_OBJECT_CLASS (ent_actor_form_parent_class)->dispose (object);
}

static void
ent_actor_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_COMPLETE: g_value_set_boolean (value, is_complete (ENT_ACTOR_FORM (object))); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_actor_form_class_init (EntActorFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_actor_form_dispose;
  object_class->get_property = ent_actor_form_get_property;
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_ACTOR_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-actor-form.ui");
  gtk_widget_class_bind_template_child (widget_class, EntActorForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, EntActorForm, kind_row);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_actor_form_init (EntActorForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    gtk_string_list_append (kinds, ent_words_kind (kind));
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}
