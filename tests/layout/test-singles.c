/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-singles.h"
#include "ent-overlaps.h"

#include <math.h>

#define N_NODES 11

static void
make_nodes (EntLayoutNode *nodes, gboolean *is_single)
{
  for (guint i = 0; i < N_NODES; i++)
    {
      nodes[i] = (EntLayoutNode) { .x = -500, .y = -500, .radius = 15 + i, .label_width = 20 * i, .label_height = i % 3 == 0 ? 36 : 18 };
      is_single[i] = i % 4 != 3;      /* 9 of them */
    }
}

static void
test_none (void)
{
  EntLayoutNode node = { .radius = 10 };
  gboolean is_single = FALSE;
  EntLayoutGraph graph = { &node, 1, NULL, 0 };

  g_assert_cmpuint (ent_singles_measure (&graph, &is_single).n, ==, 0);
}

/* Rows of even length, whatever is asked for; never more columns than that. */
static void
test_columns (void)
{
  static const guint cases[][3] = { { 0, 1, 9 }, { 1, 1, 9 }, { 2, 2, 5 }, { 4, 3, 3 }, { 5, 5, 2 }, { 7, 5, 2 }, { 9, 9, 1 }, { 40, 9, 1 } };
  EntLayoutNode nodes[N_NODES];
  gboolean is_single[N_NODES];
  EntLayoutGraph graph = { nodes, N_NODES, NULL, 0 };

  make_nodes (nodes, is_single);
  EntSingles singles = ent_singles_measure (&graph, is_single);
  g_assert_cmpuint (singles.n, ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ent_singles_set_columns (&singles, cases[i][0]);
      g_assert_cmpuint (singles.n_columns, ==, cases[i][1]);
      g_assert_cmpuint (singles.n_rows, ==, cases[i][2]);
    }
}

/* All of the block lies where it is told to, in order, the lower edges of a row's shapes on one line; the others stay. */
static void
test_place (void)
{
  EntLayoutNode nodes[N_NODES];
  gboolean is_single[N_NODES];
  EntLayoutGraph graph = { nodes, N_NODES, NULL, 0 };

  for (guint n_columns = 1; n_columns <= 9; n_columns++)
    {
      guint at = 0;
      double line = 0, x = 0;

      make_nodes (nodes, is_single);
      EntSingles singles = ent_singles_measure (&graph, is_single);
      ent_singles_set_columns (&singles, n_columns);
      ent_singles_place (&singles, &graph, is_single, 100, -40);
      for (guint i = 0; i < N_NODES; i++)
        {
          EntRoom room = ent_room_get (&nodes[i]);
          EntBox box = ent_room_bounds (&room);

          if (!is_single[i])
            {
              g_assert_cmpfloat (nodes[i].x, ==, -500);
              continue;
            }
          g_assert_cmpfloat (box.left, >=, 100 - 1e-9);
          g_assert_cmpfloat (box.top, >=, -40 - 1e-9);
          g_assert_cmpfloat (box.right, <=, 100 + ent_singles_get_width (&singles) + 1e-9);
          g_assert_cmpfloat (box.bottom, <=, -40 + ent_singles_get_height (&singles) + 1e-9);
          if (at % singles.n_columns != 0)
            {
              g_assert_cmpfloat_with_epsilon (nodes[i].y + nodes[i].radius, line, 1e-9);
              g_assert_cmpfloat (nodes[i].x, >, x);
            }
          else if (at > 0)
            g_assert_cmpfloat (nodes[i].y + nodes[i].radius, >, line);
          line = nodes[i].y + nodes[i].radius;
          x = nodes[i].x;
          at++;
          for (guint j = 0; j < i; j++)
            {
              EntRoom other = ent_room_get (&nodes[j]);
              g_assert_false (ent_rooms_overlap (&room, &other, 0));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/singles/none", test_none);
  g_test_add_func ("/layout/singles/columns", test_columns);
  g_test_add_func ("/layout/singles/place", test_place);
  return g_test_run ();
}
