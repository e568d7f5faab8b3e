/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties of drawings: nothing here compares coordinates with recorded ones. */
#include "ent-scene-figure.h"
#include "ent-scene-layout.h"
#include "map-fixture.h"

#include <math.h>
#include <string.h>

#define TIP_TOLERANCE 0.75

static gboolean
boxes_overlap (double ax, double ay, double aw, double ah, double bx, double by, double bw, double bh)
{
  return ax < bx + bw - 0.01 && bx < ax + aw - 0.01 && ay < by + bh - 0.01 && by < ay + ah - 0.01;
}

/* ── What is built ──────────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_empty (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  g_autoptr (EntScene) scene = ent_scene_new (map);
  double               x, y, width, height;
  EntActor            *actor = NULL;
  EntRelation         *relation = NULL;
  guint                n;

  ent_scene_get_nodes (scene, &n);
  g_assert_cmpuint (n, ==, 0);
  ent_scene_get_links (scene, &n);
  g_assert_cmpuint (n, ==, 0);
  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  g_assert_cmpfloat (height, ==, 0);
  ent_scene_hit_test (scene, 0, 0, 10, 0, &actor, &relation);
  g_assert_null (actor);
  g_assert_null (relation);
  g_assert_true (ent_scene_get_map (scene) == map);
}

static void
test_single (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  EntActor            *actor = fixture_add_actor (map, "Ukraine", ENT_KIND_COUNTRY);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint                n;
  const EntSceneNode  *node = ent_scene_get_nodes (scene, &n);
  double               x, y;

  g_assert_cmpuint (n, ==, 1);
  g_assert_true (node->actor == actor);
  g_assert_cmpstr (node->label_lines[0], ==, "Ukraine");
  g_assert_null (node->label_lines[1]);
  g_assert_true (ent_actor_get_position (actor, &x, &y));
  g_assert_cmpfloat (x, ==, node->x);
  g_assert_cmpfloat (y, ==, node->y);
  g_assert_cmpint (ent_scene_find_actor (scene, actor), ==, 0);
}

static void
test_kinds (void)
{
  static const struct { EntKind kind; EntShapeForm form; gboolean dashed, glyph; } cases[] = {
    { ENT_KIND_COUNTRY, ENT_SHAPE_CIRCLE, FALSE, FALSE },
    { ENT_KIND_PERSON, ENT_SHAPE_CIRCLE, FALSE, TRUE },
    { ENT_KIND_ORGANISATION, ENT_SHAPE_ROUNDED_SQUARE, FALSE, FALSE },
    { ENT_KIND_PLACE, ENT_SHAPE_DIAMOND, FALSE, FALSE },
    { ENT_KIND_GROUP, ENT_SHAPE_CIRCLE, TRUE, FALSE },
  };
  g_autoptr (EntMap) map = ent_map_new ();
  guint              n;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fixture_add_actor (map, "x", cases[i].kind);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (nodes[i].form, ==, cases[i].form);
      g_assert_cmpint (nodes[i].dashed, ==, cases[i].dashed);
      g_assert_cmpint (nodes[i].glyph, ==, cases[i].glyph);
    }
}

static void
test_weights (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *heavy = fixture_add_actor (map, "heavy", ENT_KIND_COUNTRY), *light = fixture_add_actor (map, "light", ENT_KIND_COUNTRY);
  EntActor          *alone = fixture_add_actor (map, "alone", ENT_KIND_COUNTRY);
  guint              n;

  for (int i = 0; i < 6; i++)
    fixture_add_relation (map, heavy, i % 2 ? light : fixture_add_actor (map, "other", ENT_KIND_COUNTRY), ENT_RELATION_SUPPORT, "supports", 3, ENT_MODALITY_ASSERTED);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n);
  double               r_heavy = nodes[ent_scene_find_actor (scene, heavy)].radius, r_light = nodes[ent_scene_find_actor (scene, light)].radius;
  double               r_alone = nodes[ent_scene_find_actor (scene, alone)].radius;

  g_assert_cmpfloat (r_heavy, >, r_light);
  g_assert_cmpfloat (r_light, >, r_alone);
  g_assert_cmpfloat (r_alone, >=, 18);
  g_assert_cmpfloat (r_heavy, <=, 40);
}

static void
test_links (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *a = fixture_add_actor (map, "a", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "b", ENT_KIND_ORGANISATION);
  EntRelation       *one = fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "supports", 1, ENT_MODALITY_ASSERTED);
  EntRelation       *many = fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "backs", 40, ENT_MODALITY_ASSERTED);
  EntRelation       *hedged = fixture_add_relation (map, b, a, ENT_RELATION_THREATEN, "may threaten", 2, ENT_MODALITY_POSSIBLE);
  EntRelation       *mutual = fixture_add_relation (map, b, a, ENT_RELATION_OTHER, "", 0, ENT_MODALITY_ASSERTED);
  guint              n;

  ent_relation_set_mutual (mutual, TRUE);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneLink  *links = ent_scene_get_links (scene, &n);
  const EntSceneLink  *l_one = &links[ent_scene_find_relation (scene, one)], *l_many = &links[ent_scene_find_relation (scene, many)];
  const EntSceneLink  *l_hedged = &links[ent_scene_find_relation (scene, hedged)], *l_mutual = &links[ent_scene_find_relation (scene, mutual)];

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (l_one->width, >=, 2);
  g_assert_cmpfloat (l_many->width, >, l_one->width);
  g_assert_cmpfloat (l_many->width, <=, 6);
  g_assert_true (l_hedged->dashed && !l_one->dashed && !l_mutual->dashed);
  g_assert_true (l_mutual->arrow_at_start && l_mutual->arrow_at_end && !l_one->arrow_at_start);
  g_assert_false (l_mutual->label_shown);
  /* All four run apart: no two curves share their middle. */
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        EntCurve p = ent_link_curve (&links[i]), q = ent_link_curve (&links[j]);
        EntPoint m = ent_curve_at (&p, 0.5);
        g_assert_cmpfloat (ent_curve_distance (&q, m.x, m.y, NULL), >, 6);
      }
}

/* Told apart without colour: heads of three or four corners, solid, dotted, dashed. */
static void
test_styles (void)
{
  static const struct { EntStance stance; gboolean hedged; guint n_dashes, n_corners; } cases[] = {
    { ENT_STANCE_COOPERATION, FALSE, 0, 3 }, { ENT_STANCE_COOPERATION, TRUE, 2, 3 },
    { ENT_STANCE_CONFLICT, FALSE, 0, 4 },    { ENT_STANCE_CONFLICT, TRUE, 2, 4 },
    { ENT_STANCE_NEUTRAL, FALSE, 2, 3 },     { ENT_STANCE_NEUTRAL, TRUE, 4, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntSceneLink  link = { .x1 = 200, .cx = 100, .cy = 40, .width = 3, .arrow_at_end = TRUE, .dashed = cases[i].hedged };
      EntLinkFigure figure;
      g_assert_true (ent_link_figure (&link, cases[i].stance, 0, &figure));
      g_assert_cmpuint (figure.n_dashes, ==, cases[i].n_dashes);
      g_assert_cmpuint (figure.n_heads, ==, 1);
      g_assert_cmpuint (figure.heads[0].n_points, ==, cases[i].n_corners);
      /* The tip is the end of the curve, and the line stops behind it, inside the head. */
      g_assert_cmpfloat (hypot (figure.heads[0].points[0].x - link.x1, figure.heads[0].points[0].y - link.y1), <, 1e-6);
      g_assert_cmpfloat (hypot (figure.line.end.x - link.x1, figure.line.end.y - link.y1), >, 2);
      g_assert_cmpfloat (hypot (figure.line.end.x - link.x1, figure.line.end.y - link.y1), <, 20);
    }
  EntSceneLink  nothing = { .x0 = 5, .x1 = 5, .cx = 5, .width = 3, .arrow_at_end = TRUE };
  EntLinkFigure figure;
  g_assert_false (ent_link_figure (&nothing, ENT_STANCE_CONFLICT, 0, &figure));
}

/* ── Properties on random maps ──────────────────────────────────────────────────────────────────────────────────── */

/* From a point to the border of a node: of its shape, or of its name, where links may end as well. */
static double
border_distance (const EntSceneNode *node, double x, double y)
{
  double shape = fabs (ent_shape_distance (node->form, node->radius, x - node->x, y - node->y));
  double half_width = node->label_width / 2 + 1.5, half_height = node->label_height / 2 + 1.5;
  double dx = fabs (x - node->label_x - node->label_width / 2) - half_width, dy = fabs (y - node->label_y - node->label_height / 2) - half_height;
  double name = fabs (hypot (MAX (dx, 0), MAX (dy, 0)) + MIN (MAX (dx, dy), 0));

  return node->label_width > 0 && y > node->y ? MIN (shape, name) : shape;
}

static void
check_names_apart (const EntSceneNode *nodes, guint n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    for (guint j = i + 1; j < n_nodes; j++)
      {
        const EntSceneNode *a = &nodes[i], *b = &nodes[j];
        if (a->label_width > 0 && b->label_width > 0)
          g_assert_false (boxes_overlap (a->label_x, a->label_y, a->label_width, a->label_height, b->label_x, b->label_y, b->label_width, b->label_height));
      }
}

static void
check_labels_apart (const EntSceneNode *nodes, guint n_nodes, const EntSceneLink *links, guint n_links)
{
  for (guint i = 0; i < n_links; i++)
    {
      const EntSceneLink *a = &links[i];
      double              x = a->label_x - a->label_width / 2, y = a->label_y - a->label_height / 2;
      if (!a->label_shown)
        continue;
      for (guint j = i + 1; j < n_links; j++)
        {
          const EntSceneLink *b = &links[j];
          if (b->label_shown)
            g_assert_false (boxes_overlap (x, y, a->label_width, a->label_height, b->label_x - b->label_width / 2, b->label_y - b->label_height / 2,
                                           b->label_width, b->label_height));
        }
      for (guint j = 0; j < n_nodes; j++)
        if (nodes[j].label_width > 0)
          g_assert_false (boxes_overlap (x, y, a->label_width, a->label_height, nodes[j].label_x, nodes[j].label_y, nodes[j].label_width, nodes[j].label_height));
    }
}

static void
check_tips (const EntSceneNode *nodes, const EntSceneLink *links, guint n_links)
{
  for (guint i = 0; i < n_links; i++)
    {
      const EntSceneLink *link = &links[i];
      EntCurve            curve = ent_link_curve (link);
      if (ent_curve_length (&curve) < 0.5)
        continue;
      g_assert_cmpfloat (border_distance (&nodes[link->from], link->x0, link->y0), <, TIP_TOLERANCE);
      g_assert_cmpfloat (border_distance (&nodes[link->to], link->x1, link->y1), <, TIP_TOLERANCE);
    }
}

static void
check_bounds (const EntScene *scene, const EntSceneNode *nodes, guint n_nodes, const EntSceneLink *links, guint n_links)
{
  double x, y, width, height;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  EntRect bounds = { x, y, width, height };
  for (guint i = 0; i < n_nodes; i++)
    {
      const EntSceneNode *node = &nodes[i];
      g_assert_true (ent_rect_contains (bounds, node->x - node->radius, node->y - node->radius));
      g_assert_true (ent_rect_contains (bounds, node->x + node->radius, node->y + node->radius));
      g_assert_true (ent_rect_contains (bounds, node->label_x, node->label_y));
      g_assert_true (ent_rect_contains (bounds, node->label_x + node->label_width, node->label_y + node->label_height));
    }
  for (guint i = 0; i < n_links; i++)
    {
      const EntSceneLink *link = &links[i];
      EntCurve            curve = ent_link_curve (link);
      for (int step = 0; step <= 20; step++)
        {
          EntPoint p = ent_curve_at (&curve, step / 20.0);
          g_assert_true (ent_rect_contains (bounds, p.x, p.y));
        }
      if (link->label_shown)
        g_assert_true (ent_rect_contains (bounds, link->label_x + link->label_width / 2, link->label_y + link->label_height / 2));
    }
}

static void
test_random_maps (void)
{
  static const struct { guint n_actors, n_relations; } sizes[] = { { 2, 1 }, { 3, 6 }, { 8, 12 }, { 20, 30 }, { 40, 70 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 4; seed++)
      {
        g_autoptr (EntMap)   map = fixture_random_map (sizes[i].n_actors, sizes[i].n_relations, seed);
        g_autoptr (EntScene) scene = ent_scene_new (map);
        guint                n_nodes, n_links;
        const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n_nodes);
        const EntSceneLink  *links = ent_scene_get_links (scene, &n_links);
        g_test_message ("%u actors, %u relations, seed %u", n_nodes, n_links, seed);
        check_names_apart (nodes, n_nodes);
        check_labels_apart (nodes, n_nodes, links, n_links);
        check_tips (nodes, links, n_links);
        check_bounds (scene, nodes, n_nodes, links, n_links);
      }
}

static void
test_same_again (void)
{
  g_autoptr (EntMap)   one = fixture_random_map (12, 20, 3), two = fixture_random_map (12, 20, 3);
  g_autoptr (EntScene) first = ent_scene_new (one), second = ent_scene_new (two);
  guint                n, m;
  const EntSceneLink  *a = ent_scene_get_links (first, &n), *b = ent_scene_get_links (second, &m);

  g_assert_cmpuint (n, ==, m);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (a[i].cx, ==, b[i].cx);
      g_assert_cmpfloat (a[i].label_x, ==, b[i].label_x);
      g_assert_cmpint (a[i].label_shown, ==, b[i].label_shown);
    }
}

/* Arcs between two actors lie evenly apart, the more of them the wider, whichever way they go. */
static void
test_fans (void)
{
  for (guint n = 2; n <= 5; n++)
    {
      g_autoptr (EntMap) map = ent_map_new ();
      EntActor          *a = fixture_add_actor (map, "a", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "b", ENT_KIND_PLACE);
      double             middles[5];
      guint              n_links;

      ent_actor_set_position (a, 0, 0);
      ent_actor_set_position (b, 600, 0);
      for (guint i = 0; i < n; i++)
        fixture_add_relation (map, i % 2 ? b : a, i % 2 ? a : b, ENT_RELATION_SUPPORT, "supports", 1, ENT_MODALITY_ASSERTED);
      g_autoptr (EntScene) scene = ent_scene_new (map);
      const EntSceneLink  *links = ent_scene_get_links (scene, &n_links);
      for (guint i = 0; i < n; i++)
        {
          EntCurve curve = ent_link_curve (&links[i]);
          middles[i] = ent_curve_at (&curve, 0.5).y;
        }
      for (guint i = 2; i < n; i++)
        g_assert_cmpfloat_with_epsilon (middles[i] - middles[i - 1], middles[1] - middles[0], 2.5);
      g_assert_cmpfloat (fabs (middles[1] - middles[0]), >, 14);
      check_tips (ent_scene_get_nodes (scene, &n_links), links, n);
    }
}

/* Links from an actor to itself, which files and edits do not make but which the drawing is ready for, are petals beside each other. */
static void
test_loops (void)
{
  static const EntKind kinds[] = { ENT_KIND_COUNTRY, ENT_KIND_ORGANISATION, ENT_KIND_PLACE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EntMap) map = ent_map_new ();
      EntActor          *a = fixture_add_actor (map, "Україна", kinds[i]), *b = fixture_add_actor (map, "b", ENT_KIND_COUNTRY);
      guint              n;

      ent_actor_set_position (a, 100, 100);
      ent_actor_set_position (b, 400, 100);
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char         *id = ent_map_dup_fresh_id (map, 'r');
          g_autoptr (EntRelation)  loop = g_object_new (ENT_TYPE_RELATION, "id", id, "from", a, "to", a, "relation-type", ENT_RELATION_REJECT,
                                                        "label", "opposes", NULL);
          ent_map_add_relation (map, loop);
        }
      g_autoptr (EntScene) scene = ent_scene_new (map);
      const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n);
      const EntSceneLink  *links = ent_scene_get_links (scene, &n);
      g_assert_cmpuint (n, ==, 3);
      check_tips (nodes, links, n);
      for (guint k = 0; k < n; k++)
        {
          EntCurve     curve = ent_link_curve (&links[k]);
          EntPoint     top = ent_curve_at (&curve, 0.5);
          EntActor    *actor = NULL;
          EntRelation *relation = NULL;
          double       out = ent_shape_distance (nodes[0].form, nodes[0].radius, top.x - nodes[0].x, top.y - nodes[0].y);
          g_assert_cmpfloat (out, >, 15);
          g_assert_cmpfloat (out, <, 60);
          ent_scene_hit_test (scene, top.x, top.y, 3, 1, &actor, &relation);
          g_assert_true (relation == links[k].relation);
          for (guint j = k + 1; j < n; j++)
            {
              EntCurve other = ent_link_curve (&links[j]);
              g_assert_cmpfloat (ent_curve_distance (&other, top.x, top.y, NULL), >, 12);
            }
        }
      ent_scene_move_node (scene, 0, -300, 40);
      check_tips (nodes, links, n);
    }
}

/* Arrowheads touch the border of every shape from every side, and no part of a head is inside it. */
static void
test_heads (void)
{
  static const EntKind kinds[] = { ENT_KIND_COUNTRY, ENT_KIND_PERSON, ENT_KIND_ORGANISATION, ENT_KIND_PLACE, ENT_KIND_GROUP };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint turn = 0; turn < 24; turn++)
      {
        g_autoptr (EntMap) map = ent_map_new ();
        EntActor          *to = fixture_add_actor (map, "", kinds[i]), *from = fixture_add_actor (map, "", ENT_KIND_COUNTRY);
        EntLinkFigure      figure;
        guint              n;

        ent_actor_set_position (to, 50, -20);
        ent_actor_set_position (from, 50 + 300 * cos (turn * G_PI / 12), -20 + 300 * sin (turn * G_PI / 12));
        fixture_add_relation (map, from, to, turn % 2 ? ENT_RELATION_REJECT : ENT_RELATION_SUPPORT, "", 4, ENT_MODALITY_ASSERTED);
        g_autoptr (EntScene) scene = ent_scene_new (map);
        const EntSceneNode  *node = ent_scene_get_nodes (scene, &n);
        const EntSceneLink  *link = ent_scene_get_links (scene, &n);
        g_assert_true (ent_link_figure (link, turn % 2 ? ENT_STANCE_CONFLICT : ENT_STANCE_COOPERATION, 0, &figure));
        for (guint p = 0; p < figure.heads[0].n_points; p++)
          {
            EntPoint point = figure.heads[0].points[p];
            double   distance = ent_shape_distance (node->form, node->radius, point.x - node->x, point.y - node->y);
            g_assert_cmpfloat (distance, >, -0.05);
            if (p == 0)
              g_assert_cmpfloat (distance, <, 0.05);
          }
      }
}

/* Around a hub no two arrowheads point at the same spot, though all aim at its centre. */
static void
test_hub (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *hub = fixture_add_actor (map, "hub", ENT_KIND_ORGANISATION);
  guint              n;

  ent_actor_set_position (hub, 0, 0);
  for (int i = 0; i < 5; i++)
    {
      EntActor *actor = fixture_add_actor (map, "x", ENT_KIND_COUNTRY);
      ent_actor_set_position (actor, 500, -120 + 60 * i);
      fixture_add_relation (map, actor, hub, ENT_RELATION_REJECT, "opposes", 4, ENT_MODALITY_ASSERTED);
    }
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneLink  *links = ent_scene_get_links (scene, &n);
  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      g_assert_cmpfloat (hypot (links[i].x1 - links[j].x1, links[i].y1 - links[j].y1), >, 8);
  check_tips (ent_scene_get_nodes (scene, &n), links, 5);
}

/* ── Places ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_keep_places (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (6, 8, 2);
  g_autoptr (EntActor) first = g_list_model_get_item (ent_map_get_actors (map), 0);
  double               x, y;
  guint                n;

  ent_actor_set_position (first, 1234.5, -77);
  ent_actor_set_pinned (first, TRUE);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n);
  g_assert_cmpfloat (nodes[0].x, ==, 1234.5);
  g_assert_cmpfloat (nodes[0].y, ==, -77);
  ent_scene_lay_out (map, 0, 9, FALSE);
  g_assert_true (ent_actor_get_position (first, &x, &y));
  g_assert_cmpfloat (x, ==, 1234.5);
}

/* A map that was laid out is shown as it was left, even where actors lie close. */
static void
test_keep_all_places (void)
{
  g_autoptr (EntMap) map = fixture_random_map (6, 8, 2);
  double             x, y;

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);

      ent_actor_set_position (actor, 10 * i, 20);
    }
  ent_scene_lay_out (map, 0, 1, TRUE);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);

      g_assert_true (ent_actor_get_position (actor, &x, &y));
      g_assert_cmpfloat (x, ==, 10 * i);
      g_assert_cmpfloat (y, ==, 20);
    }
}

static void
test_move (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (10, 20, 5);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  guint                n_nodes, n_links;
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink  *links = ent_scene_get_links (scene, &n_links);
  double               old_x, old_y, new_x, new_y;
  double               offset_x = nodes[3].label_x - nodes[3].x;

  ent_actor_get_position (nodes[3].actor, &old_x, &old_y);
  ent_scene_move_node (scene, 3, old_x + 500, old_y - 300);
  g_assert_cmpfloat (nodes[3].x, ==, old_x + 500);
  g_assert_cmpfloat (fabs (nodes[3].label_x - nodes[3].x - offset_x), <, 1e-6);
  check_tips (nodes, links, n_links);
  ent_actor_get_position (nodes[3].actor, &new_x, &new_y);
  g_assert_cmpfloat (new_x, ==, old_x);
  ent_scene_store_places (scene);
  ent_actor_get_position (nodes[3].actor, &new_x, &new_y);
  g_assert_cmpfloat (new_x, ==, old_x + 500);
}

static void
test_move_onto (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  EntActor            *a = fixture_add_actor (map, "a", ENT_KIND_PLACE), *b = fixture_add_actor (map, "b", ENT_KIND_ORGANISATION);
  guint                n;

  fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "supports", 1, ENT_MODALITY_ASSERTED);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n);
  const EntSceneLink  *link = ent_scene_get_links (scene, &n);
  ent_scene_move_node (scene, 0, nodes[1].x, nodes[1].y);
  g_assert_true (isfinite (link->x0) && isfinite (link->cx) && isfinite (link->x1) && isfinite (link->label_x));
  ent_scene_move_node (scene, 0, nodes[1].x + 1, nodes[1].y);
  g_assert_true (isfinite (link->x0) && isfinite (link->cx) && isfinite (link->x1));
}

static void
test_layout_graph (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (9, 14, 8);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  EntLayoutGraph      *graph = ent_scene_dup_layout_graph (scene);
  guint                n_nodes, n_links;
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink  *links = ent_scene_get_links (scene, &n_links);

  g_assert_cmpuint (graph->n_nodes, ==, n_nodes);
  g_assert_cmpuint (graph->n_edges, ==, n_links);
  graph->nodes[2].x += 40;
  ent_scene_apply_layout (scene, graph, NULL, 0);
  g_assert_cmpfloat (nodes[2].x, ==, graph->nodes[2].x);
  check_tips (nodes, links, n_links);
  ent_scene_free_layout_graph (graph);
}

static void
test_far_away (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *a = fixture_add_actor (map, "near", ENT_KIND_PERSON), *b = fixture_add_actor (map, "far", ENT_KIND_PLACE);
  double             x, y, width, height;
  guint              n;

  fixture_add_relation (map, a, b, ENT_RELATION_LEAD, "leads", 3, ENT_MODALITY_REPORTED);
  ent_actor_set_position (a, 0, 0);
  ent_actor_set_position (b, 9e5, -9e5);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  g_assert_cmpfloat (width, >, 9e5);
  check_tips (ent_scene_get_nodes (scene, &n), ent_scene_get_links (scene, &n), 1);
}

/* ── Hits and states ────────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_hits (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  EntActor            *a = fixture_add_actor (map, "left", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "right", ENT_KIND_PLACE), *hit = NULL;
  EntRelation         *relation = fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "supports", 1, ENT_MODALITY_ASSERTED), *hit_relation = NULL;
  guint                n;

  ent_actor_set_position (a, 0, 0);
  ent_actor_set_position (b, 400, 0);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n);
  const EntSceneLink  *link = ent_scene_get_links (scene, &n);
  EntCurve             curve = ent_link_curve (link);
  EntPoint             on = ent_curve_at (&curve, 0.2);

  ent_scene_hit_test (scene, 3, 3, 0, 0, &hit, &hit_relation);
  g_assert_true (hit == a && hit_relation == NULL);
  ent_scene_hit_test (scene, nodes[0].label_x + 2, nodes[0].label_y + 2, 0, 0, &hit, &hit_relation);
  g_assert_true (hit == a);
  ent_scene_hit_test (scene, on.x, on.y + 4, 6, 0, &hit, &hit_relation);
  g_assert_true (hit == NULL && hit_relation == relation);
  ent_scene_hit_test (scene, on.x, on.y + 4, 0, 0, &hit, &hit_relation);
  g_assert_true (hit == NULL && hit_relation == NULL);
  g_assert_true (link->label_shown);
  ent_scene_hit_test (scene, link->label_x + link->label_width / 2 - 1, link->label_y, 0, 0, &hit, &hit_relation);
  g_assert_true (hit_relation == relation);
  /* The corner of the square about a diamond is ground. */
  ent_scene_hit_test (scene, 400 - nodes[1].radius + 2, -nodes[1].radius + 2, 0, 0, &hit, &hit_relation);
  g_assert_true (hit == NULL && hit_relation == NULL);
  ent_scene_hit_test (scene, -500, 300, 10, 0, &hit, &hit_relation);
  g_assert_true (hit == NULL && hit_relation == NULL);
  ent_scene_hit_test (scene, 0, 0, 0, 0, NULL, NULL);
}

static EntSceneVisibility
hide_named (EntActor *actor, EntRelation *relation, gpointer data)
{
  return actor != NULL && g_strcmp0 (ent_actor_get_name (actor), data) == 0 ? ENT_SCENE_HIDDEN : ENT_SCENE_SHOWN;
}

static void
test_visibility (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *a = fixture_add_actor (map, "left", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "right", ENT_KIND_PLACE), *hit = NULL;
  EntRelation       *hit_relation = NULL;
  double             x, y, width, narrow, height;
  guint              n;

  fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "supports", 1, ENT_MODALITY_ASSERTED);
  ent_actor_set_position (a, 0, 0);
  ent_actor_set_position (b, 400, 0);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const EntSceneLink  *link = ent_scene_get_links (scene, &n);
  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  ent_scene_set_visibility (scene, hide_named, (gpointer) "right");
  ent_scene_get_bounds (scene, &x, &y, &narrow, &height);
  g_assert_cmpfloat (narrow, <, width / 2);
  ent_scene_hit_test (scene, 400, 0, 5, 0, &hit, &hit_relation);
  g_assert_null (hit);
  ent_scene_hit_test (scene, link->label_x, link->label_y, 5, 0, &hit, &hit_relation);
  g_assert_null (hit_relation);
  ent_scene_set_visibility (scene, NULL, NULL);
  ent_scene_hit_test (scene, 400, 0, 5, 0, &hit, &hit_relation);
  g_assert_true (hit == b);
}

/* Links below a threshold are in the scene in no way, those at it are; actors stand as ever. */
static void
test_above (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  EntActor            *a = fixture_add_actor (map, "Ліворуч", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "right", ENT_KIND_PLACE);
  EntRelation         *weak = fixture_add_relation (map, a, b, ENT_RELATION_SUPPORT, "supports", 1, ENT_MODALITY_ASSERTED);   /* 0.9 */
  EntRelation         *strong = fixture_add_relation (map, b, a, ENT_RELATION_REJECT, "opposes", 2, ENT_MODALITY_ASSERTED);    /* 0.99 */
  g_autoptr (EntScene) all = ent_scene_new (map), at = ent_scene_new_above (map, 0.9), above = ent_scene_new_above (map, 0.91), none = ent_scene_new_above (map, 1);
  guint                n_nodes, n_links;
  const EntSceneNode  *before = ent_scene_get_nodes (all, &n_nodes), *after = ent_scene_get_nodes (above, &n_nodes);

  ent_scene_get_links (at, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  ent_scene_get_links (none, &n_links);
  g_assert_cmpuint (n_links, ==, 0);
  const EntSceneLink *link = ent_scene_get_links (above, &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_true (link->relation == strong);
  g_assert_cmpint (ent_scene_find_relation (above, weak), ==, -1);
  g_assert_cmpint (ent_scene_find_relation (above, strong), ==, 0);
  /* The one that is left has the straight way to itself. */
  g_assert_cmpfloat_with_epsilon (link->cx, (link->x0 + link->x1) / 2, 1);
  g_assert_cmpfloat_with_epsilon (link->cy, (link->y0 + link->y1) / 2, 1);
  g_assert_cmpuint (n_nodes, ==, 2);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_assert_cmpfloat (before[i].x, ==, after[i].x);
      g_assert_cmpfloat (before[i].y, ==, after[i].y);
      g_assert_cmpfloat (before[i].radius, ==, after[i].radius);
    }
  g_assert_true (ent_scene_is_above (0.35, 0.1 + 0.25));
  g_assert_true (ent_scene_is_above (0.1 + 0.2, 0.3));
  g_assert_false (ent_scene_is_above (0.349, 0.35));
}

/* What is not shown does not hold a drawing together: an actor whose only link is below the threshold stands aside. */
static void
test_weak_links (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *hub = fixture_add_actor (map, "Хаб", ENT_KIND_COUNTRY), *faint = NULL, *near = NULL;
  gboolean           needed;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("actor %u", i);
      EntActor        *actor = fixture_add_actor (map, name, ENT_KIND_GROUP);
      /* 0.9 with one quote, 0.99 with two */
      fixture_add_relation (map, hub, actor, ENT_RELATION_SUPPORT, "supports", i == 3 ? 1 : 2, ENT_MODALITY_ASSERTED);
      if (i == 3)
        faint = actor;
      near = actor;
    }
  EntLayoutGraph *all = ent_scene_begin_layout (NULL, map, 0, FALSE, &needed), *shown = ent_scene_begin_layout (NULL, map, 0.95, FALSE, &needed);
  g_assert_cmpuint (all->n_edges, ==, 6);
  g_assert_cmpuint (shown->n_edges, ==, 5);
  g_assert_cmpuint (shown->n_nodes, ==, 7);
  ent_scene_free_layout_graph (all);
  ent_scene_free_layout_graph (shown);

  ent_scene_lay_out (map, 0.95, 1, FALSE);
  double hub_x, hub_y, near_x, near_y, faint_x, faint_y;
  g_assert_true (ent_actor_get_position (hub, &hub_x, &hub_y));
  g_assert_true (ent_actor_get_position (near, &near_x, &near_y));
  g_assert_true (ent_actor_get_position (faint, &faint_x, &faint_y));
  g_assert_cmpfloat (hypot (faint_x - hub_x, faint_y - hub_y), >, hypot (near_x - hub_x, near_y - hub_y));
}

/* Nodes as large as they are told to be, clear of each other nevertheless; the map's places stay. */
static void
test_sized (void)
{
  g_autoptr (EntMap)    map = fixture_random_map (30, 50, 5);
  g_autofree double    *sizes = g_new0 (double, 30);
  g_autofree double    *places = g_new0 (double, 60);
  guint                 n_nodes;

  ent_scene_lay_out (map, 0, 1, FALSE);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);
      ent_actor_get_position (actor, &places[2 * i], &places[2 * i + 1]);
      sizes[i] = i == 0 ? 0 : i == 1 ? NAN : 1;
    }
  g_autoptr (EntScene) scene = ent_scene_new_sized (map, 0, sizes);
  const EntSceneNode  *nodes = ent_scene_get_nodes (scene, &n_nodes);
  g_assert_cmpfloat (nodes[0].radius, <, 22);
  g_assert_cmpfloat (nodes[1].radius, <, 22);
  for (guint i = 0; i < n_nodes; i++)
    {
      double x, y;
      g_assert_true (ent_actor_get_position (nodes[i].actor, &x, &y));
      g_assert_cmpfloat (x, ==, places[2 * i]);
      g_assert_cmpfloat (y, ==, places[2 * i + 1]);
      if (i > 1)
        g_assert_cmpfloat (nodes[i].radius, >=, 35);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (MAX (ABS (nodes[i].x - nodes[j].x), ABS (nodes[i].y - nodes[j].y)), >=, nodes[i].radius + nodes[j].radius - 0.01);
    }
}

/* Tints are kept within the palette, and go again. */
static void
test_tints (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (3, 2, 5);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const guint          tints[] = { 0, 3, 99 };

  g_assert_cmpint (ent_scene_get_node_tint (scene, 1), ==, -1);
  ent_scene_set_tints (scene, tints);
  g_assert_cmpint (ent_scene_get_node_tint (scene, 0), ==, 0);
  g_assert_cmpint (ent_scene_get_node_tint (scene, 1), ==, 3);
  g_assert_cmpint (ent_scene_get_node_tint (scene, 2), ==, ENT_N_TINTS - 1);
  ent_scene_set_tints (scene, NULL);
  g_assert_cmpint (ent_scene_get_node_tint (scene, 2), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/build/empty", test_empty);
  g_test_add_func ("/scene/build/single", test_single);
  g_test_add_func ("/scene/build/kinds", test_kinds);
  g_test_add_func ("/scene/build/weights", test_weights);
  g_test_add_func ("/scene/build/links", test_links);
  g_test_add_func ("/scene/build/styles", test_styles);
  g_test_add_func ("/scene/random/properties", test_random_maps);
  g_test_add_func ("/scene/random/same-again", test_same_again);
  g_test_add_func ("/scene/fans", test_fans);
  g_test_add_func ("/scene/loops", test_loops);
  g_test_add_func ("/scene/heads", test_heads);
  g_test_add_func ("/scene/hub", test_hub);
  g_test_add_func ("/scene/places/keep", test_keep_places);
  g_test_add_func ("/scene/places/keep-all", test_keep_all_places);
  g_test_add_func ("/scene/places/move", test_move);
  g_test_add_func ("/scene/places/move-onto", test_move_onto);
  g_test_add_func ("/scene/places/layout-graph", test_layout_graph);
  g_test_add_func ("/scene/places/far-away", test_far_away);
  g_test_add_func ("/scene/hit", test_hits);
  g_test_add_func ("/scene/visibility", test_visibility);
  g_test_add_func ("/scene/above", test_above);
  g_test_add_func ("/scene/places/weak-links", test_weak_links);
  g_test_add_func ("/scene/sized", test_sized);
  g_test_add_func ("/scene/tints", test_tints);
  return g_test_run ();
}
