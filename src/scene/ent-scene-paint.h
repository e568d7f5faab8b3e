/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-palette.h"
#include "ent-scene-figure.h"

G_BEGIN_DECLS

/* Single figures on a cairo context, for the painter and for legends. */

/* The node's shape and glyph, without its name. */
void ent_paint_node (cairo_t *cr, const EntSceneNode *node, EntColour fill, EntColour line);
/* A line with its arrowheads. */
void ent_paint_link (cairo_t *cr, const EntLinkFigure *figure, EntColour colour);
void ent_paint_heads (cairo_t *cr, const EntLinkFigure *figure, EntColour colour);

G_END_DECLS
