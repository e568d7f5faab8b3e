/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every component is drawn into a small raster: its rooms, its edges, and what lies between them both across and down, so that
 * another may nestle in a corner but not inside. The rasters are put down from the largest to the smallest, each where the whole
 * then needs the least window; ties go to the place nearest the middle. Single nodes come last, as one block, whose ties go to a
 * corner, the lower right one first. */

#include "ent-packing.h"
#include "ent-overlaps.h"
#include "ent-singles.h"

#include <math.h>
#include <string.h>

#define GAP            44.0     /* between components */
#define ROW_COST       0.05     /* of each row of single nodes, in cells of the window … */
#define TALL_COST      0.5      /* … and of each by which they make a tower, three times as high as wide */
#define MIN_CELL       16.0
#define MAX_AREA_CELLS 2500.0   /* of all components' boxes together */
#define MAX_LENGTH_CELLS 160.0  /* of the longest side of any */

typedef struct {
  guint    component;
  gboolean stays;
  guint    n_nodes;
  EntBox   box;                 /* of its nodes' rooms */
  gint     columns, rows;
  guint8  *cells;               /* columns × rows */
  gboolean aside;               /* not in the middle */
} Piece;

typedef struct {
  double  cell;
  double  origin_x, origin_y;   /* of the first cell */
  gint    size;                 /* cells across and down */
  guint8 *taken;
  gboolean any;
  gint    left, top, right, bottom;   /* of what is taken */
} Ground;

static EntBox
box_union (EntBox a, EntBox b)
{
  return (EntBox) { MIN (a.left, b.left), MIN (a.top, b.top), MAX (a.right, b.right), MAX (a.bottom, b.bottom) };
}

static Piece *
pieces_new (const EntLayoutGraph *graph, const guint *components, guint n_components)
{
  Piece *pieces = g_new0 (Piece, MAX (n_components, 1));

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      Piece *piece = &pieces[components[i]];
      EntRoom room = ent_room_get (&graph->nodes[i]);
      EntBox box = ent_room_bounds (&room);

      piece->component = components[i];
      piece->box = piece->n_nodes == 0 ? box : box_union (piece->box, box);
      piece->stays |= graph->nodes[i].placed || graph->nodes[i].pinned;
      piece->n_nodes++;
    }
  return pieces;
}

static void
mark_box (Piece *piece, double cell, EntBox box)
{
  gint left = (gint) floor ((box.left - piece->box.left) / cell), right = (gint) floor ((box.right + GAP - piece->box.left) / cell);
  gint top = (gint) floor ((box.top - piece->box.top) / cell), bottom = (gint) floor ((box.bottom + GAP - piece->box.top) / cell);

  for (gint y = MAX (top, 0); y <= MIN (bottom, piece->rows - 1); y++)
    for (gint x = MAX (left, 0); x <= MIN (right, piece->columns - 1); x++)
      piece->cells[y * piece->columns + x] = 1;
}

static void
mark_edge (Piece *piece, double cell, const EntLayoutNode *from, const EntLayoutNode *to)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  gint n_steps = (gint) (sqrt (dx * dx + dy * dy) / cell) + 1;

  for (gint i = 0; i <= n_steps; i++)
    {
      double x = from->x + dx * i / n_steps, y = from->y + dy * i / n_steps;

      mark_box (piece, cell, (EntBox) { x - cell / 2, y - cell / 2, x, y });
    }
}

/* A cell between marked ones both in its row and in its column is inside. */
static void
fill_inside (Piece *piece)
{
  g_autofree guint8 *across = g_new0 (guint8, (gsize) piece->columns * piece->rows);

  for (gint y = 0; y < piece->rows; y++)
    {
      gint first = piece->columns, last = -1;

      for (gint x = 0; x < piece->columns; x++)
        if (piece->cells[y * piece->columns + x])
          {
            first = MIN (first, x);
            last = x;
          }
      for (gint x = first; x <= last; x++)
        across[y * piece->columns + x] = 1;
    }
  for (gint x = 0; x < piece->columns; x++)
    {
      gint first = piece->rows, last = -1;

      for (gint y = 0; y < piece->rows; y++)
        if (piece->cells[y * piece->columns + x])
          {
            first = MIN (first, y);
            last = y;
          }
      for (gint y = first; y <= last; y++)
        piece->cells[y * piece->columns + x] |= across[y * piece->columns + x];
    }
}

/* Makes a piece a rectangle, the gap after it included. */
static void
piece_fill (Piece *piece, double width, double height, double cell)
{
  piece->columns = (gint) ((width + GAP) / cell) + 1;
  piece->rows = (gint) ((height + GAP) / cell) + 1;
  piece->cells = g_malloc ((gsize) piece->columns * piece->rows);
  memset (piece->cells, 1, (gsize) piece->columns * piece->rows);
}

static void
draw_pieces (const EntLayoutGraph *graph, const guint *components, Piece *pieces, guint n_components, double cell)
{
  for (guint c = 0; c < n_components; c++)
    {
      Piece *piece = &pieces[c];

      piece->columns = (gint) floor ((piece->box.right - piece->box.left + GAP) / cell) + 1;
      piece->rows = (gint) floor ((piece->box.bottom - piece->box.top + GAP) / cell) + 1;
      piece->cells = g_new0 (guint8, (gsize) piece->columns * piece->rows);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntRoom room = ent_room_get (&graph->nodes[i]);

      for (guint part = 0; part < room.n_parts; part++)
        mark_box (&pieces[components[i]], cell, room.parts[part]);
    }
  for (guint e = 0; e < graph->n_edges; e++)
    mark_edge (&pieces[components[graph->edges[e].from]], cell, &graph->nodes[graph->edges[e].from], &graph->nodes[graph->edges[e].to]);
  for (guint c = 0; c < n_components; c++)
    fill_inside (&pieces[c]);
}

static gboolean
fits (const Ground *ground, const Piece *piece, gint left, gint top)
{
  for (gint y = 0; y < piece->rows; y++)
    for (gint x = 0; x < piece->columns; x++)
      if (piece->cells[y * piece->columns + x] && ground->taken[(gsize) (top + y) * ground->size + left + x])
        return FALSE;
  return TRUE;
}

static void
put_down (Ground *ground, const Piece *piece, gint left, gint top)
{
  for (gint y = 0; y < piece->rows; y++)
    for (gint x = 0; x < piece->columns; x++)
      if (piece->cells[y * piece->columns + x])
        ground->taken[(gsize) (top + y) * ground->size + left + x] = 1;
  ground->left = ground->any ? MIN (ground->left, left) : left;
  ground->top = ground->any ? MIN (ground->top, top) : top;
  ground->right = ground->any ? MAX (ground->right, left + piece->columns) : left + piece->columns;
  ground->bottom = ground->any ? MAX (ground->bottom, top + piece->rows) : top + piece->rows;
  ground->any = TRUE;
}

/* Of a whole that has the piece there, in cells. */
static double
cost_of_place (const Ground *ground, const Piece *piece, gint left, gint top)
{
  double all_right = MAX (ground->right, left + piece->columns), all_bottom = MAX (ground->bottom, top + piece->rows);
  double width = all_right - MIN (ground->left, left), height = all_bottom - MIN (ground->top, top);
  double cost = MAX (width / ENT_LAYOUT_ASPECT, height) + 0.02 * (width + height), off_x, off_y;

  if (piece->aside)
    {
      double off_right = all_right - left - piece->columns, off_bottom = all_bottom - top - piece->rows;

      return cost + 1e-3 * (MIN (off_right, 0.5 + width - piece->columns - off_right) + MIN (off_bottom, 0.5 + height - piece->rows - off_bottom));
    }
  off_x = (left - (ground->left + ground->right - piece->columns) / 2) / ENT_LAYOUT_ASPECT;
  off_y = top - (ground->top + ground->bottom - piece->rows) / 2;
  return cost + 1e-5 * (off_x * off_x + off_y * off_y);
}

/* Where the whole needs the least window; there is always a place, as the ground is as wide as everything side by side.
 * Returns what it costs there. */
static double
find_place (const Ground *ground, const Piece *piece, gint *best_left, gint *best_top)
{
  double best = G_MAXDOUBLE;

  *best_left = (ground->size - piece->columns) / 2;
  *best_top = (ground->size - piece->rows) / 2;
  if (!ground->any)
    return 0;
  for (gint top = MAX (ground->top - piece->rows, 0); top <= MIN (ground->bottom, ground->size - piece->rows); top++)
    for (gint left = MAX (ground->left - piece->columns, 0); left <= MIN (ground->right, ground->size - piece->columns); left++)
      {
        double cost = cost_of_place (ground, piece, left, top);

        if (cost < best && fits (ground, piece, left, top))
          {
            best = cost;
            *best_left = left;
            *best_top = top;
          }
      }
  return best;
}

static int
compare_pieces (const void *a, const void *b)
{
  const Piece *x = *(const Piece *const *) a, *y = *(const Piece *const *) b;
  gint area_x = x->columns * x->rows, area_y = y->columns * y->rows;

  if (area_x != area_y)
    return area_x > area_y ? -1 : 1;
  return (x->component > y->component) - (x->component < y->component);
}

static void
move_component (EntLayoutGraph *graph, const guint *components, guint component, double dx, double dy)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    if (components[i] == component)
      {
        graph->nodes[i].x += dx;
        graph->nodes[i].y += dy;
      }
}

/* What stays (nullable) is taken from the start; its box decides where the ground lies. singles: room for them as well. */
static void
ground_init (Ground *ground, const GPtrArray *pieces, const EntBox *stay, const EntSingles *singles, double cell)
{
  gint longest = 0, total = 0;

  *ground = (Ground) { .cell = cell };
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[i];

      longest = MAX (longest, MAX (piece->columns, piece->rows));
      total += piece->columns * piece->rows;
    }
  if (singles->n > 0)
    total += (gint) (singles->n * singles->column_width * ent_singles_get_height (singles) / (cell * cell));
  ground->size = (singles->n > 0 ? 4 : 2) * (longest + (gint) (2 * sqrt (total)) + 4);
  if (stay)
    ground->size += 2 * (gint) (MAX (stay->right - stay->left, stay->bottom - stay->top) / cell);
  ground->taken = g_new0 (guint8, (gsize) ground->size * ground->size);
  if (stay)
    {
      Piece whole = { 0 };
      gint left, top;

      piece_fill (&whole, stay->right - stay->left, stay->bottom - stay->top, cell);
      left = (ground->size - whole.columns) / 2;
      top = (ground->size - whole.rows) / 2;
      put_down (ground, &whole, left, top);
      g_free (whole.cells);
      ground->origin_x = stay->left - left * cell;
      ground->origin_y = stay->top - top * cell;
    }
}

static void
pack_pieces (EntLayoutGraph *graph, const guint *components, GPtrArray *pieces, Ground *ground)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[i];
      gint left, top;

      find_place (ground, piece, &left, &top);
      put_down (ground, piece, left, top);
      move_component (graph, components, piece->component, ground->origin_x + left * ground->cell - piece->box.left,
                      ground->origin_y + top * ground->cell - piece->box.top);
    }
}

/* Of what stays; FALSE: nothing does. */
static gboolean
bounds_of_staying (const EntLayoutGraph *graph, const guint *components, const Piece *pieces, EntBox *box)
{
  gboolean any = FALSE;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (pieces[components[i]].stays)
      {
        EntRoom room = ent_room_get (&graph->nodes[i]);
        EntBox own = ent_room_bounds (&room);

        *box = any ? box_union (*box, own) : own;
        any = TRUE;
      }
  return any;
}

/* Single nodes as one block wherever the whole then needs the least window: in a corner that the others leave free, below them or beside
 * them, in as few rows as that allows. */
static void
pack_singles (EntLayoutGraph *graph, const gboolean *is_single, const EntSingles *measured, const Ground *ground)
{
  EntSingles singles = *measured, best_singles = *measured;
  double widest = MAX (ent_singles_get_width (measured), (ground->right - ground->left) * ground->cell);
  double highest = 1.5 * MAX (ent_singles_get_height (measured), (ground->bottom - ground->top) * ground->cell);
  double best = G_MAXDOUBLE;
  gint best_left = 0, best_top = 0;

  for (guint n_rows = 1; ground->any && n_rows <= singles.n; n_rows = MAX (n_rows + 1, n_rows * 4 / 3))
    {
      Piece piece = { .aside = TRUE };
      gint left, top;
      double cost;

      ent_singles_set_columns (&singles, (singles.n + n_rows - 1) / n_rows);
      if (ent_singles_get_width (&singles) > widest || ent_singles_get_height (&singles) > highest)
        continue;
      piece_fill (&piece, ent_singles_get_width (&singles), ent_singles_get_height (&singles), ground->cell);
      cost = find_place (ground, &piece, &left, &top) + ROW_COST * singles.n_rows + TALL_COST * MAX (singles.n_rows - 3.0 * singles.n_columns, 0);
      if (cost < best)
        {
          best = cost;
          best_singles = singles;
          best_left = left;
          best_top = top;
        }
      g_free (piece.cells);
    }
  ent_singles_place (&best_singles, graph, is_single, ground->origin_x + best_left * ground->cell, ground->origin_y + best_top * ground->cell);
}

void
ent_packing_run (EntLayoutGraph *graph, const guint *components, guint n_components)
{
  Piece *pieces = pieces_new (graph, components, n_components);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  g_autofree gboolean *is_single = g_new0 (gboolean, MAX (graph->n_nodes, 1));
  EntBox stay = { 0 };
  gboolean any_stays = bounds_of_staying (graph, components, pieces, &stay);
  double area = 0, longest = 0, cell;
  EntSingles singles;
  Ground ground;

  for (guint c = 0; c < n_components; c++)
    {
      area += (pieces[c].box.right - pieces[c].box.left + GAP) * (pieces[c].box.bottom - pieces[c].box.top + GAP);
      longest = MAX (longest, MAX (pieces[c].box.right - pieces[c].box.left, pieces[c].box.bottom - pieces[c].box.top));
      if (pieces[c].n_nodes > 1 && !pieces[c].stays)
        g_ptr_array_add (order, &pieces[c]);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    is_single[i] = pieces[components[i]].n_nodes == 1 && !pieces[components[i]].stays;
  singles = ent_singles_measure (graph, is_single);
  if (any_stays)
    {
      area = MAX (area, (stay.right - stay.left) * (stay.bottom - stay.top));
      longest = MAX (longest, MAX (stay.right - stay.left, stay.bottom - stay.top));
    }
  cell = MAX (MAX (MIN_CELL, sqrt (area / MAX_AREA_CELLS)), longest / MAX_LENGTH_CELLS);
  draw_pieces (graph, components, pieces, n_components, cell);
  g_ptr_array_sort (order, compare_pieces);
  ground_init (&ground, order, any_stays ? &stay : NULL, &singles, cell);
  pack_pieces (graph, components, order, &ground);
  if (singles.n > 0)
    pack_singles (graph, is_single, &singles, &ground);
  for (guint c = 0; c < n_components; c++)
    g_free (pieces[c].cells);
  g_free (pieces);
  g_free (ground.taken);
}
