/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntMapItem:
 * What stands for an actor or a link of an EntMapView towards a screen reader, and has the keyboard focus for it. It draws nothing
 * and the pointer passes through it: both are the view's. An actor's item may hold a list with items of its links.
 */
#define ENT_TYPE_MAP_ITEM (ent_map_item_get_type ())
G_DECLARE_FINAL_TYPE (EntMapItem, ent_map_item, ENT, MAP_ITEM, GtkWidget)

/* A list item; one of @actor and @relation is NULL. A reference is kept. */
GtkWidget   *ent_map_item_new          (EntActor *actor, EntRelation *relation);
EntActor    *ent_map_item_get_actor    (EntMapItem *self);      /* nullable (borrowed) */
EntRelation *ent_map_item_get_relation (EntMapItem *self);      /* nullable (borrowed) */
/* Its name and what else is said of it; nothing is told to anybody where both are as before. */
void         ent_map_item_set_words    (EntMapItem *self, const char *name, const char *description);
void         ent_map_item_set_selected (EntMapItem *self, gboolean selected);
/* Where it lies in its parent, in pixels; taken up with the parent's next allocation. */
void         ent_map_item_set_place    (EntMapItem *self, const GdkRectangle *place);
/* Gives all items among the children of a widget their places. */
void         ent_map_item_allocate_all (GtkWidget *parent);
/* The items of its links, in a list that is made when it is first asked for. The list's children are EntMapItems. (borrowed) */
GtkWidget   *ent_map_item_get_list     (EntMapItem *self);
/* Of that list; its siblings are the others; NULL where there is no list. (borrowed) */
GtkWidget   *ent_map_item_peek_first_link (EntMapItem *self);
void         ent_map_item_remove_list  (EntMapItem *self);

G_END_DECLS
