/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-print-pages.h"

#include "map-fixture.h"

#define WIDTH  595
#define HEIGHT 842

typedef struct { int left, top, right, bottom; } Ink;

/* The box of what is drawn on a page, all zero where it is blank. */
static Ink
find_ink (EntPrintPages *pages, guint page, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr = cairo_create (surface);
  Ink              ink = { width, height, 0, 0 };

  ent_print_pages_draw (pages, page, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        if (row[x] >> 24)
          ink = (Ink) { MIN (ink.left, x), MIN (ink.top, y), MAX (ink.right, x + 1), MAX (ink.bottom, y + 1) };
    }
  cairo_surface_destroy (surface);
  return ink.right > 0 ? ink : (Ink) { 0 };
}

static EntMap *
map_in_a_row (guint n_quotes)
{
  EntMap   *map = ent_map_new ();
  EntActor *a = fixture_add_actor (map, "Україна", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "NATO", ENT_KIND_ORGANISATION);

  ent_actor_set_position (a, 0, 0);
  ent_actor_set_position (b, 900, 0);
  fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "supports", n_quotes, ENT_MODALITY_ASSERTED);
  return map;
}

/* The map is on one page in either orientation, within its margins, and as large as these let it be. */
static void
test_map (void)
{
  static const struct { int width, height; } papers[] = { { WIDTH, HEIGHT }, { HEIGHT, WIDTH }, { 300, 420 } };
  g_autoptr (EntMap)        map = map_in_a_row (2);
  g_autoptr (EntPrintPages) pages = ent_print_pages_new (ent_scene_new (map));

  g_assert_true (ent_print_pages_is_wide (pages));
  g_assert_cmpuint (ent_print_pages_count (pages), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      Ink ink = find_ink (pages, 0, papers[i].width, papers[i].height);

      g_assert_cmpint (ink.left, >=, 36);
      g_assert_cmpint (ink.right, <=, papers[i].width - 36);
      g_assert_cmpint (ink.right - ink.left, >, (papers[i].width - 72) * 3 / 4);
      g_assert_cmpint (ABS (ink.top + ink.bottom - papers[i].height), <, 8);
    }
}

static void
test_legend (void)
{
  g_autoptr (EntMap)        map = map_in_a_row (2);
  g_autoptr (EntPrintPages) bare = ent_print_pages_new (ent_scene_new (map)), legend = ent_print_pages_new (ent_scene_new (map));

  ent_print_pages_set_legend (legend, TRUE);
  g_assert_cmpint (find_ink (legend, 0, WIDTH, HEIGHT).bottom, >, find_ink (bare, 0, WIDTH, HEIGHT).bottom + 20);
}

/* Many quotes take many pages, all within the paper; less of them in a wider one's lines. */
static void
test_quotes (void)
{
  g_autoptr (EntMap)        map = map_in_a_row (200);
  g_autoptr (EntPrintPages) pages = ent_print_pages_new (ent_scene_new (map));
  guint                     n_pages;

  ent_print_pages_add_quotes (pages, WIDTH, HEIGHT);
  n_pages = ent_print_pages_count (pages);
  g_assert_cmpuint (n_pages, >=, 5);
  for (guint i = 1; i < n_pages; i++)
    {
      Ink ink = find_ink (pages, i, WIDTH, HEIGHT);

      g_assert_cmpint (ink.left, >=, 55);
      g_assert_cmpint (ink.top, >=, 55);
      g_assert_cmpint (ink.right, <=, WIDTH - 55);
      g_assert_cmpint (ink.bottom, >, HEIGHT - 36);   /* the footer */
      g_assert_cmpint (ink.bottom, <, HEIGHT - 12);
    }
  ent_print_pages_add_quotes (pages, WIDTH, HEIGHT / 2);
  g_assert_cmpuint (ent_print_pages_count (pages), >, n_pages);
}

static void
test_empty (void)
{
  g_autoptr (EntMap)        map = ent_map_new ();
  g_autoptr (EntPrintPages) pages = ent_print_pages_new (ent_scene_new (map));

  ent_print_pages_add_quotes (pages, WIDTH, HEIGHT);
  g_assert_cmpuint (ent_print_pages_count (pages), ==, 1);
  g_assert_cmpint (find_ink (pages, 0, WIDTH, HEIGHT).right, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/print-pages/map", test_map);
  g_test_add_func ("/export/print-pages/legend", test_legend);
  g_test_add_func ("/export/print-pages/quotes", test_quotes);
  g_test_add_func ("/export/print-pages/empty", test_empty);
  return g_test_run ();
}
