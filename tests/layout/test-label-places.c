/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-label-places.h"
#include "ent-random.h"

#include <math.h>

static EntCurveLabel
straight (double x0, double y0, double x1, double y1)
{
  return (EntCurveLabel) { .x0 = x0, .y0 = y0, .cx = (x0 + x1) / 2, .cy = (y0 + y1) / 2, .x1 = x1, .y1 = y1, .width = 60, .height = 14 };
}

static gboolean
overlap (const EntCurveLabel *label, EntRect box)
{
  return label->x - label->width / 2 < box.x + box.width && box.x < label->x + label->width / 2
         && label->y - label->height / 2 < box.y + box.height && box.y < label->y + label->height / 2;
}

static EntRect
box_of (const EntCurveLabel *label)
{
  return (EntRect) { label->x - label->width / 2, label->y - label->height / 2, label->width, label->height };
}

static void
test_empty (void)
{
  ent_place_curve_labels (NULL, 0, NULL, 0);
}

static void
test_singleton (void)
{
  EntCurveLabel label = straight (0, 0, 200, 0);

  ent_place_curve_labels (&label, 1, NULL, 0);
  g_assert_true (label.shown);
  g_assert_cmpfloat (label.x, ==, 100);
  g_assert_cmpfloat (label.y, ==, 0);
}

static void
test_avoids_obstacle (void)
{
  EntCurveLabel label = straight (0, 0, 400, 0);
  EntRect obstacle = { 190, -20, 30, 40 };

  ent_place_curve_labels (&label, 1, &obstacle, 1);
  g_assert_true (label.shown);
  g_assert_false (overlap (&label, obstacle));
}

static void
test_hidden_without_room (void)
{
  EntCurveLabel labels[2] = { straight (0, 0, 400, 0), straight (0, 100, 100, 100) };
  EntRect obstacle = { -10, -20, 420, 40 };

  labels[1].width = 0;
  ent_place_curve_labels (labels, 2, &obstacle, 1);
  g_assert_false (labels[0].shown);
  g_assert_cmpfloat (labels[0].x, ==, 200);
  g_assert_false (labels[1].shown);   /* there is none to show */
}

/* Where two cross in their middles, both are shown, and beside the other's line. */
static void
test_crossing_links (void)
{
  EntCurveLabel labels[2] = { straight (0, 0, 400, 300), straight (0, 300, 400, 0) };

  ent_place_curve_labels (labels, 2, NULL, 0);
  g_assert_true (labels[0].shown && labels[1].shown);
  g_assert_false (overlap (&labels[0], box_of (&labels[1])));
}

static void
test_priority_goes_first (void)
{
  EntCurveLabel labels[2] = { straight (0, 0, 70, 0), straight (0, 2, 70, 2) };

  labels[1].priority = 3;
  ent_place_curve_labels (labels, 2, NULL, 0);
  g_assert_false (labels[0].shown);
  g_assert_true (labels[1].shown);
}

static void
test_never_overlap (void)
{
  EntRandom random = { 5 };

  for (guint round = 0; round < 40; round++)
    {
      EntCurveLabel labels[60];
      EntRect obstacles[40];

      for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          labels[i] = straight (ent_random_below (&random, 900), ent_random_below (&random, 700),
                                ent_random_below (&random, 900), ent_random_below (&random, 700));
          labels[i].cx += (double) ent_random_below (&random, 100) - 50;
          labels[i].width = 20 + ent_random_below (&random, 80);
          labels[i].priority = ent_random_below (&random, 4);
        }
      for (guint i = 0; i < G_N_ELEMENTS (obstacles); i++)
        obstacles[i] = (EntRect) { ent_random_below (&random, 900), ent_random_below (&random, 700), 50, 30 };
      ent_place_curve_labels (labels, G_N_ELEMENTS (labels), obstacles, G_N_ELEMENTS (obstacles));
      for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          for (guint j = i + 1; labels[i].shown && j < G_N_ELEMENTS (labels); j++)
            g_assert_false (labels[j].shown && overlap (&labels[i], box_of (&labels[j])));
          for (guint k = 0; labels[i].shown && k < G_N_ELEMENTS (obstacles); k++)
            g_assert_false (overlap (&labels[i], obstacles[k]));
        }
    }
}

static void
test_hostile_numbers (void)
{
  const double numbers[] = { NAN, INFINITY, -INFINITY, 1e300 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      EntCurveLabel labels[4] = { straight (0, 0, 200, 0), straight (0, 50, numbers[i], 50), straight (0, 90, 200, 90), straight (0, 140, 200, 140) };
      EntRect obstacle = { numbers[i], 0, 10, numbers[i] };

      labels[2].priority = numbers[i];
      labels[3].height = numbers[i];
      ent_place_curve_labels (labels, 4, &obstacle, 1);
      g_assert_true (labels[0].shown && labels[2].shown);
      for (guint k = 0; k < 4; k++)
        g_assert_true (isfinite (labels[k].x) && isfinite (labels[k].y));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/label-places/empty", test_empty);
  g_test_add_func ("/layout/label-places/singleton", test_singleton);
  g_test_add_func ("/layout/label-places/avoids-obstacle", test_avoids_obstacle);
  g_test_add_func ("/layout/label-places/hidden-without-room", test_hidden_without_room);
  g_test_add_func ("/layout/label-places/crossing-links", test_crossing_links);
  g_test_add_func ("/layout/label-places/priority-goes-first", test_priority_goes_first);
  g_test_add_func ("/layout/label-places/never-overlap", test_never_overlap);
  g_test_add_func ("/layout/label-places/hostile-numbers", test_hostile_numbers);
  return g_test_run ();
}
