/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A layer is one picture at one scale, cut into square tiles from the map's origin on. The front layer is shown; the next one is
 * being painted and takes its place once all of it that is in view is there. Under both lies the overview, the whole map in a few
 * tiles, for what the front does not reach. Workers see a tile's layer, of which nothing changes but what they say themselves; all
 * else, the end of layers and pictures too, happens in the main thread. A worker hands a painted tile over in a list under a mutex
 * and asks for an idle only when none is under way. (Over 500 lines: pictures, layers and tiles know each other and nobody else does.) */

#include "ent-map-tiles.h"

#include "ent-scene-curve.h"

#include <math.h>

#define TILE_PX       256     /* side, in pixels of the screen */
#define OVERVIEW_PX   1000    /* longer side of the whole map */
#define MARGIN_PX     100     /* around the map, for names that are drawn larger than it knows of */
#define MAX_TILES     240     /* of a layer, kept: 60 MB */
#define MAX_THREADS   4

/* A picture and how many layers there are of it. */
typedef struct {
  EntScene     *scene;
  EntSceneStyle style;
  EntRect       bounds;
} Picture;

typedef struct {
  Picture        *picture;
  double          scale;          /* pixels of the view a map unit */
  int             device_scale;
  GHashTable     *tiles;          /* key_of() → Tile */
  guint           n_painting;     /* tiles that are with the workers */
  gboolean        dropped;        /* goes when the last of them comes back */
  int             cancelled;      /* atomic */
  GMutex          mutex;          /* guards the making of: */
  EntSceneDetail *detail;
} Layer;

typedef struct {
  EntMapTiles  *owner;            /* a reference while it is with the workers */
  Layer        *layer;
  int           column, row;
  int           urgency;          /* the lower is painted first */
  cairo_surface_t *painted;       /* on its way back */
  cairo_surface_t *surface;       /* NULL until painted */
  GdkTexture     *texture;        /* of the same pixels, made when it is first needed */
} Tile;

struct _EntMapTiles {
  GObject      parent_instance;

  Picture     *picture;           /* the latest; nullable */
  Layer       *front, *next, *overview;    /* nullable */
  EntRect      wanted;            /* of the next layer, what has to be there: columns and rows */
  GThreadPool *pool;

  GskRenderNode *node;            /* what was drawn last, for it to be known as the same when nothing has changed; nullable */
  EntViewport  node_viewport;
  int          node_width, node_height;
  guint        serial;            /* another one whenever something else is to be drawn */

  GMutex       mutex;             /* guards the two below */
  GQueue       done;              /* of Tile */
  guint        idle;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapTiles, ent_map_tiles, G_TYPE_OBJECT)

/* ── pictures and layers ────────────────────────────────────────────────────────────────────────────────────────── */

static void
picture_clear (gpointer data)
{
  ent_scene_free (((Picture *) data)->scene);
}

static void
picture_unref (Picture *self)
{
  g_rc_box_release_full (self, picture_clear);
}

static gint64
key_of (int column, int row)
{
  return (gint64) column * G_GINT64_CONSTANT (0x100000000) + row;
}

static void
tile_free (Tile *self)
{
  g_clear_pointer (&self->painted, cairo_surface_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->texture);
  g_free (self);
}

static Layer *
layer_new (Picture *picture, double scale, int device_scale)
{
  Layer *self = g_new0 (Layer, 1);

  self->picture = g_rc_box_acquire (picture);
  self->scale = scale;
  self->device_scale = device_scale;
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) tile_free);
  g_mutex_init (&self->mutex);
  return self;
}

/* Takes it; it goes at once, or when the workers are done with it. */
static void
layer_drop (Layer *self)
{
  if (self == NULL)
    return;
  self->dropped = TRUE;
  g_atomic_int_set (&self->cancelled, TRUE);
  if (self->n_painting > 0)
    return;
  g_hash_table_unref (self->tiles);
  ent_scene_detail_free (self->detail);
  g_mutex_clear (&self->mutex);
  picture_unref (self->picture);
  g_free (self);
}

/* The side of a tile in pixels of the view. */
static double
tile_side (const Layer *self)
{
  return (double) TILE_PX / self->device_scale;
}

/* Where a layer lies in a view: pixels of the view a pixel of its own, and where its origin is. */
typedef struct { double ratio, left, top; } Placement;

static Placement
place_layer (const Layer *self, const EntViewport *viewport)
{
  return (Placement) { viewport->scale / self->scale, viewport->left, viewport->top };
}

/* The tiles that a view of such a size touches and that the map reaches: columns and rows, as a rectangle of whole numbers. */
static EntRect
find_cells (const Layer *self, const EntViewport *viewport, int width, int height, int margin)
{
  Placement      at = place_layer (self, viewport);
  const EntRect *bounds = &self->picture->bounds;
  double         side = tile_side (self), shown = side * at.ratio;
  EntRect        map = ent_rect_grown ((EntRect) { bounds->x * self->scale, bounds->y * self->scale, bounds->width * self->scale,
                                                   bounds->height * self->scale }, MARGIN_PX);
  double         left = MAX (floor (-at.left / shown) - margin, floor (map.x / side));
  double         top = MAX (floor (-at.top / shown) - margin, floor (map.y / side));
  double         right = MIN (ceil ((width - at.left) / shown) + margin, ceil ((map.x + map.width) / side));
  double         bottom = MIN (ceil ((height - at.top) / shown) + margin, ceil ((map.y + map.height) / side));

  return (EntRect) { left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

static Tile *
find_tile (const Layer *self, int column, int row)
{
  gint64 key = key_of (column, row);

  return g_hash_table_lookup (self->tiles, &key);
}

/* Whether all of the cells are painted. */
static gboolean
is_there (const Layer *self, EntRect cells)
{
  for (int row = cells.y; row < cells.y + cells.height; row++)
    for (int column = cells.x; column < cells.x + cells.width; column++) {
      Tile *tile = find_tile (self, column, row);
      if (tile == NULL || tile->surface == NULL)
        return FALSE;
    }
  return TRUE;
}

/* ── painting: in a worker ──────────────────────────────────────────────────────────────────────────────────────── */

static const EntSceneDetail *
get_detail (Layer *layer)
{
  g_mutex_lock (&layer->mutex);
  if (layer->detail == NULL)
    layer->detail = ent_scene_detail_new (layer->picture->scene, layer->scale);
  g_mutex_unlock (&layer->mutex);
  return layer->detail;
}

/* (transfer full) */
static cairo_surface_t *
paint_tile (const Tile *tile)
{
  Layer *layer = tile->layer;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE_PX, TILE_PX);
  cairo_t *cr;
  double side = tile_side (layer);
  cairo_rectangle_t clip = { tile->column * side / layer->scale, tile->row * side / layer->scale, side / layer->scale, side / layer->scale };

  cairo_surface_set_device_scale (surface, layer->device_scale, layer->device_scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -tile->column * side, -tile->row * side);
  cairo_scale (cr, layer->scale, layer->scale);
  ent_scene_paint_piece (layer->picture->scene, cr, &layer->picture->style, get_detail (layer), &clip);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cairo_surface_set_device_scale (surface, 1, 1);
  return surface;
}

static gboolean take_done_cb (gpointer data);

static void
work (gpointer data, gpointer user_data)
{
  Tile *tile = data;
  EntMapTiles *self = tile->owner;

  if (!g_atomic_int_get (&tile->layer->cancelled))
    tile->painted = paint_tile (tile);
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->done, tile);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, take_done_cb, self, NULL);
  g_mutex_unlock (&self->mutex);
}

static int
compare_urgency (gconstpointer a, gconstpointer b, gpointer data)
{
  const Tile *x = a, *y = b;

  return (x->urgency > y->urgency) - (x->urgency < y->urgency);
}

/* ── back in the main thread ────────────────────────────────────────────────────────────────────────────────────── */

/* Something has changed of what was drawn last. */
static void
forget_node (EntMapTiles *self)
{
  self->serial++;
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
bring_forward (EntMapTiles *self)
{
  if (self->next == NULL || !is_there (self->next, self->wanted))
    return;
  layer_drop (self->front);
  self->front = g_steal_pointer (&self->next);
  forget_node (self);
}

/* Whether a tile that has come is in what was drawn last, or may be. */
static gboolean
is_shown (EntMapTiles *self, const Tile *tile)
{
  if (tile->layer == self->next || tile->layer->dropped)
    return FALSE;
  /* What is wanted is of the next layer while there is one. */
  if (self->next || self->front == NULL)
    return TRUE;
  if (tile->layer == self->front)
    return ent_rect_contains (self->wanted, tile->column + 0.5, tile->row + 0.5);
  return !is_there (self->front, self->wanted);
}

static gboolean
take_done_cb (gpointer data)
{
  EntMapTiles *self = data;
  GQueue done = G_QUEUE_INIT;
  Tile *tile;
  guint n_done = 0;

  g_mutex_lock (&self->mutex);
  done = self->done;
  g_queue_init (&self->done);
  self->idle = 0;
  g_mutex_unlock (&self->mutex);

  while ((tile = g_queue_pop_head (&done)) != NULL) {
    Layer *layer = tile->layer;
    tile->surface = g_steal_pointer (&tile->painted);
    tile->owner = NULL;
    if (is_shown (self, tile))
      forget_node (self);
    layer->n_painting--;
    n_done++;
    if (layer->dropped)
      layer_drop (layer);
  }
  bring_forward (self);
  g_signal_emit (self, signals[CHANGED], 0);
  /* Each of them held a reference. */
  for (guint i = 0; i < n_done; i++)
    g_object_unref (self);
  return G_SOURCE_REMOVE;
}

static void
order_tile (EntMapTiles *self, Layer *layer, int column, int row, int urgency, gboolean wait)
{
  Tile *tile;
  gint64 key = key_of (column, row);

  if (find_tile (layer, column, row))
    return;
  tile = g_new0 (Tile, 1);
  tile->layer = layer;
  tile->column = column;
  tile->row = row;
  tile->urgency = urgency;
  g_hash_table_insert (layer->tiles, g_memdup2 (&key, sizeof key), tile);
  if (wait) {
    tile->surface = paint_tile (tile);
    forget_node (self);
    return;
  }
  tile->owner = g_object_ref (self);
  layer->n_painting++;
  g_thread_pool_push (self->pool, tile, NULL);
}

/* The middle first: urgency is how far a tile is from there. */
static void
order_cells (EntMapTiles *self, Layer *layer, EntRect cells, int urgency, gboolean wait)
{
  double middle_x = cells.x + (cells.width - 1) / 2, middle_y = cells.y + (cells.height - 1) / 2;

  for (int row = cells.y; row < cells.y + cells.height; row++)
    for (int column = cells.x; column < cells.x + cells.width; column++)
      order_tile (self, layer, column, row, urgency + (int) hypot (column - middle_x, row - middle_y), wait);
}

/* Drops what is farthest from view, but not what the workers have. */
static void
forget_tiles (Layer *layer, EntRect cells)
{
  EntRect near = ent_rect_grown (cells, 2);
  GHashTableIter iter;
  Tile *tile;

  if (g_hash_table_size (layer->tiles) <= MAX_TILES)
    return;
  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    if (tile->owner == NULL && !ent_rect_contains (near, tile->column + 0.5, tile->row + 0.5))
      g_hash_table_iter_remove (&iter);
}

static void
forget_layers (EntMapTiles *self)
{
  layer_drop (g_steal_pointer (&self->front));
  layer_drop (g_steal_pointer (&self->next));
  layer_drop (g_steal_pointer (&self->overview));
  forget_node (self);
}

/* ── what others see ────────────────────────────────────────────────────────────────────────────────────────────── */

EntMapTiles *
ent_map_tiles_new (void)
{
  return g_object_new (ENT_TYPE_MAP_TILES, NULL);
}

void
ent_map_tiles_set_picture (EntMapTiles *self, EntScene *scene, const EntSceneStyle *style, gboolean keep)
{
  g_return_if_fail (ENT_IS_MAP_TILES (self));

  g_clear_pointer (&self->picture, picture_unref);
  if (scene == NULL || !keep)
    forget_layers (self);
  if (scene == NULL)
    return;
  self->picture = g_rc_box_new0 (Picture);
  self->picture->scene = scene;
  self->picture->style = *style;
  ent_scene_get_bounds (scene, &self->picture->bounds.x, &self->picture->bounds.y, &self->picture->bounds.width, &self->picture->bounds.height);
  layer_drop (g_steal_pointer (&self->next));
}

static gboolean
is_layer_of (const Layer *layer, const Picture *picture, double scale, int device_scale)
{
  return layer && layer->picture == picture && fabs (layer->scale - scale) < 1e-9 * scale && layer->device_scale == device_scale;
}

static void
request_overview (EntMapTiles *self, int device_scale)
{
  const EntRect *bounds = &self->picture->bounds;
  double longer = MAX (MAX (bounds->width, bounds->height), 1);
  double scale = MIN (OVERVIEW_PX / longer, 1);
  EntViewport all = { scale, -bounds->x * scale, -bounds->y * scale };
  Layer *layer;

  if (self->overview && self->overview->picture == self->picture)
    return;
  layer = layer_new (self->picture, scale, device_scale);
  layer_drop (self->overview);
  self->overview = layer;
  order_cells (self, layer, find_cells (layer, &all, (int) ceil (bounds->width * scale), (int) ceil (bounds->height * scale), 0), 1000, FALSE);
}

void
ent_map_tiles_request (EntMapTiles *self, const EntViewport *viewport, int width, int height, int device_scale, gboolean wait)
{
  Layer *layer;

  g_return_if_fail (ENT_IS_MAP_TILES (self));

  if (self->picture == NULL || width <= 0 || height <= 0)
    return;
  if (is_layer_of (self->front, self->picture, viewport->scale, device_scale)) {
    layer_drop (g_steal_pointer (&self->next));
    layer = self->front;
  } else if (is_layer_of (self->next, self->picture, viewport->scale, device_scale)) {
    layer = self->next;
  } else {
    layer_drop (self->next);
    layer = self->next = layer_new (self->picture, viewport->scale, device_scale);
  }
  self->wanted = find_cells (layer, viewport, width, height, 0);
  forget_tiles (layer, self->wanted);
  order_cells (self, layer, self->wanted, 0, wait);
  bring_forward (self);
  /* What comes into view next, when there is nothing better to do. */
  if (layer == self->front) {
    order_cells (self, layer, find_cells (layer, viewport, width, height, 1), 2000, FALSE);
    request_overview (self, device_scale);
  }
}

/* ── drawing ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static GdkTexture *
get_texture (Tile *tile)
{
  if (tile->texture == NULL) {
    gsize n_bytes = (gsize) cairo_image_surface_get_stride (tile->surface) * TILE_PX;
    g_autoptr (GBytes) pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (tile->surface), n_bytes,
                                                            (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (tile->surface));
    tile->texture = gdk_memory_texture_new (TILE_PX, TILE_PX, GDK_MEMORY_DEFAULT, pixels, cairo_image_surface_get_stride (tile->surface));
  }
  return tile->texture;
}

static void
draw_surface (cairo_t *cr, cairo_surface_t *surface, const graphene_rect_t *area)
{
  double ratio_x = TILE_PX / area->size.width, ratio_y = TILE_PX / area->size.height;
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix, ratio_x, 0, 0, ratio_y, -area->origin.x * ratio_x, -area->origin.y * ratio_y);
  cairo_pattern_set_matrix (pattern, &matrix);
  /* The better filters take longer than a frame; the tiles will be sharp in a moment anyway. */
  cairo_pattern_set_filter (pattern, ratio_x == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (pattern, ratio_x == 1 ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, area->origin.x, area->origin.y, area->size.width, area->size.height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/* Draws the tiles of some cells, on cr, or where that is NULL on snapshot. Their edges are put on whole pixels, so that no seam shows
 * between two that are rescaled. */
static void
draw_cells (const Layer *self, GtkSnapshot *snapshot, cairo_t *cr, const EntViewport *viewport, EntRect cells)
{
  Placement at = place_layer (self, viewport);
  double shown = tile_side (self) * at.ratio;

  for (int row = cells.y; row < cells.y + cells.height; row++)
    for (int column = cells.x; column < cells.x + cells.width; column++) {
      Tile *tile = find_tile (self, column, row);
      double left = round (column * shown + at.left), top = round (row * shown + at.top);
      graphene_rect_t area = GRAPHENE_RECT_INIT (left, top, round ((column + 1) * shown + at.left) - left, round ((row + 1) * shown + at.top) - top);
      if (tile == NULL || tile->surface == NULL || area.size.width < 1 || area.size.height < 1)
        continue;
      if (cr)
        draw_surface (cr, tile->surface, &area);
      else
        gtk_snapshot_append_texture (snapshot, get_texture (tile), &area);
    }
}

/* On cr, or where that is NULL on snapshot. */
static void
draw (EntMapTiles *self, GtkSnapshot *snapshot, cairo_t *cr, const EntViewport *viewport, int width, int height)
{
  if (self->overview && (self->front == NULL || !is_there (self->front, find_cells (self->front, viewport, width, height, 0))))
    draw_cells (self->overview, snapshot, cr, viewport, find_cells (self->overview, viewport, width, height, 0));
  if (self->front)
    draw_cells (self->front, snapshot, cr, viewport, find_cells (self->front, viewport, width, height, 0));
}

void
ent_map_tiles_draw (EntMapTiles *self, cairo_t *cr, const EntViewport *viewport, int width, int height)
{
  g_return_if_fail (ENT_IS_MAP_TILES (self));

  cairo_save (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  draw (self, NULL, cr, viewport, width, height);
  cairo_restore (cr);
}

guint
ent_map_tiles_get_serial (EntMapTiles *self)
{
  g_return_val_if_fail (ENT_IS_MAP_TILES (self), 0);
  return self->serial;
}

static GskRenderNode *
record (EntMapTiles *self, const EntViewport *viewport, int width, int height, gboolean by_cairo)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (by_cairo) {
    cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
    ent_map_tiles_draw (self, cr, viewport, width, height);
    cairo_destroy (cr);
  } else {
    draw (self, snapshot, NULL, viewport, width, height);
  }
  return gtk_snapshot_free_to_node (snapshot);
}

GskRenderNode *
ent_map_tiles_get_node (EntMapTiles *self, const EntViewport *viewport, int width, int height, gboolean by_cairo)
{
  g_return_val_if_fail (ENT_IS_MAP_TILES (self), NULL);

  if (self->node == NULL || memcmp (viewport, &self->node_viewport, sizeof *viewport) != 0 || width != self->node_width || height != self->node_height) {
    g_clear_pointer (&self->node, gsk_render_node_unref);
    self->node = record (self, viewport, width, height, by_cairo);
    self->node_viewport = *viewport;
    self->node_width = width;
    self->node_height = height;
  }
  return self->node;
}

/* ── where it stands ────────────────────────────────────────────────────────────────────────────────────────────── */

double
ent_map_tiles_get_blur (EntMapTiles *self, const EntViewport *viewport)
{
  g_return_val_if_fail (ENT_IS_MAP_TILES (self), 0);
  return self->front ? viewport->scale / self->front->scale : 0;
}

gboolean
ent_map_tiles_is_busy (EntMapTiles *self)
{
  g_return_val_if_fail (ENT_IS_MAP_TILES (self), FALSE);
  return self->next != NULL;
}

gboolean
ent_map_tiles_is_settled (EntMapTiles *self)
{
  g_return_val_if_fail (ENT_IS_MAP_TILES (self), FALSE);
  return self->next == NULL && self->front && self->front->picture == self->picture && is_there (self->front, self->wanted);
}

/* ── the object ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_map_tiles_dispose (GObject *object)
{
  EntMapTiles *self = ENT_MAP_TILES (object);

  forget_layers (self);
  g_clear_pointer (&self->picture, picture_unref);
  G_OBJECT_CLASS (ent_map_tiles_parent_class)->dispose (object);
}

static void
ent_map_tiles_finalize (GObject *object)
{
  EntMapTiles *self = ENT_MAP_TILES (object);

  /* Every tile with a worker held a reference: there is none left to wait for. */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ent_map_tiles_parent_class)->finalize (object);
}

static void
ent_map_tiles_class_init (EntMapTilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_map_tiles_dispose;
  object_class->finalize = ent_map_tiles_finalize;
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_MAP_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_map_tiles_init (EntMapTiles *self)
{
  g_mutex_init (&self->mutex);
  self->pool = g_thread_pool_new (work, NULL, CLAMP ((int) g_get_num_processors (), 1, MAX_THREADS), FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_urgency, NULL);
}
