/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All columns are as wide as the widest node needs and all rows as high as the highest: an even rhythm tells that these belong together
 * as those that nothing is said of. */

#include "ent-singles.h"
#include "ent-overlaps.h"
#include "ent-packing.h"

#include <math.h>

#define GAP 28.0     /* between columns and between rows */

static double
row_height (const EntSingles *self)
{
  return self->above + self->below + GAP;
}

EntSingles
ent_singles_measure (const EntLayoutGraph *graph, const gboolean *is_single)
{
  EntSingles self = { 0 };

  for (guint i = 0; i < graph->n_nodes; i++)
    if (is_single[i])
      {
        EntRoom room = ent_room_get (&graph->nodes[i]);
        EntBox box = ent_room_bounds (&room);

        self.column_width = MAX (self.column_width, box.right - box.left + GAP);
        self.above = MAX (self.above, 2 * graph->nodes[i].radius);
        self.below = MAX (self.below, box.bottom - graph->nodes[i].y - graph->nodes[i].radius);
        self.n++;
      }
  if (self.n > 0)
    ent_singles_set_columns (&self, (guint) ceil (sqrt (ENT_LAYOUT_ASPECT * self.n * row_height (&self) / self.column_width)));
  return self;
}

void
ent_singles_set_columns (EntSingles *self, guint n_columns)
{
  g_return_if_fail (self->n > 0);

  n_columns = CLAMP (n_columns, 1, self->n);
  self->n_rows = (self->n + n_columns - 1) / n_columns;
  self->n_columns = (self->n + self->n_rows - 1) / self->n_rows;
}

double
ent_singles_get_width (const EntSingles *self)
{
  return self->n_columns * self->column_width - GAP;
}

double
ent_singles_get_height (const EntSingles *self)
{
  return self->n_rows * row_height (self) - GAP;
}

void
ent_singles_place (const EntSingles *self, EntLayoutGraph *graph, const gboolean *is_single, double left, double top)
{
  double middle = left + ent_singles_get_width (self) / 2;
  guint at = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (is_single[i])
      {
        guint row = at / self->n_columns, column = at % self->n_columns;
        guint in_row = MIN (self->n_columns, self->n - row * self->n_columns);

        graph->nodes[i].x = middle + (column - (in_row - 1) / 2.0) * self->column_width;
        graph->nodes[i].y = top + row * row_height (self) + self->above - graph->nodes[i].radius;
        at++;
      }
}
