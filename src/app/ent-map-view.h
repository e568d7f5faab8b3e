/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"
#include "ent-session.h"
#include "ent-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntMapView:
 * The drawing of a session's map: to look at, to drag, to walk with the keyboard.
 *
 * Properties: "session" (EntSession, construct or set later), "scale" (pixels a map unit, read only, with notify),
 * "neighbours-give-way" (boolean): to an actor that is dragged; else it moves alone.
 * Signals: "opened": the reader pressed Enter on an actor or double-clicked a link; it is selected. "connect" (EntActor): the
 * reader clicked a second actor with Shift: how is it connected to the selected one?
 */
#define ENT_TYPE_MAP_VIEW (ent_map_view_get_type ())
G_DECLARE_FINAL_TYPE (EntMapView, ent_map_view, ENT, MAP_VIEW, GtkWidget)

GtkWidget      *ent_map_view_new             (EntSession *session);
double          ent_map_view_get_scale       (EntMapView *self);
/* The drawing on the screen, NULL before there is a map. */
const EntScene *ent_map_view_get_scene       (EntMapView *self);
/* Where an actor's middle, or a link's, stands in the widget, in its pixels; FALSE where it is not on the map. */
gboolean        ent_map_view_get_actor_point (EntMapView *self, EntActor *actor, double *x, double *y);
gboolean        ent_map_view_get_link_point  (EntMapView *self, EntRelation *relation, double *x, double *y);
/* The map's point in the middle of the view. */
EntPoint        ent_map_view_get_centre      (EntMapView *self);
/* Everything in the middle; the view keeps it so when its size changes, until the reader moves it. */
void            ent_map_view_fit             (EntMapView *self);
/* How much of it at its lower edge something stands over: everything is shown above that. */
void            ent_map_view_set_covered     (EntMapView *self, int height_px);
/* Where the drawing of a large map is being made, has all of it shown once it is there; FALSE: there is nothing to wait for. */
gboolean        ent_map_view_fit_later       (EntMapView *self);
/* About the middle of the view; factor 1 gives 100 %. */
void            ent_map_view_zoom_to         (EntMapView *self, double scale);
void            ent_map_view_zoom_by         (EntMapView *self, double factor);
/* Places all actors anew but those that the reader pinned; as one edit, later where the map is large. Also as the action
 * "map.arrange". */
void            ent_map_view_arrange         (EntMapView *self);
/* The least move that makes an actor or a link visible. */
void            ent_map_view_show            (EntMapView *self, EntActor *actor, EntRelation *relation);

G_END_DECLS
