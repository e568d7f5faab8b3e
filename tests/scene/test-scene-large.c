/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What large maps need: the grid, what is near, pictures for other threads, what is left out from afar. Each against the plain way. */
#include "ent-palette.h"
#include "ent-scene-detail.h"
#include "ent-scene-figure.h"
#include "ent-scene-layout.h"
#include "ent-scene-pixels.h"
#include "ent-scene-private.h"
#include "large-map.h"

/* ── the grid ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
mark (guint item, gpointer data)
{
  ((guint8 *) data)[item] = TRUE;
}

/* Nothing that enters an area is missed, be it a box or a curve, inside the bounds or out of them. */
static void
test_grid (void)
{
  GRand *random = g_rand_new_with_seed (1);

  for (guint n = 1; n <= 200; n += 33)
    {
      EntRect                  bounds = { -500, 200, n == 34 ? 0 : 4000, 900 };
      g_autoptr (EntSceneGrid) grid = ent_scene_grid_new (bounds, n);
      g_autofree EntRect      *boxes = g_new0 (EntRect, n);
      g_autofree EntCurve     *curves = g_new0 (EntCurve, n);
      for (guint i = 0; i < n; i++)
        {
          EntPoint p[3];
          for (guint k = 0; k < 3; k++)
            p[k] = (EntPoint) { g_rand_double_range (random, -900, 4000), g_rand_double_range (random, 0, 1300) };
          boxes[i] = (EntRect) { p[0].x, p[0].y, g_rand_double_range (random, 0, 300), g_rand_double_range (random, 0, 60) };
          curves[i] = (EntCurve) { p[0], p[1], p[2] };
          if (i % 2)
            ent_scene_grid_add_box (grid, i, boxes[i]);
          else
            ent_scene_grid_add_curve (grid, i, &curves[i]);
        }
      ent_scene_grid_seal (grid);
      for (guint k = 0; k < 200; k++)
        {
          EntRect            area = { g_rand_double_range (random, -900, 4000), g_rand_double_range (random, 0, 1300), k, k / 2.0 };
          g_autofree guint8 *found = g_new0 (guint8, n);
          ent_scene_grid_query (grid, area, mark, found);
          for (guint i = 0; i < n; i++)
            if (i % 2 && ent_rect_overlaps (boxes[i], area))
              g_assert_true (found[i]);
            else if (i % 2 == 0)
              for (guint t = 0; t <= 500; t++)
                {
                  EntPoint p = ent_curve_at (&curves[i], t / 500.0);
                  g_assert_true (found[i] || !ent_rect_contains (area, p.x, p.y));
                }
        }
    }
  g_rand_free (random);
}

static void
test_grid_empty (void)
{
  g_autoptr (EntSceneGrid) grid = ent_scene_grid_new ((EntRect) { 0 }, 0);
  guint8                   found[1] = { 0 };

  ent_scene_grid_query (grid, (EntRect) { 0, 0, 10, 10 }, mark, found);
  ent_scene_grid_seal (grid);
  ent_scene_grid_query (grid, (EntRect) { 0, 0, 10, 10 }, mark, found);
  g_assert_false (found[0]);
}

/* ── hits ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* With the grid and without the same is hit, also after some actors were moved. */
static void
check_hits (EntScene *scene, GRand *random)
{
  double         x, y, width, height;
  EntSceneIndex *index = scene->index;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  for (guint i = 0; i < 2000; i++)
    {
      double       at_x = x + width * g_rand_double (random), at_y = y + height * g_rand_double (random), zoom = i % 3 * 0.4;
      EntActor    *actor, *plain_actor;
      EntRelation *relation, *plain_relation;
      ent_scene_hit_test (scene, at_x, at_y, i % 12, zoom, &actor, &relation);
      scene->index = NULL;
      ent_scene_hit_test (scene, at_x, at_y, i % 12, zoom, &plain_actor, &plain_relation);
      scene->index = index;
      g_assert_true (actor == plain_actor);
      g_assert_true (relation == plain_relation);
    }
}

static void
test_hits (void)
{
  g_autoptr (EntMap)   map = large_map_new (300, 700);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  GRand               *random = g_rand_new_with_seed (2);

  g_assert_nonnull (scene->index);
  check_hits (scene, random);
  for (guint i = 0; i < 40; i++)
    ent_scene_move_node (scene, 7 * i, scene->nodes[7 * i].x + 500, scene->nodes[7 * i].y - 300);
  check_hits (scene, random);
  /* The index stays, and so does the list of what it has in the wrong place. */
  ent_scene_fasten (scene);
  g_assert_nonnull (scene->index);
  check_hits (scene, random);
  ent_scene_make_index (scene);
  check_hits (scene, random);
  for (guint i = 0; i < 300; i++)
    ent_scene_move_node (scene, i, scene->nodes[i].x + 90, scene->nodes[i].y);
  check_hits (scene, random);
  ent_scene_fasten (scene);
  g_assert_null (scene->index);
  g_rand_free (random);
}

/* From afar a dot is hit within the tolerance, and names and labels that are not drawn are not. */
static void
test_hits_from_afar (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  EntActor            *actor = fixture_add_actor (map, "A rather long name of an actor", ENT_KIND_COUNTRY), *hit;
  EntRelation         *relation;

  ent_actor_set_position (actor, 0, 0);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  double               below = scene->nodes[0].label_y + scene->nodes[0].label_height - 2;
  ent_scene_hit_test (scene, 0, below, 4, 1, &hit, &relation);
  g_assert_true (hit == actor);
  ent_scene_hit_test (scene, 0, below, 4, 0.2, &hit, &relation);
  g_assert_null (hit);
  ent_scene_hit_test (scene, scene->nodes[0].radius + 20, 0, 30, 0.2, &hit, &relation);
  g_assert_true (hit == actor);
  ent_scene_hit_test (scene, scene->nodes[0].radius + 20, 0, 30, 1, &hit, &relation);
  g_assert_null (hit);
}

/* ── pictures ───────────────────────────────────────────────────────────────────────────────────────────────────── */

#define SIDE 400

static cairo_surface_t *
paint_piece (const EntScene *scene, const EntSceneDetail *detail, double x, double y, int side)
{
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t          *cr = cairo_create (surface);
  EntSceneStyle     style = { .plain = TRUE };
  double            zoom = detail->zoom;
  cairo_rectangle_t clip = { x / zoom, y / zoom, side / zoom, side / zoom };

  cairo_translate (cr, -x, -y);
  cairo_scale (cr, zoom, zoom);
  ent_scene_paint_piece (scene, cr, &style, detail, &clip);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_same (cairo_surface_t *a, int a_x, int a_y, cairo_surface_t *b, int side)
{
  guint n_different = 0;

  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      {
        const guint8 *p = cairo_image_surface_get_data (a) + (a_y + y) * cairo_image_surface_get_stride (a) + 4 * (a_x + x);
        const guint8 *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b) + 4 * x;
        for (guint k = 0; k < 3; k++)
          if (abs (p[k] - q[k]) > 24)
            {
              n_different++;
              break;
            }
      }
  return n_different <= (guint) (side * side / 500);
}

/* Pieces beside each other make the same picture as one piece: nothing is missing at an edge. */
static void
test_pieces (void)
{
  static const double  zooms[] = { 0.05, 0.15, 0.3, 0.6, 1, 1.7 };
  g_autoptr (EntMap)   map = large_map_new (200, 500);
  g_autoptr (EntScene) scene = ent_scene_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (EntSceneDetail) detail = ent_scene_detail_new (scene, zooms[i]);
      double                     x = floor (scene->nodes[100].x * zooms[i]) - SIDE / 2, y = floor (scene->nodes[100].y * zooms[i]) - SIDE / 2;
      cairo_surface_t           *whole = paint_piece (scene, detail, x, y, SIDE);
      for (int k = 0; k < 4; k++)
        {
          cairo_surface_t *part = paint_piece (scene, detail, x + k % 2 * SIDE / 2, y + k / 2 * SIDE / 2, SIDE / 2);
          g_test_message ("zoom %g, part %d", zooms[i], k);
          g_assert_true (is_same (whole, k % 2 * SIDE / 2, k / 2 * SIDE / 2, part, SIDE / 2));
          cairo_surface_destroy (part);
        }
      cairo_surface_destroy (whole);
    }
}

typedef struct {
  const EntScene       *picture;
  const EntSceneDetail *detail;
  double                x, y;
  cairo_surface_t      *surface;
} Job;

static gpointer
paint_in_thread (gpointer data)
{
  Job *job = data;

  for (guint i = 0; i < 6; i++)
    {
      g_clear_pointer (&job->surface, cairo_surface_destroy);
      job->surface = paint_piece (job->picture, job->detail, job->x, job->y, SIDE);
    }
  return NULL;
}

/* A picture may be painted by several threads while its scene changes, and stays what it was. */
static void
test_picture (void)
{
  g_autoptr (EntMap)         map = large_map_new (120, 240);
  g_autoptr (EntScene)       scene = ent_scene_new (map), picture = ent_scene_dup_picture (scene, TRUE);
  g_autoptr (EntSceneDetail) detail = ent_scene_detail_new (picture, 1);
  Job                        jobs[4];
  GThread                   *threads[4];
  EntSceneStyle              style = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      jobs[i] = (Job) { picture, detail, scene->nodes[60].x - SIDE / 2, scene->nodes[60].y - SIDE / 2, NULL };
      threads[i] = g_thread_new ("painter", paint_in_thread, &jobs[i]);
    }
  for (guint i = 0; i < 60; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 200);
      cairo_t         *cr = cairo_create (surface);
      ent_scene_move_node (scene, i, scene->nodes[i].x + 30, scene->nodes[i].y);
      ent_scene_set_hover (scene, scene->nodes[i].actor, NULL);
      cairo_scale (cr, 0.9, 0.9);
      ent_scene_paint_lit (scene, cr, &style, NULL);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    g_thread_join (threads[i]);
  cairo_surface_t *after = paint_piece (picture, detail, jobs[0].x, jobs[0].y, SIDE), *moved = paint_piece (scene, detail, jobs[0].x, jobs[0].y, SIDE);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_assert_true (is_same (after, 0, 0, jobs[i].surface, SIDE));
      cairo_surface_destroy (jobs[i].surface);
    }
  g_assert_false (is_same (moved, 0, 0, after, SIDE));
  cairo_surface_destroy (after);
  cairo_surface_destroy (moved);
}

/* What is loose is left out of a picture with its links, and is painted as lit; fastened, it is part of the picture again. */
static void
test_loose (void)
{
  g_autoptr (EntMap)   map = large_map_new (30, 60);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint                n_loose, serial = ent_scene_get_serial (scene);
  double               x, y, width, height;

  g_assert_false (ent_scene_get_lit_bounds (scene, &x, &y, &width, &height));
  ent_scene_move_node (scene, 4, 5000, 5000);
  g_assert_cmpuint (ent_scene_get_serial (scene), !=, serial);
  g_assert_cmpuint (*ent_scene_get_loose (scene, &n_loose), ==, 4);
  g_assert_cmpuint (n_loose, ==, 1);
  g_assert_true (ent_scene_get_lit_bounds (scene, &x, &y, &width, &height));
  g_assert_true (ent_rect_contains ((EntRect) { x, y, width, height }, 5000, 5000));
  g_autoptr (EntScene) without = ent_scene_dup_picture (scene, FALSE), with = ent_scene_dup_picture (scene, TRUE);
  ent_scene_get_bounds (without, &x, &y, &width, &height);
  g_assert_false (ent_rect_contains ((EntRect) { x, y, width, height }, 5000, 5000));
  ent_scene_get_bounds (with, &x, &y, &width, &height);
  g_assert_true (ent_rect_contains ((EntRect) { x, y, width, height }, 5000, 5000));
  for (guint i = 0; i < scene->n_links; i++)
    {
      gboolean moved = scene->links[i].from == 4 || scene->links[i].to == 4;
      g_assert_cmpint (without->link_states[i].visibility == ENT_LEVEL_HIDDEN, ==, moved);
      g_assert_cmpint (with->link_states[i].visibility, !=, ENT_LEVEL_HIDDEN);
    }
  ent_scene_fasten (scene);
  ent_scene_get_loose (scene, &n_loose);
  g_assert_cmpuint (n_loose, ==, 0);
  g_assert_false (ent_scene_get_lit_bounds (scene, &x, &y, &width, &height));
}

/* ── from afar ──────────────────────────────────────────────────────────────────────────────────────────────────── */

/* share: of its radius */
static gboolean
covers_shape (EntRect box, const EntSceneNode *node, double share)
{
  double half = node->radius * share;

  return ent_rect_overlaps (box, (EntRect) { node->x - half, node->y - half, 2 * half, 2 * half });
}

/* Names overlap neither each other nor the shape of an actor as salient, and none is left out for a less salient name alone. */
static void
test_detail (void)
{
  static const double  zooms[] = { 0.03, 0.1, 0.3, 0.6 };
  g_autoptr (EntMap)   map = large_map_new (400, 900);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint                n_before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (EntSceneDetail) detail = ent_scene_detail_new (scene, zooms[i]);
      guint                      n_shown = 0;
      g_assert_cmpfloat (14 * zooms[i] * detail->name_scale, >=, 8.99);
      for (guint a = 0; a < scene->n_nodes; a++)
        {
          EntRect  box = ent_scene_grown_name_box (&scene->nodes[a], detail->name_scale);
          gboolean is_covered = FALSE;
          n_shown += detail->names[a];
          for (guint b = 0; b < scene->n_nodes; b++)
            {
              EntRect  other = ent_scene_grown_name_box (&scene->nodes[b], detail->name_scale);
              gboolean is_dot = scene->nodes[b].radius * zooms[i] < ENT_DETAIL_DOT_PX;
              if (a == b)
                continue;
              g_assert_false (detail->names[a] && !is_dot && scene->nodes[b].salience >= scene->nodes[a].salience
                              && covers_shape (box, &scene->nodes[b], 0.75));
              is_covered |= !is_dot && covers_shape (ent_rect_grown (box, 2 / zooms[i]), &scene->nodes[b], 0.85);
              if (!detail->names[b] || !ent_rect_overlaps (ent_rect_grown (box, 3 / zooms[i]), other))
                continue;
              is_covered |= scene->nodes[b].salience >= scene->nodes[a].salience;
              g_assert_false (detail->names[a] && ent_rect_overlaps (box, other));
            }
          g_assert_true (detail->names[a] || is_covered);
        }
      g_assert_cmpuint (n_shown, >, n_before);
      n_before = n_shown;
    }
  g_autoptr (EntSceneDetail) near = ent_scene_detail_new (scene, 1);
  g_assert_null (near->names);
  g_assert_true (near->labels && near->heads);
}

static double
sum_of_ink (cairo_surface_t *surface)
{
  double sum = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      sum += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3] / 255.0;
  return sum;
}

/* Lines and dots of pixels cover what cairo's cover, wherever they run; what lies outside is not touched. */
static void
test_pixels (void)
{
  EntColour black = { 0, 0, 0, 1 };
  GRand    *random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 200; i++)
    {
      cairo_surface_t *ours = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 120, 90), *cairos = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 120, 90);
      cairo_t         *cr = cairo_create (ours), *other = cairo_create (cairos);
      double           width = g_rand_double_range (random, 0.6, 2.1), x = g_rand_double_range (random, -40, 160), y = g_rand_double_range (random, -40, 130);
      EntCurve         curve = { { x, y }, { g_rand_double_range (random, -40, 160), 45 }, { g_rand_double_range (random, -40, 160), g_rand_double_range (random, -40, 130) } };
      EntPixels        pixels;
      if (i % 2)
        curve.control = (EntPoint) { (x + curve.end.x) / 2, (y + curve.end.y) / 2 };
      g_assert_true (ent_pixels_begin (&pixels, cr));
      if (i % 5 == 4)
        {
          ent_pixels_dot (&pixels, x, y, 3 * width, black);
          cairo_arc (other, x, y, 3 * width, 0, 2 * G_PI);
          cairo_fill (other);
        }
      else
        {
          ent_pixels_curve (&pixels, &curve, width, black);
          cairo_move_to (other, x, y);
          cairo_curve_to (other, x + (curve.control.x - x) * 2 / 3, y + (curve.control.y - y) * 2 / 3, curve.end.x + (curve.control.x - curve.end.x) * 2 / 3,
                          curve.end.y + (curve.control.y - curve.end.y) * 2 / 3, curve.end.x, curve.end.y);
          cairo_set_line_width (other, width);
          cairo_stroke (other);
        }
      ent_pixels_end (&pixels);
      g_assert_cmpfloat (fabs (sum_of_ink (ours) - sum_of_ink (cairos)), <, 0.06 * sum_of_ink (cairos) + 4);
      cairo_destroy (cr);
      cairo_destroy (other);
      cairo_surface_destroy (ours);
      cairo_surface_destroy (cairos);
    }
  g_rand_free (random);
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);
  return *(guint32 *) (void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
}

static guint32
number_of (EntColour c)
{
  return ((guint32) (c.red * 255 + 0.5) << 16) | ((guint32) (c.green * 255 + 0.5) << 8) | (guint32) (c.blue * 255 + 0.5);
}

/* Large text: names keep a size on the screen that is as much larger, labels wait until they have it, and pictures know of it. */
static void
test_text_scale (void)
{
  static const double zooms[] = { 0.1, 0.5, 0.7, 1 };
  g_autoptr (EntMap)   map = large_map_new (1, 0);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint                serial = ent_scene_get_serial (scene);

  ent_scene_set_text_scale (scene, 1);
  g_assert_cmpuint (ent_scene_get_serial (scene), ==, serial);
  ent_scene_set_text_scale (scene, 2);
  g_assert_cmpuint (ent_scene_get_serial (scene), !=, serial);
  g_autoptr (EntScene) picture = ent_scene_dup_picture (scene, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (EntSceneDetail) detail = ent_scene_detail_new (picture, zooms[i]);

      g_assert_cmpfloat_with_epsilon (detail->name_scale * zooms[i] * ENT_NAME_SIZE, 18, 1e-9);
      g_assert_false (detail->labels);
      g_assert_nonnull (detail->names);
    }
  g_autoptr (EntSceneDetail) near = ent_scene_detail_new (picture, 2);
  g_assert_cmpfloat (near->name_scale, ==, 1);
  g_assert_true (near->labels);
}

/* Tints are seen from near as from afar, where actors are dots, set by pixels or not, and in pictures; they make another picture of it. */
static void
test_tinted (void)
{
  g_autoptr (EntMap)         map = large_map_new (1, 0);
  g_autoptr (EntScene)       scene = ent_scene_new (map);
  g_autoptr (EntSceneDetail) afar = ent_scene_detail_new (scene, 0.1), near = ent_scene_detail_new (scene, 1);
  const EntPalette          *palette = ent_palette_get (FALSE, FALSE);
  const guint                tint = 3;
  guint                      serial = ent_scene_get_serial (scene);
  double                     x = scene->nodes[0].x, y = scene->nodes[0].y;

  scene->nodes[0].glyph = FALSE;
  ent_scene_set_tints (scene, &tint);
  g_assert_cmpuint (ent_scene_get_serial (scene), !=, serial);
  g_autoptr (EntScene) picture = ent_scene_dup_picture (scene, TRUE);
  cairo_surface_t     *whole = paint_piece (picture, near, floor (x) - 10, floor (y) - 10, 20), *dot = paint_piece (picture, afar, floor (x * 0.1) - 10, floor (y * 0.1) - 10, 20);
  g_assert_cmphex (pixel_at (whole, 10, 10), ==, number_of (palette->tint_fill[tint]));
  g_assert_cmphex (pixel_at (dot, 10, 10), ==, number_of (palette->tint_line[tint]));
  cairo_surface_destroy (whole);
  cairo_surface_destroy (dot);
}

/* ── piece by piece ─────────────────────────────────────────────────────────────────────────────────────────────── */

/* On a map so large that it is placed piece by piece no label covers a name or another label either. */
static void
test_large_labels (void)
{
  g_autoptr (EntMap)   map = large_map_new (700, 1500);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint                n_shown = 0;

  for (guint i = 0; i < scene->n_links; i++)
    {
      const EntSceneLink *link = &scene->links[i];
      EntRect             box = ent_rect_grown (ent_scene_link_label_box (link, (EntPoint) { link->label_x, link->label_y }), -0.01);
      if (!link->label_shown)
        continue;
      n_shown++;
      for (guint j = i + 1; j < scene->n_links; j++)
        if (scene->links[j].label_shown)
          g_assert_false (ent_rect_overlaps (box, ent_scene_link_label_box (&scene->links[j], (EntPoint) { scene->links[j].label_x, scene->links[j].label_y })));
      for (guint j = 0; j < scene->n_nodes; j++)
        g_assert_false (ent_rect_overlaps (box, ent_scene_node_label_box (&scene->nodes[j])));
    }
  g_assert_cmpuint (n_shown, >, scene->n_links / 10);
}

/* A graph for dragging begins with the dragged node and has its neighbours; what it moves comes to the scene. */
static void
test_drag_graph (void)
{
  static const guint sizes[] = { 5, 200, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (EntMap)   map = large_map_new (sizes[i], 2 * sizes[i]);
      g_autoptr (EntScene) scene = ent_scene_new (map);
      g_autofree guint    *nodes = NULL;
      guint                held = sizes[i] / 2;
      EntLayoutGraph      *graph = ent_scene_dup_drag_graph (scene, held, &nodes);
      g_assert_cmpuint (nodes[0], ==, held);
      g_assert_cmpuint (graph->n_nodes, <=, MIN (sizes[i], 300));
      for (guint k = 0; k < scene->n_links; k++)
        if (scene->links[k].from == held)
          {
            guint found = 0;
            for (guint e = 0; e < graph->n_edges; e++)
              found += graph->edges[e].from == 0 && nodes[graph->edges[e].to] == scene->links[k].to;
            g_assert_cmpuint (found, >, 0);
          }
      graph->nodes[0].x += 77;
      double x = graph->nodes[0].x;
      ent_scene_apply_layout (scene, graph, nodes, 0);
      g_assert_cmpfloat (scene->nodes[held].x, ==, x);
      ent_scene_free_layout_graph (graph);
    }
}

/* The same texts are not measured again, and the drawing is the same as without that. */
static void
test_after (void)
{
  g_autoptr (EntMap)   map = large_map_new (40, 80);
  g_autoptr (EntScene) before = ent_scene_new (map), after = ent_scene_new_after (before, map, 0, NULL), anew = ent_scene_new (map);

  g_assert_cmpuint (ent_scene_get_serial (after), !=, ent_scene_get_serial (before));
  for (guint i = 0; i < anew->n_nodes; i++)
    {
      g_assert_true (after->node_states[i].text == before->node_states[i].text);
      g_assert_true (anew->node_states[i].text != before->node_states[i].text);
      g_assert_cmpfloat (after->nodes[i].label_width, ==, anew->nodes[i].label_width);
    }
  g_clear_pointer (&before, ent_scene_free);
  for (guint i = 0; i < anew->n_links; i++)
    g_assert_cmpfloat (after->links[i].label_x, ==, anew->links[i].label_x);
}

static gpointer
finish_in_thread (gpointer scene)
{
  ent_scene_finish (scene);
  return NULL;
}

/* A scene that is finished in a thread is the same, whatever becomes of the map meanwhile; one that is not finished can be freed. */
static void
test_halves (void)
{
  g_autoptr (EntMap)       map = large_map_new (300, 800);
  g_autofree double       *sizes = g_new0 (double, 300);
  g_autoptr (EntScene)     at_once = ent_scene_new_after (NULL, map, 0, sizes), never = ent_scene_begin (at_once, map, 0, NULL);
  g_autoptr (EntScene)     scene = ent_scene_begin (NULL, map, 0, sizes);
  GThread                 *thread = g_thread_new ("finish", finish_in_thread, scene);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);
      ent_actor_set_name (actor, "Ґ");
      ent_actor_set_position (actor, 0, i);
    }
  g_thread_join (thread);
  g_assert_cmpuint (scene->n_links, ==, at_once->n_links);
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      g_assert_cmpfloat (scene->nodes[i].label_width, ==, at_once->nodes[i].label_width);
      g_assert_cmpfloat (scene->nodes[i].x, ==, at_once->nodes[i].x);
    }
  for (guint i = 0; i < scene->n_links; i++)
    {
      g_assert_cmpfloat (scene->links[i].cx, ==, at_once->links[i].cx);
      g_assert_cmpfloat (scene->links[i].label_x, ==, at_once->links[i].label_x);
    }
  g_assert_cmpuint (never->n_nodes, ==, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/large/grid", test_grid);
  g_test_add_func ("/scene/large/grid-empty", test_grid_empty);
  g_test_add_func ("/scene/large/hits", test_hits);
  g_test_add_func ("/scene/large/hits-from-afar", test_hits_from_afar);
  g_test_add_func ("/scene/large/pieces", test_pieces);
  g_test_add_func ("/scene/large/picture", test_picture);
  g_test_add_func ("/scene/large/loose", test_loose);
  g_test_add_func ("/scene/large/detail", test_detail);
  g_test_add_func ("/scene/large/pixels", test_pixels);
  g_test_add_func ("/scene/large/tinted", test_tinted);
  g_test_add_func ("/scene/large/text-scale", test_text_scale);
  g_test_add_func ("/scene/large/labels", test_large_labels);
  g_test_add_func ("/scene/large/drag-graph", test_drag_graph);
  g_test_add_func ("/scene/large/after", test_after);
  g_test_add_func ("/scene/large/halves", test_halves);
  return g_test_run ();
}
