/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-relation-row.h"

#include "ent-stance-swatch.h"
#include "ent-words.h"

struct _EntRelationRow {
  AdwActionRow     parent_instance;
  EntStanceSwatch *swatch;
  EntRelation     *relation;
};

G_DEFINE_FINAL_TYPE (EntRelationRow, ent_relation_row, ADW_TYPE_ACTION_ROW)

GtkWidget *
ent_relation_row_new (EntRelation *relation)
{
  EntRelationRow *self = g_object_new (ENT_TYPE_RELATION_ROW, NULL);
  g_autofree char *direction = ent_words_dup_direction (relation);
  g_autofree char *summary = ent_words_dup_summary (relation);

  self->relation = g_object_ref (relation);
  ent_stance_swatch_set_stance (self->swatch, ent_relation_get_stance (relation));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), direction);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), summary);
  return GTK_WIDGET (self);
}

EntRelation *
ent_relation_row_get_relation (EntRelationRow *self)
{
  g_return_val_if_fail (ENT_IS_RELATION_ROW (self), NULL);
  return self->relation;
}

static void
ent_relation_row_dispose (GObject *object)
{
  g_clear_object (&ENT_RELATION_ROW (object)->relation);
  G_OBJECT_CLASS (ent_relation_row_parent_class)->dispose (object);
}

static void
ent_relation_row_class_init (EntRelationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_relation_row_dispose;
  g_type_ensure (ENT_TYPE_STANCE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-relation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRelationRow, swatch);
}

static void
ent_relation_row_init (EntRelationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
