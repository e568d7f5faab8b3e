/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

G_BEGIN_DECLS

/**
 * EntSceneDetail:
 * What of a scene is drawn at a zoom, so that a map seen from afar stays clear and quick: names keep a size that can be read, and
 * where they have no room beside each other those of the more salient actors stay, off the shapes of others like them; links lose
 * first their labels, then heads and dashes; actors become dots. Does not change once made; several threads may use it.
 */
struct _EntSceneDetail {
  double   zoom;           /* pixels a map unit */
  double   name_scale;     /* how much larger than designed names are drawn, in map units; ≥ 1 */
  gboolean labels;         /* of links */
  gboolean heads;          /* and dashes */
  guint8  *names;          /* n_nodes: whether a node's name is drawn; NULL: all are */
};

/* Smaller than that a shape is a dot, and a line has the ground shine through rather than getting thinner. */
#define ENT_DETAIL_DOT_PX    3.5   /* radius */
#define ENT_DETAIL_GLYPH_PX  6.0   /* radius of one with head and shoulders in it */
#define ENT_DETAIL_LINE_PX   0.8   /* width */
/* A zoom: below it the dashes around groups are drawn as one line. */
#define ENT_DETAIL_DASHES    0.45

/* The same without a choice of names. */
EntSceneDetail ent_scene_detail_make (const EntScene *scene, double zoom);

G_END_DECLS
