/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"
#include "ent-palette.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * EntScene:
 * The drawing of a map as a list of shapes, each with its style and its owner (an actor or a relation). The painter and the
 * SVG writer draw the same scene, so what is exported is what was seen. Coordinates are map units, y downwards; one unit is
 * one pixel at 100 %.
 */
typedef enum { ENT_SHAPE_CIRCLE, ENT_SHAPE_ROUNDED_SQUARE, ENT_SHAPE_DIAMOND } EntShapeForm;

/* A node of the drawing: an actor's shape and its name below. */
typedef struct {
  EntActor     *actor;              /* borrowed */
  double        x, y, radius;
  double        salience;           /* 0–1: see ent_map_measure_salience() */
  EntShapeForm  form;
  gboolean      dashed;             /* groups */
  gboolean      glyph;              /* head and shoulders, for persons */
  char        **label_lines;        /* wrapped and ellipsised */
  double        label_x, label_y;   /* upper left corner of the label's box */
  double        label_width, label_height;
} EntSceneNode;

/* A link: a quadratic curve whose ends touch the shapes' borders, or the name where it comes from below through it. */
typedef struct {
  EntRelation *relation;            /* borrowed */
  guint        from, to;            /* node indices */
  double       x0, y0, cx, cy, x1, y1;
  double       width;
  gboolean     arrow_at_start;      /* mutual links have both */
  gboolean     arrow_at_end;
  gboolean     dashed;              /* every quote is hedged */
  gboolean     label_shown;         /* there is room for it */
  double       label_x, label_y;    /* the centre of the label's box */
  double       label_width, label_height;
} EntSceneLink;

typedef enum {
  ENT_SCENE_NORMAL,
  ENT_SCENE_HOVERED,
  ENT_SCENE_SELECTED,
} EntSceneEmphasis;

typedef struct _EntScene EntScene;

/* The confidence below which a link is not drawn where nobody says otherwise. */
#define ENT_SCENE_LEAST_CONFIDENCE 0.35

/* Builds the drawing of a map. Actors without a place are laid out first, and the places stored in the map's actors
 * (ent_scene_lay_out does just that). The scene keeps a reference to the map; it is a picture of it as it was:
 * build a new one after the map changed. */
EntScene           *ent_scene_new          (EntMap *map);
/* The same without the links whose confidence is below least_confidence (0–1): they are not in the scene at all, so that the others
 * run and are labelled as if there were no more. All actors are in it, where they are and as large as ever. */
EntScene           *ent_scene_new_above    (EntMap *map, double least_confidence);
/* The same with the nodes as large as sizes says: (nullable) a number from 0 to 1 for each actor of the map, in its order, of the span from the
 * smallest node to the largest; NULL: by salience. Where they would overlap the drawing gives way; the map keeps its places. */
EntScene           *ent_scene_new_sized    (EntMap *map, double least_confidence, const double *sizes);
/* The same for a map that was drawn before: texts that both have are not measured again, and the serial goes on from that one's.
 * before: nullable, of the same thread. */
EntScene           *ent_scene_new_after    (const EntScene *before, EntMap *map, double least_confidence, const double *sizes);
/* The same in two halves, for large maps. The first asks the map, all of whose actors have a place: O(n), about a microsecond each. The
 * second does the work and may run in another thread, since it asks neither the map nor scene before; between the two the scene can be
 * freed and nothing else. */
EntScene           *ent_scene_begin        (const EntScene *before, EntMap *map, double least_confidence, const double *sizes);
void                ent_scene_finish       (EntScene *self);
/* Whether a confidence is one that a threshold lets pass, sums of rounding errors aside. */
gboolean            ent_scene_is_above     (double confidence, double least_confidence);
void                ent_scene_free         (EntScene *self);
/* Whether every actor of the map has a place. */
gboolean            ent_scene_is_placed    (EntMap *map);
/* least_confidence: the links below it, which are not shown, do not hold actors together; who has no others is set aside.
 * keep_places: actors that have a place give way a little to those that have none, and stay where there are none such. */
void                ent_scene_lay_out      (EntMap *map, double least_confidence, guint32 seed, gboolean keep_places);
/* The same in a worker. cancellable: nullable. FALSE: cancelled, and the map is as it was. */
gboolean            ent_scene_lay_out_cancellable (EntMap *map, double least_confidence, guint32 seed, gboolean keep_places,
                                                   GCancellable *cancellable);
EntMap             *ent_scene_get_map      (const EntScene *self);
/* n_nodes, n_links: nullable, for who has an index already. */
const EntSceneNode *ent_scene_get_nodes    (const EntScene *self, guint *n_nodes);
const EntSceneLink *ent_scene_get_links    (const EntScene *self, guint *n_links);
/* Everything drawn, labels included: upper left corner and size. An empty map gives 0 × 0. */
void                ent_scene_get_bounds   (const EntScene *self, double *x, double *y, double *width, double *height);
/* Moves one node (and what hangs on it) without building the scene anew. */
void                ent_scene_move_node    (EntScene *self, guint node, double x, double y);
/* What moved lies beside what stands: it is "loose", and pictures may leave it out, until it is fastened. serial: another number
 * whenever a picture (see ent_scene_dup_picture) would be another one. */
void                ent_scene_loosen       (EntScene *self, guint node);
void                ent_scene_fasten       (EntScene *self);
const guint        *ent_scene_get_loose    (const EntScene *self, guint *n_nodes);         /* node indices (borrowed) */
guint               ent_scene_get_serial   (const EntScene *self);
/* The topmost actor or relation at a point, both NULL outputs when the ground is hit. tolerance: map units around thin links, and
 * around actors where they are dots; zoom: pixels a map unit, for what is left out there cannot be hit; 0: nothing is.
 * Cost: what is near the point. */
void                ent_scene_hit_test     (const EntScene *self, double x, double y, double tolerance, double zoom,
                                            EntActor **actor, EntRelation **relation);
gint                ent_scene_find_actor   (const EntScene *self, EntActor *actor);        /* node index or -1 */
gint                ent_scene_find_relation(const EntScene *self, EntRelation *relation);  /* link index or -1 */
/* For writers of real text. baselines: of each line of the node's name, from label_y. (borrowed) */
const double       *ent_scene_get_name_baselines (const EntScene *self, guint node);
/* A link's label as drawn (ellipsised), "" for none; baseline: (out) (optional): from the upper edge of the label's box. (borrowed) */
const char         *ent_scene_get_label_text     (const EntScene *self, guint link, double *baseline);
/* For writers of outlines: a node's name and a link's label as they are painted, from the upper left corner of their boxes.
 * (transfer full); NULL for an empty one. */
PangoLayout        *ent_scene_dup_name_layout    (const EntScene *self, guint node);
PangoLayout        *ent_scene_dup_label_layout   (const EntScene *self, guint link);
/* The font family that names and labels are drawn in. (transfer full) */
char               *ent_scene_dup_font_family    (const EntScene *self);
/* States. NULLs clear. While something is hovered or focused the rest is drawn faded. */
void                ent_scene_set_hover    (EntScene *self, EntActor *actor, EntRelation *relation);
void                ent_scene_set_selected (EntScene *self, EntActor *actor, EntRelation *relation);
/* Adds to what is selected (Shift-drag); ent_scene_set_selected() with NULLs clears all of it. */
void                ent_scene_add_selected (EntScene *self, EntActor *actor, EntRelation *relation);

/* For filters, paths and the focus on a neighbourhood: what is faded is drawn pale, what is hidden is neither drawn nor hit, what is
 * kept (the queries below call it shown) does not fade while something else is hovered. */
typedef enum { ENT_SCENE_SHOWN, ENT_SCENE_FADED, ENT_SCENE_HIDDEN, ENT_SCENE_KEPT } EntSceneVisibility;
/* Asked once per actor (relation is NULL) and once per relation (actor is NULL). A link is never more visible than its ends. */
typedef EntSceneVisibility (*EntSceneVisibilityFunc) (EntActor *actor, EntRelation *relation, gpointer user_data);
/* func: called before this returns; NULL shows all. */
void                ent_scene_set_visibility (EntScene *self, EntSceneVisibilityFunc func, gpointer user_data);
EntSceneVisibility  ent_scene_get_node_visibility (const EntScene *self, guint node);
EntSceneVisibility  ent_scene_get_link_visibility (const EntScene *self, guint link);

/* Colours nodes by tints instead of by kinds. tints: (nullable) one below ENT_N_TINTS for each node; NULL: by kind. */
void                ent_scene_set_tints    (EntScene *self, const guint *tints);
/* Which links have their label. Of a scene that was just built: what is left out does not come back. */
typedef enum {
  ENT_LABELS_FIT,        /* those that there is room for, and those of links that are hovered or selected */
  ENT_LABELS_EMPHASIS,   /* the latter only */
  ENT_LABELS_NEVER,
} EntSceneLabels;
void                ent_scene_set_labels   (EntScene *self, EntSceneLabels labels);
/* -1: by kind. */
gint                ent_scene_get_node_tint(const EntScene *self, guint node);

typedef struct {
  gboolean dark;
  gboolean high_contrast;
  gboolean transparent;     /* no ground is painted */
  double   font_scale;      /* 1 (or 0): as designed */
  gboolean plain;           /* hover and selection are left out, as in exports */
  double   zoom;            /* pixels of the screen a map unit, for what cannot be seen there to be left out; 0: all is drawn */
  double   device_scale;    /* pixels a unit of the target where that cannot tell itself, as when GTK records; 0: as it says */
} EntSceneStyle;

/* Paints the scene on a cairo context whose unit is already the map unit; clip: map units, nullable, what lies outside may be left out.
 * Several threads may paint one scene on pixels at once, plain, while nothing changes it. */
void                ent_scene_paint        (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const cairo_rectangle_t *clip);
/* Only what hover and selection lift out of the rest and what is loose; no ground. */
void                ent_scene_paint_lit    (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const cairo_rectangle_t *clip);
/* What ent_scene_paint_lit() paints: upper left corner and size; FALSE where that is nothing. */
gboolean            ent_scene_get_lit_bounds (const EntScene *self, double *x, double *y, double *width, double *height);
guint               ent_scene_count_lit_links (const EntScene *self);
/* Whether something is hovered, so that all that is not lit is to fade by ENT_SCENE_FADED_SHARE into the ground. */
gboolean            ent_scene_is_fading    (const EntScene *self);
#define ENT_SCENE_FADED_SHARE 0.80

/**
 * ent_scene_dup_picture:
 * @with_loose: with what was moved since the scene was made or fastened, where it is now
 *
 * A copy of what the scene draws now, which does nothing but be painted, by any number of threads at once, on pixels only and plain
 * (see EntSceneStyle). Cheap: texts are shared. Free it in the thread of the scene. (transfer full)
 */
EntScene           *ent_scene_dup_picture  (EntScene *self, gboolean with_loose);

/* How large letters are on the screen of whoever asked for large text; 1 to begin with. Seen from afar names keep so much larger a size,
 * and links their labels only where these can be read as well. What is drawn without a zoom stays as it is. */
void                ent_scene_set_text_scale (EntScene *self, double text_scale);

typedef struct _EntSceneDetail EntSceneDetail;
/* What is drawn at a zoom (pixels a map unit): see ent-scene-detail.h. O(n log n) in the number of nodes. (transfer full) */
EntSceneDetail     *ent_scene_detail_new   (const EntScene *scene, double zoom);
void                ent_scene_detail_free  (EntSceneDetail *self);
/* As ent_scene_paint(), for many pieces of one drawing. detail: of this scene or picture; style->zoom is not looked at. */
void                ent_scene_paint_piece  (const EntScene *self, cairo_t *cr, const EntSceneStyle *style, const EntSceneDetail *detail,
                                            const cairo_rectangle_t *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntScene, ent_scene_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSceneDetail, ent_scene_detail_free)

G_END_DECLS
