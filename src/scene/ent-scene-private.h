/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

#include "ent-scene-curve.h"
#include "ent-scene-text.h"

G_BEGIN_DECLS

/* How an item is painted; the later ones lie on top. */
typedef enum { ENT_LEVEL_HIDDEN, ENT_LEVEL_FADED, ENT_LEVEL_NORMAL, ENT_LEVEL_RAISED } EntLevel;

/* What a node or link has besides what others see of it. */
typedef struct {
  EntText  text;
  EntKind  kind;
  gint8    tint;             /* -1: by kind */
  guint8   visibility;       /* EntLevel by the filters alone */
  guint8   level;            /* EntLevel with hover and selection */
  gboolean hovered;
  gboolean selected;
} EntNodeState;

typedef struct {
  EntText   text;
  EntStance stance;
  double    bend;            /* of the curve from centre to centre */
  double    turn_from;       /* by how much (radians) its ends are turned about their nodes, away from others */
  double    turn_to;
  double    shift_from;      /* the same for ends below a name: map units along its lower edge */
  double    shift_to;
  double    label_t;         /* where on the curve the label sits */
  double    shout_t;         /* the same while its label is shown for the sake of emphasis */
  gboolean  shouted;         /* the label is painted on top, in a pill */
  guint8    visibility;
  guint8    level;
  gboolean  hovered;
  gboolean  selected;
} EntLinkState;

/* Node i has nodes[i] and node_states[i]; links likewise. */
struct _EntScene {
  EntMap       *map;
  GHashTable   *node_by_actor;      /* EntActor (referenced) → index + 1 */
  GHashTable   *link_by_relation;   /* EntRelation (referenced) → index + 1 */
  EntSceneNode *nodes;
  EntNodeState *node_states;
  guint         n_nodes;
  EntSceneLink *links;
  EntLinkState *link_states;
  guint         n_links;
  gboolean      anything_hovered;
};

/* The scene without places for links and labels; actors without a place stand at the origin. */
/* sizes: see ent_scene_new_sized(). */
EntScene *ent_scene_build         (EntMap *map, double least_confidence, const double *sizes);

/* ent-scene-geometry.c: where links run and labels sit. */
EntRect  ent_scene_node_label_box  (const EntSceneNode *node);
EntRect  ent_scene_node_bounds     (const EntSceneNode *node);                    /* shape, outline and name */
EntRect  ent_scene_link_label_box  (const EntSceneLink *link, EntPoint centre);
EntRect  ent_scene_link_bounds     (const EntScene *self, guint link);            /* curve and heads, without the label */
/* Trims the link's curve at the borders of its shapes, from their places and its bend. */
void     ent_scene_route_link      (EntScene *self, guint link);
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
/* Places all link labels. */
void     ent_scene_place_labels    (EntScene *self);
EntPoint ent_scene_label_centre    (const EntScene *self, guint link, double t);

/* ent-scene-emphasis.c: from hover, selection and filters to levels and labels on top. */
void     ent_scene_refresh_levels  (EntScene *self);

G_END_DECLS
