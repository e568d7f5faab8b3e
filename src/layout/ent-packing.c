/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every component is drawn into a small raster: its rooms, its edges, and what lies between them both across and down, so that
 * another may nestle in a corner but not inside. The rasters are put down from the largest to the smallest, each where the whole
 * then needs the least window; ties go to the place nearest the middle. */

#include "ent-packing.h"
#include "ent-overlaps.h"

#include <math.h>
#include <string.h>

#define GAP            44.0     /* between components */
#define SINGLE_GAP     28.0     /* between single nodes */
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
} Piece;

typedef struct {
  double  cell;
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

/* Where the whole needs the least window; there is always a place, as the ground is as wide as everything side by side. */
static void
find_place (const Ground *ground, const Piece *piece, gint *best_left, gint *best_top)
{
  double best = G_MAXDOUBLE;
  gint middle_x, middle_y;

  *best_left = (ground->size - piece->columns) / 2;
  *best_top = (ground->size - piece->rows) / 2;
  if (!ground->any)
    return;
  middle_x = (ground->left + ground->right - piece->columns) / 2;
  middle_y = (ground->top + ground->bottom - piece->rows) / 2;
  for (gint top = MAX (ground->top - piece->rows, 0); top <= MIN (ground->bottom, ground->size - piece->rows); top++)
    for (gint left = MAX (ground->left - piece->columns, 0); left <= MIN (ground->right, ground->size - piece->columns); left++)
      {
        double width = MAX (ground->right, left + piece->columns) - MIN (ground->left, left);
        double height = MAX (ground->bottom, top + piece->rows) - MIN (ground->top, top);
        double off_x = (left - middle_x) / ENT_LAYOUT_ASPECT, off_y = top - middle_y;
        double cost = MAX (width / ENT_LAYOUT_ASPECT, height) + 0.02 * (width + height) + 1e-5 * (off_x * off_x + off_y * off_y);

        if (cost < best && fits (ground, piece, left, top))
          {
            best = cost;
            *best_left = left;
            *best_top = top;
          }
      }
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

/* What stays is taken from the start; its box decides where the ground lies. */
static void
pack_pieces (EntLayoutGraph *graph, const guint *components, GPtrArray *pieces, const EntBox *stay, double cell)
{
  Ground ground = { .cell = cell };
  double origin_x = 0, origin_y = 0;
  gint longest = 0, total = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[i];

      longest = MAX (longest, MAX (piece->columns, piece->rows));
      total += piece->columns * piece->rows;
    }
  ground.size = 2 * (longest + (gint) (2 * sqrt (total)) + 4);
  if (stay)
    ground.size += 2 * (gint) (MAX (stay->right - stay->left, stay->bottom - stay->top) / cell);
  ground.taken = g_new0 (guint8, (gsize) ground.size * ground.size);
  if (stay)
    {
      Piece whole = { .box = *stay, .columns = (gint) ((stay->right - stay->left + GAP) / cell) + 1,
                      .rows = (gint) ((stay->bottom - stay->top + GAP) / cell) + 1 };
      gint left = (ground.size - whole.columns) / 2, top = (ground.size - whole.rows) / 2;

      whole.cells = g_malloc ((gsize) whole.columns * whole.rows);
      memset (whole.cells, 1, (gsize) whole.columns * whole.rows);
      put_down (&ground, &whole, left, top);
      g_free (whole.cells);
      origin_x = stay->left - left * cell;
      origin_y = stay->top - top * cell;
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[i];
      gint left, top;

      find_place (&ground, piece, &left, &top);
      put_down (&ground, piece, left, top);
      move_component (graph, components, piece->component, origin_x + left * cell - piece->box.left, origin_y + top * cell - piece->box.top);
    }
  g_free (ground.taken);
}

static gboolean
bounds_of (const EntLayoutGraph *graph, const guint *components, const Piece *pieces, gboolean only_staying, EntBox *box)
{
  gboolean any = FALSE;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const Piece *piece = &pieces[components[i]];
      EntRoom room = ent_room_get (&graph->nodes[i]);
      EntBox own = ent_room_bounds (&room);

      if (!piece->stays && (only_staying || piece->n_nodes == 1))
        continue;
      *box = any ? box_union (*box, own) : own;
      any = TRUE;
    }
  return any;
}

/* A block of single nodes. */
typedef struct {
  guint  n, n_columns, n_rows;
  double width;                 /* of a column */
  double above, below;          /* of the shapes' lower edges, what a row takes */
} Singles;

static gboolean
is_single (const Piece *piece)
{
  return piece->n_nodes == 1 && !piece->stays;
}

static Singles
measure_singles (const EntLayoutGraph *graph, const guint *components, const Piece *pieces)
{
  Singles singles = { 0 };

  for (guint i = 0; i < graph->n_nodes; i++)
    if (is_single (&pieces[components[i]]))
      {
        EntRoom room = ent_room_get (&graph->nodes[i]);
        EntBox box = ent_room_bounds (&room);

        singles.width = MAX (singles.width, box.right - box.left);
        singles.above = MAX (singles.above, 2 * graph->nodes[i].radius);
        singles.below = MAX (singles.below, box.bottom - graph->nodes[i].y - graph->nodes[i].radius);
        singles.n++;
      }
  singles.width += SINGLE_GAP;
  return singles;
}

static double
row_height (const Singles *singles)
{
  return singles->above + singles->below + SINGLE_GAP;
}

static void
set_columns (Singles *singles, guint n_columns)
{
  n_columns = CLAMP (n_columns, 1, singles->n);
  singles->n_rows = (singles->n + n_columns - 1) / n_columns;
  singles->n_columns = (singles->n + singles->n_rows - 1) / singles->n_rows;   /* rows of even length */
}

/* rest: of everything else. */
static void
set_columns_below (Singles *singles, gboolean any, const EntBox *rest)
{
  guint n_columns = (guint) ceil (sqrt (ENT_LAYOUT_ASPECT * singles->n * row_height (singles) / singles->width));

  if (any)
    n_columns = MAX (n_columns, (guint) ((rest->right - rest->left) / singles->width));
  set_columns (singles, n_columns);
}

static double
window_of (double width, double height)
{
  return MAX (width / ENT_LAYOUT_ASPECT, height);
}

/* Whether the block needs less of a window to the right of everything else than below; its columns are set for where it goes. */
static gboolean
choose_side (Singles *singles, const EntBox *rest)
{
  double width = rest->right - rest->left, height = rest->bottom - rest->top;
  Singles beside = *singles;
  guint n_rows = MAX ((guint) ((height + SINGLE_GAP) / row_height (singles)), 1);

  set_columns_below (singles, TRUE, rest);
  set_columns (&beside, (beside.n + n_rows - 1) / n_rows);
  if (window_of (width + GAP + beside.n_columns * beside.width, MAX (height, beside.n_rows * row_height (&beside) - SINGLE_GAP))
      >= window_of (MAX (width, singles->n_columns * singles->width), height + GAP + singles->n_rows * row_height (singles)))
    return FALSE;
  *singles = beside;
  return TRUE;
}

/* Single nodes in even rows below everything else or, where that is high, beside it at the bottom; in the order of their indices,
 * the names of a row on one line. */
static void
place_singles (EntLayoutGraph *graph, const guint *components, const Piece *pieces)
{
  EntBox rest = { 0 };
  gboolean any = bounds_of (graph, components, pieces, FALSE, &rest), beside = FALSE;
  Singles singles = measure_singles (graph, components, pieces);
  double middle = 0, top = 0;
  guint at = 0;

  if (singles.n == 0)
    return;
  if (any)
    beside = choose_side (&singles, &rest);
  else
    set_columns_below (&singles, FALSE, &rest);
  if (beside)
    {
      middle = rest.right + GAP + singles.n_columns * singles.width / 2;
      top = rest.bottom - singles.below - (singles.n_rows - 1) * row_height (&singles);
    }
  else if (any)
    {
      middle = (rest.left + rest.right) / 2;
      top = rest.bottom + GAP + singles.above;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    if (is_single (&pieces[components[i]]))
      {
        guint row = at / singles.n_columns, column = at % singles.n_columns;
        guint in_row = MIN (singles.n_columns, singles.n - row * singles.n_columns);

        graph->nodes[i].x = middle + (column - (in_row - 1) / 2.0) * singles.width;
        graph->nodes[i].y = top + row * row_height (&singles) - graph->nodes[i].radius;
        at++;
      }
}

void
ent_packing_run (EntLayoutGraph *graph, const guint *components, guint n_components)
{
  Piece *pieces = pieces_new (graph, components, n_components);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  EntBox stay = { 0 };
  gboolean any_stays = bounds_of (graph, components, pieces, TRUE, &stay);
  double area = 0, longest = 0, cell;

  for (guint c = 0; c < n_components; c++)
    {
      area += (pieces[c].box.right - pieces[c].box.left + GAP) * (pieces[c].box.bottom - pieces[c].box.top + GAP);
      longest = MAX (longest, MAX (pieces[c].box.right - pieces[c].box.left, pieces[c].box.bottom - pieces[c].box.top));
      if (pieces[c].n_nodes > 1 && !pieces[c].stays)
        g_ptr_array_add (order, &pieces[c]);
    }
  if (any_stays)
    {
      area = MAX (area, (stay.right - stay.left) * (stay.bottom - stay.top));
      longest = MAX (longest, MAX (stay.right - stay.left, stay.bottom - stay.top));
    }
  cell = MAX (MAX (MIN_CELL, sqrt (area / MAX_AREA_CELLS)), longest / MAX_LENGTH_CELLS);
  draw_pieces (graph, components, pieces, n_components, cell);
  g_ptr_array_sort (order, compare_pieces);
  pack_pieces (graph, components, order, any_stays ? &stay : NULL, cell);
  place_singles (graph, components, pieces);
  for (guint c = 0; c < n_components; c++)
    g_free (pieces[c].cells);
  g_free (pieces);
}
