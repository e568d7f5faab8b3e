/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-viewport.h"

#include <math.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

static void
test_round_trip (void)
{
  const EntViewport viewports[] = { { 1, 0, 0 }, { 0.1, -500, 30 }, { 5, 12.5, -1e6 } };

  for (guint i = 0; i < G_N_ELEMENTS (viewports); i++) {
    EntPoint view = ent_viewport_to_view (&viewports[i], 123.25, -7.5);
    EntPoint map = ent_viewport_to_map (&viewports[i], view.x, view.y);
    g_assert_cmpfloat_with_epsilon (map.x, 123.25, 1e-6);
    g_assert_cmpfloat_with_epsilon (map.y, -7.5, 1e-6);
  }
}

/* What is under the pointer stays there, and no scale leaves its bounds. */
static void
test_zoom (void)
{
  const double scales[] = { 0.5, 1, 3, 1e-9, 1e9, 0, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    EntViewport viewport = { 1, 40, 50 };
    EntPoint before = ent_viewport_to_map (&viewport, 200, 100);
    ent_viewport_zoom (&viewport, scales[i], 200, 100);
    EntPoint after = ent_viewport_to_map (&viewport, 200, 100);
    g_assert_cmpfloat (viewport.scale, >=, ENT_VIEWPORT_MIN_SCALE);
    g_assert_cmpfloat (viewport.scale, <=, ENT_VIEWPORT_MAX_SCALE);
    assert_near (before.x, after.x);
    assert_near (before.y, after.y);
  }
}

static void
test_fit (void)
{
  const EntRect view = { 20, 20, 600, 400 };
  const EntRect maps[] = {
    { 0, 0, 0, 0 }, { -5, 7, 100, 100 }, { 0, 0, 3000, 10 }, { 0, 0, 10, 3000 }, { -1e4, -1e4, 1e3, 5e2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++) {
    EntViewport viewport = ent_viewport_fit (maps[i], view, 1.5);
    EntPoint low = ent_viewport_to_view (&viewport, maps[i].x, maps[i].y);
    EntPoint high = ent_viewport_to_view (&viewport, maps[i].x + maps[i].width, maps[i].y + maps[i].height);
    g_assert_cmpfloat (viewport.scale, <=, 1.5);
    assert_near ((low.x + high.x) / 2, view.x + view.width / 2);
    assert_near ((low.y + high.y) / 2, view.y + view.height / 2);
    g_assert_cmpfloat (low.x, >=, view.x - 1e-6);
    g_assert_cmpfloat (high.y, <=, view.y + view.height + 1e-6);
  }
}

/* Nothing moves for what is seen already; what is not comes in by the shortest way. */
static void
test_show (void)
{
  static const struct { EntRect map; double left, top; } cases[] = {
    { { 10, 10, 20, 20 }, 0, 0 },
    { { -30, 10, 20, 20 }, 30, 0 },
    { { 90, 95, 20, 20 }, -10, -15 },
    { { 50, 50, 500, 20 }, -50, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EntViewport viewport = { 1, 0, 0 };
    ent_viewport_show (&viewport, cases[i].map, (EntRect) { 0, 0, 100, 100 });
    assert_near (viewport.left, cases[i].left);
    assert_near (viewport.top, cases[i].top);
  }
}

static void
test_between (void)
{
  const EntViewport a = { 1, 0, 10 }, b = { 2, 100, -10 };
  EntViewport start = ent_viewport_between (&a, &b, 0), middle = ent_viewport_between (&a, &b, 0.5), end = ent_viewport_between (&a, &b, 1);

  assert_near (start.scale, a.scale);
  assert_near (middle.left, 50);
  assert_near (end.top, b.top);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/viewport/round-trip", test_round_trip);
  g_test_add_func ("/app/viewport/zoom", test_zoom);
  g_test_add_func ("/app/viewport/fit", test_fit);
  g_test_add_func ("/app/viewport/show", test_show);
  g_test_add_func ("/app/viewport/between", test_between);
  return g_test_run ();
}
