/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-view.h"

G_BEGIN_DECLS

/**
 * EntZoomControls:
 * Smaller, 100 %, larger, all, and the map as a picture: buttons over the corner of a map view. They act through the window's actions.
 *
 * Property: "scale" (double), the one to show: bind it to the view's.
 */
#define ENT_TYPE_ZOOM_CONTROLS (ent_zoom_controls_get_type ())
G_DECLARE_FINAL_TYPE (EntZoomControls, ent_zoom_controls, ENT, ZOOM_CONTROLS, GtkWidget)

/* The one that stands for the picture, to be dragged from. Borrowed. */
GtkWidget *ent_zoom_controls_get_picture_button (EntZoomControls *self);

G_END_DECLS
