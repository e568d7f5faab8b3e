/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries (cell, item) are gathered first and then sorted by cell with a counting sort, so that a cell is a stretch of one array.
 * A curve is followed in steps of a quarter of a cell; the corners that it cuts between two steps are made up for by asking for
 * half a step more on all sides. */
#include "ent-scene-grid.h"

#include <math.h>

#define MAX_SIDE      1024     /* cells */
#define STEPS_A_CELL  4

typedef struct { guint cell, item; } Entry;

struct _EntSceneGrid {
  EntRect  bounds;
  double   cell;         /* the side of a cell, map units */
  guint    n_columns, n_rows;
  GArray  *entries;      /* of Entry; NULL once sealed */
  guint   *starts;       /* n_columns · n_rows + 1 places in items; NULL until sealed */
  guint   *items;
};

EntSceneGrid *
ent_scene_grid_new (EntRect bounds, guint n_items)
{
  EntSceneGrid *self = g_new0 (EntSceneGrid, 1);
  double        longer = MAX (bounds.width, bounds.height);

  self->bounds = bounds;
  self->cell = MAX (sqrt (bounds.width * bounds.height / MAX (n_items, 1)), longer / MAX_SIDE);
  self->cell = MAX (self->cell, 1);
  self->n_columns = (guint) CLAMP (ceil (bounds.width / self->cell), 1, MAX_SIDE);
  self->n_rows = (guint) CLAMP (ceil (bounds.height / self->cell), 1, MAX_SIDE);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
ent_scene_grid_free (EntSceneGrid *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self->starts);
  g_free (self->items);
  g_free (self);
}

static guint
column_at (const EntSceneGrid *self, double x)
{
  return (guint) CLAMP (floor ((x - self->bounds.x) / self->cell), 0, self->n_columns - 1);
}

static guint
row_at (const EntSceneGrid *self, double y)
{
  return (guint) CLAMP (floor ((y - self->bounds.y) / self->cell), 0, self->n_rows - 1);
}

void
ent_scene_grid_add_box (EntSceneGrid *self, guint item, EntRect box)
{
  guint left = column_at (self, box.x), right = column_at (self, box.x + box.width);
  guint top = row_at (self, box.y), bottom = row_at (self, box.y + box.height);

  for (guint row = top; row <= bottom; row++)
    for (guint column = left; column <= right; column++)
      {
        Entry entry = { row * self->n_columns + column, item };
        g_array_append_val (self->entries, entry);
      }
}

void
ent_scene_grid_add_curve (EntSceneGrid *self, guint item, const EntCurve *curve)
{
  /* The two sides of the control polygon are at least as long as the curve. */
  double length = hypot (curve->control.x - curve->start.x, curve->control.y - curve->start.y)
                  + hypot (curve->end.x - curve->control.x, curve->end.y - curve->control.y);
  guint  n_steps = (guint) CLAMP (ceil (2 * length / self->cell * STEPS_A_CELL), 1, 8 * MAX_SIDE * STEPS_A_CELL);
  guint  last = G_MAXUINT;

  /* Speed along a quadratic curve is at most twice the mean, hence twice as many steps. */
  for (guint i = 0; i <= n_steps; i++)
    {
      EntPoint p = ent_curve_at (curve, (double) i / n_steps);
      Entry    entry = { row_at (self, p.y) * self->n_columns + column_at (self, p.x), item };
      if (entry.cell != last)
        g_array_append_val (self->entries, entry);
      last = entry.cell;
    }
}

void
ent_scene_grid_seal (EntSceneGrid *self)
{
  guint             n_cells = self->n_columns * self->n_rows, n_entries = self->entries->len;
  const Entry      *entries = (const Entry *) (const void *) self->entries->data;
  g_autofree guint *next = g_new (guint, n_cells);

  self->starts = g_new0 (guint, n_cells + 1);
  self->items = g_new (guint, MAX (n_entries, 1));
  for (guint i = 0; i < n_entries; i++)
    self->starts[entries[i].cell + 1]++;
  for (guint c = 0; c < n_cells; c++)
    {
      self->starts[c + 1] += self->starts[c];
      next[c] = self->starts[c];
    }
  for (guint i = 0; i < n_entries; i++)
    self->items[next[entries[i].cell]++] = entries[i].item;
  g_clear_pointer (&self->entries, g_array_unref);
}

void
ent_scene_grid_query (const EntSceneGrid *self, EntRect area, EntSceneGridFunc func, gpointer data)
{
  EntRect asked = ent_rect_grown (area, self->cell / STEPS_A_CELL / 2);
  guint   left = column_at (self, asked.x), right = column_at (self, asked.x + asked.width);
  guint   top = row_at (self, asked.y), bottom = row_at (self, asked.y + asked.height);

  if (self->starts == NULL)
    return;
  for (guint row = top; row <= bottom; row++)
    for (guint at = self->starts[row * self->n_columns + left], end = self->starts[row * self->n_columns + right + 1]; at < end; at++)
      func (self->items[at], data);
}
