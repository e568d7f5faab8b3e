/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene-curve.h"
#include "ent-scene.h"

G_BEGIN_DECLS

/* The shapes that nodes and links are drawn with, in numbers: the painter and the SVG writer both draw these, so that they draw alike. */

#define ENT_OUTLINE_WIDTH   2.0    /* of a node's shape; drawn half inside, half outside */
#define ENT_HALO_WIDTH      5.0    /* of the stroke behind letters: half of it shows on either side */
#define ENT_NAME_SIZE       14.0
#define ENT_LABEL_SIZE      12.0
#define ENT_BAR_SHARE       0.42   /* of a label's size: the height of small letters, a little less */
#define ENT_CORNER_SHARE    0.38   /* of half the side of a rounded square */

/* From a node's centre: < 0 inside, 0 on the outer edge of the drawn outline, > 0 outside; exact for all three forms.
 * radius: half of the width (and height) of the form, to the middle of its outline. */
double ent_shape_distance (EntShapeForm form, double radius, double dx, double dy);

/* The dashes of a group's outline, stretched a little so that they close evenly. */
void   ent_group_dashes   (double radius, double dashes[2]);

/* Head and shoulders: a circle, and a half disc standing on its diameter. */
typedef struct {
  EntPoint head;
  double   head_radius;
  EntPoint shoulders;      /* the middle of the diameter */
  double   shoulder_radius;
} EntPersonFigure;
void   ent_person_figure  (const EntSceneNode *node, EntPersonFigure *out);

/* An arrowhead: a triangle for cooperation and neutral links, barbed (with a notch) for conflict. The first point is the tip. */
typedef struct { EntPoint points[4]; guint n_points; } EntHeadFigure;

typedef struct {
  EntCurve      line;         /* without what lies under the heads */
  double        width;
  gboolean      round_caps;   /* dotted and dashed lines; solid ones end flat under their heads */
  double        dashes[4];
  guint         n_dashes;     /* 0: solid */
  double        dash_offset;  /* where in the dashes the line begins */
  EntHeadFigure heads[2];
  guint         n_heads;
} EntLinkFigure;

/* extra_width: added to the link's own, for what is hovered or selected. FALSE where the shapes overlap and nothing is drawn. */
gboolean ent_link_figure  (const EntSceneLink *link, EntStance stance, double extra_width, EntLinkFigure *out);
EntCurve ent_link_curve   (const EntSceneLink *link);
/* Leaves out what lies outside of an area, so that a long link that is painted piece by piece costs no more than in one. FALSE where
 * nothing is left. */
gboolean ent_link_figure_cut (EntLinkFigure *self, EntRect area);

G_END_DECLS
