/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-actor-row.h"

#include "ent-words.h"

struct _EntActorRow {
  AdwActionRow  parent_instance;
  EntActor     *actor;
};

G_DEFINE_FINAL_TYPE (EntActorRow, ent_actor_row, ADW_TYPE_ACTION_ROW)

GtkWidget *
ent_actor_row_new (EntActor *actor, guint n_links)
{
  EntActorRow *self = g_object_new (ENT_TYPE_ACTOR_ROW, NULL);
  g_autofree char *subtitle = ent_words_dup_actor (actor, n_links);

  self->actor = g_object_ref (actor);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ent_actor_get_name (actor));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  return GTK_WIDGET (self);
}

EntActor *
ent_actor_row_get_actor (EntActorRow *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR_ROW (self), NULL);
  return self->actor;
}

static void
ent_actor_row_dispose (GObject *object)
{
  g_clear_object (&ENT_ACTOR_ROW (object)->actor);
  G_OBJECT_CLASS (ent_actor_row_parent_class)->dispose (object);
}

static void
ent_actor_row_class_init (EntActorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_actor_row_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/entente/Entente/ent-actor-row.ui");
}

static void
ent_actor_row_init (EntActorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
