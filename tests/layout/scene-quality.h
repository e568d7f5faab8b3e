/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

G_BEGIN_DECLS

/* What lies on what in a drawing as it is painted: pairs that overlap. A link's arrowhead touches the shape that it points to, and
 * that is no overlap. */
typedef struct {
  guint shape_shape;
  guint name_name;
  guint name_shape;
  guint name_head;       /* an actor's name and an arrowhead */
  guint label;           /* a link's label that is shown and a shape, a name, an arrowhead or another link's label */
  guint n_labels;        /* shown */
  guint link_shape;      /* a link and the shape of an actor that is not one of its ends */
  guint link_name;       /* … and the name of one */
} SceneQuality;

/* O(nodes × links + links²). */
SceneQuality scene_quality_measure (const EntScene *scene);

G_END_DECLS
