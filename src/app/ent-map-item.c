/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Items are of no size of their own: the view knows where what they stand for is drawn. The list of an actor's links is an item too,
 * of neither an actor nor a link, as large as the actor's. */

#include "ent-map-item.h"

#include "ent-map-view-private.h"

#include <glib/gi18n.h>

struct _EntMapItem {
  GtkWidget     parent_instance;
  EntActor     *actor;
  EntRelation  *relation;
  char         *name, *description;    /* as they were told */
  gboolean      selected;
  GdkRectangle  place;
  GtkWidget    *list;                  /* NULL where there is none */
};

G_DEFINE_FINAL_TYPE (EntMapItem, ent_map_item, GTK_TYPE_WIDGET)

GtkWidget *
ent_map_item_new (EntActor *actor, EntRelation *relation)
{
  EntMapItem *self;

  g_return_val_if_fail ((actor == NULL) != (relation == NULL), NULL);

  self = g_object_new (ENT_TYPE_MAP_ITEM, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "focusable", TRUE, NULL);
  g_set_object (&self->actor, actor);
  g_set_object (&self->relation, relation);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  return GTK_WIDGET (self);
}

EntActor *
ent_map_item_get_actor (EntMapItem *self)
{
  g_return_val_if_fail (ENT_IS_MAP_ITEM (self), NULL);
  return self->actor;
}

EntRelation *
ent_map_item_get_relation (EntMapItem *self)
{
  g_return_val_if_fail (ENT_IS_MAP_ITEM (self), NULL);
  return self->relation;
}

static void
set_property (EntMapItem *self, char **told, GtkAccessibleProperty property, const char *words)
{
  if (g_strcmp0 (*told, words) == 0)
    return;
  g_free (*told);
  *told = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), property, words, -1);
}

void
ent_map_item_set_words (EntMapItem *self, const char *name, const char *description)
{
  g_return_if_fail (ENT_IS_MAP_ITEM (self));
  g_return_if_fail (name != NULL && description != NULL);

  set_property (self, &self->name, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  set_property (self, &self->description, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

void
ent_map_item_set_selected (EntMapItem *self, gboolean selected)
{
  g_return_if_fail (ENT_IS_MAP_ITEM (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
ent_map_item_set_place (EntMapItem *self, const GdkRectangle *place)
{
  g_return_if_fail (ENT_IS_MAP_ITEM (self));
  self->place = *place;
}

GtkWidget *
ent_map_item_get_list (EntMapItem *self)
{
  g_return_val_if_fail (ENT_IS_MAP_ITEM (self), NULL);

  if (self->list == NULL) {
    self->list = g_object_new (ENT_TYPE_MAP_ITEM, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);
    gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  }
  return self->list;
}

GtkWidget *
ent_map_item_peek_first_link (EntMapItem *self)
{
  g_return_val_if_fail (ENT_IS_MAP_ITEM (self), NULL);
  return self->list ? gtk_widget_get_first_child (self->list) : NULL;
}

void
ent_map_item_remove_list (EntMapItem *self)
{
  g_return_if_fail (ENT_IS_MAP_ITEM (self));
  g_clear_pointer (&self->list, gtk_widget_unparent);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_map_item_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = 0;
}

void
ent_map_item_allocate_all (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child; child = gtk_widget_get_next_sibling (child)) {
    int least;
    if (!ENT_IS_MAP_ITEM (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    gtk_widget_size_allocate (child, &ENT_MAP_ITEM (child)->place, -1);
  }
}

static void
ent_map_item_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntMapItem *self = ENT_MAP_ITEM (widget);

  if (self->list)
    ent_map_item_set_place (ENT_MAP_ITEM (self->list), &(GdkRectangle) { 0, 0, width, height });
  ent_map_item_allocate_all (widget);
}

/* From wherever the focus comes, the view's cursor comes along. */
static gboolean
ent_map_item_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, ENT_TYPE_MAP_VIEW);

  if (!GTK_WIDGET_CLASS (ent_map_item_parent_class)->grab_focus (widget))
    return FALSE;
  if (view)
    ent_map_view_enter_item (ENT_MAP_VIEW (view), ENT_MAP_ITEM (widget));
  return TRUE;
}

/* The view draws the focus. */
static void
ent_map_item_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, ENT_TYPE_MAP_VIEW);

  if (view && (before ^ gtk_widget_get_state_flags (widget)) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE))
    gtk_widget_queue_draw (view);
}

static void
ent_map_item_dispose (GObject *object)
{
  EntMapItem *self = ENT_MAP_ITEM (object);
  GtkWidget *child;

  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->actor);
  g_clear_object (&self->relation);
  G_OBJECT_CLASS (ent_map_item_parent_class)->dispose (object);
}

static void
ent_map_item_finalize (GObject *object)
{
  EntMapItem *self = ENT_MAP_ITEM (object);

  g_free (self->name);
  g_free (self->description);
  G_OBJECT_CLASS (ent_map_item_parent_class)->finalize (object);
}

static void
ent_map_item_class_init (EntMapItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_map_item_dispose;
  object_class->finalize = ent_map_item_finalize;
  widget_class->measure = ent_map_item_measure;
  widget_class->size_allocate = ent_map_item_size_allocate;
  widget_class->grab_focus = ent_map_item_grab_focus;
  widget_class->state_flags_changed = ent_map_item_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "mapitem");
}

static void
ent_map_item_init (EntMapItem *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
