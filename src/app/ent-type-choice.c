/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The types stand in the enum grouped by stance already, so that a type's place in the row is the type itself. */

#include "ent-type-choice.h"

#include "ent-stance-swatch.h"
#include "ent-words.h"

typedef struct {
  GtkWidget *swatch, *label, *tick;
} Choice;

guint
ent_type_choice_find (EntRelationType type)
{
  return type == ENT_RELATION_NONE ? GTK_INVALID_LIST_POSITION : (guint) type;
}

EntRelationType
ent_type_choice_get (guint position)
{
  return position < ENT_N_RELATION_TYPES ? (EntRelationType) position : ENT_RELATION_NONE;
}

static void
selected_cb (GtkListItem *item, GParamSpec *pspec, AdwComboRow *row)
{
  Choice *choice = g_object_get_data (G_OBJECT (item), "choice");

  gtk_widget_set_opacity (choice->tick, gtk_list_item_get_position (item) == adw_combo_row_get_selected (row));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  Choice *choice = g_new0 (Choice, 1);

  choice->swatch = ent_stance_swatch_new (ENT_STANCE_NEUTRAL);
  choice->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0., "hexpand", TRUE, NULL);
  choice->tick = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (box), choice->swatch);
  gtk_box_append (GTK_BOX (box), choice->label);
  gtk_box_append (GTK_BOX (box), choice->tick);
  gtk_list_item_set_child (item, box);
  g_object_set_data_full (G_OBJECT (item), "choice", choice, g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), item, G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  Choice *choice = g_object_get_data (G_OBJECT (item), "choice");
  EntRelationType type = ent_type_choice_get (gtk_list_item_get_position (item));

  ent_stance_swatch_set_stance (ENT_STANCE_SWATCH (choice->swatch), ent_relation_type_get_stance (type));
  gtk_label_set_text (GTK_LABEL (choice->label), ent_words_type (type));
  selected_cb (item, NULL, row);
}

void
ent_type_choice_set_up (AdwComboRow *row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  for (EntRelationType type = 0; type < ENT_N_RELATION_TYPES; type++)
    gtk_string_list_append (names, ent_words_type (type));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), row, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), row, 0);
  adw_combo_row_set_list_factory (row, factory);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}
