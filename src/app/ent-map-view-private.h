/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout.h"
#include "ent-map-composer.h"
#include "ent-map-item.h"
#include "ent-map-tiles.h"
#include "ent-map-view.h"
#include "ent-scene-layout.h"
#include "ent-viewport.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An actor in the reader's hand. */
typedef struct {
  EntLayoutGraph *graph;
  guint          *nodes;       /* for each of its nodes the index in the scene */
  EntDrag        *drag;
  double          x, y;        /* where the hand holds the actor's middle, map units */
  guint           tick;
} EntMapHold;

/* Actors on their way to new places, which the map has already. */
typedef struct {
  EntLayoutGraph *graph;       /* what the scene shows */
  EntPoint       *from, *to;   /* for each node of the scene */
  AdwAnimation   *animation;
} EntMapSettling;

struct _EntMapView {
  GtkWidget     parent_instance;

  EntSession   *session;
  EntScene     *scene;         /* NULL before there is a map */
  EntViewport   viewport;
  int           covered_px;    /* of its height at the lower edge, by what stands over it */
  gboolean      fitted;        /* all is shown, and stays so when the view's size changes */
  AdwAnimation *move;          /* the viewport on its way, NULL when it stands still */
  EntViewport   move_from, move_to;

  /* the drawing: ent-map-view-drawing.c */
  EntMapTiles  *tiles;
  EntMapComposer composer;                /* empty unless much of it moves */
  gboolean      keep_tiles;               /* they are of this map */
  guint         picture_serial;           /* the scene's, when its picture was given to the tiles */
  gboolean      picture_whole;            /* with what was loose */
  EntSceneStyle picture_style;
  guint         rest;                     /* a timeout while the scale changes */

  /* places: ent-map-view-places.c */
  EntMapSettling *settling;
  GCancellable *arranging;                /* while a layout is being computed */

  /* new scenes: ent-map-view-scene.c */
  gboolean      drafting;                 /* a thread makes one */
  gboolean      draft_stale;              /* … which is not to be shown any more */
  gboolean      draft_wanted;             /* … after which another is to be made */
  gboolean      draft_fits;               /* the next is to be shown whole */

  /* the pointer: ent-map-view-pointer.c */
  double        pointer_x, pointer_y;     /* pixels of the view; negative outside */
  EntActor     *hover_actor;              /* borrowed from the map */
  EntRelation  *hover_relation;
  EntActor     *grabbed;                  /* under the pointer when the button went down */
  EntPoint      grab_offset;              /* from the pointer to the middle of that, map units */
  EntViewport   pan_from;
  gboolean      dragging;
  gboolean      neighbours_give_way;
  EntMapHold   *hold;
  gboolean      placing;                  /* the map is changing by where its actors stand and by nothing else */
  double        pinch_from;               /* the scale when the pinch began */

  EntActor     *merging;                  /* is carried onto another with Ctrl, to be merged into it */
  EntPoint      carried_to;               /* pixels of the view */
  gboolean      banding;                  /* Shift-dragging draws a band about actors: ent-map-view-several.c */
  EntPoint      band_from, band_to;       /* pixels of the view */

  /* context menus: ent-map-view-menu.c */
  GtkWidget    *menu;                     /* NULL before the first */

  /* the keyboard: ent-map-view-keys.c */
  EntActor     *cursor;                   /* borrowed from the map */
  EntRelation  *cursor_link;              /* where the cursor is on a link of that actor; borrowed from the map */

  /* what a screen reader is told: ent-map-view-items.c */
  GHashTable   *items;                    /* EntActor → EntMapItem, a child of the view that keeps the actor */
  GPtrArray    *ranking;                  /* the weightiest EntActors, NULL where that is to be found out */
  GHashTable   *ranks;                    /* the same as a set */
  guint         n_listed;                 /* of them have items that are up to date */
  guint        *link_counts;              /* of each node of the scene; NULL until asked for */
  EntActor     *linked;                   /* whose item has a list of links; borrowed from that */
  guint         listing;                  /* an idle source while there is something to do */
  guint         place_rest;               /* a timeout while something moves */
};

static inline const EntSceneNode *
ent_map_view_get_node (EntMapView *self, guint node)
{
  guint n_nodes;

  return &ent_scene_get_nodes (self->scene, &n_nodes)[node];
}

static inline const EntSceneLink *
ent_map_view_get_link (EntMapView *self, guint link)
{
  guint n_links;

  return &ent_scene_get_links (self->scene, &n_links)[link];
}

void ent_map_view_set_viewport     (EntMapView *self, EntViewport viewport, gboolean animate);
/* Moves the cursor, and with it the focus where the map has that. relation: a link of @actor, or NULL. */
void ent_map_view_set_cursor       (EntMapView *self, EntActor *actor, EntRelation *relation);

EntRect ent_map_view_get_node_rect (const EntSceneNode *node);     /* with its name, map units */

/* ent-map-view-drawing.c */
void ent_map_view_init_drawing    (EntMapView *self);
void ent_map_view_dispose_drawing (EntMapView *self);
void ent_map_view_snapshot        (GtkWidget *widget, GtkSnapshot *snapshot);
/* The scale has changed, and may go on to. */
void ent_map_view_put_off_rest    (EntMapView *self);
/* Another map: nothing that was painted is shown any more. */
void ent_map_view_forget_tiles    (EntMapView *self);

/* ent-map-view-places.c */
/* Where the nodes of the scene stand. (transfer full) */
EntPoint *ent_map_view_copy_places  (EntMapView *self);
/* Moves what is drawn from these places to those of the scene; at once where the desktop asks for less motion. from: (transfer full) */
void      ent_map_view_settle       (EntMapView *self, EntPoint *from, guint time_ms);
void      ent_map_view_end_settling (EntMapView *self);
gboolean  ent_map_view_is_settling  (EntMapView *self);
/* Where a large map has actors without a place, has these found and the map changed; FALSE where there is nothing to wait for. */
gboolean  ent_map_view_await_places (EntMapView *self, EntMap *map);
void      ent_map_view_stop_arranging (EntMapView *self);

/* ent-map-view-scene.c */
/* Where a map with places is large, has its scene made in a thread and then shown; FALSE where there is nothing to wait for. */
gboolean  ent_map_view_await_scene   (EntMapView *self, EntMap *map);
/* What is being made is not shown any more. */
void      ent_map_view_stop_drafting (EntMapView *self);
/* Large text of the desktop makes the names on the map larger. */
void      ent_map_view_init_scene    (EntMapView *self);
void      ent_map_view_scale_text    (EntMapView *self);
/* ent-map-view.c: shows it instead of the one before. scene: of the session's map; NULL: none. (transfer full) */
void      ent_map_view_take_scene    (EntMapView *self, EntScene *scene);

/* ent-map-view-pointer.c */
void ent_map_view_init_pointer   (EntMapView *self);
/* What is at a place of the view, or near it; both NULL over the ground. */
void ent_map_view_hit_test       (EntMapView *self, double x, double y, EntActor **actor, EntRelation **relation);
/* The keyboard has taken over: this link (NULL: nothing) is as hovered until the pointer moves again. */
void ent_map_view_hover_link     (EntMapView *self, EntRelation *relation);
/* Lets go of everything the pointer holds, where it is: the map is going to be another one. */
void ent_map_view_forget_pointer (EntMapView *self);

/* Selects what is under a point of the view. extend: Shift is held. */
void ent_map_view_select_at      (EntMapView *self, double x, double y, gboolean extend);

/* Takes hold of the actor that is grabbed; it goes to the hold's x, y, and stays there, as one edit, when it is let go. */
void ent_map_view_take_hold      (EntMapView *self);
void ent_map_view_let_go         (EntMapView *self);

/* ent-map-view-several.c */
void ent_map_view_class_init_several (GtkWidgetClass *widget_class);
/* Whose middle is in the band, which is over. */
void ent_map_view_select_in_band     (EntMapView *self);
/* Rings around them, the band, and what is carried. */
void ent_map_view_draw_several       (EntMapView *self, GtkSnapshot *snapshot, const GdkRGBA *colour);

/* ent-map-view-menu.c */
void ent_map_view_class_init_menu (GtkWidgetClass *widget_class);
void ent_map_view_init_menu       (EntMapView *self);
/* Where nothing is selected, selects what the cursor stands on. */
void ent_map_view_take_cursor     (EntMapView *self);

/* ent-map-view-keys.c */
void     ent_map_view_class_init_keys (GtkWidgetClass *widget_class);
gboolean ent_map_view_focus           (GtkWidget *widget, GtkDirectionType direction);
gboolean ent_map_view_grab_focus      (GtkWidget *widget);
/* The view, or its item, that has the focus of the window; NULL where that is elsewhere. (borrowed) */
GtkWidget *ent_map_view_get_focus     (EntMapView *self);
/* An item has taken the focus. */
void     ent_map_view_enter_item      (EntMapView *self, EntMapItem *item);

/* ent-map-view-items.c */
void         ent_map_view_init_items      (EntMapView *self);
void         ent_map_view_dispose_items   (EntMapView *self);
/* The scene is another one, or shows other actors and links: its items follow when there is time. */
void         ent_map_view_list_items      (EntMapView *self);
/* Something else is selected, or the cursor has moved. */
void         ent_map_view_update_items    (EntMapView *self);
/* Another map. */
void         ent_map_view_forget_items    (EntMapView *self);
/* To be called while the view is allocated. */
void         ent_map_view_place_items     (EntMapView *self);
/* What is drawn has moved, and may go on to: the items follow when it has come to rest. */
void         ent_map_view_put_off_places  (EntMapView *self);
/* What of a link the focus is drawn around, map units. */
EntRect      ent_map_view_get_link_rect   (EntMapView *self, const EntSceneLink *link);
/* Made where there is none; NULL where there is no cursor. (borrowed) */
GtkWidget   *ent_map_view_get_cursor_item (EntMapView *self);
/* The link before (step −1) or after (1) the cursor among those of its actor, the last one after that; NULL: the actor. (borrowed) */
EntRelation *ent_map_view_get_link_beside (EntMapView *self, int step);

G_END_DECLS
