/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct { double x, y; } EntPoint;
typedef struct { double x, y, width, height; } EntRect;   /* x, y: the upper left corner */

/* A node: a shape of the given radius about (x, y), and a label box below it that must stay free as well. Map units. */
typedef struct {
  double   x, y;           /* in: where it is (if placed); out: where it goes */
  double   radius;
  double   label_width;    /* 0: no label */
  double   label_height;
  gboolean placed;         /* x, y hold a place to start from */
  gboolean pinned;         /* never moved (implies placed) */
} EntLayoutNode;

typedef struct {
  guint  from, to;         /* node indices, not equal */
  double weight;           /* > 0; more: closer */
  double affinity;         /* −1 conflict (kept apart) … 0 … 1 cooperation (drawn together) */
  double label_width;      /* 0: none; room for it is kept along the edge where possible */
  double label_height;
} EntLayoutEdge;

/* Numbers in, numbers out: knows nothing of maps. Arrays belong to the caller. */
typedef struct {
  EntLayoutNode *nodes;
  guint          n_nodes;
  EntLayoutEdge *edges;
  guint          n_edges;
} EntLayoutGraph;

/* Between the lower edge of a shape and its label. */
#define ENT_LAYOUT_LABEL_GAP 4.0

/* The square about a node's shape, whatever its form. */
static inline EntRect
ent_layout_node_shape_box (const EntLayoutNode *node)
{
  return (EntRect) { node->x - node->radius, node->y - node->radius, 2 * node->radius, 2 * node->radius };
}

/* The box of a node's label: centred below its shape. Without a label its size is 0 × 0. */
static inline EntRect
ent_layout_node_label_box (const EntLayoutNode *node)
{
  if (!(node->label_width > 0) || !(node->label_height > 0))
    return (EntRect) { node->x, node->y + node->radius, 0, 0 };
  return (EntRect) { node->x - node->label_width / 2, node->y + node->radius + ENT_LAYOUT_LABEL_GAP,
                     node->label_width, node->label_height };
}

G_END_DECLS
