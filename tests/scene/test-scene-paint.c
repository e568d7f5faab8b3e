/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a drawing looks like, by single pixels whose colour the palette tells. */
#include "ent-palette.h"
#include "ent-scene-figure.h"
#include "ent-scene-paint.h"
#include "ent-scene.h"
#include "map-fixture.h"

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (const void *) (data + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
}

static cairo_surface_t *
paint (const EntScene *scene, const EntSceneStyle *style, double x, double y, int width, int height)
{
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t          *cr = cairo_create (surface);
  cairo_rectangle_t clip = { x, y, width, height };

  cairo_translate (cr, -x, -y);
  ent_scene_paint (scene, cr, style, &clip);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
colour_number (EntColour c)
{
  return ((guint32) (c.red * 255 + 0.5) << 16) | ((guint32) (c.green * 255 + 0.5) << 8) | (guint32) (c.blue * 255 + 0.5);
}

static EntSceneVisibility
keep (EntActor *actor, EntRelation *relation, gpointer data)
{
  return ENT_SCENE_KEPT;
}

static void
test_paint_states (void)
{
  g_autoptr (EntMap)    map = ent_map_new ();
  EntActor             *a = fixture_add_actor (map, "a", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "b", ENT_KIND_COUNTRY);
  EntSceneStyle         style = { 0 }, plain = { .plain = TRUE };
  const EntPalette     *palette = ent_palette_get (FALSE, FALSE);
  guint32               fill = colour_number (palette->kind_fill[ENT_KIND_COUNTRY]);
  cairo_surface_t      *surface;

  ent_actor_set_position (a, 100, 100);
  ent_actor_set_position (b, 300, 100);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  surface = paint (scene, &style, 0, 0, 400, 200);
  g_assert_cmphex (pixel_at (surface, 0, 0), ==, colour_number (palette->ground));
  g_assert_cmphex (pixel_at (surface, 100, 100), ==, fill);
  cairo_surface_destroy (surface);
  /* Hovering over one fades the other, but not where states are left out. */
  ent_scene_set_hover (scene, a, NULL);
  surface = paint (scene, &style, 0, 0, 400, 200);
  g_assert_cmphex (pixel_at (surface, 100, 100), ==, fill);
  g_assert_cmphex (pixel_at (surface, 300, 100), !=, fill);
  cairo_surface_destroy (surface);
  surface = paint (scene, &plain, 0, 0, 400, 200);
  g_assert_cmphex (pixel_at (surface, 300, 100), ==, fill);
  cairo_surface_destroy (surface);
  /* Nor where it is kept. */
  ent_scene_set_visibility (scene, keep, NULL);
  surface = paint (scene, &style, 0, 0, 400, 200);
  g_assert_cmphex (pixel_at (surface, 300, 100), ==, fill);
  cairo_surface_destroy (surface);
  ent_scene_set_visibility (scene, NULL, NULL);
  ent_scene_set_hover (scene, NULL, NULL);
  /* A selected node wears a ring of the accent, a little outside its outline. */
  guint               n;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n);
  ent_scene_set_selected (scene, b, NULL);
  surface = paint (scene, &style, 0, 0, 400, 200);
  g_assert_cmphex (pixel_at (surface, (int) (300 + nodes[1].radius + 4.5), 100), ==, colour_number (palette->accent));
  cairo_surface_destroy (surface);
}

/* Every combination of style and state paints without cairo errors, outside the clip as well. */
static void
test_paint_all (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (15, 30, 4);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint                n;
  const EntSceneLink  *links = ent_scene_get_links (scene, &n);
  double               x, y, width, height;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  for (int mask = 0; mask < 32; mask++)
    {
      EntSceneStyle style = { mask & 1, (mask & 2) != 0, (mask & 4) != 0, mask & 8 ? 1.5 : 1, (mask & 16) != 0 };
      ent_scene_set_hover (scene, mask % 3 == 0 ? ent_relation_get_from (links[0].relation) : NULL, mask % 3 == 1 ? links[1].relation : NULL);
      ent_scene_set_selected (scene, NULL, links[2].relation);
      ent_scene_add_selected (scene, ent_relation_get_to (links[3].relation), NULL);
      cairo_surface_destroy (paint (scene, &style, x, y, 300, 200));
      cairo_surface_destroy (paint (scene, &style, x - 5000, y, 30, 20));
    }
}

/* What is cut off a curve lies outside, what is left begins and ends inside or where the curve does. */
static void
test_cut_curve (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  const EntRect     area = { -40, -30, 80, 60 };
  guint             n_cut = 0, n_outside = 0;

  for (guint i = 0; i < 2000; i++)
    {
      EntCurve curve = {
        { g_rand_double_range (rand, -100, 100), g_rand_double_range (rand, -100, 100) },
        { g_rand_double_range (rand, -100, 100), g_rand_double_range (rand, -100, 100) },
        { g_rand_double_range (rand, -100, 100), g_rand_double_range (rand, -100, 100) },
      };
      double   t0 = 2, t1 = 2;
      if (i % 3 == 0)
        curve.control = (EntPoint) { (curve.start.x + curve.end.x) / 2, (curve.start.y + curve.end.y) / 2 };
      gboolean inside = ent_curve_cut (&curve, area, &t0, &t1);
      for (int k = 0; k <= 200; k++)
        {
          EntPoint p = ent_curve_at (&curve, k / 200.0);
          if (ent_rect_contains (ent_rect_grown (area, -1e-6), p.x, p.y))
            {
              g_assert_true (inside);
              g_assert_cmpfloat (t0 - 1e-9, <=, k / 200.0);
              g_assert_cmpfloat (t1 + 1e-9, >=, k / 200.0);
            }
        }
      n_outside += !inside;
      if (!inside)
        continue;
      EntPoint first = ent_curve_at (&curve, t0), last = ent_curve_at (&curve, t1);
      g_assert_true (ent_rect_contains (ent_rect_grown (area, 1e-6), first.x, first.y));
      g_assert_true (ent_rect_contains (ent_rect_grown (area, 1e-6), last.x, last.y));
      n_cut += t0 > 0 || t1 < 1;
    }
  g_assert_cmpuint (n_cut, >, 500);
  g_assert_cmpuint (n_outside, >, 100);
}

/* A link that is painted in stripes looks as in one: its dashes go on where the last stripe left them, no head is lost. */
static void
test_cut_figure (void)
{
  static const struct { EntStance stance; gboolean dashed; } cases[] = {
    { ENT_STANCE_COOPERATION, FALSE }, { ENT_STANCE_COOPERATION, TRUE }, { ENT_STANCE_CONFLICT, TRUE }, { ENT_STANCE_NEUTRAL, FALSE },
    { ENT_STANCE_NEUTRAL, TRUE },
  };
  const EntSceneLink link = { .x0 = 10, .y0 = 12, .cx = 600, .cy = 30, .x1 = 900, .y1 = 190, .width = 4, .arrow_at_end = TRUE, .arrow_at_start = TRUE };
  const int          width = 920, height = 200, stripe = 25;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntSceneLink     like = link;
      EntLinkFigure    figure;
      cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      cairo_t         *cr = cairo_create (whole);
      guint            n_off = 0, n_inked = 0;
      like.dashed = cases[i].dashed;
      g_assert_true (ent_link_figure (&like, cases[i].stance, 0, &figure));
      ent_paint_link (cr, &figure, (EntColour) { 0, 0, 1, 1 });
      cairo_destroy (cr);
      cairo_surface_flush (whole);
      for (int top = 0; top < height; top += stripe)
        {
          cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, stripe);
          EntLinkFigure    piece = figure;
          cr = cairo_create (part);
          cairo_translate (cr, 0, -top);
          if (ent_link_figure_cut (&piece, (EntRect) { 0, top, width, stripe }))
            ent_paint_link (cr, &piece, (EntColour) { 0, 0, 1, 1 });
          cairo_destroy (cr);
          cairo_surface_flush (part);
          for (int y = 0; y < stripe; y++)
            for (int x = 0; x < width; x++)
              {
                guint32 a = pixel_at (whole, x, top + y), b = pixel_at (part, x, y);
                n_inked += a != 0;
                n_off += MAX (a, b) - MIN (a, b) > 24;
              }
          cairo_surface_destroy (part);
        }
      g_test_message ("case %u: %u of %u pixels differ", i, n_off, n_inked);
      g_assert_cmpuint (n_inked, >, 1000);
      g_assert_cmpuint (n_off * 100, <=, n_inked);
      cairo_surface_destroy (whole);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/paint/states", test_paint_states);
  g_test_add_func ("/scene/paint/all", test_paint_all);
  g_test_add_func ("/scene/paint/cut-curve", test_cut_curve);
  g_test_add_func ("/scene/paint/cut-figure", test_cut_figure);
  return g_test_run ();
}
