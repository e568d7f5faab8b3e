/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ./dev bench scene: what drawing costs. The whole scene once onto an image of 1280 × 800 pixels, fitted, beside a bare loop of
 * cairo's strokes, fills and glyphs over the same geometry; the same through what is left out from afar; hits; pictures. Other programs run
 * beside this one and make one round slower than the next even in the thread's own time, so the two are painted by turns, either first every
 * other time, and what counts is the median of the rounds' ratios. The bare loop has neither glyphs nor halos; with glyphs it has names and
 * labels, still without halos, persons and rounded corners. */
#include "ent-scene-figure.h"
#include "ent-scene-private.h"
#include "large-map.h"

#include <locale.h>
#include <time.h>

#define WIDTH  1280
#define HEIGHT 800
#define ROUNDS 21

/* What this thread has spent, whatever else the machine does meanwhile. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static cairo_t *
begin (const EntScene *scene, double *scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  double           x, y, width, height;

  cairo_surface_destroy (surface);
  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  *scale = MIN (WIDTH / width, HEIGHT / height);
  cairo_scale (cr, *scale, *scale);
  cairo_translate (cr, -x, -y);
  return cr;
}

/* ── the bare loop ──────────────────────────────────────────────────────────────────────────────────────────────── */

static void
stroke_link (cairo_t *cr, const EntLinkFigure *figure)
{
  const EntCurve *c = &figure->line;

  cairo_set_source_rgb (cr, 0.2, 0.5, 0.4);
  cairo_move_to (cr, c->start.x, c->start.y);
  cairo_curve_to (cr, c->start.x + (c->control.x - c->start.x) * 2 / 3, c->start.y + (c->control.y - c->start.y) * 2 / 3,
                  c->end.x + (c->control.x - c->end.x) * 2 / 3, c->end.y + (c->control.y - c->end.y) * 2 / 3, c->end.x, c->end.y);
  cairo_set_line_width (cr, figure->width);
  cairo_set_line_cap (cr, figure->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, figure->dashes, figure->n_dashes, 0);
  cairo_stroke (cr);
  for (guint h = 0; h < figure->n_heads; h++)
    {
      for (guint p = 0; p < figure->heads[h].n_points; p++)
        cairo_line_to (cr, figure->heads[h].points[p].x, figure->heads[h].points[p].y);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

static void
fill_node (cairo_t *cr, const EntSceneNode *node)
{
  double r = node->radius;

  cairo_new_path (cr);
  if (node->form == ENT_SHAPE_DIAMOND)
    {
      cairo_move_to (cr, node->x, node->y - r);
      cairo_line_to (cr, node->x + r, node->y);
      cairo_line_to (cr, node->x, node->y + r);
      cairo_line_to (cr, node->x - r, node->y);
      cairo_close_path (cr);
    }
  else if (node->form == ENT_SHAPE_ROUNDED_SQUARE)
    cairo_rectangle (cr, node->x - r, node->y - r, 2 * r, 2 * r);
  else
    cairo_arc (cr, node->x, node->y, r, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0.9, 0.9, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.2, 0.3, 0.6);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static void
show_text (cairo_t *cr, const EntText *text, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  for (guint i = 0; i < text->n_runs; i++)
    {
      cairo_set_scaled_font (cr, text->runs[i].font);
      cairo_show_glyphs (cr, text->runs[i].glyphs, text->runs[i].n_glyphs);
    }
  cairo_restore (cr);
}

static double
measure_bare (const EntScene *scene, gboolean texts)
{
  double   scale, start;
  cairo_t *cr = begin (scene, &scale);

  start = now_ms ();
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < scene->n_links; i++)
    {
      EntLinkFigure figure;
      if (ent_link_figure (&scene->links[i], scene->link_states[i].stance, 0, &figure))
        stroke_link (cr, &figure);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < scene->n_links && texts; i++)
    if (scene->links[i].label_shown)
      show_text (cr, scene->link_states[i].text, scene->links[i].label_x - scene->links[i].label_width / 2,
                 scene->links[i].label_y - scene->links[i].label_height / 2);
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      fill_node (cr, &scene->nodes[i]);
      if (texts)
        show_text (cr, scene->node_states[i].text, scene->nodes[i].label_x, scene->nodes[i].label_y);
    }
  cairo_surface_flush (cairo_get_target (cr));
  double spent = now_ms () - start;
  cairo_destroy (cr);
  return spent;
}

/* ── the scene ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static double
measure_scene (const EntScene *scene, gboolean from_afar)
{
  double        scale, start;
  cairo_t      *cr = begin (scene, &scale);
  EntSceneStyle style = { .plain = TRUE, .zoom = from_afar ? scale : 0 };

  start = now_ms ();
  ent_scene_paint (scene, cr, &style, NULL);
  cairo_surface_flush (cairo_get_target (cr));
  double spent = now_ms () - start;
  cairo_destroy (cr);
  return spent;
}

static double
measure_hits (const EntScene *scene, double zoom)
{
  const guint   n_hits = 20000;
  GRand        *random = g_rand_new_with_seed (3);
  double        x, y, width, height, best = G_MAXDOUBLE;
  volatile guint n_found = 0;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  for (guint round = 0; round < 3; round++)
    {
      double start = now_ms ();
      for (guint i = 0; i < n_hits; i++)
        {
          EntActor    *actor;
          EntRelation *relation;
          ent_scene_hit_test (scene, x + width * g_rand_double (random), y + height * g_rand_double (random), 6 / zoom, zoom, &actor, &relation);
          n_found += actor != NULL || relation != NULL;
        }
      best = MIN (best, (now_ms () - start) * 1000 / n_hits);
    }
  g_rand_free (random);
  return best;
}

typedef struct {
  double bare[ROUNDS], with_text[ROUNDS], whole[ROUNDS], afar[ROUNDS];     /* ms */
} Rounds;

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The value below which percent of them lie; times over those of against, round by round, or where that is NULL themselves. */
static double
at_share (const double *times, const double *against, guint percent)
{
  double values[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    values[i] = against != NULL ? times[i] / against[i] : times[i];
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[(ROUNDS - 1) * percent / 100];
}

static void
measure_rounds (const EntScene *scene, Rounds *rounds)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      if (i % 2 == 0)
        rounds->bare[i] = measure_bare (scene, FALSE);
      rounds->whole[i] = measure_scene (scene, FALSE);
      if (i % 2 == 1)
        rounds->bare[i] = measure_bare (scene, FALSE);
      rounds->with_text[i] = measure_bare (scene, TRUE);
      rounds->afar[i] = measure_scene (scene, TRUE);
    }
}

static void
report_rounds (const Rounds *rounds)
{
  g_print ("  bare loop %.1f ms, with glyphs %.1f; whole scene %.1f ms; medians of %d rounds\n", at_share (rounds->bare, NULL, 50),
           at_share (rounds->with_text, NULL, 50), at_share (rounds->whole, NULL, 50), ROUNDS);
  g_print ("  whole scene %.2f × the bare loop, round by round (quarters %.2f, %.2f), %.2f × that with glyphs\n",
           at_share (rounds->whole, rounds->bare, 50), at_share (rounds->whole, rounds->bare, 25), at_share (rounds->whole, rounds->bare, 75),
           at_share (rounds->whole, rounds->with_text, 50));
  g_print ("  from afar %.1f ms: %.2f ×\n", at_share (rounds->afar, NULL, 50), at_share (rounds->afar, rounds->bare, 50));
}

static void
measure (guint n_actors, guint n_relations)
{
  g_autoptr (EntMap)   map = large_map_new (n_actors, n_relations);
  double               start = now_ms (), built, again;
  g_autoptr (EntScene) scene = ent_scene_new (map), second = NULL;
  Rounds               rounds;

  built = now_ms () - start;
  start = now_ms ();
  second = ent_scene_new_after (scene, map, 0, NULL);
  again = now_ms () - start;
  measure_rounds (scene, &rounds);
  start = now_ms ();
  ent_scene_make_index (scene);
  double index = now_ms () - start;
  start = now_ms ();
  g_autoptr (EntScene) picture = ent_scene_dup_picture (scene, TRUE);
  double copy = now_ms () - start;
  start = now_ms ();
  ent_scene_set_hover (scene, scene->nodes[n_actors / 2].actor, NULL);
  double hover = now_ms () - start;
  ent_scene_set_hover (scene, NULL, NULL);

  g_print ("%u actors, %u links\n", scene->n_nodes, scene->n_links);
  g_print ("  built in %.0f ms, built again %.0f ms, cells %.1f ms, picture %.2f ms, hover %.2f ms\n", built, again, index, copy, hover);
  report_rounds (&rounds);
  g_print ("  a hit %.1f µs at 100 %%, %.1f µs at 20 %%\n", measure_hits (scene, 1), measure_hits (scene, 0.2));
}

int
main (int argc, char **argv)
{
  static const struct { guint n_actors, n_relations; } sizes[] = { { 60, 120 }, { 1000, 3000 }, { 10000, 20000 } };

  setlocale (LC_ALL, "C.UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || g_ascii_strtoull (argv[1], NULL, 10) >= sizes[i].n_actors)
      measure (sizes[i].n_actors, sizes[i].n_relations);
  return 0;
}
