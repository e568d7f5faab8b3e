/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-curve.h"
#include "ent-scene-figure.h"
#include "map-fixture.h"

#include <math.h>

static gboolean
head_is_on_name (const EntHeadFigure *head, const EntSceneNode *node)
{
  EntBox name = { node->label_x, node->label_y, node->label_x + node->label_width, node->label_y + node->label_height };

  for (guint i = 0; i < head->n_points && node->label_width > 0; i++)
    if (ent_segment_hits_box (head->points[i], head->points[(i + 1) % head->n_points], &name))
      return TRUE;
  return FALSE;
}

static guint
count_heads_on_names (const EntScene *scene)
{
  guint               n_nodes, n_links, n = 0;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  for (guint l = 0; l < n_links; l++)
    {
      EntLinkFigure figure;

      if (!ent_link_figure (&links[l], ent_relation_get_stance (links[l].relation), 0, &figure))
        continue;
      for (guint h = 0; h < figure.n_heads; h++)
        for (guint i = 0; i < n_nodes; i++)
          n += head_is_on_name (&figure.heads[h], &nodes[i]);
    }
  return n;
}

static EntActor *
add_at (EntMap *map, const char *name, double x, double y)
{
  EntActor *actor = fixture_add_actor (map, name, ENT_KIND_COUNTRY);

  ent_actor_set_position (actor, x, y);
  return actor;
}

/* A long name right above the shape that a link enters from above, here a little farther to the left and there to the right: the head
 * does not come to lie on it. */
static void
test_under_a_name (void)
{
  for (gint x = -140; x <= 140; x += 10)
    {
      g_autoptr (EntMap) map = ent_map_new ();
      EntActor *to = add_at (map, "Below", 0, 0), *from = add_at (map, "F", 20, -230);

      add_at (map, "Parliamentary Assembly", x, -74);
      fixture_add_relation (map, from, to, ENT_RELATION_SUPPORT, "", 1, ENT_MODALITY_ASSERTED);
      g_autoptr (EntScene) scene = ent_scene_new (map);
      g_assert_cmpuint (count_heads_on_names (scene), ==, 0);
    }
}

/* From below, beside a name a little narrower than its shape, and beside two lines of which the first is the shorter: the end is at the
 * shape's border or below the name, not at its side. */
static void
test_beside_own_name (void)
{
  static const char *const names[] = { "UN", "Rada", "League of Archaeology website" };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (gint x = -280; x <= 280; x += 20)
      {
        g_autoptr (EntMap) map = ent_map_new ();
        EntActor *to = add_at (map, names[n], 0, 0), *from = add_at (map, "F", x, 200);

        fixture_add_relation (map, from, to, ENT_RELATION_SUPPORT, "", 1, ENT_MODALITY_ASSERTED);
        g_autoptr (EntScene) scene = ent_scene_new (map);
        const EntSceneNode  *node = ent_scene_get_nodes (scene, NULL);
        const EntSceneLink  *link = ent_scene_get_links (scene, NULL);
        double from_shape = ent_shape_distance (node->form, node->radius, link->x1 - node->x, link->y1 - node->y);
        double from_name = link->y1 - node->label_y - node->label_height;

        g_assert_cmpuint (count_heads_on_names (scene), ==, 0);
        g_assert_true (fabs (from_shape) < 0.1 || (from_name > 0 && from_name < 3));
      }
}

static void
test_random_maps (void)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (EntMap)   map = fixture_random_map (16, 26, seed);
      g_autoptr (EntScene) scene = ent_scene_new (map);

      g_assert_cmpuint (count_heads_on_names (scene), ==, 0);
    }
}

/* Links between the same two actors neither cross nor lie on each other where one of them gives way to a name. */
static void
test_siblings (void)
{
  for (gint angle = 0; angle < 360; angle += 5)
    {
      g_autoptr (EntMap) map = ent_map_new ();
      EntActor *a = add_at (map, "Ukraine", 0, 0);
      EntActor *b = add_at (map, "separatists", 330 * cos (angle * G_PI / 180), 330 * sin (angle * G_PI / 180));
      guint     n_links;

      fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "", 6, ENT_MODALITY_ASSERTED);
      fixture_add_relation (map, b, a, ENT_RELATION_REJECT, "", 1, ENT_MODALITY_ASSERTED);
      fixture_add_relation (map, b, a, ENT_RELATION_AID, "", 4, ENT_MODALITY_ASSERTED);
      g_autoptr (EntScene) scene = ent_scene_new (map);
      const EntSceneLink  *links = ent_scene_get_links (scene, &n_links);
      g_assert_cmpuint (n_links, ==, 3);
      for (guint i = 0; i < n_links; i++)
        for (guint j = 0; j < i; j++)
          {
            EntPoint one = ent_curve_point ((EntPoint) { links[i].x0, links[i].y0 }, (EntPoint) { links[i].cx, links[i].cy },
                                            (EntPoint) { links[i].x1, links[i].y1 }, 0.5);
            EntPoint two = ent_curve_point ((EntPoint) { links[j].x0, links[j].y0 }, (EntPoint) { links[j].cx, links[j].cy },
                                            (EntPoint) { links[j].x1, links[j].y1 }, 0.5);

            g_assert_cmpfloat (hypot (one.x - two.x, one.y - two.y), >, 12);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/heads/under-a-name", test_under_a_name);
  g_test_add_func ("/scene/heads/beside-own-name", test_beside_own_name);
  g_test_add_func ("/scene/heads/siblings", test_siblings);
  g_test_add_func ("/scene/heads/random-maps", test_random_maps);
  return g_test_run ();
}
