/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

#include "ent-scene-curve.h"
#include "ent-scene-grid.h"
#include "ent-scene-text.h"

G_BEGIN_DECLS

/* How an item is painted; the later ones lie on top. */
typedef enum { ENT_LEVEL_HIDDEN, ENT_LEVEL_FADED, ENT_LEVEL_NORMAL, ENT_LEVEL_RAISED } EntLevel;

/* What a node or link has besides what others see of it. */
typedef struct {
  EntText *text;             /* shared; NULL until measured */
  char    *unmeasured;       /* what it will say; NULL afterwards */
  EntKind  kind;
  gint8    tint;             /* -1: by kind */
  guint8   visibility;       /* EntLevel by the filters alone */
  guint8   level;            /* EntLevel with hover and selection */
  guint8   hovered;
  guint8   selected;
  guint8   loose;
  guint8   stray;            /* not where the index has it */
  guint8   pinned;           /* as the actor was when the scene was begun */
} EntNodeState;

typedef struct {
  EntText  *text;            /* shared; NULL until measured */
  char     *unmeasured;
  guint     n_quotes;
  EntStance stance;
  double    bend;            /* of the curve from centre to centre */
  double    turn_from;       /* by how much (radians) its ends are turned about their nodes, away from others */
  double    turn_to;
  double    shift_from;      /* the same for ends below a name: map units along its lower edge */
  double    shift_to;
  double    label_t;         /* where on the curve the label sits */
  double    shout_t;         /* the same while its label is shown for the sake of emphasis */
  guint     loop;            /* of links from an actor to itself: which of that actor's it is */
  guint8    shouted;         /* the label is painted on top, in a pill */
  guint8    visibility;
  guint8    level;
  guint8    hovered;
  guint8    selected;
  guint8    loose;           /* one of its ends is */
  guint8    stray;
} EntLinkState;

/* Where everything is, shared by a scene and its pictures. */
typedef struct {
  EntSceneGrid *nodes;       /* their bounds */
  EntSceneGrid *links;       /* their curves and the boxes of their labels */
} EntSceneIndex;

/* Node i has nodes[i] and node_states[i]; links likewise. In a picture what says "not in pictures" is NULL. */
struct _EntScene {
  EntMap       *map;                /* not in pictures */
  GHashTable   *node_by_actor;      /* EntActor (referenced) → index + 1; not in pictures */
  GHashTable   *link_by_relation;   /* EntRelation (referenced) → index + 1; not in pictures */
  GHashTable   *texts;              /* "n" or "l" and the string → EntText; not in pictures */
  EntSceneNode *nodes;
  EntNodeState *node_states;
  guint         n_nodes;
  EntSceneLink *links;
  EntLinkState *link_states;
  guint         n_links;
  guint        *links_of;           /* the links of node i are node_links[links_of[i]] … [links_of[i + 1] − 1]; not in pictures */
  guint        *node_links;
  gboolean      anything_hovered;
  gboolean      sized;              /* its nodes are not as large as usual */
  double        text_scale;         /* 0: 1 */
  EntSceneIndex *index;             /* NULL: not made */
  GArray       *stray_nodes;        /* guint: moved since the index was made */
  GArray       *stray_links;
  GArray       *loose_nodes;        /* guint: moved since the scene was fastened; not in pictures */
  GArray       *loose_links;
  GArray       *lit_nodes;          /* guint: what hover and selection lift out of the rest; not in pictures */
  GArray       *lit_links;
  guint         serial;
};

/* The scene without places for links and labels, its texts measured; actors without a place stand at the origin. before, sizes: as for
 * ent_scene_new_after(). */
EntScene *ent_scene_build         (const EntScene *before, EntMap *map, double least_confidence, const double *sizes);

/* ent-scene-geometry.c: where links run and labels sit. */
EntRect  ent_scene_node_label_box  (const EntSceneNode *node);
EntRect  ent_scene_node_bounds     (const EntSceneNode *node);                    /* shape, outline and name */
EntRect  ent_scene_link_label_box  (const EntSceneLink *link, EntPoint centre);
EntRect  ent_scene_link_bounds     (const EntScene *self, guint link);            /* curve and heads, without the label */
/* Trims the link's curve at the borders of its shapes, from their places and its bend. */
void     ent_scene_route_link      (EntScene *self, guint link);
/* The same in two steps, for who routes a link again and again. Exits hold while the places of its two nodes, its bend, and whether either
 * of its turns is 0 stay as they are. Not for loops. */
typedef struct { double t0, t1; } EntLinkExits;    /* where the curve between the centres begins and ends to be drawn */
EntLinkExits ent_scene_find_exits  (const EntScene *self, guint link);
void     ent_scene_route_between   (EntScene *self, guint link, EntLinkExits exits);
void     ent_scene_place_node_label(EntSceneNode *node);
/* Chooses all bends and routes all links. */
void     ent_scene_route_all       (EntScene *self);
/* Whether an end of a link stands at the lower edge of the node's name. */
gboolean ent_scene_is_below_name   (const EntSceneNode *node, EntPoint p);
/* ent-scene-ends.c: turns the ends of routed links about their nodes so that arrowheads stand side by side; they have to be
 * routed again afterwards. */
void     ent_scene_spread_ends     (EntScene *self);
/* ent-scene-heads.c: routes links whose heads lie on names again, so that they do not where that can be helped. O(links × log nodes),
 * and some hundred times that of a link for each such one; nothing in drawings of thousands of links. */
void     ent_scene_clear_heads     (EntScene *self);
/* ent-scene-places.c: asks the layout how much each link bends, and where its label goes; a large scene piece by piece. */
void     ent_scene_choose_bends    (const EntScene *self, double *bends);
void     ent_scene_place_labels    (EntScene *self);
EntPoint ent_scene_label_centre    (const EntScene *self, guint link, double t);

/* ent-scene-detail.c: the box of a name that is drawn larger. */
EntRect  ent_scene_grown_name_box (const EntSceneNode *node, double name_scale);

/* ent-scene-index.c */
/* Sorts everything into cells, anew where it was before. */
void     ent_scene_make_index     (EntScene *self);
void     ent_scene_drop_index     (EntScene *self);
/* Whether so much has moved since the index was made that it is better made anew. */
gboolean ent_scene_is_index_worn  (const EntScene *self);
/* Calls func for what may be within area, some of it several times, in no order. */
void     ent_scene_each_node_near (const EntScene *self, EntRect area, EntSceneGridFunc func, gpointer data);
void     ent_scene_each_link_near (const EntScene *self, EntRect area, EntSceneGridFunc func, gpointer data);

/* ent-scene-emphasis.c: from hover, selection and filters to levels and labels on top. */
void     ent_scene_refresh_levels  (EntScene *self);

G_END_DECLS
