/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-edge-bends.h"
#include "ent-curve.h"
#include "graph-fixture.h"

#include <math.h>

static void
test_empty (void)
{
  EntLayoutGraph graph = { 0 };
  double bend = 5;

  ent_edge_bends (&graph, &bend);
  g_assert_cmpfloat (bend, ==, 5);
}

static void
test_control_point (void)
{
  EntPoint point = ent_edge_control_point ((EntPoint) { 0, 0 }, (EntPoint) { 10, 0 }, 4);

  g_assert_cmpfloat (point.x, ==, 5);
  g_assert_cmpfloat (point.y, ==, 4);   /* y points down: to the right of one who goes to the right */
  point = ent_edge_control_point ((EntPoint) { 3, 3 }, (EntPoint) { 3, 3 }, 4);
  g_assert_cmpfloat (point.x, ==, 3);
}

static void
test_alone_straight (void)
{
  EntLayoutNode nodes[3] = { { .x = 0, .radius = 20 }, { .x = 300, .radius = 20 }, { .x = 150, .y = 200, .radius = 20 } };
  EntLayoutEdge edges[1] = { { .from = 0, .to = 1, .weight = 1 } };
  EntLayoutGraph graph = { nodes, 3, edges, 1 };
  double bend;

  ent_edge_bends (&graph, &bend);
  g_assert_cmpfloat (bend, ==, 0);
}

/* Both directions and a second stance: three curves, evenly apart, whichever way they run. */
static void
test_bundle_is_fanned (void)
{
  EntLayoutNode nodes[2] = { { .x = 0, .radius = 20 }, { .x = 300, .radius = 20 } };
  EntLayoutEdge edges[3] = { { .from = 0, .to = 1, .weight = 1 }, { .from = 1, .to = 0, .weight = 1 }, { .from = 0, .to = 1, .weight = 1 } };
  EntLayoutGraph graph = { nodes, 2, edges, 3 };
  double bends[3], y[3];

  ent_edge_bends (&graph, bends);
  for (guint e = 0; e < 3; e++)
    {
      EntPoint from = { nodes[edges[e].from].x, 0 }, to = { nodes[edges[e].to].x, 0 };

      y[e] = ent_edge_control_point (from, to, bends[e]).y;
    }
  g_assert_cmpfloat (fabs (y[1] - y[0]), >, 20);
  g_assert_cmpfloat_with_epsilon (y[1] - y[0], y[2] - y[1], 1e-9);
}

/* A node in the way, then its label: the curve goes round. */
static void
test_goes_round (void)
{
  const double offsets[] = { 0, 8, -15, -30 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      EntLayoutNode nodes[3] = { { .x = 0, .radius = 20 }, { .x = 400, .radius = 20 },
                                 { .x = 200, .y = offsets[i], .radius = 20, .label_width = 90, .label_height = 18 } };
      EntLayoutEdge edges[1] = { { .from = 0, .to = 1, .weight = 1 } };
      EntLayoutGraph graph = { nodes, 3, edges, 1 };
      EntRect label = ent_layout_node_label_box (&nodes[2]);
      EntPoint control, middle;
      double bend;

      ent_edge_bends (&graph, &bend);
      g_assert_cmpfloat (fabs (bend), >, 0);
      control = ent_edge_control_point ((EntPoint) { 0, 0 }, (EntPoint) { 400, 0 }, bend);
      middle = ent_curve_point ((EntPoint) { 0, 0 }, control, (EntPoint) { 400, 0 }, 0.5);
      g_assert_true (middle.y < nodes[2].y - nodes[2].radius || middle.y > label.y + label.height);
      g_assert_cmpfloat (fabs (bend), <, 200);
    }
}

/* What stands in the middle of several edges, with others above and below it, is left free on either side. */
static void
test_parts (void)
{
  for (guint n = 2; n <= 5; n++)
    {
      EntLayoutNode nodes[5] = { { .x = 0, .radius = 20 }, { .x = 440, .radius = 20 },
                                 { .x = 220, .radius = 18, .label_width = 60, .label_height = 16 },
                                 { .x = 220, .y = -135, .radius = 30, .label_width = 80, .label_height = 16 },
                                 { .x = 220, .y = 125, .radius = 30, .label_width = 80, .label_height = 16 } };
      EntLayoutEdge edges[5];
      EntLayoutGraph graph = { nodes, 5, edges, n };
      double bends[5];
      guint n_above = 0;

      for (guint e = 0; e < n; e++)
        edges[e] = (EntLayoutEdge) { .from = e & 1, .to = !(e & 1), .weight = 1 };
      ent_edge_bends (&graph, bends);
      for (guint e = 0; e < n; e++)
        {
          EntPoint from = { nodes[edges[e].from].x, 0 }, to = { nodes[edges[e].to].x, 0 };
          EntPoint control = ent_edge_control_point (from, to, bends[e]);

          n_above += control.y < 0;
          for (guint i = 2; i < 5; i++)
            for (guint t = 0; t <= 100; t++)
              {
                EntPoint p = ent_curve_point (from, control, to, t / 100.0);
                EntRect label = ent_layout_node_label_box (&nodes[i]);

                g_assert_cmpfloat (hypot (p.x - nodes[i].x, p.y - nodes[i].y), >, nodes[i].radius);
                g_assert_false (p.x > label.x && p.x < label.x + label.width && p.y > label.y && p.y < label.y + label.height);
              }
        }
      if (n > 3)
        g_assert_true (n_above > 0 && n_above < n);
    }
}

static void
test_hostile_numbers (void)
{
  EntLayoutNode nodes[3] = { { .x = NAN, .radius = 20 }, { .x = 300, .radius = INFINITY }, { .x = 300, .y = 0, .radius = -3 } };
  EntLayoutEdge edges[4] = { { .from = 0, .to = 1 }, { .from = 1, .to = 2 }, { .from = 1, .to = 1 }, { .from = 9, .to = 1 } };
  EntLayoutGraph graph = { nodes, 3, edges, 4 };
  double bends[4];

  ent_edge_bends (&graph, bends);
  for (guint e = 0; e < 4; e++)
    g_assert_true (isfinite (bends[e]));
  g_assert_cmpfloat (bends[0], ==, 0);
  g_assert_cmpfloat (bends[2], ==, 0);
  g_assert_cmpfloat (bends[3], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/edge-bends/empty", test_empty);
  g_test_add_func ("/layout/edge-bends/control-point", test_control_point);
  g_test_add_func ("/layout/edge-bends/alone-straight", test_alone_straight);
  g_test_add_func ("/layout/edge-bends/bundle-is-fanned", test_bundle_is_fanned);
  g_test_add_func ("/layout/edge-bends/goes-round", test_goes_round);
  g_test_add_func ("/layout/edge-bends/parts", test_parts);
  g_test_add_func ("/layout/edge-bends/hostile-numbers", test_hostile_numbers);
  return g_test_run ();
}
