/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-layout-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A node's room: its shape's box and its label's box. */
typedef struct { double left, top, right, bottom; } EntBox;
typedef struct { EntBox parts[2]; guint n_parts; } EntRoom;

EntRoom  ent_room_get       (const EntLayoutNode *node);
EntBox   ent_room_bounds    (const EntRoom *room);
/* Whether two rooms are less than margin apart (0: overlap) in both directions. */
gboolean ent_rooms_overlap  (const EntRoom *a, const EntRoom *b, double margin);
/* How far a has to be moved along one axis, the cheaper one, so that the parts that overlap now no longer do. FALSE: they do not. */
gboolean ent_rooms_part     (const EntRoom *a, const EntRoom *b, double margin, double *dx, double *dy);

/**
 * ent_overlaps_remove:
 * Moves nodes apart until no two rooms are less than margin apart, changing the drawing as little as it can: ground given out evenly
 * in large crowded ones, even scaling while it is crowded all over, then pushes along the cheaper axis, and for what is left the nearest free place. Afterwards no rooms
 * overlap but those of pinned nodes with each other. Pinned nodes stay, placed ones give way less than others.
 * cancellable: nullable; once it is cancelled rooms may overlap still.
 * Cost: O(n log n) a round where rooms are spread, 300 rounds at most.
 */
void     ent_overlaps_remove (EntLayoutGraph *graph, double margin, GCancellable *cancellable);
/* One round of pushes alone. shares: one a node, how readily it moves; 0: not at all. Returns how many pairs were pushed. */
guint    ent_overlaps_push   (EntLayoutGraph *graph, const double *shares, double margin);

G_END_DECLS
